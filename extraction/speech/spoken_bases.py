"""The base of "twice the number put out by the guild": the figure that the same article has from that speaker."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from extraction.model import Figure
from extraction.numbers.relative_figures import rest_on
from extraction.speech.cast import Cast, Speaker
from extraction.speech.figure_sources import source_of
from extraction.words.article import Article

_REACH: Final = 6
"""Tokens after a factor within which "the figure given by" tells that it multiplies somebody's figure."""

SpeakerOf = Callable[[Figure], Speaker | None]
"""Says who states a figure."""


def find_spoken_bases(article: Article, cast: Cast, speaker_of_figure: SpeakerOf) -> None:
    """Give each relative figure that rests on somebody's figure, in place, that figure as its base."""
    for number, figure in enumerate(article.figures):
        rests = figure.base is None and multiplies_figure(article, figure)
        source = source_of(cast, figure) if rests else None
        base = _figure_of(article, source.name, number, speaker_of_figure) if source is not None else None
        if base is not None:
            rest_on(figure, base, article.figures[base])


def multiplies_figure(article: Article, figure: Figure) -> bool:
    """Whether a relative figure multiplies "the figure", "the toll", "the estimate" that somebody gave."""
    if figure.relative_to is None:
        return False
    near = article.lower[figure.last : figure.last + _REACH]
    told = "the" in near[:2] and "by" in near
    return told and bool(article.vocabulary.words["revision_noun"].intersection(near[: near.index("by")]))


def _figure_of(article: Article, name: str, number: int, speaker_of_figure: SpeakerOf) -> int | None:
    """The nearest figure with a value of its own that the speaker states, those before first."""
    order: list[int] = [*range(number - 1, -1, -1), *range(number + 1, len(article.figures))]
    for index in order:
        other = article.figures[index]
        if other.value is not None and other.relative_to is None:
            speaker = speaker_of_figure(other)
            if speaker is not None and _bare(speaker.name) == _bare(name):
                return index
    return None


def _bare(name: str) -> str:
    return name.lower().removeprefix("the ")
