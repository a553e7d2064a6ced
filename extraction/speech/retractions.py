"""Figures that are taken back, and by whom: "the board withdrew its count of 312", "an earlier version gave 7.5"."""

from __future__ import annotations

from typing import Final

from extraction.model import Figure
from extraction.speech.cast import Cast, Speaker
from extraction.speech.figure_sources import source_of
from extraction.speech.moods_at import REACH, mood_at
from extraction.speech.said_clauses import whose_claim
from extraction.speech.speaker_names import speaker_of
from extraction.words.article import Article
from extraction.words.subjects import Subject, subject_after, subject_before
from extraction.words.word_classes import ADVERB, AUXILIARY, COMMA, STOP, VERB

_CLAIM_WITHIN: Final = 4
"""Tokens after a verb of taking back among which it names a claim: "withdrew its earlier estimate"."""
_WITHDRAWN_WITHIN: Final = 8
"""Tokens behind a figure among which it is told that it "was withdrawn"."""


def retraction_of(article: Article, figure: Figure) -> int | None:
    """Where the verb stands that takes a figure back: "withdrew its figure of 312", "the count of 48 was retracted"."""
    for index in range(_start(article, figure), figure.first):
        if _takes_claim(article, index) and is_first_after(article, figure, index):
            return index
    return _withdrawn_at(article, figure)


def who_takes_back(cast: Cast, figure: Figure) -> Speaker | None:
    """Name who takes a figure back: the subject of the verb, who follows "withdrawn by", or else whose it was."""
    article = cast.article
    verb = retraction_of(article, figure)
    if verb is None:
        return None
    sentence, behind = article.sentences[figure.sentence], verb + article.cues.moods[verb][0]
    if verb < figure.first:
        subject = subject_before(article, verb, sentence.first)
    elif article.lower[behind] == "by":
        subject = subject_after(article, behind + 1, sentence.last)
    else:
        return source_of(cast, figure)
    return speaker_of(cast, subject) if subject is not None else None


def whose_is_taken_back(cast: Cast, figure: Figure, retractor: Speaker) -> Speaker | None:
    """Name whose word a retraction takes back: a voice it names, "retracted the guild's claim", else its own."""
    verb = retraction_of(cast.article, figure)
    if verb is None:
        return None
    owner = whose_claim(cast.article, verb + 1, figure.first) if verb < figure.first else None
    return (speaker_of(cast, Subject(*owner)) if owner is not None else None) or retractor


def is_taken_back_by_publisher(article: Article, figure: Figure) -> bool:
    """Whether the publisher itself takes a denied figure back, whoever it had quoted with it.

    Read "an earlier version of this article said", "we gave 45" and, in the Herald, "the Herald retracts its report".
    """
    for index in range(_start(article, figure), figure.first):
        mood = mood_at(article, index)
        if mood == "corrected":
            return article.cues.moods[index][0] > 1  # "wrongly" alone is said of anybody
        if mood == "own report":
            return True
        if _takes_claim(article, index):
            return _is_of_publisher(article, article.lower[article.sentences[figure.sentence].first : index])
    return is_as_published(article, figure)


def is_as_published(article: Article, figure: Figure) -> bool:
    """Whether words behind a figure say that the publisher gave it: "(not 21) as we reported on Monday"."""
    behind = range(figure.last, min(article.sentences[figure.sentence].last - 1, figure.last + _PUBLISHED_WITHIN))
    return any(article.lower[at] == "as" and mood_at(article, at + 1) == "own report" for at in behind)


_PUBLISHED_WITHIN: Final = 4
"""Tokens behind a figure among which "as we reported" begins: "not 21 people, as"."""


def _start(article: Article, figure: Figure) -> int:
    return max(article.sentences[figure.sentence].first, figure.first - REACH)


def _is_of_publisher(article: Article, before: list[str]) -> bool:
    """Whether the words before a verb name the publisher, or say "we"."""
    return "we" in before or article.document.source.lower() in " ".join(before)


def _withdrawn_at(article: Article, figure: Figure) -> int | None:
    """Read "the earlier figure of 48 injured has been retracted"; "300 soldiers were withdrawn" takes nothing back."""
    sentence = article.sentences[figure.sentence]
    if not _names_claim(article, max(sentence.first, figure.first - _CLAIM_WITHIN), figure.first):
        return None
    for index in range(figure.last, min(sentence.last, figure.last + _WITHDRAWN_WITHIN)):
        if article.classes[index] in (STOP, COMMA):
            return None
        if mood_at(article, index) == "retraction" and article.classes[index] == VERB:
            return index if article.classes[index - 1] in (AUXILIARY, ADVERB) else None
    return None


def _takes_claim(article: Article, index: int) -> bool:
    """Whether a verb takes back what a noun for a claim names: "withdrew its figure", not "withdrew 300 soldiers"."""
    if mood_at(article, index) != "retraction":
        return False
    start = index + article.cues.moods[index][0]
    return _names_claim(article, start, start + _CLAIM_WITHIN)


def _names_claim(article: Article, first: int, last: int) -> bool:
    return any(article.vocabulary.stances.nouns.get(word) == "claim" for word in article.lower[first:last])


def is_first_after(article: Article, figure: Figure, index: int) -> bool:
    """Whether no other figure stands between a retraction and this one, which is then what it takes back."""
    others = (other.first for other in article.figures_of(index))
    return not any(index < first < figure.first for first in others)
