"""Lists in their order, kept for their build: a page of one is then cut out of it without a query.

What is kept of a list are the ids of all its rows and the values that it is sorted by. A bound on the first of these,
such as `ratio__lte=3` on a list sorted by `ratio`, and the place of a `next` token are found by halving, so that one
kept order serves every such page.
"""

import operator
import threading
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from analytics.filter_sentences import Choice
from analytics.filters import Value
from analytics.keyset import SortColumn
from analytics.reading import Row

# An order is read whole when it has been asked for so often: about as many pages cost as much as reading it.
OFTEN = 20
# Rows of one list, and of all lists of a build: some hundred bytes each.
LONGEST_KEPT = 200_000
MOST_KEPT = 600_000
# Lists whose pages are counted: beyond it the one that was asked for the longest ago is forgotten.
MOST_COUNTED = 1000

Batches = Iterable[Sequence[tuple[object, ...]]]
Holds = Callable[[Any, Any], bool]
_HOLDS: Mapping[str, Holds] = {"gt": operator.gt, "gte": operator.ge, "lt": operator.lt, "lte": operator.le}
_UPWARDS = {"gt", "gte"}


class Order:
    """All rows of one list in their order, by their id and the columns that sort it."""

    def __init__(self, columns: Sequence[SortColumn], names: Sequence[str], batches: Batches) -> None:
        """Take the rows in batches of tuples; `names` are those of the values, among them the sort columns'."""
        self._columns = tuple(columns)
        self._values: dict[str, list[object]] = {name: [] for name in names}
        for batch in batches:
            for values, further in zip(self._values.values(), zip(*batch, strict=True), strict=True):
                values.extend(further)
        self._first = self._values[columns[0].column.name]
        self._known = bisect_left(self._first, True, key=lambda value: value is None)
        self.length = len(self._first)

    def rows(self, bounds: Sequence[Choice], last: Sequence[Value], most: int | None) -> list[Row]:
        """Return the first rows within the bounds that come after the one with these sort values, if any are given."""
        first, end = self._within(bounds)
        if last:
            first = max(first, self._place_after(last))
        if most is not None:
            end = min(end, first + most)
        cut = zip(*(values[first:end] for values in self._values.values()), strict=True)
        return [dict(zip(self._values, row, strict=True)) for row in cut]

    def _within(self, bounds: Sequence[Choice]) -> tuple[int, int]:
        """Return between which places the first column keeps the bounds; null keeps none."""
        first, end = 0, self._known if bounds else self.length
        for chosen, bound in bounds:
            holds = _HOLDS[chosen.operator.name]
            if (chosen.operator.name in _UPWARDS) == self._columns[0].descending:
                end = min(end, self._turn(holds, bound, held=False))
            else:
                first = max(first, self._turn(holds, bound, held=True))
        return first, end

    def _turn(self, holds: Holds, bound: object, held: bool) -> int:
        """Return the place from which on a bound is held, or no longer is."""
        return bisect_left(self._first, True, hi=self._known, key=lambda value: holds(value, bound) == held)

    def _place_after(self, last: Sequence[Value]) -> int:
        columns = [self._values[each.column.name] for each in self._columns]

        def is_after(place: int) -> bool:
            return _comes_after(self._columns, [values[place] for values in columns], last)

        return bisect_left(range(self.length), True, key=is_after)


def _comes_after(columns: Sequence[SortColumn], values: Sequence[object], last: Sequence[object]) -> bool:
    """Return whether a row comes after another in the order; nulls come last."""
    for column, value, other in zip(columns, values, last, strict=True):
        if value == other:
            continue
        if value is None or other is None:
            return value is None
        return _HOLDS["lt" if column.descending else "gt"](value, other)
    return False


@dataclass(slots=True)
class _Asked:
    """How often a list's pages have been asked for, and its order where that is kept."""

    times: int = 0
    order: Order | None = None


@dataclass
class KeptOrders:
    """The orders of one build, by whatever tells one list from the others; long unused ones go first."""

    often: int = OFTEN
    longest: int = LONGEST_KEPT
    most: int = MOST_KEPT
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _asked: OrderedDict[Hashable, _Asked] = field(default_factory=OrderedDict)
    _length: int = 0

    def find(self, key: Hashable, read: Callable[[int], Order]) -> Order | None:
        """Return a list's order: None until it is asked for often, and always where the list is too long.

        `read` reads the order of a list up to so many rows; one reader reads it while others do without.
        """
        with self._lock:
            asked = self._asked.setdefault(key, _Asked())
            self._asked.move_to_end(key)
            asked.times += 1
            is_due = asked.times == self.often
            self._forget(len(self._asked) > MOST_COUNTED)
        if is_due:
            self._keep(key, asked, read(self.longest + 1))
        return asked.order

    def _keep(self, key: Hashable, asked: _Asked, order: Order) -> None:
        with self._lock:
            if order.length > self.longest or self._asked.get(key) is not asked:
                return
            asked.order = order
            self._length += order.length
            while self._length > self.most:
                self._forget(is_needed=True)

    def _forget(self, is_needed: bool) -> None:
        if is_needed:
            _, asked = self._asked.popitem(last=False)
            self._length -= asked.order.length if asked.order else 0


def bounds_of(chosen: Sequence[Choice], first: SortColumn) -> tuple[list[Choice], list[Choice]]:
    """Return the filters that are bounds on the first column of an order, and the others."""
    bounds = [each for each in chosen if each[0].column == first.column and each[0].operator.name in _HOLDS]
    return bounds, [each for each in chosen if each not in bounds]
