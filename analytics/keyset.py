"""Paging by the place of the last row, not by counting rows: stable under ties and nulls, and fast on any page.

A page's `next` token names the build, the list with its filters and order, and the values of the sort columns in its
last row. The following page holds the rows after that place in the same total order. Nulls come last, whichever way a
column is sorted.
"""

import base64
import binascii
import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import UnionType
from typing import cast

from analytics.filters import Condition, Value, identifier
from analytics.reading import Row
from analytics.strict_json import read_json
from analytics.view_columns import Column

_FITTING: dict[str, type[object] | UnionType] = {"integer": int, "number": int | float, "boolean": bool}
_READERS: dict[str, Callable[[str], Value]] = {"timestamp": datetime.fromisoformat, "date": date.fromisoformat}
UNREADABLE = "This is no token that a list gave as its `next`."


class BadTokenError(ValueError):
    """A `next` token that no page gave, or that belongs to another list or order."""


class StaleTokenError(ValueError):
    """A `next` token of another build than the one that is read."""


@dataclass(frozen=True)
class SortColumn:
    """One column of the order."""

    column: Column
    descending: bool = False
    may_be_null: bool = True

    @property
    def sql(self) -> str:
        """Return the column as `order by` wants it."""
        direction = " desc" if self.descending else ""
        return identifier(self.column.name) + direction + (" nulls last" if self.may_be_null else "")

    def compared(self, ascending: str, descending: str) -> str:
        """Return the comparison with a bound value, one operator a direction; nulls come after every value."""
        name = identifier(self.column.name)
        comparison = f"{name} {descending if self.descending else ascending} ?"
        return f"({comparison} or {name} is null)" if self.may_be_null else comparison

    @property
    def spelling(self) -> str:
        """Return the column as the `sort` parameter spells it."""
        return ("-" if self.descending else "") + self.column.name


def rows_after(order: Sequence[SortColumn], last: Sequence[Value]) -> Condition:
    """Return the condition that a row comes after the place of these values in the order.

    (a, b) comes after (1, 2) where a > 1, or a = 1 and b > 2. The first column's own bound is stated once more on top,
    because DuckDB skips blocks of rows by such a bound and not by an `or`.
    """
    alternatives: list[Condition] = []
    ties: list[Condition] = []
    for column, value in zip(order, last, strict=True):
        beyond = _beyond(column, value)
        if beyond:
            alternatives.append(_all([*ties, beyond]))
        ties.append(_tie(column, value))
    if len(alternatives) == 1:
        return alternatives[0]
    either = " or ".join(f"({each.sql})" for each in alternatives) or "false"
    after = Condition(f"({either})", tuple(value for each in alternatives for value in each.values))
    return _all([_bound(order[0], last[0]), after])


@dataclass(frozen=True)
class TokenOf:
    """What a token belongs to: a build, a list, what is asked of it (filters and search as a text), and an order."""

    build_id: str
    listed: str
    asked: str
    order: Sequence[SortColumn]

    @property
    def spelled_order(self) -> str:
        """Return the order as the `sort` parameter spells it."""
        return ",".join(each.spelling for each in self.order)

    @property
    def mark(self) -> str:
        """Return what tells the filters from others."""
        return hashlib.sha256(self.asked.encode(errors="surrogatepass")).hexdigest()[:8]


def write_token(own: TokenOf, row: Row) -> str:
    """Return the opaque token for the rows after this one."""
    values = [row[each.column.name] for each in own.order]
    state = [own.build_id, own.listed, own.mark, own.spelled_order, values]
    return base64.urlsafe_b64encode(json.dumps(state, default=str).encode()).decode().rstrip("=")


def read_token(token: str, own: TokenOf) -> list[Value]:
    """Return the values that a token holds.

    Raises StaleTokenError where another build gave it, BadTokenError where it was not given for this list, these
    filters and this order.
    """
    given_build, given_list, given_mark, given_order, values = _decoded(token)
    other = "list" if given_list != own.listed else "sort order" if given_order != own.spelled_order else ""
    if given_build == own.build_id and not other and given_mark != own.mark:
        other = "set of filters"
    if other:
        raise BadTokenError(f"This token belongs to another {other}: leave out `next` to start again.")
    if given_build != own.build_id:
        raise StaleTokenError(f"This token is of build {given_build}; the list is now of build {own.build_id}.")
    return [_typed(each, value) for each, value in zip(own.order, values, strict=True)]


def token_values(token: str) -> list[Value]:
    """Return the values that a token holds, whatever list gave it; raises BadTokenError for what is none."""
    return _decoded(token)[-1]


def _decoded(token: str) -> tuple[str, str, str, str, list[Value]]:
    """Return the build, the list, the mark of the filters, the order and the values that a token names."""
    try:
        padded = token.encode("ascii") + b"=" * (-len(token) % 4)
        state = read_json(base64.b64decode(padded, altchars=b"-_", validate=True))
        build_id, listed, mark, order, values = cast("tuple[str, str, str, str, list[Value]]", state)
        if len(values) != len(order.split(",")):
            raise ValueError(token)
    except (ValueError, TypeError, AttributeError, binascii.Error) as problem:
        raise BadTokenError(UNREADABLE) from problem
    return build_id, listed, mark, order, values


def _typed(each: SortColumn, value: Value) -> Value:
    """Return a value that went through JSON as the column's own kind; none is missing where the column has them all."""
    column = each.column
    if value is None:
        if not each.may_be_null:
            raise BadTokenError(UNREADABLE)
        return None
    # To Python `true` is an integer as well.
    is_out_of_place = isinstance(value, bool) and column.kind != "boolean"
    if is_out_of_place or not isinstance(value, _FITTING.get(column.kind, str)):
        raise BadTokenError(UNREADABLE)
    try:
        return _READERS[column.kind](str(value)) if column.kind in _READERS else value
    except ValueError as problem:
        raise BadTokenError(UNREADABLE) from problem


def _beyond(each: SortColumn, value: Value) -> Condition | None:
    if value is None:
        return None
    return Condition(each.compared(">", "<"), (value,))


def _tie(each: SortColumn, value: Value) -> Condition:
    name = identifier(each.column.name)
    return Condition(f"{name} is null") if value is None else Condition(f"{name} = ?", (value,))


def _bound(first: SortColumn, value: Value) -> Condition:
    return _tie(first, value) if value is None else Condition(first.compared(">=", "<="), (value,))


def _all(conditions: Sequence[Condition]) -> Condition:
    return Condition(
        " and ".join(each.sql for each in conditions), tuple(value for each in conditions for value in each.values)
    )
