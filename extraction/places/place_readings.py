"""Which of the places that share a name an article means.

Each reading of a name is scored by named signs, and all names of an article are settled together: a reading gains by
the countries and regions that the other names, the money, the institutions and the publisher's home speak for. Where
two readings are close the place keeps only the containers that both have. The weights stand in place_weights.csv.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from math import exp, log, log10
from typing import Final

from extraction.places.home_towns import is_only_capital, town_signs
from extraction.words.article import Article
from extraction.words.tokens import tokenize
from extraction.words.vocabulary import Place, PlaceSigns
from extraction.words.word_classes import ADJECTIVE, DETERMINER, HYPHEN, NAME, NOUN, NUMBER, POSSESSIVE

_ROUNDS: Final = 3
_SHARPNESS: Final = 2.0
"""How much likelier a reading is for each point of its score, as a power of e."""
_MOST_CANDIDATES: Final = 40
_SMALLEST: Final = 1_000
"""Inhabitants of a place of which the gazetteer does not know how many it has."""
_PHONE: Final = re.compile(r"\+\d{1,3}\b")
_AMERICAN_PHONE: Final = re.compile(r"-(?<=\b[2-9]\d{2}-)\d{3}-\d{4}\b")
"""A number as it is dialled in the countries of the code 1, which leaves that out; found by its first hyphen."""
_OWNED_REACH: Final = 6
_CONTAINER_REACH: Final = 9
_SMALL_WORDS: Final = frozenset((",", "in", "of", "on", "off"))
BEFORE_PLACE: Final = frozenset((ADJECTIVE, POSSESSIVE, NAME, NOUN, DETERMINER, HYPHEN))


@dataclass(slots=True)
class Spot:
    """Tokens `[first, last)` that may name any of some places."""

    first: int
    last: int
    candidates: tuple[Place, ...]
    beside: set[str] = field(default_factory=set)
    """Paths of the candidates whose container is named beside it, or that contain what is."""


@dataclass(slots=True)
class _Name:
    """A name of the article with its readings and how likely each is; `share` is what it counts for others."""

    written: str
    candidates: list[Place]
    spots: list[Spot]
    share: float
    likely: dict[str, float] = field(default_factory=dict)
    own: list[float] = field(default_factory=list)
    """What each candidate scores by itself and by the words beside the name, whatever else the article tells."""
    levels: list[tuple[str, ...]] = field(init=False)
    """The path of each candidate and of its containers."""

    def __post_init__(self) -> None:
        self.levels = [levels(place.path) for place in self.candidates]


@dataclass(slots=True)
class Reading:
    """The path of a place as a claim writes it, how many live there, and whether the article speaks of its country."""

    path: str
    population: int
    is_spoken_of: bool
    is_unsure: bool = False
    """Whether containers are left out, since other places of the name are as likely."""
    is_elsewhere: bool = False
    """Whether it is a place of the article's country that no table holds."""


def country_of(path: str) -> str:
    """Give the outermost container of a place as a claim writes it: its country."""
    return path.rsplit(" < ", 1)[-1]


@lru_cache(maxsize=65_536)
def levels(path: str) -> tuple[str, ...]:
    """Give a path and those of its containers, innermost first: `Kursk < Russia`, `Russia`."""
    parts = path.split(" < ")
    return tuple(" < ".join(parts[start:]) for start in range(len(parts)))


@dataclass(slots=True)
class Readings:
    """What each spot names, by its first token, and the country that most speaks for, if any."""

    by_spot: dict[int, Reading]
    country: str | None
    is_only: bool
    """Whether an article has no other sign of where it plays than one name."""
    home: str | None = None
    """The country for which at least twice as much speaks as for any other."""
    town: str | None = None
    """The town whose local news the article is."""
    around: str | None = None
    """That town, where places that no table holds are rather its quarters than towns of the country."""


