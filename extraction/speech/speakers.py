"""Who says what: each act of saying, its speaker, and the words that it covers.

A token is credited to the innermost act that covers it; words between quotation marks go to the act that the
quotation hangs on, but for those that its speaker passes on; what no act covers is the publisher's own voice.
"""

from __future__ import annotations

from dataclasses import dataclass

from extraction.naming.bodies import find_bodies
from extraction.naming.names import Names
from extraction.places.article_places import Places
from extraction.speech.backward_credits import credited_back
from extraction.speech.cast import Cast, Memory, Speaker
from extraction.speech.continuations import continues, turn_of
from extraction.speech.covered_words import cover, credit
from extraction.speech.employers import employ
from extraction.speech.floors import floor_taken
from extraction.speech.interviews import answers_in
from extraction.speech.later_names import name_the_unnamed
from extraction.speech.papers import note_papers
from extraction.speech.quotation_speakers import credit_quotations
from extraction.speech.saying import Saying
from extraction.speech.sayings import sayings_in
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
    cast = Cast(
        article,
        names,
        places,
        find_bodies(article, names, {index for one in places.mentions for index in range(one.first, one.last)}),
        Memory(),
    )
    employ(cast)
    quoted = _quoted(article, quotations)
    sayings: list[Saying] = []
    speaker_at: list[Speaker | None] = [None] * len(article.tokens)
    by_context, reach = [False] * len(article.tokens), 0
    for number, sentence in enumerate(article.sentences):
        span = (sentence.first, sentence.last)
        found = sayings_in(cast, quoted, span)
        cover(article, found, span)
        credit(found, speaker_at)
        presented = note_papers(cast, span, found)
        if presented is not None and not found:
            found = [presented]
            credit(found, speaker_at)
        before = article.sentences[number - 1] if number else sentence
        source = credited_back(cast, *span) if number and not any(speaker_at[before.first : before.last]) else None
        if source is not None:
            speaker_at[before.first : before.last] = [source] * (before.last - before.first)
        turn = turn_of(article, sayings, number) if sayings and not found else None
        floor = floor_taken(cast, found[-1].last if found else span[0], span[1]) if turn is None else None
        if floor is not None:
            found.append(floor)
        goes_on = turn is None and not found and sayings and continues(cast, sayings[-1], reach, span, speaker_at)
        if turn is not None or goes_on:
            speaker_at[span[0] : span[1]] = [(turn or sayings[-1]).speaker] * (span[1] - span[0])
            by_context[span[0] : span[1]] = [True] * (span[1] - span[0])
            reach = number
        if found:
            reach = number
        sayings.extend(found)
    name_the_unnamed(article, names, sayings, speaker_at)
    _credit_answers(cast, sayings, speaker_at)
    credit_quotations(cast, sayings, quotations, speaker_at)
    return Speech(sayings, speaker_at, by_context, quoted, quotations, cast)


def _credit_answers(cast: Cast, sayings: list[Saying], speaker_at: list[Speaker | None]) -> None:
    """Give what nobody else says in the answers of an interview to who answers."""
    speaker, answers = answers_in(cast, sayings)
    for first, last in answers if speaker is not None else ():
        speaker_at[first:last] = [one or speaker for one in speaker_at[first:last]]


def _quoted(article: Article, quotations: list[Quotation]) -> list[bool]:
    quoted = [False] * len(article.tokens)
    for first, last, _ in quotations:
        quoted[first:last] = [True] * (last - first)
    return quoted
