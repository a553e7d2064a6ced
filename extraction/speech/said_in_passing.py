"""What somebody says in doing something else: "Announcing 40 closures, X ...", "X was jeered for saying 40 ..."."""

from __future__ import annotations

from typing import Final

from extraction.speech.cast import Cast
from extraction.speech.saying import Saying
from extraction.speech.speaker_names import speaker_of
from extraction.words.article import Article
from extraction.words.subjects import Subject, phrase_before, subject_after, subject_before
from extraction.words.word_classes import (
    AUXILIARY,
    COMMA,
    DETERMINER,
    GERUND,
    NAME,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    PRONOUN,
    STOP,
    SUBORDINATOR,
    VERB,
)

PASSING: Final = "passing"
"""The kind of such an act: its words end where the main clause or an aside does."""
_OPENS_CLAUSE: Final = (PREPOSITION, SUBORDINATOR)
_OPENS_SUBJECT: Final = frozenset((NAME, DETERMINER, NOUN, PRONOUN, POSSESSIVE))


def said_in_passing(cast: Cast, act: tuple[int, int, str], span: tuple[int, int]) -> Saying | None:
    """Give the saying of a participle to the subject of the main clause; None for other verbs and for counting."""
    article, (index, end, kind) = cast.article, act
    having = article.lower[index - 1] == "having" and index > span[0]
    wordless = article.classes[end] in (COMMA, STOP)  # "answered in writing."
    if wordless or kind not in ("say", "clause") or not (having or article.classes[index] == GERUND):
        return None
    subject = _subject_of_main(article, index - having, span)
    speaker = speaker_of(cast, subject) if subject is not None else None
    if subject is None or speaker is None:
        return None
    return Saying(index, end, PASSING, speaker, subject if subject.first > index else Subject(index, index))


def _subject_of_main(article: Article, participle: int, span: tuple[int, int]) -> Subject | None:
    """Whose participle it is: of who follows on its clause, stands before its comma, or does what else is told."""
    led = article.classes[participle - 1] in _OPENS_CLAUSE if participle > span[0] else False
    if participle - led == span[0]:
        return _behind_comma(article, participle, span[1])
    verb = next((index for index in range(span[0], participle) if article.classes[index] in (VERB, AUXILIARY)), None)
    if verb is not None:
        return subject_before(article, verb, span[0]) if led else None
    return phrase_before(article, participle - 1, span[0]) if article.classes[participle - 1] == COMMA else None


def _behind_comma(article: Article, first: int, limit: int) -> Subject | None:
    """The subject that stands before its verb right behind a comma: "..., the mayor, Ana Ruiz, called"."""
    commas = (index for index in range(first, limit - 1) if article.classes[index] == COMMA)
    for comma in commas:
        opens = article.classes[comma + 1] in _OPENS_SUBJECT
        subject = subject_after(article, comma + 1, limit) if opens else None
        behind = max(subject.last, subject.apposition_last) if subject is not None else limit
        behind += behind < limit and article.classes[behind] == COMMA
        if behind < limit and article.classes[behind] in (VERB, AUXILIARY):
            return subject
    return None


def passing_end(article: Article, saying: Saying, limit: int) -> int:
    """Where what is said in passing ends: with the clause that the main one follows, or at the comma of an aside."""
    if saying.subject.first > saying.verb:
        return saying.subject.first
    if article.classes[saying.verb - 1] != COMMA:
        return limit
    return next((index for index in range(saying.verb_end, limit) if article.lower[index] == ","), limit)
