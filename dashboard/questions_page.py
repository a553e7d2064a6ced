"""The list of all questions: also those whose answers meet, move or stand alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from analytics.reading import Snapshot
from api.payloads import list_payload
from dashboard.paging import list_arguments, page_links
from dashboard.queries import query
from dashboard.verdict_words import VERDICTS

Row = Mapping[str, Any]

QUESTIONS_A_PAGE = "50"
SORTS = {
    "": "Claims, most first",
    "-widest_ratio": "Spread, widest first",
    "-voice_count": "Voices, most first",
    "-last_as_of": "Date, latest first",
}


def questions_page(snapshot: Snapshot, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the list shows for its address's parameters, which are the API's own."""
    if asked:
        return _made(snapshot, asked)
    return snapshot.cached("questions page", lambda: _made(snapshot, asked))


def _made(snapshot: Snapshot, asked: Mapping[str, str]) -> dict[str, Any]:
    payload = list_payload(
        snapshot, "questions", {"sort": "-claim_count", "limit": QUESTIONS_A_PAGE, **list_arguments(asked)}
    )
    kept = {name: value for name, value in asked.items() if name in ("q", "measure", "actor", "place")}
    counted = list_payload(snapshot, "questions", {**kept, "limit": "1", "facets": "verdict"})
    counts = {str(row["value"]): int(row["count"]) for row in counted["meta"]["facets"]["verdict"]}
    return {
        "questions": payload["data"],
        "answers": question_answers(snapshot, payload["data"]),
        "verdict_counts": [(name, counts[name]) for name in VERDICTS if name in counts],
        "sorts": SORTS,
        "asked": asked,
        "links": page_links("/questions", asked, payload["next"]),
    }


def question_answers(snapshot: Snapshot, questions: Sequence[Row]) -> dict[str, tuple[str, str]]:
    """Read what each question of the list is answered with, and by whom: two questions of one title differ there."""
    ids = [row["question_id"] for row in questions]
    rows: Sequence[Row] = snapshot.rows(query("question_answers"), {"question_ids": ids})
    return {str(row["question_id"]): (answers_told(row), " and ".join(row["voices"] or [])) for row in rows}


def answers_told(row: Row) -> str:
    """Tell the answers of a question in one line: its one figure, its lowest to its highest, or its stance.

    Where one of them is a range, another "to" would run them into one.
    """
    lowest, highest = row["lowest"], row["highest"]
    if lowest is None:
        return " and ".join(row["told"] or [])
    if lowest == highest:
        return str(lowest)
    between = " … " if " to " in f"{lowest}{highest}" else " to "
    return f"{lowest}{between}{highest}"
