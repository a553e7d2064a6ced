"""What the list of questions says of the answers to each."""

from __future__ import annotations

import pytest

from dashboard.questions_page import answers_told


@pytest.mark.parametrize(
    ("lowest", "highest", "told", "expected"),
    [
        ("4,500", "about 10,000", ["denied"], "4,500 to about 10,000"),
        ("4,500", "4,500", None, "4,500"),
        (None, None, ["asserted", "denied"], "asserted and denied"),
        (None, None, None, ""),
    ],
)
def test_answers_are_told_from_the_lowest_to_the_highest(
    lowest: str | None, highest: str | None, told: list[str] | None, expected: str
) -> None:
    assert answers_told({"lowest": lowest, "highest": highest, "told": told}) == expected
