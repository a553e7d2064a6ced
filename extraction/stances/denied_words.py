"""What somebody is told to have said only because another denies it in the words that follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from extraction.speech.said_clauses import denies, whose_claim
from extraction.speech.speaker_names import speaker_of
from extraction.speech.speakers import Speech
from extraction.stances.said_stances import SaidClause, is_supposed
from extraction.stances.stance import Stance, clause_end, figures_in, phrase_end
from extraction.stances.stance_topics import points_back
from extraction.words.article import Article
from extraction.words.subjects import Subject, subject_before
from extraction.words.word_classes import ADJECTIVE, DETERMINER, NAME, NOUN, VERB

_OPENS_NAME: Final = frozenset((DETERMINER, ADJECTIVE, NOUN, NAME))


def denied_words(
    article: Article, speech: Speech, said: Sequence[SaidClause], found: Sequence[Stance]
) -> Iterator[Stance]:
    """Yield what the denials among the stances answer, where no stance tells it yet.

    "They alleged that a quarter of the flour was spoiled. The agency denied it": a share alone is no figure that the
    denial could meet. "Drivers spoke of a blockade; the army denied it": a thing that is named is said to have been.
    """
    taken = {index for stance in found for index in range(stance.first, stance.last)}
    for denial in found:
        if denial.polarity != "denied" or denial.figure is not None or denial.speaker is None:
            continue
        told = (
            _claim_rejected(article, speech, denial)
            or _share_told(article, said, denial)
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
    giver = speaker_of(speech.cast, Subject(*owner)) if owner is not None else None
    if giver is None or figures_in(article, first, last):
        return None
    return Stance(first, phrase_end(article, first, last), first, giver, "asserted", last)


def _share_told(article: Article, said: Sequence[SaidClause], denial: Stance) -> Stance | None:
    """Read the clause with a share that a denial right behind it points back at."""
    if not points_back(article, denial):
        return None
    before = [clause for clause in said if clause.last <= denial.first and _is_near(article, clause.first, denial)]
    clause = max(before, key=_end_of, default=None)
    if clause is None or clause.speaker is None or _is_same(clause.speaker.name, denial):
        return None
    figures = figures_in(article, clause.first, clause.last)
    shares = bool(figures) and figures[0].hedge == "relative"
    if not shares or is_supposed(article, clause.first, clause.last) or denies(article, clause.first, clause.last):
        return None
    last = phrase_end(article, clause.first, clause.last)
    return Stance(clause.opens, last, clause.first, clause.speaker, "asserted", clause.last)


def _end_of(clause: SaidClause) -> int:
    return clause.last


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
