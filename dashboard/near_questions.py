"""The questions that nearly were one with that of a page: where an editor finds what the evidence did not join."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analytics.reading import Snapshot
from dashboard.highlights import Piece, marked_quote
from dashboard.queries import query

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class NearQuestion:
    """Another question: its id and title, its nearest claim, and what speaks most for its being another one."""

    question_id: str
    title: str
    said_by: str
    quote: list[Piece]
    reasons: list[str]


def near_questions(snapshot: Snapshot, question_id: str) -> list[NearQuestion]:
    """Read which questions come near to one, the nearest first; none where its figures never were prose."""
    rows: Sequence[Row] = snapshot.rows(query("near_questions"), {"question_id": question_id})
    return [
        NearQuestion(
            question_id=str(row["near_question_id"]),
            title=str(row["near_title"]),
            said_by=", ".join(str(name) for name in (row["claimant"], row["source"]) if name),
            quote=marked_quote(str(row["quote"]), row["written"], None, "high"),
            reasons=[plain_reason(str(note)) for note in row["reasons"]],
        )
        for row in rows
    ]


def plain_reason(note: str) -> str:
    """Keep of a feature's note what a reader needs: the first sentence, without how its amount is worked out.

    >>> plain_reason("Their figures are of different size: the more so, the less likely (by a logarithm). Set.")
    'Their figures are of different size'
    """
    first, _, _ = note.partition(". ")
    for sign in (" (", ":"):
        first, _, _ = first.partition(sign)
    return first.rstrip(".")
