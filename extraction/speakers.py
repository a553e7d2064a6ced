"""Who says what: each act of saying, its speaker, and the words that it covers.

A token is credited to the innermost act that covers it; words between quotation marks go to the act that the
quotation hangs on; what no act covers is the publisher's own voice.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from extraction.article import Article
from extraction.names import Mention, Names
from extraction.places import Places
from extraction.quotations import Quotation
from extraction.subjects import Subject, subject_after, subject_before
from extraction.word_classes import (
    ADVERB,
    AUXILIARY,
    COMMA,
    DATE,
    GERUND,
    NOUN,
    PREPOSITION,
    QUOTE,
    STOP,
    SUBORDINATOR,
    VERB,
)

_BE = frozenset("is are was were be been being 's".split())
_CUTS = frozenset(("while", "whereas", "but", ";", "although", "though"))
_ENDS_MEDIAL = frozenset("as after before while when where although though which two three".split())


class Speaker(NamedTuple):
    """Who is quoted: the fullest name or the wording, and the state or organisation that it speaks for."""

    name: str
    affiliation: str | None
    kind: str
    through: tuple[str, ...] = ()


@dataclass(slots=True)
class Saying:
    """One act of saying: its verb's tokens, the speaker (None: the publisher), and the tokens it covers."""

    verb: int
    verb_end: int
    kind: str
    speaker: Speaker | None
    subject: Subject
    covers: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Memory:
    """Who spoke so far, for "he", "it", "the ministry" and the surname."""

    person: Speaker | None = None
    organisation: Speaker | None = None
    by_noun: dict[str, Speaker] = field(default_factory=dict)


class Speech(NamedTuple):
    """The acts of saying of an article, and for each token who says it."""

    sayings: list[Saying]
    speaker_at: list[Speaker | None]


def find_speech(article: Article, names: Names, places: Places, quotations: list[Quotation]) -> Speech:
    """Find who says what in an article."""
    memory = _Memory()
    quoted = [False] * len(article.tokens)
    for quotation in quotations:
        quoted[quotation.first : quotation.last] = [True] * (quotation.last - quotation.first)
    sayings: list[Saying] = []
    speaker_at: list[Speaker | None] = [None] * len(article.tokens)
    for sentence in article.sentences:
        found = _sayings_in(article, names, places, memory, quoted, (sentence.first, sentence.last))
        _cover(article, found, (sentence.first, sentence.last))
        for saying in sorted(found, key=lambda saying: saying.verb):
            for first, last in saying.covers:
                speaker_at[first:last] = [saying.speaker] * (last - first)
        sayings.extend(found)
    for quotation in quotations:
        speaker = _speaker_of_quotation(article, sayings, quotation)
        speaker_at[quotation.first : quotation.last] = [speaker] * (quotation.last - quotation.first)
    return Speech(sayings, speaker_at)


def _sayings_in(
    article: Article, names: Names, places: Places, memory: _Memory, quoted: list[bool], span: tuple[int, int]
) -> list[Saying]:
    found: list[Saying] = []
    index = span[0]
    while index < span[1]:
        saying = None if quoted[index] else _saying_at(article, names, places, memory, index, span)
        if saying is not None:
            found.append(saying)
            _remember(memory, article, saying)
            index = max(index + 1, saying.verb_end)
        else:
            index += 1
    return found


def _saying_at(
    article: Article, names: Names, places: Places, memory: _Memory, index: int, span: tuple[int, int]
) -> Saying | None:
    if article.lower[index] == "according" and index + 1 < span[1] and article.lower[index + 1] == "to":
        return _according_to(article, names, places, memory, index, span)
    if article.classes[index] not in (VERB, GERUND):
        return None
    match = article.vocabulary.speech.longest(article.tokens, index)
    if match is None:
        return None
    length, kind = match
    if _is_passive(article, index, span[0]):
        return _passive(article, names, places, memory, index, span)
    subject = _subject(article, index, index + length, span)
    if subject is None:
        return None
    speaker = speaker_of(article, names, places, memory, subject, strict=kind == "count")
    if speaker is None:
        return None
    return Saying(index, index + length, kind, speaker, subject)


def _is_passive(article: Article, index: int, limit: int) -> bool:
    position = index - 1
    while position > limit and article.classes[position] == ADVERB:
        position -= 1
    return position >= limit and article.lower[position] in _BE


