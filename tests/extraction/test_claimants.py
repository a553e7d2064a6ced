"""Who says a figure, where a body speaks through somebody, is described, or owns the reckoning: one row a sentence."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.extraction.reading import claim_at

TABLE = Path(__file__).with_name("claimants.csv")


def rows() -> list[tuple[str, str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["figure"], row["claimant"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("text", "figure", "claimant"), rows())
def test_who_says_a_figure(text: str, figure: str, claimant: str) -> None:
    assert claim_at(text, figure).claimant == (claimant or None)
