"""The other side of a denial: what somebody else maintains, without a figure, next to it or of the same things."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extraction.model import Polarity
from extraction.speech.cast import Speaker
from extraction.speech.known_figures import is_circumstance
from extraction.speech.said_clauses import denies, denies_subject, is_opinion, looks_ahead, past_opening
from extraction.speech.spoken_bases import bare_name
from extraction.stances.directions import direction_of
from extraction.stances.said_stances import SaidClause, is_supposed
from extraction.stances.stance import Stance, phrase_end, told_figures, turned
from extraction.words.article import Article
from extraction.words.word_classes import NOUN, PREPOSITION, VERB

_SHORTEST_CLAUSE: Final = 3
_TELLING_LETTERS: Final = 4
"""Letters of a noun that can show two stances to speak of one thing."""
_DENIALS: Final = 50
"""Denials of one article to which rejoinders are sought: more than any article has, few enough to compare all."""


def rejoinders(article: Article, said: Sequence[SaidClause], found: list[Stance]) -> list[Stance]:
    """Find among what is said the answers to denials and non-answers of `found`, and what these answer."""
    answerable = [stance for stance in found if stance.polarity != "expected"]
    denials = [one for one in answerable if one.polarity != "asserted" or one.predicate is not None][:_DENIALS]
    taken = {index for stance in found for index in range(stance.first, stance.last)}
    stances: list[Stance] = []
    for clause in said if denials else ():
        stance = _as_stance(article, clause)
        if stance is None or taken.intersection(range(stance.first, stance.last)):
            continue
        if any(_answers(article, stance, denial, is_quoted=clause.is_quoted) for denial in denials):
            stances.append(stance)
            taken.update(range(stance.first, stance.last))
    return stances


def _as_stance(article: Article, clause: SaidClause) -> Stance | None:
    """Read a said clause without figures as a stance: denied where it is negated."""
    first, last = clause.first, clause.last
    if clause.is_answer or clause.speaker is None or not _may_answer(article, first, last):
        return None
    negated = denies(article, first, last) or denies_subject(article, past_opening(article, first, last), last)
    polarity: Polarity = "denied" if negated else "asserted"
    end = phrase_end(article, first, last)
    charged = any(article.vocabulary.stances.nouns.get(word) == "charge" for word in article.lower[end:last])
    stance = Stance(clause.opens, last if charged else end, first, clause.speaker, polarity, last)
    return turned(stance, direction_of(article, first, last))


def _may_answer(article: Article, first: int, last: int) -> bool:
    """Whether a clause tells, and not only how many, that something is so: no circumstance, plan, guess or opinion."""
    if last - first < _SHORTEST_CLAUSE or article.classes[first] == PREPOSITION:
        return False  # of these the preposition opens a circumstance: "said in a video filmed at sea"
    if not all(is_circumstance(article, figure) for figure in told_figures(article, first, last)):
        return False
    if not article.has_verb(first, last) and article.lower[first] != "that":
        return False
    unreal = is_supposed(article, first, last) or looks_ahead(article, first, last)
    return not (unreal or _is_of_attitude(article, first, last) or is_opinion(article, first, last))


def _is_of_attitude(article: Article, first: int, last: int) -> bool:
    """Whether the clause tells what somebody thinks of a thing, which answers no denial: "it opposed the blockade"."""
    verb = next((index for index in range(first, last) if article.classes[index] == VERB), None)
    form = article.vocabulary.verbs.get(article.lower[verb]) if verb is not None else None
    return form is not None and article.vocabulary.stances.nouns.get(form.lemma) == "attitude"


def _answers(article: Article, stance: Stance, denial: Stance, *, is_quoted: bool) -> bool:
    """Whether a stance by another speaker shares a thing with a denial, or stands next to it ("residents insisted")."""
    if stance.speaker is None or (denial.speaker is not None and _is_one_side(stance.speaker, denial.speaker)):
        return False
    apart = abs(article.sentence_of[stance.first] - article.sentence_of[denial.first])
    led = stance.first < stance.object
    bare = denial.polarity == "denied" and denial.first > stance.first and not _things_in(article, denial)
    if apart <= 1 and (led or bare or not is_quoted) and not is_opinion(article, stance.object, stance.clause_last):
        return True
    return bool(_things_in(article, stance) & _things_in(article, denial))


def _is_one_side(first: Speaker, second: Speaker) -> bool:
    """Whether two speakers are one, or one speaks for the other: a body and its spokeswoman."""
    sides = [{bare_name(one.name), bare_name(one.affiliation or one.name)} for one in (first, second)]
    return bare_name(first.name) in sides[1] or bare_name(second.name) in sides[0]


def _things_in(article: Article, stance: Stance) -> set[str]:
    claims = article.vocabulary.stances.nouns
    return {
        article.lower[index].rstrip("s")
        for index in range(stance.object, stance.clause_last)
        if article.classes[index] == NOUN
        and article.lower[index] not in claims
        and len(article.lower[index]) >= _TELLING_LETTERS
    }
