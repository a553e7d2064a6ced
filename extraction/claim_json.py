"""A claim as a row of NDJSON, with the field names and the order of docs/definitions.md."""

from __future__ import annotations

from typing import Final

from extraction.model import Claim

FIELDS: Final = (
    "claim_id",
    "document_id",
    "source",
    "claimant",
    "claimant_affiliation",
    "kind",
    "quote",
    "char_start",
    "char_end",
    "measure",
    "counted",
    "actor",
    "predicate",
    "place",
    "as_of",
    "as_of_basis",
    "reported_at",
    "value",
    "low",
    "high",
    "hedge",
    "unit",
    "trend",
    "relative_to",
    "restates",
    "polarity",
    "extractor",
    "confidence",
    "denies",
    "replaces",
    "said_through",
)


def claim_to_row(claim: Claim) -> dict[str, object]:
    """Give the claim's fields by name, ready for a JSON encoder; fields that are not known are None."""
    return {field: getattr(claim, field) for field in FIELDS}
