"""Rows on the terminal: as a table for people, as JSON or CSV for other programs."""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

import orjson
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

Row = Sequence[object]

PROSE_WIDTH = 100
"""Columns of what people read, where the output is no terminal and COLUMNS does not say how wide it is."""
DATA_WIDTH = 1_000
"""Columns that a line of data may take where the output is no terminal: nobody's grep meets a folded line."""
WIDEST_TABLE = 200
"""Columns of a table of data where the output is no terminal; the rows of a wider one are printed value by value."""
ANY_DOUBLE = Context(prec=400)
"""Arithmetic with digits enough for every double, the largest of which has 309 before its point."""
FOLDED_TO, BETWEEN = 24, 3
"""Columns to which a terminal may fold a long text, and columns between two of them."""


def print_table(columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Print rows under their column names; where they have no room beside each other, each row value by value.

    A terminal folds long texts, a pipe folds no line. Numbers stand to the right, nulls are dim.
    """
    kept = [tuple(row) for row in rows]
    shown = [[_shown(value) for value in row] for row in kept]
    table = Table(box=SIMPLE_HEAD, header_style="bold")
    for place, name in enumerate(columns):
        is_number = any(isinstance(row[place], int | float) for row in kept)
        table.add_column(name, justify="right" if is_number else "left", overflow="fold")
    for row in shown:
        table.add_row(*row)
    console = _console(DATA_WIDTH)
    console.print(table if _has_room(columns, shown, console.width) else _value_by_value(columns, shown))


def _has_room(columns: Sequence[str], shown: Sequence[Sequence[str]], width: int) -> bool:
    """Whether the columns fit beside each other: on a screen with long texts folded, in a pipe as they are."""
    widest = [max(map(len, column)) for column in zip(columns, *shown, strict=True)]
    if _is_pipe():
        return len(columns) == 1 or sum(widest) + BETWEEN * len(columns) <= WIDEST_TABLE
    return sum(min(each, FOLDED_TO) + BETWEEN for each in widest) <= width


def _value_by_value(columns: Sequence[str], shown: Sequence[Sequence[str]]) -> Table:
    """Give a table that has a line for each value, below a line that numbers its row."""
    lines = Table.grid("name", "value", padding=(0, 2, 0, 0))
    lines.columns[0].no_wrap, lines.columns[1].overflow = True, "fold"
    for number, row in enumerate(shown, start=1):
        lines.add_row(f"[dim]row {number:,}[/dim]", "")
        for name, value in zip(columns, row, strict=True):
            lines.add_row(f"[bold]{name}[/bold]", value)
    return lines


def print_prose(table: Table) -> None:
    """Print a table of sentences as wide as the terminal, or in a pipe as wide as a page."""
    _console(PROSE_WIDTH).print(table)


def _console(width_of_a_pipe: int) -> Console:
    return Console(width=width_of_a_pipe if _is_pipe() else None)


def _is_pipe() -> bool:
    """Whether nothing says how wide the output is."""
    return not (sys.stdout.isatty() or "COLUMNS" in os.environ)


def print_json(columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Print rows as one JSON array of objects; dates in ISO 8601."""
    objects = [dict(zip(columns, row, strict=True)) for row in rows]
    sys.stdout.buffer.write(orjson.dumps(objects, default=str, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


def print_csv(columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Print rows as CSV with a header; nulls are empty."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)


def ratio_text(ratio: float) -> str:
    """Write a ratio with two digits behind the point, a half rounded up: 3.13 for 3.125."""
    return f"{Decimal(str(ratio)).quantize(Decimal('0.01'), ROUND_HALF_UP, ANY_DOUBLE):,}"


PRINTERS = {"table": print_table, "json": print_json, "csv": print_csv}


def _shown(value: object) -> str:
    if value is None:
        return "[dim]null[/dim]"
    if isinstance(value, float):
        # Fifteen digits are what a double holds for sure: 0.1 + 0.2 reads as 0.3, and 4e9 as 4000000000.
        return f"{value:.15g}"
    # A text may hold brackets, which rich would take for its own markup.
    return str(value).replace("[", "\\[")
