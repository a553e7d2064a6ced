"""Stances: what somebody denies, neither confirms nor denies, or maintains without a figure of its own."""

from __future__ import annotations

from typing import NamedTuple

from extraction.article import Article
from extraction.model import Polarity
from extraction.speaker_names import Speaker
from extraction.speakers import Speech
from extraction.word_classes import ADVERB, AUXILIARY, COMMA, NAME, QUOTE, STOP, VERB

_POLARITIES: dict[str, Polarity] = {"denied": "denied", "unconfirmed": "unconfirmed", "asserted": "asserted"}


class Stance(NamedTuple):
    """Tokens `[first, last)` that state it, who takes it, and which way."""

    first: int
    last: int
    speaker: Speaker | None
    polarity: Polarity


def find_stances(article: Article, speech: Speech) -> list[Stance]:
    """Find the stances of an article, in order; those inside furniture are left out."""
    found: list[Stance] = []
    for sentence in article.sentences:
        if not sentence.furniture:
            found.extend(_in_sentence(article, speech, sentence.first, sentence.last))
    return found


def _in_sentence(article: Article, speech: Speech, first: int, last: int) -> list[Stance]:
    found: list[Stance] = []
    index = first
    while index < last:
        match = article.vocabulary.stances.longest(article.tokens, index)
        if match is None or article.classes[index] == NAME:
            index += 1
            continue
        length, polarity = match
        start, end = _verb_start(article, index, first), _phrase_end(article, index + length, last)
        speaker = speech.speaker_at[index]
        found.append(Stance(start, end, speaker, _POLARITIES[polarity]))
        index = end
    return found


def _verb_start(article: Article, index: int, limit: int) -> int:
    while index > limit and article.classes[index - 1] in (AUXILIARY, ADVERB):
        index -= 1
    return index


def _phrase_end(article: Article, index: int, limit: int) -> int:
    while index < limit and article.classes[index] not in (STOP, COMMA):
        index += 1
    return index
