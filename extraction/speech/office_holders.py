"""Who holds an office that a definite phrase names: "the fire chief", "the deputy mayor of Rena", "the lawmaker".

Everybody of the article who is named with that office, or with one that goes by its noun, may be meant; all words of
the phrase that tell which office it is must be told of him. Where several fit, nobody is named.
"""

from __future__ import annotations

from extraction.naming.bodies import meant_body
from extraction.naming.persons import Person
from extraction.speech.affiliations import body_affiliation
from extraction.speech.cast import Cast
from extraction.words.subjects import Subject
from extraction.words.word_classes import ADJECTIVE, NAME, NOUN, POSSESSIVE, is_plural


def office_holder(cast: Cast, subject: Subject, end: int) -> Person | None:
    """The only person of the article who holds the office of a phrase, whose head ends at `end`; None for no one."""
    article = cast.article
    head = article.lower[end - 1]
    if article.lower[subject.first] != "the" or is_plural(head):
        return None
    owned = next((index for index in range(end - 1, subject.first, -1) if article.classes[index] == POSSESSIVE), None)
    owner = _owner(cast, subject.first, owned) if owned is not None else None
    told = _telling_words(cast, subject if owner is None else Subject(owned or 0, subject.last), end)
    for offices in ({head}, article.vocabulary.names.callings.get(head, frozenset())):
        holders = cast.names.persons.in_role(offices)
        fitting = [one for one in holders if owner in (None, one.affiliation) and _fits(cast, one, told, head)]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return None


def _owner(cast: Cast, first: int, last: int) -> str | None:
    """The body whose office it is: "(the union)'s president"; None where none is named or meant."""
    mention = cast.names.at.get(last - 1)
    if mention is not None and mention.kind != "person":
        return body_affiliation(cast, mention)
    body = meant_body(cast.article, cast.bodies, first, last)
    return body_affiliation(cast, body.mentions[0]) if body is not None else None


def _telling_words(cast: Cast, subject: Subject, end: int) -> frozenset[str]:
    """The words of a phrase that tell which office it is: its nouns and names but the head, and ranks."""
    article, ranks = cast.article, cast.article.speaker_words.rank
    return frozenset(
        article.lower[index]
        for index in range(subject.first + 1, subject.last)
        if index != end - 1
        and (
            article.classes[index] in (NOUN, NAME)
            or (article.classes[index] == ADJECTIVE and article.lower[index] in ranks)
        )
    )


def _fits(cast: Cast, person: Person, told: frozenset[str], head: str) -> bool:
    """Whether all that a phrase tells is told of a person, and he is not the deputy of the one it means."""
    words, titles = cast.article.speaker_words, cast.article.vocabulary.names.titles
    own = person.told | set((person.affiliation or "").lower().split())
    pronoun = cast.article.vocabulary.names.pronouns.get(head)
    untold = not (person.told - (titles - words.rank) - words.office - words.service_rank)
    one_rank = words.under & person.told == words.under & told  # "the deputy governor" is not the governor
    return (told <= own or untold) and one_rank and pronoun in (None, person.pronoun or pronoun)
