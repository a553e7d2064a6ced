"""The consensus is taken in the way that the figures themselves show to be best."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import duckdb
import pytest

from analytics.model_order import SQL_FOLDER
from analytics.raw_tables import load_lexicon

NAMES = ("sum_in_order", "mean_in_order", "voice_trust", "weighed_figure", "consensus_trial", "consensus")
MODELS = ["2_claims/setting", *(f"3_discrepancies/{name}" for name in NAMES)]
Figure = Callable[[Random, float, int], float]
VoiceFigure = tuple[str, str, str | None, int, str, float]


def spoilt_by_most(random: Random, truth: float, voice: int) -> float:
    """Three voices know it to half a percent, five only to a fifth."""
    return truth * random.gauss(1, 0.005 if voice < 3 else 0.2)


def with_heavy_tails(random: Random, truth: float, voice: int) -> float:
    """Every voice now and then slips by a power of ten, one as often as the other."""
    return truth * random.gauss(1, 0.02) * (10 if random.random() < 0.06 else 1)


def of_equal_instruments(random: Random, truth: float, voice: int) -> float:
    """Errors without tails, alike for all voices."""
    return truth + random.gauss(0, 5)


def answered(figure: Figure, questions: int, voices: int) -> tuple[list[float], list[VoiceFigure]]:
    """Draw the truth of each question, and of each the figures that voices give."""
    random = Random(7)  # noqa: S311 - draws test cases, guards nothing
    truths = [random.uniform(200, 900) for _ in range(questions)]
    rows = [
        (f"q{question}", "level", None, voices, f"v{voice}", figure(random, truth, voice))
        for question, truth in enumerate(truths)
        for voice in range(voices)
    ]
    return truths, rows


def consensus(rows: list[VoiceFigure]) -> list[tuple[Any, ...]]:
    """Return the consensus of each question, in their order."""
    with duckdb.connect() as connection:
        connection.execute((SQL_FOLDER / "inputs.sql").read_text(encoding="utf-8"))
        load_lexicon(connection, SQL_FOLDER.parent / "data" / "lexicon")
        connection.execute(
            "create table voice_figure (question_id varchar, measure varchar, unit varchar, voice_count bigint,"
            " support_id varchar, value double)"
        )
        connection.executemany("insert into voice_figure values (?, ?, ?, ?, ?, ?)", rows)
        for model in MODELS:
            connection.execute((SQL_FOLDER / f"{model}.sql").read_text(encoding="utf-8"))
        return connection.execute("from consensus order by question_id").fetchall()


def estimated(figure: Figure, questions: int, voices: int) -> list[tuple[float, float, float, str, bool]]:
    """Return of every question its truth, estimate, median and method, and whether its interval holds the estimate."""
    truths, rows = answered(figure, questions, voices)
    return [
        (truths[int(name[1:])], value, median, method, low <= value <= high)
        for name, value, low, high, method, _, _, median, _ in consensus(rows)
    ]


@pytest.mark.parametrize(
    ("figure", "way", "gain"),
    [
        (spoilt_by_most, "weighted by trust", 0.5),
        (with_heavy_tails, "median of voices", 1.0001),
        (of_equal_instruments, "mean of voices", 0.95),
    ],
)
def test_the_way_is_chosen_by_what_the_figures_show(figure: Figure, way: str, gain: float) -> None:
    rows = estimated(figure, questions=120, voices=8)
    assert all(way in method for *_, method, _ in rows)
    assert all(holds_estimate for *_, holds_estimate in rows)
    missed = sum(abs(value - truth) for truth, value, *_ in rows)
    assert missed <= gain * sum(abs(median - truth) for truth, _, median, *_ in rows)


def test_few_questions_leave_it_with_the_median() -> None:
    rows = estimated(spoilt_by_most, questions=5, voices=3)
    assert all(value == median and method.startswith("median of voices,") for _, value, median, method, _ in rows)


@pytest.mark.parametrize("figure", [spoilt_by_most, with_heavy_tails, of_equal_instruments])
def test_figures_in_another_order_leave_every_digit_as_it_was(figure: Figure) -> None:
    _, rows = answered(figure, questions=30, voices=9)
    assert consensus(rows) == consensus(rows[::-1])
