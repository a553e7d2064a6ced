"""The worker processes of the SQL door, as the server sees them: how they are started, asked and ended."""

import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import orjson

from analytics.private_link import private_link
from analytics.reading import FOREIGN, UnpublishedError
from analytics.sql_nursery import LARGEST_ORDER
from analytics.sql_worker import LENGTH, ROOM_BESIDE_DUCKDB, address_space, framed, processor_seconds

Reply = tuple[dict[str, Any], *tuple[bytes, ...]]
"""What a worker says first; then, unless a limit stopped it, the columns and the rows."""
FileIdentity = tuple[int, int]
NURSERY = Path(__file__).with_name("sql_nursery.py")
START_SECONDS = 20
# A fifth of the weight of a process that nobody has put back: enough to run, too little to hold up the server.
STEPS_BACK = 7
# A worker that gets next to nothing of the processor so long runs beside work that leaves it none.
PATIENCE_SECONDS = 0.5
LEAST_PROCESSOR_SECONDS = 0.005
BYTES_A_READ = 1 << 16
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


class StarvedError(Exception):
    """A process that takes what others leave of the processor was left nothing."""


class Nursery:
    """The process that starts workers, and that starts itself with the first of them.

    A patient one takes no more of the processor than others leave, and so do its workers.
    """

    def __init__(self, limits: SqlLimits, is_patient: bool) -> None:
        self._limits = limits
        self.is_patient = is_patient
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._orders: socket.socket | None = None

    def start(self, path: Path) -> tuple[int, socket.socket]:
        """Start a worker on a file; return its process id and the socket that it answers over.

        Raises EOFError, OSError or TimeoutError where none can be started, StarvedError as `wait_patiently` does.
        """
        ours, theirs = socket.socketpair()
        try:
            with self._lock, theirs:
                return self._order({"start": str(path)}, theirs), ours
        except BaseException:
            ours.close()
            raise

    def bury(self, worker: int) -> None:
        """Take note of the end of a worker: only then may another process have its id."""
        with self._lock, suppress(OSError, EOFError, TimeoutError, StarvedError):
            if self._process:
                self._order({"bury": worker})

    def close(self) -> None:
        """End the process; its workers are ended one by one."""
        with self._lock:
            self._end()

    def _order(self, order: Mapping[str, object], *sent: socket.socket) -> int:
        """Give an order and return its answer; a process that gives none is ended, and the next order has another."""
        try:
            process, orders = self._begun()
            socket.send_fds(orders, [orjson.dumps(order)], [each.fileno() for each in sent])
            if self.is_patient:
                wait_patiently(process.pid, orders)
            if not says_something(orders, START_SECONDS):
                raise TimeoutError
            answer = orders.recv(LARGEST_ORDER)
            if not answer:
                raise EOFError
            return int(answer)
        except BaseException:
            self._end()
            raise

    def _begun(self) -> tuple[subprocess.Popen[bytes], socket.socket]:
        """Return the process and the socket for its orders."""
        if self._process is None or self._orders is None:
            self._orders, theirs = socket.socketpair()
            with theirs:
                self._process = _isolated(theirs.fileno(), self._limits)
            _put_back(self._process.pid)
            self.is_patient = self.is_patient and be_patient(self._process.pid)
        return self._process, self._orders

    def _end(self) -> None:
        """End the process in its own time: one that is left nothing of the processor takes long even for that."""
        if self._orders and self._process:
            self._orders.close()
            threading.Thread(target=self._process.wait, name="sql-nursery-end", daemon=True).start()
        self._process = self._orders = None


