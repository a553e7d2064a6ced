"""A thing that a figure counts or measures, and the small questions about it that several steps ask."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import Final

from extraction.model import Figure
from extraction.words.article import Article
from extraction.words.word_classes import (
    DETERMINER,
    NAME,
    POSSESSIVE,
)


@dataclass(slots=True)
class Thing:
    """What a figure counts; `base` is the measure of its noun before what happened to it is taken into account."""

    measure: str
    counted: str | None
    predicate: str | None
    actor: str | None
    base: str = ""
    part: str = ""
    """What exactly is counted within the measure, as the table of wordings says; empty for the whole."""
    first: int = 0
    last: int = 0


def is_fractional(figure: Figure) -> bool:
    """Whether a bare number counts nothing by the head, since it is none of whole things: 13.5."""
    plain = figure.unit is None and figure.relative_to is None and figure.value is not None
    return plain and figure.value != int(figure.value or 0)


CONTINUES_REACH: Final = 8
LIKE_SIZED: Final = 0.47
"""Natural logarithm of the ratio (1.6) under which two figures may well dispute one thing."""


def log_ratio(figure: Figure, other: Figure) -> float:
    """How far two figures are apart in size; nothing where one of them has none."""
    one, two = abs(figure.value or figure.low or 0), abs(other.value or other.low or 0)
    return abs(log(one / two)) if one > 0 and two > 0 and figure.relative_to is None else 0.0


def is_whole(article: Article, figure: Figure) -> bool:
    """Whether another figure takes a part of this one, whose fate is the part's: "none of its 4,870 workers"."""
    strong = article.lower[figure.last : figure.last + 2] == ["-", "strong"]
    index = figure.first - 1
    while index > 0 and article.classes[index] in (POSSESSIVE, DETERMINER, NAME):
        index -= 1
    part_of = index > 0 and article.lower[index] == "of"
    share = index > 0 and article.lower[index - 1] in ("many", "most", "some", "few", "any", "each")
    return strong or (part_of and (share or any(other.last == index for other in article.figures_of(figure.first))))


def opens_whole(article: Article, figure: Figure) -> bool:
    """Whether a clause opens with the whole of which a later figure is the part: "of the 90 aboard, 60"."""
    index = figure.first - 1 - (article.classes[figure.first - 1] in (DETERMINER, POSSESSIVE))
    opens = index == article.sentences[figure.sentence].first and article.lower[index] == "of"
    return opens and any(other.first > figure.last for other in article.figures_of(figure.first))


def has_many_fates(article: Article, thing: Thing) -> bool:
    """Whether a thing is counted under several measures: people who are dead, hurt or fled."""
    several = article.thing_words.of_many_fates
    return thing.base in several or article.vocabulary.measures.kinds.get(thing.base) in several