def read_spots(article: Article, spots: Sequence[Spot], owners: Iterable[Spot] = ()) -> Readings:
    """Settle what each spot names; one that rather names a place of no table is left out.

    `owners` are the places in the names of bodies ("Ghent University"): they speak for a country, and are no scene.
    """
    _note_containers(article, spots)
    evidence = _evidence(article)
    by_name = _by_name(article, spots)
    everyone = [*by_name.values(), *_around(article, by_name), *_owners(article, owners, by_name)]
    weights = article.vocabulary.places.weights
    told = _settled(article, evidence, everyone)
    home = _most_told(told, article.vocabulary.places.countries, weights["home"])
    town = _home_town(article, everyone, told, home)
    if town is not None:
        for level in levels(town)[1:]:
            evidence[level] += weights["town_around"]
        told = _settled(article, evidence, everyone)
    country = _most_told(told, article.vocabulary.places.countries, weights["spoken_of"])
    home = _most_told(told, article.vocabulary.places.countries, weights["home"])
    beside = article.vocabulary.places.regions_beside_towns
    around = town if town is not None and levels(town)[-2:][0] in beside else None
    found: dict[int, Reading] = {}
    for name in by_name.values():
        found.update(_readings(article, name, _without(told, name), home, around))
    undisputed = _undisputed(article, told, country)
    return Readings(found, country, len(everyone) == 1 and not evidence, undisputed, town, around)


def _settled(article: Article, evidence: defaultdict[str, float], names: list[_Name]) -> defaultdict[str, float]:
    """Settle how likely each reading of each name is, and give what all of them speak for."""
    for _ in range(_ROUNDS):
        told = _told(evidence, names)
        for name in names:
            name.likely = _likelihoods(article, name, _without(told, name))
    return _told(evidence, names)


def _home_town(article: Article, names: Iterable[_Name], told: Mapping[str, float], home: str | None) -> str | None:
    """The path of the town whose local news the article is, where enough speaks for one."""
    signs, weights = town_signs(article), article.vocabulary.places.weights
    for name in sorted(names, key=lambda name: signs[name.written], reverse=True):
        if signs[name.written] < weights["town"]:
            return None
        scores = _scores(article, name, _without(told, name))
        _, place = max(zip(scores, name.candidates, strict=True), key=lambda scored: scored[0])
        country = country_of(place.path)
        at_home = place.kind == "city" and place.within and home in (None, country)
        if at_home and not is_only_capital(article, name.written, country):
            return place.path
    return None


def _by_name(article: Article, spots: Sequence[Spot]) -> dict[str, _Name]:
    """Gather the spots of each name; a country counts as often as it is named as the article's own, any other once."""
    names: dict[str, _Name] = {}
    for spot in spots:
        written = " ".join(article.lower[spot.first : spot.last])
        known = names.setdefault(written, _Name(written, list(spot.candidates[:_MOST_CANDIDATES]), [], 0))
        known.spots.append(spot)
    for name in names.values():
        at_home = sum(not is_abroad(article, spot.first) for spot in name.spots)
        name.share = float(at_home) if name.candidates[0].kind == "country" else float(at_home > 0)
    return names


def is_abroad(article: Article, first: int) -> bool:
    """Whether the words before the name at `first` say that it is elsewhere: "neighbouring Denmark", "born in Peru"."""
    neighbour = first > 0 and article.lower[first - 1] in article.vocabulary.place_words.abroad
    return neighbour or is_origin(article, first) or _is_traded_with(article, first)


def _is_traded_with(article: Article, first: int) -> bool:
    """Whether goods only go to a country or come from it: "exports of denim to Germany and the United States"."""
    start, at = max(article.sentence(first).first, first - _TRADE_REACH), first - 1
    while at > start and (article.classes[at] == NAME or article.lower[at] in _LISTED):
        at -= 1
    if article.lower[at] not in ("to", "from"):
        return False
    trade = article.vocabulary.place_words.trade
    for index in range(at - 1, start - 1, -1):
        if article.lower[index] in trade:
            return True
        if article.classes[index] not in _GOODS and article.lower[index] != "of":
            return False
    return False


_TRADE_REACH: Final = 12
_LISTED: Final = frozenset(("the", "and", ","))
_GOODS: Final = frozenset((NOUN, ADJECTIVE, NUMBER))


def is_origin(article: Article, first: int) -> bool:
    """Whether a name is where somebody is from: "Clarke, born in St. Ann, Jamaica", "who was raised in Leeds"."""
    words, start = article.vocabulary.place_words, article.sentence(first).first
    for index in range(first - 1, max(start, first - _ORIGIN_REACH), -1):
        if article.lower[index] in ("in", "of") and article.lower[index - 1] in words.origin:
            before = article.lower[index - 2] if index - 2 >= start else ""
            return before in _OF_ONE
        if article.classes[index] != NAME and article.lower[index] not in (",", "."):
            return False
    return False


