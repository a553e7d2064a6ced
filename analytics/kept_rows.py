"""Rows that are given again as they were rendered: until the next build, one id has one row."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias, cast

from analytics.filters import Value, filters_of
from analytics.list_views import ListView
from analytics.listing import ListRequest, Page, list_ids, list_kept_ids, list_rows, row_count
from analytics.reading import Row, Snapshot

# Bytes, of all rows that one build keeps: about 100,000 findings.
MOST_KEPT = 144_000_000
# Of longer lists most rows would be gone when they are asked for: they are read as they are asked for.
LONGEST_READ_AHEAD = 100_000
# Planning a query of fifty columns takes as long as reading and rendering some two hundred of their rows.
READ_AHEAD = 500
Render: TypeAlias = Callable[[Row], bytes]
_Key = tuple[str, str]


class KeptRows:
    """The rendered rows of one build, by view and id; those that nobody has asked for the longest go first."""

    def __init__(self, most_bytes: int = MOST_KEPT) -> None:
        self._most_bytes = most_bytes
        self._lock = threading.Lock()
        self._rows: OrderedDict[_Key, bytes] = OrderedDict()
        self._size = 0

    @property
    def has_room(self) -> bool:
        """Return whether rows can be kept without others going."""
        return self._size < self._most_bytes

    def find(self, view: str, ids: Sequence[str]) -> list[bytes] | None:
        """Return the rows with these ids; None where one of them is not kept."""
        with self._lock:
            found = [self._rows.get((view, row_id)) for row_id in ids]
            if None in found:
                return None
            for row_id in ids:
                self._rows.move_to_end((view, row_id))
        return [row for row in found if row is not None]

    def keep(self, view: str, rows: Mapping[str, bytes]) -> None:
        """Keep rows by their ids."""
        with self._lock:
            for row_id, row in rows.items():
                self._size += len(row) - len(self._rows.get((view, row_id), b""))
                self._rows[view, row_id] = row
            while self._size > self._most_bytes:
                self._size -= len(self._rows.popitem(last=False)[1])


def list_rendered(snapshot: Snapshot, listed: ListView, request: ListRequest, render: Render) -> Page[bytes]:
    """Return one page as `list_rows` does, each row rendered.

    Where all its rows are kept, only their ids are asked for: of a wide view, planning the query alone takes longer.
    Of a long list few are, so that its ids are asked for only where its order is kept.
    """
    if not listed.keeps_rows or request.columns or request.text:
        page = list_rows(snapshot, listed, request)
        return page.with_rows([render(row) for row in page.rows])
    kept, is_long = _kept(snapshot), row_count(snapshot, listed) > LONGEST_READ_AHEAD
    ids = list_kept_ids(snapshot, listed, request)
    if ids is None and is_long:
        page = list_rows(snapshot, listed, request)
        return page.with_rows([render(row) for row in page.rows])
    ids = ids or list_ids(snapshot, listed, request)
    rows = kept.find(listed.view, ids.rows)
    if rows is None:
        read = {str(row[listed.id_column]): render(row) for row in _read_ahead(snapshot, listed, request, kept)}
        kept.keep(listed.view, read)
        rows = [read[row_id] for row_id in ids.rows]
    return ids.with_rows(rows)


def _read_ahead(snapshot: Snapshot, listed: ListView, request: ListRequest, kept: KeptRows) -> list[Row]:
    """Return the rows of a page and, while there is room for them, those of the pages that follow."""
    most = request.limit
    if most is not None and kept.has_room and row_count(snapshot, listed) <= LONGEST_READ_AHEAD:
        most = max(most, READ_AHEAD)
    return list_rows(snapshot, listed, replace(request, limit=most, with_total=False, facets=())).rows


def rendered_row(snapshot: Snapshot, listed: ListView, row_id: str, read: Callable[[], Row], render: Render) -> bytes:
    """Return one row rendered: as it is kept, else as it is read; rows of lists that keep none are always read.

    While there is room, the rows that follow it in the list are read with it.
    """
    if not listed.keeps_rows:
        return render(read())
    kept = _kept(snapshot)
    found = kept.find(listed.view, [row_id])
    if found is not None:
        return found[0]
    row = read()
    reads_ahead = kept.has_room and row_count(snapshot, listed) <= LONGEST_READ_AHEAD
    near = _read_ahead(snapshot, listed, _from(snapshot, listed, row), kept) if reads_ahead else []
    kept.keep(listed.view, {str(each[listed.id_column]): render(each) for each in (*near, row)})
    return render(row)


def _from(snapshot: Snapshot, listed: ListView, row: Row) -> ListRequest:
    """Return the list from this row on, where a single column orders it."""
    first = next(
        each for each in filters_of(snapshot.columns(listed.view)) if each.parameter == f"{listed.key[0]}__gte"
    )
    return ListRequest(chosen=((first, cast("Value", row[listed.key[0]])),))


def _kept(snapshot: Snapshot) -> KeptRows:
    return snapshot.store(KeptRows)
