"""Names from right to left, and names that would turn the words around them."""

from __future__ import annotations

import pytest

from dashboard.writing_direction import isolated, without_turns


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