def _passive(
    article: Article, names: Names, places: Places, memory: _Memory, index: int, span: tuple[int, int]
) -> Saying | None:
    """Read "was quoted by R as saying" (the speaker is the subject) and "were put at 40 by R" (the speaker is R)."""
    through = _by_phrase(article, index + 1, span[1])
    if article.lower[index] == "quoted":
        subject = subject_before(article, index, span[0])
        speaker = subject and speaker_of(article, names, places, memory, subject)
        if subject is None or not speaker:
            return None
        chain = (article.words(through.first, through.last),) if through else ()
        return Saying(index, index + 1, "say", speaker._replace(through=chain), subject)
    if through is None:
        return None
    speaker = speaker_of(article, names, places, memory, through)
    return Saying(index, index + 1, "passive", speaker, through) if speaker else None


def _by_phrase(article: Article, index: int, limit: int) -> Subject | None:
    while index < limit and article.classes[index] not in (STOP, COMMA, VERB):
        if article.lower[index] == "by":
            return subject_after(article, index + 1, limit)
        index += 1
    return None


def _according_to(
    article: Article, names: Names, places: Places, memory: _Memory, index: int, span: tuple[int, int]
) -> Saying | None:
    subject = subject_after(article, index + 2, span[1])
    if subject is None:
        return None
    speaker = speaker_of(article, names, places, memory, subject)
    return Saying(index, subject.last, "according", speaker, subject)


def _subject(article: Article, verb: int, verb_end: int, span: tuple[int, int]) -> Subject | None:
    opens = verb == span[0] or article.classes[verb - 1] in (COMMA, QUOTE) or article.lower[verb - 1] == "-"
    if opens and article.classes[verb] == VERB:
        after = subject_after(article, verb_end, span[1])
        if after is not None and article.classes[after.first] != NOUN:
            return after
    return subject_before(article, verb, span[0])


def speaker_of(
    article: Article,
    names: Names,
    places: Places,
    memory: _Memory,
    subject: Subject,
    *,
    strict: bool = False,
) -> Speaker | None:
    """Name who a noun phrase speaks of; None where it is nobody who can speak."""
    if subject.last - subject.first == 1:
        word = article.lower[subject.first]
        if word in ("he", "she", "who"):
            return memory.person
        if word in ("it", "they"):
            return memory.organisation or memory.person
        if word in ("we", "i", "you", "that", "this", "which", "there", "what"):
            return None
    named = _named(article, names, subject)
    if named is not None:
        return named
    return _unnamed(article, names, places, memory, subject)


def _named(article: Article, names: Names, subject: Subject) -> Speaker | None:
    """The person, else the body, that the phrase or its apposition names."""
    phrase = list(names.within(subject.first, subject.last))
    apposed = list(names.within(subject.apposition_first, subject.apposition_last))
    for mention in phrase + apposed:
        if mention.kind == "person":
            person = names.person(mention)
            if person is not None:
                return Speaker(person.name, person.affiliation, "person")
    return None


def _unnamed(article: Article, names: Names, places: Places, memory: _Memory, subject: Subject) -> Speaker | None:
    last = _head_end(article, subject)
    head = article.lower[last - 1]
    kind = article.vocabulary.speaker_nouns.get(head)
    mention = names.at.get(last - 1)
    wording = article.words(subject.first, subject.last)
    if kind == "document":
        return _author(article, names, subject, wording)
    known = memory.by_noun.get(head)
    if (
        known is not None
        and article.lower[subject.first] in ("the", "its", "his", "her", "their")
        and last - subject.first == 2
    ):
        return known
    if kind is not None:
        return Speaker(wording, _affiliation(article, names, places, subject, kind), kind)
    if mention is not None and mention.kind in ("state", "organisation", "thing"):
        return Speaker(article.words(max(subject.first, mention.first), last), mention.name, "organisation")
    return None


def _head_end(article: Article, subject: Subject) -> int:
    """The end of the head of a phrase: before its first "of", "at", "in" or "for"."""
    index = subject.first
    while index < subject.last:
        if article.classes[index] == PREPOSITION and index > subject.first:
            return index
        index += 1
    return subject.last


def _author(article: Article, names: Names, subject: Subject, wording: str) -> Speaker | None:
    """Whose document it is: "a calculation by the Ecora Institute", "a United Nations bulletin"."""
    for mention in names.within(subject.first, subject.last):
        if mention.kind in ("state", "organisation") and mention.name != article.document.source:
            return Speaker(mention.name, mention.name, "organisation")
    return None


def _affiliation(article: Article, names: Names, places: Places, subject: Subject, kind: str) -> str | None:
    for mention in names.within(subject.first, subject.last):
        if mention.kind in ("state", "organisation"):
            return mention.name
    if kind == "state":
        return places.country
    return article.words(subject.first, subject.last) if kind == "organisation" else None


