"""Who the independent voices of a finding are, and at which of its two ends each of them stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analytics.reading import Snapshot
from dashboard.numerals import count_text
from dashboard.queries import query

Row = Mapping[str, Any]

MOST_NAMED = 12
"""Voices at one end that are named; of more there is the number."""

OF_FIGURES = {
    "low end": ("at the lower figure", "at the lower figure"),
    "high end": ("at the higher figure", "at the higher figure"),
    "both ends": ("that fits both", "that fit both"),
    "above": ("higher still", "higher still"),
    "between": ("in between", "in between"),
    "below": ("lower still", "lower still"),
    "denies": ("denies it", "deny it"),
    "expects": ("expects a figure", "expect a figure"),
    "no answer": ("gives no figure", "give no figure"),
}
OF_A_DENIAL = OF_FIGURES | {"low end": ("denies it", "deny it"), "high end": ("says so", "say so")}
"""Where a voice stands, in words for one voice and for several; where an end denies, the ends are told as such."""
AT_THE_ENDS = ("low end", "high end", "both ends")
"""Where voices stand that speak for one of the two figures of a finding, or for either."""
SIDES = {"low end": "low", "high end": "high", "above": "high", "below": "low", "denies": "denied"}


@dataclass(frozen=True, slots=True)
class Stand:
    """The voices that stand in one place: how many, where in words, the colour of their side, some of them by name.

    `is_at_end` says whether that is one of the finding's two ends.
    """

    count: int
    words: str
    side: str
    names: list[str]
    is_at_end: bool = False

    @property
    def unnamed(self) -> int:
        """How many of them are not named."""
        return self.count - len(self.names)


def finding_voices(snapshot: Snapshot, findings: Sequence[Row]) -> dict[str, list[Stand]]:
    """Read where the voices of each finding stand, by its question; each voice counts in one place only."""
    known = {str(finding["question_id"]): finding for finding in findings}
    found: dict[str, list[Row]] = {question_id: [] for question_id in known}
    for row in snapshot.rows(query("finding_voices"), {"question_ids": list(known), "most": MOST_NAMED}):
        found[str(row["question_id"])].append(row)
    return {question_id: stands_of(rows, known[question_id]) for question_id, rows in found.items()}


def stands_of(rows: Sequence[Row], finding: Row) -> list[Stand]:
    """Put the places where voices stand into the words of figures or of a denial, both ends first."""
    is_of_denial = finding["low_value"] is None
    words, sides = (OF_A_DENIAL, SIDES | {"low end": "denied"}) if is_of_denial else (OF_FIGURES, SIDES)
    by_stand = {str(row["stand"]): row for row in rows}
    return [
        Stand(row["voices"], told[row["voices"] > 1], sides.get(stand, "level"), row["names"], stand in AT_THE_ENDS)
        for stand, told in words.items()
        if (row := by_stand.get(stand))
    ]


def voices_counted(total: int, stands: Sequence[Stand]) -> str:
    """Say how many independent voices stand behind the two ends of a finding, and how many speak in all."""
    at_ends = sum(stand.count for stand in stands if stand.is_at_end)
    if at_ends in (0, total):
        return count_text(total, "independent voice")
    return f"{count_text(at_ends, 'independent voice')} behind the two ends, {total:,} in all"


def one_behind_both(finding: Row) -> str:
    """Name what alone gives both ends of a finding, `one voice` or `one text`; empty where two do."""
    if finding["independent_voices"] != 1:
        return ""
    return "one voice" if finding["low_voice"] == finding["high_voice"] else "one text"
