"""Acts of saying: each verb or phrase by which somebody is quoted, and who that is."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from extraction.speech.cast import OWNED, Cast, head_end
from extraction.speech.chains import pass_on
from extraction.speech.gapped_credits import gapped_clause
from extraction.speech.said_clauses import BE
from extraction.speech.said_in_passing import said_in_passing
from extraction.speech.saying import Saying
from extraction.speech.saying_cues import cue_at, says_by_form
from extraction.speech.speaker_names import speaker_of
from extraction.speech.tellers import told_actively
from extraction.speech.verbless_credits import OPENERS, source_phrase, verbless_credit
from extraction.words.article import Article
from extraction.words.subjects import Subject, subject_after, subject_before
from extraction.words.word_classes import ADVERB, COMMA, GERUND, VERB, is_plural


def sayings_in(cast: Cast, quoted: list[bool], span: tuple[int, int]) -> list[Saying]:
    """Find the acts of saying of a sentence, in order; whoever speaks is remembered for the words that follow."""
    found: list[Saying] = []
    passed = span[0]
    for index in _openings(cast.article, *span):
        saying = _saying_at(cast, index, span, found) if index >= passed and not quoted[index] else None
        if saying is not None:
            found.append(saying)
            if saying.speaker is not None and saying.subject.last > saying.subject.first:
                cast.memory.remember(cast.article, saying.subject, saying.speaker)
            passed = saying.verb_end
    pass_on(cast, found, span)
    return found


def _openings(article: Article, first: int, last: int) -> list[int]:
    """The tokens `[first, last)` at which somebody may be credited with something."""
    wordings, verbs, classes = article.cues.speech, article.vocabulary.may_say, article.classes
    return [
        index
        for index, word in enumerate(article.lower[first:last], first)
        if index in wordings
        or word in verbs
        or word in OPENERS
        or word == "that"
        or (classes[index] == VERB and says_by_form(article, index, last))
    ]


def _saying_at(cast: Cast, index: int, span: tuple[int, int], earlier: list[Saying]) -> Saying | None:
    """Read the act of saying whose word stands at `index`; `earlier` are those before it in its sentence."""
    article = cast.article
    if article.lower[index] == "that":
        return gapped_clause(cast, index, earlier)
    if article.lower[index] in OPENERS:
        return verbless_credit(cast, index, span)
    attributed = article.cues.speech.get(index)
    if attributed is not None and attributed[1] == "according":
        return source_phrase(cast, index, attributed[0], span)
    match = cue_at(article, index, span[1])
    if match is None:
        return None
    length, kind = match
    if earlier and article.classes[index] == GERUND and article.classes[index - 1] == COMMA and kind != "count":
        return Saying(index, index + length, kind, earlier[-1].speaker, Subject(index, index))
    if kind == "from":
        return _heard_from(cast, index, length, span)
    if _is_passive(article, index, span[0]):
        return _passive(cast, index, span)
    active = told_actively(cast, index, length, kind, span)
    own = _in_own_words(article, active, earlier) or _of_publisher(article, index, length, kind, span, earlier)
    return own or said_in_passing(cast, (index, index + length, kind), span)


def _of_publisher(
    article: Article, index: int, length: int, kind: str, span: tuple[int, int], earlier: list[Saying]
) -> Saying | None:
    """Take "our own doctors counted 23" back from who spoke before in the sentence: the publisher's they are."""
    subject = subject_before(article, index, span[0]) if earlier and earlier[0].kind != "caption" else None
    own = subject is not None and article.lower[subject.first] in ("our", "we") and _is_apart(article, subject)
    return Saying(index, index + length, kind, None, subject) if own and subject is not None else None


def _is_apart(article: Article, subject: Subject) -> bool:
    """Whether a new main clause begins with a subject."""
    return article.lower[subject.first - 1] in (";", "but", "while", "whereas")


def _heard_from(cast: Cast, index: int, length: int, span: tuple[int, int]) -> Saying | None:
    """Read "we're hearing from the union that 340 are off sick"."""
    source = subject_after(cast.article, index + length, span[1])
    if source is None:
        return None
    end = max(source.last, source.apposition_last)
    ahead = range(end, min(span[1], end + _ASIDE))
    end = next((place for place in ahead if cast.article.lower[place] == "that"), end)
    return Saying(index, end, "say", speaker_of(cast, source), source) if cast.article.lower[end] == "that" else None


_ASIDE: Final = 6
"""Tokens of an aside on who is heard: "from Ana Ruiz, for the town, that"."""


