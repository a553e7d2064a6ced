"""How each column of a list reads in a sentence: `sql/column_words.csv`, one row a column.

`reads_as` says into which pattern its words go. “words” is what leads to a value (“denied by”), the plural of what is
counted (“claims”) or what is true of many (“are unsure”); “noun” is the column's name in a sentence, of what is counted
the singular. “given” and “missing” are what is said of rows with a value and of those without, or, of what is true or
not, of rows for which it is and of those for which it is not. A row with a list is for that list alone.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

from analytics.view_columns import Kind

TABLE = Path(__file__).resolve().parent.parent / "sql" / "column_words.csv"
ReadsAs = Literal["name", "word", "place", "text", "amount", "count", "moment", "truth", "other"]
WAYS: tuple[ReadsAs, ...] = get_args(ReadsAs)
# How a column reads that the table does not know, by the kind of its values.
_BY_KIND: Mapping[Kind, ReadsAs] = {"integer": "amount", "number": "amount", "boolean": "truth", "other": "other"}
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True)
class ColumnWords:
    """The words for one column."""

    reads_as: ReadsAs
    words: str
    noun: str
    given: str
    missing: str


def column_words(list_name: str, column: str, kind: Kind = "text") -> ColumnWords:
    """Return the words for a column of a list; one that the table does not know reads by its name."""
    known = known_words()
    return known.get((list_name, column)) or known.get(("", column)) or _plain(column.replace("_", " "), kind)


@cache
def known_words() -> Mapping[tuple[str, str], ColumnWords]:
    """Read the table, by list and column."""
    with TABLE.open(encoding="utf-8", newline="") as rows:
        return {(row["list"], row["column"]): _read(row) for row in csv.DictReader(rows)}


def _read(row: Mapping[str, str]) -> ColumnWords:
    reads_as = cast("ReadsAs", row["reads_as"])
    given, missing = _presence(reads_as, row["words"], row["noun"])
    return ColumnWords(reads_as, row["words"], row["noun"], row["given"] or given, row["missing"] or missing)


def _plain(label: str, kind: Kind) -> ColumnWords:
    reads_as = _BY_KIND.get(kind, "text")
    if reads_as == "truth":
        return ColumnWords(reads_as, f"have {label}", label, f"that have {label}", f"that do not have {label}")
    return ColumnWords(reads_as, label, label, *_presence(reads_as, label, label))


def _presence(reads_as: ReadsAs, words: str, noun: str) -> tuple[str, str]:
    """Say of rows that they have a value, and that they have none, where the table has no words of its own for it."""
    if reads_as == "count":
        return f"whose number of {words} is known", f"whose number of {words} is unknown"
    what = f"a known {noun}" if reads_as == "moment" else f"{'an' if noun[:1] in _VOWELS else 'a'} {noun}"
    return f"with {what}", f"without {what}"
