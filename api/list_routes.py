"""The lists, and their twins as files."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import cast

from flask import Response, current_app, request

from analytics.filter_sentences import Choice
from analytics.filters import Filter, filter_by_claims, filter_of
from analytics.keyset import token_values
from analytics.list_views import CLAIMS, FINDINGS, LIST_VIEWS, PAIRS, ListView
from analytics.listing import ListRequest, list_places, list_rows, listing_query, places_of
from analytics.pair_windows import last_claim_needed
from analytics.reading import Row, Snapshot
from analytics.view_columns import Column
from api.answers import json_answer, link_next, pinned, tagged, unchanged
from api.documented import FILE_SCHEMA, Arguments, Example, Route, StrictBlueprint, add_route
from api.list_arguments import (
    DEFAULT_LIMIT,
    ON_PAGES_ONLY,
    ROWS_ONLY,
    file_arguments,
    list_arguments,
    list_request,
)
from api.negotiation import file_accepted, varying
from api.payloads import (
    CONFLICTS,
    Payload,
    first_id,
    id_meant,
    list_payload,
    next_address,
    page_payload,
    rendered_page,
    row_by_id,
)
from api.problems import (
    INVALID,
    NOT_FOUND,
    PREFIX,
    RATE_LIMITED,
    STALE_TOKEN,
    TOO_SLOW,
    UNPUBLISHED,
    ProblemError,
    unusable_arguments,
)
from api.row_formats import ROW_FORMATS, RowFormat
from api.row_schemas import list_schema

Columns = Mapping[str, tuple[Column, ...]]

FREE_DOWNLOADS = "rashomon_free_downloads"
_DISPUTED_FROM = (
    "select question_id from question where verdict in ('contradicts', 'differs') and question_id >= ? "
    "order by question_id limit ?"
)
_LIST_TEXT = (
    "{}. Every column filters (`column=…`, also written `column__eq=…`, and `column__op=…`); `sort`, `columns` and "
    "`limit` shape what is left."
)
Path = Mapping[str, str]
"""The parts of an address that name rows."""
Asked = Callable[[Arguments, Path, int | None], ListRequest]
"""What is asked for by a request's arguments and path, at most so many rows."""
LIST_PROBLEMS = (STALE_TOKEN, INVALID, TOO_SLOW, UNPUBLISHED)


def add_list_routes(blueprint: StrictBlueprint, columns: Columns) -> None:
    """Give every view that can be listed its route and its twins."""
    for listed in LIST_VIEWS.values():
        _add_list(blueprint, listed, columns[listed.view])


def add_sub_list(blueprint: StrictBlueprint, parent: ListView, listed: ListView, columns: Columns) -> None:
    """Give the rows of a view that belong to one row of another a route, and files: `/questions/ID/claims.csv`."""

    def asked(arguments: Arguments, path: Path, limit: int | None) -> ListRequest:
        owner = row_by_id(pinned(), parent, id_meant(pinned(), parent, path[parent.id_column]))
        given = _belonging(listed, columns, listed.belongs_by(parent), owner)
        return list_request(columns[listed.view], arguments, limit, given)

    route = Route(
        rule=f"/{parent.name}/<path:{parent.id_column}>/{listed.name}",
        endpoint=f"{parent.name}_{listed.name}",
        summary=f"The {listed.name} of one {parent.view}.",
        arguments=list_arguments(listed, columns[listed.view]),
        answer=list_schema(listed, columns[listed.view]),
        problems=(*LIST_PROBLEMS, NOT_FOUND),
        description=_LIST_TEXT.format(f"The {listed.name} of one {parent.view}: {listed.holds}"),
        example=lambda snapshot: _sub_list_example(snapshot, parent, listed),
        also=_file_examples(listed),
    )
    _add_twins(blueprint, listed, columns[listed.view], route, asked)


def _add_list(blueprint: StrictBlueprint, listed: ListView, columns: tuple[Column, ...]) -> None:
    def asked(arguments: Arguments, _: Path, limit: int | None) -> ListRequest:
        return list_request(columns, arguments, limit, _scope(listed, columns, arguments))

    route = Route(
        rule=f"/{listed.name}",
        endpoint=listed.name,
        summary=f"A page of the {listed.name}.",
        arguments=list_arguments(listed, columns),
        answer=list_schema(listed, columns),
        problems=LIST_PROBLEMS,
        description=_LIST_TEXT.format(listed.holds[0].upper() + listed.holds[1:]),
        example=lambda snapshot: list_payload(snapshot, listed.name, _example_arguments(snapshot, listed)),
        also=_file_examples(listed),
    )
    _add_twins(blueprint, listed, columns, route, asked)


