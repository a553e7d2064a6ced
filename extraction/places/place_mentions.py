"""Places of the gazetteer among the words: the right one of those that share a name, and what it is there for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from extraction.naming.mentions import Mention
from extraction.naming.names import Names
from extraction.words.article import Article
from extraction.words.vocabulary import Place
from extraction.words.word_classes import ADJECTIVE, AUXILIARY, DETERMINER, HYPHEN, NAME, NOUN, NUMBER, POSSESSIVE, VERB

Role = Literal["scene", "seat", "actor", "of", "owner", "modifier", "subject", "goal", "dateline", "passing"]
"""What a place is named for: where something is ("in Ghent"), where somebody speaks or sits ("told reporters in Dhaka",
"police in Kendari"), what is of it ("the mayor of Quelimane", "Peru's coast") or called after it ("the Ghent plant"),
what does or has something ("Bristol has 21,400 households"), where something goes ("weapons to Chile"), where the
report was written, or nothing of these."""

_SMALL: Final = 60_000
LARGE: Final = 400_000
"""Inhabitants. Under the one a place counts only in a country that the article speaks of, for many small ones bear
everyday words; from the other on it is known without its country."""


@dataclass(slots=True)
class PlaceMention:
    """Tokens `[first, last)` that name a place, and the place with its containers as a claim writes it."""

    first: int
    last: int
    path: str
    role: Role

    @property
    def located(self) -> bool:
        """Whether a word such as "in" makes it the scene, not only a name in passing."""
        return self.role == "scene"

    @property
    def is_part_of_country(self) -> bool:
        """Whether it is a place of its own in a country, not the country or a quarter of it ("southern Peru")."""
        return " < " in self.path and not is_rough(self.path)


def country_of(path: str) -> str:
    """Give the outermost container of a place as a claim writes it: its country."""
    return path.rsplit(" < ", 1)[-1]


def is_rough(path: str) -> bool:
    """Whether a path names only a quarter of a country: `southern Peru < Peru`."""
    nearest = path.split(" < ", 1)[0]
    return nearest != path and nearest.endswith(" " + country_of(path)) and nearest.split()[0].islower()


def is_country(article: Article, name: str) -> bool:
    """Whether a name of the tables is a country's."""
    return name in article.vocabulary.countries


def gazetteer_mentions(article: Article, names: Names, states: Counter[str]) -> list[PlaceMention]:
    """Find the places of the gazetteer, in order; `states` counts how often the article names each country."""
    return list(_mentions(article, names, states))


def set_containers_aside(article: Article, mentions: list[PlaceMention]) -> None:
    """Let what only says where another place lies be named in passing, and the other take its role.

    "Canada's Yukon territory", "the Kenyan county of Turkana", "Bergen, in Norway's Vestland county".
    """
    for outer, inner in pairwise(mentions):
        if _lies_in(inner, outer) and _leads_to(article, outer.last, inner.first):
            inner.role = outer.role if outer.role in ("scene", "seat", "actor") else inner.role
            outer.role = "passing"
    named = [mention for mention in mentions if mention.role != "passing"]
    for inner, outer in pairwise(named):
        if _lies_in(inner, outer) and _follows_at_once(article, inner.last, outer.first):
            outer.role = "passing"


def _lies_in(inner: PlaceMention, outer: PlaceMention) -> bool:
    container = country_of(outer.path) if is_rough(outer.path) else outer.path
    return inner.path.endswith(" < " + container) and not is_rough(inner.path)


def _leads_to(article: Article, first: int, last: int) -> bool:
    """Whether the words between two places make the first one the owner or container of the second."""
    words = article.vocabulary.place_words
    owned = first < last <= first + _CONTAINER_REACH and article.classes[first] == POSSESSIVE
    kinds = range(first, last)
    return owned or (
        first < last <= first + _CONTAINER_REACH
        and article.lower[last - 1] == "of"
        and any(article.lower[index] in words.settlement | words.region for index in kinds)
        and all(article.classes[index] in _BEFORE_PLACE or article.lower[index] == "of" for index in kinds)
    )


def _follows_at_once(article: Article, first: int, last: int) -> bool:
    """Whether only small words and kinds of place stand between a place and its container."""
    words = article.vocabulary.place_words
    kinds = words.compass | words.settlement | words.region | words.behind
    return last - first <= _CONTAINER_REACH and all(
        article.lower[index] in _SMALL_WORDS
        or article.lower[index] in kinds
        or article.classes[index] in (DETERMINER, ADJECTIVE, POSSESSIVE, HYPHEN)
        for index in range(first, last)
    )


_CONTAINER_REACH: Final = 6
_SMALL_WORDS: Final = frozenset((",", "in", "of", "on"))


def _mentions(article: Article, names: Names, states: Counter[str]) -> Iterator[PlaceMention]:
    dateline = range(*dateline_of(article))
    for sentence in article.sentences:
        if sentence.furniture:
            continue
        passed, classes = sentence.first, article.classes
        for index in range(sentence.first, sentence.last):
            if classes[index] != NAME and not (index == sentence.first and _opens_as_subject(article, index)):
                continue
            found = _place_at(article, names, states, index) if index >= passed else None
            if found is not None:
                if found.first in dateline:
                    found.role = "dateline"
                passed = found.last
                if not _stands_for_government(names, found):
                    yield found


