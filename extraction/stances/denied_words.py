"""What somebody is told to have said only because another denies it in the words that follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from extraction.speech.cast import Speaker
from extraction.speech.known_figures import is_circumstance
from extraction.speech.said_clauses import (
    BE,
    denies,
    denies_subject,
    is_opinion,
    looks_ahead,
    past_opening,
    whose_claim,
)
from extraction.speech.speaker_names import speaker_of
from extraction.speech.speakers import Speech
from extraction.stances.directions import direction_of
from extraction.stances.said_stances import SaidClause, is_supposed
from extraction.stances.stance import Stance, clause_end, figures_in, phrase_end, told_beside, turned
from extraction.stances.stance_topics import points_back
from extraction.words.article import Article
from extraction.words.subjects import Subject, subject_before
from extraction.words.word_classes import ADJECTIVE, DETERMINER, NAME, NOUN, PRONOUN, VERB

_SHORTEST: Final = 3
"""Tokens of a clause that can say something: not the words that are picked out in "her number "stands""."""
_OPENS_NAME: Final = frozenset((DETERMINER, ADJECTIVE, NOUN, NAME))


def denied_words(
    article: Article, speech: Speech, said: Sequence[SaidClause], found: Sequence[Stance]
) -> Iterator[Stance]:
    """Yield what the denials among the stances answer, where no stance tells it yet.

    "They alleged that a quarter of the flour was spoiled. The agency denied it": a share alone is no figure that the
    denial could meet, and neither is the two of "had been paid in two rooms". "Drivers spoke of a blockade; the army
    denied it": a thing that is named is said to have been.
    """
    taken = {index for stance in found for index in range(stance.first, stance.last)}
    for denial in found:
        if denial.polarity != "denied" or denial.figure is not None or denial.speaker is None:
            continue
        told = (
            _claim_rejected(article, speech, denial)
            or _clause_told(article, said, denial)
            or _passed_on(article, denial)
            or _thing_named(article, speech, denial)
        )
        if told is not None and taken.isdisjoint(range(told.first, told.last)):
            taken.update(range(told.first, told.last))
            yield told


def _claim_rejected(article: Article, speech: Speech, denial: Stance) -> Stance | None:
    """Read "Claims by the union that guards had fired" before "were rejected by the general"."""
    if denial.matter is None or denial.matter[1] > denial.first:
        return None
    first, last = denial.matter
    owner = whose_claim(article, article.sentence(first).first - 1, first)
    giver = _named_or_described(speech, Subject(*owner)) if owner is not None else None
    if giver is None or told_beside(article, first, last):
        return None
    return Stance(first, phrase_end(article, first, last), first, giver, "asserted", last)


def _named_or_described(speech: Speech, owner: Subject) -> Speaker | None:
    """Name whose claim it was: who is known, else as it is worded ("a Johannesburg paper"), but no day."""
    named = speaker_of(speech.cast, owner)
    article, words = speech.cast.article, range(owner.first, owner.last)
    described = owner.last - owner.first > 1 and all(article.classes[index] in _OPENS_NAME for index in words)
    return named or (Speaker(article.words(owner.first, owner.last), None, "organisation") if described else None)


def _clause_told(article: Article, said: Sequence[SaidClause], denial: Stance) -> Stance | None:
    """Read the clause that a denial right behind it points back at: without a figure, or where none is all it tells."""
    tally = article.thing_words.tally
    if not points_back(article, denial) or not tally.isdisjoint(article.lower[denial.object : denial.last]):
        return None
    before = [
        clause
        for clause in said
        if clause.last <= denial.first
        and clause.last - clause.first >= _SHORTEST
        and _is_near(article, clause.first, denial)
    ]
    clause = max(before, key=_start_of, default=None)
    if clause is None or clause.speaker is None or _is_same(clause.speaker.name, denial):
        return None
    first, last = clause.first, clause.last
    denied = denies(article, first, last) or denies_subject(article, past_opening(article, first, last), last)
    there = article.lower[past_opening(article, first, last)] == "there"
    idle = is_supposed(article, first, last) or (is_opinion(article, first, last) and not there)
    idle = idle or _asks_to_do(article, first, last)
    if idle or not _tells_more(article, first, last) or (denied and looks_ahead(article, first, last)):
        return None
    end = phrase_end(article, first, last)
    end = last if article.has_verb(end, last) else end  # "that wheat from two ships landed | at Aden was unfit to eat"
    stance = Stance(clause.opens, end, first, clause.speaker, "asserted", last)
    return turned(stance._replace(polarity="denied" if denied else "asserted"), direction_of(article, first, last))


def _asks_to_do(article: Article, first: int, last: int) -> bool:
    """Whether a clause only tells what its speaker asks of somebody, which nobody denies: "He advised them to sell"."""
    verb = next((index for index in range(first, last) if article.classes[index] == VERB), last)
    to_do = next((index for index in range(verb, last) if article.lower[index] == "to"), last)
    asked = range(verb + 1, to_do)
    is_own = article.classes[first] == PRONOUN and to_do < last and article.classes[to_do + 1] not in (DETERMINER, NAME)
    return is_own and len(asked) > 0 and all(article.classes[index] in _ASKED for index in asked)


_ASKED: Final = _OPENS_NAME | {PRONOUN}


def _passed_on(article: Article, denial: Stance) -> Stance | None:
    """Read what papers or proceedings tell in the paper's own voice: "The inquest heard that the lamp had failed"."""
    number = article.sentence_of[denial.first]
    if not points_back(article, denial) or number == 0:
        return None
    before = article.sentences[number - 1]
    told = (index for index in range(before.first + 1, before.last - 2) if _passes_on(article, index))
    verb = next(told, None)
    if verb is None:
        return None
    first = verb + 1 + (article.lower[verb + 1] == "that")
    last = clause_end(article, first, before.last)
    if is_supposed(article, first, last) or not _tells_more(article, first, last):
        return None
    return Stance(verb, phrase_end(article, first, last), first, None, "asserted", last)


