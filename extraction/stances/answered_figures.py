"""Figures that somebody answers: a rejected figure stays with who gave it, an unconfirmed one is left open.

"Dismissed the union's 4,200 as fantasy": the union asserts 4,200, and a stance denies it and points to the union.
"Would not confirm the figure of 18": 18 is unconfirmed, and no stance stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extraction.model import Figure, Polarity
from extraction.speech.cast import Cast, Speaker
from extraction.speech.figure_sources import source_of
from extraction.speech.said_clauses import label_after, whose_claim
from extraction.speech.speaker_names import speaker_of
from extraction.stances.stance import Stance, figures_in
from extraction.words.article import Article
from extraction.words.subjects import Subject, subject_after, subject_before
from extraction.words.word_classes import COMMA, DETERMINER, NOUN, POSSESSIVE, STOP, SUBORDINATOR, VERB


@dataclass(slots=True)
class Answer:
    """What an answer makes of a figure: its polarity, and whose it is."""

    polarity: Polarity
    speaker: Speaker | None


Answers = dict[int, Answer]
"""By the first token of a figure what an answer to it makes of it."""


def giver_of(cast: Cast, figure: Figure, first: int, answerer: Speaker | None) -> Speaker | None:
    """Who gave a figure that another answers in words from the token `first` on; None where they do not say."""
    owner = whose_claim(cast.article, first, figure.first)
    giver = speaker_of(cast, Subject(*owner)) if owner is not None else None
    giver = giver or source_of(cast, figure) or _owner(cast, figure, first) or _who_put_forward(cast, figure)
    return giver if giver is not None and (answerer is None or giver.name != answerer.name) else None


def _owner(cast: Cast, figure: Figure, first: int) -> Speaker | None:
    """Read "called the union's 4,200 nonsense", where what it is called stands right behind the figure."""
    article, owned = cast.article, figure.first - 1
    called = article.lower[figure.last] in article.vocabulary.stances.denials
    own = called and article.classes[owned] == POSSESSIVE and owned > first
    return speaker_of(cast, Subject(first, owned)) if own else None


def _who_put_forward(cast: Cast, figure: Figure) -> Speaker | None:
    """Read "the £4m loss put forward by the airline" and "the 14 that the union named", whatever the verb."""
    article = cast.article
    for index in range(figure.last, min(article.sentences[figure.sentence].last, figure.last + _GIVEN_WITHIN)):
        if article.lower[index] == "that":
            verb = next((i for i in range(index, index + _GIVEN_WITHIN) if article.classes[i] in (VERB, STOP)), index)
            named = subject_before(article, verb, index + 1) if article.classes[verb] == VERB else None
            return speaker_of(cast, named) if named is not None else None
        if article.lower[index] == "by" and VERB in article.classes[max(figure.last, index - 2) : index]:
            agent = subject_after(article, index + 1, article.sentences[figure.sentence].last)
            return speaker_of(cast, agent) if agent is not None else None
        if article.classes[index] in (COMMA, STOP, SUBORDINATOR):
            return None
    return None


_GIVEN_WITHIN: Final = 7
"""Tokens after a figure within which a participle tells by whom it was given."""


def answered(
    cast: Cast,
    stance: Stance,
    figures: Sequence[Figure],
    answers: Answers,
    *,
    of_claim: bool = False,
    denies: bool = False,
) -> Stance | None:
    """Note the answers to the figures in a stance's object; give the stance where it stands beside them, or None.

    With `of_claim` the verb answers claims only: "did not dispute the figure of 40", but "did not reject 40 bids". With
    `denies` the figures that nobody gave are denied by who answers: "the figure of 40 was dismissed by the army".
    """
    givers = [giver_of(cast, figure, stance.object, stance.speaker) for figure in figures]
    if not figures:
        return None
    first, giver = figures[0], givers[0]
    if giver is not None and all(givers):
        answers.update({figure.first: Answer("asserted", who) for figure, who in zip(figures, givers, strict=True)})
        behind = stance.object > stance.first
        last = max(before_claim(cast.article, stance.object, first.first), stance.object) if behind else stance.last
        return stance._replace(last=last, target=giver.name, figure=first.first)
    if denies:
        answers.update({figure.first: Answer("denied", stance.speaker) for figure in figures})
    if stance.polarity != "unconfirmed":
        return None
    questioned = [figure for figure in figures if _is_in_question(cast.article, stance.object, figure, of_claim)]
    answers.update({figure.first: Answer("unconfirmed", stance.speaker) for figure in questioned})
    return None if questioned else stance


def before_claim(article: Article, first: int, last: int) -> int:
    """Cut a denial of somebody's claim before what it says: "rejected a claim by the union | that 120 ..."."""
    return next((index for index in range(first, last) if article.lower[index] in ("that", "of")), last)


def _is_in_question(article: Article, first: int, figure: Figure, of_claim: bool) -> bool:
    """Whether a figure itself is left open: "confirm the 18", "say whether 18 died"; not "the sale of 3 plants"."""
    words = article.lower[first : figure.first]
    if not _HOW.isdisjoint(words):
        return False
    if not _OPENS_CLAUSE.isdisjoint(words):
        return article.classes[figure.first - 1] not in (DETERMINER, POSSESSIVE)
    kinds = [article.vocabulary.stances.nouns.get(word) for word in words]
    nouns = [kind for index, kind in enumerate(kinds, first) if article.classes[index] == NOUN]
    return all(kind == "claim" for kind in nouns) and ("claim" in kinds or not of_claim)


_HOW: Final = frozenset(("how", "why", "when", "where", "who", "what", "which", "whom"))
_OPENS_CLAUSE: Final = frozenset(("that", "whether", "if"))


def denial_by_label(cast: Cast, first: int, last: int, speaker: Speaker | None, answers: Answers) -> Stance | None:
    """Read "the union's 4,200 is fantasy": a figure of another's that a clause `[first, last)` calls untrue."""
    label = label_after(cast.article, first, last)
    figures = figures_in(cast.article, first, last)
    if label is None or not figures or figures[-1].last > label:
        return None
    stance = Stance(label, last, label + 1, speaker, "denied", last)
    givers = [giver_of(cast, figure, first, speaker) for figure in figures]
    if not all(givers):
        return None
    answers.update({figure.first: Answer("asserted", who) for figure, who in zip(figures, givers, strict=True)})
    return stance._replace(target=givers[0].name if givers[0] else None, figure=figures[0].first)
