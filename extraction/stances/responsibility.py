"""Who did it: "claimed responsibility for", "said X was behind", "blamed X for", and who denies it, as one thing."""

from __future__ import annotations

from typing import Final, NamedTuple

from extraction.speech.said_clauses import BE, is_negation, negates, past_opening
from extraction.speech.speaker_names import speaker_of
from extraction.speech.speakers import Speech
from extraction.stances.admissions import before_figure
from extraction.stances.stance import Stance
from extraction.things.thing import Thing
from extraction.words.article import Article
from extraction.words.subjects import Subject, subject_before
from extraction.words.word_classes import (
    ADJECTIVE,
    ADVERB,
    AUXILIARY,
    COMMA,
    DATE,
    GERUND,
    NAME,
    NOUN,
    NUMBER,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    STOP,
    SUBORDINATOR,
    VERB,
)

MEASURE: Final = "responsibility"
_PREDICATE: Final = "responsible"
_DEEDS: Final = frozenset(("charge", "deed"))
_DEED_REACH: Final = 8
"""Tokens behind "responsible for" among which the deed stands."""
_POINTING: Final = frozenset(("this", "that", "these"))
"""Words for a deed told before; "behind it" and "behind them" may as well say that it is over."""
_RELATIVE: Final = frozenset(("who", "whoever", "which", "that", "what", "those", "anyone", "nobody", "no"))
"""Words before "was behind it" by which the clause names nobody: "to find out who was behind it"."""
_SELF: Final = frozenset(("it", "they", "we", "i", "its", "his", "her", "their", "our", "my"))


class Charge(NamedTuple):
    """Where the words stand that hold somebody responsible, where the deed's noun ends, and whether they deny it."""

    cue: int
    end: int
    is_denied: bool


def charge_in(article: Article, first: int, last: int) -> Charge | None:
    """Find in a clause who was responsible for a deed: "the rebels had carried out the attack"."""
    cues = article.cues.stances
    for index in [index for index in range(first, last) if index in cues]:
        length, kind = cues[index]
        if kind == "responsible" and _is_told(article, index, first):
            end = deed_end(article, index + length, last)
            start = article.verb_start(index, first)
            words = article.lower[start:index]
            return Charge(index, end, negates(words)) if end else None
        if kind == "committed" and _is_done_by(article, first, index):
            return Charge(index, last, is_denied=negates(article.lower[first:index]))
    return None


def disowns(article: Article, first: int, last: int) -> bool:
    """Whether those who speak say that it was not they who did it: "it wasn't us", "it was not his men", "Not us"."""
    start = past_opening(article, first, last)
    at = start + (article.lower[start] in _POINTING | {"it"})
    verb = at
    while at < last and (article.classes[at] in (AUXILIARY, ADVERB) or _is_linked_not(article.lower[at])):
        at += 1
    words = article.lower[verb:at]
    linked = at > verb > start and any(word.removesuffix("n't") in BE for word in words)
    alone = verb == start and words == ["not"]
    return negates(words) and (linked or alone) and _is_of_speaker(article, at, last)


def _is_linked_not(word: str) -> bool:
    return is_negation(word) or word.removesuffix("n't") in BE


def _is_of_speaker(article: Article, index: int, last: int) -> bool:
    """Whether words name those who speak, or their people and arms: "us", "our drones"; not "our fault"."""
    noun, described = index + 1, (ADJECTIVE, NOUN)
    owned = index < last and article.lower[index] in _SELF
    while owned and noun + 1 < last and article.classes[noun + 1] == NOUN and article.classes[noun] in described:
        noun += 1
    if owned and noun < last and article.classes[noun] == NOUN:
        word, words = article.lower[noun], article.thing_words
        return word in article.vocabulary.speaker_nouns or word in words.any_noun or word in words.does_deed
    ends = index < last and (noun >= last or article.classes[noun] not in (NOUN, ADJECTIVE))
    return ends and article.lower[index] in _SPEAKERS


_SPEAKERS: Final = frozenset(("me", "us", "them", "him", "her"))
_BLAME_WITHIN: Final = 6
"""Sentences before "it wasn't us" in which the deed must have come up."""


