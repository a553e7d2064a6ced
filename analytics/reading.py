"""The published file as its readers see it: one build at a time, never two in one answer.

A build replaces the published file as a whole (`os.replace`). DuckDB keeps an opened database by its path, so opening
that path again would give the old rows while anyone still reads them. A reader therefore opens a private hard link,
and moves over to the next build between two snapshots. The link is removed as soon as it is open: nothing is left
behind, however the process ends.
"""

import os
import tempfile
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar, cast

import duckdb
import orjson

from analytics.build_error import is_locked
from analytics.enumeration import enumerated
from analytics.exact_values import execute_exactly
from analytics.private_link import private_link
from analytics.view_columns import Column, read_columns

Row = dict[str, object]
Parameters = Sequence[object] | Mapping[str, object]
Kept = TypeVar("Kept")
_Identity = tuple[int, int, int]

_Settings = dict[str, str | bool | int | float | list[str]]

# DuckDB makes Python's objects of all of them in one go, in which no other thread answers.
ROWS_A_FETCH = 20
MEMORY_LIMIT = "1GB"
# How long readers may go on with a build after a newer one has been noticed.
SECONDS_BEHIND = 0.5
# What readers keep for a build are descriptions and chart specs, some of 100 KB: at most 50 MB of them.
KEPT_AT_MOST = 500
# The largest page and the row read ahead: DuckDB then sorts by the key alone and fetches the wide rows last.
ROWS_FETCHED_LATE = 1001
# DuckDB's own 122,880 rows a group would hold a tenth of a gigabyte of sentences in memory at once.
ROWS_A_PARQUET_GROUP = 20_480
_SETTINGS = "select setting, value from setting"
_CURRENT_BUILD = "select build_id, build_id || strftime(built_at, '-%Y%m%d%H%M%S') from build where is_current"
MISSING = "{} does not exist: make it with `rashomon build`, or name another with --db."
FOREIGN = "{} is no file that `rashomon build` wrote: name one that is with --db."
LOCKED = "{} is open in a program that writes to it: close that program."
OLDER = "{} was built by another version of Rashomon and lacks {}: build it anew with `rashomon build`."
# Of what a file lacks, how many are named.
MOST_LACKING = 3


class UnpublishedError(Exception):
    """There is no build to read: the message says where it was looked for and what to do."""


class UnknownRowError(LookupError):
    """No row of the view has this id."""

    def __init__(self, view: str, row_id: str, advice: str = "") -> None:
        super().__init__(f"No {view} has the id {row_id!r} in this build. {advice}".strip())


class QueryError(Exception):
    """DuckDB could not run a query; the message is DuckDB's."""


class SlowQueryError(QueryError):
    """A query was given up because it had reached the time that one may take."""


class LargeQueryError(QueryError):
    """A query was given up because it needed more memory than all may have."""


