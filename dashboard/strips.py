"""The small strip beside each finding: its figures on one log axis that all findings share, drawn as inline SVG."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import geometric_mean
from typing import Any

from dashboard.claim_marks import Shape, point_of, shape_of

Row = Mapping[str, Any]

WIDTH, HEIGHT = 372, 58
FIRST, LAST = 30, 362
LINE = 38
"""Px from the top to the line on which the marks stand, below the figures of the two ends."""
MIDDLE = (FIRST + LAST) / 2
TICKS: dict[int, tuple[tuple[float, str], ...]] = {
    2: ((0.5, "half"), (0.75, "¾"), (1, "middle"), (1.5, "1.5×"), (2, "double")),
    4: ((0.25, "¼"), (0.5, "half"), (1, "middle"), (2, "double"), (4, "4×")),
    8: ((0.125, "⅛"), (0.25, "¼"), (0.5, "half"), (1, "middle"), (2, "double"), (4, "4×"), (8, "8×")),
}
"""How far the axis may reach, up and down, and the ratios and words that it has lines for then."""
MARGIN = 1.2
"""The axis goes on a fifth beyond its outer lines, so that a mark there is drawn whole."""
OPEN_STUB = 30
MOST_OTHERS = 24
LETTER, BETWEEN = 6.6, 10
"""Px that a character of a figure takes, and px between two figures."""


@dataclass(frozen=True, slots=True)
class StripAxis:
    """The axis of all strips: ratios to the middle, from one part in `widest` to `widest` times."""

    widest: int

    @property
    def doubling(self) -> float:
        """Px a doubling."""
        return (LAST - FIRST) / 2 / MARGIN / math.log2(self.widest)

    @property
    def lines(self) -> list[tuple[float, str]]:
        """Places and words of its lines."""
        return [(round(self.place(ratio, 1)[0], 1), word) for ratio, word in TICKS[self.widest]]

    def place(self, value: float, centre: float) -> tuple[float, int]:
        """Give the px of a value, and on which side it lies off the axis; zero and less lie off on the left."""
        if value <= 0:
            return FIRST, -1
        x = MIDDLE + math.log2(value / centre) * self.doubling
        if x < FIRST:
            return FIRST, -1
        return (LAST, 1) if x > LAST else (round(x, 1), 0)


def strip_axis(reach: float | None) -> StripAxis:
    """Choose the shortest axis that holds a ratio, or the longest there is; of no ratio the shortest."""
    reaching = [widest for widest in TICKS if widest >= (reach or 0)]
    return StripAxis(min(reaching, default=max(TICKS)))


INTERVALS: tuple[Shape, ...] = ("range", "vague")
"""Shapes whose words name no single figure: they stand in the middle of what they allow."""


@dataclass(frozen=True, slots=True)
class StripMark:
    """One figure on the strip: what its words allow from `left` to `right`, and where it stands at `x`, all in px.

    A range and a vague word stand in the middle of what they allow, an open bound at the bound that the text sets.
    """

    x: float
    left: float
    right: float
    shape: Shape
    side: str
    beyond: int
    """-1 or 1 where the figure lies off the axis on that side, else 0."""


@dataclass(frozen=True, slots=True)
class StripLabel:
    """The figure of an end in its own words, centred at `x` px over its mark or beside it."""

    x: float
    text: str
    side: str

    @property
    def half(self) -> float:
        """Half of the px that it takes."""
        return len(self.text) * LETTER / 2


@dataclass(frozen=True, slots=True)
class Strip:
    """What one strip draws: the two ends of the finding, the other figures, and whether someone denies."""

    ends: list[StripMark]
    others: list[StripMark]
    denied: bool
    labels: list[StripLabel]
    axis: StripAxis

    @property
    def span(self) -> tuple[float, float] | None:
        """From where the low end stands to where the high end does."""
        places = [mark.x for mark in self.ends]
        return (min(places), max(places)) if len(places) > 1 else None


def strip(
    finding: Row,
    claims: Sequence[Row],
    middle: Any,  # noqa: ANN401 - a number or None from a row
    axis: StripAxis,
) -> Strip:
    """Place the figures of a finding around `middle`; without one, around the middle of its two ends.

    Where neither end has a figure, the others stand around their own middle.
    """
    centre = middle if middle and middle > 0 else _middle_of_figures(finding, claims)
    sides = {"low": str(finding["low_claim_id"]), "high": str(finding["high_claim_id"])}
    by_id = {str(claim["claim_id"]): claim for claim in claims}
    ends = []
    for side, claim_id in sides.items():
        claim = by_id.get(claim_id) or {"value": finding[f"{side}_value"], "hedge": "stated"}
        mark = _mark(claim, side, centre, axis)
        if mark is not None:
            ends.append(mark)
    others = [
        mark
        for claim in claims
        if str(claim["claim_id"]) not in sides.values()
        and shape_of(claim) not in ("denied", "unconfirmed", "none")
        and (mark := _mark(claim, "other", centre, axis)) is not None
    ]
    denied = any(shape_of(claim) == "denied" for claim in claims)
    return Strip(ends, sorted(others, key=lambda mark: mark.x)[:MOST_OTHERS], denied, labels(finding, ends), axis)


def labels(finding: Row, ends: Sequence[StripMark]) -> list[StripLabel]:
    """Put the figure of each end over its mark, two that would touch apart; none where not both have room."""
    told = [StripLabel(mark.x, str(finding.get(f"{mark.side}_figure") or ""), mark.side) for mark in ends]
    placed = [_moved(label, label.x) for label in sorted(told, key=lambda label: label.x) if label.text]
    if len(placed) < len(ends) or sum(2 * label.half for label in placed) + BETWEEN > WIDTH:
        return []
    if len(placed) > 1:
        left, right = placed
        overlap = left.x + left.half + BETWEEN - (right.x - right.half)
        if overlap > 0:
            left = _moved(left, left.x - overlap / 2)
            right = _moved(right, max(right.x, left.x + left.half + BETWEEN + right.half))
            left = _moved(left, min(left.x, right.x - right.half - BETWEEN - left.half))
        placed = [left, right]
    return placed


def _moved(label: StripLabel, x: float) -> StripLabel:
    """Centre a figure at `x`, or as near as it stays on the strip."""
    return replace(label, x=round(min(max(x, label.half), WIDTH - label.half), 1))


def _middle_of_figures(finding: Row, claims: Sequence[Row]) -> float:
    low, high = finding.get("low_value"), finding.get("high_value")
    if low and high and low > 0 and high > 0:
        return math.sqrt(float(low) * float(high))
    ends = [float(value) for value in (low, high) if value and value > 0]
    others = [point for claim in claims if (point := point_of(claim)) and point > 0]
    return max(ends, default=0.0) or (geometric_mean(others) if others else 1.0)


def _mark(claim: Row, side: str, centre: float, axis: StripAxis) -> StripMark | None:
    point = point_of(claim)
    if point is None:
        return None
    shape = shape_of(claim)
    x, beyond = axis.place(point, centre)
    low, high = claim.get("low"), claim.get("high")
    left = axis.place(float(low), centre)[0] if low is not None else x
    right = axis.place(float(high), centre)[0] if high is not None else x
    if shape == "at_least":
        right = min(LAST, x + OPEN_STUB)
    if shape == "at_most":
        left = max(FIRST, x - OPEN_STUB)
    if shape in INTERVALS:
        x, beyond = (left + right) / 2, beyond if left == right else 0
    return StripMark(x, left, right, shape, side, beyond)
