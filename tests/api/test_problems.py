"""Every answer that is no success is a problem that says what to do."""

import base64
import json
import re

import pytest
from flask import Flask

import api
from analytics.keyset import TokenOf
from analytics.reading import PublishedFile
from api.problems import PROBLEM_TYPES
from tests.api.conftest import Client


def paths(answer: object) -> set[str]:
    return {error["path"] for error in answer.json()["errors"]}


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ("colour=red", "query.colour"),
        ("limit=0", "query.limit"),
        ("limit=1001", "query.limit"),
        ("limit=many", "query.limit"),
        ("limit=1_0", "query.limit"),
        ("limit=%D9%A5", "query.limit"),
        ("rank=1_000", "query.rank"),
        ("rank=1,000", "query.rank"),
        ("rank__in=1,%D9%A2", "query.rank__in.1"),
        ("ratio__gte=1_0.5", "query.ratio__gte"),
        ("ratio__gte=%D9%A1.5", "query.ratio__gte"),
        ("opened_at__gte=%D9%A2%D9%A0%D9%A2%D9%A4", "query.opened_at__gte"),
        ("ratio__gte=high", "query.ratio__gte"),
        ("ratio__gte=nan", "query.ratio__gte"),
        ("ratio__contains=1", "query.ratio__contains"),
        ("rank=99999999999999999999", "query.rank"),
        ("sort=colour", "query.sort.0"),
        ("columns=title,colour", "query.columns.1"),
        ("facets=ratio", "query.facets.0"),
        ("next=abc", "query.next"),
        ("next=WyJiMSJd", "query.next"),
        ("next=%C3%A9", "query.next"),
        ("limit=1&limit=2", "query.limit"),
        ("title=%00", "query.title"),
        ("measure__in=", "query.measure__in"),
        ("sort=severity,-severity", "query.sort"),
        ("ratio__in=", "query.ratio__in"),
        ("measure__in=troops,", "query.measure__in.1"),
    ],
)
def test_an_argument_that_does_not_fit_is_named_by_its_path(client: Client, arguments: str, path: str) -> None:
    answer = client.get("/api/v1/findings?" + arguments)
    assert answer.status_code == 422
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert paths(answer) == {path}


@pytest.mark.parametrize(
    ("arguments", "detail"),
    [
        ("next=abc", "1 argument cannot be used. next: This is no token that a list gave as its `next`."),
        ("limit=0", "1 argument cannot be used. limit: From 1 to 1000; the files (.csv, .ndjson, .parquet) hold all"),
        ("limit=x", "1 argument cannot be used. limit: Not a whole number. From 1 to 1000; the files"),
        ("limit=x&colour=red", "hold all rows at once. colour: Unknown here;"),
        ("ratio=big", "ratio: Not a number such as 1000 or 2.5."),
        ("ratio%3E=2", "ratio>: Unknown: did you mean `ratio__gte`"),
        ("sort=ratio:desc", "sort.0: Unknown: did you mean `ratio` or `-ratio`?"),
        ("columns=title,ratios", "columns.1: Unknown: did you mean `ratio`?"),
        ("facets=xyz", "facets.0: Unknown; there are finding_id, question_id, title,"),
        ("verdict=contradiction", "verdict: Unknown: did you mean `contradicts`?"),
        ("verdict__in=", "verdict__in: Unknown; there are contradicts, differs, update, scope,"),
        ("verdict__in=agrees,no", "verdict__in.1: Unknown; there are contradicts, differs, update, scope,"),
    ],
)
def test_the_detail_says_in_plain_words_what_is_amiss(client: Client, arguments: str, detail: str) -> None:
    assert detail in client.get("/api/v1/findings?" + arguments).json()["detail"]


@pytest.mark.parametrize("address", ["/api/v1/findings/f0001", "/healthz", "/readyz", "/api/v1/problems/not-found"])
def test_a_route_without_arguments_refuses_any(client: Client, address: str) -> None:
    assert paths(client.get(address + "?x=1")) == {"query.x"}


