"""Numbers that only say which one something is: ordinals, places in a list, marks given for it."""

from __future__ import annotations

import itertools
from typing import Final

from extraction.numbers.idle_numbers import MOST_IDLE
from extraction.numbers.number_context import Context
from extraction.numbers.units import Amount


def ordinal(context: Context, amount: Amount) -> str | None:
    """Recognise "the second year"; "the 214th victim" and "a twenty-seventh body" count 214 and 27."""
    if amount.numeral.form != "ordinal":
        return None
    least = 1 if context.kind(amount.first) == "number" else _LEAST_IN_WORDS
    head = amount.last + context.is_word(amount.last, "ordinal_sort")
    victim = context.is_word(head, "ordinal_head") and context.lower(amount.first - 1) in _LEADS_ORDINAL
    return None if (amount.value or 0) > least and victim else "ordinal"


_LEAST_IN_WORDS: Final = 10
"""Up to here an ordinal in words rather tells one apart from the others: "a second victim"."""
_LEADS_ORDINAL: Final = frozenset(("the", "a", "an", "its", "their", "his", "her"))


def nth_period(context: Context, amount: Amount) -> str | None:
    """Recognise "a sixth week": which one it is, and no part of one ("a quarter hour", "a fifth of a second")."""
    nth = amount.numeral.form == "fraction" and amount.last == amount.first + _NTH_PERIOD
    one = context.lower(amount.first) in ("a", "an") and not context.lower(amount.last - 1).endswith("s")
    return "ordinal" if nth and one and context.lower(amount.first + 1) != "quarter" else None


_NTH_PERIOD: Final = 3


def rank(context: Context, amount: Amount) -> str | None:
    """Recognise "the third of five children": how many there are tells only which one it is."""
    of, nth = amount.first - 1, amount.first - 2
    ordinal = context.lower(nth) in context.lexicon.numbers.ordinals and context.lower(nth - 1) == "the"
    small = amount.unit is None and (amount.value or 0) <= MOST_IDLE
    return "ordinal" if small and ordinal and context.lower(of) == "of" else None


def ranking(context: Context, amount: Amount) -> str | None:
    """Recognise "the top ten films", "in the bottom five", "two of the region's oldest mills": a place in a list."""
    if amount.unit is not None or (amount.value or 0) > _LONGEST_RANKING:
        return None
    listed = context.is_word(amount.first - 1, "end_of_list") and context.is_word(amount.first - 2, "before_list")
    return "ranking" if listed or _are_among_the_first(context, amount) else None


_LONGEST_RANKING: Final = 100


def _are_among_the_first(context: Context, amount: Amount) -> bool:
    """Recognise "two of the region's oldest mills" and "three of the largest": which ones, told by a superlative."""
    opens = amount.numeral.small and context.lower(amount.last) == "of"
    if not opens or not context.is_word(amount.last + 1, "determiner"):
        return False
    ahead = range(amount.last + 2, amount.last + 2 + _FIRST_WITHIN)
    plain = itertools.takewhile(lambda index: context.kind(index) == "word" or context.is_dash(index), ahead)
    return any(context.is_word(index, "superlative") for index in plain)


_FIRST_WITHIN: Final = 4
"""Tokens behind "two of the" among which the superlative stands: "of the old port's oldest"."""


def race(context: Context, amount: Amount) -> str | None:
    """Recognise "the 400m", "the 100 metres hurdles" and "the 4x100m relay": a distance that names a contest."""
    if amount.unit is None:
        run = context.lower(amount.numeral.last - 1) == "k" and context.is_word(amount.last, "race")
        return "name" if run else None  # "a 10k race"
    if amount.unit.name != "metre":
        return None
    by = context.lower(amount.first - 1) == "x" and context.touches(amount.first)
    called = context.is_word(amount.last, "race") or context.is_word(amount.last + 1, "race")
    near = range(amount.first - _RACE_WITHIN, amount.first)
    won = context.lower(amount.first - 1) == "the" and any(context.is_word(index, "medal") for index in near)
    return "name" if by or called or won else None


_RACE_WITHIN: Final = 5


def rating(context: Context, amount: Amount) -> str | None:
    """Recognise "I would give it eight out of ten" and "nine times out of ten": marks and ways of speaking."""
    words = [context.lower(index) for index in range(amount.first - _RATED_WITHIN, amount.last)]
    if "scale" in words and "of" in words and not context.is_noun(amount.last):
        return "score"  # "on a scale of one to ten"
    if "out" not in words or context.is_noun(amount.last):
        return None
    rated = any(context.is_word(index, "rates") for index in range(amount.first - _RATED_WITHIN, amount.first))
    return "score" if rated or words[-4:-1] == ["times", "out", "of"] else None


_RATED_WITHIN: Final = 4
