"""The quick chart of a query's result: what the columns' types say can be drawn, and nothing where they say nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Literal

import altair as alt

from dashboard.charts.frame import AnyChart, Spec, self_sized_spec
from dashboard.charts.palette import PALETTES, Theme

NUMBERS = re.compile(r"U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DOUBLE|FLOAT|DECIMAL\(.*\)")
MOMENTS = re.compile(r"DATE|TIMESTAMP.*")
WORDS = re.compile(r"VARCHAR|BOOLEAN|ENUM\(.*\)")
NO_AMOUNT = re.compile(r"rank|year|.*_(id|start|end)")
NO_NAME = re.compile(r"as_of|day|date|.*_(id|at|day|date)")
"""Columns that are drawn only where a result has no others: places in a list or a text, ids, dates in words."""
LOW, HIGH = "low", "high"
"""The ends of an interval, which is drawn whole."""
SPOKEN_LABEL = "join(split(datum.label, '_'), ' ')"
"""A name such as job_cuts as words, on the axis."""
MOST_BARS = 30
"""More bars than these are a table."""
BAR_STEP, HEIGHT = 24, 260


Shape = Literal["line", "ranges", "bars", "points"]


class NoChartError(ValueError):
    """Rows of these columns have no shape that a chart could show."""


def draw_query_result(
    columns: Sequence[tuple[str, str]], row_count: int, address: str, theme: Theme, width: int
) -> Spec:
    """Draw a query's rows by the (name, DuckDB type) of its columns: bars, a line over time, or a cloud of points.

    `address` gives the rows under `data`; `width` is in px. Raises NoChartError.
    """
    shape, across, up = _shape(columns, row_count)
    data = alt.UrlData(url=address, format=alt.JsonDataFormat(property="data", type="json"))
    base = alt.Chart(data, width=width).encode(tooltip=[alt.Tooltip(_field(name), title=name) for name, _ in columns])
    whole = {name for name in (across, up) if "INT" in dict(columns)[name]}
    chart: AnyChart
    match shape:
        case "line":
            chart = _line(base, across, up, theme, whole)
        case "ranges":
            chart = _ranges(base, across, row_count, theme)
        case "bars":
            chart = _bars(base, across, up, row_count, theme, whole)
        case _:
            chart = _points(base, across, up, theme, whole)
    return self_sized_spec(chart, theme, f"The query's result as a chart: {', '.join(name for name, _ in columns)}.")


def query_result_title(columns: Sequence[tuple[str, str]], row_count: int) -> str:
    """Say what the chart of such a result shows: `Findings by measure`. Raises NoChartError."""
    shape, across, up = _shape(columns, row_count)
    between = {"line": "over", "ranges": "to high by", "bars": "by", "points": "against"}[shape]
    told = f"{_spoken(up)} {between} {_spoken(across)}"
    return told[:1].upper() + told[1:]


def _shape(columns: Sequence[tuple[str, str]], row_count: int) -> tuple[Shape, str, str]:
    """Choose how rows of such columns are drawn, and by which two of them; raises NoChartError."""
    numbers = _telling(_of_kind(columns, NUMBERS), NO_AMOUNT)
    words = _telling(_of_kind(columns, WORDS), NO_NAME)
    moments = _of_kind(columns, MOMENTS)
    if {LOW, HIGH} <= set(numbers) and words and row_count <= MOST_BARS:
        return "ranges", words[0], LOW
    if moments and numbers:
        return "line", moments[0], numbers[0]
    if words and numbers and row_count <= MOST_BARS:
        return "bars", words[0], numbers[0]
    if len(numbers) > 1:
        return "points", numbers[0], numbers[1]
    raise NoChartError("A chart needs a column of numbers beside one of words, dates or numbers.")


def _spoken(name: str) -> str:
    """A column's name as words."""
    return name.replace("_", " ")


def _of_kind(columns: Sequence[tuple[str, str]], kind: re.Pattern[str]) -> list[str]:
    return [name for name, duckdb_type in columns if kind.fullmatch(duckdb_type)]


def _telling(names: list[str], untold: re.Pattern[str]) -> list[str]:
    """Leave out the columns that say little, unless there are no others."""
    return [name for name in names if not untold.fullmatch(name)] or names


