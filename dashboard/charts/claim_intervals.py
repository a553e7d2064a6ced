"""The interval chart: every claim of one question, drawn as wide as its words allow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from dashboard.charts.figure_axis import STUB_SHARE, FigureAxis, axis_of, widened
from dashboard.charts.frame import PHONE_WIDTH, Row, Spec, finished_spec
from dashboard.charts.palette import PALETTES, Theme, side_colours
from dashboard.charts.shapes import STRUCK, bare_x, bare_y, only, shortened, side_colour, side_stroke
from dashboard.claim_marks import STANCE_WORDS, ClaimMark
from dashboard.numerals import date_text, middle_text
from dashboard.verdict_words import VERDICTS

GUTTER, LEAST_GUTTER, GUTTER_SHARE, MARGIN = 290, 150, 0.42, 14
"""Px for the names beside the bars at most and at least, and the share of the chart's width that they take at most."""
NAME_LETTER, BYLINE_LETTER, BESIDE_NAME = 7.4, 6.4, 46
"""Px that a letter of a name takes, and one of the line below it, and what stands left and right of both."""
TOP, BOTTOM = 34, 30
STEP, DENSE_STEP, PHONE_STEP = 42, 34, 56
NEXT_STEP, DENSE_NEXT_STEP, PHONE_NEXT_STEP = 28, 24, 50
"""Height of a row in px, and of one whose voice is that of the row above it: its name stands there already."""
DENSE_FROM = 10
"""Claims from which on the rows stand closer: so many are compared rather than read one by one."""
BAR = 10
LETTER_WIDTH = 7.1
"""Width of one letter of a 12.5 px label in px, on the wide side: a label that fits by this figure fits."""
WORD_LETTER = 6.5
"""Width of one letter of the same label on the average of many words."""
LABEL_GAP = 10
ARROW = "M-1,-1L0.6,0L-1,1"
BACK_ARROW = "M1,-1L-0.6,0L1,1"
CROSS = "M-1,-1L1,1M-1,1L1,-1"
CLOSED = ("stated", "hedged", "range", "expected")
LABEL_FIGURE = 48
"""Letters of a figure that its label has room for."""
SPOKEN_QUOTE = 240
PHONE_LINE = 16
"""Px of a further line above a bar on a phone."""
FEWEST_LETTERS = 24
"""Words of a stance that have less room say nothing."""
HALF_BAND, WHOLE_BAND = "band_half", "band_whole"
BAND_WORDS = {HALF_BAND: "the middle half of the voices in it", WHOLE_BAND: "the voices in it, lowest to highest"}
BAND_LEADS = {HALF_BAND: "half of the figures in it lie at", WHOLE_BAND: "the figures in it lie at"}
"""What the legend says of the band, and what leads to its two ends in a sentence."""
OF_ALL = "with their range"
"""How the file ends the name of the method whose interval is the range of all voices, since they are few."""
SHOWN_COLUMNS = ("claim_id", "value", "low", "high", "unit", "hedge", "polarity", "as_of", "reported_at")
"""Columns of the claim that its row on the chart carries unchanged."""


