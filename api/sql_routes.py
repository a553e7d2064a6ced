"""The SQL door over HTTP: ad hoc queries, saved queries, and the schema that they run on."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import marshmallow as ma
import orjson
from flask import Response, request

from analytics.filters import identifier
from analytics.list_views import LIST_VIEWS
from analytics.reading import Snapshot
from analytics.rows_as_text import Form, json_bytes, written_rows
from analytics.saved_queries import SavedQuery, saved_queries
from analytics.sql_door import SqlAnswer, SqlDoor, SqlStoppedError, StoppedBy
from analytics.sql_worker import NEEDED
from analytics.strict_json import read_json
from api.answers import JSON, json_answer, name_build, pinned, tagged_by_content, unchanged
from api.documented import Arguments, Route, StrictBlueprint, add_route
from api.list_arguments import readable, without_nul
from api.near_addresses import SQL_FORMATS, rows_in_form
from api.negotiation import file_accepted, varying
from api.payloads import Payload
from api.problems import (
    INVALID,
    NOT_FOUND,
    SQL_BUSY,
    SQL_MEMORY,
    SQL_OFF,
    SQL_REFUSED,
    SQL_TIME,
    SQL_TOO_LARGE,
    TOO_LARGE,
    UNPUBLISHED,
    ProblemError,
    ProblemType,
    unusable_arguments,
)
from api.row_formats import ROW_FORMATS
from api.row_schemas import StrictSchema, described, meta_field

RETRY_SECONDS = 1
EXAMPLE_SQL = "select measure, count(*) as findings from finding group by all order by findings desc"
SQL_PROBLEMS = (INVALID, SQL_REFUSED, SQL_TIME, SQL_TOO_LARGE, SQL_MEMORY, SQL_BUSY, SQL_OFF, UNPUBLISHED)
_PROBLEM_OF: Mapping[StoppedBy, ProblemType] = {
    "statement": SQL_REFUSED,
    "time": SQL_TIME,
    "memory": SQL_MEMORY,
    "size": SQL_TOO_LARGE,
    "load": SQL_BUSY,
}
# Neither CSV nor NDJSON has a place to say it.
TRUNCATED = "X-Truncated"
_HEADERS = {
    TRUNCATED: {
        "description": "`true` where rows beyond the limit were left off, else `false`; in every format.",
        "schema": {"type": "string", "enum": ["true", "false"]},
    }
}
_COMMENTS = """
    select table_name as name, coalesce(comment, '') as comment from duckdb_tables() where not internal
    union all
    select view_name, coalesce(comment, '') from duckdb_views() where not internal
