"""A figure that takes the place of another by the text's own words.

"Revised down from 120 to 95", "lowered it to 95", "correcting an earlier figure of 50", "95, not 120": both figures
stay claims, and the one that holds names the one that it replaces.
"""

from __future__ import annotations

from typing import Final

from extraction.model import Figure
from extraction.things.thing import Thing
from extraction.words.article import Article

_REACH: Final = 10
"""Tokens before a figure among which the words of its revision stand."""
_SENTENCES_BACK: Final = 1
_SET_AGAINST: Final = ([",", "not"], [",", "rather", "than"])
"""The last words between a figure that holds and one that is given up."""
_SET_BESIDE: Final = (["and", "not"], ["not"], [",", "and", "not"], [",", "not", "the"])
"""All words between two such figures."""
_POINTERS: Final = frozenset(("it", "them", "that", "this"))


def link_revisions(article: Article, things: list[Thing]) -> None:
    """Point each figure of the article, in place, at the earlier one that it takes the place of."""
    for number, figure in enumerate(article.figures):
        before = _before(article, things, number)
        if before is None:
            continue
        if _is_second(article, figure, before):
            _link_pair(article, before, number)
        if figure.replaces is None and _is_set_anew(article, figure):
            figure.replaces = before
        holds = article.figures[before]
        is_of_one = things[before].measure == things[number].measure
        if holds.replaces is None and figure.replaces is None and _is_given_up(article, holds, figure, is_of_one):
            holds.replaces = number


def _before(article: Article, things: list[Thing], number: int) -> int | None:
    """The last figure before, in this sentence or the one before it, that measures the same in the same unit.

    Where none is known to measure the same, the figure right before in the same unit.
    """
    figure, nearest = article.figures[number], None
    for index in range(number - 1, -1, -1):
        other = article.figures[index]
        if figure.sentence - other.sentence > _SENTENCES_BACK:
            break
        if other.unit == figure.unit:
            if things[index].measure == things[number].measure:
                return index
            nearest = index if nearest is None else nearest
    return nearest


def _link_pair(article: Article, before: int, number: int) -> None:
    """Read "from 120 to 95" and "to 95 from 120"."""
    one, two = article.figures[before], article.figures[number]
    order = (_preposition(article, one), _preposition(article, two))
    if order == ("from", "to"):
        two.replaces = before
    elif order == ("to", "from"):
        one.replaces = number


def _preposition(article: Article, figure: Figure) -> str:
    """The word before a figure, "an earlier" passed over: "to 5,600 from an earlier 4,200"."""
    index, passed = figure.first - 1, article.vocabulary.words["earlier"] | {"a", "an", "the"}
    while index > 0 and article.lower[index] in passed:
        index -= 1
    return article.lower[index] if index >= 0 else ""


def _is_second(article: Article, figure: Figure, before: int) -> bool:
    """Whether the figure and the one before it are the two ends of one revision."""
    one = article.figures[before]
    return one.sentence == figure.sentence and is_revised(article, _words_before(article, one))


def is_revised(article: Article, words: list[str]) -> bool:
    """Whether words tell of a revision: "revised", or "cut" with "forecast", "count" or "toll" after it."""
    tables = article.vocabulary.words
    if tables["revision"].intersection(words):
        return True
    changed = next((index for index, word in enumerate(words) if word in tables["revision_verb"]), None)
    return changed is not None and bool(tables["revision_noun"].intersection(words[changed + 1 :]))


def _words_before(article: Article, figure: Figure) -> list[str]:
    """The words of the figure's clause before it, a few at most."""
    start = max(article.sentences[figure.sentence].first, figure.first - _REACH)
    words = article.lower[start : figure.first]
    for index in range(len(words) - 1, -1, -1):
        if words[index] in (".", ";"):
            return words[index + 1 :]
    return words


def _is_set_anew(article: Article, figure: Figure) -> bool:
    """Whether a level is put in the place of the one before: "later lowered it to 95", "the correct figure is 95"."""
    words, tables = _words_before(article, figure), article.vocabulary.words
    if words[-1:] == ["to"] and len(words) > 1 and words[-2] in _POINTERS:
        return bool((tables["revision_verb"] | tables["revision"]).intersection(words))
    return bool(tables["correct"].intersection(words)) and bool(tables["revision_noun"].intersection(words))


def _is_given_up(article: Article, holds: Figure, figure: Figure, is_of_one: bool) -> bool:
    """Whether the later of two figures is the one given up: "40, correcting an earlier figure of 50", "95, not 120".

    What both are of may stand between them where it is one thing: "95 boats sank off Tarvo, not 120".
    """
    if holds.sentence != figure.sentence:
        return False
    words, tables = article.lower[holds.last : figure.first], article.vocabulary.words
    if words in _SET_AGAINST or words in _SET_BESIDE:
        return True
    if is_of_one and any(words[-len(end) :] == end for end in _SET_AGAINST):
        return True
    noun = tables["revision_noun"].intersection(words)
    return bool(noun) and bool(tables["revision"].intersection(words)) and bool(tables["earlier"].intersection(words))
