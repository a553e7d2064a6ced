"""Reading articles from disk: NDJSON files, text files, and folders of either.

What cannot be an article is kept as a `RejectedDocument` that names the place, the rule and the remedy; only a path
that is not there, or that holds nothing to read, stops the reading.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from extraction.model import Document

LARGEST_ARTICLE: Final = 20_000_000
"""Bytes in one article. The longest newspaper features stay under 200 kB; what is a hundred times that is an archive or
a log that somebody should split: it would hold one worker for minutes, for an article is never shared out."""

NDJSON_SUFFIXES: Final = frozenset({".ndjson", ".jsonl"})
CLAIM_SUFFIXES: Final = frozenset({".csv", ".parquet"})
"""Endings of files in which claims come, and never an article: text in them would be read as prose."""
SOURCES: Final = "sources.csv"
"""The table of a folder of texts that tells who published which."""
REQUIRED: Final = ("document_id", "source", "text")
OPTIONAL: Final = ("title", "published_at", "url", "language", "retrieved_at")
ROWS_NAMED: Final = 3
"""Rows of a table of sources that are named one by one where they belong to no text."""
RAW_SHOWN: Final = 500
"""Characters of a rejected row that are kept: enough to recognise it."""

_PARTIAL_DATE: Final = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
"""A year or a month, which ISO 8601 allows."""
_FULL_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].*)?")
"""The one of its ways to write a day that the database reads too: neither 20260305 nor 2026-W10-4."""
ISO_8601: Final = "an ISO 8601 date or time (as 2026-03-05)"
"""What a date has to be, in the words of a complaint."""
BAD_DATE: Final = "not_iso_8601"
UTF_16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class RejectedDocument:
    """One piece of input that is no document: where it stands, which rule it broke, what to do, and how it began."""

    place: str
    rule: str
    message: str
    raw: str

    @property
    def is_article(self) -> bool:
        """Whether an article is left out, and not a table of sources beside articles; a row of one is its article's."""
        return Path(self.place).name != SOURCES


class DocumentsError(Exception):
    """Nothing could be read: the message is one line that names the place and the remedy."""


class _BrokenRuleError(ValueError):
    """One input that broke one rule, on its way to becoming a RejectedDocument."""

    def __init__(self, rule: str, message: str) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message


Read = Document | RejectedDocument


@dataclass(frozen=True, slots=True)
class _Described:
    """What a table of sources says of one text: where its row stands, and its fields."""

    place: str = ""
    fields: dict[str, str] = field(default_factory=dict)


Sources = dict[str, _Described]


def read_documents(paths: Sequence[Path]) -> Iterator[Read]:
    """Yield the documents of the paths in order, one at a time, and what had to be rejected among them.

    A path is an NDJSON file (`.ndjson`, `.jsonl`, or `.json` of the same shape), a text file, or a folder of them,
    where `sources.csv` (document_id, source, published_at, url) may say who published each text. A second document with
    an id that was already read is rejected. Raises DocumentsError for a path that does not exist, a folder without
    articles, or a file of another kind.
    """
    seen: set[str] = set()
    for path in paths:
        for read in _read_path(path):
            yield _first_of_its_id(read, seen) if isinstance(read, Document) else read


def _first_of_its_id(document: Document, seen: set[str]) -> Read:
    """Give a document back, or its rejection where its id was read before; `seen` grows by the id."""
    if document.document_id in seen:
        return RejectedDocument(
            document.document_id,
            "duplicate_document_id",
            f"document_id {document.document_id!r} was read before; give each article an id of its own",
            document.text[:RAW_SHOWN],
        )
    seen.add(document.document_id)
    return document


def _read_path(path: Path) -> Iterator[Read]:
    """Read a folder, an NDJSON file or a text; raises DocumentsError where the path names none of them."""
    if path.is_dir():
        return _read_folder(path)
    if not path.is_file():
        raise DocumentsError(f"{path}: no such file or folder; check the spelling")
    kind = path.suffix.lower()
    if kind in CLAIM_SUFFIXES:
        raise DocumentsError(f"{path}: holds claims already, no article; load it with rashomon build --claims")
    if kind == ".json" and not _is_ndjson(path):
        raise DocumentsError(
            f"{path}: a JSON file that is no NDJSON; write articles one object a line, in a file named .ndjson or "
            ".jsonl, or as plain text, in one named .txt"
        )
    if kind in NDJSON_SUFFIXES | {".json"}:
        return _read_ndjson(path)
    return iter([_read_text(path, _Described())])


