"""Rows that are given again as they were rendered: until the next build, one id has one row."""

import threading
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from analytics.filters import filters_of, identifier
from analytics.list_views import ListView
from analytics.listing import ListRequest, Page, list_kept_places, list_places, list_rows, row_count
from analytics.reading import Row, Snapshot

# Bytes, of all rows that one build keeps: the findings and questions of a million claims.
MOST_KEPT = 384_000_000
# What Python takes for the id of a row and its place, beside the row itself.
BYTES_BESIDE = 300
# Of longer lists most rows would be gone when they are asked for: they are read as they are asked for.
LONGEST_READ_AHEAD = 200_000
# Planning a query of fifty columns takes as long as reading and rendering some two hundred of their rows.
READ_AHEAD = 500
# A page in the order of the key lies in one block of so many rows or two.
MOST_BLOCKS = 2
Render: TypeAlias = Callable[[Row], bytes]
_Key = tuple[str, str]


class KeptRows:
    """The rendered rows of one build, by view and id; those that nobody has asked for the longest go first."""

    def __init__(self, most_bytes: int = MOST_KEPT) -> None:
        self._most_bytes = most_bytes
        self._lock = threading.Lock()
        self._rows: OrderedDict[_Key, bytes] = OrderedDict()
        self._size = 0
        self.has_room = True
        """Whether all rows that were ever kept are still there: rows read ahead would drive out others."""

    def find(self, view: str, ids: Sequence[str]) -> dict[str, bytes]:
        """Return by their ids those of the rows that are kept."""
        with self._lock:
            found = {row_id: row for row_id in ids if (row := self._rows.get((view, row_id))) is not None}
            for row_id in found:
                self._rows.move_to_end((view, row_id))
        return found

    def keep(self, view: str, rows: Mapping[str, bytes]) -> None:
        """Keep rows by their ids."""
        with self._lock:
            for row_id, row in rows.items():
                before = self._rows.get((view, row_id))
                self._size += len(row) - len(before) if before is not None else len(row) + BYTES_BESIDE
                self._rows[view, row_id] = row
            while self._size > self._most_bytes:
                self._size -= len(self._rows.popitem(last=False)[1]) + BYTES_BESIDE
                self.has_room = False


def list_rendered(snapshot: Snapshot, listed: ListView, request: ListRequest, render: Render) -> Page[bytes]:
    """Return one page as `list_rows` does, each row rendered.

    Where all its rows are kept, only their places are asked for: of a wide view, planning the query alone takes longer.
    Of a long list few are, so that places are asked for only where its order is kept.
    """
    if not listed.keeps_rows or request.columns or request.text:
        page = list_rows(snapshot, listed, request)
        return page.with_rows([render(row) for row in page.rows])
    places = list_kept_places(snapshot, listed, request)
    if places is None and row_count(snapshot, listed) > LONGEST_READ_AHEAD:
        page = list_rows(snapshot, listed, request)
        return page.with_rows([render(row) for row in page.rows])
    places = places or list_places(snapshot, listed, request)
    ids = [str(place[listed.id_column]) for place in places.rows]
    known = _kept(snapshot).find(listed.view, ids)
    missing = [place for row_id, place in zip(ids, places.rows, strict=True) if row_id not in known]
    if missing:
        read = {str(row[listed.id_column]): render(row) for row in _with_others(snapshot, listed, request, missing)}
        _kept(snapshot).keep(listed.view, read)
        known |= read
    return places.with_rows([known[row_id] for row_id in ids])


def _with_others(snapshot: Snapshot, listed: ListView, request: ListRequest, missing: Sequence[Row]) -> list[Row]:
    """Return the rows of a page that are missing and, while there is room for them, those that lie around or follow."""
    most = request.limit
    if _reads_ahead(snapshot, listed):
        blocks = {_block_of(snapshot, listed, place) for place in missing}
        if len(blocks) <= MOST_BLOCKS:
            return [row for block in blocks for row in _rows_of(snapshot, listed, block)]
        most = None if most is None else max(most, READ_AHEAD)
    return list_rows(snapshot, listed, replace(request, limit=most, with_total=False, facets=())).rows


def rendered_row(snapshot: Snapshot, listed: ListView, row_id: str, read: Callable[[], Row], render: Render) -> bytes:
    """Return one row rendered: as it is kept, else as it is read; rows of lists that keep none are always read.

    While there is room, the rows that lie around it in the list are read with it.
    """
    if not listed.keeps_rows:
        return render(read())
    found = _kept(snapshot).find(listed.view, [row_id])
    if found:
        return found[row_id]
    row = read()
    near = _rows_of(snapshot, listed, _block_of(snapshot, listed, row)) if _reads_ahead(snapshot, listed) else []
    _kept(snapshot).keep(listed.view, {str(each[listed.id_column]): render(each) for each in (*near, row)})
    return render(row)


def _reads_ahead(snapshot: Snapshot, listed: ListView) -> bool:
    return _kept(snapshot).has_room and row_count(snapshot, listed) <= LONGEST_READ_AHEAD


def _block_of(snapshot: Snapshot, listed: ListView, row: Row) -> int:
    """Return the number of the block in which a row lies."""
    number: int = bisect_right(_block_starts(snapshot, listed), row[listed.key[0]]) - 1
    return max(0, number)


def _rows_of(snapshot: Snapshot, listed: ListView, block: int) -> list[Row]:
    """Return the rows of one block of a list that a single column orders."""
    starts, key = _block_starts(snapshot, listed), listed.key[0]
    bounds = {f"{key}__gte": starts[block]} if block else {}
    if block + 1 < len(starts):
        bounds[f"{key}__lt"] = starts[block + 1]
    chosen = [
        (each, bounds[each.parameter]) for each in filters_of(snapshot.columns(listed.view)) if each.parameter in bounds
    ]
    return list_rows(snapshot, listed, ListRequest(chosen=tuple(chosen), limit=None)).rows


def _block_starts(snapshot: Snapshot, listed: ListView) -> list[Any]:
    """Return the value of the key at which each block begins: of rows that lie in the order of the key, each 500th."""
    key = identifier(listed.key[0])
    sql = f"select {key} as start from {listed.view} where rowid % {READ_AHEAD} = 0 order by {key}"
    return snapshot.cached(("blocks", listed.view), lambda: [row["start"] for row in snapshot.rows(sql)])


def _kept(snapshot: Snapshot) -> KeptRows:
    return snapshot.store(KeptRows)
