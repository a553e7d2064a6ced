"""The moment by which an answer must be given, for work that is done in several steps."""

from __future__ import annotations

import time
from dataclasses import dataclass

from analytics.reading import SlowQueryError


@dataclass(frozen=True)
class Deadline:
    """A moment of the monotonic clock; None is never."""

    end: float | None = None

    @classmethod
    def within(cls, seconds: float | None) -> Deadline:
        """Return the deadline so many seconds from now; None is never."""
        return cls(None if seconds is None else time.monotonic() + seconds)

    @property
    def is_over(self) -> bool:
        """Return whether the moment has passed."""
        return self.end is not None and time.monotonic() >= self.end

    def or_within(self, seconds: float | None) -> Deadline:
        """Return this deadline, or the moment so many seconds from now where that comes first."""
        ends = [end for end in (self.end, Deadline.within(seconds).end) if end is not None]
        return Deadline(min(ends, default=None))

    def left(self) -> float | None:
        """Return how many seconds are left, None for any number; raises SlowQueryError where none are."""
        if self.end is None:
            return None
        left = self.end - time.monotonic()
        if left <= 0:
            raise SlowQueryError("The time that the answer may take is over.")
        return left
