"""Figures that only say how many it is who speak: "two of his staff said", "lawyers for nine of the men said"."""

from __future__ import annotations

from typing import Final

from extraction.model import Figure
from extraction.speech.saying import Saying
from extraction.words.article import Article

_MOST: Final = 12
"""More than so many who say something are a finding of their own: "40 residents said they were ill"."""


def counts_speakers(article: Article, sayings: list[Saying], figure: Figure) -> bool:
    """Whether a figure stands in the subject of an act of saying and counts no more people than may be sources."""
    small = figure.unit is None and 0 < (figure.value or 0) <= _MOST and float(figure.value or 0).is_integer()
    if not small or figure.base is not None:
        return False
    own = article.sentence_of[figure.first]
    return any(
        saying.subject.first <= figure.first < saying.subject.last
        for saying in sayings
        if article.sentence_of[saying.verb] == own and saying.speaker is not None
    )
