"""As of when: the date that the words of a sentence give, counted from the day of publication, else that day.

Nothing is invented: a weekday, "last month" or a day without its year needs the day of publication to stand on.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from extraction.model import AsOfBasis
from extraction.words.article import Article, DateMention
from extraction.words.word_classes import ADVERB, AUXILIARY, NOUN, NUMBER, VERB

_MONTHS: Final = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_WEEKDAYS: Final = {
    name.lower(): number for names in (calendar.day_name, calendar.day_abbr) for number, name in enumerate(names)
}
_DAYS_AGO: Final = {"today": 0, "tonight": 0, "yesterday": 1, "overnight": 0, "tomorrow": -1}
_DATE_WORDS: Final = frozenset((*_MONTHS, *_WEEKDAYS, *_DAYS_AGO, "last", "next", "previous", "earlier", "a", "an"))
_SPELT: Final = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6} | {
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12
}  # fmt: skip
_WEEK: Final = 7
_MONTHS_A_YEAR: Final = 12
_YEAR_DIGITS: Final = 4
_EARLIEST_YEAR: Final = 1700
_LATEST_YEAR: Final = 2100
_STARTS: Final = frozenset(("since", "from"))
"""Words before a date that only say when a thing began, not as of when it is told; "since 2008, when" tells of then."""
_STEPS: Final = {"last": -1, "previous": -1, "earlier": 0, "next": 1}
_AHEAD: Final = frozenset(("next", "by", "until", "till", "before", "coming"))
_FUTURE: Final = frozenset(("will", "would", "due", "planned", "expected", "forecast", "shall", "scheduled", "expects"))
_YEAR_CUES: Final = frozenset(
    ("since", "in", "of", "during", "the", "for", "year", "through", "until", "before", "after")
)


@dataclass(slots=True)
class AsOf:
    """A date in ISO 8601, perhaps only a year or a month, and what it rests on; both None where it is not known."""

    when: str | None
    basis: AsOfBasis | None


def as_of(article: Article, first: int, last: int) -> AsOf:
    """Give the date of what the tokens `[first, last)` say: the nearest date of their sentence, else publication.

    Words that place it before publication without naming a date ("three weeks ago") leave it without one.
    """
    mentions = _mentions_beside(article, first)
    if mentions:
        reached = sorted((_distance(article, at, first, last), at.first < first, at) for at in mentions)
        opening = article.sentence(first).first + 1
        own = [
            mention
            for distance, _, mention in reached
            if len(mention.when) == _DAY_LENGTH or distance < _NEAR or mention.first <= opening
        ]
        if own:
            return AsOf(own[0].when, "text") if own[0].when else AsOf(None, None)
    published = article.published
    return AsOf(published.isoformat(), "published") if published else AsOf(None, None)


def _distance(article: Article, mention: DateMention, first: int, last: int) -> float:
    """How far a date is from the figure in tokens; a comma or another figure between them counts as several."""
    between = range(last, mention.first) if mention.first >= last else range(mention.last, first)
    commas = sum(article.lower[index] == "," for index in between)
    figures = sum(figure.first in between for figure in article.figures_of(first))
    return len(between) + _COMMA_COUNTS * commas + _FIGURE_COUNTS * figures


_COMMA_COUNTS: Final = 3
_FIGURE_COUNTS: Final = 4
_NEAR: Final = 9
"""How near a year or a month must stand to be the figure's own; a day reaches over its whole sentence, and so
does what opens it ("In August 2023, ...")."""
_DAY_LENGTH: Final = len("2025-01-01")


def _mentions_beside(article: Article, token: int) -> list[DateMention]:
    """Give the dates of the sentence in which a token stands, read once a sentence."""
    number = article.sentence_of[token]
    known = article.dates.get(number)
    if known is None:
        sentence = article.sentences[number]
        known = article.dates[number] = _mentions(article, sentence.first, sentence.last)
    return known


def _mentions(article: Article, first: int, limit: int) -> list[DateMention]:
    mentions, passed, lower, classes = [], first, article.lower, article.classes
    for index in [index for index in range(first, limit) if lower[index] in _DATE_WORDS or classes[index] == NUMBER]:
        found = _date_at(article, index, first, limit) if index >= passed else None
        if found is None:
            continue
        begins = found.first > first and lower[found.first - 1] in _STARTS
        if not begins or lower[found.last : found.last + 2] == [",", "when"]:
            mentions.append(found)
        passed = found.last
    return mentions


def _date_at(article: Article, index: int, first: int, limit: int) -> DateMention | None:
    word = article.lower[index]
    capital = article.tokens[index].text[0].isupper()
    if word in _MONTHS and capital:
        return _calendar_date(article, index, limit)
    if word in _WEEKDAYS and capital:
        when = _weekday(article, index, first, limit)
    elif word in _DAYS_AGO:
        when = _shifted(article.published, days=-_DAYS_AGO[word])
    elif word in ("last", "next", "previous", "earlier"):
        return _relative_period(article, index, limit)
    elif word in _SPELT or article.tokens[index].kind == "number":
        return _span_ago(article, index, limit) or _year(article, index)
    else:
        return None
    return DateMention(index, index + 1, when) if when else None


def _calendar_date(article: Article, index: int, limit: int) -> DateMention | None:
    """Read "February 25", "5 March", "18 July 2025", "October 2024", "in January"; "May" needs its capital letter.

    A month that names what happened then ("April's earthquake") is told of that month where it is not the present one.
    """
    month = _MONTHS[article.lower[index]]
    published = article.published
    if _names_event(article, index, limit) and (published is None or published.month == month):
        return None
    before, after = _number(article, index - 1, 1, 31), _number(article, index + 1, 1, 31)
    last = index + 1 + (before is None and after is not None)
    comma = last < limit and article.lower[last] == ","
    year = _number(article, last + comma, _EARLIEST_YEAR, _LATEST_YEAR)
    last += comma + 1 if year else 0
    day = before or after
    when = _nearest_year(article.published, year, month, day) if day else _month(article, index, year, month)
    return DateMention(index - (before is not None), last, when) if when else None


def _names_event(article: Article, index: int, limit: int) -> bool:
    """Whether the day or month only names what happened then: "Sunday's earthquake", "the April disaster"."""
    following = article.lower[index + 1] if index + 1 < limit else ""
    named = bool(following) and article.classes[index + 1] == NOUN and article.lower[index - 1] == "the"
    return following in ("'s", "’s") or named


def _month(article: Article, index: int, year: int | None, month: int) -> str | None:
    """Complete a month: of the year written, else the last one before publication (after "by" the next)."""
    published = article.published
    if year is None and published is None:
        return None
    if year is None and published is not None:
        first = article.sentence(index).first
        ahead = bool(_AHEAD.intersection(article.lower[max(first, index - 4) : index]))
        ahead = ahead and not _has_come(article, index, first)
        year = published.year
        year += (month < published.month) if ahead else -(month > published.month)
    return f"{year:04d}-{month:02d}"


def _nearest_year(published: date | None, year: int | None, month: int, day: int) -> str | None:
    """Complete a day without its year: the one nearest to publication; None where there is none or no such day."""
    if year is None and published is None:
        return None
    years = [year] if year else [published.year - 1, published.year, published.year + 1] if published else []
    days = [date(known, month, day) for known in years if known and day <= calendar.monthrange(known, month)[1]]
    if not days:
        return None
    return min(days, key=lambda when: abs((when - published).days) if published else 0).isoformat()


def _weekday(article: Article, index: int, first: int, limit: int) -> str | None:
    """Give the last such day up to publication; the coming one after "by", "next" or where the sentence looks ahead."""
    published = article.published
    if published is None or _names_event(article, index, limit):
        return None
    before = article.lower[index - 1] if index > first else ""
    back = (published.weekday() - _WEEKDAYS[article.lower[index]]) % _WEEK
    future = before == "on" and bool(_FUTURE.intersection(article.lower[max(first, index - 8) : index]))
    if future or (before in _AHEAD and not _has_come(article, index, first)):
        return _shifted(published, days=_WEEK - back)
    return _shifted(published, days=-(back or _WEEK) if before == "last" else -back)


def _has_come(article: Article, index: int, first: int) -> bool:
    """Whether "by" this day or month tells of what has happened: "had reported nine by Friday", "rose to 40 by May"."""
    if article.lower[index - 1] != "by":
        return False
    opens = index - 1 == first
    limit = article.sentence(index).last
    governing = range(index + 1, min(limit, index + _GOVERNS)) if opens else range(max(first, index - _GOVERNS), index)
    if any(place in article.cues.moods or article.lower[place] in _FUTURE for place in governing):
        return False
    told = [place for place in governing if article.classes[place] in (VERB, AUXILIARY)]
    return bool(told) and _is_past_group(article, told[0] if opens else told[-1], first)


def _is_past_group(article: Article, verb: int, first: int) -> bool:
    """Whether the verb, with the auxiliaries and adverbs before it, is in the past: "had not yet reported"."""
    start = verb
    while start > first and article.classes[start - 1] in (AUXILIARY, ADVERB):
        start -= 1
    opening = next((place for place in range(start, verb + 1) if article.classes[place] != ADVERB), verb)
    form = article.vocabulary.verbs.get(article.lower[opening])
    return article.lower[opening] in _PAST or (form is not None and form.form == "past" and opening == verb)


_GOVERNS: Final = 12
"""Tokens before "by Friday" that may tell whether it has passed."""
_PAST: Final = frozenset(("had", "have", "has", "was", "were", "did"))


def _relative_period(article: Article, index: int, limit: int) -> DateMention | None:
    """Read "last month", "next year", "earlier this year".

    A week is no date, and a bare "this year" says no more than publication does.
    """
    word, last = article.lower[index], index + 2
    if word == "earlier" and article.lower[index + 1 : last] == ["this"]:
        last += 1
    elif word == "earlier":
        return None
    published, period = article.published, article.lower[last - 1] if last <= limit else ""
    if published is None or period not in ("year", "month"):
        return None
    months = published.year * _MONTHS_A_YEAR + published.month - 1
    months += _STEPS[word] * (_MONTHS_A_YEAR if period == "year" else 1)
    year, month = divmod(months, _MONTHS_A_YEAR)
    return DateMention(index, last, f"{year:04d}" if period == "year" else f"{year:04d}-{month + 1:02d}")


def _span_ago(article: Article, index: int, limit: int) -> DateMention | None:
    """Read "two days ago" and "a year earlier": the date so long before publication, as exact as its unit.

    Weeks and decades have no date that is as rough as they are: theirs is empty.
    """
    words = article.lower[index : min(index + 3, limit)]
    published = article.published
    if published is None or len(words) < 3 or words[2] not in ("ago", "earlier"):  # noqa: PLR2004 - "a year ago"
        return None
    count = _SPELT.get(words[0]) or _number(article, index, 1, 100)
    if count is None:
        return None
    when = _before(published, count, words[1].removesuffix("s"))
    return DateMention(index, index + 3, when) if when is not None else None


def _before(published: date, count: int, unit: str) -> str | None:
    if unit == "day":
        return _shifted(published, days=-count)
    if unit == "month":
        months = published.year * _MONTHS_A_YEAR + published.month - 1 - count
        return f"{months // _MONTHS_A_YEAR:04d}-{months % _MONTHS_A_YEAR + 1:02d}"
    if unit == "year":
        return f"{published.year - count:04d}"
    return "" if unit in ("week", "decade") else None


def _year(article: Article, index: int) -> DateMention | None:
    """Read a year that its words place: "in 2019", "the census of 2011"."""
    year = _number(article, index, _EARLIEST_YEAR, _LATEST_YEAR)
    cued = index > 0 and article.lower[index - 1] in _YEAR_CUES
    counted = any(figure.first <= index < figure.last for figure in article.figures_of(index))
    return DateMention(index, index + 1, f"{year:04d}") if year and cued and not counted else None


def _shifted(published: date | None, *, days: int) -> str | None:
    if published is None:
        return None
    try:
        return (published + timedelta(days=days)).isoformat()
    except OverflowError:  # the first and last days of the calendar have no day beyond
        return None


def _number(article: Article, index: int, low: int, high: int) -> int | None:
    if not 0 <= index < len(article.tokens) or article.tokens[index].kind != "number":
        return None
    written = article.tokens[index].text
    return (
        int(written) if written.isdecimal() and len(written) <= _YEAR_DIGITS and low <= int(written) <= high else None
    )
