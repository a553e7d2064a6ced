"""House effects: how far the figures that each source carries tend to lie from those of the other sources."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

import altair as alt

from dashboard.charts.frame import PHONE_WIDTH, Row, Spec, finished_spec
from dashboard.charts.heat_grid import fitted
from dashboard.charts.overview import MARKS
from dashboard.charts.palette import PALETTES, Theme, side_colours
from dashboard.charts.shapes import bare_x, bare_y, only, shortened, side_colour
from dashboard.numerals import count_text

FEWEST_QUESTIONS = 3
"""A source with fewer shared questions than these has no tendency to speak of."""
FEWEST_TO_LEAN = 6
"""With fewer questions no range of a median reaches 95 %: the file calls none of them distinct."""
MOST_SOURCES = 40
WIDE_GUTTER, GUTTER, PHONE_GUTTER, RIGHT, PHONE_RIGHT = 260, 200, 126, 120, 92
WIDE = 900
NAME_LINE, LETTER = 14, 6.8
"""Px of a line of a name, and of one of its letters."""
TOP, BOTTOM, STEP = 30, 8, 44
DOT_A_QUESTION, LARGEST_DOT = 38, 300
"""Square px of a dot: its area grows with the questions that it is the middle of."""
WIDEST = math.log(8)
FADING = ((0, "14"), (0.3, "77"), (0.7, "77"), (1, "14"))
"""How opaque a likely range is, from its one end to the other, as hexadecimal digits."""
EFFECT_WORDS = {
    "effect_question": "one question",
    "effect_middle": "the middle of its questions, larger for more of them",
    "effect_likely": f"likely range of that middle, from {FEWEST_TO_LEAN} questions on",
    "effect_span": f"lowest to highest question: fewer than {FEWEST_TO_LEAN} give no likely range",
    "beyond": "further out than the axis reaches",
}
"""The marks of the chart, for its legend."""
SHORTER = {"half": "½", "double": "2×"}
"""Words of the axis that a phone has no room for."""


def effect_words(row: Mapping[str, Any]) -> str:
    """Say a house effect: `21% below`, `level`; what is no lean is said to be none."""
    middle = float(row["deviation"])
    if abs(middle) < math.log(1.01):
        return "level"
    share = abs(math.exp(middle) - 1) * 100
    side = "below" if middle < 0 else "above"
    text = f"{math.exp(middle):.1f}× as high" if middle > math.log(2) else f"{share:.0f}% {side}"
    return text + ("" if row["is_distinct"] else ", no clear lean")


def ratio_of_others(deviation: float) -> str:
    """Write a log deviation as a ratio to what the others say: `0.86×`."""
    return f"{math.exp(deviation):.2f}×"


def describe_house_effects(rows: Sequence[Row]) -> str:
    """Say in words which way each source leans."""
    if not rows:
        return f"No source shares {FEWEST_QUESTIONS} questions with others yet."
    return "; ".join(f"{shortened(str(row['source']), 60)}: {effect_words(row)}" for row in _ordered(rows)) + "."


def draw_house_effects(rows: Sequence[Row], theme: Theme, width: int) -> Spec:
    """Draw a row a source, lowest first: a tick a question, the median as a dot, its likely range as a bar that fades.

    Where so few questions allow no likely range, a thin line goes from the lowest to the highest instead.
    """
    narrow = width < PHONE_WIDTH
    gutter, right = (PHONE_GUTTER, PHONE_RIGHT) if narrow else (WIDE_GUTTER if width >= WIDE else GUTTER, RIGHT)
    plot = width - gutter - right
    ordered = _ordered(rows)
    reach = _reach(ordered)
    data = [{**_row(row, index, reach), **_name_lines(str(row["source"]), gutter)} for index, row in enumerate(ordered)]
    layers = [*_ground(reach, len(ordered), theme, narrow), *_marks(theme), *_names(theme, gutter, plot)]
    chart = alt.layer(*layers, data={"values": data}).properties(width=plot, height=STEP * max(1, len(ordered)))
    padding = {"left": gutter, "right": right, "top": TOP, "bottom": BOTTOM}
    spec = finished_spec(chart, theme, padding, describe_house_effects(rows))
    rows_scale = {"domain": [0, max(1, len(ordered))], "reverse": True, "nice": False, "zero": False, "padding": 0}
    spec["layer"][0]["encoding"]["y"]["scale"] = rows_scale
    return spec


def _name_lines(source: str, gutter: int) -> Row:
    """Break a name in two where one line has no room for it."""
    name = fitted(source, int((gutter - 8) / LETTER))
    return {"name": name, "name_lines": name.count("\n") + 1}


def _ordered(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: (float(row["deviation"]), str(row["source"])))


def _reach(rows: Sequence[Row]) -> float:
    ends = [abs(float(row[end])) for row in rows for end in ("median_low", "deviation", "median_high")]
    ticks = sorted(abs(float(at)) for row in rows for at in row["shown_deviations"])
    common = ticks[int(len(ticks) * 0.9)] if ticks else 0.0
    return min(WIDEST, max([math.log(2.1), common, *ends]))


def _row(row: Row, index: int, reach: float) -> Row:
    low, middle, high = (float(row[name]) for name in ("median_low", "deviation", "median_high"))
    side = ("low" if middle < 0 else "high") if row["is_distinct"] else "level"
    return {
        "row": index + 0.5,
        "low": max(-reach, low),
        "high": min(reach, high),
        "middle": max(-reach, min(reach, middle)),
        "side": side,
        "source": shortened(str(row["source"]), 80),
        "deviation": middle,
        "has_likely_range": int(row["question_count"]) >= FEWEST_TO_LEAN,
        "likely_low": low,
        "likely_high": high,
        "question_count": row["question_count"],
        "size": min(LARGEST_DOT, DOT_A_QUESTION * int(row["question_count"])),
        "ticks": [float(at) for at in row["shown_deviations"] if abs(float(at)) <= reach],
        "beyond": sorted({math.copysign(reach, float(at)) for at in row["shown_deviations"] if abs(float(at)) > reach}),
        "basis": count_text(int(row["question_count"]), "question"),
        "likely": _likely_words(row),
        "effect": effect_words(row).split(",")[0],
        "words": effect_words(row),
        "href": row.get("href") or f"/sources/{quote(str(row['source']), safe='')}",
    }


def _likely_words(row: Row) -> str:
    """Say the likely range as ratios to the others' figures; of a few questions that there is none."""
    if int(row["question_count"]) < FEWEST_TO_LEAN:
        return f"none: fewer than {FEWEST_TO_LEAN} questions"
    return f"{ratio_of_others(float(row['median_low']))} to {ratio_of_others(float(row['median_high']))}"


