"""What a court, a doctor or an inquiry finds: "ruled that he was unfit", "found her not guilty of fraud"."""

from __future__ import annotations

from typing import Final

from extraction.speech.said_clauses import is_negation, past_opening, verb_group
from extraction.stances.directions import Direction
from extraction.words.article import Article
from extraction.words.word_classes import ADJECTIVE, GERUND, NAME, NOUN

_NOT: Final = frozenset(("not", "never", "neither", "no"))


def is_finding(article: Article, verb: int, last: int) -> bool:
    """Whether a verb of finding has a finding behind it, a verdict, what was ruled, a diagnosis, and it was found."""
    if article.vocabulary.verbs[article.lower[verb]].form == "base" or article.lower[verb - 1] in _NOT:
        return False
    if verdict_in(article, verb + 1, last) is not None:
        return True
    if article.lemma(verb) == "diagnose":
        return "with" in article.lower[verb:last]
    return article.lemma(verb) == "rule" and article.lower[verb + 1] == "that"


def verdict_in(article: Article, first: int, last: int) -> int | None:
    """Where the word of a verdict stands: "guilty", "unfit"; not before what it describes: "illegal weapons"."""
    return next((index for index in range(first, last) if is_verdict(article, index)), None)


def is_verdict(article: Article, index: int) -> bool:
    """Whether the word of a verdict begins at a token."""
    length, kind = article.cues.stances.get(index, (0, ""))
    return kind == "verdict" and article.classes[index + length] not in (NOUN, NAME, ADJECTIVE, GERUND)


def matter_start(article: Article, first: int, last: int) -> int:
    """Where what is found begins: behind "with" in "diagnosed her with typhus"."""
    diagnosed = article.lemma(first - 1) == "diagnose" and "with" in article.lower[first:last]
    return article.lower.index("with", first, last) + 1 if diagnosed else first


def verdict_of(article: Article, first: int, last: int) -> Direction:
    """Read which way a finding goes: "not guilty" is against "guilty", and "fit" against "unfit"."""
    verdict = verdict_in(article, first, last)
    group = verb_group(article, past_opening(article, first, last), last)
    end = verdict if verdict is not None else group[1] if group is not None else first
    negated = any(word in _NOT or is_negation(word) for word in article.lower[first:end])
    if verdict is None:
        return Direction(None, negated, is_negated=False)
    sense = article.vocabulary.stances.senses["state"].get(article.lower[verdict])
    if sense is None:
        return Direction(article.lower[verdict], negated, is_negated=False)
    return Direction(sense.predicate, negated != sense.is_opposite, is_negated=False)
