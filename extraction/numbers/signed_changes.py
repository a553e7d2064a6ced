"""Signs that tell a change: "the Dow +0.2%", "FTSE -0.6%"; in "stood at -0.3%" the sign belongs to a level."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extraction.model import Token
from extraction.numbers.number_context import DASHES
from extraction.numbers.units import SHARES, Amount
from extraction.words.lexicon import Lexicon


def take_signed_changes(tokens: list[Token], amounts: Sequence[Amount], _: Lexicon) -> None:
    """Read a share with a plus before it, or with a minus behind a name, as a rise or fall by so much, in place."""
    for amount in amounts:
        if amount.value is None or amount.unit is None or amount.unit.dimension not in SHARES:
            continue
        if _touches_plus(tokens, amount.first):
            amount.change, amount.first = "rise", amount.first - 1
            amount.start = tokens[amount.first].start
        elif amount.value < 0 and _sign_follows_name(tokens, amount.first):
            amount.change, amount.value = "fall", -amount.value


def _touches_plus(tokens: list[Token], first: int) -> bool:
    """Whether a plus touches the number and nothing before it: not the one of "4+1%"."""
    plus = first - 1
    if plus < 0 or tokens[plus].text != "+" or tokens[plus].end != tokens[first].start:
        return False
    return plus == 0 or tokens[plus - 1].end < tokens[plus].start or tokens[plus - 1].text in _OPENING


def _sign_follows_name(tokens: list[Token], sign: int) -> bool:
    """Whether a dash stands right behind a name or the level reached: "DAX -1.6%", "Ibex 35 -1%", "7,412 (-0.6%)"."""
    if tokens[sign].text not in DASHES or sign == 0:
        return False
    before = sign - 1 - (tokens[sign - 1].text in _OPENING)
    return before >= 0 and (tokens[before].kind == "number" or tokens[before].text[:1].isupper())


_OPENING: Final = frozenset("([")
