"""Problems: every answer that is no success, as `application/problem+json` (RFC 9457).

The `type` of a problem is an address on this server, `/api/v1/problems/NAME`, which says what it means.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

import orjson
from flask import Response, g, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, RequestEntityTooLarge

PREFIX = "/api/v1"
SERVICE_PATHS = frozenset({"/healthz", "/readyz", "/metrics", "/openapi.json"})
# Of the arguments that cannot be used, how many the detail tells of; `errors` holds all.
MOST_TOLD = 3
# What RFC 3986 lets stand in a path as it is.
UNQUOTED = "/:@!$&'()*+,;="
PROBLEM_JSON = "application/problem+json"


@dataclass(frozen=True)
class ProblemType:
    """One kind of problem: its name in the address, its HTTP status, what it means and what to do."""

    name: str
    status: int
    title: str
    meaning: str

    @property
    def address(self) -> str:
        """Return the problem's `type`."""
        return f"{PREFIX}/problems/{self.name}"


BAD_REQUEST = ProblemType(
    "bad-request", 400, "The request cannot be read", "The body or the address is not what HTTP or JSON allow."
)
UNAUTHORISED = ProblemType(
    "unauthorised", 401, "A token is needed", "This server answers those who send one of its tokens."
)
NOT_FOUND = ProblemType(
    "not-found", 404, "There is nothing at this address", "No route, or no row with this id in the current build."
)
METHOD_NOT_ALLOWED = ProblemType(
    "method-not-allowed", 405, "This address does not take this method", "The `Allow` header names those that it takes."
)
STALE_TOKEN = ProblemType(
    "stale-token",
    410,
    "The list has been rebuilt since",
    "A `next` token belongs to one build. A newer build is published: start again without `next`.",
)
TOO_LARGE = ProblemType("too-large", 413, "The request body is too large", "Send less text at once.")
NO_JSON = ProblemType("no-json", 415, "The body is not JSON", "Send `Content-Type: application/json`.")
INVALID = ProblemType(
    "invalid-argument",
    422,
    "An argument is unknown or does not fit",
    "`errors` lists each argument by its path (`query.limit`, `json.text`) with what it must be.",
)
UNTRUSTED_HOST = ProblemType(
    "untrusted-host",
    421,
    "Asked by a name that is not the server's",
    "The `Host` of the request is none of the names that the setting `trusted_hosts` allows. On loopback these are the "
    "names of the machine alone.",
)
HEADERS_TOO_LARGE = ProblemType(
    "headers-too-large",
    431,
    "The address and the headers are too long",
    "Together they may take 256 KB. Send a long query or draft as a body.",
)
RATE_LIMITED = ProblemType(
    "rate-limited", 429, "Too many requests", "Ask again after the seconds that `Retry-After` names."
)
INTERNAL = ProblemType(
    "internal", 500, "The server failed", "A fault of the server. Its log holds the cause under the `request_id`."
)
NOT_IMPLEMENTED = ProblemType(
    "not-implemented",
    501,
    "The body comes in a way that the server does not know",
    "Send it as it is, with `Content-Length` or in chunks.",
)
TOO_SLOW = ProblemType(
    "too-slow",
    408,
    "The answer took too long",
    "Narrow it by more filters, leave out `total` and `facets`, or read the whole list as a file and sort it there; "
    "check a long draft in parts.",
)
SQL_OFF = ProblemType(
    "sql-off", 403, "The SQL door is off", "It is on for servers on loopback; elsewhere the setting `sql` opens it."
)
SQL_TIME = ProblemType(
    "sql-time", 408, "The query took too long", "It was stopped at the time limit. Narrow it, or run it on the file."
)
SQL_TOO_LARGE = ProblemType(
    "sql-too-large", 413, "The result is too large", "Select fewer or shorter columns, or aggregate."
)
SQL_MEMORY = ProblemType(
    "sql-memory", 413, "The query needs too much memory", "Narrow it, or run it on the file with the `duckdb` command."
)
SQL_REFUSED = ProblemType(
    "sql-refused",
    422,
    "The query cannot be run",
    "It is no single SELECT, does not fit the schema, or reaches for files, settings or the network.",
)
SQL_BUSY = ProblemType(
    "sql-busy", 429, "Too many queries at once", "Ask again after the seconds that `Retry-After` names."
)
OUTDATED = ProblemType(
    "outdated",
    503,
    "The published file cannot be read",
    "The build before it is still served, and goes on to be. The detail names what is amiss and what to do.",
)
UNPUBLISHED = ProblemType(
    "unpublished",
    503,
    "There is no build to read",
    "There is no readable database file yet. The detail names what is missing and how to make it; the first build is "
    "served as soon as it is there.",
)

