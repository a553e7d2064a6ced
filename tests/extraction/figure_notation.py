"""The short notation of figures in the tables of sentence cases and in docs/extraction.md, read and written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from extraction.model import Figure
from extraction.numbers.figures import find_figures
from extraction.words.lexicon import load_lexicon, read_table
from extraction.words.sentences import split_sentences
from extraction.words.tokens import tokenize

_NOTATION = re.compile(r"(?P<span>.+) = (?P<value>\S+) (?P<hedge>\w+)(?: \[(?P<interval>.*)\])?(?: (?P<rest>.+))?")


class Expected(NamedTuple):
    """One figure as a table states it; `interval` is None where the table leaves it to the hedge."""

    span: str
    value: float | None
    hedge: str
    interval: tuple[float | None, float | None] | None
    unit: str | None
    trend: str | None


def read_notation(cell: str) -> list[Expected]:
    """Read a cell such as "3.2% = 3.2 stated percent rise; $47 = 47 stated USD"; "none" is no figure."""
    return [] if cell == "none" else [_read_one(part.strip()) for part in cell.split(";")]


def _read_one(written: str) -> Expected:
    match = _NOTATION.fullmatch(written)
    assert match is not None, f"not in the notation: {written!r}"
    words = (match["rest"] or "").split()
    trend = words.pop() if words and words[-1] in ("rise", "fall") else None
    ends = match["interval"].split(",") if match["interval"] else None
    interval = (_number(ends[0]), _number(ends[1])) if ends else None
    return Expected(match["span"], _number(match["value"]), match["hedge"], interval, " ".join(words) or None, trend)


def _number(written: str) -> float | None:
    return None if written.strip() in ("", "none") else float(written)


def figures_of(text: str) -> list[Figure]:
    """Find the figures of a text with the shipped lexicon."""
    lexicon = load_lexicon()
    tokens = tokenize(text)
    return find_figures(text, tokens, split_sentences(text, tokens, lexicon), lexicon)


def differences(text: str, expected: list[Expected]) -> list[str]:
    """List what is otherwise than expected, in words; empty where every figure comes out as the table says."""
    found = figures_of(text)
    if len(found) != len(expected):
        return [f"found {[text[figure.start : figure.end] for figure in found]}"]
    return [difference for pair in zip(expected, found, strict=True) for difference in _compare(text, *pair)]


def _compare(text: str, want: Expected, got: Figure) -> list[str]:
    checks = [
        ("span", want.span, text[got.start : got.end]),
        ("hedge", want.hedge, got.hedge),
        ("trend", want.trend, got.trend),
        ("unit", want.unit if want.hedge != "relative" else got.unit, got.unit),
    ]
    amiss = [f"{name} is {have!r}, not {wanted!r}" for name, wanted, have in checks if wanted != have]
    if not _close(want.value, got.value):
        amiss.append(f"value is {got.value}, not {want.value}")
    low, high = want.interval or (got.low, got.high)
    if not (_close(low, got.low) and _close(high, got.high)):
        amiss.append(f"interval is [{got.low}, {got.high}], not [{low}, {high}]")
    return amiss


def _close(first: float | None, second: float | None) -> bool:
    if first is None or second is None:
        return first is second
    return abs(first - second) <= 1e-6 * max(1.0, abs(first), abs(second))


def case_rows(name: str) -> list[tuple[str, str]]:
    """Read the sentences of a table of cases with the figures that each must give."""
    rows = read_table(Path(__file__).parent / "number_cases" / f"{name}.csv")
    return [(row["text"], row["figures"]) for row in rows]
