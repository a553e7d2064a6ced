"""Claims files (NDJSON, CSV, Parquet) and how their columns become the columns of raw_claim."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from analytics.build_error import BuildError, first_line
from analytics.column_hints import renaming_advice
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

OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs"}
"""What programs put between the columns of a CSV in place of commas."""

WHOLE_NUMBERS = {"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT"}
"""Types of columns that hold nothing but finite numbers."""

LONGEST_LINE = 64_000_000
"""Bytes of the longest line of JSON that is read; a claim has some hundreds."""


@dataclass(frozen=True, slots=True)
class ClaimsReader:
    """How SQL reads a file: what stands after FROM, and what gives a row's number, raw text and readability.

    `types` has the type of each column; for NDJSON a column is a key, its type is JSON, and `found` holds its text.
    """

    relation: str
    types: dict[str, str]
    row_number: str
    raw: str
    is_readable: str = "true"


@dataclass(frozen=True, slots=True)
class ClaimsFile:
    """A claims file that was looked at; `label` is what rejected rows call it."""

    path: Path
    label: str
    reader: ClaimsReader

    @property
    def types(self) -> dict[str, str]:
        """The type of each column."""
        return self.reader.types

    @property
    def is_parquet(self) -> bool:
        """Whether the rows are typed and stored by column."""
        return self.path.suffix.lower() == ".parquet"

    @property
    def ignored_columns(self) -> list[str]:
        """The columns that are no field of a claim, in the order of the file."""
        fields = {*TEXT_FIELDS, *NUMBER_FIELDS, *(self.column(field) for field in OTHER_NAMES)}
        return [column for column in self.types if column not in fields]

    def notice(self, lexicon: Path) -> str:
        """Say which columns are not read, and what to do where fields may be meant; empty where all are read."""
        if not self.ignored_columns:
            return ""
        return f"{self.label}: ignored the columns {', '.join(self.ignored_columns)}{self.advice(lexicon)}."

    def advice(self, lexicon: Path) -> str:
        """Say which columns may be meant as fields that the file lacks; empty where none is."""
        lacking = [field for field in (*TEXT_FIELDS, *NUMBER_FIELDS) if self.column(field) is None]
        return renaming_advice(self.ignored_columns, lacking, lexicon)

    def column(self, field: str) -> str | None:
        """Name the column that holds a field, or give None."""
        if field in self.types:
            return field
        other = OTHER_NAMES.get(field)
        return other if other in self.types else None


def open_claims_file(connection: duckdb.DuckDBPyConnection, path: Path, label: str, lexicon: Path) -> ClaimsFile:
    """Look at a claims file: its format by its ending, and its columns; the lexicon knows how else these are called.

    Raises BuildError where it is missing, unreadable, of another format or lacks a required column.
    """
    if not path.is_file():
        raise BuildError(f"{path}: there is no such claims file; check the spelling.")
    openers = {".ndjson": _json_lines, ".jsonl": _json_lines, ".csv": _csv, ".parquet": _parquet}
    opener = openers.get(path.suffix.lower())
    if opener is None:
        raise BuildError(f"{path}: no claims file by its ending; claims come as .ndjson, .jsonl, .csv or .parquet.")
    try:
        reader = opener(connection, path)
    except (duckdb.Error, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from error
    claims_file = ClaimsFile(path, label, reader)
    _require_columns(claims_file, lexicon)
    return claims_file


def _json_lines(connection: duckdb.DuckDBPyConnection, path: Path) -> ClaimsReader:
    """Read a file of JSON lines as lines, for no line of JSON holds the bare control character 1.

    All fields are taken out of a line in one pass.
    """
    longest = min(path.stat().st_size + 1024, LONGEST_LINE)
    lines = (
        f"read_csv({quoted(str(path))}, columns = {{'line': 'varchar'}}, header = false, auto_detect = false, "
        f"delim = '\x01', quote = '', escape = '', strict_mode = false, max_line_size = {longest})"
    )
    numbered = f"select row_number() over () as place, line, if(json_valid(line), line, null) as object from {lines}"
    distinct_keys = f"select distinct unnest(json_keys(object)) as key from ({numbered}) order by key"
    keys = connection.execute(distinct_keys).fetchall() if path.stat().st_size else []
    paths = ", ".join(quoted(f'$."{key}"') for (key,) in keys)
    return ClaimsReader(
        relation=f"(select *, json_extract_string(object, [{paths}]::varchar[]) as found from ({numbered}) "
        "where trim(line) <> '')",
        types={key: "JSON" for (key,) in keys},
        row_number="place",
        raw="line",
        is_readable="coalesce(json_type(object) = 'OBJECT', false)",
    )


def _csv(connection: duckdb.DuckDBPyConnection, path: Path) -> ClaimsReader:
    """Read a CSV; a row with more fields than the header spills them into columns that the header does not name."""
    relation = (
        f"read_csv({quoted(str(path))}, all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"', "
        "null_padding = true, parallel = false, sample_size = -1)"
    )
    types = _types(connection, relation)
    with path.open(encoding="utf-8-sig", newline="") as file:
        width = len(next(csv.reader(file), []))
    spilled = ", ".join(named(column) for column in list(types)[width:])
    return ClaimsReader(
        relation=relation,
        types=dict(list(types.items())[:width]),
        row_number="row_number() over ()",
        raw="to_json(came)::varchar",
        is_readable=f"coalesce({spilled}) is null" if spilled else "true",
    )


def _parquet(connection: duckdb.DuckDBPyConnection, path: Path) -> ClaimsReader:
    relation = f"read_parquet({quoted(str(path))})"
    return ClaimsReader(
        relation=relation,
        types=_types(connection, relation),
        row_number="file_row_number + 1",
        raw="to_json(came)::varchar",
    )


def _types(connection: duckdb.DuckDBPyConnection, reader: str) -> dict[str, str]:
    described = connection.execute(f"describe select * from {reader}").fetchall()
    return {row[0]: row[1] for row in described}


def _require_columns(claims_file: ClaimsFile, lexicon: Path) -> None:
    """Hold a file with any columns at all to the required ones; an empty file has no rows to speak of."""
    if not claims_file.types:
        return
    place = claims_file.path
    _require_commas(claims_file)
    present = f"it has {', '.join(claims_file.types)}"
    advice = claims_file.advice(lexicon)
    for field in REQUIRED_FIELDS:
        if claims_file.column(field) is None:
            raise BuildError(f"{place}: has no column {field} ({present}); claims need source and measure{advice}.")
    if not any(field in claims_file.types for field in REQUIRED_ONE_OF):
        lacking = f"has no column value, low, high or polarity ({present}); claims need one of them{advice}."
        raise BuildError(f"{place}: {lacking}")


def _require_commas(claims_file: ClaimsFile) -> None:
    """Refuse a CSV whose only column is a header that another sign cuts, as spreadsheets of half of Europe write it."""
    only = next(iter(claims_file.types))
    cutting = next((name for sign, name in OTHER_SEPARATORS.items() if sign in only), None)
    if cutting and len(claims_file.types) == 1:
        raise BuildError(f"{claims_file.path}: {cutting} stand between its columns; save it with commas there.")


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
        raise _unreadable(claims_file.path, error) from error


def _unreadable(path: Path, error: Exception) -> BuildError:
    remedy = "write the file again" if path.suffix.lower() == ".parquet" else "save it as UTF-8 text, one claim a row"
    return BuildError(f"{path}: cannot be read as {path.suffix[1:].lower()} ({first_line(error)}); {remedy}.")


def _as_raw_claims(claims_file: ClaimsFile, is_extracted: bool) -> str:
    """Write the query that turns the rows of a file into rows of raw_claim."""
    reader = claims_file.reader
    texts = [f"{_text(claims_file, field)} as {field}" for field in TEXT_FIELDS]
    numbers = [f"{_number(claims_file, field)} as {field}" for field in NUMBER_FIELDS]
    return f"""
        select
            {quoted(claims_file.label)} as file, {reader.row_number} as row_number, {is_extracted} as is_extracted,
            {reader.is_readable} as is_readable, {_no_numbers(claims_file)} as no_number,
            {", ".join(texts + numbers)}
        from {reader.relation} as came
        """


def _cell(claims_file: ClaimsFile, column: str) -> str:
    """Write what reads a column of a row; the texts of a line of JSON stand in `found`, in the order of its keys."""
    if claims_file.types[column] != "JSON":
        return f"came.{column}"
    return f"found[{list(claims_file.types).index(column) + 1}]"


def _text(claims_file: ClaimsFile, field: str) -> str:
    """Give a field as text: moments in ISO 8601, nested values as JSON, blanks as null."""
    column = claims_file.column(field)
    if column is None:
        return "null::varchar"
    written, cell = claims_file.types[column], _cell(claims_file, column)
    if written in {"JSON", "VARCHAR"}:
        return f"nullif(trim({cell}), '')"
    if written == "TIMESTAMP WITH TIME ZONE":
        return f"strftime({cell} at time zone 'UTC', '%Y-%m-%dT%H:%M:%S+00:00')"
    if written.startswith("TIMESTAMP"):
        return f"strftime({cell}, '%Y-%m-%dT%H:%M:%S')"
    if written.startswith(("STRUCT", "MAP")) or written.endswith("[]"):
        return f"to_json({cell})::varchar"
    return f"{cell}::varchar"


def _number(claims_file: ClaimsFile, field: str) -> str:
    """Give a field as a finite number, null where it is none."""
    if field not in claims_file.types:
        return "null::double"
    cell = _cell(claims_file, field)
    if claims_file.types[field] in WHOLE_NUMBERS:
        return f"{cell}::double"
    return f"case when isfinite(try_cast({cell} as double)) then try_cast({cell} as double) end"


def _no_numbers(claims_file: ClaimsFile) -> str:
    """Name the number fields of a row that are written but are no number, as `value: about ten`, else null."""
    cells = {
        field: _cell(claims_file, field)
        for field in NUMBER_FIELDS
        if claims_file.types.get(field, "INTEGER") not in WHOLE_NUMBERS
    }
    complaints = [
        f"case when not coalesce(isfinite(try_cast({cell} as double)), {cell} is null or {cell}::varchar = '') "
        f"then '{field}: ' || left({cell}::varchar, 40) end"
        for field, cell in cells.items()
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
    reader = claims_file.reader
    connection.execute(
        f"""
        insert into raw_row by name
        select *
        from (
            select {quoted(claims_file.label)} as file, {reader.row_number} as row_number, {reader.raw} as raw
            from {reader.relation} as came
        )
        where row_number in ({broken})
        """
    )
