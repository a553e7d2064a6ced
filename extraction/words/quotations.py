"""Where somebody's own words stand between quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

from extraction.words.article import Article
from extraction.words.word_classes import BRACKET, QUOTE

_OPENING: Final = {"“": "”", "«": "»", "„": "“”"}
_STRAIGHT: Final = '"'
_SINGLE: Final = {"'": "'", "‘": "’"}
"""Single marks, which are apostrophes as well: "the dockers' union", "the '90s"."""
_MARKS: Final = frozenset((_STRAIGHT, *_OPENING, *"".join(_OPENING.values()), *_SINGLE, *_SINGLE.values()))


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
            elif mark in _SINGLE and _opens_single(article, index, last):
                opened, closing = index + 1, _SINGLE[mark]
        elif mark in closing and (mark not in _ENDS_SINGLE or _closes_single(article, index)):
            if index > opened:
                yield Quotation(opened, index)
            opened = None
    if opened is not None and opened < last:
        yield Quotation(opened, last, goes_on=True)


_ENDS_SINGLE: Final = frozenset(_SINGLE.values())
_SHORTEST_SINGLE: Final = 4
"""Tokens from which on words in single marks are somebody's: "'hard'" and "the 'Sea Fox'" are names or irony."""


def _opens_single(article: Article, index: int, last: int) -> bool:
    """Whether a single mark begins a quotation, which its paragraph has to close, after a few words at least."""
    tokens = article.tokens
    apart = index == 0 or tokens[index - 1].end < tokens[index].start or article.classes[index - 1] == BRACKET
    if not apart or index + 1 >= last or tokens[index + 1].start > tokens[index].end:
        return False
    ends = (place for place in range(index + 1, last) if tokens[place].text == _SINGLE[tokens[index].text])
    closes = next((place for place in ends if _closes_single(article, place)), index)
    return closes - index > _SHORTEST_SINGLE


def _closes_single(article: Article, index: int) -> bool:
    """Whether a single mark ends a quotation: it stands close behind a word or its point, and no noun is owned."""
    tokens = article.tokens
    behind = tokens[index - 1].end == tokens[index].start
    goes_on = (
        index + 1 < len(tokens) and tokens[index + 1].start == tokens[index].end and tokens[index + 1].text.isalnum()
    )
    return behind and not goes_on and article.classes[index] == QUOTE
