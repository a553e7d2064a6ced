"""The API's reference for people: the OpenAPI description as one page that needs no network and no script."""

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from flask import Response, render_template

from api.problems import PREFIX, PROBLEM_TYPES

POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
LONGEST_EXAMPLE = 4000
SUCCESS = "200"


def reference_page(description: Mapping[str, Any], build_id: str) -> Response:
    """Return the page for a completed description."""
    rows = list(_rows(description))
    sections = [(name, list(group)) for name, group in groupby(rows, key=lambda row: row["section"])]
    page = render_template(
        "api_reference.html",
        description=description,
        build_id=build_id,
        sections=sections,
        problems=PROBLEM_TYPES.values(),
    )
    return Response(page, content_type="text/html; charset=utf-8", headers={"Content-Security-Policy": POLICY})


def _rows(description: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield one row an operation, sorted so that what belongs together stands together."""
    told: dict[tuple[str, ...], str] = {}
    for path, item in sorted(description["paths"].items(), key=lambda pair: (_section(pair[0]), pair[0])):
        for method in ("get", "post"):
            if method in item:
                yield _row(description, path, method, item[method]) | _told_before(item[method], path, told)


def _row(description: Mapping[str, Any], path: str, method: str, operation: Mapping[str, Any]) -> dict[str, Any]:
    content = next(iter(operation["responses"][SUCCESS]["content"].values()))
    return {
        "section": _section(path),
        "path": path,
        "method": method.upper(),
        "operation": operation,
        "parameters": [_resolved(description, each) for each in operation.get("parameters", [])],
        "command": _command(path, operation),
        "example": _shortened(content.get("example")),
        "problems": sorted(status for status in operation["responses"] if status != SUCCESS),
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


def _command(path: str, operation: Mapping[str, Any]) -> str:
    body = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if body is None:
        return f"curl -s http://127.0.0.1:8000{path}"
    example = json.dumps(body.get("example", {}))
    return f"curl -s http://127.0.0.1:8000{path} -H 'Content-Type: application/json' -d '{example}'"


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
