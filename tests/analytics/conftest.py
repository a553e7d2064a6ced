"""A small corpus to build from, and a short way to build and to read what was built."""

import json
import os
import shutil
from functools import partial
from pathlib import Path

import duckdb
import pytest

from analytics.build import BuildInputs, build

REPOSITORY = Path(__file__).resolve().parent.parent.parent
LEXICON = REPOSITORY / "data" / "lexicon"

FIRST = "The mayor said 40 boats sank."
SECOND = "Fishermen spoke of about 60 boats."
THIRD = "Some 90 boats sank."
TEXT = f"{FIRST} {SECOND}"
DOCUMENTS = (
    {"document_id": "d1", "source": "Coast Post", "text": TEXT, "title": "Boats", "published_at": "2025-03-04"},
    {"document_id": "d2", "source": "Bay News", "text": THIRD},
)
BOATS = {"measure": "boats", "predicate": "sunk", "extractor": "rules/1", "reported_at": "2025-03-04"}
EXTRACTED = (
    {**BOATS, "document_id": "d1", "source": "Coast Post", "quote": FIRST, "char_start": 15, "char_end": 17}
    | {"value": 40, "hedge": "stated", "claimant": "the mayor", "claim_id": "mayor"},
    {**BOATS, "document_id": "d1", "source": "Coast Post", "quote": SECOND, "char_start": 53, "char_end": 55}
    | {"value": 60, "hedge": "about", "claim_id": "fishermen"},
    {**BOATS, "document_id": "d2", "source": "Bay News", "quote": THIRD, "char_start": 5, "char_end": 7}
    | {"value": 90, "hedge": "about", "claim_id": "bay"},
)


def written(path, *rows):
    """Write rows to an NDJSON file, a text as it stands; give its path."""
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def write_lines(tmp_path):
    """Write rows to an NDJSON file of the test's folder; a text stands as it is."""
    return lambda name, *rows: written(tmp_path / name, *rows)


@pytest.fixture
def documents(write_lines):
    return write_lines("documents.ndjson", *DOCUMENTS)


@pytest.fixture
def extracted(write_lines):
    return write_lines("extracted.ndjson", *EXTRACTED)


@pytest.fixture
def target(tmp_path):
    return tmp_path / "published" / "corpus.duckdb"


@pytest.fixture(scope="session")
def first_builds(tmp_path_factory):
    """Keep the first build of each input: where the file is, and what was reported of it."""
    return KeptBuilds(tmp_path_factory.mktemp("first_builds"))


@pytest.fixture
def build_from(target, first_builds):
    """Build the test's target from the inputs named; the lexicon is the shipped one.

    Where there is no target yet, a build follows from its inputs alone: what was built of them before is copied.
    """
    target.parent.mkdir()

    def run(**inputs):
        make = partial(build, BuildInputs(lexicon=LEXICON, **inputs))
        return make(target) if target.exists() else first_builds.give(inputs, make, target)

    return run


class KeptBuilds:
    """Published files and their reports, by what they were built from."""

    def __init__(self, folder):
        self._folder = folder
        self._kept = {}

    def give(self, inputs, make, target):
        """Make the target, or copy the file that was made of inputs like these; give its report."""
        content = content_of(inputs, target.parent)
        if content not in self._kept:
            report = make(target)
            self._kept[content] = report, shutil.copyfile(target, self._folder / f"{len(self._kept)}.duckdb")
            return report
        report, file = self._kept[content]
        shutil.copyfile(file, target)
        return report


def content_of(given, folder):
    """Give what a build reads of its inputs: for a path where it is, seen from a folder, and all that is in it."""
    if isinstance(given, Path):
        files = sorted(given.iterdir()) if given.is_dir() else [given]
        return tuple((os.path.relpath(file, folder), file.is_file() and file.read_bytes()) for file in files)
    if isinstance(given, dict):
        return content_of(sorted(given.items()), folder)
    return tuple(content_of(each, folder) for each in given) if isinstance(given, list | tuple) else given


@pytest.fixture
def ask(target):
    """Give the rows of a query on the published file."""

    def rows(query):
        with duckdb.connect(target, read_only=True) as connection:
            return connection.execute(query).fetchall()

    return rows
