"""What somebody admits, pleads guilty to or is accused of: a deed, told by a clause or by its gerund."""

from __future__ import annotations

from typing import Final

from extraction.speech.said_clauses import BE, denies, is_opinion, looks_ahead, negates
from extraction.stances.stance import clause_end, told_figures
from extraction.words.article import Article
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COMMA,
    DETERMINER,
    GERUND,
    PREPOSITION,
    QUOTE,
    STOP,
)

GUILTY: Final = "guilty"
"""The predicate of pleas, which is that of verdicts."""
PLEAS: Final = frozenset(("pleaded", "pleaded_not"))
BY_DOER: Final = PLEAS | {"taken"}
"""Kinds of verbs that are a stance only of somebody who is known, and of what he did himself."""
_OF_DEEDS: Final = frozenset(("admitted", "asserted"))
"""Kinds of verbs whose object may be a deed in the gerund: "admitted (to) steering", "accused him of taking"."""
_DEED_REACH: Final = 12
"""Tokens behind a verb of accusing among which the deed stands: "accused the head of the port of taking"."""


def is_admitted(article: Article, index: int, first: int, limit: int) -> bool:
    """Whether what has happened is admitted: "admitted that the valve had been left open", "admitted steering"."""
    if is_undone(article, index):
        return False
    last = clause_end(article, first, limit)
    if article.lower[first] in ("this", "that", "it") and article.classes[first + 1] in (STOP, COMMA, PREPOSITION):
        return True  # "a guard who was there confirms this"
    if deed_start(article, "admitted", first, last) is not None:
        return True
    clause = article.lower[first : first + 1] == ["that"] or article.has_verb(first, last)
    return (
        clause
        and not is_opinion(article, first, last)
        and not looks_ahead(article, first, last)
        and not denies(article, first, last)
    )


def is_undone(article: Article, index: int) -> bool:
    """Whether a verb tells of what was not done, or is only wanted: "to establish a panel", "did not plead"."""
    words = article.lower[article.verb_start(index, article.sentence(index).first) : index]
    form = article.vocabulary.verbs.get(article.lower[index])
    base = form is not None and form.form == "base"
    return negates(words) or (base and article.lower[index - 1] == "to")


def is_pleaded(article: Article, index: int) -> bool:
    """Whether a plea was made: not "agreed to plead guilty" and "will plead guilty"."""
    form = article.vocabulary.verbs[article.lower[index]].form
    return form != "base" and not (form == "ing" and article.classes[index - 1] == AUXILIARY)


def deed_start(article: Article, kind: str, first: int, last: int) -> int | None:
    """Where the gerund of the deed stands that is admitted, or of which somebody is accused; None without one.

    Of a plea it is the word "guilty".
    """
    if kind in PLEAS:
        return first - 1
    if kind not in _OF_DEEDS:
        return None
    last = min(last, len(article.lower))
    to_deed = "to" if kind == "admitted" else "of"
    reach = range(first, min(last, first + _DEED_REACH)) if kind == "asserted" else (first,)
    openings = [i + 1 for i in reach if article.lower[i] == to_deed]
    starts = openings if openings or kind == "asserted" else [first]
    return next((deed for start in starts if (deed := _gerund_at(article, start, last)) is not None), None)


def _gerund_at(article: Article, deed: int, last: int) -> int | None:
    """Where the gerund stands that opens at a token, adverbs passed over; None where another word does."""
    while deed < last and article.classes[deed] == ADVERB:
        deed += 1
    return deed if deed < last and article.classes[deed] == GERUND else None


def before_figure(article: Article, first: int, last: int) -> int:
    """Cut what is told of a deed before its first figure, which is a claim of its own: "taking | (more than) 40"."""
    figures = told_figures(article, first, last)
    if not figures:
        return last
    end = figures[0].first
    while end > first and article.classes[end - 1] in (DETERMINER, PREPOSITION, ADJECTIVE):
        end -= 1
    return end


def is_accused_of_deed(article: Article, index: int) -> bool:
    """Whether somebody is accused of having done something: "has been accused of taking", ", accused of taking"."""
    if article.lower[index + 1] != "of" or deed_start(article, "asserted", index + 1, index + _DEED_REACH) is None:
        return False
    before = index - 1
    while article.classes[before] == ADVERB:
        before -= 1
    return article.lower[before] in BE or article.classes[before] == COMMA


def is_of_being(article: Article, first: int, last: int) -> bool:
    """Whether somebody is only accused of how he is: "of being "stingy"", "of being too slow"."""
    being = next((i for i in range(first, last) if article.lower[i] == "being"), last)
    return (
        being + 1 < last
        and being > first
        and article.lower[being - 1] == "of"
        and (article.classes[being + 1] in (QUOTE, ADJECTIVE, ADVERB))
    )
