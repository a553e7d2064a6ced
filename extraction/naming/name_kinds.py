"""Whether a name of several words is a person's or a body's, by all that the article tells of it.

Each sign counts once for a name, wherever the article shows it, with its weight in name_signs.csv: signs of a person
add to the sum, signs of a body or another thing take from it. `python -m bench name_fit` learns the weights.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

from extraction.naming.mentions import Kind, Mention
from extraction.words.article import Article
from extraction.words.word_classes import HYPHEN, NAME, NOUN


@dataclass(slots=True)
class Surroundings:
    """The names beside which one is judged."""

    article: Article
    ends: dict[int, Mention]
    """Mentions by the token after their last."""
    alone: set[str]
    """Single words that stand alone as names, in lower case."""
    bodies: set[str]
    """Names that other words of the article call a body's."""
    written: set[str]
    """All words as written."""


UNTOLD: Final = "untold"
"""The sign that every name shows: its weight is the sum of a name of which nothing tells."""


def signs_told(article: Article, mentions: Sequence[Mention]) -> dict[str, set[str]]:
    """Gather what the article tells of each name of several words that may be a person's."""
    around = _surroundings(article, mentions)
    signs: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.kind == "person" and " " in mention.name:
            seen = signs.setdefault(mention.name, {UNTOLD})
            seen.update(sign for sign, shows in _SIGNS.items() if sign not in seen and shows(around, mention))
    return signs


def kinds_told(signs: Mapping[str, Set[str]], weights: Mapping[str, float]) -> dict[str, Kind]:
    """Find the names among these that are those of bodies or of other things, by what the article tells of them."""
    others = [name for name, seen in signs.items() if not is_person(seen, weights)]
    return {name: "thing" if _OF_BODY.isdisjoint(signs[name]) else "organisation" for name in others}


def is_person(signs: Set[str], weights: Mapping[str, float]) -> bool:
    """Whether the signs of a name make it a person's."""
    return sum(weights[sign] for sign in signs) >= 0


def _surroundings(article: Article, mentions: Sequence[Mention]) -> Surroundings:
    alone = {one.name.lower() for one in mentions if " " not in one.name and not _is_mr(article, one)}
    bodies = {one.name for one in mentions if one.kind == "organisation"}
    written = {token.text for token in article.tokens}
    return Surroundings(article, {one.last: one for one in mentions}, alone, bodies, written)


def _is_mr(article: Article, mention: Mention) -> bool:
    before = article.lower[max(0, mention.first - 2) : mention.first]
    return not {"mr", "mrs", "ms", "dr"}.isdisjoint(before)


def _has_office(around: Surroundings, mention: Mention) -> bool:
    """Whether an office, a calling or a form of address stands before it: "Dr Ana Ruiz", "nurse Ella Frayn"."""
    article = around.article
    before = article.lower[mention.first - 1] if mention.first else ""
    called = before in article.vocabulary.names.titles or article.vocabulary.speaker_nouns.get(before) == "person"
    return called or _is_mr(article, mention)


def _has_age(around: Surroundings, mention: Mention) -> bool:
    article = around.article
    return article.lower[mention.last] == "," and article.tokens[mention.last + 1].kind == "number"


_PERSONAL: Final = frozenset(("he", "she", "him", "her", "his", "hers"))
_NEAR: Final = 15
"""Tokens after a name among which "he" or "who" would tell that it is a person's."""


def _has_pronoun(around: Surroundings, mention: Mention) -> bool:
    last = around.article.sentence(mention.first).last + 1  # and "She" that opens the next one
    ahead = around.article.lower[mention.last : min(last, mention.last + _NEAR)]
    told = ahead[:1] in (["who"], ["whose"]) or ahead[:2] in ([",", "who"], [",", "whose"])
    return told or not _PERSONAL.isdisjoint(ahead)


def _is_called_by_last_word(around: Surroundings, mention: Mention) -> bool:
    words = mention.name.lower().split()
    return len(words) > 1 and words[-1] in around.alone and words[0] not in around.alone


def _is_called_by_first_word(around: Surroundings, mention: Mention) -> bool:
    """Whether the article shortens it to its first word, as it does with companies: "Nordvik Turbines", "Nordvik"."""
    words = mention.name.lower().split()
    return len(words) == _TWO and words[0] in around.alone and words[1] not in around.alone


_TWO: Final = 2


def _is_body_elsewhere(around: Surroundings, mention: Mention) -> bool:
    return mention.name in around.bodies


def _is_of_members(around: Surroundings, mention: Mention) -> bool:
    """Whether "of" ties a person before it to this name: "Ana Ruiz of Open Harbours"."""
    article = around.article
    of = mention.first > 1 and article.lower[mention.first - 1] == "of"
    before = around.ends.get(mention.first - 1) if of else None
    return before is not None and before.kind == "person" and article.classes[mention.first - 2] == NAME


def _has_telling_word(around: Surroundings, mention: Mention) -> bool:
    """Whether a word of it is one that names of bodies have: "Corrib Water", "Audit Malta"."""
    article = around.article
    broader = article.vocabulary.names.broader
    return " " in mention.name and any(article.lower[index] in broader for index in range(mention.first, mention.last))


