"""Figures that a clause takes as known: they only say which thing is meant, whatever it tells of that thing.

Who "denied that the 17 tugs were idle" denies no 17, and who "may move its €1.4bn plant" expects no 1.4bn.
"""

from __future__ import annotations

from typing import Final

from extraction.model import Figure
from extraction.words.article import Article
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    DETERMINER,
    GERUND,
    HYPHEN,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    SUBORDINATOR,
    VERB,
)

_DEFINITE: Final = frozenset(
    ("the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "your", "my")
)
_SHARES: Final = frozenset(("percent", "percentage point"))
_ANSWERS: Final = frozenset(("claim", "denial"))
"""Kinds of nouns that speak of a figure itself: "the 40 figure", "called its 40 nonsense"."""
_OPENS_CLAUSE: Final = frozenset((SUBORDINATOR, VERB, GERUND))


def is_known(article: Article, figure: Figure) -> bool:
    """Whether a figure stands before the noun of a thing that was known: "the 40-page contract", "its 12 mills"."""
    before, noun = figure.first - 1, _noun_behind(article, figure)
    definite = article.classes[before] == POSSESSIVE or article.lower[before] in _DEFINITE
    if not definite or article.classes[before] == SUBORDINATOR or noun is None:
        return False
    own = noun == figure.last  # "the 40 figure", but "the 40-page report"
    answers = own and article.vocabulary.stances.nouns.get(article.lower[noun]) in _ANSWERS
    return not answers and article.lower[noun + 1] != "that" and figure.unit not in _SHARES


def _noun_behind(article: Article, figure: Figure) -> int | None:
    """Where the noun behind a figure stands, over a unit joined to it: "the 40-page | contract", "its €3m | plant"."""
    index = figure.last
    if article.classes[index] == HYPHEN:
        index += len(("-", "page"))
    form = article.vocabulary.verbs.get(article.lower[index])
    is_noun = article.classes[index] == NOUN or (form is not None and form.also_noun)
    return index if is_noun else None


def is_known_within(article: Article, figure: Figure, first: int) -> bool:
    """Whether words from the token `first` on tell something else of a thing with a known figure.

    A bare count must stand in a clause or behind another thing: who denies "the 40 deaths" denies the 40, and who
    denies "any knowledge of the 40 deaths" does not.
    """
    return is_known(article, figure) and (figure.unit is not None or _is_of_another(article, first, figure.first))


def _is_of_another(article: Article, first: int, last: int) -> bool:
    """Whether a clause opens among the tokens `[first, last)`, or a noun stands there that is no word for a claim."""
    nouns = article.vocabulary.stances.nouns
    things = (
        article.classes[index] == NOUN and nouns.get(article.lower[index]) != "claim" for index in range(first, last)
    )
    return any(things) or not _OPENS_CLAUSE.isdisjoint(article.classes[first:last])


def is_circumstance(article: Article, figure: Figure) -> bool:
    """Whether a figure only says where, when or in how many something was done: "had been paid in | two rooms"."""
    if figure.unit is not None and article.vocabulary.units.dimension_of.get(figure.unit) != "time":
        return False  # "had been sold for €3m"
    before = figure.first - 1
    while before > 1 and article.classes[before] in (DETERMINER, ADJECTIVE, ADVERB):
        before -= 1
    moves = article.lower[before - 1] in article.vocabulary.measures.value_verbs  # "had risen from 40"
    behind = article.classes[before] == PREPOSITION and article.lower[before] in article.mood_words.circumstance
    return behind and not moves and article.has_verb(article.sentences[figure.sentence].first, before)


def counts_charges(article: Article, figure: Figure) -> bool:
    """Whether a figure counts what somebody is charged with: "denies six | counts of theft"."""
    noun = article.lower[figure.last].removesuffix("s")
    return figure.unit is None and noun in article.mood_words.charged
