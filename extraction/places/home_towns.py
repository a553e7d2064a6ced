"""Whose local news an article is: the town of its dateline, its police, its title and its paper."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extraction.places.datelines import dateline_of
from extraction.words.article import Article
from extraction.words.tokens import tokenize
from extraction.words.vocabulary import Place
from extraction.words.word_classes import NAME, NOUN

_FEW: Final = 3
"""Mentions of a town in the text that count; who names it more often says no more by it."""
_KNOWN: Final = 100_000
"""Inhabitants of a town that a paper is likely to be called after, or that is told of without another word."""


@dataclass(slots=True)
class TownSign:
    """What makes a name that of the town whose local news an article is: its kind in place_weights.csv."""

    kind: str
    name: str
    times: int = 1


def town_signs(article: Article) -> defaultdict[str, float]:
    """Add up, by name in lower case, what makes each listed town the one whose local news this is.

    None where the article has no word of what is told of a town (its police, its downtown, a fire), nor names the town
    of its dateline again.
    """
    weights, signs = article.vocabulary.places.weights, list(_signs(article))
    reported = {sign.name for sign in signs if sign.kind == "dateline"}
    again = any(sign.kind in ("named", "title") and sign.name in reported for sign in signs)
    local = again or not article.vocabulary.place_words.local.isdisjoint(article.different)
    told: defaultdict[str, float] = defaultdict(float)
    for sign in signs if local else ():
        told[sign.name] += weights[f"town_{sign.kind}"] * sign.times
    return told


def is_only_capital(article: Article, name: str, country: str) -> bool:
    """Whether a town's name also stands for the government of its country, and nobody is named who serves the town."""
    found = article.vocabulary.cues(name.split()).actors.get(0)
    if found is None or found[1].kind != "metonym" or found[1].name != country:
        return False
    return not any(sign.kind == "served" and sign.name == name for sign in _signs(article))


def _is_national(article: Article, first: int) -> bool:
    """Whether the sentence behind the dateline, from the token `first` on, names a country or its people."""
    last = article.sentence(first).last if first < len(article.tokens) else first
    actors, countries = article.cues.actors, article.vocabulary.places.countries
    named = (index for index in range(first, last) if index in actors and article.tokens[index].text[0].isupper())
    told = ((index + actors[index][0], actors[index][1]) for index in named)
    return any(
        actor.name in countries and actor.kind in _NATIONS and article.classes[end] != NAME  # but "U.S. Marshals"
        for end, actor in told
    )


_NATIONS: Final = frozenset(("state", "abbreviation", "demonym"))


def _signs(article: Article) -> Iterator[TownSign]:
    first, last = dateline_of(article)
    opening = next((index for index, _ in _towns(article) if first <= index < last), None)
    if opening is not None and not _is_national(article, last):
        yield TownSign("dateline", _name(article, opening))
    text = [(index, places) for index, places in _towns(article) if index >= last]
    named = Counter(_name(article, index) for index, _ in text)
    served = Counter(_name(article, index) for index, _ in text if _is_served(article, index))
    yield from (TownSign("named", name, min(times, _FEW)) for name, times in named.items())
    yield from (TownSign("served", name, min(times, _FEW)) for name, times in served.items())
    titled = _names_of(article, article.document.title or "", 0)
    yield from (TownSign("title", name) for name in titled)
    scenes = {_name(article, index) for index, _ in text if _is_scene(article, index)}
    known = {_name(article, index) for index, places in text if _is_known(places)}
    known |= _names_of(article, article.document.title or "", _KNOWN)
    if len(known) == 1:
        yield from (TownSign("alone", name) for name in known & (scenes | titled))
    yield from (TownSign("paper", name) for name in _names_of(article, article.document.source, _KNOWN))


def _is_scene(article: Article, index: int) -> bool:
    return index > 0 and article.lower[index - 1] in article.vocabulary.place_words.locative


def _is_known(places: tuple[Place, ...]) -> bool:
    return any(place.kind == "city" and place.population >= _KNOWN for place in places)


def _towns(article: Article) -> Iterator[tuple[int, tuple[Place, ...]]]:
    """Yield where names of listed towns begin, none inside another or in that of a person."""
    passed, start = 0, dateline_of(article)[1]
    for index, (length, places) in sorted(article.cues.places.items()):
        named = article.tokens[index].text[0].isupper() and (index < start or index not in article.persons_at)
        if index >= passed and named:
            passed = index + length
            if any(place.kind == "city" for place in places):
                yield index, places


def _name(article: Article, index: int) -> str:
    return " ".join(article.lower[index : index + article.cues.places[index][0]])


def _is_served(article: Article, index: int) -> bool:
    """Whether behind a town stand those who serve or live in it: "Birmingham police", "a Milwaukee woman"."""
    words, last = article.vocabulary.place_words, index + article.cues.places[index][0]
    noun = article.lower[last]
    person = article.classes[last] == NOUN and article.vocabulary.speaker_nouns.get(noun) == "person"
    return noun in words.local or person


def _names_of(article: Article, line: str, least: int) -> set[str]:
    """The towns of so many inhabitants that a line besides the text names, but none that is all of it."""
    tokens = tokenize(line)
    words = [token.lower for token in tokens]
    persons = {article.lower[index] for index in article.persons_at}
    found, passed = set(), 0
    for index, (length, places) in sorted(article.vocabulary.cues(words).places.items()):
        named = tokens[index].text[0].isupper() and words[index] not in persons and length < len(words)
        if index >= passed and named:
            passed = index + length
            if any(place.kind == "city" and place.population >= least for place in places):
                found.add(" ".join(words[index:passed]))
    return found
