"""Coverage and silence: which sources speak on the most severe findings, and which say nothing."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from dashboard.charts.frame import PHONE_WIDTH, Row, Spec, finished_spec
from dashboard.charts.palette import PALETTES, Theme
from dashboard.charts.shapes import bare_x, bare_y, shortened
from dashboard.charts.voices_by_source import TOP, axis_names, fields

MOST_FINDINGS, MOST_SOURCES, PHONE_SOURCES = 15, 12, 4
GUTTER, PHONE_GUTTER, STEP = 330, 132, 30
BOTTOM = 4


def draw_coverage(rows: Sequence[Row], theme: Theme, width: int) -> Spec:
    """Draw a field for each finding (down, most severe first) and source (across): claims, or a dash for silence."""
    narrow = width < PHONE_WIDTH
    gutter = PHONE_GUTTER if narrow else GUTTER
    sources = list(dict.fromkeys(str(row["source"]) for row in rows))[: PHONE_SOURCES if narrow else MOST_SOURCES]
    heard = {row["question_id"] for row in rows if row["claims"] and str(row["source"]) in sources}
    drawn = [row for row in rows if row["question_id"] in heard and str(row["source"]) in sources]
    titles = list({str(row["question_id"]): str(row["title"]) for row in drawn}.values())
    plot = width - gutter
    step = plot / max(1, len(sources))
    cells = _cells(drawn, sources)
    layers = [*fields(theme, step), _dashes(theme), *axis_names(sources, titles, theme, gutter, step)]
    chart = alt.layer(*layers, data={"values": cells}).properties(width=plot, height=STEP * max(1, len(titles)))
    padding = {"left": gutter, "right": 0, "top": TOP, "bottom": BOTTOM}
    spec = finished_spec(chart, theme, padding, describe_coverage(rows))
    for channel, count in (("x", len(sources)), ("y", len(titles))):
        scale = {"domain": [0, max(1, count)], "nice": False, "zero": False, "padding": 0}
        spec["layer"][0]["encoding"][channel]["scale"] = scale | ({"reverse": True} if channel == "y" else {})
    return spec


def describe_coverage(rows: Sequence[Row]) -> str:
    """Say in words on how many of the findings each source speaks."""
    findings = len({row["question_id"] for row in rows})
    spoken: dict[str, int] = {}
    for row in rows:
        spoken[str(row["source"])] = spoken.get(str(row["source"]), 0) + bool(row["claims"])
    said = "; ".join(f"{shortened(source, 60)} on {count}" for source, count in spoken.items())
    return f"Of the {findings} most severe findings, {said}." if rows else "No finding yet."


def _cells(rows: Sequence[Row], sources: list[str]) -> list[Row]:
    most = max((int(row["claims"]) for row in rows), default=1) or 1
    lines = {question_id: line for line, question_id in enumerate(dict.fromkeys(row["question_id"] for row in rows))}
    return [
        {
            "x": sources.index(str(row["source"])),
            "x2": sources.index(str(row["source"])) + 1,
            "y": lines[row["question_id"]],
            "y2": lines[row["question_id"]] + 1,
            "claims": int(row["claims"]),
            "share": int(row["claims"]) / most,
            "voice": shortened(str(row["title"]), 120),
            "source": shortened(str(row["source"]), 80),
            "spoken": str(row["claims"]) if row["claims"] else "silent",
            "href": f"/questions/{row['question_id']}",
        }
        for row in rows
    ]


def _dashes(theme: Theme) -> alt.Chart:
    """Mark silence by a dash, so that an empty field is no oversight."""
    dashes: alt.Chart = (
        alt.Chart()
        .transform_filter("datum.claims == 0")
        .transform_calculate(middle="datum.x + 0.5", centre="datum.y + 0.5")
        .mark_text(text="–", fontSize=12, color=PALETTES[theme]["faint"])
    )
    return dashes.encode(x=bare_x("middle"), y=bare_y("centre"))
