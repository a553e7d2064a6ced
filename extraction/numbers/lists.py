"""The single members of a list that an article counts: the child of "12 men, three women and a child"."""

from __future__ import annotations

from typing import Final

from extraction.model import Token
from extraction.numbers.numeral import Numeral
from extraction.words.lexicon import Lexicon

_LONGEST_MEMBER: Final = 5
"""How many words a member of such a list may have before the next one starts."""


def add_single_members(tokens: list[Token], numerals: list[Numeral], lexicon: Lexicon) -> list[Numeral]:
    """Put a 1 for each "a child" or "an officer" that continues a list of counted people; the order is kept."""
    grown: list[Numeral] = []
    for position, numeral in enumerate(numerals):
        grown.append(numeral)
        limit = numerals[position + 1].first if position + 1 < len(numerals) else len(tokens)
        index = numeral.last
        while (member := _next_member(tokens, index, limit, lexicon)) is not None:
            grown.append(member)
            index = member.last
    return grown


def _next_member(tokens: list[Token], index: int, limit: int, lexicon: Lexicon) -> Numeral | None:
    """Find the "a" of the member that follows within a few plain words and a comma or "and"; None if the list ends."""
    for place in range(index, min(index + _LONGEST_MEMBER, limit - 1)):
        token = tokens[place]
        if token.lower in ("a", "an") and place > index + 1:
            joined = tokens[place - 1].lower in ("and", ",")
            near = tokens[place + 1 : min(place + 4, limit)]
            person = any(word.lower in lexicon.words["person"] for word in near)
            return Numeral(place, place + 1, 1.0, "words") if joined and person else None
        if token.text not in (",", "-") and token.lower != "and" and not _may_describe(token, lexicon):
            return None
    return None


def _may_describe(token: Token, lexicon: Lexicon) -> bool:
    """Whether the word can belong to a counted member: no verb, preposition or stop ("three women", "Thai workers")."""
    return token.kind == "word" and token.lower not in lexicon.words["function"]
