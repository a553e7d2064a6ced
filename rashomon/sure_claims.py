"""Extracted claims without those that were read with little confidence."""

from __future__ import annotations

from typing import Any

import orjson

_POINTERS = ("restates", "replaces")
"""Fields that name another claim of the same document."""


def sure_claims(claims: bytes, least: float) -> bytes:
    """Keep, of claims as NDJSON, those of at least this confidence; what is left points to no claim that is gone."""
    if not least:
        return claims
    rows = [row for row in map(orjson.loads, claims.splitlines()) if row["confidence"] >= least]
    kept = {row["claim_id"] for row in rows}
    return b"".join(orjson.dumps(_loosened(row, kept), option=orjson.OPT_APPEND_NEWLINE) for row in rows)


def _loosened(row: dict[str, Any], kept: set[str]) -> dict[str, Any]:
    return row | {name: None for name in _POINTERS if row[name] not in kept}
