"""Addresses that people guess: the route that one must mean, or what else it may have been."""

import difflib
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import get_args
from urllib.parse import quote, urlencode, urlsplit

from flask import Response, current_app, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, NotFound
from werkzeug.routing import RequestRedirect

from analytics.enumeration import enumerated
from analytics.list_views import LIST_VIEWS, ListView
from analytics.reading import Row, UnknownRowError
from analytics.rows_as_text import Form
from api.answers import pinned
from api.payloads import row_by_id
from api.problems import NOT_FOUND, PREFIX, SERVICE_PATHS, ProblemError, is_api_request, problem_response
from api.row_formats import ROW_FORMATS

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
    f"{PREFIX}/tables": f"{PREFIX}/schema",
    f"{PREFIX}/views": f"{PREFIX}/schema",
    f"{PREFIX}/feed": f"{PREFIX}/changes.atom",
    f"{PREFIX}/draft": f"{PREFIX}/check",
    **dict.fromkeys((f"{PREFIX}/{name}" for name in ("rss", "atom")), f"{PREFIX}/changes.atom"),
    f"{PREFIX}/version": f"{PREFIX}/builds/current",
    f"{PREFIX}/status": "/healthz",
    f"{PREFIX}/health": "/healthz",
    f"{PREFIX}/metrics": "/metrics",
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
# What others call a list, at the beginning of an address or at its end.
_LISTS_ALSO_CALLED = {
    **dict.fromkeys(("contradictions", "conflicts", "disagreements", "disputes"), "findings"),
    **dict.fromkeys(("figures", "quotes", "statements"), "claims"),
    **dict.fromkeys(("articles", "stories", "texts"), "documents"),
    **dict.fromkeys(("publishers", "outlets", "newspapers"), "sources"),
    **dict.fromkeys(("speakers", "people", "persons", "claimants"), "voices"),
    "topics": "measures",
}
ALL_ROUTES = f"{PREFIX} lists what there is."
SQL_FORMATS: tuple[Form, ...] = get_args(Form)
_ROWS_AS = frozenset(f"{PREFIX}/sql.{form}" for form in SQL_FORMATS)


def lead_to_the_route_meant() -> Response | None:
    """Answer for an address of the API that no route has, or that has a slash too many; None for any other."""
    if isinstance(request.routing_exception, RequestRedirect):
        merged = urlsplit(request.routing_exception.new_url)._replace(scheme="", netloc="")
        return Response(status=MOVED, headers={"Location": merged.geturl()})
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
    return _file_of_the_row() or _rows_beside()


def _file_of_the_row() -> Response | None:
    """Return the redirect from `/findings/ID.csv` to a file of that row, and from `.jsonld` to the review."""
    stem, _, ending = request.path.rstrip("/").rpartition(".")
    part = f"{stem}/{_PARTS_ALSO_CALLED.get(ending, '')}"
    rule = _rule(part)
    if ending in _PARTS_ALSO_CALLED and rule and not _is_one_row(rule):
        return _moved_to(part)
    if ending not in ROW_FORMATS or not (row := _row_at(stem)):
        return None
    listed, owner = row
    return _moved_to(f"{PREFIX}/{listed.name}.{ending}", {listed.id_column: str(owner[listed.id_column])})


def _rows_beside() -> Response | None:
    """Return the redirect to what a row belongs to, or to the list of what belongs to it, where columns tell.

    `/claims/ID/question` is the question whose id the claim has, `/questions/ID/finding` the findings with the id.
    """
    before, _, last = request.path.rstrip("/").rpartition("/")
    beside = next((LIST_VIEWS[name] for name in _spellings(last) if name in LIST_VIEWS), None)
    row = _row_at(before)
    if not beside or not row:
        return None
    listed, owner = row
    item = f"{PREFIX}/{beside.name}/{owner.get(beside.id_column)}"
    if owner.get(beside.id_column) and _rule(item):
        return _moved_to(item)
    if listed.id_column in {column.name for column in pinned().columns(beside.view)}:
        return _moved_to(f"{PREFIX}/{beside.name}", {listed.id_column: str(owner[listed.id_column])})
    return None


def _row_at(path: str) -> tuple[ListView, Row] | None:
    """Return the row whose address a path is, with its list; None where it is that of none."""
    name, _, row_id = path.removeprefix(f"{PREFIX}/").partition("/")
    listed = LIST_VIEWS.get(name)
    try:
        return (listed, row_by_id(pinned(), listed, row_id)) if listed and row_id else None
    except UnknownRowError:
        return None


def parts_there_are() -> str:
    """Say which lists belong to a row, where an address names one that does not: `/claims/ID/findings`."""
    rule = request.url_rule.rule if request.url_rule else ""
    *before, last = request.path.rstrip("/").split("/")
    if not _is_one_row(rule) or len(before) <= rule.count("/"):
        return ""
    if last.partition(".")[0] not in LIST_VIEWS and not _row_at("/".join(before)):
        return ""
    rules = {each.rule.removeprefix(f"{rule}/") for each in current_app.url_map.iter_rules() if each.rule != rule}
    parts, one = sorted(rules & LIST_VIEWS.keys()), LIST_VIEWS[before[3]].view
    told = f"To one {one} belong {enumerated(parts)}." if parts else f"No list belongs to one {one}."
    return f"No {last.partition('.')[0]} are listed by one {one}. {told}"


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


def _moved_to(path: str, more: Mapping[str, str] = MappingProxyType({})) -> Response:
    """Return the redirect to another path with the present arguments and some more."""
    query = "&".join(part for part in (urlencode(more), request.query_string.decode()) if part)
    return Response(status=MOVED, headers={"Location": quote(path) + (f"?{query}" if query else "")})


def _closest() -> str:
    near = difflib.get_close_matches(request.path.lower(), sorted(_plain_routes()), n=2, cutoff=0.75)
    return f" Did you mean {' or '.join(near)}?" if near else ""


def _readings(path: str) -> Iterator[str]:
    """Yield the addresses that a path may have been meant for, the most literal first."""
    plain = "/" + "/".join(part for part in path.split("/") if part)
    yield plain
    yield _ALSO_CALLED.get(plain.lower(), plain)
    is_of_api = plain.lower().startswith("/api/")
    start, path = (
        (PREFIX, plain[len("/api/") :].removeprefix("v1/").removeprefix("V1/")) if is_of_api else ("", plain[1:])
    )
    head, *rest = path.split("/")
    for name in _spellings(head):
        if len(rest) > 1:
            yield from ("/".join([start, name, *rest[:-1], last]) for last in _spellings(rest[-1]))
        yield "/".join([start, name, *rest])


def _spellings(name: str) -> Iterator[str]:
    """Yield a word of a path as a route may write it: in lower case, with hyphens, as a plural."""
    stem, dot, extension = name.lower().replace("_", "-").partition(".")
    yield _PARTS_ALSO_CALLED.get(stem, stem) + dot + extension
    for plural in (stem, f"{stem}s"):
        if plural in _LISTS_ALSO_CALLED:
            yield _LISTS_ALSO_CALLED[plural] + dot + extension
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
