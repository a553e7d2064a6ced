"""Places that the gazetteer does not hold, known by the words around them: "off Tarvo island", "the town of Elmsby"."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from extraction.naming.mentions import Mention
from extraction.naming.names import Names
from extraction.places.datelines import dateline_of
from extraction.places.place_mentions import PlaceMention, Role, is_rough, role_of
from extraction.places.place_readings import country_of, follows_at_once, is_origin, leads_to
from extraction.words.article import Article
from extraction.words.word_classes import HYPHEN, NAME, NOUN, NUMBER, POSSESSIVE

_BEFORE_BARE: Final = frozenset(("in", "near", "off", "outside"))
"""Words that a place follows at once; "at" and "around" are as often said of a company or a person."""
_HAZARD_REACH: Final = 6
_AFTER_DATELINE: Final = frozenset(("-", "–", "—", "•", "("))


def with_unlisted(
    article: Article, names: Names, listed: list[PlaceMention], country: str | None
) -> list[PlaceMention]:
    """Add the places that only their words give away to those of the gazetteer, all in order.

    What contains them is what the text says ("Cedros in southern Trinidad"), else the article's country.
    """
    taken = {index for mention in listed for index in range(mention.first, mention.last)}
    by_name: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in (_without_governor(article, mention) for mention in names.mentions):
        if mention.kind in ("thing", "person") and taken.isdisjoint(range(mention.first, mention.last)):
            by_name[mention.name.casefold()].append(mention)
    found = [place for mentions in by_name.values() for place in _unlisted(article, mentions, listed, country)]
    return sorted([*listed, *found], key=lambda mention: mention.first) if found else listed


def _without_governor(article: Article, mention: Mention) -> Mention:
    """Cut off the person glued to a place: "Kelva Province Gulan Merak declared"."""
    regions = article.vocabulary.place_words.region
    for index in range(mention.first + 1, mention.last - 1):
        if article.lower[index] in regions:
            return Mention(mention.first, index + 1, "thing", article.words(mention.first, index))
    return mention


def _unlisted(
    article: Article, mentions: list[Mention], listed: list[PlaceMention], country: str | None
) -> Iterator[PlaceMention]:
    """Yield all mentions of a name that at least one of them shows to be a place's."""
    if article.sentence(mentions[0].first).furniture:
        return
    told = {mention.first: _container(article, mention, listed) for mention in mentions}
    if not _is_place(article, mentions) and not any(_lies_in(article, mention, told) for mention in mentions):
        return
    within = next((path for path in told.values() if path is not None), country)
    name = next((kept for mention in mentions if (kept := _with_landform(article, mention))), _cased(mentions))
    path = name if within is None else f"{name} < {country_of(within) if is_rough(within) else within}"
    dateline = range(*dateline_of(article))
    for mention in mentions:
        last = mention.last + _has_kind_behind(article, mention.last)
        role: Role = "scene" if last > mention.last else role_of(article, mention.first, last)
        role = "passing" if is_origin(article, mention.first) else role
        reported_from = mention.first in dateline
        open_place = reported_from and within is None
        yield PlaceMention(mention.first, last, path, "dateline" if reported_from else role, is_open=open_place)


def _cased(mentions: list[Mention]) -> str:
    """The name as it is written away from a dateline in capitals."""
    return next((one.name for one in mentions if not one.name.isupper()), mentions[0].name.title())


def _with_landform(article: Article, mention: Mention) -> str | None:
    landform = article.lower[mention.last]
    return f"{mention.name} {landform}" if landform in article.vocabulary.place_words.landform else None


def _has_kind_behind(article: Article, index: int) -> bool:
    """Whether the noun behind a name makes a place of it: "Tarvo island", "the Holm pass"."""
    words = article.vocabulary.place_words
    kind = article.lower[index] in words.behind and article.classes[index] == NOUN
    return kind or article.lower[index] in words.landform


def _is_place(article: Article, mentions: list[Mention]) -> bool:
    """Whether the words around a name make it a place's: its kind beside it, or "in", "near" and "off" before it."""
    if any(_is_named_after_kind(article, mention) for mention in mentions):
        return True
    if not _may_be_place(article, mentions[0]):
        return False
    if any(_is_called_place(article, mention) for mention in mentions):
        return True
    bare = sum(_is_bare_place(article, mention) for mention in mentions)
    rest = sum(article.classes[mention.last] != NOUN for mention in mentions) - bare
    return bare > 0 and (rest <= bare if mentions[0].kind == "thing" else rest <= 0)


