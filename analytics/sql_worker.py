"""Runs strangers' SQL, one statement at a time, in a process that can be killed at any moment.

Forked by `analytics.sql_nursery`, with the limits. It speaks in frames over a socket, four bytes of length, then JSON;
the first that it is told is the database's path. It opens the database read-only, without any reach to files, network,
settings or extensions, and then takes from itself the means to grow: DuckDB's memory limit does not cover every
allocation, so the process's own address space is bounded too.

Whatever a query costs, it costs here: its text is read and its rows are written in the form that was asked for, so that
the process that serves others hands both on unread.
"""

import json
import math
import os
import re
import resource
import struct
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, Any

import duckdb
import orjson

from analytics.exact_values import execute_exactly, finite
from analytics.rows_as_text import JSON_OPTIONS, distinct_names, plain, written_rows

LENGTH = struct.Struct(">I")
ROWS_A_FETCH = 20
# What Python and an idle DuckDB need beside DuckDB's memory limit: buffers, a fetched row, its JSON.
ROOM_BESIDE_DUCKDB = 300 * 1024 * 1024
OPEN_FILES = 16
# The folders that DuckDB would name in messages: none of this machine's.
NOWHERE = "/nowhere"
# Of these families most tell of the machine, keep what one query says for the next, or do something: what they are let
# tell of are the views, their columns and the language. Ids of connections, queries and transactions count what others
# asked; who sleeps holds a place and does nothing.
MACHINE_NAMES = re.compile(
    r"\b(?:pg_settings|pg_database|current_setting|which_secret|\w+_external_resource\w*"
    r"|(?:force_)?checkpoint(?=\W*\()|truncate_duckdb_logs|write_log"
    r"|current_(?:connection|query|transaction)_id|txid_current|sleep_ms|pg_sleep"
    r"|duckdb_(?!(?:columns|constraints|functions|indexes|keywords|schemas|sequences|tables|types|views)\b)\w+"
    r"|pragma_(?!(?:collations|show|table_info|version)\b)\w+)\b",
    re.IGNORECASE,
)
# A text that these run may hide such a name.
TEXT_RUNNERS = re.compile(
    r"\b(?:query|query_table|json_serialize_sql|json_execute_serialized_sql)\b(?=\W*(?:\(|/\*|--))", re.IGNORECASE
)
# "… exceeded. Use "SET max_expression_depth TO x" to increase the maximum expression depth."
SETTING_AS_REMEDY = re.compile(r"\s*\b(?:Use|Try|Consider)\b[^.\n]*\b(?:SET|PRAGMA)\b[^.\n]*\.?")
# "Use TRY(…) to return NULL, or SET error_on_division_by_zero=false to …": the first half may be done here.
SETTING_AS_ALTERNATIVE = re.compile(r",? or SET \w+[^.\n]*")
# "… but it exists in the spatial extension.\n\nPlease try installing and loading …": none is loaded here.
EXTENSION_AS_REMEDY = re.compile(r", but it exists in the \w+ extension|\n\nPlease try installing.*", re.DOTALL)
# 'Did you mean "pg_class"?': DuckDB takes its own catalogue for a neighbour of any name.
CATALOGUE_AS_NEIGHBOUR = re.compile(r'\nDid you mean "(?:pg_|duckdb_|sqlite_|pragma_|information_schema)[^"\n]*"\?')
BYTES_IN_A_MEGABYTE = 1_000_000
NEEDED = "Needed: one SELECT, such as `from finding limit 5`."
# DuckDB makes several statements of it.
PIVOT_REFUSED = (
    "Only SELECT is run here, and this PIVOT is more than one. It needs its values listed: `pivot … on column in (…)`."
)


def serve(limits: dict[str, Any], asked: IO[bytes], told: IO[bytes]) -> None:
    """Open the database, say of which build it is (null: of none), then answer requests until no more are asked."""
    path = read_frame(asked)
    if path is None:
        return
    try:
        connection = open_closed_off(path.decode(), limits)
        build = connection.execute("select build_id from build where is_current").fetchone()
    except duckdb.Error:
        build = None
    bound_this_process(limits["memory_bytes"])
    write_frame(told, orjson.dumps({"build_id": build[0] if build else None}))
    while build and (request := read_frame(asked)) is not None:
        for frame in answer(connection, json.loads(request), limits):
            write_frame(told, frame)


