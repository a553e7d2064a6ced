"""Addresses and arguments that people guess: they lead to what was meant, or the refusal names it."""

import re
from pathlib import Path

import pytest

from api.payloads import WORDLESS
from api.settings import ApiSettings
from tests.api.conftest import Client, served

LEADS = {
    "/api": "/api/v1",
    "/api/": "/api/v1",
    "/api/v1/": "/api/v1",
    "/docs": "/api/v1/docs",
    "/health": "/healthz",
    "/healthz/": "/healthz",
    "/api/v1/openapi.json": "/openapi.json",
    "/api/findings": "/api/v1/findings",
    "/api/v1/findings/": "/api/v1/findings",
    "/api/v1/finding": "/api/v1/findings",
    "/api/v1/Claim.csv": "/api/v1/claims.csv",
    "/api/v1/query": "/api/v1/queries",
    "/api/v1/house_effects": "/api/v1/house-effects",
    "/api/v1/finding/f0001": "/api/v1/findings/f0001",
    "/api/v1/findings/f0001/": "/api/v1/findings/f0001",
    "/api/v1/findings/f0001.json": "/api/v1/findings/f0001",
    "/api/v1/questions/q0001.json/": "/api/v1/questions/q0001",
    "/api/v1/question/q0001/claim": "/api/v1/questions/q0001/claims",
    "/api/v1/questions/q0001/claim": "/api/v1/questions/q0001/claims",
    "/api/v1/findings/f0001/jsonld": "/api/v1/findings/f0001/claim-review",
    "/api/v1/findings/f0001/claimreview": "/api/v1/findings/f0001/claim-review",
    "/api/v1/findings/f0001.jsonld": "/api/v1/findings/f0001/claim-review",
    "/api/v1/findings/f0001.csv": "/api/v1/findings.csv?finding_id=f0001",
    "/api/v1/findings/f0001/question": "/api/v1/questions/q0001",
    "/api/v1/claims/c1/question": "/api/v1/questions/q0001",
    "/api/v1/claims/c1/document": "/api/v1/documents/d1",
    "/api/v1/questions/q0001/finding": "/api/v1/findings?question_id=q0001",
    "/api/v1/articles?limit=1": "/api/v1/documents?limit=1",
    "/api/v1/search?q=troops": "/api/v1/claims?q=troops",
    "/api/v1/contradictions?limit=1": "/api/v1/findings?limit=1",
    "/api/v1/articles/d1": "/api/v1/documents/d1",
    "/api/v1/article/d1/quotes": "/api/v1/documents/d1/claims",
    "/api/v1/outlets.csv": "/api/v1/sources.csv",
    "/api/v1/people": "/api/v1/voices",
    "/api/v1/speakers": "/api/v1/voices",
    "/api/v1/rss": "/api/v1/changes.atom",
    "/api/v1/version": "/api/v1/builds/current",
    "/api/v1/status": "/healthz",
    "/api/v1/feed": "/api/v1/changes.atom",
    "/api/v1/tables/": "/api/v1/schema",
    "/API/V1/Findings?limit=1": "/api/v1/findings?limit=1",
    "/api/v1//findings?limit=1": "/api/v1/findings?limit=1",
    "//api//v1/documents//d1": "/api/v1/documents/d1",
}


@pytest.mark.parametrize(("guess", "meant"), LEADS.items())
def test_a_near_address_leads_to_the_route_that_was_meant(client: Client, guess: str, meant: str) -> None:
    answer = client.get(guess)
    assert (answer.status_code, answer.url.removeprefix(client.base)) == (200, meant)
    assert {step.status_code for step in answer.history} == {308}
    assert all("Content-Type" not in step.headers and not step.content for step in answer.history)


@pytest.mark.parametrize("path", ["/api/v1/findings", "/api/v1/sql", "/healthz"])
def test_what_an_address_takes_is_told_in_the_headers_alone(client: Client, path: str) -> None:
    answer = client.options(path)
    assert (answer.status_code, answer.content, "Content-Type" in answer.headers) == (204, b"", False)
    assert {"GET", "OPTIONS"} <= set(answer.headers["Allow"].split(", "))
    unknown = client.options("/api/v1/nowhere")
    assert (unknown.status_code, unknown.headers["Content-Type"]) == (404, "application/problem+json")


