"""What a bare count counts that only a noun named without a number: "The toads crossed at dusk. Two were hit"."""

from __future__ import annotations

from collections.abc import Iterator
from math import log
from typing import Final

from extraction.model import Figure
from extraction.things.noun_phrases import Found, is_idle, measure_of_phrase
from extraction.words.article import Article
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    DETERMINER,
    GERUND,
    HYPHEN,
    NAME,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    VERB,
    is_plural,
)


def named_before(article: Article, figure: Figure) -> Found | None:
    """Take the noun for several things that the text speaks of: near, often, and not only to say where or how."""
    if not _is_argument(article, figure):
        return None
    best = min(_candidates(article, figure), key=lambda first_last: _farness(article, figure, first_last), default=None)
    found = measure_of_phrase(article, *best) if best is not None else None
    return (best, found) if best is not None and found is not None else None


def _is_argument(article: Article, figure: Figure) -> bool:
    """Whether a bare number is subject or object of a verb, so that it stands for things: "Two were hit", "saw two"."""
    sentence, behind = article.sentences[figure.sentence], figure.last
    while behind < sentence.last and article.classes[behind] == ADVERB:
        behind += 1
    subject = behind < sentence.last and article.classes[behind] in (AUXILIARY, VERB)
    before = figure.first - 1
    while before > sentence.first and article.classes[before] in (ADVERB, DETERMINER):
        before -= 1
    return subject or (before >= sentence.first and article.classes[before] in (VERB, GERUND, AUXILIARY))


def _candidates(article: Article, figure: Figure) -> Iterator[tuple[int, int]]:
    start = article.sentences[figure.sentence].first
    for index in range(figure.first - 1, max(start - _REACH, 0) - 1, -1):
        if article.classes[index] == NOUN and _names_several(article, index):
            first = index
            while first > 0 and article.classes[first - 1] in (NOUN, ADJECTIVE):
                first -= 1
            yield first, index + 1


def _farness(article: Article, figure: Figure, phrase: tuple[int, int]) -> float:
    """How far a noun phrase is from being what the figure counts."""
    first, last = phrase
    sentence = article.sentence(first)
    index = first
    while index > sentence.first and article.classes[index - 1] in (DETERMINER, POSSESSIVE, NAME):
        index -= 1
    within = index > sentence.first and article.classes[index - 1] == PREPOSITION and article.lower[index - 1] != "of"
    farness = float(figure.sentence - article.sentence_of[first]) * 0.7
    return farness + (1.0 if within else 0.0) - log(article.mentions(article.lower[last - 1]))


def _names_several(article: Article, index: int) -> bool:
    """Whether a plural noun stands for things of which there can be a count, and nobody who speaks."""
    word = article.lower[index]
    if not is_plural(word) or article.classes[index + 1] in (NOUN, HYPHEN, POSSESSIVE):
        return False
    generic = word.removesuffix("s") in article.vocabulary.generic
    verb = word in article.vocabulary.verbs and article.mentions(word) == 1
    timed = word.removesuffix("s") in article.vocabulary.words["time_noun"] or word in article.vocabulary.periods
    return not (timed or verb or generic or is_idle(article, index) or article.sentence(index).furniture)


_REACH: Final = 80
