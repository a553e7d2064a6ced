"""Numbers that claim nothing, by the rules of three modules: what the first rule says of a number is what it is."""

from __future__ import annotations

from extraction import calendar_numbers, idle_numbers, named_numbers
from extraction.number_context import QUOTES, Context, Rule
from extraction.units import Amount

_RULES: tuple[Rule, ...] = (
    calendar_numbers.date,
    calendar_numbers.decade,
    calendar_numbers.year,
    calendar_numbers.clock_time,
    calendar_numbers.age,
    idle_numbers.ordinal,
    named_numbers.score,
    named_numbers.code,
    named_numbers.title,
    named_numbers.address,
    named_numbers.name,
    calendar_numbers.time_span,
    idle_numbers.false_fraction,
    idle_numbers.lone_digit,
    idle_numbers.exchange_rate,
    idle_numbers.hyphenated,
    idle_numbers.small_word,
    idle_numbers.nothing,
)


def _is_question(context: Context) -> bool:
    """Whether the whole sentence asks: what it asks it does not assert."""
    last = context.sentence.last - 1
    asks = context.text(last) == "?" or (context.text(last) in QUOTES and context.text(last - 1) == "?")
    first = context.sentence.first + (context.text(context.sentence.first) in QUOTES)
    return asks and context.is_word(first, "question_start")


def why_no_claim(context: Context, amount: Amount, joined: str | None) -> str | None:
    """Say what the number is if it claims nothing ("date", "age", "name", ...); None if it may claim something.

    `joined` is the answer for the number that "and", "to" or a dash joins to this one, so that "March 4 to 6" and
    "pages 4-6" are judged as one.
    """
    if context.sentence.furniture:
        return "page furniture"
    if _is_question(context):
        return "question"
    for rule in _RULES:
        why = rule(context, amount)
        if why is not None:
            return why
    continues = joined is not None and amount.unit is None and not context.is_noun(amount.last)
    return joined if continues else None
