"""Who speaks in a headline or a list without a verb of saying: "Police: 43 arrested", "43 arrested - police"."""

from __future__ import annotations

from typing import Final

from extraction.speech.saying import Saying
from extraction.speech.speaker_names import Cast, head_end, speaker_of
from extraction.words.article import Article
from extraction.words.subjects import Subject
from extraction.words.word_classes import (
    ADJECTIVE,
    AUXILIARY,
    DETERMINER,
    NAME,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    VERB,
)

_LONGEST: Final = 9
"""Tokens that the name before the colon may have; a longer phrase introduces, it does not speak."""
_IN_NAME: Final = frozenset((NAME, NOUN, ADJECTIVE, DETERMINER, POSSESSIVE, PREPOSITION))
_WHO_SPEAKS: Final = ("state", "organisation", "person")


def captioned(cast: Cast, colon: int, span: tuple[int, int]) -> Saying | None:
    """Read the colon at the token `colon`: whoever stands alone before it, or after it at the end, speaks."""
    before, after = _before(cast.article, span[0], colon), Subject(colon + 1, span[1])
    for subject, told in ((before, (colon + 1, span[1])), (after, (span[0], colon))):
        if _may_speak(cast, subject, told):
            return Saying(colon, colon + 1, "caption", speaker_of(cast, subject), subject)
    return None


_OPENING: Final = frozenset(["and", "but", "this", "more", "here", "now", "from", "is", "'s", "’s", "word"])
"""Words with which a programme hands over: "And this from the union: ...", "Here's the minister: ..."."""


_LONGEST_APPOSITION: Final = 12


def _before(article: Article, first: int, colon: int) -> Subject:
    """The phrase before a colon, its apposition apart: "Ida Holm, medical director of the trust: ..."."""
    first = _after_opening(article, first, colon)
    if article.lower[colon - 1] == ")" and "(" in article.lower[first:colon]:
        colon = article.lower.index("(", first)
    words = article.lower[first:colon]
    if "," in words and colon - first <= _LONGEST_APPOSITION:
        comma = first + words.index(",")
        return Subject(first, comma, comma + 1, colon)
    return Subject(first, colon)


def _after_opening(article: Article, first: int, colon: int) -> int:
    """Step over the time of an entry ("10:42") and the words with which a programme hands over."""
    while first < colon and article.classes[first] == NUMBER:
        first += 2 if article.lower[first + 1] in (":", ".", "h") else 1
    while first < colon and article.lower[first] in _OPENING:
        first += 1
    return first


def _may_speak(cast: Cast, subject: Subject, told: tuple[int, int]) -> bool:
    """Whether a phrase names a speaker, not a topic ("Ukraine: 40 dead") or what a list counts ("Passengers: 212")."""
    article = cast.article
    first, last = subject.first, subject.last
    if (
        not 0 < last - first <= _LONGEST
        or article.classes[first] == PREPOSITION
        or not _IN_NAME.issuperset(article.classes[first:last])
    ):
        return False
    head = head_end(article, subject) - 1
    mention = cast.names.at.get(head)
    if mention is not None and mention.kind == "thing" and article.lower[head] in article.vocabulary.speaker_nouns:
        mention = None
    if mention is not None and mention.kind != "state":
        return mention.kind in ("person", "organisation")
    if mention is not None and (mention.wording == "state" or _is_dateline(article, subject)):
        return False
    noun = article.vocabulary.speaker_nouns.get(article.lower[head])
    owned = noun == "document" and POSSESSIVE in article.classes[first:last]
    if mention is None and noun not in _WHO_SPEAKS and not owned:
        return False
    return mention is not None or last - first > 1 or _tells(article, *told)


def _is_dateline(article: Article, subject: Subject) -> bool:
    """Whether a phrase is the place in capitals with which an article opens: "DELHI: More than 80 ..."."""
    place = article.tokens[subject.first].text.isupper() and subject.first in article.cues.places
    return place and article.sentence_of[subject.first] == 0


def _tells(article: Article, first: int, last: int) -> bool:
    return any(mark in (VERB, AUXILIARY) for mark in article.classes[first:last])
