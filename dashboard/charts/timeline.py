"""The timeline: when each figure appeared and which date it speaks of; claims without a date have their own lane."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import altair as alt

from dashboard.charts.figure_axis import FigureAxis, axis_of
from dashboard.charts.frame import Row, Spec, finished_spec
from dashboard.charts.palette import PALETTES, Theme
from dashboard.charts.shapes import STRUCK_AROUND, axisless_x, bare_x, bare_y, only, shortened, side_colour, side_stroke
from dashboard.claim_marks import STANCE_WORDS, ClaimMark
from dashboard.numerals import axis_text, date_text
from dashboard.verdict_words import VERDICTS

LEAST_LEFT, RIGHT, TOP, BOTTOM = 64, 16, 14, 34
LETTER = 6.4
"""Px that a letter of an axis's figure takes."""
HEIGHT, TALL, WITHOUT_FIGURES, STANCE_LANE, DEEPEST_LANE = 280, 350, 24, 44, 160
TALL_FROM = 9
"""So many claims have a tall plot: their dots need it, and the matrix beside it is as tall."""
REACH = 1.5
"""A day spoken of is drawn up to so many times the stretch of publication away, else named at the edge."""
EDGE_ROOM = 0.22
"""Share of the axis that is added where a day is named at its edge."""
LEAST_STRETCH = 4
"""Days that the stretch of publication counts for at least."""
UNDATED_LANE, TICK_ROOM = 84, 22
"""Px of the lane of what has no date, and from its end to the middle of the first day's name."""
DOT = 21
"""Diameter of a lettered dot in px; claims nearer than this on both axes are set apart."""
INTERVALS = ("range", "vague", "at_least", "at_most")
"""Shapes whose words name no single figure: their letter stands hollow in the middle of what is drawn."""
DAY = 86_400_000
MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days from `start` to `end` in epoch milliseconds, drawn over `plot` px from `offset` on."""

    start: float
    end: float
    offset: int
    plot: int
    height: int = HEIGHT
    """Px that the figures have, from the top."""
    lane: int = STANCE_LANE
    """Height in px of the lane below, in which stand the claims without a figure."""

    @property
    def foot(self) -> int:
        """Where the lane ends, in px from the top."""
        return self.height + self.lane

    def beyond(self, moment: float) -> str | None:
        """On which side a moment lies off the axis, None where it lies on it."""
        return "before" if moment < self.start else ("after" if moment > self.end else None)

    def pixel(self, moment: float) -> float:
        """Where a moment lies, in px from the left edge of the plot; what lies off the axis stands at its edge."""
        moment = max(self.start, min(self.end, moment))
        return self.offset + (moment - self.start) / (self.end - self.start) * (self.plot - self.offset)

    @property
    def has_days(self) -> bool:
        """Whether any day has its place: else the lane of what has no date is all there is."""
        return self.offset < self.plot

    @property
    def undated_middle(self) -> float:
        """Where the middle of the lane of what has no date lies, in px."""
        return self.offset / 2 - 4

    @property
    def first_label(self) -> float:
        """Where the first day may be named, in px: clear of the name of the lane of what has no date."""
        return self.offset + TICK_ROOM if self.offset else 0

    def room_beside(self, *, dated: bool) -> float:
        """How far from its place a dot may be set aside, in px: within its day, or within the lane of no date."""
        return self.day_width / 2 if dated else self.offset / 2 - DOT

    @property
    def day_width(self) -> float:
        """How many px one day takes."""
        return DAY / (self.end - self.start) * (self.plot - self.offset)


def draw_timeline(marks: Sequence[ClaimMark], unit: str | None, theme: Theme, width: int) -> Spec:
    """Draw each claim at its day of publication, with a dotted line back to the day that its figure speaks of."""
    figures = axis_of(marks, unit)
    left = _left(figures)
    plot = width - left - RIGHT
    times = _time_axis(marks, plot)
    rows = _corrected(_edge_named(_spread([_row(mark, figures, times) for mark in marks], times)))
    corrections = _corrections(theme) if any(mark.replaces or mark.is_struck for mark in marks) else []
    layers = [*_ground(figures, times, theme, marks), *_spans(theme), *_dots(theme), *corrections]
    chart = alt.layer(*layers, data={"values": rows}).properties(width=plot, height=times.foot)
    spec = finished_spec(
        chart, theme, {"left": left, "right": RIGHT, "top": TOP, "bottom": BOTTOM}, describe_timeline(marks)
    )
    spec["layer"][0]["encoding"]["x"]["scale"] = {"domain": [0, plot], "nice": False, "zero": False}
    spec["layer"][0]["encoding"]["y"]["scale"] = {
        "domain": [0, times.foot],
        "reverse": True,
        "nice": False,
        "zero": False,
    }
    return spec


def _left(figures: FigureAxis) -> int:
    """Give the px that the figures beside the plot need."""
    longest = max((len(axis_text(value, figures.unit)) for value in _told_values(figures)), default=0)
    return max(LEAST_LEFT, round(longest * LETTER) + 12)


def _told_values(figures: FigureAxis) -> list[float]:
    """List the figures that the axis names."""
    return figures.ticks(5) if figures.has_figures else []


def describe_timeline(marks: Sequence[ClaimMark]) -> str:
    """Say in words when each figure was reported, earliest first."""
    dated = sorted((mark for mark in marks if _reported(mark)), key=lambda mark: _reported(mark) or 0)
    spoken = [
        f"{date_text(mark.row.get('reported_at') or mark.row.get('as_of'))}: {shortened(mark.who, 60)}, "
        f"{shortened(mark.figure, 60)}{mark.replacement}"
        for mark in dated
    ]
    undated = len(marks) - len(dated)
    told = [f"{'; '.join(spoken)}."] if spoken else []
    return " ".join([*told, *([f"{undated} without a date."] if undated else [])])


def tells_time(marks: Sequence[ClaimMark]) -> bool:
    """Whether a timeline says anything: two different days are known, or of some claim none is."""
    days = {_day(mark.row.get(field)) for mark in marks for field in ("as_of", "reported_at")}
    return len(days - {None}) > 1 or any(_reported(mark) is None for mark in marks)


def _day(iso: object) -> float | None:
    """Epoch milliseconds of a day; a month or a year alone stands at its first day."""
    parts = str(iso or "")[:10].split("-")
    try:
        year, month, day = (int(part) for part in [*parts, "1", "1"][:3])
        return datetime(year, month, day, tzinfo=UTC).timestamp() * 1000
    except ValueError:
        return None


def _reported(mark: ClaimMark) -> float | None:
    return _day(mark.row.get("reported_at")) or _day(mark.row.get("as_of"))


def _time_axis(marks: Sequence[ClaimMark], plot: int) -> TimeAxis:
    """Let the axis hold every day of publication, and the days spoken of that lie near them."""
    told = [day for day in map(_reported, marks) if day is not None] or [0.0]
    first, last = min(told), max(told)
    reach = REACH * max(last - first, LEAST_STRETCH * DAY)
    spoken_of = [day for mark in marks if (day := _day(mark.row.get("as_of"))) is not None]
    known = [*told, *(day for day in spoken_of if first - reach <= day <= last + reach)]
    margin = max(DAY * 0.5, (max(known) - min(known)) * 0.06)
    undated = [mark for mark in marks if _reported(mark) is None]
    lane = plot if len(undated) == len(marks) else UNDATED_LANE
    room = EDGE_ROOM * (max(known) - min(known) + 2 * margin)
    start = min(known) - margin - (room if min([first, *spoken_of]) < first - reach else 0)
    end = max(known) + margin + (room if max([last, *spoken_of]) > last + reach else 0)
    has_figures = any(mark.point is not None and mark.shape not in STANCE_WORDS for mark in marks)
    height = (TALL if len(marks) >= TALL_FROM else HEIGHT) if has_figures else WITHOUT_FIGURES
    axis = TimeAxis(start, end, lane if undated else 0, plot, height)
    return replace(axis, lane=_lane_height(marks, axis))


def _lane_height(marks: Sequence[ClaimMark], axis: TimeAxis) -> int:
    """Make the lane as deep as its fullest day needs, whose dots stand side by side as far as the day is wide."""
    days = Counter(_reported(mark) for mark in marks if mark.shape in STANCE_WORDS)
    deep = max((-(-count // _abreast(axis, dated=day is not None)) for day, count in days.items()), default=0)
    return min(DEEPEST_LANE, max(STANCE_LANE, math.ceil(deep * DOT * 0.9) + 12))


def _abreast(axis: TimeAxis, *, dated: bool) -> int:
    """Count the dots that have room side by side."""
    return 2 * max(0, int(axis.room_beside(dated=dated) / (DOT * 0.9))) + 1


def _row(mark: ClaimMark, figures: FigureAxis, times: TimeAxis) -> Row:
    """Give one claim's row: positions in px from the top left corner of the plot."""
    reported, as_of = _reported(mark), _day(mark.row.get("as_of"))
    point = mark.point if mark.shape not in STANCE_WORDS else None
    low, high = _closed_ends(mark) if point is not None else (None, None)
    top = _height(figures, high if high is not None else _open(figures, point, mark, 0.1), times)
    bottom = _height(figures, low if low is not None else _open(figures, point, mark, -0.1), times)
    is_interval = mark.shape in INTERVALS
    return {
        "x": times.pixel(reported) if reported is not None else times.undated_middle,
        "reported_x": times.pixel(reported) if reported is not None else None,
        "as_of_x": times.pixel(as_of) if reported is not None and as_of is not None else None,
        "beyond": times.beyond(as_of) if reported is not None and as_of is not None else None,
        "y": (top + bottom) / 2 if is_interval else _height(figures, point, times),
        "top": top,
        "bottom": bottom,
        "interval": is_interval,
        "open_y": {"at_least": top, "at_most": bottom}.get(mark.shape),
        "turn": 180 if mark.shape == "at_most" else 0,
        "letter": mark.letter,
        "side": mark.side,
        "who": shortened(mark.who, 80),
        "figure": shortened(mark.figure, 60) + mark.replacement,
        "replaces": mark.replaces,
        "replaced_by": mark.replaced_by,
        "is_struck": mark.is_struck,
        "as_of": date_text(mark.row.get("as_of")),
        "reported": date_text(mark.row.get("reported_at")),
        "href": f"#claim-{mark.claim_id}",
    }


