"""Places of the gazetteer among the words: the right one of those that share a name, and what it is there for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from extraction.naming.mentions import Mention
from extraction.naming.names import Names
from extraction.places.datelines import dateline_of
from extraction.places.place_readings import (
    BEFORE_PLACE,
    Readings,
    Spot,
    country_of,
    follows_at_once,
    is_origin,
    leads_to,
    read_spots,
)
from extraction.words.article import Article
from extraction.words.vocabulary import Place
from extraction.words.word_classes import (
    ADJECTIVE,
    AUXILIARY,
    DETERMINER,
    HYPHEN,
    NAME,
    NOUN,
    NUMBER,
    POSSESSIVE,
    VERB,
)

Role = Literal["scene", "seat", "actor", "of", "owner", "modifier", "subject", "goal", "dateline", "passing"]
"""What a place is named for: where something is ("in Ghent"), where somebody speaks or sits ("told reporters in Dhaka",
"police in Kendari"), what is of it ("the mayor of Quelimane", "Peru's coast") or called after it ("the Ghent plant"),
what does or has something ("Bristol has 21,400 households"), where something goes ("weapons to Chile"), where the
report was written, or nothing of these."""

_SMALL: Final = 60_000
_KNOWN: Final = 100_000
LARGE: Final = 400_000
"""Inhabitants. Under the one a place counts only in a country that the article speaks of, for many small ones bear
everyday words; from the second on it is known without its country, and from the third on by a title alone."""


@dataclass(slots=True)
class PlaceMention:
    """Tokens `[first, last)` that name a place, and the place with its containers as a claim writes it."""

    first: int
    last: int
    path: str
    role: Role
    is_open: bool = False
    """Whether it has no container though it is no country: nothing tells in which it lies."""
    population: int = 0
    """How many live there; 0 where no table tells."""

    @property
    def located(self) -> bool:
        """Whether a word such as "in" makes it the scene, not only a name in passing."""
        return self.role == "scene"

    @property
    def is_part_of_country(self) -> bool:
        """Whether it is a place of its own in a country, not the country or a quarter of it ("southern Peru")."""
        return self.is_open or (" < " in self.path and not is_rough(self.path))


def is_rough(path: str) -> bool:
    """Whether a path names only a quarter of a country: `southern Peru < Peru`."""
    nearest = path.split(" < ", 1)[0]
    return nearest != path and nearest.endswith(" " + country_of(path)) and nearest.split()[0].islower()


def is_country(article: Article, name: str) -> bool:
    """Whether a name of the tables is a country's."""
    return name in article.vocabulary.places.countries


def is_shared(article: Article, body: Mention) -> bool:
    """Whether a body goes by a name that those of other countries have too: Congress."""
    return body.wording == "body" and article.lower[body.first] in article.vocabulary.place_words.shared_body


def gazetteer_mentions(article: Article, names: Names) -> tuple[list[PlaceMention], Readings]:
    """Find the places of the gazetteer, in order, and what the names of the article were read as."""
    spots = list(_spots(article, names))
    readings = read_spots(article, spots, _owners(article, names))
    return list(_mentions(article, names, spots, readings)), readings


def _owners(article: Article, names: Names) -> Iterator[Spot]:
    """Find the places after which bodies are called: "Ghent University", "Oregon Nurses Association"."""
    for mention in names.mentions:
        known = article.cues.places.get(mention.first) if mention.kind == "organisation" else None
        if known is not None and mention.first + known[0] < mention.last:
            yield Spot(mention.first, mention.first + known[0], known[1])


def set_containers_aside(article: Article, mentions: list[PlaceMention]) -> None:
    """Let what only says where another place lies be named in passing, and the other take its role.

    "Canada's Yukon territory", "the Kenyan county of Turkana", "Bergen, in Norway's Vestland county".
    """
    for outer, inner in pairwise(mentions):
        if _lies_in(inner, outer) and leads_to(article, outer.last, inner.first):
            inner.role = outer.role if outer.role in ("scene", "seat", "actor") else inner.role
            outer.role = "passing"
    named = [mention for mention in mentions if mention.role != "passing"]
    for inner, outer in pairwise(named):
        if _lies_in(inner, outer) and follows_at_once(article, inner.last, outer.first):
            outer.role = "passing"


