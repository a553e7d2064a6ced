"""Marshmallow schemas of what the API returns, made from the columns of the published views."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from typing import Any, Self, TypeAlias

import marshmallow as ma

from analytics.list_views import ListView
from analytics.view_columns import Column, Kind
from api.argument_names import names_meant

AnyField: TypeAlias = ma.fields.Field[Any]

_FIELDS: Mapping[Kind, Callable[..., AnyField]] = {
    "text": ma.fields.String,
    "integer": ma.fields.Integer,
    "number": ma.fields.Float,
    "boolean": ma.fields.Boolean,
    "date": ma.fields.Date,
    "timestamp": ma.fields.DateTime,
    "other": ma.fields.Raw,
}


def described(text: str) -> dict[str, str]:
    """Return the metadata that puts a description into OpenAPI."""
    return {"description": text} if text else {}


_UNKNOWN = "Unknown field."
_FILES = frozenset({"format", "export", "download", "output"})


class StrictSchema(ma.Schema):
    """A schema that knows all its fields: anything else is refused, with the name that may have been meant."""

    class Meta:
        """Refuse what the schema does not name."""

        unknown = ma.RAISE

    def __deepcopy__(self, _memo: dict[int, Any]) -> Self:
        """Give itself, for nothing changes a schema: flask-smorest copies all that it knows of a route twenty times."""
        return self

    def handle_error(self, error: ma.ValidationError, data: Any, **_: Any) -> None:  # noqa: ANN401  # as marshmallow's
        """Say of each unknown field which one is near."""
        if isinstance(error.messages, dict):
            for name, messages in error.messages.items():
                if messages == [_UNKNOWN]:
                    error.messages[name] = [self._unknown(str(name))]

    def _unknown(self, name: str) -> str:
        if name.lower() in _FILES:
            return "Unknown: files have addresses of their own that end in .csv, .ndjson or .parquet."
        meant = " or ".join(f"`{each}`" for each in names_meant(name, self.fields))
        return f"Unknown: did you mean {meant}?" if meant else "Unknown here; /api/v1/docs lists what is."


class Problem(StrictSchema):
    """An answer that is no success (RFC 9457)."""

    type = ma.fields.String(required=True, metadata=described("The address that explains this kind of problem."))
    title = ma.fields.String(required=True, metadata=described("The kind of problem in a few words."))
    status = ma.fields.Integer(required=True, metadata=described("The HTTP status."))
    detail = ma.fields.String(required=True, metadata=described("What happened in this case and what to do."))
    instance = ma.fields.String(
        required=True, metadata=described("The path that was asked for; empty where the request could not be read.")
    )
    request_id = ma.fields.String(
        required=True, allow_none=True, metadata=described("The id of this request in the server's log.")
    )
    errors = ma.fields.List(
        ma.fields.Dict(keys=ma.fields.String(), values=ma.fields.String()),
        metadata=described("Each argument that cannot be used, by its path, with what it must be."),
    )


class AnswerMeta(StrictSchema):
    """Where an answer comes from."""

    build_id = ma.fields.String(required=True, metadata=described("The build that every row of the answer is of."))
    sql = ma.fields.String(metadata=described("The SQL that gives these rows in any DuckDB shell."))
    sentence = ma.fields.String(metadata=described("What the list holds, in words."))
    limit = ma.fields.Integer(metadata=described("How many rows a page holds at most."))
    total = ma.fields.Integer(metadata=described("How many rows the whole list has; only with `total=true`."))
    facets = ma.fields.Dict(metadata=described("For each column in `facets`, its most frequent values and counts."))
    facets_left_off = ma.fields.Dict(
        keys=ma.fields.String(),
        values=ma.fields.Integer(),
        metadata=described("For each column in `facets`, how many rarer values it has beside those in `facets`."),
    )
    hint = ma.fields.String(
        metadata=described(
            "That no word of `q` was left to look for; of an empty list the names in its filters that no row has, and "
            "what may be meant."
        )
    )


def meta_field() -> AnyField:
    """Return the field of an answer that says where it comes from."""
    return ma.fields.Nested(AnswerMeta, required=True, metadata=described("Where the answer comes from."))


@cache
def row_schema(listed: ListView, columns: tuple[Column, ...]) -> type[ma.Schema]:
    """Return the schema of one row of a view; it bears the view's name."""
    fields = fields_of(columns, listed.key)
    return StrictSchema.from_dict(fields, name=_class_name(listed.view))


@cache
def list_schema(listed: ListView, columns: tuple[Column, ...]) -> type[ma.Schema]:
    """Return the schema of a page of a list."""
    row = row_schema(listed, columns)
    fields: dict[str, AnyField] = {
        "data": ma.fields.List(ma.fields.Nested(row), required=True, metadata=described(f"The {listed.name}.")),
        "next": ma.fields.String(
            required=True, allow_none=True, metadata=described("The token of the next page; null on the last.")
        ),
        "next_url": ma.fields.String(
            required=True, allow_none=True, metadata=described("The address of the next page; null on the last.")
        ),
        "meta": meta_field(),
    }
    return StrictSchema.from_dict(fields, name=_class_name(listed.view) + "List")


def object_schema(name: str, parts: Mapping[str, AnyField]) -> type[ma.Schema]:
    """Return the schema of an answer with these parts and its `meta`."""
    fields: dict[str, AnyField] = {**parts, "meta": meta_field()}
    return StrictSchema.from_dict(fields, name=name)


def fields_of(columns: Iterable[Column], key: Collection[str]) -> dict[str, AnyField]:
    """Return a field for each column, with its type and its comment; those of the key are never null."""
    return {
        column.name: _FIELDS[column.kind](allow_none=column.name not in key, metadata=described(column.comment))
        for column in columns
    }


def _class_name(view: str) -> str:
    return "".join(part.capitalize() for part in view.split("_"))
