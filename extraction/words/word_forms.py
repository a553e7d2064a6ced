"""The forms of English verbs: regular ones spelled out, irregular ones from the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

_VOWELS: Final = frozenset("aeiou")
_DOUBLING: Final = frozenset("bdgklmnprt")
_SIBILANT: Final = ("s", "x", "z", "ch", "sh", "o")
_LONGEST_DOUBLING: Final = 4
"""Letters up to which a verb like "stop" or "plan" doubles its last letter; of longer ones the table gives the past."""


@dataclass(slots=True)
class VerbForm:
    """What a word form may be: which verb, which form (base, s, past, participle, ing), and also a noun?"""

    lemma: str
    form: str
    also_noun: bool
    done: str
    """The participle, by which a deed is named however it is told: "moved" of "has denied moving troops"."""


def forms(verb: str, past: str = "", participle: str = "") -> dict[str, str]:
    """Spell out the forms of a verb: a mapping from each form as written to what it is."""
    doubles = _is_short_and_closed(verb) or past == f"{verb}{verb[-1]}ed"
    stem = verb + verb[-1] if doubles else verb
    past = past or _regular_past(verb, stem)
    present = {verb: "base", _third_person(verb): "s", _gerund(verb, stem): "ing"}
    return present | {participle or past: "participle", past: "past"}


def verb_forms(rows: Iterable[Mapping[str, str]]) -> dict[str, VerbForm]:
    """Make the look-up from every form of the table's verbs to its verb; the first verb that has a form keeps it."""
    known: dict[str, VerbForm] = {}
    for row in rows:
        of_verb = forms(row["verb"], row["past"], row["participle"])
        by_form = {form: written for written, form in of_verb.items()}
        done = by_form.get("participle", by_form["past"])
        for written, form in of_verb.items():
            noun = bool(row["also_noun"]) and form in ("base", "s")
            known.setdefault(written, VerbForm(row["verb"], form, noun, done))
    return known


def spellings(wording: str, verbs: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Yield a wording in all forms of its first word, where that word is a verb of the table in its base form."""
    first, _, rest = wording.partition(" ")
    row = verbs.get(first)
    if row is None:
        yield wording
        return
    for written in forms(first, row["past"], row["participle"]):
        yield f"{written} {rest}".strip()


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(_SIBILANT) else "s")


def _regular_past(verb: str, stem: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return stem + "ed"


def _gerund(verb: str, stem: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return stem + "ing"


def _is_short_and_closed(verb: str) -> bool:
    """Whether a verb is one short syllable that ends in one consonant, which is doubled: "stop", "plan"."""
    closed = verb[-1] in _DOUBLING and verb[-2:-1] in _VOWELS and verb[-3:-2] not in _VOWELS
    return closed and len(verb) <= _LONGEST_DOUBLING and not verb.endswith(("en", "er", "on"))


def plural(noun: str) -> str:
    """Spell out the plural of a noun: boss -> bosses, agency -> agencies, fireman -> firemen."""
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun[-1] == "y" and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(_SIBILANT[:-1]) else "s")