def _is_of_told_deed(article: Article, index: int) -> bool:
    """Whether a deed, or who is blamed for one, is told in a sentence or in one of those before it."""
    own = article.sentence_of[index]
    first = article.sentences[max(0, own - _BLAME_WITHIN)].first
    cues = (article.cues.stances.get(place, (0, ""))[1] for place in range(first, index))
    told = any(_is_deed(article, place) for place in range(first, article.sentences[own].last))
    return told or not _CULPRITS.keys().isdisjoint(cues)


def _is_done_by(article: Article, first: int, by: int) -> bool:
    """Whether a deed "was committed by" somebody, or "was an act committed by" him; not "crimes committed by"."""
    linked = not BE.isdisjoint(article.lower[first:by])
    return linked and any(_is_deed(article, place) for place in range(first, by))


def deed_end(article: Article, first: int, last: int) -> int:
    """Where the noun of a deed ends that begins within a few tokens; 0 where none does."""
    if article.lower[first] in _POINTING and (first + 1 >= last or article.classes[first + 1] not in (NOUN, NAME)):
        return first + 1
    for index in range(first, min(last, first + _DEED_REACH)):
        if _is_deed(article, index) and article.classes[index + 1] not in (NOUN, NAME):
            return index + 1  # and not "fire safety"
        if article.classes[index] in _ENDS_OBJECT and article.lower[index] != "of":
            return 0
    return 0


_ENDS_OBJECT: Final = frozenset((PREPOSITION, SUBORDINATOR, VERB, AUXILIARY, COMMA, STOP))


def object_end(article: Article, first: int, last: int) -> int:
    """Where the deed ends and what came of it begins: "for the raid | that hurt 9 people"."""
    behind = (index for index in range(first, last) if article.classes[index] == SUBORDINATOR)
    return before_figure(article, first, next(behind, last))


def is_taken(article: Article, index: int, length: int, limit: int) -> bool:
    """Whether somebody has taken a deed upon himself: not "would take responsibility", nor for a child."""
    words = article.lower[article.verb_start(index, article.sentence(index).first) : index]
    base = article.vocabulary.verbs[article.lower[index]].form == "base"
    if negates(words) or base or not article.mood_words.modal.isdisjoint(words):
        return False
    first = index + length + (article.lower[index + length] == "for")
    ends = article.classes[index + length] in (STOP, COMMA, QUOTE, ADVERB)
    ends = ends or article.lower[first] == "it" or "blame" in article.lower[index : index + length]
    return ends or article.lemma(index) == "claim" or deed_end(article, first, limit) > 0


def held_for(article: Article, index: int, limit: int) -> int | None:
    """Where "responsible for" a deed stands behind a form of "hold": "holds the state responsible for the fire"."""
    for cue in range(index + 1, min(limit, index + _DEED_REACH)):
        length, kind = article.cues.stances.get(cue, (0, ""))
        if kind == "responsible":
            return cue if deed_end(article, cue + length, limit) else None
        if article.classes[cue] in (STOP, COMMA, VERB, AUXILIARY):
            return None
    return None


def responsibility_of(speech: Speech, stance: Stance) -> Thing | None:
    """Give the thing `responsibility` with who is held responsible, where a stance is about that; else None."""
    article, last = speech.cast.article, max(stance.last, stance.object)
    if disowns(article, stance.object, last) and _is_of_told_deed(article, stance.first):
        return Thing(MEASURE, None, _PREDICATE, _own(speech, stance, stance.object, 0))
    for index in range(stance.first, last):
        length, kind = article.cues.stances.get(index, (0, ""))
        finder = _CULPRITS.get(kind)
        if finder is None or not (kind in _ALWAYS or _is_of_deed(article, stance, index, kind)):
            continue
        return Thing(MEASURE, None, _PREDICATE, finder(speech, stance, index, length))
    return None


def _is_of_deed(article: Article, stance: Stance, index: int, kind: str) -> bool:
    if kind == "committed":
        return _is_done_by(article, stance.object, index)
    first, last = index + article.cues.stances[index][0], max(stance.last, stance.clause_last)
    if kind == "blamed":
        return names_culprit(article, first, last) and any(_is_deed(article, place) for place in range(first, last))
    return first < last and deed_end(article, first, last) > 0


_ALWAYS: Final = frozenset(("taken", "held"))