def _closed_ends(mark: ClaimMark) -> tuple[float | None, float | None]:
    """Give what bounds a figure; the zero below "at most" is an open end, as the sky above "at least" is."""
    return (None if mark.shape == "at_most" else mark.low, None if mark.shape == "at_least" else mark.high)


def _open(figures: FigureAxis, point: float | None, mark: ClaimMark, share: float) -> float | None:
    """End an open interval in a stub; a missing end of a closed one is its point."""
    return figures.moved(point, share) if point is not None and mark.shape in ("at_least", "at_most") else point


def _height(figures: FigureAxis, value: float | None, times: TimeAxis) -> float:
    """Height of a figure in px from the top; what has no figure stands in the lane below."""
    if value is None:
        return times.height + times.lane / 2
    return (
        1 - min(1.0, max(0.0, figures.share(value) if value > 0 or not figures.logarithmic else 0.0))
    ) * times.height


def _edge_named(rows: list[Row]) -> list[Row]:
    """Give the day of what is spoken of beyond the axis to the uppermost of each edge's lines that lie close."""
    named: list[Row] = []
    for row in sorted((row for row in rows if row["beyond"]), key=lambda row: float(row["y"])):
        same_edge = [other for other in named if other["beyond"] == row["beyond"]]
        if all(abs(other["y"] - row["y"]) > DOT for other in same_edge):
            named.append(row)
    return [{**row, "edge": row["as_of"] if row in named else None} for row in rows]


