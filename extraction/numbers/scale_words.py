"""Scale words and the halves between a number and them: "1.2 million", "3bn", "one and a half million"."""

from __future__ import annotations

from typing import Final

from extraction.model import Token
from extraction.numbers.numeral import HYPHENS, Form, Numeral, lower_at, touches
from extraction.numbers.spelled_numbers import LARGEST_SCALE, fraction_in_words
from extraction.words.lexicon import Lexicon

_LEAST_DISTANCE: Final = 50
"""From here on "100m" without a currency sign is a distance and not a hundred million."""


def with_half(tokens: list[Token], numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """Add "and a half" or "and three quarters", then the scale word: "one and a half million"."""
    last = _past_hyphen(tokens, numeral.last)
    if lower_at(tokens, last) == "and" and numeral.value is not None:
        part = _hyphened_half(tokens, last) or fraction_in_words(tokens, last + 1, lexicon)
        if part is not None and part[0] < 1:
            numeral.value, numeral.last, numeral.decimals = numeral.value + part[0], part[1], 1
            numeral.small = False
    return take_scale(tokens, numeral, lexicon)


def _past_hyphen(tokens: list[Token], index: int) -> int:
    return index + (lower_at(tokens, index) in HYPHENS and lower_at(tokens, index + 1) == "and")


def _hyphened_half(tokens: list[Token], index: int) -> tuple[float, int] | None:
    """Read the "and-a-half" of "two-and-a-half"."""
    words = [token.lower for token in tokens[index : index + _TOKENS_OF_HALF]]
    hyphened = words[::2] == ["and", "a", "half"] and HYPHENS.issuperset(words[1::2])
    return (0.5, index + _TOKENS_OF_HALF) if hyphened else None


_TOKENS_OF_HALF: Final = 5


def scaled(value: float, factor: float) -> float:
    """Multiply with a scale word without the machine's rest: 4.1 times a million is 4,100,000 and not a hair less."""
    return round(value * factor, _SCALED_DECIMALS)


_SCALED_DECIMALS: Final = 3


def take_scale(tokens: list[Token], numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """Take in the scale words after a number: "1.2 million", "3bn", "4.5m", "two dozen", "5 hundred thousand"."""
    while numeral.value is not None and numeral.last < len(tokens):
        token = tokens[numeral.last]
        hyphen = token.text in HYPHENS
        word = lower_at(tokens, numeral.last + 1) if hyphen else token.lower
        factor = lexicon.numbers.scales.get(word)
        if factor is None and not hyphen:
            factor = _suffix(tokens, numeral, lexicon)
        if factor is None or numeral.scale * factor > LARGEST_SCALE:
            break
        numeral.value = scaled(numeral.value, factor)
        numeral.scale *= factor
        numeral.last += 2 if hyphen else 1
        numeral.small = False
        if word in lexicon.numbers.dozens:
            numeral.form = "dozen"
            break
    return numeral


def _suffix(tokens: list[Token], numeral: Numeral, lexicon: Lexicon) -> float | None:
    """Give the factor of a letter that stands for a scale word: touching ("1.2m") or longer ("3 bn").

    A bare "7B" is a name and a bare "100m" a distance: without a currency sign "b" and "t" scale nothing, and "m"
    only small numbers.
    """
    token = tokens[numeral.last]
    factor = lexicon.numbers.suffixes.get(token.lower)
    if factor is None or numeral.scale != 1 or tokens[numeral.last - 1].kind != "number":
        return None
    if (
        numeral.last + 1 < len(tokens)
        and tokens[numeral.last + 1].kind == "number"
        and touches(tokens, numeral.last + 1)
    ):
        return None  # "1987 MN7" is a name
    if not touches(tokens, numeral.last):
        return factor if len(token.lower) > 1 and token.lower not in lexicon.words["unit_abbreviation"] else None
    money = numeral.first > 0 and lexicon.units_before.longest(tokens, numeral.first - 1) is not None
    if money or len(token.lower) > 1:
        return None if token.lower in lexicon.words["unit_abbreviation"] and not money else factor
    if token.lower == "m":
        far = (numeral.value or 0) >= _LEAST_DISTANCE or _extends(tokens, numeral.last + 1, lexicon)
        far = far or _is_height(tokens, numeral, lexicon)
        return None if far or quake_behind(tokens, numeral, lexicon) is not None else factor
    counted = lower_at(tokens, numeral.last + 1) if token.text == "K" else "lower"
    return factor if token.lower == "k" and counted.isalpha() else None


def _is_height(tokens: list[Token], numeral: Numeral, lexicon: Lexicon) -> bool:
    """Whether a river rose or an athlete leapt so high: "the river rose to 9.4m", not "the river fed 2m people"."""
    behind = numeral.last + 1
    ends = behind >= len(tokens) or not tokens[behind].text.isalpha() or tokens[behind].lower in _ENDS_HEIGHT
    before = tokens[max(0, numeral.first - _HEIGHT_WITHIN) : numeral.first]
    return ends and any(token.lower in lexicon.words["has_height"] for token in before)


_HEIGHT_WITHIN: Final = 5
_ENDS_HEIGHT: Final = frozenset(("and", "in", "on", "at", "to", "by", "from", "above", "below", "or", "but", "with"))


def _extends(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a word or a hyphen with one tells that metres came before: "1.88m tall", "a 2m-wide gap"."""
    index += lower_at(tokens, index) in HYPHENS
    return lower_at(tokens, index) in lexicon.words["extent"]


def quake_behind(tokens: list[Token], numeral: Numeral, lexicon: Lexicon) -> int | None:
    """Where the word for a quake stands whose bare magnitude a number is: "the 5.1 quake", "a 2.9M tremor"."""
    if numeral.form != "digits" or numeral.decimals != 1 or not 0 < (numeral.value or 0) < _STRONGEST:
        return None
    index = numeral.last
    if index < len(tokens) and tokens[index].lower == "m" and tokens[index].start == tokens[index - 1].end:
        index += 1
    return index if index < len(tokens) and tokens[index].lower in lexicon.words["quake"] else None


_STRONGEST: Final = 10
"""No quake has ever reached this magnitude."""


def scaled_fraction(tokens: list[Token], first: int, last: int, value: float, lexicon: Lexicon) -> Numeral:
    """Read a fraction, or the number that it is part of: "half a million", "a quarter of a million", "½ million"."""
    index = last
    if lower_at(tokens, index) == "of":
        index += 1
    if lower_at(tokens, index) in ("a", "one"):
        index += 1
    if lower_at(tokens, index) in HYPHENS:
        index += 1
    factor = lexicon.numbers.scales.get(lower_at(tokens, index))
    if factor is None:
        return Numeral(first, last, value, "fraction")
    form: Form = "dozen" if lower_at(tokens, index) in lexicon.numbers.dozens else "words"
    return Numeral(first, index + 1, value * factor, form, scale=factor)
