"""The words that extraction knows, read once from the CSV tables of data/lexicon."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from extraction.words.phrases import Phrases

LEXICON_FOLDER: Final = Path(__file__).resolve().parents[2] / "data" / "lexicon"

Rows = list[dict[str, str]]

_WORD_TABLES: Final = ("calendar_words", "non_claim_words", "figure_words")

TREND_KINDS: Final = ("verb", "share_verb", "noun", "share_noun", "adverb", "increment")
"""The share_ kinds tell a change only of a share: "lost 3%" does, "lost 300 posts" counts posts."""


class LexiconError(Exception):
    """A table of the lexicon is missing or has a row that cannot be read; the message names the place."""


def read_table(path: Path) -> Rows:
    """Read a UTF-8 CSV file with a header into one dict a row, surrounding blanks removed.

    Raises LexiconError where the file is missing, is not UTF-8 or is no CSV.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.reader(lines)
            names = next(rows, [])
            return [_row(names, cells) for cells in rows if cells]
    except (OSError, UnicodeDecodeError, csv.Error) as problem:
        message = f"{path}: the lexicon table cannot be read ({problem}); restore it or name another lexicon folder"
        raise LexiconError(message) from problem


def _row(names: list[str], cells: list[str]) -> dict[str, str]:
    """Name the cells of a row; those that are missing at its end are empty (`csv.DictReader` takes thrice as long)."""
    row = {name: cell.strip() for name, cell in zip(names, cells, strict=False)}
    for name in names[len(cells) :]:
        row[name] = ""
    return row


@dataclass(frozen=True)
class HedgeRule:
    """One row of the hedge table: the interval's ends as shares of the figure; None for an end that is not given."""

    low_factor: float | None
    high_factor: float | None
    negated: str
    """The hedge that "not" turns this one into ("not more than" is at_most); empty where it turns none."""


@dataclass(frozen=True)
class Unit:
    """A unit of measurement by its canonical name, the dimension it measures and its factor within that."""

    name: str
    dimension: str
    factor: float

    @property
    def is_money(self) -> bool:
        """Whether it is a currency."""
        return self.dimension.startswith("money")

    @property
    def is_time(self) -> bool:
        """Whether it is a span of time."""
        return self.dimension in ("time", "calendar time")


@dataclass(frozen=True)
class NumberWords:
    """The words of number_words.csv by what they do in a number."""

    units: dict[str, float]
    tens: dict[str, float]
    scales: dict[str, float]
    dozens: frozenset[str]
    suffixes: dict[str, float]
    ordinals: dict[str, float]
    ordinal_endings: frozenset[str]
    fractions: dict[str, float]


@dataclass(frozen=True)
class Lexicon:
    """All tables in the form in which the steps look things up; read-only and shared by every document."""

    folder: Path
    """Where the tables lie."""
    numbers: NumberWords
    vague_words: Phrases[tuple[float, float]]
    multiples: Phrases[tuple[float, str]]
    """"double", "twice", "tripled" with their factor and whether they are a verb."""
    zero_words: Phrases[str]
    zero_determiners: Phrases[str]
    """"No", "not a single": none of what the noun behind them names."""
    numeral_starts: frozenset[str]
    after_article: frozenset[str]
    """Words that make a number with the "a" before them: "dozen", "million", "third", "couple"."""
    hedges: dict[str, HedgeRule]
    hedges_before: Phrases[str]
    hedges_after: Phrases[str]
    units_after: Phrases[Unit]
    cased_units: dict[str, Unit]
    """Units by a wording that the table gives with a capital, and that means another unit without ("Nm")."""
    units_before: Phrases[Unit]
    letter_signs: dict[str, Unit]
    """Money whose sign is one capital letter ("R120 million"), which is a name before most numbers ("R2")."""
    percentage_point: Unit
    magnitude: Unit
    minute: Unit
    pound: Unit
    trend_before: dict[str, Phrases[str]]
    """Words of change that stand before their figure, by TREND_KINDS."""
    trend_after: Phrases[str]
    name_heads: Phrases[str]
    furniture: Phrases[str]
    words: dict[str, frozenset[str]]
    """Plain word lists by kind: "month", "weekday", "clock", "street", "abbreviation", "negator" and so on."""


def load_lexicon(folder: Path | None = None) -> Lexicon:
    """Read the lexicon of `folder`, or the one that is shipped; the same folder is read once a process.

    Raises LexiconError where a table is missing or has a row that cannot be read.
    """
    return _load((folder or LEXICON_FOLDER).resolve())


