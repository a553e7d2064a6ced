"""Who does what a verb says: the noun phrase before it, across appositions, or after it ("said Maria Silva")."""

from __future__ import annotations

from typing import NamedTuple

from extraction.article import Article
from extraction.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    BRACKET,
    COMMA,
    CONJUNCTION,
    DATE,
    DETERMINER,
    HYPHEN,
    NAME,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    STOP,
    SUBORDINATOR,
    VERB,
)

_IN_PHRASE = frozenset((NAME, NOUN, ADJECTIVE, DETERMINER, POSSESSIVE, HYPHEN, NUMBER, PREPOSITION, DATE))
_ENDS_PHRASE = frozenset((COMMA, STOP, QUOTE, VERB, AUXILIARY, SUBORDINATOR, BRACKET))
_WHEN = frozenset("on in at during after before since by for late early".split())


class Subject(NamedTuple):
    """Tokens `[first, last)` of the noun phrase, and of the apposition that belongs to it (empty where none does)."""

    first: int
    last: int
    apposition_first: int = 0
    apposition_last: int = 0


def subject_before(article: Article, verb: int, limit: int) -> Subject | None:
    """Find the subject of the verb at `verb`, no further back than the token `limit`."""
    last = _skip_back(article, verb, limit)
    if last <= limit:
        return None
    if article.lower[last - 1] == "," or article.classes[last - 1] == BRACKET:
        return _before_apposition(article, last - 1, limit)
    first = _phrase_start(article, last, limit)
    if first >= last:
        return None
    return _with_apposition_before(article, first, last, limit)


def _skip_back(article: Article, index: int, limit: int) -> int:
    """Step back over the auxiliaries and adverbs of the verb, and over "on Tuesday"."""
    while index > limit and article.classes[index - 1] in (AUXILIARY, ADVERB, DATE, CONJUNCTION):
        if article.classes[index - 1] == CONJUNCTION:
            return _coordinated(article, index, limit)
        index -= 1
    if index > limit and article.lower[index - 1] in _WHEN:
        index -= 1
    return index


def _coordinated(article: Article, index: int, limit: int) -> int:
    """Step from "... and said" back to the verb before: the subject of one is the subject of both."""
    position = index - 1
    while position > limit and article.classes[position] not in (VERB, STOP, QUOTE):
        position -= 1
    if article.classes[position] != VERB:
        return index
    while position > limit and article.classes[position - 1] in (AUXILIARY, ADVERB, VERB):
        position -= 1
    return position


def _phrase_start(article: Article, last: int, limit: int) -> int:
    """Walk back over one noun phrase with its "of" and "at" parts and its "and"."""
    first = last
    while first > limit:
        mark = article.classes[first - 1]
        joins = mark == CONJUNCTION and article.lower[first - 1] == "and" and _noun_before(article, first - 1, limit)
        if mark == PRONOUN and first == last:
            return first - 1
        if mark not in _IN_PHRASE and not joins:
            break
        first -= 1
    return _without_opening(article, first, last)


def _noun_before(article: Article, index: int, limit: int) -> bool:
    return index > limit and article.classes[index - 1] in (NAME, NOUN)


def _without_opening(article: Article, first: int, last: int) -> int:
    """Drop what opens the clause and is no part of the subject: "In Minsk the ministry", "But the mayor"."""
    while first < last and article.classes[first] in (CONJUNCTION, PREPOSITION, ADVERB, DATE, HYPHEN):
        first += 1
    return first


def _before_apposition(article: Article, comma: int, limit: int) -> Subject | None:
    """Take the noun phrase before ", the minister of X," where that comma closes an apposition."""
    opening = comma - 1
    while opening > limit and article.lower[opening] != "," and article.classes[opening] not in (STOP, BRACKET, QUOTE):
        opening -= 1
    if opening <= limit or article.classes[opening] not in (COMMA, BRACKET):
        first = _without_opening(article, max(opening, limit), comma)
        return Subject(first, comma) if first < comma else None
    first = _phrase_start(article, opening, limit)
    if first >= opening:
        return _before_apposition(article, opening, limit) if article.lower[opening] == "," else None
    return Subject(first, opening, opening + 1, comma)


def _with_apposition_before(article: Article, first: int, last: int, limit: int) -> Subject:
    """Take "Idaho's sheriff, Wade Hollister" as one where only the name stands before the verb."""
    return Subject(first, last)


def subject_after(article: Article, verb_end: int, limit: int) -> Subject | None:
    """Find the subject of an inverted verb ("said their captain, Hernan Tudela."), before the token `limit`."""
    if verb_end >= limit or article.classes[verb_end] not in (NAME, DETERMINER, POSSESSIVE, PRONOUN, NOUN, ADJECTIVE):
        return None
    last = _phrase_end(article, verb_end, limit)
    if last == verb_end:
        return None
    if last < limit and article.lower[last] == ",":
        end = last + 1
        while end < limit and article.classes[end] not in _ENDS_PHRASE:
            end += 1
        return Subject(verb_end, last, last + 1, end)
    return Subject(verb_end, last)


def _phrase_end(article: Article, index: int, limit: int) -> int:
    if article.classes[index] == PRONOUN:
        return index + 1
    while index < limit and (article.classes[index] in _IN_PHRASE or _joins(article, index, limit)):
        if article.lower[index] in _WHEN and index + 1 < limit and article.classes[index + 1] in (DATE, NUMBER):
            break
        index += 1
    return index


def _joins(article: Article, index: int, limit: int) -> bool:
    return article.lower[index] == "and" and index + 1 < limit and article.classes[index + 1] in (NAME, NOUN, ADJECTIVE)
