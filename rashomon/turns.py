"""Whose request is answered next: each kind of request has threads of its own, so that none stands before another.

A flood of queries that strangers send, even of such as are turned away at once, then leaves the threads of pages and
answers free, and so do readers that ask for whole lists and dawdle over them.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from api.problems import PREFIX
from api.row_formats import ROW_FORMATS

if TYPE_CHECKING:
    from waitress.channel import HTTPChannel
    from waitress.parser import HTTPRequestParser

Kind = Literal["page", "file", "query", "check"]
QUERIES = (f"{PREFIX}/sql", f"{PREFIX}/queries/", f"{PREFIX}/charts/query-result")
CHECKS = (f"{PREFIX}/check", "/draft")
FILES = tuple(f".{extension}" for extension in ROW_FORMATS)
FILE_TYPES = tuple(each.media_type.partition(";")[0] for each in ROW_FORMATS.values())


def kind_of(request: HTTPRequestParser) -> Kind:
    """Return which threads answer a request; one that could not be read is answered like a page."""
    path = getattr(request, "path", "")
    if path.startswith(QUERIES):
        return "query"
    if path.startswith(CHECKS):
        return "check"
    if path.endswith(FILES) or any(each in request.headers.get("ACCEPT", "") for each in FILE_TYPES):
        return "file"
    return "page"


@dataclass(frozen=True)
class _Turn:
    """A request whose turn it is, as waitress's threads take it."""

    channel: HTTPChannel
    done: Callable[[], None]

    def service(self) -> None:
        """Answer the request and leave its turn to the next of its kind."""
        try:
            self.channel.service()
        finally:
            self.done()

    def cancel(self) -> None:
        """Give the request up, as waitress does when it ends, and leave its turn to the next of its kind."""
        try:
            self.channel.cancel()
        finally:
            self.done()


class Turns:
    """The queue of waitress's threads: requests in the order of `most`, of each kind so many at a time as it says."""

    def __init__(self, most: Mapping[Kind, int]) -> None:
        self._free = dict(most)
        self._waiting: dict[Kind, deque[HTTPChannel]] = {kind: deque() for kind in most}
        self._lock = threading.Lock()

    def append(self, channel: HTTPChannel) -> None:
        """Let a request wait for its turn."""
        with self._lock:
            self._waiting[kind_of(channel.requests[0])].append(channel)

    def __len__(self) -> int:
        """Return how many requests could be answered now, had waitress the threads."""
        with self._lock:
            return sum(min(self._free[kind], len(waiting)) for kind, waiting in self._waiting.items())

    def popleft(self) -> _Turn:
        """Return the request whose turn it is; raises IndexError where there is none."""
        with self._lock:
            kinds = (kind for kind, waiting in self._waiting.items() if waiting and self._free[kind])
            kind = next(kinds, None)
            if kind is None:
                raise IndexError
            self._free[kind] -= 1
            return _Turn(self._waiting[kind].popleft(), lambda: self._free_one(kind))

    def _free_one(self, kind: Kind) -> None:
        with self._lock:
            self._free[kind] += 1
