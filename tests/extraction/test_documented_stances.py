"""Every example of stances in docs/extraction.md comes out as the table says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extraction.reading import claims_in

DOCUMENT = Path(__file__).parents[2] / "docs" / "extraction.md"
HEADER = ("text", "stance", "whose", "polarity")


def documented_rows() -> list[tuple[str, ...]]:
    lines = DOCUMENT.read_text(encoding="utf-8").splitlines()
    rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines if line.startswith("|")]
    start = rows.index(HEADER) + 2
    return [row for row in rows[start:] if len(row) == len(HEADER)]


def test_there_are_examples() -> None:
    assert len(documented_rows()) > 1


@pytest.mark.parametrize(("text", "words", "whose", "polarity"), documented_rows())
def test_the_documentation_tells_what_happens(text: str, words: str, whose: str, polarity: str) -> None:
    found = [
        (text[claim.char_start : claim.char_end], claim.claimant or "nobody", claim.polarity)
        for claim in claims_in(text)
        if claim.kind == "stance"
    ]
    rows = zip(words.split("; "), whose.split("; "), polarity.split("; "), strict=True)
    assert found == ([] if words == "none" else list(rows))
