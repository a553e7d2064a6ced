"""Runs strangers' SQL, one statement at a time, in a process that can be killed at any moment.

Started as a script by `analytics.sql_door`, with the database's path and the limits as JSON. It speaks in frames over
its standard input and output: four bytes of length, then JSON. It opens the database read-only, without any reach to
files, network, settings or extensions, and then takes from itself the means to grow: DuckDB's memory limit does not
cover every allocation, so the process's own address space is bounded too.
"""

import json
import math
import os
import resource
import struct
import sys
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

import duckdb
import orjson

LENGTH = struct.Struct(">I")
ROWS_A_FETCH = 20
# What Python and an idle DuckDB need beside DuckDB's memory limit: buffers, a fetched row, its JSON.
ROOM_BESIDE_DUCKDB = 300 * 1024 * 1024
OPEN_FILES = 16
JSON_OPTIONS = orjson.OPT_NAIVE_UTC | orjson.OPT_UTC_Z | orjson.OPT_NON_STR_KEYS
PIVOT_REMEDY = " A PIVOT needs its values listed: `pivot … on column in (…)`."


def main() -> None:
    """Open the database, say of which build it is (null: of none), then answer requests until the input ends."""
    limits = json.loads(sys.argv[2])
    try:
        connection = open_closed_off(sys.argv[1], limits)
        build = connection.execute("select build_id from build where is_current").fetchone()
    except duckdb.Error:
        build = None
    bound_this_process(limits["memory_bytes"])
    write_frame(sys.stdout.buffer, orjson.dumps({"build_id": build[0] if build else None}))
    while build and (request := read_frame(sys.stdin.buffer)) is not None:
        write_frame(sys.stdout.buffer, answer(connection, json.loads(request), limits))


def open_closed_off(path: str, limits: dict[str, Any]) -> duckdb.DuckDBPyConnection:
    """Open the database read-only, with every door to the outside shut and locked."""
    settings: dict[str, str | bool | int | float | list[str]] = {
        "threads": 1,
        "memory_limit": f"{limits['memory_bytes']}B",
        "max_execution_time": int(limits["seconds"] * 1000),
        "enable_external_access": False,
        "temp_directory": "",
        "secret_directory": "",
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "allow_community_extensions": False,
        "max_expression_depth": 250,
        "lock_configuration": True,
    }
    return duckdb.connect(path, read_only=True, config=settings)


def bound_this_process(memory_bytes: int) -> None:
    """Bound this process's address space and files; what is open stays open."""
    space = address_space("self") + memory_bytes + ROOM_BESIDE_DUCKDB
    resource.setrlimit(resource.RLIMIT_AS, (space, space))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))


def address_space(process: int | str) -> int:
    """Return the bytes of address space that a process has taken; 0 where the system does not tell (no /proc)."""
    told = Path("/proc", str(process), "statm")
    return int(told.read_text().split()[0]) * resource.getpagesize() if told.exists() else 0


def processor_seconds(process: int | str) -> float:
    """Return the seconds of the processor that a process has used; endless where the system does not tell (no /proc).

    Fields 14 and 15 of proc_pid_stat(5), user and system, counted behind the name, which may hold spaces.
    """
    told = Path("/proc", str(process), "stat")
    if not told.exists():
        return math.inf
    user, system = told.read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def answer(connection: duckdb.DuckDBPyConnection, request: dict[str, Any], limits: dict[str, Any]) -> bytes:
    """Return the JSON of a statement's rows, or of the limit that stopped it and why."""
    try:
        return rows_as_json(connection, request, limits)
    except (MemoryError, duckdb.OutOfMemoryException):
        return stopped("memory", "The query needs more memory than it is given.")
    except duckdb.InterruptException:
        return stopped("time", "The query ran longer than it is given.")
    except (duckdb.Error, ValueError, RecursionError) as problem:
        return stopped("statement", str(problem).split("\n\nPossible solutions:")[0])


