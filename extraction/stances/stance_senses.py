"""Whether words of the tables are meant as a stance: a verb in its sense, with the object that the sense asks for."""

from __future__ import annotations

from typing import Final

from extraction.speech.refused_goods import withholds
from extraction.speech.said_clauses import is_opinion
from extraction.stances.admissions import PLEAS, is_accused_of_deed, is_admitted, is_of_being, is_pleaded
from extraction.stances.refusals import passive
from extraction.stances.responsibility import held_for, is_taken, names_culprit
from extraction.stances.stance import Stance, answerable, clause_end, figures_in
from extraction.stances.stance_kinds import BY_SOMEBODY, OBJECT_REACH, OF_CLAIMS, POLARITIES
from extraction.stances.verdicts import is_finding
from extraction.words.article import Article
from extraction.words.word_classes import (
    ADJECTIVE,
    COMMA,
    CONJUNCTION,
    DETERMINER,
    GERUND,
    NOUN,
    POINTING,
    POSSESSIVE,
    PREPOSITION,
    QUOTE,
    STOP,
    VERB,
)

_NOBODY: Final = frozenset(("nobody", "one", "none", "no", "neither"))
"""Subjects before a verb of claiming by which nobody claims: "no one has claimed responsibility"."""


def is_told(article: Article, stance: Stance, kind: str, last: int) -> bool:
    """Whether the words up to `last` tell a stance: something that is no figure, no judgement and no bare silence."""
    if stance.polarity != "unconfirmed" and answerable(article, stance.object, last, kind):
        return False
    if kind == "insisted" and not _is_maintained(article, stance.object, last):
        return False
    if stance.polarity == "asserted" and not _NOBODY.isdisjoint(article.lower[max(0, stance.first - 2) : stance.first]):
        return False
    if stance.polarity == "asserted" and _only_judges(article, stance.object, last):
        return False
    return kind not in BY_SOMEBODY or stance.speaker is not None


def _is_maintained(article: Article, first: int, last: int) -> bool:
    """Whether what is insisted on can be checked: not "that it was dearer", and not "stands by what he wrote"."""
    return first < last and article.lower[first] != "what" and not is_opinion(article, first, last)


def _only_judges(article: Article, first: int, last: int) -> bool:
    """Whether an accusation passes a judgement that nobody can count or check: "of stoking confrontation"."""
    nouns = article.vocabulary.stances.nouns
    kinds = {nouns.get(article.lower[index]) for index in range(first, last)}
    if is_of_being(article, first, last):
        return True
    if "judgement" in kinds:
        return not _names_measure(article, first, last)
    return "policy" in kinds and QUOTE in article.classes[first:last]  # 'of offering "gimmicks"'


def _names_measure(article: Article, first: int, last: int) -> bool:
    """Whether a noun of the table of measures stands among the words, generic ones left out."""
    for index in range(first, last):
        found = article.cues.measures.get(index)
        if (
            found is not None
            and article.classes[index] == NOUN
            and found[1].name not in article.vocabulary.measures.generic
        ):
            return True
    return False


def is_meant(article: Article, index: int, length: int, kind: str, limit: int) -> bool:
    """Whether the words are used in the sense of the table: a verb, with the object that its sense asks for."""
    if length == 1 and (article.classes[index] not in (VERB, GERUND) or _describes(article, index)):
        return False
    if length > 1 and article.classes[index] == NOUN and article.classes[index - 1] in _OPENS_NOUN:
        return False  # "the question whether the firm knew"
    if kind == "insisted" and length == 1 and _is_inverted(article, index):
        return False
    if kind == "denied" and length == 1 and withholds(article, index + length, limit):
        return False
    nouns = article.vocabulary.stances.nouns
    ahead = range(index + length, min(limit, index + length + OBJECT_REACH))
    if kind in OF_CLAIMS:
        return _is_of_claim(article, kind, ahead) or _takes_up_claim(article, index, index + length)
    if kind == "denied_name":
        ahead = range(index + length, min(limit, index + length + 2 * OBJECT_REACH))
        labels = ("denial", "judgement") if article.lower[ahead.start] in POINTING else ("denial",)
        called = any(nouns.get(article.lower[position]) in labels for position in ahead)
        return called or _names_in_quotes(article, ahead)
    reported = length == 1 and article.lower[index + length : index + length + 1] in (["of"], ["for"], ["in"])
    if reported and POLARITIES[kind] == "asserted":
        return is_accused_of_deed(article, index)
    return _has_meant_object(article, index, length, kind, limit)


