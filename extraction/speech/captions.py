"""Who speaks without a verb of saying: "Police: 43 arrested", "43 arrested - police", "43 arrested (police)"."""

from __future__ import annotations

from typing import Final

from extraction.naming.mentions import Mention
from extraction.speech.asked_by_paper import whom_paper_asked
from extraction.speech.cast import Cast, Speaker, head_end
from extraction.speech.document_voices import author_in, is_heading
from extraction.speech.own_notes import is_own_note
from extraction.speech.saying import Saying
from extraction.speech.speaker_names import speaker_of
from extraction.words.article import Article
from extraction.words.subjects import Subject, subject_before
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    BRACKET,
    COMMA,
    DETERMINER,
    HAVE,
    HYPHEN,
    NAME,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PREPOSITION,
    STOP,
    VERB,
)

_LONGEST: Final = 9
"""Tokens that the name before the colon may have; a longer phrase introduces, it does not speak."""
_IN_NAME: Final = frozenset((NAME, NOUN, ADJECTIVE, DETERMINER, POSSESSIVE, PREPOSITION, HYPHEN))
_WHO_SPEAKS: Final = ("state", "organisation", "person")


def captioned(cast: Cast, colon: int, span: tuple[int, int]) -> Saying | None:
    """Read the colon at the token `colon`: whoever stands alone before it, or after it at the end, speaks."""
    article = cast.article
    if is_own_note(article, colon):
        return None
    first = _clause_before(article, colon, span[0])
    before, after = _before(article, first, colon), Subject(colon + 1, span[1])
    author = _sender(cast, before.first, colon)
    if author is not None:
        return Saying(colon, colon + 1, "caption", author, before)
    for subject, told in ((before, (colon + 1, span[1])), (after, (span[0], colon))):
        if _may_speak(cast, subject, told):
            return Saying(colon, colon + 1, "caption", speaker_of(cast, subject), subject)
    named = None
    if _is_figure(article, colon + 1):
        giver = _of_him(article, first, colon) or _named_among(cast, first, colon) or _giver(cast, first, colon)
        named = giver or whom_paper_asked(article, first, colon)
    return Saying(colon, colon + 1, "caption", speaker_of(cast, named), named) if named is not None else None


def _sender(cast: Cast, first: int, colon: int) -> Speaker | None:
    """Whose words a live page passes on: "Mail from reader Ana Ruiz: ...", "Statement from the guild in full: ..."."""
    article, texts = cast.article, cast.article.speaker_words.own_text
    opening = (index for index in range(first, min(colon, first + _ENTRY_OPENING)) if article.lower[index] in texts)
    text = next(opening, colon)
    passes_on = article.lower[text + 1] in ("from", "by") and is_heading(article, text, colon)
    return author_in(cast, text, colon) if passes_on else None


_ENTRY_OPENING: Final = 6
"""Tokens of the time of an entry, with its marks, and of an article before a noun: "**16:05** A message"."""


def bracketed(cast: Cast, opening: int, span: tuple[int, int]) -> Saying | None:
    """Read the bracket at the token `opening`: who alone stands in it gives what is before: "26 hurt (police)"."""
    article = cast.article
    last = next((index for index in range(opening + 1, span[1]) if article.classes[index] == BRACKET), opening)
    sourced = article.lower[opening + 1 : opening + 3] == ["source", ":"]
    subject = Subject(opening + (3 if sourced else 1), last)
    ends = article.classes[last + 1] in (STOP, COMMA) or last + 1 >= span[1]
    told = any(figure.last <= opening for figure in article.figures_of(opening))
    short = not sourced and _is_short_form(cast, opening)
    if not ends or not told or short or not _may_speak(cast, subject, span):
        return None
    return Saying(opening, last + 1, "bracket", speaker_of(cast, subject), subject)


def _is_short_form(cast: Cast, opening: int) -> bool:
    """Whether a bracket only says what somebody is called: "the grid company (Transelek)", "Water Board (NWB)"."""
    article = cast.article
    if article.tokens[opening + 1].text.islower():
        return False
    called = opening - 1 in cast.names.at or article.lower[opening - 1] in article.vocabulary.speaker_nouns
    return called or (article.tokens[opening + 1].text.isupper() and opening + 1 not in article.cues.actors)


def _clause_before(article: Article, colon: int, limit: int) -> int:
    """Where the words begin that a colon closes: behind a semicolon, a bracket or a dash, else with the sentence."""
    if article.lower[colon - 1] == ")":
        return limit  # "RUIZ (recorded): ..."
    marks = (index for index in range(colon - 1, limit - 1, -1) if article.lower[index] in _OPENS_CAPTION)
    return next(marks, limit - 1) + 1


_OPENS_CAPTION: Final = frozenset((";", "(", "–", "—", "•"))


def _is_figure(article: Article, index: int) -> bool:
    return any(figure.first == index for figure in article.figures_of(index))