def _is_ndjson(path: Path) -> bool:
    """Whether the first line of a file that is not blank is a whole JSON object."""
    with path.open("rb") as file:
        first = next((line for line in _lines(file) if line.strip()), b"")
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _read_folder(folder: Path) -> Iterator[Read]:
    """Yield the articles of a folder, by file name, and what its sources.csv tells of none of them."""
    files = sorted(file for file in folder.iterdir() if file.is_file())
    articles = [file for file in files if file.suffix.lower() in NDJSON_SUFFIXES | {".txt"}]
    if not articles:
        raise DocumentsError(f"{folder}: no .txt, .ndjson or .jsonl file in this folder; name one that holds articles")
    sources, rejected = _read_sources(folder / SOURCES)
    yield from rejected
    for file in articles:
        if file.suffix.lower() == ".txt":
            yield _read_text(file, sources.get(file.stem, _Described()))
        else:
            yield from _read_ndjson(file)
    yield from _without_article(folder / SOURCES, sources, articles)


def _read_sources(path: Path) -> tuple[Sources, list[RejectedDocument]]:
    """Who published which text, by document_id; a table that cannot be read is reported and left aside.

    One without a source is reported too, and what else it says is taken.
    """
    if not path.is_file():
        return {}, []
    try:
        columns, rows = _rows_on_sources(path)
    except _BrokenRuleError as broken:
        return {}, [_left_source(path, broken.rule, broken.message)]
    faults = [] if "source" in columns else [_left_source(path, "missing_field", _no_column("source", columns))]
    sources: Sources = {}
    for row in rows:
        first = sources.setdefault(row.fields.get("document_id", ""), row)
        faults += [] if first is row else [_told_before(row, first)]
    return sources, faults


def _rows_on_sources(path: Path) -> tuple[Sequence[str], list[_Described]]:
    """Read the columns and rows of a table of sources; raises _BrokenRuleError where it is none."""
    table = csv.DictReader(_decode(path.read_bytes()).splitlines(keepends=True), strict=True)
    try:
        columns = table.fieldnames or []
        _check("document_id" in columns, "missing_field", _no_column("document_id", columns))
        return columns, [_Described(f"{path}:{table.line_num}", _texts_of(row)) for row in table]
    except csv.Error as error:
        remedy = "close each quotation mark, and double those inside a cell"
        raise _BrokenRuleError("not_csv", f"no CSV ({error}); {remedy}") from error


def _told_before(row: _Described, first: _Described) -> RejectedDocument:
    """Report a second row on one text, whose first one counts."""
    told = repr(row.fields.get("document_id", ""))
    message = f"document_id {told} has a row before, {first.place}, which counts; leave one of them"
    return RejectedDocument(row.place, "duplicate_document_id", message, "")


def _texts_of(row: dict[str, str]) -> dict[str, str]:
    """Leave out what a row has too many or too few of: cells without a column, columns without a cell."""
    return {column: cell for column, cell in row.items() if column and isinstance(cell, str)}


def _no_column(name: str, columns: Sequence[str]) -> str:
    is_split_otherwise = len(columns) == 1 and ";" in columns[0]
    remedy = "; put commas between its columns, not semicolons" if is_split_otherwise else ""
    return f"no column {name} (its header has {', '.join(columns) or 'none'}){remedy}"


def _left_source(path: Path, rule: str, said: str) -> RejectedDocument:
    return RejectedDocument(str(path), rule, f"{said}; its articles keep their file name as source", "")


def _without_article(path: Path, sources: Sources, articles: Iterable[Path]) -> Iterator[RejectedDocument]:
    """Yield a report of the rows for texts that are not there, where there are any: a slip in an id is seen so."""
    texts = {file.stem for file in articles if file.suffix.lower() == ".txt"}
    lost = [document_id for document_id in sources if document_id not in texts]
    if lost:
        named = ", ".join(repr(document_id) for document_id in lost[:ROWS_NAMED])
        more = f" and {len(lost) - ROWS_NAMED} more" if len(lost) > ROWS_NAMED else ""
        message = f"no text file for the document_id {named}{more}; write it as the file's name without .txt"
        yield RejectedDocument(str(path), "unknown_document_id", message, "")


def _read_text(path: Path, described: _Described) -> Read:
    """One article from a text file; its source is the described one, else the file's stem."""
    fields = described.fields
    try:
        _check_size(path.stat().st_size)
        raw = path.read_bytes()
    except _BrokenRuleError as broken:
        return RejectedDocument(str(path), broken.rule, broken.message, "")
    except OSError as error:
        return RejectedDocument(str(path), "unreadable", f"{error.strerror}; check the file's permissions", "")
    row: dict[str, object] = {"document_id": path.stem, "source": fields.get("source") or path.stem}
    read = read_text(raw, str(path), row | {name: fields[name] for name in OPTIONAL if fields.get(name)})
    return _blamed_on_table(read, path, described) if isinstance(read, RejectedDocument) else read


def _blamed_on_table(rejected: RejectedDocument, path: Path, described: _Described) -> RejectedDocument:
    """Name the row of the table where the fault is one of its cells: a text file has no date of its own."""
    if rejected.rule != BAD_DATE:
        return rejected
    return replace(rejected, place=described.place, message=f"{rejected.message}; until then {path.name} is left out")