def rows_as_json(connection: duckdb.DuckDBPyConnection, request: dict[str, Any], limits: dict[str, Any]) -> bytes:
    """Run one SELECT and return columns, types, rows (at most `rows`), and whether there were more.

    Raises ValueError for what is no single SELECT, and for parameters that do not fit it.
    """
    statement = single_select(connection, request["sql"])
    check_parameters(statement.named_parameters, request["parameters"])
    cursor = connection.execute(statement, request["parameters"])
    columns = [{"name": column[0], "type": str(column[1])} for column in cursor.description or ()]
    written = {place for place, column in enumerate(columns) if column["type"] == "JSON"}
    rows: list[bytes] = []
    while batch := cursor.fetchmany(ROWS_A_FETCH):
        rows += [row_as_json(with_json_as_it_stands(row, written)) for row in batch]
        if sum(map(len, rows)) > limits["result_bytes"]:
            return stopped("size", f"The result is larger than {limits['result_bytes']:,} bytes.")
        if len(rows) > limits["rows"]:
            break
    head = orjson.dumps({"columns": columns, "truncated": len(rows) > limits["rows"]})
    return head[:-1] + b',"rows":[' + b",".join(rows[: limits["rows"]]) + b"]}"


def single_select(connection: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    """Return the one statement of the text, by DuckDB's own parser; raises ValueError where it is no SELECT."""
    # Parsed by this connection: the module's own function would open a second, unbounded database to parse with.
    statements = connection.extract_statements(sql)
    if len(statements) != 1:
        raise ValueError(f"One statement at a time: this text holds {len(statements)}.")
    kind = statements[0].type.name
    if kind != "SELECT":
        raise ValueError(f"Only SELECT is run here, and this is {kind}." + (PIVOT_REMEDY if kind == "MULTI" else ""))
    return statements[0]


def check_parameters(wanted: set[str], given: dict[str, Any]) -> None:
    """Raise ValueError where the parameters given are not those that the statement names."""
    if wanted != set(given):
        names = ", ".join(f"${name}" for name in sorted(wanted)) or "none"
        raise ValueError(f"The statement takes these parameters: {names}.")


def with_json_as_it_stands(row: tuple[Any, ...], places: set[int]) -> tuple[Any, ...]:
    """Return the row so that the texts in these places, which are JSON already, are not quoted again."""
    if not places:
        return row
    return tuple(json_as_it_stands(value) if place in places else value for place, value in enumerate(row))


def json_as_it_stands(value: str | None) -> object:
    """Return a JSON text as a part of JSON; one that is nested too deep for the reader stays a text."""
    if value is None:
        return None
    try:
        orjson.dumps(orjson.loads(value))
    except (orjson.JSONDecodeError, TypeError):
        return value
    return orjson.Fragment(value)


def row_as_json(row: tuple[Any, ...]) -> bytes:
    """Return a row as a JSON list; numbers beyond 64 bits and values that JSON has no form for become text."""
    try:
        return orjson.dumps(row, default=plain, option=JSON_OPTIONS)
    except TypeError:
        return orjson.dumps([value if fits_json(value) else str(value) for value in row], plain, JSON_OPTIONS)


def fits_json(value: object) -> bool:
    """Return whether a value has a JSON form, within 64 bits."""
    try:
        orjson.dumps(value, default=plain, option=JSON_OPTIONS)
    except TypeError:
        return False
    return True


def plain(value: object) -> object:
    """Return a value that JSON does not know in a form that it does."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value).hex()
    return str(value)


def stopped(limit: str, message: str) -> bytes:
    """Return the JSON that says which limit stopped a statement."""
    return orjson.dumps({"stopped_by": limit, "message": message})


def read_frame(stream: IO[bytes]) -> bytes | None:
    """Return the next frame, or None where the stream ends."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    return stream.read(LENGTH.unpack(head)[0])


def write_frame(stream: IO[bytes], body: bytes) -> None:
    """Send one frame."""
    stream.write(LENGTH.pack(len(body)) + body)
    stream.flush()


if __name__ == "__main__":
    main()
