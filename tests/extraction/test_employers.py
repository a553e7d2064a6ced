"""Whom the persons of an article speak for, and whether a name is a person's: one row a way of telling it."""

from __future__ import annotations

import pytest

from tests.extraction.reading import claim_at

EMPLOYED = [
    # (text, figure, claimant, affiliation)
    ("Ana Ruiz from Halden Foods said 40 posts would go.", "40", "Ana Ruiz", "Halden Foods"),
    ("Ana Ruiz at the Tarn Institute counts 40 cracks.", "40", "Ana Ruiz", "Tarn Institute"),
    (
        "The pier is shut, said Ana Ruiz. Ruiz, 38, runs the Tarn Institute. She said 40 fell.",
        "40",
        "Ana Ruiz",
        "Tarn Institute",
    ),
    ("Ana Ruiz speaks for the Weavers' League. Ruiz said 40 looms stood idle.", "40", "Ana Ruiz", "Weavers' League"),
    ("Tom Lund, who chairs the Weavers' League, said 40 looms stood idle.", "40", "Tom Lund", "Weavers' League"),
    (
        "Work went on until noon, the Weavers' League said. Its president, Tom Lund, said 40 looms stood idle.",
        "40",
        "Tom Lund",
        "Weavers' League",
    ),
    (
        "It rained, said a man. Three looms burned, the Weavers' League said.\nIts chair, Tom Lund, counted 40.",
        "40",
        "Tom Lund",
        "Weavers' League",
    ),
    ("Tom Lund, our coordinator, counted 40 looms.", "40", "Tom Lund", "The Gazette"),
    (
        "Tom Lund, the Transport Secretary, was in England on Monday. Mr Lund said 40 boats had sunk off Bristol.",
        "40",
        "Tom Lund",
        "United Kingdom",
    ),
]

NAMED = [
    # (text, figure, claimant, affiliation): a body that looks like a person speaks for itself
    ("Federated Weavers said 40 looms stood idle.", "40", "Federated Weavers", "Federated Weavers"),
    ("The growth of the firm is slow. Tarn Growth said 40 posts would go.", "40", "Tarn Growth", "Tarn Growth"),
    ("Banco Halvera said 40 branches would shut.", "40", "Banco Halvera", "Banco Halvera"),
    ("Mayor Hope Walker said 40 trees fell. She was there.", "40", "Hope Walker", None),
]


@pytest.mark.parametrize(("text", "figure", "claimant", "affiliation"), EMPLOYED + NAMED)
def test_whom_a_named_speaker_speaks_for(text: str, figure: str, claimant: str, affiliation: str | None) -> None:
    claim = claim_at(text, figure)
    assert (claim.claimant, claim.claimant_affiliation) == (claimant, affiliation)
