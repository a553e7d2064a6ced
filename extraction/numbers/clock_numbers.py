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
    """Recognise an hour in words before no noun: "left at six", "shut until ten", "at half nine", "at six-thirty".

    Behind other prepositions only where more tells that it is one: "shortly before eight", "After six it rained".
    """
    if _ends_half_hour(context, amount):
        return "time"
    hour = amount.numeral.small and amount.unit is None and not amount.is_range
    if not hour or not 1 <= (amount.value or 0) <= _LAST_HOUR or _counts_something(context, amount.last):
        return None
    before = amount.first - 1
    told = _is_at_hour(context, before) or _is_about_hour(context, before, amount.last)
    return "time" if told or context.lower(amount.last) == "sharp" else None


def _counts_something(context: Context, index: int) -> bool:
    idle = context.lower(index) in ("sharp", "last", "tomorrow", "yesterday", "tonight")
    noun = (context.is_noun(index) and not idle) or context.is_capital(index)
    return noun or context.lower(index) in ("of", "in", "per", "or")


def _is_at_hour(context: Context, before: int) -> bool:
    """Whether "at", "until", "gone" or "half" stands before the hour; a toll may stand "at nine"."""
    if context.lower(before) == "half":
        return context.is_word(before - 1, "strikes") or context.is_word(before - 1, "before_hour")
    level = context.lower(before) == "at" and _is_level_before(context, before - 1)
    return context.is_word(before, "strikes") and before > context.first and not level


def _is_level_before(context: Context, index: int) -> bool:
    """Whether a verb or noun of level leads to "at", perhaps with one word between: "put the toll at six"."""
    return context.is_word(index, "level_at") or context.is_word(index - 1, "level_at")


def _is_about_hour(context: Context, before: int, after: int) -> bool:
    """Whether a preposition opens the sentence, or other words tell of a time: "just after nine", "six last night"."""
    if not context.is_word(before, "before_hour") and context.lower(before) != "towards":
        return False
    near = context.is_word(before - 1, "near_hour")
    opens = before - near == context.first
    goes_on = context.text(after) == "," or context.is_word(after, "clause_subject")
    later = context.lower(before) != "by" and context.is_word(after, "after_struck")
    return (opens and goes_on) or (near and context.lower(before) in ("before", "after")) or later


def _ends_half_hour(context: Context, amount: Amount) -> bool:
    """Recognise "at six-thirty", which the dash makes look like a range."""
    dashed = (
        amount.is_range and amount.unit is None and any(context.is_dash(i) for i in range(amount.first, amount.last))
    )
    hour = dashed and amount.numeral.small and 1 <= (amount.low or 0) <= _LAST_HOUR
    placed = context.is_word(amount.first - 1, "before_hour") or context.is_word(amount.first - 1, "strikes")
    return hour and placed and (amount.high or 0) in _MINUTES_IN_WORDS


_MINUTES_IN_WORDS: Final = (15, 20, 25, 30, 35, 40, 45, 50)


def scheduled(context: Context, amount: Amount) -> str | None:
    """Recognise "the 8.40 tram" and "the 6.15 from Lund" by their hour, and "At 6 he rang"."""
    value = amount.value or 0
    if amount.unit is not None or amount.is_range:
        return None
    before, dotted = amount.first - 1, amount.decimals == len("15") and round(value % 1 * 100) < _SECONDS
    leaves = context.is_word(amount.last, "service") or context.lower(amount.last) == "from"
    if dotted and value < _HOURS and context.lower(before) == "the" and leaves:
        return "time"
    opens = context.lower(before) == "at" and before == context.first and 1 <= value <= _LAST_HOUR
    return "time" if opens and not amount.decimals and context.is_word(amount.last, "clause_subject") else None


_HOURS: Final = 24


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
    if not (first.isdecimal() and second.isdecimal() and len(second) == len("05")):
        return False
    return int(second) < _SECONDS and int(first) <= _LONGEST_MARK
