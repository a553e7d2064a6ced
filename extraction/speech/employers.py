"""Whom the persons of an article speak for where no name says so, but a description of their office does.

"The union's regional officer", "its project director", "police spokeswoman", "Ella Frayn, for the airport", and a bare
"chief executive", who is the one of the company that the sentence or the article is about.
"""

from __future__ import annotations

from typing import Final

from extraction.naming.bodies import main_company
from extraction.naming.mentions import Mention
from extraction.naming.names import end_of_office, start_of_office
from extraction.naming.persons import Person
from extraction.speech.affiliations import body_affiliation, home_state
from extraction.speech.cast import OWNED, Cast, Speaker
from extraction.speech.office_bodies import (
    WORKS_FOR,
    body_before_office,
    body_behind,
    body_owning,
    kind_of_body,
    owner_of_office,
)
from extraction.speech.speaker_names import latest_body, speaker_of
from extraction.words.article import Article
from extraction.words.subjects import subject_after
from extraction.words.word_classes import AUXILIARY, COMMA, NUMBER


def employ(cast: Cast) -> None:
    """Tie each person whom no name near his own ties to anybody to the body that the article tells of.

    What is told with any mention of a person goes before what a bare office only implies.
    """
    known = ((mention, _person_of(cast, mention)) for mention in cast.names.mentions)
    persons = [(mention, person) for mention, person in known if person is not None]
    for read in (_told_employer, _implied_employer):
        for mention, person in persons:
            if person.affiliation is None:
                person.affiliation = read(cast, mention, person)
    for _, person in persons:
        person.affiliation = _in_full(cast, person.affiliation)


def _person_of(cast: Cast, mention: Mention) -> Person | None:
    return cast.names.person(mention) if mention.kind == "person" else None


def _in_full(cast: Cast, body: str | None) -> str | None:
    """The full name of whom somebody speaks for; the state for one of its ministries."""
    if body is None or body in cast.article.vocabulary.places.countries:
        return body  # "Kenya" is not short for the "Kenya Growers' League"
    if not cast.article.speaker_words.ministry.isdisjoint(body.lower().split()):
        named = next((one for one in cast.names.mentions if one.name == body and not one.wording), None)
        return body_affiliation(cast, named) if named is not None else body
    return cast.names.longer.get(body, body)


def _office_spans(article: Article, mention: Mention) -> tuple[tuple[int, int], tuple[int, int]]:
    """The tokens of the office before a name, and of the apposition behind it."""
    sentence = article.sentence(mention.first)
    first = start_of_office(article, mention.first, sentence.first)
    last = end_of_office(article, mention.last, sentence.last)
    after = mention.last + (mention.last < last and article.classes[mention.last] == COMMA)
    return (first, mention.first), (after, last)


def _told_employer(cast: Cast, mention: Mention, person: Person) -> str | None:
    """The body to which the words of an office, or what the sentence goes on to tell of somebody, tie him."""
    for span in _office_spans(cast.article, mention):
        body = owner_of_office(cast, *span, person) or body_behind(cast, *span)
        employer = _spoken_for(body) or kind_of_body(cast, *span, person)
        if employer is not None:
            return employer
    return _spoken_for(_body_told(cast, mention))


def _spoken_for(body: Speaker | None) -> str | None:
    """Whom those speak for who speak for a body; None for an unnamed arm of a state that is not known."""
    if body is None or body.kind == "person":
        return None
    return body.affiliation or (body.name if body.kind == "organisation" else None)


def _implied_employer(cast: Cast, mention: Mention, person: Person) -> str | None:
    """The body of which a bare office is: "chief executive Ana Ruiz", "spokesman Luc Morel"."""
    article = cast.article
    before, (after, last) = _office_spans(article, mention)
    arm = body_behind(cast, after, last)
    if arm is not None and arm.kind == "state":
        return None  # "the chair of the regional council" is no company's
    words = article.lower[before[0] : mention.first] + article.lower[mention.last : last]
    sentence = article.sentence(mention.first)
    if _is_corporate(article, words):
        person.official = False
        if _is_of_no_company(article, words):
            return None
        return body_before_office(cast, sentence.first, before[0]) or main_company(cast.bodies)
    if any(article.vocabulary.speaker_roles.get(word) == "spokesperson" for word in words):
        of_state = home_state(cast) if _is_of_state(article, words) else None
        return of_state or _body_lately(cast, before[0]) or _owner_lately(cast, before[0])
    if not article.speaker_words.leads.isdisjoint(words) and (not person.official or _is_bare(article, words)):
        return body_before_office(cast, sentence.first, before[0]) or _owner_lately(cast, before[0])
    return _at_body(cast, sentence.first, before[0])


