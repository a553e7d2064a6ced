"""The fit of the weights by which two documents tell of one event: its corpora, and what it finds."""

import json
from pathlib import Path

import duckdb
import pytest

from bench.event_fit import evidence_of, grouped, judged, labels_of, learned, mean_of_kinds, parts_of
from bench.fit import source_of
from tests.builds import built

ARTICLES = Path(__file__).parents[2] / "bench" / "lookalike_articles"


def test_the_events_of_each_set_are_a_corpus_of_their_own(tmp_path: Path) -> None:
    parts = {frozenset(labels_of(part).values()) for part in parts_of(ARTICLES, tmp_path)}
    assert {"elections-two-states-1", "elections-two-states-2"} in parts
    assert {"fire-second-day"} in parts


def test_one_article_of_each_event_is_a_corpus_too(tmp_path: Path) -> None:
    *_, alone, _ = (labels_of(part) for part in parts_of(ARTICLES, tmp_path))
    assert len(alone) == len(set(alone.values())) == len(set(labels_of(ARTICLES).values()))


def test_look_alike_articles_and_all_others_count_half_each() -> None:
    assert mean_of_kinds([(True, [1.0, 0.0]), (False, [0.0, 0.0]), (False, [1.0, 0.5])]) == [0.75, 0.125]


def test_documents_are_grouped_by_each_threshold(tmp_path: Path) -> None:
    known = list(labels_of(ARTICLES))[:2]
    rows = [{"a": known[0], "b": known[1], "feature": "candidates", "amount": 1.0, "is_same": 1, "weight": 1.0}]
    scores = grouped(ARTICLES, source_of("made up", rows, tmp_path / "rows.parquet"), {"candidates": 0.0})
    assert scores[0] > scores[-1]


def test_what_two_documents_of_one_event_show_weighs_for_it(tmp_path: Path) -> None:
    rows = [
        {"a": f"a{number}", "b": "b", "feature": feature, "amount": 1.0, "is_same": is_same, "weight": 1.0}
        for number in range(40)
        for is_same in (number % 2,)
        for feature in ("candidates", "same_told_day" if is_same else "other_figure")
    ]
    source = source_of("made up", rows, tmp_path / "rows.parquet")
    weights = learned([source])
    assert weights["same_told_day"] > 0 > weights["other_figure"]
    assert judged([source], weights) == {True: (20, 20), False: (20, 20)}


def _shown(folder: Path, target: Path) -> dict[tuple[str, str], set[str]]:
    with duckdb.connect() as connection:
        rows = connection.execute(
            "select a, b, list(feature) from read_parquet(?) group by a, b",
            [str(evidence_of(folder, target, True).evidence)],
        ).fetchall()
    return {(a, b): set(features) for a, b, features in rows}


def test_one_voice_with_another_figure_and_names_of_their_own_speak_against_one_event(tmp_path: Path) -> None:
    part = next(part for part in parts_of(ARTICLES, tmp_path) if "elections-two-states-1" in labels_of(part).values())
    shown = _shown(part, tmp_path / "shown.parquet")
    assert "same_told_day" in shown["elections-two-states-1-a", "elections-two-states-1-b"]
    assert {"other_figure", "own_main_names"} & shown["elections-two-states-1-a", "elections-two-states-2-a"]


@pytest.mark.parametrize("name", ["elections-two-states", "strikes-two-firms", "derailments", "recalls-cars"])
def test_events_that_look_alike_share_no_question(name: str, tmp_path: Path) -> None:
    documents = tmp_path / "documents.ndjson"
    lines = (ARTICLES / "documents.ndjson").read_text(encoding="utf-8").splitlines(keepends=True)
    documents.write_text("".join(line for line in lines if json.loads(line)["document_id"].startswith(name)))
    with duckdb.connect(str(built(documents, tmp_path / "look.duckdb")), read_only=True) as connection:
        events = connection.execute(
            "select distinct e.event_id, left(document_id, -2) from document_event as e join claim using (document_id)"
        ).fetchall()
        mixed = connection.execute(
            "select question_id from claim group by question_id having count(distinct left(document_id, -2)) > 1"
        ).fetchall()
    assert len(events) == len({event for event, _ in events})
    assert not mixed
