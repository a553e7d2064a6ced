"""What a figure counts: the noun phrase, the measure that it stands for, what happened to it, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import simplemma

from extraction.article import Article
from extraction.model import Figure
from extraction.names import Names
from extraction.vocabulary import Measure
from extraction.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COMMA,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    HYPHEN,
    NAME,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    STOP,
    SUBORDINATOR,
    VERB,
    is_plural,
)

_MODIFIERS = frozenset((ADJECTIVE, NAME, NOUN, POSSESSIVE, HYPHEN))
_CONTAINERS = frozenset(
    "number total group kind sort type pair batch list series pieces members units sets lots".split()
)
_OF_THEM = frozenset("them those these which whom it".split())
_ANAPHORS = frozenset("number figure figures total count tally estimate estimates sum claim amount toll".split())
_CLAUSE_ENDS = frozenset((STOP, SUBORDINATOR))
_FURTHEST = 40
"""Tokens to each side of a figure in which its thing is looked for; longer clauses are lists and quotations."""


@dataclass(slots=True)
class Thing:
    """What a figure counts. `first:last` are the tokens of the noun phrase; empty where it was taken over."""

    measure: str
    counted: str | None
    predicate: str | None
    actor: str | None
    first: int = 0
    last: int = 0
    known: bool = False
    """Whether the measure comes from the table and not from the lemma of the head."""


@lru_cache(maxsize=65_536)
def lemma(word: str) -> str:
    """Give the dictionary form of an English noun in lower case."""
    return str(simplemma.lemmatize(word, lang="en")).lower()


def find_things(article: Article, names: Names) -> list[Thing]:
    """Find what each figure counts, in order of the figures."""
    things: list[Thing] = []
    for number, figure in enumerate(article.figures):
        things.append(_thing(article, names, figure, number, things))
    return things


def _thing(article: Article, names: Names, figure: Figure, number: int, earlier: list[Thing]) -> Thing:
    phrase = _phrase_after(article, figure)
    if phrase is None or figure.unit is not None:
        phrase = _of_unit(article, figure, phrase)
    measure = phrase and _measure(article, phrase[0], phrase[1])
    if phrase is None or measure is None:
        return _from_clause(article, names, figure, number, earlier)
    return _settle(article, names, figure, phrase, measure)


def _phrase_after(article: Article, figure: Figure) -> tuple[int, int] | None:
    """The noun phrase that follows a figure, across "of"; None for "of them" or where none follows."""
    limit = article.sentences[figure.sentence].last
    index = figure.last
    if index < limit and article.lower[index] == "of":
        index += 1
        if index < limit and article.lower[index] in _OF_THEM:
            return None
    while index < limit and article.classes[index] in (DETERMINER, ADVERB, ADJECTIVE, HYPHEN):
        index += 1
    last = _phrase_end(article, index, limit)
    return (figure.last, last) if last > index else _adjective_as_noun(article, figure.last, index)


def _adjective_as_noun(article: Article, first: int, index: int) -> tuple[int, int] | None:
    """Take "40 dead" and "12 missing" as noun phrases."""
    if index > first and article.lower[index - 1] in ("dead", "missing", "homeless", "more"):
        return (first, index) if article.lower[index - 1] != "more" else None
    return None


def _phrase_end(article: Article, first: int, limit: int) -> int:
    """Walk to the end of a noun phrase: nothing but a further noun follows the first plural."""
    index = first
    while index < limit and article.classes[index] in _MODIFIERS:
        plural = index > first and article.classes[index - 1] == NOUN and is_plural(article.lower[index - 1])
        if plural and not (article.classes[index] == NOUN and is_plural(article.lower[index])):
            break
        index += 1
    return index


def _of_unit(article: Article, figure: Figure, phrase: tuple[int, int] | None) -> tuple[int, int] | None:
    """Keep the phrase after a unit only where "of" or a noun joins it: "2,000 tonnes of rice", "$40 million fund"."""
    if phrase is None or figure.unit is None:
        return phrase
    first = article.lower[figure.last] if figure.last < len(article.lower) else ""
    if first in ("of", "in") or article.classes[figure.last] in (NOUN, ADJECTIVE):
        return phrase
    return None


def _measure(article: Article, first: int, last: int) -> Measure | None:
    """The measure of a noun phrase: by its longest known wording, the one nearest to the head first."""
    best: Measure | None = None
    for index in range(first, last):
        found = article.vocabulary.measures.longest(article.tokens, index)
        if found is not None and index + found[0] <= last:
            best = found[1]
            if index + found[0] == last:
                return best
    head = article.lower[last - 1]
    if best is not None or not head[:1].isalpha():
        return best
    return Measure(lemma(head), "")


def _from_clause(article: Article, names: Names, figure: Figure, number: int, earlier: list[Thing]) -> Thing:
    """Look for the thing in the words before the figure, then after, else take over what was counted before."""
    sentence = article.sentences[figure.sentence]
    start = max(sentence.first, figure.first - _FURTHEST)
    for index in range(figure.first - 1, start - 1, -1):
        found = article.vocabulary.measures.longest(article.tokens, index)
        if found is not None and index + found[0] <= figure.first and article.classes[index] != VERB:
            return _settle(article, names, figure, (index, index + found[0]), found[1])
    for index in range(figure.last, min(sentence.last, figure.last + _FURTHEST)):
        found = article.vocabulary.measures.longest(article.tokens, index)
        if found is not None and article.classes[index] != VERB:
            return _settle(article, names, figure, (index, index + found[0]), found[1])
    inherited = _inherited(article, figure, number, earlier)
    if inherited is not None:
        return inherited
    return _subject_thing(article, names, figure, start)


def _inherited(article: Article, figure: Figure, number: int, earlier: list[Thing]) -> Thing | None:
    for position in range(number - 1, -1, -1):
        before = article.figures[position]
        if before.unit == figure.unit and figure.sentence - before.sentence <= 3:
            thing = earlier[position]
            return Thing(thing.measure, None, thing.predicate, thing.actor, known=thing.known)
    return None


def _subject_thing(article: Article, names: Names, figure: Figure, start: int) -> Thing:
    """Take the head of the nearest noun phrase before the figure, else the unit's own name."""
    for index in range(figure.first - 1, start - 1, -1):
        if article.classes[index] == NOUN:
            return _settle(article, names, figure, (index, index + 1), Measure(lemma(article.lower[index]), ""))
    return Thing(figure.unit or "unknown", None, None, None)


