"""Where somebody's own words stand between quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

from extraction.words.article import Article

_OPENING: Final = {"“": "”", "«": "»", "„": "“”"}
_STRAIGHT: Final = '"'
_MARKS: Final = frozenset((_STRAIGHT, *_OPENING, *"".join(_OPENING.values())))


class Quotation(NamedTuple):
    """Tokens `[first, last)` between two quotation marks, the marks left out."""

    first: int
    last: int
    goes_on: bool = False
    """Whether its paragraph leaves it open, as a speech of several paragraphs does until its last one."""


def find_quotations(article: Article) -> list[Quotation]:
    """Find the quotations, in order; one that its paragraph leaves open ends with the paragraph."""
    marks = [index for index, token in enumerate(article.tokens) if token.text in _MARKS]
    found: list[Quotation] = []
    for first, last in _paragraphs(article) if marks else ():
        found += _in_paragraph(article, marks[bisect_left(marks, first) : bisect_left(marks, last)], last)
    return found


def _paragraphs(article: Article) -> Iterator[tuple[int, int]]:
    first, number = 0, -1
    for sentence in article.sentences:
        if sentence.paragraph != number:
            if sentence.first > first:
                yield first, sentence.first
            first, number = sentence.first, sentence.paragraph
    if first < len(article.tokens):
        yield first, len(article.tokens)


def _in_paragraph(article: Article, marks: list[int], last: int) -> Iterator[Quotation]:
    """Pair the quotation marks of a paragraph, which ends before the token `last`."""
    opened, closing = None, ""
    for index in marks:
        mark = article.tokens[index].text
        if opened is None:
            if mark == _STRAIGHT or mark in _OPENING:
                opened, closing = index + 1, _OPENING.get(mark, _STRAIGHT)
        elif mark in closing:
            if index > opened:
                yield Quotation(opened, index)
            opened = None
    if opened is not None and opened < last:
        yield Quotation(opened, last, goes_on=True)
