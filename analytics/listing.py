"""Lists of a view's rows: filtered, searched, sorted and paged; each with the SQL that made it and what it holds."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar, cast

from analytics.filter_sentences import Choice, sentence
from analytics.filters import Condition, Value, identifier, with_literals
from analytics.kept_orders import KeptOrders, Order, bounds_of
from analytics.keyset import SortColumn, TokenOf, read_token, rows_after, write_token
from analytics.list_views import ListView
from analytics.reading import Row, Snapshot
from analytics.search import RELEVANCE, Search, search_for
from analytics.view_columns import Column

FACET_VALUES = 20
Option = tuple[str, tuple[Choice, ...]]
"""A column, and what is asked of it instead of what a list's filters ask of it now."""
OnPage = TypeVar("OnPage")
Other = TypeVar("Other")


@dataclass(frozen=True)
class ListRequest:
    """What is asked of a list. `limit` counts rows, None for all; `sort` names columns, `-` for the highest first."""

    chosen: tuple[Choice, ...] = ()
    text: str = ""
    sort: tuple[str, ...] = ()
    limit: int | None = 50
    after: str = ""
    columns: tuple[str, ...] = ()
    with_total: bool = False
    facets: tuple[str, ...] = ()
    within: tuple[Choice, ...] = ()
    """Filters that leave no row out and only spare work: they are not spoken of."""


@dataclass(frozen=True)
class Page(Generic[OnPage]):
    """One page of a list; `after` is the token of the page that follows, empty on the last."""

    rows: list[OnPage]
    after: str
    sql: str
    sentence: str
    total: int | None = None
    facets: dict[str, list[Row]] = field(default_factory=dict)
    left_off: dict[str, int] = field(default_factory=dict)
    """Of each facet, how many values are rarer than those that it holds."""

    def with_rows(self, rows: list[Other]) -> "Page[Other]":
        """Return the same page with its rows in another form."""
        return Page(rows, self.after, self.sql, self.sentence, self.total, self.facets, self.left_off)


@dataclass(frozen=True)
class _Query:
    """A list's query in its parts; `values` are bound to the `?` of the source and of the conditions, in this order.

    `last` holds the sort values of the row that the page comes after, none on the first page.
    """

    source: str
    source_values: tuple[Value, ...]
    conditions: list[Condition]
    place: list[Condition]
    order: list[SortColumn]
    last: Sequence[Value]
    has_relevance: bool

    @property
    def filtered(self) -> str:
        """Return the source and the conditions of the whole list."""
        return self.source + _where(self.conditions)

    @property
    def filtered_values(self) -> tuple[Value, ...]:
        return self.source_values + _values(self.conditions)

    @property
    def ordered(self) -> str:
        """Return the order of the list."""
        return " order by " + ", ".join(each.sql for each in self.order)

    @property
    def paged(self) -> str:
        """Return the source and the conditions of the rows after the place of the last page."""
        return self.source + _where([*self.conditions, *self.place]) + self.ordered

    @property
    def paged_values(self) -> tuple[Value, ...]:
        return self.filtered_values + _values(self.place)


def list_rows(snapshot: Snapshot, listed: ListView, request: ListRequest) -> Page[Row]:
    """Return one page.

    Raises StaleTokenError for the token of another build, BadTokenError for one that is none, UnsearchableError for a
    text in a file without `search_term`.
    """
    query = _query(snapshot, listed, request)
    rows = snapshot.rows(_page_sql(listed, request, query, 1), query.paged_values)
    return _page(snapshot, listed, request, query, rows)


def list_places(snapshot: Snapshot, listed: ListView, request: ListRequest) -> Page[Row]:
    """Return the ids of one page's rows and the columns that sort them; raises as `list_rows` does."""
    query = _query(snapshot, listed, request)
    rows = snapshot.rows(_limited(_places_sql(listed, query), request.limit, 1), query.paged_values)
    return _page(snapshot, listed, request, query, rows)


def list_kept_places(snapshot: Snapshot, listed: ListView, request: ListRequest) -> Page[Row] | None:
    """Return what `list_places` does out of the list's kept order, None where that is not kept."""
    query = _query(snapshot, listed, request)
    order = _kept_order(snapshot, listed, request, query)
    if order is None:
        return None
    bounds, _ = bounds_of(request.chosen, query.order[0])
    rows = order.rows(bounds, query.last, None if request.limit is None else request.limit + 1)
    return _page(snapshot, listed, request, query, rows)


