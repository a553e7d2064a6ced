"""What the page of changes lists, and how it writes a move."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from analytics.reading import PublishedFile, Snapshot
from dashboard.changes_page import changes_page, has_moved, ratios_told
from tests.builds import built
from tests.dashboard.conftest import application, ndjson


@pytest.mark.parametrize(
    ("former", "now", "told"),
    [
        (1.43, 1.36, ("1.43×", "1.36×")),
        (1.4, 2.0, ("1.4×", "2.0×")),
        (2.0, 2.0, ("", "2.0×")),
        (None, 2.0, ("", "2.0×")),
        (2.0, None, ("2.0×", "no ratio")),
    ],
)
def test_a_move_is_written_so_that_it_shows(former: float | None, now: float | None, told: tuple[str, str]) -> None:
    assert ratios_told({"former_ratio": former, "ratio": now}) == told


@pytest.fixture(scope="module")
def two_builds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a file from seven disputes, and again with the eighth."""
    folder = tmp_path_factory.mktemp("builds")
    rows = [
        {"measure": "deaths", "place": place, "as_of": "2026-03-04", "source": source, "value": value}
        for place in ("Oran", "Bari", "Kiel", "Lund", "Brno", "Cork", "Graz", "Vigo")
        for source, value in (("Globe", 10), ("Post", 30))
    ]
    articles = ndjson(folder / "articles.ndjson", [{"document_id": "a", "source": "Globe", "text": "Nothing."}])
    target = folder / "news.duckdb"
    for name, kept in (("first", rows[:-2]), ("second", rows)):
        built(articles, target, [ndjson(folder / f"{name}.ndjson", kept)], extract=False)
        (folder / f"{name}.duckdb").write_bytes(target.read_bytes())
    return folder


def test_a_first_build_shows_its_strongest_findings_and_no_more(two_builds: Path) -> None:
    with PublishedFile(two_builds / "first.duckdb").snapshot() as snapshot:
        page = changes_page(snapshot, {})
        every = changes_page(snapshot, {"change__in": "opened"})
        severest = [row["finding_id"] for row in snapshot.rows("select finding_id from finding order by rank limit 5")]
    assert page["groups"] == []
    assert page["first"].count == 7
    assert [row["finding_id"] for row in page["first"].strongest] == severest
    assert len(every["groups"][0][1]["opened"]) == 7
    assert every["first"] is None


def test_a_later_build_lists_what_it_opened_and_the_first_stays_short(two_builds: Path) -> None:
    with PublishedFile(two_builds / "second.duckdb").snapshot() as snapshot:
        page = changes_page(snapshot, {})
    assert [[row["title"] for row in kinds["opened"]] for _, kinds in page["groups"]] == [
        ["Deaths in Vigo, early March 2026"]
    ]
    assert page["first"].count == 7


def test_a_file_without_a_claim_says_so_on_each_page(tmp_path: Path, cache_folder: Path) -> None:
    articles = ndjson(tmp_path / "articles.ndjson", [{"document_id": "a", "source": "Globe", "text": "Nothing."}])
    client = application(built(articles, tmp_path / "news.duckdb"), cache_folder).test_client()
    assert "in it nothing stood apart" in client.get("/changes").text
    assert "data-chart" not in client.get("/sources").text
    assert client.get("/about").status_code == client.get("/questions").status_code == 200


def test_a_denial_is_called_one(app: Flask, snapshot: Snapshot) -> None:
    denied = snapshot.rows("select count(*) as n from finding where ratio is null and low_figure = 'denied'")[0]["n"]
    page = app.test_client().get("/changes?change__in=opened").text
    assert denied
    assert page.count("a denial") == denied


def test_only_what_moved_is_drawn() -> None:
    assert has_moved({"former_ratio": 1.4, "ratio": 2.0})
    assert not any(has_moved({"former_ratio": before, "ratio": 2.0}) for before in (None, 2.0))


def test_a_file_of_one_build_offers_no_choice_of_changes(app: Flask) -> None:
    page = app.test_client().get("/changes").text
    assert "Nothing has changed yet" in page
    assert 'name="change__in"' not in page
    assert 'name="change__in"' in app.test_client().get("/changes?change__in=opened").text
