"""Denials of what was itself negated: who calls "nobody was warned" untrue says that somebody was."""

from __future__ import annotations

from collections.abc import Sequence

from extraction.stances.stance import Stance
from extraction.stances.stance_matters import own_noun
from extraction.stances.stance_topics import points_back
from extraction.words.article import DENIALS, Article


def turned_denials(article: Article, stances: Sequence[Stance]) -> list[Stance]:
    """Turn the denials that only point back at what another has just said with a negation, in their order."""
    ordered = sorted(stances)
    pairs = zip([None, *ordered], ordered, strict=False)
    return [_turned(article, before, stance) for before, stance in pairs]


def _turned(article: Article, before: Stance | None, stance: Stance) -> Stance:
    if before is None or not _answers(article, before, stance) or not _is_negated(article, before):
        return stance
    return stance._replace(polarity="asserted")


def _answers(article: Article, before: Stance, stance: Stance) -> bool:
    """Whether a denial without a noun of its own stands right behind what another speaker says."""
    if stance.polarity != "denied" or stance.figure is not None or stance.matter is not None:
        return False
    if before.speaker is None or stance.speaker is None or before.speaker.name == stance.speaker.name:
        return False
    near = article.sentence_of[stance.first] - article.sentence_of[before.first] <= 1
    words = article.lower[stance.object : stance.last]
    claim = any(article.vocabulary.stances.nouns.get(word) == "claim" for word in words)
    return near and claim and points_back(article, stance) and own_noun(article, stance) is None


def _is_negated(article: Article, stance: Stance) -> bool:
    """Whether a stance is a clause that is negated, and no denial itself: who denies may be followed by others."""
    cues = (article.cues.stances.get(index, (0, ""))[1] for index in range(stance.first, stance.object + 1))
    clause = stance.polarity == "denied" and stance.object < stance.last and own_noun(article, stance) is not None
    return clause and stance.figure is None and DENIALS.isdisjoint(cues)
