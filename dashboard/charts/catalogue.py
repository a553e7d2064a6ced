"""Every chart by its name: what it needs to know, and how its Vega-Lite spec is made from one build."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from analytics.list_views import FINDINGS, SOURCES, ListView
from analytics.reading import Snapshot
from api.list_arguments import EQUAL, choosing_parameters
from api.payloads import row_by_id
from dashboard.charts import coverage, voices_by_source
from dashboard.charts.claim_intervals import draw_claim_intervals
from dashboard.charts.findings_by_spread import draw_findings_by_spread
from dashboard.charts.frame import Row, Spec, rounded_width, rows_of, with_rows_by_address
from dashboard.charts.house_effects import FEWEST_QUESTIONS, MOST_SOURCES, draw_house_effects
from dashboard.charts.overview import FAR, MOST_DOTS, NEAR, REACH, Deviations, draw_overview
from dashboard.charts.palette import Theme
from dashboard.charts.timeline import draw_timeline
from dashboard.charts.verdict_matrix import draw_verdict_matrix, most_different
from dashboard.confidence import LEAST_CONFIDENCE, least_confidence
from dashboard.findings_filters import read_spread
from dashboard.queries import query
from dashboard.question_drawing import QuestionDrawing, question_drawing

BIN = math.log(2) / 12
MOST_MEASURES = 12
DEFAULT_WIDTH = 1080

Asked = Mapping[str, str]


class UnknownChartError(LookupError):
    """No chart has this name, or it was asked for without the question that it draws; the message says which."""


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart: its title on a picture, what it takes, how it is drawn, and which columns of its rows a table shows.

    `takes` names the parameters that choose what is drawn; a chart `of_list` takes also those that choose the rows of
    this list. `columns` maps a column of the rows to its heading.
    """

    title: str
    draw: Callable[[Snapshot, Asked, Theme, int], Spec]
    columns: Mapping[str, str]
    takes: tuple[str, ...] = ()
    of_list: ListView | None = None

    @property
    def of_question(self) -> bool:
        """Whether it draws one question."""
        return "question_id" in self.takes

    @property
    def of_source(self) -> bool:
        """Whether it draws one source."""
        return "source" in self.takes


def chart_spec(name: str, asked: Asked, theme: Theme, width: int, snapshot: Snapshot) -> Spec:
    """Give the Vega-Lite spec of a chart for a width in px, made once a build for each theme and step of width.

    `asked` holds what the chart takes, a `question_id` for instance; more is left aside. Raises UnknownChartError, and
    UnknownRowError for a question or a source that the build does not hold.
    """
    chart, takes = named_chart(name), parameters_of(name, snapshot)
    if chart.of_question and not asked.get("question_id"):
        raise UnknownChartError(f"The chart {name!r} draws one question: name it with question_id.")
    if chart.of_source and not asked.get("source"):
        raise UnknownChartError(f"The chart {name!r} draws one source: name it with source.")
    taken = {key: value for key, value in asked.items() if key.removesuffix(EQUAL) in takes}
    wide = rounded_width(width)
    key = ("chart", name, *sorted(taken.items()), theme, wide)
    return snapshot.cached(key, lambda: chart.draw(snapshot, taken, theme, wide))


def parameters_of(name: str, snapshot: Snapshot) -> tuple[str, ...]:
    """Give the parameters that choose what a chart draws; raises UnknownChartError.

    Each `column` may be written `column__eq`, as in the address of a list.
    """
    chart = named_chart(name)
    if chart.of_list is None:
        return chart.takes
    return (*chart.takes, *choosing_parameters(chart.of_list, snapshot.columns(chart.of_list.view)))


def chart_rows(name: str, asked: Asked, width: int, snapshot: Snapshot) -> dict[str, object]:
    """Give the rows that a chart draws at a width in px, and the columns that a table of them shows."""
    rows = rows_of(chart_spec(name, asked, "light", width, snapshot))
    return {
        "data": rows,
        "columns": [{"name": key, "title": title} for key, title in named_chart(name).columns.items()],
    }


def spec_by_address(name: str, asked: Asked, theme: Theme, width: int, snapshot: Snapshot, more: Asked) -> Spec:
    """Give a chart's spec as a page loads it: small, with the address of its rows; `more` is added to that address."""
    parts = {**asked, "width": str(rounded_width(width)), **more}
    address = f"/api/v1/charts/{name}/rows.json?{urlencode({key: value for key, value in parts.items() if value})}"
    return with_rows_by_address(chart_spec(name, asked, theme, width, snapshot), address)


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
    bins: list[Row] = [{**row, "step": BIN} for row in snapshot.rows(_of_weighed("deviation_bins"), bounds)]
    outermost = snapshot.rows(_of_weighed("outermost_claims"), {"most": MOST_DOTS})
    return Deviations(bins, outermost, sum(row["claims"] for row in bins))


def _of_weighed(name: str) -> str:
    """Give a query over the figures that are weighed against each other."""
    return f"with weighed_deviation as ({query('weighed_deviations')}) {query(name)}"


def _asked_question(snapshot: Snapshot, asked: Asked) -> QuestionDrawing:
    return question_drawing(snapshot, asked["question_id"], least_confidence(snapshot, asked))


def _claim_intervals(snapshot: Snapshot, asked: Asked, theme: Theme, width: int) -> Spec:
    drawing = _asked_question(snapshot, asked)
    return draw_claim_intervals(drawing.marks, drawing.consensus, drawing.unit, theme, width)


def _timeline(snapshot: Snapshot, asked: Asked, theme: Theme, width: int) -> Spec:
    drawing = _asked_question(snapshot, asked)
    return draw_timeline(drawing.marks, drawing.unit, theme, width)