def _settle(article: Article, names: Names, figure: Figure, phrase: tuple[int, int], measure: Measure) -> Thing:
    first, last = phrase
    predicate = _predicate(article, figure, phrase)
    settled = article.vocabulary.measure_of.get((measure.name, predicate or ""), measure.name)
    counted = _counted(article, first, last)
    return Thing(settled, counted, predicate, _actor(article, names, first, last), first, last, known=True)


def _counted(article: Article, first: int, last: int) -> str | None:
    while first < last and article.lower[first] in ("of", "the", "its", "their", "his", "her", "more", "other", "-"):
        first += 1
    return article.words(first, last) or None


def _predicate(article: Article, figure: Figure, phrase: tuple[int, int]) -> str | None:
    """What happened: the known wording nearest to the figure and its phrase, inside their clause."""
    first, last = min(figure.first, phrase[0]), max(figure.last, phrase[1])
    sentence = article.sentences[figure.sentence]
    predicates = article.vocabulary.predicates
    for index in range(phrase[0], phrase[1]):
        found = predicates.longest(article.tokens, index)
        if found is not None:
            return found[1]
    for index in range(last, min(sentence.last, last + 12)):
        if article.classes[index] in (STOP, SUBORDINATOR) or (article.lower[index] == "," and index > last):
            break
        found = predicates.longest(article.tokens, index)
        if found is not None:
            return found[1]
    for index in range(first - 1, max(sentence.first - 1, first - 14), -1):
        found = predicates.longest(article.tokens, index)
        if found is not None and index + found[0] <= first:
            return found[1]
    return None


def _actor(article: Article, names: Names, first: int, last: int) -> str | None:
    """Whose they are: a state or organisation inside the noun phrase, or just before it."""
    for mention in names.within(max(0, first - 3), last):
        if mention.kind in ("state", "organisation"):
            return mention.name
    return None
