"""One pair of claims worked through, from the sentences to the verdict: an example read from the file."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analytics.reading import Snapshot
from dashboard.claim_marks import ClaimMark
from dashboard.document_page import address_of_claim
from dashboard.highlights import Piece, marked_quote
from dashboard.numerals import amount_text, ratio_text
from dashboard.queries import query
from dashboard.question_drawing import QuestionDrawing, question_drawing

Row = Mapping[str, Any]

MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class WorkedClaim:
    """One of the two: its mark, its sentence with the figure marked, what its hedge allows, where to read it."""

    mark: ClaimMark
    quote: list[Piece]
    hedge: str
    address: str | None


@dataclass(frozen=True, slots=True)
class WorkedPair:
    """Two claims of one question, why they are of one question, and what they are to each other by which numbers."""

    question: Row
    claims: list[WorkedClaim]
    pair: Row
    reasons: list[str]
    """What speaks most for one question, in words."""
    division: str
    """The ratio as a division: `8,000 / 4,500 = 1.8×`."""


def worked_pair(snapshot: Snapshot) -> WorkedPair | None:
    """Read the two ends of the first finding that has a ratio; None in a file without one."""
    found = snapshot.rows(query("worked_question"))
    drawing = question_drawing(snapshot, str(found[0]["question_id"])) if found else None
    if drawing is None or drawing.finding is None:
        return None
    by_id = {mark.claim_id: mark for mark in drawing.marks}
    ends = [by_id.get(str(drawing.finding[name])) for name in ("low_claim_id", "high_claim_id")]
    marks = [mark for mark in ends if mark is not None]
    pair = drawing.pairs.get(frozenset(mark.claim_id for mark in marks))
    return _worked(snapshot, drawing, marks, pair) if pair is not None else None


def _worked(snapshot: Snapshot, drawing: QuestionDrawing, marks: Sequence[ClaimMark], pair: Row) -> WorkedPair:
    low, high = sorted(abs(mark.point or 0) for mark in marks)
    unit = drawing.unit
    return WorkedPair(
        question=drawing.question,
        claims=_claims(snapshot, drawing, marks),
        pair=pair,
        reasons=_reasons(snapshot, [mark.claim_id for mark in marks]),
        division=f"{amount_text(high, unit)} / {amount_text(low, unit)} = {ratio_text(pair['ratio'])}",
    )


def _claims(snapshot: Snapshot, drawing: QuestionDrawing, marks: Sequence[ClaimMark]) -> list[WorkedClaim]:
    meanings = {str(row["hedge"]): str(row["meaning"]) for row in snapshot.rows("select hedge, meaning from hedge")}
    return [
        WorkedClaim(
            mark=mark,
            quote=_marked(mark, drawing.written.get(mark.claim_id)),
            hedge=meanings.get(str(mark.row.get("hedge")), ""),
            address=address_of_claim(mark.row),
        )
        for mark in marks
    ]


def _marked(mark: ClaimMark, place: Row | None) -> list[Piece]:
    written, position = (place["written"], place["position"]) if place else (None, None)
    return marked_quote(str(mark.row["quote"]), written, position, mark.side)


def _reasons(snapshot: Snapshot, claim_ids: Sequence[str]) -> list[str]:
    """Read what speaks most for one question."""
    asked = {"claim_ids": list(claim_ids), "most": 1, "threshold": -math.inf}
    links: Sequence[Row] = snapshot.rows(query("question_links"), asked)
    told = [reason for link in links for reason in link["reasons"] if reason["weight"] > 0 and reason["reason"]]
    return [str(reason["reason"]) for reason in told[:MOST_REASONS]]
