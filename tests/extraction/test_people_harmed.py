"""Who was killed, hurt, taken to hospital or arrested: whose verb governs the number, in wire and local news."""

import csv
from pathlib import Path

import pytest

from extraction.model import Document
from extraction.rules import RuleExtractor

TABLE = Path(__file__).with_name("people_harmed.csv")


def cases() -> list[tuple[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["figures"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("text", "figures"), cases())
def test_what_befell_the_people_counted(text: str, figures: str) -> None:
    document = Document("article", "source", text, published_at="2025-10-10T09:00:00+00:00")
    claims = [claim for claim in RuleExtractor().extract([document]) if claim.kind == "quantity"]
    told = (
        (f"{claim.value:g}" if claim.value is not None else text[claim.char_start : claim.char_end]) for claim in claims
    )
    assert "; ".join(f"{value} {claim.measure}" for value, claim in zip(told, claims, strict=True)) == figures