@pytest.mark.parametrize(
    ("guess", "hint"),
    [
        ("/api/v1/fndings", "Did you mean /api/v1/findings"),
        ("/api/v1/claims.xlsx", "Did you mean /api/v1/claims"),
        ("/api/v1/findings/%0Dx/pairs.parquet", "No finding has the id"),
        ("/api/v1/findings/nowhere", "No finding has the id"),
        ("/api/v1/sources/the_ledger", "Did you mean 'The Ledger'?"),
        ("/api/v1/measures/troop", "Did you mean 'troops'?"),
        ("/api/v1/documents/Folder/D2", "Did you mean 'folder/d2'?"),
        ("/api/v1/findings/F0001", "Did you mean 'f0001'?"),
        ("/api/v1/questions/%20Q0001", "Did you mean 'q0001'?"),
        ("/api/v1/findings/1", "/api/v1/findings?rank=1"),
        ("/api/v1/questions/1", "/api/v1/findings?rank=1"),
        ("/api/v1/changes/b1-q0001-opened/pairs", "No pairs are listed by one change. No list belongs to one change."),
        ("/api/v1/questions/q0001/voices", "No voices are listed by one question. To one question belong"),
        ("/api/v1/claims/c0001/findings", "To one claim belong pairs."),
        ("/api/v1/sources/The%20Ledger/pairs", "To one source belong claims, documents, findings and house-effects."),
        (
            "/api/v1/sources/The%20Ledger/corrections",
            "To one source belong claims, documents, findings and house-effects.",
        ),
        ("/api/v1/documents/d1/pictures", "No pictures are listed by one document."),
        ("/api/v1/documents/nowhere/pictures", "No document has the id 'nowhere/pictures'"),
        ("/api/v1/sources/nowhere", "No source has the id 'nowhere' in this build."),
        ("/api/v2/findings", "/api/v1 lists what there is"),
    ],
)
def test_any_other_address_names_what_is_near(client: Client, guess: str, hint: str) -> None:
    answer = client.get(guess)
    assert answer.status_code == 404
    assert hint in answer.json()["detail"]


def test_the_start_of_the_api_links_to_what_works(client: Client) -> None:
    index = client.get("/api/v1").json()
    for url in [each["url"] for each in index["lists"]] + list(index["links"].values()):
        assert client.get(url).status_code == (405 if url == "/api/v1/check" else 200), url


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("page=2", "did you mean `next`?"),
        ("ratio_gte=2", "did you mean `ratio__gte`"),
        ("order_by=ratio", "did you mean `sort`?"),
        ("text=boats", "did you mean `q`?"),
        ("id=f0001", "did you mean `finding_id` or `question_id`?"),
        ("min_ratio=2", "did you mean `ratio__gte`?"),
        ("ratio_max=2", "did you mean `ratio__lte`?"),
        ("ratio__between=1,2", "did you mean `ratio__gte` or `ratio__lte`?"),
        ("title__like=kind", "did you mean `title__contains`?"),
        ("measure__not=troops", "did you mean `measure__ne`?"),
        ("filter[measure]=troops", "did you mean `measure`?"),
        ("since=2024", "did you mean `opened_at__gte`?"),
        ("country=Norland", "did you mean `place__contains` or `place`?"),
        ("speaker=Ana", "did you mean `low_voice` or `high_voice`?"),
        ("group_by=measure", "did you mean `facets`?"),
        ("download=csv", ".csv"),
        ("format=csv", ".csv"),
        ("colour=red", "/api/v1/docs"),
    ],
)
def test_an_unknown_argument_is_told_what_is_near(client: Client, given: str, hint: str) -> None:
    (error,) = client.get(f"/api/v1/findings?{given}").json()["errors"]
    assert error["path"] == f"query.{given.split('=', maxsplit=1)[0]}"
    assert hint in error["message"]


