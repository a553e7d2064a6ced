"""The table of units: what prefixes make is there, and no wording is given to two units that convert."""

from __future__ import annotations

import runpy
from collections import defaultdict
from pathlib import Path

LEXICON = Path(__file__).resolve().parents[2] / "data" / "lexicon"
MAKE_UNITS = runpy.run_path(str(LEXICON / "make_units.py"))


def test_the_table_has_every_unit_that_a_prefix_makes() -> None:
    units, prefixes = (MAKE_UNITS["read_rows"](name) for name in ("units.csv", "unit_prefixes.csv"))
    assert MAKE_UNITS["missing_units"](units, prefixes) == []


def test_a_prefix_multiplies_its_unit_and_takes_its_wordings() -> None:
    units = [{"unit": "lux", "dimension": "light", "factor": "2", "signs": "", "wordings": "lux|lx"}]
    prefixes = [{"prefix": "kilo", "symbol": "k", "factor": "1e3", "units": "lux", "only_named": ""}]
    (made,) = MAKE_UNITS["missing_units"](units, prefixes)
    assert made == {
        "unit": "kilolux",
        "dimension": "light",
        "factor": "2000.0",
        "signs": "",
        "wordings": "kilolux|klx",
    }


def test_a_wording_means_one_unit() -> None:
    meant = defaultdict(set)
    for row in MAKE_UNITS["read_rows"]("units.csv"):
        for wording in filter(None, row["wordings"].split("|")):
            meant[wording].add(row["unit"])
    assert {wording: units for wording, units in meant.items() if len(units) > 1} == {}
