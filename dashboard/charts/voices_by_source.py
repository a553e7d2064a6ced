"""The heat map of voices and sources: whose words each source carries."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from dashboard.charts.frame import PHONE_WIDTH, Row, Spec, finished_spec
from dashboard.charts.palette import PALETTES, Theme
from dashboard.charts.shapes import axisless_x, bare_x, bare_y, shortened

OWN_VOICE = "Own voice"
MOST_VOICES, MOST_SOURCES, PHONE_SOURCES = 15, 12, 4
GUTTER, PHONE_GUTTER, STEP, GAP = 190, 112, 30, 3
TOP, BOTTOM = 54, 4
DARK_FROM = 0.55
"""From this share of the darkest field on, a number on it is written in the light ink."""


def draw_voices_by_source(rows: Sequence[Row], theme: Theme, width: int) -> Spec:
    """Draw a field for each voice (down) and source (across), darker the more claims; fields hold their number."""
    narrow = width < PHONE_WIDTH
    gutter = PHONE_GUTTER if narrow else GUTTER
    sources, voices = _axes(rows, PHONE_SOURCES if narrow else MOST_SOURCES)
    plot = width - gutter
    step = plot / max(1, len(sources))
    cells = _cells(rows, sources, voices)
    layers = [*fields(theme, step), *axis_names(sources, voices, theme, gutter, step)]
    chart = alt.layer(*layers, data={"values": cells}).properties(width=plot, height=STEP * max(1, len(voices)))
    padding = {"left": gutter, "right": 0, "top": TOP, "bottom": BOTTOM}
    spec = finished_spec(chart, theme, padding, describe_voices_by_source(rows))
    for channel, count in (("x", len(sources)), ("y", len(voices))):
        scale = {"domain": [0, max(1, count)], "nice": False, "zero": False, "padding": 0}
        spec["layer"][0]["encoding"][channel]["scale"] = scale | ({"reverse": True} if channel == "y" else {})
    return spec


def describe_voices_by_source(rows: Sequence[Row]) -> str:
    """Say in words whose words each source carries most."""
    sources, _ = _axes(rows, MOST_SOURCES)
    spoken = []
    for source in sources:
        own = max((row for row in rows if row["source"] == source), key=lambda row: int(row["claims"]))
        spoken.append(f"{shortened(source, 60)} carries {shortened(_voice(own), 60)} most ({own['claims']})")
    return ("; ".join(spoken) or "No claims") + "."


def _voice(row: Row) -> str:
    return str(row["who"]) or OWN_VOICE


def _axes(rows: Sequence[Row], most_sources: int) -> tuple[list[str], list[str]]:
    """Order sources by their claims and voices likewise, the sources' own voice last."""
    by_source: dict[str, int] = {}
    by_voice: dict[str, int] = {}
    for row in rows:
        by_source[str(row["source"])] = by_source.get(str(row["source"]), 0) + int(row["claims"])
        by_voice[_voice(row)] = by_voice.get(_voice(row), 0) + int(row["claims"])
    sources = sorted(by_source, key=lambda name: (-by_source[name], name))[:most_sources]
    drawn = {_voice(row) for row in rows if str(row["source"]) in sources}
    return sources, sorted(drawn, key=lambda name: (name == OWN_VOICE, -by_voice[name], name))


def _cells(rows: Sequence[Row], sources: list[str], voices: list[str]) -> list[Row]:
    counts = {(_voice(row), str(row["source"])): int(row["claims"]) for row in rows}
    most = max((counts.get((voice, source), 0) for voice in voices for source in sources), default=1) or 1
    return [
        {
            "x": column,
            "x2": column + 1,
            "y": row,
            "y2": row + 1,
            "claims": counts.get((voice, source), 0),
            "share": counts.get((voice, source), 0) / most,
            "voice": shortened(voice, 80),
            "source": shortened(source, 80),
        }
        for row, voice in enumerate(voices)
        for column, source in enumerate(sources)
    ]


def fields(theme: Theme, step: float) -> list[alt.Chart | alt.LayerChart]:
    """Draw the fields of a grid, darker by their `share`, with the number of claims on each that has any."""
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
        .transform_calculate(middle="datum.x + 0.5", centre="datum.y + 0.5")
        .mark_text(fontSize=12, fontWeight=600, dx=-GAP / 2, dy=-GAP / 2)
        .encode(
            x=bare_x("middle"),
            y=bare_y("centre"),
            text="claims:Q",
            color=alt.condition(f"datum.share > {DARK_FROM}", alt.value(light), alt.value(dark)),
        )
    )
    return [fields, numbers] if step else [fields]


def axis_names(
    sources: list[str], voices: list[str], theme: Theme, gutter: int, step: float
) -> list[alt.Chart | alt.LayerChart]:
    """Write the names above the columns and left of the rows of a grid."""
    palette = PALETTES[theme]
    across = [{"x": index + 0.5, "text": "\n".join(_two_lines(name))} for index, name in enumerate(sources)]
    down = [{"y": index + 0.5, "text": shortened(name, 60)} for index, name in enumerate(voices)]
    return [
        alt.Chart({"values": across})
        .mark_text(baseline="line-bottom", dy=-22, lineBreak="\n", lineHeight=14, fontSize=12, limit=step - 4)
        .encode(x=bare_x("x"), y=alt.value(0), text="text:N", color=alt.value(palette["muted"])),
        alt.Chart({"values": down})
        .mark_text(align="left", baseline="middle", fontSize=13, limit=gutter - 10, color=palette["ink"])
        .encode(x=alt.value(-gutter), y=bare_y("y"), text="text:N"),
    ]


def _two_lines(name: str) -> list[str]:
    """Break a name in two near its middle."""
    words = shortened(name, 40).split()
    if len(words) < 2:  # noqa: PLR2004 - one word has no break
        return ["", *words]
    half = min(range(1, len(words)), key=lambda at: abs(len(" ".join(words[:at])) - len(" ".join(words[at:]))))
    return [" ".join(words[:half]), " ".join(words[half:])]
