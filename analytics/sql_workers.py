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
from analytics.sql_nursery import IMPATIENT, PATIENT, PROCESS
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
    """The process that starts workers, and that starts itself with the first of them."""

    def __init__(self, limits: SqlLimits) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self._orders: socket.socket | None = None
        self._is_closed = False

    def start(self, is_patient: bool) -> tuple[int, socket.socket]:
        """Start a worker; return its process id and the socket that it is told over which file to open.

        A patient one takes no more of the processor than others leave. Raises EOFError, OSError or TimeoutError where
        none can be started; one that comes too late finds its socket closed, and ends.
        """
        try:
            return self._started(is_patient)
        except (EOFError, ConnectionError):
            return self._started(is_patient)  # the process was gone, and another takes its place

    def close(self) -> None:
        """End the process, and start none any more; its workers are ended one by one."""
        with self._lock:
            self._is_closed = True
            self._end()

    def _started(self, is_patient: bool) -> tuple[int, socket.socket]:
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                orders = self._order(is_patient, theirs)
            return self._process_id(ours, orders), ours
        except BaseException:
            ours.close()
            raise

    def _order(self, is_patient: bool, its_socket: socket.socket) -> socket.socket:
        """Order a worker; return the socket that the order was sent over."""
        with self._lock:
            orders = self._begun()
            try:
                socket.send_fds(orders, [PATIENT if is_patient else IMPATIENT], [its_socket.fileno()])
            except OSError:
                self._end()
                raise
            return orders

    def _process_id(self, its_socket: socket.socket, orders: socket.socket) -> int:
        """Return what a new worker says first; a nursery that starts none is ended, and the next order has another."""
        try:
            (process,) = PROCESS.unpack(received(its_socket, PROCESS.size, time.monotonic() + START_SECONDS))
        except (EOFError, OSError):
            with self._lock:
                if orders is self._orders:
                    self._end()
            raise
        return int(process)

    def _begun(self) -> socket.socket:
        """Return the socket for orders to the process; raises ConnectionError where there is to be none any more."""
        if self._is_closed:
            raise ConnectionError("The door is closed.")
        if self._orders is None:
            ours, theirs = socket.socketpair()
            with theirs:
                process = _isolated(theirs.fileno(), self._limits)
            _put_back(process.pid)
            # It is forgotten by the system when it has ended, which may take long where it is left little to end with.
            threading.Thread(target=process.wait, name="sql-nursery-end", daemon=True).start()
            self._orders = ours
        return self._orders

    def _end(self) -> None:
        if self._orders:
            self._orders.close()
        self._orders = None


class Worker:
    """One process with the database open; a patient one takes no more of the processor than others leave.

    Raises EOFError, OSError or TimeoutError where none can be started, FileNotFoundError or UnpublishedError where
    there is no build to open, StarvedError as `wait_patiently` does.
    """

    def __init__(self, path: Path, nursery: Nursery, is_patient: bool) -> None:
        self.path = path
        self.is_patient = is_patient
        self.identity = file_identity(path)
        with private_link(path) as private:
            self._private = str(private.parent)
            self.process, self._socket = nursery.start(is_patient)
            self._ending, self._is_gone = threading.Lock(), False
            try:
                self.build_id = self._opened(private)
            except BaseException:
                # No daemon: the interpreter waits for it, and is not taken down under it.
                threading.Thread(target=self.kill, name="sql-worker-end", daemon=False).start()
                raise
        self._fresh_space = address_space(self.process)

    @property
    def is_worn(self) -> bool:
        """Return whether earlier queries have left so much behind that a plain one could reach the limit."""
        return address_space(self.process) - self._fresh_space > ROOM_BESIDE_DUCKDB // 2

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

    @property
    def _has_ended(self) -> bool:
        """Return whether the process is gone already; another may then have its id.

        Its socket is hung up before the system forgets it, whatever it has said that nobody has read.
        """
        line = select.poll()
        line.register(self._socket, 0)
        return bool(line.poll(0))

    def _opened(self, private: Path) -> str:
        """Let the new process open a file; return the id of its build, raise UnpublishedError where it is none."""
        self._socket.sendall(framed(str(private).encode()))
        build_id = self._first_frame(time.monotonic() + START_SECONDS)["build_id"]
        if build_id is None:
            raise UnpublishedError(FOREIGN.format(self.path.name))
        return str(build_id)

    def _first_frame(self, deadline: float) -> dict[str, Any]:
        if self.is_patient:
            wait_patiently(self.process, self._socket)
        frame: dict[str, Any] = orjson.loads(self._frame(deadline))
        return frame

    def _frame(self, deadline: float) -> bytes:
        (length,) = LENGTH.unpack(received(self._socket, LENGTH.size, deadline))
        return received(self._socket, length, deadline).replace(self._private.encode() + b"/", b"")


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


def received(its_socket: socket.socket, size: int, deadline: float) -> bytes:
    """Return so many bytes; raises TimeoutError where they do not come in time, EOFError where they end before."""
    read = bytearray()
    while len(read) < size:
        if not says_something(its_socket, max(0, deadline - time.monotonic())):
            raise TimeoutError
        piece = its_socket.recv(size - len(read))
        if not piece:
            raise EOFError
        read += piece
    return bytes(read)


def says_something(its_socket: socket.socket, seconds: float) -> bool:
    """Return whether there is something to read within so many seconds."""
    return bool(select.select([its_socket], [], [], seconds)[0])


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
