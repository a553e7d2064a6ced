"""Every chart by its name: what it needs to know, and how its Vega-Lite spec is made from one build."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from analytics.reading import Snapshot
from dashboard.charts import voices_by_source
from dashboard.charts.claim_intervals import draw_claim_intervals
from dashboard.charts.frame import Row, Spec, rounded_width
from dashboard.charts.house_effects import FEWEST_QUESTIONS, MOST_SOURCES, draw_house_effects
from dashboard.charts.overview import FAR, MOST_DOTS, NEAR, REACH, Deviations, draw_overview
from dashboard.charts.palette import Theme
from dashboard.charts.timeline import draw_timeline
from dashboard.charts.verdict_matrix import draw_verdict_matrix
from dashboard.queries import query
from dashboard.question_drawing import question_drawing

BIN = math.log(2) / 12
DEFAULT_WIDTH = 1080


class UnknownChartError(LookupError):
    """No chart has this name, or it was asked for without the question that it draws; the message says which."""


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart: its title on a picture, whether it draws one question, and the function that draws it."""

    title: str
    of_question: bool
    draw: Callable[[Snapshot, str, Theme, int], Spec]


def chart_spec(name: str, question_id: str | None, theme: Theme, width: int, snapshot: Snapshot) -> Spec:
    """Give the Vega-Lite spec of a chart for a width in px, made once a build for each theme and step of width.

    Raises UnknownChartError, and UnknownRowError for a question that the build does not hold.
    """
    chart = named_chart(name)
    if chart.of_question and not question_id:
        raise UnknownChartError(f"The chart {name!r} draws one question: name it with question_id.")
    wide = rounded_width(width)
    key = ("chart", name, question_id, theme, wide)
    return snapshot.cached(key, lambda: chart.draw(snapshot, question_id or "", theme, wide))


def named_chart(name: str) -> Chart:
    """Give a chart by its name; raises UnknownChartError."""
    if name not in CHARTS:
        raise UnknownChartError(f"There is no chart {name!r}; there are {', '.join(CHARTS)}.")
    return CHARTS[name]


def read_deviations(snapshot: Snapshot) -> Deviations:
    """Read how far the figures lie from the middle of their questions, once a build."""
    return snapshot.cached("deviations", lambda: _read_deviations(snapshot))


def _read_deviations(snapshot: Snapshot) -> Deviations:
    bounds = {"reach": REACH, "step": BIN, "near": NEAR - 1e-9, "far": FAR - 1e-9}
    bins: list[Row] = [{**row, "step": BIN} for row in snapshot.rows(query("deviation_bins"), bounds)]
    outermost = snapshot.rows(query("outermost_claims"), {"most": MOST_DOTS})
    return Deviations(bins, outermost, sum(row["claims"] for row in bins))


def _claim_intervals(snapshot: Snapshot, question_id: str, theme: Theme, width: int) -> Spec:
    drawing = question_drawing(snapshot, question_id)
    return draw_claim_intervals(drawing.marks, drawing.consensus, drawing.unit, theme, width)


def _timeline(snapshot: Snapshot, question_id: str, theme: Theme, width: int) -> Spec:
    drawing = question_drawing(snapshot, question_id)
    return draw_timeline(drawing.marks, drawing.unit, theme, width)


def _verdict_matrix(snapshot: Snapshot, question_id: str, theme: Theme, width: int) -> Spec:
    drawing = question_drawing(snapshot, question_id)
    return draw_verdict_matrix(drawing.marks, drawing.pairs, theme, width)


def _overview(snapshot: Snapshot, _question_id: str, theme: Theme, width: int) -> Spec:
    return draw_overview(read_deviations(snapshot), theme, width)


def read_house_effects(snapshot: Snapshot) -> list[Row]:
    """Read how far each source's figures lie from the others', once a build."""
    bounds = {"fewest": FEWEST_QUESTIONS, "most": MOST_SOURCES}
    return snapshot.cached("house effects", lambda: snapshot.rows(query("source_deviations"), bounds))


def read_voices_by_source(snapshot: Snapshot) -> list[Row]:
    """Read whose words each source carries, for those with most claims, once a build."""
    bounds = {"sources": voices_by_source.MOST_SOURCES, "voices": voices_by_source.MOST_VOICES}
    return snapshot.cached("voices by source", lambda: snapshot.rows(query("voices_by_source"), bounds))


def _house_effects(snapshot: Snapshot, _question_id: str, theme: Theme, width: int) -> Spec:
    return draw_house_effects(read_house_effects(snapshot), theme, width)


def _voices_by_source(snapshot: Snapshot, _question_id: str, theme: Theme, width: int) -> Spec:
    return voices_by_source.draw_voices_by_source(read_voices_by_source(snapshot), theme, width)


CHARTS: dict[str, Chart] = {
    "overview": Chart("How far the figures lie from the middle of their question", of_question=False, draw=_overview),
    "claim-intervals": Chart("Every claim, as wide as its words allow", of_question=True, draw=_claim_intervals),
    "timeline": Chart("When each figure appeared", of_question=True, draw=_timeline),
    "verdict-matrix": Chart("Claim against claim", of_question=True, draw=_verdict_matrix),
    "house-effects": Chart("How far each source lies from the others", of_question=False, draw=_house_effects),
    "voices-by-source": Chart("Whose words each source carries", of_question=False, draw=_voices_by_source),
}
