"""Filters over a view's columns: each one object yields its parameter's name, its SQL and its description.

The SQL that runs, the sentence above the list, the API's parameters and the dashboard's filter form all come from
these objects, so that they cannot part.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cache

from analytics.view_columns import Column, Kind

Value = str | int | float | bool | date | datetime | None


@dataclass(frozen=True)
class Operator:
    """What a suffix such as `gte` in `ratio__gte` means, in SQL and in the words that describe it."""

    name: str
    sql: str
    words: str
    kinds: frozenset[Kind]


_ORDERED: frozenset[Kind] = frozenset({"text", "integer", "number", "date", "timestamp"})
_NAMED: frozenset[Kind] = _ORDERED | {"boolean"}
_ANY: frozenset[Kind] = _NAMED | {"other"}

OPERATORS = (
    Operator("eq", "{column} = ?", "equal to", _NAMED),
    Operator("ne", "{column} is distinct from ?", "other than", _NAMED),
    Operator("gt", "{column} > ?", "above", _ORDERED),
    Operator("gte", "{column} >= ?", "at least", _ORDERED),
    Operator("lt", "{column} < ?", "below", _ORDERED),
    Operator("lte", "{column} <= ?", "at most", _ORDERED),
    Operator("in", "{column} in ({marks})", "one of these:", _ORDERED),
    Operator("contains", "contains(lower({column}), lower(?))", "containing", frozenset({"text"})),
    Operator("isnull", "{column} is null", "null (`true`) or not (`false`):", _ANY),
)

# Of a column that holds several names in one text one of the names is asked for, whole, so that “Times” does not stand
# for “Evening Times” as well.
_NAMING = Operator(
    "contains",
    "contains('; ' || lower({column}) || '; ', '; ' || lower(?) || '; ')",
    "naming",
    frozenset({"text"}),
)

# A text that holds a date or moment in ISO 8601 is asked for by a year, month, day or moment: 2024-10-30 stands for all
# of that day, whose moments begin with it. `~` comes behind every character that may follow.
MOMENT_ENDINGS = ("_at", "as_of")
_IN_PERIOD = {
    "eq": "starts_with({column}, ?)",
    "ne": "starts_with({column}, ?) is distinct from true",
    "gt": "{column} > ? || '~'",
    "lte": "{column} < ? || '~'",
    "in": "list_bool_or([starts_with({column}, period) for period in [{marks}]])",
}


@dataclass(frozen=True)
class Condition:
    """One condition that a row must meet: SQL with `?` for each bound value."""

    sql: str
    values: tuple[Value, ...] = ()


@dataclass(frozen=True)
class Filter:
    """One column with one operator.

    `sides` are the filters of which each row that is asked for meets one and no row two; none where it is plain.
    """

    column: Column
    operator: Operator
    sides: tuple["Filter", ...] = ()

    @property
    def parameter(self) -> str:
        """Return the query parameter: `ratio__gte`, or the bare column name for equality."""
        return self.column.name if self.operator.name == "eq" else f"{self.column.name}__{self.operator.name}"

    @property
    def takes_list(self) -> bool:
        """Return whether the parameter takes several values."""
        return self.operator.name == "in"

    @property
    def names_one(self) -> bool:
        """Return whether the parameter takes one of the several names that the column holds in one text."""
        return self.operator is _NAMING

    @property
    def takes_moment(self) -> bool:
        """Return whether the parameter takes a year, month, day or moment as the text that the column holds."""
        return self.kind == "text" and self.operator.name != "contains" and is_moment(self.column)

    @property
    def kind(self) -> Kind:
        """Return the kind of value that the parameter takes; `isnull` takes a boolean whatever the column holds."""
        return "boolean" if self.operator.name == "isnull" else self.column.kind

    @property
    def description(self) -> str:
        """Return one sentence for the parameter: what it asks of the column, and what the column holds."""
        period = "A year, month or day stands for the whole of it. " if self.takes_moment else ""
        asked = f"Rows whose `{self.column.name}` is {self.operator.words} this value."
        return f"{asked} {period}{self.column.comment}".strip()

    def condition(self, value: Value | list[Value]) -> Condition:
        """Return the condition that this filter puts on rows, for values of the column's kind."""
        if self.operator.name == "isnull":
            return self._presence(bool(value))
        values = tuple(value) if isinstance(value, list) else (value,)
        sql = self.operator.sql.format(column=identifier(self.column.name), marks=", ".join("?" * len(values)))
        return Condition(sql, values)

    def _presence(self, is_null: bool) -> Condition:
        column = identifier(self.column.name)
        return Condition(f"{column} is null" if is_null else f"{column} is not null")