def _opens_as_subject(article: Article, index: int) -> bool:
    """Whether a sentence opens with a word of the gazetteer that its verb makes a name: "Bristol has"."""
    return (
        article.classes[index] == NOUN
        and article.classes[index + 1] == AUXILIARY
        and index in article.cues.places
        and index == article.sentence(index).first
    )


def dateline_of(article: Article) -> tuple[int, int]:
    """The tokens `[first, last)` of the dateline near the start: "LIMA, April 6 (Meridian) -"; empty without one."""
    for sentence in article.sentences[:_DATELINE_SENTENCES]:
        first = sentence.first
        limit = min(first + _LONGEST_DATELINE, sentence.last) if article.tokens[first].text.isupper() else first
        for index in range(first + 1, limit):
            mark = article.tokens[index]
            if mark.text in ("-", "–", "—") and mark.start > article.tokens[index - 1].end:
                return first, index + 1
    return 0, 0


_DATELINE_SENTENCES: Final = 3
_LONGEST_DATELINE: Final = 18


def _place_at(article: Article, names: Names, states: Counter[str], index: int) -> PlaceMention | None:
    mention = names.at.get(index)
    state = mention is not None and mention.kind == "state" and mention.first == index
    if mention is not None and state and mention.wording != "metonym" and is_country(article, mention.name):
        return _state_as_place(article, mention)
    if mention is not None and not state and not _is_scene(article, mention, index):
        return None
    known = article.cues.places.get(index)
    if known is None or (article.classes[index + known[0] - 1] != NAME and not _opens_as_subject(article, index)):
        return None
    if mention is not None and mention.kind == "organisation" and mention.last > index + known[0]:
        return None
    return _chosen(article, states, index, index + known[0], known[1])


def _stands_for_government(names: Names, place: PlaceMention) -> bool:
    """Whether a capital is named for its government: "penalties on Minsk"."""
    mention = names.at.get(place.first)
    metonym = mention is not None and mention.wording == "metonym"
    return metonym and place.role not in ("scene", "seat", "actor", "dateline")


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


_BEFORE_PLACE: Final = frozenset((ADJECTIVE, POSSESSIVE, NAME, NOUN, DETERMINER, HYPHEN))


def role_of(article: Article, first: int, last: int) -> Role:
    """Tell what the place of the tokens `[first, last)` is named for."""
    locative = _locative_before(article, first)
    if locative is not None:
        return _role_at(article, locative, last)
    if article.lower[last] in article.vocabulary.place_words.region:
        return "scene"
    classes = article.classes
    before = article.lower[first - 1] if first else ""
    if before in _ROLE_AFTER:
        return _ROLE_AFTER[before]
    if classes[last] == NOUN:
        return "actor" if _speaks(article, article.lower[last]) else "modifier"
    if classes[last] == POSSESSIVE:
        return "passing" if _owns_speaker(article, last) else "owner"
    verb = classes[last] in (VERB, AUXILIARY) and article.cues.speech.get(last) is None
    return "subject" if verb or (article.lower[last] == ":" and _opens(article, first)) else "passing"


_ROLE_AFTER: Final[dict[str, Role]] = {"of": "of", "to": "goal", "toward": "goal", "towards": "goal"}


def _speaks(article: Article, noun: str) -> bool:
    """Whether a noun is for those who speak, and none for a place where something happens."""
    return article.vocabulary.speaker_nouns.get(noun) in ("state", "person") or noun in article.vocabulary.titles


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
    told = any(
        article.classes[at] == VERB and at + article.cues.speech[at][0] == index + 1
        for at in (index, index - 1)
        if at in article.cues.speech
    )
    if told:
        return "seat"
    return "actor" if head in article.vocabulary.place_words.seated else "scene"


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
        if kind not in words.settlement and article.classes[index] not in _BEFORE_PLACE:
            return None
    return None


def _before_kind(article: Article, index: int) -> int:
    """The word before "the province of": its locative where there is one, else the noun itself."""
    while article.classes[index - 1] in _BEFORE_PLACE and index > article.sentence(index).first + 1:
        index -= 1
    return index - 1 if article.lower[index - 1] in article.vocabulary.place_words.locative else index


def _chosen(
    article: Article, states: Counter[str], first: int, last: int, candidates: tuple[Place, ...]
) -> PlaceMention | None:
    best = max(candidates, key=lambda place: _fit(article, states, place, article.lower[last]))
    role = role_of(article, first, last)
    spoken_of = states[country_of(best.path)] > 0
    alone = len(candidates) == 1 and not states
    least = (0 if alone else _SMALL) if role == "scene" else LARGE
    if not spoken_of and best.population < least:
        return None
    return PlaceMention(first, last, best.path, role)


def _fit(article: Article, states: Counter[str], place: Place, following: str) -> tuple[int, int, int]:
    """Rank a candidate: by its country in the article, by the word after it ("region", "city"), by its size."""
    words, region = article.vocabulary.place_words, place.kind == "region"
    suits = (following in words.region and region) or (following in words.settlement and not region)
    return (states[country_of(place.path)], int(suits), place.population)
