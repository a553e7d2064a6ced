"""The persons of an article: found again by surname, by another spelling of it, or by their office."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

_SHORTEST_SOUND: Final = 5
"""Letters from which on spellings are compared by sound: "Kim" and "Khan" are other names than "Kyim" and "Kan"."""
_EXCHANGED: Final = (
    (re.compile("h|'|’"), ""),
    (re.compile("qu|ck|c|q"), "k"),
    (re.compile("w"), "v"),
    (re.compile("ou|oo"), "u"),
    (re.compile("[yij]+"), "i"),
    (re.compile("^ie"), "e"),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""Letters that spellings of one foreign name exchange: Zelensky, Zelenskyy and Zelenskiy, Quilca and Kilka."""


@lru_cache(maxsize=65_536)
def name_sound(word: str) -> str:
    """Give a word of a name, in lower case, without what its spellings in Latin letters exchange; short ones as is."""
    sound = "".join(mark for mark in unicodedata.normalize("NFKD", word) if not unicodedata.combining(mark))
    if len(sound) < _SHORTEST_SOUND:
        return sound
    for letters, instead in _EXCHANGED:
        sound = letters.sub(instead, sound)
    return sound


@dataclass(slots=True)
class Person:
    """A person of the article: the fullest name, and whom the person speaks for."""

    name: str
    affiliation: str | None = None
    met_at: int = 0
    """The token where the name stands first."""
    local: str = ""
    """The word of a local office, "governor" or "mayor", which speaks for a region or a town and not for the state."""
    official: bool = False
    """Whether an office of state stands with the name, though the state is not named."""
    called: bool = False
    """Whether any office or calling stands with the name anywhere."""
    told: set[str] = field(default_factory=set)
    """All words of the offices that stand with the name."""
    pronoun: str = ""
    """"he" or "she", where the given name, a form of address or a noun tells which takes the person up."""


@dataclass(slots=True)
class Persons:
    """Persons by each word of their names and by their offices, with the tokens at which they are met, in order."""

    by_name: dict[str, Person] = field(default_factory=dict)
    by_word: dict[str, list[tuple[int, Person]]] = field(default_factory=dict)
    by_office: dict[str, list[tuple[int, Person]]] = field(default_factory=dict)

    def meet(self, name: str, at: int) -> Person:
        """Note that a name stands at the token `at`: of somebody known, whose fullest name is kept, or of a new one."""
        known = self.named(name, at)
        if known is None:
            known = Person(name, met_at=at)
        elif _sounds(known.name) < _sounds(name):
            known.name = name
        self.by_name[name.lower()] = known
        for sound in _sounds(name):
            self.by_word.setdefault(sound, []).append((at, known))
        return known

    def named(self, name: str, at: int) -> Person | None:
        """Find whom a name at the token `at` means: of two with one surname the one met last before it."""
        known = self.by_name.get(name.lower())
        if known is not None and " " in name:
            return known
        words = _words(name) or (name.lower(),)
        for word in (words[-1], words[0]):
            alike = self.by_word.get(name_sound(word))
            met = [one for one in alike if _may_be(_sounds(name), _sounds(one[1].name))] if alike else []
            if met:
                return _last_before(met, at)
        return known

    def in_office(self, noun: str, at: int) -> Person | None:
        """Find whom "the minister" at the token `at` means: the one with that office met last before it."""
        met = self.by_office.get(noun)
        return _last_before(met, at) if met else None

    def in_role(self, offices: Iterable[str]) -> list[Person]:
        """Everybody who is named with one of some offices, wherever in the article."""
        met = (person for noun in offices for _, person in self.by_office.get(noun, ()))
        return list({id(person): person for person in met}.values())


_ARTICLE: Final = re.compile(r"\b(?:al|el|ad|an|ar|as|ash|at|az)[- ]")
"""The Arabic article, which later mentions of a name leave out."""


@lru_cache(maxsize=65_536)
def _words(name: str) -> tuple[str, ...]:
    return tuple(_ARTICLE.sub("", name.lower()).split())


@lru_cache(maxsize=65_536)
def _sounds(name: str) -> frozenset[str]:
    return frozenset(map(name_sound, _words(name)))


def _may_be(sounds: frozenset[str], known: frozenset[str]) -> bool:
    """Whether two forms can name one person: the one leaves words of the other out, and has none of its own."""
    return sounds <= known or known <= sounds


def _last_before(met: list[tuple[int, Person]], at: int) -> Person:
    number = bisect_left(met, at, key=lambda one: one[0])
    return met[max(number - 1, 0)][1]