def _corrected(rows: list[Row]) -> list[Row]:
    """Give what corrects another claim the place of that claim's dot."""
    dots = {row["letter"]: (row["dot_x"], row["dot_y"]) for row in rows}
    return [
        {**row, "former_x": dots[row["replaces"]][0], "former_y": dots[row["replaces"]][1]} if row["replaces"] else row
        for row in rows
    ]


def _spread(rows: list[Row], times: TimeAxis) -> list[Row]:
    """Set dots that would cover each other side by side within their day, else above each other.

    The date and the figure stay where they are: a dot that had to move hangs on a line from its true place.
    """
    placed: list[Row] = []
    for row in rows:
        dots = [(x, row["y"]) for x in _beside(row, times)]
        free = [dot for dot in dots if not any(_covers(dot[0], row, other) for other in placed)]
        dots += [(x, y) for y in _above(row, times) for x in _beside(row, times)]
        free += [dot for dot in dots if all(_apart(dot, (other["dot_x"], other["dot_y"])) for other in placed)]
        x, y = (free or dots)[0]
        placed.append({**row, "dot_x": x, "dot_y": y})
    return placed


def _beside(row: Row, times: TimeAxis) -> list[float]:
    """Give the places across for a dot, nearest first: all of them nearer to its own day than to another."""
    room = times.room_beside(dated=row["reported_x"] is not None)
    shifts = [shift * DOT * 0.9 for shift in sorted(range(-8, 9), key=abs)]
    return [row["x"] + shift for shift in shifts if abs(shift) < room and row["x"] + shift >= DOT / 2]


