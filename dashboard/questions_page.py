"""The list of all questions: also those whose answers meet, move or stand alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analytics.enumeration import enumerated
from analytics.reading import Snapshot
from api.payloads import list_payload, value_counts
from dashboard.confidence import CONFIDENCE_CHOICES, LEAST_CONFIDENCE
from dashboard.events_page import EVENT, event_titles
from dashboard.meant_names import meant_names
from dashboard.paging import list_arguments, page_links
from dashboard.queries import query
from dashboard.verdict_words import verdict_counts

Row = Mapping[str, Any]

QUESTIONS_A_PAGE = "50"
SORTS = {
    "": "Claims, most first",
    "-widest_ratio": "Spread, widest first",
    "-last_as_of": "Date, latest first",
}

RANGE = re.compile(r"^(\S*\d\S*(?: [a-z]+)?) to (\S*\d.*)$")
"""A figure that is itself a range: `60 to 70`, `$3 billion to $4 billion`, and not `up to 70`."""
STANCE_WORDS = {"asserted": "said"}


@dataclass(frozen=True, slots=True)
class Answers:
    """What a question is answered with, the voices where they are few, the only answer's sentence, how many answer."""

    told: str
    voices: str
    sentence: str = ""
    independent_voices: int = 0


NO_ANSWERS = Answers("", "")


def questions_page(snapshot: Snapshot, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the list shows for its address's parameters, which are the API's own."""
    if asked:
        return _made(snapshot, asked)
    return snapshot.cached("questions page", lambda: _made(snapshot, asked))


def _made(snapshot: Snapshot, asked: Mapping[str, str]) -> dict[str, Any]:
    payload = list_payload(
        snapshot,
        "questions",
        {"sort": "-claim_count", "limit": QUESTIONS_A_PAGE, **list_arguments(asked), "total": "true"},
    )
    choosing = ("q", "measure", "actor", "place", EVENT, LEAST_CONFIDENCE)
    kept = {name: value for name, value in asked.items() if name in choosing}
    counts = value_counts(snapshot, "questions", kept, ["verdict"])
    return {
        "questions": payload["data"],
        "total": payload["meta"]["total"],
        "answers": question_answers(snapshot, payload["data"]),
        "no_answers": NO_ANSWERS,
        "verdict_counts": verdict_counts(counts["verdict"]),
        "sorts": SORTS,
        "least_confidence": LEAST_CONFIDENCE,
        "confidence_choices": CONFIDENCE_CHOICES,
        "asked": asked,
        "meant": [] if payload["data"] else meant_names(snapshot, "questions", asked, "/questions"),
        "event_title": event_titles(snapshot, [asked]).get(asked[EVENT], "") if EVENT in asked else "",
        "links": page_links("/questions", asked, payload["next"]),
    }


def question_answers(snapshot: Snapshot, questions: Sequence[Row]) -> dict[str, Answers]:
    """Read what each question of the list is answered with, and by whom: two questions of one title differ there."""
    asks = {str(question["question_id"]): str(question.get("asks") or "") for question in questions}
    rows: Sequence[Row] = snapshot.rows(query("question_answers"), {"question_ids": list(asks)})
    return {str(row["question_id"]): answers(row, asks[str(row["question_id"])]) for row in rows}


def answers(row: Row, asks: str) -> Answers:
    """Put the answers of a question into words.

    An only answer is told with its sentence, for what one article counts in passing has no name that says more; not so
    where the question is asked in these words.
    """
    is_in_words = asks.startswith("“")
    sentence = f"“{row['only_sentence']}”" if row["only_sentence"] and not is_in_words else ""
    return Answers(answers_told(row), " · ".join(row["voices"] or []), sentence, int(row["independent_voices"]))


def answers_told(row: Row) -> str:
    """Tell the answers of a question in one line: the figures given, those expected, or else the stances.

    What is expected is held against no figure that is given, so the two make no range together.
    """
    given = _range(row["lowest"], row["highest"])
    expected = _range(row["lowest_expected"], row["highest_expected"])
    figures = [given, f"expected {expected}" if expected not in ("", given) else ""]
    return ", ".join(filter(None, figures)) or stances_told(row["told"] or [])


def stances_told(stances: Sequence[str]) -> str:
    """Tell stances in the words of a reader: `said, denied and neither confirmed nor denied`."""
    told = [STANCE_WORDS.get(stance, stance) for stance in stances]
    return enumerated(told) if told else ""


def _range(lowest: str | None, highest: str | None) -> str:
    """Write the lowest to the highest figure: `17 to 60–70`, for another "to" would run a range into the two."""
    if lowest is None or lowest == highest:
        return lowest or ""
    ends = [RANGE.sub(r"\1–\2", end) for end in (lowest, str(highest))]
    return (" … " if any(" to " in end for end in ends) else " to ").join(ends)
