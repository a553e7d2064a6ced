"""Who takes a stance: the subject of its verb, who speaks there, or whom "by" and "from" name behind it."""

from __future__ import annotations

from typing import Final

from extraction.speech.cast import Speaker
from extraction.speech.speaker_names import speaker_of
from extraction.speech.speakers import Speech
from extraction.speech.unlisted_speakers import whoever_is_meant
from extraction.stances.refusals import passive
from extraction.stances.stance_kinds import BY_THOSE_WHO_SPEAK, OF_WHO_SAYS
from extraction.words.article import Article
from extraction.words.subjects import Subject, subject_after, subject_before
from extraction.words.word_classes import COMMA, GERUND, NAME, NOUN, VERB


def stance_speaker(
    article: Article, speech: Speech, first: int, verb: int, kind: str, span: tuple[int, int]
) -> Speaker | None:
    """Take the subject of the stance's verb; a pronoun inside somebody's saying is that speaker.

    What "has not been verified" is no speaker, and "no comment from the army" names one after it.
    """
    inside = speech.speaker_at[verb]
    if speech.quoted[verb] or (kind in OF_WHO_SAYS and inside is not None):
        return inside
    accused = kind == "asserted" and article.lower[verb + 1] == "of"
    if accused or (kind == "verification" and passive(article, verb)):
        return named_after(article, speech, verb + 1, "by", span[1]) or inside
    if kind == "no_comment":
        source = named_after(article, speech, verb + 1, "from", span[1])
        if source is not None:
            return source
    if first == span[0] and article.classes[verb] == GERUND:
        return _main_speaker(article, speech, verb, span[1])
    subject = subject_before(article, first, span[0])
    if subject is None:
        return inside
    pronoun = subject.last - subject.first == 1 and article.lower[subject.first] in ("it", "he", "she", "they")
    if pronoun and inside is not None:
        return inside
    told = speech.speaker_at[verb + 1] if verb in article.cues.speech else None
    return speaker_of(speech.cast, subject) or _whoever_answers(article, speech, subject, kind) or told or inside


_POINTING: Final = frozenset(("i", "we", "it", "he", "she", "they", "who", "which", "that", "this", "you"))


def _whoever_answers(article: Article, speech: Speech, subject: Subject, kind: str) -> Speaker | None:
    """Take a subject that no table holds for a speaker, where only somebody can do it: "Norlund denied", "the port"."""
    if kind not in BY_THOSE_WHO_SPEAK or article.lower[subject.first] in _POINTING:
        return None
    alone = subject.last - subject.first == 1 and article.classes[subject.first] in (NOUN, NAME)
    if alone and article.tokens[subject.first].text[:1].isupper():
        return Speaker(article.words(subject.first, subject.last), None, "organisation")
    return whoever_is_meant(speech.cast, subject)


def _main_speaker(article: Article, speech: Speech, first: int, limit: int) -> Speaker | None:
    """Take the subject of the main clause in "Denying the report, the ministry said ..."."""
    comma = next((index for index in range(first, limit) if article.classes[index] == COMMA), limit)
    verb = next((index for index in range(comma, limit) if article.classes[index] == VERB), None)
    subject = subject_before(article, verb, comma + 1) if verb is not None else None
    return speaker_of(speech.cast, subject) if subject is not None else None


def named_after(article: Article, speech: Speech, index: int, word: str, limit: int) -> Speaker | None:
    """The speaker whom "by" or "from" right at `index` introduces."""
    if article.lower[index : index + 1] != [word]:
        return None
    subject: Subject | None = subject_after(article, index + 1, limit)
    return speaker_of(speech.cast, subject) if subject is not None else None
