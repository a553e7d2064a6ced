"""Small pieces that several charts draw with: encodings without a title and texts cut to a drawable length."""

from __future__ import annotations

import altair as alt


def colour_of_row() -> alt.Color:
    """Colour a mark by the row's own `color`, which the caller took from the palette."""
    return alt.Color("color:N", scale=None)


def bare_x(field: str) -> alt.X:
    """Place a mark along x without a title; the axis, if any, is set by one layer only."""
    return alt.X(f"{field}:Q", title=None)


def bare_y(field: str) -> alt.Y:
    """Place a mark along y without any axis."""
    return alt.Y(f"{field}:Q", axis=None)


def shortened(text: str, most: int) -> str:
    """Cut a text that is too long to draw, with a sign that it was cut."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
