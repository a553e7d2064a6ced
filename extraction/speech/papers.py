"""Whose a report is: who wrote, published or owns it, for "the report" and "it" in the sentences that follow."""

from __future__ import annotations

from typing import Final

from extraction.speech.cast import OWNED, Cast, Speaker
from extraction.speech.own_notes import is_own_note
from extraction.speech.saying import Saying
from extraction.speech.speaker_names import author_of
from extraction.words.article import Article
from extraction.words.subjects import Subject, subject_before
from extraction.words.word_classes import ADJECTIVE, DETERMINER, HYPHEN, NAME, NOUN, POSSESSIVE, VERB

_IN_PHRASE: Final = frozenset((NOUN, NAME, ADJECTIVE, DETERMINER, POSSESSIVE, HYPHEN))


def note_papers(cast: Cast, span: tuple[int, int], sayings: list[Saying]) -> Saying | None:
    """Remember who stands behind the last paper that a sentence introduces, nobody where it has no author.

    Returns an act of saying where the sentence presents a paper without a verb of saying: one without words of its own
    for "The trust released its yearly report", and one that covers all of "The report criticises 40 clinics".
    """
    article, presented, papers = cast.article, None, cast.article.vocabulary.papers
    if papers.isdisjoint(article.lower[span[0] : span[1]]) or is_own_note(article, span[0]):
        return None
    for index in range(*span):
        if article.lower[index] not in papers or article.classes[index] != NOUN:
            continue
        paper = Subject(_start(cast, index, span[0]), index + 1)
        known = article.lower[paper.first] in ("the", "this", "that") and paper.last - paper.first == _ARTICLE_AND_NOUN
        author = author_of(cast, paper, index + 1)
        if not known:
            author = author or _told_in(article, paper, sayings)
            cast.memory.paper = author
        if author is not None and _is_main(cast, paper, span):
            own = paper.first == span[0] and article.lower[span[0]] in OWNED  # "Its bulletin lists 40 cases"
            covers = [(span[0], span[1])] if known or own else []
            presented = Saying(paper.first, paper.last, "paper", author, paper, covers)
    return presented


def _told_in(article: Article, paper: Subject, sayings: list[Saying]) -> Speaker | None:
    """Take who speaks in "the guild told its members in a short memo"."""
    passed = article.lower[paper.first - 1] in ("in", "with", "via") and sayings and sayings[-1].verb < paper.first
    return sayings[-1].speaker if passed else None


_ARTICLE_AND_NOUN: Final = 2


def _start(cast: Cast, index: int, limit: int) -> int:
    while index > limit and cast.article.classes[index - 1] in _IN_PHRASE:
        index -= 1
    return index


def _is_main(cast: Cast, paper: Subject, span: tuple[int, int]) -> bool:
    """Whether the paper is subject or object of the sentence's first verb, not something told in passing."""
    classes = cast.article.classes
    verb = next((index for index in range(*span) if classes[index] == VERB), span[1])
    subject = subject_before(cast.article, verb, span[0])
    opens = paper.first == span[0] or (subject is not None and subject.first <= paper.first < subject.last)
    return opens or paper.first == verb + 1
