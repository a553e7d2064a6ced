"""The meanings that the pages tell: every verdict and scope note has one, and the method page shows them all."""

from __future__ import annotations

from flask import Flask
from markupsafe import escape

from analytics.reading import Snapshot
from dashboard.definitions import read_definitions
from dashboard.method_page import MOST_ROWS, method_page
from dashboard.verdict_words import VERDICTS


def test_every_verdict_and_scope_note_is_defined_in_the_file(snapshot: Snapshot) -> None:
    told = read_definitions(snapshot)
    assert list(told["verdict"]) == list(VERDICTS)
    noted = snapshot.rows("select distinct scope_note from pair where scope_note is not null")
    assert {str(row["scope_note"]) for row in noted} <= set(told["scope note"])


def test_the_method_page_shows_each_definition_as_the_file_has_it(app: Flask, snapshot: Snapshot) -> None:
    page = app.test_client().get("/about").text
    for row in snapshot.rows("select term, meaning from definition"):
        assert str(escape(row["meaning"])) in page, row["term"]


def test_short_tables_stand_open_and_long_ones_say_how_long_they_are(snapshot: Snapshot) -> None:
    tables = {table.name: table for table in method_page(snapshot)["tables"]}
    for name, table in tables.items():
        assert table.row_count == snapshot.rows(f"select count(*) as n from {name}")[0]["n"]
        assert table.is_cut == (table.row_count > MOST_ROWS)
        assert not table.told.is_open or table.row_count <= 20
    weights = [row["weight"] for row in tables["question_feature"].rows]
    assert weights == sorted(weights, reverse=True)