def _lies_in(inner: PlaceMention, outer: PlaceMention) -> bool:
    container = country_of(outer.path) if is_rough(outer.path) else outer.path
    return inner.path.endswith(" < " + container) and not is_rough(inner.path)


def _mentions(article: Article, names: Names, spots: list[Spot], readings: Readings) -> Iterator[PlaceMention]:
    dateline = range(*dateline_of(article))
    for spot in spots:
        found = _read(article, names, spot, readings)
        if found is not None:
            if found.first in dateline:
                found.role = "dateline"
            elif is_origin(article, found.first):
                found.role = "passing"
            if not _stands_for_government(article, names, found):
                yield found


def _spots(article: Article, names: Names) -> Iterator[Spot]:
    """Find the words that may name places, in order."""
    classes = article.classes
    papers = _papers(article)
    for sentence in article.sentences:
        passed = sentence.last if sentence.furniture else sentence.first
        for index in range(sentence.first, sentence.last):
            if index < passed or (
                classes[index] != NAME and not (index == sentence.first and _opens_as_subject(article, index))
            ):
                continue
            spot = _region_abbreviation(article, index) or _spot_at(article, names, index)
            if spot is not None:
                passed = spot.last
                if article.words(spot.first, spot.last) not in papers:
                    yield spot


def _papers(article: Article) -> set[str]:
    """The names of the publisher and of the agency in brackets in the dateline, which places may bear too."""
    first, last = dateline_of(article)
    bracketed = article.lower.index("(", first, last) if "(" in article.lower[first:last] else last
    return {article.document.source, article.words(bracketed + 1, last - 2)}


def _region_abbreviation(article: Article, index: int) -> Spot | None:
    """Find "Wash." or "NY" behind the comma after a name."""
    if not 2 <= index < len(article.tokens) or article.lower[index - 1] != ",":  # noqa: PLR2004 - a town and a comma
        return None
    regions = article.vocabulary.places.region_abbreviations.get(article.tokens[index].text.replace(".", ""))
    if regions is None or not article.tokens[index - 2].text[0].isupper():
        return None
    return Spot(index, index + 1, regions)


def _opens_as_subject(article: Article, index: int) -> bool:
    """Whether a sentence opens with a word of the gazetteer that what follows makes a name.

    "Bristol has", "Valencia counted", "Akron's mayor", "Derby residents", "Macon, Ga.", "Graz, 5 May 2025."
    """
    opens = article.classes[index] == NOUN and index == article.sentence(index).first
    if not opens or index not in article.cues.places:
        return False
    last = index + article.cues.places[index][0]
    if article.classes[last] == NOUN:
        return _speaks(article, article.lower[last])
    if last < dateline_of(article)[1]:
        return True
    return article.classes[last] in (AUXILIARY, VERB, POSSESSIVE) or _region_abbreviation(article, last + 1) is not None


def _spot_at(article: Article, names: Names, index: int) -> Spot | None:
    """Find the place name that begins at a token, with all places that bear it; None where it names something else."""
    mention, known = names.at.get(index), article.cues.places.get(index)
    state = mention is not None and mention.kind == "state" and mention.first == index
    if mention is not None and is_shared(article, mention):
        return None
    if mention is not None and state and mention.wording != "metonym" and is_country(article, mention.name):
        namesakes = known[1] if known is not None and known[0] == mention.last - index else ()
        country = Place(mention.name, "", "country", _NATION)
        return Spot(index, mention.last, (country, *(one for one in namesakes if one.path != mention.name)))
    if mention is not None and not state and not _is_scene(article, mention, index):
        return None
    if known is None or (article.classes[index + known[0] - 1] != NAME and not _opens_as_subject(article, index)):
        return None
    last = index + known[0]
    if _is_street(article, index, last):
        return None
    if mention is not None and mention.last > last and _is_named_after_place(article, mention, last):
        return None
    return None if _is_letters(article, index, known) else Spot(index, last, known[1])


