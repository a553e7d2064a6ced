"""Numbers that claim nothing: the first rule that applies says what a number is; the rules stand a module a subject."""

from __future__ import annotations

from typing import Final

from extraction.numbers import (
    ages,
    calendar_numbers,
    clock_numbers,
    codes,
    idle_numbers,
    named_numbers,
    numbered_things,
    page_numbers,
    people_in_passing,
    ranks,
    scores,
    time_spans,
)
from extraction.numbers.number_context import QUOTES, Context, Rule
from extraction.numbers.units import Amount

_Rules = tuple[Rule, ...]

_MEASURED: Final[_Rules] = (
    idle_numbers.exchange_rate,
    idle_numbers.rate_base,
    ranks.race,
    idle_numbers.forecast,
    idle_numbers.standstill,
    named_numbers.generation,
    named_numbers.resolution,
    named_numbers.calibre,
    numbered_things.lettered,
    page_numbers.file_size,
    idle_numbers.hyphenated,
)
_TIMED: Final[_Rules] = (
    ranks.nth_period,
    clock_numbers.minutes_past,
    ages.age,
    named_numbers.name,
    idle_numbers.rate_base,
    idle_numbers.recording,
    idle_numbers.pastime,
    time_spans.time_span,
    idle_numbers.hyphenated,
)
_LARGE: Final[_Rules] = (
    idle_numbers.page,
    idle_numbers.rate_base,
    named_numbers.title,
    named_numbers.resolution,
    ranks.race,
    page_numbers.index_level,
    idle_numbers.hyphenated,
    time_spans.time_span,
)
_BY_FORM: Final[dict[str, _Rules]] = {
    "digits": (
        page_numbers.list_mark,
        page_numbers.series,
        idle_numbers.page,
        calendar_numbers.date,
        calendar_numbers.decade,
        calendar_numbers.year,
        calendar_numbers.short_year,
        clock_numbers.clock_time,
        clock_numbers.programme_time,
        clock_numbers.running_time,
        clock_numbers.scheduled,
        clock_numbers.appointed_hour,
        ages.age,
        page_numbers.instalment,
        scores.score,
        codes.code,
        named_numbers.title,
        named_numbers.address,
        named_numbers.calibre,
        named_numbers.name,
        numbered_things.label,
        numbered_things.service,
        page_numbers.index_level,
        time_spans.time_span,
        idle_numbers.rate_base,
        people_in_passing.speakers,
        people_in_passing.witnesses,
        people_in_passing.family,
        ranks.rank,
        ranks.rating,
        ranks.ranking,
        idle_numbers.told_by_time,
        idle_numbers.likened,
        idle_numbers.matched,
        idle_numbers.lone_digit,
        idle_numbers.standstill,
        idle_numbers.hyphenated,
    ),
    "words": (
        idle_numbers.page,
        clock_numbers.minutes_past,
        calendar_numbers.date,
        clock_numbers.clock_time,
        clock_numbers.programme_time,
        clock_numbers.struck_hour,
        ages.age,
        page_numbers.instalment,
        named_numbers.title,
        named_numbers.name,
        time_spans.time_span,
        scores.score,
        named_numbers.capital_word,
        people_in_passing.speakers,
        people_in_passing.witnesses,
        people_in_passing.family,
        people_in_passing.own_staff,
        people_in_passing.owners,
        ranks.rank,
        ranks.rating,
        ranks.ranking,
        idle_numbers.told_by_time,
        idle_numbers.likened,
        idle_numbers.matched,
        idle_numbers.several_in_one,
        idle_numbers.hyphenated,
        idle_numbers.idle_things,
        idle_numbers.parts,
        idle_numbers.rhetoric,
        idle_numbers.small_word,
    ),
    "ordinal": (calendar_numbers.date, named_numbers.address, ranks.ordinal),
    "fraction": (idle_numbers.false_fraction, idle_numbers.one_more),
    "zero": (idle_numbers.nothing,),
    "dozen": (
        named_numbers.capital_word,
        people_in_passing.speakers,
        ranks.ranking,
        idle_numbers.told_by_time,
        idle_numbers.hyphenated,
        time_spans.time_span,
    ),
    "share": (ranks.rating, idle_numbers.one_more),
    "vague": (
        idle_numbers.not_a_few,
        idle_numbers.told_by_time,
        people_in_passing.speakers,
        people_in_passing.own_staff,
        idle_numbers.idle_things,
        time_spans.time_span,
    ),
}
"""The rules that may apply to a number, by how it is written; the first that does says what it is."""


