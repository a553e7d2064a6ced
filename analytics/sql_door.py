"""The SQL door: strangers' queries on the published file, run in worker processes that are killed at their limit.

The web process never runs such a query itself: DuckDB cannot interrupt one long scalar call, and its memory limit does
not cover every allocation. A worker that has been killed or has run out of memory is replaced in the background.
"""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from analytics.admission import Admission, FullError
from analytics.reading import MISSING, UnpublishedError
from analytics.rows_as_text import Form
from analytics.sql_worker import too_hungry, too_long
from analytics.sql_workers import FileIdentity, Nursery, Reply, SqlLimits, StarvedError, Worker, file_identity

StoppedBy = Literal["statement", "time", "memory", "size", "load"]
# DuckDB's own limit comes first, with a better message; the kill follows for what it cannot interrupt.
GRACE_SECONDS = 0.15
# How long workers then take their fifth of the processor, instead of only what others leave.
CONTENDED_SECONDS = 60.0
# What starting a worker may raise.
_UNSTARTED = (OSError, EOFError, TimeoutError, UnpublishedError, StarvedError)
NO_PROCESS = "No process could be had for the query. Try again."


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


class SqlDoor:
    """A pool of workers, started with the first query or by `prepare`."""

    def __init__(self, path: Path, limits: SqlLimits | None = None) -> None:
        self.path = path
        self.limits = limits or SqlLimits()
        workers = self.limits.workers
        self._admission = Admission(workers, waiting=workers, seconds=self.limits.wait_seconds)
        self._lock = threading.Lock()
        self._nursery = Nursery(self.limits)
        self._idle: list[Worker] = []
        self._running: set[Worker] = set()
        self._aside: list[threading.Thread] = []
        self._is_closed = False
        self._contended_until = 0.0
        # Workers that contend take turns: each holds up a waking server for a tick, and two for two.
        self._contending = Admission(1, waiting=workers, seconds=self.limits.wait_seconds)
        self._unreadable: FileIdentity | None = None

    def run(self, sql: str, parameters: Mapping[str, object] | None = None, form: Form = "json") -> SqlAnswer:
        """Run one SELECT with named parameters; raises SqlStoppedError where it is refused or reaches a limit.

        Raises UnpublishedError where no build lies at the published path and no worker has the one before it open.
        """
        self._refuse_early(sql)
        question = {"sql": sql, "parameters": dict(parameters or {}), "form": form}
        with self._saying_busy(), self._admission.place():
            try:
                return self._run_in_turn(question)
            except StarvedError:
                self._contended_until = time.monotonic() + CONTENDED_SECONDS
            try:
                return self._run_in_turn(question)
            except StarvedError:
                raise SqlStoppedError("load", NO_PROCESS) from None

    def prepare(self) -> None:
        """Start a worker, so that the first query finds one, and beside it one that takes what others leave."""
        self._add(is_patient=False)
        self._set_aside("sql-worker-start", lambda: self._add(is_patient=True))

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
        """End all workers, those too that are just being started or ended."""
        with self._lock:
            self._is_closed = True
            workers = [*self._idle, *self._running]
            self._idle.clear()
        for worker in workers:
            worker.kill()
        self._nursery.close()
        for thread in self._aside:
            thread.join()

    def _refuse_early(self, sql: str) -> None:
        if len(sql.encode(errors="replace")) > self.limits.text_bytes:
            given = f"{self.limits.text_bytes:,} bytes (`sql_text_bytes`)"
            raise SqlStoppedError("statement", f"The query's text is longer than {given}. Shorten it.")

    def _run_in_turn(self, question: Mapping[str, object]) -> SqlAnswer:
        with self._contending.place() if self._is_contended else nullcontext():
            return self._run(question)

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

    def _settle(self, worker: Worker, answer: Reply) -> SqlAnswer:
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

    def _take(self) -> Worker:
        """Return a worker that has the newest build open, and is patient unless the processor is contended for."""
        newest = file_identity(self.path)
        worker = self._idle_one()
        if worker is None:
            return self._new_worker(is_patient=not self._is_contended)
        if newest in (None, worker.identity, self._unreadable):
            return worker
        return self._successor(worker, newest)

    def _idle_one(self) -> Worker | None:
        """Return a patient worker rather than another; under contention it would be left nothing."""
        with self._lock:
            fitting = [worker for worker in self._idle if not (worker.is_patient and self._is_contended)]
            chosen = max(fitting, key=lambda worker: worker.is_patient, default=None)
            if chosen:
                self._idle.remove(chosen)
        return chosen

    def _successor(self, worker: Worker, newest: FileIdentity | None) -> Worker:
        """Return a new worker in the place of another; the other where what now lies at the path is no build."""
        try:
            fresh = self._new_worker(worker.is_patient)
        except (UnpublishedError, FileNotFoundError):
            self._unreadable = newest
            return worker
        except BaseException:
            self._discard(worker)
            raise
        self._discard(worker)
        self._replace_all_behind(fresh.identity)
        return fresh

    def _replace_all_behind(self, newest: FileIdentity | None) -> None:
        """Replace the idle workers that have an older build open: they would keep its file on the disk."""
        with self._lock:
            behind = [worker for worker in self._idle if worker.identity != newest]
            self._idle = [worker for worker in self._idle if worker.identity == newest]
        for worker in behind:
            self._replace(worker)

    @property
    def _is_contended(self) -> bool:
        return time.monotonic() < self._contended_until

    def _new_worker(self, is_patient: bool) -> Worker:
        return Worker(self.path, self._nursery, is_patient)

    def _put_back(self, worker: Worker) -> None:
        """Keep a worker for the next query, unless there are enough of its kind already."""
        with self._lock:
            alike = [each for each in self._idle if each.is_patient is worker.is_patient]
            is_needed = len(alike) < self.limits.workers and not self._is_closed
            if is_needed:
                self._idle.append(worker)
        if not is_needed:
            worker.kill()

    def _discard(self, worker: Worker) -> None:
        self._set_aside("sql-worker-end", worker.kill)

    def _replace(self, worker: Worker) -> None:
        self._set_aside("sql-worker-start", lambda: self._exchange(worker))

    def _set_aside(self, name: str, work: Callable[[], None]) -> None:
        """Do what no query waits for, but whoever closes the door."""
        thread = threading.Thread(target=work, name=name, daemon=True)
        with self._lock:
            self._aside = [*filter(threading.Thread.is_alive, self._aside), thread]
            thread.start()

    def _exchange(self, worker: Worker) -> None:
        worker.kill()
        self._add(worker.is_patient)

    def _add(self, is_patient: bool) -> None:
        """Start a worker for queries to come; where none can be started, theirs is started with them."""
        with suppress(*_UNSTARTED):
            self._put_back(self._new_worker(is_patient))
