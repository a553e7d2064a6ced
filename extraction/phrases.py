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

    def _add(self, words: Sequence[str], entry: Entry) -> None:
        node = self._root
        for word in words:
            node = node.following.setdefault(word, _Node())
        node.entry = entry

    @property
    def starts(self) -> frozenset[str]:
        """The words with which a phrase may start (or, backwards, end)."""
        return frozenset(self._root.following)

    def longest(self, tokens: Sequence[Token], index: int) -> tuple[int, Entry] | None:
        """Match the longest phrase that starts (backwards: ends) at the token `index`.

        Returns how many tokens it has and its entry, or None.
        """
        step, node, found, length = self._step, self._root, None, 0
        end = -1 if step < 0 else len(tokens)
        while index != end:
            following = node.following.get(tokens[index].lower)
            if following is None:
                break
            node, length, index = following, length + 1, index + step
            if node.entry is not None:
                found = (length, node.entry)
        return found
