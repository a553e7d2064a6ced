"""Lists of a view's rows: filtered, searched, sorted and paged; each with the SQL that made it and what it holds."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from analytics.filter_sentences import Choice, sentence
from analytics.filters import Condition, Value, identifier, text_conditions, with_literals
from analytics.keyset import SortColumn, read_token, rows_after, write_token
from analytics.list_views import ListView
from analytics.reading import Row, Snapshot
from analytics.view_columns import Column

FACET_VALUES = 20


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


@dataclass(frozen=True)
class Page:
    """One page of a list; `after` is the token of the page that follows, empty on the last."""

    rows: list[Row]
    after: str
    sql: str
    sentence: str
    total: int | None = None
    facets: dict[str, list[Row]] = field(default_factory=dict)


def list_rows(snapshot: Snapshot, listed: ListView, request: ListRequest) -> Page:
    """Return one page. Raises StaleTokenError for the token of another build, BadTokenError for one that is none."""
    order = _order(snapshot, listed, request)
    conditions = _conditions(listed, request)
    place = _place(snapshot, listed, request, order)
    sql = _select(listed, request, [*conditions, *place], order)
    values = _values([*conditions, *place])
    rows, after = _cut(snapshot.rows(_limited(sql, request.limit, 1), values), snapshot, listed, request, order)
    return Page(
        rows=rows,
        after=after,
        sql=with_literals(_limited(sql, request.limit), values),
        sentence=sentence(listed, request.chosen, request.text, request.sort),
        total=_total(snapshot, listed, conditions) if request.with_total else None,
        facets={name: _facet(snapshot, listed, conditions, name) for name in request.facets},
    )


def listing_query(snapshot: Snapshot, listed: ListView, request: ListRequest) -> tuple[str, tuple[Value, ...]]:
    """Return the whole list as SQL with its bound values, for a download that is streamed."""
    order = _order(snapshot, listed, request)
    conditions = [*_conditions(listed, request), *_place(snapshot, listed, request, order)]
    shown = _select(listed, request, conditions, order, keep_key=False)
    return _limited(shown, request.limit), _values(conditions)


def _order(snapshot: Snapshot, listed: ListView, request: ListRequest) -> list[SortColumn]:
    """Return the asked order, completed by the key so that no two rows share a place."""
    columns = {column.name: column for column in snapshot.columns(listed.view)}
    asked = [*(request.sort or listed.default_sort)]
    named = {name.lstrip("-") for name in asked}
    asked += [name for name in listed.key if name not in named]
    return [_sort_column(columns[name.lstrip("-")], name, listed) for name in asked]


def _sort_column(column: Column, spelling: str, listed: ListView) -> SortColumn:
    return SortColumn(column, spelling.startswith("-"), may_be_null=column.name not in listed.key)


def _conditions(listed: ListView, request: ListRequest) -> list[Condition]:
    conditions = [chosen.condition(value) for chosen, value in request.chosen]
    return conditions + text_conditions(request.text, listed.text_columns)


def _place(snapshot: Snapshot, listed: ListView, request: ListRequest, order: Sequence[SortColumn]) -> list[Condition]:
    if not request.after:
        return []
    return [rows_after(order, read_token(request.after, snapshot.build_id, listed.name, order))]


def _select(
    listed: ListView,
    request: ListRequest,
    conditions: Sequence[Condition],
    order: Sequence[SortColumn],
    keep_key: bool = True,
) -> str:
    """Return the query. With `keep_key` it also selects the sort columns that the next page's token needs."""
    names = list(request.columns)
    if names and keep_key:
        names += [each.column.name for each in order if each.column.name not in names]
    everything = f"* exclude ({', '.join(listed.on_request)})" if listed.on_request else "*"
    selected = ", ".join(identifier(name) for name in names) or everything
    where = _where(conditions)
    return " ".join(
        ["select", selected, "from", listed.view + where, "order by", ", ".join(each.sql for each in order)]
    )


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
        after = write_token(snapshot.build_id, listed.name, order, rows[-1])
    if request.columns:
        rows = [{name: row[name] for name in request.columns} for row in rows]
    return rows, after


def _total(snapshot: Snapshot, listed: ListView, conditions: Sequence[Condition]) -> int:
    sql = ["select count(*) as total from", listed.view + _where(conditions)]
    return int(str(snapshot.rows(" ".join(sql), _values(conditions))[0]["total"]))


def _facet(snapshot: Snapshot, listed: ListView, conditions: Sequence[Condition], name: str) -> list[Row]:
    """Return the values that a column takes in the filtered list and how often, the most frequent first."""
    counted = ["select", identifier(name), "as value, count(*) as count from", listed.view + _where(conditions)]
    ranked = ["group by all order by count desc, value nulls last limit", str(FACET_VALUES)]
    return snapshot.rows(" ".join(counted + ranked), _values(conditions))
