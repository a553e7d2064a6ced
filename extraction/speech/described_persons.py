"""Whom the noun of an office means: who spoke by it, holds it or was introduced just before."""

from __future__ import annotations

from typing import Final

from extraction.naming.mentions import Mention
from extraction.speech.cast import Cast, Speaker
from extraction.speech.earlier_speakers import who_has_just_spoken
from extraction.speech.named_persons import is_subject_of_sentence, person_speaking, speaker_named
from extraction.speech.office_holders import office_holder
from extraction.words.article import Article
from extraction.words.subjects import Subject
from extraction.words.word_classes import NAME, POSSESSIVE, is_plural


def met_before(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """Whom "the ministry" or "the governor" means: who has spoken so, or is introduced with that office."""
    head = cast.article.lower[end - 1]
    known = cast.memory.by_noun.get(head)
    if known is not None:
        return known
    holder = holder_in_office(cast, subject, end)
    if holder is not None:
        return holder
    office = cast.names.persons.in_office(head, subject.first)
    return person_speaking(cast, office) if office is not None else _person_described(cast, subject, head)


def holder_in_office(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """Whom "the fire chief" means, by what the whole article tells of the offices of those it names."""
    person = office_holder(cast, subject, end)
    return person_speaking(cast, person) if person is not None and person.name not in cast.names.staff else None


def speaker_described(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """Whom "the bus driver" means, where nobody was called so: the person who has just spoken, told by what he is."""
    article = cast.article
    head = article.lower[end - 1]
    if not _is_one_not_met(article, subject, end):
        return None
    named = any(article.classes[index] == NAME for index in range(subject.first, end))
    if named and head in article.speaker_words.corporate and _is_of_body(cast, subject):
        return _person_described(cast, subject, head)  # "Ana Ruiz is back. The Nordhav chief executive says"
    spoke = None if named else who_has_just_spoken(cast, subject.first)
    person = cast.names.persons.by_name.get(spoke.name.lower()) if spoke is not None else None
    return spoke if person is not None and not person.called else None  # the striker is not the coach


def _is_one_not_met(article: Article, subject: Subject, end: int) -> bool:
    """Whether a phrase is plainly of one person, and nobody was called so before; a deputy governor is no governor."""
    words, head = article.lower[subject.first : subject.last], article.lower[end - 1]
    rank = next((word for word in words[1:-1] if word in article.speaker_words.under), head)
    ranked = rank != head and head in article.speaker_words.office
    person = ranked or article.vocabulary.speaker_nouns.get(head) == "person"
    whole = end == subject.last and not subject.apposition_last
    plain = whole and POSSESSIVE not in article.classes[subject.first : end] and words[0] == "the"
    told_apart = is_plural(head) or not article.speaker_words.another.isdisjoint(words)
    return person and plain and not told_apart and article.lower.index(rank) >= subject.first


def _is_of_body(cast: Cast, subject: Subject) -> bool:
    """Whether all names in a phrase are bodies': "the Nordhav chief executive"."""
    names = cast.names.within(subject.first, subject.last)
    return bool(names) and all(one.kind in ("organisation", "thing") for one in names)


def _person_described(cast: Cast, subject: Subject, head: str) -> Speaker | None:
    """Whom "the analyst" means where no analyst was spoken of: the last person whom a sentence just before is about."""
    article = cast.article
    one = article.vocabulary.speaker_nouns.get(head) == "person" and not is_plural(head)
    if not one or article.lower[subject.first] != "the" or article.lower.index(head) < subject.first:
        return None
    spoke = who_has_just_spoken(cast, subject.first)
    if spoke is not None:
        return spoke
    about = _persons_spoken_of(cast, article.sentence_of[subject.first])
    person = cast.names.person(about[-1]) if about else None
    return speaker_named(cast, about[-1]) if person is not None and not person.called else None


def _persons_spoken_of(cast: Cast, number: int) -> list[Mention]:
    """The persons whom the sentences right before one, in its paragraph, have as their subjects."""
    article = cast.article
    near = article.sentences[max(0, number - _DESCRIBED_WITHIN) : number]
    return [
        mention
        for sentence in near
        if sentence.paragraph == article.sentences[number].paragraph
        for mention in cast.names.within(sentence.first, sentence.last)
        if mention.kind == "person"
        and is_subject_of_sentence(article, mention)
        and article.lower[sentence.first] not in ("at", "in")
    ]


_DESCRIBED_WITHIN: Final = 3
"""Sentences before "the analyst said" in which he is spoken of by name."""
