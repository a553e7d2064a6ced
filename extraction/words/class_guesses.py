"""The class of a word as it is guessed from the word itself: a mark, a number, a word in small letters."""

from __future__ import annotations

from typing import Final

from extraction.model import Token
from extraction.words.capital_words import acts_in_headline, capitalised_guess, may_be_name
from extraction.words.classed_text import ClassedText, has_capital, lower_case_guess
from extraction.words.word_classes import (
    AUXILIARY,
    BRACKET,
    COMMA,
    DATE,
    HYPHEN,
    NAME,
    NUMBER,
    POSSESSIVE,
    QUOTE,
    STOP,
    VERB,
)

_MARKS: Final = (
    dict.fromkeys(",;:–—―", COMMA)
    | dict.fromkeys(".!?…", STOP)
    | dict.fromkeys('"“”„«»‹›‘', QUOTE)
    | dict.fromkeys("()[]{}", BRACKET)
    | dict.fromkeys("-‐‑/", HYPHEN)
)
_SIGNS: Final = frozenset("¢₵₦₱₫₭₮₲₡₼₾$€£¥₹₽₩₺₴%‰+#°~≈<>≥≤±")
_DASHES: Final = frozenset("-‐‑/")
_HANGS_ON_PLACE: Final = _DASHES | {"'", "’", "&"}
"""Marks that mean one thing inside a word and another between words."""


def first_guess(text: ClassedText, index: int) -> str:
    """Guess the class of a word by itself; that of a number or of a word in small letters is the same everywhere."""
    token, vocabulary = text.tokens[index], text.vocabulary
    if token.kind == "number":
        return vocabulary.remember_guess(token.text, NUMBER)
    if token.kind != "word":
        mark = _mark(text.tokens, index)
        return mark if token.text in _HANGS_ON_PLACE else vocabulary.remember_guess(token.text, mark)
    if token.lower in ("'s", "’s"):
        return _apostrophe_s(text.tokens, index)
    known = vocabulary.word_classes.get(token.lower)
    if has_capital(token) and (known != DATE or may_be_name(token, vocabulary)):
        return VERB if acts_in_headline(text, index) else capitalised_guess(text, index, known)
    if known == DATE and token.text == token.lower and token.lower in vocabulary.verbs:
        known = None  # a march is no month
    return vocabulary.remember_guess(token.text, known or lower_case_guess(token.lower, vocabulary))


def _mark(tokens: list[Token], index: int) -> str:
    """The class of a mark: a possessive, a sign of a number, a dash that parts as a comma does, a quotation mark."""
    token = tokens[index]
    if (
        token.text in ("'", "’")
        and index
        and tokens[index - 1].end == token.start
        and tokens[index - 1].lower[-1] == "s"
    ):
        return POSSESSIVE
    if token.text == "&" and _is_between_capitals(tokens, index):
        return NAME
    if index and token.text in _DASHES and (tokens[index - 1].end < token.start or _is_doubled(tokens, index)):
        return COMMA
    if token.text in _SIGNS:
        return NUMBER
    return _MARKS.get(token.text, QUOTE if token.text in ("'", "’") else STOP)


def _is_doubled(tokens: list[Token], index: int) -> bool:
    """Whether a hyphen is one of the two that stand for a dash: "OSLO--The ministry"."""
    before, after = tokens[index - 1], tokens[index + 1] if index + 1 < len(tokens) else tokens[index]
    mark = tokens[index]
    return (before.text == "-" and before.end == mark.start) or (after.text == "-" and after.start == mark.end)


def _is_between_capitals(tokens: list[Token], index: int) -> bool:
    """Whether both neighbours bear capitals, as in "Hallam & Pike"."""
    return 0 < index < len(tokens) - 1 and all(has_capital(tokens[beside]) for beside in (index - 1, index + 1))


def _apostrophe_s(tokens: list[Token], index: int) -> str:
    if index and len(tokens[index - 1].text) > 1 and tokens[index - 1].text.isupper():
        return POSSESSIVE
    before = tokens[index - 1].lower if index else ""
    if [token.lower for token in tokens[index + 1 : index + 3]][-1:] == ["saying"]:
        return AUXILIARY  # "Granvik's now saying"
    return AUXILIARY if before in ("it", "he", "she", "that", "there", "what", "who", "here") else POSSESSIVE
