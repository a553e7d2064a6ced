"""Every example of speakers and polarity in docs/extraction.md comes out as the table says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extraction.reading import claim_at

DOCUMENT = Path(__file__).parents[2] / "docs" / "extraction.md"
HEADER = ["text", "figure", "claimant", "speaks for", "polarity"]


def documented_rows() -> list[tuple[str, ...]]:
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines()
    rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines if line.startswith("|")]
    start = rows.index(tuple(HEADER)) + 2
    return [row for row in rows[start:] if len(row) == len(HEADER)]


@pytest.mark.parametrize(("text", "figure", "claimant", "affiliation", "polarity"), documented_rows())
def test_the_documentation_tells_what_happens(
    text: str, figure: str, claimant: str, affiliation: str, polarity: str
) -> None:
    claim = claim_at(text, figure)
    assert (claim.claimant or "nobody", claim.claimant_affiliation or "nobody") == (claimant, affiliation)
    assert claim.polarity == polarity
