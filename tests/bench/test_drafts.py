"""The measure of drafts: what counts as right, and the drafts that are made and written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import pytest

from analytics.reading import PublishedFile
from bench.draft_sentences import draft_sentence, draft_sentences, is_usable
from bench.drafts import (
    ASTRAY,
    PERHAPS,
    RIGHT,
    SILENT,
    WRITTEN_DRAFTS,
    WRONG,
    DraftCase,
    check,
    outcome_of,
    written_cases,
)

PUBLISHED = """
    select claim.*, substr(document.text, char_start + 1, char_end - char_start) as written
    from claim left join document using (document_id)
"""


def entry(sure: str | None = None, *perhaps: str) -> dict[str, Any]:
    return {
        "question": {"question_id": sure} if sure else None,
        "perhaps": [{"question_id": each} for each in perhaps],
    }


OUTCOMES = [
    (None, {"a"}, SILENT),
    (entry(), {"a"}, SILENT),
    (entry("a"), {"a", "b"}, RIGHT),
    (entry("c", "a"), {"a"}, WRONG),
    (entry("c"), set(), WRONG),
    (entry(None, "a", "c"), {"a"}, PERHAPS),
    (entry(None, "c", "a"), {"a"}, ASTRAY),
    (entry(None, "c"), set(), ASTRAY),
]


@pytest.mark.parametrize(("found", "right", "outcome"), OUTCOMES)
def test_what_becomes_of_a_figure(found: dict[str, Any] | None, right: set[str], outcome: str) -> None:
    assert outcome_of(found, frozenset(right)) == outcome


CLAIM: dict[str, Any] = {
    "gold_id": "g1",
    "kind": "quantity",
    "polarity": "asserted",
    "value": 240,
    "restates": None,
    "hedge": "exact",
    "measure": "deaths",
    "counted": "miners",
    "predicate": "killed",
    "unit": None,
    "trend": None,
    "place": "Oldport < Norland",
    "actor": None,
    "claimant": "Ana Prest",
    "as_of": "2025-03-04",
}


@pytest.mark.parametrize(
    "more", [{"kind": "stance"}, {"polarity": "denied"}, {"hedge": "vague"}, {"place": None, "claimant": None}]
)
def test_no_draft_is_made_of_what_is_no_plain_figure_of_something_known(more: dict[str, Any]) -> None:
    assert is_usable(CLAIM)
    assert not is_usable(CLAIM | more)


def test_a_draft_names_its_figure_and_something_of_its_claim() -> None:
    drafts = draft_sentences([CLAIM | {"gold_id": f"g{number}"} for number in range(40)], 30)
    assert len(drafts) == 30
    assert all(draft.figure in draft.text and "miners killed" in draft.text for draft in drafts)
    assert all("Norland" in draft.text or "Oldport" in draft.text or "Ana Prest" in draft.text for draft in drafts)
    assert len({draft.figure for draft in drafts}) > 2
    assert draft_sentence(CLAIM) == draft_sentence(CLAIM)


def test_a_written_draft_without_a_claim_in_the_file_is_told(tmp_path: Path) -> None:
    table = tmp_path / "drafts.csv"
    table.write_text("draft,text,figure,document_id,answered_by\nd,5 died and 7 fled.,5,n-1,five\n,,7,,\n")
    claims = [{"document_id": "n-1", "written": "five", "question_id": "q"}]
    first, second = written_cases(table, claims)
    assert (first.text, first.figure, first.right) == ("5 died and 7 fled.", "5", frozenset({"q"}))
    assert (second.text, second.figure, second.right) == ("5 died and 7 fled.", "7", frozenset())
    with pytest.raises(click.ClickException, match="n-1 has no claim of five"):
        written_cases(table, [])


def test_drafts_written_over_the_sample_find_its_questions_and_no_rate_finds_a_count(sample_database: Path) -> None:
    published = PublishedFile(sample_database)
    with published.snapshot() as snapshot:
        cases = written_cases(WRITTEN_DRAFTS, snapshot.rows(PUBLISHED))
        assert {bool(case.right) for case in cases} == {True, False}
        rate = DraftCase("Russia is losing 1,500 soldiers a day, Britain says.", "1,500", frozenset())
        assert [checked.outcome for checked in check(snapshot, [cases[0], rate])] == [RIGHT, SILENT]
    published.close()
