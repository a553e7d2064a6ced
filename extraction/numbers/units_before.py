"""A unit that stands before its number: "a month or two", "a day and a half"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extraction.model import Token
from extraction.numbers.units import Amount
from extraction.words.lexicon import Lexicon, Unit

_BEFORE: Final = 3
"""Tokens before the number: "a month or"."""
_TWO: Final = 2


def take_units_before(tokens: list[Token], amounts: Sequence[Amount], lexicon: Lexicon) -> None:
    """Read "a mile or two" as one to two miles and "an hour and a half" as one and a half, in place."""
    for amount in amounts:
        joint = tokens[amount.first - 1].lower if amount.first >= _BEFORE else ""
        unit = _unit_before(tokens, amount, lexicon) if joint in ("or", "and") else None
        if unit is None:
            continue
        if joint == "or" and amount.numeral.form == "words" and amount.value == _TWO:
            amount.value, amount.low, amount.high, amount.is_range = 1.5, 1.0, 2.0, True
            _open(tokens, amount, unit)
        elif joint == "and" and amount.numeral.form == "fraction" and amount.value is not None:
            amount.value, amount.numeral.form, amount.decimals = amount.value + 1, "words", 1
            _open(tokens, amount, unit)


def _unit_before(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> Unit | None:
    """Give the unit of which there is one and more: the month of "a month or two"."""
    article = tokens[amount.first - _BEFORE].lower in ("a", "an")
    unit = lexicon.units_after.longest(tokens, amount.first - 2) if article and amount.unit is None else None
    return unit[1] if unit is not None and unit[0] == 1 else None


def _open(tokens: list[Token], amount: Amount, unit: Unit) -> None:
    """Let the amount open at the article before its unit."""
    amount.unit, amount.first = unit, amount.first - _BEFORE
    amount.start = tokens[amount.first].start
