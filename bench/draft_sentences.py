"""Editors' sentences made from annotated claims: the same thing in other words, with another figure, parts left out."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bench.claimant_forms import Row

SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
ALTERED = (1, 1, 0.8, 0.9, 1.15, 1.3, 1.6)
"""By what the figures of the claims are multiplied: an editor's is the same, near, or one in dispute."""

KEPT_SHARE = 0.6
"""How many of place, actor and claimant a draft names."""


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A draft of one sentence, the figure in it as written, and the annotated claim that it was made of."""

    text: str
    figure: str
    gold_id: str


def draft_sentences(claims: Iterable[Row], most: int) -> list[DraftSentence]:
    """Make drafts of up to `most` of the annotated claims that a sentence can be made of; the same ones each time."""
    usable = sorted((row for row in claims if is_usable(row)), key=lambda row: _digest(str(row["gold_id"])))
    return [draft_sentence(row) for row in usable[:most]]


def is_usable(claim: Row) -> bool:
    """Whether the claim is a plain figure of something that is known by its place, its actor or its claimant."""
    told = any(_parts(claim))
    plain = (
        claim["kind"] == "quantity" and claim["polarity"] == "asserted" and claim["value"] and not claim.get("restates")
    )
    return bool(told and plain and claim["hedge"] not in {"vague", "relative"})


def draft_sentence(claim: Row) -> DraftSentence:
    """Make a short sentence of a claim's fields: place, date, actor and claimant put in or left out by its id."""
    chance = random.Random(_digest(str(claim["gold_id"])))  # noqa: S311  # drafts are no secrets
    figure = written(altered(float(str(claim["value"])), chance.choice(ALTERED)))
    place, actor, claimant = _parts(claim)
    kept = [part for part in (place, actor, claimant) if part]
    told = {part for part in kept if chance.random() < KEPT_SHARE} or {chance.choice(kept)}
    words = [thing(claim, figure)]
    if place in told and place:
        words.append(f"in {chance.choice([place.split(' < ')[0], ', '.join(place.split(' < ')[:2])])}")
    words.append(dated(str(claim["as_of"] or ""), chance.choice(["", "", "month", "day"])))
    text = " ".join(word for word in words if word)
    text = f"{actor}: {text}" if actor in told and actor else text
    text = f"{text}, {claimant} said" if claimant in told and claimant else text
    return DraftSentence(text[0].upper() + text[1:] + ".", figure, str(claim["gold_id"]))


def thing(claim: Row, figure: str) -> str:
    """Say what is so many: “112 people killed”, “3 more miners rescued”, “repair cost of 6.2 billion MXN”."""
    measure, counted = str(claim["measure"]).replace("_", " "), str(claim["counted"] or "")
    unit, trend = claim["unit"], claim.get("trend")
    if unit is None:
        noun = f"{counted} {claim['predicate']}" if counted and claim["predicate"] else measure
        return f"{figure} {'more ' if trend == 'rise' else ''}{noun}"
    change = {"rise": " rise", "fall": " fall"}.get(str(trend), "")
    return f"{measure}{change} of {with_unit(figure, str(unit))}"


def with_unit(figure: str, unit: str) -> str:
    """Write a figure with its unit: “$6 million”, “31 RON”, “4 percent”, “9 kilometres”."""
    if unit in SIGNS:
        return f"{SIGNS[unit]}{figure}"
    is_word = unit.islower() and unit not in {"percent"} and figure != "1"
    return f"{figure} {unit}s" if is_word and not unit.endswith(("s", "celsius", "hertz")) else f"{figure} {unit}"


def altered(value: float, factor: float) -> float:
    """Multiply a figure; one that changes keeps two digits, and whole numbers stay whole."""
    if factor == 1:
        return value
    number = float(f"{value * factor:.2g}")
    return float(round(number)) or value if value == round(value) else number


def written(value: float) -> str:
    """Write a number as a newsroom does: 8,000, 1.4 million, 2.6."""
    for scale, word in ((1e9, "billion"), (1e6, "million")):
        if abs(value) >= scale:
            return f"{value / scale:.3g} {word}"
    return f"{value:,.0f}" if value == round(value) else f"{value:.10g}"


def dated(as_of: str, form: str) -> str:
    """Write a date as “in March 2025” or “on 4 March”; nothing where the date is not known so exactly."""
    if not form or len(as_of) < len("2025-03-04"):
        return ""
    day = date.fromisoformat(as_of[:10])
    return f"in {day:%B %Y}" if form == "month" else f"on {day.day} {day:%B}"


def _parts(claim: Row) -> tuple[str, str, str]:
    """Return place, actor and claimant, empty where unknown; a dash stands for an actor without a name."""
    place, actor, claimant = (str(claim[name] or "").strip("-") for name in ("place", "actor", "claimant"))
    return place, actor, claimant


def _digest(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()
