"""A folder of invented articles as a published file that tests read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from analytics.reading import PublishedFile, Snapshot
from tests.builds import built


@contextmanager
def snapshot_of(folder: Path, place: Path) -> Iterator[Snapshot]:
    """Build documents.ndjson of a folder in another place, and pin that build for the length of a `with` block."""
    published = PublishedFile(built(folder / "documents.ndjson", place / "published.duckdb"))
    with published.snapshot() as snapshot:
        yield snapshot
    published.close()
