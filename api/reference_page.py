"""The API's reference for people: the OpenAPI description as one page that needs no network and no script."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any
from urllib.parse import quote, urlencode

from flask import Response, render_template

from api.client_examples import Asked, as_curl, as_javascript, as_python
from api.problems import PREFIX, PROBLEM_TYPES

HTML = "text/html; charset=utf-8"
POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
LONGEST_EXAMPLE = 4000
SUCCESS = "200"
# Statuses above this one are problems.
MOVED_ON = "399"


def reference_page(description: Mapping[str, Any], build_id: str, base: str) -> Response:
    """Return the page for a completed description; its commands ask the server at the address `base`."""
    rows = list(_rows(description, base))
    sections = [(name, list(group)) for name, group in groupby(rows, key=lambda row: row["section"])]
    page = render_template(
        "api_reference.html",
        description=description,
        build_id=build_id,
        sections=sections,
        problems=PROBLEM_TYPES.values(),
    )
    return Response(page, content_type=HTML, headers={"Content-Security-Policy": POLICY})


def _rows(description: Mapping[str, Any], base: str) -> Iterator[dict[str, Any]]:
    """Yield one row an operation, sorted so that what belongs together stands together."""
    told: dict[tuple[str, ...], str] = {}
    for path, item in sorted(description["paths"].items(), key=lambda pair: (_section(pair[0]), pair[0])):
        for method in ("get", "post"):
            if method in item:
                yield _row(description, base, path, method, item) | _told_before(item[method], path, told)


def _row(description: Mapping[str, Any], base: str, path: str, method: str, item: Mapping[str, Any]) -> dict[str, Any]:
    operation = item[method]
    media_type, content = next(iter(operation["responses"][SUCCESS]["content"].items()))
    parameters = [_resolved(description, each) for each in operation.get("parameters", [])]
    address = base + _filled(path, [*item.get("parameters", []), *parameters])
    asked = Asked(address, _body(description, operation), media_type)
    return {
        "section": _section(path),
        "path": path,
        "method": method.upper(),
        "operation": operation,
        "parameters": parameters,
        "command": as_curl(asked),
        "scripts": {"Python": as_python(asked), "JavaScript": as_javascript(asked)},
        "example": _shortened(content.get("example")),
        "problems": sorted(status for status in operation["responses"] if status > MOVED_ON),
    }


def _told_before(operation: Mapping[str, Any], path: str, told: dict[tuple[str, ...], str]) -> dict[str, str]:
    """Return the path that has told the same query parameters, for the files and the parts of a list."""
    names = tuple(each["$ref"] for each in operation.get("parameters", []) if "$ref" in each)
    first = told.setdefault(names, path)
    return {"same_as": first} if names and first != path else {}


def _section(path: str) -> str:
    """Return the first word of a path under the API, or `service` for what stands beside it."""
    if not path.startswith(PREFIX + "/"):
        return "service"
    return path.removeprefix(PREFIX + "/").split("/")[0].split(".")[0]


def _filled(path: str, parameters: Iterable[Mapping[str, Any]]) -> str:
    """Return a path with the examples of its parts, and the arguments that the route cannot do without."""
    needed = {}
    for parameter in parameters:
        example = str(parameter.get("example") or parameter["schema"].get("example", ""))
        if parameter["in"] == "path":
            path = path.replace(f"{{{parameter['name']}}}", quote(example, safe=""))
        elif parameter.get("required"):
            needed[parameter["name"]] = example
    return f"{path}?{urlencode(needed)}" if needed else path


def _body(description: Mapping[str, Any], operation: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the example of an operation's body, made of those of its parts; None where it takes none."""
    body = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if body is None:
        return None
    schema = description["components"]["schemas"][body["schema"]["$ref"].rsplit("/", 1)[1]]
    return {name: part["example"] for name, part in schema["properties"].items() if "example" in part}


def _resolved(description: Mapping[str, Any], parameter: Mapping[str, Any]) -> Mapping[str, Any]:
    if "$ref" not in parameter:
        return parameter
    shared: Mapping[str, Any] = description["components"]["parameters"][parameter["$ref"].rsplit("/", 1)[1]]
    return shared


def _shortened(example: object) -> str:
    if example is None:
        return ""
    text = example if isinstance(example, str) else json.dumps(example, indent=1, ensure_ascii=False, default=str)
    return text if len(text) <= LONGEST_EXAMPLE else text[:LONGEST_EXAMPLE] + " …"
