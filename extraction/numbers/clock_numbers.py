"""Hours that are told in words alone, and how long a recording runs: numbers of a clock that claim nothing."""

from __future__ import annotations

from typing import Final

from extraction.numbers.number_context import Context
from extraction.numbers.units import Amount

_LAST_HOUR: Final = 12
_SECONDS: Final = 60
_LONGEST_MARK: Final = 3
"""Minutes up to which 3'05" is a length of tape and no height in feet."""


def struck_hour(context: Context, amount: Amount) -> str | None:
    """Recognise "left at six" and "shut until ten": an hour in words, before no noun; a toll may stand "at nine"."""
    before = amount.first - 1
    hour = amount.numeral.small and amount.unit is None and not amount.is_range
    if not hour or not 1 <= (amount.value or 0) <= _LAST_HOUR or not context.is_word(before, "strikes"):
        return None
    if (
        context.is_noun(amount.last)
        or context.is_capital(amount.last)
        or context.lower(amount.last) in ("of", "in", "per")
    ):
        return None
    level = context.lower(before) == "at" and _is_level_before(context, before - 1)
    return None if level or before <= context.first else "time"


def _is_level_before(context: Context, index: int) -> bool:
    """Whether a verb or noun of level leads to "at", perhaps with one word between: "put the toll at six"."""
    return context.is_word(index, "level_at") or context.is_word(index - 1, "level_at")


def running_time(context: Context, amount: Amount) -> str | None:
    """Recognise both numbers of 0'21" and 2'05": minutes and seconds of a recording; 5'10" is a height."""
    if amount.unit is not None or amount.is_range:
        return None
    minutes = _is_mark(context, amount.last) and _runs(context, amount.first, amount.last + 1)
    seconds = _is_mark(context, amount.first - 1) and _runs(context, amount.first - 2, amount.first)
    return "time" if minutes or seconds else None


def _is_mark(context: Context, index: int) -> bool:
    return context.text(index) in ("'", "’", "′") and context.touches(index) and context.touches(index + 1)


def _runs(context: Context, minutes: int, seconds: int) -> bool:
    first, second = context.text(minutes), context.text(seconds)
    if not (first.isdigit() and second.isdigit() and len(second) == len("05")):
        return False
    return int(second) < _SECONDS and int(first) <= _LONGEST_MARK
