"""Charts over HTTP, as specs and as pictures."""

from __future__ import annotations

import gzip
import re
import struct
from html import unescape
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from flask import Flask
from flask.testing import FlaskClient

from analytics.admission import Admission
from analytics.reading import Snapshot
from api.list_arguments import chooses_rows
from dashboard.charts import CHARTS, pictures
from dashboard.charts.catalogue import parameters_of


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.mark.parametrize("name", list(CHARTS))
def test_every_chart_is_served_as_a_spec(client: FlaskClient, name: str, drawn_things: dict[str, str]) -> None:
    asked = "".join(f"&{key}={quote(value)}" for key, value in drawn_things.items() if key in CHARTS[name].takes)
    answer = client.get(f"/api/v1/charts/{name}.json?theme=dark&width=390{asked}")
    assert answer.status_code == 200
    assert answer.json is not None
    assert answer.json["$schema"].startswith("https://vega.github.io/schema/vega-lite/v6")
    rows = client.get(answer.json["data"]["url"]).json
    assert rows is not None
    assert {column["name"] for column in rows["columns"]} <= set(rows["data"][0])


def test_the_charts_are_listed_and_described_and_may_be_asked_for_without_an_ending(
    client: FlaskClient, snapshot: Snapshot
) -> None:
    listed = client.get("/api/v1/charts").json
    description = client.get("/openapi.json").json
    assert listed is not None
    assert description is not None
    assert {each["name"]: each["takes"] for each in listed["data"]} == {
        name: list(parameters_of(name, snapshot)) for name in CHARTS
    }
    parts = {part["name"]: part for part in description["paths"]["/api/v1/charts/{name}.json"]["parameters"]}
    assert parts["name"]["schema"]["enum"] == list(CHARTS)
    described = {path for path in description["paths"] if path.startswith("/api/v1/charts")}
    served = {str(rule) for rule in client.application.url_map.iter_rules() if rule.endpoint.startswith("charts.")}
    assert len(described) == len(served) - len({"/charts/<name>, which leads on", "query-result.json, of the SQL page"})
    moved = client.get("/api/v1/charts/overview?theme=dark")
    assert (moved.status_code, moved.location) == (308, "/api/v1/charts/overview.json?theme=dark")


def test_a_filter_that_findings_do_not_take_is_refused_by_name(client: FlaskClient) -> None:
    refused = client.get("/api/v1/charts/findings-by-spread.json?ratio__gte=wide")
    assert refused.status_code == 422
    assert refused.json is not None
    assert refused.json["errors"][0]["path"] == "query.ratio__gte"


def test_a_chart_of_a_list_takes_exactly_the_filters_of_that_list(client: FlaskClient) -> None:
    description = client.get("/openapi.json").json
    assert description is not None

    def taken(path: str) -> set[str]:
        parts = description["paths"][path]["get"]["parameters"]
        shared = [part["$ref"].rpartition("/")[2] for part in parts if "$ref" in part]
        assert set(shared) <= description["components"]["parameters"].keys()
        names = {name.rpartition(".")[2] for name in shared if "." in name}
        return set(filter(chooses_rows, names))

    assert taken("/api/v1/charts/{name}/rows.json") == taken("/api/v1/findings")
    listed = client.get("/api/v1/charts").json
    assert listed is not None
    takes = next(set(each["takes"]) for each in listed["data"] if each["name"] == "findings-by-spread")
    assert {"q", "voice_count__gte", "is_unsure"} <= takes == taken("/api/v1/findings")
    assert takes.isdisjoint({"ratio__contains", "is_unsure__gt", "limit", "sort"})


@pytest.mark.parametrize(
    "asked", ["voice_count__gte=2", "voice_count__eq=2", "total=true", "title__contains=a&sort=-ratio"]
)
def test_what_the_page_of_findings_takes_its_chart_takes(client: FlaskClient, asked: str) -> None:
    page = client.get(f"/?{asked}").text
    addresses = {unescape(each) for each in re.findall(r'"(/api/v1/charts/findings-by-spread[^"]*)"', page)}
    assert addresses
    assert {client.get(address).status_code for address in addresses if ".png" not in address} == {200}


def test_the_rows_of_a_chart_are_those_of_the_api(client: FlaskClient, busiest_question: str) -> None:
    columns = "claim_id,value,low,high,unit,hedge,polarity,as_of,reported_at"
    asked = f"question_id={busiest_question}"
    drawn = client.get(f"/api/v1/charts/claim-intervals/rows.json?{asked}").json
    told = client.get(f"/api/v1/claims?{asked}&columns={columns}&limit=1000").json
    assert drawn is not None
    assert told is not None
    by_id = {claim["claim_id"]: claim for claim in told["data"]}
    for row in drawn["data"]:
        assert {name: row[name] for name in columns.split(",")} == by_id[row["claim_id"]]


