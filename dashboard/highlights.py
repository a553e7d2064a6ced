"""Texts cut into pieces, so that a template can mark the figures in them; the text itself is never changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]

ENDLESS = re.compile(r"(\S{200,})")
"""A word longer than any sentence's: a pasted key, a hostile text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; `mark` names what it is marked as, an empty string where it is plain."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article and the claims that stand on it, none where it is plain."""

    text: str
    claims: tuple[Row, ...] = ()


def marked_sentence(sentence: str, marks: Iterable[tuple[str, str]]) -> list[Piece]:
    """Mark the first place of each (wording, mark) in a sentence, longer wordings first, none upon another."""
    spans: list[tuple[int, int, str]] = []
    for wording, mark in sorted(marks, key=lambda pair: -len(pair[0])):
        start = _free_place(sentence, wording, spans) if wording else -1
        if start >= 0:
            spans.append((start, start + len(wording), mark))
    return _pieces(sentence, sorted(spans))


def by_endless_words(text: str) -> list[tuple[str, bool]]:
    """Cut a text before and behind each word without an end; each part says whether it is one."""
    parts = ENDLESS.split(text)
    return [(part, index % 2 == 1) for index, part in enumerate(parts) if part]


def marked_quote(quote: str, written: str | None, position: int | None, mark: str) -> list[Piece]:
    """Mark a claim's value within its sentence; `position` is where it starts, None where only the words are known."""
    if not written:
        return [Piece(quote)]
    start = position if position is not None else quote.find(written)
    if start < 0 or quote[start : start + len(written)] != written:
        start = quote.find(written)
    return _pieces(quote, [(start, start + len(written), mark)]) if start >= 0 else [Piece(quote)]


def passages(text: str, claims: Sequence[Row], start: int = 0, end: int | None = None) -> list[list[Passage]]:
    """Cut the characters `[start, end)` of an article into paragraphs of passages, with each claim at its span.

    Claims that share a character share a passage, so that marks never overlap.
    """
    end = len(text) if end is None else min(end, len(text))
    groups = _spans_of_claims(claims, start, end)
    paragraphs: list[list[Passage]] = []
    for line_start, line_end in _lines(text, start, end):
        line = _line_passages(text, line_start, line_end, groups)
        if line:
            paragraphs.append(line)
    return paragraphs


def _free_place(sentence: str, wording: str, spans: Sequence[tuple[int, int, str]]) -> int:
    start = sentence.find(wording)
    while start >= 0:
        end = start + len(wording)
        whole = not _joins(sentence, start - 1, start) and not _joins(sentence, end - 1, end)
        if whole and all(end <= left or start >= right for left, right, _ in spans):
            return start
        start = sentence.find(wording, start + 1)
    return -1


def _joins(sentence: str, left: int, right: int) -> bool:
    """Whether two neighbouring characters belong to one word or number: 500 is not to be marked within 4,500."""
    if left < 0 or right >= len(sentence):
        return False
    before, after = sentence[left], sentence[right]
    if before.isalnum() and after.isalnum():
        return True
    number_goes_on = after in ".," and right + 1 < len(sentence) and sentence[right + 1].isdigit()
    number_came_before = before in ".," and left > 0 and sentence[left - 1].isdigit() and after.isdigit()
    return (before.isdigit() and number_goes_on) or number_came_before


def _pieces(text: str, spans: Sequence[tuple[int, int, str]]) -> list[Piece]:
    pieces: list[Piece] = []
    at = 0
    for start, end, mark in spans:
        pieces += [Piece(text[at:start]), Piece(text[start:end], mark)]
        at = end
    return [piece for piece in [*pieces, Piece(text[at:])] if piece.text]


def _spans_of_claims(claims: Sequence[Row], start: int, end: int) -> list[tuple[int, int, tuple[Row, ...]]]:
    """Merge the claims' spans where they overlap; sorted by their start."""
    placed = sorted(
        (claim for claim in claims if claim.get("char_start") is not None and claim["char_start"] < claim["char_end"]),
        key=lambda claim: (claim["char_start"], claim["char_end"]),
    )
    merged: list[tuple[int, int, tuple[Row, ...]]] = []
    for claim in placed:
        left, right = max(start, int(claim["char_start"])), min(end, int(claim["char_end"]))
        if left >= right:
            continue
        if merged and left < merged[-1][1]:
            first, last, rows = merged[-1]
            merged[-1] = (first, max(last, right), (*rows, claim))
        else:
            merged.append((left, right, (claim,)))
    return merged


def _lines(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _line_passages(
    text: str, start: int, end: int, groups: Sequence[tuple[int, int, tuple[Row, ...]]]
) -> list[Passage]:
    found: list[Passage] = []
    at = start
    for left, right, claims in groups:
        if right <= start or left >= end:
            continue
        mark_start, mark_end = max(left, at), min(right, end)
        found += [Passage(text[at:mark_start]), Passage(text[mark_start:mark_end], claims)]
        at = mark_end
    found.append(Passage(text[at:end]))
    return [passage for passage in found if passage.text]
