"""Words passed on: "Reuters quoted the governor as saying", "the paper reported, citing two officials".

The last speaker is the claimant; who passes the words on is kept as the chain between him and the reader.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extraction.speech.cast import Cast, Speaker
from extraction.speech.saying import Saying
from extraction.speech.speaker_names import speaker_of
from extraction.words.article import Article
from extraction.words.subjects import Subject, subject_after, subject_before
from extraction.words.word_classes import COMMA, DATE, GERUND, PREPOSITION, STOP

_OBJECT_REACH: Final = 25
"""Tokens after "quoted" within which "as saying" still belongs to it."""


def quoted_as_saying(cast: Cast, verb: int, span: tuple[int, int]) -> Saying | None:
    """Read the active "X quoted Y as saying": Y speaks, through X; None for any other verb or use."""
    article = cast.article
    if article.lower[verb] not in article.speaker_words.quotes:
        return None
    ahead = range(verb + 1, min(span[1] - 1, verb + _OBJECT_REACH))
    end = next(
        (i for i in ahead if article.lower[i] == "as" and article.lower[i + 1] in article.speaker_words.telling), None
    )
    said = subject_after(article, verb + 1, end) if end is not None else None
    speaker = speaker_of(cast, said) if said is not None else None
    if end is None or said is None or speaker is None:
        return None
    by = subject_before(article, verb, span[0])
    chain = (article.words(by.first, by.last),) if by is not None else ()
    return Saying(verb, end + 2, "say", replace(speaker, through=chain), said)


def pass_on(cast: Cast, sayings: list[Saying], span: tuple[int, int]) -> None:
    """Give what a medium reports "citing Y" to Y: the act of saying next to the participle changes its speaker."""
    article = cast.article
    _report(article, sayings, span)
    citing = article.speaker_words.citing
    cited = [index for index in range(*span) if article.lower[index] in citing] if sayings else []
    for index in cited:
        if article.classes[index] == GERUND:
            nobody = article.lower[index + 1] == "no"  # "citing no source"
            said = subject_after(article, index + 1, span[1]) if not nobody else None
            speaker = speaker_of(cast, Subject(said.first, said.last)) if said is not None else None
            medium = _next_to(cast, sayings, index, span[0])
            if speaker is not None and medium is not None:
                medium.speaker = _through(speaker, medium.speaker)


def _report(article: Article, sayings: list[Saying], span: tuple[int, int]) -> None:
    """Give what a medium reports behind somebody's words to him: "Police said 12 had died, the station reported"."""
    medium = sayings[-1] if len(sayings) > 1 else None
    if medium is None or article.lower[medium.verb] not in article.speaker_words.reports:
        return
    first, closes = sayings[0], article.classes[medium.last] in (STOP, COMMA, DATE, PREPOSITION)
    leads = first.kind == "say" and first.subject.first < first.verb < medium.first
    if leads and closes and article.classes[medium.first - 1] == COMMA and first.speaker is not None:
        medium.speaker = _through(first.speaker, medium.speaker)


def _next_to(cast: Cast, sayings: list[Saying], index: int, first: int) -> Saying | None:
    """Find the act of saying before the participle, else the one after the comma that closes its aside."""
    absolute = index == first or cast.article.classes[index - 1] == COMMA
    before = [saying for saying in sayings if saying.verb < index and saying.kind != "caption"]
    after = [saying for saying in sayings if saying.verb > index]
    if before:
        return before[-1]
    return after[0] if after and absolute else None


def _through(speaker: Speaker, medium: Speaker | None) -> Speaker:
    return replace(speaker, through=(medium.name,)) if medium is not None else speaker
