"""What a dispute rests on is what a build without each publisher shows: without those, nothing is in dispute."""

from __future__ import annotations

from pathlib import Path
from random import Random

import duckdb
import pytest

from analytics.model_order import SQL_FOLDER, models_in_order
from tests.analytics.generated_questions import Claim, some_claim
from tests.analytics.test_verdicts import book, fill

__all__ = ["book"]

PUBLISHERS = ["Courier", "Herald", "Post"]
DAYS = ["2025-03-04", "2025-03-05", "2025-03-06", None]
MODELS = ["contender_pair", "overtaken_figure", "dispute"]


def some_counts(random: Random) -> list[Claim]:
    """Return figures of one thing by a few voices in a few papers, on a few days."""
    over_time = random.choice(["fixed", "cumulative", "cumulative", "level"])
    claims = [some_claim(random, over_time, [None]) for _ in range(random.randint(2, 7))]
    for number, claim in enumerate(claims):
        claim |= {"source": random.choice(PUBLISHERS), "voice": random.choice(["Ada", "Boris", "Cleo"])}
        claim |= {"as_of": random.choice(DAYS), "reported_at": f"2025-03-{10 + number:02}"}
        claim |= {"document_id": None, "class_": None, "place": None, "origin": None}
    return claims


def rests(book: duckdb.DuckDBPyConnection, asked: list[list[Claim]], folder: Path) -> dict[str, str | None]:
    """Return the questions in dispute, and what each rests on."""
    fill(book, asked, folder)
    for model in models_in_order(SQL_FOLDER):
        if model.name in MODELS:
            book.execute(model.path.read_text(encoding="utf-8"))
    return dict(book.execute("select question_id, rests_on from dispute").fetchall())


def without(publisher: str, asked: list[list[Claim]]) -> list[list[Claim]]:
    """Return the questions as they would be had this publisher printed nothing."""
    return [[claim for claim in question if claim["source"] != publisher] for question in asked]


@pytest.mark.parametrize("seed", range(2))
def test_a_dispute_rests_on_those_without_whom_it_is_gone(
    seed: int, book: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    random = Random(seed)  # noqa: S311 - draws test cases, guards nothing
    asked = [some_counts(random) for _ in range(300)]
    told = rests(book, asked, tmp_path)
    left = {publisher: rests(book, without(publisher, asked), tmp_path) for publisher in PUBLISHERS}
    assert len(told) > 80
    expected = {
        question: ", ".join(publisher for publisher in PUBLISHERS if question not in left[publisher]) or None
        for question in told
    }
    assert told == expected
