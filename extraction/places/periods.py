"""Quarters, halves, fiscal years and weekends, each as of its end: "the third quarter", "H1 2025", "FY2024"."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Final

from extraction.words.article import Article, DateMention
from extraction.words.word_classes import HYPHEN

MONTHS_A_YEAR: Final = 12
_YEAR_DIGITS: Final = 4
_FEW_DIGITS: Final = 2
_CENTURY: Final = 100
_SUNDAY: Final = 6
_SATURDAY: Final = 5
_LETTERS: Final = {"q": 3, "h": 6}
"""Months of what Q2 and H1 number."""


def period_of_year(article: Article, index: int) -> DateMention | None:
    """Read "third quarter (of 2024)", "Q3 2024", "first half", "last quarter", with the year that follows.

    Without one it is the last such period that was over before publication.
    """
    word = article.lower[index]
    words = article.vocabulary.date_words
    lettered = word in _LETTERS
    number = _digits(article, index + 1) if lettered else words["ordinal"].get(word)
    months = _LETTERS[word] if lettered else words["months"].get(article.lower[index + 1])
    if months is None:
        return None
    if number is None:
        return _counted_from_now(article, index, months)
    if number * months > MONTHS_A_YEAR or article.lower[index + 2] in ("ended", "ending"):
        return None  # "the first quarter ended 30 March" says when itself
    year, last = _year_behind(article, index + 2)
    when = _completed(article.published, year, number * months)
    return DateMention(index, last, when) if when else None


def _counted_from_now(article: Article, index: int, months: int) -> DateMention | None:
    """Read "last quarter" and "this quarter"."""
    step, published = article.vocabulary.date_words["step"].get(article.lower[index]), article.published
    if published is None or step is None or article.lower[index] in ("same", "earlier"):
        return None
    end = published.year * MONTHS_A_YEAR + ((published.month - 1) // months + 1 + step) * months - 1
    return DateMention(index, index + 2, month_of(end))


def month_of(months: int) -> str:
    """Write the month that comes so many months after January of the year 0 as "2025-03"."""
    return f"{months // MONTHS_A_YEAR:04d}-{months % MONTHS_A_YEAR + 1:02d}"


def _completed(published: date | None, year: int | None, month: int) -> str | None:
    if year is None and published is not None:
        year = published.year - (month >= published.month)
    return f"{year:04d}-{month:02d}" if year is not None else None


def _year_behind(article: Article, index: int) -> tuple[int | None, int]:
    """Read "2024", "of 2024", "of last year" from the token `index` on, and give where that ends."""
    words, published = article.vocabulary.date_words, article.published
    of = article.lower[index] in ("of", "in")
    start = index + of
    year = _digits(article, start, _YEAR_DIGITS)
    if year is not None:
        return year, start + 1
    step = words["step"].get(article.lower[start])
    if step is not None and published is not None and article.lower[start + 1 : start + 2] == ["year"]:
        return published.year + step, start + 2
    return None, index


def fiscal_year(article: Article, index: int) -> DateMention | None:
    """Read "FY2024", "fiscal (year) 2024", "the financial year 2024-25" and "the 2023-24 financial year": its end."""
    words = article.vocabulary.date_words["fiscal"]
    if article.lower[index] in words:
        start = index + 1 + (article.lower[index + 1] == "year")
        year, last = _last_year(article, start)
    else:
        year, last = _last_year(article, index)
        if article.lower[last] not in words or article.lower[last + 1 : last + 2] != ["year"]:
            return None
        last += 2
    return DateMention(index, last, f"{year:04d}") if year is not None else None


def _last_year(article: Article, index: int) -> tuple[int | None, int]:
    """The second year of "2023-24" or "2023/24", or the only one of "2024", and where that ends."""
    year = _digits(article, index, _YEAR_DIGITS)
    if year is None:
        return None, index
    joined = article.classes[index + 1] == HYPHEN or article.lower[index + 1] in ("/", "-", "–")
    second = _digits(article, index + 2, _FEW_DIGITS) if joined else None
    if second == (year + 1) % _CENTURY:
        return year + 1, index + 3
    return year, index + 1


def _digits(article: Article, index: int, length: int = 1) -> int | None:
    written = article.lower[index] if index < len(article.lower) else ""
    return int(written) if written.isascii() and written.isdecimal() and len(written) == length else None


def weekend(published: date | None) -> str | None:
    """Give the last day of the weekend before publication, or of the one on which it falls so far."""
    if published is None:
        return None
    weekday = published.weekday()
    back = 0 if weekday in (_SATURDAY, _SUNDAY) else weekday + 1
    return (published - timedelta(days=back)).isoformat() if published.toordinal() > back else None


def end_of(when: str) -> str:
    """Give the last day of a year or a month: "the end of June"."""
    year, _, month = when.partition("-")
    if len(when) > len("2025-01"):
        return when
    last = int(month or MONTHS_A_YEAR)
    return f"{year}-{last:02d}-{calendar.monthrange(int(year), last)[1]}"
