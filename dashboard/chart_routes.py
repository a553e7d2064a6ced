"""Charts over HTTP: each as a Vega-Lite spec for the browser, and as PNG or SVG for print."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import orjson
from flask import Blueprint, Response, abort, make_response, request
from werkzeug.exceptions import ServiceUnavailable

from analytics.reading import PublishedFile, Snapshot, UnknownRowError, UnpublishedError
from api.problems import problem_response
from dashboard.charts.catalogue import DEFAULT_WIDTH, UnknownChartError, chart_spec, named_chart
from dashboard.charts.frame import Spec
from dashboard.charts.palette import PALETTES, Theme
from dashboard.charts.pictures import Format, PictureError, picture
from dashboard.question_drawing import question_drawing

PARAMETERS = {"question_id", "theme", "width"}
LARGEST_WIDTH = 4000


def chart_blueprint(published: PublishedFile, cache: Path) -> Blueprint:
    """Give the routes `/api/v1/charts/<name>.json`, `.png` and `.svg`; their problems are the API's."""
    blueprint = Blueprint("charts", __name__)
    blueprint.register_error_handler(UnpublishedError, lambda error: problem_response(ServiceUnavailable(str(error))))

    @blueprint.get("/api/v1/charts/<name>.json")
    def chart_as_json(name: str) -> Response:
        with published.snapshot() as snapshot:
            response = make_response(orjson.dumps(_asked_spec(snapshot, name)))
            return _tagged(response, snapshot, "application/json")

    @blueprint.get("/api/v1/charts/<name>.<any(png, svg):kind>")
    def chart_as_picture(name: str, kind: str) -> Response:
        with published.snapshot() as snapshot:
            body = _asked_picture(snapshot, name, cast("Format", kind), cache)
            media_type = "image/png" if kind == "png" else "image/svg+xml"
            return _tagged(make_response(body), snapshot, media_type)

    return blueprint


def chart_title(snapshot: Snapshot, name: str, question_id: str | None) -> str:
    """Give a chart's title as it stands on a picture: the question, where it draws one."""
    if question_id and named_chart(name).of_question:
        return str(question_drawing(snapshot, question_id).question["title"])
    return named_chart(name).title


def chart_foot(snapshot: Snapshot, name: str) -> str:
    """Say on a picture what it shows and which build it comes from."""
    return f"{named_chart(name).title} · Rashomon, build {snapshot.build_id}"


def _asked_picture(snapshot: Snapshot, name: str, kind: Format, cache: Path) -> bytes:
    spec = _asked_spec(snapshot, name)
    title = chart_title(snapshot, name, request.args.get("question_id"))
    try:
        return picture(spec, kind, _theme(), title, chart_foot(snapshot, name), cache)
    except PictureError as problem:
        abort(503, str(problem))


def _asked_spec(snapshot: Snapshot, name: str) -> Spec:
    unknown = set(request.args) - PARAMETERS
    if unknown:
        abort(422, f"A chart takes {', '.join(sorted(PARAMETERS))}; not {', '.join(sorted(unknown))}.")
    try:
        return chart_spec(name, request.args.get("question_id"), _theme(), _width(), snapshot)
    except (UnknownChartError, UnknownRowError) as problem:
        abort(404, str(problem))


def _theme() -> Theme:
    theme = request.args.get("theme", "light")
    if theme not in PALETTES:
        abort(422, "theme is light or dark.")
    return "dark" if theme == "dark" else "light"


def _width() -> int:
    width = request.args.get("width", str(DEFAULT_WIDTH))
    if not width.isdecimal() or not 0 < int(width[:6]) <= LARGEST_WIDTH:
        abort(422, f"width is a number of pixels, 1 to {LARGEST_WIDTH}.")
    return int(width)


def _tagged(response: Response, snapshot: Snapshot, media_type: str) -> Response:
    """Let a browser keep a chart as long as the build stands."""
    response.headers["Content-Type"] = media_type
    response.headers["Cache-Control"] = "no-cache"
    response.set_etag(snapshot.build_id)
    response.make_conditional(request)
    return response
