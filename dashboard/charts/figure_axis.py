"""The axis of a question's figures: where it starts and ends, whether it is logarithmic, and what it must confess."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from dashboard.claim_marks import ClaimMark
from dashboard.numerals import CURRENCIES, amount_text

LOG_FROM_RATIO = 25
"""From this ratio of the ends on, a linear axis would press the smaller figures into one spot."""
ZOOM_BELOW_SHARE = 0.2
"""Figures that lie within this share of the largest are not told apart on an axis from 0."""
STUB_SHARE = 0.13
"""An open end is drawn as a stub of this share of the axis: its length says nothing but "goes on"."""

AMOUNT_WORDS = (
    "abs(datum.value) >= 1e12 ? format(datum.value / 1e12, ',.4~f') + ' trillion' : "
    "abs(datum.value) >= 1e9 ? format(datum.value / 1e9, ',.4~f') + ' billion' : "
    "abs(datum.value) >= 1e6 ? format(datum.value / 1e6, ',.4~f') + ' million' : "
    "format(datum.value, ',.6~f')"
)


@dataclass(frozen=True, slots=True)
class FigureAxis:
    """An axis from `start` to `end` in the question's unit."""

    start: float
    end: float
    logarithmic: bool
    unit: str | None
    whole: bool
    """Whether only whole numbers make sense as ticks."""
    has_figures: bool = True
    """Whether anything stands on it: an axis of stances alone has no ticks."""

    @property
    def note(self) -> str:
        """What a reader must know before comparing lengths, or an empty string."""
        if self.logarithmic:
            return "Each step of the axis is a multiple of the one before, so that small figures stay visible."
        if self.start > 0:
            return f"The axis starts at {amount_text(self.start, self.unit)}, not at 0."
        return ""

    def share(self, value: float) -> float:
        """Where a value lies on the axis, 0 at its start and 1 at its end."""
        if not self.logarithmic:
            return (value - self.start) / (self.end - self.start)
        return math.log(value / self.start) / math.log(self.end / self.start)

    def moved(self, value: float, share: float) -> float:
        """Move a value along the axis by a share of its length, not beyond its ends."""
        if self.logarithmic:
            return min(self.end, max(self.start, value * math.pow(self.end / self.start, share)))
        return min(self.end, max(self.start, value + (self.end - self.start) * share))

    def scale(self) -> alt.Scale:
        """Give the Vega-Lite scale."""
        domain = [self.start, self.end]
        if self.logarithmic:
            return alt.Scale(type="log", domain=domain, nice=False)
        return alt.Scale(type="linear", domain=domain, nice=False, zero=False)

    def labels(self) -> str:
        """Give the Vega expression that writes a tick with its unit's sign."""
        sign = CURRENCIES.get(self.unit or "", "")
        behind = "%" if self.unit == "percent" else ""
        return f"'{sign}' + ({AMOUNT_WORDS}) + '{behind}'"

    def ticks(self, most: int) -> list[float]:
        """Give at most about `most` round tick values within the axis."""
        if self.logarithmic:
            return _log_ticks(self.start, self.end, most)
        step = _round_step((self.end - self.start) / max(1, most))
        step = max(1.0, step) if self.whole else step
        first, last = math.ceil(self.start / step - 1e-9), math.floor(self.end / step + 1e-9)
        return [round(index * step, 10) for index in range(first, last + 1)]


def axis_of(marks: Sequence[ClaimMark], unit: str | None) -> FigureAxis:
    """Choose the axis for the figures of one question; without any figure it runs from 0 to 1."""
    edges = _drawn_edges(marks)
    whole = unit is None
    if not edges:
        return FigureAxis(0, 1, logarithmic=False, unit=unit, whole=whole, has_figures=False)
    low, high = min(edges), max(edges)
    if low > 0 and high / low >= LOG_FROM_RATIO:
        return FigureAxis(low / 1.5, high * 1.5, logarithmic=True, unit=unit, whole=whole)
    if low > 0 and low < high and high - low < ZOOM_BELOW_SHARE * high:
        step = _round_step((high - low) / 4)
        start = max(0.0, math.floor((low - step) / step) * step)
        return FigureAxis(round(start, 10), high + (high - low) * 0.15, logarithmic=False, unit=unit, whole=whole)
    start, end = min(0.0, low * 1.08), max(0.0, high * 1.06)
    for bound in [float(mark.low) for mark in marks if mark.shape == "at_least" and mark.low is not None]:
        end = max(end, start + (bound - start) / (1 - STUB_SHARE))  # its stub must end within the axis
    return FigureAxis(start, end if end > start else start + 1, logarithmic=False, unit=unit, whole=whole)


def widened(axis: FigureAxis, end: float) -> FigureAxis:
    """Give the same axis with its end moved out, to make room for a label."""
    return FigureAxis(axis.start, max(axis.end, end), axis.logarithmic, axis.unit, axis.whole)


def _drawn_edges(marks: Sequence[ClaimMark]) -> list[float]:
    """Every end that is drawn at its value: not the 0 under "up to 400", which is an open end."""
    edges: list[float] = []
    for mark in marks:
        ends = (mark.point, None if mark.shape == "at_most" else mark.low, mark.high)
        edges += [float(end) for end in ends if end is not None and math.isfinite(end)]
    return edges


def _round_step(step: float) -> float:
    """Round a step up to 1, 2, 2.5 or 5 times a power of ten."""
    if step <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(step))
    return next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= step * (1 - 1e-9))


def _log_ticks(start: float, end: float, most: int) -> list[float]:
    """Ticks at 1, 2 and 5 of each power of ten, or at fewer where they would crowd."""
    powers = range(math.floor(math.log10(start)), math.ceil(math.log10(end)) + 1)
    for factors in ((1, 2, 5), (1, 3), (1,)):
        ticks = [factor * 10.0**power for power in powers for factor in factors]
        inside = [tick for tick in ticks if start <= tick <= end]
        if len(inside) <= most:
            return inside
    stride = math.ceil(len(inside) / most)
    return inside[::stride]
