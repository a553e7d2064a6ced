"""The questions of the corpus that the figures of a draft may answer, and how surely.

How a figure of a draft meets a question differs from how the claims of two articles meet: a draft has no day of its
own, is short, and may leave out places and actors that the corpus has. What it names speaks for a question that has it
too and against one that has another; what it leaves out says nothing. The weights stand in the table `draft_feature`.
"""

import calendar
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import cast

from analytics.draft_sql import draft_sql
from analytics.reading import Row, Snapshot

# The questions nearest by their words, and those of the articles nearest to the whole draft, are weighed.
MOST_BY_WORDS = 100
MOST_DOCUMENTS = 10
# By so many of their claims.
MOST_CLAIMS = 200
# And so many of them told at most.
MOST_TOLD = 4

_TEXTS = ("quote", "kind", "measure", "counted", "actor", "predicate", "claimant", "unit", "trend", "as_of")
_FORM = [
    {
        **{f"own_{name}": "VARCHAR" for name in ("id", *_TEXTS, "affiliation", "place", "before")},
        **dict.fromkeys(("own_is_day_told", "own_is_place_told"), "BOOLEAN"),
        "own_value": "DOUBLE",
        "own_names": [{"written": "VARCHAR", "is_first": "BOOLEAN"}],
    }
]

# A run of words with capital letters: "Lloyd Austin", "WHO", "3K" is none.
_NAME = re.compile(r"\b[^\W\d_a-zß-ÿ][\w’'-]*(?:[ \u00a0][^\W\d_a-zß-ÿ][\w’'-]*)*")
_CALENDAR = frozenset(name.lower() for name in (*calendar.month_name, *calendar.day_name, *calendar.month_abbr) if name)


def names_of(sentence: str) -> list[dict[str, object]]:
    """Return the names that a sentence writes with capital letters, months and days left out.

    The first word of a sentence always has one: `is_first` says that a name is that word alone.
    """
    names = []
    for found in _NAME.finditer(sentence):
        written = re.sub(r"['’]s$", "", found.group())
        words = [word for word in written.split() if word.lower().rstrip(".") not in _CALENDAR]
        is_first = len(words) == 1 and not sentence[: found.start()].strip(" \n\t“\"'‘(") and not written.isupper()
        if words:
            names.append({"written": " ".join(words), "is_first": is_first})
    return names


def offset_in_quote(claim: Mapping[str, object], text: str) -> int:
    """Return the character of its sentence at which a claim's figure begins."""
    quote, start = str(claim["quote"]), int(str(claim["char_start"]))
    return start - text.rfind(quote, 0, start + len(quote))


def told_place(place: str, text: str) -> str:
    """Return a place from the innermost level that the text names; the country where it names none.

    For `México < Mexico` and "southern Mexico" that is Mexico.
    """
    levels = place.split(" < ")
    named = [number for number, level in enumerate(levels) if level.lower() in text.lower()]
    return " < ".join(levels[named[0] if named else -1 :])


@dataclass(frozen=True)
class Fit:
    """A question that a figure may answer: how surely, from 0 to 1, and what the two share and differ in, in words."""

    question_id: str
    title: str
    surety: float
    shared: tuple[str, ...] = ()
    parting: tuple[str, ...] = ()


def fitting_questions(
    snapshot: Snapshot, text: str, claims: Iterable[Mapping[str, object]], seconds: float | None = None
) -> dict[str, list[Fit]]:
    """Return, by the id of each claim of a draft, the questions that it may answer, the surest first.

    Only those at least as sure as the setting `draft_perhaps`. `seconds` is how long it may take; None for as long as
    any query may.
    """
    parameters = {
        "figures": json.dumps([_asked(claim, text) for claim in claims]),
        "form": json.dumps(_FORM),
        "text": text,
        "most_by_words": MOST_BY_WORDS,
        "most_documents": MOST_DOCUMENTS,
        "most_claims": MOST_CLAIMS,
        "most_told": MOST_TOLD,
        "least_surety": snapshot.settings["draft_perhaps"],
    }
    rows = snapshot.rows(draft_sql("draft_question"), parameters, seconds)
    return {own_id: [_fit(row) for row in found] for own_id, found in groupby(rows, lambda row: str(row["own_id"]))}


def _fit(row: Row) -> Fit:
    shared, parting = ([str(word) for word in cast("list[str]", row[name])] for name in ("shared", "parting"))
    return Fit(str(row["question_id"]), str(row["title"]), float(str(row["surety"])), tuple(shared), tuple(parting))


def _asked(claim: Mapping[str, object], text: str) -> dict[str, object]:
    """Return what is asked of a claim of the draft, in the form _FORM."""
    place = told_place(str(claim["place"]), text) if claim.get("place") else None
    return {
        "own_id": claim["claim_id"],
        **{f"own_{name}": claim.get(name) for name in _TEXTS},
        "own_affiliation": claim.get("claimant_affiliation"),
        "own_place": place,
        "own_before": str(claim["quote"])[: offset_in_quote(claim, text)],
        "own_is_place_told": bool(place) and str(place).split(" < ")[0].lower() in str(claim["quote"]).lower(),
        "own_is_day_told": claim.get("as_of_basis") == "text",
        "own_value": next((claim[name] for name in ("value", "low", "high") if claim.get(name) is not None), None),
        "own_names": names_of(str(claim["quote"])),
    }
