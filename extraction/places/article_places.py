"""Where something happened: the places of an article, and the one place of the event that it tells of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from extraction.naming.names import Names
from extraction.places.event_places import country_of_title, event_place, home_of
from extraction.places.place_mentions import (
    PlaceMention,
    gazetteer_mentions,
    is_country,
    is_shared,
    set_containers_aside,
)
from extraction.places.place_readings import country_of, is_abroad
from extraction.places.unlisted_places import with_unlisted
from extraction.words.article import Article


@dataclass(slots=True)
class Places:
    """The places of an article, in order, and the one of the event that it tells of."""

    mentions: list[PlaceMention] = field(default_factory=list)
    main: str | None = None
    country: str | None = None
    by_sentence: dict[int, list[PlaceMention]] = field(default_factory=dict)
    """The mentions by the index of their sentence."""
    town: str | None = None
    """The town whose local news it is, where towns have a police and a fire department of their own."""


_COUNTS: Final = {"scene": 3, "dateline": 2}
"""What a place in such a role counts for its country; all others count 1."""


def find_places(article: Article, names: Names) -> Places:
    """Find the places of an article; a name that several places bear goes to the one whose country it speaks of."""
    listed, readings = gazetteer_mentions(article, names)
    at_home = [mention for mention in listed if not is_abroad(article, mention.first)]
    countries = _countries(article, names, at_home)
    country = countries.most_common(1)[0][0] if countries else None
    scenes = Counter(country_of(mention.path) for mention in at_home if mention.located and not mention.is_open)
    whose = scenes.most_common(1)[0][0] if scenes else country or country_of_title(article) or readings.country
    mentions = with_unlisted(article, names, listed, readings.around or whose)
    set_containers_aside(article, mentions)
    by_sentence: dict[int, list[PlaceMention]] = {}
    for mention in mentions:
        by_sentence.setdefault(article.sentence_of[mention.first], []).append(mention)
    at_home = [mention for mention in mentions if not is_abroad(article, mention.first)]
    main = event_place(article, names, at_home, countries, readings.town)
    main = main or home_of(article, names, at_home, readings.home)
    town = readings.around.split(" < ")[0] if readings.around is not None else None
    return Places(mentions, main, country, by_sentence, town)


def _countries(article: Article, names: Names, listed: list[PlaceMention]) -> Counter[str]:
    """Count how much an article speaks of each country as where it plays, by its name and by the places in it."""
    countries = Counter[str]()
    for mention in listed:
        if not mention.is_open:
            countries[country_of(mention.path)] += _COUNTS.get(mention.role, 1)
    countries.update(
        mention.name
        for mention in names.mentions
        if mention.kind == "state"
        and is_country(article, mention.name)
        and not is_abroad(article, mention.first)
        and not is_shared(article, mention)
        and not article.sentence(mention.first).furniture
    )
    return countries