_ORIGIN_REACH: Final = 7
_OF_ONE: Final = frozenset((",", "was", "who", "a", "and"))
"""What stands before "born in" where it is said of one person, not of all who were born there."""


def _undisputed(article: Article, told: Mapping[str, float], country: str | None) -> str | None:
    """The country that most speaks for, where no other has half as much."""
    if country is None:
        return None
    countries = article.vocabulary.places.countries
    others = (signs for place, signs in told.items() if place in countries and place != country)
    return country if told[country] >= _TWICE * max([0.0, *others]) else None


_TWICE: Final = 2


def _most_told(told: Mapping[str, float], places: Container[str], least: float) -> str | None:
    """The place that most speaks for, if so much speaks for any."""
    spoken_of = sorted(place for place, signs in told.items() if signs >= least and place in places)
    return max(spoken_of, key=lambda place: told[place], default=None)


def _evidence(article: Article) -> defaultdict[str, float]:
    """Add up what speaks for each country or region besides the names of places: see place_signs.csv."""
    signs, weights = article.vocabulary.places.signs, article.vocabulary.places.weights
    evidence: defaultdict[str, float] = defaultdict(float)
    for index, (_, actor) in article.cues.actors.items():
        told = actor.kind in ("demonym", "body") or (actor.kind == "metonym" and index not in article.cues.places)
        if told and actor.name in article.vocabulary.places.countries and article.tokens[index].text[0].isupper():
            shared = article.lower[index] in article.vocabulary.place_words.shared_body
            evidence[actor.name] += weights["shared_body" if shared else "demonym"]
    for kind, paths in _signs(article, signs):
        for path in paths:
            for level in levels(path):
                evidence[level] += weights[kind] / len(paths)
    return evidence


def _signs(article: Article, signs: PlaceSigns) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield, once each, the signs of an article: institutions and peoples, money, phone codes, its publisher's home."""
    met = {sign for _, sign in article.cues.place_signs.values()}
    yield from (("institution", paths) for paths in met)
    units = {figure.unit for figure in article.figures}
    yield from (("currency", signs.currencies[unit]) for unit in units if unit in signs.currencies)
    if "+" in article.text:
        codes = {code[1:] for code in _PHONE.findall(article.text)}
        yield from (("phone", signs.phones[code]) for code in codes if code in signs.phones)
    if _AMERICAN_PHONE.search(article.text) and "1" in signs.phones:
        yield "phone", signs.phones["1"]
    host = (article.document.url or "").partition("://")[2].partition("/")[0].partition(":")[0]
    ending = host.rpartition(".")[2].lower()
    if ending in signs.domains:
        yield "domain", signs.domains[ending]


def _around(article: Article, known: Container[str]) -> Iterator[_Name]:
    """Yield the places of the title and of the publisher's name ("Yorkshire Post"), as far as the text has them not."""
    weight = article.vocabulary.places.weights["around"]
    persons = {article.lower[index] for index in article.persons_at}
    for line in (article.document.title or "", article.document.source):
        tokens = tokenize(line)
        words = [token.lower for token in tokens]
        for index, (length, candidates) in article.vocabulary.cues(words).places.items():
            is_name = tokens[index].text[0].isupper() and words[index] not in persons and length < len(words)
            written = " ".join(words[index : index + length])
            if is_name and written not in known:
                yield _Name(written, list(candidates[:_MOST_CANDIDATES]), [], weight)


def _owners(article: Article, owners: Iterable[Spot], known: Container[str]) -> Iterator[_Name]:
    """Yield, once each, the places after which bodies are called, as far as the text has them not by themselves."""
    weight = article.vocabulary.places.weights["owner"]
    named = {" ".join(article.lower[spot.first : spot.last]): spot.candidates for spot in owners}
    for key, candidates in named.items():
        if key not in known:
            yield _Name(key, list(candidates[:_MOST_CANDIDATES]), [], weight)


def _told(evidence: defaultdict[str, float], names: Iterable[_Name]) -> defaultdict[str, float]:
    told = evidence.copy()
    for name in names:
        for path, likely in name.likely.items():
            for level in levels(path):
                told[level] += name.share * likely
    return told


def _without(told: Mapping[str, float], name: _Name) -> dict[str, float]:
    """What everything but a name itself speaks for, as far as it may touch the name."""
    rest = {level: told.get(level, 0.0) for around in name.levels for level in around}
    for path, likely in name.likely.items():
        for level in levels(path):
            rest[level] -= name.share * likely
    return rest


