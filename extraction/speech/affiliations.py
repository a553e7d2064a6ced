"""For which state or body somebody speaks."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from extraction.naming.bodies import main_company
from extraction.naming.mentions import Mention
from extraction.naming.persons import Person
from extraction.speech.cast import Cast, Speaker, head_end, head_of, wording_of
from extraction.speech.local_bodies import local_body, officers_body
from extraction.words.subjects import Subject, subject_after
from extraction.words.word_classes import (
    NOUN,
    POSSESSIVE,
    is_plural,
)


def office_place(cast: Cast, person: Person) -> str | None:
    """The country of the article, or the region or town in it that a local office without a place speaks for."""
    if person.local:
        return _local_place(cast, person.local, person.met_at)
    return officers_body(cast, person.told) or _home_of_office(cast, person.told)


def _home_of_office(cast: Cast, words: Iterable[str]) -> str | None:
    """The town for which an office without a place speaks in local news, else the state of the article."""
    beyond = cast.article.vocabulary.place_words.beyond_town
    return (cast.places.town if beyond.isdisjoint(words) else None) or home_state(cast)


def home_state(cast: Cast) -> str | None:
    """The state of the article: the part of its place that speaks for itself, as Scotland does, else its country."""
    vocabulary, parts = cast.article.vocabulary, (cast.places.main or "").split(" < ")
    own = next((part for part in parts if part in vocabulary.places.states), None)
    return own or (parts[-1] if parts[-1] in vocabulary.places.countries else cast.places.country)


def _local_place(cast: Cast, office: str, at: int) -> str | None:
    """The town of the article for its mayor, the region for its governor, its country where it names neither.

    "In Rena the mayor" is Rena's, wherever else the article is set; `at` is the token of the office.
    """
    told = cast.places.by_sentence.get(cast.article.sentence_of[at], ())
    here = next((one.path for one in reversed(told) if one.role == "scene" and one.first < at), None)
    parts = (here or cast.places.main or "").split(" < ")
    if len(parts) == 1:
        return cast.places.country
    return parts[0] if office == "mayor" else parts[-2]


def named_body(cast: Cast, subject: Subject, end: int) -> Speaker | None:
    """Give the body whose name ends a subject right before the token `end`; None for a person or no name."""
    mention = cast.names.at.get(end - 1)
    if mention is None or mention.kind == "person":
        return None
    name = cast.names.fullest(mention)
    affiliation = body_affiliation(cast, mention)
    first = mention.first - (mention.first > subject.first and cast.article.lower[mention.first - 1] == "the")
    end -= end - first > 1 and cast.article.lower[end - 1] in cast.article.speaker_words.legal_form
    wording = cast.article.words(first, end) if mention.wording or name == mention.name else name
    if _is_letters(cast, mention):
        wording = cast.names.spelled_out.get(mention.name, wording)
    return Speaker(wording, affiliation, "state" if mention.kind == "state" else "organisation")


def _is_letters(cast: Cast, mention: Mention) -> bool:
    """Whether a body of the table is named by its letters alone: "the WHO"."""
    letters = cast.article.tokens[mention.first].text
    return bool(mention.wording) and mention.last - mention.first == 1 and letters.isupper() and len(letters) > _STATE


_STATE: Final = 2
"""Letters of US, UK and UN, which are as good a name as the long one."""


def body_affiliation(cast: Cast, mention: Mention) -> str:
    """Whom a named body speaks for: the state inside its name, or of the article for a public office, else itself."""
    if mention.kind == "state" or mention.wording:
        return mention.name
    known = cast.memory.affiliations.get(mention.name)
    if known is not None:
        return known
    local = local_body(cast, mention.first, mention.last)
    if local is not None:
        return local
    article = cast.article
    nouns = article.vocabulary.speaker_nouns
    words = range(mention.first, mention.last)
    if mention.last - mention.first > 1 and any(nouns.get(article.lower[index]) == "state" for index in words):
        for index in words:
            found = article.cues.actors.get(index)
            if found is not None and found[1].kind in ("state", "abbreviation", "demonym"):
                return found[1].name
    head = article.lower[mention.last - 1]
    if mention.last - mention.first == 1 and head in cast.names.by_last_word:
        return cast.names.by_last_word[head]
    staff = head == "staff" and article.lower[mention.last - 2] == "general"
    public = staff or (nouns.get(head) == "state" and head not in article.speaker_words.private)
    return home_state(cast) or mention.name if public else cast.names.fullest(mention)


def _role(cast: Cast, subject: Subject) -> str:
    return cast.article.vocabulary.speaker_roles.get(cast.article.lower[subject.last - 1], "")


def affiliation_of(cast: Cast, subject: Subject, kind: str) -> str | None:
    """The state or body that a subject speaks for: the one that its words tie it to, else the one implied."""
    local = local_body(cast, subject.first, subject.last) if kind == "state" else None
    return local or _named_affiliation(cast, subject, kind) or _implied_affiliation(cast, subject, kind)


def _named_affiliation(cast: Cast, subject: Subject, kind: str) -> str | None:
    """Whom the words themselves name: "a Sudanese official", "an official in Kyiv", but not "a doctor in Paris".

    "The dockers' union at Nordhaul", "the farmers' league of Rena" and "the Greek press" speak for none of these.
    """
    mentions, head = cast.names.within(subject.first, subject.last), head_end(cast.article, subject) - 1
    if kind == "organisation" and head_of(cast, subject) in cast.article.speaker_words.of_members:
        mentions = [mention for mention in mentions if mention.first <= head < mention.last]
    known = cast.names.at.get(head)
    if known is not None and known.kind == "organisation" and known.wording and known.first > subject.first:
        return known.name  # "Sudan's Rapid Support Forces" do not speak for Sudan
    tied = (_tied(cast, subject, kind, mention) for mention in mentions)
    return next((name for name in tied if name is not None), None)


def _tied(cast: Cast, subject: Subject, kind: str, mention: Mention) -> str | None:
    """Whom one name among a speaker's words ties him to; None where it only says where or whose he is."""
    before = cast.article.lower[mention.first - 1] if mention.first > subject.first else ""
    owns = cast.article.classes[mention.last] == POSSESSIVE
    if mention.kind == "person":
        person = cast.names.person(mention)
        name = person.name if person is not None else mention.name
        within = mention.first < head_end(cast.article, subject)
        return name if kind == "organisation" and within else None
    if before in ("in", "at", "near", "from", "on") or (kind == "person" and before == "the"):
        return _seat(cast, subject, kind, mention)
    if mention.kind in ("thing", "organisation") and not mention.wording and _only_opens(cast, mention):
        return None
    if mention.kind == "thing":
        return _tied_thing(cast, subject, kind, mention, owns=owns)
    if kind == "organisation" and mention.kind == "state" and (owns or is_plural(head_of(cast, subject))):
        return None  # "Norway's trade unions" and "the boat builders of Norway" are there and do not speak for it
    both = mention.kind == kind == "organisation"
    return cast.names.fullest(mention) if both else body_affiliation(cast, mention)


