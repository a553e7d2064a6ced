"""The verdicts as a reader meets them: their words and their signs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """How one verdict is shown; `path` draws its sign in a square from -1 to 1, so that no font decides its look."""

    word: str
    path: str


VERDICTS = {
    "contradicts": VerdictWords(
        "Contradicts",
        "M-0.9,-0.36L0.9,-0.36M-0.9,0.36L0.9,0.36M0.5,-0.95L-0.5,0.95",
    ),
    "differs": VerdictWords(
        "Differs",
        "M-0.9,-0.25C-0.5,-0.8 -0.2,-0.5 0,-0.35C0.2,-0.2 0.5,0.05 0.9,-0.45"
        "M-0.9,0.5C-0.5,-0.05 -0.2,0.25 0,0.4C0.2,0.55 0.5,0.8 0.9,0.3M0.5,-0.95L-0.5,0.95",
    ),
    "update": VerdictWords(
        "Update",
        "M0.75,0.35C0.45,0.95 -0.4,0.95 -0.72,0.3C-1,-0.35 -0.5,-0.85 0,-0.85C0.35,-0.85 0.6,-0.65 0.75,-0.4"
        "M0.85,-0.95L0.8,-0.35L0.2,-0.4",
    ),
    "scope": VerdictWords(
        "Other thing",
        "M0.85,-0.7L0.1,-0.7C-0.35,-0.7 -0.75,-0.4 -0.75,0C-0.75,0.4 -0.35,0.7 0.1,0.7L0.85,0.7",
    ),
    "compatible": VerdictWords(
        "Compatible",
        "M-0.9,0.2C-0.6,-0.6 -0.25,-0.4 0,0C0.25,0.4 0.6,0.6 0.9,-0.2",
    ),
    "agrees": VerdictWords(
        "Agrees",
        "M-0.85,-0.36L0.85,-0.36M-0.85,0.36L0.85,0.36",
    ),
    "echo": VerdictWords(
        "Echo",
        "M-0.35,-0.75L-0.35,-0.1C-0.35,0.3 -0.5,0.5 -0.75,0.65M0.55,-0.75L0.55,-0.1C0.55,0.3 0.4,0.5 0.15,0.65",
    ),
}

DENIED = VerdictWords(
    "Denied",
    "M0.85,0C0.85,1.13 -0.85,1.13 -0.85,0C-0.85,-1.13 0.85,-1.13 0.85,0M0.6,-0.6L-0.6,0.6",
)
"""What a draft says and a statement denies by its words; no verdict, for no two claims of one question are compared."""

NO_VERDICT = VerdictWords("Nothing to compare", "M-0.12,0L0.12,0")


def verdict_words(verdict: str | None) -> VerdictWords:
    """Give the words of a verdict or of `denied`; None and an unknown verdict have nothing to compare."""
    return DENIED if verdict == "denied" else VERDICTS.get(verdict or "", NO_VERDICT)


def verdict_counts(rows: Iterable[Mapping[str, Any]]) -> list[tuple[str, int]]:
    """Give how often each verdict was counted, in the order of their weight; rows without one are left out."""
    counts = {row["value"]: int(row["count"]) for row in rows}
    return [(verdict, counts[verdict]) for verdict in VERDICTS if verdict in counts]


def heaviest(verdicts: Iterable[str]) -> str | None:
    """Give the verdict that a reader must know first; None where there is none."""
    order = {verdict: index for index, verdict in enumerate(VERDICTS)}
    return min(verdicts, key=lambda verdict: order.get(verdict, len(order)), default=None)