def _scores(article: Article, name: _Name, told: Mapping[str, float]) -> list[float]:
    """Score each candidate of a name: by itself, and by what all the other names tell of where the article plays."""
    name.own = name.own or [_own_score(article, name, place) for place in name.candidates]
    weights = article.vocabulary.places.weights
    of_country, of_region = weights["country"], weights["region"]
    scores = []
    for own, around in zip(name.own, name.levels, strict=True):
        score = own + of_country * log(1 + max(told[around[-1]], 0))
        for level in around[:-1]:
            score += of_region * log(1 + max(told[level], 0))
        scores.append(score)
    return scores


def _own_score(article: Article, name: _Name, place: Place) -> float:
    weights = article.vocabulary.places.weights
    score = _prior(weights, place) + weights["nation"] * (place.kind == "country")
    score += weights["beside"] * any(place.path in spot.beside for spot in name.spots)
    score += weights["kind"] * any(_suits(article, spot, place) for spot in name.spots)
    return score + weights["capital"] * any(_is_capital(article, spot, place) for spot in name.spots)


def _prior(weights: Mapping[str, float], place: Place) -> float:
    """What a place counts by its size alone."""
    size = log10(max(place.population, _SMALLEST))
    if place.kind == "district":
        return weights["district"] + weights["district_size"] * size
    return weights["size"] * size


def _suits(article: Article, spot: Spot, place: Place) -> bool:
    """Whether the word after a name calls it what the place is: "Kursk region", "Quebec City"."""
    following, words = article.lower[spot.last], article.vocabulary.place_words
    region = place.kind in ("region", "district")
    return (following in words.region and region) or (following in words.settlement and not region)


def _is_capital(article: Article, spot: Spot, place: Place) -> bool:
    """Whether a city's name also stands for the government of its country."""
    known = article.cues.actors.get(spot.first)
    return (
        known is not None and known[1].kind == "metonym" and place.kind == "city" and place.path.endswith(known[1].name)
    )


def _likelihoods(article: Article, name: _Name, told: Mapping[str, float]) -> dict[str, float]:
    """How likely each reading of a name is, beside a place that no table holds."""
    elsewhere = article.vocabulary.places.weights["elsewhere"]
    scores = zip(name.candidates, _scores(article, name, told), strict=True)
    odds = {place.path: exp(_SHARPNESS * score) for place, score in scores}
    whole = sum(odds.values()) + exp(_SHARPNESS * elsewhere)
    return {path: odd / whole for path, odd in odds.items()}


def _readings(
    article: Article, name: _Name, told: Mapping[str, float], home: str | None, town: str | None
) -> Iterator[tuple[int, Reading]]:
    """Yield the reading of each spot of a name: one beside its own container is read by that.

    Where the article is at home elsewhere, a small place is rather one of there that no table holds.
    """
    scores = sorted(zip(_scores(article, name, told), name.candidates, strict=True), key=_by_score)
    around = _rather_in(article, name, scores[0], told, home, town)
    for spot in name.spots:
        own = [scored for scored in scores if scored[1].path in spot.beside]
        if own or around is None:
            yield spot.first, _reading(article, own or scores, told)
        else:
            path = f"{article.words(spot.first, spot.last)} < {around}"
            yield spot.first, Reading(path, 0, is_spoken_of=True, is_unsure=True, is_elsewhere=True)


def _rather_in(
    article: Article,
    name: _Name,
    scored: tuple[float, Place],
    told: Mapping[str, float],
    home: str | None,
    town: str | None,
) -> str | None:
    """The country or town at home in which a place of no table is likelier than the listed one of its name."""
    best, place = scored
    weights = article.vocabulary.places.weights
    near = town is not None and any(article.lower[spot.first - 1] in _NEARBY for spot in name.spots if spot.first)
    least = weights["elsewhere"] + near * weights["nearby"]
    if home is None or place.kind not in _INHABITED:
        return None
    if home != country_of(place.path):
        return (town or home) if best < least else None
    if town is None or not _is_other_state(article, place, town, told):
        return None
    return town if name.own[name.candidates.index(place)] < least else None


_NEARBY: Final = frozenset(("near", "off", "outside"))