def _remember(memory: _Memory, article: Article, saying: Saying) -> None:
    speaker = saying.speaker
    if speaker is None:
        return
    if speaker.kind == "person":
        memory.person = speaker
    else:
        memory.organisation = speaker
        memory.by_noun.setdefault(article.lower[_head_end(article, saying.subject) - 1], speaker)


def _cover(article: Article, sayings: list[Saying], span: tuple[int, int]) -> None:
    """Lay out which tokens of the sentence each act covers."""
    for number, saying in enumerate(sayings):
        following = sayings[number + 1] if number + 1 < len(sayings) else None
        if saying.kind == "passive":
            saying.covers = [(_clause_start(article, saying.verb, span[0]), _next_cut(article, saying.verb, span[1]))]
        elif _is_trailing(article, saying, span):
            saying.covers = _trailing(article, sayings[:number], saying, span)
        else:
            end = _next_cut(article, saying.verb_end, span[1])
            if following is not None and _is_apart(article, following):
                end = min(end, following.subject.first)
            saying.covers = [(min(saying.subject.first, saying.verb), end)]


def _is_apart(article: Article, saying: Saying) -> bool:
    before = saying.subject.first - 1
    return before >= 0 and article.lower[before] in ("and", "but", ";", "while")


def _clause_start(article: Article, index: int, limit: int) -> int:
    while index > limit and article.lower[index - 1] not in _CUTS:
        index -= 1
    return index


def _next_cut(article: Article, index: int, limit: int) -> int:
    """Where a clause begins that no longer belongs to the act: "..., while the police", "; the union"."""
    while index < limit:
        if article.lower[index] in _CUTS and article.lower[index - 1] in (",", ";") or article.lower[index] == ";":
            return index
        index += 1
    return limit


def _is_trailing(article: Article, saying: Saying, span: tuple[int, int]) -> bool:
    """Whether the act follows what it covers: "..., the ministry said on Wednesday"."""
    first = min(saying.verb, saying.subject.first)
    if first == span[0]:
        return saying.kind == "according" and False
    before = article.classes[first - 1]
    if saying.kind == "according":
        return True
    if before not in (COMMA, QUOTE) and article.lower[first - 1] not in (",", "-"):
        return False
    return not _has_complement(article, saying, span)


def _has_complement(article: Article, saying: Saying, span: tuple[int, int]) -> bool:
    """Whether words that are said follow the verb before the next comma: a clause or a figure."""
    index = max(saying.verb_end, saying.subject.last if saying.subject.first >= saying.verb_end else 0)
    while index < span[1] and article.classes[index] not in (COMMA, STOP, QUOTE):
        if article.classes[index] in (SUBORDINATOR, AUXILIARY, VERB) or article.lower[index] == "that":
            return True
        if any(figure.first <= index < figure.last for figure in article.figures_of(index)):
            return True
        index += 1
    return index < span[1] and article.classes[index] == QUOTE


def _trailing(article: Article, earlier: list[Saying], saying: Saying, span: tuple[int, int]) -> list[tuple[int, int]]:
    first = min(saying.verb, saying.subject.first)
    start = span[0]
    for other in earlier:
        if other.covers and other.covers[-1][1] <= first:
            start = max(start, _clause_start(article, first, span[0]))
    covers = [(start, first)]
    after = _after_comma(article, max(saying.verb_end, saying.subject.last), span[1])
    if after < span[1] and article.lower[after] not in _ENDS_MEDIAL:
        covers.append((after, _next_cut(article, after, span[1])))
    return covers


def _after_comma(article: Article, index: int, limit: int) -> int:
    while index < limit and article.classes[index] not in (COMMA, STOP):
        index += 1
    return index + 1 if index < limit and article.classes[index] == COMMA else limit


def _speaker_of_quotation(article: Article, sayings: list[Saying], quotation: Quotation) -> Speaker | None:
    """The act in the quotation's own sentence, else the last one before it in the same or the previous paragraph."""
    start = article.sentence_of[quotation.first]
    end = article.sentence_of[quotation.last - 1]
    inside = [saying for saying in sayings if start <= article.sentence_of[saying.verb] <= end]
    before = [saying for saying in inside if saying.verb < quotation.first]
    after = [saying for saying in inside if saying.verb >= quotation.last]
    if before and not (after and article.classes[quotation.last] == COMMA):
        return before[-1].speaker
    if after:
        return after[0].speaker
    return _previous_speaker(article, sayings, quotation)


def _previous_speaker(article: Article, sayings: list[Saying], quotation: Quotation) -> Speaker | None:
    paragraph = article.sentence(quotation.first).paragraph
    for saying in reversed(sayings):
        if saying.verb < quotation.first:
            near = article.sentence(saying.verb).paragraph >= paragraph - 1
            return saying.speaker if near else None
    return None
