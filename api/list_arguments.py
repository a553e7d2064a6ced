"""The query parameters of a list, as a marshmallow schema made from the filters that its columns allow."""

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

import marshmallow as ma
from webargs.fields import DelimitedList

from analytics.filter_sentences import Choice
from analytics.filters import Filter, filters_of
from analytics.list_views import VERDICTS, ListView
from analytics.listing import ListRequest
from analytics.search import SEARCHED
from analytics.strict_json import INTEGER_BOUND
from analytics.view_columns import Column, Kind
from api.plain_numbers import PlainInteger, PlainNumber, UtcMoment
from api.row_schemas import AnyField, StrictSchema, described

DEFAULT_LIMIT = 50
LARGEST_LIMIT = 1000
LONGEST_TEXT = 2000
LONGEST_LIST = 100
COMBINATIONS_KEPT = 500
EQUAL = "__eq"
SEARCHING = "q"
# Parameters that are no filters.
SHAPING = frozenset({"limit", "next", "total", "sort", "columns", "facets", SEARCHING})
# Those that a file has no place for the answer to.
ON_PAGES_ONLY = ("total", "facets")
ROWS_ONLY = "A file holds rows only: ask the page in JSON for this."


def chooses_rows(name: str) -> bool:
    """Return whether a parameter of a list chooses its rows, instead of giving them another shape."""
    return name == SEARCHING or name not in SHAPING


def without_nul(metadata: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return a text field's metadata with the pattern that `readable` holds it to."""
    return {**(metadata or {}), "pattern": "^[^\\u0000]*$"}


def readable(text: str) -> None:
    """Refuse a text that DuckDB could not have stored."""
    if "\0" in text:
        raise ma.ValidationError("The NUL character stands in no text.")


class TextList(DelimitedList):
    """Texts between commas; of a list that is empty it says what a text must be."""

    def _deserialize(self, value: object, *given: Any, **named: Any) -> Any:  # noqa: ANN401  # as marshmallow's
        return [self.inner.deserialize("")] if value == "" else super()._deserialize(value, *given, **named)


# Of ISO 8601: a year, a month, a day, or a moment with or without its zone.
_PERIOD = (
    r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])"
    r"(T\d{2}(:\d{2}(:\d{2}(\.\d{1,9})?)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$"
)
_NO_PERIOD = "Not a day such as 2026-03-01, nor a month (2026-03), a year, or a moment (2026-03-01T10:30:00Z)."
_TEXT = (readable, ma.validate.Length(max=LONGEST_TEXT))
_NAMED = ma.validate.Length(min=1, error="Name a value here.")


def _text_field(metadata: Mapping[str, str] | None = None, may_be_empty: bool = True) -> AnyField:
    return ma.fields.String(validate=_TEXT if may_be_empty else (*_TEXT, _NAMED), metadata=without_nul(metadata))


_FIELDS: Mapping[Kind, Callable[..., AnyField]] = {
    "text": _text_field,
    "integer": lambda **more: PlainInteger(
        validate=ma.validate.Range(-INTEGER_BOUND, INTEGER_BOUND),
        error_messages={"invalid": "Not a whole number such as 1000."},
        **more,
    ),
    "number": lambda **more: PlainNumber(error_messages={"invalid": "Not a number such as 1000 or 2.5."}, **more),
    "boolean": ma.fields.Boolean,
    "date": ma.fields.Date,
    "timestamp": UtcMoment,
}


class ListArguments(StrictSchema):
    """A schema of hundreds of parameters, all optional: it looks only at those that are given.

    `column__eq` is taken for `column`, of which it is the long form.
    """

    def load(self, data: Any, **named: Any) -> Any:  # noqa: ANN401  # as marshmallow's
        """Return the loaded parameters; raises ValidationError as any schema does."""
        data = self._in_short_form(data)
        given = frozenset(data)
        if len(given) < len(self.fields) and given <= self.fields.keys():
            return _only(type(self), given).load(data, **named)
        return super().load(data, **named)

    def _in_short_form(self, data: Mapping[str, Any]) -> Mapping[str, Any]:
        filters = self.fields.keys() - SHAPING
        short = {name: name.removesuffix(EQUAL) for name in data if name.removesuffix(EQUAL) in filters}
        twice = {name: ["Given more than once."] for name, plain in short.items() if name != plain and plain in data}
        if twice:
            raise ma.ValidationError(twice)
        return {short.get(name, name): value for name, value in data.items()}


class FileArguments(ListArguments):
    """The parameters of a list's files."""

    def _unknown(self, name: str) -> str:
        return ROWS_ONLY if name in ON_PAGES_ONLY else super()._unknown(name)


@lru_cache(maxsize=COMBINATIONS_KEPT)
def _only(schema: type[ma.Schema], names: frozenset[str]) -> ma.Schema:
    """Return a schema of these fields alone, in their own order: what is loaded is told in this order."""
    fields = {name: field for name, field in schema._declared_fields.items() if name in names}
    return StrictSchema.from_dict(fields, name=schema.__name__)()


@cache
def list_arguments(listed: ListView, columns: tuple[Column, ...]) -> type[ma.Schema]:
    """Return the schema of a list's query parameters: paging, search, sort, columns and every filter."""
    fields: dict[str, AnyField] = {**_paging(), **_shaping(listed, columns)}
    for each in filters_of(columns):
        fields[each.parameter] = _filter_field(each)
    return ListArguments.from_dict(fields, name=listed.name.capitalize() + "Arguments")


