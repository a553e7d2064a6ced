"""Single rows, and the two answers that hold a page's worth."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import duckdb
import orjson
import pytest

from tests.api.conftest import Client


def test_a_question_comes_with_its_finding_consensus_and_claims(client: Client) -> None:
    answer = client.get("/api/v1/questions/q0001").json()
    assert answer["question"]["title"] == "How many of kind 1?"
    assert answer["finding"]["finding_id"] == "f0001"
    assert (answer["question"]["unit"], answer["finding"]["unit"]) == (None, "person"), "each has a unit of its own"
    assert [claim["claim_id"] for claim in answer["claims"]] == ["c1", "c2"]
    assert answer["consensus"][0]["method"] == "median of voices"
    assert "pairs" not in answer


def test_the_pairs_of_a_question_come_on_request_and_at_their_address(client: Client) -> None:
    pairs = client.get("/api/v1/questions/q0001?pairs=true").json()["pairs"]
    assert {pair["verdict"] for pair in pairs} == {"differs", "agrees"}
    assert client.get(client.get("/api/v1/questions/q0001").json()["pairs_url"]).json()["data"] == pairs


def test_a_document_comes_with_the_spans_of_its_claims(client: Client) -> None:
    answer = client.get("/api/v1/documents/d1").json()
    text = answer["document"]["text"]
    assert [text[claim["char_start"] : claim["char_end"]] for claim in answer["claims"]] == ["8,000", "10,000"]


@pytest.mark.parametrize(
    ("path", "name", "key"),
    [
        ("/findings/f0003", "finding", "finding_id"),
        ("/claims/c1", "claim", "claim_id"),
        ("/builds/b1", "build", "build_id"),
        ("/builds/current", "build", "is_current"),
        ("/changes/ch1", "change", "change"),
        ("/voices/v1", "voice", "name"),
        ("/sources/The%20Ledger", "source", "source"),
        ("/sources/AP%2FLocal", "source", "source"),
        ("/documents/folder%2Fd2", "document", "document_id"),
    ],
)
def test_each_row_has_an_address(client: Client, path: str, name: str, key: str) -> None:
    answer = client.get("/api/v1" + path)
    assert answer.status_code == 200
    assert answer.json()["meta"]["build_id"] == "b1"
    assert answer.json()[name][key]


@pytest.mark.parametrize(
    "kind", ["findings", "questions", "claims", "documents", "sources", "voices", "changes", "builds"]
)
def test_an_unknown_id_is_not_found(client: Client, kind: str) -> None:
    answer = client.get(f"/api/v1/{kind}/nowhere")
    assert answer.status_code == 404
    assert answer.json()["type"] == "/api/v1/problems/not-found"
    assert "nowhere" in answer.json()["detail"]


def test_a_voice_comes_with_every_spelling_of_its_name(client: Client) -> None:
    answer = client.get("/api/v1/voices/v1").json()
    assert answer["voice"] == {"voice_id": "v1", "name": "Lidia Brandt"}
    assert answer["spellings"] == ["Brandt", "Lidia Brandt"]


def test_a_pair_is_found_by_its_claims_in_either_order(client: Client) -> None:
    one, other = (client.get(f"/api/v1/pairs/{ends}").json() for ends in ("c1/c2", "c2/c1"))
    assert one == other
    assert one["pair"]["verdict"] == "differs"
    assert [claim["claim_id"] for claim in one["claims"]] == ["c1", "c2"]
    for ends in ("c1/nowhere", "nowhere/c1", "c1/c1"):
        assert client.get(f"/api/v1/pairs/{ends}").status_code == 404


@pytest.mark.parametrize(
    "path",
    ["/findings/{}", "/questions/{}", "/findings/{}/claims", "/questions/{}/claims.csv", "/findings/{}/citation"],
)
def test_an_unknown_id_is_not_found_by_who_holds_this_build_either(client: Client, path: str) -> None:
    known = "f0001" if "findings" in path else "q0001"
    current = {"If-None-Match": client.get("/api/v1" + path.format(known)).headers["ETag"]}
    statuses = [client.get("/api/v1" + path.format(row), headers=current).status_code for row in ("nowhere", known)]
    assert statuses == [404, 304]


def test_a_built_question_comes_with_the_rows_of_the_views(sample: Client, sample_database: Path) -> None:
    with duckdb.connect(str(sample_database), read_only=True) as connection:
        methods = dict(connection.execute("select question_id, method from consensus").fetchall())
    questions = sample.get("/api/v1/questions?limit=1000").json()["data"]
    findings = {row["question_id"]: row for row in sample.get("/api/v1/findings?limit=1000").json()["data"]}
    assert findings.keys() & methods.keys()
    for row in [*(each for each in questions if each["question_id"] in findings), *questions][:120:3]:
        answer = sample.get(f"/api/v1/questions/{row['question_id']}").json()
        assert answer["question"] == row
        assert answer["finding"] == findings.get(row["question_id"])
        method = methods.get(row["question_id"])
        assert [each["method"] for each in answer["consensus"]] == ([method] if method else [])


def test_each_claim_of_a_built_file_is_found_by_its_id(sample: Client) -> None:
    rows = sample.get("/api/v1/claims?limit=1000").json()["data"]
    for row in rows[:: len(rows) // 20]:
        assert sample.get(f"/api/v1/claims/{quote(row['claim_id'])}").json()["claim"] == row
    assert sample.get("/api/v1/claims/nowhere").status_code == 404


def test_each_finding_of_a_built_file_is_found_by_its_id_and_by_its_question(sample: Client) -> None:
    for row in sample.get("/api/v1/findings?limit=1000").json()["data"]:
        assert sample.get(f"/api/v1/findings/{row['finding_id']}").json()["finding"] == row
        assert sample.get(f"/api/v1/questions/{row['question_id']}").json()["finding"] == row
        assert sample.get(f"/api/v1/findings?finding_id={row['finding_id']}").json()["data"] == [row]
    assert sample.get("/api/v1/findings/nowhere").status_code == 404
    assert sample.get("/api/v1/findings?finding_id=nowhere").json()["data"] == []


def test_times_are_utc_and_say_so(client: Client) -> None:
    assert client.get("/api/v1/builds/b1").json()["build"]["built_at"] == "2026-01-02T03:04:05Z"


def found_by(file: Path, answer: dict[str, Any], column: str) -> list[object]:
    """Return a column of what the SQL that an answer names gives in any DuckDB shell."""
    with duckdb.connect(str(file), read_only=True) as shell:
        return [row[0] for row in shell.sql(answer["meta"]["sql"]).select(column).fetchall()]


def test_a_claim_has_the_pairs_that_it_is_in(sample: Client, sample_database: Path) -> None:
    (pair,) = sample.get("/api/v1/pairs?limit=1").json()["data"]
    for claim in (pair["a_claim_id"], pair["b_claim_id"]):
        answer = sample.get(f"/api/v1/claims/{claim}/pairs").json()
        of_question = sample.get(f"/api/v1/questions/{pair['question_id']}/pairs?limit=1000").json()["data"]
        own = [each for each in of_question if claim in {each["a_claim_id"], each["b_claim_id"]}]
        assert answer["data"] == own
        assert answer["meta"]["sentence"] == f"pairs of question {pair['question_id']} with claim {claim}"
        again = sample.get(f"/api/v1/claims/{claim}/pairs?question_id={pair['question_id']}").json()
        assert (again["meta"]["sentence"], again["data"]) == (answer["meta"]["sentence"], answer["data"])
        assert found_by(sample_database, answer, "b_claim_id") == [each["b_claim_id"] for each in own]


def test_the_pairs_of_a_claim_are_paged_counted_and_filtered_as_any_list(sample: Client) -> None:
    questions = sample.get("/api/v1/questions?sort=-claim_count&limit=1").json()["data"]
    claims = sample.get(f"/api/v1/questions/{questions[0]['question_id']}/claims?limit=1000").json()["data"]
    for claim in claims[::4]:
        address = f"/api/v1/claims/{claim['claim_id']}/pairs"
        whole = sample.get(f"{address}?total=true&facets=verdict").json()
        assert whole["meta"]["total"] == len(whole["data"])
        assert sum(each["count"] for each in whole["meta"]["facets"]["verdict"]) == len(whole["data"])
        assert all_pages(sample, f"{address}?limit=2") == whole["data"]
        assert [orjson.loads(line) for line in sample.get(f"{address}.ndjson").iter_lines()] == whole["data"]
        contradictions = [pair for pair in whole["data"] if pair["verdict"] == "contradicts"]
        assert sample.get(f"{address}?verdict=contradicts").json()["data"] == contradictions


def test_the_pairs_of_a_claim_are_made_from_it_alone(sample: Client) -> None:
    (pair,) = sample.get("/api/v1/pairs?limit=1").json()["data"]
    told = sample.get(f"/api/v1/claims/{pair['a_claim_id']}/pairs").json()["meta"]["sql"]
    assert [f"{end}_claim_id = '{pair['a_claim_id']}'" in told for end in "ab"] == [True, True]
    assert " in (a_claim_id, b_claim_id)" not in told


def all_pages(client: Client, address: str) -> list[dict[str, Any]]:
    page = client.get(address).json()
    rows: list[dict[str, Any]] = page["data"]
    while page["next_url"]:
        page = client.get(page["next_url"]).json()
        rows += page["data"]
    return rows


@pytest.mark.parametrize(
    ("owners", "owner_id", "lists", "row_id"),
    [
        ("questions", "question_id", "documents", "document_id"),
        ("questions", "question_id", "sources", "source"),
        ("findings", "question_id", "documents", "document_id"),
        ("findings", "question_id", "sources", "source"),
        ("documents", "document_id", "questions", "question_id"),
        ("documents", "document_id", "findings", "question_id"),
    ],
)
def test_what_belongs_to_a_row_by_its_claims_is_a_list_of_its_own(
    sample: Client, sample_database: Path, owners: str, owner_id: str, lists: str, row_id: str
) -> None:
    claims = sample.get("/api/v1/claims?limit=1000").json()["data"]
    rows = all_pages(sample, f"/api/v1/{lists}?limit=1000")
    item_id = {"findings": "finding_id"}.get(owners, owner_id)
    for owner in sample.get(f"/api/v1/{owners}?limit=8").json()["data"]:
        named = {claim[row_id] for claim in claims if claim[owner_id] == owner[owner_id]}
        address = f"/api/v1/{owners}/{quote(owner[item_id])}/{lists}"
        page = sample.get(f"{address}?limit=1000&total=true").json()
        assert page["data"] == [row for row in rows if row[row_id] in named]
        assert page["meta"]["total"] == len(page["data"])
        assert all_pages(sample, f"{address}?limit=1") == page["data"]
        assert [orjson.loads(line) for line in sample.get(f"{address}.ndjson").iter_lines()] == page["data"]
        assert sample.get(f"{address}?{row_id}=nowhere").json()["data"] == []
        assert found_by(sample_database, page, row_id) == [row[row_id] for row in page["data"]]
    assert sample.get(f"/api/v1/{owners}/nowhere/{lists}").status_code == 404


def test_a_source_has_the_findings_whose_question_it_answers(sample: Client) -> None:
    findings = sample.get("/api/v1/findings?limit=1000").json()["data"]
    for source in {name for finding in findings for name in finding["sources"].split("; ")}:
        found = sample.get(f"/api/v1/sources/{quote(source)}/findings?limit=1000").json()["data"]
        assert found == [each for each in findings if source in each["sources"].split("; ")]


@pytest.mark.parametrize("path", ["findings", "claims", "sources/{}/claims", "pairs"])
@pytest.mark.parametrize("form", ["csv", "ndjson", "parquet"])
def test_a_file_of_so_many_rows_links_to_those_that_follow(sample: Client, path: str, form: str) -> None:
    path = path.format(quote(sample.get("/api/v1/sources").json()["data"][0]["source"]))
    page = sample.get(f"/api/v1/{path}?limit=2&sort=question_id").json()
    part = sample.get(f"/api/v1/{path}.{form}?limit=2&sort=question_id")
    assert part.links["next"]["url"] == page["next_url"].replace("?", f".{form}?")
    following = sample.get(part.links["next"]["url"])
    assert (
        following.content == sample.get(f"/api/v1/{path}.{form}?limit=2&sort=question_id&next={page['next']}").content
    )
    assert "Link" not in sample.get(f"/api/v1/{path}.{form}").headers
    assert "Link" not in sample.get(f"/api/v1/{path}.{form}?limit=1000").headers