def _passes_on(article: Article, index: int) -> bool:
    """Whether a verb passes on what is said, its subject being no speaker: "the court heard that"."""
    told = article.lower[index] == "told" and article.lower[index - 1] in BE  # "the inquiry was told that"
    if article.classes[index] != VERB or not (told or article.lemma(index) in article.mood_words.passes_on):
        return False
    kind = article.vocabulary.speaker_nouns.get(article.lower[index - 1])
    return article.lower[index + 1] == "that" or kind in ("document", "record")


def _tells_more(article: Article, first: int, last: int) -> bool:
    """Whether a clause says more than how many: it has no figure, a share first, or figures of its circumstances."""
    figures = figures_in(article, first, last)
    shares = bool(figures) and figures[0].hedge == "relative"
    parts = (figure for figure in figures[1:] if article.lower[figure.first - 2] != "of")  # "3 of the 8 sites"
    incidental = not figures or all(is_circumstance(article, figure) for figure in (figures[0], *parts))
    return shares or (incidental and article.has_verb(first, last))


def _start_of(clause: SaidClause) -> int:
    return clause.first


def _is_same(name: str, denial: Stance) -> bool:
    return denial.speaker is not None and denial.speaker.name == name


def _thing_named(article: Article, speech: Speech, denial: Stance) -> Stance | None:
    """Read "Drivers spoke of a blockade" before a denial that points back at it or denies any such thing."""
    such = "such" in article.lower[denial.object : denial.clause_last]
    if not (such or points_back(article, denial)):
        return None
    own = article.sentence_of[denial.first]
    first = article.sentences[max(0, own - 1)].first
    verbs = (index for index in range(denial.first - 1, first, -1) if _speaks_of(article, index))
    verb = next(verbs, None)
    subject = subject_before(article, verb, article.sentence(verb).first) if verb is not None else None
    giver = speaker_of(speech.cast, subject) if subject is not None else None
    if verb is None or giver is None or _is_same(giver.name, denial):
        return None
    last = clause_end(article, verb + 2, min(denial.first, article.sentence(verb).last))
    if figures_in(article, verb + 2, last):
        return None
    return Stance(verb, phrase_end(article, verb + 2, last), verb + 2, giver, "asserted", last)


def _speaks_of(article: Article, index: int) -> bool:
    """Whether a verb names what somebody says there is: "spoke of fraud", "complained about beatings"."""
    form = article.vocabulary.verbs.get(article.lower[index]) if article.classes[index] == VERB else None
    named = form is not None and form.lemma in article.mood_words.names_thing
    return named and article.lower[index + 1] in ("of", "about") and article.classes[index + 2] in _OPENS_NAME


def _is_near(article: Article, token: int, denial: Stance) -> bool:
    """Whether a token stands in the sentence of a denial or the one before."""
    return 0 <= article.sentence_of[denial.first] - article.sentence_of[token] <= 1