@lru_cache(maxsize=4)
def _load(folder: Path) -> Lexicon:
    """Read and compile the tables of a folder."""
    numbers = _number_words(read_table(folder / "number_words.csv"))
    vague = _vague_words(folder / "vague_words.csv")
    words = _word_lists([row for table in _WORD_TABLES for row in read_table(folder / f"{table}.csv")])
    words["infinitive"] = frozenset(row["verb"] for row in read_table(folder / "verbs.csv"))
    hedge_rows = read_table(folder / "hedge_wordings.csv")
    trend_rows = read_table(folder / "trend_words.csv")
    unit_rows = read_table(folder / "units.csv")
    cased_units = {wording: unit for wording, unit in _units(unit_rows, "wordings") if _is_cased(wording)}
    multiples = [(r["wording"], (float(r["factor"]), r["kind"])) for r in read_table(folder / "relative_words.csv")]
    vague_words, multiple_words = Phrases(vague), Phrases(multiples)
    return Lexicon(
        folder=folder,
        numbers=numbers,
        vague_words=vague_words,
        multiples=multiple_words,
        zero_words=Phrases((word, "zero") for word in words["zero"]),
        zero_determiners=Phrases((word, "zero") for word in words["zero_determiner"]),
        numeral_starts=_numeral_starts(numbers)
        | vague_words.starts
        | multiple_words.starts
        | {word.split()[0] for word in words["zero"] | words["zero_determiner"]},
        after_article=_after_article(numbers, [phrase for phrase, _ in vague]),
        hedges={row["hedge"]: _hedge_rule(row) for row in read_table(folder / "hedges.csv")},
        hedges_before=Phrases(_select(hedge_rows, "wording", "hedge", "before"), backwards=True),
        hedges_after=Phrases(_select(hedge_rows, "wording", "hedge", "after")),
        units_after=Phrases(row for row in _units(unit_rows, "wordings") if not _is_cased(row[0])),
        cased_units=cased_units,
        units_before=Phrases(_units(unit_rows, "signs"), backwards=True),
        letter_signs={sign: unit for sign, unit in cased_units.items() if len(sign) == 1 and unit.is_money},
        percentage_point=_unit_named(unit_rows, "percentage point"),
        magnitude=_unit_named(unit_rows, "magnitude"),
        minute=_unit_named(unit_rows, "minute"),
        pound=_unit_named(unit_rows, "pound"),
        trend_before={
            kind: Phrases(_select(trend_rows, "wording", "trend", kind), backwards=True) for kind in TREND_KINDS
        },
        trend_after=Phrases(_select(trend_rows, "wording", "trend", "after")),
        name_heads=Phrases(_columns(folder / "name_heads.csv", "wording", "why"), backwards=True),
        furniture=Phrases(_columns(folder / "furniture.csv", "wording", "effect")),
        words=words,
    )


def _number_words(rows: Rows) -> NumberWords:
    """Sort number_words.csv by what its words do; raises KeyError where a kind has no row."""
    by_kind: dict[str, dict[str, float]] = {}
    for row in rows:
        by_kind.setdefault(row["kind"], {})[row["word"]] = float(row["value"])
    return NumberWords(
        units=by_kind["unit"],
        tens=by_kind["ten"],
        scales=by_kind["scale"] | by_kind["dozen"],
        dozens=frozenset(by_kind["dozen"]),
        suffixes=by_kind["suffix"],
        ordinals=by_kind["ordinal"],
        ordinal_endings=frozenset(by_kind["ordinal_ending"]),
        fractions=by_kind["fraction"],
    )


def _numeral_starts(numbers: NumberWords) -> frozenset[str]:
    tables = (numbers.units, numbers.tens, numbers.scales, numbers.ordinals, numbers.fractions)
    return frozenset(word for table in tables for word in table) | {"a", "an"}


def _after_article(numbers: NumberWords, vague: list[str]) -> frozenset[str]:
    seconds = {words[1] for phrase in vague if (words := phrase.split())[0] in ("a", "an") and len(words) > 1}
    return frozenset(seconds | set(numbers.scales) | set(numbers.fractions))


def _vague_words(path: Path) -> list[tuple[str, tuple[float, float]]]:
    try:
        return [(row["wording"], (float(row["low"]), float(row["high"]))) for row in read_table(path)]
    except (KeyError, ValueError) as problem:
        message = f"{path}: a vague word needs wording, low and high ({problem})"
        raise LexiconError(message) from problem


def _hedge_rule(row: dict[str, str]) -> HedgeRule:
    low, high = (float(row[end]) if row[end] else None for end in ("low_factor", "high_factor"))
    return HedgeRule(low, high, row["negated"])


def _units(rows: Rows, column: str) -> list[tuple[str, Unit]]:
    """Wordings with their unit, from the column "signs" (before a number) or "wordings" (after it)."""
    units = ((Unit(row["unit"], row["dimension"], float(row["factor"])), row[column]) for row in rows)
    written = [(wording, unit) for unit, wordings in units for wording in wordings.split("|") if wording]
    hyphened = [(wording.replace(" ", "-"), unit) for wording, unit in written if " " in wording]
    return hyphened + written


def _unit_named(rows: Rows, name: str) -> Unit:
    return next(unit for _, unit in _units(rows, "wordings") if unit.name == name)


def _is_cased(wording: str) -> bool:
    return " " not in wording and wording != wording.lower()


def _columns(path: Path, word: str, entry: str) -> list[tuple[str, str]]:
    return [(row[word], row[entry]) for row in read_table(path)]


def _select(rows: Rows, word: str, entry: str, *positions: str) -> list[tuple[str, str]]:
    return [(row[word], row[entry]) for row in rows if row["position"] in positions]


def _word_lists(rows: Rows) -> dict[str, frozenset[str]]:
    lists: dict[str, set[str]] = {}
    for row in rows:
        lists.setdefault(row["kind"], set()).add(row["word"].lower())
    return {kind: frozenset(words) for kind, words in lists.items()}
