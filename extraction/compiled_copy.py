"""The copy of this package as machine code, where `make compiled` has made one of the very code that stands here."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import Final

SWITCH: Final = "EXTRACTION_COMPILED"
"""The environment variable that keeps to the code as it is written, where it is "0"."""


def compiled_copy(package: Path) -> Path | None:
    """Find the folder of a package's compiled modules; None where none were made, or the code has changed since."""
    made = package.parent / "build" / "compiled"
    if os.environ.get(SWITCH) == "0" or not made.is_dir():
        return None
    folder = made / fingerprint(package) / package.name
    return folder if folder.is_dir() else None


def fingerprint(package: Path) -> str:
    """Tell apart what a compiled copy must agree with: every line of the package, and the Python that runs it."""
    python = f"{sys.implementation.cache_tag} {sys.platform} "
    return hashlib.sha256((python + code_digest(package)).encode()).hexdigest()[:16]


def code_digest(package: Path) -> str:
    """Digest every module of a package with its place in it (SHA-256, hex): another line or place makes another one."""
    digest = hashlib.sha256()
    for module in sorted(package.rglob("*.py")):
        digest.update(module.relative_to(package).as_posix().encode() + b"\x1f" + module.read_bytes())
    return digest.hexdigest()
