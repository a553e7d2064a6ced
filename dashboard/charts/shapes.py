"""Small pieces that several charts draw with: encodings without a title and texts cut to a drawable length."""

from __future__ import annotations

import altair as alt

from dashboard.charts.palette import Theme, side_colours
from dashboard.writing_direction import isolated

STRUCK = "M-1.1,0.8L1.1,-0.8"
"""The path of a stroke through a mark: its figure has since been corrected or taken back."""

STRUCK_AROUND = "M-1.15,0.84L-0.6,0.44M0.6,-0.44L1.15,-0.84"
"""The same stroke around a mark that holds a letter: the letter stays legible."""


def only(condition: str) -> alt.Chart:
    """Begin a layer that draws the rows for which a Vega expression over `datum` holds."""
    return alt.Chart().transform_filter(condition)


def side_colour(theme: Theme) -> alt.Color:
    """Colour a mark by the row's `side`: what lies lower, higher, takes no side or is denied."""
    return alt.Color("side:N", scale=_side_scale(theme), legend=None)


def side_stroke(theme: Theme) -> alt.Stroke:
    """Draw a mark's outline in the colour of the row's `side`."""
    return alt.Stroke("side:N", scale=_side_scale(theme), legend=None)


def _side_scale(theme: Theme) -> alt.Scale:
    colours = side_colours(theme)
    return alt.Scale(domain=list(colours), range=list(colours.values()))


def bare_x(field: str) -> alt.X:
    """Place a mark along x without a title; the axis, if any, is set by one layer only."""
    return alt.X(f"{field}:Q", title=None)


def axisless_x(field: str) -> alt.X:
    """Place a mark along x and draw no axis; of a chart's layers the first says so for all.

    The axis goes to the constructor: Altair's chained setters (`alt.X(...).axis(None)`) keep their object on the class,
    so that two threads which draw at once would swap encodings.
    """
    return alt.X(f"{field}:Q", title=None, axis=None)


def bare_y(field: str) -> alt.Y:
    """Place a mark along y without any axis."""
    return alt.Y(f"{field}:Q", axis=None)


def shortened(text: str, most: int) -> str:
    """Cut a text that is too long to draw, with a sign that it was cut.

    A name from right to left in it leaves the words around it in place.
    """
    return isolated(text if len(text) <= most else text[: most - 1].rstrip() + "…")
