"""Which body of a town speaks in local news: "police" of Birmingham's news are Birmingham police, and no state's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from extraction.naming.mentions import Mention
from extraction.speech.cast import Cast
from extraction.words.word_classes import DETERMINER, NUMBER, POINT


def local_body(cast: Cast, first: int, last: int) -> str | None:
    """The body of the article's town that the tokens `[first, last)` name, with its town, if they name one.

    "Memphis police", "city firefighters", "the Tulsa Fire Department", but not "state police" or "university officers".
    """
    town = cast.places.town
    if town is None:
        return None
    bodies, lower, classes = cast.article.vocabulary.names.local_bodies, cast.article.lower, cast.article.classes
    letters = body_by_letters(cast, cast.article.tokens[last - 1].text)
    if letters is not None and last - first <= _ARTICLE_AND_LETTERS:
        return letters
    names = [one for one in cast.names.within(first, last) if not bodies.keys() >= set(lower[one.first : one.last])]
    inside = {index for mention in names for index in range(mention.first, mention.last)}
    rest = (index for index in range(first, last) if index not in inside)
    if not all(lower[index] in bodies or classes[index] in (DETERMINER, NUMBER, POINT) for index in rest):
        return None
    body = _body(cast, lower[first:last])
    whose = _whose(cast, names, town) if body else None
    return f"{whose} {body}" if whose else None


_ARTICLE_AND_LETTERS: Final = 2


def body_by_letters(cast: Cast, letters: str) -> str | None:
    """The body of the article's town that letters are short for: "MNPD" in Nashville, "IMPD" in Indianapolis."""
    town = cast.places.town
    body = cast.article.vocabulary.names.local_bodies.get(letters[-2:].lower()) if letters.isupper() else None
    return f"{town} {body}" if town and body and town[0] in letters[:-2] else None


def officers_body(cast: Cast, ranks: set[str]) -> str | None:
    """The body of the article's town in which somebody has such ranks: "Sgt.", "fire captain"."""
    known = cast.article.vocabulary.names.local_bodies.keys() >= set(ranks)  # no chief executive officer
    body = _body(cast, ranks) if cast.places.town and known else None
    return f"{cast.places.town} {body}" if body else None


def _body(cast: Cast, words: Iterable[str]) -> str | None:
    """The body that some words tell of; a fire captain is of the fire department, whatever else his rank may be."""
    known = cast.article.vocabulary.names.local_bodies
    return min((known[word] for word in words if known.get(word)), default=None)


def _whose(cast: Cast, names: Iterable[Mention], town: str) -> str | None:
    """The town among the names of a body, else that of the article; None where another name may be a state's."""
    for mention in names:
        known = cast.article.cues.places.get(mention.first)
        if mention.kind in ("state", "person") or mention.wording or known is None or known[1][0].kind != "city":
            return None
        return known[1][0].name
    return town
