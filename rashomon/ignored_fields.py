"""Fields of articles that are not read, where one that is may be meant: `date` for published_at."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from analytics.column_hints import renaming_advice
from extraction.documents import NDJSON_SUFFIXES, OPTIONAL, REQUIRED, SOURCES

FIELDS = (*REQUIRED, *OPTIONAL)


def notices_of_ignored_fields(paths: Iterable[Path], lexicon: Path) -> list[str]:
    """Give a sentence for each table or file of articles with such fields; others of its fields are nobody's loss."""
    told = (_notice(file, lexicon) for path in paths for file in _files_with_fields(path))
    return [notice for notice in told if notice]


def _files_with_fields(path: Path) -> list[Path]:
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return [file for file in files if file.name == SOURCES or file.suffix.lower() in NDJSON_SUFFIXES]


def _notice(file: Path, lexicon: Path) -> str:
    fields = _fields_of(file)
    ignored = [name for name in fields if name not in FIELDS]
    advice = renaming_advice(ignored, [name for name in FIELDS if name not in fields], lexicon)
    return f"{file}: ignored the fields {', '.join(ignored)}{advice}." if advice else ""


def _fields_of(file: Path) -> list[str]:
    """The header of a table, or the names in the first article of a file; none where that cannot be read."""
    with suppress(OSError, ValueError, csv.Error), file.open(encoding="utf-8-sig", newline="") as lines:
        if file.name == SOURCES:
            return next(csv.reader(lines), [])
        return list(json.loads(next(filter(str.strip, lines), "{}")))
    return []
