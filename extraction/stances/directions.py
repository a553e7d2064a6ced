"""Which way a clause goes: "had not worked" says "had failed", and "had worked" or "was safe" denies a fault."""

from __future__ import annotations

from typing import Final, NamedTuple

from extraction.speech.said_clauses import BE, is_negated, past_opening, verb_group
from extraction.words.article import Article
from extraction.words.vocabulary import Sense
from extraction.words.word_classes import ADVERB, COMMA, CONJUNCTION, DATE, QUOTE, STOP, SUBORDINATOR


class Direction(NamedTuple):
    """The predicate of a clause where a table or "failed to" gives it, and whether the clause speaks against it."""

    predicate: str | None
    is_against: bool
    is_negated: bool
    """Whether a negation alone is there, before the predicate's own sense is taken into account."""


_PLAIN: Final = Direction(None, is_against=False, is_negated=False)
_AFTER_INTRANSITIVE: Final = frozenset((STOP, COMMA, QUOTE, ADVERB, CONJUNCTION, SUBORDINATOR, DATE))


def direction_of(article: Article, first: int, last: int) -> Direction:
    """Read the first verb group among the tokens `[first, last)` with its negation and its own sense."""
    group = verb_group(article, past_opening(article, first, last), last)
    if group is None:
        return _PLAIN
    negated = is_negated(article, first, last)
    main = _undone(article, group[1] - 1, last)
    failing = main != group[1] - 1
    sense = _sense_at(article, group[0], main, last)
    against = negated != failing
    if sense is None:
        return Direction(article.lemma(main) if failing else None, against, negated)
    return Direction(sense.predicate, against != sense.is_opposite, negated)


def _undone(article: Article, main: int, last: int) -> int:
    """The verb of what was not done in "failed to sound"; else the main verb itself."""
    if article.lemma(main) in article.mood_words.fails and main + 2 < last and article.lower[main + 1] == "to":
        form = article.vocabulary.verbs.get(article.lower[main + 2])
        return main + 2 if form is not None and form.form == "base" else main
    return main


def _sense_at(article: Article, first: int, main: int, last: int) -> Sense | None:
    """The sense of an intransitive verb ("did not work"), or of a state after a form of "be" ("was not safe")."""
    states = article.vocabulary.stances.senses["state"]
    linked = any(word.removesuffix("n't") in BE for word in article.lower[first:main])
    if linked and article.lower[main] in states:
        return states[article.lower[main]]
    if article.lemma(main) in article.mood_words.remains and main + 1 < last:
        return states.get(article.lower[main + 1])
    gerund = article.lower[main].endswith("ing")
    ends = main + 1 >= last or article.classes[main + 1] in _AFTER_INTRANSITIVE
    return (
        article.vocabulary.stances.senses["verb"].get(article.lower[main]) if ends and (gerund or not linked) else None
    )