def _is_taken_up_by_it(around: Surroundings, mention: Mention) -> bool:
    """Whether "it" or "which" takes it up: "Vela Corso will close. It said ...", "Vela Corso sold 40, it says"."""
    article = around.article
    if article.lower[mention.last : mention.last + 2] == [",", "which"]:
        return True
    number = article.sentence_of[mention.first]
    sentence, after = article.sentences[number], number + 1
    said = range(mention.last, sentence.last - 1)
    if mention.first == sentence.first and any(
        article.lower[place] == "it" and place + 1 in article.cues.speech for place in said
    ):
        return True
    if mention.first != sentence.first or after >= len(article.sentences):
        return False
    following = article.sentences[after]
    return following.paragraph == sentence.paragraph and article.lower[following.first] in ("it", "its")


def _has_given_name(around: Surroundings, mention: Mention) -> bool:
    return around.article.lower[mention.first] in around.article.vocabulary.names.pronouns


def _is_introduced(around: Surroundings, mention: Mention) -> bool:
    """Whether what somebody is stands before it and a comma: "the mayor, Ana Ruiz"."""
    article, before = around.article, mention.first - 2
    nouns = article.vocabulary.speaker_nouns
    comma = before > 0 and article.lower[before + 1] == "," and article.classes[before] == NOUN
    return comma and nouns.get(article.lower[before]) in ("state", "person")


def _has_common_word(around: Surroundings, mention: Mention) -> bool:
    """Whether the article has a word of it in small letters elsewhere: "Auriga Launch" in a report of a launch."""
    words = around.article.lower[mention.first : mention.last]
    return any(len(word) > _SHORT and word in around.written for word in words)


_SHORT: Final = 3
"""Letters up to which a word is as often a part of a foreign name: "van", "Bin", "Old"."""


def _has_known_word(around: Surroundings, mention: Mention) -> bool:
    """Whether a word of it but a given name is one of the tables: "Crossings Scotland", "Federated Farmers"."""
    first = mention.first + _has_given_name(around, mention)
    words = around.article.lower[first : mention.last]
    return any(len(word) > _SHORT and _is_known(around.article, word) for word in words)


def _ends_in_known_word(around: Surroundings, mention: Mention) -> bool:
    return _is_known(around.article, around.article.lower[mention.last - 1])


def _is_known(article: Article, word: str) -> bool:
    """Whether a word is a verb, a noun for those who speak or another that the tables class."""
    known = article.vocabulary
    return word in known.verbs or word in known.word_classes or word in known.speaker_nouns or word in known.names.words


def _is_somewhere(around: Surroundings, mention: Mention) -> bool:
    """Whether it says where: "at Cold Harbour"."""
    return mention.first > 0 and around.article.lower[mention.first - 1] in _WHERE


_WHERE: Final = frozenset(("in", "at", "on", "from", "into", "near"))


def _is_behind_of(around: Surroundings, mention: Mention) -> bool:
    return mention.first > 0 and around.article.lower[mention.first - 1] == "of"


def _joins_words(around: Surroundings, mention: Mention) -> bool:
    """Whether "and", "for" or "of" stands in it: "Box & Berth", "Roof for All"."""
    return not _JOINING.isdisjoint(around.article.lower[mention.first : mention.last])


_JOINING: Final = frozenset(("&", "and", "for", "of"))


def _has_hyphen(around: Surroundings, mention: Mention) -> bool:
    return HYPHEN in around.article.classes[mention.first : mention.last]


def _has_state(around: Surroundings, mention: Mention) -> bool:
    actors = around.article.cues.actors
    return any(index in actors for index in range(mention.first, mention.last))


def _ends_in_s(around: Surroundings, mention: Mention) -> bool:
    return around.article.lower[mention.last - 1].endswith("s")


def _has_many_words(around: Surroundings, mention: Mention) -> bool:
    return mention.name.count(" ") >= _TWO


def _says(around: Surroundings, mention: Mention) -> bool:
    """Whether it says something, as persons and bodies do."""
    article = around.article
    introduced = article.lower[mention.first - 2 : mention.first] == ["according", "to"]
    return introduced or mention.last in article.cues.speech


def _has_its(around: Surroundings, mention: Mention) -> bool:
    """Whether "it" or "its" follows in the sentence."""
    article = around.article
    last = min(article.sentence(mention.first).last, mention.last + _NEAR)
    return not _IT.isdisjoint(article.lower[mention.last : last])


_IT: Final = frozenset(("it", "its"))

_SIGNS: Final[dict[str, Callable[[Surroundings, Mention], bool]]] = {
    "office": _has_office,
    "introduced": _is_introduced,
    "age": _has_age,
    "he": _has_pronoun,
    "given_name": _has_given_name,
    "last_word_alone": _is_called_by_last_word,
    "hyphen": _has_hyphen,
    "body_elsewhere": _is_body_elsewhere,
    "of_members": _is_of_members,
    "first_word_alone": _is_called_by_first_word,
    "telling_word": _has_telling_word,
    "taken_up_by_it": _is_taken_up_by_it,
    "its": _has_its,
    "common_word": _has_common_word,
    "known_word": _has_known_word,
    "known_last_word": _ends_in_known_word,
    "somewhere": _is_somewhere,
    "behind_of": _is_behind_of,
    "joined": _joins_words,
    "state": _has_state,
    "s": _ends_in_s,
    "many_words": _has_many_words,
    "says": _says,
}
"""What tells of a name, by the sign's name in name_signs.csv."""
_OF_BODY: Final = frozenset(
    ("body_elsewhere", "of_members", "first_word_alone", "telling_word", "taken_up_by_it", "its", "says")
)
"""Signs of a body among those of what is no person."""
