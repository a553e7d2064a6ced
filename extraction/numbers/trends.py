"""Whether a figure is a change and which way: "rose 3.2%", "a drop of 300", "12% lower", "another 30"."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import Final

from extraction.model import Token, Trend
from extraction.numbers.hedges import Hedge
from extraction.numbers.units import SHARES, Amount
from extraction.numbers.zeros import adds_nothing
from extraction.words.lexicon import Lexicon

_CLAUSE_ENDS: Final = frozenset((",", ";", ".", ":", "(", ")"))
_REACH_AFTER: Final = 7
_REACH: Final = 3
"""How many words may stand between a verb of change and its figure ("rose a further 3.2%")."""
_REACH_OF_BY: Final = 7
"""How many before the "by" of "raised its main interest rate by half a point"."""


def find_trend(tokens: list[Token], amount: Amount, hedge: Hedge | None, lexicon: Lexicon) -> Trend | None:
    """Tell whether the figure is a rise or a fall; None where it is a level ("rose to 47")."""
    if amount.change is not None:
        return amount.change
    if amount.value == 0 and amount.numeral.form in ("zero", "none of a kind"):
        return "rise" if adds_nothing(tokens, amount.first, amount.last, lexicon) else None
    first = hedge.first if hedge else amount.first
    last = max(amount.last, hedge.last if hedge else 0)
    digits = tokens[amount.last - 1].lower in lexicon.words["percent_digits"]
    share = digits or (amount.unit is not None and amount.unit.dimension in SHARES)
    of_other = share and _is_of_other(tokens, last)
    measured = not of_other and (share or (amount.unit is not None and not _is_sum(tokens, amount, last)))
    before = (
        None
        if _lies_there(tokens, amount, lexicon)
        or _takes_time(tokens, first, last, amount)
        or _is_object(tokens, first, amount, lexicon)
        else _trend_before(tokens, first, share=measured, lexicon=lexicon)
    )
    if before is not None and hedge is not None and _tells_level(tokens, first, amount, lexicon):
        before = before if share and _runs_against(before[1], hedge) else None
    if before is None and measured:
        before = _told_of_change(tokens, first, lexicon)
    if before is None and (share or _compares(tokens, last, amount, lexicon)):
        before = _named_after(tokens, last + _noun_of_more(tokens, last, amount, lexicon), lexicon)
    if before is None:
        return None
    return "rise" if before[1] == "rise" else "fall"


def _runs_against(trend: str, hedge: Hedge) -> bool:
    """Whether the bound is no level passed on the way: "rose under 4%", where "fell under 4%" tells a level."""
    return (trend == "rise" and hedge.name == "less_than") or (trend == "fall" and hedge.name == "more_than")


def _lies_there(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> bool:
    """Whether a verb of moving only tells where something is: "will fall between 2 and 4", "sank 300 metres from"."""
    share = amount.unit is not None and amount.unit.dimension in SHARES
    opening = [token.lower for token in tokens[max(0, amount.first - 1) : amount.first + 1]]
    if amount.is_range and not share and opening in (["fall", "between"], ["falls", "between"]):
        return True
    behind = tokens[amount.last].lower if amount.last < len(tokens) else ""
    length = amount.unit is not None and amount.unit.dimension == "length"
    return length and (behind in lexicon.words["away"] or _goes_down(tokens, amount))


def _goes_down(tokens: list[Token], amount: Amount) -> bool:
    """Whether a depth is told: "the shaft went down some 40 metres"."""
    words = [token.lower for token in tokens[max(0, amount.first - 3) : amount.first]]
    return any(pair in _DOWNWARDS for pair in pairwise(words))


_DOWNWARDS: Final = frozenset((verb, "down") for verb in ("go", "goes", "going", "gone", "went"))


def _takes_time(tokens: list[Token], first: int, last: int, amount: Amount) -> bool:
    """Whether a time tells when or how soon, and not by how much: "sank within 25 minutes", "rising 30 hours after"."""
    if amount.unit is None or not amount.unit.is_time:
        return False
    behind = tokens[last].lower if last < len(tokens) else ""
    return tokens[first].lower == "within" or behind in ("after", "before", "later", "ago")


def _is_object(tokens: list[Token], first: int, amount: Amount, lexicon: Lexicon) -> bool:
    """Whether what is counted has something done to it: "dropped four bombs", where "orders dropped 40" changed."""
    behind = tokens[amount.last].lower if amount.last < len(tokens) else ""
    if amount.unit is not None and amount.unit.dimension in _GOODS:
        told = behind == "of" or amount.unit.dimension == "area"
        return told and tokens[first - 1].lower in lexicon.words["moves_goods"]
    noun = amount.unit is None and behind.isalpha() and behind not in lexicon.words["function"]
    return noun and tokens[first - 1].lower in lexicon.words["takes_object"]


_GOODS: Final = frozenset(("mass", "volume", "area"))


def _told_of_change(tokens: list[Token], first: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Read "the rise in the year to May was 7.9 per cent": the change is the subject of the "was" before the figure."""
    if first < 1 or tokens[first - 1].lower not in ("is", "was"):
        return None
    for index in range(first - 2, max(first - _SUBJECT_WITHIN, 0), -1):
        if tokens[index].text in _CLAUSE_ENDS or tokens[index].lower in lexicon.words["be"]:
            return None
        owned = tokens[index - 1].lower in ("the", "that", "this", "their", "its", "'s")
        noun = lexicon.trend_after.longest(tokens, index) if owned and tokens[index].lower not in _NO_NOUNS else None
        if noun is not None:
            return noun
    return None


