"""What a figure without a noun counts: the thing of a figure before it that fits."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import log
from typing import Final

from extraction.model import Figure
from extraction.naming.actors import candidate_of
from extraction.naming.names import Names
from extraction.things.counted_people import PART_OF
from extraction.things.predicates import is_only_said, is_told_otherwise, own_predicates
from extraction.things.thing import (
    CONTINUES_REACH,
    LIKE_SIZED,
    Thing,
    has_many_fates,
    is_fractional,
    log_ratio,
    opens_whole,
)
from extraction.words.article import Article
from extraction.words.word_classes import (
    CONJUNCTION,
)

_INHERITED_SENTENCES: Final = 8
INHERITED_FIGURES: Final = 16
_TOLD: Final = 200
"""Figures before one among which the measures are counted that it may take over: a table is no article."""


def inherited(
    article: Article, names: Names, number: int, stated: list[Thing | None], positions: range
) -> Thing | None:
    """Take over what is counted elsewhere in the same unit, the figure nearest in size and place first.

    "3,000 of them" and "put the number at 40" speak of what stood before, "the 750 noted by the guild" of what
    follows; forty is no answer to eight thousand.
    """
    figure = article.figures[number]
    again = (
        _reworded(article, number, stated) or _increased(article, number, stated) or _rivalled(article, number, stated)
    )
    if again is not None:
        return again
    happened = own_predicates(article, figure)
    lent = _whole_before(article, number, stated) or _nearest_lent(article, number, stated, positions, happened)
    return _taken_over(article, names, figure, lent, happened) if lent is not None else None


def _nearest_lent(
    article: Article, number: int, stated: list[Thing | None], positions: range, happened: list[str]
) -> Thing | None:
    """Find the thing of the figure at one of the positions that is nearest to this one, by size, place and verb."""
    figure = article.figures[number]
    pointed, said = points_elsewhere(article, figure), is_only_said(article, figure)
    around = stated[max(0, number - _TOLD) : number + INHERITED_FIGURES]
    often = Counter(thing.measure for thing in around if thing is not None)
    best: tuple[float, Thing] | None = None
    for position in positions:
        other, thing = article.figures[position], stated[position]
        if thing is None or not _may_lend(other, figure):
            continue
        befell = any((thing.base, predicate) in article.vocabulary.measures.measure_of for predicate in happened)
        if not (pointed or _is_near_enough(figure, other, befell=befell, said=said)):
            continue
        distance = _distance(article, figure, other) + abs(number - position) / 10
        distance -= log(often[thing.measure]) / 2 + (_VERB_FITS if befell else 0)
        if best is None or distance < best[0]:
            best = (distance, thing)
    return best[1] if best is not None else None


def _may_lend(other: Figure, figure: Figure) -> bool:
    """Whether two figures are near each other and of one unit, so that one may count the other's thing."""
    of_unit = other.unit == figure.unit or _takes_any_unit(figure) or (_is_share(other) and figure.unit is None)
    of_parts = is_fractional(figure) and other.unit is None and not is_fractional(other)
    return of_unit and not of_parts and figure.sentence - other.sentence <= _INHERITED_SENTENCES


def _whole_before(article: Article, number: int, stated: list[Thing | None]) -> Thing | None:
    """Find whose part a figure is in its own sentence: in "46 were hurt, nine of them badly" nine of the 46."""
    figure = article.figures[number]
    if article.lower[figure.last : figure.last + 2] not in PART_OF or figure.value is None:
        return None
    for position in range(number - 1, -1, -1):
        other = article.figures[position]
        if other.sentence != figure.sentence:
            return None
        if stated[position] is not None and other.unit is None and (other.value or 0) > figure.value:
            return stated[position]
    return None


def _taken_over(article: Article, names: Names, figure: Figure, thing: Thing, happened: list[str]) -> Thing:
    """Make the thing of a figure of that of another, under what its own verb tells."""
    inherited = replace(thing, counted=None, first=figure.last, last=figure.last)
    for predicate in happened:
        measure = article.vocabulary.measures.measure_of.get((thing.base, predicate))
        counts = measure in article.vocabulary.measures.counted_only and figure.unit is not None  # money is no people
        if measure is not None and not counts and not opens_whole(article, figure):
            inherited.measure, inherited.predicate = (
                measure,
                article.vocabulary.measures.predicate_of.get(measure) or predicate,
            )
            return inherited
    if inherited.measure == "vote_share":
        inherited.actor = candidate_of(article, names, figure) or inherited.actor
    return _by_its_verb(article, figure, inherited)


def _is_near_enough(figure: Figure, other: Figure, *, befell: bool, said: bool) -> bool:
    """Whether a figure may count what another counts though nothing points there: near by, or of telling like size.

    A small number counts anything; only one that is `said` or that the same `befell` reaches over a sentence.
    """
    reach = _NEARBY if figure.unit is None or befell or _is_share(figure) else 0
    if (figure.value or 0) < TELLING and not (said or befell):
        reach = 0
    near = abs(figure.sentence - other.sentence) <= reach
    return near or (_is_alike(figure, other) and (figure.unit is not None or (figure.value or 0) >= TELLING))


