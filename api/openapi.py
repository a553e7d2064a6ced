"""The OpenAPI description: flask-smorest's, with examples out of the published file and shared parameters."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from analytics.reading import Snapshot, UnknownRowError
from api.documented import FILE_SCHEMA, Route

Description = dict[str, Any]


def complete(description: Description, routes: Iterable[tuple[str, Route]], snapshot: Snapshot) -> Description:
    """Return the description with an example for each route, and each set of query parameters stated once."""
    for prefix, route in routes:
        operation = _operation(description, prefix, route)
        _add_example(operation, route, snapshot)
        _share_parameters(description, operation, route)
    return description


def openapi_path(rule: str) -> str:
    """Return a Flask rule as OpenAPI writes paths."""
    return re.sub(r"<(?:[^:<>]+:)?([^<>]+)>", r"{\1}", rule)


def _operation(description: Description, prefix: str, route: Route) -> dict[str, Any]:
    operation: dict[str, Any] = description["paths"][prefix + openapi_path(route.rule)][route.method.lower()]
    return operation


def _add_example(operation: dict[str, Any], route: Route, snapshot: Snapshot) -> None:
    try:
        example = route.example(snapshot)
    except UnknownRowError:
        return  # an empty file has nothing to show
    content = operation["responses"]["200"]["content"]
    content[route.media_type]["example"] = example
    for media_type, other in route.also.items():
        content[media_type] = {"schema": FILE_SCHEMA, "example": other(snapshot)}


def _share_parameters(description: Description, operation: dict[str, Any], route: Route) -> None:
    """Move a route's query parameters to the components: a list and its twins take the same hundreds."""
    shared: dict[str, Mapping[str, Any]] = description.setdefault("components", {}).setdefault("parameters", {})
    operation["parameters"] = [_shared(shared, route, each) for each in operation.get("parameters", [])]


def _shared(shared: dict[str, Mapping[str, Any]], route: Route, parameter: Mapping[str, Any]) -> Mapping[str, Any]:
    if parameter.get("in") != "query":
        return parameter
    name = f"{route.arguments.__name__}.{parameter['name']}"
    shared[name] = parameter
    return {"$ref": f"#/components/parameters/{name}"}
