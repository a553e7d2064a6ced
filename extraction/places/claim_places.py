"""The place of one claim: what its own clause says, else what its paragraph goes on about, else the event's."""

from __future__ import annotations

from typing import Final

from extraction.places.article_places import Places
from extraction.places.place_mentions import PlaceMention
from extraction.places.place_readings import country_of
from extraction.words.article import Article

_NEAR: Final = 12
"""Tokens between a figure and the place that is its own."""


def place_of(places: Places, article: Article, first: int, last: int) -> str | None:
    """Give the place of what the tokens `[first, last)` say: their own, else the event's."""
    if places.country is not None and _is_nationwide(article, first, last):
        return places.country
    if places.main is not None and _is_of_law(places, article, first):
        return _where_laws_hold(places, places.main)
    return _own_place(places, article, first, last) or places.main


def matter_place(places: Places, article: Article, first: int, matter: int, last: int) -> str | None:
    """Give the place that the tokens `[matter, last)` name, a stance's matter, else that of all from `first` on."""
    for mention in places.by_sentence.get(article.sentence_of[first], ()):
        if mention.role in ("scene", "goal") and matter <= mention.first < last:
            return mention.path
    return place_of(places, article, first, last)


def _own_place(places: Places, article: Article, first: int, last: int) -> str | None:
    """The scene that follows a figure before the next one, else the one before it, else what its clause is about."""
    start, end = _clause(article, first, last)
    told = places.by_sentence.get(article.sentence_of[first], ())
    here = [one for one in told if start <= one.first < end]
    if not here:
        scenes = [one for one in told if one.located and one.first < start]
        return scenes[-1].path if scenes else _own_town(places, article, start, end)
    before = max((figure.last for figure in article.figures_of(first) if figure.last <= first), default=start)
    after = min((figure.first for figure in article.figures_of(first) if figure.first >= last), default=end)
    goal = "goal" if _is_sent(article, first, start) else "scene"
    scenes = [mention for mention in here if mention.role in ("scene", goal) or _is_soil(article, mention)]
    following = [mention for mention in scenes if last <= mention.first < min(after, last + _NEAR)]
    leading = [mention for mention in scenes if max(before, first - _NEAR) <= mention.first < first]
    shared = [mention for mention in scenes if country_of(mention.path) == places.country]
    nearest = following[:1] or _inside(here, first, last) or leading[-1:]
    chosen = nearest or _topic(article, here, start, first) or shared[:1]
    return chosen[0].path if chosen else None


def _own_town(places: Places, article: Article, start: int, end: int) -> str | None:
    """The last town or region named before "in his town" or "in their village", in the sentence before at most."""
    settlements, own = article.vocabulary.place_words.settlement, article.sentence_of[start]
    owned = any(
        article.lower[index] in _OWNED and article.lower[index - 1] == "in" and article.lower[index + 1] in settlements
        for index in range(start + 1, end - 1)
    )
    before = [one for one in places.by_sentence.get(own - 1, ()) if one.is_part_of_country] if owned else []
    return before[-1].path if before else None


_OWNED: Final = frozenset(("his", "her", "their", "our", "my"))


def _is_soil(article: Article, mention: PlaceMention) -> bool:
    """Whether something goes to a country's ground: "soldiers to Ukrainian soil"."""
    return mention.role == "goal" and article.lower[mention.last] in article.vocabulary.place_words.soil


def _is_sent(article: Article, first: int, start: int) -> bool:
    """Whether the verb right before a figure sends what it counts somewhere: "has sent 640 nurses to"."""
    before = range(first - 1, max(start, first - _SENT_WITHIN) - 1, -1)
    return any(article.lower[index] in article.vocabulary.place_words.sends for index in before)


_SENT_WITHIN: Final = 3


def _inside(mentions: list[PlaceMention], first: int, last: int) -> list[PlaceMention]:
    """The place that what is counted is called after: "75 Bergen permits"."""
    return [one for one in mentions if one.role == "modifier" and one.is_part_of_country and one.first == last][:1]


def _topic(article: Article, mentions: list[PlaceMention], start: int, first: int) -> list[PlaceMention]:
    """The town or region that opens the clause as its subject: "Turku has 3,200 orchards", "Norway: 815"."""
    return [
        one
        for one in mentions
        if one.first <= start + 1
        and one.first < first
        and (article.lower[one.last] == ":" or (one.role == "subject" and one.is_part_of_country))
    ][:1]


def _is_nationwide(article: Article, first: int, last: int) -> bool:
    """Whether the figure's own clause says that it holds for the whole country: "across the whole country"."""
    start, end = _clause(article, first, last)
    opening = max(start, first - _NEAR)
    near = article.lower[opening : min(end, last + _NEAR)]
    if not article.vocabulary.place_words.nationwide.isdisjoint(near):
        return True
    whole = [index for index, word in enumerate(near, opening) if word in ("country", "nation")]
    return any(_spans(article, index) for index in whole)


def _spans(article: Article, index: int) -> bool:
    """Whether "across the", "throughout the whole" or the like stands before the word at `index`.

    Those who come from across the country are all in one place.
    """
    before = article.lower[max(0, index - _SPAN_REACH) : index]
    return not article.vocabulary.place_words.across.isdisjoint(before[-3:]) and "from" not in before


_SPAN_REACH: Final = 4


def _is_of_law(places: Places, article: Article, first: int) -> bool:
    """Whether a figure is what a law provides or passed by: "met in Turku against a law that would cut it to 12".

    A bill that is to be paid is none ("a repair bill of £40m"), and neither is a law of which a place is told.
    """
    sentence = article.sentence(first)
    laws = article.vocabulary.place_words.law
    ahead = range(first - 1, max(sentence.first, first - _LAW_REACH) - 1, -1)
    law = next((index for index in ahead if article.lower[index] in laws and article.lower[index + 1] != "of"), None)
    told = places.by_sentence.get(article.sentence_of[first], ())
    return law is not None and not any(one.located and one.first > law for one in told)


_LAW_REACH: Final = 14


def _where_laws_hold(places: Places, main: str) -> str:
    """The region around the event that the article names, else the country: laws are those of the one or the other."""
    around = [one.path for one in places.mentions if main.endswith(" < " + one.path)]
    regions = [path for path in around if " < " in path]
    return max(regions, key=len, default=country_of(main))


def _clause(article: Article, first: int, last: int) -> tuple[int, int]:
    """The part of the sentence between semicolons: "in Tartu 310; in Narva about 90"."""
    sentence = article.sentence(first)
    if ";" not in article.different or ";" not in article.lower[sentence.first : sentence.last]:
        return sentence.first, max(last, sentence.last)
    start, end = first, last
    while start > sentence.first and article.lower[start - 1] != ";":
        start -= 1
    while end < sentence.last and article.lower[end] != ";":
        end += 1
    return start, end
