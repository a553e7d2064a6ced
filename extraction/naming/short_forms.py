"""By which shorter names an article speaks of a body that it names in full: the beginning, the proper end, initials."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from extraction.naming.mentions import Mention
from extraction.words.article import Article
from extraction.words.word_classes import DETERMINER

_FEWEST_LETTERS: Final = 3
"""Letters from which on initials tell whose they are."""
_SHORTEST_WORD: Final = 4
"""Letters from which on a last word alone tells which body is meant."""


def full_names(article: Article, mentions: Iterable[Mention]) -> dict[str, str]:
    """For each shorter name that the article gives a body, the full one; of several that begin alike the first."""
    named = [mention for mention in mentions if mention.kind in ("organisation", "thing")]
    bodies = {mention.name: None for mention in named if " " in mention.name and not _is_model(article, mention)}
    full: dict[str, list[str]] = {}
    for body in bodies:
        for short in _short_forms(article, body):
            full.setdefault(short, []).append(body)
    found = {}
    for mention in named:
        longer = full.get(mention.name, []) if not mention.wording and _is_name(article, mention) else []
        begins = bool(longer) and longer[0].startswith(mention.name) and not _is_known(article, mention.name)
        if begins or len(longer) == 1:
            found[mention.name] = longer[0]
    return found


def _is_name(article: Article, mention: Mention) -> bool:
    """Whether a single word is a name though it tells what a body is: "the Observatory", but not "Aid agencies"."""
    pointed = mention.first > 0 and article.lower[mention.first - 1] == "the"
    return pointed or " " in mention.name or not _is_known(article, mention.name)


def _is_model(article: Article, mention: Mention) -> bool:
    """Whether a name is a product's, which begins with its maker's: "the Halden Kestrel", "a Halden T280"."""
    before = article.classes[mention.first - 1] if mention.first else ""
    return mention.kind == "thing" and before == DETERMINER


def _short_forms(article: Article, body: str) -> Iterator[str]:
    """The beginnings of a name, its rest behind a first word, its proper last word, its nouns and its initials."""
    words = body.split()
    for last in range(1, len(words)):
        if words[last - 1][0].isupper():
            yield " ".join(words[:last])
    if _is_of_body(article, words[-1]) and len(words) > len(("Space", "Agency")):
        yield " ".join(words[1:])
    if _is_of_body(article, words[0]) and not _is_known(article, words[-1]) and len(words[-1]) >= _SHORTEST_WORD:
        yield words[-1]
    yield from (word for word in words[1:] if _is_of_body(article, word) and word[0].isupper())
    letters = "".join(word[0] for word in words if word[0].isupper())
    if len(letters) >= _FEWEST_LETTERS:
        yield letters


def _is_of_body(article: Article, word: str) -> bool:
    vocabulary, lower = article.vocabulary, word.lower()
    return vocabulary.names.words.get(lower) == "organisation" or vocabulary.speaker_nouns.get(lower) == "state"


def _is_known(article: Article, word: str) -> bool:
    """Whether a word is one of the tables, so that it tells what a body is and not which."""
    known, lower = article.vocabulary, word.lower()
    return (
        lower in known.names.words
        or lower in known.speaker_nouns
        or lower in known.names.broader
        or lower in known.verbs
    )
