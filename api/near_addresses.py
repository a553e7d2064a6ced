"""Addresses that people guess: the route that one must mean, or what else it may have been."""

import difflib
from collections.abc import Iterator
from typing import get_args
from urllib.parse import quote, urlencode

from flask import Response, current_app, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound

from analytics.enumeration import enumerated
from analytics.list_views import LIST_VIEWS
from analytics.rows_as_text import Form
from api.problems import NOT_FOUND, PREFIX, SERVICE_PATHS, ProblemError, is_api_request, problem_response

# 308 keeps the method and the body of what was sent.
MOVED = 308
_ALSO_CALLED = {
    "/api": PREFIX,
    "/docs": f"{PREFIX}/docs",
    f"{PREFIX}/openapi.json": "/openapi.json",
    f"{PREFIX}/healthz": "/healthz",
    f"{PREFIX}/readyz": "/readyz",
    f"{PREFIX}/openapi": "/openapi.json",
    f"{PREFIX}/swagger.json": "/openapi.json",
    f"{PREFIX}/search": f"{PREFIX}/claims",
    f"{PREFIX}/articles": f"{PREFIX}/documents",
    f"{PREFIX}/publishers": f"{PREFIX}/sources",
    f"{PREFIX}/tables": f"{PREFIX}/schema",
    f"{PREFIX}/views": f"{PREFIX}/schema",
    f"{PREFIX}/feed": f"{PREFIX}/changes.atom",
    f"{PREFIX}/draft": f"{PREFIX}/check",
    "/feed": f"{PREFIX}/changes.atom",
    "/openapi": "/openapi.json",
    "/health": "/healthz",
    "/ready": "/readyz",
    "/findings": "/",
    "/method": "/about",
    "/check": "/draft",
}
# What others call a part of a finding.
_PARTS_ALSO_CALLED = {
    "claimreview": "claim-review",
    "jsonld": "claim-review",
    "json-ld": "claim-review",
    "cite": "citation",
}
ALL_ROUTES = f"{PREFIX} lists what there is."
SQL_FORMATS: tuple[Form, ...] = get_args(Form)
_ROWS_AS = frozenset(f"{PREFIX}/sql.{form}" for form in SQL_FORMATS)


def lead_to_the_route_meant() -> Response | None:
    """Answer for an address of the API that no route has; None for any other."""
    if not isinstance(request.routing_exception, NotFound):
        return None
    meant = next((path for path in _readings(request.path) if _rule(path)), None)
    if meant:
        return _moved_to(meant)
    if request.path in _ROWS_AS:
        return rows_in_form()
    if not is_api_request():
        return None
    return problem_response(ProblemError(NOT_FOUND, f"No route has this address.{_closest()} {ALL_ROUTES}"))


def part_meant() -> Response | None:
    """Return the redirect from a row that is not there to what was meant: `/questions/ID/claim`, `/claims/ID.json`.

    None where the address can mean nothing but the row.
    """
    if not _is_one_row(request.url_rule.rule if request.url_rule else ""):
        return None
    bare = request.path.rstrip("/").removesuffix(".json")
    for path in (*_readings(request.path), bare):
        rule = _rule(path)
        if path != request.path and rule and (not _is_one_row(rule) or path in {bare, request.path.rstrip("/")}):
            return _moved_to(path)
    return None


def parts_there_are() -> str:
    """Say which lists belong to a row, where the address names one that does not: `/claims/ID/pairs`; empty else."""
    rule = request.url_rule.rule if request.url_rule else ""
    *before, last = request.path.rstrip("/").split("/")
    if not _is_one_row(rule) or len(before) <= rule.count("/") or last.partition(".")[0] not in LIST_VIEWS:
        return ""
    rules = {each.rule.removeprefix(f"{rule}/") for each in current_app.url_map.iter_rules() if each.rule != rule}
    parts, one = sorted(rules & LIST_VIEWS.keys()), LIST_VIEWS[before[3]].view
    return f"To one {one} belong {enumerated(parts)}." if parts else f"No list belongs to one {one}."


def rows_in_form() -> Response | None:
    """Return the redirect from `/sql.csv` or `/queries/NAME.csv` to the rows in that form; None for another address."""
    path, _, form = request.path.rpartition(".")
    if form not in SQL_FORMATS or not path:
        return None
    asked = [(name, value) for name, value in request.args.items(multi=True) if name != "format"]
    return Response(status=MOVED, headers={"Location": f"{quote(path)}?{urlencode([*asked, ('format', form)])}"})


def _is_one_row(rule: str) -> bool:
    """Return whether a route ends with the id of a row."""
    return rule.endswith(">") and not rule.endswith("extension>")


def _moved_to(path: str) -> Response:
    """Return the redirect to another path with the present arguments."""
    query = f"?{request.query_string.decode()}" if request.query_string else ""
    return Response(status=MOVED, headers={"Location": quote(path) + query})


def _closest() -> str:
    near = difflib.get_close_matches(request.path.lower(), sorted(_plain_routes()), n=2, cutoff=0.75)
    return f" Did you mean {' or '.join(near)}?" if near else ""


def _readings(path: str) -> Iterator[str]:
    """Yield the addresses that a path may have been meant for, the most literal first."""
    plain = "/" + "/".join(part for part in path.split("/") if part)
    yield plain
    yield _ALSO_CALLED.get(plain.lower(), plain)
    if not plain.lower().startswith("/api/"):
        return
    head, *rest = plain[len("/api/") :].removeprefix("v1/").removeprefix("V1/").split("/")
    for name in _spellings(head):
        if len(rest) > 1:
            yield from ("/".join([PREFIX, name, *rest[:-1], last]) for last in _spellings(rest[-1]))
        yield "/".join([PREFIX, name, *rest])


def _spellings(name: str) -> Iterator[str]:
    """Yield a word of a path as a route may write it: in lower case, with hyphens, as a plural."""
    stem, dot, extension = name.lower().replace("_", "-").partition(".")
    yield _PARTS_ALSO_CALLED.get(stem, stem) + dot + extension
    yield f"{stem}s{dot}{extension}"
    if stem.endswith("y"):
        yield f"{stem[:-1]}ies{dot}{extension}"


def _rule(path: str) -> str | None:
    """Return the route that has this address, for whatever method."""
    adapter = current_app.create_url_adapter(request)
    try:
        return adapter.match(path, method="GET", return_rule=True)[0].rule if adapter else None
    except MethodNotAllowed:
        return path
    except HTTPException:
        return None


def _plain_routes() -> set[str]:
    """Return every address of the API that has no part to fill in."""
    rules = (rule.rule for rule in current_app.url_map.iter_rules() if "<" not in rule.rule)
    return {rule for rule in rules if rule.startswith(PREFIX) or rule in SERVICE_PATHS}
