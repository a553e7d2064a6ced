"""What fills the tables of sql/inputs.sql beside the claims: documents, the lexicon, and a user's corrections."""

from __future__ import annotations

from pathlib import Path

import duckdb

from analytics.build_error import BuildError, first_line
from analytics.sql_text import named, quoted

LONGEST_DOCUMENT = 256_000_000
"""Bytes of the longest line of a staged NDJSON file; reading refuses longer articles long before."""


def insert_documents(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Add the documents of a staged NDJSON file to raw_document, numbered on from those that are there."""
    columns = ["document_id", "source", "text", "title", "published_at", "url", "language", "retrieved_at"]
    (before,) = _only_row(connection, "select count(*) from raw_document")
    connection.execute(
        f"""
        insert into raw_document by name
        select {before} + row_number() over () as row_number, *
        from {_json_reader(path, columns)}
        """
    )


def insert_rejected_documents(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Add the documents that reading set aside to raw_rejected_document."""
    reader = _json_reader(path, ["place", "rule", "message", "raw"])
    connection.execute(f"insert into raw_rejected_document by name select * from {reader}")


def _json_reader(path: Path, columns: list[str]) -> str:
    if not path.is_file():
        raise BuildError(f"{path}: there is no such file; check the spelling.")
    longest = min(max(path.stat().st_size, 1024), LONGEST_DOCUMENT)
    types = ", ".join(f"{column}: 'varchar'" for column in columns)
    return (
        f"read_json({quoted(str(path))}, format = 'newline_delimited', columns = {{{types}}}, "
        f"maximum_object_size = {longest})"
    )


def load_lexicon(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[str]:
    """Fill every lexicon_ table from the file of its name; a file that is missing leaves its table empty.

    Gives a notice for each missing file. Raises BuildError for a missing folder or column.
    """
    if not folder.is_dir():
        raise BuildError(f"{folder}: there is no such lexicon folder; name one that holds hedges.csv and its fellows.")
    tables = connection.execute(
        "select table_name from duckdb_tables() where table_name like 'lexicon\\_%' escape '\\' order by table_name"
    ).fetchall()
    paths = {table: folder / f"{table.removeprefix('lexicon_')}.csv" for (table,) in tables}
    for table, path in paths.items():
        _fill_from_csv(connection, table, path)
    return [f"{path}: there is no such table; it counts as empty." for path in paths.values() if not path.exists()]


def load_corrections(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Fill raw_override and raw_name from overrides.csv and names.csv of a folder, where it has them."""
    _fill_from_csv(connection, "raw_override", folder / "overrides.csv")
    _fill_from_csv(connection, "raw_name", folder / "names.csv")


def _fill_from_csv(connection: duckdb.DuckDBPyConnection, table: str, path: Path) -> None:
    if not path.exists():
        return
    columns = [row[0] for row in connection.execute(f"describe {table}").fetchall()]
    reader = f"read_csv({quoted(str(path))}, all_varchar = true, header = true, delim = ',', quote = '\"')"
    try:
        connection.execute(f"insert into {table} by name select {', '.join(map(named, columns))} from {reader}")
    except duckdb.Error as error:
        wanted = ", ".join(columns)
        raise BuildError(f"{path}: cannot be read ({first_line(error)}); it needs the columns {wanted}.") from error


def _only_row(connection: duckdb.DuckDBPyConnection, query: str) -> tuple[int, ...]:
    row: tuple[int, ...] = connection.execute(query).fetchall()[0]
    return row
