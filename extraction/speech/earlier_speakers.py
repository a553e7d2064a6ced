"""Who spoke before a pronoun or a description, or is spoken of there, so that it may mean him."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from extraction.naming.persons import Person
from extraction.speech.cast import Cast, Speaker, moment_of, spoke_last
from extraction.speech.named_persons import is_subject_of_sentence, speaker_named
from extraction.words.subjects import Subject
from extraction.words.word_classes import is_plural

SENTENCES_BACK: Final = 7
"""Sentences of a paragraph before "she said" in which she may be named: a quotation may stand in between."""


def several_before(cast: Cast, before: int) -> Speaker | None:
    """Several who speak in the sentence before, or before one body does: "Witnesses say 40. The army says 12. They"."""
    at, spoke = spoke_last(cast.memory.organisations, before) or (0, None)
    if spoke is None or not _is_within(cast, at, before, 1):
        return None
    if not _are_several(spoke):
        at, spoke = spoke_last(cast.memory.organisations, at) or (0, None)
    return spoke if spoke is not None and _are_several(spoke) and _is_within(cast, at, before, _SEVERAL_BACK) else None


_SEVERAL_BACK: Final = 2
"""Sentences before "they" in which several may have spoken whom one body has answered since."""


def _are_several(spoke: Speaker) -> bool:
    """Whether who spoke is told by a plural: "officials", "two officials"."""
    return any(is_plural(word) for word in spoke.name.lower().split()[:2])


def _is_within(cast: Cast, at: int, before: int, sentences: int) -> bool:
    """Whether a token stands at most so many sentences before another."""
    return cast.article.sentence_of[before] - cast.article.sentence_of[at] <= sentences


def some_of_several(cast: Cast, subject: Subject) -> Speaker | None:
    """Some of those who speak in the sentence before, by their own words: "One of them put the number at 40"."""
    several = several_before(cast, subject.first)
    name = cast.article.words(subject.first, subject.last)
    return Speaker(name, several.affiliation, several.kind) if several is not None else None


def speaks_here(cast: Cast, before: int) -> Speaker | None:
    """The body that speaks in the sentence of a token and before it: "the guild said, up from the 12 that it had"."""
    spoke = spoke_last(cast.memory.organisations, before)
    return spoke[1] if spoke is not None and spoke[0] >= cast.article.sentence(before).first else None


def whose_turn(cast: Cast, before: int) -> Person | None:
    """The person with whose name and a colon the paragraph of a token opens: "RUIZ: ... She says" is of another."""
    sentences, number = cast.article.sentences, cast.article.sentence_of[before]
    while number and sentences[number - 1].paragraph == sentences[number].paragraph:
        number -= 1
    label = cast.names.at.get(sentences[number].first)
    opens = label is not None and label.kind == "person" and cast.article.lower[label.last] in (":", "(")
    return cast.names.person(label) if label is not None and opens else None


def person_who_spoke(cast: Cast, before: int, pronoun: str, turn: Person | None) -> tuple[int, Speaker] | None:
    """The last act of saying before a token by a person whom a pronoun may take up; `turn` is whose words it is in."""
    spoke = cast.memory.persons
    latest = bisect_left(spoke, before, key=moment_of) - 1
    acts = (spoke[number] for number in range(latest, -1, -1))
    fitting = (act for act in acts if may_be_called(cast, act[1].name, pronoun, turn))
    nearest = next(fitting, None)
    if nearest is None:
        return None
    untold = bool(pronoun) and _is_far_and_untold(cast, nearest, before)
    if cast.names.persons.by_name.get(nearest[1].name.lower()) is not None and not untold:
        return nearest
    named = (act for act in fitting if _is_named_so(cast, act[1].name, pronoun))
    head = nearest[1].name.lower().split()[-1]
    unsure = untold or (nearest[1].kind != "person" and head not in cast.article.vocabulary.names.pronouns)
    return (next(named, None) if unsure else None) or nearest  # "the mayor" is he or she, "the spokesman" he


def _is_far_and_untold(cast: Cast, act: tuple[int, Speaker], before: int) -> bool:
    """Whether one who spoke some sentences back by a name is told by nothing to be he or she: it may be a body's."""
    person = cast.names.persons.by_name.get(act[1].name.lower())
    return person is not None and not person.pronoun and not _is_within(cast, act[0], before, 1)


def _is_named_so(cast: Cast, name: str, pronoun: str) -> bool:
    """Whether a name is of somebody who is known to go by a pronoun."""
    person = cast.names.persons.by_name.get(name.lower())
    return person is not None and person.pronoun == pronoun


_PARAGRAPHS_BACK: Final = 2
"""Paragraphs before "she" in which she may be named, where nobody has spoken yet."""
PRONOUN_OF: Final = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she"}


def may_be_called(cast: Cast, name: str, pronoun: str, turn: Person | None) -> bool:
    """Whether a pronoun in the words of `turn` may take up a person, or "a spokeswoman", by what the article tells."""
    person = cast.names.persons.named(name, 0) if pronoun else None
    if person is not None and person is turn:
        return False
    own = (
        person.pronoun
        if person is not None
        else cast.article.vocabulary.names.pronouns.get(name.lower().split()[-1], "")
    )
    return not pronoun or not own or own == pronoun


def person_of_paragraphs_before(cast: Cast, before: int) -> Speaker | None:
    """The last person whom a sentence of the paragraphs before has as its subject, where nobody has spoken yet."""
    sentences, own = cast.article.sentences, cast.article.sentence(before).paragraph
    number = cast.article.sentence_of[before]
    about = range(number - 1, max(-1, number - 1 - 2 * SENTENCES_BACK), -1)
    near = range(own - _PARAGRAPHS_BACK, own)
    for sentence in (sentences[index] for index in about if sentences[index].paragraph in near):
        for mention in cast.names.within(sentence.first, sentence.last):
            if mention.kind == "person" and is_subject_of_sentence(cast.article, mention):
                return speaker_named(cast, mention)
    return None


def only_person_named(cast: Cast, before: int) -> Speaker | None:
    """The only person whom the text before a token names: who else is "she"."""
    named = {cast.names.fullest(one): one for one in cast.names.within(0, before) if one.kind == "person"}
    return speaker_named(cast, next(iter(named.values()))) if len(named) == 1 else None


def who_has_just_spoken(cast: Cast, before: int) -> Speaker | None:
    """The person who speaks in the sentence before, within the paragraph: "..., Captain Ruiz said. The fire chief"."""
    article = cast.article
    at, spoke = spoke_last(cast.memory.persons, before) or (0, None)
    own = article.sentence(before)
    if spoke is None or article.sentence_of[at] != article.sentence_of[before] - 1:
        return None
    named = cast.names.persons.by_name.get(spoke.name.lower()) is not None
    return spoke if named and article.sentence(at).paragraph == own.paragraph else None


def spoke_before(cast: Cast, before: int) -> Speaker | None:
    """The body that spoke in the sentence before, or in this one."""
    at, spoke = spoke_last(cast.memory.organisations, before) or (-1, None)
    own = cast.article.sentence_of[before]
    return spoke if spoke is not None and own and at >= cast.article.sentences[own - 1].first else None
