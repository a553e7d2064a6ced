"""Where something happened: places of the gazetteer among the words, the right one of those that share a name."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from extraction.article import Article
from extraction.names import Mention, Names
from extraction.vocabulary import Place
from extraction.word_classes import ADJECTIVE, DETERMINER, HYPHEN, NAME, NOUN, POSSESSIVE

_LOCATIVE: Final = frozenset(
    [
        "in",
        "at",
        "near",
        "across",
        "inside",
        "outside",
        "around",
        "throughout",
        "into",
        "to",
        "within",
        "toward",
        "towards",
        "off",
        "outskirts",
    ]
)
_REGION_WORDS: Final = frozenset(
    [
        "region",
        "province",
        "state",
        "oblast",
        "division",
        "district",
        "county",
        "prefecture",
        "governorate",
        "department",
        "territory",
        "republic",
        "canton",
    ]
)
_CITY_WORDS: Final = frozenset(["city", "town", "village", "capital", "port", "municipality"])
_PART_WORDS: Final = frozenset(
    ["part", "parts", "area", "areas", "coast", "outskirts", "suburb", "suburbs", "centre", "center"]
)
_SOIL: Final = frozenset(["soil", "territory", "side", "waters", "airspace", "town", "village", "city", "border"])
_COMPASS: Final = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "mainland",
        "upper",
        "lower",
    ]
)
_SMALL: Final = 60_000
_LARGE: Final = 400_000
"""Inhabitants. Under the one a place counts only in a country that the article speaks of, for many small ones bear
everyday words; from the other on it is known without its country."""
_NEAR: Final = 8
"""Tokens after a figure within which a place abroad is taken for the figure's own."""


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

    def located(self, first: int, last: int) -> list[PlaceMention]:
        """Give the places at which something is located within the tokens `[first, last)`, in order."""
        start, end = (bisect_left(self.mentions, index, key=_first_token) for index in (first, last))
        return [mention for mention in self.mentions[start:end] if mention.located]


def _first_token(mention: PlaceMention) -> int:
    return mention.first


def find_places(article: Article, names: Names) -> Places:
    """Find the places of an article; a name that several places bear goes to the one whose country it speaks of."""
    states = Counter(
        mention.name
        for mention in names.mentions
        if mention.kind == "state" and _is_country(article, mention.name) and not _is_furniture(article, mention.first)
    )
    mentions = _without_owners(article, list(_mentions(article, names, states)))
    countries = Counter[str]()
    for mention in mentions:
        countries[country_of(mention.path)] += 3 if mention.located else 1
    countries.update(states)
    country, votes = countries.most_common(1)[0] if countries else (None, 0)
    return Places(mentions, _main(article, mentions, country, votes), country)


def place_of(places: Places, article: Article, first: int, last: int) -> str | None:
    """Give the place of what the tokens `[first, last)` say: in their sentence, else the article's.

    A scene abroad counts only where it follows at once: "40 people in Dhaka" in an article on Peru.
    """
    sentence = article.sentence(first)
    if places.country is not None and _is_nationwide(article, first, last):
        return places.country
    told = places.located(sentence.first, sentence.last)
    if not told:
        return places.main
    start, end = _clause(article, first, last)
    scenes = [mention for mention in told if start <= mention.first < end] or told
    for mention in scenes:
        if last <= mention.first <= last + _NEAR:
            return mention.path
    at_home = [mention for mention in scenes if country_of(mention.path) == places.country]
    after = [mention for mention in at_home if mention.first >= last]
    if after:
        return after[0].path
    return at_home[-1].path if at_home else places.main


def _is_nationwide(article: Article, first: int, last: int) -> bool:
    """Whether the figure's own clause says that it holds for the whole country: "across the whole country"."""
    start, end = _clause(article, first, last)
    for index in range(max(start, first - _NEAR), min(end, last + _NEAR)):
        word = article.lower[index]
        whole = word in ("country", "nation") and _spans(article, index)
        if whole or word in ("nationwide", "nationally", "countrywide"):
            return True
    return False


