"""Whose the answers of an interview are, where questions and answers are paragraphs of their own without marks.

"Q:" and "A:" tell them apart, else the questions do: each paragraph behind one answers it until the next one asks.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from extraction.naming.mentions import Mention
from extraction.speech.cast import Cast, Speaker
from extraction.speech.named_persons import speaker_named
from extraction.speech.saying import Saying
from extraction.speech.turns import label_at
from extraction.words.article import Article
from extraction.words.word_classes import QUOTE

_FEWEST_QUESTIONS: Final = 3
"""Paragraphs that ask, from which on an article is an interview; fewer are enough with other signs."""
_FEWEST_FIRST_PERSONS: Final = 2
"""Answers in which "I" or "we" must stand."""
_PAIR: Final = 2
"""Questions that make an interview where one of them says "you" and an answer says "I"."""
_LONGEST_OPENING: Final = 160
"""Tokens before the first question of so short an interview."""


class Paragraph(NamedTuple):
    """Tokens `[first, last)` of a paragraph and what its words tell of who speaks in it."""

    first: int
    last: int
    asks: bool
    """Whether it ends in a question, speaks to somebody or is labelled as a question."""
    answers: bool
    """Whether it speaks in the first person or is labelled as an answer."""
    ends: bool = False
    """Whether it ends in a question mark."""
    quotes: bool = False
    """Whether words stand between quotation marks in it."""


def answers_in(cast: Cast, sayings: list[Saying]) -> tuple[Speaker | None, list[tuple[int, int]]]:
    """Find who answers in an interview and the tokens of the answers; nobody and none where it is no interview."""
    if "?" not in cast.article.different:
        return None, []
    spans = cast.article.lines()
    words = cast.article.speaker_words
    labels = {_label(cast.article, *span) for span in spans}
    if len(labels - {""} - words.question_label - words.answer_label) > 1:
        return None, []  # a transcript, which names who speaks
    paragraphs = [_paragraph(cast.article, *span) for span in spans]
    asked = _asking(paragraphs)
    if not asked or not _is_interview(cast.article, paragraphs, asked):
        return None, []
    speaker = _who_answers(cast, sayings, paragraphs, asked)
    found = _answers(paragraphs[asked[0] :])
    if speaker is not None and found and not found[-1].answers and _is_about(cast, speaker, found[-1]):
        found.pop()  # "Ms Ruiz, 44, has run the harbour for years."
    return speaker, [(one.first, one.last) for one in found]


def _asking(paragraphs: list[Paragraph]) -> list[int]:
    """Number the paragraphs that ask; a remark before the first of them that is answered at once is one of them."""
    asked = [number for number, one in enumerate(paragraphs) if one.asks]
    while asked and asked[0] > 1 and _is_reply(paragraphs, asked[0] - 1):
        asked.insert(0, asked[0] - 2)
    return asked


def _is_reply(paragraphs: list[Paragraph], number: int) -> bool:
    """Whether a paragraph answers the one before it, which says nothing of its own."""
    one, before = paragraphs[number], paragraphs[number - 1]
    return one.answers and not one.quotes and not before.answers and before.last - before.first < _BRIEF


def _is_interview(article: Article, paragraphs: list[Paragraph], asked: list[int]) -> bool:
    """Whether questions and answers take turns: by their labels or heading, by their number, or by "you" and "I"."""
    own = sum(one.answers for one in paragraphs)
    if len(asked) >= _FEWEST_QUESTIONS and own >= _FEWEST_FIRST_PERSONS:
        return True
    opening = article.lower[: paragraphs[asked[0]].first]
    labels = {_label(article, one.first, one.last) for one in paragraphs}
    words = article.speaker_words
    if labels & words.question_label and labels & words.answer_label:
        return True
    if len(opening) > _LONGEST_OPENING or any(one.quotes for one in paragraphs[asked[0] :]):
        return False
    questions = [paragraphs[number] for number in asked if paragraphs[number].last - paragraphs[number].first < _BRIEF]
    if not any(one.ends for one in questions):
        return False
    spoken_to = any(not words.second_person.isdisjoint(article.lower[one.first : one.last]) for one in questions)
    announced = not words.interview.isdisjoint(opening[:_HEADING]) and (own > 0 or len(questions) >= _PAIR)
    alone = asked[0] == 0 and (own > 0 or paragraphs[-1].first in article.persons_at)
    return announced or (spoken_to and (alone or (own > 0 and len(questions) >= _PAIR)))


_BRIEF: Final = 40
"""Tokens that a question has at most."""
_HEADING: Final = 16
"""Tokens of a heading that may announce an interview: "Five questions for Ana Ruiz"."""


def _is_about(cast: Cast, speaker: Speaker, paragraph: Paragraph) -> bool:
    """Whether a paragraph names who answers, as the note on the guest at the end does."""
    named = cast.names.within(paragraph.first, paragraph.last)
    persons = (speaker_named(cast, one) for one in named if one.kind == "person")
    return any(person is not None and person.name == speaker.name for person in persons)


def _label(article: Article, first: int, last: int) -> str:
    """The words in front of a colon that opens what a paragraph says: "RUIZ (recorded): ..."; empty without one."""
    label = label_at(article, first, min(last, first + _LONGEST_LABEL + 1))
    return " ".join(article.lower[label.first : label.colon]) if label is not None else ""


_LONGEST_LABEL: Final = 6


def _paragraph(article: Article, first: int, last: int) -> Paragraph:
    words, quotes = set(article.lower[first:last]), QUOTE in article.classes[first:last]
    label, ends = _label(article, first, last), article.lower[last - 1] == "?"
    asked = label in article.speaker_words.question_label
    if asked or label in article.speaker_words.answer_label:
        return Paragraph(first, last, asked, not asked, ends, quotes)
    own = any(article.is_first_person(token) for token in range(first, last))
    asks = ends or (not own and not words.isdisjoint(article.speaker_words.second_person))
    return Paragraph(first, last, asks and '"' not in words, own and not asks, ends, quotes)


def _answers(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs that answer: all but those that ask, and but a remark between two answers to which one replies."""
    found: list[Paragraph] = []
    for number, one in enumerate(paragraphs):
        follows = bool(found) and found[-1] is paragraphs[number - 1]
        replied = number + 1 < len(paragraphs) and paragraphs[number + 1].answers
        if not one.asks and not (follows and replied and not one.answers):
            found.append(one)
    return found


