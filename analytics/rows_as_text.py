"""Rows as text, in the forms that people take away: JSON, lines of JSON, CSV."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Literal

import orjson

JSON_OPTIONS = orjson.OPT_NAIVE_UTC | orjson.OPT_UTC_Z | orjson.OPT_NON_STR_KEYS
FORMULA_SIGNS = frozenset("=+-@\t\r\n")
"""What a text opens with that spreadsheets read as a formula."""
# So many digits of any decimal number come back from a double as they were.
DIGITS_OF_A_DOUBLE = 15
Rows = Sequence[Sequence[object]]
Form = Literal["json", "csv", "ndjson"]


def json_bytes(payload: object) -> bytes:
    """Return JSON: times in UTC with a `Z`, no NaN, decimals as numbers where none of their digits is lost."""
    return orjson.dumps(payload, default=plain, option=JSON_OPTIONS)


def plain(value: object) -> object:
    """Return a value that JSON does not know in a form that it does."""
    if isinstance(value, Decimal):
        return float(value) if len(value.as_tuple().digits) <= DIGITS_OF_A_DOUBLE else str(value)
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value).hex()
    return str(value)


def written_rows(form: Form, names: Sequence[str], rows: Rows) -> bytes:
    """Return rows as a JSON list of objects, as an object a line, or as CSV with the names in its first line."""
    if form == "csv":
        return csv_lines([names, *rows])
    objects = [json_bytes(dict(zip(names, row, strict=True))) for row in rows]
    return b"[" + b",".join(objects) + b"]" if form == "json" else b"".join(each + b"\n" for each in objects)


def distinct_names(names: Iterable[str]) -> Iterator[str]:
    """Yield the names, a repeated one with a number: JSON objects hold each name once."""
    seen: set[str] = set()
    numbers: Counter[str] = Counter()
    for name in names:
        fresh = name
        while fresh in seen:
            # Counting on from the last number keeps ten thousand columns of one name from taking a minute.
            numbers[name] += 1
            fresh = f"{name}_{numbers[name] + 1}"
        seen.add(fresh)
        yield fresh


def csv_lines(rows: Rows) -> bytes:
    """Return rows as lines of CSV; a text that a spreadsheet would run as a formula stands behind an apostrophe.

    Null is empty, times are ISO 8601 in UTC. Source: OWASP, "CSV Injection".
    """
    lines = io.StringIO()
    csv.writer(lines, lineterminator="\r\n").writerows(
        [[value if _is_plain(value) else _inert(_cell(value)) for value in row] for row in rows]
    )
    return lines.getvalue().encode()


def _is_plain(value: object) -> bool:
    """Return whether a value needs no change; nearly all of a file's millions need none."""
    kind = type(value)
    return value is None or kind is float or (kind is str and value[:1] not in FORMULA_SIGNS)  # type: ignore[index]


def _inert(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value[:1] in FORMULA_SIGNS else value


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat() + "Z"
    if isinstance(value, dict | list):
        return json_bytes(value).decode()
    return value