def open_closed_off(path: str, limits: dict[str, Any]) -> duckdb.DuckDBPyConnection:
    """Open the database read-only, with every door to the outside shut and locked.

    One setting after the other: given together they are made in no order, and some refuse those that come after.
    """
    settings = {
        "memory_limit": f"{limits['memory_bytes']}B",
        "max_execution_time": int(limits["seconds"] * 1000),
        "temp_directory": "",
        "secret_directory": NOWHERE,
        "extension_directory": NOWHERE,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "allow_community_extensions": False,
        "max_expression_depth": 250,
        # Else moments would be told in the zone of the machine.
        "TimeZone": "UTC",
        "enable_external_access": False,
        "lock_configuration": True,
    }
    connection = duckdb.connect(path, read_only=True, config={"threads": 1, "home_directory": NOWHERE})
    for name, value in settings.items():
        written = str(value) if isinstance(value, int) else f"'{value}'"
        connection.execute(f"set global {name} = {written}")
    return connection


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


def answer(connection: duckdb.DuckDBPyConnection, request: dict[str, Any], limits: dict[str, Any]) -> Sequence[bytes]:
    """Return what `selected` does, or one frame that says which limit stopped the statement and why."""
    try:
        return selected(connection, request, limits)
    except (MemoryError, duckdb.OutOfMemoryException):
        return stopped("memory", too_hungry(limits["memory_bytes"]))
    except duckdb.InterruptException:
        return stopped("time", too_long(limits["seconds"]))
    except (duckdb.Error, ValueError, RecursionError) as problem:
        return stopped("statement", without_remedies(str(problem)))


def too_long(seconds: float) -> str:
    """Say that a query reached its limit of time."""
    return f"The query ran longer than {seconds:g} seconds (`sql_seconds`). Narrow it, or run it on the file."


def too_hungry(memory_bytes: int) -> str:
    """Say that a query reached its limit of memory."""
    given = f"{memory_bytes / BYTES_IN_A_MEGABYTE:,.0f} MB (`sql_memory_mb`)"
    return f"The query needs more memory than the {given} that it is given. Narrow it, or run it on the file."


def too_large(result_bytes: int) -> str:
    """Say that an answer reached its limit of size."""
    given = f"{result_bytes:,} bytes (`sql_result_bytes`)"
    remedies = "Select fewer or shorter columns, aggregate, or end the query with a smaller `limit` of SQL's."
    return f"The result is larger than {given}. {remedies}"


def without_remedies(message: str) -> str:
    """Return a message of DuckDB's without remedies that are none here: settings, extensions, its own catalogue."""
    told = message.split("\n\nPossible solutions:", maxsplit=1)[0]
    for remedy in (EXTENSION_AS_REMEDY, CATALOGUE_AS_NEIGHBOUR, SETTING_AS_ALTERNATIVE, SETTING_AS_REMEDY):
        told = remedy.sub("", told)
    return told


def selected(connection: duckdb.DuckDBPyConnection, request: dict[str, Any], limits: dict[str, Any]) -> Sequence[bytes]:
    """Run one SELECT; return whether rows were left off, its columns, and its rows in the form that was asked for.

    Raises ValueError for what is no single SELECT or speaks of the machine, and for parameters that do not fit it.
    """
    refuse_machine_names(request["sql"])
    # What belongs to a session, such as the seed of what is random, is gone with its cursor.
    cursor = connection.cursor()
    statement = single_select(cursor, request["sql"])
    check_parameters(statement.named_parameters, request["parameters"])
    found = execute_exactly(cursor, statement, request["parameters"])
    names = list(distinct_names(name for name, _ in found))
    columns = [{"name": name, "type": str(kind)} for name, (_, kind) in zip(names, found, strict=True)]
    rows = fetched(cursor, {place for place, column in enumerate(columns) if column["type"] == "JSON"}, limits)
    if rows is None:
        return stopped("size", too_large(limits["result_bytes"]))
    values = [orjson.loads(row) for row in rows[: limits["rows"]]]
    head = orjson.dumps({"truncated": len(rows) > limits["rows"]})
    return head, orjson.dumps(columns), written_rows(request["form"], names, values)


