"""Spans of time that only place an event ("two months after", "a two-day visit") and claim nothing."""

from __future__ import annotations

from typing import Final

from extraction.numbers.number_context import Context
from extraction.numbers.units import Amount


def time_span(context: Context, amount: Amount) -> str | None:
    """Recognise spans that place an event ("two months after", "in the past three days", "a two-day visit")."""
    if amount.unit is None:
        return "time span" if context.is_word(amount.last, "frequency") else None
    if not amount.unit.is_time:
        return None
    if _is_placed_behind(context, amount.last):
        return "time span"
    if context.is_word(amount.last, "span_after"):
        return None if _is_measured(context, amount) else "time span"
    short = amount.unit.dimension == "time" and amount.unit.factor < 1  # "in 4.2 seconds" measures
    if short or _is_sentence(context, amount):
        return None
    before = amount.first - 1
    if _tells_how_long(context, amount) or _lasts(context, amount):
        return None
    while context.is_word(before, "span_filler") and not context.is_word(before, "span_before"):
        before -= 1
    return "time span" if context.is_dash(amount.last - 2) or context.is_word(before, "span_before") else None


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

    What opens a sentence ("For two hours nobody answered") only places it.
    """
    before = amount.first - 1
    while context.is_word(before, "span_filler"):
        before -= 1
    if context.first >= before or context.lower(before) != "for":
        return False
    endured = range(max(context.first, before - _ENDURED_WITHIN), before)
    measured = amount.unit is not None and amount.unit.name in ("hour", "minute")
    if measured or _is_answered(context):
        return True
    return any(context.is_word(index, "endured") for index in endured)


def _is_answered(context: Context) -> bool:
    """Whether somebody gives another span in the next sentence, so that both are compared: "It had said nine days"."""
    tokens = context.tokens
    for said in range(context.last, min(context.last + _ANSWERED_WITHIN, len(tokens) - 2)):
        if tokens[said].text in (".", "?", "!"):
            return False
        unit = context.lexicon.units_after.longest(tokens, said + 2)
        if tokens[said].lower in context.lexicon.words["gives_span"] and unit is not None and unit[1].is_time:
            return True
    return False


_ANSWERED_WITHIN: Final = 10
"""Tokens from the start of a sentence among which somebody says another span."""
_ENDURED_WITHIN: Final = 6
"""Tokens before "for nine weeks" among which is told what was borne so long: "have had no water"."""


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
