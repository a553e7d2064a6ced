"""The one place of the event that an article tells of: what its title and opening say, else what it names most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Final

from extraction.naming.mentions import Mention
from extraction.naming.names import Names
from extraction.places.datelines import dateline_of
from extraction.places.place_mentions import LARGE, PlaceMention, Role, is_country, is_rough
from extraction.places.place_readings import country_of, is_abroad, levels
from extraction.words.article import Article
from extraction.words.phrases import Matches
from extraction.words.tokens import tokenize
from extraction.words.vocabulary import Actor, Place
from extraction.words.word_classes import NAME, NOUN

_LEADING_SENTENCES: Final = 3
_WEIGHTS: Final[Mapping[Role, float]] = {
    "scene": 2,
    "modifier": 1.5,
    "of": 1,
    "owner": 1,
    "subject": 1,
    "actor": 0.5,
    "goal": 0.25,
    "dateline": 0.5,
    "seat": 0,
    "passing": 0.25,
}
"""How much it tells of the event that a place is named so; twice as much in the opening."""
_TELLING: Final = frozenset(("scene", "modifier", "of", "owner", "subject"))
"""Roles in which a place that the opening names is the event's."""
_ENOUGH: Final = 4
"""Twice the scene: from there on a place that the opening does not name is the event's."""
_TELLING_WEIGHT: Final = 6
"""In quarters: what a country must weigh in a sentence so that a town there is only where somebody speaks."""
_TITLE: Final = 3
"""What it counts that the title names a place."""
_STATES: Final = frozenset(("state", "abbreviation", "demonym"))


def event_place(
    article: Article, names: Names, mentions: list[PlaceMention], countries: Mapping[str, int], town: str | None
) -> str | None:
    """Give the place of the event, or None where neither the opening nor the rest of the article settles on one.

    Local news of a `town` that places it nowhere else happened there.
    An opening that speaks of a whole country ("Irish house prices rose") makes it the country's, whatever towns follow.
    """
    titled = set(_titled(article, mentions, countries))
    scores = _scores(article, mentions, titled)
    opening = _opening(article)
    for number in opening:
        capital = _capital(article, mentions, number)
        named = _without_containers(_named(article, mentions, number), capital) | capital
        if number == opening[0]:
            named |= _narrowed(_titled_there(article, mentions, number, titled), _in_dateline(mentions, town))
        if named:
            return max(sorted(named), key=lambda path: scores[path])
        whole = country_of_title(article) if number == opening[0] and _counts_regions(article, number) else None
        if whole is not None:
            return whole
        national = _national(article, names, mentions, number, is_first=number == opening[0])
        told_from = _told_from(article, mentions, number) if number == opening[0] else set()
        if told_from and max(national.values(), default=0) < _TELLING_WEIGHT:
            return max(sorted(told_from), key=lambda path: scores[path])
        if national:
            return max(sorted(national), key=lambda name: (national[name], countries.get(name, 0)))
        towns = _town_of_dateline(article, names, mentions, town) if number == opening[0] else []
        if towns:
            return towns[0]
    regions = {one.first for one in mentions if one.is_part_of_country}
    named_states = [one for one in names.mentions if one.first not in regions]
    told = _most_told(article, named_states, scores, titled, _reported_from(mentions))
    told = _unless_outdone(told, titled, countries)
    unmet = " < " not in (told or "") and told not in countries
    return town if town and (told is None or unmet or town.endswith(" < " + told)) else told


def _unless_outdone(told: str | None, titled: set[str], countries: Mapping[str, int]) -> str | None:
    """Give a country that is only spoken of up for the one of which more is told, if the title does not name it.

    A march in Utah against a dam in Chile is told of the United States.
    """
    most = max(sorted(countries), key=lambda name: countries[name], default=None)
    outdone = told in countries and told not in titled and countries[most or ""] > countries[told or ""]
    return most if outdone else told