@cache
def filters_of(columns: tuple[Column, ...]) -> tuple[Filter, ...]:
    """Return every filter that the columns' types allow, column by column."""
    return tuple(
        Filter(column, _meant(operator, column))
        for column in columns
        for operator in OPERATORS
        if column.kind in operator.kinds
    )


def is_moment(column: Column) -> bool:
    """Return whether a column holds dates or moments."""
    return column.name.endswith(MOMENT_ENDINGS)


def _meant(operator: Operator, column: Column) -> Operator:
    if operator.name in _IN_PERIOD and column.kind == "text" and is_moment(column):
        return replace(operator, sql=_IN_PERIOD[operator.name])
    return _NAMING if operator.name == _NAMING.name and column.holds_names else operator


def filter_of(columns: tuple[Column, ...], parameter: str) -> Filter:
    """Return the filter of a parameter; one of a name that only `a_NAME` and `b_NAME` have asks for it at either."""
    known = {each.parameter: each for each in filters_of(columns)}
    return known.get(parameter) or _at_either(known[f"a_{parameter}"], known[f"b_{parameter}"], parameter)


def _at_either(one: Filter, other: Filter, name: str) -> Filter:
    ends = ", ".join(identifier(side.column.name) for side in (one, other))
    operator = Operator("eq", f"? in ({ends})", "equal to", _NAMED)
    return Filter(replace(one.column, name=name), operator, sides=(one, other))


def filter_by_claims(own: Column, asked: Column) -> Filter:
    """Return the filter of the rows that claims name by a column of their own: claims that hold a value in another."""
    name = identifier(own.name)
    named = Operator("eq", f"{name} in (select {name} from claim where {{column}} = ?)", "equal to", _NAMED)
    return Filter(asked, named)


def identifier(name: str) -> str:
    """Return a column's name as SQL writes it: bare where it is a plain word, else quoted."""
    if re.fullmatch(r"[a-z_][a-z0-9_]*", name):
        return name
    return '"' + name.replace('"', '""') + '"'


def literal(value: Value) -> str:
    """Return a value as a DuckDB literal, for SQL that a person reads and pastes."""
    if value is None:
        return "null"
    if isinstance(value, bool | int):
        return str(value).lower()
    if isinstance(value, float):
        # A bare 1.5 is a decimal to DuckDB and equals the double; infinity and 1e300 have no bare spelling.
        return repr(value) if math.isfinite(value) and "e" not in repr(value) else f"'{value!r}'::double"
    if isinstance(value, datetime):
        return f"timestamp '{value.isoformat(sep=' ')}'"
    if isinstance(value, date):
        return f"date '{value.isoformat()}'"
    return "'" + value.replace("'", "''") + "'"


def with_literals(sql: str, values: Iterable[Value]) -> str:
    """Return SQL with each `?` replaced by its value, so that it runs as it stands in any DuckDB shell."""
    waiting = iter(values)
    return re.sub(r"\?", lambda _: literal(next(waiting)), sql)


def spoken(value: Value | list[Value]) -> str:
    """Return one value, or several, as a person reads them."""
    return " or ".join(map(_spoken, value)) if isinstance(value, list) else _spoken(value)


def _spoken(value: Value) -> str:
    if isinstance(value, float):
        return f"{value:,.12g}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return str(value if value.time() != time.min else value.date())
    if value == "":
        return "“”"
    return f"{value:,}" if isinstance(value, int) else str(value)
