"""Figures that count those who speak, or who are spoken to: "two of his staff said", "told some 300 fans that"."""

from __future__ import annotations

from typing import Final

from extraction.model import Figure
from extraction.speech.saying import Saying
from extraction.words.article import Article
from extraction.words.word_classes import ADJECTIVE, NAME, NOUN

_MOST: Final = 12
"""More than so many who say something are a finding of their own: "40 residents said they were ill"."""


def counts_speakers(article: Article, sayings: list[Saying], figure: Figure) -> bool:
    """Whether a figure stands in the subject of an act of saying and counts no more people than may be sources."""
    small = figure.unit is None and 0 < (figure.value or 0) <= _MOST and float(figure.value or 0).is_integer()
    if not small or figure.base is not None:
        return False
    if article.lower[figure.first - 1] in article.speaker_words.citing:
        return _counts_sources(article, figure)
    own = article.sentence_of[figure.first]
    spoken = [saying for saying in sayings if article.sentence_of[saying.verb] == own and saying.speaker is not None]
    speaks = any(
        saying.subject.first <= figure.first < saying.subject.last
        and article.lemma(saying.verb) not in article.speaker_words.commits
        and article.lower[saying.verb : saying.verb + 2] != ["accused", "of"]  # "two men accused of theft"
        for saying in spoken
    )
    persons = article.vocabulary.speaker_nouns.get(article.lower[figure.last]) == "person"
    return speaks and (persons or not any(_tells_of(saying, figure) for saying in spoken))


def _tells_of(saying: Saying, figure: Figure) -> bool:
    """Whether somebody else tells of the bodies that speak: "the guild said that 11 ports had reported losses"."""
    return saying.verb < figure.first and any(first <= figure.first < last for first, last in saying.covers)


def _counts_sources(article: Article, figure: Figure) -> bool:
    """Whether a figure behind "citing" counts people or bodies: "two unnamed officials", not "two ministry papers"."""
    head = figure.last
    while article.classes[head] in (ADJECTIVE, NAME, NOUN) and article.classes[head + 1] in (NOUN, NAME):
        head += 1
    return article.vocabulary.speaker_nouns.get(article.lower[head]) in ("person", "state", "organisation")


def counts_hearers(article: Article, figure: Figure) -> bool:
    """Whether a figure counts those to whom somebody speaks: that so many came, the publisher tells."""
    return figure.unit is None and article.lemma(figure.first - 1) in article.speaker_words.addresses