def _titled(article: Article, mentions: list[PlaceMention], countries: Mapping[str, int]) -> Iterator[str]:
    """Yield what the title names: places that the text names too, cities known by themselves, and countries.

    A capital that stands for its government is no place ("Lisbon hesitates"), nor is the name of a person of the text.
    """
    tokens = tokenize(article.document.title or "")
    words = [token.lower for token in tokens]
    cues = article.vocabulary.cues(words)
    plain = [" " if _stands_for(article, cues.actors, words, index) else word for index, word in enumerate(words)]
    streets = article.vocabulary.place_words.street
    plain = [" " if follower in streets else word for word, follower in zip_longest(plain, words[1:], fillvalue="")]
    joined = f" {' '.join(plain)} "
    yield from {one.path for one in mentions if f" {one.path.split(' < ')[0].lower()} " in joined}
    for index, (_, actor) in cues.actors.items():
        told = tokens[index].text[0].isupper() and plain[index] == words[index]
        if actor.kind in _STATES and is_country(article, actor.name) and told:
            yield actor.name
    persons = {article.lower[index] for index in article.persons_at}
    for index, (_, candidates) in cues.places.items():
        meant = tokens[index].text[0].isupper() and plain[index] == words[index] and words[index] not in persons
        scene = bool(index) and words[index - 1] in article.vocabulary.place_words.locative
        if meant and (_is_known(candidates[0], countries) or (scene and _is_known(candidates[0], {}))):
            yield candidates[0].path


def country_of_title(article: Article) -> str | None:
    """Give the one country that the title names, if it is one."""
    named = {path for path in _titled(article, [], {}) if " < " not in path}
    return named.pop() if len(named) == 1 else None


def _stands_for(article: Article, actors: Matches[Actor], words: list[str], index: int) -> bool:
    """Whether a capital stands for its government, as all do but after "in" and before what a city has."""
    metonym, known = index in actors and actors[index][1].kind == "metonym", article.vocabulary.place_words
    in_city = bool(index) and words[index - 1] in known.locative
    return metonym and not in_city and known.in_city.isdisjoint(words[index + 1 : index + 2])


def _is_known(place: Place, countries: Mapping[str, int]) -> bool:
    """Whether a place is large enough to be meant without another word, in a country that the article speaks of."""
    spoken_of = country_of(place.path) in countries or not countries
    return place.population >= LARGE and " < " in place.path and spoken_of


def _scores(article: Article, mentions: list[PlaceMention], titled: set[str]) -> Counter[str]:
    """Add up, in quarters, what the title and the mentions of each place tell of the event."""
    scores = Counter(dict.fromkeys(titled, 4 * _TITLE))
    for mention in mentions:
        opening = article.sentence_of[mention.first] < _LEADING_SENTENCES
        path = country_of(mention.path) if is_rough(mention.path) else mention.path
        scores[path] += int(4 * _WEIGHTS[mention.role]) * (1 + opening)
    return scores


def _opening(article: Article) -> list[int]:
    """The sentences with which an article opens, page furniture left out."""
    dateline = range(*dateline_of(article))
    told = [
        number
        for number, sentence in enumerate(article.sentences)
        if not sentence.furniture and sentence.last - 1 not in dateline
    ]
    return told[:_LEADING_SENTENCES]


def _named(article: Article, mentions: list[PlaceMention], number: int) -> set[str]:
    """The places in a country that a sentence of the opening makes the event's."""
    return {
        mention.path
        for mention in mentions
        if article.sentence_of[mention.first] == number and mention.is_part_of_country and mention.role in _TELLING
    }


def _without_containers(named: set[str], cities: set[str]) -> set[str]:
    """Leave out what contains one of some cities: "in Alabama's second city" is told of the city."""
    return {path for path in named if not any(city.endswith(" < " + path) for city in cities)}


def _in_dateline(mentions: list[PlaceMention], town: str | None) -> str | None:
    """The town whose local news it is, where it is that of the dateline."""
    return next((one.path for one in mentions if one.role == "dateline" and one.path == town), None)


