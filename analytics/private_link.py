"""A name of one's own for the published file, so that the next build may take its place while it is open."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def private_link(path: Path) -> Iterator[Path]:
    """Give the file a second name for as long as it takes to open it; the name is gone when the block ends.

    The link stands in the system's temporary folder, whose path tells nothing of the machine, or beside the file
    where the two are on different disks. Where neither can be linked the file is copied. Raises OSError where the
    file cannot be read.
    """
    folder = _linked(path) or _copied(path)
    try:
        yield folder / path.name
    finally:
        # Windows keeps an open file's name until it is closed; everywhere else the folder goes at once.
        with suppress(OSError):
            shutil.rmtree(folder)


def _linked(path: Path) -> Path | None:
    for place in (Path(tempfile.gettempdir()), path.parent):
        try:
            folder = Path(tempfile.mkdtemp(prefix=".rashomon-reading-", dir=place))
        except OSError:
            continue
        try:
            os.link(path, folder / path.name)
        except OSError:
            folder.rmdir()
        else:
            return folder
    return None


def _copied(path: Path) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="rashomon-reading-"))
    shutil.copyfile(path, folder / path.name)
    return folder
