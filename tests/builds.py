"""Published files for tests, built in the tests' own process, which has read the lexicon already."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from rashomon.building import Corpus, build_corpus
from rashomon.settings import Settings


def built(documents: Path, target: Path, claims: Sequence[Path] = (), *, extract: bool = True) -> Path:
    """Build articles and claims into a published file as `rashomon build` does, and give it."""
    build_corpus(Corpus([documents], claims, extract), target, Settings(), lambda *_: None)
    return target


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Path]) -> Path:
    """Return the file `name` that the first worker to ask has made, for all workers of this run.

    `make` puts it in its place whole: where it fails, the next worker finds nothing and tries itself.
    """
    own = factory.getbasetemp()
    target = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    with target.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return target if target.exists() else make(target)