def _spans(article: Article, index: int) -> bool:
    """Whether "across the", "throughout the whole" or the like stands before the word at `index`."""
    return bool(_ACROSS.intersection(article.lower[max(0, index - 3) : index]))


_ACROSS: Final = frozenset(["across", "throughout", "around", "whole", "entire"])


def _clause(article: Article, first: int, last: int) -> tuple[int, int]:
    """The part of the sentence between semicolons: "in Košice 20,000; in Prešov fewer than 5,000"."""
    sentence = article.sentence(first)
    start, end = first, last
    while start > sentence.first and article.lower[start - 1] != ";":
        start -= 1
    while end < sentence.last and article.lower[end] != ";":
        end += 1
    return start, end


def country_of(path: str) -> str:
    """Give the outermost container of a place as a claim writes it: its country."""
    return path.rsplit(" < ", 1)[-1]


def _is_country(article: Article, name: str) -> bool:
    return name in article.vocabulary.countries


def _is_furniture(article: Article, index: int) -> bool:
    return article.sentence(index).furniture


def _without_owners(article: Article, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """Leave out a container that only introduces its part: "Russia's Kursk region", "Nazca, in Peru's Ica region"."""
    kept = []
    for number, mention in enumerate(mentions):
        follows = mentions[number + 1] if number + 1 < len(mentions) else None
        owns = follows is not None and follows.first <= mention.last + 4 and follows.path.endswith(" < " + mention.path)
        if owns and follows is not None and article.classes[mention.last] == POSSESSIVE:
            follows.located = follows.located or mention.located
        else:
            kept.append(mention)
    return kept


def _mentions(article: Article, names: Names, states: Counter[str]) -> Iterator[PlaceMention]:
    for sentence in article.sentences:
        if sentence.furniture:
            continue
        passed, classes = sentence.first, article.classes
        for index in [index for index in range(sentence.first, sentence.last) if classes[index] == NAME]:
            found = _place_at(article, names, states, index) if index >= passed else None
            if found is not None:
                yield found
                passed = found.last


def _place_at(article: Article, names: Names, states: Counter[str], index: int) -> PlaceMention | None:
    mention = names.at.get(index)
    if mention is not None and mention.kind == "state" and mention.first == index:
        found = _state_as_place(article, mention.first, mention.last, mention.name, mention.wording)
        if found is not None or mention.wording != "metonym" or _opens_sentence(article, index):
            return found
    elif mention is not None and not _is_scene(article, mention, index):
        return None
    known = article.cues.places.get(index)
    if known is None or article.classes[index + known[0] - 1] != NAME:
        return None
    if mention is not None and mention.kind == "organisation" and mention.last > index + known[0]:
        return None
    return _chosen(article, states, index, index + known[0], known[1])


def _is_scene(article: Article, mention: Mention, index: int) -> bool:
    """Whether a name may be a place; one word of a person's counts as such in "in Ontario" beside "Hydro Ontario"."""
    if mention.kind != "person" and mention.first == index:
        return True
    return (
        mention.kind == "person"
        and mention.last == mention.first + 1
        and index > 0
        and article.lower[index - 1] in _LOCATIVE
    )


def _opens_sentence(article: Article, index: int) -> bool:
    """Whether "In Asmara, ..." opens the sentence: where somebody speaks, not what he speaks of."""
    return index == article.sentence(index).first + 1 and article.lower[index + 1 : index + 2] == [","]


def _state_as_place(article: Article, first: int, last: int, name: str, wording: str) -> PlaceMention | None:
    """Read a state named as a scene: "in Russia", "eastern Russia", "Ukrainian soil"."""
    if not _is_country(article, name):
        return None
    follows = article.lower[last] if last < len(article.lower) else ""
    on_soil = wording == "demonym" and follows in _SOIL
    if wording not in ("state", "abbreviation") and not on_soil:
        return None
    compass, start = _compass_before(article, first)
    path = f"{compass} {name} < {name}" if compass else name
    located = _is_located(article, start) and not _places_speaker(article, start, last)
    return PlaceMention(first, last, path, located or on_soil)


def _compass_before(article: Article, index: int) -> tuple[str, int]:
    if not index or article.lower[index - 1] not in _COMPASS:
        return "", index
    hyphen = index - 2
    joined = hyphen > 0 and article.classes[hyphen] == HYPHEN
    first = hyphen - 1 if joined else index - 1
    return article.words(first, index).lower(), first


_OPENS_PLACE: Final = _REGION_WORDS | _CITY_WORDS | _PART_WORDS
_BEFORE_PLACE: Final = frozenset((ADJECTIVE, POSSESSIVE, NAME, NOUN, DETERMINER, HYPHEN))


def _is_located(article: Article, index: int) -> bool:
    """Whether a locative stands before the place, with at most its owner and what it is in between."""
    lowest = max(article.sentence(index).first, index - 6)
    while index > lowest:
        index -= 1
        word = article.lower[index]
        if word in _LOCATIVE:
            return True
        kind = word == "of" and index > lowest and article.lower[index - 1] in _OPENS_PLACE
        if kind and article.lower[index - 1] not in _CITY_WORDS:
            return True
        if not kind and article.classes[index] not in _BEFORE_PLACE:
            return False
    return False


def _chosen(
    article: Article, states: Counter[str], first: int, last: int, candidates: tuple[Place, ...]
) -> PlaceMention | None:
    following = article.lower[last] if last < len(article.lower) else ""
    best = max(candidates, key=lambda place: _fit(states, place, following))
    located = _is_located(article, first) and not _places_speaker(article, first, last)
    spoken_of = states[country_of(best.path)] > 0
    alone = len(candidates) == 1 and not states
    least = (0 if alone else _SMALL) if located else _LARGE
    if not spoken_of and best.population < least:
        return None
    return PlaceMention(first, last, best.path, located or _introduced(article, last))


def _places_speaker(article: Article, first: int, last: int) -> bool:
    """Whether the place is only where somebody speaks: "an official in Kyiv said"."""
    locative = first - 1
    spoken = last < len(article.lower) and article.cues.speech.get(last) is not None
    names_speaker = locative > 0 and article.lower[locative - 1] in article.vocabulary.speaker_nouns
    return spoken and names_speaker and article.lower[locative] in _LOCATIVE


def _introduced(article: Article, last: int) -> bool:
    return article.lower[last : last + 1] != [] and article.lower[last] in _REGION_WORDS


def _fit(states: Counter[str], place: Place, following: str) -> tuple[int, int, int]:
    """Rank a candidate: by its country in the article, by the word after it ("region", "city"), by its size."""
    region = place.kind == "region"
    suits = (following in _REGION_WORDS and region) or (following in _CITY_WORDS and not region)
    return (states[country_of(place.path)], int(suits), place.population)


_LEADING_SENTENCES: Final = 3
_ENOUGH: Final = 2


def _main(article: Article, mentions: list[PlaceMention], country: str | None, votes: int) -> str | None:
    """Give the scene named most, in the country that the article is about; what the opening names counts double.

    Else the country where it was named more than in passing; else nothing.
    """
    counts = Counter[str]()
    for mention in mentions:
        if mention.located and country_of(mention.path) == country:
            counts[mention.path] += 1 + (article.sentence_of[mention.first] < _LEADING_SENTENCES)
    capital = _capital(article, mentions)
    if capital is not None and country_of(capital) == country:
        counts[capital] += _ENOUGH
    best = [(path, count) for path, count in counts.most_common() if path != country] or counts.most_common(1)
    if best and best[0][1] >= _ENOUGH:
        return best[0][0]
    return country if votes > _ENOUGH else None


def _capital(article: Article, mentions: list[PlaceMention]) -> str | None:
    """The city of the dateline where the lead goes on to speak of it as "the capital" or "the city"."""
    if not mentions:
        return None
    lead = article.sentence(mentions[0].first)
    if mentions[0].first > lead.first or article.sentence_of[mentions[0].first] >= _LEADING_SENTENCES:
        return None
    spoken = any(
        word in ("capital", "city") and article.classes[index] == NOUN
        for index, word in enumerate(article.lower[lead.first : lead.last], lead.first)
    )
    return mentions[0].path if spoken else None
