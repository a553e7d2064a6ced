"""How fast a flood of costly requests is answered: several at once leave most of the server to whoever else asks."""

import threading
import time
from collections.abc import Collection

from flask import Flask, Response, g, request

# What answering such requests takes together of the processor; to receive and to send them takes as much again, which
# is not seen here, and the processes that work for them take what is left.
SHARE = 0.05
# A body of a megabyte takes about a millisecond to receive, wherever it is then refused.
BYTES_RECEIVED_A_SECOND = 1_000_000_000
# A pause keeps a thread, and others of their kind wait for it.
LONGEST_PAUSE = 0.1
# How long after something else was asked it counts as being asked.
LIVELY_SECONDS = 0.1


class Pace:
    """Lets a request to some endpoints wait before its answer is sent, while others of them and of the rest are asked.

    Who asks for one after the other never waits, nor does anyone where nothing else is asked.
    """

    def __init__(self, endpoints: Collection[str]) -> None:
        self._endpoints = frozenset(endpoints)
        self._lock = threading.Lock()
        self._open = 0
        self._free_at = 0.0
        self._others_asked_at = float("-inf")

    def keep(self, app: Flask) -> None:
        """Keep this pace in an application."""
        app.before_request(self._begin)
        app.after_request(self._wait)
        app.teardown_request(self._end)

    def pause(self, used: float, now: float) -> float:
        """Return how many seconds one waits now that has used so many of the processor."""
        with self._lock:
            if self._open < 2 or now - self._others_asked_at > LIVELY_SECONDS:  # noqa: PLR2004  # itself and another
                return 0.0
            self._free_at = min(max(self._free_at, now) + used / SHARE, now + LONGEST_PAUSE)
            return self._free_at - now

    def _begin(self) -> None:
        if request.endpoint not in self._endpoints:
            self._others_asked_at = time.monotonic()
            return
        g.paced_since = time.thread_time()
        with self._lock:
            self._open += 1

    def _wait(self, response: Response) -> Response:
        if "paced_since" in g:
            received = (request.content_length or 0) / BYTES_RECEIVED_A_SECOND
            time.sleep(self.pause(time.thread_time() - g.paced_since + received, time.monotonic()))
        return response

    def _end(self, _error: BaseException | None) -> None:
        if g.pop("paced_since", None) is not None:
            with self._lock:
                self._open -= 1
