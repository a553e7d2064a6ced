"""Whether a name of several words is a person's or a body's, by all that the article tells of it.

Each sign counts once for a name, wherever the article shows it; signs of a person add to the sum, signs of a body take
from it. A name of which nothing tells is a person's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from extraction.naming.mentions import Mention
from extraction.words.article import Article
from extraction.words.word_classes import NAME


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


def bodies_among(article: Article, mentions: Sequence[Mention]) -> set[str]:
    """Find the names that were taken for persons' and are bodies'."""
    around = _surroundings(article, mentions)
    scores: dict[str, int] = {}
    told: dict[str, set[int]] = {}
    for mention in mentions:
        if mention.kind != "person":
            continue
        seen = told.setdefault(mention.name, set())
        for number, (weight, shows) in enumerate(_SIGNS):
            if number not in seen and shows(around, mention):
                seen.add(number)
                scores[mention.name] = scores.get(mention.name, _UNTOLD) + weight
    return {name for name, score in scores.items() if score < 0}


_UNTOLD: Final = 1
"""The sum of a name of which nothing tells: a person's, as most unknown names of two words are."""


def _surroundings(article: Article, mentions: Sequence[Mention]) -> Surroundings:
    alone = {one.name.lower() for one in mentions if " " not in one.name and not _is_mr(article, one)}
    bodies = {one.name for one in mentions if one.kind == "organisation"}
    return Surroundings(article, {one.last: one for one in mentions}, alone, bodies)


def _is_mr(article: Article, mention: Mention) -> bool:
    before = article.lower[max(0, mention.first - 2) : mention.first]
    return not {"mr", "mrs", "ms", "dr"}.isdisjoint(before)


def _has_office(around: Surroundings, mention: Mention) -> bool:
    """Whether an office, a calling or a form of address stands before it: "Dr Ana Ruiz", "nurse Ella Frayn"."""
    article = around.article
    before = article.lower[mention.first - 1] if mention.first else ""
    called = before in article.vocabulary.titles or article.vocabulary.speaker_nouns.get(before) == "person"
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
    broader = article.vocabulary.broader
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


_SIGNS: Final[tuple[tuple[int, Callable[[Surroundings, Mention], bool]], ...]] = (
    (4, _has_office),
    (4, _has_age),
    (4, _has_pronoun),
    (3, _is_called_by_last_word),
    (-4, _is_body_elsewhere),
    (-4, _is_of_members),
    (-3, _is_called_by_first_word),
    (-3, _has_telling_word),
    (-2, _is_taken_up_by_it),
)
"""What tells that a name is a person's (above 0) or a body's (below), and how strongly."""
