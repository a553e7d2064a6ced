"""Whom a denial is aimed at: whose figure or whose word it denies."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from extraction.model import Figure
from extraction.speech.said_clauses import is_bare_label
from extraction.speech.speaker_names import speaker_of
from extraction.speech.speakers import Speech
from extraction.stances.stance import Stance, figures_in, further_clauses
from extraction.stances.stance_matters import only_points
from extraction.things.thing import Thing
from extraction.words.article import Article
from extraction.words.subjects import Subject, subject_after
from extraction.words.word_classes import POSSESSIVE

RECENT_FIGURES: Final = 100
"""Figures before a stance among which the one that it points to is sought."""


def aim_of(speech: Speech, stance: Stance, things: list[Thing], topic: Thing) -> str | None:
    """Name the one voice that a denial is aimed at, also where it only points: "disputed that count"."""
    return target_of(speech, stance) or _pointed_at(speech, stance, things, topic)


def _pointed_at(speech: Speech, stance: Stance, things: list[Thing], topic: Thing) -> str | None:
    """Name who gave the last figure of the topic, where a denial is of "that count" or "the figure"."""
    article = speech.cast.article
    if stance.polarity != "denied" or not points_at_figure(article, stance):
        return None
    last = bisect_left(article.figures, stance.first, key=lambda one: one.first)
    for number in range(last - 1, max(-1, last - RECENT_FIGURES - 1), -1):
        speaker = speech.speaker_at[article.figures[number].first]
        own = speaker is not None and stance.speaker is not None and speaker.name == stance.speaker.name
        if things[number].measure == topic.measure and not own:
            return speaker.name if speaker is not None else article.document.source
    return None


def points_at_figure(article: Article, stance: Stance) -> bool:
    """Whether a denial is of a figure told before: "disputed that count", and as its subject "that number is wrong"."""
    first = stance.object
    if stance.object >= stance.last:
        first = max(article.sentence(stance.first).first, stance.first - _SUBJECT_WITHIN)
    words, tally = article.lower[first : max(stance.first, stance.last)], article.thing_words.tally
    return any(word in tally and words[place - 1] in _POINTING for place, word in enumerate(words) if place)


_SUBJECT_WITHIN: Final = 4
"""Tokens before a verb that has no object among which its subject points: ""That number does not exist"."""


_POINTING: Final = frozenset(("the", "that", "this", "those", "these"))


def target_of(speech: Speech, stance: Stance) -> str | None:
    """Name the one voice that a denial names as its aim: "rejected the charity's figures", "denied reports by X"."""
    cast = speech.cast
    article = cast.article
    if stance.target is not None or stance.polarity != "denied":
        return stance.target
    opening = stance.first - article.sentence(stance.first).first
    bare = is_bare_label(article, stance.object, stance.last) or only_points(article, stance)
    if opening <= _QUOTATION_MARK and bare:
        return _answered(speech, stance)
    for index in range(stance.object, stance.last):
        if article.vocabulary.stances.nouns.get(article.lower[index]) != "claim":
            continue
        if index > stance.object and article.classes[index - 1] == POSSESSIVE:
            speaker = speaker_of(cast, Subject(stance.object, index - 1))
            return speaker.name if speaker is not None else None
        if article.lower[index + 1 : index + 2] == ["by"]:
            by = subject_after(article, index + 2, stance.last)
            speaker = speaker_of(cast, by) if by is not None else None
            return speaker.name if speaker is not None else None
    return None


_QUOTATION_MARK: Final = 1
"""Tokens that may stand before an answer: ""No," said Ana Ruiz"."""


def _is_followed(article: Article, figure: Figure) -> bool:
    """Whether more is said behind a figure, which is what is denied: "said two had died and that the army fired"."""
    clauses = further_clauses(article, figure.last, article.sentence(figure.first).last)
    return any(not figures_in(article, first, last) for first, last in clauses)


def figure_before(article: Article, stance: Stance) -> Figure | None:
    """The last figure before a stance, in its sentence or the one before."""
    own = article.sentence_of[stance.first]
    near = article.figures_by_sentence.get(own - 1, []) + article.figures_by_sentence.get(own, [])
    return next((figure for figure in reversed(near) if figure.last <= stance.first), None)


def _answered(speech: Speech, stance: Stance) -> str | None:
    """Name whom "Not so, says X" answers: who gave the last figure before it, in its sentence or the one before."""
    figure = figure_before(speech.cast.article, stance)
    if figure is not None and _is_followed(speech.cast.article, figure):
        return None
    speaker = speech.speaker_at[figure.first] if figure is not None else None
    if speaker is None or stance.speaker is None or speaker.name == stance.speaker.name:
        return None
    return speaker.name
