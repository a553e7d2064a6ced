"""What a paper tells of its own article: "Correction: An earlier version of this article said 12. It was 9."."""

from __future__ import annotations

from typing import Final

from extraction.speech.moods_at import mood_at
from extraction.words.article import Article

_LABEL_WITHIN: Final = 7
"""Tokens of "Correction (12 May 2024):" and "Editor's note:", the colon among them."""


def is_own_note(article: Article, index: int) -> bool:
    """Whether a token stands in a paper's own note, which goes on to the end of its paragraph."""
    number = article.sentence_of[index]
    paragraph = article.sentences[number].paragraph
    while number >= 0 and article.sentences[number].paragraph == paragraph:
        if _opens_note(article, article.sentences[number].first, article.sentences[number].last):
            return True
        number -= 1
    return False


def _opens_note(article: Article, first: int, last: int) -> bool:
    """Whether a sentence has a note's label, or tells of an earlier version; "wrongly" alone is said of anybody."""
    labelled = article.lower[first] in article.speaker_words.note_label
    if labelled and ":" in article.lower[first : min(last, first + _LABEL_WITHIN)]:
        return True
    return any(
        mood_at(article, index) == "corrected" and article.cues.moods[index][0] > 1 for index in range(first, last)
    )
