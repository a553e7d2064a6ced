"""Whom the paper itself asked: "We asked a surveyor in Riga, who had no part in it", whose answer follows."""

from __future__ import annotations

from extraction.speech.cast import Cast, head_of
from extraction.words.article import Article
from extraction.words.subjects import Subject, subject_after
from extraction.words.word_classes import is_plural


def whom_paper_asked(article: Article, first: int, last: int) -> Subject | None:
    """Find whom "we" asked, spoke to or polled among the tokens `[first, last)`."""
    asking = article.vocabulary.words["asking"]
    verbs = (index for index in range(first + 1, last) if article.lower[index] in asking)
    verb = next((index for index in verbs if article.lower[index - 1] == "we"), None)
    if verb is None:
        return None
    tie = article.lower[verb + 1] in ("to", "with")  # "we spoke to a surveyor"
    return subject_after(article, verb + 1 + tie, last)


def lately_asked(cast: Cast, before: int, *, many: bool) -> Subject | None:
    """Find whom the paper asked in the sentence of a token or the one before it: one, or `many` at once."""
    article, own = cast.article, cast.article.sentence_of[before]
    for sentence in reversed(article.sentences[max(0, own - 1) : own + 1]):
        asked = whom_paper_asked(article, sentence.first, min(before, sentence.last))
        if asked is not None and sentence.paragraph == article.sentences[own].paragraph:
            return asked if is_plural(head_of(cast, asked)) == many else None
    return None
