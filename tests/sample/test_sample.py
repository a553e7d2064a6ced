"""The sample articles: well formed, and rich enough that the demo shows every verdict and the well-known findings."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "sample" / "documents.ndjson"
VERDICTS = {"scope", "echo", "agrees", "compatible", "update", "contradicts", "differs"}


@pytest.fixture(scope="module")
def database(sample_database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(sample_database), read_only=True) as connection:
        yield connection


def test_the_articles_are_of_several_outlets_and_dated_with_their_zone() -> None:
    documents = [json.loads(line) for line in SAMPLE.read_text(encoding="utf-8").splitlines()]
    assert len({document["document_id"] for document in documents}) == len(documents) == 20
    assert len({document["source"] for document in documents}) >= 10
    assert all(datetime.fromisoformat(document["published_at"]).tzinfo for document in documents)
    assert all(document["text"] and document["title"] for document in documents)


def test_every_verdict_occurs(database: duckdb.DuckDBPyConnection) -> None:
    assert {row[0] for row in database.execute("select distinct verdict from pair").fetchall()} == VERDICTS


@pytest.mark.parametrize(
    ("event", "figures"),
    [
        ("nk", {4_500, 8_000, 10_000}),
        ("fl", {11, 31, 52}),
        ("ma", {18_000, 60_000}),
        ("jc", {1_200, 2_000}),
        ("ch", {112, 118, 160}),
        ("pt", {4_200_000_000, 5_600_000_000}),
    ],
)
def test_rival_figures_of_an_event_answer_one_question(
    database: duckdb.DuckDBPyConnection, event: str, figures: set[float]
) -> None:
    rows = database.execute(
        "select list(value) from claim where document_id like ? || '-%' group by question_id", [event]
    ).fetchall()
    assert any(figures <= set(values) for (values,) in rows)


def test_a_reprinted_report_is_no_second_witness(database: duckdb.DuckDBPyConnection) -> None:
    rows = database.execute(
        """
        select verdict from pair
        join claim as a on a.claim_id = a_claim_id
        join claim as b on b.claim_id = b_claim_id
        where a.value = 11 and b.value = 11 and a.hedge = 'at_least' and b.hedge = 'at_least'
        and least(a.document_id, b.document_id) = 'fl-1' and greatest(a.document_id, b.document_id) = 'fl-2'
        """
    ).fetchall()
    assert rows == [("echo",)]


READ = {
    ("troops", "4,500", "Ukraine", "about 10,000", "Lloyd Austin"),
    ("deaths", "31", "The state's civil protection agency", "52", "Aurelia Montejo"),
    ("protesters", "18,000", "Thessaloniki police", "60,000", "Enosi"),
    ("protesters", "100,000", "The unions", "150,000", "Enosi"),
    ("deaths", "118", "The health ministry", "170 to 190", "Doctors' Aid International"),
    ("cases", "about 4,500", "The health ministry", "6,150", "World Health Organization"),
    ("deaths", "denied", "The health ministry", "asserted", "Doctors' Aid International"),
    ("cost", "PLN 4.2 billion", "Poland's infrastructure ministry", "PLN 5.6 billion", "Poland's supreme audit office"),
    ("cost", "denied", "Poland's infrastructure ministry", "asserted", "Poland's supreme audit office"),
    ("job_cuts", "1,200", "Nordvik Turbines", "nearly 2,000", "3K"),
    ("gate", "denied", "The national water commission", "asserted", "Residents of Jonuta"),
    ("people_in_shelters", "about 8,200", "Maribel Ocampo Ruiz", "11,500", "Red Cross"),
    ("arrests", "14", "Thessaloniki police", "23", "Lawyers for the protesters"),
}
"""What a reader of the articles finds: the measure, and each side's figure and speaker."""


def test_the_findings_are_those_that_a_reader_makes(database: duckdb.DuckDBPyConnection) -> None:
    found = database.execute("select measure, low_figure, low_voice, high_figure, high_voice from finding").fetchall()
    assert set(found) == READ
