"""How surely a figure was read: the product of a factor for each thing that its text leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import prod
from typing import Final

from extraction.model import Figure
from extraction.speech.speakers import Speech
from extraction.things.thing import Thing

DOUBTS: Final[Mapping[str, float]] = {
    "its thing is taken over from elsewhere in the article": 0.9,  # "put the number at 40"
    "its measure is no row of measures.csv": 0.8,  # the lemma of a noun, or none could be told
    "only the sentences before tell who speaks": 0.8,  # "Another 12 were missing."
}
"""What may be left open, and what it takes off the confidence."""
_TAKEN_OVER, _NO_ROW, _BY_CONTEXT = DOUBTS


def doubts_of(speech: Speech, figure: Figure, thing: Thing) -> Iterator[str]:
    """Yield what the text leaves open about a figure, as `DOUBTS` names it."""
    if thing.counted is None:
        yield _TAKEN_OVER
    if thing.measure not in speech.cast.article.vocabulary.measures.names:
        yield _NO_ROW
    if speech.by_context[figure.first]:
        yield _BY_CONTEXT


def confidence(doubts: Iterable[str]) -> float:
    """Rate a figure by what is left open about it, from 0 to 1."""
    return round(prod((DOUBTS[doubt] for doubt in doubts), start=1.0), 3)
