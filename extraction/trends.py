"""Whether a figure is a change and which way: "rose 3.2%", "a drop of 300", "12% lower", "another 30"."""

from __future__ import annotations

from extraction.hedges import Hedge
from extraction.lexicon import Lexicon
from extraction.model import Token, Trend
from extraction.units import Amount

_SHARES = frozenset(("share", "share difference", "points"))
_FILLERS = frozenset(("a", "an", "another", "further", "only", "just", "about", "record", "whopping"))
_CLAUSE_ENDS = frozenset((",", ";", ".", ":", "(", ")"))
_REACH_AFTER = 7
_REACH = 3
"""How many words may stand between a verb of change and its figure ("rose a further 3.2%")."""
_REACH_OF_BY = 7
"""How many before the "by" of "raised its main interest rate by half a point"."""


def find_trend(tokens: list[Token], amount: Amount, hedge: Hedge | None, lexicon: Lexicon) -> Trend | None:
    """Tell whether the figure is a rise or a fall; None where it is a level ("rose to 47")."""
    first = hedge.first if hedge else amount.first
    last = max(amount.last, hedge.last if hedge else 0)
    share = amount.unit is not None and amount.unit.dimension in _SHARES
    level = hedge is not None and _tells_level(tokens, first, amount, lexicon)
    measured = share or (amount.unit is not None and not (amount.unit.is_money or amount.unit.is_time))
    before = None if level else _trend_before(tokens, first, share=measured, lexicon=lexicon)
    if before is None and (share or _compares(tokens, last)):
        before = _named_after(tokens, last, lexicon)
    if before is None:
        return None
    return "rise" if before[1] == "rise" else "fall"


def _compares(tokens: list[Token], last: int) -> bool:
    """Whether "12 cents more than last week" follows: of other figures only a comparison makes a change."""
    return last + 1 < len(tokens) and tokens[last + 1].lower == "than"


def _named_after(tokens: list[Token], last: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Read "12% lower", "a 2% year-over-year decline": the word of change after the figure and its adjectives."""
    for index in range(last, min(last + _REACH_AFTER, len(tokens))):
        found = lexicon.trend_after.longest(tokens, index)
        if found is not None or tokens[index].lower not in lexicon.words["change_adjective"]:
            return found
    return None


def _tells_level(tokens: list[Token], first: int, amount: Amount, lexicon: Lexicon) -> bool:
    """Whether the hedge makes a level of it: "slid below 60,000", "fell just short of 50 percent"."""
    inside = any(token.lower in lexicon.words["level_inside"] for token in tokens[first : amount.first])
    return inside or tokens[first].lower in lexicon.words["level"]


def _trend_before(tokens: list[Token], first: int, *, share: bool, lexicon: Lexicon) -> tuple[int, str] | None:
    index = first - 1
    if index < 0:
        return None
    if tokens[index].lower == "by":
        return _verb_before(tokens, index - 1, _REACH_OF_BY, lexicon, ("verb", "share_verb", "adverb"))
    if share and tokens[index].lower == "of" and tokens[index - 1].lower in lexicon.words["rate_noun"]:
        return _verb_before(tokens, index - 2, _REACH_OF_BY, lexicon, ("verb",))
    return (
        lexicon.trend_before["increment"].longest(tokens, index)
        or lexicon.trend_before["noun"].longest(tokens, index)
        or (lexicon.trend_before["share_noun"].longest(tokens, index) if share else None)
        or _adverb(tokens, index, lexicon, share=share)
        or _verb_of(tokens, index, lexicon, share=share)
    )


def _adverb(tokens: list[Token], index: int, lexicon: Lexicon, *, share: bool) -> tuple[int, str] | None:
    """Read "up 3%" and ", down 300"; "made up 40%" and "shot down 34" are verbs of their own."""
    match = lexicon.trend_before["adverb"].longest(tokens, index)
    if match is None:
        return None
    before = tokens[index - 1].lower if index else ","
    told = before not in lexicon.words["phrasal"] if share else before in lexicon.words["before_direction"]
    return match if told else None


def _verb_of(tokens: list[Token], index: int, lexicon: Lexicon, *, share: bool) -> tuple[int, str] | None:
    """Find a verb just before the figure, with no more than "a further" or an adverb between."""
    kinds = ("verb", "share_verb") if share else ("verb",)
    for back in range(_REACH):
        found = _verb_before(tokens, index - back, 1, lexicon, kinds)
        if found is not None or index - back < 0:
            return found
        word = tokens[index - back].lower
        if word not in _FILLERS and not word.endswith("ly"):
            return None
    return None


def _verb_before(
    tokens: list[Token], index: int, reach: int, lexicon: Lexicon, kinds: tuple[str, ...]
) -> tuple[int, str] | None:
    """Find the nearest word of change among the `reach` tokens up to `index`, in the same clause."""
    for place in range(index, max(index - reach, -1), -1):
        if tokens[place].text in _CLAUSE_ENDS:
            return None
        for kind in kinds:
            match = lexicon.trend_before[kind].longest(tokens, place)
            if match is not None:
                return match
    return None