"""
NO_OBJECT = "Not a JSON object."
DOOR_ENDPOINTS = ("api.sql", "api.sql_post", "api.saved_query", "charts.picture_of_a_query")


def read_parameters(text: str) -> dict[str, object]:
    """Return the parameters that a query string gives as a JSON object; raises ValidationError for anything else."""
    try:
        parameters = read_json(text)
    except ValueError as problem:
        raise ma.ValidationError(f'Not a JSON object such as {{"source": "The Ledger"}}: {problem}.') from problem
    return check_parameters(parameters)


def check_parameters(parameters: object) -> dict[str, object]:
    """Return parameters whose values are plain JSON values or lists of these; raises ValidationError for others."""
    if not isinstance(parameters, dict):
        raise ma.ValidationError(NO_OBJECT)
    for name, value in parameters.items():
        if any(isinstance(each, dict | list) for each in (value if isinstance(value, list) else [value])):
            raise ma.ValidationError({name: ["A text, a number, true, false or null, or a list of these."]})
    return parameters


class ParametersInAddress(ma.fields.String):
    """Named parameters, as a JSON object in a query string."""

    def _deserialize(self, value: object, *given: Any, **named: Any) -> Any:  # noqa: ANN401  # as marshmallow's
        return read_parameters(super()._deserialize(value, *given, **named))


class ParametersInBody(ma.fields.Dict):
    """Named parameters, as a JSON object in a body."""

    default_error_messages = {"invalid": NO_OBJECT}  # noqa: RUF012  # as marshmallow declares it

    def _deserialize(self, value: object, *given: Any, **named: Any) -> Any:  # noqa: ANN401  # as marshmallow's
        return check_parameters(super()._deserialize(value, *given, **named))


_Q = {**described("One SELECT statement in DuckDB's SQL; `$name` stands for a parameter."), "example": EXAMPLE_SQL}
_NEEDED: dict[str, Any] = {"required": NEEDED}
_PARAMS = "The statement's named parameters as a JSON object."
_FORMAT = ma.fields.String(
    validate=ma.validate.OneOf(SQL_FORMATS),
    metadata=described("How the rows come; else as `Accept` says, and as JSON where it says nothing of these."),
)


class SqlArguments(StrictSchema):
    """A query in an address."""

    q = ma.fields.String(required=True, validate=readable, metadata=without_nul(_Q), error_messages=_NEEDED)
    params = ParametersInAddress(metadata=described(_PARAMS))
    format = _FORMAT


class SqlBody(StrictSchema):
    """A query in a body."""

    q = ma.fields.String(required=True, validate=readable, metadata=without_nul(_Q), error_messages=_NEEDED)
    params = ParametersInBody(keys=ma.fields.String(), metadata=described(_PARAMS))
    format = _FORMAT


def _parameter_fields() -> dict[str, ma.fields.String]:
    """Return each parameter of the saved queries as a field that says which of them take it."""
    takers: dict[str, list[str]] = {}
    for query in saved_queries().values():
        for name, meaning in query.parameters.items():
            takers.setdefault(name, []).append(f"{meaning} (`{query.name}`)")
    return {
        name: ma.fields.String(validate=readable, metadata=without_nul(described("; ".join(meanings))))
        for name, meanings in takers.items()
    }


class SavedArguments(StrictSchema.from_dict(_parameter_fields())):  # type: ignore[misc]  # a class made at run time
    """What the saved queries take: their parameters by name, or all as one JSON object."""

    params = ParametersInAddress(metadata=described(_PARAMS))
    format = _FORMAT


class SqlColumn(StrictSchema):
    """One column of a result."""

    name = ma.fields.String(required=True, metadata=described("The column's name; a repeated one is numbered."))
    type = ma.fields.String(required=True, metadata=described("DuckDB's type."))


class SqlRows(StrictSchema):
    """The rows of a query."""

    data = ma.fields.List(ma.fields.Dict(keys=ma.fields.String()), required=True, metadata=described("The rows."))
    columns = ma.fields.List(
        ma.fields.Nested(SqlColumn), required=True, metadata=described("Its columns, in their order.")
    )
    truncated = ma.fields.Boolean(required=True, metadata=described("Whether rows beyond the limit were left off."))
    meta = meta_field()


_PAIRS_UNCOUNTED = (
    "Its rows are judged while they are read, and their number grows with the square of the claims: count those of a "
    "question, `select count(*) from pair where question_id = …`."
)


class SchemaColumn(StrictSchema):
    """One column of a view."""

    name = ma.fields.String(required=True, metadata=described("The column's name."))
    type = ma.fields.String(required=True, metadata=described("DuckDB's type."))
    comment = ma.fields.String(required=True, metadata=described("What it holds."))


class SchemaView(StrictSchema):
    """One view or table."""

    name = ma.fields.String(required=True, metadata=described("The name to select from."))
    comment = ma.fields.String(required=True, metadata=described("What one row of it is."))
    is_stable = ma.fields.Boolean(required=True, metadata=described("Whether later versions keep it."))
    row_count = ma.fields.Integer(
        required=True, allow_none=True, metadata=described("Its rows; null where none counts.")
    )
    uncounted = ma.fields.String(
        required=True, allow_none=True, metadata=described("Why `row_count` is null; null where it is not.")
    )
    columns = ma.fields.List(
        ma.fields.Nested(SchemaColumn), required=True, metadata=described("Its columns, in their order.")
    )


class DatabaseSchema(StrictSchema):
    """What can be selected from."""

    data = ma.fields.List(
        ma.fields.Nested(SchemaView), required=True, metadata=described("The views and tables of the file.")
    )
    meta = meta_field()


class SavedQueryEntry(StrictSchema):
    """One saved query."""

    name = ma.fields.String(required=True, metadata=described("Its name in `/api/v1/queries/NAME`."))
    title = ma.fields.String(required=True, metadata=described("What it shows."))
    parameters = ma.fields.Dict(required=True, metadata=described("The parameters it takes, each described."))
    sql = ma.fields.String(required=True, metadata=described("Its SQL."))


class SavedQueryList(StrictSchema):
    """The saved queries."""

    data = ma.fields.List(
        ma.fields.Nested(SavedQueryEntry), required=True, metadata=described("The saved queries, by name.")
    )


def add_sql_routes(blueprint: StrictBlueprint, door: SqlDoor | None) -> None:
    """Add the SQL door's routes; without a door they say that it is off."""

    def ask(arguments: Arguments) -> Response:
        return _rows(door, arguments["q"], arguments)

    def ask_in_body(_: Arguments, body: Arguments) -> Response:
        return _rows(door, body["q"], body)

    def ask_saved(arguments: Arguments, name: str) -> Response:
        query = saved_queries().get(name)
        if query is None:
            moved = rows_in_form()
            if moved:
                return moved
            message = f"No saved query is called {name!r}; there are {', '.join(saved_queries())}."
            raise ProblemError(NOT_FOUND, message)
        return _rows(door, query.sql, {**arguments, "params": saved_parameters(query, arguments)})

    add_route(blueprint, GET_ROUTE, ask)
    add_route(blueprint, POST_ROUTE, ask_in_body)
    add_route(blueprint, SAVED_ROUTE, ask_saved)
    add_route(blueprint, SAVED_LIST_ROUTE, lambda _: Response(json_bytes(_saved_payload()), content_type=JSON))
    add_route(blueprint, SCHEMA_ROUTE, lambda _: unchanged() or json_answer(_schema_of(pinned())))