def _in_own_words(article: Article, saying: Saying | None, earlier: list[Saying]) -> Saying | None:
    """Give what somebody says of his own to him: "it" in "the guild tells us it has sold 75", "its list has 75"."""
    if saying is None or not earlier:
        return saying
    outer, clause = earlier[-1], article.classes[earlier[-1].verb_end : saying.subject.first]
    leads = outer.kind == "say" and outer.subject.first < outer.verb < saying.subject.first
    if outer.speaker is None or not leads or {COMMA, VERB}.intersection(clause):
        return saying
    words = article.lower[saying.subject.first : saying.subject.last]
    itself = words in (["it"], ["they"]) and outer.speaker.kind != "person"
    if itself or _is_own(article, saying):
        saying.speaker = outer.speaker
    return saying


def _is_own(article: Article, saying: Saying) -> bool:
    """Whether a speaker counts through what is his: "(said) its manifest lists", "(said) his members had counted"."""
    if article.lower[saying.subject.first] not in OWNED:
        return False
    head = article.lower[head_end(article, saying.subject) - 1]
    kind = article.vocabulary.speaker_nouns.get(head)
    one = kind == "person" and not is_plural(head)
    return kind in ("document", "record") or (saying.kind == "count" and not one)


def _is_passive(article: Article, index: int, limit: int) -> bool:
    position = index - 1
    while position > limit and article.classes[position] == ADVERB:
        position -= 1
    return position >= limit and article.lower[position] in BE and article.classes[index] == VERB


def _passive(cast: Cast, index: int, span: tuple[int, int]) -> Saying | None:
    """Read "was quoted by R as saying" (the speaker is the subject); other passives credit single figures."""
    article = cast.article
    hearer = _who_was_told(cast, index, span[0])
    if hearer is not None:
        return hearer
    by = subject_after(article, index + 2, span[1]) if article.lower[index + 1 : index + 2] == ["by"] else None
    told = _told_by_agent(cast, index, by) if by is not None else None
    if told is not None:
        return told
    if article.lower[index] not in ("quoted", "cited", "reported"):
        return None
    telling = (i for i in range(index + 1, span[1]) if article.lower[i] == "saying" or _is_gerund_behind_as(article, i))
    saying = next(telling, None)
    subject = subject_before(article, index, span[0])
    speaker = speaker_of(cast, subject) if subject is not None and saying is not None else None
    if subject is None or speaker is None or saying is None:
        return None
    chain = (article.words(by.first, by.last),) if by else ()
    return Saying(index, saying + 1, "say", replace(speaker, through=chain), subject)


def _told_by_agent(cast: Cast, index: int, by: Subject) -> Saying | None:
    """Read a passive whose agent says what follows: "was told by R (that)", "is thought by R to have (40)"."""
    article = cast.article
    if article.lower[index] == "told":
        teller = Subject(by.first, by.last - (article.lower[by.last - 1] == "to"))
        return Saying(index, teller.last, "say", speaker_of(cast, teller), teller)
    if article.lower[index - 2] == "it":
        return Saying(index - 2, by.last, "say", speaker_of(cast, by), by)
    if article.lower[index - 2] == "as":
        end = max(by.last, by.apposition_last)
        return Saying(index - 2, end, "according", speaker_of(cast, by), by)
    accuses = article.lower[by.last - 1] == "of" and index in article.cues.speech
    believes = article.lower[by.last - 1 : by.last + 1] in (["to", "have"], ["to", "be"])
    agent = Subject(by.first, by.last - 1) if accuses or believes else by
    said = accuses or believes or article.lower[by.last : by.last + 1] in (["that"], ["at"])
    return Saying(index, by.last, "say", speaker_of(cast, agent), agent) if said else None


def _who_was_told(cast: Cast, index: int, limit: int) -> Saying | None:
    """Read "40 had left, she had been told": what somebody passes on behind a comma is his word."""
    article = cast.article
    passed_on = article.lower[index - 1 : index + 1] in (["been", "told"], ["been", "informed"])
    subject = subject_before(article, index, limit) if passed_on else None
    trails = subject is not None and subject.first > limit and article.lower[subject.first - 1] == ","
    speaker = speaker_of(cast, subject) if subject is not None and trails else None
    return Saying(index, index + 1, "say", speaker, subject) if subject is not None and speaker is not None else None


def _is_gerund_behind_as(article: Article, index: int) -> bool:
    """Whether a verb of saying stands behind "as": "(was quoted) as putting (the loss at 40)"."""
    return article.lower[index - 1] == "as" and article.classes[index] == GERUND and index in article.cues.speech
