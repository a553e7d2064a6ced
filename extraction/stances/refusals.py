"""Answers that were not given: "declined to comment", "has yet to confirm", "could not be reached"."""

from __future__ import annotations

from typing import Final

from extraction.stances.stance import clause_end
from extraction.words.article import Article
from extraction.words.word_classes import ADVERB, AUXILIARY, NOUN

_NEGATIONS: Final = frozenset(("not", "never", "neither", "nor", "cannot", "n't", "no", "nobody", "none"))
_GROUP: Final = 9
"""Tokens that the refusal of an answer may have before the verb of answering."""


def refusal_start(article: Article, index: int, kind: str, limit: int) -> int | None:
    """Where the refusal begins that ends in the verb of answering at `index`; None if the answer was given.

    `kind` is what the table says of the verb: `answer` (comment, respond, be drawn), `telling` (say: only "would not
    say" refuses, "did not say" may be mere reporting) or `verification` (confirm, verify, rule out).
    """
    first, refuses, refusing = index, False, article.speaker_words.refuses
    while first > limit and index - first < _GROUP:
        word = article.lower[first - 1]
        negative = word in _NEGATIONS or word.endswith("n't") or article.lemma(first - 1) in refusing
        if not (
            negative or word in article.mood_words.refusing_on or article.classes[first - 1] in (AUXILIARY, ADVERB)
        ):
            break
        refuses = refuses or negative
        first -= 1
    while first < index and article.lower[first] in ("a", "of", "in", "for", "to", "from"):
        first += 1
    if not refuses:
        return first if _is_of_neither(article, first, index, limit) else None
    if kind == "telling" and not _may_tell(article, first, index):
        return None
    return first


def _is_of_neither(article: Article, first: int, index: int, limit: int) -> bool:
    """Read "neither company has commented" and "nobody at the bank would comment": the subject is nobody."""
    if first >= index:
        return False
    opening = article.lower[max(limit, first - _NOBODY_REACH) : first]
    alone = opening[-2:-1] == ["neither"] or not _NOBODY.isdisjoint(opening[:1] + opening[-1:])
    return alone or _is_of_neither_nor(article, max(limit, first - _NEITHER_REACH), first)


def _is_of_neither_nor(article: Article, first: int, last: int) -> bool:
    """Whether a verb behind the tokens `[first, last)` has "neither the mill nor its guild" for its subject."""
    words = article.lower[first:last]
    opening = words.index("neither") if "neither" in words else len(words)
    return "nor" in words[opening:] and not article.has_verb(first + opening, last)


_NOBODY: Final = frozenset(("nobody", "none"))
_NOBODY_REACH: Final = 4
"""Tokens between "nobody" and its verb: "nobody at the bank"."""
_NEITHER_REACH: Final = 14
"""Tokens of "neither the mayor of Rena nor a spokesman for the harbour board"."""


def _may_tell(article: Article, first: int, index: int) -> bool:
    words = article.lower[first:index]
    doubt = article.lower[index + 1 : index + 2] in (["whether"], ["if"])
    return doubt or any(word == "to" or word in article.mood_words.modal for word in words)


def passive(article: Article, index: int) -> bool:
    """Whether the verb at `index` is a passive participle: "has not been verified", "remains disputed".

    Adverbs before it are passed over.
    """
    position = index - 1
    while position > 0 and article.classes[position] == ADVERB:
        position -= 1
    words = article.mood_words
    return article.lower[position] in words.finite_be | words.bare_be or article.lemma(position) in words.remains


def has_matter(article: Article, first: int, limit: int) -> bool:
    """Whether what stays unanswered is told: "did not respond to the allegations"; else nothing is left open."""
    last = clause_end(article, first, limit)
    nouns = article.vocabulary.stances.nouns
    told = (index for index in range(first, last) if article.classes[index] == NOUN)
    return not _ASKED.isdisjoint(article.lower[first:last]) or any(nouns.get(article.lower[i]) == "claim" for i in told)


_ASKED: Final = frozenset(("whether", "about", "if"))
