"""The page of one event: what of it is in dispute, what moved, its articles in time, and what all agree on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from analytics.list_views import EVENTS
from analytics.reading import Snapshot
from api.payloads import row_by_id
from dashboard.events_page import dates_of
from dashboard.findings_page import listed_findings, read_strip_axis
from dashboard.queries import query
from dashboard.questions_page import NO_ANSWERS, question_answers

Row = Mapping[str, Any]

MOST_FINDINGS, MOST_MOVING, MOST_AGREEING, MOST_ARTICLES = 25, 25, 50, 200
STEPS_OF_A_MOVE = 6
FIGURES_OF_AN_ARTICLE = 4


@dataclass(frozen=True, slots=True)
class Move:
    """A question whose figures only move with time, and its figures as they came, `left_off` of them untold."""

    question: Row
    steps: list[Row]
    left_off: int


@dataclass(frozen=True, slots=True)
class Told:
    """An article of the event, and the figures that it gives on what is in dispute or moves, `left_off` untold."""

    document: Row
    figures: list[Row]
    left_off: int


def event_page(snapshot: Snapshot, event_id: str) -> dict[str, Any]:
    """Give what an event's page shows; raises UnknownRowError."""
    event = row_by_id(snapshot, EVENTS, event_id)
    findings = snapshot.rows(query("event_findings"), {"event_id": event_id, "most": MOST_FINDINGS})
    agreed = _questions(snapshot, event_id, "agrees", MOST_AGREEING)
    answers = question_answers(snapshot, agreed)
    return {
        "event": event,
        "dates": dates_of(event),
        "findings": listed_findings(snapshot, findings),
        "axis": read_strip_axis(snapshot),
        "moves": _moves(snapshot, event_id),
        "articles": _articles(snapshot, event_id),
        "most_articles": MOST_ARTICLES,
        "agreed": [(row, answers.get(str(row["question_id"]), NO_ANSWERS)) for row in agreed],
        "chosen": urlencode({"event_id": event_id}),
        "json_address": f"/api/v1/events/{quote(event_id, safe='')}",
    }


def _questions(snapshot: Snapshot, event_id: str, verdict: str, most: int) -> Sequence[Row]:
    """Read the questions of an event with one verdict, those that most claims answer first."""
    asked = {"event_id": event_id, "verdict": verdict, "most": most}
    rows: Sequence[Row] = snapshot.rows(query("event_questions"), asked)
    return rows


def _moves(snapshot: Snapshot, event_id: str) -> list[Move]:
    questions = _questions(snapshot, event_id, "update", MOST_MOVING)
    ids = [str(row["question_id"]) for row in questions]
    steps = _by(snapshot.rows(query("event_steps"), {"question_ids": ids}), "question_id")
    return [
        Move(row, told[:STEPS_OF_A_MOVE], len(told[STEPS_OF_A_MOVE:]))
        for row in questions
        if (told := steps.get(str(row["question_id"]), []))
    ]


def _articles(snapshot: Snapshot, event_id: str) -> list[Told]:
    """Read the articles as they came, each with what it says on what is in dispute or moves."""
    documents = snapshot.rows(query("event_articles"), {"event_id": event_id, "most": MOST_ARTICLES})
    ids = [str(row["document_id"]) for row in documents]
    figures = _by(snapshot.rows(query("event_figures"), {"document_ids": ids}), "document_id")
    return [
        Told(row, told[:FIGURES_OF_AN_ARTICLE], len(told[FIGURES_OF_AN_ARTICLE:]))
        for row in documents
        for told in [figures.get(str(row["document_id"]), [])]
    ]


def _by(rows: Sequence[Row], column: str) -> dict[str, list[Row]]:
    """Gather rows by a column, each group in their order."""
    gathered: dict[str, list[Row]] = {}
    for row in rows:
        gathered.setdefault(str(row[column]), []).append(row)
    return gathered