def _named_among(cast: Cast, first: int, colon: int) -> Subject | None:
    """The only name among what commas part before a colon: "And the hungry, Food Relief, this morning: 1.9 million"."""
    article = cast.article
    if article.has_verb(first, colon) or colon - first > _LONGEST_HANDOVER:
        return None
    first = _after_opening(article, first, colon)
    commas = [index for index in range(first, colon) if article.lower[index] == ","]
    starts, ends = [first, *(index + 1 for index in commas)], [*commas, colon]
    named = [
        Subject(start, mention.last)
        for start, end in zip(starts, ends, strict=True)
        for mention in cast.names.within(start, end)
        if _is_voice(cast, mention) and mention.last == _without_adverb(article, end)
    ]
    return named[0] if len(named) == 1 else None


_LONGEST_APPOSITION: Final = 12


def _giver(cast: Cast, first: int, colon: int) -> Subject | None:
    """Who gives the number or paper that a colon opens: "The port gave a first tally: 40"."""
    article = cast.article
    number = article.vocabulary.stances.nouns.get(article.lower[colon - 1]) == "claim"
    paper = article.lower[colon - 1] in article.vocabulary.papers
    told = (index for index in range(first, colon) if article.classes[index] == VERB or article.lower[index] in HAVE)
    verb = next(told, None)
    return subject_before(article, verb, first) if verb is not None and (number or paper) else None


def _of_him(article: Article, first: int, colon: int) -> Subject | None:
    """The "her" of "Her verdict: 40", which stands for who gives it."""
    counts = not article.speaker_words.estimate.isdisjoint(article.lower[first:colon])
    return Subject(first, first + 1) if counts and article.lower[first] in ("his", "her") else None


def _before(article: Article, first: int, colon: int) -> Subject:
    """The phrase before a colon, its apposition apart: "Ida Holm, medical director of the trust: ..."."""
    first = _after_opening(article, first, colon)
    if article.lower[colon - 1] == ")" and "(" in article.lower[first:colon]:
        colon = article.lower.index("(", first)
    first, colon = _without_figure(article, first, colon)
    words = article.lower[first:colon]
    if "," in words and colon - first <= _LONGEST_APPOSITION:
        comma = first + words.index(",")
        return Subject(first, comma, comma + 1, colon)
    return Subject(first, colon)


def _is_voice(cast: Cast, mention: Mention) -> bool:
    """Whether a name is a person's, or that of a body of which more is told: that it acts, or what it is."""
    if mention.kind in ("person", "organisation"):
        return True
    name = cast.names.fullest(mention)
    return mention.kind == "thing" and any(
        body.name == name and (body.tells or body.called) for body in cast.bodies.all
    )


def _without_adverb(article: Article, end: int) -> int:
    """Step back over an adverb behind a name: "Ruiz again, this time at the pier: 40"."""
    return end - (article.classes[end - 1] == ADVERB)


_LONGEST_HANDOVER: Final = 18
"""Tokens of a name with when and where it speaks: "Ruiz again, this time at the harbour office on the quay"."""


def _without_figure(article: Article, first: int, colon: int) -> tuple[int, int]:
    """Leave the owner of "the mayor's number: 200" and "the verdict of the mayor: 200", who gives it."""
    inside = range(first, colon)
    noun = next((index for index in inside if article.classes[index] not in (DETERMINER, ADJECTIVE)), colon)
    if article.lower[noun] in article.speaker_words.estimate and article.lower[noun + 1] in ("of", "by", "from"):
        return noun + 2, colon
    counts = article.vocabulary.stances.nouns.get(article.lower[colon - 1]) == "claim"
    owned = counts and colon - 2 > first and article.classes[colon - 2] == POSSESSIVE
    return (first, colon - 2) if owned else (first, colon)


def _after_opening(article: Article, first: int, colon: int) -> int:
    """Step over the time of an entry ("10:42") and the words with which a programme hands over."""
    while first < colon and article.classes[first] == NUMBER:
        first += 2 if article.lower[first + 1] in (":", ".", "h") else 1
    while first < colon and article.lower[first] in article.speaker_words.hands_over:
        first += 1
    return first


def _may_speak(cast: Cast, subject: Subject, told: tuple[int, int]) -> bool:
    """Whether a phrase names a speaker, not a topic ("Ukraine: 40 dead") or what a list counts ("Passengers: 212")."""
    article = cast.article
    first, last = subject.first, subject.last
    plain = 0 < last - first <= _LONGEST and article.classes[first] != PREPOSITION
    if not plain or not _IN_NAME.issuperset(article.classes[first:last]):
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
    enclosed = article.lower[first - 1] == "(" and noun == "organisation" and _is_figure(article, last + 1)
    return mention is not None or last - first > 1 or enclosed or article.has_verb(*told)


def _is_dateline(article: Article, subject: Subject) -> bool:
    """Whether a phrase is the place in capitals with which an article opens: "DELHI: More than 80 ..."."""
    place = article.tokens[subject.first].text.isupper() and subject.first in article.cues.places
    return place and article.sentence_of[subject.first] == 0