def read_text(raw: bytes, place: str, described: dict[str, object]) -> Read:
    """Return the bytes of a text as a document with these fields; `place` names them where they are rejected."""
    try:
        _check_size(len(raw))
        return _document(described | {"text": _decode(raw)})
    except _BrokenRuleError as broken:
        return RejectedDocument(place, broken.rule, broken.message, _shown(raw))


def _read_ndjson(path: Path) -> Iterator[Read]:
    """Yield the documents of a file of JSON lines; blank lines are passed over, and a file of nothing else is told."""
    is_empty = True
    with path.open("rb") as file:
        for number, line in enumerate(_lines(file), start=1):
            if line.strip():
                is_empty = False
                yield _read_line(line, f"{path}:{number}")
    if is_empty:
        yield RejectedDocument(str(path), "empty_file", "this file is empty; write an article a line into it", "")


def _lines(file: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the lines of an open file, a byte order mark left out."""
    for number, line in enumerate(file):
        yield line.removeprefix(b"\xef\xbb\xbf") if number == 0 else line


def _read_line(line: bytes, place: str) -> Read:
    """Read one line of NDJSON; `place` names it where it has to be rejected."""
    try:
        _check_size(len(line))
        row = json.loads(_decode(line))
        _check(isinstance(row, dict), "not_an_object", "each line must be one JSON object with document_id and text")
        return _document(row)
    except _BrokenRuleError as broken:
        return RejectedDocument(place, broken.rule, broken.message, _shown(line))
    except (ValueError, RecursionError) as error:
        return RejectedDocument(place, "not_json", f"this line is not JSON ({error})", _shown(line))


def _document(row: dict[str, object]) -> Document:
    """Make a document from the fields of a row; raises _BrokenRuleError for a missing field or one of another type."""
    document_id, source, text = (_required(row, field) for field in REQUIRED)
    title, published_at, url, language, retrieved_at = (_optional(row, field) for field in OPTIONAL)
    _check_date("published_at", published_at)
    _check_date("retrieved_at", retrieved_at)
    return Document(document_id, source, text, title, published_at, url, language or "en", retrieved_at)


def _required(row: dict[str, object], field: str) -> str:
    value = row.get(field)
    if isinstance(value, int) and not isinstance(value, bool) and field == "document_id":
        value = str(value)
    if not isinstance(value, str) or not value.strip():
        raise _BrokenRuleError("missing_field", _why_missing(row, field))
    _check("\x00" not in value, "nul_character", f"{field} holds a NUL character; save it as plain text")
    _check(_encodable(value), "broken_unicode", f"{field} holds half of a surrogate pair; save it as UTF-8")
    return value


def _why_missing(row: dict[str, object], field: str) -> str:
    """Say what is amiss with a required field: not there, empty, or no text."""
    if field not in row:
        return f"{field} is missing (there is {_shown(', '.join(row).encode(errors='backslashreplace')) or 'no field'})"
    is_empty = row[field] is None or isinstance(row[field], str)
    return f"{field} is empty" if is_empty else f"{field} must be a text"


def _optional(row: dict[str, object], field: str) -> str | None:
    value = row.get(field)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise _BrokenRuleError("wrong_type", f"{field} must be a text or null")
    return value


def _encodable(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def is_iso_8601(value: str) -> bool:
    """Whether a text is a day or a moment that there is, or only a year or a month, as ISO 8601 writes them."""
    if _PARTIAL_DATE.fullmatch(value):
        return True
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return _FULL_DATE.fullmatch(value) is not None


def _check_date(field: str, value: str | None) -> None:
    if value is not None:
        _check(is_iso_8601(value), BAD_DATE, f"{field} {value[:40]!r} must be {ISO_8601}, or null")


def _check_size(size: int) -> None:
    megabytes = LARGEST_ARTICLE // 1_000_000
    _check(size <= LARGEST_ARTICLE, "too_large", f"an article may have up to {megabytes} MB; split this one")


def _check(holds: bool, rule: str, message: str) -> None:
    if not holds:
        raise _BrokenRuleError(rule, message)


def _decode(raw: bytes) -> str:
    """Decode UTF-8; raises _BrokenRuleError with the likeliest reason where they are something else."""
    if raw.startswith(UTF_16_MARKS):
        raise _BrokenRuleError("wrong_encoding", "this file is UTF-16; save it as UTF-8")
    _check(b"\x00" not in raw, "nul_character", "NUL bytes: this is a binary file, not an article in plain text")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"not UTF-8 from byte {error.start} on; save it as UTF-8"
        raise _BrokenRuleError("wrong_encoding", message) from error


def _shown(raw: bytes) -> str:
    """Give the beginning of a rejected input as text that can be stored, whatever bytes it has."""
    return raw[:RAW_SHOWN].decode("utf-8", "backslashreplace").replace("\x00", "\\x00")