def _add_twins(
    blueprint: StrictBlueprint, listed: ListView, columns: tuple[Column, ...], route: Route, asked: Asked
) -> None:
    """Add a list's route, and those that name a form by their ending; `.json` is described among these."""

    def show(arguments: Arguments, **path: str) -> Response:
        accepted = file_accepted()
        return varying(download(arguments, accepted.extension, **path) if accepted else show_json(arguments, **path))

    def show_json(arguments: Arguments, **path: str) -> Response:
        asked_for = asked(arguments, path, DEFAULT_LIMIT)
        return unchanged() or _page(listed, columns, asked_for)

    def download(arguments: Arguments, extension: str, **path: str) -> Response:
        return _file(listed, columns, asked(arguments, path, None), ROW_FORMATS[extension])

    add_route(blueprint, route, show)
    as_json = replace(route, rule=f"{route.rule}.json", endpoint=f"{route.endpoint}_json", is_described=False)
    add_route(blueprint, as_json, show_json)
    add_route(blueprint, _file_route(route, listed), download)


def _file_route(route: Route, listed: ListView) -> Route:
    """Return the route of a list's files, given that of its pages."""
    first, *others = ROW_FORMATS.values()
    examples = _file_examples(listed)
    return replace(
        route,
        rule=f"{route.rule}.<any({','.join(ROW_FORMATS)}):extension>",
        endpoint=f"{route.endpoint}_file",
        summary=f"{route.summary.replace('A page of the', 'The').rstrip('.')} as one file: all rows, unless `limit`.",
        arguments=file_arguments(route.arguments),
        description=f"{route.description} Sent while it is read, in the form that the address ends with.",
        answer=FILE_SCHEMA,
        problems=(*LIST_PROBLEMS, RATE_LIMITED, NOT_FOUND),
        media_type=first.media_type,
        example=examples[first.media_type],
        also={each.media_type: examples[each.media_type] for each in others},
    )


def _file_examples(listed: ListView) -> dict[str, Example]:
    """Return what a list's files hold, by media type."""
    return {each.media_type: partial(_file_example, listed=listed, row_format=each) for each in ROW_FORMATS.values()}


def _belonging(listed: ListView, columns: Columns, by: Mapping[str, str], owner: Row) -> tuple[Choice, ...]:
    """Return the filters that keep to the rows that belong to a row of another view."""
    return tuple((_owner_filter(listed, columns, name), str(owner[asked])) for name, asked in by.items())


def _owner_filter(listed: ListView, columns: Columns, parameter: str) -> Filter:
    """Return the filter of a parameter; of a column that claims have and the rows do not, it goes by the claims."""
    own, claims = ({column.name: column for column in columns[view]} for view in (listed.view, CLAIMS.view))
    if listed.named_by_claims and parameter in claims and parameter not in own:
        return filter_by_claims(own[listed.named_by_claims], claims[parameter])
    return filter_of(columns[listed.view], parameter)


def _sub_list_example(snapshot: Snapshot, parent: ListView, listed: ListView) -> Payload:
    parent_id, columns = first_id(snapshot, parent), snapshot.columns(listed.view)
    further = {"limit": "1", "a_claim_id": ""} if listed is PAIRS else {"limit": "1"}
    given = _belonging(listed, snapshot.views, listed.belongs_by(parent), row_by_id(snapshot, parent, parent_id))
    asked = list_request(columns, list_arguments(listed, columns)().load(further), DEFAULT_LIMIT, given)
    page, path = list_rows(snapshot, listed, asked), f"{PREFIX}/{parent.name}/{parent_id}/{listed.name}"
    return page_payload(snapshot, listed, page, asked, further, path)


def _file_example(snapshot: Snapshot, listed: ListView, row_format: RowFormat) -> str:
    """Return a file of one row: the same for the list and for each of its parts that belong to another's row."""
    if not row_format.is_text:
        return "PAR1…"
    key = (_file_example, listed.name, row_format.extension)
    return snapshot.cached(key, lambda: _written_example(snapshot, listed, row_format))


def _written_example(snapshot: Snapshot, listed: ListView, row_format: RowFormat) -> str:
    columns = snapshot.columns(listed.view)
    arguments = list_arguments(listed, columns)().load(_example_arguments(snapshot, listed))
    query = listing_query(snapshot, listed, list_request(columns, arguments, None))
    return b"".join(row_format.render(snapshot, query)).decode()


def _example_arguments(snapshot: Snapshot, listed: ListView) -> dict[str, str]:
    """Return what an example asks for: one row; of pairs, one between two named claims, for want of time."""
    if listed is not PAIRS:
        return {"limit": "1"}
    finding = row_by_id(snapshot, FINDINGS, first_id(snapshot, FINDINGS))
    ends = sorted(str(finding[name]) for name in ("low_claim_id", "high_claim_id"))
    return {"limit": "1", "question_id": str(finding["question_id"]), "a_claim_id": ends[0], "b_claim_id": ends[1]}


def _page(listed: ListView, columns: tuple[Column, ...], asked: ListRequest) -> Response:
    bounded = replace(asked, within=_within(listed, columns, asked))
    page = rendered_page(pinned(), listed, bounded)
    return json_answer(page_payload(pinned(), listed, page, bounded, request.args.to_dict(), request.path))