def shown_effect_words(rows: Sequence[Row]) -> dict[str, str]:
    """Keep of the legend the marks that the chart of these rows draws."""
    reach = _reach(rows)
    drawn = [_row(row, 0, reach) for row in rows]
    is_drawn = {
        "effect_question": any(row["ticks"] for row in drawn),
        "effect_likely": any(row["has_likely_range"] for row in drawn),
        "effect_span": any(not row["has_likely_range"] and row["low"] < row["high"] for row in drawn),
        "beyond": any(row["beyond"] for row in drawn),
    }
    return {name: words for name, words in EFFECT_WORDS.items() if is_drawn.get(name, True)}


def _ground(reach: float, count: int, theme: Theme, narrow: bool) -> list[alt.Chart | alt.LayerChart]:
    palette = PALETTES[theme]
    marks: list[Row] = [
        {"at": at, "text": "level" if at == 0 else (SHORTER.get(short, short) if narrow else text)}
        | {"top": 0, "bottom": count, "level": at == 0}
        for at, text, short in MARKS
        if abs(at) <= reach
    ]
    base = alt.Chart({"values": marks})
    scale = alt.Scale(domain=[-reach, reach], nice=False, zero=False)
    lines = alt.Chart({"values": [{"row": index, "at": -reach, "end": reach} for index in range(count + 1)]})
    return [
        lines.mark_rule(color=palette["rule"]).encode(
            x=alt.X("at:Q", scale=scale, axis=None), x2="end:Q", y=bare_y("row")
        ),
        base.mark_rule().encode(
            x=bare_x("at"),
            y=bare_y("top"),
            y2="bottom:Q",
            color=alt.condition("datum.level", alt.value(palette["faint"]), alt.value(palette["rule"])),
        ),
        base.mark_text(baseline="bottom", dy=-8, color=palette["muted"], fontSize=12).encode(
            x=bare_x("at"), y=bare_y("top"), text="text:N"
        ),
    ]


