"""Whose price, length, time or share a quantity is, where its own noun is not told: "the repair took seven hours"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extraction.model import Figure
from extraction.things.noun_phrases import end_of_head, is_idle
from extraction.things.thing import Thing
from extraction.words.article import Article
from extraction.words.subjects import before_aside
from extraction.words.word_classes import (
    ADJECTIVE,
    AUXILIARY,
    GERUND,
    HYPHEN,
    NOUN,
    STOP,
    SUBORDINATOR,
    VERB,
)


def with_owner(article: Article, figure: Figure, thing: Thing) -> Thing:
    """Name what a quantity without a noun, or how often something was done, is of: its verb's object or subject."""
    often = article.lower[figure.last] == "times" and figure.unit is None and figure.relative_to is None
    quantity = figure.unit is not None and thing.counted is None and _is_of_anything(article, thing)
    if not (quantity or often):
        return thing
    verb = _verb_before(article, figure)
    phrase = _object_of(article, verb, figure) or _subject_of(article, verb) if verb is not None else None
    return replace(thing, counted=article.words(*phrase)) if phrase is not None else thing


def _is_of_anything(article: Article, thing: Thing) -> bool:
    """Whether a measure does not tell by itself whose it is: a cost or length may be of anything, a magnitude not."""
    open_still = thing.measure in article.vocabulary.units.unit_only or thing.measure.endswith(_LASTING)
    return open_still or thing.measure in article.thing_words.of_anything


_LASTING: Final = "duration"


def _verb_before(article: Article, figure: Figure) -> int | None:
    """Find the verb of the figure's clause right before it, none beyond the figure before."""
    earlier = [other.last for other in article.figures_of(figure.first) if other.last <= figure.first]
    for index in range(figure.first - 1, max([article.sentences[figure.sentence].first, *earlier]) - 1, -1):
        if article.classes[index] in (STOP, SUBORDINATOR):
            return None
        if article.classes[index] in (VERB, GERUND, AUXILIARY):
            return index
    return None


def _object_of(article: Article, verb: int, figure: Figure) -> tuple[int, int] | None:
    """Read "cut migraine days by 43 percent", "raised the pier's height to nine metres": what is brought there."""
    brought = (index for index in range(verb + 2, figure.first) if article.lower[index] in _BROUGHT)
    to = next(brought, None)
    return _noun_phrase(article, verb + 1, to) if to is not None else None


def _subject_of(article: Article, verb: int) -> tuple[int, int] | None:
    """Read "the stadium cost $210 million", "the war lasted 19 days": what the verb is said of."""
    if verb in article.cues.speech:
        return None
    start = article.sentence(verb).first
    while verb > start and article.classes[verb - 1] in (AUXILIARY, VERB):
        verb -= 1
    subject = before_aside(article, verb, start)
    return _noun_phrase(article, subject.first, subject.last) if subject is not None else None


def _noun_phrase(article: Article, first: int, last: int) -> tuple[int, int] | None:
    """Take the noun phrase that opens the words, without its article, if it names a thing and nobody who speaks."""
    last = end_of_head(article, first, last)
    head = last - 1
    if head < first or article.classes[head] != NOUN or is_idle(article, head):
        return None
    word = article.lower[head]
    unit = word in article.vocabulary.measures.generic or len(word) < _SHORTEST_NOUN
    if unit or "people" in (word, article.vocabulary.measures.kinds.get(word)):
        return None
    start = head
    while start > first and article.classes[start - 1] in (NOUN, ADJECTIVE, HYPHEN):
        start -= 1
    return start, last


_BROUGHT: Final = frozenset(("by", "to", "at"))
_SHORTEST_NOUN: Final = 3
