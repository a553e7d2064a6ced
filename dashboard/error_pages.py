"""Pages for what goes wrong: each says what happened and leads back to the findings."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from flask import Blueprint, Flask, Response, make_response, render_template, request
from marshmallow import ValidationError
from werkzeug.exceptions import HTTPException

from analytics.build_error import BuildError
from analytics.keyset import BadTokenError, StaleTokenError
from analytics.reading import SlowQueryError, UnknownRowError, UnpublishedError
from api.problems import ProblemError, is_api_request, problem_response
from dashboard.content_security import secured

EXPECTED = (
    UnknownRowError,
    UnpublishedError,
    ValidationError,
    BadTokenError,
    StaleTokenError,
    BuildError,
    SlowQueryError,
    ProblemError,
)
_REBUILT = (410, "The list has been rebuilt since", "A newer build is published. Start again at the first findings.")
GUESS, CODE, QUOTED = re.compile(r"did you mean (.+)\?"), re.compile(r"`([^`]+)`"), r"“\1”"
_ALWAYS: dict[type[Exception], tuple[int, str, str]] = {
    BuildError: (503, "The draft could not be compared", "Try it once more, or with a shorter text."),
    SlowQueryError: (
        503,
        "This takes too long",
        "Narrow it by more filters, or ask the file itself with the command rashomon sql.",
    ),
    BadTokenError: _REBUILT,
    StaleTokenError: _REBUILT,
}


def add_error_pages(app: Flask, blueprint: Blueprint, shared_context: Callable[[], dict[str, Any]]) -> None:
    """Answer what goes wrong on a page with a page that says what to do; the API answers for itself."""

    def notice(error: Exception) -> Response:
        if is_api_request():
            answer: Response = problem_response(error)
            return answer
        code, title, words = _said(error)
        body = render_template(
            "notice.html", **shared_context(), title=title, words=words, here=request.path, build=None
        )
        return secured(make_response(body, code))

    for kind in EXPECTED:
        blueprint.register_error_handler(kind, notice)
    for code in (400, 404, 405, 422, 503):
        app.register_error_handler(code, notice)


def _said(error: Exception) -> tuple[int, str, str]:
    """Give status, heading and words for what went wrong."""
    if type(error) in _ALWAYS:
        return _ALWAYS[type(error)]
    if isinstance(error, UnknownRowError):
        return 404, "Not in this build", f"{error} It may have gone with an older build."
    if isinstance(error, ProblemError):
        return error.kind.status, error.kind.title, error.detail
    if isinstance(error, UnpublishedError):
        return 503, "Nothing to show yet", str(error)
    if isinstance(error, ValidationError):
        told = [plain_words(name, " ".join(_flat(said))) for name, said in dict(error.messages_dict).items()]
        return 422, "This address asks for something unknown", " ".join(told)
    if isinstance(error, HTTPException):
        return error.code or 500, error.name, error.description or ""
    return 500, "The page could not be made", "The server's log says why."


def plain_words(name: str, said: str) -> str:
    """Say to a reader what the API says of an argument: `This page knows no “text”. Did you mean “next”?`."""
    if not said.startswith("Unknown"):
        return f"“{name}” in the address: {quoted(said)}"
    meant = GUESS.search(said)
    guess = f" Did you mean {quoted(meant[1])}?" if meant else ""
    return f"“{name}” in the address is not understood.{guess}"


def quoted(said: str) -> str:
    """Write what the API marks as code as a page does, between quotation marks."""
    return CODE.sub(QUOTED, said)


def _flat(said: object) -> list[str]:
    """List the sentences of an argument's complaints, which may be nested by place in a list."""
    if isinstance(said, dict):
        return [sentence for part in said.values() for sentence in _flat(part)]
    return [str(part) for part in said] if isinstance(said, list) else [str(said)]
