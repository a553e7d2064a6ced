"""Who says what: each act of saying, its speaker, and the words that it covers.

A token is credited to the innermost act that covers it; words between quotation marks go to the act that the
quotation hangs on; what no act covers is the publisher's own voice.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from extraction.article import Article
from extraction.names import Names
from extraction.places import Places
from extraction.quotations import Quotation
from extraction.speaker_names import Cast, Memory, Speaker, speaker_of
from extraction.subjects import Subject, subject_after, subject_before
from extraction.word_classes import (
    ADVERB,
    AUXILIARY,
    COMMA,
    GERUND,
    NAME,
    QUOTE,
    STOP,
    SUBORDINATOR,
    VERB,
)

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "'s"])
_CUTS = frozenset(("while", "whereas", "but", ";", "although", "though"))
_ENDS_MEDIAL = frozenset(
    ["as", "after", "before", "while", "when", "where", "although", "though", "which", "who", "two", "three", "adding"]
)
_INVERTED = frozenset(
    [
        "said",
        "says",
        "added",
        "wrote",
        "claimed",
        "explained",
        "noted",
        "insisted",
        "warned",
        "argued",
        "recalled",
        "announced",
    ]
)


@dataclass(slots=True)
class Saying:
    """One act of saying: its verb's tokens, the speaker (None: the publisher), and the tokens it covers."""

    verb: int
    verb_end: int
    kind: str
    speaker: Speaker | None
    subject: Subject
    covers: list[tuple[int, int]] = field(default_factory=list)

    @property
    def first(self) -> int:
        """The first token of the act: its subject or its verb."""
        return min(self.verb, self.subject.first)

    @property
    def last(self) -> int:
        """Just after the act's last token."""
        return max(self.verb_end, self.subject.last, self.subject.apposition_last)


class Speech(NamedTuple):
    """The acts of saying of an article, for each token who says it, and all who may speak."""

    sayings: list[Saying]
    speaker_at: list[Speaker | None]
    quoted: list[bool]
    quotations: list[Quotation]
    cast: Cast


def find_speech(article: Article, names: Names, places: Places, quotations: list[Quotation]) -> Speech:
    """Find who says what in an article."""
    cast = Cast(article, names, places, Memory())
    quoted = _quoted(article, quotations)
    sayings: list[Saying] = []
    speaker_at: list[Speaker | None] = [None] * len(article.tokens)
    for sentence in article.sentences:
        span = (sentence.first, sentence.last)
        found = _sayings_in(cast, quoted, span)
        _cover(article, found, span)
        _credit(found, speaker_at)
        if not found and sayings:
            _continue(article, cast, sayings[-1], span, speaker_at)
        sayings.extend(found)
    _name_the_unnamed(article, names, sayings, speaker_at)
    verbs = [saying.verb for saying in sayings]
    for quotation in quotations:
        speaker = _speaker_of_quotation(article, sayings, verbs, quotation)
        speaker_at[quotation.first : quotation.last] = [speaker] * (quotation.last - quotation.first)
    return Speech(sayings, speaker_at, quoted, quotations, cast)


_GIVEN_WITHIN = 9
_GOES_ON_WITHIN = 2
"""Sentences after somebody's words that may still be his where they begin with "he" or "she"."""


def _name_the_unnamed(article: Article, names: Names, sayings: list[Saying], speaker_at: list[Speaker | None]) -> None:
    """Give "a Defence Ministry spokeswoman" of the lead the name that the next sentences introduce."""
    named: dict[str, Speaker] = {}
    for number, saying in enumerate(sayings):
        role = saying.speaker
        if role is None or (role.kind == "person" and " " not in role.name) or not _is_one_office(article, saying):
            continue
        for later in sayings[number + 1 :]:
            if article.sentence_of[later.verb] - article.sentence_of[saying.verb] > _INTRODUCED_WITHIN:
                break
            if later.speaker is not None and _is_introduced(names, later):
                speaker = later.speaker._replace(affiliation=role.affiliation or later.speaker.affiliation)
                named |= {role.name: speaker, speaker.name: speaker}
                break
    if named:
        _rename(sayings, speaker_at, named)


_INTRODUCED_WITHIN = 2
"""Sentences after an unnamed official within which the name follows, as agencies write their leads."""


