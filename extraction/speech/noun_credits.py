"""A figure in the clause of a noun of saying: "the ministry's claim that 40 ...", "a warning from X that 40 ..."."""

from __future__ import annotations

from typing import Final

from extraction.model import Figure
from extraction.speech.cast import OWNED, Cast, Speaker
from extraction.speech.speaker_names import author_of
from extraction.words.article import Article
from extraction.words.subjects import Subject
from extraction.words.word_classes import (
    ADJECTIVE,
    AUXILIARY,
    DETERMINER,
    NAME,
    NOUN,
    POSSESSIVE,
    QUOTE,
    STOP,
    VERB,
)

_CLAUSE: Final = 16
"""Tokens between "that" and a figure of its clause."""
_TIE: Final = 12
"""Tokens of "from the second clerk of a harbour board" between a noun of saying and "that"."""
_TIES: Final = frozenset(("by", "from", "of"))
_IN_PHRASE: Final = frozenset((NAME, NOUN, ADJECTIVE, DETERMINER, POSSESSIVE))


def told_in_noun(cast: Cast, figure: Figure) -> Speaker | None:
    """Name whose claim, warning, promise or the like a figure stands in; None where it stands in nobody's."""
    article = cast.article
    first = article.sentences[figure.sentence].first
    that = _that_before(article, figure.first, first)
    return _author_of_noun(cast, that, first) if that is not None else None


def _that_before(article: Article, figure: int, limit: int) -> int | None:
    """Where the clause of a figure opens with "that", if the figure stands before or right behind its verb."""
    verbs = 0
    for index in range(figure - 1, max(limit, figure - _CLAUSE), -1):
        if article.lower[index] == "that":
            return index
        verbs += article.classes[index] == VERB or _is_main(article, index)
        if article.classes[index] in (STOP, QUOTE) or article.lower[index] in (":", ";") or verbs > 1:
            return None
    return None


def _is_main(article: Article, index: int) -> bool:
    """Whether a form of "be" or "have" is the only verb there: "was 40", not "was sold"."""
    return article.classes[index] == AUXILIARY and article.classes[index + 1] not in (VERB, AUXILIARY)


def _author_of_noun(cast: Cast, that: int, limit: int) -> Speaker | None:
    """Who makes the claim that "that" opens: the owner of the noun before it, or who stands behind "by" or "from"."""
    article, nouns = cast.article, cast.article.speaker_words.says_that
    for index in range(that, max(limit, that - _TIE), -1):
        tied = index == that or article.lower[index] in _TIES
        if tied and article.lower[index - 1] in nouns and _is_owned(article, index - 1, limit, that):
            return author_of(cast, Subject(_phrase_start(article, index - 1, limit), that), index)
        if article.classes[index] in (VERB, AUXILIARY, STOP, QUOTE):
            return None
    return None


def _is_owned(article: Article, noun: int, limit: int, that: int) -> bool:
    """Whether the words around a noun of saying tell whose it is: "her (claim)", "the port's", "(claim) by X"."""
    start = _phrase_start(article, noun, limit)
    owned = article.lower[start] in OWNED or POSSESSIVE in article.classes[start:noun]
    return owned or noun + 1 < that


def _phrase_start(article: Article, noun: int, limit: int) -> int:
    """Where the noun phrase that ends in a noun of saying begins."""
    start = noun
    while start > limit and article.classes[start - 1] in _IN_PHRASE and article.lower[start] not in OWNED:
        start -= 1
        if article.classes[start] == DETERMINER:
            break
    return start
