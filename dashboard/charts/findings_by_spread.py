"""How many findings lie how far apart, by verdict; a click on a bar narrows the list to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import altair as alt

from dashboard.charts.frame import PHONE_WIDTH, Row, Spec, finished_spec
from dashboard.charts.palette import PALETTES, Theme
from dashboard.charts.shapes import axisless_x, bare_x, bare_y
from dashboard.numerals import count_text

STEPS: tuple[tuple[str, str], ...] = (("1", "1.5"), ("1.5", "2"), ("2", "3"), ("3", "5"), ("5", "10"), ("10", ""))
"""Ratios from and below, the last without an end; what has no ratio, as a denial has none, comes after them."""
NO_RATIO = "denial or zero"
SHOWN = ("contradicts", "differs")
HEIGHT, TOP, BOTTOM = 56, 20, 38
BREAK = "|"
"""Where the words below a bar go on in a second line."""
MARGIN = 0.22
"""Share of a step left free on either side of its bar."""


def step_filter(step: int) -> dict[str, str]:
    """Give the parameters of the list of findings that choose one step; the step after the last has no ratio."""
    if step == len(STEPS):
        return {"ratio__isnull": "true"}
    least, below = STEPS[step]
    return {"ratio__gte": least} | ({"ratio__lt": below} if below else {})


def step_words(step: int) -> str:
    """Name a step as its bar is labelled: `1.5 to 2×`, `10× or more`."""
    if step == len(STEPS):
        return NO_RATIO
    least, below = STEPS[step]
    if step == 0:
        return f"under {below}×"
    return f"{least} to {below}×" if below else f"{least}× or more"


def spread_rows(counts: Sequence[Mapping[str, int]], chosen: int | None, addresses: Sequence[str]) -> list[Row]:
    """Give a row a step and verdict from the counts by verdict; `addresses` lead to the list of each."""
    rows: list[Row] = []
    for step, by_verdict in enumerate(counts):
        at = 0
        for verdict in SHOWN:
            count = int(by_verdict.get(verdict, 0))
            span = {"from": at, "to": at + count, "total": sum(by_verdict.values())}
            is_faded = chosen is not None and chosen != step
            words = {"spread": step_words(step), "verdict": verdict, "findings": count}
            spoken = f"{step_words(step)}: {count_text(span['total'], 'finding')}"
            shown = {"is_faded": is_faded, "href": addresses[step], "spoken": spoken}
            rows.append({"step": step, **words, **span, **shown})
            at += count
    return rows


def describe_findings_by_spread(rows: Sequence[Row]) -> str:
    """Say in words how many findings each step holds."""
    totals = {str(row["spread"]): int(row["total"]) for row in rows}
    spoken = ", ".join(f"{count:,} {words}" for words, count in totals.items())
    return f"Findings by how far apart the figures lie: {spoken}."


def draw_findings_by_spread(rows: Sequence[Row], theme: Theme, width: int) -> Spec:
    """Draw a bar a step, contradictions dark below differences, with its number above and its words below."""
    steps = max((int(row["step"]) for row in rows), default=0) + 1
    tallest = max((int(row["total"]) for row in rows), default=1) or 1
    bars, fields = _bars(theme)
    layers = [bars, *_words(theme, steps, narrow=width < PHONE_WIDTH), fields]
    chart = alt.layer(*layers, data={"values": list(rows)}).properties(width=width, height=HEIGHT)
    padding = {"left": 0, "right": 0, "top": TOP, "bottom": BOTTOM}
    spec = finished_spec(chart, theme, padding, describe_findings_by_spread(rows))
    spec["layer"][0]["encoding"]["x"]["scale"] = {"domain": [0, steps], "nice": False, "zero": False}
    spec["layer"][0]["encoding"]["y"]["scale"] = {"domain": [0, tallest], "nice": False}
    return spec


def _bars(theme: Theme) -> list[alt.Chart | alt.LayerChart]:
    """Give the bars, and over each step a field that takes the click, or the key, also where its bar is low."""
    base = alt.Chart().transform_calculate(
        next="datum.step + 1", left=f"datum.step + {MARGIN}", right=f"datum.step + 1 - {MARGIN}"
    )
    palette = PALETTES[theme]
    colours = alt.Scale(domain=list(SHOWN), range=[palette["bar"], palette["light_bar"]])
    bars = base.mark_rect(cornerRadius=2).encode(
        x=axisless_x("left"),
        x2="right:Q",
        y=bare_y("from"),
        y2="to:Q",
        color=alt.Color("verdict:N", scale=colours, legend=None),
        opacity=alt.condition("datum.is_faded", alt.value(0.3), alt.value(1)),
    )
    fields = base.transform_filter(f"datum.verdict == '{SHOWN[0]}'").mark_rect(
        fillOpacity=0.001, cursor="pointer", aria=True
    )
    total = [alt.Tooltip("spread:N", title="Spread"), alt.Tooltip("total:Q", title="Findings", format=",d")]
    place = {"x": bare_x("step"), "x2": alt.X2("next:Q"), "y": alt.value(-TOP), "y2": alt.value(HEIGHT + BOTTOM)}
    return [bars, fields.encode(**place, href=alt.Href("href:N"), tooltip=total, description="spoken:N")]


def _words(theme: Theme, steps: int, *, narrow: bool) -> list[alt.Chart | alt.LayerChart]:
    """Write each step's number above its bar and its words below the line that all bars stand on."""
    palette = PALETTES[theme]
    font = 11 if narrow else 12
    broken = f"datum.spread == '{NO_RATIO}' ? '{NO_RATIO.replace(' or', f'{BREAK}or')}' : "
    shorter = "replace(replace(replace(datum.spread, ' or more', '+'), ' to ', '–'), 'under ', '< ')"
    base = (
        alt.Chart()
        .transform_filter(f"datum.verdict == '{SHOWN[0]}'")
        .transform_calculate(middle="datum.step + 0.5", words=broken + (shorter if narrow else "datum.spread"))
    )
    line = alt.Chart({"values": [{"start": 0, "end": steps, "foot": 0}]}).mark_rule(color=palette["faint"])
    return [
        line.encode(x=bare_x("start"), x2="end:Q", y=bare_y("foot")),
        base.mark_text(dy=-7, fontSize=font, fontWeight=600, color=palette["ink"]).encode(
            x=bare_x("middle"), y=bare_y("total"), text=alt.Text("total:Q", format=",d")
        ),
        base.mark_text(baseline="top", dy=8, fontSize=font, color=palette["muted"], lineBreak=BREAK).encode(
            x=bare_x("middle"), y=alt.value(HEIGHT), text="words:N"
        ),
    ]
