"""What happened to the things that a figure counts: the verb that governs their noun phrase, or a noun that says it."""

from __future__ import annotations

from extraction.article import Article
from extraction.model import Figure
from extraction.word_classes import (
    ADVERB,
    AUXILIARY,
    COMMA,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    NAME,
    STOP,
    SUBORDINATOR,
    VERB,
)

_REACH = 12
"""Tokens to each side of a noun phrase in which the verb that governs it stands."""
_BARRIERS = frozenset((STOP, COMMA))


def predicate_of(article: Article, figure: Figure, phrase: tuple[int, int]) -> str | None:
    """Name what happened to the noun phrase of a figure; None where no known word says so.

    As an object the phrase takes the verb before it, as a subject the one after it; a word inside it wins.
    """
    sentence = article.sentences[figure.sentence]
    first, last = min(figure.first, phrase[0]), max(figure.last, phrase[1])
    inside = _first_in(article, phrase[0], phrase[1])
    if inside is not None:
        return inside
    if _is_object(article, first, sentence.first):
        return _before(article, figure, first, sentence.first) or _after(article, figure, last, sentence.last)
    return _after(article, figure, last, sentence.last) or _before(article, figure, first, sentence.first)


def governing_verb(article: Article, index: int, limit: int) -> int | None:
    """Find the verb right before the token `index`, adverbs and articles passed over; None where none stands there."""
    position = index - 1
    while position >= limit and article.classes[position] in (ADVERB, DETERMINER):
        position -= 1
    return position if position >= limit and article.classes[position] in (VERB, GERUND) else None


def _is_object(article: Article, first: int, limit: int) -> bool:
    return governing_verb(article, first, limit) is not None


def _first_in(article: Article, first: int, last: int) -> str | None:
    for index in range(first, last):
        found = article.vocabulary.predicates.longest(article.tokens, index)
        if found is not None and article.classes[index] != NAME:
            return found[1]
    return None


def _after(article: Article, figure: Figure, last: int, limit: int) -> str | None:
    """Look on to the end of the clause: its comma, the next "and" or the next figure."""
    others = {other.first for other in article.figures_of(figure.first) if other is not figure}
    for index in range(last, min(limit, last + _REACH)):
        listed = index in others and article.classes[index - 1] == CONJUNCTION
        ends = article.classes[index] in _BARRIERS or (index in others and not listed)
        if ends or (article.classes[index] == CONJUNCTION and index > last and index + 1 not in others):
            return None
        found = article.vocabulary.predicates.longest(article.tokens, index)
        if found is not None and article.classes[index] != NAME:
            return found[1]
    return None


def _before(article: Article, figure: Figure, first: int, limit: int) -> str | None:
    """Look back to the start of the clause, over "and" but not over a comma or a subordinate clause."""
    lowest = max(limit, first - _REACH)
    for index in range(first - 1, lowest - 1, -1):
        if article.classes[index] in _BARRIERS or article.classes[index] == SUBORDINATOR:
            return None
        found = article.vocabulary.predicates.longest(article.tokens, index)
        if found is not None and index + found[0] <= first and article.classes[index] not in (NAME, AUXILIARY):
            return found[1]
    return None
