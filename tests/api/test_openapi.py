"""The description fits the answers: every route has an example, every answer loads with its strict schema."""

import re
from typing import Any
from urllib.parse import quote

import pytest
from flask import Flask
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

import api
from analytics.list_views import LIST_VIEWS
from analytics.reading import PublishedFile
from api.openapi import openapi_path
from api.row_schemas import list_schema
from tests.api.conftest import Client


@pytest.fixture(scope="module")
def description(client: Client) -> dict[str, Any]:
    return client.get("/openapi.json").json()


def operations(description: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (path, method, operation)
        for path, item in description["paths"].items()
        for method, operation in item.items()
        if method in {"get", "post"}
    ]


def validator(description: dict[str, Any], schema: dict[str, Any]) -> Draft202012Validator:
    resource = Resource.from_contents(description, default_specification=DRAFT202012)
    registry: Registry = Registry().with_resource("urn:api", resource)
    rooted = {"$ref": "urn:api" + schema["$ref"]} if "$ref" in schema else schema
    return Draft202012Validator(rooted, registry=registry)


def test_it_is_openapi_3_1_and_names_every_route(client: Client, description: dict[str, Any], small_file: Any) -> None:
    app = Flask("rashomon")
    published = PublishedFile(small_file)
    api.register(app, published)
    published.close()
    named = {openapi_path(rule.rule) for rule in app.url_map.iter_rules() if not rule.rule.startswith("/static")}
    assert description["openapi"].startswith("3.1")
    assert "DuckDB file" in description["info"]["description"]
    undescribed = {path for path in named - set(description["paths"]) if not is_json_twin(path, description)}
    assert undescribed == {"/openapi.json", "/api/v1/docs", "/api/v1/static/{filename}"}


def is_json_twin(path: str, description: dict[str, Any]) -> bool:
    """Return whether a path is the JSON form of a list, which is described among the list's files."""
    files = description["paths"].get(path.removesuffix(".json") + ".{extension}", {})
    return path.endswith(".json") and "json" in [each for part in files.get("parameters", []) for each in endings(part)]


def endings(part: dict[str, Any]) -> list[str]:
    return part["schema"].get("enum", [])


def test_a_list_and_its_files_share_their_parameters(description: dict[str, Any]) -> None:
    page, files = (description["paths"][f"/api/v1/findings{ending}"]["get"] for ending in ("", ".{extension}"))
    assert page["parameters"] == files["parameters"]
    assert {"$ref": "#/components/parameters/findings.ratio__gte"} in page["parameters"]


def test_every_route_has_a_summary_an_example_and_its_problems(description: dict[str, Any]) -> None:
    for path, _, operation in operations(description):
        assert operation["summary"], path
        contents = operation["responses"]["200"]["content"].items()
        # The page among a list's files has its example where it stands alone.
        assert all("example" in each for form, each in contents if not (path.endswith("}") and "json" in form)), path
        assert "422" in operation["responses"], path


def test_every_example_fits_its_schema(description: dict[str, Any]) -> None:
    for path, _, operation in operations(description):
        for media_type, content in operation["responses"]["200"]["content"].items():
            if media_type == "application/json" and "example" in content:
                errors = list(validator(description, content["schema"]).iter_errors(content["example"]))
                assert errors == [], path


@pytest.mark.parametrize("name", LIST_VIEWS)
def test_every_list_loads_with_its_strict_schema(client: Client, small_file: Any, name: str) -> None:
    listed = LIST_VIEWS[name]
    published = PublishedFile(small_file)
    with published.snapshot() as snapshot:
        schema = list_schema(listed, snapshot.columns(listed.view))()
    published.close()
    assert schema.load(client.get(f"/api/v1/{name}?total=true").json())["data"]


def test_a_column_is_described_in_the_words_of_the_file(description: dict[str, Any]) -> None:
    words = "The larger figure divided by the smaller."
    assert description["components"]["schemas"]["Finding"]["properties"]["ratio"]["description"] == words
    parameter = description["components"]["parameters"]["findings.ratio__gte"]
    assert parameter["description"].endswith(words)


def test_no_property_is_without_a_description(sample: Client) -> None:
    schemas = sample.get("/openapi.json").json()["components"]["schemas"]
    properties = {(name, each): held for name in schemas for each, held in schemas[name].get("properties", {}).items()}
    assert [place for place, held in properties.items() if not held.get("description")] == []
    assert "type" in properties["Consensus", "weighted"]


def test_rows_of_a_query_are_described_with_the_header_that_marks_a_part(description: dict[str, Any]) -> None:
    for path, method in (("sql", "get"), ("sql", "post"), ("queries/{name}", "get")):
        answer = description["paths"][f"/api/v1/{path}"][method]["responses"]["200"]
        assert answer["headers"]["X-Truncated"]["schema"]["enum"] == ["true", "false"]


def test_a_problem_fits_its_schema(client: Client, description: dict[str, Any]) -> None:
    schema = {"$ref": "#/components/schemas/Problem"}
    for path in ("/api/v1/findings?x=1", "/api/v1/findings/nowhere", "/api/v1/nothing"):
        assert list(validator(description, schema).iter_errors(client.get(path).json())) == []


def filled(path: str, parameters: list[dict[str, Any]]) -> str:
    """Return a path with the examples of its parts."""
    for parameter in parameters:
        path = path.replace(f"{{{parameter['name']}}}", quote(str(parameter["example"]), safe=""))
    return path


def test_every_part_of_a_path_says_what_it_is(description: dict[str, Any]) -> None:
    for path, item in description["paths"].items():
        parts = {each["name"]: each for each in item.get("parameters", [])}
        assert set(re.findall(r"{(\w+)}", path)) == parts.keys(), path
        assert all(each["description"] and each["example"] for each in parts.values()), path


def test_what_is_described_as_revalidated_is_and_nothing_else(client: Client, description: dict[str, Any]) -> None:
    for path, method, operation in operations(description):
        if method == "post":
            assert "304" not in operation["responses"], path
            continue
        asked = "?q=select+1" if path == "/api/v1/sql" else ""
        address = filled(path, description["paths"][path].get("parameters", [])) + asked
        etag = client.get(address).headers.get("ETag")
        refs = [each.get("$ref", "") for each in operation["parameters"]]
        told = any(each.endswith("/If-None-Match") for each in refs)
        assert (etag is not None) == told == ("304" in operation["responses"]), path
        if etag:
            assert client.get(address, headers={"If-None-Match": etag}).status_code == 304, path