def saved_parameters(query: SavedQuery, arguments: Arguments) -> dict[str, object]:
    """Return the parameters that a saved query is asked with; raises ProblemError where it takes others."""
    by_name = {name: value for name, value in arguments.items() if name not in {"params", "format"}}
    given: dict[str, object] = {**arguments.get("params", {}), **by_name}
    takes = ", ".join(query.parameters) or "none"
    errors = [
        {"path": f"query.{name}", "message": f"Not a parameter of {query.name}, which takes {takes}."}
        for name in given
        if name not in query.parameters
    ]
    errors += [
        {"path": f"query.{name}", "message": f"Needed: {meaning}."}
        for name, meaning in query.parameters.items()
        if name not in given
    ]
    if errors:
        raise ProblemError(INVALID, unusable_arguments(errors), errors)
    return given


def _rows(door: SqlDoor | None, sql: str, arguments: Arguments) -> Response:
    form = arguments.get("format") or _form_accepted()
    return varying(_rendered(run_query(door, sql, arguments.get("params"), form), sql, form))


def _form_accepted() -> Form:
    """Return the form that the client would rather have than JSON, where the door gives it."""
    accepted = file_accepted()
    return accepted.extension if accepted and accepted.extension in SQL_FORMATS else "json"


def run_query(
    door: SqlDoor | None, sql: str, parameters: Mapping[str, object] | None, form: Form = "json"
) -> SqlAnswer:
    """Return a query's answer; raises ProblemError where it is refused or stopped."""
    if door is None:
        raise ProblemError(SQL_OFF, "The server was started without it.")
    try:
        return door.run(sql, parameters, form)
    except SqlStoppedError as stopped:
        raise _problem(stopped) from None


def turn_away_from(door: SqlDoor) -> None:
    """Raise the problem that says it where the door is full."""
    try:
        door.turn_away()
    except SqlStoppedError as stopped:
        raise _problem(stopped) from None


def _problem(stopped: SqlStoppedError) -> ProblemError:
    headers = {"Retry-After": str(RETRY_SECONDS)} if stopped.limit == "load" else {}
    return ProblemError(_PROBLEM_OF[stopped.limit], str(stopped), headers=headers)


