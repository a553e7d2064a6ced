"""The SQL door: strangers' queries on the published file, run in worker processes that are killed at their limit.

The web process never runs such a query itself: DuckDB cannot interrupt one long scalar call, and its memory limit does
not cover every allocation. A worker that has been killed or has run out of memory is replaced in the background.
"""

import json
import os
import select
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any, Literal

import orjson

from analytics.admission import Admission, FullError
from analytics.private_link import private_link
from analytics.reading import FOREIGN, MISSING, UnpublishedError
from analytics.rows_as_text import Form
from analytics.sql_worker import (
    LENGTH,
    ROOM_BESIDE_DUCKDB,
    address_space,
    processor_seconds,
    too_hungry,
    too_long,
    write_frame,
)

Reply = tuple[dict[str, Any], *tuple[bytes, ...]]
"""What a worker says first; then, unless a limit stopped it, the columns and the rows."""
_Identity = tuple[int, int]
StoppedBy = Literal["statement", "time", "memory", "size", "load"]
WORKER = Path(__file__).with_name("sql_worker.py")
START_SECONDS = 20
# DuckDB's own limit comes first, with a better message; the kill follows for what it cannot interrupt.
GRACE_SECONDS = 0.15
# A fifth of the weight of a process that nobody has put back: enough to run, too little to hold up the server.
STEPS_BACK = 7
# A worker that gets next to nothing of the processor so long runs beside work that leaves it none.
PATIENCE_SECONDS = 0.5
LEAST_PROCESSOR_SECONDS = 0.01
# How long workers then take their fifth of the processor, instead of only what others leave.
CONTENDED_SECONDS = 60.0
NO_PROCESS = "No process could be had for the query. Try again."
# Each thread of glibc's malloc would reserve 64 MB of the bounded address space for an arena of its own.
WORKER_ENVIRONMENT = {"MALLOC_ARENA_MAX": "2"}


@dataclass(frozen=True)
class SqlLimits:
    """What one query may use, and how many may run at once.

    `memory_bytes` bounds DuckDB, `text_bytes` the query's own text, `result_bytes` its answer as JSON; `rows` beyond
    the limit are left off. `wait_seconds` is how long a query waits for a worker that is busy.
    """

    seconds: float = 2.0
    rows: int = 1000
    result_bytes: int = 2_000_000
    memory_bytes: int = 256_000_000
    text_bytes: int = 20_000
    workers: int = 2
    wait_seconds: float = 0.25


@dataclass(frozen=True)
class SqlAnswer:
    """The rows of a query in the form that was asked for, and its columns (name and DuckDB type) as a JSON list."""

    build_id: str
    columns: bytes
    data: bytes
    truncated: bool


class SqlStoppedError(Exception):
    """A query was refused or stopped: `limit` says by what, the message why."""

    def __init__(self, limit: StoppedBy, message: str) -> None:
        super().__init__(message)
        self.limit = limit


class _StarvedError(Exception):
    """A worker that takes what others leave of the processor was left nothing."""