def draw_claim_intervals(
    marks: Sequence[ClaimMark], consensus: Mapping[str, Any] | None, unit: str | None, theme: Theme, width: int
) -> Spec:
    """Draw the claims top down in the order given; `consensus` (low, high, value, method) becomes the band.

    `width` is in px. On a phone the names stand above the bars instead of in a gutter.
    """
    marks = drawn_marks(marks)
    narrow = width < PHONE_WIDTH
    gutter = 2 if narrow else _gutter(marks, width)
    plot = width - gutter - MARGIN
    axis, sides = _fitted(marks, axis_of(marks, unit), plot)
    rows = [_row(mark, axis, sides[mark.letter], plot) for mark in marks]
    heights = _phone_heights(marks, plot) if narrow else row_heights(marks, narrow=False)
    height = _stacked(rows, marks, heights, narrow=narrow)
    middle = _middle(axis, consensus)
    if middle is not None:
        rows = [{**row, **_piece_of_middle(row, middle, axis, plot, narrow=narrow)} for row in rows]
    y_scale = alt.Scale(domain=[0, height], reverse=True, nice=False, zero=False, padding=0)
    layers = [
        *_ground(axis, consensus, height, theme, plot),
        *_bars(theme),
        *_points(theme),
        *_stances(theme),
        *_corrections(theme),
        *_labels(theme, gutter, narrow),
    ]
    chart = alt.layer(*layers, data={"values": rows}).properties(width=plot, height=height)
    spec = finished_spec(
        chart,
        theme,
        {"left": gutter, "right": MARGIN, "top": TOP, "bottom": BOTTOM},
        describe_claim_intervals(marks, consensus, unit),
    )
    spec["layer"][0]["encoding"]["y"]["scale"] = y_scale.to_dict()  # in each layer it would warn
    return spec


def row_heights(marks: Sequence[ClaimMark], *, narrow: bool) -> list[int]:
    """Give the height of each row in px."""
    beside = (DENSE_STEP, DENSE_NEXT_STEP) if len(marks) >= DENSE_FROM else (STEP, NEXT_STEP)
    step, following = (PHONE_STEP, PHONE_NEXT_STEP) if narrow else beside
    return [following if follows else step for follows in _follow(marks)]


def _phone_heights(marks: Sequence[ClaimMark], plot: int) -> list[int]:
    """Give the height of each row of a phone: a line more where the name and the line below it have no room abreast."""
    heights = row_heights(marks, narrow=True)
    return [
        height + (0 if follows or _stand_abreast(mark, plot) else PHONE_LINE)
        for mark, height, follows in zip(marks, heights, _follow(marks), strict=True)
    ]


def _stand_abreast(mark: ClaimMark, plot: int) -> bool:
    return len(mark.who) * NAME_LETTER + len(mark.byline) * BYLINE_LETTER + BESIDE_NAME <= plot


def _gutter(marks: Sequence[ClaimMark], width: int) -> int:
    """Give the px that the names beside the bars need, as far as the bars can spare them."""
    needed = [max(len(mark.who) * NAME_LETTER, len(mark.byline) * BYLINE_LETTER) + BESIDE_NAME for mark in marks]
    return round(min(GUTTER, GUTTER_SHARE * width, max([LEAST_GUTTER, *needed])))


def _follow(marks: Sequence[ClaimMark]) -> list[bool]:
    """Say of each claim whether it is of the same voice as the one above it."""
    voices = [(mark.who, mark.row.get("voice")) for mark in marks]
    return [bool(index) and voices[index - 1] == voice for index, voice in enumerate(voices)]


def _stacked(rows: list[Row], marks: Sequence[ClaimMark], heights: Sequence[int], *, narrow: bool) -> int:
    """Place the rows below each other, in px, and name a voice once where it fills several; gives their height."""
    top = 0
    for row, mark, height, follows in zip(rows, marks, heights, _follow(marks), strict=True):
        name, bar = (11 if follows else 15, height - 18) if narrow else (height / 2, height / 2)
        row["is_below"] = narrow and height > PHONE_STEP
        row |= {"top": top, "bottom": top + height, "name_row": top + name, "row": top + bar, "follows": follows}
        source = str(mark.row["source"])
        row["name"] = "" if follows else row["who"]
        row["below"] = shortened(source if source != mark.who else "", 120) if follows else row["byline"]
        top += height
    return max(1, top)


def _middle(axis: FigureAxis, consensus: Mapping[str, Any] | None) -> float | None:
    """Give the middle of the voices where the axis holds it."""
    value = (consensus or {}).get("value")
    return float(value) if value is not None and axis.start <= value <= axis.end else None


