"""The page that checks a draft: each figure of a text beside what the corpus says on the same question."""

from __future__ import annotations

from typing import Any

from analytics.reading import Snapshot
from api.check_routes import LONGEST_DRAFT, DraftChecks
from dashboard.highlights import passages
from dashboard.verdict_words import heaviest


def draft_page(
    snapshot: Snapshot, checks: DraftChecks, text: str = "", published_at: str | None = None
) -> dict[str, Any]:
    """Give what the page shows for a draft; nothing of it is stored. An empty text shows the empty form."""
    draft = text.replace("\r\n", "\n").replace("\0", "")[:LONGEST_DRAFT]
    entries = checks.payload(snapshot, draft, published_at)["data"] if draft.strip() else []
    figures = [_numbered(entry, number) for number, entry in enumerate(entries, 1)]
    return {
        "draft": draft,
        "published_at": published_at or "",
        "paragraphs": passages(draft, figures),
        "figures": figures,
        "most": LONGEST_DRAFT,
        "is_cut": len(text) > LONGEST_DRAFT,
    }


def _numbered(entry: dict[str, Any], number: int) -> dict[str, Any]:
    """Give a figure its number and the verdict that a reader of the draft must know first."""
    return {**entry, "verdict": heaviest(row["verdict"] for row in entry["against"]), "number": number}