_NO_NOUNS: Final = frozenset(("higher", "lower", "more", "less", "fewer", "larger", "bigger", "greater", "up", "down"))
_SUBJECT_WITHIN: Final = 12
"""Tokens before a "was" among which its subject is named."""


def _is_of_other(tokens: list[Token], last: int) -> bool:
    """Whether a share is of another thing: "recovered 70% of the oil", where "lost 4% of its value" changed itself."""
    after = [token.lower for token in tokens[last : last + 2]]
    return after[:1] == ["of"] and after[1:] not in (["its"], ["their"], ["his"], ["her"])


def _is_sum(tokens: list[Token], amount: Amount, last: int) -> bool:
    """Whether an amount of money or time is spent or lost, and not what a price or record moved by.

    "Lost $3 million" tells a sum; "gained $86 to $9,140" and "lost 3 cents" tell by how much a price moved.
    """
    unit = amount.unit
    if unit is None or not (unit.is_money or unit.is_time) or unit.name in ("cent", "penny"):
        return False
    leads_to_level = last + 1 < len(tokens) and tokens[last].lower == "to" and _is_money(tokens, last + 1)
    return not (unit.is_money and leads_to_level)


def _is_money(tokens: list[Token], index: int) -> bool:
    return tokens[index].kind == "symbol" or tokens[index].text[-1] == "$"


def _compares(tokens: list[Token], last: int, amount: Amount, lexicon: Lexicon) -> bool:
    """Whether "12 cents more than last week", "12 cents more." or "2 km above normal" follows.

    Of other figures than shares only a comparison makes a change.
    """
    last += _noun_of_more(tokens, last, amount, lexicon)
    following = [token.lower for token in tokens[last : last + 2]]
    if following[1:] == ["than"]:
        return True
    if following[:1] == ["more"] and amount.unit is None and tokens[last].end < tokens[-1].end:
        return tokens[last + 1].text[:1].islower() and tokens[last + 1].lower not in lexicon.words["function"]
    phrase = lexicon.trend_after.longest(tokens, last) if following else None
    if phrase is not None and phrase[0] > 1:
        return True  # "£160m above budget"
    if (amount.unit is None and amount.numeral.form != "fraction") or not following:
        return False
    if following[0] in ("above", "below"):
        return bool(lexicon.words["norm"].intersection(following[1:]))
    after = following[1] if len(following) > 1 else "."
    ends = after in _CLAUSE_ENDS or after in lexicon.words["function"]
    return ends and following[0].endswith(("er", "more", "less")) and following[0] in lexicon.trend_after.starts