def _stands_alone(article: Article, end: int) -> bool:
    """Whether "The pilots disagreed" is all: figures or a quotation around it would tell in what, and say it better."""
    number, sentence = article.sentence_of[end], article.sentence(end)
    closed = article.lower[end] == ":" or article.classes[end] in (STOP, COMMA)
    quoted = sentence.last < len(article.classes) and article.classes[sentence.last] == QUOTE
    figured = any(article.figures_by_sentence.get(near) for near in range(number - 1, number + 2))
    return closed and not quoted and not figured


def _has_meant_object(article: Article, index: int, length: int, kind: str, limit: int) -> bool:
    """Whether what follows is what one admits, takes upon himself or blames somebody for; of other kinds anything."""
    if kind == "disagreed":
        return _stands_alone(article, index + length)
    if kind == "admitted":
        return is_admitted(article, index, index + length, limit)
    if kind in PLEAS:
        return is_pleaded(article, index)
    if kind == "taken":
        return is_taken(article, index, length, limit)
    if kind == "finding":
        return not passive(article, index) and is_finding(article, index, clause_end(article, index, limit))
    if kind == "held":
        return not passive(article, index) and held_for(article, index, limit) is not None
    return kind != "blamed" or names_culprit(article, index + length, limit)


def _describes(article: Article, index: int) -> bool:
    """Whether a participle only describes the noun behind it: "clerks examined rejected loan forms"."""
    form = article.vocabulary.verbs.get(article.lower[index])
    past = form is not None and form.form in ("past", "participle")
    before = article.classes[index - 1]
    return past and before in _BEFORE_NOUN and article.classes[index + 1 : index + 2] in ([NOUN], [ADJECTIVE])


_BEFORE_NOUN: Final = frozenset((VERB, GERUND, PREPOSITION, DETERMINER, POSSESSIVE, ADJECTIVE))


def _is_inverted(article: Article, verb: int) -> bool:
    """Whether a verb of saying follows what is said, and who says it follows the verb: ", insists the farm"."""
    ahead = range(verb + 1, verb + 1 + _INVERTED)
    end = next((i for i in ahead if article.classes[i] in (COMMA, STOP)), None)
    behind = article.classes[verb - 1] in (COMMA, QUOTE)
    return behind and end is not None and end > verb + 1 and not article.has_verb(verb + 1, end)


_INVERTED: Final = 8
"""Tokens behind an inverted verb of saying among which its subject ends."""


_OPENS_NOUN: Final = frozenset((DETERMINER, POSSESSIVE, ADJECTIVE))


def _names_in_quotes(article: Article, ahead: range) -> bool:
    """Whether something that was said is called a word in quotation marks: "called the tale of a deal "opera"."."""
    nouns = article.vocabulary.stances.nouns
    opening = next((index for index in ahead if article.classes[index] in (QUOTE, COMMA, STOP)), ahead.start)
    if article.classes[opening] != QUOTE or article.classes[ahead.start] in (VERB, GERUND):
        return False
    spoken = range(ahead.start, opening)
    return any(nouns.get(article.lower[index]) == "claim" and article.classes[index] == NOUN for index in spoken)


def _takes_up_claim(article: Article, verb: int, end: int) -> bool:
    """Whether the claim stands before who rejects it: "a charge the firm disputes", "which he contests"."""
    if article.classes[end] not in (COMMA, STOP, CONJUNCTION):
        return False
    nouns, first = article.vocabulary.stances.nouns, max(article.sentence(verb).first, verb - 2 * OBJECT_REACH)
    comma = next((index for index in range(verb - 1, first, -1) if article.classes[index] == COMMA), first)
    words = article.lower[comma + 1 : comma + 4]
    spoken = any(nouns.get(word) == "claim" for word in words if word not in POINTING)
    return spoken or "which" in article.lower[comma + 1 : verb]


def _is_of_claim(article: Article, kind: str, ahead: range) -> bool:
    """Whether a verb has a claim as its object, or a figure, which may be somebody's claim."""
    ends = (
        index for index in ahead if article.lower[index] == ":" or article.lower[index : index + 2] == [",", "saying"]
    )
    colon = next(ends, ahead.stop)
    nouns = article.vocabulary.stances.nouns
    if figures_in(article, ahead.start, colon):
        return all(nouns.get(word) != "withheld" for word in article.lower[ahead.start : colon])
    words = article.lower[ahead.start + (kind == "not_accepted" and article.lower[ahead.start] == "that") : colon]
    return any(nouns.get(word) in ("claim", "denial") for word in words)
