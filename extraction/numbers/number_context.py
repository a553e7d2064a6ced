"""What the rules for numbers that claim nothing may look at: the words around a number, inside its sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from extraction.model import Sentence, Token
from extraction.numbers.units import Amount
from extraction.words.lexicon import Lexicon

DASHES: Final = frozenset("-‐‑–—−")
QUOTES: Final = frozenset('"“”«»„')


@dataclass(slots=True)
class Context:
    """The tokens of the text and the sentence that numbers stand in; outside the sentence there is nothing."""

    tokens: list[Token]
    sentence: Sentence
    lexicon: Lexicon
    first: int = 0
    last: int = 0

    def __post_init__(self) -> None:
        self.first, self.last = self.sentence.first, self.sentence.last

    def text(self, index: int) -> str:
        """Return the token as written; empty outside the sentence."""
        return self.tokens[index].text if self.first <= index < self.last else ""

    def lower(self, index: int) -> str:
        """Return the token in lower case; empty outside the sentence."""
        return self.tokens[index].lower if self.first <= index < self.last else ""

    def kind(self, index: int) -> str:
        """Return the token's kind; empty outside the sentence."""
        return self.tokens[index].kind if self.first <= index < self.last else ""

    def touches(self, index: int) -> bool:
        """Whether the token follows the one before it without a space."""
        inside = self.first < index < self.last
        return inside and self.tokens[index].start == self.tokens[index - 1].end

    def is_dash(self, index: int) -> bool:
        """Whether the token is a dash that touches the token before it."""
        return self.text(index) in DASHES and self.touches(index)

    def is_word(self, index: int, kind: str) -> bool:
        """Whether the token is in the word list of this kind."""
        return self.lower(index) in self.lexicon.words[kind]

    def is_capital(self, index: int) -> bool:
        """Whether the token starts with a capital letter."""
        return self.text(index)[:1].isupper()

    def is_month(self, index: int) -> bool:
        """Whether the token is the name of a month (capital letter: "may" is none)."""
        return self.is_word(index, "month") and self.is_capital(index)

    def is_noun(self, index: int) -> bool:
        """Whether what stands there can be a counted thing: a word in small letters that is no function word."""
        text = self.text(index)
        return text[:1].islower() and text not in self.lexicon.words["function"]

    def is_plural(self, index: int) -> bool:
        """Whether what stands there looks like several things: "soldiers", "people"."""
        text = self.text(index)
        return self.is_noun(index) and (text.endswith("s") or text in self.lexicon.words["plural"])


Rule = Callable[[Context, Amount], str | None]
"""Says what a number is that claims nothing ("date", "name"), or None where the rule does not apply."""


def is_bare(amount: Amount) -> bool:
    """Whether the number is in digits, with neither unit nor scale word."""
    return amount.unit is None and amount.numeral.form == "digits" and amount.numeral.scale == 1


def is_plain(context: Context, amount: Amount) -> bool:
    """Whether the number is digits alone, without grouping or decimals, as years, ages and house numbers are."""
    return is_bare(amount) and context.text(amount.numeral.first).isdigit()
