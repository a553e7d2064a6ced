"""The name that letters in brackets are short for: "the Convention of Growers for Peace (CGP)"."""

from __future__ import annotations

from typing import Final

from extraction.words.article import Article
from extraction.words.word_classes import BRACKET, HYPHEN, POSSESSIVE

_FEWEST: Final = 3
"""Letters from which on they tell whose initials they are."""
_BETWEEN: Final = frozenset(("of", "and", "for", "the", "de", "du", "des", "la", "to", "in", "on", "&", "al"))
"""Small words of a name, which its letters mostly leave out."""


def spelled_out(article: Article, letters: int) -> int | None:
    """Find where the name begins that the token `letters`, if it stands in brackets, is short for; None for none."""
    short, bracket = article.tokens[letters].text, letters - 1
    bracketed = letters > _FEWEST and article.classes[bracket] == BRACKET == article.classes[letters + 1]
    if not bracketed or len(short) < _FEWEST or not short.isupper():
        return None
    limit = article.sentence(letters).first
    first = _initials_before(article, bracket, limit, short, spelled=False)
    return first if first is not None else _initials_before(article, bracket, limit, short, spelled=True)


def _initials_before(article: Article, end: int, limit: int, short: str, *, spelled: bool) -> int | None:
    """Walk back from `end` over one word for each letter; `spelled` says whether small words have letters too."""
    index = end - 1
    for number, letter in enumerate(reversed(short)):
        while number and index > limit and _is_between(article, index, letter if spelled else ""):
            index -= 1
        if index < limit or article.tokens[index].text[0].upper() != letter:
            return None
        if article.tokens[index].text[0].islower() and article.lower[index] not in _BETWEEN:
            return None
        index -= 1
    return index + 1


def _is_between(article: Article, index: int, letter: str) -> bool:
    """Whether a token stands between the words of a name and has no letter there."""
    joins = article.classes[index] in (HYPHEN, POSSESSIVE) or article.lower[index] in _BETWEEN
    return joins and article.lower[index][0].upper() != letter
