"""Units that are written once and meant twice: "from 4.5 to 5%", "51.8 percent to 48.2", "was revised to 6.9"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, zip_longest
from typing import Final

from extraction.model import Token
from extraction.numbers.trends import find_trend
from extraction.numbers.units import Amount
from extraction.words.lexicon import Lexicon

_JOINTS: Final = frozenset(("to", "from", "and", "or", "versus", "vs", "against", "compared", "with", "than", "rather"))
_LONGEST_JOINT: Final = 2
_YEAR_DIGITS: Final = 4
_MOST_PERCENT: Final = 1000
_WHOLE: Final = 100
_AMOUNTS_BACK: Final = 6
"""How many numbers back a measurement is looked for that an unmarked one continues."""


def share_units(tokens: list[Token], amounts: list[Amount], lexicon: Lexicon) -> None:
    """Give a number the unit of the one beside it, in place, where both stand in one measure ("from 4.5 to 5%")."""
    for before, after in pairwise(amounts):
        between = [token.lower for token in tokens[before.last : after.first]]
        if not 0 < len(between) <= _LONGEST_JOINT or any(word not in _JOINTS for word in between):
            continue
        if before.unit is None and after.unit is not None:
            _lend(tokens, before, after)
        elif after.unit is None and before.unit is not None and not _counts(tokens, after, lexicon):
            change = "to" in between and find_trend(tokens, before, None, lexicon) is not None
            if not change:
                _lend(tokens, after, before)


def _lend(tokens: list[Token], poor: Amount, rich: Amount) -> None:
    written = tokens[poor.first].text
    is_year = written.isdigit() and len(written) == _YEAR_DIGITS
    if rich.unit is None or rich.unit.is_time or is_year or poor.numeral.form != rich.numeral.form:
        return
    if rich.unit.dimension == "share" and (poor.value or 0) >= _MOST_PERCENT:
        return
    if poor.numeral.form in ("digits", "words"):
        poor.unit, poor.unit_is_written = rich.unit, False


def _counts(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> bool:
    """Whether a noun follows that the number may count."""
    word = tokens[amount.last].text if amount.last < len(tokens) else ""
    return word[:1].islower() and word not in lexicon.words["function"]


def continued_unit(tokens: list[Token], amount: Amount, before: Sequence[Amount], lexicon: Lexicon) -> None:
    """Give an unmarked decimal number, in place, the unit of the last one with as many decimals.

    "A magnitude of 6.8 ... was revised to 6.9": what is measured to the same digit, and counts nothing, goes on in
    the same unit. Money and time always name theirs.
    """
    if amount.unit is not None or amount.numeral.form not in ("digits", "words") or _counts(tokens, amount, lexicon):
        return
    if before and _leaves_out_scale(tokens, before[-1], amount):
        _take_scale(amount, before[-1])
        return
    lender = _lender(tokens, amount, before)
    if lender is not None:
        amount.unit, amount.unit_is_written = lender.unit, False


def _leaves_out_scale(tokens: list[Token], earlier: Amount, amount: Amount) -> bool:
    """Whether a bare number goes on in millions of money: "€4 million, not 5", "Now it is seven"."""
    scale, unit = earlier.numeral.scale, earlier.unit
    if unit is None or not unit.is_money or scale < _MILLION or amount.numeral.scale != 1 or earlier.is_range:
        return False
    after = tokens[amount.last].text if amount.last < len(tokens) else "."
    like = bool(amount.value) and 1 / _MOST_APART <= (amount.value or 0) * scale / (earlier.value or 1) <= _MOST_APART
    between = [token.lower for token in tokens[earlier.last : amount.first]]
    if like and after in _CLOSING and between[-1:] in (["not"], ["from"]):
        return len(between) <= _HELD_REACH and _ENDS.isdisjoint(between)
    stops = sum(word in _SENTENCE_ENDS for word in between)
    return like and after in _CLOSING and 1 <= stops <= _MOST_APART and _stands_alone(tokens, amount.first)


def _stands_alone(tokens: list[Token], index: int) -> bool:
    """Whether a number is all that is said ("Nearly seven"), or what a thing told before is or became."""
    index -= 1
    while index > 0 and tokens[index].lower in _NEARNESS:
        index -= 1
    opens = tokens[index].text in _OPENING
    told = tokens[index].lower in ("is", "was", "became", "becomes") and tokens[index - 1].lower in ("it", "that")
    return opens or told


_SENTENCE_ENDS: Final = frozenset(".!?")
_NEARNESS: Final = frozenset(("nearly", "almost", "about", "around", "over", "under", "just", "now", "roughly", "only"))
_OPENING: Final = frozenset('.!?“"')


def _take_scale(amount: Amount, earlier: Amount) -> None:
    amount.value = (amount.value or 0) * earlier.numeral.scale
    amount.numeral.scale, amount.decimals = earlier.numeral.scale, 0
    amount.unit, amount.unit_is_written = earlier.unit, False


def _lender(tokens: list[Token], amount: Amount, before: Sequence[Amount]) -> Amount | None:
    """Find the number before whose unit an unmarked one goes on in."""
    decimal = amount.decimals > 0 and amount.numeral.form == "digits"
    lender = next((e for e in reversed(before[-_AMOUNTS_BACK:]) if _is_as_exact(e, amount)), None) if decimal else None
    if lender is None and before and _is_held_against(tokens, before[-1], amount):
        return before[-1]
    if lender is None and _closes(tokens, amount):
        near = before[-1] if before and _is_near(tokens, before[-1], amount) else None
        said_again = (earlier for earlier in reversed(before[-_SAID_AGAIN:]) if _is_said_again(earlier, amount))
        return next(said_again, near) or _money_before(before[-_AMOUNTS_BACK:], amount)
    return lender


def _is_as_exact(earlier: Amount, amount: Amount) -> bool:
    """Whether a measurement was given to as many decimals, or is a share as the number may be one."""
    unit = earlier.unit
    if unit is None or unit.is_money or unit.is_time:
        return False
    return earlier.decimals == amount.decimals or (unit.dimension == "share" and (amount.value or 0) < _WHOLE)


_SAID_AGAIN: Final = 40
"""How many numbers back one is looked for that is written again without its unit."""


def _closes(tokens: list[Token], amount: Amount) -> bool:
    """Whether a whole number of some size ends its phrase, so that nothing behind it can be what it counts."""
    after = tokens[amount.last].text if amount.last < len(tokens) else "."
    second = tokens[amount.last + 1].lower if amount.last + 1 < len(tokens) else "."
    bounded = after == "or" and second in ("more", "less", "so")
    return (bounded or after in _CLOSING) and (amount.value or 0) >= _SOME_SIZE


_CLOSING: Final = frozenset('.,;!?”")')
_SOME_SIZE: Final = 20


def _is_said_again(earlier: Amount, amount: Amount) -> bool:
    """Whether a number was written before with a unit: "it needs 150 tonnes ... We asked for 150."."""
    return earlier.value == amount.value and earlier.unit_is_written and _is_lent(earlier, amount)


def _is_near(tokens: list[Token], earlier: Amount, amount: Amount) -> bool:
    """Whether a number of like size was the last one before, in this sentence or the one before: "B assumes 210."."""
    if not _is_within(earlier, amount, _LIKE_SIZED) or not _is_lent(earlier, amount):
        return False
    return sum(token.text in ".!?" for token in tokens[earlier.last : amount.first]) <= 1


def _money_before(before: Sequence[Amount], amount: Amount) -> Amount | None:
    """Find the money of like size that a bare "300 million" goes on with, where nothing else comes by the million."""
    scaled = [earlier for earlier in before if earlier.numeral.scale == amount.numeral.scale]
    if amount.numeral.scale < _MILLION or any(e.unit is None or not e.unit.is_money for e in scaled):
        return None
    return next((earlier for earlier in reversed(scaled) if _is_within(earlier, amount, _MOST_APART)), None)


def _is_within(earlier: Amount, amount: Amount, ratio: float) -> bool:
    """Whether two numbers are apart by less than a factor."""
    return (
        bool(earlier.value) and bool(amount.value) and 1 / ratio <= (amount.value or 0) / (earlier.value or 1) <= ratio
    )


_MILLION: Final = 1_000_000
_MOST_APART: Final = 3.0
_LIKE_SIZED: Final = 1.6
"""Ratio within which two numbers, one right after the other, may be answers to one question."""


def _is_lent(earlier: Amount, amount: Amount) -> bool:
    """Whether the unit of an earlier number may go on: no time, no share above a hundred, money by the million."""
    unit = earlier.unit
    if unit is None or unit.is_time or (unit.is_money and amount.numeral.scale == 1):
        return False
    return unit.dimension != "share" or (amount.value or 0) < _WHOLE


def _is_held_against(tokens: list[Token], before: Amount, amount: Amount) -> bool:
    """Whether a number is held against the measurement before it: "9 knots and not 14", "€1.9bn, from 240 million".

    Money goes on only where a scale word is written, since nothing else is counted so.
    """
    unit = before.unit
    between = [token.lower for token in tokens[before.last : amount.first]]
    if unit is None or unit.is_time or len(between) > _HELD_REACH or _ENDS.intersection(between):
        return False
    if unit.is_money and amount.numeral.scale == 1:
        return False
    if unit.dimension == "share" and (amount.value or 0) >= _WHOLE:
        return False
    words = [word for word in between if word not in _ARTICLES]
    held = words[-1:] == ["another"] or _HOLDS.intersection(words[-2:])
    limit = words[-1:] in (["is"], ["was"]) and _LIMITS.intersection(words)
    return bool(held or limit or (unit.is_money and {"against", "of"} <= set(words)))


_HELD_REACH: Final = 14
_ENDS: Final = frozenset((".", "!", "?", ";"))
_ARTICLES: Final = frozenset(("the", "a", "an", "its", "at", "about", "some", "only", "just"))
_HOLDS: Final = frozenset(("not", "from", "than", "instead", "against", "but"))
_LIMITS: Final = frozenset(("limit", "maximum", "minimum", "average", "target", "ceiling", "norm"))


def complete_units(tokens: list[Token], amounts: Sequence[Amount], lexicon: Lexicon) -> None:
    """Say in place which degrees and points are meant, where the article says it elsewhere or the next figure does."""
    celsius = next((a.unit for a in amounts if a.unit is not None and a.unit.name.startswith("degree ")), None)
    for amount, following in zip_longest(amounts, amounts[1:]):
        if amount.unit is None:
            continue
        if amount.unit.name == "degree" and celsius is not None:
            amount.unit = celsius
        if amount.unit.name == "point" and _leads_to_percent(tokens, amount, following):
            amount.unit = lexicon.percentage_point


def _leads_to_percent(tokens: list[Token], amount: Amount, following: Amount | None) -> bool:
    """Whether "dropped four points to 22%" speaks of points of a percentage."""
    if following is None or following.unit is None or following.unit.name != "percent":
        return False
    return [token.lower for token in tokens[amount.last : following.first]] == ["to"]