def _piece_of_middle(row: Row, middle: float, axis: FigureAxis, plot: int, *, narrow: bool) -> Row:
    """Give the piece of the line of the middle that a row shows: none where a label stands, nothing through a name."""
    width = len(row["label"]) * LETTER_WIDTH
    if row["label_x"] is None:
        start = 22.0
    else:
        edge = axis.share(row["label_x"]) * plot
        inside = axis.share((row["drawn_low"] + row["drawn_high"]) / 2) * plot - width / 2
        sides = {"right": edge + LABEL_GAP, "left": edge - LABEL_GAP - width, "inside": inside}
        start = sides[row["label_side"]]
    is_crossed = start - 3 <= axis.share(middle) * plot <= start + width + 3
    top = row["name_row"] + (9 + PHONE_LINE * row["is_below"]) if narrow else row["top"]
    return {"line_from": None if is_crossed else top, "line_to": None if is_crossed else row["bottom"]}


def drawn_marks(marks: Sequence[ClaimMark]) -> list[ClaimMark]:
    """Leave out who only says that it is so, where others give figures: without a figure there is nothing to draw."""
    figures = any(mark.point is not None for mark in marks)
    return [mark for mark in marks if mark.shape != "none" or not figures]


def describe_claim_intervals(marks: Sequence[ClaimMark], consensus: Mapping[str, Any] | None, unit: str | None) -> str:
    """Say in words what the chart shows, from its own rows."""
    marks = drawn_marks(marks)
    spoken = [f"{mark.letter}, {shortened(mark.who, 60)}: {shortened(mark.figure, 60)}" for mark in marks]
    middle = ""
    if consensus is not None and consensus.get("value") is not None:
        middle = f" The middle of the voices is {middle_text(consensus['value'], unit)}."
    return f"{len(marks)} claims from the highest to the lowest. {'; '.join(spoken)}.{middle}"


def _row(mark: ClaimMark, axis: FigureAxis, label_side: str, plot: int) -> Row:
    """One row of the chart's data: positions in the question's unit, colours and texts."""
    low, high = _drawn_ends(mark, axis)
    return {
        **{name: mark.row.get(name) for name in SHOWN_COLUMNS},
        "letter": mark.letter,
        "shape": mark.shape,
        "drawn_low": low,
        "drawn_high": high,
        "point": mark.point,
        "label_x": low if label_side == "left" else high,
        "label_side": label_side,
        "label": _told(mark, plot),
        "side": mark.side,
        "who": shortened(mark.who, 80),
        "byline": shortened(mark.byline, 120),
        "reads_as": mark.reads_as,
        "day": date_text(mark.row.get("as_of")),
        "reported": date_text(mark.row.get("reported_at")),
        "replaces": mark.replaces,
        "replaced_by": mark.replaced_by,
        "is_struck": mark.is_struck,
        "words": shortened(str(mark.row.get("quote") or "a figure without prose"), SPOKEN_QUOTE),
        "href": f"#claim-{mark.claim_id}",
    }


def _label(mark: ClaimMark) -> str:
    """Give the figure as written with its voice's stance, and what has corrected it."""
    return mark.told_as(shortened(mark.figure, LABEL_FIGURE)) + mark.replacement


def _told(mark: ClaimMark, plot: int) -> str:
    """Give what stands beside a mark: of a stance what it is and its own words, as far as both have room.

    Words that have room alone stand alone, since the mark says what they do; what is cut says so.
    """
    label, room = _label(mark), int(plot / WORD_LETTER) - 4
    if not mark.words:
        return label
    both, alone = f"{label}: “{shortened(mark.words, SPOKEN_QUOTE)}”", f"“{shortened(mark.words, SPOKEN_QUOTE)}”"
    if min(len(both), len(alone)) <= room:
        return both if len(both) <= room else alone
    left = room - len(label) - 4
    return f"{label}: “{shortened(mark.words, left)}”" if left > FEWEST_LETTERS else label


