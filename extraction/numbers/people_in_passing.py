"""Numbers of people who are only spoken of in passing: who was asked, whose parents they are, the paper's own staff."""

from __future__ import annotations

from typing import Final

from extraction.numbers.idle_numbers import MOST_IDLE, is_near_harm
from extraction.numbers.number_context import Context
from extraction.numbers.units import Amount

_MOST_SOURCES: Final = 12
"""More than so many who say something are a finding of their own ("40 residents said they were ill")."""
_SOURCE_WITHIN: Final = 4


def speakers(context: Context, amount: Amount) -> str | None:
    """Recognise "two officials said", "three people briefed on the plan": how many told it, not what they told."""
    if amount.unit is not None or (amount.value or 0) > _MOST_SOURCES or (amount.low or 0) > _MOST_SOURCES:
        return None
    ahead = range(amount.last, amount.last + _SOURCE_WITHIN)
    head = next((index for index in ahead if context.is_word(index, "source")), None)
    if _are_credited(context, amount) or _are_asked(context, amount):
        return "speakers"
    described = range(amount.last, head or 0)
    if head is None or not all(context.is_noun(index) or context.is_capital(index) for index in described):
        return None
    if context.is_word(head + 1, "source_trait") or context.is_word(head + 2, "source_trait"):
        return "speakers"
    if context.lower(head) == "people":
        return "speakers" if context.is_word(head + 1, "telling") else None
    said = context.is_word(amount.first - 1, "telling") and context.text(amount.first - 2) in (",", "”", '"')
    credited = said or context.lower(amount.first - 2) == "according" or context.is_word(head + 1, "telling")
    return "speakers" if credited else None


def _are_credited(context: Context, amount: Amount) -> bool:
    """Recognise "according to three people at the firm" and "according to two of her staff"."""
    credited = context.lower(amount.first - 1) == "to" and context.lower(amount.first - 2) == "according"
    return credited and (context.is_noun(amount.last) or context.lower(amount.last) == "of")


def _are_asked(context: Context, amount: Amount) -> bool:
    """Recognise "nine of the chiefs we asked": whom the paper spoke to."""
    if context.lower(amount.last) != "of":
        return False
    ahead = range(amount.last + 1, amount.last + 1 + _ASKED_WITHIN)
    asked = (index for index in ahead if context.lower(index) in ("we", "i"))
    return any(context.is_word(index + 1, "asking") for index in asked)


_ASKED_WITHIN: Final = 5
"""Tokens behind "nine of" among which the paper says that it asked them."""


def witnesses(context: Context, amount: Amount) -> str | None:
    """Recognise "two gardeners who talked to our reporter": how many told it, whoever they are."""
    who = next((i for i in range(amount.last + 1, amount.last + _SOURCE_WITHIN) if context.lower(i) == "who"), None)
    few = amount.unit is None and 0 < (amount.value or 0) <= _MOST_SOURCES
    if who is None or not few or not context.is_plural(who - 1):
        return None
    return "speakers" if context.lower(who + 1) in ("spoke", "talked", "told", "asked") else None


def family(context: Context, amount: Amount) -> str | None:
    """Recognise "a mother of three" and "my two girls": who somebody is, by the children they have."""
    of = amount.first - 1
    if is_near_harm(context, of - _HARM_WITHIN, of):
        return None  # "wounded a nurse and her two sons"
    if (
        context.is_word(of, "own_family")
        and context.is_word(amount.last, "relatives")
        and (amount.value or 0) <= MOST_IDLE
    ):
        return "age"  # "my two girls"
    if context.is_word(of, "has_kin") and context.is_word(amount.last, "kin") and (amount.value or 0) <= MOST_IDLE:
        return "age"  # "she has two sons"
    plain = amount.unit is None and not context.is_noun(amount.last) and context.lower(of) == "of"
    parent = context.lower(of - 1).removeprefix("grand") in context.lexicon.words["parent"]
    return "age" if plain and parent else None


_HARM_WITHIN: Final = 4
"""Tokens before "her two sons" among which is told what befell them."""


def own_staff(context: Context, amount: Amount) -> str | None:
    """Recognise "two of our reporters": the paper's own people, who are no news unless something befalls them."""
    ours = context.lower(amount.last) == "of" and context.lower(amount.last + 1) == "our"
    after = range(amount.last + 3, amount.last + 3 + _SOON)
    if any(context.is_word(index, "befell") for index in after):
        return None
    return "speakers" if ours and context.is_word(amount.last + 2, "press_people") else None


_SOON: Final = 6


def owners(context: Context, amount: Amount) -> str | None:
    """Recognise "its nurses and those of two other clinics": whose they are, where only they are counted."""
    pointed = [context.lower(index) for index in range(amount.first - 3, amount.first)]
    own = pointed in (["and", "those", "of"], ["and", "that", "of"]) and amount.unit is None
    return "owners" if own and (amount.value or 0) <= MOST_IDLE else None
