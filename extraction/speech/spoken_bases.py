"""The base of "twice the number put out by the guild" or "the guild's estimate": the figure that it has given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from extraction.model import Figure
from extraction.numbers.relative_figures import rest_on
from extraction.speech.cast import Cast, Speaker
from extraction.speech.figure_sources import source_of
from extraction.speech.speaker_names import speaker_of
from extraction.words.article import Article
from extraction.words.subjects import Subject, subject_after
from extraction.words.word_classes import POSSESSIVE

_REACH: Final = 6
"""Tokens after a factor within which "the figure given by" tells that it multiplies somebody's figure."""

SpeakerOf = Callable[[Figure], Speaker | None]
"""Says who states a figure."""


def find_spoken_bases(article: Article, cast: Cast, speaker_of_figure: SpeakerOf) -> None:
    """Give each relative figure that rests on somebody's figure, in place, that figure as its base, or whose it is."""
    for number, figure in enumerate(article.figures):
        source = _whose_base(cast, figure) if figure.base is None and figure.relative_to is not None else None
        if source is None or figure.relative_to is None:
            continue
        base = _figure_of(article, source.name, number, speaker_of_figure)
        if base is not None:
            rest_on(figure, base, article.figures[base])
        else:
            figure.relative_to = {**figure.relative_to, "base_of": source.name}


def _whose_base(cast: Cast, figure: Figure) -> Speaker | None:
    """Whose figure a relative one multiplies, where its words tell: "twice the number put out by the guild"."""
    if multiplies_figure(cast.article, figure):
        return source_of(cast, figure)
    owner = _owner_of_base(cast.article, figure)
    return speaker_of(cast, owner) if owner is not None else None


def _owner_of_base(article: Article, figure: Figure) -> Subject | None:
    """Read the owner in "half as much again as the guild's own estimate" and "twice the guild's count"."""
    first = figure.last + (article.lower[figure.last] in _LEADS)
    phrase = subject_after(article, first, article.sentences[figure.sentence].last)
    owns = [index for index in range(first, phrase.last) if article.classes[index] == POSSESSIVE] if phrase else []
    if not owns or phrase is None:
        return None
    named = article.lower[phrase.last - 1].removesuffix("s") in article.speaker_words.estimate
    return Subject(first, owns[-1]) if named else None


_LEADS: Final = frozenset(("as", "of", "than"))
"""Words that lead from a factor to its base."""


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
            if speaker is not None and bare_name(speaker.name) == bare_name(name):
                return index
    return None


def bare_name(name: str) -> str:
    """Give the name of a speaker as it is compared: "The ministry" is "the ministry"."""
    return name.lower().removeprefix("the ")
