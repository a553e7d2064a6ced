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
    """Name whose share of the vote a figure is: "gave Velkov 51.8 percent", "the Reed Party took 31 percent"."""
    sentence = article.sentences[figure.sentence]
    standing = [mention for mention in names.within(sentence.first, sentence.last) if _may_stand(article, mention)]
    behind = (mention for mention in standing if figure.last < mention.first <= figure.last + _CANDIDATE_REACH)
    named = next(behind, None) if article.lower[figure.last] == "for" else None
    before = [mention for mention in standing if mention.first < figure.first]
    candidate = named or (before[-1] if before else _meant_by_it(article, names, figure))
    if candidate is None:
        return None
    return _full_name(names, candidate) if candidate.kind == "person" else names.fullest(candidate)


def _may_stand(article: Article, mention: Mention) -> bool:
    """Whether a name may be of who stands for election: a person, or a party that neither tells nor is told to tell.

    The board of "The Reed Board said Velkov had 40 percent" and the agency of "a poll by Reed" stand for nothing.
    """
    if mention.kind == "person":
        return True
    told = any(index in article.cues.speech for index in range(mention.last, mention.last + _TELLS_WITHIN))
    led = article.lower[mention.first - 1] in _LEADS_TO_OTHERS or article.lower[mention.first - 2] in _LEADS_TO_OTHERS
    return mention.kind == "organisation" and not told and not led


_TELLS_WITHIN: Final = 4
"""Tokens behind a body's name among which its spokesman's verb of saying stands: "the Reed Board's head said"."""
_LEADS_TO_OTHERS: Final = frozenset(("of", "by", "to", "from", "with", "at", "in"))
"""Words before a body's name that make it another's: "Velkov of the Reed Party", "a poll by Reed"."""


def _meant_by_it(article: Article, names: Names, figure: Figure) -> Mention | None:
    """The party with which the sentence before opens, where "it" stands before a share: "it has 35 percent"."""
    sentence = article.sentences[figure.sentence]
    if not figure.sentence or "it" not in article.lower[sentence.first : figure.first]:
        return None
    before = article.sentences[figure.sentence - 1]
    opening = (m for m in names.within(before.first, before.first + _OPENS_WITHIN) if m.kind == "organisation")
    return next((mention for mention in opening if _may_stand(article, mention)), None)


_OPENS_WITHIN: Final = 3


def _full_name(names: Names, mention: Mention) -> str:
    """Give the longest name in the article that ends in the same surname."""
    surname = mention.name.split()[-1]
    persons = (other.name for other in names.mentions if other.kind == "person")
    return max((name for name in persons if name.split()[-1] == surname), key=len)


_CANDIDATE_REACH: Final = 6


def _first_state(article: Article, names: Names, figure: Figure) -> str | None:
    """The state that the sentence begins with: "Eritrea faced questions after ... 6,000 of its soldiers"."""
    sentence = article.sentences[figure.sentence]
    mention = names.at.get(sentence.first)
    return mention.name if mention is not None and mention.kind == "state" else None