def _marks(theme: Theme) -> list[alt.Chart | alt.LayerChart]:
    shown = {"source": "Source", "words": "Lies", "basis": "From"}
    tooltip = [alt.Tooltip(f"{field}:N", title=title) for field, title in shown.items()]
    return [
        alt.Chart()
        .transform_flatten(["ticks"], as_=["at"])
        .mark_tick(orient="vertical", height=14, thickness=1.2, color=PALETTES[theme]["faint"], opacity=0.7)
        .encode(x=bare_x("at"), y=bare_y("row")),
        alt.Chart()
        .transform_flatten(["beyond"], as_=["edge"])
        .transform_filter("isValid(datum.edge)")
        .transform_calculate(turn="datum.edge < 0 ? -90 : 90")
        .mark_point(
            shape="M-1,0.6L0,-0.6L1,0.6", size=60, strokeWidth=1.4, filled=False, color=PALETTES[theme]["faint"]
        )
        .encode(x=bare_x("edge"), y=bare_y("row"), angle=alt.Angle("turn:Q", scale=None)),
        only("!datum.has_likely_range")
        .mark_rule(strokeWidth=1.4, opacity=0.8)
        .encode(x=bare_x("low"), x2="high:Q", y=bare_y("row"), color=side_colour(theme)),
        *_likely_ranges(theme),
        alt.Chart()
        .mark_circle(opacity=1, stroke=PALETTES[theme]["card"], strokeWidth=1.5)
        .encode(
            x=bare_x("middle"),
            y=bare_y("row"),
            size=alt.Size("size:Q", scale=None),
            color=side_colour(theme),
            tooltip=tooltip,
            href="href:N",
        ),
    ]


def _likely_ranges(theme: Theme) -> list[alt.Chart | alt.LayerChart]:
    """Draw the likely ranges as bars that fade at both ends: they have no edge where a figure stands."""
    return [
        only(f"datum.has_likely_range && datum.side == '{side}'")
        .mark_bar(height=14, color=_fading(colour), clip=False)
        .encode(x=bare_x("low"), x2="high:Q", y=bare_y("row"))
        for side, colour in side_colours(theme).items()
        if side != "denied"
    ]


def _fading(colour: str) -> dict[str, Any]:
    """Thin a colour out towards both ends; a gradient cannot follow the data, so each colour has its own."""
    stops = [{"color": f"{colour}{strength}", "offset": offset} for offset, strength in FADING]
    return {"gradient": "linear", "stops": stops, "x1": 0, "x2": 1, "y1": 0, "y2": 0}


def _names(theme: Theme, gutter: int, plot: int) -> list[alt.Chart | alt.LayerChart]:
    palette = PALETTES[theme]
    left: dict[str, Any] = {"align": "left", "baseline": "middle", "limit": gutter - 8}
    return [
        alt.Chart()
        .mark_text(
            dy=alt.expr("datum.name_lines > 1 ? -15 : -8"),
            fontSize=12 if gutter == PHONE_GUTTER else 13,
            fontWeight=600,
            color=palette["ink"],
            lineBreak="\n",
            lineHeight=NAME_LINE,
            **left,
        )
        .encode(x=alt.value(-gutter), y=bare_y("row"), text="name:N", href="href:N"),
        alt.Chart()
        .mark_text(dy=alt.expr("datum.name_lines > 1 ? 13 : 8"), fontSize=12, color=palette["muted"], **left)
        .encode(x=alt.value(-gutter), y=bare_y("row"), text="basis:N"),
        alt.Chart()
        .mark_text(align="left", baseline="middle", fontSize=12.5, fontWeight=600)
        .encode(x=alt.value(plot + 14), y=bare_y("row"), text="effect:N", color=side_colour(theme)),
    ]
