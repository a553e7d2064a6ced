"""The checks of sql/checks: queries that must return no row, each named by the sentence that it makes true.

A build runs each as soon as what it reads is made (`analytics.model_order.checks_due`).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import duckdb

from analytics.build_error import BuildError
from analytics.model_order import SQL_FOLDER, reads_drawn_pairs
from analytics.parsed_sql import run_parsed

PAIRS_TO_CHECK = """
    set variable checked_below = (
        select printf('%05x', floor(value * 1048576)::integer)
        from setting
        where setting = 'checked_share' and value < 1
    );
    set variable unchecked_questions = (
        select list(question_id)
        from question
        where claim_count > (select value from setting where setting = 'checked_claims')
    );
    create or replace temp table checked_pair as
    select question_id, a_claim_id, b_claim_id, verdict, reason, ratio, gap, scope_note, same_voice, has_two_sides
    from checked_pair;
"""
"""Three checks read the pairs that are drawn: judged once, they stand in a table before the view of that name."""


def run_failing_checks(connection: duckdb.DuckDBPyConnection, full: bool, checks: Iterable[Path] | None = None) -> None:
    """Run those of the checks that are in sql/checks/fail, all of them where none are named.

    They see the pairs of a sample of questions, or of every question where `full`. Raises BuildError that names the
    first check that finds a row, and the row.
    """
    paths = _checks("fail", checks)
    if not full and any(reads_drawn_pairs(path) for path in paths):
        connection.execute(PAIRS_TO_CHECK)
    for path in paths:
        rows = _rows(connection, path)
        if rows:
            raise BuildError(
                f"sql/checks/{path.parent.name}/{path.name} found {len(rows)} rows, the first of them {rows[0]}; "
                "nothing was published: this is a fault of the model, not of the input."
            )


def warnings_of_checks(connection: duckdb.DuckDBPyConnection, checks: Iterable[Path] | None = None) -> list[str]:
    """Run those of the checks that are in sql/checks/warn; give a sentence for each that finds rows."""
    found = {path: _rows(connection, path) for path in _checks("warn", checks)}
    return [
        f"Not every row keeps to “{path.stem.replace('_', ' ')}”: "
        f"{len(rows)} {'does' if len(rows) == 1 else 'do'} not, such as {rows[0][0]}."
        for path, rows in found.items()
        if rows
    ]


def _checks(folder: str, among: Iterable[Path] | None) -> list[Path]:
    paths = (SQL_FOLDER / "checks" / folder).glob("*.sql") if among is None else among
    return sorted(path for path in paths if path.parent.name == folder)


def _rows(connection: duckdb.DuckDBPyConnection, path: Path) -> list[tuple[object, ...]]:
    return run_parsed(connection, path.read_text(encoding="utf-8")).fetchall()