def _drawn_ends(mark: ClaimMark, axis: FigureAxis) -> tuple[float | None, float | None]:
    """Both ends as drawn: an open end becomes a stub of fixed length."""
    if mark.point is None or mark.shape in STANCE_WORDS:
        return None, None
    if mark.shape == "at_least":
        start = mark.low if mark.low is not None else mark.point
        return start, axis.moved(start, STUB_SHARE)
    if mark.shape == "at_most":
        end = mark.high if mark.high is not None else mark.point
        return axis.moved(end, -STUB_SHARE), end
    low = mark.low if mark.low is not None else mark.point
    high = mark.high if mark.high is not None else mark.point
    return low, high


def _fitted(marks: Sequence[ClaimMark], axis: FigureAxis, plot: int) -> tuple[FigureAxis, dict[str, str]]:
    """Widen the axis until every label fits on one side of its bar, and say on which."""
    for _ in range(12):
        sides = {mark.letter: _label_side(mark, axis, plot) for mark in marks}
        if all(sides.values()):
            break
        axis = widened(axis, axis.end * 1.15 if axis.end > 0 else axis.end + abs(axis.start) * 0.15)
    return axis, {name: side or "right" for name, side in sides.items()}


def _label_side(mark: ClaimMark, axis: FigureAxis, plot: int) -> str:
    """Inside a wide pill, else right of the bar where there is room, else left of it, else nowhere (empty)."""
    low, high = _drawn_ends(mark, axis)
    if low is None or high is None:
        return "right"
    needed = len(_label(mark)) * LETTER_WIDTH + LABEL_GAP
    if mark.shape == "vague" and (axis.share(high) - axis.share(low)) * plot > needed + LABEL_GAP:
        return "inside"
    if axis.share(high) * plot + needed <= plot + MARGIN:
        return "right"
    return "left" if axis.share(low) * plot >= needed else ""