def _narrowed(named: set[str], town: str | None) -> set[str]:
    """Take the town whose local news it is for the region around it that a title names for readers far away."""
    return {town if town and town.endswith(" < " + path) else path for path in named}


def _titled_there(article: Article, mentions: list[PlaceMention], number: int, titled: set[str]) -> set[str]:
    """The places of the title that lie in the country in which the first sentence has its scene, if it has one.

    "Thousands have crossed into Uganda" under "Thousands run from Juba shelling" tells of Uganda.
    """
    there = {country_of(one.path) for one in mentions if one.located and article.sentence_of[one.first] == number}
    return {path for path in titled if " < " in path and (not there or country_of(path) in there)}


def _town_of_dateline(article: Article, names: Names, mentions: list[PlaceMention], town: str | None) -> list[str]:
    """The town of the dateline where no government sits: who reports from there reports on it.

    A lead that names a country speaks of more than a town. A city that the text does not name again is only where
    somebody reports from; the event is then in the region of the city that the text does name, if anywhere.
    """
    dateline = range(*dateline_of(article))
    if not dateline or dateline.stop >= len(article.tokens):
        return []
    lead = article.sentence(dateline.stop)
    national = any(one.kind == "state" for one in names.within(dateline.stop, lead.last))
    elsewhere = {level for one in mentions if one.first not in dateline for level in levels(one.path)}
    towns = [
        mention
        for mention in mentions
        if not national and mention.first in dateline and mention.is_part_of_country and not _is_seat(names, mention)
    ]
    told = [place for one in towns for place in _told_of(one, elsewhere)]
    return told or [one.path for one in towns if one.path == town]


def _told_of(town: PlaceMention, elsewhere: set[str]) -> list[str]:
    """The innermost level of a city, below its country, that the text names elsewhere too; of a small town itself."""
    told = [level for level in levels(town.path) if " < " in level and level in elsewhere]
    return told[:1] or ([town.path] if town.population < LARGE else [])


def _is_seat(names: Names, mention: PlaceMention) -> bool:
    """Whether a place is the seat of its country's government or of a body of the world."""
    name = names.at.get(mention.first)
    return name is not None and name.wording == "metonym"


def _told_from(article: Article, mentions: list[PlaceMention], number: int) -> set[str]:
    """The towns from which the opening tells its figures: "Hospitals in Karbala put the toll at 23"."""
    return {
        mention.path
        for mention in mentions
        if article.sentence_of[mention.first] == number and mention.is_part_of_country and mention.role == "actor"
    }


def _capital(article: Article, mentions: list[PlaceMention], number: int) -> set[str]:
    """The city of the dateline where a sentence of the opening speaks of it as "the capital" or "the city"."""
    cities = {one.path for one in mentions if one.role == "dateline" and one.is_part_of_country}
    sentence = article.sentences[number]
    spoken = bool(cities) and any(
        article.lower[index] in ("capital", "city") and article.classes[index] == NOUN
        for index in range(sentence.first, sentence.last)
    )
    return cities if spoken else set()


def _national(
    article: Article, names: Names, mentions: list[PlaceMention], number: int, *, is_first: bool
) -> Counter[str]:
    """How much a sentence of the opening speaks of each country as a whole: by its name, or of what is its own.

    The country that does something is what is spoken of in the first sentence; later it only acts.
    """
    sentence = article.sentences[number]
    told: Counter[str] = Counter()
    for mention in mentions:
        here = article.sentence_of[mention.first] == number and mention.role in _TELLING
        here = here and (is_first or (mention.role != "subject" and not _is_one_of_several(article, mention)))
        if here and not mention.is_part_of_country and is_country(article, country_of(mention.path)):
            told[country_of(mention.path)] += int(4 * _WEIGHTS[mention.role])
    start = max(sentence.first, dateline_of(article)[1])
    for name in names.within(start, sentence.last):
        if name.wording == "demonym" and is_country(article, name.name) and _is_of_thing(article, name.last):
            told[name.name] += 1
    return told