def _is_other_state(article: Article, place: Place, town: str, told: Mapping[str, float]) -> bool:
    """Whether a place lies in another state than a town and nothing else tells of that state.

    So it is in countries where news names the state beside a town of another: Canada, the United States, Australia.
    """
    state, here = levels(place.path)[-2:][0], levels(town)[-2:][0]
    named = state in article.vocabulary.places.regions_beside_towns
    return named and state != here and told[state] < article.vocabulary.places.weights["spoken_of"]


_INHABITED: Final = frozenset(("city", "district", "region"))


def _by_score(scored: tuple[float, Place]) -> float:
    return -scored[0]


def _reading(article: Article, scores: list[tuple[float, Place]], told: Mapping[str, float]) -> Reading:
    """Settle on the likeliest of places of one name, as exactly as it is sure; `scores` has the best one first."""
    best, place = scores[0]
    weights = article.vocabulary.places.weights
    named = [other for score, other in scores if _is_nested(place, other) and best - score < weights["nested"]]
    place = max(named, key=lambda other: other.population)
    path = place.path
    for score, other in scores:
        if best - score < weights["close"]:
            path = _shared(path, other.path)
    spoken_of = told[country_of(place.path)] >= weights["spoken_of"]
    return Reading(path, place.population, spoken_of, is_unsure=path != place.path)


def _is_nested(place: Place, other: Place) -> bool:
    """Whether one of two places of one kind of name lies in the other, or is it: Lima in Lima."""
    return place.path.endswith(other.path) or other.path.endswith(place.path)


def _shared(path: str, other: str) -> str:
    """The path with the containers that both have; one place inside the other of its name is no other place."""
    if path.endswith(other) or other.endswith(path):
        return path
    mine, others = path.split(" < "), other.split(" < ")
    same = 0
    while same < min(len(mine), len(others)) - 1 and mine[-1 - same] == others[-1 - same]:
        same += 1
    return " < ".join(mine[:1] + mine[len(mine) - same :])


def _note_containers(article: Article, spots: Sequence[Spot]) -> None:
    """Note, in place, the candidates of neighbouring spots of which one lies in the other."""
    for one, two in pairwise(spots):
        if _is_in_region(article, one, two):
            name = article.words(one.first, one.last)
            cased = name.title() if name.isupper() else name
            one.candidates = (Place(cased, two.candidates[0].path, "city", 0),)
        if follows_at_once(article, one.last, two.first):
            _note_pair(one, two)
        if leads_to(article, one.last, two.first):
            _note_pair(two, one)


def _is_in_region(article: Article, one: Spot, two: Spot) -> bool:
    """Whether a region stands right behind a name and no listed place of the name lies in it: "LAMAR, Colo."."""
    if two.first != one.last + 1 or article.lower[one.last] != "," or len(two.candidates) != 1:
        return False
    region = two.candidates[0]
    lies = any(region.path in levels(place.path) for place in one.candidates)
    return region.kind == "region" and not lies and all(place.kind == "city" for place in one.candidates)


def _note_pair(inner: Spot, outer: Spot) -> None:
    containers = {place.path for place in outer.candidates}
    for place in inner.candidates:
        around = containers.intersection(levels(place.path)[1:])
        if around:
            inner.beside.add(place.path)
            outer.beside |= around


def leads_to(article: Article, first: int, last: int) -> bool:
    """Whether the words between two places make the first one the owner or container of the second."""
    words = article.vocabulary.place_words
    if not first < last <= first + _OWNED_REACH:
        return False
    kinds = range(first, last)
    return article.classes[first] == POSSESSIVE or (
        article.lower[last - 1] == "of"
        and any(article.lower[index] in words.settlement or article.lower[index] in words.region for index in kinds)
        and all(article.classes[index] in BEFORE_PLACE or article.lower[index] == "of" for index in kinds)
    )


def follows_at_once(article: Article, first: int, last: int) -> bool:
    """Whether only small words and kinds of place stand between a place and its container."""
    return first < last <= first + _CONTAINER_REACH and all(
        article.lower[index] in _SMALL_WORDS
        or _tells_kind(article, index)
        or article.classes[index] in (DETERMINER, ADJECTIVE, POSSESSIVE, HYPHEN, NUMBER)
        or article.classes[index + 1] == POSSESSIVE
        for index in range(first, last)
    )


def _tells_kind(article: Article, index: int) -> bool:
    """Whether a word tells what kind of place another is, or on which side of it: "city", "county", "north"."""
    word, words = article.lower[index], article.vocabulary.place_words
    return word in words.compass or word in words.settlement or word in words.region or word in words.behind