def why_no_claim(context: Context, amount: Amount, joined: str | None) -> str | None:
    """Say what the number is if it claims nothing ("date", "age", "name", ...); None if it may claim something.

    `joined` is the answer for the number that "and", "to" or a dash joins to this one, so that "March 4 to 6" and
    "pages 4-6" are judged as one.
    """
    if context.sentence.furniture:
        return "page furniture"
    if _is_question(context) and not _is_credited(context, amount):
        return "question"
    why = codes.markup(context, amount)
    if why is not None:
        return why
    for rule in _rules_for(context, amount):
        why = rule(context, amount)
        if why is not None:
            return why
    plain = amount.unit is None and amount.numeral.form not in ("multiple", "fraction", "share")
    plain = plain and not _is_grouped(context, amount)  # "since 2029, 9,700 were found"
    continues = joined not in (None, named_numbers.CALIBRE) and plain and not context.is_noun(amount.last)
    return joined if continues else None


def _rules_for(context: Context, amount: Amount) -> _Rules:
    """Pick the rules by what is sure already: a price is no date, and no year or age is grouped in thousands."""
    numeral = amount.numeral
    if amount.unit is not None and amount.unit_is_written:
        return _TIMED if amount.unit.is_time else _MEASURED
    return _LARGE if _is_grouped(context, amount) else _BY_FORM.get(numeral.form, ())


def _is_grouped(context: Context, amount: Amount) -> bool:
    """Whether a number in digits is grouped in thousands or has a scale word, as no date, page or age is."""
    numeral = amount.numeral
    return numeral.form == "digits" and ("," in context.tokens[numeral.first].text or numeral.scale > 1)


def _is_question(context: Context) -> bool:
    """Whether the whole sentence asks: what it asks it does not assert."""
    last = context.sentence.last - 1
    asks = context.text(last) == "?" or (context.text(last) in QUOTES and context.text(last - 1) == "?")
    if not asks:
        return False
    first = context.sentence.first + (context.text(context.sentence.first) in QUOTES)
    return context.is_word(first, "question_start")


def _is_credited(context: Context, amount: Amount) -> bool:
    """Whether a question tells whose a number is: "8,000, as police have it, or the 45,000 claimed by unions?"."""
    if context.lower(amount.first - 1) in ("'s", "’s") and context.lower(amount.last) in _ENDS_NUMBER:
        return True
    for index in range(amount.last, amount.last + _CREDIT_WITHIN):
        word = context.lower(index)
        if word in ("as", "that") or (word == "according" and context.lower(index + 1) == "to"):
            return word == "according" or _tells_who_says(context, index + 1)
        if context.is_word(index, "credited"):
            return context.lower(index + 1) == "by"
        if word in _ENDS_NUMBER - {","}:
            return False
    return False


def _tells_who_says(context: Context, first: int) -> bool:
    """Whether a short clause only tells who says so: "(as) the police have it", "(that) the union claims"."""
    for index in range(first, first + _CREDIT_WITHIN):
        says = context.is_word(index, "credits") or (context.is_word(index, "credited") and index == first)
        if says:
            return index > first or context.lower(index + 1) == "by"
        if context.lower(index) in _ENDS_NUMBER:
            return False
    return False


_CREDIT_WITHIN: Final = 7
"""Tokens behind a number, and of a name behind "as", within which a question tells whose the number is."""
_ENDS_NUMBER: Final = frozenset((",", "or", "and", "but", "?", ";", ":", "–", "—", "", ".", '"', "”"))
