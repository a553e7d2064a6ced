"""A grid of fields, darker the more claims each holds: what the two heat maps of the sources share."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

import altair as alt

from dashboard.charts.frame import Row, Spec, finished_spec
from dashboard.charts.palette import PALETTES, Theme
from dashboard.charts.shapes import axisless_x, bare_x, bare_y, shortened

STEP, GAP, BOTTOM = 32, 3, 4
NAME_LINE, NAME_GAP = 13, 12
"""Px of a line of a name beside the grid or above its fields, and what parts it there from the fields above it."""
LINE_HEIGHT, MOST_LINES = 14, 4
"""Names stand level over their columns, broken into so many lines, where each of their words has room."""
UPRIGHT_BELOW, MOST_UPRIGHT = 24, 240
"""Where a word has none, names are slanted; over columns narrower than the first upright, up to so many px."""
SLANT = 50
"""Degrees that slanted names rise by: read without turning the head, and clear of each other over narrow columns."""
LETTER, SMALL_LETTER = 6.6, 5.8
"""Px that a letter of a name takes on average, and one over a column."""
LONGEST_NAME, LONGEST_SLANTED = 60, 280
"""Letters of a name over a column, and px of one that is slanted."""
LONGEST_WORD = 24
"""Letters of the longest word that a name is thought to have: one without an end is cut to the width of its column."""
FEWEST_DARK = 4
"""Claims that a field of the darkest colour holds at least: where none holds more than one, all are pale."""
DARK_FROM = 0.55
"""From this share of the darkest field on, a number on it is written in the light ink."""


@dataclass(frozen=True, slots=True)
class HeatGrid:
    """Names `across` and `down`, and a row a field: `column` and `line` count from 0, `claims` are what it holds."""

    across: Sequence[str]
    down: Sequence[str]
    fields: Sequence[Row]


def draw_heat_grid(grid: HeatGrid, theme: Theme, width: int, gutter: int, description: str) -> Spec:
    """Draw the grid within `width` px, of which the names of the lines take `gutter`; 0 claims are drawn as a dash.

    Without a gutter, as on a phone, each name stands whole above the fields of its line.
    """
    slanted_room = _slanted_room(grid.across, width - gutter)
    right = slanted_room or 0
    plot = width - gutter - right
    step = plot / max(1, len(grid.across))
    above, top = _above(grid.across, theme, step, slanted=slanted_room is not None)
    names = [] if gutter else [_lines_of(name, plot) for name in grid.down]
    room = NAME_LINE * max(map(len, names)) + NAME_GAP if names else 0
    named = _over_lines(names, theme, room) if names else _beside(grid.down, theme, gutter)
    layers = [*_fields(theme), _dashes(theme), above, named]
    chart = alt.layer(*layers, data={"values": _cells(grid, room / (STEP + room))})
    chart = chart.properties(width=plot, height=(STEP + room) * max(1, len(grid.down)))
    padding = {"left": gutter, "right": right, "top": top, "bottom": BOTTOM}
    spec = finished_spec(chart, theme, padding, description)
    for channel, count in (("x", len(grid.across)), ("y", len(grid.down))):
        scale = {"domain": [0, max(1, count)], "nice": False, "zero": False, "padding": 0}
        spec["layer"][0]["encoding"][channel]["scale"] = scale | ({"reverse": True} if channel == "y" else {})
    return spec


def _cells(grid: HeatGrid, name_share: float) -> list[Row]:
    """Place the fields; the name above each line takes `name_share` of its height."""
    most = max([FEWEST_DARK, *(int(field["claims"]) for field in grid.fields)])
    return [
        {
            **{name: value for name, value in field.items() if name not in ("column", "line")},
            "x": field["column"],
            "x2": field["column"] + 1,
            "y": field["line"] + name_share,
            "y2": field["line"] + 1,
            "share": int(field["claims"]) / most,
        }
        for field in grid.fields
    ]


def _fields(theme: Theme) -> list[alt.Chart | alt.LayerChart]:
    """Draw the fields, darker by their `share`, with the number of claims on each that has any."""
    ramp = PALETTES[theme]["heat"].split()
    scale = alt.Scale(type="pow", exponent=0.6, domain=[0, 1], range=ramp, interpolate="lab")
    shown = {"voice": "Voice", "source": "Source", "claims": "Claims"}
    base = alt.Chart()
    fields = base.mark_rect(cornerRadius=3, xOffset=0, x2Offset=-GAP, yOffset=0, y2Offset=-GAP).encode(
        x=axisless_x("x"),
        x2="x2:Q",
        y=bare_y("y"),
        y2="y2:Q",
        color=alt.Color("share:Q", scale=scale, legend=None),
        tooltip=[alt.Tooltip(f"{field}:N", title=title) for field, title in shown.items()],
    )
    light, dark = ("#FFFFFF", "#1B1D22") if theme == "light" else ("#14161A", "#EDEBE6")
    numbers = (
        base.transform_filter("datum.claims > 0")
        .transform_calculate(middle="datum.x + 0.5", centre="(datum.y + datum.y2) / 2")
        .mark_text(fontSize=12, fontWeight=600, dx=-GAP / 2, dy=-GAP / 2)
        .encode(
            x=bare_x("middle"),
            y=bare_y("centre"),
            text="claims:Q",
            color=alt.condition(f"datum.share > {DARK_FROM}", alt.value(light), alt.value(dark)),
        )
    )
    return [fields, numbers]


def _dashes(theme: Theme) -> alt.Chart:
    """Mark silence by a dash, so that an empty field is no oversight."""
    dashes: alt.Chart = (
        alt.Chart()
        .transform_filter("datum.spoken == 'silent'")
        .transform_calculate(middle="datum.x + 0.5", centre="(datum.y + datum.y2) / 2")
        .mark_text(text="–", fontSize=12, dx=-GAP / 2, color=PALETTES[theme]["faint"])
    )
    return dashes.encode(x=bare_x("middle"), y=bare_y("centre"))


def _beside(down: Sequence[str], theme: Theme, gutter: int) -> alt.Chart:
    """Write the names left of the lines, in two lines where one has no room."""
    letters = int((gutter - 14) / LETTER)
    rows = [{"y": index + 0.5, "text": fitted(name, letters)} for index, name in enumerate(down)]
    text: alt.Chart = alt.Chart({"values": rows}).mark_text(
        align="left",
        baseline="middle",
        dy=alt.expr(f"indexof(datum.text, '\\n') > 0 ? {(-NAME_LINE - GAP) / 2} : {-GAP / 2}"),
        fontSize=12.5,
        limit=gutter - 10,
        lineBreak="\n",
        lineHeight=NAME_LINE,
    )
    return text.encode(x=alt.value(-gutter), y=bare_y("y"), text="text:N", color=alt.value(PALETTES[theme]["ink"]))


def _lines_of(name: str, plot: float) -> list[str]:
    """Break a name into two lines at most for the width of the grid."""
    letters = int(plot / LETTER)
    return fitted(name, letters).split("\n")


def _over_lines(names: Sequence[Sequence[str]], theme: Theme, room: int) -> alt.Chart:
    """Write each name above the fields of its line, close to them."""
    most = max(map(len, names))
    rows = [{"y": index, "text": "\n".join([*[""] * (most - len(lines)), *lines])} for index, lines in enumerate(names)]
    text: alt.Chart = alt.Chart({"values": rows}).mark_text(
        align="left",
        baseline="alphabetic",
        dy=room - NAME_LINE * (most - 1) - 5,
        fontSize=12.5,
        lineBreak="\n",
        lineHeight=NAME_LINE,
    )
    return text.encode(x=alt.value(0), y=bare_y("y"), text="text:N", color=alt.value(PALETTES[theme]["ink"]))


def _above(across: Sequence[str], theme: Theme, step: float, *, slanted: bool) -> tuple[alt.Chart, int]:
    """Write the names above the columns, and give the room in px that they take there."""
    levelled = _levelled(across, step)
    if levelled:
        return _level(levelled, theme, step), max(map(len, levelled)) * LINE_HEIGHT + 26
    if slanted:
        return _turned(across, theme, 360 - SLANT, LONGEST_SLANTED), _rise(across)
    rise = _upright_length(across)
    return _turned(across, theme, 270, rise), rise + 12


def _upright_length(across: Sequence[str]) -> int:
    return min(MOST_UPRIGHT, math.ceil(max((len(name) for name in across), default=0) * LETTER) + 8)


def _slanted_length(across: Sequence[str]) -> float:
    return min(LONGEST_SLANTED, max((len(shortened(name, LONGEST_NAME)) for name in across), default=0) * LETTER)


def _rise(across: Sequence[str]) -> int:
    return math.ceil(_slanted_length(across) * math.sin(math.radians(SLANT))) + 24


def _slanted_room(across: Sequence[str], room: int) -> int | None:
    """Give the px that slanted names need right of the last column; None where names stand level, or upright."""
    if not across or _levelled(across, room / len(across)):
        return None
    overhang = _overhang(across, room)
    return overhang if (room - overhang) / len(across) >= UPRIGHT_BELOW else None


def _overhang(across: Sequence[str], room: int) -> int:
    """Give the px right of the last column that slanted names take, of those that columns and names have together.

    A name begins over the middle of its column, and the columns are the narrower the more room the names take.
    """
    widths = [_slanted_length([name]) * math.cos(math.radians(SLANT)) for name in across]
    shares = [(index + 0.5) / len(across) for index in range(len(across))]
    needed = [room - (room - width) / share for width, share in zip(widths, shares, strict=True)]
    return math.ceil(min(room / 2, max([0.0, *needed])))


def _levelled(across: Sequence[str], step: float) -> list[list[str]]:
    """Break the names into lines that have room over columns of `step` px; nothing where one does not fit."""
    letters = int((step - GAP) / SMALL_LETTER)
    broken = [wrap(_with_an_end(name, letters), max(1, letters), break_long_words=False) for name in across]
    fits = all(len(lines) <= MOST_LINES and max(map(len, lines), default=0) <= letters for lines in broken)
    return broken if fits else []


def _with_an_end(name: str, letters: int) -> str:
    """Cut the words without an end of a name to so many letters."""
    words = [shortened(word, letters) if len(word) > LONGEST_WORD else word for word in name.split()]
    return shortened(" ".join(words), LONGEST_NAME)


def _level(levelled: Sequence[Sequence[str]], theme: Theme, step: float) -> alt.Chart:
    """Write the names from the grid upwards, so that short ones stand at their columns too."""
    tallest = max(map(len, levelled))
    rows = [
        {"x": index + 0.5, "text": "\n".join([*[""] * (tallest - len(lines)), *lines])}
        for index, lines in enumerate(levelled)
    ]
    text: alt.Chart = alt.Chart({"values": rows}).mark_text(
        baseline="bottom",
        dx=-GAP / 2,
        dy=-8 - LINE_HEIGHT * (tallest - 1),
        lineBreak="\n",
        lineHeight=LINE_HEIGHT,
        fontSize=11.5,
        limit=step,
    )
    return text.encode(x=bare_x("x"), y=alt.value(0), text="text:N", color=alt.value(PALETTES[theme]["muted"]))


def _turned(across: Sequence[str], theme: Theme, angle: int, longest: int) -> alt.Chart:
    rows = [{"x": index + 0.5, "text": shortened(name, LONGEST_NAME)} for index, name in enumerate(across)]
    text: alt.Chart = alt.Chart({"values": rows}).mark_text(
        angle=angle, align="left", baseline="middle", dx=8, dy=-GAP / 2, fontSize=12, limit=longest
    )
    return text.encode(x=bare_x("x"), y=alt.value(0), text="text:N", color=alt.value(PALETTES[theme]["muted"]))


def fitted(name: str, letters: int) -> str:
    """Break a name that is longer than so many letters in two."""
    return shortened(name, letters) if len(name) <= letters else "\n".join(_two_lines(name, 2 * letters))


def _two_lines(name: str, most: int = 40) -> list[str]:
    """Break a name in two near its middle; a single word has no break."""
    words = shortened(name, most).split()
    if len(words) < 2:  # noqa: PLR2004 - see the docstring
        return words
    half = min(range(1, len(words)), key=lambda at: abs(len(" ".join(words[:at])) - len(" ".join(words[at:]))))
    return [" ".join(words[:half]), " ".join(words[half:])]