def _tied_thing(cast: Cast, subject: Subject, kind: str, mention: Mention, *, owns: bool) -> str | None:
    """Whom the name of a thing among a speaker's words stands for: itself, or the state whose thing it is."""
    if kind != "state" and _only_describes(cast, subject, mention):
        return None
    if _speaks_for_name(cast, subject, mention):
        return cast.names.fullest(mention)
    own = home_state(cast) if kind == "state" and cast.places.country else cast.names.fullest(mention)
    named = (kind != "person" or owns) and mention.name.lower() not in cast.article.speaker_words.abroad
    return own if named else None


def _only_describes(cast: Cast, subject: Subject, mention: Mention) -> bool:
    """Whether a name behind the head only says which thing that is: "owners of the Blue Heron fleet"."""
    behind = mention.first >= head_end(cast.article, subject)
    return behind and mention.last < subject.last and cast.article.classes[mention.last] == NOUN


def _only_opens(cast: Cast, mention: Mention) -> bool:
    """Whether a word owes its capital to where it stands: "Aid agencies" opens a sentence and tells of no Aid."""
    alone = mention.last == mention.first + 1 and mention.first == cast.article.sentence(mention.first).first
    return alone and cast.article.lower[mention.first] in cast.article.vocabulary.names.words


def _speaks_for_name(cast: Cast, subject: Subject, mention: Mention) -> bool:
    """Whether a name is whose an official is: "a Lyssa spokeswoman", "the spokesman for Lyssa", "the mayor of Rena"."""
    lower, end = cast.article.lower, head_end(cast.article, subject)
    role = cast.article.vocabulary.speaker_roles.get(lower[end - 1])
    behind = mention.first == end + 1 and lower[end] in ("for", "of")
    return (role == "spokesperson" and (mention.last == end - 1 or behind)) or (role == "local" and behind)


