"""A very long text in parts, so that time and memory stay in proportion to its length, whatever it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Final

from extraction.model import Document

LONGEST_PART: Final = 200_000
"""Characters that are read as one article. The longest newspaper features stay below it, so that only archives, logs
and transcripts are read in parts: what stands in one part names nobody in the next."""
_HALF: Final = re.compile(r"[\ud800-\udfff]")
_UNREADABLE: Final = "\ufffd"
_FIELDS: Final = [field.name for field in fields(Document)]
_BREAKS: Final = ("\n\n", "\n", ". ", " ")
"""Where a text is cut, the best place first."""


def parts_of(document: Document) -> Iterator[tuple[int, Document]]:
    """Yield the document, or its parts in order, each with the character at which it starts."""
    document = _in_whole_characters(document)
    text, start = document.text, 0
    while len(text) - start > LONGEST_PART:
        end = _cut(text, start)
        yield start, replace(document, text=text[start:end])
        start = end
    yield start, replace(document, text=text[start:]) if start else document


def _in_whole_characters(document: Document) -> Document:
    """Put the sign for what cannot be read in the place of each half of a surrogate pair.

    Python holds such halves, but no file, JSON or database does: a claim that quotes one could not be written.
    """
    texts = {field: getattr(document, field) for field in _FIELDS}
    halved = {field: _HALF.sub(_UNREADABLE, text) for field, text in texts.items() if text and not _is_whole(text)}
    return replace(document, **halved) if halved else document


def _is_whole(text: str) -> bool:
    """Whether a text can be written: to try is far quicker than to look at each character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _cut(text: str, start: int) -> int:
    """Where a part ends: behind the last break in its second half, or at its full length where there is none."""
    limit = start + LONGEST_PART
    for mark in _BREAKS:
        found = text.rfind(mark, start + LONGEST_PART // 2, limit)
        if found >= 0:
            return found + len(mark)
    return limit
