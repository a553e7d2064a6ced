"""Each folder <model>/<case>/ gives rows of some tables; the model must make the expected rows of them.

A case holds one .csv or .ndjson per table that it fills, and `expected`. The whole book has run once, on the lexicon of
data/lexicon and nothing else; what hangs on the tables that the case fills runs again, up to the model. A table that
the case fills holds its rows and no others, whatever its own SQL says. Columns that a case leaves out are null, but for
the number of a claim, which is its row in staged_claim. Only the columns that `expected` names are compared, rows in
any order.
"""

import csv
import json
import re
import shutil
from pathlib import Path

import duckdb
import pytest

from analytics.model_order import models_in_order, models_needed

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/*/expected.*"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.name}")
def test_model_makes_the_expected_rows(case, empty_book, tmp_path):
    book = shutil.copy(empty_book, tmp_path / "book.duckdb")
    with duckdb.connect(book) as connection:
        given = {path.stem: read_rows(path) for path in case.iterdir()}
        expected = given.pop("expected")
        run_book(connection, case.parent.name, given)
        columns = list(read_header(next(case.glob("expected.*"))))
        made = rows_of(connection, case.parent.name, columns)
        connection.execute(f"create temp table expected as select {names(columns)} from {case.parent.name} limit 0")
        insert(connection, "temp.expected", expected)
        assert made == [pytest.approx(row) for row in rows_of(connection, "temp.expected", columns)]


def run_book(connection, last, given):
    models = [model.name for model in models_in_order()]
    for table in sorted(given, key=lambda name: models.index(name) if name in models else -1):
        freeze(connection, table, given[table])
    changed = set(given)
    for model in models_needed((last,), tuple(given)):
        sql = model.path.read_text(encoding="utf-8")
        if changed.intersection(re.findall(r"\w+", sql)):
            connection.execute(sql)
            changed.add(model.name)


def freeze(connection, model, rows):
    connection.execute(f"create table frozen as select * from {model} limit 0")
    is_view = connection.execute("select count(*) from duckdb_views() where view_name = ?", [model]).fetchall()[0][0]
    connection.execute(f"drop {'view' if is_view else 'table'} {model}")
    connection.execute(f"alter table frozen rename to {model}")
    insert(connection, model, rows)
    if "claim_number" in columns_of(connection, model):
        connection.execute(
            f"update {model} set claim_number = staged_claim.rowid from staged_claim"
            f" where {model}.claim_id = staged_claim.claim_id"
        )


def columns_of(connection, table):
    return {row[0] for row in connection.execute(f"describe {table}").fetchall()}


def insert(connection, table, rows):
    for row in rows:
        places = ", ".join("?" for _ in row)
        connection.execute(f"insert into {table} ({names(row)}) values ({places})", list(row.values()))


def rows_of(connection, table, columns):
    rows = connection.execute(f"select {names(columns)} from {table}").fetchall()
    return sorted((dict(zip(columns, row, strict=True)) for row in rows), key=str)


def names(columns):
    return ", ".join(f'"{column}"' for column in columns)


def read_rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        if path.suffix == ".csv":
            return [{name: value or None for name, value in row.items()} for row in csv.DictReader(file)]
        return [{name: plain(value) for name, value in json.loads(line).items()} for line in file]


def plain(value):
    return json.dumps(value) if isinstance(value, dict | list) else value


def read_header(path):
    with path.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file)) if path.suffix == ".csv" else json.loads(file.readline())
