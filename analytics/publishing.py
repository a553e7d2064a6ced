"""A file that is written beside its place and put there whole, or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from analytics.build_error import BuildError


@contextmanager
def published_whole(target: Path) -> Iterator[Path]:
    """Give a path beside target to write to; on leaving without an error it replaces target, else it is removed.

    Raises BuildError where target's folder is missing or cannot be written to, or where target is a folder.
    """
    _require_writable(target)
    partial = target.with_name(f"{target.name}.{os.getpid()}.building")
    try:
        partial.touch()
        partial.unlink()
        yield partial
        partial.replace(target)
    except OSError as error:
        raise BuildError(
            f"{target}: cannot be written ({error.strerror}); name a file in a folder of yours."
        ) from error
    finally:
        for leftover in (partial, partial.with_name(partial.name + ".wal")):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)
        shutil.rmtree(spill_folder(partial), ignore_errors=True)


def spill_folder(partial: Path) -> Path:
    """Where a build puts what does not fit into memory: beside the file, on the disk that has to hold the result."""
    return partial.with_name(partial.name + ".spill")


def _require_writable(target: Path) -> None:
    if target.is_dir():
        raise BuildError(f"{target}: is a folder; name a file in it, such as {target / 'rashomon.duckdb'}.")
    if not target.parent.is_dir():
        raise BuildError(f"{target}: there is no folder {target.parent}; create it, or name another file.")
    if not os.access(target.parent, os.W_OK):
        raise BuildError(f"{target}: its folder cannot be written to; name a file in a folder of yours.")