def _is_one_office(article: Article, saying: Saying) -> bool:
    """Whether a speaker is one person by office and without a name: "its chief executive"."""
    first, last = saying.subject.first, saying.subject.last
    single = article.lower[first] in ("a", "an", "its", "the") and not article.persons_at.intersection(
        range(first, last)
    )
    words = article.lower[first:last]
    return single and words[-1] in _OFFICES and saying.subject.apposition_last == 0


_OFFICES = frozenset(
    [
        "spokeswoman",
        "spokesman",
        "spokesperson",
        "executive",
        "minister",
        "director",
        "governor",
        "mayor",
        "president",
        "chief",
    ]
)


def _is_introduced(names: Names, saying: Saying) -> bool:
    """Whether a person speaks here for the first time, under a bare name."""
    speaker = saying.speaker
    if speaker is None or speaker.kind != "person":
        return False
    person = names.persons.get(speaker.name.lower())
    return (
        person is not None
        and person.affiliation is None
        and not person.official
        and person.met_at == saying.subject.first
    )


def _rename(sayings: list[Saying], speaker_at: list[Speaker | None], named: dict[str, Speaker]) -> None:
    for saying in sayings:
        if saying.speaker is not None and saying.speaker.name in named:
            saying.speaker = named[saying.speaker.name]._replace(through=saying.speaker.through)
    for index, speaker in enumerate(speaker_at):
        if speaker is not None and speaker.name in named:
            speaker_at[index] = named[speaker.name]


def _continue(
    article: Article, cast: Cast, last: Saying, span: tuple[int, int], speaker_at: list[Speaker | None]
) -> None:
    """Let a person who has just spoken go on: "He has 610 people under him" right after his words."""
    near = article.sentence_of[span[0]] - article.sentence_of[last.verb] <= _GOES_ON_WITHIN
    same_paragraph = article.sentence(span[0]).paragraph == article.sentence(last.verb).paragraph
    same_person = last.speaker is not None and last.speaker.kind == "person" and article.lower[span[0]] in ("he", "she")
    if near and same_paragraph and same_person:
        speaker_at[span[0] : span[1]] = [last.speaker] * (span[1] - span[0])


def _quoted(article: Article, quotations: list[Quotation]) -> list[bool]:
    quoted = [False] * len(article.tokens)
    for first, last in quotations:
        quoted[first:last] = [True] * (last - first)
    return quoted


def _credit(sayings: list[Saying], speaker_at: list[Speaker | None]) -> None:
    """Credit the tokens of a sentence: the outer acts first, so that an inner one has the last word."""
    for saying in sorted(sayings, key=lambda saying: sum(first - last for first, last in saying.covers)):
        for first, last in saying.covers:
            for index in range(first, last):
                if not speaks_for_the_same(speaker_at[index], saying.speaker):
                    speaker_at[index] = saying.speaker


def speaks_for_the_same(outer: Speaker | None, inner: Speaker | None) -> bool:
    """Say whether the inner speaker is only the body that the outer one speaks for: his state, his ministry."""
    return (
        outer is not None
        and inner is not None
        and inner.kind != "person"
        and outer.affiliation is not None
        and inner.affiliation == outer.affiliation
    )


def _sayings_in(cast: Cast, quoted: list[bool], span: tuple[int, int]) -> list[Saying]:
    found: list[Saying] = []
    lower, speech, passed = cast.article.lower, cast.article.cues.speech, span[0]
    for index in [index for index in range(*span) if index in speech or lower[index] == "according"]:
        saying = _saying_at(cast, index, span, found) if index >= passed and not quoted[index] else None
        if saying is not None:
            found.append(saying)
            if saying.speaker is not None and saying.subject.last > saying.subject.first:
                cast.memory.remember(cast.article, saying.subject, saying.speaker)
            passed = saying.verb_end
    return found


def _saying_at(cast: Cast, index: int, span: tuple[int, int], earlier: list[Saying]) -> Saying | None:
    article = cast.article
    if article.lower[index] == "according" and article.lower[index + 1 : index + 2] == ["to"]:
        subject = subject_after(article, index + 2, span[1])
        if subject is None:
            return None
        return Saying(index, subject.last, "according", speaker_of(cast, subject), subject)
    if article.classes[index] not in (VERB, GERUND):
        return None
    match = article.cues.speech.get(index)
    if match is not None and match[1] == "give" and not _gives_figure(article, index + 1):
        return None
    if match is None or (match[1] == "clause" and not _opens_clause(article, index + match[0], span[1])):
        return None
    if earlier and article.classes[index] == GERUND and article.classes[index - 1] == COMMA and match[1] != "count":
        return Saying(index, index + match[0], match[1], earlier[-1].speaker, Subject(index, index))
    if _is_passive(article, index, span[0]):
        return _passive(cast, index, span)
    return _active(cast, index, match[0], match[1], span)