def _ground(
    axis: FigureAxis, consensus: Mapping[str, Any] | None, height: int, theme: Theme, plot: int
) -> list[alt.Chart | alt.LayerChart]:
    """Draw the grid, the hairlines between the rows and the band of the consensus with its name."""
    palette = PALETTES[theme]
    x_axis = alt.Axis(
        orient="top",
        values=axis.ticks(max(3, plot // 95)) if axis.has_figures else [],
        labelExpr=axis.labels(),
        grid=True,
        gridColor=palette["rule"],
        labelPadding=12,
        labelOverlap="greedy",
        title=None,
        zindex=0,
    )
    foot = alt.Chart({"values": [{"top": height, "start": axis.start}]}).mark_rule(color=palette["rule"])
    grid = foot.encode(y=bare_y("top"), x=alt.X("start:Q", scale=axis.scale(), axis=x_axis), x2=alt.value(plot))
    between = only("!datum.follows").mark_rule(color=palette["rule"])
    return [
        *_band(axis, consensus, height, theme),
        grid,
        between.encode(y=bare_y("top"), x=alt.value(0), x2=alt.value(plot)),
    ]


def _band(
    axis: FigureAxis, consensus: Mapping[str, Any] | None, height: int, theme: Theme
) -> list[alt.Chart | alt.LayerChart]:
    """Draw the consensus as a band and a dotted line named below the rows; nothing where there is none.

    The middle half of the voices is shaded; the whole range of few voices is a bracket below the rows.
    """
    middle = _middle(axis, consensus)
    if consensus is None or middle is None:
        return []
    palette = PALETTES[theme]
    low, high = consensus.get("low"), consensus.get("high")
    clipped = {
        "low": max(axis.start, low if low is not None else middle),
        "high": min(axis.end, high if high is not None else middle),
        "value": middle,
        "top": 0,
        "bottom": height,
        "name": f"middle {middle_text(middle, axis.unit)}",
    }
    base = alt.Chart({"values": [clipped]})
    rows = {"y": bare_y("top"), "y2": alt.Y2("bottom:Q")}
    shaded = base.mark_rect(color=palette["band"], opacity=0.9).encode(x=bare_x("low"), x2=alt.X2("high:Q"), **rows)
    return [
        *(_bracket(base, theme) if band_name(consensus) == WHOLE_BAND else [shaded]),
        only("isValid(datum.line_from)")
        .mark_rule(color=palette["muted"], strokeDash=[2, 3])
        .encode(x=alt.datum(middle, title=None), y=bare_y("line_from"), y2="line_to:Q"),
        base.mark_text(baseline="top", dy=8, color=palette["muted"], fontSize=12).encode(
            x=bare_x("value"), y=bare_y("bottom"), text="name:N"
        ),
    ]


def _bracket(base: alt.Chart, theme: Theme) -> list[alt.Chart | alt.LayerChart]:
    """Draw a line below the rows from the lowest voice to the highest, with an upright at each."""
    muted = PALETTES[theme]["muted"]
    return [
        base.mark_rule(color=muted, strokeWidth=1.6).encode(x=bare_x("low"), x2=alt.X2("high:Q"), y=bare_y("bottom")),
        *(
            base.mark_tick(orient="vertical", height=12, thickness=1.6, color=muted).encode(
                x=bare_x(end), y=bare_y("bottom")
            )
            for end in ("low", "high")
        ),
    ]


def band_name(consensus: Mapping[str, Any] | None) -> str | None:
    """Name the form of the band: of the middle half of the voices, of all of them where they are few, or none."""
    if consensus is None or consensus.get("value") is None:
        return None
    return WHOLE_BAND if str(consensus.get("method", "")).endswith(OF_ALL) else HALF_BAND


def band_words(consensus: Mapping[str, Any] | None) -> dict[str, str]:
    """Say for the legend what the band and its dotted line are."""
    name = band_name(consensus)
    if consensus is None or name is None:
        return {}
    estimate = str(consensus.get("method", "")).partition(",")[0]
    return {"band_middle": f"middle: {estimate}", name: BAND_WORDS[name]}


def _bars(theme: Theme) -> list[alt.Chart | alt.LayerChart]:
    """Draw what the words allow: pills, capped ranges, dashed pills for vague words, fading stubs for open ends."""
    span = {"x": bare_x("drawn_low"), "x2": alt.X2("drawn_high:Q"), "y": bare_y("row")}
    closed = (
        only(f"indexof({list(CLOSED)}, datum.shape) >= 0 && datum.drawn_high > datum.drawn_low")
        .mark_bar(height=BAR, cornerRadius=BAR / 2, opacity=0.42)
        .encode(color=side_colour(theme), **span)
    )
    vague = (
        only("datum.shape == 'vague'")
        .mark_bar(height=BAR + 8, cornerRadius=(BAR + 8) / 2, fillOpacity=0.14, strokeDash=[3, 2.5], strokeWidth=1.3)
        .encode(color=side_colour(theme), stroke=side_stroke(theme), **span)
    )
    caps = [
        only("datum.shape == 'range'")
        .mark_tick(thickness=2.4, height=16)
        .encode(x=bare_x(end), y=bare_y("row"), color=side_colour(theme))
        for end in ("drawn_low", "drawn_high")
    ]
    return [closed, vague, *caps, *_open_ends("at_least", ARROW, theme), *_open_ends("at_most", BACK_ARROW, theme)]


def _open_ends(shape: str, arrow: str, theme: Theme) -> list[alt.Chart | alt.LayerChart]:
    """Draw a cap where the text sets the bound, and a bar that fades towards an arrow on the open side."""
    bound, far = ("drawn_low", "drawn_high") if shape == "at_least" else ("drawn_high", "drawn_low")
    of_shape = f"datum.shape == '{shape}'"
    fades = [
        only(f"{of_shape} && datum.side == '{side}'")
        .mark_bar(height=BAR, color=_fade(colour, to_right=shape == "at_least"))
        .encode(x=bare_x("drawn_low"), x2=alt.X2("drawn_high:Q"), y=bare_y("row"))
        for side, colour in side_colours(theme).items()
    ]
    cap = (
        only(of_shape)
        .mark_tick(thickness=2.4, height=18)
        .encode(x=bare_x(bound), y=bare_y("row"), color=side_colour(theme))
    )
    head = (
        only(of_shape)
        .mark_point(shape=arrow, size=34, strokeWidth=2, filled=False)
        .encode(x=bare_x(far), y=bare_y("row"), color=side_colour(theme))
    )
    return [*fades, cap, head]


def _fade(colour: str, *, to_right: bool) -> dict[str, Any]:
    """Thin a colour out towards the open side; a gradient cannot follow the data, so each colour has its own."""
    strong, thin = f"{colour}99", f"{colour}10"
    ends = (strong, thin) if to_right else (thin, strong)
    stops = [{"color": end, "offset": offset} for offset, end in enumerate(ends)]
    return {"gradient": "linear", "stops": stops, "x1": 0, "x2": 1, "y1": 0, "y2": 0}


def _points(theme: Theme) -> list[alt.Chart | alt.LayerChart]:
    """Draw a dot for stated, ring for hedged, diamond for expected; over a bar, what is pointed at without ink."""
    at, card = _at_point(theme), PALETTES[theme]["card"]
    hollow = {**at, "color": alt.value(card), "stroke": side_stroke(theme)}
    outlined: dict[str, Any] = {"size": 110, "filled": True, "fill": card, "opacity": 1}
    return [
        only("datum.shape == 'stated'").mark_circle(size=120, opacity=1).encode(**at),
        only("indexof(['hedged', 'withdrawn'], datum.shape) >= 0")
        .mark_point(strokeWidth=2.6, **outlined)
        .encode(**hollow),
        only("datum.shape == 'expected'").mark_point(shape="diamond", strokeWidth=2.2, **outlined).encode(**hollow),
        only("indexof(['range', 'vague', 'at_least', 'at_most'], datum.shape) >= 0")
        .mark_circle(size=260, opacity=0.001)
        .encode(**at),
    ]


def _at_point(theme: Theme) -> dict[str, Any]:
    """Place a mark at the figure of its claim, in the colour of its side, with its link and its words."""
    return {
        "x": bare_x("point"),
        "y": bare_y("row"),
        "color": side_colour(theme),
        "href": alt.Href("href:N"),
        "tooltip": _tooltip(),
    }


def _stances(theme: Theme) -> list[alt.Chart]:
    """Draw at the edge what has no figure: a cross for denial, a square for none, a dashed ring for no answer."""
    edge = {**_at_point(theme), "x": alt.value(9)}
    return [
        only("datum.shape == 'denied'").mark_point(shape=CROSS, size=80, strokeWidth=2.4, opacity=1).encode(**edge),
        only("datum.shape == 'none'").mark_point(shape="square", size=70, strokeWidth=1.8, opacity=1).encode(**edge),
        only("datum.shape == 'unconfirmed'")
        .mark_point(size=110, strokeDash=[2, 2], strokeWidth=1.6, opacity=1)
        .encode(**edge),
    ]


def _corrections(theme: Theme) -> list[alt.Chart]:
    """Strike the figures that have been taken back, and put the sign of a correction above what replaces one."""
    has_place = f"isValid(datum.point) && indexof({list(STANCE_WORDS)}, datum.shape) < 0"
    inked: dict[str, Any] = {"strokeWidth": 1.8, "color": PALETTES[theme]["ink"], "opacity": 1}
    place = {"x": bare_x("point"), "y": bare_y("row")}
    return [
        only(f"datum.is_struck && {has_place}").mark_point(shape=STRUCK, size=260, **inked).encode(**place),
        only(f"isValid(datum.replaces) && {has_place}")
        .mark_point(shape=VERDICTS["update"].path, size=90, yOffset=-11.5, **inked)
        .encode(**place),
    ]


def _labels(theme: Theme, gutter: int, narrow: bool) -> list[alt.Chart | alt.LayerChart]:
    """Write the figure beside its mark, and who says it in the gutter or, on a phone, above the bar."""
    figure: dict[str, Any] = {"fontSize": 12.5, "fontWeight": 600, "baseline": "middle"}
    stance = "indexof(['denied', 'unconfirmed'], datum.shape) >= 0"
    none = "datum.shape == 'none'"
    figures = [
        only(f"datum.label_side == 'right' && isValid(datum.label_x) && !({stance})")
        .mark_text(align="left", dx=LABEL_GAP, **figure)
        .encode(x=bare_x("label_x"), y=bare_y("row"), text="label:N", color=side_colour(theme)),
        only("datum.label_side == 'left' && isValid(datum.label_x)")
        .mark_text(align="right", dx=-LABEL_GAP, **figure)
        .encode(x=bare_x("label_x"), y=bare_y("row"), text="label:N", color=side_colour(theme)),
        only("datum.label_side == 'inside'")
        .transform_calculate(inside="(datum.drawn_low + datum.drawn_high) / 2")
        .mark_text(**figure)
        .encode(x=bare_x("inside"), y=bare_y("row"), text="label:N", color=side_colour(theme)),
        only(f"{stance} || {none}")
        .mark_text(align="left", **figure)
        .encode(x=alt.value(22), y=bare_y("row"), text="label:N", color=side_colour(theme)),
    ]
    return figures + (_names_above(theme) if narrow else _names_in_gutter(theme, gutter))


def _names_in_gutter(theme: Theme, gutter: int) -> list[alt.Chart | alt.LayerChart]:
    palette = PALETTES[theme]
    room = gutter - 44
    return [
        _text("letter", 10 - gutter, 0, color=palette["muted"], fontWeight=600, fontSize=11.5),
        _text(
            "name",
            34 - gutter,
            alt.expr("datum.below ? -8 : 0"),
            color=palette["ink"],
            fontWeight=600,
            fontSize=13,
            limit=room,
        ),
        _text("below", 34 - gutter, alt.expr("datum.name ? 8 : 0"), color=palette["muted"], fontSize=12, limit=room),
    ]


def _names_above(theme: Theme) -> list[alt.Chart | alt.LayerChart]:
    """Write the name above the bar, and the outlet at the other end of its line or, without room there, below it."""
    palette = PALETTES[theme]
    below: dict[str, Any] = {"color": palette["muted"], "fontSize": 12, "limit": alt.expr("width - 22")}
    return [
        _text("letter", 2, 0, color=palette["muted"], fontWeight=600, fontSize=12),
        _text("name", 20, 0, color=palette["ink"], fontWeight=600, fontSize=13, limit=alt.expr("width - 22")),
        _text("below", alt.ExprRef("width - 2"), 0, "!datum.is_below", align="right", **below),
        _text("below", 20, PHONE_LINE, "datum.is_below", **below),
    ]


def _text(
    field: str,
    x: Any,  # noqa: ANN401 - Altair's own value types
    dy: Any,  # noqa: ANN401
    condition: str = "true",
    **style: Any,  # noqa: ANN401
) -> alt.Chart:
    """Write a text of each row that fits a condition at a fixed place beside the plot, moved down by `dy` px."""
    style = {"align": "left", **style}
    text: alt.Chart = only(condition).mark_text(baseline="middle", dy=dy, **style)
    return text.encode(x=alt.value(x), y=bare_y("name_row"), text=f"{field}:N")


def _tooltip() -> list[alt.Tooltip]:
    shown = {"who": "Voice", "byline": "In", "label": "Figure", "reads_as": "Reads as", "day": "As of"}
    return [alt.Tooltip(f"{field}:N", title=title) for field, title in {**shown, "words": "In their words"}.items()]
