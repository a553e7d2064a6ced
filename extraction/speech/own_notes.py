"""What a paper tells of its own article: "Correction: An earlier version of this article said 12. It was 9."."""

from __future__ import annotations

from typing import Final

from extraction.model import Sentence
from extraction.speech.moods_at import mood_at
from extraction.words.article import Article

_LABEL_WITHIN: Final = 7
"""Tokens of "Correction (12 May 2024):" and "Editor's note:", the colon among them."""

_LONGEST_NOTE: Final = 6
"""Sentences that a note has at most."""


def is_own_note(article: Article, index: int) -> bool:
    """Whether a token stands in a paper's own note, which goes on for some sentences of its paragraph."""
    if article.opening_notes is None:
        article.opening_notes = _openings(article)
    number = article.sentence_of[index]
    paragraph, first = article.sentences[number].paragraph, number - _LONGEST_NOTE + 1
    return any(
        first <= opening <= number and article.sentences[opening].paragraph == paragraph
        for opening in article.opening_notes
    )


def _openings(article: Article) -> list[int]:
    """Find the sentences that open a note: by its label, or as one that tells of an earlier version."""
    labelled = [number for number, sentence in enumerate(article.sentences) if _has_label(article, sentence)]
    telling = [article.sentence_of[index] for index in article.cues.moods if _tells_of_version(article, index)]
    return labelled + telling


def _has_label(article: Article, sentence: Sentence) -> bool:
    first, end = sentence.first, min(sentence.last, sentence.first + _LABEL_WITHIN)
    return article.lower[first] in article.speaker_words.note_label and ":" in article.lower[first:end]


def _tells_of_version(article: Article, index: int) -> bool:
    """Whether a wording of more than one word tells of a correction; "wrongly" alone is said of anybody."""
    return article.cues.moods[index][0] > 1 and mood_at(article, index) == "corrected"
