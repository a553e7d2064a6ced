"""Numbers that only tell which of its kind a thing is: "Highway 14", "runway 27L", "platform 12", "the 112 tram"."""

from __future__ import annotations

from typing import Final

from extraction.numbers.number_context import Context, is_plain
from extraction.numbers.units import Amount


def headed_name(context: Context, amount: Amount) -> str | None:
    """Recognise "Highway 14", "page 17", "number two" by a head that its number names."""
    index = amount.numeral.first - 1
    if context.text(index) in (".", "#"):
        index -= 1
    if index < context.sentence.first:
        return None
    match = context.lexicon.name_heads.longest(context.tokens, index)
    if match is None or index - match[0] + 1 < context.sentence.first:
        return None
    if context.lower(index) == "week" and context.is_word(index - 1, "span_before"):
        return None  # "last week 21 died"
    if context.is_capital(index):
        return match[1]
    if _heads_nothing(context, index):
        return None
    if amount.numeral.form == "words":
        return match[1] if _is_headed_word(context, index, amount.last, match[1]) else None
    determined = match[1] != "line number" or _is_determined(context, index - match[0])
    counted = context.is_plural(amount.last) and determined
    return None if counted else match[1]


def _heads_nothing(context: Context, index: int) -> bool:
    """Whether a word in small letters is no head but a verb or a pronoun: "will draw 60", "gave us 12"."""
    told = _past_participle(context, index - 1)
    several = _is_several(context, index - 1) or _is_several(context, told)
    counts = context.lower(index) == "number" and several
    return counts or context.lower(index) == "us" or is_verb(context, index)


def _past_participle(context: Context, index: int) -> int:
    """Step back over what was done to things, before the verb "number": "the ships (now listed) number 153"."""
    first = index
    while index > first - _TOLD_OF_THINGS and (
        context.lower(index).endswith("ed") or context.lower(index) in ("now", "already", "so", "far", "there", "thus")
    ):
        index -= 1
    return index


_TOLD_OF_THINGS: Final = 3


def is_verb(context: Context, index: int) -> bool:
    """Whether a verb stands here that a number is the object of: "to lose 460", "and freed 390", "Tyne trains 24"."""
    if context.is_word(index - 1, "before_verb"):
        return context.lower(index - 1) != "to" or context.is_word(index, "infinitive")
    joined = context.lower(index - 1) in ("and", "or") and context.lower(index).endswith("ed")
    named = context.is_capital(index - 1) and index - 1 > context.first
    done = named and context.lower(index).removesuffix("s") in context.lexicon.words["infinitive"]
    return joined or done or context.lower(index - 1) in ("now", "already")


def _is_headed_word(context: Context, head: int, after: int, why: str) -> bool:
    """Whether a number in words names its head: "number two", "chapter nine", "this is day six of the siege"."""
    ranked = context.lower(head) == "number" and context.is_word(head - 1, "before_number")
    day = context.lower(head) == "day" and context.lower(after) == "of"
    part = why == "section number" and context.is_word(head, "paper_part")
    told = (part or context.is_word(head, "numbered_place")) and not context.is_noun(after)
    return ranked or day or told


def lettered(context: Context, amount: Amount) -> str | None:
    """Recognise "runway 27L" and "Gate 12G": a name whose letter looks like a unit."""
    letter = context.text(amount.last - 1)
    single = len(letter) == 1 and letter.isupper() and context.touches(amount.last - 1)
    return headed_name(context, amount) if single and amount.unit_is_after else None


def _is_determined(context: Context, index: int) -> bool:
    """Whether a determiner stands before the nouns that end at `index`: "on the route 17 trams", not "bus route 17"."""
    first = index
    while first > index - _NOUNS_BEFORE_HEAD and context.is_noun(first):
        first -= 1
    return context.is_word(first, "determiner")


_NOUNS_BEFORE_HEAD: Final = 3


def _is_several(context: Context, index: int) -> bool:
    """Whether "number" after this word is a verb: "the dead number 23"; in "she wears number 9" it is none."""
    verb = context.is_word(index - 1, "person_pronoun") or context.lower(index - 1) == "who"
    ends = context.text(index).endswith("s") and not context.is_word(index, "before_number") and not verb
    return ends or context.is_word(index, "plural")


def label(context: Context, amount: Amount) -> str | None:
    """Recognise "into tunnel 6", "on platform 12": a single thing that has no article is told by its number.

    "Death toll 31" and "deaths 31" count.
    """
    index = amount.first - 1
    if not is_plain(context, amount) or (amount.value or 0) > _LAST_LABEL or context.is_noun(amount.last):
        return None
    if context.lower(amount.last) == "of" or context.is_capital(amount.last):
        return None  # "agreed to buy 40 of the trams"
    one = context.is_noun(index) and not context.is_plural(index) and context.is_word(index - 1, "before_label")
    one = one and not is_verb(context, index)
    return "name" if one and not context.is_word(index, "no_label") else None


_LAST_LABEL: Final = 999
"""Doors, cells, gates and wards are numbered no higher."""


def service(context: Context, amount: Amount) -> str | None:
    """Recognise "the 112 tram" and "Buses: the 8, the 63": a line that is called by its number."""
    called = is_plain(context, amount) and context.lower(amount.first - 1) in ("the", "a")
    if not called or (amount.value or 0) <= 1:
        return None
    lines = range(max(context.first, amount.first - _LINES_WITHIN), amount.first)
    listed = not context.is_noun(amount.last) and any(context.is_word(index, "service_of") for index in lines)
    return "name" if listed or context.is_word(amount.last, "service") else None


_LINES_WITHIN: Final = 8
"""Tokens before "the 63" among which buses are spoken of."""
