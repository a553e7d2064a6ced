"""The OpenAPI description: flask-smorest's, with examples out of the published file and shared parameters."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from analytics.list_views import CLAIMS, FINDINGS, LIST_VIEWS
from analytics.reading import Snapshot, UnknownRowError
from analytics.saved_queries import saved_queries
from api.answers import JSON
from api.documented import FILE_SCHEMA, Route
from api.payloads import first_id, row_by_id
from api.problems import NOT_FOUND, PREFIX, PROBLEM_TYPES
from api.row_formats import ROW_FORMATS

# What a parameter is that does not say it.
OPTIONAL = ("required", False)
Description = dict[str, Any]
Parameter = dict[str, Any]
IF_NONE_MATCH: Parameter = {
    "in": "header",
    "name": "If-None-Match",
    "description": "The ETag of the answer that the client holds: 304 says that it is still right.",
    "required": False,
    "schema": {"type": "string"},
    "example": 'W/"0f3a5c7e9b1d-20241102083000-0.1.0-json"',
}
FILE_ENDING = ".{extension}"
NOT_MODIFIED = {"description": "What the client holds is still right; there is no body."}
ETAG = {
    "description": "The build that the answer is of, its moment, the version of the program and the answer's form; of "
    "the rows of a query their digest.",
    "schema": {"type": "string"},
}


def complete(description: Description, routes: Iterable[tuple[str, Route]], snapshot: Snapshot) -> Description:
    """Return the description with an example for each route, and what several routes share stated once."""
    parts = _parts_of_paths(snapshot)
    for prefix, route in routes:
        item = description["paths"][prefix + openapi_path(route.rule)]
        operation: dict[str, Any] = item[route.method.lower()]
        _add_example(operation, route, snapshot)
        _describe_path(item, prefix + route.rule, parts)
        if route.revalidates:
            add_revalidation(operation)
        _share_parameters(description, operation, route)
    for path, item in description["paths"].items():
        if path.endswith(FILE_ENDING):
            _add_json(item["get"], description["paths"][path.removesuffix(FILE_ENDING)]["get"])
    return description


def _add_json(of_files: dict[str, Any], of_pages: Mapping[str, Any]) -> None:
    """Describe the page that ends with `.json` among a list's files; its example stands with the page."""
    schema = of_pages["responses"]["200"]["content"][JSON]["schema"]
    of_files["responses"]["200"]["content"][JSON] = {"schema": schema}
    of_files["parameters"] = of_pages["parameters"]


def add_revalidation(operation: dict[str, Any]) -> None:
    """Say of an operation that it answers with an ETag, and 304 to who sends it back."""
    operation.setdefault("parameters", []).append(IF_NONE_MATCH)
    operation["responses"]["304"] = NOT_MODIFIED
    operation["responses"]["200"].setdefault("headers", {})["ETag"] = ETAG


def _parts_of_paths(snapshot: Snapshot) -> dict[str, Parameter]:
    """Return what each part of a path means, with an example that the file holds, by its name."""
    parts: dict[str, Parameter] = {}
    for listed in LIST_VIEWS.values():
        meaning = f"Which {listed.view.replace('_', ' ')}: its `{listed.id_column}` in `{PREFIX}/{listed.name}`."
        has_it = any(column.name == listed.id_column for column in snapshot.views.get(listed.view, ()))
        if has_it and listed.id_column not in parts:
            parts[listed.id_column] = {"description": meaning, **_first(snapshot, listed.name)}
    for name, end in (("a_claim_id", "low_claim_id"), ("b_claim_id", "high_claim_id")):
        meaning = f"One of the two claims: its `{CLAIMS.id_column}` in `{PREFIX}/{CLAIMS.name}`."
        parts[name] = {"description": meaning, **_first(snapshot, FINDINGS.name, end)}
    endings = {"type": "string", "enum": [*ROW_FORMATS, "json"]}
    words = "The form of the file; `json` is the page itself, the one form with a place for `total` and `facets`."
    parts["extension"] = {"description": words, "schema": endings, "example": next(iter(ROW_FORMATS))}
    return parts


def _first(snapshot: Snapshot, name: str, column: str = "") -> Parameter:
    """Return a column of the first row of a list, its id if no other, as an example; nothing where it has none."""
    listed = LIST_VIEWS[name]
    try:
        found = first_id(snapshot, listed)
        return {"example": str(row_by_id(snapshot, listed, found)[column]) if column else found}
    except UnknownRowError:
        return {}


def _describe_path(item: dict[str, Any], rule: str, parts: Mapping[str, Parameter]) -> None:
    for parameter in item.get("parameters", []):
        parameter.update(_named_in(rule) or parts[parameter["name"]])


def _named_in(rule: str) -> Parameter:
    """Return what the name of a saved query or a problem means."""
    if rule.startswith(f"{PREFIX}/queries/"):
        listed = ", ".join(f"`{name}`" for name in saved_queries())
        return {"description": f"Which saved query: {listed}.", "example": "latest_moves"}
    if rule.startswith(f"{PREFIX}/problems/"):
        listed = ", ".join(f"`{name}`" for name in PROBLEM_TYPES)
        return {"description": f"Which kind of problem: {listed}.", "example": NOT_FOUND.name}
    return {}


def openapi_path(rule: str) -> str:
    """Return a Flask rule as OpenAPI writes paths."""
    return re.sub(r"<(?:[^:<>]+:)?([^<>]+)>", r"{\1}", rule)


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


def shared_parameter(arguments: str, name: str) -> str:
    """Return the name under which the description holds a parameter of a schema of arguments."""
    return f"{arguments.removesuffix('Arguments').lower()}.{name}"


def _shared(shared: dict[str, Mapping[str, Any]], route: Route, parameter: Mapping[str, Any]) -> Mapping[str, Any]:
    own = shared_parameter(route.arguments.__name__, parameter["name"])
    name = parameter["name"] if parameter == IF_NONE_MATCH else own
    shared[name] = {key: value for key, value in parameter.items() if (key, value) != OPTIONAL}
    return {"$ref": f"#/components/parameters/{name}"}
