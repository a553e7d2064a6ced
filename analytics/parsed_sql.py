"""The SQL of this project, parsed once: builds and checks of drafts that one process makes run the same texts."""

from __future__ import annotations

from functools import lru_cache

import duckdb


def run_parsed(connection: duckdb.DuckDBPyConnection, text: str) -> duckdb.DuckDBPyConnection:
    """Run every statement of a text and give the connection, which holds the rows of the last."""
    for statement in _statements(text):
        connection.execute(statement)
    return connection


@lru_cache(maxsize=2048)
def _statements(text: str) -> tuple[duckdb.Statement, ...]:
    """Parse a text, of which a connection runs a copy; for the models that takes a tenth of a small build."""
    return tuple(duckdb.extract_statements(text))
