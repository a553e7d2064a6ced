"""The colours of the charts in light and in dark; the pages' style sheet holds the same ones as CSS variables."""

from __future__ import annotations

from typing import Literal

Theme = Literal["light", "dark"]
Palette = dict[str, str]

PALETTES: dict[Theme, Palette] = {
    "light": {
        "paper": "#FBFAF7",
        "card": "#FFFFFF",
        "ink": "#1B1D22",
        "muted": "#5E636E",
        "faint": "#72777F",
        "rule": "#E4E0D7",
        "band": "#F5F1E7",
        "low": "#2468A8",
        "high": "#B94F0E",
        "level": "#6F747D",
        "denied": "#8C2F6B",
        "on_mark": "#FFFFFF",
        "contradicts": "#B8391C",
        "contradicts_middle": "#DE8A72",
        "contradicts_pale": "#F4D3C8",
        "differs": "#E0A458",
        "update": "#8A8FCB",
        "scope": "#9AA7B2",
        "compatible": "#B7D3D0",
        "agrees": "#5FA39A",
        "echo": "#D9D6CE",
        "none": "#F3F0E9",
        "bar": "#5E636E",
        "light_bar": "#A9A8A2",
        "heat": "#F3EFE6 #C9D8E4 #8FB4D3 #4E8ABD #1D5488",
    },
    "dark": {
        "paper": "#14161A",
        "card": "#1A1D22",
        "ink": "#EDEBE6",
        "muted": "#A9ADB6",
        "faint": "#7F848E",
        "rule": "#30343C",
        "band": "#23272E",
        "low": "#74B3EE",
        "high": "#F29A5C",
        "level": "#989DA7",
        "denied": "#DB8FC4",
        "on_mark": "#14161A",
        "contradicts": "#E5694A",
        "contradicts_middle": "#9A4733",
        "contradicts_pale": "#4B2A23",
        "differs": "#B98435",
        "update": "#5F64A8",
        "scope": "#55616C",
        "compatible": "#2F5754",
        "agrees": "#3F8B80",
        "echo": "#3A3D44",
        "none": "#202329",
        "bar": "#A9ADB6",
        "light_bar": "#666B75",
        "heat": "#23272E #27425C #2F618C #4A8CC4 #8CC4F5",
    },
}

DARK_SIGNS = {
    "light": ("contradicts",),
    "dark": (
        "contradicts_pale",
        "contradicts_middle",
        "update",
        "scope",
        "compatible",
        "agrees",
        "echo",
        "none",
    ),
}
"""Fields dark enough for a light sign on them."""


def sign_colour(tone: str, theme: Theme) -> str:
    """Give the colour of a verdict's sign on its field: light on dark fields, dark on light ones."""
    light_sign, dark_sign = "#FFFFFF", "#1B1D22"
    return light_sign if tone in DARK_SIGNS[theme] else dark_sign


def side_colours(theme: Theme) -> Palette:
    """Give the colour of each side that a claim can take."""
    palette = PALETTES[theme]
    return {side: palette[side] for side in ("low", "high", "level", "denied")}
