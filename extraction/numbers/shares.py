"""Shares and fractions that are told by two numbers: "one in five", "1-in-40", "2/3", "2 1/2"."""

from __future__ import annotations

from typing import Final

from extraction.model import Token
from extraction.numbers.digits import number_of
from extraction.numbers.numeral import HYPHENS, Numeral, lower_at, touches
from extraction.numbers.spelled_numbers import cardinal
from extraction.words.lexicon import Lexicon


def mixed_number(tokens: list[Token], index: int, value: float) -> Numeral | None:
    """Read "2 1/2" and "2-1/2" as two and a half; the "4/7" of "4 4/7/1990" is none."""
    part = index + 1
    hyphened = lower_at(tokens, part) in HYPHENS and touches(tokens, part) and touches(tokens, part + 1)
    part += hyphened
    if part >= len(tokens) or tokens[part].kind != "number" or value != int(value):
        return None
    read = number_of(tokens[part].text)
    fraction = (
        None if read is None or (touches(tokens, part) and not hyphened) else slash_fraction(tokens, part, read[0])
    )
    if fraction is None or (fraction.value or 1) >= 1:
        return None
    return Numeral(index, fraction.last, value + (fraction.value or 0), "digits", decimals=2)


def slash_fraction(tokens: list[Token], index: int, value: float) -> Numeral | None:
    """Read "2/3" or "1 1/2"; "9/11" and "24/7" are no fractions."""
    last = index + 1
    if last + 1 >= len(tokens) or tokens[last].text != "/" or not touches(tokens, last):
        return None
    read = number_of(tokens[last + 1].text) if tokens[last + 1].kind == "number" else None
    if read is None or not touches(tokens, last + 1) or not 0 < value < read[0] <= 16:  # noqa: PLR2004 - no finer part is written so
        return None
    if read[0] in _NO_PARTS or any(lower_at(tokens, mark) == "/" for mark in (index - 1, last + 2)):
        return None  # "9/11", "4/7/1990"
    return Numeral(index, last + 2, value / read[0], "fraction")


_NO_PARTS: Final = (11, 13, 14, 15)
"""Nothing is measured in so many parts."""


def share_of(tokens: list[Token], first: int, last: int, value: float, lexicon: Lexicon) -> Numeral | None:
    """Read "one in five", "1-in-40", "nine out of ten", "three drivers in four": a share, by its value."""
    named = _counts(tokens, last, lexicon) and lower_at(tokens, last + 1) in ("in", "out")
    index = _after_in(tokens, last + named)
    if index is None:
        return None
    every = lower_at(tokens, index) == "every"
    index += every
    whole = _plain_number(tokens, index, lexicon)
    if tokens[first].kind == "number" and index < len(tokens) and tokens[index].kind != "number":
        return None  # "on July 7 in nine cities", where a share is "nine in 10"
    if whole is None or not 0 < value < whole[0] or not (every or _is_share_whole(value, whole[0])):
        return None
    if whole[1] < len(tokens) and tokens[whole[1]].kind == "number":
        return None
    if named and _counts(tokens, whole[1], lexicon):
        return None  # "six people in ten cars"
    return Numeral(first, whole[1], value / whole[0], "share")


def _after_in(tokens: list[Token], index: int) -> int | None:
    """Step over the "in", "-in-" or "out of" between a part and its whole; None where there is none."""
    if _is_hyphened_in(tokens, index):
        return index + 3
    if lower_at(tokens, index) == "out" and lower_at(tokens, index + 1) == "of":
        return index + 2
    return index + 1 if lower_at(tokens, index) == "in" else None


def _is_hyphened_in(tokens: list[Token], index: int) -> bool:
    """Whether the "-in-" of "1-in-40" follows."""
    hyphened = lower_at(tokens, index) in HYPHENS and lower_at(tokens, index + 1) == "in"
    return hyphened and lower_at(tokens, index + 2) in HYPHENS


def _counts(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a word in small letters that is no function word stands there, which a number may count."""
    word = tokens[index].text if index < len(tokens) else ""
    return word[:1].islower() and word not in lexicon.words["function"]


def _is_share_whole(value: float, whole: float) -> bool:
    """Whether shares are spoken of in so many: 3 to 10, round numbers above, any for one ("1 in 37"); no years."""
    spoken = 3 <= whole <= 10 or whole % 10 == 0 or (value == 1 and whole > 10)  # noqa: PLR2004 - small wholes
    return spoken and not 1500 <= whole <= 2100  # noqa: PLR2004 - years lie there


def _plain_number(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[float, int] | None:
    """Value and end of a number that stands at `index`, in digits or in words; None if there is none."""
    if index >= len(tokens):
        return None
    if tokens[index].kind == "number":
        read = number_of(tokens[index].text)
        return None if read is None else (read[0], index + 1)
    return cardinal(tokens, index, lexicon)