@pytest.mark.parametrize(
    ("address", "listed", "order", "values"),
    [
        ("/findings", "findings", "rank", ["\ud800"]),
        ("/findings", "findings", "rank", [True]),
        ("/findings", "findings", "rank", [None]),
        ("/findings?sort=ratio", "findings", "ratio,rank", [1.5, None]),
        ("/findings", "findings", "rank", [2**70]),
        ("/findings", "findings", "rank", [[[1]]]),
        ("/findings?sort=title", "findings", "title,rank", ["\ud800", 1]),
        ("/findings?sort=title", "findings", "title,rank", ["a\0", True]),
        ("/findings?sort=ratio", "findings", "ratio,rank", [True, 1]),
        ("/findings?sort=ratio", "findings", "ratio,rank", [float("nan"), 1]),
        ("/findings", "\ud800", "rank", [1]),
        ("/builds?sort=built_at", "builds", "built_at,build_id", ["2026-01-02T00:00:00+25:00", "b1"]),
        ("/pairs?question_id=q0001", "pairs", "question_id", ["q0001"]),
        ("/pairs", "pairs", "a", [1]),
    ],
)
def test_a_token_that_no_page_gave_is_refused(
    client: Client, address: str, listed: str, order: str, values: list[object]
) -> None:
    asked = "question_id=q0001&q=" if "question_id" in address else "q="
    state = json.dumps(["b1", listed, TokenOf("b1", listed, asked, ()).mark, order, values]).encode()
    token = base64.urlsafe_b64encode(state).decode().rstrip("=")
    answer = client.get(f"/api/v1{address}{'&' if '?' in address else '?'}next={token}")
    assert answer.status_code == 422
    assert paths(answer) == {"query.next"}


@pytest.mark.parametrize(
    ("address", "other"),
    [
        ("/questions?", "list"),
        ("/findings?measure=troops&sort=-ratio&", "sort order"),
        ("/findings?measure=deaths&", "set of filters"),
        ("/findings?", "set of filters"),
        ("/findings?measure=troops&verdict=differs&", "set of filters"),
        ("/findings?measure=troops&q=kind&sort=rank&", "set of filters"),
    ],
)
def test_a_token_of_another_list_order_or_set_of_filters_is_refused(client: Client, address: str, other: str) -> None:
    token = client.get("/api/v1/findings?measure=troops&limit=1").json()["next"]
    answer = client.get(f"/api/v1{address}next={token}")
    assert (answer.status_code, paths(answer)) == (422, {"query.next"})
    assert f"belongs to another {other}: leave out `next`" in answer.json()["errors"][0]["message"]


def test_a_token_serves_pages_of_another_length_and_of_other_columns(client: Client) -> None:
    token = client.get("/api/v1/findings?measure=troops&limit=1").json()["next"]
    answer = client.get(f"/api/v1/findings?measure=troops&limit=2&columns=rank&next={token}")
    assert [row["rank"] for row in answer.json()["data"]] == [6, 9]


def test_an_unknown_address_and_a_method_that_is_not_taken_are_problems(client: Client) -> None:
    assert client.get("/api/v1/nothing").json()["type"] == "/api/v1/problems/not-found"
    refused = client.post("/api/v1/findings")
    assert refused.status_code == 405
    assert refused.json()["type"] == "/api/v1/problems/method-not-allowed"
    assert "GET" in refused.headers["Allow"]


@pytest.mark.parametrize("name", PROBLEM_TYPES)
def test_the_type_of_a_problem_is_an_address_that_explains_it(client: Client, name: str) -> None:
    kind = PROBLEM_TYPES[name]
    answer = client.get(kind.address).json()
    assert answer == {"type": kind.address, "title": kind.title, "status": kind.status, "meaning": kind.meaning}


def test_the_request_id_is_in_the_header_and_in_the_problem(client: Client) -> None:
    made = client.get("/api/v1/nothing")
    assert re.fullmatch(r"[0-9a-f]{32}", made.headers["X-Request-ID"])
    assert made.json()["request_id"] == made.headers["X-Request-ID"]
    given = client.get("/api/v1/nothing", headers={"X-Request-ID": "trace-7"})
    assert given.json()["request_id"] == "trace-7"
    unfit = client.get("/api/v1/nothing", headers={"X-Request-ID": "a b"})
    assert unfit.json()["request_id"] != "a b"


def test_addresses_in_answers_are_references(client: Client) -> None:
    assert client.get("/api/v1").json()["links"]["sql"] == "/api/v1/sql?q=from+finding+limit+5"
    unknown = client.get("/api/v1/sources/the täglich%25 courier")
    assert unknown.json()["instance"] == "/api/v1/sources/the%20t%C3%A4glich%25%20courier"


