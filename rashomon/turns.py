"""Whose request is answered next: queries that strangers send wait behind everything else."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from api.problems import PREFIX

if TYPE_CHECKING:
    from waitress.channel import HTTPChannel

    Waiting = deque[HTTPChannel]
else:
    Waiting = deque

# A flood of them, even of such as are turned away at once, would otherwise stand before every other reader.
LAST = (f"{PREFIX}/sql", f"{PREFIX}/queries/", f"{PREFIX}/check")


class Turns(Waiting):
    """The queue of waitress's threads: `append` puts a request behind its like, and other requests before queries."""

    def __init__(self) -> None:
        super().__init__()
        self._ordinary = 0

    def append(self, channel: HTTPChannel) -> None:
        """Let a request wait for its turn."""
        if any(getattr(request, "path", "").startswith(LAST) for request in channel.requests):
            super().append(channel)
        else:
            self.insert(self._ordinary, channel)
            self._ordinary += 1

    def popleft(self) -> HTTPChannel:
        """Return the request whose turn it is."""
        self._ordinary = max(0, self._ordinary - 1)
        return super().popleft()
