"""What the list of questions says of the answers to each."""

from __future__ import annotations

import pytest

from analytics.reading import Snapshot
from dashboard.questions_page import Answers, answers, answers_told, questions_page

NONE: dict[str, object] = {"lowest": None, "highest": None, "lowest_expected": None, "highest_expected": None} | {
    "told": None,
    "independent_voices": 1,
}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"lowest": "4,500", "highest": "about 10,000", "told": ["denied"]}, "4,500 to about 10,000"),
        ({"lowest": "4,500", "highest": "4,500"}, "4,500"),
        ({"lowest": "20 to 30", "highest": "up to 90"}, "20–30 … up to 90"),
        ({"lowest": "17", "highest": "60 to 70"}, "17 to 60–70"),
        (
            {"lowest": "$1.2 billion to $1.5 billion", "highest": "$2 billion"},
            "$1.2 billion–$1.5 billion to $2 billion",
        ),
        ({"lowest": "12", "highest": "12", "lowest_expected": "30", "highest_expected": "30"}, "12, expected 30"),
        ({"lowest": "12", "highest": "12", "lowest_expected": "12", "highest_expected": "12"}, "12"),
        ({"lowest_expected": "30", "highest_expected": "40", "told": ["half"]}, "expected 30 to 40"),
        ({"told": ["asserted", "denied"]}, "said and denied"),
        ({}, ""),
    ],
)
def test_answers_are_told_from_the_lowest_to_the_highest(row: dict[str, object], expected: str) -> None:
    assert answers_told({**NONE, **row}) == expected


def test_an_only_answer_is_told_with_its_sentence() -> None:
    row = {**NONE, "only_sentence": "The ferry carried 40 sheep.", "voices": ["Herald"]}
    assert answers(row, "How many sheep were there?") == Answers("", "Herald", "“The ferry carried 40 sheep.”", 1)
    assert answers(row, "“The ferry carried 40 sheep.”") == Answers("", "Herald", independent_voices=1)
    several = {**NONE, "only_sentence": None, "voices": ["Ana", "Bo"]}
    assert answers(several, "How many sheep were there?") == Answers("", "Ana · Bo", independent_voices=1)


def test_a_question_counts_its_voices_as_its_finding_does(snapshot: Snapshot) -> None:
    page = questions_page(snapshot, {"verdict__in": "contradicts"})
    told = {question_id: given.independent_voices for question_id, given in page["answers"].items()}
    found = snapshot.rows("select question_id, independent_voices from finding")
    compared = {row["question_id"]: row["independent_voices"] for row in found if row["question_id"] in told}
    assert compared
    assert {question_id: told[question_id] for question_id in compared} == compared
