"""Which of a finding's two ends is the newer, in words: a figure that lies lower may only be an old one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from analytics.reading import Snapshot
from dashboard.numerals import count_text
from dashboard.queries import query

Row = Mapping[str, Any]

DAYS_TOLD = 60
"""Up to so many days a difference is told in days, then in months."""
DAYS_A_MONTH, DAYS_A_YEAR = 30.44, 365.25
MONTHS_TOLD = 24


def newer_ends(snapshot: Snapshot, findings: Sequence[Row]) -> dict[str, str]:
    """Say of each finding of a list which end is the newer, by its question; nothing where a day is not known."""
    days: Sequence[Row] = snapshot.rows(query("end_days"), {"question_ids": [row["question_id"] for row in findings]})
    known = {str(row["question_id"]): row["days"] for row in days}
    return {
        str(row["question_id"]): newer_words(row, int(known[str(row["question_id"])]))
        for row in findings
        if known.get(str(row["question_id"])) is not None
    }


def newer_words(finding: Row, days: int) -> str:
    """Say which end is newer and by how much: `4,500 is 2 days newer`; `days` counts from the low end to the high.

    An empty string where both are of one day.
    """
    if not days:
        return ""
    return f"{end_words(finding, 'high' if days > 0 else 'low')} is {time_told(abs(days))} newer"


def is_of_a_denial(finding: Row) -> bool:
    """Say whether the low end of a finding denies the other, or the other's figure, and gives none."""
    return str(finding["low_figure"]).startswith(("denied", "not "))


def end_words(finding: Row, side: str) -> str:
    """Name an end by its figure, and where it has none by what it does."""
    if side == "low" and is_of_a_denial(finding):
        return "the denial"
    figure = str(finding[f"{side}_figure"])
    return "what is denied" if figure in ("asserted", "expected") else figure


def time_told(days: int) -> str:
    """Write a stretch of days: `a day`, `12 days`, `5 months`, `3 years`."""
    if days == 1:
        return "a day"
    if days <= DAYS_TOLD:
        return count_text(days, "day")
    months = round(days / DAYS_A_MONTH)
    return count_text(months, "month") if months < MONTHS_TOLD else count_text(round(days / DAYS_A_YEAR), "year")
