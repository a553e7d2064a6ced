"""Participles that tell what is done to somebody before them: "a man accused of theft", "two sisters found dead"."""

from __future__ import annotations

from typing import Final

from extraction.words.article import Article
from extraction.words.word_classes import AUXILIARY, COMMA, NAME, NOUN, QUOTE, STOP, SUBORDINATOR, VERB


def is_told_of(article: Article, index: int) -> bool:
    """Whether a participle at a token only tells what is done to whom it follows, who says nothing by it."""
    wording = " ".join(article.lower[index : index + 2])
    if wording not in article.speaker_words.told_of or article.classes[index] != VERB:
        return False
    object_follows = (
        article.lower[index] == "found" and article.classes[index + 2 : index + 3] in _THINGS
    )  # "found dead fish"
    return index > 0 and article.classes[index - 1] in (NOUN, NAME, COMMA) and not object_follows


_THINGS: Final = ([NOUN], [NAME])


def told_before(article: Article, verb: int, limit: int) -> int | None:
    """Find the participle that tells of the subject of the verb at `verb`: "A man | accused of killing four | fled"."""
    for index in range(verb - 1, max(limit, verb - _TOLD_WITHIN), -1):
        if article.classes[index] in _ENDS_TELLING:
            return None
        if article.classes[index] == VERB:
            told = is_told_of(article, index) and article.classes[index - 1] in (NOUN, NAME)
            return index if told else None
    return None


_TOLD_WITHIN: Final = 20
"""Tokens of "accused of shooting five people outside a Milwaukee bar" before the verb of its sentence."""
_ENDS_TELLING: Final = frozenset((COMMA, STOP, QUOTE, SUBORDINATOR, AUXILIARY))
