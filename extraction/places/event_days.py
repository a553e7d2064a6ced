"""The day of what an article is about: what is counted once, on that day, is told as of it in later sentences too.

A toll goes on growing and is as of the day on which it is told; those who marched on Saturday are counted as of
Saturday whenever that is told.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from extraction.model import Sentence
from extraction.places.date_mentions import DAY_LENGTH, mentions_beside, named_weekday
from extraction.words.article import Article, DateMention
from extraction.words.word_classes import ADVERB, PREPOSITION, VERB

_OPENING: Final = 2
"""Sentences, page furniture left out, in which an article names the day of its event."""
_SAID_REACH: Final = 4
"""Tokens between a day and the verb of saying that has it."""
_LONGEST_AGO: Final = 7
"""Days after which an article looks back on more than the one event."""


def day_counted(article: Article, token: int) -> str | None:
    """Give the day of what is counted once and told in the sentence of a token, by it, its passage or the opening."""
    return _own_event(article, token) or day_of_passage(article, token) or next(iter(days_of_event(article)), None)


def _own_event(article: Article, token: int) -> str | None:
    """Read the day in "Turnout in Sunday's ballot was 41 percent" and "Saturday's march drew 700 people"."""
    sentence = article.sentence(token)
    named = (named_weekday(article, index) for index in range(sentence.first, sentence.last - 1))
    return next((when for when in named if when is not None and _has_just_been(article, when)), None)


def only_speaks(article: Article, mention: DateMention) -> bool:
    """Whether a date stands right behind a verb of saying: "..., the board said on Monday"."""
    before = mention.first - 1
    while article.classes[before] in (PREPOSITION, ADVERB):
        before -= 1
    return before in article.cues.speech and article.classes[before] == VERB


def day_of_passage(article: Article, token: int) -> str | None:
    """Give the day on which a sentence or two before it in its paragraph say that something was, if they do."""
    number = article.sentence_of[token]
    for earlier in range(number - 1, max(-1, number - 1 - _OPENING), -1):
        sentence = article.sentences[earlier]
        if sentence.paragraph != article.sentences[number].paragraph:
            return None
        days = _days_told(article, sentence)
        if days:
            return days[-1]
    return None


def days_of_event(article: Article) -> list[str]:
    """Give the day before publication on which an opening says that its event was, if it does; read once an article.

    "Saturday's march", "Thousands marched on Monday".
    """
    if article.days_of_event is None:
        article.days_of_event = _days_of_event(article)
    return article.days_of_event


def _days_of_event(article: Article) -> list[str]:
    told = [sentence for sentence in article.sentences if not sentence.furniture][:_OPENING]
    return next((days[:1] for days in (_days_told(article, sentence) for sentence in told) if days), [])


def _days_told(article: Article, sentence: Sentence) -> list[str]:
    """The days of the last week on which a sentence says that something was, not that somebody spoke."""
    days = [mention for mention in mentions_beside(article, sentence.first) if not _is_of_saying(article, mention)]
    named = (named_weekday(article, index) for index in range(sentence.first, sentence.last - 1))
    whens = [*(mention.when for mention in days), *(when for when in named if when is not None)]
    return [when for when in whens if len(when) == DAY_LENGTH and _has_just_been(article, when)]


def _is_of_saying(article: Article, mention: DateMention) -> bool:
    """Whether somebody speaks on a day: "the union said on Monday", "on Monday the paper reported"."""
    sentence = article.sentence(mention.first)
    around = range(max(sentence.first, mention.first - _SAID_REACH), min(sentence.last, mention.last + _SAID_REACH))
    return any(index in article.cues.speech for index in around)


def _has_just_been(article: Article, when: str) -> bool:
    published = article.published
    return published is not None and 0 < (published - date.fromisoformat(when)).days <= _LONGEST_AGO
