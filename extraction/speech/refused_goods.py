"""Denials of no word: who denies somebody bail keeps it from him, and who denies nine counts of fraud counts none."""

from __future__ import annotations

from typing import Final

from extraction.speech.known_figures import counts_charges
from extraction.words.article import Article
from extraction.words.word_classes import (
    ADVERB,
    AUXILIARY,
    COMMA,
    DATE,
    GERUND,
    PREPOSITION,
    STOP,
    SUBORDINATOR,
    VERB,
)

_ENDS_GOOD: Final = frozenset((VERB, AUXILIARY, GERUND, SUBORDINATOR, PREPOSITION, COMMA, STOP, DATE, ADVERB))


def withholds(article: Article, first: int, limit: int) -> bool:
    """Whether "deny" keeps a good from somebody: "denied its loans to farmers", "denied the man bond Monday"."""
    end = next((index for index in range(first, limit) if article.classes[index] in _ENDS_GOOD), limit)
    return end > first and article.vocabulary.stances.nouns.get(article.lower[end - 1]) == "withheld"


def answers_charges(article: Article, first: int) -> bool:
    """Whether "deny" answers a number of charges, which others brought: "denies six counts"."""
    return any(figure.first == first and counts_charges(article, figure) for figure in article.figures_of(first))
