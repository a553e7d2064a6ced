"""Hours of the clock, in digits and in words, and how long a recording runs: numbers that claim nothing."""

from __future__ import annotations

from typing import Final

from extraction.numbers.number_context import Context
from extraction.numbers.units import Amount

_CLOCK_DECIMALS: Final = 2
_HOURS: Final = 24
_LAST_HOUR: Final = 12
_MINUTES: Final = 60
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


def appointed_hour(context: Context, amount: Amount) -> str | None:
    """Recognise "a vigil is planned at 7" and "will brief reporters at 10.": an hour in digits of what is to happen."""
    whole = amount.unit is None and not amount.is_range and not amount.decimals
    before, after = amount.first - 1, amount.last
    if not whole or not 1 <= (amount.value or 0) <= _LAST_HOUR or context.lower(before) != "at":
        return None
    ends = context.text(after) in ("", ".", ",", ";") or context.lower(after) in _BEHIND_HOUR
    near = range(max(context.first, before - _APPOINTED_WITHIN), before)
    told = ends and any(context.is_word(index, "appointed") for index in near)
    return "time" if told and not _is_level_before(context, before - 1) else None


_APPOINTED_WITHIN: Final = 7
"""Tokens before "at 7" among which it is told what happens then."""
_BEHIND_HOUR: Final = frozenset(("at", "in", "on", "outside", "and", "tonight", "tomorrow", "today"))


def _counts_something(context: Context, index: int) -> bool:
    idle = context.lower(index) in ("sharp", "last", "tomorrow", "yesterday", "tonight")
    noun = (context.is_noun(index) and not idle) or context.is_capital(index)
    return noun or context.lower(index) in ("of", "in", "per", "or")


def _is_at_hour(context: Context, before: int) -> bool:
    """Whether "at", "until", "gone" or "half" stands before the hour; a toll may stand "at nine"."""
    if context.lower(before) == "half":
        return context.is_word(before - 1, "strikes") or context.is_word(before - 1, "before_hour")
    level = context.lower(before) == "at" and (
        _is_level_before(context, before - 1) or _is_reckoned_before(context, before)
    )
    return context.is_word(before, "strikes") and before > context.first and not level


def _is_level_before(context: Context, index: int) -> bool:
    """Whether a verb or noun of level leads to "at", perhaps with one word between: "put the toll at six"."""
    return context.is_word(index, "level_at") or context.is_word(index - 1, "level_at")


def _is_reckoned_before(context: Context, at: int) -> bool:
    """Whether what is put at a figure stands before "at": "put the number of victims at six", "put the dead at six"."""
    for index in range(at - 1, max(context.first, at - _RECKONED_WITHIN) - 1, -1):
        if context.text(index) in (",", ";", ":", "."):
            return False
        counted = context.is_word(index, "level_of") and context.lower(index + 1) == "of"
        harmed = context.lower(index) in _THEIR and context.is_word(index + 1, "level_people")
        if counted or (harmed and context.is_word(index - 1, "level_at")):
            return True
    return False


_THEIR: Final = frozenset(("the", "their", "its", "our", "his", "her"))
_RECKONED_WITHIN: Final = 14
"""Tokens of "the number of homes lost in the fire" between the verb and "at"."""


def _is_about_hour(context: Context, before: int, after: int) -> bool:
    """Whether a preposition opens the sentence, or other words tell of a time: "just after nine", "six last night"."""
    if not context.is_word(before, "before_hour") and context.lower(before) != "towards":
        return False
    near = context.is_word(before - 1, "near_hour")
    if context.lower(before) == "before" and context.text(after) in (".", ";", ""):
        return True  # "queues form before six."
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


def clock_time(context: Context, amount: Amount) -> str | None:
    """Recognise "4.12 a.m.", "10:30", "at 11.15", "9 o'clock", and the "17.48" that opens an entry of a live report."""
    value, after = amount.numeral.value, amount.last
    if value is None or amount.numeral.form not in ("digits", "words"):
        return None
    following = context.text(after)
    if context.is_word(after, "clock") and (following.islower() or following.isupper()):
        return "time"
    if _is_beside_colon(context, amount) or _follows_noon(context, amount) or _is_of_day(context, amount):
        return "time"
    dotted = amount.decimals == _CLOCK_DECIMALS and amount.unit is None
    clock = dotted and value < _HOURS and round(value % 1 * 100) < _MINUTES
    cue = amount.first == context.first or context.is_word(amount.first - 1, "before_dotted")
    return "time" if clock and cue and not context.is_noun(after) else None


def _is_of_day(context: Context, amount: Amount) -> bool:
    """Recognise "ten in the morning" behind a preposition: a small whole number, and a part of the day."""
    hour = amount.unit is None and not amount.is_range and 1 <= (amount.value or 0) <= _LAST_HOUR
    placed = hour and context.is_word(amount.first - 1, "before_hour")
    return placed and context.lower(amount.last + 1) == "the" and context.is_word(amount.last + 2, "day_part")


def _follows_noon(context: Context, amount: Amount) -> bool:
    joined = context.lower(amount.first - 1) in ("and", "to", "till", "until")
    return joined and context.is_word(amount.first - 2, "noon") and not context.is_plural(amount.last)


def _is_beside_colon(context: Context, amount: Amount) -> bool:
    after, before = amount.last, amount.first - 1
    ahead = context.text(after) == ":" and context.touches(after) and context.touches(after + 1)
    back = context.text(before) == ":" and context.touches(amount.first) and context.touches(before)
    return (ahead and context.text(after + 1).isdigit()) or (back and context.text(before - 1).isdigit())


def minutes_past(context: Context, amount: Amount) -> str | None:
    """Recognise both numbers of "eight minutes past seven" and the last of "half past six"."""
    if context.lower(amount.last) == "past" and amount.unit is not None and amount.unit.name == "minute":
        return "clock"
    if _is_minute_and_hour(context, amount):
        return "clock"
    named = context.lower(amount.first - 2) in ("minutes", "half", "quarter")
    return "clock" if amount.unit is None and context.lower(amount.first - 1) == "past" and named else None


def _is_minute_and_hour(context: Context, amount: Amount) -> bool:
    """Whether a number is either of those of "ten past four"."""
    if amount.unit is not None or not amount.numeral.small:
        return False
    minutes = context.lower(amount.last) == "past" and context.is_word(amount.last + 1, "hour_word")
    hour = context.lower(amount.first - 1) == "past" and context.is_word(amount.first - 2, "minute_word")
    return minutes or (hour and 1 <= (amount.value or 0) <= _LAST_HOUR)


def programme_time(context: Context, amount: Amount) -> str | None:
    """Recognise "returns at 9", "doors open at 6.45", "is served from 9 in the hall": the hour of something planned."""
    value = amount.value or 0
    if amount.unit is not None or not 1 <= value <= _LAST_HOUR or context.lower(amount.first - 1) not in _OPENING:
        return None
    ends = context.text(amount.last) in ("", ".", ",", ";", ")") or context.is_word(amount.last, "after_hour")
    before = range(max(context.first, amount.first - _PROGRAMME_WITHIN), amount.first - 1)
    return "clock time" if ends and any(context.is_word(index, "programme") for index in before) else None


_OPENING: Final = frozenset(("at", "from", "until", "till"))
_PROGRAMME_WITHIN: Final = 3
"""Tokens before "at" among which something opens, returns or is on air."""
