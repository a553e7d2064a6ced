"""Questions with claims on them, drawn at random in every combination that a verdict depends on."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.reference import verdicts as reference

Claim = dict[str, Any]

DATES = [
    None,
    "2025",
    "2025-03",
    "2025-03-04",
    "2025-03-05",
    "2025-04-01",
    "2025-03-04T10:00:00+00:00",
    "2025-03-04T12:00:00+02:00",
    "2025-03-04T23:30:00-05:00",
]
PLACES = [None, "Sudan", "Kassala < Sudan", "Hafarat < Kassala < Sudan", "Gedaref < Sudan", "Peru"]
UNITS = ["kilometre", "mile", "hectare", "acre", "percent", "USD", "EUR"]
FIGURES = [0.0, 1.0, 2.0, 9.0, 10.0, 11.0, 12.0, 15.0, 16.093, 20.0, 100.0, -5.0]
VOICES = ["Ada", "Boris", "Cleo"]
HEDGES = ["exact", "stated", "about", "nearly", "just_over", "at_least", "more_than", "at_most", "less_than"]
POLARITIES = ["asserted", "asserted", "asserted", "denied", "expected", "unconfirmed"]


def some_question(random: Random) -> list[Claim]:
    """Return two to six claims on one measure; most in one unit."""
    over_time = random.choice(["fixed", "cumulative", "level"])
    units = [random.choice([None, *UNITS])] * 8 + UNITS
    return [some_claim(random, over_time, units) for _ in range(random.randint(2, 6))]


def some_claim(random: Random, over_time: str, units: list[str | None]) -> Claim:
    """Return a claim: three in four are figures, the others stances; a forecast is no total that grows."""
    polarity = random.choice(POLARITIES)
    nothing = {"kind": "stance", "hedge": None, "value": None, "low": None, "high": None, "unit": None}
    return {
        **(some_figure(random, random.choice(units)) if random.random() < 0.75 else nothing),
        "polarity": polarity,
        "document_id": random.choice([None, "d1", "d2"]),
        "source": random.choice(["Herald", "Post"]),
        "voice": random.choice(VOICES),
        "origin": random.choice([None, None, None, "wire"]),
        "class_": random.choice([None, None, None, None, "part"]),
        "place": random.choice(PLACES),
        "as_of": random.choice(DATES),
        "reported_at": random.choice(DATES),
        "denies": random.choice([None, None, *VOICES]) if polarity == "denied" else None,
        "over_time": "fixed" if (polarity, over_time) == ("expected", "cumulative") else over_time,
        "measure": f"of {over_time}",
    }


def some_figure(random: Random, unit: str | None) -> Claim:
    """Return a figure with its hedge and interval; sometimes vague, a range, or without any interval."""
    hedge = random.choice([*HEDGES, "range", "vague", "relative"])
    value = random.choice(FIGURES)
    bounds: Claim = {"kind": "quantity", "hedge": hedge, "unit": unit}
    if hedge == "relative":
        return {**bounds, "value": None, "low": None, "high": None}
    if hedge in ("range", "vague"):
        low, high = abs(value), abs(value) + random.choice([0.0, 1.0, 10.0])
        return {**bounds, "value": (low + high) / 2 if hedge == "range" else None, "low": low, "high": high}
    low, high = reference.interval(hedge, value, unit)
    return {**bounds, "value": value, "low": low, "high": high}
