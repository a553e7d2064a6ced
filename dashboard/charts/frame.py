"""What every chart shares: the fonts, the bare view, and the way from Altair to a finished Vega-Lite spec."""

from __future__ import annotations

from typing import Any

import altair as alt

from dashboard.charts.palette import PALETTES, Theme

Spec = dict[str, Any]
Row = dict[str, Any]
AnyChart = alt.Chart | alt.LayerChart | alt.FacetChart

FONT = "Inter, Helvetica Neue, Arial, sans-serif"
WIDTH_STEP = 20
NARROWEST, WIDEST = 260, 1600
PHONE_WIDTH = 560


def rounded_width(width: int) -> int:
    """Round a wished width down to a step of 20 px within bounds, so that few specs serve all screens."""
    return max(NARROWEST, min(WIDEST, width // WIDTH_STEP * WIDTH_STEP))


def finished_spec(chart: AnyChart, theme: Theme, padding: dict[str, int], description: str) -> Spec:
    """Turn a chart into its spec with the house's config; `padding` is the room around the plot in px.

    Altair's own themes belong to the whole process, so the config is set on the finished dict. Validation against the
    schema costs more than the drawing and is the tests' business.
    """
    spec: Spec = chart.to_dict(validate=False)
    named = spec["data"].get("name")
    if named:
        spec["data"] = {"values": spec["datasets"].pop(named)}
    spec["config"] = _config(theme)
    spec["autosize"] = {"type": "none"}
    spec["padding"] = padding
    spec["background"] = "transparent"
    spec["description"] = description
    return spec


def self_sized_spec(chart: AnyChart, theme: Theme, description: str) -> Spec:
    """Turn a chart with ordinary axes into its spec: its width in px holds the axes as well."""
    spec: Spec = chart.to_dict(validate=False)
    return {
        **spec,
        "config": _config(theme),
        "autosize": {"type": "fit-x", "contains": "padding"},
        "background": "transparent",
        "description": description,
    }


def rows_of(spec: Spec) -> list[Row]:
    """Give the rows that a finished chart draws."""
    rows: list[Row] = spec["data"]["values"]
    return rows


def with_rows_by_address(spec: Spec, address: str) -> Spec:
    """Let a spec name the address of its rows instead of holding them; they stand there under `data`."""
    return {**spec, "data": {"url": address, "format": {"type": "json", "property": "data"}}}


def _config(theme: Theme) -> Spec:
    """Inter throughout, no frame around the view, marks silent: the page has a text and a table for who cannot see."""
    palette = PALETTES[theme]
    return {
        "font": FONT,
        "view": {"stroke": None, "fill": None},
        "mark": {"aria": False},
        "text": {"color": palette["ink"], "fontSize": 12},
        "axis": {
            "labelColor": palette["muted"],
            "titleColor": palette["muted"],
            "gridColor": palette["rule"],
            "labelFontSize": 12,
            "grid": False,
            "domain": False,
            "ticks": False,
        },
    }
