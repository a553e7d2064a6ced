"""Files that are made once and read often: the Vega bundle and pictures, kept in a folder of the user's."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def default_cache_folder() -> Path:
    """Give the folder where things may be kept between runs: `$XDG_CACHE_HOME/rashomon`, else `~/.cache/rashomon`.

    Where neither can be written, a temporary folder of this process.
    """
    home = os.environ.get("XDG_CACHE_HOME") or str(Path("~").expanduser() / ".cache")
    folder = Path(home) / "rashomon"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError:
        return Path(tempfile.mkdtemp(prefix="rashomon-"))


def kept_bytes(path: Path, make: Callable[[], bytes]) -> bytes:
    """Read a kept file, or make it and keep it; half a file is never seen, whoever else makes it meanwhile."""
    try:
        return path.read_bytes()
    except OSError:
        content = make()
    write_whole(path, content)
    return content


def write_whole(path: Path, content: bytes) -> None:
    """Write a file under another name and move it into place; a folder that cannot be written is no error."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as part:
            part.write(content)
        Path(part.name).replace(path)
    except OSError:
        return
