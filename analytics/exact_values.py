"""Values that Python's own types would alter, as DuckDB writes them: intervals, endless days, billionths of a second.

Python takes a month for 30 days, ends in the year 9999, and has no form for a time of day without a zone that JSON
knows. Doubles without end and decimals of many digits JSON has no number for.
"""

from collections.abc import Mapping, Sequence
from math import isfinite

import duckdb
from duckdb.sqltypes import DuckDBPyType

from analytics.sql_text import named

Parameters = Sequence[object] | Mapping[str, object]
_OF_TIME = ("interval", "date", "time")


def execute_exactly(
    cursor: duckdb.DuckDBPyConnection, statement: duckdb.Statement | str, parameters: Parameters
) -> list[tuple[str, DuckDBPyType]]:
    """Run a statement so that its rows hold values of time as texts; return its columns with their own types.

    Only a result tells its types: one that has such values is made a second time, as text.
    """
    cursor.execute(statement, parameters)
    columns = [(str(column[0]), column[1]) for column in cursor.description or ()]
    written = [_written(kind) for _, kind in columns]
    if any(written):
        query = statement if isinstance(statement, str) else statement.query
        values = [f"#{place}::{kind}" if kind else f"#{place}" for place, kind in enumerate(written, 1)]
        cursor.execute(f"select {', '.join(values)} from ({query.rstrip().rstrip(';')}\n) as result", parameters)
    return columns


def finite(value: object) -> object:
    """Return a value with DuckDB's text for each double in it that JSON has no number for: inf, -inf, nan."""
    if isinstance(value, float):
        return value if isfinite(value) else str(value)
    if isinstance(value, list | tuple):
        return [finite(each) for each in value]
    if isinstance(value, dict):
        return {finite(key): finite(each) for key, each in value.items()}
    return value


def _written(kind: DuckDBPyType) -> str:
    """Return the type that holds the values of another with text for those of time; empty where it has none."""
    if kind.id.startswith(_OF_TIME):
        return "varchar"
    if kind.id not in {"list", "array", "struct", "map"}:
        return ""
    parts = dict(kind.children)
    inner = {name: _written(part) for name, part in parts.items() if isinstance(part, DuckDBPyType)}
    if not any(inner.values()):
        return ""
    types = {name: written or str(parts[name]) for name, written in inner.items()}
    match kind.id:
        case "list":
            return f"{types['child']}[]"
        case "array":
            return f"{types['child']}[{parts['size']}]"
        case "map":
            return f"map({types['key']}, {types['value']})"
    return f"struct({', '.join(f'{named(name)} {written}' for name, written in types.items())})"
