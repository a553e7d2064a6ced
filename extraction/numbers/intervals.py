"""What a hedge means: the interval around a figure, by the table of docs/definitions.md."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from extraction.words.lexicon import HedgeRule

Interval = tuple[float | None, float | None]
"""Low and high end; None is an open end."""

_ROUND_FROM: Final = 20
"""A count below this is not round, however many zeros it ends in."""


def bare_hedge(value: float, unit: str | None) -> str:
    """Give the hedge of a figure without a hedge word: a measurement or round count is "stated", else "exact"."""
    if unit is not None:
        return "stated"
    return "stated" if abs(value) >= _ROUND_FROM and value % 10 == 0 else "exact"


def half_unit(value: float, decimals: int) -> float:
    """Half a unit of the last written digit; the trailing zeros of a whole number do not count as written."""
    if decimals or value != int(value):
        return 0.5 * 10.0 ** -(decimals or len(str(value).partition(".")[2]))
    unit, whole = 1, int(abs(value))
    while whole and whole % (unit * 10) == 0:
        unit *= 10
    return unit / 2


def hedged_interval(hedge: str, value: float, decimals: int, rules: Mapping[str, HedgeRule]) -> Interval:
    """Low and high of a figure by its hedge; (None, None) for a hedge whose ends the text gives by itself.

    `decimals` is how many decimal places the text wrote (0 where a scale word follows). The table's factors are
    shares of |value|, so that "about -5" runs from -5.5 to -4.5.
    """
    rule = rules[hedge]
    if rule.low_factor is None and rule.high_factor is None:
        return None, None
    if hedge == "stated" and rule.high_factor is not None:
        half = min(half_unit(value, decimals), (rule.high_factor - 1) * abs(value))
        return value - half, value + half
    return _end(value, rule.low_factor), _end(value, rule.high_factor)


def _end(value: float, factor: float | None) -> float | None:
    if factor is None:
        return None
    if factor == 0:
        return 0.0
    return value + (factor - 1) * abs(value) if factor != 1 else value


def product(factor: Interval, base: Interval) -> Interval:
    """Multiply the interval of a factor with that of its base, both of nothing below zero; an open end stays open."""
    low = None if factor[0] is None or base[0] is None else factor[0] * base[0]
    high = None if factor[1] is None or base[1] is None else factor[1] * base[1]
    return low, high


def shifted(change: Interval, sign: int) -> Interval:
    """Turn a change by a share into the factor of its base: "up 20 %" is 1 + .2, "a third less" 1 - 1/3.

    Nothing falls by more than itself: "down by more than a third" is 0 to 2/3.
    """
    low, high = (None if end is None else 1 + sign * end for end in change)
    return (low, high) if sign > 0 else (0.0 if high is None else high, low)
