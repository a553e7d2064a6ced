"""The dates that the words of a sentence give, counted from the day of publication.

Nothing is invented: a weekday, "last month" or a day without its year needs the day of publication to stand on, and
words that place something before publication without naming a date ("three weeks ago") give an empty one.
"""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final

from extraction.places.periods import MONTHS_A_YEAR, end_of, fiscal_year, month_of, period_of_year, weekend
from extraction.places.tenses import has_come, is_past_group, is_to_come, looks_ahead
from extraction.words.article import Article, DateMention
from extraction.words.word_classes import AUXILIARY, GERUND, NAME, NOUN, NUMBER, POSSESSIVE, VERB

_MONTHS: Final = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_WEEKDAYS: Final = {
    name.lower(): number for names in (calendar.day_name, calendar.day_abbr) for number, name in enumerate(names)
}
_WEEK: Final = 7
_LOOKS_BACK: Final = 8
"""Tokens before a day among which the verb that tells of it stands."""
_YEAR_DIGITS: Final = 4
_EARLIEST_YEAR: Final = 1700
_LATEST_YEAR: Final = 2100


def mentions_beside(article: Article, token: int) -> list[DateMention]:
    """Give the dates of the sentence in which a token stands, read once a sentence."""
    number = article.sentence_of[token]
    known = article.dates.get(number)
    if known is None:
        sentence = article.sentences[number]
        known = article.dates[number] = _mentions(article, sentence.first, sentence.last)
    return known


def day_of_report(article: Article, first: int, last: int) -> date | None:
    """Give the day that a dateline of the tokens `[first, last)` names if it is next to publication, else that.

    What is written in Lima on the evening of 3 May is published on 4 May by the clock of Greenwich.
    """
    published = article.published
    if published is None:
        return None
    for mention in _mentions(article, first, last):
        if len(mention.when) == DAY_LENGTH and abs((date.fromisoformat(mention.when) - published).days) <= 1:
            return date.fromisoformat(mention.when)
    return published


DAY_LENGTH: Final = len("2025-01-01")
MONTH_LENGTH: Final = len("2025-01")


def _mentions(article: Article, first: int, limit: int) -> list[DateMention]:
    """Find the dates of the tokens `[first, limit)`; not those that only open a time ("since Monday")."""
    mentions: list[DateMention] = []
    passed, lower, classes = first, article.lower, article.classes
    opening, starts = article.vocabulary.opens_date, article.vocabulary.date_words["start"]
    for index in [index for index in range(first, limit) if lower[index] in opening or classes[index] == NUMBER]:
        found = _date_at(article, index, first, limit) if index >= passed else None
        if found is None:
            continue
        found = _year_before(article, _at_its_end(article, found, first), mentions)
        before = found.first - (lower[found.first - 1] == "the")
        owns = classes[found.last : found.last + 1] == [POSSESSIVE]  # "from Monday's storm"
        begins = before > first and lower[before - 1] in starts and not owns
        if not begins or lower[found.last : found.last + 2] == [",", "when"]:
            mentions.append(found)
        passed = found.last
    return mentions


def _year_before(article: Article, found: DateMention, mentions: list[DateMention]) -> DateMention:
    """Count "a year earlier" from the month that the sentence gave before it: "in May, against 40 a year earlier"."""
    earlier = article.lower[found.first + 1 : found.last] in (["year", "earlier"], ["year", "before"])
    dated = [mention.when[:MONTH_LENGTH] for mention in mentions if len(mention.when) > _YEAR_DIGITS]
    if not earlier or not dated or article.published is None:
        return found
    years = article.published.year - int(found.when)
    year, month = dated[-1].split("-")
    return found._replace(when=f"{int(year) - years:04d}-{month}")


def _at_its_end(article: Article, found: DateMention, first: int) -> DateMention:
    """Take "the end of June" and "the end of last year" for the last day."""
    before = article.lower[max(first, found.first - 2) : found.first]
    return found._replace(when=end_of(found.when)) if before == ["end", "of"] and found.when else found