def _is_street(article: Article, first: int, last: int) -> bool:
    """Whether a name is that of a street, a church or the like, or of the street that another one meets.

    "Lebanon Pike", "Kensington High School", "on East 38th Street at Sherman".
    """
    words = article.vocabulary.place_words
    behind = article.tokens[last].text[:1].isupper() and article.lower[last] in words.named_after
    met = first > 1 and article.lower[first - 1] in ("at", "and") and article.lower[first - 2] in words.street
    return behind or (met and article.tokens[first - 2].text[0].isupper())


def _is_named_after_place(article: Article, mention: Mention, last: int) -> bool:
    """Whether a name goes on behind a place to name what need not be there: "Columbus Park", "Ghent Choir"."""
    named_after = article.vocabulary.place_words.named_after
    return mention.kind == "organisation" or not named_after.isdisjoint(article.lower[last : mention.last])


def _is_letters(article: Article, index: int, known: tuple[int, tuple[Place, ...]]) -> bool:
    """Whether a short word is only spelt like the letters for a place, or the other way round: "La Center", "SWAT"."""
    word = article.tokens[index].text
    if _is_capitals_alone(article, index, index + known[0]):
        return True
    short = known[0] == 1 and len(word) <= _LETTERS and not word.isupper()
    return short and all(place.name.lower() != word.lower() for place in known[1])


def _is_capitals_alone(article: Article, first: int, last: int) -> bool:
    """Whether one word is in capitals among words that are not, but in a dateline: "a SWAT team"."""
    word, start = article.tokens[first].text, dateline_of(article)[1]
    alone = last == first + 1 and word.isupper() and len(word) > _LETTERS and first > start
    return alone and not any(article.tokens[index].text.isupper() for index in (first - 1, last))


_LETTERS: Final = 3


def _read(article: Article, names: Names, spot: Spot, readings: Readings) -> PlaceMention | None:
    """Take a spot for the place that it is read as, where that is likely enough in its role."""
    mention, reading = names.at.get(spot.first), readings.by_spot[spot.first]
    if mention is not None and reading.path == mention.name and spot.candidates[0].kind == "country":
        return _state_as_place(article, mention)
    role = role_of(article, spot.first, spot.last)
    abroad = readings.home not in (None, country_of(reading.path))
    least = _SMALL if role == "scene" else LARGE if abroad else _KNOWN
    if reading.is_elsewhere and role not in (_AT_HOME if readings.around is not None else ("scene",)):
        return None
    if reading.is_unsure and _is_inside_name(article, spot, mention):
        return None
    if not reading.is_spoken_of and reading.population < least:
        place = spot.candidates[0]
        alone = role == "scene" and len(spot.candidates) == 1 and place.within
        path = place.path if readings.is_only else place.name
        return PlaceMention(spot.first, spot.last, path, role, not readings.is_only) if alone else None
    is_open = reading.is_unsure and " < " not in reading.path
    return PlaceMention(spot.first, spot.last, reading.path, role, is_open, reading.population)


_AT_HOME: Final = frozenset(("scene", "modifier", "of", "owner"))
"""Roles in which a place that no table holds is told of as one of the article's town."""


def _is_inside_name(article: Article, spot: Spot, mention: Mention | None) -> bool:
    """Whether more of a name follows: Maplewood of "Maplewood Park", Gulf of "Gulf of Paria"."""
    return article.lower[spot.last] == "of" or (mention is not None and mention.last > spot.last)


_NATION: Final = 5_000_000


def _stands_for_government(article: Article, names: Names, place: PlaceMention) -> bool:
    """Whether a capital is named for its government: "penalties on Minsk", but not "a Minsk court"."""
    mention = names.at.get(place.first)
    if mention is None or mention.wording != "metonym" or place.role in ("scene", "seat", "actor", "dateline"):
        return False
    if article.lower[place.last] in article.vocabulary.place_words.in_city:
        return False
    namesake = place.population < _KNOWN and article.lower[place.last] != ","  # Whitehall in Ohio
    return namesake or mention.name == country_of(place.path) or not is_country(article, mention.name)


