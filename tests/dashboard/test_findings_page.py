"""The words of the findings page: its heading over the overview."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

from analytics.reading import PublishedFile, Snapshot
from dashboard.charts.catalogue import read_deviations
from dashboard.charts.overview import Deviations
from dashboard.findings_page import finding_sentence, overview_title
from dashboard.numerals import date_text
from dashboard.surety_words import surety_words
from tests.builds import built
from tests.dashboard.conftest import application, ndjson


def test_the_heading_counts_the_figures_that_lie_far_out() -> None:
    assert overview_title(deviations(3, 1)) == "1 of 12 figures is at most half the middle, or at least double it"
    assert overview_title(deviations(7, 2)) == (
        "Most figures sit close together. 2 of 12 figures are at most half the middle, or at least double it"
    )


def test_the_heading_says_so_where_nothing_lies_far_out() -> None:
    assert overview_title(deviations(9, 0)) == (
        "The figures sit close together: all lie between half and double the middle"
    )
    empty = Deviations(bins=[], outermost=[], total=0)
    assert overview_title(empty) == "No figure has another voice to stand beside yet"


def deviations(near: int, far: int) -> Deviations:
    """Give twelve figures, of which so many lie near the middle and so many far from it."""
    return Deviations(bins=[{"near_claims": near, "far_claims": far}], outermost=[], total=12)


def test_a_denial_is_marked_in_its_own_words() -> None:
    row = {"low_value": None, "low_figure": "denied", "high_figure": "asserted"}
    told = {**row, "sentence": "Ana: “says so”; Bo: “rejected it”."}
    assert [(piece.text, piece.mark) for piece in finding_sentence(told) if piece.mark] == [
        ("“says so”", "high"),
        ("“rejected it”", "denied"),
    ]
    told = {**row, "high_figure": "60,000", "sentence": "Ana says 60,000; Bo: “rejected it”."}
    assert [(piece.text, piece.mark) for piece in finding_sentence(told) if piece.mark] == [
        ("60,000", "high"),
        ("“rejected it”", "denied"),
    ]
    told = {**row, "sentence": "Ana says it is so; Bo denies it."}
    assert [piece.text for piece in finding_sentence(told)] == [told["sentence"]]


def test_a_figure_beyond_an_end_has_the_colour_of_its_side() -> None:
    row = {"low_value": 4500.0, "low_figure": "4,500", "high_figure": "8,000"}
    told = {**row, "sentence": "Ana says 8,000; Bo says 4,500. Higher still: Cy (Peru), about 10,000. Denied by Di."}
    assert [(piece.text, piece.mark) for piece in finding_sentence(told) if piece.mark] == [
        ("8,000", "high"),
        ("4,500", "low"),
        ("about 10,000", "high"),
        ("Denied by Di.", "denied"),
    ]


def test_a_finding_says_what_speaks_against_its_two_ends_being_one_thing() -> None:
    row = {"low_value": 1.0, "doubts": "they name different places; they lie very far apart"}
    assert surety_words({**row, "surety": 0.9}) == ""
    assert surety_words({**row, "surety": 0.5}) == (
        "The two figures probably answer the same question, though they name different places and they lie very far "
        "apart."
    )
    assert surety_words({"low_value": None, "surety": 0.1, "doubts": None}) == (
        "The two statements may answer different questions."
    )
    assert surety_words({}) == ""


def test_one_voice_that_contradicts_itself_in_one_article_stands_below_the_list(
    tmp_path: Path, cache_folder: Path
) -> None:
    said = {"document_id": "a", "source": "Globe", "claimant": "Bea Holm", "measure": "deaths", "as_of": "2026-03-02"}
    rivals = {"measure": "arrests", "as_of": "2026-03-02"}
    rows = [{**said, "value": 40}, {**said, "value": 90}]
    rows += [{**rivals, "source": source, "value": value} for source, value in (("Post", 10), ("Mail", 40))]
    claims = ndjson(tmp_path / "claims.ndjson", rows)
    article = {"document_id": "a", "source": "Globe", "text": "Holm said 40 and 90.", "published_at": "2026-03-03"}
    articles = ndjson(tmp_path / "articles.ndjson", [article])
    database = built(articles, tmp_path / "news.duckdb", [claims], extract=False)
    client = application(database, cache_folder).test_client()
    assert "Inside one article" in client.get("/").text
    assert "Inside one article" not in client.get("/?verdict__in=contradicts").text


def test_the_overview_counts_only_figures_of_the_place_that_most_speak_of(tmp_path: Path) -> None:
    told = [
        {"source": "Globe", "value": 400, "place": "Bergen < Norway"},
        {"source": "Post", "value": 410, "place": "Bergen < Norway"},
        {"source": "Times", "value": 90, "place": "Arna < Bergen < Norway"},
    ]
    rows = [{"measure": "evacuated", "as_of": "2026-05-02", "question": "Who left?", **row} for row in told]
    articles = ndjson(tmp_path / "articles.ndjson", [{"document_id": "a", "source": "Globe", "text": "Nothing."}])
    claims = ndjson(tmp_path / "claims.ndjson", rows)
    with PublishedFile(built(articles, tmp_path / "news.duckdb", [claims])).snapshot() as snapshot:
        weighed = read_deviations(snapshot)
    assert {row["source"] for row in weighed.outermost} == {"Globe", "Post"}
    assert weighed.total == 2


def test_findings_are_chosen_by_when_they_opened_to_both_sides(app: Flask, snapshot: Snapshot) -> None:
    page = app.test_client().get("/?opened_at__gte=2026-01-20&opened_at__lte=2026-03-14").text
    expected = snapshot.rows(
        "select count(*) as n from finding where opened_at[:10] between '2026-01-20' and '2026-03-14'"
    )
    assert f"{expected[0]['n']} findings opened since 20 January 2026 and up to 14 March 2026" in page
    assert "<span>Opened until" in page


def test_a_month_that_the_address_asks_for_stays_in_its_field(app: Flask) -> None:
    page = app.test_client().get("/?opened_at__lte=2026-03&moved_at__gte=2026-03-01").text
    assert '<input type="text" name="opened_at__lte" value="2026-03">' in page
    assert '<input type="date" name="moved_at__gte" value="2026-03-01">' in page


def test_the_stretches_of_time_say_on_which_day_they_end(app: Flask, snapshot: Snapshot) -> None:
    last = snapshot.rows("select max(moved_at)[:10] as day from finding")[0]["day"]
    assert f'<p class="recent">until {date_text(str(last))}: <a' in app.test_client().get("/").text
