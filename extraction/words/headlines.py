"""Headlines in title case inside a text: their capitals tell no names, so plain words are read as in small letters."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

import simplemma

from extraction.model import Sentence, Token

_SHORTEST: Final = 4
"""Letters from which on every word of such a headline bears a capital: "in", "of" and "the" may not."""
_FEWEST: Final = 4
"""Words with a capital that make a headline; fewer are a name: "Mercy Medical Center"."""
_STOPS: Final = frozenset((".", "!", "?", "…"))


def lower_headlines(tokens: list[Token], sentences: list[Sentence]) -> None:
    """Write the plain words of headlines that tell a figure in small letters, in place: "Fire Injures 2, Kills 1"."""
    titled = [sentence for sentence in sentences if _is_headline(tokens[sentence.first : sentence.last])]
    if not titled:
        return
    inside = {index for sentence in titled for index in range(sentence.first, sentence.last)}
    opening = {sentence.first for sentence in sentences}
    names = {
        token.lower
        for index, token in enumerate(tokens)
        if index not in inside and index not in opening and token.text[:1].isupper()
    }
    for index in inside:
        token = tokens[index]
        plain = token.text.istitle() or (token.text.isupper() and (_is_long(token) or token.lower in _SMALL))
        if plain and token.lower not in names and _is_known(token.lower):
            tokens[index] = replace(token, text=token.lower)


def _is_headline(tokens: list[Token]) -> bool:
    """Whether all long words have a capital, several of them, a number and no full stop; labels are no headline."""
    if not all(token.text[0].isupper() for token in tokens if _is_long(token)):
        return False  # at the first small letter of most sentences
    words = [token.text for token in tokens if _is_long(token)]
    numbers = any(token.kind == "number" or token.lower in _IN_WORDS for token in tokens)
    labels = [token.text for token in tokens].count(":")
    return numbers and len(words) >= _FEWEST and tokens[-1].text not in _STOPS and labels <= 1


def _is_long(token: Token) -> bool:
    return token.kind == "word" and len(token.text) >= _SHORTEST


_SMALL: Final = frozenset(
    ("a", "an", "and", "are", "as", "at", "but", "by", "for", "from", "in", "is", "of", "off", "on", "out", "the", "to")
)
"""Short words that are no abbreviation where a whole headline is in capitals, as "US", "WHO" and "IT" may be."""
_IN_WORDS: Final = frozenset(
    ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen", "dozens", "hundreds", "thousands")
)


@lru_cache(maxsize=10_000)
def _is_known(word: str) -> bool:
    """Whether a dictionary of English has a word."""
    return bool(simplemma.is_known(word, lang="en"))