def test_an_address_with_build_and_version_never_goes_stale(client: FlaskClient) -> None:
    address = client.get("/").text.split('data-chart="')[1].split('"')[0].replace("&amp;", "&")
    spec = client.get(f"{address}&width=700")
    assert "immutable" in spec.headers["Cache-Control"]
    assert spec.json is not None
    assert "immutable" in client.get(spec.json["data"]["url"]).headers["Cache-Control"]
    assert client.get("/api/v1/charts/overview.json?v=older").headers["Cache-Control"] == "no-cache"


def test_more_pictures_than_may_be_drawn_at_once_are_turned_away(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "_DRAWING", Admission(0))
    answer = client.get("/api/v1/charts/overview.svg?width=613")
    assert (answer.status_code, answer.mimetype) == (429, "application/problem+json")
    assert int(answer.headers["Retry-After"]) > 0


def test_a_png_shows_the_chart_at_twice_its_size(client: FlaskClient, busiest_question: str) -> None:
    answer = client.get(f"/api/v1/charts/claim-intervals.png?question_id={busiest_question}&width=600")
    width, height = struct.unpack(">II", answer.data[16:24])
    assert answer.mimetype == "image/png"
    assert (1200 <= width <= 1320, height > 400) == (True, True)


def test_an_svg_holds_the_title_and_the_build(client: FlaskClient, busiest_question: str) -> None:
    answer = client.get(f"/api/v1/charts/verdict-matrix.svg?question_id={busiest_question}&width=600")
    assert answer.mimetype == "image/svg+xml"
    assert "build" in answer.text


def test_a_query_is_drawn_as_the_api_answers_it(client: FlaskClient) -> None:
    asked = "q=" + quote(
        "select measure, count(*) as claim_count from claim where measure in ($a, 'deaths') group by 1"
    )
    asked += "&params=" + quote('{"a": "job_cuts"}')
    rows = client.get(f"/api/v1/sql?{asked}").json
    assert rows is not None
    drawn = client.get(f"/api/v1/charts/query-result.svg?{asked}")
    assert drawn.mimetype == "image/svg+xml"
    texts = {text.text for text in ElementTree.fromstring(drawn.data).iter("{http://www.w3.org/2000/svg}text")}  # noqa: S314 - our own picture
    assert {"Claim count by measure", *(row["measure"].replace("_", " ") for row in rows["data"])} <= texts
    assert client.get(f"/api/v1/charts/query-result.png?{asked}").data.startswith(b"\x89PNG")


def test_a_reader_that_has_a_chart_is_not_sent_it_again(client: FlaskClient) -> None:
    first = client.get("/api/v1/charts/overview.json")
    again = client.get("/api/v1/charts/overview.json", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("pie.json", 404),
        ("timeline.json", 404),
        ("timeline.json?question_id=unknown", 404),
        ("source-measures.json?source=Nobody", 404),
        ("overview.json?question_id=x", 422),
        ("query-result.json?columns=none", 422),
        ("query-result.png?q=select+quote+from+claim", 404),
        ("query-result.png?q=drop+table+claim", 422),
        ("query-result.svg?q=select+1&params=none", 422),
        ("overview.json?theme=pink", 422),
        ("overview.json?width=wide", 422),
        ("overview.json?colour=red", 422),
    ],
)
def test_what_a_chart_cannot_do_is_a_problem_in_words(client: FlaskClient, query: str, status: int) -> None:
    answer = client.get(f"/api/v1/charts/{query}")
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")


def test_a_result_without_a_shape_has_no_quick_chart_and_no_fault(client: FlaskClient) -> None:
    answer = client.get('/api/v1/charts/query-result.json?columns=[["quote","VARCHAR"]]')
    assert (answer.status_code, answer.data) == (204, b"")


def test_pages_are_sent_compressed_and_only_once_a_build(client: FlaskClient) -> None:
    first = client.get("/", headers={"Accept-Encoding": "gzip"})
    assert b"Where sources disagree" in gzip.decompress(first.data)
    again = client.get("/", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_the_first_page_weighs_less_than_a_megabyte_and_a_half(client: FlaskClient) -> None:
    page = client.get("/").text
    named = {part.split('"')[0] for part in page.split('href="')[1:] + page.split('src="')[1:]}
    packed = {"Accept-Encoding": "gzip"}
    weight = sum(len(client.get(address, headers=packed).data) for address in named if address.startswith("/assets/"))
    assert 300_000 < weight + len(gzip.compress(page.encode())) < 1_500_000


def test_assets_never_go_stale(client: FlaskClient) -> None:
    page = client.get("/").text
    address = page.split('rel="stylesheet" href="')[1].split('"')[0]
    assert "immutable" in client.get(address).headers["Cache-Control"]
    assert client.get(address.replace("style.css", "charts.js")).status_code == 404
