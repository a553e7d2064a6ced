"""Relatives as speakers: who owns a mother by his name is not she, "Omar Bello's mother, Ruth," is Ruth Bello."""

from __future__ import annotations

from typing import Final

from extraction.naming.mentions import Mention
from extraction.speech.cast import Cast, Speaker
from extraction.words.article import Article
from extraction.words.word_classes import ADJECTIVE, COMMA, HYPHEN, NAME, NUMBER, POSSESSIVE

_BEFORE_KIN: Final = frozenset((ADJECTIVE, NUMBER, HYPHEN))
_TOLD_WITHIN: Final = 5
"""Tokens of "19-year-old" and "older" that may stand before "sister"."""


def relative_of(cast: Cast, owner: Mention) -> Speaker | None:
    """Whom a name has as a relative right behind it; None where it owns no relative."""
    kin = _kin_behind(cast.article, owner)
    if kin is None:
        return None
    named = _named_behind(cast, kin, owner)
    return named or Speaker(cast.article.words(owner.first, kin + 1), None, "person")


def _kin_behind(article: Article, owner: Mention) -> int | None:
    """Where "sister" stands in "Bello's older sister"."""
    if article.classes[owner.last] != POSSESSIVE:
        return None
    index = owner.last + 1
    while index < owner.last + _TOLD_WITHIN and _is_before_kin(article, index):
        index += 1
    return index if article.lower[index] in article.speaker_words.kin else None


def _is_before_kin(article: Article, index: int) -> bool:
    return article.classes[index] in _BEFORE_KIN or article.lower[index] in ("year", "old")


def _named_behind(cast: Cast, kin: int, owner: Mention) -> Speaker | None:
    """The relative by the name behind the noun; of a given name alone the surname is the owner's, as news has it."""
    article = cast.article
    first = kin + 1 + (article.classes[kin + 1] == COMMA)
    mention = cast.names.at.get(first)
    if mention is None or mention.first != first or article.classes[first] != NAME:
        return None
    if article.classes[mention.last] == POSSESSIVE or mention.kind in ("state", "organisation"):
        return None
    person = cast.names.person(mention) if mention.kind == "person" else None
    if " " in mention.name or person is not None:
        return Speaker(person.name, person.affiliation, "person") if person is not None else None
    surname = _surname(cast, owner)
    return Speaker(" ".join([mention.name, surname]).strip(), None, "person")


def _surname(cast: Cast, owner: Mention) -> str:
    """The surname of an owner whose whole name the article tells; empty where it tells one word alone."""
    person = cast.names.person(owner) if owner.kind == "person" else None
    words = (person.name if person is not None else owner.name).split()
    return words[-1] if len(words) > 1 else ""
