"""The columns of the published views, as the DuckDB file itself describes them."""

from dataclasses import dataclass
from typing import Literal

import duckdb

Kind = Literal["text", "integer", "number", "boolean", "date", "timestamp", "other"]

# How the description of a column ends that holds several names in one text.
SEVERAL_NAMES = " Several stand between semicolons."
# duckdb_columns() lists the columns of tables and views alike, with the comments that `COMMENT ON` gave them.
COLUMNS_SQL = """
    select table_name, column_name, data_type, coalesce(comment, '') as comment
    from duckdb_columns()
    where not internal and database_name = current_database()
    order by table_name, column_index
"""

_KINDS: dict[str, Kind] = {
    "VARCHAR": "text",
    "UUID": "text",
    "BOOLEAN": "boolean",
    "FLOAT": "number",
    "DOUBLE": "number",
    "DECIMAL": "number",
    "DATE": "date",
    "TIMESTAMP": "timestamp",
}


@dataclass(frozen=True)
class Column:
    """One column of a view: its DuckDB type, its description, and the kind of value that this type holds."""

    name: str
    type: str
    comment: str
    kind: Kind

    @property
    def holds_names(self) -> bool:
        """Return whether it holds several names in one text, between “; ”."""
        return self.comment.endswith(SEVERAL_NAMES)


def kind_of(duckdb_type: str) -> Kind:
    """Return the kind of value that a DuckDB type holds; lists, structs, JSON and the like are `other`."""
    if duckdb_type.endswith("]"):
        return "other"
    name = duckdb_type.split("(", maxsplit=1)[0]
    if name.endswith("INT") or name == "INTEGER":
        return "integer"
    if name == "ENUM":
        return "text"
    return _KINDS.get(name, "other")


def read_columns(cursor: duckdb.DuckDBPyConnection) -> dict[str, tuple[Column, ...]]:
    """Return the columns of every table and view of the open file, in their order, by the table's name."""
    columns: dict[str, tuple[Column, ...]] = {}
    for table, name, duckdb_type, comment in cursor.execute(COLUMNS_SQL).fetchall():
        column = Column(name, str(duckdb_type), comment, kind_of(str(duckdb_type)))
        columns[table] = (*columns.get(table, ()), column)
    return columns
