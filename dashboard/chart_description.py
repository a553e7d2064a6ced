"""The charts in the API's OpenAPI description."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from apispec import APISpec
from flask import Flask

from analytics.reading import Snapshot
from api.documented import FILE_SCHEMA
from api.list_arguments import choosing_parameters, list_arguments
from api.openapi import add_revalidation, shared_parameter
from dashboard.charts.catalogue import CHARTS, DEFAULT_WIDTH

LARGEST_WIDTH = 4000

Operation = dict[str, Any]
Content = dict[str, dict[str, Any]]
_PARTS = {
    "name": {
        "in": "path",
        "name": "name",
        "required": True,
        "description": "Which chart.",
        "schema": {"type": "string", "enum": list(CHARTS)},
        "example": "overview",
    },
    "kind": {
        "in": "path",
        "name": "kind",
        "required": True,
        "description": "The form of the picture.",
        "schema": {"type": "string", "enum": ["png", "svg"]},
        "example": "png",
    },
}
_LOOKS = {
    "theme": {
        "description": "The colours: `light` by default.",
        "schema": {"type": "string", "enum": ["light", "dark"]},
    },
    "width": {
        "description": f"The width in pixels: {DEFAULT_WIDTH} by default.",
        "schema": {"type": "integer", "minimum": 1, "maximum": LARGEST_WIDTH},
    },
}
_TAKEN = {
    "question_id": "Which question, for a chart that draws one.",
    "source": "Which publisher, for a chart that draws one.",
}
_QUERY_DRAWN = "select source, claim_count from source"
_QUERY: Mapping[str, Any] = {
    "q": {"description": "The SELECT whose rows are drawn.", "required": True, "example": _QUERY_DRAWN},
    "params": {"description": "The statement's named parameters as a JSON object."},
}
_SPEC = {"$schema": "https://vega.github.io/schema/vega-lite/v6.json", "mark": "bar"}
_LISTED = {"data": [{"name": "overview", "title": "How far …", "takes": [], "url": "/api/v1/charts/overview.json"}]}
_ROWS = {"data": [{"spread": 1.78, "findings": 3}], "columns": [{"name": "spread", "title": "Spread"}]}
_PROBLEMS_OF_CHARTS = (401, 404, 405, 408, 422, 429, 503)
_PROBLEMS_OF_QUERIES = (*_PROBLEMS_OF_CHARTS, 403, 413)


def describe_charts(app: Flask, spec: APISpec, snapshot: Snapshot) -> None:
    """Add the routes of the charts to the description."""
    drawn = {**{name: _text(meaning) for name, meaning in _TAKEN.items()}, **_LOOKS}
    filters = _filters(snapshot)
    operations = {
        "charts": _operation("The charts, and what each takes.", {}, (401, 405, 429), _json(_LISTED)),
        "chart_as_json": _of_chart(
            "A chart as a Vega-Lite spec that names its rows by address.", drawn, filters, _SPEC
        ),
        "rows_of_chart": _of_chart("The rows that a chart draws.", drawn, filters, _ROWS),
        "chart_as_picture": _of_chart("A chart as a picture for print.", drawn, filters, None),
        "picture_of_a_query": _of_query("The rows of a query, drawn as the SQL page draws them."),
    }
    for rule in app.url_map.iter_rules():
        blueprint, _, endpoint = rule.endpoint.partition(".")
        if blueprint == "charts" and endpoint in operations:
            parts = [_PARTS[name] for name in sorted(rule.arguments)]
            spec.path(rule=rule, operations={"get": operations[endpoint]}, parameters=parts)


def _of_chart(summary: str, taken: Mapping[str, Any], filters: Sequence[str], example: object) -> Operation:
    operation = _operation(summary, taken, _PROBLEMS_OF_CHARTS, _pictures() if example is None else _json(example))
    operation["parameters"] += filters
    add_revalidation(operation)
    return operation


def _of_query(summary: str) -> Operation:
    taken = {name: _text(**part) for name, part in _QUERY.items()} | _LOOKS
    return _operation(summary, taken, _PROBLEMS_OF_QUERIES, _pictures())


def _operation(summary: str, taken: Mapping[str, Any], problems: tuple[int, ...], content: Content) -> Operation:
    responses: dict[str, Any] = {str(status): HTTPStatus(status).name for status in sorted(problems)}
    return {
        "tags": ["charts"],
        "summary": summary,
        "description": summary,
        "parameters": [{"in": "query", "name": name, **part} for name, part in taken.items()],
        "responses": {**responses, "200": {"description": "OK", "content": content}},
    }


def _json(example: object) -> Content:
    return {"application/json": {"schema": {"type": "object"}, "example": example}}


def _pictures() -> Content:
    return {
        "image/png": {"schema": FILE_SCHEMA, "example": "‰PNG…"},
        "image/svg+xml": {"schema": FILE_SCHEMA, "example": "<svg …>"},
    }


def _text(description: str, **more: object) -> dict[str, Any]:
    return {"description": description, "schema": {"type": "string"}, **more}


def _filters(snapshot: Snapshot) -> list[str]:
    """Return the names under which the description holds the filters of lists that charts are drawn of."""
    lists = dict.fromkeys(chart.of_list for chart in CHARTS.values() if chart.of_list)
    columns = {listed: snapshot.columns(listed.view) for listed in lists}
    return [
        shared_parameter(list_arguments(listed, columns[listed]).__name__, name)
        for listed in lists
        for name in choosing_parameters(listed, columns[listed])
    ]
