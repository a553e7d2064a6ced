"""Phrases of a lexicon found among tokens: a tree of words, so that a look-up costs no more than the phrase is long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from extraction.model import Token
from extraction.tokens import tokenize

Entry = TypeVar("Entry")


class _Node(Generic[Entry]):
    """What may follow the words read so far, and the entry of the phrase that ends here."""

    __slots__ = ("entry", "following")

    def __init__(self) -> None:
        self.following: dict[str, _Node[Entry]] = {}
        self.entry: Entry | None = None


class Phrases(Generic[Entry]):
    """Phrases by their words in lower case; `backwards` ones are matched from their last word to their first."""

    def __init__(self, entries: Iterable[tuple[str, Entry]], *, backwards: bool = False) -> None:
        self._step = -1 if backwards else 1
        self._root: _Node[Entry] = _Node()
        for phrase, entry in entries:
            self._add([token.lower for token in tokenize(phrase)][:: self._step], entry)
        self.starts = frozenset(self._root.following)
        """The words with which a phrase may start (or, backwards, end)."""

    def _add(self, words: Sequence[str], entry: Entry) -> None:
        node = self._root
        for word in words:
            node = node.following.setdefault(word, _Node())
        node.entry = entry

    def longest(self, tokens: Sequence[Token], index: int) -> tuple[int, Entry] | None:
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
