"""Where something happened: places of the gazetteer among the words, the right one of those that share a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from extraction.article import Article
from extraction.names import Names
from extraction.vocabulary import Place
from extraction.word_classes import ADJECTIVE, NAME, NOUN, POSSESSIVE

_LOCATIVE = frozenset(
    "in at near across inside outside around throughout into to from over within off on toward towards of "
    "through beyond along between".split()
)
_REGION_WORDS = frozenset(
    "region province state oblast division district county prefecture governorate department territory republic "
    "canton".split()
)
_CITY_WORDS = frozenset("city town village capital port municipality".split())
_SOIL = frozenset("soil territory side waters airspace town village city".split())
_COMPASS = frozenset(
    "north south east west northern southern eastern western central northeastern northwestern southeastern "
    "southwestern mainland upper lower".split()
)
_SMALL = 60_000
"""Inhabitants under which a place must be introduced as one ("in", "near"): many small ones bear everyday words."""


@dataclass(slots=True)
class PlaceMention:
    """Tokens `[first, last)` that name a place, and the place with its containers as a claim writes it."""

    first: int
    last: int
    path: str
    located: bool
    """Whether a word such as "in" makes it the scene, not only a name in passing."""


@dataclass(slots=True)
class Places:
    """The places of an article, in order, and the one that it is mostly about."""

    mentions: list[PlaceMention] = field(default_factory=list)
    main: str | None = None
    country: str | None = None


def find_places(article: Article, names: Names) -> Places:
    """Find the places of an article; a name that several places bear goes to the one whose country it speaks of."""
    states = Counter(mention.name for mention in names.mentions if mention.kind == "state")
    places = Places(list(_mentions(article, names, states)))
    countries = states + Counter(_country(mention.path) for mention in places.mentions)
    places.country = countries.most_common(1)[0][0] if countries else None
    places.main = _main(places)
    return places


def place_of(places: Places, article: Article, first: int, last: int) -> str | None:
    """Give the place of what the tokens `[first, last)` say: in their sentence, else the article's."""
    sentence = article.sentence(first)
    located = [mention for mention in places.mentions if sentence.first <= mention.first < sentence.last]
    scenes = [mention for mention in located if mention.located] or []
    after = [mention for mention in scenes if mention.first >= last]
    before = [mention for mention in scenes if mention.last <= first]
    if after and (not before or after[0].first - last <= 2 * (first - before[-1].last)):
        return after[0].path
    if before:
        return before[-1].path
    return places.main


def _mentions(article: Article, names: Names, states: Counter[str]) -> Iterator[PlaceMention]:
    index, count = 0, len(article.tokens)
    while index < count:
        found = _place_at(article, names, states, index)
        if found is not None:
            yield found
            index = found.last
        else:
            index += 1


def _place_at(article: Article, names: Names, states: Counter[str], index: int) -> PlaceMention | None:
    if article.classes[index] != NAME:
        return None
    mention = names.at.get(index)
    if mention is not None and (mention.kind == "person" or (mention.first < index and mention.kind != "state")):
        return None
    if mention is not None and mention.kind == "state":
        return _state_as_place(article, mention.first, mention.last, mention.name, mention.wording)
    known = article.vocabulary.places.longest(article.tokens, index)
    if known is None or not _all_capitalised(article, index, known[0]):
        return None
    return _chosen(article, states, index, index + known[0], known[1])


def _all_capitalised(article: Article, first: int, length: int) -> bool:
    return article.classes[first + length - 1] == NAME


def _state_as_place(article: Article, first: int, last: int, name: str, wording: str) -> PlaceMention | None:
    """A state named as a scene: "in Russia", "eastern Russia", "Ukrainian soil"."""
    follows = article.lower[last] if last < len(article.lower) else ""
    on_soil = wording == "demonym" and follows in _SOIL
    if wording not in ("state", "abbreviation") and not on_soil:
        return None
    compass = _compass_before(article, first)
    path = f"{compass} {name} < {name}" if compass else name
    start = first - len(compass.split("-")) * 2 + 1 if compass else first
    return PlaceMention(first, last, path, _is_located(article, start) or on_soil or bool(compass))


def _compass_before(article: Article, index: int) -> str:
    if index and article.lower[index - 1] in _COMPASS:
        joined = index > 2 and article.lower[index - 2] == "-"
        first = index - 3 if joined else index - 1
        return article.words(first, index).lower()
    return ""


def _is_located(article: Article, index: int) -> bool:
    """Whether a locative stands before the place, determiners, adjectives and owners in between passed over."""
    while index > 0 and article.classes[index - 1] in (ADJECTIVE, POSSESSIVE, NAME, NOUN, "D", "-"):
        if article.lower[index - 1] in _LOCATIVE:
            return True
        index -= 1
    return index > 0 and article.lower[index - 1] in _LOCATIVE


def _chosen(
    article: Article, states: Counter[str], first: int, last: int, candidates: tuple[Place, ...]
) -> PlaceMention | None:
    following = article.lower[last] if last < len(article.lower) else ""
    best = max(candidates, key=lambda place: _fit(article, states, place, following))
    located = _is_located(article, first) or _is_dateline(article, first)
    if not located and best.population < _SMALL and not states[_country(best.path)]:
        return None
    return PlaceMention(first, last, best.path, located)


def _fit(article: Article, states: Counter[str], place: Place, following: str) -> tuple[int, int, int]:
    """Rank a candidate: by the word after it ("region", "city"), by its country in the article, by its size."""
    region = place.kind == "region"
    suits = (following in _REGION_WORDS and region) or (following in _CITY_WORDS and not region)
    return (states[_country(place.path)], int(suits), place.population)


def _is_dateline(article: Article, index: int) -> bool:
    return index == article.sentence(index).first and article.tokens[index].text.isupper()


def _country(path: str) -> str:
    return path.rsplit(" < ", 1)[-1]


def _main(places: Places) -> str | None:
    """The place named most often as a scene; of equals the one inside the others."""
    counts = Counter(mention.path for mention in places.mentions if mention.located)
    if not counts:
        return None
    return max(counts, key=lambda path: (counts[path], path.count("<")))
