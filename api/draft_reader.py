"""Reading drafts in processes of their own, which are ended where one takes too long.

A text can be made such that its grammar takes minutes to read. No thread of the server can be stopped in the middle of
it; a process can, and leaves nothing behind.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from analytics.deadline import Deadline
from analytics.draft import Draft
from analytics.reading import SlowQueryError
from analytics.sql_worker import processor_seconds
from api.draft_check import read_draft

# Python and the lexicon: a second of a free processor, many on one that others keep busy.
START_SECONDS = 60.0
# How often it is looked whether the time of a process is up, by the clock or of the processor.
LOOK_SECONDS = 0.25
# What the clock of the processor tells apart, about.
LEAST_WORK = 0.001


@dataclass(frozen=True)
class Reading:
    """A draft as it was read, and how many times as long by the clock that took as it had the processor."""

    draft: Draft
    slowness: float


class DraftFaultError(Exception):
    """A fault of the program met a draft; the message is the traceback."""


class DraftReader:
    """Reads drafts, each in a process that waits for the next one afterwards.

    The first starts with the first draft, unless `prepare` starts it before.
    """

    def __init__(self, lexicon: Path | None) -> None:
        """Read with a folder of lexicon tables; None for the shipped ones."""
        self._lexicon = lexicon
        self._idle: list[DraftProcess] = []
        self._is_closed = False
        self._lock = threading.Lock()

    def prepare(self) -> None:
        """Start a process for the first draft, which would else wait for Python and the lexicon to be loaded."""
        self._put_back(DraftProcess(self._lexicon))

    @contextmanager
    def process(self) -> Iterator[DraftProcess]:
        """Hold a process that is ready to read; where the `with` block raises, it is ended."""
        process = self._take()
        try:
            process.wait_until_ready()
            yield process
        except BaseException:
            process.kill()
            raise
        self._put_back(process)

    def _put_back(self, process: DraftProcess) -> None:
        with self._lock:
            if not self._is_closed:
                self._idle.append(process)
                return
        process.kill()

    def close(self) -> None:
        """End the processes that wait; one that reads ends with its draft."""
        with self._lock:
            self._is_closed = True
            idle, self._idle = self._idle, []
        for process in idle:
            process.kill()

    def _take(self) -> DraftProcess:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return DraftProcess(self._lexicon)


class DraftProcess:
    """One child process and the pipe to it."""

    def __init__(self, lexicon: Path | None) -> None:
        self._is_ready = False
        # A fork of a process with threads may hang.
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_read_drafts, args=(theirs, lexicon), name="draft-reader", daemon=True)
        with _without_interrupts():
            self._process.start()
        theirs.close()

    def wait_until_ready(self) -> None:
        """Wait until Python and the lexicon are loaded; raises SlowQueryError where that takes too long."""
        if self._is_ready:
            return
        if not self._pipe.poll(START_SECONDS):
            raise SlowQueryError("No process could be started to read the draft. Try again.")
        self._pipe.recv()
        self._is_ready = True

    def read(self, text: str, published_at: str | None, deadline: Deadline, seconds: float | None = None) -> Reading:
        """Return a draft with its claims.

        Raises SlowQueryError at the deadline, and where it takes more than so many seconds of the processor;
        DraftFaultError for a fault.
        """
        self._pipe.send((text, published_at))
        self._wait(deadline, seconds)
        outcome = self._pipe.recv()
        if isinstance(outcome, Reading):
            return outcome
        raise DraftFaultError(outcome)

    def _wait(self, deadline: Deadline, seconds: float | None) -> None:
        """Wait for an outcome as long as the deadline and the seconds of the processor allow."""
        process = self._process.pid or 0
        begun = processor_seconds(process)
        while not self._pipe.poll(LOOK_SECONDS):
            has_worked = seconds is not None and processor_seconds(process) - begun > seconds
            if has_worked or deadline.is_over:
                raise SlowQueryError("The draft takes longer to read than it may.")

    def kill(self) -> None:
        """End the process and wait until it is gone."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Let what is started take no interrupt, which is meant for the server, from its first moment on."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _read_drafts(pipe: Connection, lexicon: Path | None) -> None:
    """Answer each draft with its claims, or with what went wrong, until the pipe is closed."""
    read_draft("", None, lexicon)
    pipe.send("ready")
    with suppress(EOFError):
        while True:
            text, published_at = pipe.recv()
            pipe.send(_outcome(text, published_at, lexicon))


def _outcome(text: str, published_at: str | None, lexicon: Path | None) -> Reading | str:
    began, worked = time.monotonic(), time.process_time()
    try:
        draft = read_draft(text, published_at, lexicon)
        return Reading(draft, (time.monotonic() - began) / max(time.process_time() - worked, LEAST_WORK))
    except Exception:  # whatever it is, the server is to know it
        return traceback.format_exc()
