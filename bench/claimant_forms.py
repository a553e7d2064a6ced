"""When two claimants are one: as names, as phrases, and by the voices that an annotated corpus gives them.

docs/definitions.md says in which form a claimant is given; what differs from it in form alone is told here from what
names somebody else.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from extraction.words.lexicon import LEXICON_FOLDER, read_table

Row = dict[str, object]
Spellings = Mapping[tuple[str, str], frozenset[str]]
"""The claimants and the name of a voice, by document and voice."""
_INDEFINITE: Final = ("a ", "an ")
_DETERMINERS: Final = (*_INDEFINITE, "its ", "his ", "her ", "their ")
_OWN_TO_ONE_DOCUMENT: Final = re.compile(r" \([\w-]+\)$")
"""What a corpus puts behind the voice of somebody unnamed, "a nurse (gn-12)", to tell it from others."""


def plain(value: object) -> object:
    """Text without case, accents and opening article, so that only real differences of a name count; else as it is."""
    if not isinstance(value, str):
        return value
    name = "".join(c for c in unicodedata.normalize("NFKD", value.casefold()) if not unicodedata.combining(c))
    return name.removeprefix("the ")


def one_name(first: object, second: object) -> bool:
    """Whether two claimants are one name, with or without the office or description before it: "Sheriff Ana Ruiz"."""
    if not isinstance(first, str) or not isinstance(second, str):
        return first is None and second is None
    short, long = sorted((first, second), key=len)
    named = short.split()[-1][:1].isupper() if short else False
    return plain(first) == plain(second) or (named and str(plain(long)).endswith(f" {plain(short)}"))


def one_phrase(first: object, second: object) -> bool:
    """Whether two claimants are one phrase, with or without complements, an owner or, of the unnamed, adjectives.

    "A night nurse at the ward" and "the ward's nurse" are "nurse" as well; "the health ministry" is not "the ministry".
    """
    if one_name(first, second) or not isinstance(first, str) or not isinstance(second, str):
        return one_name(first, second)
    short, long = sorted((first, second), key=len)
    head, wanted = _head(long), _bare(short)
    described = long.lower().startswith(_INDEFINITE) or "'s " in wanted
    return wanted in (head, head.rpartition("'s ")[2]) or (described and head.endswith(f" {wanted}"))


def spellings_of(gold: Iterable[Row]) -> Spellings:
    """Gather how each document of an annotated corpus spells each of its voices."""
    spellings = defaultdict(set)
    for row in gold:
        if row["claimant"] is not None and row.get("voice") is not None:
            voice = str(row["voice"])
            spellings[str(row["document_id"]), voice] |= {str(row["claimant"]), _OWN_TO_ONE_DOCUMENT.sub("", voice)}
    return {key: frozenset(names) for key, names in spellings.items()}


def one_voice(row: Row, claimant: object, spellings: Spellings) -> bool:
    """Whether a claimant is whom the annotation has, in some form or by another spelling of that voice."""
    if row["claimant"] is None or claimant is None:
        return row["claimant"] is claimant
    alike = spellings.get((str(row["document_id"]), str(row.get("voice"))), frozenset())
    return any(one_phrase(name, claimant) for name in alike | {str(row["claimant"])})


def _bare(phrase: str) -> str:
    name = str(plain(phrase))
    return next((name.removeprefix(word) for word in _DETERMINERS if name.startswith(word)), name)


def _head(phrase: str) -> str:
    """Give a phrase without article and without what its first preposition opens."""
    words = _bare(phrase).split()
    end = next((at for at, word in enumerate(words) if at and word in _prepositions()), len(words))
    return " ".join(words[:end])


@cache
def _prepositions() -> frozenset[str]:
    rows = read_table(LEXICON_FOLDER / "word_classes.csv")
    return frozenset(row["word"] for row in rows if row["class"] == "preposition")
