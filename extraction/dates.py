"""As of when: the date that the words of a sentence give, counted from the day of publication, else that day.

Nothing is invented: a weekday, "last month" or a day without its year needs the day of publication to stand on.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from extraction.article import Article
from extraction.model import AsOfBasis

_MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_WEEKDAYS = {
    name.lower(): number for names in (calendar.day_name, calendar.day_abbr) for number, name in enumerate(names)
}
_DAYS_AGO = {"today": 0, "tonight": 0, "yesterday": 1, "overnight": 0}
_WEEK = 7
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2100


class AsOf(NamedTuple):
    """A date in ISO 8601, perhaps only a year or a month, and what it rests on; both None where it is not known."""

    when: str | None
    basis: AsOfBasis | None


def as_of(article: Article, first: int, last: int) -> AsOf:
    """Give the date of what the tokens `[first, last)` say: the nearest date of their sentence, else publication."""
    sentence = article.sentence(first)
    nearest: tuple[int, str] | None = None
    for index in range(sentence.first, sentence.last):
        when = _date_at(article, index, sentence.last)
        distance = index - last if index >= last else first - index
        if when is not None and (nearest is None or distance < nearest[0]):
            nearest = (distance, when)
    if nearest is not None:
        return AsOf(nearest[1], "text")
    published = article.published
    return AsOf(published.isoformat(), "published") if published else AsOf(None, None)


def _date_at(article: Article, index: int, limit: int) -> str | None:
    word = article.lower[index]
    if word in _MONTHS and article.tokens[index].text[0].isupper():
        return _calendar_date(article, index, limit)
    if word in _WEEKDAYS and article.tokens[index].text[0].isupper():
        return _weekday(article, index)
    if word in _DAYS_AGO:
        return _ago(article.published, timedelta(days=_DAYS_AGO[word]))
    return None


def _calendar_date(article: Article, index: int, limit: int) -> str | None:
    """Read "February 25", "5 March", "18 July 2025", "October 2024"; "may" needs a number beside it."""
    month = _MONTHS[article.lower[index]]
    day = _number(article, index - 1, 1, 31) or _number(article, index + 1, 1, 31)
    after = index + 1 + (_number(article, index + 1, 1, 31) is not None)
    if after < limit and article.lower[after] == ",":
        after += 1
    year = _number(article, after, _EARLIEST_YEAR, _LATEST_YEAR)
    if day is None:
        return f"{year}-{month:02d}" if year else None
    return _nearest_year(article.published, year, month, day)


def _nearest_year(published: date | None, year: int | None, month: int, day: int) -> str | None:
    """Complete a day without its year: the one nearest to publication; None where there is none or no such day."""
    if year is None and published is None:
        return None
    years = [year] if year else [published.year - 1, published.year, published.year + 1] if published else []
    days = [date(known, month, day) for known in years if known and day <= calendar.monthrange(known, month)[1]]
    if not days:
        return None
    return min(days, key=lambda when: abs((when - published).days) if published else 0).isoformat()


def _weekday(article: Article, index: int) -> str | None:
    published = article.published
    if published is None:
        return None
    before = article.lower[index - 1] if index else ""
    back = (published.weekday() - _WEEKDAYS[article.lower[index]]) % _WEEK
    if before == "next":
        return (published + timedelta(days=_WEEK - back)).isoformat()
    return (published - timedelta(days=back)).isoformat()


def _ago(published: date | None, span: timedelta) -> str | None:
    return (published - span).isoformat() if published else None


def _number(article: Article, index: int, low: int, high: int) -> int | None:
    if not 0 <= index < len(article.tokens) or article.tokens[index].kind != "number":
        return None
    written = article.tokens[index].text
    return int(written) if written.isdecimal() and len(written) <= 4 and low <= int(written) <= high else None