def _kept_order(snapshot: Snapshot, listed: ListView, request: ListRequest, query: _Query) -> Order | None:
    """Return the order of the list without its bounds and its place, if it is kept."""
    _, others = bounds_of(request.chosen, query.order[0])
    key = listed.name, query.ordered, tuple((each.parameter, str(value)) for each, value in others)

    def read(most: int) -> Order:
        whole = _query(snapshot, listed, replace(request, chosen=tuple(others), after=""))
        names, batches = snapshot.stream(_limited(_places_sql(listed, whole), most), whole.paged_values)
        return Order(whole.order, names, batches)

    return snapshot.store(KeptOrders).find(key, read)


def _places_sql(listed: ListView, query: _Query) -> str:
    """Return the SQL of a list's ids and of the columns that sort it."""
    names = dict.fromkeys([listed.id_column, *(each.column.name for each in query.order)])
    return f"select {', '.join(identifier(name) for name in names)} from {query.paged}"


def _page(snapshot: Snapshot, listed: ListView, request: ListRequest, query: _Query, read: list[Row]) -> Page[Row]:
    """Return the page of the rows that were read, with all that is told of the list whatever columns they have."""
    rows, after = _cut(read, snapshot, listed, request, query.order)
    facets = {name: _facet(snapshot, query, name) for name in request.facets}
    return Page(
        rows=rows,
        after=after,
        sql=with_literals(_told_sql(listed, request, query), query.paged_values),
        sentence=sentence_of(snapshot, listed, request),
        total=_total(snapshot, query) if request.with_total else None,
        facets={name: values for name, (values, _) in facets.items()},
        left_off={name: further for name, (_, further) in facets.items()},
    )


def row_count(snapshot: Snapshot, listed: ListView) -> int:
    """Return how many rows a view has."""
    counted = f"select count(*) as count from {listed.view}"
    return snapshot.cached((row_count, listed.view), lambda: int(str(snapshot.rows(counted)[0]["count"])))


def places_of(snapshot: Snapshot, listed: ListView, ids: Sequence[str]) -> list[Value] | None:
    """Return the values of the first key column by which the rows with these ids lie, and perhaps some others.

    DuckDB then reads the few blocks of these rows, and not the ids of all. None where the file does not tell.
    """
    if listed.lookup not in snapshot.views:
        return None
    place = listed.key[0]
    hashes = ", ".join(["id_hash(?)"] * len(ids))
    rows = snapshot.rows(f"select {place} from {listed.lookup} where id_hash in ({hashes})", ids)
    return [cast("Value", value) for value in sorted({row[place] for row in rows})]  # type: ignore[type-var]  # of one type


def listing_query(snapshot: Snapshot, listed: ListView, request: ListRequest) -> tuple[str, tuple[Value, ...]]:
    """Return the whole list as SQL with its bound values, for a download that is streamed.

    Where only ids would order it, a whole list comes as the file holds it: no sort has to be held in memory.
    """
    query = _query(snapshot, listed, request)
    names = ", ".join(identifier(name) for name in request.columns) or _everything(listed, query)
    if request.limit is None and not (request.sort or request.text or request.after) and listed.has_no_order:
        return f"select {names} from {query.filtered}", query.filtered_values
    return _limited(f"select {names} from {query.paged}", request.limit), query.paged_values


def _page_sql(listed: ListView, request: ListRequest, query: _Query, further: int) -> str:
    """Return the SQL of one page and so many rows more, with the columns that the next page's token needs."""
    selected = _selected(listed, request, query)
    if _is_ranked_first(listed, query) and not request.columns:
        selected = f"{listed.view}.{selected}, relevance"
    return _rows_sql(listed, request, query, selected, further)


def _told_sql(listed: ListView, request: ListRequest, query: _Query) -> str:
    """Return the SQL of one page with the columns that the answer holds and no others."""
    selected = ", ".join(identifier(name) for name in request.columns)
    if not selected and _is_ranked_first(listed, query):
        selected = f"{listed.view}.{_everything(listed, query, keep_relevance=True)}"
    return _rows_sql(listed, request, query, selected or _everything(listed, query), 0)


def _is_ranked_first(listed: ListView, query: _Query) -> bool:
    return query.has_relevance and not listed.is_computed


