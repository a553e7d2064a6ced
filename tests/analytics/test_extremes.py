"""A dispute made from the extremes of its voices is the one that all pairs of the question give."""

from __future__ import annotations

from pathlib import Path
from random import Random

import duckdb
import pytest

from analytics.model_order import SQL_FOLDER, models_in_order
from tests.analytics.generated_questions import Claim, some_claim
from tests.analytics.test_verdicts import book, fill

__all__ = ["book"]

MODELS = [
    "large_question", "contender", "analysed_claim", "contender_pair", "overtaken_figure", "dispute",
]  # fmt: skip
DISPUTE = "select question_id, verdict, ratio, rests_on, holds_when_doubled from dispute order by question_id::integer"


def disputes(book: duckdb.DuckDBPyConnection, small_question: int) -> dict[str, tuple[object, ...]]:
    """Return the disputes by question, where questions of so many claims are compared pair by pair."""
    book.execute("update setting set value = ? where setting = 'small_question'", [small_question])
    for model in models_in_order(SQL_FOLDER):
        if model.name in MODELS:
            book.execute(model.path.read_text(encoding="utf-8"))
    return {row[0]: row[1:] for row in book.execute(DISPUTE).fetchall()}


def some_large_question(random: Random) -> list[Claim]:
    """Return claims of one fixed measure and one unit, as data that never were prose give them."""
    claims = [some_claim(random, "fixed", [None]) for _ in range(random.randint(6, 16))]
    for number, claim in enumerate(claims):
        claim |= {"as_of": "2025-03-04", "reported_at": f"2025-03-{5 + number:02}", "document_id": None}
        claim |= {"source": f"Source {random.randint(1, 4)}", "class_": None, "place": None, "origin": None}
        claim |= {"voice": f"Voice {random.randint(1, 5)}"}
    return claims


@pytest.mark.parametrize("seed", range(3))
def test_extremes_give_the_disputes_of_all_pairs(seed: int, book: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    random = Random(seed)  # noqa: S311 - draws test cases, guards nothing
    fill(book, [some_large_question(random) for _ in range(300)], tmp_path)
    by_pairs, by_extremes = disputes(book, 1000), disputes(book, 1)
    assert len(by_pairs) > 200
    parted = {
        question: (by_pairs.get(question), by_extremes.get(question))
        for question in by_pairs.keys() | by_extremes.keys()
        if by_pairs.get(question) != by_extremes.get(question)
    }
    assert not parted
