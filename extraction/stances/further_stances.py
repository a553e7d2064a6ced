"""Stances that a found one tells of: a second clause, the account it rejects, another's word it answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extraction.speech.polarity import polarity_of
from extraction.speech.said_clauses import denies, is_opinion, whose_claim
from extraction.speech.speaker_names import speaker_of
from extraction.speech.speakers import Speech
from extraction.stances.directions import direction_of
from extraction.stances.stance import Stance, clause_end, further_clauses, phrase_end, told_figures, turned, verb_start
from extraction.stances.stance_aims import figure_before, points_at_figure
from extraction.stances.stance_kinds import OBJECT_REACH
from extraction.words.article import Article
from extraction.words.subjects import Subject, subject_before
from extraction.words.word_classes import VERB


def second_stances(article: Article, stance: Stance) -> Iterator[Stance]:
    """Read what is admitted or denied in a second clause: "denied that it leaked and that anybody was told"."""
    if (
        stance.polarity not in ("asserted", "denied")
        or stance.object == stance.first
        or "that" not in (article.lower[stance.object : stance.object + 1])
    ):
        return
    for first, last in further_clauses(article, stance.object, article.sentence(stance.first).last):
        if not told_figures(article, first, last) and not is_opinion(article, first, last):
            more = stance._replace(first=first, last=phrase_end(article, first, last), object=first, clause_last=last)
            yield more._replace(predicate=None, target=None)


def rejected_account(article: Article, speech: Speech, stance: Stance) -> Stance | None:
    """Read what another maintains where it is told to be rejected: "rejected her claim that a cable broke"."""
    owner = whose_claim(article, stance.object - 1, stance.last + 1) if stance.polarity == "denied" else None
    that = next((index for index in range(stance.object, stance.last + 1) if article.lower[index] == "that"), None)
    if owner is None or that is None or stance.figure is not None:
        return None
    giver, last = speaker_of(speech.cast, Subject(*owner)), clause_end(article, that + 1, article.sentence(that).last)
    if giver is None or told_figures(article, that + 1, last) or last - that <= _SHORTEST_ACCOUNT:
        return None
    account = Stance(that + 1, phrase_end(article, that + 1, last), that + 1, giver, "asserted", last)
    denied = denies(article, that + 1, last)
    return turned(account._replace(polarity="denied" if denied else "asserted"), direction_of(article, that + 1, last))


_SHORTEST_ACCOUNT: Final = 3


def told_by_another(article: Article, speech: Speech, stance: Stance) -> Stance | None:
    """Read what is denied as another's word: "denied that the line would close, as the opposition has claimed"."""
    comma, limit = stance.clause_last, article.sentence(stance.first).last
    if stance.polarity != "denied" or article.lower[comma : comma + 2] != [",", "as"]:
        return None
    ahead = range(comma + 2, min(limit, comma + 2 + OBJECT_REACH))
    verb = next((index for index in ahead if index in article.cues.speech and article.classes[index] == VERB), None)
    subject = subject_before(article, verb, comma + 2) if verb is not None else None
    giver = speaker_of(speech.cast, subject) if subject is not None else None
    if giver is None or verb is None:
        return None
    return stance._replace(first=verb_start(article, verb, comma), last=verb + 1, speaker=giver, polarity="asserted")


def says_again(article: Article, speech: Speech, stance: Stance) -> bool:
    """Whether a denial is only of the figure that its speaker has denied right before: "That number does not exist"."""
    if stance.polarity != "denied" or stance.speaker is None or not points_at_figure(article, stance):
        return False
    figure = figure_before(article, stance)
    speaker = speech.speaker_at[figure.first] if figure is not None else None
    if figure is None or speaker is None or speaker.name != stance.speaker.name:
        return False
    return polarity_of(article, figure) == "denied"
