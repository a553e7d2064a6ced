"""Claims of a text, for tests that read like tables."""

from __future__ import annotations

from functools import cache

from extraction.model import Claim, Document
from extraction.rules import RuleExtractor


@cache
def extractor() -> RuleExtractor:
    return RuleExtractor()


def claims_in(text: str, published_at: str | None = "2025-03-04", source: str = "The Gazette") -> list[Claim]:
    return list(extractor().extract([Document("d", source, text, published_at=published_at)]))


def claim_at(text: str, written: str, **document: str) -> Claim:
    """The claim whose span is `written`; fails with what was found where there is none."""
    found = claims_in(text, **document)
    for claim in found:
        if text[claim.char_start : claim.char_end] == written:
            return claim
    raise AssertionError(f"{written!r} not among {[text[claim.char_start : claim.char_end] for claim in found]}")
