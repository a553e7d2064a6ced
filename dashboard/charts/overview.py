"""The overview: every figure of the corpus, by its ratio to the middle of the voices on its question."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from dashboard.charts.frame import PHONE_WIDTH, Row, Spec, finished_spec
from dashboard.charts.palette import PALETTES, Theme
from dashboard.charts.shapes import axisless_x, bare_x, bare_y, only, shortened, side_colour, side_stroke

NEAR = math.log(1.1)
"""A figure within a tenth of the middle counts as level with it."""
FAR = math.log(2)
REACH = math.log(16)
"""Figures beyond sixteen times or a sixteenth stand at the edge, as arrows that point out of the axis."""
MOST_DOTS = 420
"""More dots than these would not be told apart: then one dot stands for several figures."""
DOT = 8.8
MOST_ROWS = 22
"""Rows of dots in the middle block; a taller one would say nothing but its number."""
PHONE_ROWS = 12
HEIGHT, LABEL_ROOM, LABELLED = 64, 56, 6
COUNT_WIDTH = 110
TOP, BOTTOM, SIDE = 4, 26, 6
HOLLOW = ("about", "nearly", "just_over", "relative", "range")
"""Hedges of figures that stand for a stretch around them, as on every other chart."""
MARKS = (
    (-math.log(16), "a sixteenth", "1/16"),
    (-math.log(8), "an eighth", "⅛"),
    (-math.log(4), "a quarter", "¼"),
    (-math.log(2), "half", "half"),
    (0.0, "the middle", "middle"),
    (math.log(2), "double", "double"),
    (math.log(4), "four times", "4×"),
    (math.log(8), "eight times", "8×"),
    (math.log(16), "sixteen times", "16×"),
)
"""Places of the axis as log ratios to the middle, with their words, and with shorter ones for a phone."""


@dataclass(frozen=True, slots=True)
class RatioAxis:
    """Log ratios to the middle from `low` to `high`, drawn over `plot` px with room for a dot at either edge."""

    low: float
    high: float
    plot: int

    def pixel(self, deviation: float) -> float:
        """Where a log ratio lies, in px from the left edge of the plot; what lies beyond stands at the edge."""
        bounded = max(self.low, min(self.high, deviation))
        return DOT + (bounded - self.low) / (self.high - self.low) * (self.plot - 2 * DOT)

    @property
    def middle(self) -> float:
        """Where the middle of the voices lies, in px."""
        return self.pixel(0)

    def width(self, share: float) -> float:
        """How wide a stretch of log ratio is, in px."""
        return share / (self.high - self.low) * (self.plot - 2 * DOT)


@dataclass(frozen=True, slots=True)
class Deviations:
    """How far the figures lie from the middle of their questions: `bins` for the shape, `outermost` one row a claim."""

    bins: Sequence[Row]
    outermost: Sequence[Row]
    total: int

    @property
    def near(self) -> int:
        """Figures within a tenth of the middle."""
        return sum(int(row["near_claims"]) for row in self.bins)

    @property
    def far(self) -> int:
        """Figures at half, at double or beyond."""
        return sum(int(row["far_claims"]) for row in self.bins)


def draw_overview(deviations: Deviations, theme: Theme, width: int) -> Spec:
    """Draw a dot a figure, or a dot for several where they are many; the outermost are named where there is room."""
    plot = width - 2 * SIDE
    narrow = width < PHONE_WIDTH
    axis = _axis(deviations, plot)
    share = figures_a_dot(deviations)
    every = _dots(deviations, share)
    near, far = [dot for dot in every if _is_near(dot)], [dot for dot in every if not _is_near(dot)]
    middle_dots = _packed(near, axis, PHONE_ROWS if narrow else MOST_ROWS)
    dots = middle_dots + _swarm(far, axis)
    height = HEIGHT + _overflow(dots)
    named = [] if middle_dots else [(axis.middle - COUNT_WIDTH / 2, axis.middle + COUNT_WIDTH / 2, True)]
    labels = _labels(dots, plot, named) if share == 1 else []
    rows = [_row(dot, height) for dot in dots]
    layers = [*_ground(axis, height, theme, narrow), *_named(labels, height, theme), *_points(share, theme)]
    if not middle_dots and deviations.near:
        layers += _counted_middle(deviations, axis, height, theme)
    chart = alt.layer(*layers, data={"values": rows}).properties(width=plot, height=height + 2 * LABEL_ROOM)
    padding = {"left": SIDE, "right": SIDE, "top": TOP, "bottom": BOTTOM}
    spec = finished_spec(chart, theme, padding, describe_overview(deviations))
    scales = spec["layer"][0]["encoding"]
    scales["x"]["scale"] = {"domain": [0, plot], "nice": False, "zero": False}
    scales["y"]["scale"] = {"domain": [0, height + 2 * LABEL_ROOM], "reverse": True, "nice": False, "zero": False}
    return spec


def figures_a_dot(deviations: Deviations) -> int:
    """How many figures one dot stands for."""
    return max(1, math.ceil(deviations.total / MOST_DOTS))


def describe_overview(deviations: Deviations) -> str:
    """Say the result in words."""
    return (
        f"Of {deviations.total:,} figures, {deviations.near:,} lie within 10% of the middle of the voices on their "
        f"question, and {deviations.far:,} lie at half of it, at double or beyond."
    )


def _axis(deviations: Deviations, plot: int) -> RatioAxis:
    """Let the axis end on each side at the mark beyond the outermost figure: at half and double, or further out."""
    told = [float(row["deviation"]) for row in deviations.outermost] or [0.0]
    low, high = (max(FAR, min(REACH, _next_mark(abs(end)))) for end in (min(0.0, *told), max(0.0, *told)))
    return RatioAxis(-low, high, plot)


def _next_mark(distance: float) -> float:
    """Round a log ratio up to the next doubling."""
    return math.ceil(distance / FAR - 1e-9) * FAR


def _dots(deviations: Deviations, share: int) -> list[Row]:
    """One row a dot: the claims themselves, or each bin's count in whole dots."""
    if share == 1:
        return [dict(row) for row in deviations.outermost]
    step = float(deviations.bins[0]["step"])
    return [
        {"deviation": int(row["bin"]) * step, "figures": share}
        for row in deviations.bins
        for _ in range(max(1, round(int(row["claims"]) / share)))
    ]


