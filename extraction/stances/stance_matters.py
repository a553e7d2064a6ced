"""The words of a stance that say what it is about: its noun, its predicate, or only a word that points."""

from __future__ import annotations

from typing import Final

from extraction.stances.stance import Stance, clause_end, phrase_end
from extraction.stances.verdicts import is_verdict
from extraction.words.article import Article
from extraction.words.word_classes import ADJECTIVE, GERUND, HYPHEN, NOUN, POSSESSIVE, PREPOSITION, VERB


def only_points(article: Article, stance: Stance) -> bool:
    """Whether a stance has but a pronoun for its matter ("denied it", "that is false"), or no word at all."""
    words = article.lower[stance.object : max(stance.object, stance.last)]
    if not article.thing_words.tally.isdisjoint(article.lower[stance.first : stance.last]):
        return False  # "would not give numbers"
    return not words or (len(words) <= _POINTING_WORDS and not article.thing_words.pointing.isdisjoint(words))


_POINTING_WORDS: Final = 4
"""Words of a matter that is told by a pronoun: "it again", "that is simply false"."""


def account_told(article: Article, stance: Stance) -> tuple[int, int] | None:
    """The words that tell what a denied account is of: "challenged the army's account of | its air defences".

    A number of somebody's ("the guild's figures on") and a document ("its report on") stay the figures that it gave.
    """
    if stance.polarity != "denied":
        return None
    figures = article.thing_words.tally | article.speaker_words.findings
    for index in range(stance.object + 1, stance.last):
        word, behind = article.lower[index], article.lower[index + 1 : index + 2]
        claim = article.vocabulary.stances.nouns.get(word) == "claim" and word not in figures
        if claim and article.classes[index - 1] == POSSESSIVE and behind and behind[0] in _OF_MATTER:
            last = phrase_end(article, index + 2, clause_end(article, index + 2, article.sentence(index).last))
            return (index + 2, last) if NOUN in article.classes[index + 2 : last] else None
    return None


_OF_MATTER: Final = frozenset(("of", "about", "regarding", "concerning"))


def mentions_of(article: Article, noun: int) -> int:
    """How often the article has the noun, in singular or plural."""
    return article.mentions(article.lower[noun])


def is_of_people(article: Article, stance: Stance) -> bool:
    """Whether the object has no noun of its own but people: what happened to them is all that it tells."""
    nouns = [article.lower[i] for i in range(stance.object, stance.last) if article.classes[i] == NOUN]
    return all(word in article.thing_words.any_noun or word in article.vocabulary.stances.nouns for word in nouns)


def own_noun(article: Article, stance: Stance) -> int | None:
    """The noun of the object of which the article speaks most, the first of those that it has equally often."""
    claims = article.vocabulary.stances.nouns
    nouns = [
        index
        for index in range(stance.object, stance.last)
        if article.classes[index] == NOUN
        and not _is_idle_noun(article, index)
        and not _describes(article, index, stance.last)
    ]
    end = _core_end(article, stance)
    nouns = [index for index in nouns if index < end] or nouns
    deeds = [index for index in nouns if claims.get(article.lower[index]) == "charge"]
    none = [index for index in nouns if _is_of_any(article, index, stance.object)]
    nouns = deeds[:1] or none or _done(article, nouns)
    return max(nouns, key=lambda index: mentions_of(article, index), default=None)


def _is_of_any(article: Article, noun: int, first: int) -> bool:
    """Whether a noun is told to be of any kind or none: "had offered any (new) aid", "there was no ransom"."""
    opening = noun - 1
    while opening > first and article.classes[opening] in (ADJECTIVE, NOUN, HYPHEN):
        opening -= 1
    return opening >= first and article.lower[opening] in _OF_ANY


_OF_ANY: Final = frozenset(("any", "no", "single"))


def _done(article: Article, nouns: list[int]) -> list[int]:
    """Leave out who does something, where what he does it to is told too: "the bank had sold | its shares"."""
    done = [index for index in nouns if article.lower[index] not in article.vocabulary.speaker_nouns]
    return done or nouns


def _is_idle_noun(article: Article, index: int) -> bool:
    """Whether a noun says nothing of what a stance is about: what it calls a claim, a verdict, where it was."""
    word, places = article.lower[index], article.vocabulary.place_words
    return (
        article.vocabulary.stances.nouns.get(word, "charge") not in _THINGS
        or word in article.thing_words.any_noun
        or len(word) < _NOUN_LETTERS
        or "." in word  # "at 4 p.m."
        or article.cues.stances.get(index, (0, ""))[1] == "verdict"
        or word in places.region
        or word in places.settlement
        or word in places.part
    )


def _describes(article: Article, index: int, last: int) -> bool:
    """Whether a noun only describes the noun behind it: "tax | fraud"; a verdict ("the vote invalid") is none."""
    following = index + 1
    joined = following < last and article.classes[following] in (NOUN, POSSESSIVE, HYPHEN)
    return joined and not is_verdict(article, following)


_NOUN_LETTERS: Final = 3
_THINGS: Final = frozenset(("charge", "deed", "withheld"))
"""Kinds of listed nouns that a stance may be about: a wrong ("fraud") and a good ("aid")."""


def _core_end(article: Article, stance: Stance) -> int:
    """Where what is done ends and where, when or how it was done begins: "had lost ships | in the fight for a port"."""
    deeds = _deeds(article, stance)
    ends = (
        index
        for index in range(deeds[0] if deeds else stance.last, stance.last)
        if article.classes[index] == PREPOSITION and article.lower[index] != "of"
    )
    return next(ends, stance.last)


def _deeds(article: Article, stance: Stance) -> list[int]:
    """The verbs of a stance; those alone that tell a wrong, where there are any: "said she knocked and was shoved"."""
    verbs = [index for index in range(stance.object, stance.last) if article.classes[index] in (VERB, GERUND)]
    charged = [index for index in verbs if article.vocabulary.stances.nouns.get(article.lower[index]) == "charge"]
    return charged or verbs


def own_predicate(article: Article, stance: Stance) -> str | None:
    """What the object tells to have been done, by its predicate or else by the participle of its first verb."""
    verbs = _deeds(article, stance)
    known = (article.cues.predicates[index][1] for index in verbs if index in article.cues.predicates)
    return next(known, article.done(verbs[0]) if verbs else None)
