"""The page that checks a draft: each figure of a text beside what the corpus says on the same question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from analytics.reading import Row, Snapshot
from api.check_routes import LONGEST_DRAFT, DraftChecks
from dashboard.highlights import passages
from dashboard.verdict_words import VERDICTS, heaviest

MOST_TOLD = 5
"""Voices of one verdict that the margin names."""


def draft_page(
    snapshot: Snapshot, checks: DraftChecks, text: str = "", published_at: str | None = None
) -> dict[str, Any]:
    """Give what the page shows for a draft; nothing of it is stored. An empty text shows the empty form."""
    draft = text.replace("\r\n", "\n").replace("\0", "")[:LONGEST_DRAFT]
    entries = checks.payload(snapshot, draft, published_at)["data"] if draft.strip() else []
    figures = [_numbered(entry, number) for number, entry in enumerate(entries, 1)]
    return {
        "most_told": MOST_TOLD,
        "draft": draft,
        "published_at": published_at or "",
        "paragraphs": passages(draft, figures),
        "figures": figures,
        "most": LONGEST_DRAFT,
        "is_cut": len(text) > LONGEST_DRAFT,
    }


def _numbered(entry: dict[str, Any], number: int) -> dict[str, Any]:
    """Give a figure its number, the verdict that a reader of the draft must know first, and what the voices say."""
    verdict = heaviest(row["verdict"] for row in entry["against"])
    return {**entry, "verdict": verdict, "number": number, "answers": answers_by_verdict(entry["against"])}


def answers_by_verdict(against: Sequence[Row]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Group what the voices say by what it is to the draft's figure, heaviest first: (voice, figure), each voice once.

    A voice stands with the heaviest of its verdicts.
    """
    order = list(VERDICTS)
    told: dict[str, tuple[str, str]] = {}
    for row in sorted(against, key=lambda row: order.index(str(row["verdict"]))):
        voice, affiliation = str(row["voice"] or row["source"]), row["voice_affiliation"]
        name = f"{voice} ({affiliation})" if affiliation and affiliation != voice else voice
        told.setdefault(name, (str(row["verdict"]), str(row["figure"] or row["quote"])))
    return [
        (verdict, [(name, figure) for name, (own, figure) in told.items() if own == verdict])
        for verdict in dict.fromkeys(verdict for verdict, _ in told.values())
    ]
