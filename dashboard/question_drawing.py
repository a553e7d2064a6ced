"""Everything that the page and the charts of one question draw, read once from one build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from analytics.list_views import QUESTIONS
from analytics.reading import Snapshot
from api.payloads import row_by_id
from dashboard.claim_marks import MOST_DRAWN, ClaimMark, mark_claims, with_replacements, with_words
from dashboard.queries import query

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class QuestionDrawing:
    """One question: its row, its finding and consensus where there are any, its claims as marks, and their pairs."""

    question: Row
    finding: Row | None
    consensus: Row | None
    claims: list[Row]
    marks: list[ClaimMark]
    pairs: dict[frozenset[str], Row]
    written: dict[str, Row]
    """Each value or stance as written, and where it stands in its sentence, by the claim's id."""

    @property
    def unit(self) -> str | None:
        """Unit of the question's figures, None for a count."""
        unit = self.question.get("unit")
        return str(unit) if unit is not None else None

    @property
    def is_cut(self) -> bool:
        """Whether the question has more claims than are drawn."""
        return int(self.question["claim_count"]) > len(self.claims)


def question_drawing(snapshot: Snapshot, question_id: str, least: float = 0.0) -> QuestionDrawing:
    """Read one question for drawing, once a build, without the claims of less than the least confidence.

    Raises UnknownRowError for an id that no question has.
    """
    return snapshot.cached(("question drawing", question_id, least), lambda: _read(snapshot, question_id, least))


def _read(snapshot: Snapshot, question_id: str, least: float) -> QuestionDrawing:
    question = row_by_id(snapshot, QUESTIONS, question_id)
    asked = {"question_id": question_id}
    finding = _first(snapshot.rows(query("question_finding"), asked))
    drawable = {**asked, "least_confidence": least, "each_end": MOST_DRAWN}
    claims: list[Row] = list(snapshot.rows(query("question_claims"), drawable))
    marks = mark_claims(claims, finding)
    drawn = {"claim_ids": [mark.claim_id for mark in marks]}
    pairs = snapshot.rows(query("question_pairs"), {**asked, **drawn})
    written: dict[str, Row] = {str(row["claim_id"]): row for row in snapshot.rows(query("written_values"), drawn)}
    return QuestionDrawing(
        question=question,
        finding=finding,
        consensus=_first(snapshot.rows(query("question_consensus"), asked)),
        claims=claims,
        marks=with_words(with_replacements(marks, pairs), written),
        pairs={frozenset((str(pair["a_claim_id"]), str(pair["b_claim_id"]))): pair for pair in pairs},
        written=written,
    )


def _first(rows: list[dict[str, object]]) -> Row | None:
    return rows[0] if rows else None
