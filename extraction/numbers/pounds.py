"""Pounds that weigh: "40 pounds of flour", "weighs 80 pounds"; elsewhere pounds are money."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extraction.model import Token
from extraction.numbers.units import Amount
from extraction.words.lexicon import Lexicon

_WEIGHED_WITHIN: Final = 6
_NAMED_WITHIN: Final = 3
"""Words behind "pounds of" among which money is named: "of new public money"."""
_HEAVIEST: Final = 500
"""Pounds that somebody may put on."""


def settle_pounds(tokens: list[Token], amounts: Sequence[Amount], lexicon: Lexicon) -> None:
    """Read "pounds" as a weight, in place, where it is of a stuff, or where something weighs or is put on."""
    for amount in amounts:
        written = amount.unit is not None and amount.unit.name == "GBP" and tokens[amount.last - 1].lower == "pounds"
        signed = tokens[amount.first].text == "£" or amount.unit_is_written is False
        if written and not signed and _weighs(tokens, amount, lexicon):
            amount.unit = lexicon.pound


def _weighs(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> bool:
    before = [token.lower for token in tokens[max(0, amount.first - _WEIGHED_WITHIN) : amount.first]]
    behind = tokens[amount.last].lower if amount.last < len(tokens) else ""
    weighed = not lexicon.words["weighs"].isdisjoint(before) or before[-2:] == ["weight", "of"]
    if weighed or behind in lexicon.words["behind_weight"]:
        return True
    put_on = amount.numeral.scale == 1 and (amount.value or 0) < _HEAVIEST
    if put_on and (before[-1:] in (["gained"], ["gain"], ["shed"]) or before[-2:] in (["put", "on"], ["puts", "on"])):
        return True
    return behind == "of" and _is_stuff(tokens, amount.last + 1, lexicon)


def _is_stuff(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether what follows "pounds of" is no money and nothing that is told in money."""
    words = [token.lower for token in tokens[index : index + _NAMED_WITHIN]]
    return words[:1] != [] and words[0].isalpha() and lexicon.words["told_in_money"].isdisjoint(words)
