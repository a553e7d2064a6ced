"""Participles that tell what is done to somebody before them: "a man accused of theft", "two sisters found dead"."""

from __future__ import annotations

from typing import Final

from extraction.words.article import Article
from extraction.words.word_classes import (
    ADJECTIVE,
    AUXILIARY,
    COMMA,
    NAME,
    NOUN,
    PRONOUN,
    QUOTE,
    STOP,
    SUBORDINATOR,
    VERB,
)


def is_told_of(article: Article, index: int) -> bool:
    """Whether a participle at a token only tells what is done to whom it follows, who says nothing by it."""
    wording = " ".join(article.lower[index : index + 2])
    if wording not in article.speaker_words.told_of or article.classes[index] != VERB:
        return False
    takes_object = article.lower[index] in ("found", "reported")
    object_follows = takes_object and article.classes[index + 2 : index + 3] in _THINGS  # "found dead fish"
    return index > 0 and article.classes[index - 1] in _TOLD and not object_follows


_TOLD: Final = frozenset((NOUN, NAME, COMMA, PRONOUN, ADJECTIVE))
_THINGS: Final = ([NOUN], [NAME])


def told_before(article: Article, verb: int, limit: int) -> int | None:
    """Find the participle that tells of the subject of the verb at `verb`: "A man | accused of killing four | fled"."""
    for index in range(verb - 1, max(limit, verb - _TOLD_WITHIN), -1):
        if article.classes[index] in _ENDS_TELLING:
            return None
        if article.classes[index] == VERB:
            told = is_told_of(article, index) and article.classes[index - 1] in (NOUN, NAME)
            return index if told else _paper_handed_over(article, index, limit)
    return None


def _paper_handed_over(article: Article, index: int, limit: int) -> int | None:
    """Where the phrase ends of a paper that went to somebody: "the draft | sent to ministers", "the draft | that"."""
    if article.lemma(index) not in article.speaker_words.sends_to or article.lower[index + 1] != "to":
        return None
    lowest = max(limit, index - _SENDER)
    opened = next((at for at in range(index - 1, lowest, -1) if article.lower[at] in ("that", "which")), index)
    paper = article.vocabulary.speaker_nouns.get(article.lower[opened - 1]) in ("document", "record")
    return opened if paper else None


_SENDER: Final = 6
"""Tokens of "that the harbour guild had" before the verb by which a paper went to somebody."""
_TOLD_WITHIN: Final = 20
"""Tokens of "accused of shooting five people outside a Milwaukee bar" before the verb of its sentence."""
_ENDS_TELLING: Final = frozenset((COMMA, STOP, QUOTE, SUBORDINATOR, AUXILIARY))