def _is_near(dot: Row) -> bool:
    return abs(float(dot["deviation"])) <= NEAR


def _packed(dots: list[Row], axis: RatioAxis, most_rows: int) -> list[Row]:
    """Pack the figures near the middle into a block as wide as "near" is; none where the block would tower."""
    columns = max(1, int(axis.width(2 * NEAR) / DOT))
    if len(dots) > columns * most_rows:
        return []
    columns = min(columns, max(1, math.ceil(math.sqrt(len(dots)))))
    placed = []
    for index, dot in enumerate(sorted(dots, key=lambda row: float(row["deviation"]))):
        row, rows = index % math.ceil(len(dots) / columns), math.ceil(len(dots) / columns)
        column = index // rows
        x = axis.middle + (column - (columns - 1) / 2) * DOT
        placed.append({**dot, "x": x, "y": (row - (rows - 1) / 2) * DOT})
    return placed


def _counted_middle(
    deviations: Deviations, axis: RatioAxis, height: int, theme: Theme
) -> list[alt.Chart | alt.LayerChart]:
    """Draw the figures near the middle as one pill with their number, where they are too many for dots."""
    palette = PALETTES[theme]
    half = max(6.0, axis.width(NEAR))
    top, bottom = LABEL_ROOM + 4, LABEL_ROOM + height - 4
    pill = {"x": axis.middle - half, "x2": axis.middle + half, "top": top, "bottom": bottom, "middle": axis.middle}
    base = alt.Chart({"values": [{**pill, "text": f"{deviations.near:,} within 10%"}]})
    return [
        base.mark_rect(
            cornerRadius=9, color=palette["level"], fillOpacity=0.3, stroke=palette["level"], strokeWidth=1.4
        ).encode(x=bare_x("x"), x2="x2:Q", y=bare_y("top"), y2="bottom:Q"),
        base.mark_text(dy=-26, fontSize=12.5, fontWeight=600, color=palette["ink"]).encode(
            x=bare_x("middle"), y=bare_y("top"), text="text:N"
        ),
    ]