@pytest.mark.parametrize("body", [b"null", b"[]", b'"select 1"', b"1"])
def test_a_body_that_is_no_object_is_refused_in_plain_words(client: Client, body: bytes) -> None:
    answer = client.post("/api/v1/sql", data=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, paths(answer)) == (422, {"json"})
    assert "Not a JSON object." in answer.json()["detail"]


def test_parameters_that_are_no_object_are_told_alike_in_address_and_body(client: Client) -> None:
    in_address = client.get("/api/v1/sql?q=select 1&params=[7]").json()["errors"]
    in_body = client.post("/api/v1/sql", json={"q": "select 1", "params": [7]}).json()["errors"]
    assert [error["message"] for error in (*in_address, *in_body)] == ["Not a JSON object."] * 2


@pytest.mark.parametrize(
    ("query", "path"),
    [("title=%FF", "title"), ("q=caf%E9&limit=2", "q"), ("title=%ED%A0%80", "title"), ("%FE=1", "\ufffd")],
)
def test_bytes_that_are_no_utf_8_are_refused_where_they_stand(client: Client, query: str, path: str) -> None:
    answer = client.get(f"/api/v1/documents?{query}")
    assert (answer.status_code, answer.json()["errors"]) == (
        422,
        [{"path": f"query.{path}", "message": "Its bytes are no UTF-8."}],
    )
    assert client.get("/api/v1/documents?title=caf%C3%A9").status_code == 200


@pytest.mark.parametrize(
    ("address", "name", "meant"),
    [("check", "draft", "text"), ("sql", "query", "q"), ("sql", "parameters", "params")],
)
def test_a_name_in_a_body_that_others_use_is_told_ours(client: Client, address: str, name: str, meant: str) -> None:
    answer = client.post(f"/api/v1/{address}", json={name: "select 1"})
    told = {error["path"]: error["message"] for error in answer.json()["errors"]}
    assert told[f"json.{name}"] == f"Unknown: did you mean `{meant}`?"


def test_a_body_that_is_coded_is_refused(client: Client) -> None:
    coded = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    answer = client.post("/api/v1/check", data=b"\x1f\x8b", headers=coded)
    assert (answer.status_code, answer.json()["detail"]) == (
        415,
        "Send the body as it is, without a `Content-Encoding`.",
    )


def test_a_body_of_another_type_or_too_large_is_a_problem(client: Client) -> None:
    other = client.post("/api/v1/sql", data="q=select 1", headers={"Content-Type": "text/plain"})
    assert (other.status_code, other.json()["type"]) == (415, "/api/v1/problems/no-json")
    large = client.post("/api/v1/check", json={"text": "x" * 2_000_000})
    assert (large.status_code, large.json()["type"]) == (413, "/api/v1/problems/too-large")
    assert "1,300,000 bytes" in large.json()["detail"]


@pytest.mark.parametrize(
    ("address", "body", "path"),
    [
        ("sql", b'{"q": "select 1", "q": "select 2"}', "json.q"),
        ("sql", b'{"q": "select $day", "params": {"day": 1, "d\\u0061y": 2}}', "json.params.day"),
        ("check", b'{"text": "One.", "text": "Two."}', "json.text"),
        ("check", b'{"text": [{"a": 1}, {"a": 1, "a": 1}]}', "json.text.1.a"),
    ],
)
def test_a_key_that_a_body_gives_twice_is_refused_by_its_path(
    client: Client, address: str, body: bytes, path: str
) -> None:
    answer = client.post(f"/api/v1/{address}", data=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, paths(answer)) == (422, {path})
    assert "Given more than once." in answer.json()["detail"]


def test_a_fault_of_the_server_tells_nothing_of_its_inside(
    small_file: object, caplog: pytest.LogCaptureFixture
) -> None:
    app = Flask("rashomon")
    published = PublishedFile(small_file)
    api.register(app, published)
    app.add_url_rule("/api/v1/broken", "broken", lambda: 1 / 0)
    answer = app.test_client().get("/api/v1/broken", headers={"X-Request-ID": "trace-7"})
    published.close()
    assert answer.status_code == 500
    assert answer.json["type"] == "/api/v1/problems/internal"
    assert "division" not in answer.text
    assert "Request trace-7 failed: GET /api/v1/broken" in caplog.text
    assert "division by zero" in caplog.text
