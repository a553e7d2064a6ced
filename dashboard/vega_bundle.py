"""The Vega program that draws the charts in the browser, taken from the installed vl-convert and kept as a file."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from dashboard.cache_folder import kept_bytes

_WRITE_BUNDLE = "import sys, vl_convert; sys.stdout.buffer.write(vl_convert.javascript_bundle().encode())"
SECONDS = 120


def vega_bundle(cache: Path) -> bytes:
    """Give Vega, Vega-Lite and vega-embed with its interpreter as one script.

    Made once in a process of its own: a server that made it itself would keep 100 MB for good.
    """
    return kept_bytes(cache / f"vega-{version('vl-convert-python')}.js", _bundle_from_package)


def _bundle_from_package() -> bytes:
    command = [sys.executable, "-c", _WRITE_BUNDLE]
    done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603 - a constant, no shell
    return done.stdout