def test_the_list_of_what_belongs_to_the_build_that_is_served(client: Client) -> None:
    assert client.get("/api/v1/builds/current/changes").json() == client.get("/api/v1/builds/b1/changes").json()


@pytest.mark.parametrize("name", ["verdict", "verdict__in"])
def test_pairs_beyond_the_conflicts_are_refused_by_the_name_that_asked(client: Client, name: str) -> None:
    (error,) = client.get(f"/api/v1/pairs?{name}=agrees").json()["errors"]
    assert error["path"] == f"query.{name}"


def test_a_method_that_is_not_taken_is_told_which_are(client: Client) -> None:
    answer = client.delete("/api/v1/sql")
    assert answer.status_code == 405
    assert answer.json()["detail"] == "DELETE is not taken here; GET, HEAD, OPTIONS, POST are."


def test_a_head_is_the_answer_without_its_body(client: Client) -> None:
    asked, head = client.get("/api/v1/findings"), client.head("/api/v1/findings")
    assert head.content == b""
    assert head.headers["ETag"] == asked.headers["ETag"]


def test_a_browser_may_ask_beforehand_whether_it_may_send_json_and_a_token(small_file: Path) -> None:
    settings = ApiSettings(cors_origins=("https://desk.example",), tokens=("secret",))
    asked = {"Origin": "https://desk.example", "Access-Control-Request-Method": "POST"}
    with served(small_file, settings) as client:
        answer = client.options("/api/v1/sql", headers=asked)
    assert answer.status_code == 204
    assert "POST" in answer.headers["Access-Control-Allow-Methods"]
    assert {"Authorization", "Content-Type"} <= set(answer.headers["Access-Control-Allow-Headers"].split(", "))


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("findings?measure=Troops", "No measure `Troops` here; did you mean `troops`?"),
        ("findings?measure__in=troop,deaths&rank=1000", "No measure `troop` here; did you mean `troops`?"),
        ("documents?source=the_ledger", "No source `the_ledger` here; did you mean `The Ledger`?"),
        ("findings?measure=troo", "No measure `troo` here; did you mean `troops`?"),
        ("claims?kind=denial", "No kind `denial` here; there is `quantity`."),
        ("claims?voice=zebra", "No voice `zebra` here; `facets=voice` counts those that are."),
    ],
)
def test_an_empty_list_says_which_name_no_row_has(client: Client, asked: str, hint: str) -> None:
    answer = client.get(f"/api/v1/{asked}")
    assert answer.status_code == 200
    assert (answer.json()["data"], answer.json()["meta"]["hint"]) == ([], hint)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("voice=Birgit Rask", "3K"),
        ("voice=austin", "Lloyd Austin"),
        ("measure=soldiers", "troops"),
        ("place=Kursk", "Kursk < Russia"),
        ("place=tesaloniki", "Thessaloniki < Central Macedonia < Greece"),
    ],
)
def test_another_word_for_a_name_leads_to_it(sample: Client, asked: str, meant: str) -> None:
    hint = sample.get(f"/api/v1/claims?{asked}").json()["meta"]["hint"]
    assert re.search(rf"here; did you mean `{meant}`(, `[^`]+`| or `[^`]+`)*\?$", hint)


@pytest.mark.parametrize("q", ["the", '"', "%25"])
def test_a_search_of_which_no_word_is_left_says_so(client: Client, q: str) -> None:
    meta = client.get(f"/api/v1/claims?q={q}").json()["meta"]
    assert (meta["sentence"], meta["hint"]) == ("claims", WORDLESS)
    unknown = client.get(f"/api/v1/claims?q={q}&kind=denial").json()["meta"]
    assert unknown["hint"] == f"{WORDLESS} No kind `denial` here; there is `quantity`."
    assert "hint" not in client.get("/api/v1/questions?q=the kind").json()["meta"]


@pytest.mark.parametrize(
    "asked", ["findings?measure=troops", "findings?measure=troops&rank=1000", "findings?rank=1000"]
)
def test_a_list_without_unknown_names_has_no_hint(client: Client, asked: str) -> None:
    assert "hint" not in client.get(f"/api/v1/{asked}").json()["meta"]