def _verdict_matrix(snapshot: Snapshot, asked: Asked, theme: Theme, width: int) -> Spec:
    drawing = _asked_question(snapshot, asked)
    return draw_verdict_matrix(drawing.marks, drawing.pairs, theme, width)


def _most_different(snapshot: Snapshot, asked: Asked, theme: Theme, width: int) -> Spec:
    drawing = _asked_question(snapshot, asked)
    return draw_verdict_matrix(most_different(drawing.marks, drawing.pairs), drawing.pairs, theme, width)


def _overview(snapshot: Snapshot, _asked: Asked, theme: Theme, width: int) -> Spec:
    return draw_overview(read_deviations(snapshot), theme, width)


def _findings_by_spread(snapshot: Snapshot, asked: Asked, theme: Theme, width: int) -> Spec:
    return draw_findings_by_spread(read_spread(snapshot, asked), theme, width)


def read_house_effects(snapshot: Snapshot) -> list[Row]:
    """Read how far each source's figures lie from the others'."""
    return snapshot.rows(query("source_effects"), {"fewest": FEWEST_QUESTIONS, "most": MOST_SOURCES})


def read_source_measures(snapshot: Snapshot, source: str) -> list[Row]:
    """Read how far one source's figures of each measure lie from the others', as rows of the same chart."""
    rows = snapshot.rows(query("source_measures"), {"source": source, "most": MOST_MEASURES})
    return [
        {
            **row,
            "source": str(row["measure"]).replace("_", " "),
            "shown_deviations": [],
            "href": f"/?{urlencode({'measure': row['measure'], 'sources__contains': source})}#findings",
        }
        for row in rows
    ]


def read_voices_by_source(snapshot: Snapshot) -> list[Row]:
    """Read whose words each source carries, for those with most claims, once a build."""
    bounds = {"sources": voices_by_source.MOST_SOURCES, "voices": voices_by_source.MOST_VOICES}
    return snapshot.cached("voices by source", lambda: snapshot.rows(query("voices_by_source"), bounds))


def _house_effects(snapshot: Snapshot, _asked: Asked, theme: Theme, width: int) -> Spec:
    return draw_house_effects(read_house_effects(snapshot), theme, width)


def _source_measures(snapshot: Snapshot, asked: Asked, theme: Theme, width: int) -> Spec:
    row_by_id(snapshot, SOURCES, asked["source"])  # raises for a source that there is not
    return draw_house_effects(read_source_measures(snapshot, asked["source"]), theme, width)


def read_coverage(snapshot: Snapshot) -> list[Row]:
    """Read which sources speak on the most severe findings, once a build."""
    bounds = {"findings": coverage.MOST_FINDINGS, "sources": coverage.MOST_SOURCES}
    return snapshot.cached("coverage", lambda: snapshot.rows(query("coverage_of_findings"), bounds))


def _coverage(snapshot: Snapshot, _asked: Asked, theme: Theme, width: int) -> Spec:
    return coverage.draw_coverage(read_coverage(snapshot), theme, width)


def _voices_by_source(snapshot: Snapshot, _asked: Asked, theme: Theme, width: int) -> Spec:
    return voices_by_source.draw_voices_by_source(read_voices_by_source(snapshot), theme, width)


_QUESTION = ("question_id", LEAST_CONFIDENCE)

CHARTS: dict[str, Chart] = {
    "findings-by-spread": Chart(
        "Findings by how far apart the figures lie",
        _findings_by_spread,
        {"spread": "Spread", "verdict": "Verdict", "findings": "Findings"},
        of_list=FINDINGS,
    ),
    "overview": Chart(
        "How far the figures lie from the middle of their question",
        _overview,
        {"question": "Question", "who": "Voice", "figure": "Figure", "ratio": "Lies", "figures": "Figures"},
    ),
    "claim-intervals": Chart(
        "Every claim, as wide as its words allow",
        _claim_intervals,
        {
            "letter": "Claim",
            "who": "Voice",
            "byline": "Said by, in",
            "label": "Figure",
            "reads_as": "Reads as",
            "day": "As of",
            "reported": "Reported",
        },
        _QUESTION,
    ),
    "timeline": Chart(
        "When each figure appeared",
        _timeline,
        {"letter": "Claim", "who": "Voice", "figure": "Figure", "as_of": "As of", "reported": "Reported"},
        _QUESTION,
    ),
    "verdict-matrix": Chart(
        "Claim against claim",
        _verdict_matrix,
        {"pair": "Between", "word": "Verdict", "ratio": "Ratio", "why": "Why"},
        _QUESTION,
    ),
    "most-different": Chart(
        "The claims that differ most, each against each",
        _most_different,
        {"pair": "Between", "word": "Verdict", "ratio": "Ratio", "why": "Why"},
        _QUESTION,
    ),
    "house-effects": Chart(
        "How far each source lies from the others",
        _house_effects,
        {"source": "Source", "words": "Lies", "likely": "Likely range", "basis": "From"},
    ),
    "source-measures": Chart(
        "Its figures against the others', by measure",
        _source_measures,
        {"source": "Measure", "words": "Lies", "likely": "Likely range", "basis": "From"},
        ("source",),
    ),
    "voices-by-source": Chart(
        "Whose words each source carries",
        _voices_by_source,
        {"voice": "Voice", "source": "Source", "claims": "Claims"},
    ),
    "coverage": Chart(
        "Who speaks on the most severe findings",
        _coverage,
        {"voice": "Finding", "source": "Source", "spoken": "Claims"},
    ),
}
