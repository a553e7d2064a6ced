"""Words of mood where they stand: which of them a token opens or ends."""

from __future__ import annotations

from typing import Final

from extraction.words.article import Article
from extraction.words.word_classes import (
    NOUN,
    QUOTE,
    STOP,
)

REACH: Final = 18


def mood_at(article: Article, index: int) -> str | None:
    """The mood of the wording at a token; the month of May and "road projects" have none."""
    found = article.cues.moods.get(index)
    month = article.tokens[index].text == "May" and index > 0 and article.classes[index - 1] != STOP
    thing = article.classes[index] == NOUN and article.lower[index] in article.mood_words.built
    return found[1] if found is not None and not month and not thing else None


def mood_ending_at(article: Article, end: int, limit: int) -> str | None:
    """The mood of a wording whose last word stands right before `end`, or before a quotation mark there."""
    end -= article.classes[end - 1] == QUOTE
    for length in (3, 2, 1):
        found = article.cues.moods.get(end - length) if end - length >= limit else None
        if found is not None and found[0] == length:
            return found[1]
    return None
