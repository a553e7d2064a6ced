"""How many of a kind of work may go on at once: the rest waits a moment if there is room, else it is turned away."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

# Short work of others ends meanwhile, and who is turned away does not come back at once.
LOOK_SECONDS = 0.1


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
        self._left = threading.Condition()

    def turn_away(self) -> None:
        """Raise FullError where as many run and wait as may, and none of them leaves for a moment.

        What is asked need not even be read before.
        """
        with self._left:
            self._await_room()

    @contextmanager
    def place(self) -> Iterator[None]:
        """Hold a place for the length of a `with` block; raises FullError where there is none, or none comes free."""
        with self._left:
            self._await_room()
            self._inside += 1
        try:
            if not self._free.acquire(timeout=self._seconds):
                raise FullError
            try:
                yield
            finally:
                self._free.release()
        finally:
            with self._left:
                self._inside -= 1
                self._left.notify()

    def _await_room(self) -> None:
        if not self._left.wait_for(lambda: self._inside < self._most, LOOK_SECONDS):
            raise FullError
