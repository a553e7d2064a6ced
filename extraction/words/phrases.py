"""Phrases of a lexicon found among tokens: a tree of words, so that a look-up costs no more than the phrase is long."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

from extraction.model import Token
from extraction.words.tokens import tokenize

Entry = TypeVar("Entry")


class _Node(Generic[Entry]):
    """What may follow the words read so far, and the entry of the phrase that ends here."""

    __slots__ = ("entry", "following")

    def __init__(self) -> None:
        self.following: dict[str, _Node[Entry]] = {}
        self.entry: Entry | None = None


def _words(phrase: str) -> list[str]:
    """The tokens of a phrase in lower case; plain words, as most phrases of the large tables are, need no tokeniser."""
    if phrase.isascii() and phrase.replace(" ", "").isalpha():
        return [sys.intern(word) for word in phrase.lower().split()]
    return [token.lower for token in tokenize(phrase)]


class Phrases(Generic[Entry]):
    """Phrases by their words in lower case; `backwards` ones are matched from their last word to their first."""

    def __init__(self, entries: Iterable[tuple[str, Entry]], *, backwards: bool = False) -> None:
        self._step = -1 if backwards else 1
        self._root: _Node[Entry] = _Node()
        for phrase, entry in entries:
            self._add(_words(phrase)[:: self._step], entry)
        self.starts = frozenset(self._root.following)
        """The words with which a phrase may start (or, backwards, end)."""

    def _add(self, words: list[str], entry: Entry) -> None:
        node = self._root
        for word in words:
            node = node.following.setdefault(word, _Node())
        node.entry = entry

    @property
    def root(self) -> _Node[Entry]:
        """The tree, for those who walk several at once."""
        return self._root

    def longest(self, tokens: list[Token], index: int) -> tuple[int, Entry] | None:
        """Match the longest phrase that starts (backwards: ends) at the token `index`.

        `index` must be one of a token. Returns how many tokens the phrase has and its entry, or None.
        """
        node = self._root.following.get(tokens[index].lower)
        if node is None:
            return None
        found, length, step = None, 1, self._step
        end = -1 if step < 0 else len(tokens)
        while True:
            if node.entry is not None:
                found = (length, node.entry)
            index += step
            if index == end or not node.following:
                return found
            following = node.following.get(tokens[index].lower)
            if following is None:
                return found
            node, length = following, length + 1


Matches = dict[int, tuple[int, Entry]]
"""By the token at which it starts, the longest phrase found: how many tokens it has, and its entry."""


class _Branch:
    """What may follow the words read so far in any of several tables, and the phrases of the tables that end here."""

    __slots__ = ("ending", "following")

    def __init__(self) -> None:
        self.following: dict[str, _Branch] = {}
        self.ending: tuple[tuple[int, tuple[int, Any]], ...] = ()
        """By the number of its table how many words the phrase has, and its entry."""


class PhraseTables:
    """Several tables whose phrases are found in one pass over the words of a text: one tree holds them all."""

    def __init__(self, tables: Sequence[Iterable[tuple[str, Any]]]) -> None:
        self._count = len(tables)
        self._root = _Branch()
        for number, table in enumerate(tables):
            for phrase, entry in table:
                self._add(number, _words(phrase), entry)

    def _add(self, table: int, words: list[str], entry: object) -> None:
        """Let a phrase end in the tree; the last of a table's like phrases counts."""
        branch = self._root
        for word in words:
            branch = branch.following.setdefault(word, _Branch())
        others = (ending for ending in branch.ending if ending[0] != table)
        branch.ending = (*others, (table, (len(words), entry)))

    def find(self, words: list[str]) -> list[Matches[Any]]:
        """Find, for each table, the longest phrase that starts at each word; the words are in lower case."""
        found: list[Matches[Any]] = [{} for _ in range(self._count)]
        starts, last = self._root.following, len(words) - 1
        for index, word in enumerate(words):
            branch = starts.get(word)
            if branch is None:
                continue
            for table, match in branch.ending:
                found[table][index] = match
            if index < last and branch.following and words[index + 1] in branch.following:
                _go_on(branch, words, index, found)
        return found


def _go_on(branch: _Branch, words: list[str], first: int, found: list[Matches[Any]]) -> None:
    """Walk down from the branch of the word at `first`: longer phrases take the place of shorter ones."""
    for index in range(first + 1, len(words)):
        following = branch.following.get(words[index])
        if following is None:
            return
        branch = following
        for table, match in branch.ending:
            found[table][first] = match
