"""Spans of time that only place an event ("two months after", "the two-day visit"), and those that measure it."""

from __future__ import annotations

from typing import Final

from extraction.numbers.number_context import QUOTES, Context
from extraction.numbers.units import Amount


def time_span(context: Context, amount: Amount) -> str | None:
    """Recognise spans that place an event ("two months after", "in the past three days", "the two-day visit")."""
    if amount.unit is None:
        idle = context.is_word(amount.last, "frequency") and not _counts_occasions(context, amount)
        return "time span" if idle else None
    if not amount.unit.is_time:
        return None
    if _is_placed_behind(context, amount.last):
        return "time span"
    if context.is_word(amount.last, "span_after"):
        return None if _is_measured(context, amount) else "time span"
    if _measures(context, amount):
        return None
    if context.is_dash(amount.last - 2):
        return None if _is_length_of_thing(context, amount) else "time span"
    before = amount.first - 1
    while context.is_word(before, "span_filler") and not context.is_word(before, "span_before"):
        before -= 1
    return "time span" if context.is_word(before, "span_before") else None


def _measures(context: Context, amount: Amount) -> bool:
    """Whether a span is a figure by its kind or by what stands around it: "in 4.2 seconds", "jailed for nine years"."""
    short = amount.unit is not None and amount.unit.dimension == "time" and amount.unit.factor < 1
    rules = (_is_sentence, _tells_how_long, _tells_how_soon, _lasts)
    return short or any(rule(context, amount) for rule in rules)


def _counts_occasions(context: Context, amount: Amount) -> bool:
    """Whether "times" counts what happened: "was robbed four times", not "I was asked three times", "at one time"."""
    if not context.is_word(amount.last, "occasion") or amount.value == 1:
        return False
    clause = range(max(context.first, amount.first - _REPEATED_WITHIN), amount.first)
    return not any(context.is_word(index, "idle_repeat") for index in (*clause, amount.last + 1))


_REPEATED_WITHIN: Final = 5
"""Tokens before "three times" among which is told what was done so often."""


def _is_length_of_thing(context: Context, amount: Amount) -> bool:
    """Whether a hyphened span is the length of its noun: "a 14-month lease", not "the two-day visit"."""
    nouns = range(amount.last, amount.last + _NAMED_WITHIN)
    named = any(context.is_word(index, "named_by_span") for index in nouns)
    counted = amount.numeral.form in ("digits", "words")
    if named or not counted or not (context.is_noun(amount.last) or context.text(amount.last) == ","):
        return False
    before = range(amount.first - 1, max(context.first - 1, amount.first - _MODIFIERS), -1)
    determiner = next((context.lower(index) for index in before if context.is_word(index, "determiner")), "")
    return determiner in ("a", "an")


_MODIFIERS: Final = 6
"""Tokens before a hyphened span among which the article of its noun stands: "a firm, no-frills 20-week lease"."""
_NAMED_WITHIN: Final = 2
"""Words behind "ten-year" among which stands what is only called so: "ten-year government bonds"."""


def _lasts(context: Context, amount: Amount) -> bool:
    """Whether "last" before the span is the verb: "is expected to last ten weeks"."""
    before = amount.first - 1
    while context.is_word(before, "span_filler"):
        before -= 1
    return context.lower(before) == "last" and context.is_word(before - 1, "before_verb")


def _is_measured(context: Context, amount: Amount) -> bool:
    """Whether the word behind a span makes a figure of it: "900 years old", "two years later than planned"."""
    aged = context.lower(amount.last) == "old"  # whose age no person has
    return aged or [context.lower(amount.last), context.lower(amount.last + 1)] == ["later", "than"]


def _tells_how_long(context: Context, amount: Amount) -> bool:
    """Whether a span tells how long a thing went on: "had burned for almost 12 hours", "without power for nine days".

    What opens a clause ("For two hours nobody answered") only places it, and for how many years somebody has been
    something is told in passing; years count where a thing is borne or goes on.
    """
    before = _opener(context, amount)
    period = context.lower(amount.first - 1) == "the"  # "its sales for the 12 months to June"
    if context.lower(before) != "for" or period or _opens_clause(context, before, amount.last):
        return False
    if amount.unit is not None and not (amount.unit.dimension == "calendar time" and amount.unit.factor >= _YEAR):
        return True
    endured = range(max(context.first, before - _ENDURED_WITHIN), before)
    return context.lower(before - 1) == "on" or any(context.is_word(index, "endured") for index in endured)


def _tells_how_soon(context: Context, amount: Amount) -> bool:
    """Whether a span is a term that is kept or set: "was plugged within six hours", not "within an hour of eating"."""
    before = _opener(context, amount)
    within = context.lower(before) == "within" and not _opens_clause(context, before, amount.last)
    return within and context.lower(amount.last) != "of"


def _opener(context: Context, amount: Amount) -> int:
    """Give the preposition that a span stands behind, words such as "almost" passed over."""
    before = amount.first - 1
    while context.is_word(before, "span_filler"):
        before -= 1
    return before


def _opens_clause(context: Context, index: int, after: int) -> bool:
    """Whether a preposition begins a sentence, or a clause whose subject follows the span: "and for two days he"."""
    if index <= context.first or context.text(index - 1) in QUOTES or context.text(index - 1) in (":", ";"):
        return True
    joined = context.lower(index - 1) in (",", "and", "but", "that")
    return joined and (
        context.text(after) == "," or context.is_word(after, "clause_subject") or context.is_capital(after)
    )


_YEAR: Final = 12
"""Months."""
_ENDURED_WITHIN: Final = 6
"""Tokens before "for nine years" among which is told what was borne so long: "have had no water"."""


def _is_placed_behind(context: Context, index: int) -> bool:
    """Recognise "(three weeks) to go", "(nine days) left", "(three days) on," and "(the six years) that he stayed"."""
    if context.lower(index) == "that" and context.is_word(index + 1, "person_pronoun"):
        return True
    index += context.lower(index) == "still"
    if context.lower(index) == "on" and context.text(index + 1) in (",", "."):
        return True  # "two weeks on,"
    to_go = context.lower(index) == "to" and context.lower(index + 1) == "go"
    return to_go or context.lower(index) in ("left", "remaining")


def _is_sentence(context: Context, amount: Amount) -> bool:
    """Whether the span is a punishment: "jailed for nine years", "a 12-year prison sentence"."""
    near = (*range(amount.first - 4, amount.first), *range(amount.last, amount.last + 3))
    return any(context.is_word(index, "sentence_cue") for index in near)