def _gives_figure(article: Article, index: int) -> bool:
    """Whether "gave" is followed by somebody's share or a bare number, not by what is handed out."""
    if index >= len(article.tokens):
        return False
    if article.classes[index] == NAME or article.tokens[index].kind == "number":
        return True
    stated = {figure.first for figure in article.figures_of(index)}
    ahead = range(index, min(index + _GIVEN_WITHIN, len(article.tokens)))
    return any(article.lower[position] == "as" and position + 1 in stated for position in ahead)


def _opens_clause(article: Article, index: int, limit: int) -> bool:
    """Whether what follows a verb that has other uses ("add", "note") is said: "that", a quotation, or nothing."""
    if index >= limit or article.lower[index] == "that":
        return True
    return article.classes[index] in (QUOTE, STOP) or article.tokens[index].text in (",", ":")


def _active(cast: Cast, index: int, length: int, kind: str, span: tuple[int, int]) -> Saying | None:
    """Read the subject before the verb or, where that is nobody, after an inverted one."""
    article = cast.article
    absolute = article.classes[index] == GERUND and article.classes[index - 1] == COMMA
    if absolute and kind == "count":
        return None
    subject = _main_subject(article, index, span) if absolute else subject_before(article, index, span[0])
    speaker = speaker_of(cast, subject) if subject is not None else None
    if subject is not None and speaker is not None:
        return Saying(index, index + length, kind, speaker, subject)
    if article.lower[index] in _INVERTED:
        subject = subject_after(article, index + length, span[1])
        speaker = speaker_of(cast, subject) if subject is not None else None
        if subject is not None and speaker is not None:
            return Saying(index, index + length, kind, speaker, subject)
    return None


def _main_subject(article: Article, index: int, span: tuple[int, int]) -> Subject | None:
    """Find whose telling it is in "Arrieta gave a count, telling reporters ...": the subject of the first verb."""
    for verb in range(span[0], index):
        if article.classes[verb] == VERB:
            return subject_before(article, verb, span[0])
    return None


def _is_passive(article: Article, index: int, limit: int) -> bool:
    position = index - 1
    while position > limit and article.classes[position] == ADVERB:
        position -= 1
    return position >= limit and article.lower[position] in _BE and article.classes[index] == VERB


def _passive(cast: Cast, index: int, span: tuple[int, int]) -> Saying | None:
    """Read "was quoted by R as saying" (the speaker is the subject); other passives credit single figures."""
    article = cast.article
    if article.lower[index] not in ("quoted", "cited", "reported"):
        return None
    saying = next((i for i in range(index + 1, span[1]) if article.lower[i] == "saying"), None)
    subject = subject_before(article, index, span[0])
    speaker = speaker_of(cast, subject) if subject is not None and saying is not None else None
    if subject is None or speaker is None or saying is None:
        return None
    by = subject_after(article, index + 2, span[1]) if article.lower[index + 1] == "by" else None
    chain = (article.words(by.first, by.last),) if by else ()
    return Saying(index, saying + 1, "say", speaker._replace(through=chain), subject)


def _cover(article: Article, sayings: list[Saying], span: tuple[int, int]) -> None:
    """Lay out which tokens of the sentence each act covers."""
    ended = span[0]
    for number, saying in enumerate(sayings):
        if _is_trailing(article, saying, span):
            saying.covers = _trailing(article, ended, saying, span)
            ended = saying.last
        else:
            end = _next_cut(article, saying.verb_end, span[1])
            if _is_in_relative(article, saying, span[0]):
                end = min(end, _after_comma(article, saying.verb_end, span[1]))
            for following in sayings[number + 1 :]:
                if _is_apart(article, following):
                    end = min(end, following.subject.first)
            saying.covers = [(_cover_start(article, saying, span[0]), max(end, saying.verb_end))]


def _cover_start(article: Article, saying: Saying, limit: int) -> int:
    """Where a leading act begins to cover: at an opening "With 62 percent counted", behind ", who had 12 doctors,"."""
    if article.lower[limit] == "with" and saying.first > limit:
        return limit
    described = article.lower[saying.subject.last : saying.subject.last + 2]
    return saying.verb if described in ([",", "who"], [",", "which"], [",", "whose"]) else saying.first