def _is_one_of_several(article: Article, mention: PlaceMention) -> bool:
    """Whether a country is only named beside another: "orders rose, with Germany and Turkey strongest"."""
    before = mention.first - 1
    return mention.role == "modifier" and article.lower[before] == "and" and article.classes[before - 1] == NAME


def _is_of_thing(article: Article, index: int) -> bool:
    """Whether the noun after "Irish" is no speaker: prices, not police."""
    return article.classes[index] == NOUN and article.lower[index] not in article.vocabulary.speaker_nouns


def _counts_regions(article: Article, number: int) -> bool:
    """Whether a sentence tells of several regions without naming one: "29 deaths in seven districts"."""
    regions, sentence = article.vocabulary.place_words.region, article.sentences[number]
    behind = (article.lower[one.last] for one in article.figures_of(sentence.first))
    return any(word[-1:] == "s" and _one_of(word) in regions for word in behind)


def _one_of(plural: str) -> str:
    return plural[:-3] + "y" if plural.endswith("ies") else plural[:-1]


def _reported_from(mentions: list[PlaceMention]) -> str | None:
    """The country of the dateline."""
    return next((country_of(one.path) for one in mentions if one.role == "dateline"), None)


def _most_told(
    article: Article, named: list[Mention], scores: Counter[str], titled: set[str], home: str | None
) -> str | None:
    """The place that is told of most and often enough, else the country of the title, else the one spoken of.

    `named` are the names of the article that are no region's or town's: Georgia of "Rome, Georgia" is no state. The
    country of the dateline, `home`, is told of even where a partner in trade is named more often.
    """
    places = [path for path in scores if " < " in path and scores[path] >= 4 * _ENOUGH]
    if places:
        return max(places, key=lambda path: scores[path])
    states = [one for one in named if one.wording in _STATES and _is_spoken_of(article, one)]
    opening = {one.name for one in states if article.sentence_of[one.first] < _LEADING_SENTENCES}
    spoken_of = Counter(one.name for one in states)
    countries = {path for path in titled if " < " not in path} or {
        name for name in spoken_of if spoken_of[name] >= _SPOKEN_OF or opening == {name}
    }
    countries |= {home} if countries and home is not None and spoken_of[home] else set()
    told_at_home = {home: _AT_HOME_COUNTS}
    return max(sorted(countries), key=lambda name: spoken_of[name] + told_at_home.get(name, 0), default=None)


def _is_spoken_of(article: Article, state: Mention) -> bool:
    """Whether a country is named as such: not in a dateline, as a people or neighbour, or as where somebody is from."""
    foreign = state.wording == "demonym" and not _is_of_thing(article, state.last)
    foreign = foreign or is_abroad(article, state.first)
    return is_country(article, state.name) and state.first not in range(*dateline_of(article)) and not foreign


_AT_HOME_COUNTS: Final = 2
"""Mentions that a dateline in a country is worth."""
_SPOKEN_OF: Final = 2
"""Mentions by which an article is about a country that its opening does not make the scene."""


def home_of(article: Article, names: Names, mentions: list[PlaceMention], home: str | None) -> str | None:
    """Give the country at home in which an article tells its story, where nothing in it names the place.

    It says so by what only a country has ("the minister", "nationally"), or by several places there. Its people and
    language alone ("built for a Korean shipyard", "translated from the Dutch") say nothing.
    """
    told = {
        article.sentence_of[one.first]
        for one in mentions
        if one.role in _AT_HOME and one.population and country_of(one.path) == home
    }
    wordings = {one.wording for one in names.mentions if one.name == home}
    if wordings == {"body"} and not told:
        home = _reported_from(mentions) or home
    national = not article.vocabulary.place_words.national.isdisjoint(article.different)
    return home if len(told) >= _SPOKEN_OF or (national and (told or wordings != {"demonym"})) else None


_AT_HOME: Final = _TELLING | {"goal"}
