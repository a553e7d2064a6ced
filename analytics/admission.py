"""How many of a kind of work may go on at once: the rest waits a moment if there is room, else it is turned away."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class FullError(Exception):
    """As many run and wait as may."""


class Admission:
    """Places for work that takes long. Who waits for one keeps a thread of the server, so that few may wait."""

    def __init__(self, places: int, waiting: int = 0, seconds: float = 0.0) -> None:
        """Let so many in at once and so many others wait, each for so many seconds at most."""
        self._free = threading.Semaphore(places)
        self._seconds = seconds
        self._most = places + waiting
        self._inside = 0
        self._lock = threading.Lock()

    def turn_away(self) -> None:
        """Raise FullError where as many run and wait as may: the next need not even be read."""
        with self._lock:
            self._refuse_when_full()

    @contextmanager
    def place(self) -> Iterator[None]:
        """Hold a place for the length of a `with` block; raises FullError where there is none, or none comes free."""
        with self._lock:
            self._refuse_when_full()
            self._inside += 1
        try:
            if not self._free.acquire(timeout=self._seconds):
                raise FullError
            try:
                yield
            finally:
                self._free.release()
        finally:
            with self._lock:
                self._inside -= 1

    def _refuse_when_full(self) -> None:
        if self._inside >= self._most:
            raise FullError