def _seat(cast: Cast, subject: Subject, kind: str, mention: Mention) -> str | None:
    """Whom a name behind "in" or "at" ties a speaker to: "officials in Kyiv", "analysts at Jefferies"."""
    before = cast.article.lower[mention.first - 1]
    if mention.kind == "state":
        return mention.name if kind == "state" and before == "in" and not _is_from_abroad(cast, subject) else None
    leads = before == "at" and head_of(cast, subject) in cast.article.speaker_words.leads
    # "The union for the workers at Nordhaul" does not speak for Nordhaul.
    own = mention.first - head_end(cast.article, subject) <= ARTICLE_AND_NOUN
    return cast.names.fullest(mention) if leads or (mention.kind == kind == "organisation" and own) else None


ARTICLE_AND_NOUN: Final = 2
"""Tokens of "a spokesman", which says nothing of whose; "a hospital spokesman" does."""


def _is_from_abroad(cast: Cast, subject: Subject) -> bool:
    """Whether an official's own words only say that he is not the article's: "a European diplomat"."""
    words = cast.article.lower[subject.first : subject.last]
    abroad = cast.article.speaker_words.abroad
    return any(word in abroad and after != "ministry" for word, after in pairwise([*words, ""]))


def _is_of_body(cast: Cast, subject: Subject) -> bool:
    """Whether the words tell of which body of the state: "the minister", "a police officer", but not "an official"."""
    nouns, lower = cast.article.vocabulary.speaker_nouns, cast.article.lower
    head = head_end(cast.article, subject) - 1
    known = lower[subject.first] not in ("a", "an", "one")
    return known or any(nouns.get(lower[index]) == "state" for index in range(subject.first + 1, head))


def _body_acting(cast: Cast, subject: Subject) -> Speaker | None:
    """The named body of the clause before: "Nordhaul gave no figures, and a spokesman said"."""
    article = cast.article
    first = article.sentence(subject.first).first
    joined = article.lower[subject.first - 1] in ("and", "but") and subject.first - 1 > first
    acting = subject_after(article, first, subject.first) if joined else None
    body = named_body(cast, acting, acting.last) if acting is not None else None
    return body if body is not None and body.kind == "organisation" else None


def _implied_affiliation(cast: Cast, subject: Subject, kind: str) -> str | None:
    """Whom a speaker without a name beside it speaks for: the body that spoke last, the article's state or company."""
    role = _role(cast, subject)
    bare = subject.last - subject.first <= ARTICLE_AND_NOUN
    if role == "spokesperson" and bare:
        body = _body_acting(cast, subject) or cast.memory.organisation(subject.first)
        if body is not None:
            return body.affiliation
    if kind == "state" and _is_from_abroad(cast, subject):
        return None
    if kind == "state" and role == "local" and bare:
        return _local_place(cast, head_of(cast, subject), subject.first)
    if kind == "state":
        if head_of(cast, subject) in cast.article.speaker_words.state_head:
            return None
        words = cast.article.lower[subject.first : subject.last]
        return _home_of_office(cast, words) if _is_of_body(cast, subject) else None
    known = cast.article.lower[subject.first] not in ("a", "an", "one")
    owned = POSSESSIVE in cast.article.classes[subject.first : subject.last]
    if kind == "organisation" and role == "company" and known and not owned:  # "the group", but not "a lawyers' group"
        return main_company(cast.bodies)
    told = owned or (known and not is_plural(head_of(cast, subject)))
    return wording_of(cast, subject) if kind == "organisation" and told else None
