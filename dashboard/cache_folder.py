"""Files that are made once and read often: the Vega bundle and pictures, kept in a folder of the user's."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
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


def kept_bytes(path: Path, make: Callable[[], bytes], most_bytes: int | None = None) -> bytes:
    """Read a kept file, or make it and keep it; half a file is never seen, whoever else makes it meanwhile.

    Its folder is kept to so many bytes: files that nobody has read the longest go first.
    """
    try:
        content = path.read_bytes()
    except OSError:
        content = make()
        write_whole(path, content)
        if most_bytes is not None:
            _prune(path.parent, most_bytes)
    else:
        with suppress(OSError):
            path.touch()
    return content


def _prune(folder: Path, most_bytes: int) -> None:
    """Delete the files of a folder that were used the longest ago, until the rest fits."""
    try:
        files = sorted(((path.stat(), path) for path in folder.iterdir()), key=lambda each: each[0].st_mtime)
        excess = sum(found.st_size for found, _ in files) - most_bytes
        for found, path in files:
            if excess <= 0:
                return
            path.unlink(missing_ok=True)
            excess -= found.st_size
    except OSError:
        return


def write_whole(path: Path, content: bytes) -> None:
    """Write a file under another name and move it into place; a folder that cannot be written is no error."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as part:
            part.write(content)
        Path(part.name).replace(path)
    except OSError:
        return