def names_culprit(article: Article, first: int, limit: int) -> bool:
    """Whether somebody is blamed, and not something: "blamed the rebels for ...", "blamed the blast on the rebels"."""
    for index in range(first, limit):
        opens = article.classes[index] in (PREPOSITION, SUBORDINATOR) and article.lower[index] != "on"
        if opens or article.classes[index] in (STOP, COMMA, VERB):
            return False
        if article.classes[index] == NAME or article.lower[index] in article.vocabulary.speaker_nouns:
            return True
    return False


def _own(speech: Speech, stance: Stance, index: int, length: int) -> str | None:
    """Who takes it upon himself: the one who speaks."""
    return stance.speaker.name if stance.speaker is not None else None


def _subject(speech: Speech, stance: Stance, index: int, length: int) -> str | None:
    """The subject of the clause: "said the rebels were behind it"; a pronoun, or none, is the one who speaks."""
    article = speech.cast.article
    spoken = range(stance.object, index + 1)
    verb = next((place for place in spoken if article.classes[place] in (VERB, AUXILIARY, GERUND)), stance.object)
    if verb == stance.object:
        return _own(speech, stance, index, length)
    subject = subject_before(article, verb, stance.object)
    return _name(speech, stance, subject.first, subject.last) if subject is not None else None


def _by(speech: Speech, stance: Stance, index: int, length: int) -> str | None:
    """Who stands behind "committed by"."""
    return _name(speech, stance, index + length, _name_end(speech.cast.article, index + length, stance.clause_last))


def _blamed(speech: Speech, stance: Stance, index: int, length: int) -> str | None:
    """Whom somebody blames: "blamed the rebels for the blast", "blamed the blast on the rebels"."""
    article = speech.cast.article
    first, last = index + length, stance.clause_last
    on = next((place for place in range(first, last) if article.lower[place] in ("on", "for")), last)
    first = on + 1 if article.lower[on : on + 1] == ["on"] else first
    return _name(speech, stance, first, _name_end(article, first, last))


def _held(speech: Speech, stance: Stance, index: int, length: int) -> str | None:
    """Whom somebody holds responsible."""
    cue = held_for(speech.cast.article, index, stance.clause_last)
    return _name(speech, stance, index + length, cue) if cue is not None else None


_CULPRITS: Final = {
    "taken": _own,
    "held": _held,
    "part": _subject,
    "responsible": _subject,
    "committed": _by,
    "blamed": _blamed,
}


def _name_end(article: Article, first: int, last: int) -> int:
    ends = (COMMA, STOP, PREPOSITION, SUBORDINATOR, VERB, AUXILIARY, ADVERB)
    return next((place for place in range(first, last) if article.classes[place] in ends), last)


def _name(speech: Speech, stance: Stance, first: int, last: int) -> str | None:
    """Name the one of whom the tokens `[first, last)` speak: a known actor, else as a speaker is named."""
    article = speech.cast.article
    if first >= last:
        return None
    if article.lower[first] in _SELF:
        return _own(speech, stance, first, 0)
    known = next(
        (article.cues.actors[place][1].name for place in range(first, last) if place in article.cues.actors), None
    )
    found = speaker_of(speech.cast, Subject(first, last)) if known is None else None
    named = article.words(first, last) if article.classes[first] == NAME else None
    return found.name if found is not None else known or named


def _is_deed(article: Article, index: int) -> bool:
    return (
        article.classes[index] in (NOUN, GERUND)
        and article.vocabulary.stances.nouns.get(article.lower[index]) in _DEEDS
    )


def _is_told(article: Article, index: int, limit: int) -> bool:
    """Whether somebody did it: "was behind", "had carried out"; not "those behind", "to carry out"."""
    start = article.verb_start(index, limit)
    if start <= limit or article.lower[start - 1] in _RELATIVE or article.classes[start - 1] not in _MAY_DO:
        return False
    form = article.vocabulary.verbs.get(article.lower[index]) if article.classes[index] == VERB else None
    if form is not None:
        return form.form in ("past", "participle") or negates(article.lower[start:index])
    return any(word.removesuffix("n't") in BE for word in article.lower[start:index])


_MAY_DO: Final = frozenset((NOUN, NAME, PRONOUN, DATE, NUMBER, COMMA))
"""Classes of the last word of a subject; others leave a participle without one: "fight organised crime"."""
