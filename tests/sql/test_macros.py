"""Each row of macros.csv is a call of a macro and what it gives as text; nothing stands for null and for no text."""

import csv
from pathlib import Path

import duckdb

TABLE = Path(__file__).parent / "macros.csv"


def test_each_call_gives_what_its_row_says(empty_book):
    with TABLE.open(encoding="utf-8", newline="") as file:
        expected = {row["call"]: row["gives"] for row in csv.DictReader(file)}
    with duckdb.connect(empty_book, read_only=True) as connection:
        given = {call: connection.execute(f"select ({call})::varchar").fetchall()[0][0] or "" for call in expected}
    assert given == expected
