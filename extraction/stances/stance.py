"""A stance, where its verb begins, and where the clause that states it ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from extraction.model import Figure, Polarity
from extraction.speech.cast import Speaker
from extraction.speech.known_figures import counts_charges, is_known, is_known_within
from extraction.stances.directions import Direction
from extraction.words.article import Article
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COMMA,
    CONJUNCTION,
    DETERMINER,
    PREPOSITION,
    STOP,
    SUBORDINATOR,
    VERB,
)

_LONGEST: Final = 40
"""Tokens that a stance may have; what goes on longer is cut at that length."""
_FULL: Final = 10
"""Tokens of an object after which any preposition but "of" opens a circumstance."""
_OPENING: Final = 2
"""Tokens that open a clause, behind which a circumstance may stand in front of its subject."""
_QUESTION_TAIL: Final = 40
"""Tokens at the end of a sentence among which its question mark is looked for, however long the sentence is."""
_CIRCUMSTANCES: Final = frozenset(
    ("amid", "despite", "without", "before", "after", "during", "following", "since", "while")
)


class Stance(NamedTuple):
    """Tokens `[first, last)` that state it, where its object begins, who takes it, which way, and its clause's end.

    `predicate` is what its thing is said to have done where a table tells it; `target` whose figure it answers, and
    `figure` where that begins; `matter` the tokens of what a short answer answers, or of what is blamed.
    """

    first: int
    last: int
    object: int
    speaker: Speaker | None
    polarity: Polarity
    clause_last: int
    predicate: str | None = None
    target: str | None = None
    figure: int | None = None
    matter: tuple[int, int] | None = None
    confidence: float = 1.0
    """How likely it is one that others could dispute, as weighed by stance_features.csv."""


def clause_end(article: Article, index: int, limit: int) -> int:
    """Find the end of the clause at `index`: its comma or full stop, or an "and" that opens another clause."""
    end = min(limit, index + _LONGEST)
    while index < end and article.classes[index] not in (STOP, COMMA):
        if article.classes[index] == CONJUNCTION and _opens_clause(article, index, end):
            break
        index += 1
    return index


def _opens_clause(article: Article, index: int, limit: int) -> bool:
    following = article.classes[index + 1 : min(limit, index + 3)]
    if article.lower[index] != "and":
        return article.lower[index] == "but"
    return bool(following) and following[0] in (VERB, AUXILIARY)


def further_clauses(article: Article, first: int, limit: int) -> Iterator[tuple[int, int]]:
    """Find the clauses that go on with what somebody says: "said that the gate was shut | and that nobody came"."""
    for index in range(first, limit - 2):
        if article.classes[index] == STOP:
            return
        opens = article.lower[index] == "and" and article.classes[index + 1] == SUBORDINATOR
        if opens and article.lower[index + 1] == "that":
            yield index + 2, clause_end(article, index + 2, limit)


def phrase_end(article: Article, first: int, last: int) -> int:
    """Find where the phrase that states it ends and circumstances begin: "opening the dam | without warning"."""
    for index in range(first + 1, last):
        begun = index - first > _OPENING or article.has_verb(first, index)  # "that soon after the fair began it rained"
        begun = begun and article.classes[index - 1] != AUXILIARY  # "has since closed"
        if begun and article.lower[index] in _CIRCUMSTANCES and index not in article.cues.stances:
            return index
        if index - first >= _FULL and article.classes[index] == PREPOSITION and article.lower[index] != "of":
            return index
    return last


def is_question(article: Article, index: int, limit: int) -> bool:
    """Whether a question mark follows before the token `limit`."""
    return "?" in article.lower[max(index, limit - _QUESTION_TAIL) : limit]


def told_figures(article: Article, first: int, last: int) -> list[Figure]:
    """The figures that a clause tells; those of things that it takes as known are left out."""
    return [figure for figure in figures_in(article, first, last) if not is_known(article, figure)]


def figures_in(article: Article, first: int, last: int) -> list[Figure]:
    """The figures that begin among the tokens `[first, last)` of one sentence."""
    return [figure for figure in article.figures_of(first) if first <= figure.first < last] if first < last else []


def told_beside(article: Article, first: int, last: int) -> list[Figure]:
    """The figures that words tell, but for those behind a preposition: "had hired a lobbyist for | $2 million"."""
    return [figure for figure in told_figures(article, first, last) if not _is_behind_preposition(article, figure)]


def _is_behind_preposition(article: Article, figure: Figure) -> bool:
    before = figure.first - 1
    while article.classes[before] in (DETERMINER, ADJECTIVE, ADVERB):
        before -= 1
    moved = article.lower[before - 1] in article.vocabulary.measures.value_verbs  # "had risen to 40"
    return (
        article.classes[before] == PREPOSITION and article.lower[before] not in ("of", "than", "by", "to") and not moved
    )


def answerable(article: Article, first: int, last: int, kind: str) -> list[Figure]:
    """The figures of an object that a stance of a kind may answer: who denies two charges leaves the two as it is."""
    told = (figure for figure in figures_in(article, first, last) if not is_known_within(article, figure, first))
    return [figure for figure in told if kind != "denied" or not counts_charges(article, figure)]


_OTHER_WAY: Final[dict[Polarity, Polarity]] = {"denied": "asserted", "asserted": "denied"}


def turned(stance: Stance, way: Direction, *, counts_negation: bool = True) -> Stance:
    """Turn a stance by what its clause says: who denies that a siren had not worked denies that it failed.

    With `counts_negation` the stance's polarity has taken the clause's negation into account already.
    """
    turns = way.is_against != (counts_negation and way.is_negated)
    polarity = _OTHER_WAY.get(stance.polarity, stance.polarity) if turns else stance.polarity
    return stance._replace(polarity=polarity, predicate=way.predicate)


def verb_start(article: Article, index: int, limit: int) -> int:
    """Where the verb of a stance begins with what helps it: "|has repeatedly refused to confirm"."""
    while index > limit:
        mark, word = article.classes[index - 1], article.lower[index - 1]
        if mark not in (AUXILIARY, ADVERB) and word not in article.mood_words.before_stance:
            break
        index -= 1
    return index
