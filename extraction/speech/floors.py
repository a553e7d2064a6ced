"""Acts of saying without words of their own: "The mayor disagreed.", after which what the mayor says follows."""

from __future__ import annotations

from extraction.speech.cast import Cast
from extraction.speech.said_clauses import BE, negates
from extraction.speech.saying import Saying
from extraction.speech.speaker_names import speaker_of
from extraction.words.article import Article
from extraction.words.subjects import subject_before
from extraction.words.word_classes import ADVERB, AUXILIARY, VERB

FLOOR = "floor"
"""The kind of such an act: it credits no word of its own sentence."""


def floor_taken(cast: Cast, first: int, last: int) -> Saying | None:
    """Find who takes the floor among the tokens `[first, last)` of a sentence: "Ruiz, chair of works, was blunt"."""
    article = cast.article
    for index in range(first, last):
        if article.classes[index] not in (VERB, AUXILIARY):
            continue
        length = _length(article, index, last)
        subject = subject_before(article, index, first) if length else None
        speaker = speaker_of(cast, subject) if subject is not None else None
        if subject is not None and speaker is not None:
            if speaker.name.lower() not in cast.names.persons.by_name:  # who has a name is found by it
                cast.memory.remember(article, subject, speaker)
            return Saying(index, index + length, FLOOR, speaker, subject)
    return None


def _length(article: Article, index: int, limit: int) -> int:
    """How many tokens a wording has by which somebody takes the floor at a verb; 0 where there is none."""
    wordings = article.vocabulary.floor_wordings
    state = article.lower[index] in BE
    start = index + 1 if state else index
    while state and start < limit and article.classes[start] == ADVERB and article.lower[start] not in wordings.starts:
        start += 1
    match = wordings.longest(article.tokens, start) if start < limit else None
    if match is None or (match[1] == "state") != state:
        return 0
    before = article.lower[max(0, index - 2) : index]
    if negates(before) or (not state and not BE.isdisjoint(before)):
        return 0
    end = start + match[0]
    promises = article.lower[end] == "to" and article.classes[end + 1] == VERB  # "agreed to switch"
    return 0 if promises else end - index