def _is_scene(article: Article, mention: Mention, index: int) -> bool:
    """Whether a name may be a place; one word of a person's counts as such in "in Ontario" beside "Hydro Ontario"."""
    if mention.kind != "person" and mention.first == index:
        return True
    return (
        mention.kind == "person"
        and mention.last == mention.first + 1
        and index > 0
        and article.lower[index - 1] in article.vocabulary.place_words.locative
    )


def _state_as_place(article: Article, mention: Mention) -> PlaceMention | None:
    """Read a state named as a scene: "in Russia", "eastern Russia", "Ukrainian soil"."""
    first, last, name, wording = mention.first, mention.last, mention.name, mention.wording
    if not is_country(article, name):
        return None
    on_soil = wording == "demonym" and article.lower[last] in article.vocabulary.place_words.soil
    if wording not in ("state", "abbreviation") and not on_soil:
        return None
    compass, start = _compass_before(article, first)
    path = f"{compass} {name} < {name}" if compass else name
    role: Role = role_of(article, start, last)
    return PlaceMention(first, last, path, "scene" if on_soil and role != "goal" else role)


def _compass_before(article: Article, index: int) -> tuple[str, int]:
    if not index or article.lower[index - 1] not in article.vocabulary.place_words.compass:
        return "", index
    hyphen = index - 2
    joined = hyphen > 0 and article.classes[hyphen] == HYPHEN
    first = hyphen - 1 if joined else index - 1
    return article.words(first, index).lower(), first


def role_of(article: Article, first: int, last: int) -> Role:
    """Tell what the place of the tokens `[first, last)` is named for."""
    if article.lower[last : last + 2] in (["suburb", "of"], ["suburbs", "of"]):
        return "passing"  # "the Lyon suburb of Bron"
    locative = _locative_before(article, first)
    if locative is not None:
        return _role_at(article, locative, last)
    if article.lower[last] in article.vocabulary.place_words.region:
        return _ROLE_AFTER.get(_before_owned(article, first), "scene")
    classes = article.classes
    before = article.lower[first - 1] if first else ""
    if before == "of" and _is_of_statehood(article, first):
        return "passing"
    towards = _ROLE_AFTER.get(_before_article(article, first))
    if towards is not None:
        return towards
    if classes[last] == NOUN:
        return "actor" if _speaks(article, article.lower[last]) else "modifier"
    if classes[last] == POSSESSIVE:
        return "passing" if _owns_speaker(article, last) else "owner"
    verb = classes[last] in (VERB, AUXILIARY) and article.cues.speech.get(last) is None
    return "subject" if verb or (article.lower[last] == ":" and _opens(article, first)) else "passing"


_ROLE_AFTER: Final[dict[str, Role]] = {"of": "of", "to": "goal", "toward": "goal", "towards": "goal", "from": "passing"}


def _before_article(article: Article, first: int) -> str:
    """The word before a name and its article: "to" of "exports to the United States"."""
    at = first - 1 - (article.lower[first - 1] == "the")
    return article.lower[at] if first and at >= 0 else ""


def _is_of_statehood(article: Article, first: int) -> bool:
    """Whether "of" names a state as such or where one spoke: "the flag of Chad", "a speech from the city of"."""
    words, head = article.vocabulary.place_words, first - 2
    if article.lower[head] not in words.settlement:
        return article.lower[head] in words.statehood
    before = article.lower[max(article.sentence(first).first, head - _ADDRESS_REACH) : head]
    return "from" in before and not words.address.isdisjoint(before)


_ADDRESS_REACH: Final = 6
"""Tokens before "city" among which "a speech from the walled" stands."""