def _date_at(article: Article, index: int, first: int, limit: int) -> DateMention | None:
    """Read the date that begins at a token, where one does: a day, a month, a weekday, or a span of time."""
    word, words = article.lower[index], article.vocabulary.date_words
    if word in words["back"]:
        back = _day_before(article, index, first)
        if back is not None:
            return back
    capital = article.tokens[index].text[0].isupper()
    if word in _MONTHS and capital:
        if article.classes[index] == NAME == article.classes[index + 1]:
            return None  # Jun Abella
        return _calendar_date(article, index, limit)
    if word in _WEEKDAYS and capital:
        when = None if article.lower[index - 1] in ("every", "each") else _weekday(article, index, first, limit)
    elif word in words["day"]:
        when = _shifted(article.published, days=words["day"][word])
    elif word == "weekend":
        ahead = words["ahead"].keys() & set(article.lower[max(first, index - 2) : index])
        when = None if ahead else weekend(article.published)
    else:
        return _period(article, index, limit)
    return DateMention(index, index + 1, when) if when else None


def _day_before(article: Article, index: int, first: int) -> DateMention | None:
    """Read "the same day", "that evening" and "by then" as the last day or month that the text named before."""
    moment = article.lower[index + 1] in article.vocabulary.date_words["moment"]
    by_then = article.lower[index] == "then" and article.lower[index - 1] == "by"
    if not by_then and (not moment or article.lower[index] == "then"):
        return None
    number = article.sentence_of[first]
    for earlier in range(number, max(-1, number - _GOES_BACK), -1):
        sentence = article.sentences[earlier]
        named = [
            when
            for when in _named_days(article, sentence.first, min(index, sentence.last))
            if by_then or len(when) == DAY_LENGTH
        ]
        if named:
            return DateMention(index, index + 1 + moment, named[-1])
    return None


_GOES_BACK: Final = 3
"""Sentences, its own among them, in which the day is looked for that "the same day" means."""


def _named_days(article: Article, first: int, limit: int) -> list[str]:
    """The dates that tokens give by themselves, in order."""
    opening, back = article.vocabulary.opens_date, article.vocabulary.date_words["back"]
    told = (
        _date_at(article, index, first, limit)
        for index in range(first, limit)
        if article.lower[index] not in back and (article.lower[index] in opening or article.classes[index] == NUMBER)
    )
    return [mention.when for mention in told if mention is not None and mention.when]


def _period(article: Article, index: int, limit: int) -> DateMention | None:
    """Read what is longer than a day: "last month", "third quarter", "FY2024", "two days ago", "in 2019"."""
    word, words = article.lower[index], article.vocabulary.date_words
    if word in words["turn"]:
        return _turn_of_year(article, index)
    if word in words["step"]:
        return _relative_period(article, index, limit) or period_of_year(article, index)
    if word in words["number"] or article.tokens[index].kind == "number":
        return _span_ago(article, index, limit) or fiscal_year(article, index) or _year(article, index)
    return fiscal_year(article, index) if word in words["fiscal"] else period_of_year(article, index)


def _turn_of_year(article: Article, index: int) -> DateMention | None:
    """Read "at the turn of the year": January of the year of publication."""
    named = article.lower[index + 1 : index + 4] == ["of", "the", "year"] and article.published is not None
    return DateMention(index, index + 4, f"{article.published:%Y}-01") if named else None


def _calendar_date(article: Article, index: int, limit: int) -> DateMention | None:
    """Read "February 25", "5 March", "Oct. 19", "October 2024", "in January"; "May" needs its capital letter.

    A month that names what happened then ("April's earthquake") is told of that month where it is not the present one.
    """
    month = _MONTHS[article.lower[index]]
    published = article.published
    if _names_event(article, index, limit) and (published is None or published.month == month):
        return None
    if _is_of_event(article, index):
        return None
    behind = (
        index + 1 + (article.lower[index + 1] == "." and article.tokens[index].end == article.tokens[index + 1].start)
    )
    before, after = _number(article, index - 1, 1, 31), _number(article, behind, 1, 31)
    shortened = behind > index + 1 and (after is not None or before is not None)  # "Oct. 19", "19 Oct. 2025"
    last = (behind if shortened else index + 1) + (before is None and after is not None)
    comma = last < limit and article.lower[last] == ","
    year = _number(article, last + comma, _EARLIEST_YEAR, _LATEST_YEAR)
    last += comma + 1 if year else 0
    day = before or after
    opening = index - (before is not None)
    year = year or (_last_year(article, opening, month, day) if day else None)
    when = _nearest_year(article.published, year, month, day) if day else _month(article, index, year, month)
    return DateMention(opening, last, when) if when else None


