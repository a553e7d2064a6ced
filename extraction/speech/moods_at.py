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
    if found is None:
        return None
    month = article.tokens[index].text == "May" and index > 0 and article.classes[index - 1] != STOP
    thing = article.classes[index] == NOUN and article.lower[index] in article.mood_words.built
    return None if month or thing or _is_no_future(article, index, found[0]) else found[1]


def _is_no_future(article: Article, index: int, length: int) -> bool:
    """Whether a wording tells of what is: "due to a strike", "40 homes are threatened"."""
    word, after = article.lower[index], article.lower[index + length]
    if "due" in article.lower[index : index + length]:
        to = article.lower[index : index + length + 1]
        return "to" in to and _is_cause(article, index + to.index("to") + 1)
    if word == "promising":
        return article.classes[index + 1] == NOUN
    return word == "threatened" and _is_be(article, index - 1) and after != "to"


def _is_be(article: Article, index: int) -> bool:
    word = article.lower[index]
    return word in article.mood_words.finite_be or word in article.mood_words.bare_be


def _is_cause(article: Article, index: int) -> bool:
    """Whether what follows "due to" is a cause and no deed: "due to a strike", but not "due to open"."""
    return article.lower[index] != "be" and article.lower[index] not in article.vocabulary.verbs


def mood_ending_at(article: Article, end: int, limit: int) -> str | None:
    """The mood of a wording whose last word stands right before `end`, or before a quotation mark there."""
    end -= article.classes[end - 1] == QUOTE
    for length in (3, 2, 1):
        found = article.cues.moods.get(end - length) if end - length >= limit else None
        if found is not None and found[0] == length:
            return found[1]
    return None