def _rows_sql(listed: ListView, request: ListRequest, query: _Query, selected: str, further: int) -> str:
    """Return the SQL of one page of these columns and so many rows more.

    A search finds and ranks by few columns first, and then reads the wide rows of that page only.
    """
    if not _is_ranked_first(listed, query):
        return _limited(f"select {selected} from {query.paged}", request.limit, further)
    key = ", ".join(identifier(name) for name in listed.key)
    best = _limited(f"select {key}, relevance from {query.paged}", request.limit, further)
    return f"select {selected} from {listed.view} inner join ({best}) as best using ({key}){query.ordered}"


def sentence_of(snapshot: Snapshot, listed: ListView, request: ListRequest) -> str:
    """Return what the list holds, in words; of a search without a word to look for it says nothing."""
    return sentence(
        listed, request.chosen, "" if is_wordless(snapshot, listed, request) else request.text, request.sort
    )


def is_wordless(snapshot: Snapshot, listed: ListView, request: ListRequest) -> bool:
    """Return whether a search is asked for of which no word is left to look for, so that it leaves out no row."""
    return bool(request.text.strip()) and _search(snapshot, listed, request) is None


def _search(snapshot: Snapshot, listed: ListView, request: ListRequest) -> Search | None:
    return search_for(snapshot, request.text, *listed.search) if listed.search and request.text.strip() else None


def _query(snapshot: Snapshot, listed: ListView, request: ListRequest) -> _Query:
    search = _search(snapshot, listed, request)
    order = _order(snapshot, listed, request, by_relevance=search is not None)
    last = read_token(request.after, _token_of(snapshot, listed, request, order)) if request.after else []
    source, values, conditions = _source(listed, request.chosen)
    return _Query(
        source=source + (search.join if search else ""),
        source_values=values + (search.words if search else ()),
        conditions=conditions,
        place=[
            *(chosen.condition(value) for chosen, value in request.within),
            *([rows_after(order, last)] if last else []),
        ],
        order=order,
        last=last,
        has_relevance=search is not None,
    )


def _source(listed: ListView, chosen: Sequence[Choice]) -> tuple[str, tuple[Value, ...], list[Condition]]:
    """Return what a list is read from, with the values bound to it, and the conditions of its rows.

    Rows that have sides are read side by side: DuckDB would make all pairs of a question to find those of one claim.
    """
    sided = next((each for each, _ in chosen if each.sides), None)
    if not sided:
        return listed.view, (), _conditions(chosen)
    parts = [_conditions([(side if each is sided else each, value) for each, value in chosen]) for side in sided.sides]
    union = " union all ".join(f"select * from {listed.view}{_where(part)}" for part in parts)
    return f"({union}) as {listed.view}", tuple(value for part in parts for value in _values(part)), []


def _token_of(snapshot: Snapshot, listed: ListView, request: ListRequest, order: Sequence[SortColumn]) -> TokenOf:
    """Return what the tokens of a list belong to: a page may have other columns and another length than the last."""
    asked = sorted(f"{each.parameter}={value}" for each, value in request.chosen)
    return TokenOf(snapshot.build_id, listed.name, "&".join([*asked, f"q={request.text}"]), order)


def _order(snapshot: Snapshot, listed: ListView, request: ListRequest, by_relevance: bool) -> list[SortColumn]:
    """Return the asked order, completed by the key so that no two rows share a place; a search has the best fit first.

    A token holds the words of its search by their relevance only: it is refused where the order is another.
    """
    columns = {column.name: column for column in snapshot.columns(listed.view)}
    if by_relevance and not request.sort:
        first = [SortColumn(RELEVANCE, descending=True, may_be_null=False)]
        return first + [SortColumn(columns[name], may_be_null=False) for name in listed.key]
    asked = [*(request.sort or listed.default_sort)]
    named = {name.lstrip("-") for name in asked}
    asked += [name for name in listed.key if name not in named]
    return [_sort_column(columns[name.lstrip("-")], name, listed) for name in asked]


def _sort_column(column: Column, spelling: str, listed: ListView) -> SortColumn:
    return SortColumn(column, spelling.startswith("-"), may_be_null=column.name not in listed.key)


