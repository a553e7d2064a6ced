"""Ranges of questions: what groups or joins millions of claims by their questions takes a million of them at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from analytics.sql_text import quoted

if TYPE_CHECKING:
    import duckdb

CLAIMS_A_RANGE = 1_000_000
"""Claims of one range, about: what is worked out for them stays in memory."""

_IDS = 16**5
"""The ids of questions begin with hexadecimal digits of a hash, so that equal ranges hold equally many."""


def question_ranges(claims: int) -> list[tuple[str, str | None]]:
    """Part all ids of questions into ranges, in their order: the first id, and the first of the next range, if any."""
    count = max(1, round(claims / CLAIMS_A_RANGE))
    bounds = [f"{place * _IDS // count:05x}" for place in range(1, count)]
    return list(zip(["", *bounds], [*bounds, None], strict=True))


@contextmanager
def range_in_force(connection: duckdb.DuckDBPyConnection, first: str, following: str | None) -> Iterator[None]:
    """Let the macro is_in_range of sql/ be true for the questions of one range only."""
    connection.execute(f"set variable first_question = {quoted(first)}")
    connection.execute(f"set variable following_question = {quoted(following) if following else 'null'}")
    try:
        yield
    finally:
        connection.execute("reset variable first_question")
        connection.execute("reset variable following_question")
