"""Credits without a verb of saying: "according to X", "based on X's data", "by X's own count", "X: ..."."""

from __future__ import annotations

from typing import Final

from extraction.speech.captions import bracketed, captioned
from extraction.speech.cast import OWNED, Cast, Speaker, head_end
from extraction.speech.paper_authors import whoever_owns
from extraction.speech.said_clauses import BE
from extraction.speech.saying import Saying
from extraction.speech.speaker_names import author_of, speaker_of
from extraction.speech.unlisted_speakers import whoever_is_meant
from extraction.words.article import Article
from extraction.words.subjects import Subject, phrase_before, subject_after
from extraction.words.word_classes import AUXILIARY, COMMA, CONJUNCTION, DETERMINER, NAME, POSSESSIVE, VERB

OPENERS: Final = frozenset(["according", "based", "by", "on", "in", "if", "for", ":", "("])
"""What besides a verb may credit somebody: "according to X", "based on X's data", "by X's own count", "X: ..."."""


def verbless_credit(cast: Cast, index: int, span: tuple[int, int]) -> Saying | None:
    """Read "according to X", "by X's own count" and the colon of a headline or a list: "Police: 43 arrested"."""
    article = cast.article
    if article.lower[index] == ":":
        return captioned(cast, index, span)
    if article.lower[index] == "(":
        return bracketed(cast, index, span)
    if article.lower[index] == "if":
        return _if_believed(cast, index, span)
    if article.lower[index] == "based":
        return _based_on(cast, index, span)
    if article.lower[index] == "for":
        return _for_whom(cast, index, span)
    if article.lower[index] != "according":
        return _by_own_count(cast, index, span) or _in_version(cast, index, span)
    subject = subject_after(article, index + 2, span[1]) if article.lower[index + 1 : index + 2] == ["to"] else None
    if subject is None:
        return None
    speaker = speaker_of(cast, subject) or whoever_is_meant(cast, subject)
    return Saying(index, subject.last, "according", speaker, subject)


def source_phrase(cast: Cast, index: int, length: int, span: tuple[int, int]) -> Saying | None:
    """Read "going by the union's bulletin" and "per the filing": a phrase that names who or whose paper says so."""
    article, source = cast.article, index + length
    named = source < span[1] and article.classes[source] in (DETERMINER, NAME, POSSESSIVE)
    subject = subject_after(article, source, span[1]) if named or article.lower[source] in OWNED else None
    speaker = speaker_of(cast, subject) if subject is not None else None
    return Saying(index, subject.last, "according", speaker, subject) if subject is not None and speaker else None


def _based_on(cast: Cast, index: int, span: tuple[int, int]) -> Saying | None:
    """Read "Based on data from the coastguard, ..." and "..., based on the ministry's figures"."""
    article = cast.article
    opens = index == span[0] or article.classes[index - 1] == COMMA
    paper = subject_after(article, index + 2, span[1]) if opens and article.lower[index + 1] == "on" else None
    if paper is None:
        return None
    end = head_end(article, paper)
    record = article.vocabulary.speaker_nouns.get(article.lower[end - 1]) in ("document", "record")
    speaker = author_of(cast, paper, end) if record else None
    return Saying(index, paper.last, "according", speaker, paper) if speaker is not None else None


def _if_believed(cast: Cast, index: int, span: tuple[int, int]) -> Saying | None:
    """Read "if the union is to be believed", "if the union is right" and "if you believe the union"."""
    article = cast.article
    ahead = article.lower[index + 1 : min(span[1], index + _RECKONING_REACH)]
    if " ".join(ahead[:2]) in article.speaker_words.if_believed:
        subject = subject_after(article, index + 3, span[1])
        end = subject.last if subject is not None else index
    else:
        subject = subject_after(article, index + 1, span[1])
        closes = next((place for place, word in enumerate(ahead) if word in article.speaker_words.borne_out), None)
        told = closes is not None and subject is not None and article.classes[subject.last] == AUXILIARY
        end = index + 2 + closes if told and closes is not None else index
    if subject is None or end == index:
        return None
    return Saying(index, end, "according", speaker_of(cast, subject), subject)


def _for_whom(cast: Cast, index: int, span: tuple[int, int]) -> Saying | None:
    """Read "For the union, the right figure is 40" and "For Ada Morn, who runs the port, the number is 40"."""
    article = cast.article
    subject = subject_after(article, index + 1, span[1]) if index == span[0] else None
    if subject is None or article.lower[subject.last] != ",":
        return None
    claims = article.vocabulary.stances.nouns
    told = (place for place in range(subject.last, span[1]) if claims.get(article.lower[place - 1]) == "claim")
    verb = next((place for place in told if article.lower[place] in BE), None)
    stated = verb is not None and any(0 < figure.first - verb <= _SOON for figure in article.figures_of(verb))
    speaker = speaker_of(cast, subject) if stated else None
    return Saying(index, subject.last, "according", speaker, subject) if speaker is not None else None