def _file(listed: ListView, columns: tuple[Column, ...], asked: ListRequest, row_format: RowFormat) -> Response:
    _refuse_beside_rows(asked)
    same = unchanged(row_format.media_type)
    if same:
        return same
    bounded = replace(asked, within=_within(listed, columns, asked))
    return _leading_on(_sent(listed, bounded, row_format), listed, bounded)


def _leading_on(response: Response, listed: ListView, asked: ListRequest) -> Response:
    """Say where the rows are that follow on a file that holds only so many: rows are all that it has a place for."""
    if asked.limit is not None:
        after = list_places(pinned(), listed, replace(asked, columns=())).after
        link_next(response, next_address(request.path, request.args.to_dict(), after))
    return response


def _refuse_beside_rows(asked: ListRequest) -> None:
    """Raise the problem of a file that is asked for what it has no place for; of `Accept`, which no schema sees."""
    given = {"total": asked.with_total, "facets": asked.facets}
    errors = [{"path": f"query.{name}", "message": ROWS_ONLY} for name in ON_PAGES_ONLY if given[name]]
    if errors:
        raise ProblemError(INVALID, unusable_arguments(errors), errors)


def _sent(listed: ListView, asked: ListRequest, row_format: RowFormat) -> Response:
    free: threading.Semaphore = current_app.extensions[FREE_DOWNLOADS]
    if not free.acquire(blocking=False):
        raise ProblemError(RATE_LIMITED, "Other files are being sent.", headers={"Retry-After": "5"})
    try:
        pieces = row_format.render(pinned(), listing_query(pinned(), listed, asked))
    except BaseException:
        free.release()
        raise
    response = Response(pieces, content_type=row_format.media_type)
    response.call_on_close(free.release)
    response.headers["Content-Disposition"] = f'attachment; filename="{listed.name}.{row_format.extension}"'
    return tagged(response)


def _scope(listed: ListView, columns: tuple[Column, ...], arguments: Arguments) -> tuple[Choice, ...]:
    """Return the filter that keeps a list of pairs to one question, or to the conflicts.

    The pairs of a whole corpus grow with the square of its claims, and nearly all of them agree.
    """
    if listed is not PAIRS or {"question_id", "question_id__in"} & arguments.keys():
        return ()
    asked = {"verdict": {arguments.get("verdict")} - {None}, "verdict__in": set(arguments.get("verdict__in", ()))}
    beyond = [name for name, verdicts in asked.items() if verdicts.difference(CONFLICTS)]
    if beyond:
        message = "Without `question_id` the list holds the conflicts only: " + " and ".join(CONFLICTS) + "."
        errors = [{"path": f"query.{name}", "message": message} for name in beyond]
        raise ProblemError(INVALID, unusable_arguments(errors), errors)
    return () if any(asked.values()) else ((filter_of(columns, "verdict__in"), list(CONFLICTS)),)


def _within(listed: ListView, columns: tuple[Column, ...], asked: ListRequest) -> tuple[Choice, ...]:
    """Return the filter that keeps a page of pairs to those that it has to judge, or of others to where theirs lie.

    Of pairs, with further filters or in another order, any may be on the page.
    """
    if listed.lookup in pinned().views:
        return _where_they_lie(listed, columns, asked)
    if listed is not PAIRS or asked.text or asked.sort or asked.limit is None or len(asked.chosen) != 1:
        return ()
    ((chosen, value),) = asked.chosen
    given = token_values(asked.after) if asked.after else []
    last = [*map(str, given), "", ""]  # a forged token may hold fewer: the list itself refuses it
    if chosen.parameter == "verdict__in" and set(cast("list[str]", value)) == set(CONFLICTS):
        return _next_disputes(columns, last[0], asked.limit)
    if chosen.parameter == "question_id":
        return _first_claims(columns, str(value), last[1], asked.limit)
    return ()


def _where_they_lie(listed: ListView, columns: tuple[Column, ...], asked: ListRequest) -> tuple[Choice, ...]:
    """Keep to the places of the rows that are asked for by their ids: DuckDB then reads their blocks only."""
    by_id = {listed.id_column, f"{listed.id_column}__in"}
    ids = next((value for chosen, value in asked.chosen if chosen.parameter in by_id), None)
    if ids is None:
        return ()
    places = places_of(pinned(), listed, [str(each) for each in (ids if isinstance(ids, list) else [ids])])
    place = listed.key[0]
    return ((filter_of(columns, f"{place}__in"), places) if places else (filter_of(columns, f"{place}__isnull"), True),)


def _next_disputes(columns: tuple[Column, ...], first: str, limit: int) -> tuple[Choice, ...]:
    """Keep to the next questions in dispute: each has a conflict at least, so as many questions as rows are enough."""
    rows = pinned().rows(_DISPUTED_FROM, [first, limit + 2])
    return ((filter_of(columns, "question_id__in"), [str(row["question_id"]) for row in rows] or [""]),)


def _first_claims(columns: tuple[Column, ...], question_id: str, first: str, limit: int) -> tuple[Choice, ...]:
    last = last_claim_needed(pinned(), question_id, first, limit + 2)
    return ((filter_of(columns, "a_claim_id__lte"), last),) if last else ()