class Worker:
    """One process with the database open; a patient one takes no more of the processor than others leave."""

    def __init__(self, path: Path, nursery: Nursery) -> None:
        self.path = path
        self.identity = file_identity(path)
        self._nursery = nursery
        with private_link(path) as private:
            self._private = str(private.parent)
            self.process, self._socket = nursery.start(private)
            self._ending, self._is_gone = threading.Lock(), False
            self.is_patient = nursery.is_patient
            try:
                self.build_id = self._first_word()
            except BaseException:
                threading.Thread(target=self.kill, name="sql-worker-end", daemon=True).start()
                raise
        self._fresh_space = address_space(self.process)

    @property
    def is_worn(self) -> bool:
        """Return whether earlier queries have left so much behind that a plain one could reach the limit."""
        return address_space(self.process) - self._fresh_space > ROOM_BESIDE_DUCKDB // 2

    def be_patient(self) -> None:
        """Take from now on what others leave of the processor, where the system knows of it."""
        self.is_patient = be_patient(self.process)

    def ask(self, question: Mapping[str, object], seconds: float) -> Reply:
        """Return the worker's answer; where it raises TimeoutError, EOFError or StarvedError, it must be killed."""
        self._socket.sendall(framed(orjson.dumps(question)))
        deadline = time.monotonic() + seconds
        head = self._first_frame(deadline)
        return head, *([] if "stopped_by" in head else [self._frame(deadline), self._frame(deadline)])

    def kill(self) -> None:
        """End the process and wait until it is gone, which takes its share of the processor too.

        Its socket closes after its memory is given back.
        """
        with self._ending:
            if self._is_gone:
                return
            self._is_gone = True
            if not self._has_ended:
                with suppress(ProcessLookupError):
                    os.kill(self.process, signal.SIGKILL)
            with suppress(OSError):
                while self._socket.recv(BYTES_A_READ):
                    pass
            self._socket.close()
        self._nursery.bury(self.process)

    @property
    def _has_ended(self) -> bool:
        """Return whether the process is gone already; if it is not buried either, another may have its id by now."""
        try:
            return says_something(self._socket, 0) and not self._socket.recv(1, socket.MSG_PEEK)
        except ConnectionError:
            return True

    def _first_word(self) -> str:
        """Return the id of the build that the new process has opened; raises UnpublishedError where there is none."""
        build_id = self._first_frame(time.monotonic() + START_SECONDS)["build_id"]
        if build_id is None:
            raise UnpublishedError(FOREIGN.format(self.path.name))
        return str(build_id)

    def _first_frame(self, deadline: float) -> dict[str, Any]:
        if self.is_patient:
            wait_patiently(self.process, self._socket)
        received: dict[str, Any] = orjson.loads(self._frame(deadline))
        return received

    def _frame(self, deadline: float) -> bytes:
        (length,) = LENGTH.unpack(self._read(LENGTH.size, deadline))
        return self._read(length, deadline).replace(self._private.encode() + b"/", b"")

    def _read(self, size: int, deadline: float) -> bytes:
        received = bytearray()
        while len(received) < size:
            if not says_something(self._socket, max(0, deadline - time.monotonic())):
                raise TimeoutError
            piece = self._socket.recv(size - len(received))
            if not piece:
                raise EOFError
            received += piece
        return bytes(received)


def file_identity(path: Path) -> FileIdentity | None:
    """Return what tells the file at a path from another that took its place; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def wait_patiently(process: int, its_socket: socket.socket) -> None:
    """Wait until a patient process says something, or is seen to work; raises StarvedError where it can do neither."""
    before = processor_seconds(process)
    if not says_something(its_socket, PATIENCE_SECONDS):
        gained = processor_seconds(process) - before
        if gained <= LEAST_PROCESSOR_SECONDS:
            raise StarvedError


def says_something(its_socket: socket.socket, seconds: float) -> bool:
    """Return whether there is something to read within so many seconds."""
    return bool(select.select([its_socket], [], [], seconds)[0])


def be_patient(process: int) -> bool:
    """Let a process take what others leave: one that is merely put back holds up a waking one for a tick.

    There is no way back without the system's leave. Return whether the system did so.
    """
    if not hasattr(os, "SCHED_IDLE"):
        return False
    try:
        os.sched_setscheduler(process, os.SCHED_IDLE, os.sched_param(0))
    except OSError:
        return False
    return True


def _put_back(process: int) -> None:
    """Let those who serve others come before a process: a flood makes workers start anew."""
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, process, os.getpriority(os.PRIO_PROCESS, 0) + STEPS_BACK)


def _isolated(orders: int, limits: SqlLimits) -> subprocess.Popen[bytes]:
    """Start the process that starts workers: isolated Python, empty environment, a folder of no interest."""
    return subprocess.Popen(  # noqa: S603  # our own interpreter and script
        [sys.executable, "-I", str(NURSERY), json.dumps(asdict(limits))],
        stdin=orders,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=WORKER_ENVIRONMENT,
        cwd=tempfile.gettempdir(),
    )
