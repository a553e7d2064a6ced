"""Which end of a finding is the newer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from analytics.reading import PublishedFile, Snapshot
from dashboard.newer_end import newer_ends, newer_words, time_told
from tests.builds import built
from tests.dashboard.conftest import ndjson

FIGURES = {"low_figure": "18", "high_figure": "about 40"}


def test_the_newer_end_is_named_by_its_figure() -> None:
    assert newer_words(FIGURES, 1) == "about 40 is a day newer"
    assert newer_words(FIGURES, -12) == "18 is 12 days newer"
    assert newer_words(FIGURES, 0) == ""


def test_an_end_without_a_figure_is_named_by_what_it_does() -> None:
    denied = {"low_figure": "denied", "high_figure": "asserted"}
    assert newer_words(denied, -2) == "the denial is 2 days newer"
    assert newer_words(denied, 2) == "what is denied is 2 days newer"
    assert newer_words({**FIGURES, "low_figure": "not about 40"}, -2) == "the denial is 2 days newer"


def test_a_long_time_is_told_in_months_and_years() -> None:
    assert [time_told(days) for days in (60, 75, 640, 1100)] == ["60 days", "2 months", "21 months", "3 years"]


def test_days_spoken_of_stand_before_days_of_reports(tmp_path: Path) -> None:
    said = {"measure": "deaths", "place": "Oran", "predicate": "killed", "as_of": "2026-03-04"}
    rows = [
        {**said, "source": "Globe", "value": 10, "as_of": "2026-03-04", "reported_at": "2026-03-09"},
        {**said, "source": "Post", "value": 40, "as_of": "2026-03-04", "reported_at": "2026-03-06"},
        {**said, "source": "Mail", "place": "Bari", "value": 5, "as_of": "2026-03", "reported_at": "2026-03-09"},
        {**said, "source": "Sun", "place": "Bari", "value": 9, "as_of": "2026-03", "reported_at": None},
    ]
    claims = ndjson(tmp_path / "claims.ndjson", rows)
    articles = ndjson(tmp_path / "articles.ndjson", [{"document_id": "a", "source": "Globe", "text": "Nothing."}])
    database = built(articles, tmp_path / "news.duckdb", [claims], extract=False)
    with PublishedFile(database).snapshot() as snapshot:
        findings = snapshot.rows("select * from finding")
        told = newer_ends(snapshot, findings)
    assert {row["place"]: told.get(str(row["question_id"])) for row in findings} == {
        "Oran": "10 is 3 days newer",
        "Bari": None,
    }


def test_the_samples_ends_are_as_many_days_apart_as_their_claims(snapshot: Snapshot) -> None:
    told = newer_ends(snapshot, snapshot.rows("select * from finding"))
    rows = snapshot.rows(
        "select f.*, low.as_of as low_day, high.as_of as high_day from finding f "
        "join claim low on low.claim_id = f.low_claim_id join claim high on high.claim_id = f.high_claim_id "
        "where length(low.as_of) = 10 and length(high.as_of) = 10 and low.as_of != high.as_of"
    )
    assert rows
    for row in rows:
        days = (date.fromisoformat(str(row["high_day"])) - date.fromisoformat(str(row["low_day"]))).days
        assert told[str(row["question_id"])] == newer_words(row, days)
