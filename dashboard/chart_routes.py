"""Charts over HTTP: each as a Vega-Lite spec for the browser, and as PNG or SVG for print."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import TypeVar, cast
from urllib.parse import quote, urlencode

import orjson
from flask import Blueprint, Response, abort, current_app, make_response, redirect, request
from marshmallow import ValidationError
from werkzeug.exceptions import ServiceUnavailable
from werkzeug.wrappers import Response as WerkzeugResponse

from analytics.admission import FullError
from analytics.reading import PublishedFile, SlowQueryError, Snapshot, UnknownRowError, UnpublishedError
from analytics.sql_door import SqlAnswer
from api.list_arguments import EQUAL
from api.plain_numbers import is_plain
from api.problems import INVALID, PREFIX, RATE_LIMITED, TOO_SLOW, ProblemError, problem_response, unusable_arguments
from api.registration import SQL_DOOR
from api.sql_routes import read_parameters, run_query
from api.strict_arguments import refuse_unreadable
from dashboard.chart_description import LARGEST_WIDTH
from dashboard.charts.catalogue import (
    CHARTS,
    DEFAULT_WIDTH,
    Asked,
    UnknownChartError,
    chart_rows,
    chart_spec,
    named_chart,
    parameters_of,
    spec_by_address,
)
from dashboard.charts.frame import Spec, rounded_width
from dashboard.charts.palette import PALETTES, Theme
from dashboard.charts.pictures import PATIENCE, Format, PictureError, picture
from dashboard.charts.query_result import NoChartError, draw_query_result, query_result_title
from dashboard.charts.shapes import shortened
from dashboard.numerals import count_text
from dashboard.question_drawing import question_drawing

PARAMETERS = {"theme", "width", "v"}
A_YEAR = 31_536_000
MOST_COLUMNS = 200

Answer = TypeVar("Answer")


def chart_blueprint(published: PublishedFile, cache: Path, version: str) -> Blueprint:
    """Give the routes under `/api/v1/charts`: each chart's spec, its rows, and its picture; problems are the API's.

    `version` changes with the code that draws. An address whose `v` names build and version never goes stale.
    """
    blueprint = Blueprint("charts", __name__)
    blueprint.before_request(refuse_unreadable)
    _answer_errors(blueprint)

    @blueprint.get("/api/v1/charts")
    def charts() -> Response:
        with published.snapshot() as snapshot:
            return _json({"data": [_listed(name, snapshot) for name in CHARTS]})

    @blueprint.get("/api/v1/charts/<name>")
    def chart(name: str) -> WerkzeugResponse:
        try:
            named_chart(name)
        except UnknownChartError as problem:
            abort(404, str(problem))
        asked = f"?{urlencode(request.args)}" if request.args else ""
        return redirect(f"/api/v1/charts/{quote(name)}.json{asked}", code=HTTPStatus.PERMANENT_REDIRECT)

    @blueprint.get("/api/v1/charts/<name>.json")
    def chart_as_json(name: str) -> Response:
        with published.snapshot() as snapshot:
            return _kept(_json(_asked_spec(snapshot, name)), snapshot, version)

    @blueprint.get("/api/v1/charts/<name>/rows.json")
    def rows_of_chart(name: str) -> Response:
        with published.snapshot() as snapshot:
            _theme()  # rows have no colours, but a theme that is none is refused here as it is for the chart
            rows = _drawn(name, snapshot, lambda asked: chart_rows(name, asked, _width(), snapshot))
            return _kept(_json(rows), snapshot, version)

    @blueprint.get("/api/v1/charts/<name>.<any(png, svg):kind>")
    def chart_as_picture(name: str, kind: str) -> Response:
        with published.snapshot() as snapshot:
            drawn = _asked_picture(snapshot, name, cast("Format", kind), cache)
            return _kept(_picture_response(drawn, kind), snapshot, version)

    _add_charts_of_queries(blueprint)
    return blueprint


def _answer_errors(blueprint: Blueprint) -> None:
    """Answer what goes amiss in a drawing as the API does."""
    blueprint.register_error_handler(ProblemError, problem_response)
    blueprint.register_error_handler(SlowQueryError, lambda error: problem_response(ProblemError(TOO_SLOW, str(error))))
    blueprint.register_error_handler(ValidationError, _unusable)
    blueprint.register_error_handler(FullError, lambda _: problem_response(_others_are_drawn()))
    blueprint.register_error_handler(UnpublishedError, lambda error: problem_response(ServiceUnavailable(str(error))))


def _listed(name: str, snapshot: Snapshot) -> dict[str, object]:
    """Tell of one chart what it is, what it takes and where it is."""
    taken = list(parameters_of(name, snapshot))
    return {"name": name, "title": named_chart(name).title, "takes": taken, "url": f"/api/v1/charts/{name}.json"}


def _unusable(error: Exception) -> Response:
    """Answer for filters that findings do not take."""
    messages = error.messages if isinstance(error, ValidationError) and isinstance(error.messages, dict) else {}
    errors = [{"path": f"query.{name}", "message": str(each)} for name, found in messages.items() for each in found]
    return problem_response(ProblemError(INVALID, unusable_arguments(errors), errors))


def _others_are_drawn() -> ProblemError:
    return ProblemError(RATE_LIMITED, "Other pictures are being drawn.", headers={"Retry-After": str(PATIENCE)})


def _add_charts_of_queries(blueprint: Blueprint) -> None:
    """Add the quick chart: as a spec for rows that the browser holds, and as a picture of a query's own rows.

    A result without a shape has no spec (204), which is no fault; who asks for its picture is told so (404).

    These pictures are kept nowhere: there is no end of queries, and the disk has one.
    """

    @blueprint.get("/api/v1/charts/query-result.json")
    def chart_of_a_query() -> Response:
        columns, row_count = _asked_columns()
        address = f"/api/v1/sql?{urlencode({'q': request.args.get('q', '')})}"
        try:
            return _json(draw_query_result(columns, row_count, address, _theme(), rounded_width(_width())))
        except NoChartError:
            return Response(status=204)

    @blueprint.get("/api/v1/charts/query-result.<any(png, svg):kind>")
    def picture_of_a_query(kind: str) -> Response:
        try:
            parameters = read_parameters(request.args.get("params", "{}"))
        except ValidationError as problem:
            abort(422, f"params: {'; '.join(map(str, problem.messages))}")
        answer = run_query(current_app.extensions[SQL_DOOR], request.args.get("q", ""), parameters)
        try:
            spec, title, foot = query_chart(answer, _theme(), _width())
            drawn = picture(spec, cast("Format", kind), _theme(), title, foot, cache=None)
        except NoChartError as problem:
            abort(404, str(problem))
        except PictureError as problem:
            abort(503, str(problem))
        response = _picture_response(drawn, kind)
        response.headers["Cache-Control"] = "no-store"
        return response


def query_chart(answer: SqlAnswer, theme: Theme, width: int) -> tuple[Spec, str, str]:
    """Give a query's answer as a chart that holds its rows, its title and its foot on a picture.

    Raises NoChartError where the columns have no shape.
    """
    columns = [(column["name"], column["type"]) for column in orjson.loads(answer.columns)]
    rows = orjson.loads(answer.data)
    spec = draw_query_result(columns, len(rows), "", theme, rounded_width(width))
    foot = f"{count_text(len(rows), 'row')} of a query · Rashomon, build {answer.build_id}"
    return {**spec, "data": {"values": rows}}, shortened(query_result_title(columns, len(rows)), 80), foot


def _picture_response(drawn: bytes, kind: str) -> Response:
    response = make_response(drawn)
    response.headers["Content-Type"] = "image/png" if kind == "png" else "image/svg+xml"
    return response


def chart_title(snapshot: Snapshot, name: str, question_id: str | None, source: str | None = None) -> str:
    """Give a chart's title as it stands on a picture: the question or the source, where it draws one."""
    if source and named_chart(name).of_source:
        return shortened(source, 80)
    if question_id and named_chart(name).of_question:
        question = question_drawing(snapshot, question_id).question
        return str(question.get("asks") or question["title"])
    return named_chart(name).title


