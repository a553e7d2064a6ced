"""The list of all questions: also those whose answers meet, move or stand alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from analytics.reading import Snapshot
from api.payloads import list_payload
from dashboard.paging import list_arguments, page_links
from dashboard.verdict_words import VERDICTS

QUESTIONS_A_PAGE = "50"


def questions_page(snapshot: Snapshot, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the list shows for its address's parameters, which are the API's own."""
    if asked:
        return _made(snapshot, asked)
    return snapshot.cached("questions page", lambda: _made(snapshot, asked))


def _made(snapshot: Snapshot, asked: Mapping[str, str]) -> dict[str, Any]:
    payload = list_payload(
        snapshot, "questions", {"sort": "-claim_count", "limit": QUESTIONS_A_PAGE, **list_arguments(asked)}
    )
    kept = {name: value for name, value in asked.items() if name in ("q", "measure", "actor", "place")}
    counted = list_payload(snapshot, "questions", {**kept, "limit": "1", "facets": "verdict"})
    counts = {str(row["value"]): int(row["count"]) for row in counted["meta"]["facets"]["verdict"]}
    return {
        "questions": payload["data"],
        "verdict_counts": [(name, counts[name]) for name in VERDICTS if name in counts],
        "alone_count": counts.get("None", 0),
        "asked": asked,
        "kept": urlencode(kept),
        "links": page_links("/questions", asked, payload["next"]),
    }
