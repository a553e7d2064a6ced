"""Stances: what somebody denies, neither confirms nor denies, or maintains without a figure of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extraction.article import Article
from extraction.model import Polarity
from extraction.saying import Saying
from extraction.speaker_names import Speaker, speaker_of
from extraction.speakers import Speech
from extraction.subjects import subject_before
from extraction.word_classes import (
    ADVERB,
    AUXILIARY,
    COMMA,
    CONJUNCTION,
    GERUND,
    NAME,
    NOUN,
    PREPOSITION,
    QUOTE,
    STOP,
    VERB,
)

_POLARITIES: dict[str, Polarity] = {
    "denied": "denied",
    "denied_claim": "denied",
    "denied_name": "denied",
    "unconfirmed": "unconfirmed",
    "asserted": "asserted",
    "blamed": "asserted",
    "insisted": "asserted",
}
_OBJECT_REACH = 8
_SHORTEST_CLAUSE = 3
_TELLING_LETTERS = 4
"""Letters of a noun that can show two stances to speak of one thing."""
_DENIALS = 50
"""Denials of one article to which rejoinders are sought: more than any article has, few enough to compare all."""
_LONGEST = 40
"""Tokens that a stance may have; what goes on longer is cut at that length."""
_FULL = 10
"""Tokens of an object after which any preposition but "of" opens a circumstance."""
_CIRCUMSTANCES = frozenset(("amid", "despite", "without", "before", "after", "during", "following", "since", "while"))
_NEGATIONS = frozenset(("no", "not", "never", "nothing", "none", "n't", "nobody", "neither"))
_STEADFAST = frozenset(("repeat", "reiterate", "maintain", "insist"))
_VERBS_BEFORE = frozenset(("refrained", "declined", "refused", "would", "could", "unable", "either", "to", "from"))


class Stance(NamedTuple):
    """Tokens `[first, last)` that state it, where its object begins, who takes it, which way, and its clause's end."""

    first: int
    last: int
    object: int
    speaker: Speaker | None
    polarity: Polarity
    clause_last: int


def find_stances(article: Article, speech: Speech) -> list[Stance]:
    """Find the stances of an article, in order; questions, furniture and denied figures are left out."""
    found = [
        stance
        for sentence in article.sentences
        if not sentence.furniture
        for stance in _in_sentence(article, speech, sentence.first, sentence.last)
    ]
    found += _denials_in_quotes(article, speech, found)
    found += _rejoinders(article, speech, found)
    return sorted(found)


def _in_sentence(article: Article, speech: Speech, first: int, last: int) -> Iterator[Stance]:
    stances, passed = article.cues.stances, first
    for index in [index for index in range(first, last) if index in stances]:
        stance = _stance_at(article, speech, index, *stances[index], (first, last)) if index >= passed else None
        if stance is not None:
            yield stance
            passed = stance.last


def _stance_at(
    article: Article, speech: Speech, index: int, length: int, kind: str, span: tuple[int, int]
) -> Stance | None:
    if not _is_meant(article, index, length, kind, span[1]) or _is_question(article, index, span[1]):
        return None
    first = _verb_start(article, index, span[0])
    last = _end(article, index + length, span[1])
    if kind in ("denied_claim", "denied_name"):
        last = _after_name(article, index + length, last)
    if kind != "unconfirmed" and _has_figure(article, index + length, last):
        return None
    polarity = _POLARITIES[kind]
    if polarity == "asserted" and _only_judges(article, index + length, last):
        return None
    speaker = _who(article, speech, first, index, span[0])
    return Stance(first, _phrase_end(article, index + length, last), index + length, speaker, polarity, last)


def _only_judges(article: Article, first: int, last: int) -> bool:
    """Whether an accusation passes a judgement that nobody can count or check: "of stoking confrontation"."""
    nouns = article.vocabulary.stance_nouns
    judges = any(nouns.get(article.lower[index]) == "judgement" for index in range(first, last))
    return judges and not _names_measure(article, first, last)