def _before_owned(article: Article, index: int) -> str:
    """The word before a name, its owner and what it is: "from" of "from Kenya's dry Turkana"."""
    first = article.sentence(index).first
    while index > first and article.classes[index - 1] in BEFORE_PLACE:
        index -= 1
    return article.lower[index - 1] if index > first else ""


def _speaks(article: Article, noun: str) -> bool:
    """Whether a noun is for those who speak, and none for a place where something happens."""
    return article.vocabulary.speaker_nouns.get(noun) in ("state", "person") or noun in article.vocabulary.names.titles


def _owns_speaker(article: Article, index: int) -> bool:
    """Whether what belongs to a place speaks: "Bangladesh's disaster ministry", "Spain's health ministry"."""
    end = min(index + _OWNED_REACH, article.sentence(index).last)
    for noun in range(index + 1, end):
        if article.classes[noun] not in (NOUN, ADJECTIVE, NAME):
            return False
        if _speaks(article, article.lower[noun]):
            return True
    return False


_OWNED_REACH: Final = 4


def _opens(article: Article, index: int) -> bool:
    return index == article.sentence(index).first


def _role_at(article: Article, locative: int, last: int) -> Role:
    """Tell a scene from where somebody speaks: "told reporters in Dhaka", "an official in Kyiv said"."""
    sentence = article.sentence(locative)
    index = locative - 1
    if index < sentence.first:
        return "seat" if _opens_with_speaker(article, last) else "scene"
    head = article.lower[index]
    if head in article.vocabulary.speaker_nouns and article.cues.speech.get(last) is not None:
        return "seat"
    while index > sentence.first and (
        article.lower[index] in article.vocabulary.place_words.audience
        or article.classes[index] in (DETERMINER, ADJECTIVE, HYPHEN)
    ):
        index -= 1
    if _ends_saying(article, index):
        return "seat"
    banks = article.lower[index - 1] in ("its", "their")  # a river that burst its banks in Kent
    return "actor" if head in article.vocabulary.place_words.seated and not banks else "scene"


def _ends_saying(article: Article, index: int) -> bool:
    """Whether the token is the last of a verb of saying, of one word or two."""
    return any(
        article.classes[at] == VERB and at + article.cues.speech[at][0] == index + 1
        for at in (index, index - 1)
        if at in article.cues.speech
    )


def _opens_with_speaker(article: Article, last: int) -> bool:
    """Whether somebody speaks right after the place that opens a sentence: "In Asmara, Minister X said"."""
    if article.lower[last] != ",":
        return False
    sentence = article.sentence(last)
    for index in range(last + 1, min(last + 1 + _SPEAKER_REACH, sentence.last)):
        if article.cues.speech.get(index) is not None:
            return True
        if article.classes[index] in (NUMBER, VERB) or article.lower[index] == ",":
            return False
    return False


_SPEAKER_REACH: Final = 9


def _locative_before(article: Article, index: int) -> int | None:
    """The word that makes a place the scene, with at most its owner and what it is in between."""
    words, lower = article.vocabulary.place_words, article.lower
    lowest = max(article.sentence(index).first, index - 7)
    if index - 1 > lowest and lower[index - 2 : index] == ["out", "of"]:
        return index - 2
    if index - 2 > lowest and lower[index - 1] == "," and lower[index - 2] in words.settlement:
        index -= 1
    while index > lowest:
        index -= 1
        if lower[index] in words.locative or lower[index] in words.striking:
            return index
        kind = lower[index - 1] if lower[index] == "of" and index > lowest else ""
        if (kind in words.region or kind in words.part) and kind not in words.settlement:
            return _before_kind(article, index - 1)
        if kind not in words.settlement and article.classes[index] not in BEFORE_PLACE:
            return None
    return None


def _before_kind(article: Article, index: int) -> int:
    """The word before "the province of": its locative where there is one, else the noun itself."""
    while article.classes[index - 1] in BEFORE_PLACE and index > article.sentence(index).first + 1:
        index -= 1
    return index - 1 if article.lower[index - 1] in article.vocabulary.place_words.locative else index
