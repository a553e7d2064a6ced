"""Whom the persons of an article speak for where no name says so, but a description of their office does.

"The union's regional officer", "its project director", "police spokeswoman", "Ella Frayn, for the airport", and a bare
"chief executive", who is the one of the company that the sentence or the article is about.
"""

from __future__ import annotations

from typing import Final

from extraction.naming.bodies import main_company, meant_body
from extraction.naming.mentions import Mention
from extraction.naming.names import end_of_office, start_of_office
from extraction.naming.persons import Person
from extraction.speech.affiliations import body_affiliation, home_state
from extraction.speech.cast import OWNED, Cast, Speaker, head_end
from extraction.speech.speaker_names import latest_body, opening_body, speaker_of
from extraction.words.article import Article
from extraction.words.subjects import Subject, phrase_before
from extraction.words.word_classes import COMMA, NAME, NOUN, POSSESSIVE, PREPOSITION, is_plural

_WORKS: Final = frozenset(("of", "for", "at", "with"))


def employ(cast: Cast) -> None:
    """Tie each person whom no name near his own ties to anybody to the body that his office is described by."""
    for mention in cast.names.mentions:
        person = cast.names.person(mention) if mention.kind == "person" else None
        if person is None:
            continue
        if person.affiliation is None:
            person.affiliation = _employer(cast, mention, person)
        person.affiliation = _in_full(cast, person.affiliation)


def _in_full(cast: Cast, body: str | None) -> str | None:
    """The full name of whom somebody speaks for; the state for one of its ministries."""
    if body is None or body in cast.article.vocabulary.countries:
        return body  # "Kenya" is not short for the "Kenya Growers' League"
    if not cast.article.speaker_words.ministry.isdisjoint(body.lower().split()):
        named = next((one for one in cast.names.mentions if one.name == body and not one.wording), None)
        return body_affiliation(cast, named) if named is not None else body
    return cast.names.longer.get(body, body)


def _employer(cast: Cast, mention: Mention, person: Person) -> str | None:
    article = cast.article
    sentence = article.sentence(mention.first)
    first = start_of_office(article, mention.first, sentence.first)
    last = end_of_office(article, mention.last, sentence.last)
    after = mention.last + (mention.last < last and article.classes[mention.last] == COMMA)
    for span in ((first, mention.first), (after, last)):
        body = _owner(cast, *span, person) or _body_behind(cast, *span)
        if body is not None and body.kind != "person" and (body.affiliation or body.kind == "organisation"):
            return body.affiliation or body.name
        kind = _kind_of_body(cast, *span, person)
        if kind is not None:
            return kind
    words = article.lower[first : mention.first] + article.lower[mention.last : last]
    if _is_corporate(article, words):
        person.official = False
        return _body_before(cast, sentence.first, first) or main_company(cast.bodies)
    if any(article.vocabulary.speaker_roles.get(word) == "spokesperson" for word in words):
        return (home_state(cast) if _is_of_state(article, words) else None) or _body_lately(cast, first)
    leads = not article.speaker_words.leads.isdisjoint(words) and not person.official
    return _body_before(cast, sentence.first, first) if leads else _at_body(cast, sentence.first, first)


def _body_lately(cast: Cast, office: int) -> str | None:
    """The body of which a bare "spokesman Ana Ruiz" speaks: the one that a sentence before him is about."""
    body = latest_body(cast, office)
    return (body.affiliation or body.name) if body is not None else None


def _is_of_state(article: Article, words: list[str]) -> bool:
    """Whether an office is of an arm of the state that has no name: "military spokesman"."""
    nouns, roles = article.vocabulary.speaker_nouns, article.vocabulary.speaker_roles
    return any(nouns.get(word) == "state" and roles.get(word) != "spokesperson" for word in words)


def _owner(cast: Cast, first: int, last: int, person: Person) -> Speaker | None:
    """Whose officer it is: "the group's director", "its chairman", "the mill, whose owner Luc Morel"."""
    article = cast.article
    if first < last and article.lower[first] in OWNED:
        person.official = False
        return latest_body(cast, first)
    if article.lower[first - 2 : first] == [",", "whose"]:
        body = cast.names.at.get(first - 3)
        owner = Subject(body.first, body.last) if body is not None else None
        owner = owner or phrase_before(article, first - 2, article.sentence(first).first)
        return speaker_of(cast, owner) if owner is not None else None
    end = next((index for index in range(first + 1, last) if article.classes[index] == POSSESSIVE), None)
    return speaker_of(cast, Subject(first, end)) if end is not None else None


def _body_behind(cast: Cast, first: int, last: int) -> Speaker | None:
    """The body behind an office: "director of the regional hospital", "Ana Ruiz, for the airport"."""
    article = cast.article
    works = [
        index
        for index in range(first, last - 1)
        if article.classes[index] == PREPOSITION
        and article.lower[index] in _WORKS
        and article.lower[index + 1] != "state"  # "secretary of state for trade"
    ]
    last -= last > first and article.classes[last - 1] == COMMA
    body = Subject(works[0] + 1, last) if works and works[0] + 1 < last else None
    many = body is not None and NAME not in article.classes[body.first : last] and is_plural(_head(article, body))
    return speaker_of(cast, body) if body is not None and not many else None


def _head(article: Article, body: Subject) -> str:
    return article.lower[head_end(article, body) - 1]


def _kind_of_body(cast: Cast, first: int, last: int, person: Person) -> str | None:
    """The body whose noun tells of the office: "union president", who is no officer of state."""
    article = cast.article
    for index in range(first, last - 1):
        noun = article.vocabulary.speaker_nouns.get(article.lower[index])
        opens = article.classes[index] in (NOUN, NAME) and index not in cast.names.at
        if noun in ("organisation", "state") and opens and article.classes[index + 1] == NOUN:
            body = meant_body(article, cast.bodies, index, index + 1)
            person.official = person.official and noun == "state"
            if body is not None:
                return body.name
    return None


def _body_before(cast: Cast, first: int, office: int) -> str | None:
    """The body that a sentence opens with, before the office: "The museum is short of 40 coins, director X said"."""
    body = opening_body(cast, first, office) if first < office else None
    return (body.affiliation or body.name) if body is not None and body.kind == "organisation" else None


def _is_corporate(article: Article, words: list[str]) -> bool:
    """Whether the words of an office are of a company and of no state: "chief operating officer"."""
    table = article.speaker_words
    officers = any(word == "officer" and words[place - 1] in table.officer for place, word in enumerate(words) if place)
    return officers or not table.corporate.isdisjoint(words)


def _at_body(cast: Cast, first: int, office: int) -> str | None:
    """The body with which the sentence opens: "At Halden Hospital, Dr Ana Ruiz said"."""
    article = cast.article
    mention = cast.names.at.get(first + 1 + (article.lower[first + 1] == "the"))
    named = mention is not None and mention.kind == "organisation" and article.lower[first] == "at"
    return cast.names.fullest(mention) if mention is not None and named and mention.last + 1 == office else None