def chart_foot(snapshot: Snapshot, name: str) -> str:
    """Say on a picture what it shows and which build it comes from."""
    return f"{named_chart(name).title} · Rashomon, build {snapshot.build_id}"


def _asked_picture(snapshot: Snapshot, name: str, kind: Format, cache: Path) -> bytes:
    spec = _drawn(name, snapshot, lambda asked: chart_spec(name, asked, _theme(), _width(), snapshot))
    title = chart_title(snapshot, name, request.args.get("question_id"), request.args.get("source"))
    try:
        return picture(spec, kind, _theme(), title, chart_foot(snapshot, name), cache)
    except PictureError as problem:
        abort(503, str(problem))


def _asked_spec(snapshot: Snapshot, name: str) -> Spec:
    """Give the spec that names its rows by an address as lasting as its own."""
    lasting = {"v": request.args.get("v", "")}
    return _drawn(name, snapshot, lambda asked: spec_by_address(name, asked, _theme(), _width(), snapshot, lasting))


def _drawn(name: str, snapshot: Snapshot, draw: Callable[[Asked], Answer]) -> Answer:
    """Draw by what the address asks for; what cannot be drawn is a problem in words."""
    try:
        known = PARAMETERS | set(parameters_of(name, snapshot))
        unknown = sorted(given for given in request.args if given.removesuffix(EQUAL) not in known)
        if unknown:
            abort(422, f"This chart takes {_taken(name)}; not {', '.join(unknown)}.")
        return draw({key: value for key, value in request.args.items() if key not in PARAMETERS})
    except (UnknownChartError, UnknownRowError) as problem:
        abort(404, str(problem))


