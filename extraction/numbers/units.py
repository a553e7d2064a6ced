"""The unit of a number: the currency sign before it, the percent sign or the measure after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extraction.model import Token, Trend
from extraction.numbers.numeral import Numeral
from extraction.numbers.scale_words import quake_behind, scaled
from extraction.words.lexicon import Lexicon, Unit

SHARES: Final = frozenset(("share", "share difference", "points"))
"""Dimensions of what things are said to have moved by."""
_HYPHENS: Final = frozenset("-‐‑")
_PART_OF: Final = frozenset(("vague", "fraction", "dozen", "share"))
_ONE_LETTER: Final = 1
_LEAST_WON: Final = 500
"""Fewer won buy nothing: "Velkov, 62 won" is the verb."""


@dataclass(slots=True)
class Amount:
    """A number with its unit: the tokens `[first, last)` hold both, the characters `[start, end)` the span."""

    numeral: Numeral
    first: int
    last: int
    start: int
    end: int
    unit: Unit | None
    value: float | None
    low: float | None
    high: float | None
    decimals: int
    is_range: bool = False
    unit_is_written: bool = True
    unit_is_after: bool = False
    change: Trend | None = None
    """Which way a sign says that something went by so much: "+0.2%"."""


def measure_numeral(tokens: list[Token], numeral: Numeral, lexicon: Lexicon) -> Amount:
    """Join a number with the unit that stands before or after it; without one the unit is None."""
    amount = Amount(
        numeral,
        numeral.first,
        numeral.last,
        tokens[numeral.first].start,
        tokens[numeral.last - 1].end,
        None,
        numeral.value,
        numeral.low,
        numeral.high,
        numeral.decimals if numeral.scale == 1 else 0,
    )
    if numeral.form in ("ordinal", "zero", "none of a kind"):
        return amount
    _take_sign(tokens, amount)
    _take_unit_before(tokens, amount, lexicon)
    _take_unit_after(tokens, amount, lexicon)
    return amount


def take_letter_signs(tokens: list[Token], amounts: Sequence[Amount], lexicon: Lexicon) -> None:
    """Read the letter in "R120 million" as a sign of money, in place, and then wherever it touches a number.

    Only money is written so by the million or in groups of three digits; elsewhere "R2" is a name.
    """
    signed = [amount for amount in amounts if _follows_letter(tokens, amount, lexicon)]
    meant = {tokens[amount.first - 1].text for amount in signed if _is_large(tokens, amount)}
    for amount in signed:
        sign = tokens[amount.first - 1]
        if sign.text in meant:
            amount.unit, amount.first, amount.start = lexicon.letter_signs[sign.text], amount.first - 1, sign.start


def _follows_letter(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> bool:
    sign = amount.first - 1
    if sign < 0 or amount.unit is not None or tokens[sign].text not in lexicon.letter_signs:
        return False
    apart = sign == 0 or (tokens[sign - 1].end < tokens[sign].start and tokens[sign - 1].lower != "the")
    return apart and tokens[sign].end == amount.start


def _is_large(tokens: list[Token], amount: Amount) -> bool:
    return amount.numeral.scale > 1 or "," in tokens[amount.numeral.first].text


def take_millions(tokens: list[Token], amounts: Sequence[Amount], lexicon: Lexicon) -> None:
    """Read "640m" and "800m leva" as millions of money, in place, where money is named behind or written so before."""
    money: Amount | None = None
    for amount in amounts:
        if amount.unit is not None and amount.unit.is_money and amount.numeral.scale > 1:
            money = amount
        if not _is_letter_m(tokens, amount):
            continue
        named = lexicon.units_after.longest(tokens, amount.last) if amount.last < len(tokens) else None
        if named is not None and named[1].is_money:
            _scale_million(amount, named[1], amount.last + named[0])
        elif money is not None and money.unit is not None and _ends_phrase(tokens, amount, lexicon):
            _scale_million(amount, money.unit, amount.last)


def _is_letter_m(tokens: list[Token], amount: Amount) -> bool:
    metres = amount.unit is not None and amount.unit.name == "metre" and amount.unit_is_after
    return metres and tokens[amount.last - 1].text == "m" and tokens[amount.last - 1].start == amount.end


def _ends_phrase(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> bool:
    """Whether nothing that is counted or measured follows: no "800m race", no "640m deep"."""
    following = tokens[amount.last].text if amount.last < len(tokens) else "."
    return not following[:1].islower() or following in lexicon.words["function"]


def _scale_million(amount: Amount, unit: Unit, last: int) -> None:
    amount.value = None if amount.value is None else scaled(amount.value, _MILLION)
    amount.numeral.scale, amount.decimals, amount.unit = _MILLION, 0, unit
    amount.end, amount.last = amount.end + 1, last


_MILLION: Final = 1_000_000.0


def _take_sign(tokens: list[Token], amount: Amount) -> None:
    """Take in a "minus", or a sign that touches the number and nothing before it ("-3.2%", but not "5-3")."""
    index = amount.first - 1
    if index < 0 or amount.value is None or tokens[index].lower not in ("-", "−", "–", "‑", "minus"):
        return
    if tokens[index].lower == "minus" and tokens[index - 1].lower == "or":
        return  # "plus or minus 3 points" is a margin
    if tokens[index].lower == "minus":
        amount.first, amount.value = index, -amount.value
        return
    spaced = index == 0 or tokens[index - 1].end < tokens[index].start or tokens[index - 1].text == "("
    if spaced and tokens[index].end == tokens[amount.first].start:
        amount.first, amount.start, amount.value = index, tokens[index].start, -amount.value


def _take_unit_before(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> None:
    """Take the sign or word of a unit that stands before an amount into it, in place."""
    index = amount.first - 1
    if index < 0:
        return
    match = lexicon.units_before.longest(tokens, index)
    if match is None:
        return
    if match[0] > 1 and _is_article(tokens, index - match[0] + 1):
        match = lexicon.units_before.longest(tokens[index : index + 1], 0) or match
    length, unit = match
    touches = tokens[index].end == tokens[amount.first].start
    if not touches and unit.is_money and tokens[index].text.islower():
        return
    amount.unit, amount.first = unit, amount.first - length
    if touches:
        amount.start = tokens[amount.first].start


def _is_article(tokens: list[Token], index: int) -> bool:
    """Whether the letter before a sign of money stands apart from it: "a $7 billion loan" is no A$7 billion."""
    return tokens[index].lower == "a" and tokens[index].end < tokens[index + 1].start


def _take_unit_after(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> None:
    """Take the unit that stands behind an amount into it, in place; of two currencies the second one is said again."""
    quake = quake_behind(tokens, amount.numeral, lexicon)
    if quake is not None:
        amount.unit, amount.last = lexicon.magnitude, quake
        return
    index = _step_to_unit(tokens, amount)
    match = lexicon.units_after.longest(tokens, index) if index < len(tokens) else None
    if match is None:
        return
    length, unit = match
    unit = lexicon.cased_units.get(tokens[index].text, unit) if length == 1 else unit
    if not _is_written_unit(tokens, amount, index, length, unit):
        return
    if amount.unit is None:
        amount.unit, amount.unit_is_after = unit, True
    elif not (amount.unit.is_money and unit.is_money):
        return
    amount.last = index + length
    if tokens[index].text == "%" and tokens[index].start == amount.end:
        amount.end = tokens[index].end


def _step_to_unit(tokens: list[Token], amount: Amount) -> int:
    """Where the unit would start: after the hyphen of "8.0-magnitude", after "of" in "tens of thousands of euros"."""
    index = amount.last
    if index < len(tokens) and tokens[index].text in _HYPHENS and tokens[index].start == amount.end:
        return index + 1
    percent = index + 1 < len(tokens) and tokens[index + 1].lower in ("%", "percent", "per")
    if percent and tokens[index].text in ('"', "”") and tokens[index].start == amount.end:
        return index + 1  # "less than "10" per cent"
    if _is_shortened_scale(tokens, amount, index):
        return index + 1
    plural_scale = amount.numeral.scale > 1 and tokens[index - 1].lower.endswith("s")  # "3.2 milliards of euros"
    if amount.numeral.form not in _PART_OF and not plural_scale:
        return index
    if index < len(tokens) and tokens[index].lower == "of":
        index += 1
    if amount.numeral.form == "fraction" and index < len(tokens) and tokens[index].lower in ("a", "an", "one"):
        index += 1
    return index


def _continues_code(following: Token, letters: Token) -> bool:
    return following.kind == "number" and following.start == letters.end


def _is_shortened_scale(tokens: list[Token], amount: Amount, index: int) -> bool:
    """Whether a full stop only ends a scale word: "4,5 Mio. Euro"."""
    stop = index + 1 < len(tokens) and tokens[index].text == "." and tokens[index].start == tokens[index - 1].end
    return stop and amount.numeral.scale > 1 and tokens[index - 1].lower in ("mio", "mrd", "mln", "mld", "bln")


def _is_written_unit(tokens: list[Token], amount: Amount, index: int, length: int, unit: Unit) -> bool:
    """Whether the matched word is a unit here: single letters must touch digits, "points" are often none."""
    token = tokens[index]
    if index > amount.last and token.kind == "symbol":
        return False
    if token.lower == "won" and abs(amount.value or 0) < _LEAST_WON:
        return False
    if token.lower == "s" and amount.decimals == 0:
        return False  # "the 1990s"
    if token.lower == "in" and token.start > amount.end:
        return False  # "5in", but not "12 in hospital"
    if token.text.isupper() and index + 1 < len(tokens) and _continues_code(tokens[index + 1], token):
        return False  # "2025-03-04T09:15", "the comet 1987 MM7"
    if index == amount.last and length == 1 and token.kind == "word" and len(token.text) == _ONE_LETTER:
        touches = token.start == amount.end
        return amount.numeral.form == "digits" and (touches or token.text in ("m", "g", "l", "t"))
    return True