def _above(row: Row, times: TimeAxis) -> list[float]:
    """Give the places above and below a claim for its dot, nearest first: within the plot, or within its lane."""
    has_figure = row["y"] <= times.height
    low, high = (DOT / 2, times.height - DOT / 2) if has_figure else (times.height + DOT / 3, times.foot)
    places = [row["y"] + shift * DOT * 0.9 for shift in sorted(range(-8, 9), key=abs) if shift]
    return [y for y in places if low <= y <= high][:8]


def _covers(x: float, row: Row, other: Row) -> bool:
    """Whether a claim drawn at `x`, its dot and its bar, would lie on another that is placed already."""
    (top, bottom), (other_top, other_bottom) = _extent(row), _extent(other)
    return bool(abs(x - other["dot_x"]) < DOT * 0.85 and top < other_bottom and other_top < bottom)


def _apart(dot: tuple[float, float], other: tuple[float, float]) -> bool:
    return max(abs(dot[0] - other[0]), abs(dot[1] - other[1])) >= DOT * 0.85


def _extent(row: Row) -> tuple[float, float]:
    """Give the upper and lower edge of all that is drawn of a claim, in px."""
    middle = row["dot_y"] if "dot_y" in row else row["y"]
    return min(row["top"], middle - DOT / 2), max(row["bottom"], middle + DOT / 2)


def _ground(
    figures: FigureAxis, times: TimeAxis, theme: Theme, marks: Sequence[ClaimMark]
) -> list[alt.Chart | alt.LayerChart]:
    """Draw the lines of the figures and of the days with their labels, and the names of the lanes."""
    palette = PALETTES[theme]
    lines = [
        {
            "y": _height(figures, value, times),
            "text": axis_text(value, figures.unit),
            "x": times.offset if times.has_days else 0,
            "end": times.plot,
        }
        for value in _told_values(figures)
    ]
    border = [{"x": times.offset - 12}] if times.offset and times.has_days else []
    ticks = [tick for tick in _day_ticks(times) if times.pixel(tick[0]) >= times.first_label] if times.has_days else []
    days = [{"x": times.pixel(moment), "text": text, "y": times.foot} for moment, text in ticks]
    lanes = _lane_names(times, marks)
    rules = alt.Chart({"values": lines}).mark_rule(color=palette["rule"])
    muted: dict[str, Any] = {"color": palette["muted"], "fontSize": 12}
    return [
        rules.encode(x=axisless_x("x"), x2="end:Q", y=bare_y("y")),
        alt.Chart({"values": lines})
        .mark_text(align="right", dx=-8, **muted)
        .encode(x=alt.value(0), y=bare_y("y"), text="text:N"),
        alt.Chart({"values": border})
        .mark_rule(color=palette["rule"], strokeDash=[2, 3])
        .encode(x=bare_x("x"), y=alt.value(0), y2=alt.value(times.foot)),
        alt.Chart({"values": days})
        .mark_tick(orient="vertical", height=6, color=palette["faint"])
        .encode(x=bare_x("x"), y=bare_y("y")),
        alt.Chart({"values": days})
        .mark_text(baseline="top", dy=10, **muted)
        .encode(x=bare_x("x"), y=bare_y("y"), text="text:N"),
        alt.Chart({"values": lanes})
        .mark_text(fontWeight=600, align=alt.expr("datum.align"), **muted)
        .encode(x=bare_x("x"), y=bare_y("y"), text="text:N"),
    ]


