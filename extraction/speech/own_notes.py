"""What a paper tells of its own article: "Correction: An earlier version of this article said 12. It was 9."."""

from __future__ import annotations

from typing import Final

from extraction.speech.moods_at import mood_at
from extraction.words.article import Article

_LABEL_WITHIN: Final = 7
"""Tokens of "Correction (12 May 2024):" and "Editor's note:", the colon among them."""

_LONGEST_NOTE: Final = 6
"""Sentences that a note has at most."""


def is_own_note(article: Article, index: int) -> bool:
    """Whether a token stands in a paper's own note, which goes on for some sentences of its paragraph."""
    number = article.sentence_of[index]
    near = article.sentences[max(0, number - _LONGEST_NOTE + 1) : number + 1]
    within = (one for one in near if one.paragraph == near[-1].paragraph)
    return any(_opens_note(article, one.first, one.last) for one in within)


def _opens_note(article: Article, first: int, last: int) -> bool:
    """Whether a sentence has a note's label, or tells of an earlier version; "wrongly" alone is said of anybody."""
    labelled = article.lower[first] in article.speaker_words.note_label
    if labelled and ":" in article.lower[first : min(last, first + _LABEL_WITHIN)]:
        return True
    return any(
        mood_at(article, index) == "corrected" and article.cues.moods[index][0] > 1 for index in range(first, last)
    )
