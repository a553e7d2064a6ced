"""Claims files (NDJSON, CSV, Parquet) and how their columns become the columns of raw_claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from analytics.build_error import BuildError, first_line
from analytics.sql_text import named, quoted

TEXT_FIELDS = (
    "claim_id", "document_id", "source", "claimant", "claimant_affiliation", "kind", "quote", "measure", "counted",
    "actor", "predicate", "place", "as_of", "as_of_basis", "reported_at", "hedge", "unit", "trend", "relative_to",
    "restates", "polarity", "extractor", "denies", "replaces", "said_through",
)  # fmt: skip
NUMBER_FIELDS = ("char_start", "char_end", "value", "low", "high", "confidence")
REQUIRED_FIELDS = ("source", "measure")
REQUIRED_ONE_OF = ("value", "low", "high", "polarity")

OTHER_NAMES = {"source": "truth_source"}
"""Columns that stand in for a field: files of settled results name who certified them `truth_source`."""

WHOLE_NUMBERS = {"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT"}
"""Types of columns that hold nothing but finite numbers."""

LONGEST_LINE = 64_000_000
"""Bytes of the longest line of JSON that is read; a claim has some hundreds."""


@dataclass(frozen=True, slots=True)
class ClaimsFile:
    """A claims file that was looked at.

    `rows` is SQL for its rows as they stand, numbered by `row_number`; `types` gives the type of each column, which is
    JSON for every key of an NDJSON file; `label` is what rejected rows call the file.
    """

    path: Path
    label: str
    rows: str
    types: dict[str, str]

    @property
    def is_json(self) -> bool:
        """Whether a row is one line of JSON."""
        return self.path.suffix.lower() in {".ndjson", ".jsonl"}

    @property
    def is_parquet(self) -> bool:
        """Whether the rows are typed and stored by column."""
        return self.path.suffix.lower() == ".parquet"

    @property
    def ignored_columns(self) -> list[str]:
        """The columns that are no field of a claim, in the order of the file."""
        fields = {*TEXT_FIELDS, *NUMBER_FIELDS, *(self.column(field) for field in OTHER_NAMES)}
        return [column for column in self.types if column not in fields]

    def column(self, field: str) -> str | None:
        """Name the column that holds a field, or give None."""
        if field in self.types:
            return field
        other = OTHER_NAMES.get(field)
        return other if other in self.types else None


def open_claims_file(connection: duckdb.DuckDBPyConnection, path: Path, label: str) -> ClaimsFile:
    """Look at a claims file: its format by its ending, and its columns.

    Raises BuildError where it is missing, unreadable, of another format or lacks a required column.
    """
    if not path.is_file():
        raise BuildError(f"{path}: there is no such claims file; check the spelling.")
    readers = {".ndjson": _json_lines, ".jsonl": _json_lines, ".csv": _csv, ".parquet": _parquet}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise BuildError(f"{path}: no claims file by its ending; claims come as .ndjson, .jsonl, .csv or .parquet.")
    try:
        rows, types = reader(connection, path)
    except duckdb.Error as error:
        kind = path.suffix[1:].lower()
        raise BuildError(f"{path}: cannot be read as {kind} ({first_line(error)}); save it again as UTF-8.") from error
    claims_file = ClaimsFile(path, label, rows, types)
    _require_columns(claims_file)
    return claims_file


def _json_lines(connection: duckdb.DuckDBPyConnection, path: Path) -> tuple[str, dict[str, str]]:
    """Read a file of JSON lines as lines: no line of JSON holds the bare control character 1."""
    longest = min(path.stat().st_size + 1024, LONGEST_LINE)
    lines = (
        f"read_csv({quoted(str(path))}, columns = {{'line': 'varchar'}}, header = false, auto_detect = false, "
        f"delim = '\x01', quote = '', escape = '', strict_mode = false, max_line_size = {longest})"
    )
    keys = connection.execute(
        f"select distinct unnest(json_keys(line)) as key from {lines} where json_type(line) = 'OBJECT' order by key"
        if path.stat().st_size
        else "select null where false"
    ).fetchall()
    return f"select row_number() over () as row_number, line from {lines}", {key: "JSON" for (key,) in keys}


def _csv(connection: duckdb.DuckDBPyConnection, path: Path) -> tuple[str, dict[str, str]]:
    reader = f"read_csv({quoted(str(path))}, all_varchar = true, header = true, null_padding = true, delim = ',')"
    return f"select row_number() over () as row_number, * from {reader}", _types(connection, reader)


def _parquet(connection: duckdb.DuckDBPyConnection, path: Path) -> tuple[str, dict[str, str]]:
    place = quoted(str(path))
    rows = (
        "select file_row_number + 1 as row_number, * exclude (file_row_number) "
        f"from read_parquet({place}, file_row_number = true)"
    )
    return rows, _types(connection, f"read_parquet({place})")


def _types(connection: duckdb.DuckDBPyConnection, reader: str) -> dict[str, str]:
    described = connection.execute(f"describe select * from {reader}").fetchall()
    return {row[0]: row[1] for row in described}


def _require_columns(claims_file: ClaimsFile) -> None:
    """Hold a file with any columns at all to the required ones; an empty file has no rows to speak of."""
    if not claims_file.types:
        return
    place = claims_file.path
    for field in REQUIRED_FIELDS:
        if claims_file.column(field) is None:
            raise BuildError(f"{place}: has no column {field}; every claims file needs source and measure.")
    if not any(field in claims_file.types for field in REQUIRED_ONE_OF):
        raise BuildError(f"{place}: has no column value, low, high or polarity; every claims file needs one of them.")


def load_claims(
    connection: duckdb.DuckDBPyConnection, extracted: Sequence[ClaimsFile], given: Sequence[ClaimsFile]
) -> None:
    """Make raw_claim hold the rows of all claims files, beside those that it has.

    Text is parsed once, into the table. Parquet is typed and fast to read: raw_claim becomes a view that reads it in
    place, so that large files are not written twice. Raises BuildError where a file turns out unreadable half-way.
    """
    parquet = [claims_file for claims_file in given if claims_file.is_parquet]
    for claims_file in [*extracted, *given]:
        if claims_file not in parquet:
            _insert(connection, claims_file, claims_file in extracted)
    if parquet:
        connection.execute("alter table raw_claim rename to raw_claim_of_text")
        sources = ["from raw_claim_of_text", *(_as_raw_claims(claims_file, False) for claims_file in parquet)]
        connection.execute(f"create view raw_claim as {' union all by name '.join(sources)}")


def _insert(connection: duckdb.DuckDBPyConnection, claims_file: ClaimsFile, is_extracted: bool) -> None:
    try:
        connection.execute(f"insert into raw_claim by name {_as_raw_claims(claims_file, is_extracted)}")
    except duckdb.Error as error:
        raise BuildError(
            f"{claims_file.path}: cannot be read ({first_line(error)}); save it again as UTF-8."
        ) from error


def _as_raw_claims(claims_file: ClaimsFile, is_extracted: bool) -> str:
    """Write the query that turns the rows of a file into rows of raw_claim."""
    texts = [f"{_text(claims_file, field)} as {field}" for field in TEXT_FIELDS]
    numbers = [f"{_number(claims_file, field)} as {field}" for field in NUMBER_FIELDS]
    return f"""
        select
            {quoted(claims_file.label)} as file, row_number, {is_extracted} as is_extracted,
            {"coalesce(json_type(line) = 'OBJECT', false)" if claims_file.is_json else "true"} as is_readable,
            {_no_numbers(claims_file)} as no_number,
            {", ".join(texts + numbers)}
        from ({_with_fields(claims_file)})
        """


def _with_fields(claims_file: ClaimsFile) -> str:
    """Spread the rows over one column a field: all fields of a line of JSON are taken out of it in one pass."""
    if not claims_file.is_json:
        return claims_file.rows
    fields = [column for column in claims_file.types if column not in claims_file.ignored_columns]
    paths = ", ".join(quoted(f'$."{field}"') for field in fields)
    columns = "".join(f", found[{place}] as {field}" for place, field in enumerate(fields, start=1))
    return (
        f"select row_number, line{columns} from (select row_number, if(json_valid(line), line, null) as line, "
        f"json_extract_string(if(json_valid(line), line, null), [{paths}]::varchar[]) as found "
        f"from ({claims_file.rows}) where trim(line) <> '')"
    )


def _text(claims_file: ClaimsFile, field: str) -> str:
    """Give a field as text: moments in ISO 8601, nested values as JSON, blanks as null."""
    column = claims_file.column(field)
    if column is None:
        return "null::varchar"
    written = claims_file.types[column]
    if written in {"JSON", "VARCHAR"}:
        return f"nullif(trim({column}), '')"
    if written == "TIMESTAMP WITH TIME ZONE":
        return f"strftime({column} at time zone 'UTC', '%Y-%m-%dT%H:%M:%S+00:00')"
    if written.startswith("TIMESTAMP"):
        return f"strftime({column}, '%Y-%m-%dT%H:%M:%S')"
    if written.startswith(("STRUCT", "MAP")) or written.endswith("[]"):
        return f"to_json({column})::varchar"
    return f"{column}::varchar"


def _number(claims_file: ClaimsFile, field: str) -> str:
    """Give a field as a finite number, null where it is none."""
    if field not in claims_file.types:
        return "null::double"
    if claims_file.types[field] in WHOLE_NUMBERS:
        return f"{field}::double"
    return f"case when isfinite(try_cast({field} as double)) then try_cast({field} as double) end"


def _no_numbers(claims_file: ClaimsFile) -> str:
    """Name the number fields of a row that are written but are no number, as `value: about ten`, else null."""
    complaints = [
        f"case when not coalesce(isfinite(try_cast({field} as double)), {field} is null or {field}::varchar = '') "
        f"then '{field}: ' || left({field}::varchar, 40) end"
        for field in NUMBER_FIELDS
        if claims_file.types.get(field, "INTEGER") not in WHOLE_NUMBERS
    ]
    return f"nullif(concat_ws(', ', {', '.join(complaints)}), '')" if complaints else "null::varchar"


def keep_raw_rows(connection: duckdb.DuckDBPyConnection, claims_file: ClaimsFile) -> None:
    """Put the rows that a rule set aside into raw_row, as their file has them."""
    broken = f"""
        select row_number from unfit_claim where file = {quoted(claims_file.label)}
        union all
        select row_number from repeated_claim where file = {quoted(claims_file.label)}
        """
    if connection.execute(f"select count(*) from ({broken})").fetchall() == [(0,)]:
        return
    packed = ", ".join(f"{named(column)} := {named(column)}" for column in claims_file.types)
    raw = "line" if claims_file.is_json else f"to_json(struct_pack({packed}))::varchar"
    connection.execute(
        f"""
        insert into raw_row by name
        select {quoted(claims_file.label)} as file, row_number, {raw} as raw
        from ({claims_file.rows})
        where row_number in ({broken})
        """
    )