class _Worker:
    """One child process with the database open; a patient one takes no more of the processor than others leave."""

    def __init__(self, path: Path, limits: SqlLimits, is_patient: bool) -> None:
        self.path = path
        self.identity = _identity(path)
        self.is_patient = False
        with private_link(path) as private:
            self._private = str(private.parent)
            self._process = _start(private, limits)
            try:
                if is_patient:
                    self.be_patient()
                self.build_id = self._first_word()
            except BaseException:
                threading.Thread(target=self.kill, name="sql-worker-end", daemon=True).start()
                raise
        self._fresh_space = address_space(self._process.pid)

    @property
    def is_worn(self) -> bool:
        """Return whether earlier queries have left so much behind that a plain one could reach the limit."""
        return address_space(self._process.pid) - self._fresh_space > ROOM_BESIDE_DUCKDB // 2

    def be_patient(self) -> None:
        """Take from now on what others leave: a process that is merely put back holds up a waking one for a tick.

        There is no way back without the system's leave, and a system that refuses the first leaves it as it is.
        """
        if hasattr(os, "SCHED_IDLE"):
            with suppress(OSError):
                os.sched_setscheduler(self._process.pid, os.SCHED_IDLE, os.sched_param(0))
                self.is_patient = True

    def ask(self, question: Mapping[str, object], seconds: float) -> Reply:
        """Return the worker's answer; where it raises TimeoutError, EOFError or _StarvedError, it must be killed."""
        write_frame(_pipe(self._process.stdin), orjson.dumps(question))
        deadline = time.monotonic() + seconds
        head = self._first_frame(deadline)
        return head, *([] if "stopped_by" in head else [self._frame(deadline), self._frame(deadline)])

    def kill(self) -> None:
        """End the process and wait until it is gone, which takes its share of the processor too."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                _pipe(pipe).close()

    def _first_word(self) -> str:
        """Return the id of the build that the new process has opened; raises UnpublishedError where there is none."""
        build_id = self._first_frame(time.monotonic() + START_SECONDS)["build_id"]
        if build_id is None:
            raise UnpublishedError(FOREIGN.format(self.path.name))
        return str(build_id)

    def _first_frame(self, deadline: float) -> dict[str, Any]:
        if self.is_patient:
            self._wait_patiently()
        received: dict[str, Any] = orjson.loads(self._frame(deadline))
        return received

    def _frame(self, deadline: float) -> bytes:
        (length,) = LENGTH.unpack(self._read(LENGTH.size, deadline))
        return self._read(length, deadline).replace(self._private.encode() + b"/", b"")

    def _wait_patiently(self) -> None:
        before = processor_seconds(self._process.pid)
        if not self._says_something(PATIENCE_SECONDS):
            gained = processor_seconds(self._process.pid) - before
            if gained <= LEAST_PROCESSOR_SECONDS:
                raise _StarvedError

    def _read(self, size: int, deadline: float) -> bytes:
        received = bytearray()
        while len(received) < size:
            if not self._says_something(max(0, deadline - time.monotonic())):
                raise TimeoutError
            piece = os.read(_pipe(self._process.stdout).fileno(), size - len(received))
            if not piece:
                raise EOFError
            received += piece
        return bytes(received)

    def _says_something(self, seconds: float) -> bool:
        return bool(select.select([_pipe(self._process.stdout).fileno()], [], [], seconds)[0])


class SqlDoor:
    """A pool of workers, started with the first query."""

    def __init__(self, path: Path, limits: SqlLimits | None = None) -> None:
        self.path = path
        self.limits = limits or SqlLimits()
        workers = self.limits.workers
        self._admission = Admission(workers, waiting=workers, seconds=self.limits.wait_seconds)
        self._lock = threading.Lock()
        self._idle: list[_Worker] = []
        self._running: set[_Worker] = set()
        self._is_closed = False
        self._contended_until = 0.0
        self._unreadable: _Identity | None = None

    def run(self, sql: str, parameters: Mapping[str, object] | None = None, form: Form = "json") -> SqlAnswer:
        """Run one SELECT with named parameters; raises SqlStoppedError where it is refused or reaches a limit.

        Raises UnpublishedError where no build lies at the published path and no worker has the one before it open.
        """
        self._refuse_early(sql)
        question = {"sql": sql, "parameters": dict(parameters or {}), "form": form}
        with self._saying_busy(), self._admission.place():
            try:
                return self._run(question)
            except _StarvedError:
                self._contended_until = time.monotonic() + CONTENDED_SECONDS
            try:
                return self._run(question)
            except _StarvedError:
                raise SqlStoppedError("load", NO_PROCESS) from None

    def turn_away(self) -> None:
        """Raise SqlStoppedError where as many queries run and wait as may: the next need not even be read."""
        with self._saying_busy():
            self._admission.turn_away()

    @contextmanager
    def _saying_busy(self) -> Iterator[None]:
        try:
            yield
        except FullError:
            message = f"{self.limits.workers} queries are running already. Try again."
            raise SqlStoppedError("load", message) from None

    def close(self) -> None:
        """End all workers."""
        with self._lock:
            self._is_closed = True
            workers = [*self._idle, *self._running]
            self._idle.clear()
        for worker in workers:
            worker.kill()

    def _refuse_early(self, sql: str) -> None:
        if len(sql.encode(errors="replace")) > self.limits.text_bytes:
            given = f"{self.limits.text_bytes:,} bytes (`sql_text_bytes`)"
            raise SqlStoppedError("statement", f"The query's text is longer than {given}. Shorten it.")

    def _run(self, question: Mapping[str, object]) -> SqlAnswer:
        try:
            worker = self._take()
        except FileNotFoundError:
            raise UnpublishedError(MISSING.format(self.path.name)) from None
        except (TimeoutError, EOFError, OSError):
            raise SqlStoppedError("load", NO_PROCESS) from None
        self._running.add(worker)
        try:
            answer = worker.ask(question, self.limits.seconds + GRACE_SECONDS)
        except TimeoutError:
            self._replace(worker)
            raise SqlStoppedError("time", too_long(self.limits.seconds)) from None
        except (EOFError, OSError):
            self._replace(worker)
            raise SqlStoppedError("memory", too_hungry(self.limits.memory_bytes)) from None
        except BaseException:
            # Starved, or stopped by what nobody foresaw: half a question or half an answer may lie in the pipes.
            self._discard(worker)
            raise
        finally:
            self._running.discard(worker)
        return self._settle(worker, answer)

    def _settle(self, worker: _Worker, answer: Reply) -> SqlAnswer:
        """Put the worker back, or away where it has run out of memory once or is near to: its heap is not whole."""
        head, *frames = answer
        if head.get("stopped_by") == "memory" or worker.is_worn:
            self._replace(worker)
        else:
            self._put_back(worker)
        if "stopped_by" in head:
            raise SqlStoppedError(head["stopped_by"], head["message"])
        columns, data = frames
        return SqlAnswer(worker.build_id, columns, data, head["truncated"])

    def _take(self) -> _Worker:
        """Return a worker that has the newest build open, and is patient unless the processor is contended for."""
        newest = _identity(self.path)
        with self._lock:
            worker = self._idle.pop() if self._idle else None
        if worker is None:
            return self._new_worker()
        has_followed = newest in (None, worker.identity, self._unreadable)
        if not has_followed or (worker.is_patient and self._is_contended):
            return self._successor(worker, newest)
        if not (worker.is_patient or self._is_contended):
            worker.be_patient()
        return worker

    def _successor(self, worker: _Worker, newest: _Identity | None) -> _Worker:
        """Return a new worker in the place of another; the other where what now lies at the path is no build."""
        try:
            fresh = self._new_worker()
        except (UnpublishedError, FileNotFoundError):
            self._unreadable = newest
            return worker
        except BaseException:
            self._discard(worker)
            raise
        self._discard(worker)
        return fresh

    @property
    def _is_contended(self) -> bool:
        return time.monotonic() < self._contended_until

    def _new_worker(self) -> _Worker:
        return _Worker(self.path, self.limits, is_patient=not self._is_contended)

    def _put_back(self, worker: _Worker) -> None:
        with self._lock:
            if not self._is_closed:
                self._idle.append(worker)
                return
        worker.kill()

    def _discard(self, worker: _Worker) -> None:
        threading.Thread(target=worker.kill, name="sql-worker-end", daemon=True).start()

    def _replace(self, worker: _Worker) -> None:
        threading.Thread(target=self._exchange, args=(worker,), name="sql-worker-start", daemon=True).start()

    def _exchange(self, worker: _Worker) -> None:
        worker.kill()
        with suppress(OSError, EOFError, TimeoutError, UnpublishedError, _StarvedError):
            self._put_back(self._new_worker())


def _identity(path: Path) -> _Identity | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def _start(private: Path, limits: SqlLimits) -> subprocess.Popen[bytes]:
    """Start a worker: isolated Python, empty environment, a folder of no interest. Whoever serves others comes first.

    It is put back by its parent at once: to start takes longer than most queries, and a flood makes workers start anew.
    """
    started = subprocess.Popen(  # noqa: S603  # our own interpreter and script
        [sys.executable, "-I", str(WORKER), str(private), json.dumps(asdict(limits))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=WORKER_ENVIRONMENT,
        cwd=tempfile.gettempdir(),
    )
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, started.pid, os.getpriority(os.PRIO_PROCESS, 0) + STEPS_BACK)
    return started


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise EOFError
    return pipe