def _rendered(answer: SqlAnswer, sql: str, form: Form) -> Response:
    name_build(answer.build_id)
    if form == "json":
        response = Response(json_bytes(_payload(answer, sql)), content_type=JSON)
    else:
        response = Response(answer.data, content_type=ROW_FORMATS[form].media_type)
    response.headers[TRUNCATED] = str(answer.truncated).lower()
    # Of the content: a query may draw what is random, or ask for the time.
    return tagged_by_content(response) if request.method in {"GET", "HEAD"} else response


def _payload(answer: SqlAnswer, sql: str) -> Payload:
    """Return an answer as it is sent; what the worker wrote is not read again."""
    return {
        "data": orjson.Fragment(answer.data),
        "columns": orjson.Fragment(answer.columns),
        "truncated": answer.truncated,
        "meta": {"build_id": answer.build_id, "sql": sql},
    }


def _schema_of(snapshot: Snapshot) -> Payload:
    return snapshot.cached("schema", lambda: _schema_payload(snapshot))


def _schema_payload(snapshot: Snapshot) -> Payload:
    stable = {listed.view for listed in LIST_VIEWS.values()}
    comments = {str(row["name"]): row["comment"] for row in snapshot.rows(_COMMENTS)}
    views = [
        {
            "name": name,
            "comment": comments[name],
            "is_stable": name in stable,
            "row_count": None if _is_of_pairs(name) else _row_count(snapshot, name),
            "uncounted": _PAIRS_UNCOUNTED if _is_of_pairs(name) else None,
            "columns": [{"name": each.name, "type": each.type, "comment": each.comment} for each in columns],
        }
        for name, columns in snapshot.views.items()
    ]
    return {"data": views, "meta": {"build_id": snapshot.build_id}}


def _is_of_pairs(view: str) -> bool:
    return view.endswith("pair")


def _row_count(snapshot: Snapshot, view: str) -> int:
    """Return how many rows a view holds."""
    return int(str(snapshot.rows(" ".join(["select count(*) as rows from", identifier(view)]))[0]["rows"]))


def _saved_payload() -> Payload:
    return {"data": [_saved_entry(query) for query in saved_queries().values()]}


def _saved_entry(query: SavedQuery) -> Payload:
    return {"name": query.name, "title": query.title, "parameters": dict(query.parameters), "sql": query.sql}


def _example(snapshot: Snapshot) -> Payload:
    columns = [{"name": "measure", "type": "VARCHAR"}, {"name": "findings", "type": "BIGINT"}]
    rows = _example_rows("json", snapshot).encode()
    return _payload(SqlAnswer(snapshot.build_id, json_bytes(columns), rows, truncated=False), EXAMPLE_SQL)


def _example_rows(form: Form, snapshot: Snapshot) -> str:
    rows = [list(row.values()) for row in snapshot.rows(EXAMPLE_SQL + " limit 2")]
    return written_rows(form, ["measure", "findings"], rows).decode()


_FORMS = {ROW_FORMATS[form].media_type: partial(_example_rows, form) for form in SQL_FORMATS if form in ROW_FORMATS}
GET_ROUTE = Route(
    "/sql", "sql", "The rows of one SELECT, at an address to keep.", SqlRows, SQL_PROBLEMS, _example, SqlArguments,
    headers=_HEADERS, also=_FORMS,
)  # fmt: skip
POST_ROUTE = Route(
    "/sql", "sql_post", "The rows of one SELECT that is too long for an address.", SqlRows, (*SQL_PROBLEMS, TOO_LARGE),
    _example, body=SqlBody, headers=_HEADERS, also=_FORMS, revalidates=False,
)  # fmt: skip
SAVED_ROUTE = Route(
    "/queries/<name>", "saved_query", "The rows of a saved query.", SqlRows, (*SQL_PROBLEMS, NOT_FOUND), _example,
    SavedArguments, headers=_HEADERS, also=_FORMS,
)  # fmt: skip
SAVED_LIST_ROUTE = Route(
    "/queries", "saved_queries", "The saved queries and what they take.", SavedQueryList, (INVALID,),
    lambda _: _saved_payload(), revalidates=False,
)  # fmt: skip
SCHEMA_ROUTE = Route(
    "/schema", "schema", "Views and tables with their columns, comments and row counts.", DatabaseSchema,
    (INVALID, UNPUBLISHED), _schema_of,
)  # fmt: skip
