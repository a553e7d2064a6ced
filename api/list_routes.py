"""The lists, and their twins as files."""

from collections.abc import Mapping
from dataclasses import replace

from flask import Response, request

from analytics.filter_sentences import Choice
from analytics.filters import Filter, filters_of
from analytics.list_views import LIST_VIEWS, PAIRS, ListView
from analytics.listing import ListRequest, listing_query
from analytics.reading import Snapshot
from analytics.view_columns import Column
from api.answers import json_answer, pinned, tagged, unchanged
from api.documented import Arguments, Route, StrictBlueprint, add_route
from api.list_arguments import DEFAULT_LIMIT, list_arguments, list_request
from api.payloads import Payload, first_id, list_payload, page_payload, row_by_id
from api.problems import INVALID, NOT_FOUND, PREFIX, STALE_TOKEN, UNPUBLISHED, ProblemError, unusable_arguments
from api.row_formats import ROW_FORMATS, RowFormat
from api.row_schemas import list_schema

Columns = Mapping[str, tuple[Column, ...]]

CONFLICTS = ("contradicts", "differs")
LIST_PROBLEMS = (STALE_TOKEN, INVALID, UNPUBLISHED)


def add_list_routes(blueprint: StrictBlueprint, columns: Columns) -> None:
    """Give every view that can be listed its route and its twins; a file of an earlier version may lack a view."""
    for listed in LIST_VIEWS.values():
        if listed.view not in columns:
            continue
        _add_list(blueprint, listed, columns[listed.view])
        for row_format in ROW_FORMATS.values():
            _add_file(blueprint, listed, columns[listed.view], row_format)


def add_sub_list(blueprint: StrictBlueprint, parent: ListView, listed: ListView, columns: Columns) -> None:
    """Give the rows of a view that belong to one row of another a route: `/questions/ID/claims`."""
    belonging = _filter(columns[listed.view], parent.id_column)

    def show(arguments: Arguments, **path: str) -> Response:
        parent_id = path[parent.id_column]
        row_by_id(pinned(), parent, parent_id)
        asked = list_request(columns[listed.view], arguments, DEFAULT_LIMIT, ((belonging, parent_id),))
        return unchanged() or _page(listed, asked)

    route = Route(
        rule=f"/{parent.name}/<path:{parent.id_column}>/{listed.name}",
        endpoint=f"{parent.name}_{listed.name}",
        summary=f"The {listed.name} of one {parent.view}.",
        arguments=list_arguments(listed, columns[listed.view]),
        answer=list_schema(listed, columns[listed.view]),
        problems=(*LIST_PROBLEMS, NOT_FOUND),
        example=lambda snapshot: _sub_list_example(snapshot, parent, listed, belonging),
    )
    add_route(blueprint, route, show)


def _add_list(blueprint: StrictBlueprint, listed: ListView, columns: tuple[Column, ...]) -> None:
    def show(arguments: Arguments) -> Response:
        asked = list_request(columns, arguments, DEFAULT_LIMIT, _scope(listed, columns, arguments))
        return unchanged() or _page(listed, asked)

    route = Route(
        rule=f"/{listed.name}",
        endpoint=listed.name,
        summary=f"A page of the {listed.name}.",
        arguments=list_arguments(listed, columns),
        answer=list_schema(listed, columns),
        problems=LIST_PROBLEMS,
        example=lambda snapshot: list_payload(snapshot, listed.name, {"limit": "1"}),
    )
    add_route(blueprint, route, show)
    add_route(blueprint, replace(route, rule=f"/{listed.name}.json", endpoint=f"{listed.name}_json"), show)


def _add_file(blueprint: StrictBlueprint, listed: ListView, columns: tuple[Column, ...], row_format: RowFormat) -> None:
    def download(arguments: Arguments) -> Response:
        asked = list_request(columns, arguments, None, _scope(listed, columns, arguments))
        return unchanged() or _file(listed, asked, row_format)

    route = Route(
        rule=f"/{listed.name}.{row_format.extension}",
        endpoint=f"{listed.name}_{row_format.extension}",
        summary=f"The {listed.name} as one {row_format.extension} file: all rows, unless `limit`.",
        arguments=list_arguments(listed, columns),
        answer={"type": "string", "format": "binary"},
        media_type=row_format.media_type,
        problems=LIST_PROBLEMS,
        example=lambda snapshot: _file_example(snapshot, listed, row_format),
    )
    add_route(blueprint, route, download)


def _sub_list_example(snapshot: Snapshot, parent: ListView, listed: ListView, belonging: Filter) -> Payload:
    parent_id = first_id(snapshot, parent)
    asked = ListRequest(chosen=((belonging, parent_id),), limit=1)
    return page_payload(snapshot, listed, asked, {"limit": "1"}, f"{PREFIX}/{parent.name}/{parent_id}/{listed.name}")


def _file_example(snapshot: Snapshot, listed: ListView, row_format: RowFormat) -> str:
    query = listing_query(snapshot, listed, ListRequest(limit=1))
    whole = b"".join(row_format.render(snapshot, query))
    return whole.decode() if row_format.is_text else "PAR1…"


def _page(listed: ListView, asked: ListRequest) -> Response:
    return json_answer(page_payload(pinned(), listed, asked, request.args.to_dict(), request.path))


def _file(listed: ListView, asked: ListRequest, row_format: RowFormat) -> Response:
    pieces = row_format.render(pinned(), listing_query(pinned(), listed, asked))
    response = Response(pieces, content_type=row_format.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{listed.name}.{row_format.extension}"'
    return tagged(response)


def _scope(listed: ListView, columns: tuple[Column, ...], arguments: Arguments) -> tuple[Choice, ...]:
    """Return the filter that keeps a list of pairs to one question, or to the conflicts.

    The pairs of a whole corpus grow with the square of its claims, and nearly all of them agree.
    """
    if listed is not PAIRS or {"question_id", "question_id__in"} & arguments.keys():
        return ()
    asked = {arguments.get("verdict")} | set(arguments.get("verdict__in", ())) - {None}
    if asked - {None, *CONFLICTS}:
        message = "Without `question_id` the list holds the conflicts only: " + " and ".join(CONFLICTS) + "."
        raise ProblemError(INVALID, unusable_arguments(1), [{"path": "query.verdict", "message": message}])
    return ((_filter(columns, "verdict__in"), list(CONFLICTS)),)


def _filter(columns: tuple[Column, ...], parameter: str) -> Filter:
    return next(each for each in filters_of(columns) if each.parameter == parameter)
