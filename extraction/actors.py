"""Whose things a figure counts: the state, organisation or group that the noun phrase or its owner names."""

from __future__ import annotations

from extraction.article import Article
from extraction.model import Figure
from extraction.names import Names
from extraction.word_classes import POSSESSIVE

_OWNED = frozenset(("its", "their"))


def actor_of(article: Article, names: Names, figure: Figure, phrase: tuple[int, int]) -> str | None:
    """Name the actor inside the noun phrase, right before the figure as its owner, or behind "its"."""
    for mention in names.within(phrase[0], phrase[1]):
        if mention.kind in ("state", "organisation"):
            return names.fullest(mention)
    before = figure.first - 1
    if before > 0 and article.classes[before] == POSSESSIVE:
        owner = names.at.get(before - 1)
        if owner is not None and owner.kind in ("state", "organisation"):
            return names.fullest(owner)
    if any(article.lower[index] in _OWNED for index in range(figure.last, phrase[1])):
        return _first_state(article, names, figure)
    return None


def _first_state(article: Article, names: Names, figure: Figure) -> str | None:
    """The state that the sentence begins with: "Eritrea faced questions after ... 6,000 of its soldiers"."""
    sentence = article.sentences[figure.sentence]
    mention = names.at.get(sentence.first)
    return mention.name if mention is not None and mention.kind == "state" else None