def _names_measure(article: Article, first: int, last: int) -> bool:
    """Whether a noun of the table of measures stands among the words, generic ones left out."""
    for index in range(first, last):
        found = article.cues.measures.get(index)
        if found is not None and article.classes[index] == NOUN and found[1].name not in article.vocabulary.generic:
            return True
    return False


def _phrase_end(article: Article, first: int, last: int) -> int:
    """Where the phrase that states it ends and the circumstances begin: "opening the dam | without warning"."""
    for index in range(first + 1, last):
        if article.lower[index] in _CIRCUMSTANCES:
            return index
        if index - first >= _FULL and article.classes[index] == PREPOSITION and article.lower[index] != "of":
            return index
    return last


def _is_meant(article: Article, index: int, length: int, kind: str, limit: int) -> bool:
    """Whether the words are used in the sense of the table: a verb, with the object that its sense asks for."""
    if length == 1 and article.classes[index] not in (VERB, GERUND):
        return False
    nouns = article.vocabulary.stance_nouns
    ahead = range(index + length, min(limit, index + length + _OBJECT_REACH))
    if kind == "denied_claim":
        return any(nouns.get(article.lower[position]) in ("claim", "denial") for position in ahead)
    if kind == "denied_name":
        ahead = range(index + length, min(limit, index + length + 2 * _OBJECT_REACH))
        return any(nouns.get(article.lower[position]) == "denial" for position in ahead)
    if article.lower[index + length : index + length + 1] in (["of"], ["for"]) and _POLARITIES[kind] == "asserted":
        return False
    if kind == "blamed":
        return any(article.classes[position] == NAME for position in ahead)
    return True


def _is_question(article: Article, index: int, limit: int) -> bool:
    return any(article.lower[position] == "?" for position in range(index, limit))


def _has_figure(article: Article, first: int, last: int) -> bool:
    return any(first <= figure.first < last for figure in article.figures_of(first)) if first < last else False


def _verb_start(article: Article, index: int, limit: int) -> int:
    while index > limit:
        mark, word = article.classes[index - 1], article.lower[index - 1]
        if mark not in (AUXILIARY, ADVERB) and word not in _VERBS_BEFORE:
            break
        index -= 1
    return index


def _end(article: Article, index: int, limit: int) -> int:
    """The end of the phrase: its comma or full stop, or an "and" that opens another clause."""
    end = min(limit, index + _LONGEST)
    while index < end and article.classes[index] not in (STOP, COMMA):
        if article.classes[index] == CONJUNCTION and _opens_clause(article, index, end):
            break
        index += 1
    return index


def _after_name(article: Article, first: int, last: int) -> int:
    """The end of what a claim is called: just after the quotation mark that closes it ("dismissed it as "lies"")."""
    marks = [index for index in range(first, last) if article.classes[index] == QUOTE]
    return marks[1] + 1 if len(marks) > 1 else last


def _opens_clause(article: Article, index: int, limit: int) -> bool:
    following = article.classes[index + 1 : min(limit, index + 3)]
    if article.lower[index] != "and":
        return article.lower[index] == "but"
    return bool(following) and following[0] in (VERB, AUXILIARY)


def _who(article: Article, speech: Speech, first: int, index: int, limit: int) -> Speaker | None:
    """Take the subject of the stance's verb; a pronoun inside somebody's saying is that speaker."""
    inside = speech.speaker_at[index]
    if speech.quoted[index]:
        return inside
    subject = subject_before(article, first, limit)
    if subject is None:
        return inside
    pronoun = subject.last - subject.first == 1 and article.lower[subject.first] in ("it", "he", "she", "they")
    if pronoun and inside is not None:
        return inside
    return speaker_of(speech.cast, subject) or inside


def _denials_in_quotes(article: Article, speech: Speech, found: list[Stance]) -> list[Stance]:
    """Find "Nothing is being hidden" and "Not a cent left Vienna": quotations that open with a negation."""
    taken = {index for stance in found for index in range(stance.first, stance.last)}
    nouns = article.vocabulary.stance_nouns
    stances = []
    for quotation in speech.quotations:
        first, speaker = quotation.first, speech.speaker_at[quotation.first]
        opens = nouns.get(article.lower[first]) == "opening" or _is_not_so(article, first, quotation.last)
        last = _quoted_end(article, first, quotation.last)
        clause = any(article.classes[index] in (VERB, AUXILIARY) for index in range(first, last))
        if opens and clause and speaker is not None and first not in taken and not _has_figure(article, first, last):
            stances.append(Stance(first, last, first, speaker, "denied", last))
    return stances


