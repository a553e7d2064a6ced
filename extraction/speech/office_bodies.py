"""The body that the words of an office name or mean: "its director", "union president", "director of the hospital"."""

from __future__ import annotations

from typing import Final

from extraction.naming.bodies import Body, meant_body
from extraction.naming.persons import Person
from extraction.speech.affiliations import body_affiliation, named_body
from extraction.speech.cast import OWNED, Cast, Speaker, head_end
from extraction.speech.speaker_names import latest_body, opening_body, speaker_of
from extraction.words.article import Article
from extraction.words.subjects import Subject, phrase_before, subject_before
from extraction.words.word_classes import COMMA, NAME, NOUN, POSSESSIVE, PREPOSITION, is_plural

WORKS_FOR: Final = frozenset(("of", "for", "at", "with"))


def owner_of_office(cast: Cast, first: int, last: int, person: Person) -> Speaker | None:
    """Whose officer it is: "the group's director", "its chairman", "the mill, whose owner Luc Morel"."""
    article = cast.article
    if first < last and article.lower[first] in OWNED:
        person.official = False
        return body_owning(cast, first)
    if first < last and article.lower[first] == "our" and not person.official and person.name not in cast.names.staff:
        return Speaker(article.document.source, article.document.source, "organisation")
    if article.lower[first - 2 : first] == [",", "whose"]:
        body = cast.names.at.get(first - 3)
        owner = Subject(body.first, body.last) if body is not None else None
        owner = owner or phrase_before(article, first - 2, article.sentence(first).first)
        return speaker_of(cast, owner) if owner is not None else None
    last = next((index for index in range(first, last) if article.classes[index] == PREPOSITION), last)
    end = next((index for index in range(first + 1, last) if article.classes[index] == POSSESSIVE), None)
    return speaker_of(cast, Subject(first, end)) if end is not None else None


def body_owning(cast: Cast, owned: int) -> Speaker | None:
    """Whom "its" before an office means: the body that the sentences before are about, speaks there or is named."""
    sentences, own = cast.article.sentences, cast.article.sentence_of[owned]
    for number in range(own, max(-1, own - _OWNER_WITHIN - 1), -1):
        first, last = sentences[number].first, min(owned, sentences[number].last)
        body = opening_body(cast, first, last) or _body_speaking(cast, first, last) or _last_named(cast, first, last)
        if body is not None:
            return body
    return latest_body(cast, owned)


_OWNER_WITHIN: Final = 2
"""Sentences before "its director" in which the body is told of that he directs."""


def _body_speaking(cast: Cast, first: int, last: int) -> Speaker | None:
    """The body that says something among the tokens `[first, last)`."""
    article = cast.article
    spoken = (index for index in range(first + 1, last) if index in article.cues.speech)
    subjects = (subject_before(article, index, first) for index in spoken)
    speakers = (speaker_of(cast, subject) for subject in subjects if subject is not None)
    return next((one for one in speakers if one is not None and one.kind != "person"), None)


def _last_named(cast: Cast, first: int, last: int) -> Speaker | None:
    """The body named last among the tokens `[first, last)`."""
    named = [one for one in cast.names.within(first, last) if one.kind == "organisation"]
    return named_body(cast, Subject(named[-1].first, named[-1].last), named[-1].last) if named else None


def body_behind(cast: Cast, first: int, last: int) -> Speaker | None:
    """The body behind an office: "director of the regional hospital", "Ana Ruiz, for the airport"."""
    article = cast.article
    works = [
        index
        for index in range(first, last - 1)
        if article.classes[index] == PREPOSITION
        and article.lower[index] in WORKS_FOR
        and article.lower[index + 1] != "state"  # "secretary of state for trade"
    ]
    last -= last > first and article.classes[last - 1] == COMMA
    body = Subject(works[0] + 1, last) if works and works[0] + 1 < last else None
    if body is None:
        return None
    if NAME in article.classes[body.first : last]:
        return speaker_of(cast, body)
    if is_plural(_head(article, body)):
        return None
    meant = meant_body(article, cast.bodies, body.first, last)
    return named_body(cast, *_where_named(meant)) if meant is not None else speaker_of(cast, body)


def _where_named(body: Body) -> tuple[Subject, int]:
    """Where a body is named first: as a subject, and the token behind it."""
    mention = body.mentions[0]
    return Subject(mention.first, mention.last), mention.last


def _head(article: Article, body: Subject) -> str:
    return article.lower[head_end(article, body) - 1]


def kind_of_body(cast: Cast, first: int, last: int, person: Person) -> str | None:
    """The body whose noun tells of the office: "union president", who is no officer of state."""
    article = cast.article
    for index in range(first, last - 1):
        noun = article.vocabulary.speaker_nouns.get(article.lower[index])
        named = cast.names.at.get(index)
        common = named is None or (named.last - named.first == 1 and not named.wording)
        field = person.official and article.lower[index] in article.speaker_words.portfolio  # "business secretary"
        opens = article.classes[index] in (NOUN, NAME) and common and not field
        if noun in ("organisation", "state") and opens and article.classes[index + 1] == NOUN:
            body = meant_body(article, cast.bodies, index, index + 1)
            person.official = person.official and noun == "state"
            if body is not None:
                return body_affiliation(cast, body.mentions[0])
    return None


def body_before_office(cast: Cast, first: int, office: int) -> str | None:
    """The body that a sentence opens with, before the office: "The museum is short of 40 coins, director X said"."""
    body = opening_body(cast, first, office) if first < office else None
    return (body.affiliation or body.name) if body is not None and body.kind == "organisation" else None
