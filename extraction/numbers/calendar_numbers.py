"""Numbers of the calendar, which claim nothing: days, months, years and decades."""

from __future__ import annotations

from typing import Final

from extraction.numbers.number_context import Context, is_bare, is_plain
from extraction.numbers.units import Amount

_EARLIEST_YEAR: Final = 1400
_LATEST_YEAR: Final = 2199
_MONTH_DAYS: Final = 31


def date(context: Context, amount: Amount) -> str | None:
    """Recognise "March 4", "the 4th of March", "May 2019", "2025-03-04"."""
    numeral = amount.numeral
    if numeral.value is None or amount.unit is not None or numeral.form not in ("digits", "ordinal", "words"):
        return None
    if 1 <= numeral.value <= _MONTH_DAYS and _is_beside_month(context, amount):
        return "date"
    if _EARLIEST_YEAR <= numeral.value <= _LATEST_YEAR and _follows_month(context, amount):
        return "date"
    return "date" if _is_numeric_date(context, amount) else None


def _follows_month(context: Context, amount: Amount) -> bool:
    index = amount.first - 1
    return context.is_month(index - (context.text(index) in (".", ",")))


def _is_beside_month(context: Context, amount: Amount) -> bool:
    """Whether a day stands by its month: "4 March", "the 4th of March", "March 4 and 5", "4-6 March"."""
    before, after = amount.first - 1, amount.last
    if context.lower(after) == "of":
        after += 1
    if context.is_dash(after) and context.text(after + 1)[:1].isdigit():
        after += 2
    while context.lower(after) in (",", "and", "or", "&") and context.text(after + 1).isdigit():
        after += 2
    if context.text(before) == ".":
        before -= 1
    if context.lower(before) == "the":
        before -= 1
    return _is_dated(context, before, after)


def _is_dated(context: Context, before: int, after: int) -> bool:
    weekday = context.is_word(before, "weekday") and not context.is_plural(after)
    return weekday or context.is_month(before) or context.is_month(after)


def _is_numeric_date(context: Context, amount: Amount) -> bool:
    """Recognise "2025-03-04", "18/7/2025" and "9/11" by their marks between touching digits."""
    for step, edge in ((1, amount.last), (-1, amount.first - 1)):
        mark, beyond = context.text(edge), edge + step
        right = beyond if step > 0 else amount.first
        if mark not in ("/", "-", "–") or not (context.touches(right) and context.touches(right - 1)):
            continue
        if not context.text(beyond).isdigit():
            continue
        if mark == "/" or (context.text(beyond + step) == mark and context.text(beyond + 2 * step).isdigit()):
            return True
    return False


def year(context: Context, amount: Amount) -> str | None:
    """Recognise "in 1988" and "the 2024 election"; "2000 people" is a count."""
    if not is_plain(context, amount) or not _EARLIEST_YEAR <= (amount.numeral.value or 0) <= _LATEST_YEAR:
        return None
    before = amount.first - 1
    if _is_counted(context, before):
        return None
    if context.text(before) in ("“", '"', "("):
        before -= 1
    if context.lower(amount.last) == "of" and context.lower(amount.last + 1) in _PARTS:
        return None
    placed = context.text(before) in ("-", "–", "/", "(") or _is_year_cue(context, before)
    placed = placed or context.is_word(amount.last, "of_year")  # "below 2005 levels"
    return "date" if placed or not context.is_plural(amount.last) else None


_PARTS: Final = frozenset(("them", "these", "those", "which", "whom"))
"""Words behind a count and "of": "1950 of them"."""


def _is_year_cue(context: Context, index: int) -> bool:
    """Whether years follow such a word: "in", "and" behind another number; "a poll of 2000 adults" counts."""
    if context.lower(index) == "and" and context.kind(index - 1) != "number":
        return False
    sampled = context.lower(index) == "of" and context.is_word(index - 1, "sample") and context.is_plural(index + 2)
    return context.is_word(index, "year_cue") and not sampled


def _is_counted(context: Context, index: int) -> bool:
    """Whether words of a count end before the number: "more than 1500", "an average of 1700".

    A single word ("over 2000"), "up to 2019" and "since at least 1995" may stand before a year.
    """
    match = context.lexicon.hedges_before.longest(context.tokens, index) if index >= context.first else None
    if match is None or match[0] < _WORDS_OF_COUNT.get(match[1], len(context.tokens)):
        return False
    before = index - match[0]
    placed = context.is_word(before, "before_hour") or context.is_word(before, "year_cue")
    return match[1] != "at_least" or not placed


_WORDS_OF_COUNT: Final = {"more_than": 2, "at_least": 2, "less_than": 2, "stated": 3, "just_over": 2, "at_most": 3}
"""From how many words on a hedge bounds a count, and no year."""


def short_year(context: Context, amount: Amount) -> str | None:
    """Recognise "in '98": two digits behind an apostrophe, which no quotation opens."""
    mark = amount.first - 1
    digits = context.text(amount.numeral.first)
    cut = context.text(mark) in ("'", "’", "‘") and context.touches(amount.first) and not context.touches(mark)
    placed = cut and context.is_word(mark - 1, "year_cue") and context.text(amount.last) not in ("'", "’")
    return "date" if placed and is_plain(context, amount) and len(digits) == _DIGITS_OF_SHORT_YEAR else None


_DIGITS_OF_SHORT_YEAR: Final = 2


def decade(context: Context, amount: Amount) -> str | None:
    """Recognise "the 1990s", "in her 30s"."""
    plural = context.text(amount.last) in ("s", "'s", "’s") and context.touches(amount.last)
    return "decade" if plural and (amount.value or 1) % 10 == 0 and is_bare(amount) else None
