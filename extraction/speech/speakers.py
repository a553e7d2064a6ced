"""Who says what: each act of saying, its speaker, and the words that it covers.

A token is credited to the innermost act that covers it; words between quotation marks go to the act that the
quotation hangs on, but for those that its speaker passes on; what no act covers is the publisher's own voice.
"""

from __future__ import annotations

from dataclasses import dataclass

from extraction.model import Sentence
from extraction.naming.bodies import find_bodies
from extraction.naming.names import Names
from extraction.places.article_places import Places
from extraction.speech.backward_credits import credited_back
from extraction.speech.boxes import boxes_in
from extraction.speech.cast import Cast, Memory, Speaker
from extraction.speech.continuations import continues, turn_of
from extraction.speech.covered_words import cover, credit
from extraction.speech.document_voices import document_voice
from extraction.speech.employers import employ
from extraction.speech.floors import floor_taken
from extraction.speech.interviews import answers_in
from extraction.speech.later_names import name_the_unnamed
from extraction.speech.papers import note_papers
from extraction.speech.quotation_speakers import credit_quotations
from extraction.speech.saying import Saying
from extraction.speech.sayings import sayings_in
from extraction.speech.turns import Turn, turns_in
from extraction.words.article import Article
from extraction.words.quotations import Quotation


@dataclass(slots=True)
class Speech:
    """The acts of saying of an article, for each token who says it, and all who may speak."""

    sayings: list[Saying]
    speaker_at: list[Speaker | None]
    by_context: list[bool]
    """For each token whether only the sentences before it tell who speaks."""
    quoted: list[bool]
    quotations: list[Quotation]
    cast: Cast


def find_speech(article: Article, names: Names, places: Places, quotations: list[Quotation]) -> Speech:
    """Find who says what in an article."""
    speech, reach = _unread(article, names, places, quotations), 0
    employ(speech.cast)
    for number in range(len(article.sentences)):
        reach = _read_sentence(speech, number, reach)
    name_the_unnamed(article, names, speech.sayings, speech.speaker_at)
    turns = turns_in(speech.cast, speech.sayings)
    heard = {index: turn.speaker for turn in turns if turn.speaker for index in range(turn.first, turn.last)}
    _credit_answers(speech.cast, speech.sayings, speech.speaker_at)
    credit_quotations(speech.cast, speech.sayings, quotations, speech.speaker_at, heard)
    _credit_by_form(speech, turns)
    return speech


def _credit_by_form(speech: Speech, turns: list[Turn]) -> None:
    """Give what nobody else says to whose turn it is, or whose document; the figures of a box to its source."""
    speaker_at = speech.speaker_at
    for turn in turns:
        if turn.speaker is not None:
            _fill(speaker_at, turn.first, turn.last, turn.speaker)
    boxes = boxes_in(speech.cast)
    for first, last, source in boxes:
        speaker_at[first:last] = [source] * (last - first)
    voice = document_voice(speech.cast, speech.quoted) if not turns and not boxes else None
    if voice is not None:
        _fill(speaker_at, voice[1], len(speaker_at), voice[0])


def _fill(speaker_at: list[Speaker | None], first: int, last: int, speaker: Speaker) -> None:
    speaker_at[first:last] = [one or speaker for one in speaker_at[first:last]]


def _unread(article: Article, names: Names, places: Places, quotations: list[Quotation]) -> Speech:
    """Give what is known before the first sentence is read: who is named, and where somebody is quoted."""
    placed = {index for one in places.mentions for index in range(one.first, one.last)}
    cast = Cast(article, names, places, find_bodies(article, names, placed), Memory())
    count = len(article.tokens)
    return Speech([], [None] * count, [False] * count, _quoted(article, quotations), quotations, cast)


def _read_sentence(speech: Speech, number: int, reach: int) -> int:
    """Credit the words of a sentence; `reach` is the last one before it that credits somebody, given back anew."""
    article, sayings = speech.cast.article, speech.sayings
    span = (article.sentences[number].first, article.sentences[number].last)
    found = _said_in(speech, span)
    if number:
        _credit_back(speech, article.sentences[number - 1], span)
    turn = turn_of(article, sayings, number) if sayings and not found else None
    floor = floor_taken(speech.cast, found[-1].last if found else span[0], span[1]) if turn is None else None
    if floor is not None:
        found.append(floor)
        _credit_behind_colon(speech, floor, span[1])
    if turn is None and not found and sayings and continues(speech.cast, sayings[-1], reach, span, speech.speaker_at):
        turn = sayings[-1]
    if turn is not None:
        speech.speaker_at[span[0] : span[1]] = [turn.speaker] * (span[1] - span[0])
        speech.by_context[span[0] : span[1]] = [True] * (span[1] - span[0])
    sayings.extend(found)
    return number if found or turn is not None else reach


def _credit_behind_colon(speech: Speech, floor: Saying, last: int) -> None:
    """Give what a colon opens behind "The builder was plain:" to him, where nobody else says it."""
    lower = speech.cast.article.lower
    colon = next((index for index in range(floor.verb_end, last) if lower[index] == ":"), last)
    speech.speaker_at[colon:last] = [one or floor.speaker for one in speech.speaker_at[colon:last]]


def _said_in(speech: Speech, span: tuple[int, int]) -> list[Saying]:
    """Find the acts of saying of a sentence, and credit what they cover."""
    found = sayings_in(speech.cast, speech.quoted, span)
    cover(speech.cast.article, found, span)
    credit(found, speech.speaker_at)
    presented = note_papers(speech.cast, span, found)
    if presented is not None and not found:
        found = [presented]
        credit(found, speech.speaker_at)
    return found


def _credit_back(speech: Speech, before: Sentence, span: tuple[int, int]) -> None:
    """Give the sentence before, if nobody speaks in it, to whom this one names as its source."""
    first, last = before.first, before.last
    source = credited_back(speech.cast, *span) if not any(speech.speaker_at[first:last]) else None
    if source is not None:
        speech.speaker_at[first:last] = [source] * (last - first)


def _credit_answers(cast: Cast, sayings: list[Saying], speaker_at: list[Speaker | None]) -> None:
    """Give what nobody else says in the answers of an interview to who answers."""
    speaker, answers = answers_in(cast, sayings)
    if speaker is not None:
        for first, last in answers:
            _fill(speaker_at, first, last, speaker)


def _quoted(article: Article, quotations: list[Quotation]) -> list[bool]:
    quoted = [False] * len(article.tokens)
    for first, last, _ in quotations:
        quoted[first:last] = [True] * (last - first)
    return quoted