def _lane_names(times: TimeAxis, marks: Sequence[ClaimMark]) -> list[Row]:
    lanes: list[Row] = []
    if any(mark.shape in STANCE_WORDS for mark in marks):
        lanes.append({"x": -8, "y": times.height + times.lane / 2, "text": "no figure", "align": "right"})
    if times.offset:
        lanes.append({"x": times.undated_middle, "y": times.foot + 16, "text": "date unknown", "align": "center"})
    return lanes


def _day_ticks(times: TimeAxis) -> list[tuple[float, str]]:
    """Choose round days, months or years that leave each label its room."""
    first = datetime.fromtimestamp(times.start / 1000, tz=UTC).date()
    last = datetime.fromtimestamp(times.end / 1000, tz=UTC).date()
    most = max(2, (times.plot - times.offset) // 60)
    for step in (1, 2, 3, 7, 14):
        days = [first + timedelta(days=index) for index in range(1, (last - first).days + 1, step)]
        if len(days) <= most:
            return [(_midnight(day), f"{day.day} {day:%b}") for day in days]
    for months in (1, 2, 3, 6, 12, 24, 60, 120):
        starts = _month_starts(first, last, months)
        if len(starts) <= most:
            return [(_midnight(day), f"{day:%b %Y}" if months < MONTHS_A_YEAR else f"{day.year}") for day in starts]
    return [(_midnight(day), f"{day.year}") for day in (first, last)]


def _month_starts(first: date, last: date, months: int) -> list[date]:
    """First days of every n-th month counted from January."""
    counted = range(first.year * 12 + first.month, last.year * 12 + last.month)
    return [date(index // 12, index % 12 + 1, 1) for index in counted if index % months == 0]


def _midnight(day: date) -> float:
    return datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000


def _spans(theme: Theme) -> list[alt.Chart | alt.LayerChart]:
    """Draw what the words allow as an upright bar, and a dotted line from the report to the day spoken of."""
    return [
        alt.Chart()
        .transform_filter("isValid(datum.as_of_x) && abs(datum.as_of_x - datum.x) > 12")
        .mark_rule(strokeDash=[2, 3], strokeWidth=1.4, opacity=0.9)
        .encode(x=bare_x("as_of_x"), x2="x:Q", y=bare_y("y"), color=side_colour(theme)),
        alt.Chart()
        .transform_filter("isValid(datum.as_of_x) && !datum.beyond && abs(datum.as_of_x - datum.x) > 12")
        .mark_tick(orient="vertical", height=8, thickness=1.6)
        .encode(x=bare_x("as_of_x"), y=bare_y("y"), color=side_colour(theme)),
        *_edges(theme),
        alt.Chart()
        .mark_bar(width=8, cornerRadius=4, opacity=0.4)
        .encode(x=bare_x("dot_x"), y=bare_y("top"), y2="bottom:Q", color=side_colour(theme)),
        only("isValid(datum.open_y)")
        .mark_point(shape="M-1,0.5L0,-0.5L1,0.5", size=60, strokeWidth=2, filled=False, opacity=1)
        .encode(x=bare_x("dot_x"), y=bare_y("open_y"), angle=alt.Angle("turn:Q", scale=None), color=side_colour(theme)),
    ]


def _edges(theme: Theme) -> list[alt.Chart | alt.LayerChart]:
    """End the line to a day that lies off the axis in an arrow, and name the day."""
    arrows = {"before": "M1,-1L-0.6,0L1,1", "after": "M-1,-1L0.6,0L-1,1"}
    aligned: dict[str, dict[str, Any]] = {"before": {"align": "left"}, "after": {"align": "right"}}
    heads = [
        only(f"datum.beyond == '{side}'")
        .mark_point(shape=path, size=44, strokeWidth=1.8, filled=False, opacity=1)
        .encode(x=bare_x("as_of_x"), y=bare_y("y"), color=side_colour(theme))
        for side, path in arrows.items()
    ]
    names = [
        only(f"datum.beyond == '{side}' && isValid(datum.edge)")
        .mark_text(dy=-10, fontSize=11, fontWeight=600, **place)
        .encode(x=bare_x("as_of_x"), y=bare_y("y"), text="edge:N", color=side_colour(theme))
        for side, place in aligned.items()
    ]
    return [*heads, *names]


def _dots(theme: Theme) -> list[alt.Chart | alt.LayerChart]:
    """Draw the letters that tie the timeline to the other charts: on dots, or in rings where no one figure is named."""
    shown = {"who": "Voice", "figure": "Figure", "as_of": "As of", "reported": "Reported"}
    tooltip = [alt.Tooltip(f"{field}:N", title=title) for field, title in shown.items()]
    place = {"x": bare_x("dot_x"), "y": bare_y("dot_y")}
    card, on_mark = PALETTES[theme]["card"], PALETTES[theme]["on_mark"]
    letter: dict[str, Any] = {"fontSize": 11, "fontWeight": 600, "baseline": "middle", "dy": 0.5}
    found: dict[str, Any] = {"tooltip": tooltip, "href": "href:N", **place}
    moved = "datum.dot_y != datum.y"
    return [
        only(moved)
        .mark_rule(strokeWidth=1.2)
        .encode(x=bare_x("x"), x2="dot_x:Q", y=bare_y("y"), y2="dot_y:Q", color=side_colour(theme)),
        only(moved).mark_circle(size=28, opacity=1).encode(x=bare_x("x"), y=bare_y("y"), color=side_colour(theme)),
        only("!datum.interval")
        .mark_circle(size=370, opacity=1, stroke=card, strokeWidth=1.5)
        .encode(color=side_colour(theme), **found),
        only("datum.interval")
        .mark_point(size=300, opacity=1, filled=True, fill=card, strokeWidth=1.8)
        .encode(stroke=side_stroke(theme), **found),
        only("!datum.interval").mark_text(color=on_mark, **letter).encode(text="letter:N", **found),
        only("datum.interval").mark_text(**letter).encode(text="letter:N", color=side_colour(theme), **found),
    ]


def _corrections(theme: Theme) -> list[alt.Chart | alt.LayerChart]:
    """Strike what was corrected, and lead from it to the claim that corrects it, which bears the sign of an update."""
    ink: dict[str, Any] = {"color": PALETTES[theme]["ink"], "opacity": 1}
    later = "isValid(datum.replaces)"
    return [
        only(later)
        .mark_rule(strokeWidth=1.2, strokeDash=[5, 3], **ink)
        .encode(x=bare_x("former_x"), x2="dot_x:Q", y=bare_y("former_y"), y2="dot_y:Q"),
        only("datum.is_struck")
        .mark_point(shape=STRUCK_AROUND, size=700, strokeWidth=2, **ink)
        .encode(x=bare_x("dot_x"), y=bare_y("dot_y")),
        only(later)
        .mark_point(shape=VERDICTS["update"].path, size=100, strokeWidth=1.8, yOffset=-17, **ink)
        .encode(x=bare_x("dot_x"), y=bare_y("dot_y")),
    ]
