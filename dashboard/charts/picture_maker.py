"""The process that turns one spec into a picture: reads a JSON request on standard input, writes the picture's bytes.

It runs apart from the server, because vl-convert keeps some 190 MB and draws one picture at a time.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import vl_convert

FONTS = Path(__file__).resolve().parent.parent / "static" / "fonts"


def make_picture(request: dict[str, Any]) -> bytes:
    """Draw `spec` as `svg` or, at `scale` times its size, as `png`; nothing is fetched from anywhere."""
    vl_convert.register_font_directory(str(FONTS))
    if request["format"] == "svg":
        svg: str = vl_convert.vegalite_to_svg(request["spec"], allowed_base_urls=[])
        return svg.encode()
    png: bytes = vl_convert.vegalite_to_png(request["spec"], scale=request["scale"], allowed_base_urls=[])
    return png


if __name__ == "__main__":
    sys.stdout.buffer.write(make_picture(json.load(sys.stdin)))