def _is_in_relative(article: Article, saying: Saying, limit: int) -> bool:
    """Whether the act stands in an aside: "the deal, for which it announced a price of $4 billion, will ..."."""
    opening = saying.first - 1
    return opening > limit and article.lower[opening] == "which" and COMMA in article.classes[opening - 2 : opening]


def _is_apart(article: Article, saying: Saying) -> bool:
    before = saying.subject.first - 1
    return before >= 0 and article.lower[before] in ("and", "but", ";", "while")


def _next_cut(article: Article, index: int, limit: int) -> int:
    """Where a clause begins that no longer belongs to the act: "..., while the police", "; the union"."""
    while index < limit:
        word = article.lower[index]
        if word == ";" and not _goes_on(article, index + 1, limit):
            return index
        if word != ";" and word in _CUTS and article.lower[index - 1] in (",", ";"):
            return index
        aside = word == "which" and article.lower[index - 1] == ","
        if aside and index + 1 < limit and article.classes[index + 1] == AUXILIARY:
            return index
        index += 1
    return limit


def _goes_on(article: Article, first: int, limit: int) -> bool:
    """Whether what follows a semicolon has no verb of its own: "in Košice 20,000; in Prešov fewer than 5,000"."""
    return not any(article.classes[index] in (VERB, AUXILIARY) for index in range(first, limit))


def _is_trailing(article: Article, saying: Saying, span: tuple[int, int]) -> bool:
    """Whether the act follows what it covers: "..., the ministry said on Wednesday"."""
    if saying.first == span[0]:
        return False
    if saying.kind == "according":
        return True
    if article.classes[saying.first - 1] not in (COMMA, QUOTE):
        return False
    return not _has_complement(article, saying, span)


def _has_complement(article: Article, saying: Saying, span: tuple[int, int]) -> bool:
    """Whether words that are said follow the verb before the next comma: a clause or a figure."""
    index = saying.last
    while index < span[1] and article.classes[index] not in (COMMA, STOP, QUOTE):
        passed_on = article.lower[index + 1 : index + 2] == ["by"]
        if article.classes[index] in (SUBORDINATOR, AUXILIARY, VERB) and not passed_on:
            return True
        if any(figure.first <= index < figure.last for figure in article.figures_of(index)):
            return True
        index += 1
    return index < span[1] and article.classes[index] == QUOTE


def _trailing(article: Article, ended: int, saying: Saying, span: tuple[int, int]) -> list[tuple[int, int]]:
    """Cover what stands before the act, back to the one before it, and what goes on after its comma."""
    start = max(ended, _clause_start(article, saying.first, span[0]))
    covers = [(min(start, saying.first), saying.last)]
    after = _after_comma(article, saying.last, span[1])
    if after < span[1] and article.lower[after] not in _ENDS_MEDIAL:
        covers.append((after, _next_cut(article, after, span[1])))
    return covers


def _clause_start(article: Article, index: int, limit: int) -> int:
    while index > limit and article.lower[index - 1] not in ("while", "whereas"):
        index -= 1
    return index


def _after_comma(article: Article, index: int, limit: int) -> int:
    while index < limit and article.classes[index] not in (COMMA, STOP):
        index += 1
    return index + 1 if index < limit and article.classes[index] == COMMA else limit


def _speaker_of_quotation(
    article: Article, sayings: list[Saying], verbs: list[int], quotation: Quotation
) -> Speaker | None:
    """Take the act in the quotation's own sentences, else the last one before it in this or the previous paragraph.

    `verbs` are the tokens of the sayings' verbs, in order.
    """
    start = article.sentence(quotation.first).first
    end = article.sentence(min(quotation.last, len(article.tokens) - 1)).last
    inside = sayings[bisect_left(verbs, start) : bisect_left(verbs, end)]
    before = [saying for saying in inside if saying.verb < quotation.first]
    after = [saying for saying in inside if saying.verb >= quotation.last]
    if before and not (after and after[0].first <= quotation.last + 1):
        return before[-1].speaker
    if after:
        return after[0].speaker
    number = bisect_left(verbs, quotation.first) - 1
    if number < 0:
        return None
    last = sayings[number]
    near = article.sentence(last.verb).paragraph >= article.sentence(quotation.first).paragraph - 1
    return last.speaker if near else None