def _selected(listed: ListView, request: ListRequest, query: _Query) -> str:
    """Return the columns of a page, with those that the next page's token needs."""
    if not request.columns:
        return _everything(listed, query, keep_relevance=True)
    further = [each.column.name for each in query.order if each.column.name not in request.columns]
    return ", ".join(identifier(name) for name in [*request.columns, *further])


def _everything(listed: ListView, query: _Query, keep_relevance: bool = False) -> str:
    left_out = [*listed.on_request] + (["relevance"] if query.has_relevance and not keep_relevance else [])
    return f"* exclude ({', '.join(left_out)})" if left_out else "*"


def _where(conditions: Sequence[Condition]) -> str:
    return " where " + " and ".join(each.sql for each in conditions) if conditions else ""


def _values(conditions: Sequence[Condition]) -> tuple[Value, ...]:
    return tuple(value for each in conditions for value in each.values)


def _limited(sql: str, limit: int | None, further: int = 0) -> str:
    return sql if limit is None else f"{sql} limit {limit + further}"


def _cut(
    rows: list[Row], snapshot: Snapshot, listed: ListView, request: ListRequest, order: Sequence[SortColumn]
) -> tuple[list[Row], str]:
    """Return the page's rows without the one read ahead, and the token of the next page where there is one."""
    after = ""
    if request.limit is not None and len(rows) > request.limit:
        rows = rows[: request.limit]
        after = write_token(_token_of(snapshot, listed, request, order), rows[-1])
    if request.columns:
        return [{name: row[name] for name in request.columns} for row in rows], after
    if request.text:
        return [{name: value for name, value in row.items() if name != RELEVANCE.name} for row in rows], after
    return rows, after


def _total(snapshot: Snapshot, query: _Query) -> int:
    counted = f"select count(*) as total from {query.filtered}"
    return int(str(snapshot.rows(counted, query.filtered_values)[0]["total"]))


def _facet(snapshot: Snapshot, query: _Query, name: str) -> tuple[list[Row], int]:
    """Return the most frequent values that a column takes in the filtered list with their counts, the first ones first.

    And how many further values it takes.
    """
    counted = f"select {identifier(name)} as value, count(*) as count from {query.filtered} group by all"
    ranked = f"order by count desc, value nulls last limit {FACET_VALUES}"
    found = f"select value, count, count(*) over () as value_count from ({counted}) {ranked}"
    rows = snapshot.rows(found, query.filtered_values)
    further = int(str(rows[0]["value_count"])) - len(rows) if rows else 0
    return [{"value": row["value"], "count": row["count"]} for row in rows], further


def count_options(snapshot: Snapshot, listed: ListView, request: ListRequest, options: Sequence[Option]) -> list[int]:
    """Return how many rows each option leaves, all filters of other columns kept; in one pass over the rows."""
    if not options:
        return []
    query = _query(snapshot, listed, replace(request, chosen=(), after=""))
    conditions = [_conditions([*_of_others(request, column), *choices]) for column, choices in options]
    counted = ", ".join(f"count(*) filter ({_where(each).strip() or 'where true'})" for each in conditions)
    values = tuple(value for each in conditions for value in _values(each))
    counts = snapshot.rows(f"select [{counted}] as counts from {query.filtered}", (*values, *query.filtered_values))
    return [int(count) for count in counts[0]["counts"]]  # type: ignore[attr-defined]  # a list of DuckDB's


def count_values(
    snapshot: Snapshot, listed: ListView, request: ListRequest, columns: Sequence[str]
) -> dict[str, list[Row]]:
    """Return the most frequent values of each column and how often, all filters of other columns kept; in one query."""
    parts, values = [], []
    for column in columns:
        query = _query(snapshot, listed, replace(request, chosen=tuple(_of_others(request, column)), after=""))
        name = identifier(column)
        ranked = f"group by all order by count desc, value nulls last limit {FACET_VALUES}"
        parts.append(f"(select ? as facet, {name} as value, count(*) as count from {query.filtered} {ranked})")
        values += [column, *query.filtered_values]
    rows = snapshot.rows(" union all ".join(parts), values)
    return {column: [row for row in rows if row["facet"] == column] for column in columns}


def _of_others(request: ListRequest, column: str) -> list[Choice]:
    return [choice for choice in request.chosen if choice[0].column.name != column]


def _conditions(choices: Sequence[Choice]) -> list[Condition]:
    return [chosen.condition(value) for chosen, value in choices]
