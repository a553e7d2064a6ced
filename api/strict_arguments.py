"""Reads a request's arguments and refuses each that the route does not know or that is given twice."""

from functools import cache
from typing import Any
from urllib.parse import parse_qsl

import marshmallow as ma
from flask import Request, request
from webargs.flaskparser import FlaskParser, abort
from werkzeug.exceptions import UnsupportedMediaType

from analytics.strict_json import RepeatedKeyError, read_json

NO_UTF8 = "Its bytes are no UTF-8."
GIVEN_TWICE = "Given more than once."


@cache
def _needs_nothing(schema: ma.Schema) -> bool:
    return not any(field.required for field in schema.fields.values())


def _unreadable(query: bytes) -> list[str]:
    """Return the names of the arguments whose bytes are no UTF-8, which Werkzeug would take as they are written."""
    pairs = parse_qsl(query.decode(errors="surrogateescape"), keep_blank_values=True, errors="surrogateescape")
    return [_encoded(name).decode(errors="replace") for name, value in pairs if not _is_utf8(_encoded(name + value))]


def _encoded(text: str) -> bytes:
    return text.encode(errors="surrogateescape")


def _is_utf8(encoded: bytes) -> bool:
    try:
        encoded.decode()
    except UnicodeDecodeError:
        return False
    return True


def refuse_unreadable() -> None:
    """Raise ValidationError where the present address has an argument whose bytes are no UTF-8."""
    unreadable = {name: [NO_UTF8] for name in _unreadable(request.query_string)}
    if unreadable:
        raise ma.ValidationError(unreadable)


class StrictParser(FlaskParser):
    """A parser that never ignores what a client sent."""

    DEFAULT_UNKNOWN_BY_LOCATION: dict[str, str | None] = {"query": ma.RAISE, "json": ma.RAISE}  # noqa: RUF012  # as webargs declares it

    def parse(self, argmap: Any, req: Request | None = None, *, location: str | None = None, **more: Any) -> Any:  # noqa: ANN401  # as webargs'
        """Return the loaded arguments; of an address without any there is nothing to load but what is needed."""
        if location == "query" and not request.query_string and _needs_nothing(argmap):
            return {}
        return super().parse(argmap, req, location=location, **more)

    def _raw_load_json(self, req: Request) -> object:
        """Return the body's JSON; a body of another type is refused, where webargs takes it for none."""
        if not req.is_json:
            raise UnsupportedMediaType("Send `Content-Type: application/json`.")
        if req.headers.get("Content-Encoding", "identity").lower() != "identity":
            raise UnsupportedMediaType("Send the body as it is, without a `Content-Encoding`.")
        body = req.get_data(cache=True)
        try:
            read = read_json(body) if body else {}
        except RepeatedKeyError as problem:
            raise ma.ValidationError({problem.path: [GIVEN_TWICE]}) from None
        except ValueError as problem:
            abort(400, messages={"json": [f"No JSON that can be used: {problem}."]})
        if not isinstance(read, dict):
            raise ma.ValidationError({"": ["Not a JSON object."]})
        return read

    def load_querystring(self, req: Request, schema: ma.Schema) -> dict[str, str]:
        """Return the query string's arguments; one that is given twice is refused, where webargs takes the first."""
        refuse_unreadable()
        repeated = {name: [GIVEN_TWICE] for name, values in req.args.lists() if len(values) > 1}
        if repeated:
            raise ma.ValidationError(repeated)
        return req.args.to_dict()
