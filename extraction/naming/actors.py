"""Whose things a figure counts: the state, organisation or group that the noun phrase or its owner names."""

from __future__ import annotations

from typing import Final

from extraction.model import Figure
from extraction.naming.mentions import Mention
from extraction.naming.names import Names
from extraction.words.article import Article
from extraction.words.word_classes import POSSESSIVE

_OWNED: Final = frozenset(("its", "their"))


def actor_of(article: Article, names: Names, figure: Figure, phrase: tuple[int, int]) -> str | None:
    """Name the actor inside the noun phrase, right before the figure as its owner, or behind "its"."""
    for mention in names.within(phrase[0], phrase[1]):
        if mention.kind in ("state", "organisation"):
            return names.fullest(mention)
    sided = _side(article, names, figure)
    if sided is not None:
        return sided
    before = figure.first - 1
    if before > 0 and article.classes[before] == POSSESSIVE:
        owner = names.at.get(before - 1)
        if owner is not None and owner.kind in ("state", "organisation"):
            return names.fullest(owner)
    if any(article.lower[index] in _OWNED for index in range(figure.last, phrase[1])):
        return _first_state(article, names, figure)
    return None


def _side(article: Article, names: Names, figure: Figure) -> str | None:
    """Name the side of a fight that the words before a figure tell: "the wounded on the Tamir side at 75"."""
    start = max(article.sentences[figure.sentence].first, figure.first - _SIDE_REACH)
    for index in range(figure.first - 1, start, -1):
        if article.lower[index] == "side" and article.lower[index - 1] != "the":
            mention = names.at.get(index - 1)
            return names.fullest(mention) if mention is not None else article.words(index - 1, index)
        if article.lower[index] == ",":
            return None
    return None


_SIDE_REACH: Final = 8


def candidate_of(article: Article, names: Names, figure: Figure) -> str | None:
    """Name whose share of the vote a figure is: "gave Velkov 51.8 percent", "47 percent for Mirjana Koleva"."""
    sentence = article.sentences[figure.sentence]
    persons = [mention for mention in names.mentions if mention.kind == "person"]
    for mention in persons:
        follows = figure.last < mention.first <= min(figure.last + _CANDIDATE_REACH, sentence.last)
        if follows and article.lower[figure.last] == "for":
            return _full_name(persons, mention)
    before = [mention for mention in persons if sentence.first <= mention.first < figure.first]
    return _full_name(persons, before[-1]) if before else None


def _full_name(persons: list[Mention], mention: Mention) -> str:
    """Give the longest name in the article that ends in the same surname."""
    surname = mention.name.split()[-1]
    return max((person.name for person in persons if person.name.split()[-1] == surname), key=len)


_CANDIDATE_REACH: Final = 6


def _first_state(article: Article, names: Names, figure: Figure) -> str | None:
    """The state that the sentence begins with: "Eritrea faced questions after ... 6,000 of its soldiers"."""
    sentence = article.sentences[figure.sentence]
    mention = names.at.get(sentence.first)
    return mention.name if mention is not None and mention.kind == "state" else None
