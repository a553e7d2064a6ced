"""Whose the answers of an interview are, where questions and answers are paragraphs of their own without marks.

"Q:" and "A:" tell them apart, else the questions do: each paragraph behind one answers it until the next one asks.
"""

from __future__ import annotations

from itertools import groupby
from typing import Final, NamedTuple

from extraction.speech.cast import Cast, Speaker
from extraction.speech.named_persons import speaker_named
from extraction.speech.saying import Saying
from extraction.words.article import Article

_FEWEST_QUESTIONS: Final = 3
"""Paragraphs that ask, from which on an article is an interview."""
_FEWEST_FIRST_PERSONS: Final = 2
"""Answers in which "I" or "we" must stand."""
_ASKED: Final = frozenset(("you", "your", "yours", "yourself"))
_OWN: Final = frozenset(("i", "we", "my", "our", "ours", "us", "me"))


class Paragraph(NamedTuple):
    """Tokens `[first, last)` of a paragraph and what its words tell of who speaks in it."""

    first: int
    last: int
    asks: bool
    """Whether it ends in a question, speaks to somebody or is labelled as a question."""
    answers: bool
    """Whether it speaks in the first person or is labelled as an answer."""


def answers_in(cast: Cast, sayings: list[Saying]) -> tuple[Speaker | None, list[tuple[int, int]]]:
    """Find who answers in an interview and the tokens of the answers; nobody and none where it is no interview."""
    if cast.article.lower.count("?") < _FEWEST_QUESTIONS:
        return None, []
    spans = _spans(cast.article)
    words = cast.article.speaker_words
    labels = {_label(cast.article, *span) for span in spans}
    if len(labels - {""} - words.question_label - words.answer_label) > 1:
        return None, []  # a transcript, which names who speaks
    paragraphs = [_paragraph(cast.article, *span) for span in spans]
    asked = [number for number, one in enumerate(paragraphs) if one.asks]
    if len(asked) < _FEWEST_QUESTIONS or sum(one.answers for one in paragraphs) < _FEWEST_FIRST_PERSONS:
        return None, []
    answers = [(one.first, one.last) for one in _answers(paragraphs[asked[0] :])]
    return _who_answers(cast, sayings, answers, paragraphs[asked[0]].first), answers


def _spans(article: Article) -> list[tuple[int, int]]:
    grouped = groupby(article.sentences, key=lambda sentence: sentence.paragraph)
    paragraphs = [list(sentences) for _, sentences in grouped]
    return [(sentences[0].first, sentences[-1].last) for sentences in paragraphs]


def _label(article: Article, first: int, last: int) -> str:
    """The words in front of a colon that opens what a paragraph says: "RUIZ (recorded): ..."; empty without one."""
    ahead = article.lower[first : min(last, first + _LONGEST_LABEL)]
    return " ".join(ahead[: ahead.index(":")]) if ":" in ahead else ""


_LONGEST_LABEL: Final = 6


def _paragraph(article: Article, first: int, last: int) -> Paragraph:
    words = set(article.lower[first:last])
    label = _label(article, first, last)
    asked = label in article.speaker_words.question_label
    if asked or label in article.speaker_words.answer_label:
        return Paragraph(first, last, asked, not asked)
    own = not words.isdisjoint(_OWN)
    asks = article.lower[last - 1] == "?" or (not own and not words.isdisjoint(_ASKED))
    return Paragraph(first, last, asks and '"' not in words, own and not asks)


def _answers(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs that answer: all but those that ask, and but a remark between two answers to which one replies."""
    found: list[Paragraph] = []
    for number, one in enumerate(paragraphs):
        follows = bool(found) and found[-1] is paragraphs[number - 1]
        replied = number + 1 < len(paragraphs) and paragraphs[number + 1].answers
        if not one.asks and not (follows and replied and not one.answers):
            found.append(one)
    return found


def _who_answers(cast: Cast, sayings: list[Saying], answers: list[tuple[int, int]], opening: int) -> Speaker | None:
    """The person whose name and a colon open an answer, else the only one whom the words before all questions name."""
    for saying in sayings:
        labelled = saying.kind == "caption" and saying.speaker is not None and saying.speaker.kind == "person"
        if labelled and any(saying.subject.first == first for first, _ in answers):
            return saying.speaker
    named = {
        speaker.name: speaker
        for mention in cast.names.within(0, opening)
        if mention.kind == "person" and (speaker := speaker_named(cast, mention)) is not None
    }
    return next(iter(named.values())) if len(named) == 1 else None
