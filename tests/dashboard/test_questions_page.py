"""What the list of questions says of the answers to each."""

from __future__ import annotations

import pytest

from dashboard.questions_page import Answers, answers, answers_told

NONE = {"lowest": None, "highest": None, "lowest_expected": None, "highest_expected": None, "told": None}


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
    assert answers(row, "How many sheep were there?") == Answers("", "Herald", "“The ferry carried 40 sheep.”")
    assert answers(row, "“The ferry carried 40 sheep.”") == Answers("", "Herald")
    several = {**NONE, "only_sentence": None, "voices": ["Ana", "Bo"]}
    assert answers(several, "How many sheep were there?") == Answers("", "Ana · Bo")