def _last_year(article: Article, index: int, month: int, day: int) -> int | None:
    """The year before publication for a day still to come of which a verb tells in the past: "were sold on 3 June"."""
    published, first = article.published, article.sentence(index).first
    if published is None or article.lower[index - 1] != "on" or not _is_to_come(published, month, day):
        return None
    governing = range(max(first, index - _LOOKS_BACK), index)
    told = [at for at in governing if article.classes[at] in (VERB, AUXILIARY, GERUND)]
    hopes = any(at in article.cues.moods or at in article.cues.speech for at in governing)
    past = bool(told) and not hopes and article.classes[told[-1]] == VERB and is_past_group(article, told[-1], first)
    return published.year - 1 if past else None


def _is_to_come(published: date, month: int, day: int) -> bool:
    """Whether a day of the year of publication lies after it, tomorrow left out: some clocks are there already."""
    tomorrow = _shifted(published, days=1) or ""
    return (month, day) > (published.month, published.day) and not tomorrow.endswith(f"-{month:02d}-{day:02d}")


def _names_event(article: Article, index: int, limit: int) -> bool:
    """Whether the day or month only names what happened then: "Sunday's earthquake", "the April disaster"."""
    following = article.lower[index + 1] if index + 1 < limit else ""
    named = bool(following) and article.classes[index + 1] == NOUN and article.lower[index - 1] == "the"
    return following in ("'s", "’s") or named


def _is_of_event(article: Article, index: int) -> bool:
    """Whether a day only tells which event is meant: "the blast of April 2", not "the night of April 2"."""
    start = index - (article.tokens[index - 1].kind == "number")
    day = start < index or article.tokens[index + 1].kind == "number"
    noun = article.lower[start - 2] if start > 1 else ""
    of_event = start > 1 and article.lower[start - 1] == "of" and article.classes[start - 2] == NOUN
    return day and of_event and noun not in article.vocabulary.date_words["dated"]


def _month(article: Article, index: int, year: int | None, month: int) -> str | None:
    """Complete a month: of the year written, else the last one before publication (after "by" the next)."""
    published = article.published
    if year is None and published is None:
        return None
    if year is None and published is not None:
        ahead = is_to_come(article, index, article.sentence(index).first)
        year = published.year
        year += (month < published.month) if ahead else -(month > published.month)
    return f"{year:04d}-{month:02d}"


def _nearest_year(published: date | None, year: int | None, month: int, day: int) -> str | None:
    """Complete a day without its year: the one nearest to publication; None where there is none or no such day."""
    if year is None and published is None:
        return None
    years = [year] if year else [published.year - 1, published.year, published.year + 1] if published else []
    known_years = [known for known in years if MINYEAR <= known <= MAXYEAR]
    days = [date(known, month, day) for known in known_years if day <= calendar.monthrange(known, month)[1]]
    if not days:
        return None
    return min(days, key=lambda when: _distance(when, published)).isoformat()


def _distance(when: date, published: date | None) -> int:
    """How far a day is from publication; one to come is told of more seldom than one gone by."""
    days = (when - published).days if published else 0
    return days * _SELDOM_AHEAD if days > 0 else -days


_SELDOM_AHEAD: Final = 3


def _weekday(article: Article, index: int, first: int, limit: int) -> str | None:
    """Give the last such day up to publication; the coming one after "by", "next" or where the sentence looks ahead."""
    published = article.published
    if published is None or _names_event(article, index, limit):
        return None
    before = article.lower[index - 1] if index > first else ""
    words = article.vocabulary.date_words
    back = (published.weekday() - _WEEKDAYS[article.lower[index]]) % _WEEK
    future = before == "on" and bool(back) and looks_ahead(article, index, first)
    if future or (before in words["ahead"] and not has_come(article, index, first)):
        return _shifted(published, days=_WEEK - back)
    return _shifted(published, days=-(back or _WEEK) if before == "last" else -back)


