"""Sentences that only tell whose the figures of the sentence before are: "This was reported by the guild"."""

from __future__ import annotations

from typing import Final

from extraction.speech.cast import Cast, Speaker
from extraction.speech.speaker_names import speaker_of
from extraction.words.article import Article
from extraction.words.subjects import subject_after
from extraction.words.word_classes import AUXILIARY, VERB

_POINTING: Final = frozenset(["this", "that", "these"])
_OPENING: Final = 6
"""Tokens of "figure has since been confirmed" before "by"."""


def credited_back(cast: Cast, first: int, last: int) -> Speaker | None:
    """Name whom the sentence `[first, last)` credits with the one before it; None where it does not only do that."""
    article = cast.article
    source = None if article.figures_of(first) else _after_told(article, first, last)
    if source is None:
        return None
    cited = next((index + 1 for index in range(source, last) if article.lower[index] == "citing"), source)
    subject = subject_after(article, cited, last)
    return speaker_of(cast, subject) if subject is not None else None


def _after_told(article: Article, first: int, last: int) -> int | None:
    """Give the token behind "This was reported by" or "The figure comes from" at the opening of a sentence."""
    named = article.lower[first] == "the" and article.vocabulary.stance_nouns.get(article.lower[first + 1]) == "claim"
    if not named and article.lower[first] not in _POINTING:
        return None
    verb = first + 1 + named
    if article.lemma(verb) == "come" and article.lower[verb + 1] == "from":
        return verb + 2
    for index in range(verb, min(last - 1, verb + _OPENING)):
        if article.classes[index] == VERB and article.lower[index + 1] == "by":
            return index + 2 if _is_telling(article, index) else None
    return None


def _is_telling(article: Article, index: int) -> bool:
    """Whether a passive says that something was told: "was reported", "were released"."""
    form = article.vocabulary.verbs.get(article.lower[index])
    told = index in article.cues.speech or (form is not None and form.lemma in article.speaker_words.publishes)
    return told and AUXILIARY in article.classes[index - 2 : index]