def _swarm(dots: list[Row], axis: RatioAxis) -> list[Row]:
    """Place each dot at its ratio, and as near to the middle line as the dots before it leave room."""
    placed: list[Row] = []
    for dot in sorted(dots, key=lambda row: (abs(row["deviation"]), str(row.get("claim_id")))):
        x = axis.pixel(float(dot["deviation"]))
        near = [other for other in placed if abs(other["x"] - x) < DOT]
        placed.append({**dot, "x": x, "y": _free_height(x, near)})
    return placed


def _free_height(x: float, near: list[Row]) -> float:
    """Give the height nearest to the line at which a dot covers none of its neighbours."""
    heights = [0.0]
    for other in near:
        rise = math.sqrt(max(0.0, DOT**2 - (other["x"] - x) ** 2))
        heights += [other["y"] + rise, other["y"] - rise]
    free = [
        height
        for height in heights
        if all((other["x"] - x) ** 2 + (other["y"] - height) ** 2 >= DOT**2 - 1e-6 for other in near)
    ]
    return min(free, key=lambda height: (abs(height), height))


def _overflow(dots: list[Row]) -> int:
    """How much taller than planned the swarm stands, in px."""
    tallest = max((abs(dot["y"]) for dot in dots), default=0.0)
    return max(0, math.ceil(2 * tallest + DOT - HEIGHT))


def _row(dot: Row, height: int) -> Row:
    deviation = float(dot["deviation"])
    side = "level" if abs(deviation) <= NEAR else ("low" if deviation < 0 else "high")
    row = {"x": round(dot["x"], 1), "y": round(LABEL_ROOM + height / 2 + dot["y"], 1), "side": side}
    row |= {"figures": dot.get("figures", 1), "ratio": ratio_words(deviation), "mark": _mark_of(dot)}
    if "claim_id" in dot:
        row |= {
            "who": shortened(str(dot["voice"]), 80),
            "figure": shortened(str(dot["figure"]), 60),
            "question": shortened(str(dot["title"]), 120),
            "deviation": deviation,
            "claim_id": dot["claim_id"],
            "question_id": dot["question_id"],
            "source": shortened(str(dot["source"]), 80),
            "href": f"/questions/{dot['question_id']}",
        }
    return row


def _mark_of(dot: Row) -> str:
    """Draw a dot, a ring where the words give no one figure, an arrow where the figure lies off the axis."""
    deviation = float(dot["deviation"])
    if abs(deviation) > REACH:
        return "below" if deviation < 0 else "above"
    return "ring" if dot.get("hedge") in HOLLOW else "dot"


def ratio_words(deviation: float) -> str:
    """Say a log deviation as a share or a multiple of the middle: `35% below`, `2.1 times the middle`."""
    ratio = math.exp(deviation)
    if abs(deviation) < math.log(1.005):
        return "at the middle"
    if ratio >= 2:  # noqa: PLR2004 - from double on, readers think in multiples
        return f"{ratio:,.1f} times the middle"
    return f"{abs(ratio - 1) * 100:.0f}% {'above' if ratio > 1 else 'below'} the middle"


def _points(share: int, theme: Theme) -> list[alt.Chart | alt.LayerChart]:
    """Draw the figures: filled, hollow where they stand for a stretch, arrows where they lie off the axis."""
    size = math.pi * (DOT / 2) ** 2 * 0.92
    shown = {"who": "Voice", "figure": "Figure", "ratio": "Lies", "question": "Question"}
    told: dict[str, Any] = {"x": bare_x("x"), "y": bare_y("y")}
    if share == 1:
        told["tooltip"] = [alt.Tooltip(f"{field}:N", title=title) for field, title in shown.items()]
        told["href"] = alt.Href("href:N")
    arrows = {"below": "M0.6,-1L-1,0L0.6,1Z", "above": "M-0.6,-1L1,0L-0.6,1Z"}
    return [
        only("datum.mark == 'dot'").mark_circle(size=size, opacity=1).encode(color=side_colour(theme), **told),
        only("datum.mark == 'ring'")
        .mark_point(size=size * 0.7, filled=True, fill=PALETTES[theme]["paper"], strokeWidth=1.8, opacity=1)
        .encode(stroke=side_stroke(theme), **told),
        *(
            only(f"datum.mark == '{mark}'")
            .mark_point(shape=path, size=size, filled=True, opacity=1)
            .encode(color=side_colour(theme), **told)
            for mark, path in arrows.items()
        ),
    ]


