"""One number as it is written: its value, form and scale, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from extraction.model import Token

Form = Literal[
    "digits", "words", "fraction", "ordinal", "share", "dozen", "vague", "zero", "none of a kind", "multiple"
]
HYPHENS: Final = frozenset("-‐‑")


@dataclass(slots=True)
class Numeral:
    """A number among the tokens `[first, last)`; `low` and `high` only where a vague word is meant."""

    first: int
    last: int
    value: float | None
    form: Form
    decimals: int = 0
    low: float | None = None
    high: float | None = None
    scale: float = 1.0
    """What the scale word multiplies with (1 without one), so that "1.2 to 1.5 million" can share it."""
    small: bool = False
    """Whether it was written as a bare word under twenty ("two"), which is often no figure at all."""


def lower_at(tokens: list[Token], index: int) -> str:
    """Return the token in lower case; empty outside the text."""
    return tokens[index].lower if 0 <= index < len(tokens) else ""


def touches(tokens: list[Token], index: int) -> bool:
    """Whether the token `index` follows the one before it without a space."""
    return 0 < index < len(tokens) and tokens[index].start == tokens[index - 1].end
