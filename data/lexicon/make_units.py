"""Completes units.csv with the units that prefixes make: `python data/lexicon/make_units.py`.

unit_prefixes.csv says which units a prefix is used with, and with which only in words (a "Mt" is as often a mountain).
A unit that units.csv has stays as it is, and a wording that another unit has is not given twice. Run it again after a
change of either table.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

LEXICON = Path(__file__).resolve().parent
LONGEST_SYMBOL = 2
"""Letters of the symbols that take a prefix: m, Hz, Wh."""

Row = dict[str, str]


def read_rows(name: str) -> list[Row]:
    """Read a table of the lexicon."""
    with (LEXICON / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def missing_units(units: list[Row], prefixes: list[Row]) -> list[Row]:
    """Return the rows that the prefixes make and the table of units lacks."""
    base = {row["unit"]: row for row in units}
    known = {wording for row in units for wording in row["wordings"].split("|")}
    made = []
    for prefix, name, has_symbol in _combinations(prefixes):
        row = _prefixed(prefix, base[name], known, has_symbol=has_symbol)
        if row["unit"] not in base and row["wordings"]:
            made.append(row)
            known.update(row["wordings"].split("|"))
    return made


def _combinations(prefixes: list[Row]) -> Iterator[tuple[Row, str, bool]]:
    """Yield each prefix with each unit that it is used with, and whether in symbols too."""
    for prefix in prefixes:
        for column, has_symbol in (("units", True), ("only_named", False)):
            yield from ((prefix, name, has_symbol) for name in prefix[column].split("|") if name)


def _prefixed(prefix: Row, base: Row, known: set[str], *, has_symbol: bool) -> Row:
    words = [word for word in base["wordings"].split("|") if len(word) > LONGEST_SYMBOL and word[0] == base["unit"][0]]
    names = [prefix["prefix"] + word for word in words or [base["unit"], f"{base['unit']}s"]]
    symbols = [prefix["symbol"] + word for word in base["wordings"].split("|") if 0 < len(word) <= LONGEST_SYMBOL]
    wordings = [word for word in names + symbols * has_symbol if word not in known]
    factor = float(f"{float(base['factor']) * float(prefix['factor']):.15g}")
    return {
        "unit": prefix["prefix"] + base["unit"],
        "dimension": base["dimension"],
        "factor": repr(factor),
        "signs": "",
        "wordings": "|".join(wordings),
    }


def main() -> None:
    """Append to units.csv what is missing there."""
    units = read_rows("units.csv")
    with (LEXICON / "units.csv").open("a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(units[0]), lineterminator="\n")
        writer.writerows(missing_units(units, read_rows("unit_prefixes.csv")))


if __name__ == "__main__":
    main()