def _taken(name: str) -> str:
    """Say what a chart takes; the filters of a list are hundreds, and told by the list's name."""
    chart = named_chart(name)
    named = ", ".join(sorted({*PARAMETERS, *chart.takes}))
    return f"{named} and the filters of {PREFIX}/{chart.of_list.name}" if chart.of_list else named


def _asked_columns() -> tuple[list[tuple[str, str]], int]:
    """Read the columns of a query's result, a JSON list of (name, type), and the number of its rows."""
    try:
        listed = orjson.loads(request.args.get("columns", ""))
        columns = [(str(name), str(kind)) for name, kind in listed[:MOST_COLUMNS]]
        rows = request.args.get("rows", "0")[:9]
        return columns, int(rows if is_plain(rows) else "")
    except (orjson.JSONDecodeError, TypeError, ValueError):
        abort(422, 'columns is a JSON list such as [["measure", "VARCHAR"], ["findings", "BIGINT"]]; rows is a number.')


def _theme() -> Theme:
    theme = request.args.get("theme", "light")
    if theme not in PALETTES:
        abort(422, "theme is light or dark.")
    return "dark" if theme == "dark" else "light"


def _width() -> int:
    width = request.args.get("width", str(DEFAULT_WIDTH))
    if not is_plain(width) or not width.isdecimal() or not 0 < int(width[:6]) <= LARGEST_WIDTH:
        abort(422, f"width is a number of pixels, 1 to {LARGEST_WIDTH}.")
    return int(width)


def _json(payload: object) -> Response:
    response = make_response(orjson.dumps(payload, default=str))
    response.headers["Content-Type"] = "application/json"
    return response


def _kept(response: Response, snapshot: Snapshot, version: str) -> Response:
    """Let a browser keep a chart: for good where its address names this build and version, else until the next one."""
    mark = chart_version(snapshot.edition, version)
    is_lasting = request.args.get("v") == mark
    response.headers["Cache-Control"] = f"private, max-age={A_YEAR}, immutable" if is_lasting else "no-cache"
    response.set_etag(mark)
    response.make_conditional(request)
    return response


def chart_version(edition: str, version: str) -> str:
    """Name what a chart depends on besides its parameters: the rows, and the code that draws them."""
    return f"{edition}-{version}"
