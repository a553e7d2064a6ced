"""Charts as PNG and SVG files, for print and for desks without a browser; drawn in a process apart and kept."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Literal

from analytics.admission import Admission
from dashboard.cache_folder import kept_bytes
from dashboard.charts.frame import Spec
from dashboard.charts.palette import PALETTES, Theme

Format = Literal["png", "svg"]

SECONDS = 60
DRAWN_AT_ONCE, WAITING, PATIENCE = 2, 2, 10
"""Programs that draw at once, who may wait for one, and for how many seconds: the server's threads serve others too."""
PNG_SCALE = 2
MOST_KEPT = 100_000_000
"""Bytes of pictures that are kept on disk: some thousand."""
TITLE_ROOM, EDGE = 66, 20
WIDER_FONT = "Liberation Sans, Arial, sans-serif"
"""The picture maker brings it along, with the letters that the pages' font lacks: "ț", "ł", "Ж"."""


_LAST_LETTER, _LETTERS = "ÿ", "ıŒœ"
"""Up to where the subset has every letter, and those beyond."""
_DRAWING = Admission(DRAWN_AT_ONCE, waiting=WAITING, seconds=PATIENCE)


class PictureError(RuntimeError):
    """The picture could not be drawn; the message is the drawing program's last word."""


def picture(spec: Spec, kind: Format, theme: Theme, title: str, foot: str, cache: Path | None) -> bytes:
    """Draw a chart's spec as a picture with its title above and `foot` (what it comes from) below.

    Pictures are kept in the folder `cache` by their content; without one, nowhere. Raises PictureError, and FullError
    where as many are drawn as may be.
    """
    framed = _framed(spec, theme, title, foot)
    if not _is_in_font(framed):
        framed["config"] = {**framed.get("config", {}), "font": WIDER_FONT}
    request = json.dumps({"spec": framed, "format": kind, "scale": PNG_SCALE}, sort_keys=True, default=str)
    if cache is None:
        return _drawn(request)
    name = hashlib.sha256(request.encode()).hexdigest()[:24]
    return kept_bytes(cache / "pictures" / f"{name}.{kind}", lambda: _drawn(request), MOST_KEPT)


def _framed(spec: Spec, theme: Theme, title: str, foot: str) -> Spec:
    """Add paper, title and source to a spec; the page has all three outside the chart.

    What sizes itself makes room for its title itself.
    """
    palette = PALETTES[theme]
    is_self_sized = "padding" not in spec
    padding = spec.get("padding") or {"left": 0, "right": 0, "top": -TITLE_ROOM, "bottom": 0}
    left = padding["left"]
    text = {"color": palette["ink"], "subtitleColor": palette["muted"], "fontSize": 17, "subtitleFontSize": 12}
    heading = {
        **text,
        "text": title,
        "subtitle": foot,
        "anchor": "start",
        "frame": "bounds" if is_self_sized else "group",
        "dx": -left,
        "offset": 14 if is_self_sized else 10 + padding["top"],
        "fontWeight": 600,
        "subtitlePadding": 6,
    }
    room = {
        "left": left + EDGE,
        "right": padding["right"] + EDGE,
        "top": padding["top"] + TITLE_ROOM + EDGE,
        "bottom": padding["bottom"] + EDGE,
    }
    return {**spec, "background": palette["card"], "title": heading, "padding": room}


def _is_in_font(value: object) -> bool:
    """Whether the pages' font, of which a subset is shipped, has each letter of a spec's texts."""
    if isinstance(value, str):
        return not any(letter.isalpha() and letter > _LAST_LETTER and letter not in _LETTERS for letter in value)
    if isinstance(value, dict):
        return all(map(_is_in_font, value.values()))
    return all(map(_is_in_font, value)) if isinstance(value, list) else True


def _drawn(request: str) -> bytes:
    command = [sys.executable, "-m", "dashboard.charts.picture_maker"]
    try:
        with _DRAWING.place():
            done = subprocess.run(command, input=request.encode(), capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - our own module, no shell
    except subprocess.TimeoutExpired as late:
        raise PictureError(f"The picture was not drawn within {SECONDS} s.") from late
    if done.returncode != 0:
        words = done.stderr.decode(errors="replace").strip().splitlines()
        raise PictureError(words[-1] if words else "The drawing program ended without a word.")
    return done.stdout
