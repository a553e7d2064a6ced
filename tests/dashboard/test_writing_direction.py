"""Names from right to left, and names that would turn the words around them."""

from __future__ import annotations

import pytest

from dashboard.writing_direction import by_direction, isolated, without_turns


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("The Ledger", "The Ledger"),
        ("صحيفة", "\u2068صحيفة\u2069"),
        ("The \u202eregdeL", "The \ufffdregdeL"),
        ("The Ledger\u2069", "The Ledger\ufffd"),
    ],
)
def test_a_name_leaves_its_neighbours_in_place(name: str, shown: str) -> None:
    assert isolated(name) == shown
    assert without_turns(name) == shown.removeprefix("\u2068").removesuffix("\u2069")


def test_in_a_sentence_only_what_runs_from_right_to_left_is_isolated() -> None:
    sentence = "صحيفة الشروق says 400; Post says 300."
    assert by_direction(sentence) == [("صحيفة الشروق", True), (" says 400; Post says 300.", False)]
    assert isolated(sentence) == "\u2068صحيفة الشروق\u2069 says 400; Post says 300."
