"""Denying as refusing: who denies somebody bail keeps it from him, and says of no word that it is untrue."""

from __future__ import annotations

from typing import Final

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
    return end > first and article.vocabulary.stance_nouns.get(article.lower[end - 1]) == "withheld"