def named_weekday(article: Article, index: int) -> str | None:
    """Give the day that a weekday or "yesterday" names an event of: "Saturday's march", "yesterday's strike"."""
    word, days = article.lower[index], article.vocabulary.date_words["day"]
    if article.published is None or article.lower[index + 1] not in ("'s", "’s"):
        return None
    if word in _WEEKDAYS and article.tokens[index].text[0].isupper():
        return _shifted(article.published, days=-((article.published.weekday() - _WEEKDAYS[word]) % _WEEK))
    return _shifted(article.published, days=days[word]) if word in days else None


def _relative_period(article: Article, index: int, limit: int) -> DateMention | None:
    """Read "last month", "next year", "earlier this year", "last night".

    A week is an earlier time without a date, and a bare "this year" says no more than publication does.
    """
    word, last = article.lower[index], index + 2
    if word == "earlier" and article.lower[index + 1 : last] == ["in"]:
        last += 1
    if word == "earlier" and article.lower[last - 1 : last] in (["this"], ["the"]):
        last += 1
    elif word in ("earlier", "this", "same"):
        return None
    published, period = article.published, article.lower[last - 1] if last <= limit else ""
    if period == "week" and (article.classes[last] == POSSESSIVE or article.lower[index - 1] == "of"):
        return None
    when = None if published is None else _stepped(published, period, article.vocabulary.date_words["step"][word], word)
    return DateMention(index, last, when) if when is not None else None


def _stepped(published: date, period: str, step: int, word: str) -> str | None:
    """The year, month or night so many steps from publication; empty for an earlier week; None for all others."""
    if period == "night":
        return _shifted(published, days=step) if word == "last" else None
    if period == "week":
        return "" if word in ("last", "earlier", "previous") else None
    if period == "month":
        return month_of(published.year * MONTHS_A_YEAR + published.month - 1 + step)
    return f"{published.year + step:04d}" if period == "year" else None


def _span_ago(article: Article, index: int, limit: int) -> DateMention | None:
    """Read "two days ago", "a year earlier" and "a year before.": so long before publication, as exact as its unit.

    Weeks and decades have no date that is as rough as they are: theirs is empty.
    """
    words = article.lower[index : min(index + 3, limit)]
    published = article.published
    if published is None or len(words) < 3 or not _looks_back(article, index + 2):  # noqa: PLR2004 - "a year ago"
        return None
    count = article.vocabulary.date_words["number"].get(words[0]) or _number(article, index, 1, 100)
    if count is None:
        return None
    when = _before(published, count, words[1].removesuffix("s"))
    return DateMention(index, index + 3, when) if when is not None else None


def _looks_back(article: Article, index: int) -> bool:
    """Whether a word behind a span of time counts it back: "ago", "earlier", or a "before" that ends its clause."""
    ends = article.tokens[index + 1].kind == "punctuation" if index + 1 < len(article.tokens) else True
    return article.lower[index] in ("ago", "earlier") or (article.lower[index] == "before" and ends)


def _before(published: date, count: int, unit: str) -> str | None:
    if unit == "day":
        return _shifted(published, days=-count)
    if unit == "month":
        return month_of(published.year * MONTHS_A_YEAR + published.month - 1 - count)
    if unit == "year":
        return f"{published.year - count:04d}"
    return "" if unit in ("week", "decade") else None


def _year(article: Article, index: int) -> DateMention | None:
    """Read a year that its words place: "in 2019", "the census of 2011"; that of a decade, "the 1990s", is empty."""
    year = _number(article, index, _EARLIEST_YEAR, _LATEST_YEAR)
    if year is None:
        return None
    before = article.lower[index - 1] if index else ""
    passed = before == "by" and article.published is not None and year < article.published.year
    cued = passed or before in article.vocabulary.date_words["year_cue"]
    counted = any(figure.first <= index < figure.last for figure in article.figures_of(index))
    decade = article.document.text[article.tokens[index].end : article.tokens[index].end + 1] == "s"
    return DateMention(index, index + 1 + decade, "" if decade else f"{year:04d}") if cued and not counted else None


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
