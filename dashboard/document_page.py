"""The page of one article: its text as it came, with each claim marked where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from analytics.list_views import DOCUMENTS
from analytics.reading import Snapshot
from api.payloads import row_by_id
from dashboard.highlights import passages
from dashboard.queries import query

Row = Mapping[str, Any]

CHARACTERS_A_PART = 100_000
CLAIMS_A_PART = 400


def address_of_document(document_id: str, part: int = 0) -> str:
    """Give the address of an article's page, or of one part of a very long one."""
    return f"/documents/{quote(document_id, safe='')}" + (f"?{urlencode({'part': part})}" if part else "")


def address_of_claim(claim: Row) -> str | None:
    """Give the address of a claim's place in its article; None for a figure that never was prose."""
    if claim.get("document_id") is None or claim.get("char_start") is None:
        return None
    part = int(claim["char_start"]) // CHARACTERS_A_PART
    return address_of_document(str(claim["document_id"]), part) + f"#claim-{claim['claim_id']}"


def document_page(snapshot: Snapshot, document_id: str, part: int) -> dict[str, Any]:
    """Give what an article's page shows; `part` counts from 0; raises UnknownRowError."""
    document = row_by_id(snapshot, DOCUMENTS, document_id)
    text = str(document["text"])
    start = part * CHARACTERS_A_PART
    end = min(len(text), start + CHARACTERS_A_PART)
    bounds = {"document_id": document_id, "first": start, "last": end, "most": CLAIMS_A_PART}
    claims = snapshot.rows(query("document_claims"), bounds)
    return {
        "document": document,
        "claims": claims,
        "paragraphs": passages(text, claims, start, end),
        "part": part,
        "parts": -(-len(text) // CHARACTERS_A_PART) or 1,
        "characters": len(text),
        "previous_part": address_of_document(document_id, part - 1) if part else None,
        "next_part": address_of_document(document_id, part + 1) if end < len(text) else None,
        "json_address": f"/api/v1/documents/{quote(document_id, safe='')}",
    }
