"""Rows that are kept for their build: a page made of them is the page that is read, to the byte."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import orjson
import pytest

from analytics.filters import filters_of
from analytics.kept_orders import KeptOrders
from analytics.kept_rows import BYTES_BESIDE, LONGEST_READ_AHEAD, KeptRows, list_rendered, rendered_row
from analytics.list_views import CLAIMS, FINDINGS
from analytics.listing import ListRequest, list_rows
from analytics.reading import KEPT_AT_MOST, PublishedFile, Row, Snapshot
from tests.api.conftest import Client

ASKED = [
    ListRequest(limit=7),
    ListRequest(limit=7, sort=("-ratio", "measure")),
    ListRequest(limit=None, sort=("severity",)),
    ListRequest(limit=3, columns=("title",)),
    ListRequest(limit=3, with_total=True, facets=("measure",)),
]


def render(row: Row) -> bytes:
    return orjson.dumps(row)


@pytest.fixture
def snapshot(small_file: Path) -> Iterator[Snapshot]:
    published = PublishedFile(small_file)
    with published.snapshot() as snapshot:
        yield snapshot
    published.close()


@pytest.mark.parametrize("longest", [0, LONGEST_READ_AHEAD], ids=["long list", "short list"])
@pytest.mark.parametrize("request_", ASKED, ids=str)
def test_a_page_of_kept_rows_is_the_page_that_is_read(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch, request_: ListRequest, longest: int
) -> None:
    monkeypatch.setattr("analytics.kept_rows.LONGEST_READ_AHEAD", longest)
    snapshot.store(KeptOrders).often = 2
    read = list_rows(snapshot, FINDINGS, request_)
    expected = read.with_rows([render(row) for row in read.rows])
    assert [list_rendered(snapshot, FINDINGS, request_, render) for _ in range(3)] == [expected] * 3


def test_a_row_is_rendered_once(snapshot: Snapshot) -> None:
    rendered: list[Row] = []

    def count(row: Row) -> bytes:
        rendered.append(row)
        return render(row)

    for first in (("rank",), ("-rank",), ("title",)):
        list_rendered(snapshot, FINDINGS, ListRequest(limit=40, sort=first), count)
    assert len(rendered) == 40


def test_rows_that_nobody_asks_for_make_room() -> None:
    kept = KeptRows(most_bytes=2 * (5 + BYTES_BESIDE))
    kept.keep("finding", {"a": b"12345", "b": b"12345"})
    assert kept.has_room
    assert kept.find("finding", ["a"]) == {"a": b"12345"}
    kept.keep("finding", {"c": b"12345"})
    assert not kept.has_room
    assert kept.find("finding", ["a", "b", "c"]) == {"a": b"12345", "c": b"12345"}
    assert kept.find("question", ["a"]) == {}


def test_other_things_that_are_kept_do_not_drop_the_rows(snapshot: Snapshot) -> None:
    kept = snapshot.store(KeptRows)
    for width in range(KEPT_AT_MOST + 1):
        snapshot.cached(("chart", width), lambda: "spec")
    assert snapshot.store(KeptRows) is kept


def test_first_requests_at_once_share_one_store(snapshot: Snapshot) -> None:
    class Slow:
        def __init__(self) -> None:
            time.sleep(0.05)

    with ThreadPoolExecutor(4) as readers:
        stores = list(readers.map(lambda _: snapshot.store(Slow), range(4)))
    assert len(set(stores)) == 1


def test_a_row_of_a_list_that_keeps_none_takes_no_room(snapshot: Snapshot) -> None:
    claim, finding = (list_rows(snapshot, listed, ListRequest(limit=1)).rows[0] for listed in (CLAIMS, FINDINGS))
    assert rendered_row(snapshot, CLAIMS, "x", lambda: claim, render) == render(claim)
    assert rendered_row(snapshot, FINDINGS, "y", lambda: finding, render) == render(finding)
    kept = snapshot.store(KeptRows)
    assert kept.find("claim", [str(claim["claim_id"])]) == {}
    assert list(kept.find("finding", [str(finding["finding_id"])]).values()) == [render(finding)]


@pytest.mark.parametrize("asked", [0, 6, 7, 13, 20, 21, 39])
def test_with_a_row_come_those_of_its_block(snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch, asked: int) -> None:
    monkeypatch.setattr("analytics.kept_rows.READ_AHEAD", 7)
    rows = list_rows(snapshot, FINDINGS, ListRequest(limit=None)).rows
    rendered_row(snapshot, FINDINGS, str(rows[asked]["finding_id"]), lambda: rows[asked], render)
    first = asked // 7 * 7
    assert kept_of(snapshot, rows) == [render(row) for row in rows[first : first + 7]]


def test_a_page_brings_the_blocks_in_which_its_missing_rows_lie(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("analytics.kept_rows.READ_AHEAD", 7)
    rows = list_rows(snapshot, FINDINGS, ListRequest(limit=None)).rows
    (from_rank,) = (each for each in filters_of(snapshot.columns("finding")) if each.parameter == "rank__gte")
    list_rendered(snapshot, FINDINGS, ListRequest(chosen=((from_rank, 10),), limit=5), render)
    assert kept_of(snapshot, rows) == [render(row) for row in rows[7:14]]
    list_rendered(snapshot, FINDINGS, ListRequest(chosen=((from_rank, 12),), limit=5), render)
    assert kept_of(snapshot, rows) == [render(row) for row in rows[7:21]]


def kept_of(snapshot: Snapshot, rows: list[Row]) -> list[bytes]:
    """Return those of the findings that are kept, in their order."""
    return list(snapshot.store(KeptRows).find("finding", [str(row["finding_id"]) for row in rows]).values())


def test_of_a_long_list_no_rows_are_read_ahead(snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("analytics.kept_rows.LONGEST_READ_AHEAD", 0)
    rows = list_rows(snapshot, FINDINGS, ListRequest(limit=None)).rows
    rendered_row(snapshot, FINDINGS, str(rows[5]["finding_id"]), lambda: rows[5], render)
    assert kept_of(snapshot, rows) == [render(rows[5])]


def test_an_item_is_the_row_of_its_list(client: Client) -> None:
    rows = client.get("/api/v1/findings?limit=2").json()["data"]
    assert [client.get(f"/api/v1/findings/{row['finding_id']}").json()["finding"] for row in rows] == rows