def _field(name: str) -> str:
    """A column as Altair's shorthand: what reads as syntax there is set apart."""
    escaped = name.replace("\\", "\\\\")
    for sign in ".[]:":
        escaped = escaped.replace(sign, f"\\{sign}")
    return f"{escaped}:N"


def _quantity(name: str) -> str:
    return _field(name).removesuffix(":N") + ":Q"


def _axis(title: str | None, *, grid: bool) -> alt.Axis:
    """Few ticks."""
    return alt.Axis(title=title, grid=grid, labelLimit=180, titlePadding=10, labelPadding=6, tickCount=6)


def _number_axis(name: str, along: str, whole: Collection[str], *, grid: bool) -> alt.Axis:
    """Few ticks, and none between whole numbers in a column that holds no others; `along` is the scale, x or y."""
    axis = _axis(_spoken(name), grid=grid)
    if name in whole:
        axis["tickCount"] = alt.ExprRef(f"clamp(floor(span(domain('{along}'))), 1, 6)")
        axis["format"] = ",d"
    return axis


def _word_axis() -> alt.Axis:
    """Every word, as wide as a third of a page has room for."""
    axis = _axis(None, grid=False)
    axis["labelExpr"], axis["labelLimit"] = SPOKEN_LABEL, 240
    return axis


def _ranges(base: alt.Chart, words: str, row_count: int, theme: Theme) -> AnyChart:
    """One interval a row, from its low to its high; where both are one figure or one end is open, a point."""
    colour = PALETTES[theme]["low"]
    numbered = base.transform_window(nth_of_word="row_number()", groupby=[words])
    placed = numbered.encode(y=alt.Y(_field(words), sort=None, axis=_word_axis()), yOffset=alt.YOffset("nth_of_word:O"))
    axis = _number_axis("low to high", "x", (), grid=True)
    whole, single = "isValid(datum.low) && isValid(datum.high) && datum.low != datum.high", "isValid(datum.point)"
    bars = placed.transform_filter(whole).mark_bar(color=colour, opacity=0.5, cornerRadius=4, height=8)
    points = (
        placed.transform_filter(f"!({whole})")
        .transform_calculate(point="isValid(datum.low) ? datum.low : datum.high")
        .transform_filter(single)
        .mark_circle(color=colour, size=80, opacity=1)
    )
    return alt.layer(
        bars.encode(x=alt.X(_quantity(LOW), axis=axis), x2=alt.X2(HIGH)), points.encode(x=alt.X("point:Q", axis=axis))
    ).properties(height=BAR_STEP * max(1, row_count), width=base.width)


def _bars(base: alt.Chart, words: str, number: str, row_count: int, theme: Theme, whole: Collection[str]) -> alt.Chart:
    """One bar a row, in the query's own order; rows of one word side by side, for a sum of them would mean nothing."""
    numbered = base.transform_window(nth_of_word="row_number()", groupby=[words])
    bars: alt.Chart = numbered.mark_bar(color=PALETTES[theme]["low"], cornerRadiusEnd=3, height={"band": 0.68})
    return bars.encode(
        y=alt.Y(_field(words), sort=None, axis=_word_axis()),
        yOffset=alt.YOffset("nth_of_word:O"),
        x=alt.X(_quantity(number), axis=_number_axis(number, "x", whole, grid=True)),
    ).properties(height=BAR_STEP * max(1, row_count))


def _line(base: alt.Chart, moment: str, number: str, theme: Theme, whole: Collection[str]) -> alt.Chart:
    colour = PALETTES[theme]["low"]
    line: alt.Chart = base.mark_line(color=colour, point=alt.OverlayMarkDef(color=colour, size=40))
    return line.encode(
        x=alt.X(_field(moment).removesuffix(":N") + ":T", axis=_axis(None, grid=False)),
        y=alt.Y(_quantity(number), axis=_number_axis(number, "y", whole, grid=True)),
    ).properties(height=HEIGHT)


def _points(base: alt.Chart, across: str, up: str, theme: Theme, whole: Collection[str]) -> alt.Chart:
    points: alt.Chart = base.mark_circle(color=PALETTES[theme]["low"], size=60, opacity=0.7)
    return points.encode(
        x=alt.X(_quantity(across), axis=_number_axis(across, "x", whole, grid=False), scale=alt.Scale(zero=False)),
        y=alt.Y(_quantity(up), axis=_number_axis(up, "y", whole, grid=True), scale=alt.Scale(zero=False)),
    ).properties(height=HEIGHT)