_SOON: Final = 3
"""Tokens behind "the number is" among which it stands: "is at least 40"."""


def _by_own_count(cast: Cast, index: int, span: tuple[int, int]) -> Saying | None:
    """Read "by the company's own count", "on its latest figures", "in the view of the bank": who reckons so speaks."""
    article = cast.article
    phrase = subject_after(article, index + 1, min(span[1], index + _RECKONING_REACH))
    if phrase is None:
        return None
    reckonings = article.speaker_words.reckoning
    end = next((at + 1 for at in range(phrase.first, phrase.last) if article.lower[at] in reckonings), None)
    if end is None or (article.lower[index] == "in" and not _opens_part(article, index, end, span)):
        return None
    if article.lower[phrase.first] == "the" and article.lower[end] == "of" and end < phrase.last:
        speaker = speaker_of(cast, Subject(end + 1, phrase.last))
        return Saying(index, phrase.last, "according", speaker, phrase) if speaker is not None else None
    owned = article.lower[phrase.first] in OWNED
    surveyed = (
        index == span[0] and article.lower[phrase.first] in ("a", "an", "the") and "by" in article.lower[end : end + 5]
    )
    if surveyed:
        return _surveyed_by(cast, index, end, span)
    if POSSESSIVE not in article.classes[phrase.first : end] and not owned:
        return None
    one = article.lower[phrase.first] in ("his", "her")
    owner = _owner_beside(article, index, end, span) if owned and not one else None
    speaker = (speaker_of(cast, owner) or whoever_owns(cast, owner)) if owner is not None else None
    if owner is not None and speaker is not None:
        return Saying(index, end, "according", speaker, owner)
    reckoning = Subject(phrase.first, end)
    return Saying(index, end, "according", author_of(cast, reckoning, end), reckoning)


def _surveyed_by(cast: Cast, index: int, end: int, span: tuple[int, int]) -> Saying | None:
    """Read "In a survey out today by the charity Rope, ...": who made a survey says what a sentence tells of it."""
    author = subject_after(cast.article, cast.article.lower.index("by", end) + 1, span[1])
    speaker = speaker_of(cast, author) if author is not None and cast.article.lower[author.last] == "," else None
    return Saying(index, author.last, "according", speaker, author) if author is not None and speaker else None


def _in_version(cast: Cast, index: int, span: tuple[int, int]) -> Saying | None:
    """Read "In the one told in Rena, ...", "In the account favoured by the port, ..." and "In the owners', ..."."""
    article = cast.article
    opens = article.lower[index] == "in" and (index == span[0] or article.classes[index - 1] == COMMA)
    ahead = range(index + 1, min(span[1], index + _RECKONING_REACH))
    comma = next((place for place in ahead if article.lower[place] == ","), None) if opens else None
    if comma is None or article.lower[index + 1] != "the":
        return None
    if article.classes[comma - 1] == POSSESSIVE:
        whose = Subject(index + 1, comma - 1)
    else:
        told = article.lower[index + 2] == "one" or article.lower[index + 2] in article.speaker_words.view
        verb = next((place for place in range(index + 3, comma - 1) if article.classes[place] == VERB), None)
        if not told or verb is None or article.lower[verb + 1] not in ("in", "by", "from", "among", "at"):
            return None
        whose = Subject(verb + 2, comma)
    speaker = speaker_of(cast, whose) or whoever_is_meant(cast, whose) or _place_telling(cast, whose)
    return Saying(index, comma, "according", speaker, whose) if speaker is not None else None


def _place_telling(cast: Cast, place: Subject) -> Speaker | None:
    """Take a place for those who tell a version there: "the one told in Rena"."""
    named = cast.article.classes[place.first] == NAME and place.last - place.first == 1
    name = cast.article.words(place.first, place.last)
    return Speaker(name, name, "state") if named else None


def _opens_part(article: Article, index: int, end: int, span: tuple[int, int]) -> bool:
    """Whether "in its survey" stands apart, and not in "carries the flats in its books": at the edge of its part."""
    parted = article.classes[index - 1] in (COMMA, CONJUNCTION) or article.lower[index - 1] in (";", ":")
    return index == span[0] or parted or article.lower[end - 1] in article.speaker_words.view


def _owner_beside(article: Article, index: int, end: int, span: tuple[int, int]) -> Subject | None:
    """Whose "by their own count" is: "growers, by their own count, lost 40", "By its own count, the port lost 40"."""
    if index > span[0] and article.classes[index - 1] == COMMA:
        before = phrase_before(article, index - 1, span[0])
        counted = before is not None and any(
            before.first <= one.first < before.last for one in article.figures_of(index)
        )
        return None if counted else before
    opens = index == span[0] and article.classes[end] == COMMA
    return subject_after(article, end + 1, span[1]) if opens else None


_RECKONING_REACH: Final = 10