def fetched(cursor: duckdb.DuckDBPyConnection, written: set[int], limits: dict[str, Any]) -> list[bytes] | None:
    """Return the first rows as JSON lists, one more than may be told of; None where they are too large together.

    The values in the places `written` are JSON already.
    """
    rows: list[bytes] = []
    while len(rows) <= limits["rows"] and (batch := cursor.fetchmany(ROWS_A_FETCH)):
        rows += [row_as_json(with_json_as_it_stands(row, written)) for row in batch]
        if sum(map(len, rows)) > limits["result_bytes"]:
            return None
    return rows


def refuse_machine_names(sql: str) -> None:
    """Raise ValueError where a text names what tells of the machine or acts on it, or could hide such a name."""
    named = MACHINE_NAMES.search(sql) or TEXT_RUNNERS.search(sql)
    if named:
        message = "is not offered here: it speaks of the machine, acts on it, only waits, or can hide what does."
        raise ValueError(f"`{named[0]}` {message}")


def single_select(connection: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    """Return the one statement of the text, by DuckDB's own parser; raises ValueError where it is no SELECT."""
    # Parsed by this connection: the module's own function would open a second, unbounded database to parse with.
    statements = connection.extract_statements(sql)
    if not statements:
        raise ValueError(NEEDED)
    if len(statements) != 1:
        raise ValueError(f"One statement at a time: this text holds {len(statements)}.")
    kind = kind_of(statements[0])
    if kind == "MULTI":
        raise ValueError(PIVOT_REFUSED)
    if kind != "SELECT":
        raise ValueError(f"Only SELECT is run here, and this is {as_written(kind, statements[0].query)}.")
    return statements[0]


def kind_of(statement: duckdb.Statement) -> str:
    """Return what DuckDB calls a statement's kind; one that its own Python does not know yet has no name."""
    try:
        return statement.type.name
    except ValueError:
        return "a statement of another kind"


def as_written(kind: str, sql: str) -> str:
    """Return a kind of statement by the word that stands in its text, where DuckDB calls INSTALL a LOAD."""
    words = re.findall(r"\w+", sql.upper())
    return kind if kind in words or not words else words[0]


def check_parameters(wanted: set[str], given: dict[str, Any]) -> None:
    """Raise ValueError where the parameters given are not those that the statement names."""
    missing, unknown = wanted - given.keys(), given.keys() - wanted
    if missing or unknown:
        told = f"The statement takes these parameters: {as_parameters(wanted)}."
        told += f" Not given: {as_parameters(missing)}." if missing else ""
        told += f" Not among them: {as_parameters(unknown)}." if unknown else ""
        raise ValueError(told)


def as_parameters(names: Iterable[str]) -> str:
    """Return names of parameters as a statement writes them."""
    return ", ".join(f"${name}" for name in sorted(names)) or "none"


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
    """Return a row as a JSON list; numbers that JSON cannot hold and values that it has no form for become text."""
    row = tuple(map(finite, row))
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


def stopped(limit: str, message: str) -> Sequence[bytes]:
    """Return the one frame that says which limit stopped a statement."""
    return (orjson.dumps({"stopped_by": limit, "message": message}),)


def read_frame(stream: IO[bytes]) -> bytes | None:
    """Return the next frame, or None where the stream ends."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    return stream.read(LENGTH.unpack(head)[0])


def write_frame(stream: IO[bytes], body: bytes) -> None:
    """Send one frame."""
    stream.write(framed(body))
    stream.flush()


def framed(body: bytes) -> bytes:
    """Return a body as a frame."""
    return LENGTH.pack(len(body)) + body