PROBLEM_TYPES: Mapping[str, ProblemType] = {
    each.name: each
    for each in (
        BAD_REQUEST,
        UNAUTHORISED,
        NOT_FOUND,
        METHOD_NOT_ALLOWED,
        STALE_TOKEN,
        TOO_LARGE,
        NO_JSON,
        INVALID,
        TOO_SLOW,
        UNTRUSTED_HOST,
        RATE_LIMITED,
        HEADERS_TOO_LARGE,
        SQL_OFF,
        SQL_TIME,
        SQL_TOO_LARGE,
        SQL_MEMORY,
        SQL_REFUSED,
        SQL_BUSY,
        INTERNAL,
        NOT_IMPLEMENTED,
        OUTDATED,
        UNPUBLISHED,
    )
}
_BY_STATUS = {each.status: each for each in reversed(list(PROBLEM_TYPES.values()))}


@dataclass
class ProblemError(Exception):
    """A problem that a route answers with."""

    kind: ProblemType
    detail: str
    errors: list[dict[str, str]] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)


def as_reference(path: str) -> str:
    """Return a path as it stands in an address: a space or a letter beyond ASCII is written by its bytes."""
    return quote(path, safe=UNQUOTED)


def is_api_request() -> bool:
    """Return whether the present request is for the API, not for a page."""
    return request.path.startswith("/api/") or request.path == "/api" or request.path in SERVICE_PATHS


def unusable_arguments(errors: Sequence[Mapping[str, str]]) -> str:
    """Say how many arguments cannot be used and what is amiss with the first, as the detail of a problem."""
    count = "1 argument" if len(errors) == 1 else f"{len(errors)} arguments"
    told = " ".join(
        f"{each['path'].partition('.')[2] or each['path']}: {each['message']}" for each in errors[:MOST_TOLD]
    )
    return f"{count} cannot be used. {told}"


def problem_response(error: Exception) -> Response:
    """Return the answer for a problem, or for an exception of HTTP's."""
    if isinstance(error, ProblemError):
        return _answer(error.kind, error.detail, error.errors, error.headers)
    if isinstance(error, HTTPException):
        return _http_problem(error)
    return _answer(INTERNAL, "The server could not answer this request.")


def unread_problem(status: int, detail: str, request_id: str) -> bytes:
    """Return the body of the problem of a request that could not be read, so that nothing is known of its address."""
    kind = _BY_STATUS.get(status, INTERNAL)
    told = kind.meaning if kind in {HEADERS_TOO_LARGE, INTERNAL} else f"{detail.rstrip('.')}."
    return orjson.dumps(_members(kind, kind.status, told, "", request_id))


def _http_problem(error: HTTPException) -> Response:
    code = error.code or INTERNAL.status
    kind = _BY_STATUS.get(code, INTERNAL if code >= INTERNAL.status else BAD_REQUEST)
    messages = getattr(error, "data", {}).get("messages", {})
    errors = [{"path": path, "message": message} for path, message in _paths(messages)]
    detail = unusable_arguments(errors) if errors else _words(error, kind)
    kept = {name: value for name, value in error.get_headers() if name in {"Allow", "Retry-After", "WWW-Authenticate"}}
    return _answer(kind, detail, errors, kept, status=code)


def _words(error: HTTPException, kind: ProblemType) -> str:
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        return f"{request.method} is not taken here; {', '.join(sorted(error.valid_methods))} are."
    if isinstance(error, RequestEntityTooLarge) and request.max_content_length is not None:
        return too_large_words(request.max_content_length)
    return str(error.description or kind.title)


def too_large_words(most: int) -> str:
    """Say that a body is longer than the bytes that its address takes."""
    return f"The body is larger than the {most:,} bytes that are taken here. Send less at once."


def _answer(
    kind: ProblemType,
    detail: str,
    errors: list[dict[str, str]] | None = None,
    headers: Mapping[str, str] | None = None,
    status: int | None = None,
) -> Response:
    body = _members(kind, status or kind.status, detail, as_reference(request.path), g.get("request_id"))
    if errors:
        body["errors"] = errors
    return Response(orjson.dumps(body), status or kind.status, dict(headers or {}), content_type=PROBLEM_JSON)


def _members(kind: ProblemType, status: int, detail: str, instance: str, request_id: str | None) -> dict[str, object]:
    return {
        "type": kind.address,
        "title": kind.title,
        "status": status,
        "detail": detail,
        "instance": instance,
        "request_id": request_id,
    }


def _paths(messages: object, path: str = "") -> list[tuple[str, str]]:
    """Flatten marshmallow's nested messages into pairs of a dotted path and one message."""
    if isinstance(messages, dict):
        return [pair for key, value in messages.items() for pair in _paths(value, f"{path}.{key}".strip("."))]
    if isinstance(messages, list):
        return [pair for value in messages for pair in _paths(value, path)]
    return [(path, str(messages))]
