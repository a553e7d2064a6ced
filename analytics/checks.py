"""The checks of sql/checks: queries that must return no row, each named by the sentence that it makes true."""

from __future__ import annotations

from pathlib import Path

import duckdb

from analytics.build_error import BuildError
from analytics.model_order import SQL_FOLDER

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
    select question_id, a_claim_id, b_claim_id, verdict, ratio, gap, scope_note, same_voice, has_two_sides
    from checked_pair;
"""
"""Three checks read the pairs that are drawn: judged once, they stand in a table before the view of that name."""


def run_failing_checks(connection: duckdb.DuckDBPyConnection, full: bool) -> None:
    """Run sql/checks/fail; on the pairs of a sample of questions, or of every question where `full`.

    Raises BuildError that names the first check that finds a row, and the row.
    """
    if not full:
        connection.execute(PAIRS_TO_CHECK)
    for path in _checks("fail"):
        rows = _rows(connection, path)
        if rows:
            raise BuildError(
                f"sql/checks/{path.parent.name}/{path.name} found {len(rows)} rows, the first of them {rows[0]}; "
                "nothing was published: this is a fault of the model, not of the input."
            )


def warnings_of_checks(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Run sql/checks/warn and give a sentence for each check that finds rows."""
    found = {path: _rows(connection, path) for path in _checks("warn")}
    return [
        f"Not every row keeps to “{path.stem.replace('_', ' ')}”: "
        f"{len(rows)} {'does' if len(rows) == 1 else 'do'} not, such as {rows[0][0]}."
        for path, rows in found.items()
        if rows
    ]


def _checks(folder: str) -> list[Path]:
    return sorted((SQL_FOLDER / "checks" / folder).glob("*.sql"))


def _rows(connection: duckdb.DuckDBPyConnection, path: Path) -> list[tuple[object, ...]]:
    return connection.execute(path.read_text(encoding="utf-8")).fetchall()
