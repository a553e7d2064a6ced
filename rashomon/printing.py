"""Rows on the terminal: as a table for people, as JSON or CSV for other programs."""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Iterable, Sequence

import orjson
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

Row = Sequence[object]

PROSE_WIDTH = 100
"""Columns of what people read, where the output is no terminal and COLUMNS does not say how wide it is."""
DATA_WIDTH = 1_000
"""Columns of rows of data where the output is no terminal: wide enough that nobody's grep meets a folded line."""


def print_table(columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Print rows under their column names, in a pipe each on one line; numbers to the right, nulls dim."""
    kept = [tuple(row) for row in rows]
    table = Table(box=SIMPLE_HEAD, header_style="bold")
    for place, name in enumerate(columns):
        is_number = any(isinstance(row[place], int | float) for row in kept)
        table.add_column(name, justify="right" if is_number else "left", overflow="fold")
    for row in kept:
        table.add_row(*(_shown(value) for value in row))
    _print(table, DATA_WIDTH)


def print_prose(table: Table) -> None:
    """Print a table of sentences as wide as the terminal, or in a pipe as wide as a page."""
    _print(table, PROSE_WIDTH)


def _print(table: Table, width_of_a_pipe: int) -> None:
    is_told = sys.stdout.isatty() or "COLUMNS" in os.environ
    Console(width=None if is_told else width_of_a_pipe).print(table)


def print_json(columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Print rows as one JSON array of objects; dates in ISO 8601."""
    objects = [dict(zip(columns, row, strict=True)) for row in rows]
    sys.stdout.buffer.write(orjson.dumps(objects, default=str, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


def print_csv(columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Print rows as CSV with a header; nulls are empty."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)


PRINTERS = {"table": print_table, "json": print_json, "csv": print_csv}


def _shown(value: object) -> str:
    if value is None:
        return "[dim]null[/dim]"
    if isinstance(value, float):
        # Fifteen digits are what a double holds for sure: 0.1 + 0.2 reads as 0.3, and 4e9 as 4000000000.
        return f"{value:.15g}"
    # A text may hold brackets, which rich would take for its own markup.
    return str(value).replace("[", "\\[")
