"""What a bare count counts that only a noun named without a number: "The toads crossed at dusk. Two were hit".

All nouns before it are weighed by what each shows, and beside them that none is meant. The weights stand in
thing_features.csv and are learned from annotated news by `python -m bench thing_fit`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from math import log, log1p
from typing import Final, NamedTuple

from extraction.model import Figure
from extraction.things.counted_people import PART_OF
from extraction.things.noun_phrases import Found, known_or_none, measure_of_phrase
from extraction.things.predicates import own_predicates
from extraction.things.unit_things import can_be_of
from extraction.words.article import Article, once_a_clause
from extraction.words.word_classes import (
    ADJECTIVE,
    DETERMINER,
    GERUND,
    HYPHEN,
    NAME,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    VERB,
    is_plural,
)

Features = Mapping[str, float]
"""What was seen of a noun, by names of thing_features.csv."""

LEFT_OPEN: Final[Features] = {"open": 1.0}
"""What speaks for leaving a figure open: a noun that only stands near would be a wrong answer."""


class NamedThing(NamedTuple):
    """A noun phrase that a figure may count, and what it shows of that."""

    found: Found
    features: Features


def named_thing(article: Article, figure: Figure) -> NamedThing | None:
    """Choose what a bare count counts of all that nouns before it name; None where it rather stays open."""
    weights = article.vocabulary.measures.thing_weights
    best = max(named_things(article, figure), key=lambda named: score(named.features, weights), default=None)
    likely = best is not None and score(best.features, weights) > score(LEFT_OPEN, weights)
    return best if likely else None


def score(features: Features, weights: Mapping[str, float]) -> float:
    """How much the features speak for a noun, in logarithms of odds against another one."""
    return sum(weights.get(name, 0.0) * amount for name, amount in features.items())


def named_things(article: Article, figure: Figure) -> list[NamedThing]:
    """Give what the nouns before a figure name, the nearest first; of one thing its nearest mention."""
    if article.lower[figure.last : figure.last + 2] == ["of", "it"]:
        return []  # a part of one thing is no count of many
    candidates: dict[str, NamedThing] = {}
    part = article.lower[figure.last : figure.last + 2] in PART_OF
    happened = own_predicates(article, figure)
    for number, named in _mentions_before(article, figure):
        measure = named.found[1].name
        if measure in candidates or not can_be_of(article, figure, named.found):
            continue
        near = _nearness(article, figure, number, len(candidates))
        features = {**named.features, **near, **_fitness(article, measure, happened), "part": float(part)}
        candidates[measure] = NamedThing(named.found, features)
        if len(candidates) == _MOST:
            break
    return list(candidates.values())


_MOST: Final = 10
"""So many things that nouns name are weighed."""
_REACH: Final = 150
"""Tokens before its sentence in which a figure's noun is looked for."""


def _mentions_before(article: Article, figure: Figure) -> Iterator[tuple[int, NamedThing]]:
    """Yield the noun phrases before a figure, the nearest first, each with the number of its sentence."""
    least = article.sentences[figure.sentence].first - _REACH
    for number in range(figure.sentence, -1, -1):
        sentence = article.sentences[number]
        if sentence.last <= least:
            return
        for named in () if sentence.furniture else reversed(_named_in(article, sentence.first, sentence.last)):
            if least <= named.found[0][1] <= figure.first:
                yield number, named


def _nearness(article: Article, figure: Figure, number: int, rank: int) -> dict[str, float]:
    """What the way from a noun in the sentence `number` to the figure tells, with `rank` other things between."""
    there, here = article.sentences[number], article.sentences[figure.sentence]
    return {
        "distance": log1p(figure.sentence - number),
        "rank": log1p(rank),
        "paragraph": float(there.paragraph == here.paragraph),
    }


