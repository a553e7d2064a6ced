"""What a figure counts that has no noun, what befell many sorts of things, and numbers that count nothing."""

import csv
from pathlib import Path

import pytest

from extraction.model import Claim, Document
from extraction.rules import RuleExtractor

TABLE = Path(__file__).with_name("what_is_counted.csv")


def cases() -> list[tuple[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["figures"]) for row in csv.DictReader(file)]


def told(claim: Claim) -> str:
    """Give value, unit, measure and, in brackets, whose it is."""
    value = f"{claim.value:g}" if claim.value is not None else "none"
    words = [value, claim.unit, claim.measure, f"({claim.actor})" if claim.actor else None]
    return " ".join(word for word in words if word)


@pytest.mark.parametrize(("text", "figures"), cases())
def test_what_is_counted(text: str, figures: str) -> None:
    document = Document("article", "source", text, published_at="2025-10-10T09:00:00+00:00")
    claims = [claim for claim in RuleExtractor().extract([document]) if claim.kind == "quantity"]
    assert "; ".join(map(told, claims)) == figures