def _who_answers(cast: Cast, sayings: list[Saying], paragraphs: list[Paragraph], asked: list[int]) -> Speaker | None:
    """The person whose name and a colon open an answer, else the guest whom the opening or the last lines name."""
    answers = [(one.first, one.last) for one in _answers(paragraphs[asked[0] :])]
    for saying in sayings:
        labelled = saying.kind == "caption" and saying.speaker is not None and saying.speaker.kind == "person"
        if labelled and any(saying.subject.first == first for first, _ in answers):
            return saying.speaker
    opening = paragraphs[asked[0]].first
    if opening:
        return _guest(cast, 0, opening)
    return _guest(cast, paragraphs[-1].first, paragraphs[-1].last)


def _guest(cast: Cast, first: int, last: int) -> Speaker | None:
    """Whom some lines introduce first: the one who asks, a rival or a predecessor stands behind.

    Only who does nothing but meet somebody has come to ask: "Ana Ruiz met Tom Berg, the harbour master".
    """
    article = cast.article
    named = [one for one in cast.names.within(first, last) if one.kind == "person" and not _is_byline(article, one)]
    speakers = [(one, speaker) for one in named if (speaker := speaker_named(cast, one)) is not None]
    if not speakers:
        return None
    opening, guest = speakers[0]
    others = [speaker for _, speaker in speakers if speaker.name != guest.name]
    once = sum(speaker.name == guest.name for _, speaker in speakers) == 1
    asks = once and article.lower[opening.last] in article.speaker_words.meets_guest
    return others[0] if asks and others and _is_introduced(cast, others[0]) else guest


def _is_introduced(cast: Cast, speaker: Speaker) -> bool:
    """Whether an office or calling stands with somebody's name."""
    person = cast.names.persons.by_name.get(speaker.name.lower())
    return person is not None and (person.called or bool(person.told))


def _is_byline(article: Article, mention: Mention) -> bool:
    """Whether a name only signs the piece: "By Ana Ruiz", "Interview: Ana Ruiz", "Photos by Ana Ruiz"."""
    before = article.lower[mention.first - 1] if mention.first else ""
    sentence = article.sentence(mention.first)
    signs = before in ("by", ":") and not article.has_verb(sentence.first, sentence.last)
    return sentence.furniture or signs
