"""The figure that a bare one answers: "37,000 hectares are under water. The ministry insists on 22,000"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extraction.model import Figure
from extraction.things.predicates import is_only_said
from extraction.things.thing import LIKE_SIZED, Thing, is_fractional, log_ratio
from extraction.words.article import Article
from extraction.words.word_classes import ADVERB, COMMA, DETERMINER, NAME, NOUN, POSSESSIVE, PREPOSITION, QUOTE, STOP


def answered(article: Article, number: int, known: Sequence[Thing | None]) -> Thing | None:
    """Take thing and actor of the figure before that a bare one, which somebody only gives, is set against.

    The nearest one of like size comes first, then the nearest that is further off in size.

    What is told behind is no answer while something before fits: "40,000 hectares. The state insists on 22,000.
    Some 14,000 people fled".
    """
    figure = article.figures[number]
    most = _may_be_apart(article, figure)
    near = range(number - 1, max(-1, number - _REACH - 1), -1)
    beside = [place for place in near if figure.sentence - article.figures[place].sentence <= _SENTENCES]
    fitting = [place for place in beside if most and _fits(article, figure, article.figures[place], known[place])]
    for apart in (LIKE_SIZED, _SAID, _CONTRASTED):
        like = (place for place in fitting if log_ratio(figure, article.figures[place]) < min(apart, most))
        place = next(like, None)
        thing = known[place] if place is not None else None
        if thing is not None:
            return replace(thing, counted=None, first=figure.last, last=figure.last)
    return None


def repeated(article: Article, number: int, known: Sequence[Thing | None]) -> Thing | None:
    """Take the thing of an equal figure before that a bare one says again: "a list of 57 fires. Her 57 is fantasy".

    Small and round numbers are equal by chance.
    """
    figure = article.figures[number]
    if figure.value is None or figure.relative_to is not None or figure.trend is not None or _is_common(figure):
        return None
    for position in range(number - 1, -1, -1):
        other, thing = article.figures[position], known[position]
        told = other.value == figure.value and other.sentence < figure.sentence
        if told and _fits(article, figure, other, thing) and thing is not None:
            return replace(thing, counted=None, first=figure.last, last=figure.last)
    return None


def _is_common(figure: Figure) -> bool:
    """Whether a number may well be told twice of two things: up to a dozen, or one digit with noughts."""
    value = abs(figure.value or 0)
    digits = f"{value:.10g}".rstrip("0").replace(".", "").strip("0")
    return value <= _DOZEN or (len(digits) <= 1 and value < _LARGE)


_DOZEN: Final = 12
_LARGE: Final = 50_000
_REACH: Final = 8
"""Figures back among which the one that is answered stands."""
_SENTENCES: Final = 1
_CONTRASTED: Final = 1.9
"""Natural logarithm of the ratio (6.7) within which a figure that is plainly set against another lies."""
_SAID: Final = 1.1
"""The same (3) for one that is only said."""


def _may_be_apart(article: Article, figure: Figure) -> float:
    """How far in size a figure may be from the one that it answers, by how plainly it does; nothing if it does not."""
    if not _stands_alone(article, figure) or figure.trend is not None or figure.relative_to is not None:
        return 0.0
    if _is_contrasted(article, figure):
        return _CONTRASTED
    return _SAID if is_only_said(article, figure) else 0.0


def _stands_alone(article: Article, figure: Figure) -> bool:
    """Whether nothing behind a figure can be what it counts, or what befell that: its phrase or sentence ends."""
    mark, word = article.classes[figure.last], article.lower[figure.last]
    return mark in (STOP, COMMA, QUOTE) or word in _ENDS


_ENDS: Final = frozenset(("and", "but", "while", "which", "because", "as", "or", ")", ";", "—", "–", "-", "with"))


def _is_contrasted(article: Article, figure: Figure) -> bool:
    """Whether somebody keeps to a figure, or it is called whose it is: "stuck to 40", "put it at 40", "Kyiv's 40"."""
    index = figure.first - 1
    if article.classes[index] == POSSESSIVE and article.classes[index - 1] in (NOUN, NAME):
        return True
    start = article.sentences[figure.sentence].first
    while index > start and figure.first - index < _TIE and _ties(article, index):
        index -= 1
    return article.lemma(index) in article.thing_words.keeping


_TIE: Final = 6


def _ties(article: Article, index: int) -> bool:
    """Whether a word ties a figure to the verb that gives it: "puts (it at)", "insists (on a figure of only)"."""
    told = article.lower[index] in ("it", "them", "this", "that") or article.lower[index] in article.thing_words.figure
    return told or article.classes[index] in (PREPOSITION, DETERMINER, ADVERB, POSSESSIVE, QUOTE)


def _fits(article: Article, figure: Figure, other: Figure, thing: Thing | None) -> bool:
    """Whether a figure can be another answer to what one before it counts."""
    if thing is None:
        return False
    whole = is_fractional(figure) == is_fractional(other) or figure.unit is not None
    named = (
        thing.measure not in article.vocabulary.measures.generic and thing.measure not in article.thing_words.topicless
    )
    return other.unit == figure.unit and other.trend is None and other.relative_to is None and whole and named
