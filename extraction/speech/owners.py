"""Whether "their" before who speaks means the persons told of last, and not the body that told of them.

"Police said two men had broken in. Their lawyer denied it": a lawyer or a mother is of the men; a body has its heads
and its hands: "their spokeswoman", "their officers".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extraction.speech.cast import Cast, head_of
from extraction.words.article import Article
from extraction.words.subjects import Subject
from extraction.words.word_classes import AUXILIARY, NOUN, VERB, is_plural

_SENTENCES: Final = 1
"""Sentences before that of "their" in which the persons may stand."""


def is_of_persons(cast: Cast, subject: Subject) -> bool:
    """Whether "their lawyer" is of several persons of whom the sentence before tells behind its own opening."""
    article = cast.article
    if article.lower[subject.first] != "their" or head_of(cast, subject) not in article.speaker_words.of_persons:
        return False
    own = article.sentence_of[subject.first]
    first = article.sentences[max(0, own - _SENTENCES)].first
    return any(_is_many(article, index) for index in _said_or_done(article, first, subject.first))


def _said_or_done(article: Article, first: int, last: int) -> Iterator[int]:
    """The tokens behind the first verb from `first` on: what its subject tells of, or does to others."""
    verb = next((index for index in range(first, last) if article.classes[index] == VERB), last)
    yield from range(verb + 1, last)


def _is_many(article: Article, index: int) -> bool:
    """Whether several persons are meant: a plural of people, or one that is followed by what it did."""
    word = article.lower[index]
    if article.classes[index] != NOUN or not is_plural(word):
        return False
    found = article.cues.measures.get(index)
    people = found is not None and "people" in (found[1].name, article.vocabulary.measures.kinds.get(found[1].name))
    acts = article.classes[index + 1] in (AUXILIARY, VERB)
    return people or acts or article.vocabulary.speaker_nouns.get(word) == "person"
