"""Where and when a report says that it was written: "LIMA, April 6 (Meridian) -", "NEW DELHI:"."""

from __future__ import annotations

from calendar import month_abbr, month_name
from typing import Final

from extraction.words.article import Article

_MONTHS: Final = frozenset(name.lower() for name in (*month_name, *month_abbr) if name)
_DASHES: Final = frozenset(("-", "--", "–", "—", "•"))
_SENTENCES: Final = 3
"""Sentences at the start among which a dateline may stand, behind a headline or a note."""
_LONGEST: Final = 18
_LONGEST_ALONE: Final = 9
_LONGEST_NAME: Final = 5


def dateline_of(article: Article) -> tuple[int, int]:
    """The tokens `[first, last)` of the dateline near the start: "LIMA, April 6 (Meridian) -"; empty without one."""
    if article.dateline is None:
        article.dateline = _before_dash(article) or _before_colon(article) or _before_agency(article) or _alone(article)
    return article.dateline


def _before_dash(article: Article) -> tuple[int, int] | None:
    for sentence in article.sentences[:_SENTENCES]:
        first = sentence.first
        limit = min(first + _LONGEST, sentence.last) if article.tokens[first].text.isupper() else first
        for index in range(first + 1, limit):
            mark = article.tokens[index]
            if mark.text in _DASHES and mark.start > article.tokens[index - 1].end:
                return first, index + 1
    return None


def _before_colon(article: Article) -> tuple[int, int] | None:
    """The tokens of a place in capitals before a colon that opens the report: "NEW DELHI: Thirty-five"."""
    first = article.sentences[0].first if article.sentences else 0
    last = first + _length_of_place(article, first)
    named = last > first and all(article.tokens[index].text.isupper() for index in range(first, last))
    return (first, last + 1) if named and article.lower[last] == ":" else None


def _before_agency(article: Article) -> tuple[int, int] | None:
    """The tokens of a place, a day and an agency in brackets that open the report: "New Delhi, Jan 26 (MWS) Four"."""
    first = article.sentences[0].first if article.sentences else 0
    last = first + _length_of_place(article, first)
    dated = last > first and article.lower[last] == "," and article.lower[last + 1] in _MONTHS
    end = min(first + _LONGEST, len(article.tokens))
    closed = next((index for index in range(last, end) if article.lower[index] == ")"), None) if dated else None
    return (first, closed + 1) if closed is not None else None


def _length_of_place(article: Article, first: int) -> int:
    known = article.cues.places.get(first)
    return known[0] if known is not None and known[0] <= _LONGEST_NAME else 0


def _alone(article: Article) -> tuple[int, int]:
    """The tokens of a dateline that is a sentence of its own: "GHENT.", "Ghent, 5 May 2025."; empty without one."""
    for sentence in article.sentences[:_SENTENCES]:
        first, last = sentence.first, sentence.last
        name_last = first + _length_of_place(article, first)
        capitals = article.tokens[first].text.isupper() and name_last == last - 1
        dated = article.lower[name_last] == "," and any(article.lower[i] in _MONTHS for i in range(name_last, last))
        short = name_last > first and last - first <= _LONGEST_ALONE
        if short and article.lower[last - 1] == "." and (capitals or dated):
            return first, last
    return 0, 0