def _ground(axis: RatioAxis, height: int, theme: Theme, narrow: bool) -> list[alt.Chart | alt.LayerChart]:
    """Draw the lines of half, middle, double and so on, with their words below; the outer ones stay within the plot."""
    palette = PALETTES[theme]
    bottom = height + 2 * LABEL_ROOM
    lines: list[Row] = [
        {"x": axis.pixel(at), "text": short if narrow else words, "middle": at == 0}
        | {"align": "center"}
        | {"top": LABEL_ROOM - 12, "bottom": bottom}
        for at, words, short in MARKS
        if axis.low - 1e-9 <= at <= axis.high + 1e-9
    ]
    lines[0]["align"], lines[-1]["align"] = "left", "right"
    lines[0]["text_x"], lines[-1]["text_x"] = 0, axis.plot
    base = alt.Chart({"values": [{"text_x": line["x"], **line} for line in lines]})
    return [
        base.mark_rule().encode(
            x=axisless_x("x"),
            y=bare_y("top"),
            y2="bottom:Q",
            color=alt.condition("datum.middle", alt.value(palette["faint"]), alt.value(palette["rule"])),
        ),
        base.mark_text(baseline="top", dy=8, color=palette["muted"], fontSize=12, align=alt.expr("datum.align")).encode(
            x=bare_x("text_x"), y=bare_y("bottom"), text="text:N"
        ),
    ]


def _labels(dots: list[Row], plot: int, taken: list[tuple[float, float, bool]]) -> list[Row]:
    """Name the outermost figures above or below, where nothing stands yet (`taken`); the rest go unnamed."""
    labels: list[Row] = []
    for dot in sorted(dots, key=lambda row: -abs(row["deviation"])):
        if len(labels) == LABELLED or abs(dot["deviation"]) < FAR:
            break
        label = _label(dot, plot, taken)
        if label is not None and all(label["question"] != other["question"] for other in labels):
            labels.append(label)
            taken.append((label["left"], label["right"], label["above"]))
    return labels


def _label(dot: Row, plot: int, taken: list[tuple[float, float, bool]]) -> Row | None:
    """Find a free place above or below the dot for a name of two lines; None where there is none."""
    name = f"{shortened(str(dot['voice']), 26)}: {shortened(str(dot['figure']), 20)}"
    question = textwrap.wrap(shortened(str(dot["title"]), 200), 33, max_lines=2, placeholder="…") or [""]
    half = max(len(name) * 7, *(len(line) * 6.2 for line in question)) / 2
    middle = max(half, min(plot - half, dot["x"]))
    left, right = middle - half, middle + half
    for above in (True, False):
        if all(right + 14 < start or left - 14 > end or above != side for start, end, side in taken):
            return {**dot, "middle": middle, "left": left, "right": right, "above": above, "name": name} | {
                "question": question
            }
    return None


def _named(labels: list[Row], height: int, theme: Theme) -> list[alt.Chart | alt.LayerChart]:
    """Write the names with a line to their dot."""
    palette = PALETTES[theme]
    rows = []
    for label in labels:
        centre = LABEL_ROOM + height / 2 + label["y"]
        text_y = 8 if label["above"] else height + 2 * LABEL_ROOM - 40
        line = (44, centre) if label["above"] else (centre, text_y - 10)
        rows.append(
            {"x": label["x"], "middle": label["middle"], "y": text_y, "y_question": text_y + 15}
            | {"name": label["name"], "question": "\n".join(label["question"]), "from": line[0], "to": line[1]}
        )
    base = alt.Chart({"values": rows})
    return [
        base.mark_rule(color=palette["faint"]).encode(x=bare_x("x"), y=bare_y("from"), y2="to:Q"),
        base.mark_text(fontSize=12.5, fontWeight=600, color=palette["ink"]).encode(
            x=bare_x("middle"), y=bare_y("y"), text="name:N"
        ),
        base.mark_text(fontSize=11.5, color=palette["muted"], lineBreak="\n", lineHeight=14).encode(
            x=bare_x("middle"), y=bare_y("y_question"), text="question:N"
        ),
    ]