@cache
def file_arguments(of_pages: type[ma.Schema]) -> type[ma.Schema]:
    """Return the schema of the parameters of a list's files, given that of its pages."""
    kept = {name: field for name, field in of_pages._declared_fields.items() if name not in ON_PAGES_ONLY}
    return FileArguments.from_dict(kept, name=of_pages.__name__)


def choosing_parameters(listed: ListView, columns: tuple[Column, ...]) -> tuple[str, ...]:
    """Return the parameters that choose a list's rows: its search, and every filter of its columns."""
    return tuple(filter(chooses_rows, list_arguments(listed, columns)._declared_fields))


def list_request(
    columns: tuple[Column, ...],
    arguments: Mapping[str, Any],
    default_limit: int | None,
    given: Sequence[Choice] = (),
) -> ListRequest:
    """Return what loaded arguments ask of a list.

    `default_limit` None gives all rows; `given` are filters that the address itself states, and may state again.
    """
    known = _by_parameter(columns)
    named = [(known[name], value) for name, value in arguments.items() if name in known]
    chosen = [choice for choice in named if choice not in given]
    return ListRequest(
        chosen=(*given, *chosen),
        text=arguments.get("q", ""),
        sort=tuple(arguments.get("sort", ())),
        limit=arguments.get("limit", default_limit),
        after=arguments.get("next", ""),
        columns=tuple(dict.fromkeys(arguments.get("columns", ()))),
        with_total=arguments.get("total", False),
        facets=tuple(arguments.get("facets", ())),
    )


@cache
def _by_parameter(columns: tuple[Column, ...]) -> dict[str, Filter]:
    return {each.parameter: each for each in filters_of(columns)}


_LIMITED = f"From 1 to {LARGEST_LIMIT}; the files (.csv, .ndjson, .parquet) hold all rows at once."


def _paging() -> dict[str, AnyField]:
    return {
        "limit": PlainInteger(
            validate=ma.validate.Range(1, LARGEST_LIMIT, error=_LIMITED),
            error_messages={"invalid": f"Not a whole number. {_LIMITED}"},
            metadata=described(
                f"How many rows, 1 to {LARGEST_LIMIT}: {DEFAULT_LIMIT} on a page by default; a download holds all."
            ),
        ),
        "next": _text_field(described("The token that the page before gave as `next`.")),
        "total": ma.fields.Boolean(metadata=described("`true` counts the whole list into `meta.total`.")),
    }


def _shaping(listed: ListView, columns: tuple[Column, ...]) -> dict[str, AnyField]:
    plain = [column.name for column in columns if column.kind != "other"]
    countable = [column.name for column in columns if column.kind in {"text", "boolean"}]
    fields: dict[str, AnyField] = {
        "sort": _names(
            [sign + name for name in plain for sign in ("", "-")], "Columns to sort by; `-` turns one round.", each_once
        ),
        "columns": _names([column.name for column in columns], "The columns to return; all by default."),
        "facets": _names(countable, "Columns whose most frequent values are counted into `meta.facets`."),
    }
    if listed.search:
        searched = SEARCHED[listed.search[0]]
        words = f"Words that must all occur in {searched}, singular or plural; unless `sort` is given, best fit first."
        fields["q"] = _FIELDS["text"](metadata=described(words))
    return fields


def each_once(names: Sequence[str]) -> None:
    """Refuse an order that names a column twice, in whichever direction."""
    plain = [name.removeprefix("-") for name in names]
    twice = [name for name in dict.fromkeys(plain) if plain.count(name) > 1]
    if twice:
        raise ma.ValidationError(f"Named more than once: {', '.join(f'`{name}`' for name in twice)}.")


class KnownName(ma.validate.OneOf):
    """One of many names; the refusal says which are near, and all only where none is."""

    def __call__(self, value: Any) -> Any:  # noqa: ANN401  # as marshmallow's
        """Return the name; raises ValidationError for another."""
        if value in self.choices:
            return value
        stem = str(value).lower().replace(":", " ").strip("-").split(" ")[0]
        near = difflib.get_close_matches(stem, [str(each) for each in self.choices], n=2, cutoff=0.7)
        known = " or ".join(f"`{each}`" for each in near) if near else ""
        plain = ", ".join(str(each) for each in self.choices if not str(each).startswith("-"))
        raise ma.ValidationError(f"Unknown: did you mean {known}?" if known else f"Unknown; there are {plain}.")


def _names(allowed: Sequence[str], description: str, *further: Callable[[Sequence[str]], None]) -> AnyField:
    return DelimitedList(
        ma.fields.String(validate=KnownName(allowed)),
        validate=(ma.validate.Length(min=1, error="Name a column here."), *further),
        metadata=described(description),
    )


def _filter_field(each: Filter) -> AnyField:
    if each.column.name == "verdict" and each.operator.name in {"eq", "ne", "in"}:
        one: AnyField = ma.fields.String(validate=KnownName(VERDICTS), metadata=described(each.description))
    elif each.takes_moment:
        period = ma.validate.Regexp(_PERIOD, flags=re.ASCII, error=_NO_PERIOD)
        one = ma.fields.String(validate=period, metadata={**described(each.description), "pattern": _PERIOD})
    elif each.takes_list and each.kind == "text":
        one = _text_field(described(each.description), may_be_empty=False)
    else:
        one = _FIELDS[each.kind](metadata=described(each.description))
    if not each.takes_list:
        return one
    kind = TextList if each.kind == "text" else DelimitedList
    return kind(
        one,
        validate=ma.validate.Length(min=1, max=LONGEST_LIST),
        metadata=described(each.description),
    )
