"""Whether a figure is a change and which way: "rose 3.2%", "a drop of 300", "12% lower", "another 30"."""

from __future__ import annotations

from extraction.hedges import Hedge
from extraction.lexicon import Lexicon
from extraction.model import Token, Trend
from extraction.units import Amount

_BETWEEN_VERB_AND_FIGURE = frozenset(("by", "about", "a", "an", "another", "further", "only", "just", "sharply", "slightly"))
_SHARES = frozenset(("share", "share difference", "points"))
_LONGEST_REACH = 3
"""How many words may stand between a verb of change and its figure ("rose a further 3.2%", "fell in May by 3%")."""


def find_trend(tokens: list[Token], amount: Amount, hedge: Hedge | None, lexicon: Lexicon) -> Trend | None:
    """Tell whether the figure is a rise or a fall; None where it is a level ("rose to 47")."""
    first = hedge.first if hedge else amount.first
    trend = _named_before(tokens, first, lexicon) or _by_verb(tokens, first, amount, lexicon)
    return trend or _named_after(tokens, max(amount.last, hedge.last if hedge else 0), amount, lexicon)


def _named_before(tokens: list[Token], first: int, lexicon: Lexicon) -> Trend | None:
    """"a rise of 3%", "up 3%", "another 30"."""
    if first == 0:
        return None
    index = first - 1
    if tokens[index].lower == "by" and index > 0:
        index -= 1
    match = lexicon.trend_before.longest(tokens, index) or lexicon.increments.longest(tokens, index)
    return _trend(match)


def _by_verb(tokens: list[Token], first: int, amount: Amount, lexicon: Lexicon) -> Trend | None:
    """"rose 3%", "fell by 300": a verb of change just before, with "by" unless the figure is a share or money."""
    by = False
    index = first - 1
    for _ in range(_LONGEST_REACH):
        if index < 0:
            return None
        match = lexicon.trend_verbs.longest(tokens, index)
        if match is not None:
            change = by or (amount.unit is not None and amount.unit.dimension in _SHARES)
            return _trend(match) if change else None
        if tokens[index].lower not in _BETWEEN_VERB_AND_FIGURE and not tokens[index].lower.endswith("ly"):
            return None
        by = by or tokens[index].lower == "by"
        index -= 1
    return None


def _named_after(tokens: list[Token], last: int, amount: Amount, lexicon: Lexicon) -> Trend | None:
    """"3% higher", "a 3% rise", "4% more than a year ago"; of counts only "a 300-strong rise" would be one: none."""
    if amount.unit is None or amount.unit.dimension not in _SHARES or last >= len(tokens):
        return None
    return _trend(lexicon.trend_after.longest(tokens, last))


def _trend(match: tuple[int, str] | None) -> Trend | None:
    if match is None:
        return None
    return "rise" if match[1] == "rise" else "fall"
