"""Who says a figure, where a body speaks through somebody, is described, or owns the reckoning: one row a sentence."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.extraction.reading import claim_at, claims_in


def rows(table: str) -> list[tuple[str, ...]]:
    with Path(__file__).with_name(table).open(encoding="utf-8", newline="") as file:
        return [tuple(row.values()) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("text", "figure", "claimant"), rows("claimants.csv"))
def test_who_says_a_figure(text: str, figure: str, claimant: str) -> None:
    assert claim_at(text, figure).claimant == (claimant or None)


@pytest.mark.parametrize(("text", "affiliation"), rows("affiliations.csv"))
def test_for_whom_somebody_speaks(text: str, affiliation: str) -> None:
    assert claims_in(text)[0].claimant_affiliation == (affiliation or None)
