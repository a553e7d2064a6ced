"""A figure that takes the place of another: "revised down from 120 to 95", "corrected its count to 95 from 120"."""

from __future__ import annotations

from itertools import pairwise

from extraction.lexicon import Lexicon
from extraction.model import Figure, Token

_REACH = 10
"""Tokens before the first of the two figures among which the verb of revision stands."""


def link_revisions(tokens: list[Token], figures: list[Figure], lexicon: Lexicon) -> None:
    """Point each figure that a verb of revision puts in the place of another at the one that it replaces."""
    for number, (one, two) in enumerate(pairwise(figures)):
        if one.sentence != two.sentence or not _is_revised(tokens, one, lexicon):
            continue
        order = (_word_before(tokens, one), _word_before(tokens, two))
        if order == ("from", "to"):
            two.replaces = number
        elif order == ("to", "from"):
            one.replaces = number + 1


def _word_before(tokens: list[Token], figure: Figure) -> str:
    return tokens[figure.first - 1].lower if figure.first else ""


def _is_revised(tokens: list[Token], figure: Figure, lexicon: Lexicon) -> bool:
    """Whether a verb of revision stands before the figure in its clause."""
    for index in range(figure.first - 1, max(figure.first - _REACH, 0) - 1, -1):
        if tokens[index].lower in (".", ";"):
            return False
        if tokens[index].lower in lexicon.words["revision"]:
            return True
    return False
