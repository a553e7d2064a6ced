"""Orders that are kept for their build: a page cut out of one is the page that a query gives."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.filter_sentences import Choice
from analytics.filters import Value, filters_of
from analytics.kept_orders import KeptOrders, Order
from analytics.keyset import SortColumn
from analytics.list_views import FINDINGS
from analytics.listing import ListRequest, Page, list_places, list_rows
from analytics.reading import PublishedFile, Row, Snapshot
from analytics.view_columns import Column

SORTS = [(), ("-rank",), ("ratio",), ("-ratio",), ("-ratio", "measure"), ("measure", "-severity"), ("actor", "-title")]
FILTERS = ["", "verdict", "ratio__isnull", "severity__gt"]
BOUNDS = ["", "gt", "gte", "lt", "lte"]
NUMBER = Column("size", "BIGINT", "", "integer")
NAME = Column("name", "VARCHAR", "", "text")


@pytest.fixture(scope="module")
def snapshot(small_file: Path) -> Iterator[Snapshot]:
    published = PublishedFile(small_file)
    with published.snapshot() as snapshot:
        yield snapshot
    published.close()


@pytest.mark.parametrize("sort", SORTS, ids=str)
def test_every_page_of_a_kept_order_is_the_page_that_is_read(snapshot: Snapshot, sort: tuple[str, ...]) -> None:
    snapshot.store(KeptOrders).often = 1
    for filtered, bound in product(FILTERS, BOUNDS):
        request = ListRequest(chosen=tuple(chosen(snapshot, sort, filtered, bound)), sort=sort, limit=3)
        page = list_places(snapshot, FINDINGS, request)
        while page.after:
            assert page == as_read(snapshot, request)
            request = replace(request, after=page.after)
            page = list_places(snapshot, FINDINGS, request)
        assert page == as_read(snapshot, request)


def as_read(snapshot: Snapshot, request: ListRequest) -> Page[Row]:
    read = list_rows(snapshot, FINDINGS, request)
    names = dict.fromkeys(["finding_id", *(name.lstrip("-") for name in request.sort), "rank"])
    return read.with_rows([{name: row[name] for name in names} for row in read.rows])


def chosen(snapshot: Snapshot, sort: tuple[str, ...], filtered: str, bound: str) -> Iterator[Choice]:
    """Yield a filter on any column, and a bound on the first that sorts, at a value that some rows have."""
    known = {each.parameter: each for each in filters_of(snapshot.columns("finding"))}
    rows = list_rows(snapshot, FINDINGS, ListRequest(limit=None)).rows
    some = next(row for row in rows[7:] if row["ratio"] is not None)
    if filtered:
        yield known[filtered], {"verdict": str(some["verdict"]), "ratio__isnull": False, "severity__gt": 0.0}[filtered]
    if bound:
        column = (*sort, "rank")[0].lstrip("-")
        value = some[column]
        assert isinstance(value, Value)
        yield known[f"{column}__{bound}"], value


VALUES = st.none() | st.integers(-3, 3)


@given(
    st.lists(st.tuples(VALUES, st.sampled_from("abc"))), st.sampled_from(BOUNDS[1:]), st.integers(-3, 3), st.booleans()
)
def test_bounds_on_a_column_with_nulls_and_ties(
    rows: list[tuple[int | None, str]], bound: str, at: int, downwards: bool
) -> None:
    columns = [SortColumn(NUMBER, downwards), SortColumn(NAME, may_be_null=False)]
    rows.sort(key=lambda row: (row[0] is None, (-1 if downwards else 1) * (row[0] or 0), row[1]))
    order = Order(columns, ["size", "name"], [rows] if rows else [])
    filters = {each.operator.name: each for each in filters_of((NUMBER,))}
    holds = {"gt": int.__gt__, "gte": int.__ge__, "lt": int.__lt__, "lte": int.__le__}[bound]
    expected = [{"size": size, "name": name} for size, name in rows if size is not None and holds(size, at)]
    assert order.rows([(filters[bound], at)], (), None) == expected
    after = [{"size": size, "name": name} for size, name in rows if (size, name) in rows_after(rows, downwards)]
    assert order.rows([], (0, "b"), None) == after


def rows_after(rows: list[tuple[int | None, str]], downwards: bool) -> list[tuple[int | None, str]]:
    """Return the rows that come after (0, b)."""
    return [
        (size, name)
        for size, name in rows
        if size is None or (size < 0 if downwards else size > 0) or (size == 0 and name > "b")
    ]


def order_of(length: int) -> Order:
    return Order([SortColumn(NUMBER)], ["size"], [[(number,) for number in range(length)]])


def test_an_order_is_kept_once_it_is_asked_for_often() -> None:
    kept = KeptOrders(often=3)
    assert [kept.find("a", lambda _: order_of(2)) is not None for _ in range(4)] == [False, False, True, True]
    assert kept.find("b", lambda _: order_of(2)) is None


def test_an_order_that_is_too_long_is_not_kept_and_not_read_again() -> None:
    kept, read = KeptOrders(often=1, longest=5), []
    for _ in range(3):
        assert kept.find("a", lambda most: read.append(most) or order_of(most)) is None
    assert read == [6]


def test_orders_that_nobody_asks_for_make_room() -> None:
    kept = KeptOrders(often=1, most=10)
    for name in ("a", "b", "a", "c"):
        kept.find(name, lambda _: order_of(5))
    kept.often = 0
    found = [kept.find(name, lambda _: order_of(5)) is not None for name in ("a", "b", "c")]
    assert found == [True, False, True]
