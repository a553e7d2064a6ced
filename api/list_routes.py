"""The lists, and their twins as files."""

from collections.abc import Mapping
from typing import Any

from flask import Response, request
from flask_smorest import Blueprint

from analytics.filter_sentences import Choice
from analytics.filters import Filter, filters_of
from analytics.list_views import LIST_VIEWS, PAIRS, ListView
from analytics.listing import ListRequest, listing_query
from analytics.view_columns import Column
from api.answers import json_answer, pinned, tagged, unchanged
from api.documented import documented
from api.list_arguments import DEFAULT_LIMIT, list_arguments, list_request
from api.payloads import page_payload, row_by_id
from api.problems import INVALID, NOT_FOUND, STALE_TOKEN, UNPUBLISHED, ProblemError
from api.row_formats import ROW_FORMATS, RowFormat
from api.row_schemas import list_schema

Arguments = Mapping[str, Any]
Columns = Mapping[str, tuple[Column, ...]]

CONFLICTS = ("contradicts", "differs")
LIST_PROBLEMS = (STALE_TOKEN, INVALID, UNPUBLISHED)


def add_list_routes(blueprint: Blueprint, columns: Columns) -> None:
    """Give every view that can be listed its route and its twins."""
    for listed in LIST_VIEWS.values():
        _add_list(blueprint, listed, columns[listed.view])
        _add_files(blueprint, listed, columns[listed.view])


def add_sub_list(blueprint: Blueprint, parent: ListView, listed: ListView, columns: Columns) -> None:
    """Give the rows of a view that belong to one row of another a route: `/questions/ID/claims`."""
    rule = f"/{parent.name}/<path:{parent.id_column}>/{listed.name}"
    belonging = _filter(columns[listed.view], parent.id_column)

    @blueprint.route(rule, endpoint=f"{parent.name}_{listed.name}")
    @blueprint.arguments(list_arguments(listed, columns[listed.view]), location="query")
    @blueprint.response(200, list_schema(listed, columns[listed.view]))
    @documented(blueprint, f"The {listed.name} of one {parent.view}.", *LIST_PROBLEMS, NOT_FOUND)
    def show(arguments: Arguments, **path: str) -> Response:
        parent_id = path[parent.id_column]
        row_by_id(pinned(), parent, parent_id)
        asked = list_request(columns[listed.view], arguments, DEFAULT_LIMIT, ((belonging, parent_id),))
        return unchanged() or _page(listed, asked)


def _add_list(blueprint: Blueprint, listed: ListView, columns: tuple[Column, ...]) -> None:
    @blueprint.route(f"/{listed.name}", endpoint=listed.name)
    @blueprint.arguments(list_arguments(listed, columns), location="query")
    @blueprint.response(200, list_schema(listed, columns))
    @documented(blueprint, f"A page of the {listed.name}.", *LIST_PROBLEMS)
    def show(arguments: Arguments) -> Response:
        asked = list_request(columns, arguments, DEFAULT_LIMIT, _scope(listed, columns, arguments))
        return unchanged() or _page(listed, asked)

    blueprint.route(f"/{listed.name}.json", endpoint=f"{listed.name}_json")(show)


def _add_files(blueprint: Blueprint, listed: ListView, columns: tuple[Column, ...]) -> None:
    for row_format in ROW_FORMATS.values():
        _add_file(blueprint, listed, columns, row_format)


def _add_file(blueprint: Blueprint, listed: ListView, columns: tuple[Column, ...], row_format: RowFormat) -> None:
    extension = row_format.extension

    @blueprint.route(f"/{listed.name}.{extension}", endpoint=f"{listed.name}_{extension}")
    @blueprint.arguments(list_arguments(listed, columns), location="query")
    @blueprint.response(200, {"type": "string", "format": "binary"}, content_type=row_format.media_type)
    @documented(blueprint, f"The {listed.name} as one {extension} file: all rows, unless `limit`.", *LIST_PROBLEMS)
    def download(arguments: Arguments) -> Response:
        asked = list_request(columns, arguments, None, _scope(listed, columns, arguments))
        return unchanged() or _file(listed, asked, row_format)


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
        raise ProblemError(INVALID, "1 argument cannot be used.", [{"path": "query.verdict", "message": message}])
    return ((_filter(columns, "verdict__in"), list(CONFLICTS)),)


def _filter(columns: tuple[Column, ...], parameter: str) -> Filter:
    return next(each for each in filters_of(columns) if each.parameter == parameter)