def _owner_lately(cast: Cast, office: int) -> str | None:
    """Whom a bare office is of by the sentences before; of "their union", which somebody else has, no chief is."""
    body = body_owning(cast, office)
    owned = body is not None and body.name.lower().split()[0] in OWNED
    return _spoken_for(body) if not owned else None


def _is_bare(article: Article, words: list[str]) -> bool:
    """Whether an office tells nothing of what somebody heads: "its head", "the director general"."""
    return article.speaker_words.field.isdisjoint(words) and article.speaker_words.portfolio.isdisjoint(words)


def _body_told(cast: Cast, mention: Mention) -> Speaker | None:
    """The body of "Ana Ruiz from Halden", "Ana Ruiz, who runs the port", "Ruiz, 38, heads the regional council"."""
    article, limit = cast.article, cast.article.sentence(mention.first).last
    index = _after_age(article, mention.last, limit)
    joined = index == mention.last and article.lower[index] in _WORKS_THERE
    if not joined:
        index = _behind_verb_of_work(article, index, limit)
    subject = subject_after(article, index + joined, limit) if joined or index > mention.last else None
    if subject is None:
        return None
    if article.lower[subject.first] in OWNED:
        return body_owning(cast, subject.first)
    named = any(one.kind in ("organisation", "thing") for one in cast.names.within(subject.first, subject.last))
    return speaker_of(cast, subject) if named or not joined else None


_WORKS_THERE: Final = frozenset(("from", "at", "with", "for"))


def _after_age(article: Article, index: int, limit: int) -> int:
    """Step over the comma behind a name, or over an age between two: "Ruiz, 38, heads ..."."""
    aged = article.lower[index : index + 3 : 2] == [",", ","] and article.classes[index + 1] == NUMBER
    return min(limit, index + 3 if aged else index + (article.lower[index] == ","))


def _behind_verb_of_work(article: Article, index: int, limit: int) -> int:
    """Where the body begins that a verb of work has behind it ("who speaks for X"); 0 for no such verb."""
    index += article.lower[index] in ("who", "he", "she")
    index += article.classes[index] == AUXILIARY
    form = article.vocabulary.verbs.get(article.lower[index]) if index + 1 < limit else None
    heads = form is not None and form.lemma in article.speaker_words.heads
    works = form is not None and form.lemma in article.speaker_words.works and article.lower[index + 1] in WORKS_FOR
    return index + 1 + works if heads or works else 0


def _body_lately(cast: Cast, office: int) -> str | None:
    """The body of which a bare "spokesman Ana Ruiz" speaks: the one that a sentence before him is about."""
    body = latest_body(cast, office)
    return (body.affiliation or body.name) if body is not None else None


def _is_of_state(article: Article, words: list[str]) -> bool:
    """Whether an office is of an arm of the state that has no name: "military spokesman"."""
    nouns, roles = article.vocabulary.speaker_nouns, article.vocabulary.speaker_roles
    return any(nouns.get(word) == "state" and roles.get(word) != "spokesperson" for word in words)


def _is_corporate(article: Article, words: list[str]) -> bool:
    """Whether the words of an office are of a company and of no state: "chief operating officer"."""
    table = article.speaker_words
    officers = any(word == "officer" and words[place - 1] in table.officer for place, word in enumerate(words) if place)
    return officers or not table.corporate.isdisjoint(words)


def _is_of_no_company(article: Article, words: list[str]) -> bool:
    """Whether an office is of a body that is no company, though no name tells which: "parents' council chairwoman"."""
    nouns, roles = article.vocabulary.speaker_nouns, article.vocabulary.speaker_roles
    bodies = [word for word in words if nouns.get(word) in ("organisation", "state")]
    return any(word not in roles and word not in article.speaker_words.office for word in bodies)


def _at_body(cast: Cast, first: int, office: int) -> str | None:
    """The body with which a sentence opens: "At Halden Hospital, Dr Ana Ruiz said", "For the guild, Luc Morel said"."""
    article = cast.article
    mention = cast.names.at.get(first + 1 + (article.lower[first + 1] == "the"))
    named = mention is not None and mention.kind == "organisation" and article.lower[first] in ("at", "for")
    return cast.names.fullest(mention) if mention is not None and named and mention.last + 1 == office else None