def _is_alike(figure: Figure, other: Figure) -> bool:
    return figure.value is not None and other.value is not None and log_ratio(figure, other) < LIKE_SIZED


def _distance(article: Article, figure: Figure, other: Figure) -> float:
    """How far two figures are apart in size and place, with what speaks for their counting one thing."""
    distance = log_ratio(figure, other) + abs(figure.sentence - other.sentence) / 2
    distance -= _SIZE_TELLS if _is_alike(figure, other) else 0
    return distance - (_SAME_CLAUSE if _continues(article, other, figure) else 0)


def _by_its_verb(article: Article, figure: Figure, thing: Thing) -> Thing:
    """Take the fate from a figure's things whose own verb tells of another: "23 were killed and 17 got out".

    A whole that is told first has not the fate of its part: "of the 90 aboard, 60 were rescued".
    """
    if opens_whole(article, figure):
        return replace(thing, measure=thing.base, predicate=None)
    if figure.unit is not None or thing.measure == thing.base or not has_many_fates(article, thing):
        return thing
    told = is_told_otherwise(article, figure, (figure.first, figure.last))
    return replace(thing, measure=thing.base, predicate=None) if told else thing


_VERB_FITS: Final = 2.0
"""How much nearer a figure counts to whose things can happen what the clause tells."""
TELLING: Final = 20
"""From this figure on, like size is no chance."""
_SIZE_TELLS: Final = 2.0
"""How much nearer a like-sized figure counts."""
_NEARBY: Final = 2
"""Sentences from which a bare count takes its noun though nothing points there."""


def points_elsewhere(article: Article, figure: Figure) -> bool:
    """Whether the words beside a figure point to what is named elsewhere: "put the number at", "five of them"."""
    if article.lower[figure.last : figure.last + 2] in PART_OF:
        return True
    start = max(article.sentences[figure.sentence].first, figure.first - _POINTER_REACH)
    return any(
        article.lower[index] in article.thing_words.figure or article.lower[index] in _POINTERS
        for index in range(start, figure.first)
    )


_POINTER_REACH: Final = 12
_POINTERS: Final = frozenset(("it", "that", "this", "they", "them", "those", "these", "which", "whom", "its", "their"))
_SAME_CLAUSE: Final = 2.0
"""How much nearer a figure counts that the same sentence goes on from: a factor of seven in size."""


def _continues(article: Article, other: Figure, figure: Figure) -> bool:
    """Whether a figure only adds to one before it in the sentence: "3,600 were away; about 200 still are"."""
    return other.sentence == figure.sentence and 0 <= figure.first - other.last <= CONTINUES_REACH


def _takes_any_unit(figure: Figure) -> bool:
    return figure.relative_to is not None and (figure.unit is None or _is_share(figure))


def _is_share(figure: Figure) -> bool:
    """Whether a figure is a share in words, which is of what others count or give in per cent: "7 in 10 trains"."""
    return figure.relative_to is not None and figure.value is None and figure.unit == "percent"


def _reworded(article: Article, number: int, stated: list[Thing | None]) -> Thing | None:
    """Take the thing of the figure that this one says again in another unit: "for $4.35 billion, or €3.75 billion"."""
    if not number:
        return None
    figure, before = article.figures[number], article.figures[number - 1]
    between = article.lower[before.last : figure.first]
    again = between in ([",", "or"], ["or"], ["("], [",", "or", "the", "equivalent", "of"], [",", "equivalent", "to"])
    return stated[number - 1] if again else None


def _increased(article: Article, number: int, stated: list[Thing | None]) -> Thing | None:
    """Take the thing of the figure before that this one adds to: "209 monitors. It will send a further 50"."""
    figure, before = article.figures[number], article.figures[number - 1]
    added = not article.thing_words.added.isdisjoint(
        (article.lower[max(0, figure.first - 1)], article.lower[figure.first])
    )
    near = number > 0 and added and figure.sentence - before.sentence <= 1 and figure.unit == before.unit
    thing = stated[number - 1] if near else None
    return replace(thing, counted=None, first=figure.last, last=figure.last) if thing is not None else None


def _rivalled(article: Article, number: int, stated: list[Thing | None]) -> Thing | None:
    """Take the thing of a quantity that a bare number rivals: "three years late by one account and two by another"."""
    figure, before = article.figures[number], article.figures[number - 1]
    if not number or before.sentence != figure.sentence or before.unit is None or figure.unit is not None:
        return None
    joined = article.classes[figure.first - 1] == CONJUNCTION and article.lower[figure.last] == "by"
    thing = stated[number - 1] if joined else None
    return replace(thing, counted=None, first=figure.last, last=figure.last) if thing is not None else None