def _may_be_place(article: Article, mention: Mention) -> bool:
    """Whether a name has no word that tells it to be something else: a street, a prize, letters, an everyday noun."""
    words = article.lower[mention.first : mention.last]
    if words[-1] in article.vocabulary.place_words.street:
        return False
    kinds = {word for word in words if article.vocabulary.names.words.get(word) is not None}
    known = article.vocabulary
    everyday = any(
        word in known.speaker_nouns or word in known.word_classes or word in known.verbs
        for word in words
        if word not in known.place_words.in_name
    )
    numbered = any(article.classes[index] == NUMBER for index in range(mention.first, mention.last))
    return kinds <= known.place_words.in_name and not everyday and not numbered


def _lies_in(article: Article, mention: Mention, told: Mapping[int, str | None]) -> bool:
    """Whether "at" stands before a name and the region that it lies in behind it: "at Selmar in the Coast Region".

    What is at a city ("at Calder Royal in Leeds") is as often a hospital or a company.
    """
    at = mention.first > 0 and article.lower[mention.first - 1] == "at"
    within = told[mention.first]
    return at and within is not None and within.count(" < ") == 1 and article.lower[mention.last] in (",", "in")


def _is_called_place(article: Article, mention: Mention) -> bool:
    """Whether the kind of place stands beside a name: "Tarvo island", "the port of Selmar", "Lake Orna", a dateline."""
    first, last, lower = mention.first, mention.last, article.lower
    if mention.name.isupper() and first in range(*dateline_of(article)):
        opens = first == article.sentence(first).first and lower[last] in _AFTER_DATELINE
        return opens or (lower[last] == "," and article.classes[last + 1] == NAME)
    if mention.kind == "person" and article.tokens[first].text.isupper():
        return False
    words = article.vocabulary.place_words
    named = not words.in_name.isdisjoint(lower[first:last]) and last - first > 1
    return named or _has_kind_behind(article, last)


def _is_named_after_kind(article: Article, mention: Mention) -> bool:
    """Whether the kind of place and "of" stand before a name, whatever its words mean else: "the town of Wide Acre"."""
    first, words = mention.first, article.vocabulary.place_words
    kind = first > 1 and (article.lower[first - 2] in words.settlement or article.lower[first - 2] in words.region)
    return kind and article.lower[first - 1] == "of" and article.tokens[first].text[0].isupper()


def _is_bare_place(article: Article, mention: Mention) -> bool:
    first, last = mention.first, mention.last
    if first < 1 or article.tokens[first].text.isupper():
        return False
    if article.lower[first - 1] not in _BEFORE_BARE and not _is_struck(article, first):
        return False
    inside_name = first > 1 and (
        article.lower[first - 2] in article.vocabulary.place_words.invested or article.classes[first - 2] == NAME
    )
    return not inside_name and article.classes[last] not in (NOUN, POSSESSIVE, HYPHEN)


def _is_struck(article: Article, first: int) -> bool:
    """Whether what strikes a name strikes places: "the cyclone that struck Selmar in May"."""
    start = max(article.sentence(first).first, first - _HAZARD_REACH)
    words = article.vocabulary.place_words
    return article.lower[first - 1] in words.striking and not words.hazard.isdisjoint(article.lower[start:first])


def _container(article: Article, mention: Mention, listed: list[PlaceMention]) -> str | None:
    """What the words around a name say that it lies in: "Selmar, in Norway's Vestland county", "Peru's town of Una"."""
    found, last, behind = None, mention.last, bisect_right(listed, mention.last, key=lambda place: place.first)
    before = listed[behind - 1] if behind else None
    if before is not None and leads_to(article, before.last, mention.first):
        return before.path
    for place in listed[behind:]:
        if place.role == "modifier" or not follows_at_once(article, last, place.first):
            break
        if found is None or place.path.endswith(" < " + found):
            found, last = place.path, place.last
    return found
