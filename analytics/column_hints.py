"""Columns of a user's table that nearly are fields of a claim: which one each may be meant as."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable
from pathlib import Path

TABLE = "claim_columns.csv"
"""The table of the lexicon that knows other names of the fields; a lexicon without it gives no hints of them."""


def renaming_advice(columns: Iterable[str], lacking: Collection[str], lexicon: Path) -> str:
    """Advise, of columns that are no field, which to rename to a field that the table lacks; empty where none is near.

    As "; rename outlet to source, date to as_of (...) or reported_at (...)".
    """
    known = _other_names(lexicon)
    near = {column: _meant(column, lacking, known) for column in columns}
    told = [f"{column} to {' or '.join(fields)}" for column, fields in near.items() if fields]
    return f"; to have them read, rename {', '.join(told)}" if told else ""


def _meant(column: str, lacking: Collection[str], known: dict[str, dict[str, str]]) -> list[str]:
    """Give the fields that a column may be meant as, each with its meaning where the name alone is not plain."""
    spelling = "_".join(column.lower().split())
    if spelling in lacking:
        return [spelling]
    fields = known.get(spelling, {})
    return [f"{field} ({meaning})" if meaning else field for field, meaning in fields.items() if field in lacking]


def _other_names(lexicon: Path) -> dict[str, dict[str, str]]:
    """Read which fields each spelling may stand for, with what each means."""
    path = lexicon / TABLE
    if not path.is_file():
        return {}
    known: dict[str, dict[str, str]] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            known.setdefault(row["spelling"], {})[row["field"]] = row["meaning"]
    return known