def _is_not_so(article: Article, first: int, last: int) -> bool:
    """Whether a quotation opens with "That is (simply) not" or "It is not true", "We did not", "There is no"."""
    words = article.lower[first : min(last, first + 4)]
    if words[:1] not in (["that"], ["this"], ["it"], ["these"], ["we"], ["there"], ["i"]):
        return False
    past = any(word in ("did", "never", "was", "were", "has", "have", "had", "is") for word in words)
    return past and any(word in ("not", "no", "never", "n't") for word in words) and words[:2] != ["we", "are"]


def _quoted_end(article: Article, first: int, last: int) -> int:
    while first < last and article.classes[first] not in (STOP, COMMA):
        first += 1
    return first


def _rejoinders(article: Article, speech: Speech, found: list[Stance]) -> list[Stance]:
    """Find the other side of a denial: what somebody else says, without a figure, next to it or of the same things."""
    denials = [stance for stance in found if stance.polarity in ("denied", "unconfirmed")][:_DENIALS]
    taken = {index for stance in found for index in range(stance.first, stance.last)}
    stances = []
    for saying in speech.sayings:
        stance = _as_stance(article, speech, saying)
        if stance is None or taken.intersection(range(stance.first, stance.last)):
            continue
        verb = article.vocabulary.verbs.get(article.lower[saying.verb])
        steadfast = stance.polarity == "denied" and verb is not None and verb.lemma in _STEADFAST
        if steadfast or any(_answers(article, stance, denial) for denial in denials):
            stances.append(stance)
    return stances


def _as_stance(article: Article, speech: Speech, saying: Saying) -> Stance | None:
    """Read a leading act of saying, without figures, as a stance: denied where its clause is negated."""
    sentence = article.sentence(saying.verb)
    if saying.kind not in ("say", "clause") or saying.subject.first > saying.verb or sentence.furniture:
        return None
    first = saying.verb_end
    last = _end(article, first, sentence.last)
    if last - first < _SHORTEST_CLAUSE or speech.quoted[min(last, len(speech.quoted)) - 1]:
        return None
    if _is_question(article, saying.verb, sentence.last) or _has_figure(article, first, last):
        return None
    clause = article.lower[first] == "that" or any(
        article.classes[index] in (VERB, AUXILIARY) for index in range(first, last)
    )
    if not clause or _looks_ahead(article, first, last):
        return None
    negated = any(article.lower[index] in _NEGATIONS for index in range(first, last))
    end = _phrase_end(article, first, last)
    return Stance(saying.verb, end, first, saying.speaker, "denied" if negated else "asserted", last)


def _looks_ahead(article: Article, first: int, last: int) -> bool:
    """Whether a clause tells of what may come, not of what is: "said help could be flown in by Thursday"."""
    for index in range(first, last):
        found = article.cues.moods.get(index)
        if found is not None and found[1] in ("expected", "possible"):
            return True
        if article.classes[index] == VERB:
            return False
    return False


def _answers(article: Article, stance: Stance, denial: Stance) -> bool:
    """Whether a stance by another speaker stands next to a denial, or shares a thing with it."""
    if stance.speaker is None or (denial.speaker is not None and stance.speaker.name == denial.speaker.name):
        return False
    apart = abs(article.sentence_of[stance.first] - article.sentence_of[denial.first])
    if apart <= 1:
        return True
    return bool(_things_in(article, stance) & _things_in(article, denial))


def _things_in(article: Article, stance: Stance) -> set[str]:
    claims = article.vocabulary.stance_nouns
    return {
        article.lower[index].rstrip("s")
        for index in range(stance.object, stance.clause_last)
        if article.classes[index] == NOUN
        and article.lower[index] not in claims
        and len(article.lower[index]) >= _TELLING_LETTERS
    }