class _OpenBuild:
    """One build, open for reading, with a cursor a thread and whatever its readers keep for it."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, seconds: float | None) -> None:
        self.connection = connection
        self.seconds = seconds
        self.build_id, self.edition = _read_build(connection)
        self.columns = read_columns(connection)
        self.stores: dict[type, object] = {}
        self.keeping = threading.Lock()
        self.readers = 0
        self.is_retired = False
        self._local = threading.local()

    def cursor(self, seconds: float | None) -> duckdb.DuckDBPyConnection:
        """Return this thread's own cursor, whose next query may take so long; None for any time.

        DuckDB refuses a connection that another thread is using.
        """
        if not hasattr(self._local, "cursor"):
            self._local.cursor = self.connection.cursor()
            self._local.seconds = None
        if self._local.seconds != seconds:
            limit_execution(self._local.cursor, seconds)
            self._local.seconds = seconds
        return cast("duckdb.DuckDBPyConnection", self._local.cursor)


class _Results:
    """The results of one build by what tells them apart; those that nobody has asked for the longest go first."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._results: OrderedDict[Hashable, object] = OrderedDict()

    def find(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        with self._lock:
            if key in self._results:
                self._results.move_to_end(key)
                return cast("Kept", self._results[key])
        made = make()
        with self._lock:
            result = self._results.setdefault(key, made)
            if len(self._results) > KEPT_AT_MOST:
                self._results.popitem(last=False)
        return cast("Kept", result)


class Snapshot:
    """One build, pinned: every row read through it comes from that build."""

    def __init__(self, build: _OpenBuild) -> None:
        self._build = build

    @property
    def build_id(self) -> str:
        """Return the id of the pinned build, 12 hex digits."""
        return self._build.build_id

    @property
    def edition(self) -> str:
        """Return what tells the pinned build from every other, were it of the same rows: its id and its moment.

        A file that was deleted and is built anew from the same articles has the same id, but another history.
        """
        return self._build.edition

    @property
    def seconds(self) -> float | None:
        """Return how long one query may take; None for any time."""
        return self._build.seconds

    @property
    def views(self) -> Mapping[str, tuple[Column, ...]]:
        """Return the columns of every table and view in the file, by name."""
        return self._build.columns

    def columns(self, view: str) -> tuple[Column, ...]:
        """Return the columns of a table or view in their order; an unknown name raises KeyError."""
        return self._build.columns[view]

    @property
    def settings(self) -> Mapping[str, float]:
        """Return the settings with which the file was built, by their names."""
        return self.cached(
            "settings", lambda: {str(row["setting"]): float(str(row["value"])) for row in self.rows(_SETTINGS)}
        )

    def rows(self, sql: str, parameters: Parameters = (), seconds: float | None = None) -> list[Row]:
        """Run one query with bound parameters (`?` or `$name`) and return its rows as dictionaries; JSON is read.

        Raises QueryError, here as in the two below, with DuckDB's own words where the SQL cannot be run; SlowQueryError
        where it takes longer than one query may, or than `seconds`. The two below take as long as their reader does.
        """
        return read_rows(self._build.cursor(seconds or self.seconds), sql, parameters)

    def stream(self, sql: str, parameters: Parameters = ()) -> tuple[list[str], Iterator[list[tuple[object, ...]]]]:
        """Run one query; return its column names, and its rows in batches that are fetched as they are asked for."""
        with _saying_why():
            cursor = self._build.connection.cursor().execute(sql, parameters)
            names, objects = _result_columns(cursor)
            return names, _batches(cursor, objects)

    def stream_exactly(self, sql: str) -> tuple[list[str], Iterator[list[tuple[object, ...]]]]:
        """Run a reader's own query as `stream` does; values that Python's types would alter come as DuckDB's text."""
        with _saying_why():
            cursor = self._build.connection.cursor()
            names = [name for name, _ in execute_exactly(cursor, sql, [])]
            return names, _batches(cursor, _result_columns(cursor)[1])

    def statements(self, text: str) -> list[str]:
        """Cut a text into its SQL statements, none where it holds none; raises QueryError where it cannot be read."""
        with _saying_why():
            return [statement.query for statement in self._build.cursor(self.seconds).extract_statements(text)]

    def write_parquet(self, sql: str, parameters: Parameters, target: Path) -> None:
        """Run one query and write its rows to a new Parquet file; memory stays flat however many they are."""
        place = str(target).replace("'", "''")
        options = f"format parquet, compression zstd, row_group_size {ROWS_A_PARQUET_GROUP}"
        statement = f"copy ({sql}) to '{place}' ({options})"
        with _saying_why():
            self._build.connection.cursor().execute(statement, parameters)

    def cached(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """Return what `make` returned for this key before in this build; of many, the longest unused is made anew."""
        return self.store(_Results).find(key, make)

    def store(self, kind: type[Kept]) -> Kept:
        """Return the one object of a class that this build has, made when it is first asked for and kept to the end."""
        with self._build.keeping:
            if kind not in self._build.stores:
                self._build.stores[kind] = kind()
            return cast("Kept", self._build.stores[kind])


class PublishedFile:
    """The door to the published DuckDB file: read-only, shared by threads, always at its newest build."""

    def __init__(
        self,
        path: Path,
        threads: int = 1,
        memory_limit: str = MEMORY_LIMIT,
        seconds: float | None = None,
        needed: Mapping[str, Collection[str]] = MappingProxyType({}),
    ) -> None:
        """Name the file; it is opened by the first snapshot.

        `threads` is what one query may use of the machine, `memory_limit` ("1GB") what all queries together may hold;
        what a sort needs beyond it goes to disk. `seconds` is how long one query may take; None for any time. A file
        that lacks one of the `needed` tables, or one of its columns, is not read.
        """
        self.path = Path(path)
        self._needed = needed
        self._seconds = seconds
        self._settings = _reading_settings(threads, memory_limit)
        self._lock = threading.Lock()
        self._opening = threading.Lock()
        self._current: _OpenBuild | None = None
        self._seen: _Identity | None = None
        self._noticed: _Identity | None = None
        self._noticed_at = 0.0
        self._obstacle = ""

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Pin the newest build for the length of a `with` block.

        Raises UnpublishedError where there has been no readable build yet; a build that cannot be read later on is
        passed over, and the one before it stays in service.
        """
        build = self._pin()
        try:
            yield Snapshot(build)
        finally:
            self._release(build)

    def obstacle(self) -> str:
        """Return why the file as it stands cannot be read, in one line; empty where it can."""
        if self._look() is None:
            return MISSING.format(self.path.name)
        self._follow()
        return self._obstacle

    def close(self) -> None:
        """Let go of the file; readers that still hold a snapshot keep it until they end."""
        with self._lock:
            self._retire_current()
            self._seen = None

    def _pin(self) -> _OpenBuild:
        self._follow()
        with self._lock:
            if self._current is None:
                raise UnpublishedError(self._obstacle or self.obstacle())
            self._current.readers += 1
            return self._current

    def _release(self, build: _OpenBuild) -> None:
        with self._lock:
            build.readers -= 1
            if build.is_retired and not build.readers:
                build.connection.close()

    def _look(self) -> _Identity | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def _follow(self) -> None:
        """Move over to the file that now bears the name, if it is another one than before.

        One thread opens it; meanwhile the others go on with the build that they have, but not for long: on a machine
        that is slow to open it they wait, rather than tell what has long been replaced.
        """
        found = self._look()
        if found is None or found == self._seen:
            return
        if found != self._noticed:
            self._noticed, self._noticed_at = found, time.monotonic()
        is_overdue = time.monotonic() - self._noticed_at > SECONDS_BEHIND
        if self._opening.acquire(blocking=is_overdue or self._current is None):
            try:
                if found != self._seen:
                    self._move_to(found)
            finally:
                self._opening.release()

    def _move_to(self, found: _Identity) -> None:
        try:
            with private_link(self.path) as private:
                connection = duckdb.connect(str(private), read_only=True, config=self._settings)
                build = _OpenBuild(connection, self._seconds)
        except (duckdb.Error, OSError) as error:
            self._obstacle = (LOCKED if is_locked(error) else FOREIGN).format(self.path.name)
        else:
            self._obstacle = self._outdated(build)
            if not self._obstacle:
                with self._lock:
                    self._retire_current()
                    self._current = build
        self._seen = found

    def _outdated(self, build: _OpenBuild) -> str:
        """Return what keeps a build of another version from being read; empty where it has all that is needed."""
        lacking = list(lacking_parts(build.columns, self._needed))
        if not lacking:
            return ""
        build.connection.close()
        return OLDER.format(self.path.name, enumerated(lacking[:MOST_LACKING]))

    def _retire_current(self) -> None:
        """End the current build's service; its connection closes with the last snapshot of it."""
        build, self._current = self._current, None
        if build:
            build.is_retired = True
            if not build.readers:
                build.connection.close()


def lacking_parts(columns: Mapping[str, Sequence[Column]], needed: Mapping[str, Collection[str]]) -> Iterator[str]:
    """Yield each table that is needed and not there, and each such column of one that is (`finding.surety`)."""
    for table, names in needed.items():
        if table not in columns:
            yield table
            continue
        known = {column.name for column in columns[table]}
        yield from (f"{table}.{name}" for name in names if name not in known)


def limit_execution(connection: duckdb.DuckDBPyConnection, seconds: float | None) -> None:
    """Let each query of a connection take so long and no longer; None for any time. It needs a whole millisecond."""
    milliseconds = max(1, int(1000 * seconds)) if seconds else 0
    connection.execute(f"set session max_execution_time = {milliseconds}")


def read_rows(connection: duckdb.DuckDBPyConnection, sql: str, parameters: Parameters = ()) -> list[Row]:
    """Run one query with bound parameters on a connection; return its rows as `Snapshot.rows` does, raise likewise."""
    with _saying_why():
        cursor = connection.execute(sql, parameters)
        names, objects = _result_columns(cursor)
        return [dict(zip(names, values, strict=True)) for values in _with_objects(cursor.fetchall(), objects)]


@contextmanager
def _saying_why() -> Iterator[None]:
    try:
        yield
    except duckdb.InterruptException as problem:
        raise SlowQueryError("The query took longer than one may.") from problem
    except duckdb.OutOfMemoryException as problem:
        raise LargeQueryError(str(problem)) from problem
    except duckdb.Error as problem:
        raise QueryError(str(problem)) from problem


def _batches(cursor: duckdb.DuckDBPyConnection, objects: Collection[int]) -> Iterator[list[tuple[object, ...]]]:
    with _saying_why():
        while batch := cursor.fetchmany(ROWS_A_FETCH):
            yield _with_objects(batch, objects)


def _with_objects(rows: list[tuple[object, ...]], places: Collection[int]) -> list[tuple[object, ...]]:
    """Return the rows with each text in these columns as the object that it spells."""
    if not places:
        return rows
    return [tuple(_object(value) if place in places else value for place, value in enumerate(row)) for row in rows]


def _object(value: object) -> object:
    """Return what a JSON text spells; the text itself where it is nested too deep to be sent on."""
    if not isinstance(value, str):
        return value
    try:
        spelled: object = orjson.loads(value)
        orjson.dumps(spelled)
    except (orjson.JSONDecodeError, TypeError):
        return value
    return spelled


def _result_columns(cursor: duckdb.DuckDBPyConnection) -> tuple[list[str], set[int]]:
    """Return the names of a result's columns, and the places of those of DuckDB's JSON type.

    DuckDB makes the description anew whenever it is asked for, which of a wide row takes a tenth of reading it.
    """
    description = cursor.description or ()
    return [column[0] for column in description], {
        place for place, column in enumerate(description) if str(column[1]) == "JSON"
    }


def _read_build(connection: duckdb.DuckDBPyConnection) -> tuple[str, str]:
    """Return the id of the current build, and the id with its moment."""
    row = connection.execute(_CURRENT_BUILD).fetchone()
    if row is None:
        raise duckdb.Error("The file names no current build.")
    return str(row[0]), str(row[1])


def _reading_settings(threads: int, memory_limit: str) -> _Settings:
    spill = Path(tempfile.gettempdir()) / f"rashomon-spill-{os.getpid()}"
    return {
        "threads": threads,
        "memory_limit": memory_limit,
        "late_materialization_max_rows": ROWS_FETCHED_LATE,
        "temp_directory": str(spill),  # the default lies in the private folder, which is gone
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        # It packs what is sorted or grouped: a quarter of the time of a page, for the sake of sorts beyond memory.
        "disabled_optimizers": "compressed_materialization",
    }
