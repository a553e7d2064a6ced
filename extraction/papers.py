"""Whose a report is: who wrote, published or owns it, for "the report" and "it" in the sentences that follow."""

from __future__ import annotations

from extraction.saying import Saying
from extraction.speaker_names import Cast, author_of
from extraction.subjects import Subject, subject_before
from extraction.word_classes import ADJECTIVE, DETERMINER, HYPHEN, NAME, NOUN, POSSESSIVE, VERB

_IN_PHRASE = frozenset((NOUN, NAME, ADJECTIVE, DETERMINER, POSSESSIVE, HYPHEN))


def note_papers(cast: Cast, span: tuple[int, int]) -> Saying | None:
    """Remember who stands behind the last paper that a sentence introduces, nobody where it has no author.

    Returns an act of saying without words of its own where the sentence does nothing but present the paper ("The
    trust released its yearly report"): the sentences after it tell what it holds.
    """
    article, presented = cast.article, None
    for index in range(*span):
        if article.vocabulary.speaker_roles.get(article.lower[index]) != "paper" or article.classes[index] != NOUN:
            continue
        paper = Subject(_start(cast, index, span[0]), index + 1)
        if article.lower[paper.first] in ("the", "this", "that") and paper.last - paper.first == _ARTICLE_AND_NOUN:
            continue
        author = author_of(cast, paper, index + 1)
        cast.memory.paper = author
        if author is not None and _is_main(cast, paper, span):
            presented = Saying(paper.first, paper.last, "paper", author, paper)
    return presented


_ARTICLE_AND_NOUN = 2


def _start(cast: Cast, index: int, limit: int) -> int:
    while index > limit and cast.article.classes[index - 1] in _IN_PHRASE:
        index -= 1
    return index


def _is_main(cast: Cast, paper: Subject, span: tuple[int, int]) -> bool:
    """Whether the paper is subject or object of the sentence's first verb, not something told in passing."""
    classes = cast.article.classes
    verb = next((index for index in range(*span) if classes[index] == VERB), span[1])
    opens = paper.first == span[0] or subject_before(cast.article, verb, span[0]) == paper
    return opens or paper.first == verb + 1