def _noun_of_more(tokens: list[Token], last: int, amount: Amount, lexicon: Lexicon) -> int:
    """How many tokens the noun of a count takes before its "more than": "four people more than yesterday"."""
    words = [token.lower for token in tokens[last : last + 3]]
    noun = words[:1] != [] and words[0].isalpha() and words[0] not in lexicon.words["function"]
    return int(amount.unit is None and noun and words[1:] in (["more", "than"], ["fewer", "than"], ["less", "than"]))


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
    """Which way the words before a figure say that it changed, with the length of the word in tokens."""
    index = first - 1
    if index < 0:
        return None
    if tokens[index].lower == "by":
        aside = index > 0 and tokens[index - 1].text == ","  # "fell for a third week, by 7 per cent"
        return _verb_before(tokens, index - 1 - aside, _REACH_OF_BY, lexicon, ("verb", "share_verb", "adverb"))
    if share and tokens[index].lower == "of" and tokens[index - 1].lower in lexicon.words["rate_noun"]:
        return _verb_of_rate(tokens, index - 2, lexicon)
    increment = lexicon.trend_before["increment"].longest(tokens, index)
    if increment is not None:
        return _trend_of_increment(tokens, index - increment[0], share=share, lexicon=lexicon) or increment
    return (
        lexicon.trend_before["noun"].longest(tokens, index)
        or (lexicon.trend_before["share_noun"].longest(tokens, index) if share else None)
        or _adverb(tokens, index, lexicon, share=share)
        or _verb_of(tokens, index, lexicon, share=share)
    )


def _trend_of_increment(tokens: list[Token], index: int, *, share: bool, lexicon: Lexicon) -> tuple[int, str] | None:
    """Find which way an increment goes on: "lost a further 3%", "fell 9% on Monday and another 4% on Friday".

    Behind "and" only a share or a measure is of the same change, and only where that has a figure of its own: not in
    "fell 9%, and another 40 shops closed".
    """
    found = _trend_before(tokens, index + 1, share=share, lexicon=lexicon)
    if found is not None or not share or index < 1 or tokens[index].lower not in _JOINS_INCREMENT:
        return found
    while index > 0 and (tokens[index].text == "," or tokens[index].lower in _JOINS_INCREMENT):
        index -= 1
    return _trend_of_clause(tokens, index, lexicon)


def _trend_of_clause(tokens: list[Token], last: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Find the word of change of the last figure that has one in the clause: "fell by about 11 percent"."""
    clause = takewhile(lambda index: tokens[index].text not in _CLAUSE_ENDS, range(last, 0, -1))
    figures = (index for index in clause if _is_number(tokens[index], lexicon))
    kinds = ("verb", "share_verb", "adverb")
    changes = (_verb_before(tokens, figure - 1, _REACH_OF_FIGURE, lexicon, kinds) for figure in figures)
    return next((change for change in changes if change is not None), None)


def _is_number(token: Token, lexicon: Lexicon) -> bool:
    return token.kind == "number" or token.lower in lexicon.numbers.units or token.lower in lexicon.numbers.tens


_JOINS_INCREMENT: Final = frozenset(("and", "then", "by"))
_REACH_OF_FIGURE: Final = 4
"""Tokens back from a figure to the verb of "fell by nearly $11"."""


def _verb_of_rate(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Find the verb of "grew at an annual rate of 2.9%"; "slowed to a pace of 1.4%" gives a level."""
    if any(token.lower == "to" for token in tokens[max(0, index - _REACH) : index + 1]):
        return None
    return _verb_before(tokens, index, _REACH_OF_BY, lexicon, ("verb",))


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
        if word not in lexicon.words["before_change"] and not word.endswith("ly"):
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
