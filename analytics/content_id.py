"""The id of a build: a digest of everything that its result follows from.

What a build changed follows from the builds before it as well. A file that comes back to an earlier content is
therefore another build than the earlier one, and bears another id.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

import duckdb

DIGESTED_TABLES = ("staged_document", "staged_claim", "rejected_document", "rejected_claim", "raw_override", "raw_name")


def content_id(connection: duckdb.DuckDBPyConnection, folders: Iterable[Path], extractor: str | None) -> str:
    """12 hex digits of the staged rows (in any order), of the files in the folders (SQL, lexicon) and the extractor.

    The same inputs give the same id, however their rows are ordered or split over files.
    """
    digest = hashlib.sha256(str(extractor).encode())
    for table in DIGESTED_TABLES:
        digest.update(repr(_sum_of_rows(connection, table)).encode())
    for folder in folders:
        for path in sorted(folder.rglob("*.sql")) + sorted(folder.rglob("*.csv")):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def build_ids(content: str) -> Iterator[str]:
    """Yield the ids of a file's builds of one content, 12 hex digits: its own, then one each time it comes back."""
    yield content
    for number in count(2):
        yield hashlib.sha256(f"{content} {number}".encode()).hexdigest()[:12]


def _sum_of_rows(connection: duckdb.DuckDBPyConnection, table: str) -> list[tuple[object, ...]]:
    """Count and sum of the hashes of a table's rows: the same for the same rows in any order."""
    return connection.execute(f"select count(*), sum(hash({table}))::varchar from {table}").fetchall()
