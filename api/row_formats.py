"""Whole lists as files: CSV, NDJSON and Parquet, sent while they are read, so that memory stays flat."""

import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from analytics.filters import Value
from analytics.reading import Snapshot
from analytics.rows_as_text import Rows, csv_lines, written_rows

BYTES_A_PIECE = 1 << 16
# All files that are being sent take together no more of the processor than one: others are answered meanwhile. Who has
# waited for so many seconds, behind a query that finds few rows, takes his turn all the same.
_TURN = threading.Lock()
_LONGEST_WAIT = 0.1
# While something else is asked, and for so many seconds after it, they leave it half of the processor.
_LIVELY_SECONDS = 0.1
_asked_at = [float("-inf")]
Query = tuple[str, tuple[Value, ...]]


@dataclass(frozen=True)
class RowFormat:
    """One file format: its media type, and the function that renders a query's rows piece by piece."""

    extension: str
    media_type: str
    render: Callable[[Snapshot, Query], Iterator[bytes]]
    is_text: bool = True


def csv_pieces(snapshot: Snapshot, query: Query) -> Iterator[bytes]:
    """Yield a CSV file: a header, then a line a row; null is empty, times are ISO 8601 in UTC."""
    names, batches = snapshot.stream(*query)
    yield csv_lines([names])
    yield from _in_pieces(_one_at_a_time(batches, csv_lines))


def ndjson_pieces(snapshot: Snapshot, query: Query) -> Iterator[bytes]:
    """Yield one JSON object a line."""
    names, batches = snapshot.stream(*query)
    yield from _in_pieces(_one_at_a_time(batches, lambda rows: written_rows("ndjson", names, rows)))


def note_request() -> None:
    """Remember that something is asked just now: files that are being made give way to it."""
    _asked_at[0] = time.monotonic()


def _one_at_a_time(batches: Iterator[Rows], render: Callable[[Rows], bytes]) -> Iterator[bytes]:
    while True:
        has_turn = _TURN.acquire(timeout=_LONGEST_WAIT)
        try:
            began = time.monotonic()
            batch = next(batches, None)
            piece = None if batch is None else render(batch)
            if began - _asked_at[0] < _LIVELY_SECONDS:
                time.sleep(min(time.monotonic() - began, _LONGEST_WAIT))
        finally:
            if has_turn:
                _TURN.release()
        if piece is None:
            return
        yield piece


def _in_pieces(lines: Iterator[bytes]) -> Iterator[bytes]:
    """Yield lines together: to send each few of them by themselves would take as long as to make them."""
    piece = bytearray()
    for few in lines:
        piece += few
        if len(piece) >= BYTES_A_PIECE:
            yield bytes(piece)
            piece.clear()
    if piece:
        yield bytes(piece)


def parquet_pieces(snapshot: Snapshot, query: Query) -> Iterator[bytes]:
    """Yield a Parquet file, which DuckDB first writes to a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="rashomon-download-") as folder:
        whole = Path(folder) / "rows.parquet"
        snapshot.write_parquet(*query, whole)
        with whole.open("rb") as file:
            while piece := file.read(BYTES_A_PIECE):
                yield piece


ROW_FORMATS: Mapping[str, RowFormat] = {
    "csv": RowFormat("csv", "text/csv; charset=utf-8", csv_pieces),
    "ndjson": RowFormat("ndjson", "application/x-ndjson", ndjson_pieces),
    "parquet": RowFormat("parquet", "application/vnd.apache.parquet", parquet_pieces, is_text=False),
}
