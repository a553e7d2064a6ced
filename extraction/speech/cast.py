"""Who speaks in an article: the speakers, what is remembered of them, and where all of it is looked up."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from typing import Final

from extraction.naming.bodies import Bodies
from extraction.naming.names import Names
from extraction.places.article_places import Places
from extraction.words.article import Article
from extraction.words.subjects import Subject, tells_what_speaker_does
from extraction.words.word_classes import (
    ADJECTIVE,
    HYPHEN,
    NAME,
    PREPOSITION,
    VERB,
    is_plural,
)

OWNED: Final = frozenset(["its", "his", "her", "their"])


@dataclass(slots=True)
class Speaker:
    """Who is quoted: the fullest name or the wording, and the state or organisation that it speaks for."""

    name: str
    affiliation: str | None
    kind: str
    through: tuple[str, ...] = ()


@dataclass(slots=True)
class Memory:
    """Who spoke so far and where, for "he", "it", "the ministry" and the surname."""

    persons: list[tuple[int, Speaker]] = field(default_factory=list)
    """The persons who spoke, each with the token at which the act of saying begins, in order."""
    organisations: list[tuple[int, Speaker]] = field(default_factory=list)
    """The bodies and the many that spoke, likewise."""
    by_noun: dict[str, Speaker] = field(default_factory=dict)
    affiliations: dict[str, str | None] = field(default_factory=dict)
    paper: Speaker | None = None
    """Who stands behind the report, survey or filing that was introduced last."""

    def remember(self, article: Article, subject: Subject, speaker: Speaker) -> None:
        """Keep a speaker for the pronouns and short forms that may follow."""
        last = head_end(article, subject) - 1
        head = article.lower[last]
        many = is_plural(head) and (speaker.kind != "person" or article.classes[last] != NAME)  # "Perkins" is one
        spokes = article.vocabulary.speaker_roles.get(head) == "spokesperson"
        one = (
            spokes or speaker.kind == "person" or head in article.vocabulary.names.titles
        )  # "The mayor said ... she said"
        spoke = self.persons if one and not many else self.organisations
        insort(spoke, (subject.first, speaker), key=moment_of)
        self.by_noun.setdefault(head, speaker)
        self.affiliations.setdefault(speaker.name, speaker.affiliation)

    def organisation(self, before: int) -> Speaker | None:
        """Give the body that spoke last before a token."""
        spoke = spoke_last(self.organisations, before)
        return spoke[1] if spoke is not None else None


def moment_of(act: tuple[int, Speaker]) -> int:
    """The token at which somebody spoke, to sort and search by."""
    return act[0]


def spoke_last(spoke: list[tuple[int, Speaker]], before: int) -> tuple[int, Speaker] | None:
    """Give the last of some acts of saying that begins before a token, as that token and who speaks."""
    number = bisect_left(spoke, before, key=moment_of)
    return spoke[number - 1] if number else None


@dataclass(slots=True)
class Cast:
    """All that is known about who may speak in an article."""

    article: Article
    names: Names
    places: Places
    bodies: Bodies
    """The named bodies, for "the operator" and "the union"."""
    memory: Memory


def head_end(article: Article, subject: Subject) -> int:
    """Give the end of the head of a phrase: before its first "of" or "at" (no "dad-of-two"), or a participle."""
    end = subject.last
    for index in range(subject.first + 1, subject.last):
        joined = article.classes[index - 1] == HYPHEN or index in article.inside_names
        ends = article.classes[index] in (PREPOSITION, VERB) or tells_what_speaker_does(article, index)
        if ends and not joined:
            end = index
            break
    nouns = article.vocabulary.speaker_nouns if end < subject.last else {}  # "an official close to the case"
    while end - 1 > subject.first and article.classes[end - 1] == ADJECTIVE and article.lower[end - 1] not in nouns:
        end -= 1
    return end


def head_of(cast: Cast, subject: Subject) -> str:
    """The head of a noun phrase, in lower case."""
    return cast.article.lower[head_end(cast.article, subject) - 1]


_LONGEST_WORDING: Final = 12
"""Tokens of a description that stands for who speaks; of a longer one its head does."""


def wording_of(cast: Cast, subject: Subject) -> str:
    """A noun phrase as written; of a long one what stands before its first "of" or "against"."""
    whole = subject.last - subject.first <= _LONGEST_WORDING
    return cast.article.words(subject.first, subject.last if whole else head_end(cast.article, subject))