def _fitness(article: Article, measure: str, happened: list[str]) -> dict[str, float]:
    """What tells of a thing wherever it is named: whether it is known, often spoken of, and fits the figure's verb."""
    vocabulary = article.vocabulary
    often = _spoken_of(article, 0, len(article.tokens))[measure]
    fits = any((measure, predicate) in vocabulary.measures.measure_of for predicate in happened)
    of_people = any(("people", predicate) in vocabulary.measures.measure_of for predicate in happened)
    return {
        "known": float(measure in vocabulary.measures.names),
        "spoken": log(often) if often else 0.0,
        "verb_fits": float(fits),
        "verb_of_people": float(of_people and not fits),
    }


@once_a_clause
def _spoken_of(article: Article, first: int, last: int) -> Counter[str]:
    """Count how often the words of the tables name each measure."""
    return Counter(found[1].name for index, found in article.cues.measures.items() if first <= index < last)


@once_a_clause
def _named_in(article: Article, first: int, last: int) -> list[NamedThing]:
    """Read the nouns of a sentence that may be counted, in order, with what their clauses show of them."""
    nouns = (index for index in range(first, last) if article.classes[index] == NOUN)
    phrases = (found for index in nouns if (found := _countable_at(article, index)) is not None)
    return [NamedThing(found, _role(article, found)) for found in phrases]


def _countable_at(article: Article, index: int) -> Found | None:
    """Read the noun phrase that ends with a noun: one that a table knows, or any plural."""
    if article.classes[index + 1] in (NOUN, HYPHEN, POSSESSIVE):
        return None
    known = known_or_none(article, max(index - _LONGEST, 0), index + 1)
    if known is not None and known[0][1] == index + 1:
        return known
    if not _names_several(article, index):
        return None
    first = index
    while first > 0 and article.classes[first - 1] in (NOUN, ADJECTIVE):
        first -= 1
    measure = measure_of_phrase(article, first, index + 1)
    return ((first, index + 1), measure) if measure is not None else None


_LONGEST: Final = 3
"""Words that a known noun phrase may have before its last."""


def _names_several(article: Article, index: int) -> bool:
    """Whether a plural noun stands for things of which there can be a count, and for no time or number."""
    word = article.lower[index]
    singular = word.removesuffix("s")
    if not is_plural(word) or singular in article.vocabulary.measures.generic:
        return False
    within = any(figure.first <= index < figure.last for figure in article.figures_of(index))  # "thousands"
    verb = word in article.vocabulary.verbs and article.mentions(word) == 1
    timed = singular in article.vocabulary.words["time_noun"] or word in article.vocabulary.measures.periods
    return not (within or timed or verb)


def _role(article: Article, found: Found) -> dict[str, float]:
    """What a noun phrase is in its clause, and whether it opens the article or has a number of its own."""
    first = found[0][0]
    sentence = article.sentence(first)
    start = first
    while start > sentence.first and article.classes[start - 1] in _OPENS_PHRASE:
        start -= 1
    before = article.classes[start - 1] if start > sentence.first else ""
    counted = any(0 <= first - other.last <= _OWN_NUMBER for other in article.figures_of(first))
    seen = {
        "subject": before != PREPOSITION and not article.has_verb(sentence.first, start),
        "object": before in (VERB, GERUND),
        "of": before == PREPOSITION and article.lower[start - 1] == "of",
        "definite": article.lower[start] in ("the", "these", "those"),
        "opening": article.sentence_of[first] == 0,
        "counted": counted,
        "deed": _does_something(article, found),
    }
    return {name: 1.0 for name, holds in seen.items() if holds}


_OPENS_PHRASE: Final = frozenset((DETERMINER, POSSESSIVE, NAME, ADJECTIVE))
_OWN_NUMBER: Final = 3
"""Words between a figure and its noun."""


def _does_something(article: Article, found: Found) -> bool:
    """Whether the verb right behind a noun tells what such things do or undergo: "On Monday people marched"."""
    (_, last), measure = found
    told = article.cues.predicates.get(last) if article.classes[last] == VERB else None
    return told is not None and (measure.name, told[1]) in article.vocabulary.measures.measure_of
