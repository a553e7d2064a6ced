"""Numbers in words: "four thousand five hundred and six", "two-thirds", "ninety"."""

from __future__ import annotations

from typing import Final

from extraction.model import Token
from extraction.numbers.numeral import HYPHENS, lower_at
from extraction.words.lexicon import Lexicon

LARGEST_SCALE: Final = 1e18
"""No news counts in more: a longer row of scale words is no number."""
_HUNDRED: Final = 100


def fraction_in_words(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[float, int] | None:
    """Value and end of "half", "a third", "two-thirds", "three quarters"; None where no fraction starts."""
    word = tokens[index].lower if index < len(tokens) else ""
    if word in ("half", "halves"):
        return 0.5, index + 1
    count = 1.0 if word in ("a", "an") else lexicon.numbers.units.get(word)
    if word in lexicon.numbers.fractions and word == "quarter":
        return (0.25, index + 1) if lower_at(tokens, index + 1) == "of" and lower_at(tokens, index + 2) == "a" else None
    if count is None or count == 0:
        return None
    hyphened = lower_at(tokens, index + 1) in HYPHENS
    following = index + 1 + hyphened
    parts = lexicon.numbers.fractions.get(lower_at(tokens, following))
    is_plural = lower_at(tokens, following).endswith("s")
    if parts is None or count >= parts or (count == 1 and is_plural) or (count > 1 and not is_plural and not hyphened):
        return None
    return count / parts, following + 1


def cardinal(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[float, int] | None:
    """Value and end of a number in words ("four thousand five hundred and six"); None where none starts.

    Read by the usual sum: chunks below a thousand, each times its scale word, scales falling from left to right.
    """
    total, last, ceiling = 0.0, index, float("inf")
    while True:
        start = last
        if total:
            start += lower_at(tokens, start) == "and" or _goes_on_past_comma(tokens, start, lexicon)
        chunk = _chunk(tokens, start, lexicon)
        if chunk is None:
            break
        value, end = chunk
        factor = 1.0
        while (
            scale := lexicon.numbers.scales.get(_word_after_hyphen(tokens, end))
        ) is not None and value < scale <= LARGEST_SCALE / factor:
            factor, end = factor * scale, end + 1 + (tokens[end].text in HYPHENS)
        if factor * value >= ceiling:
            break
        total, last, ceiling = total + value * factor, end, factor
        if factor == 1:
            break
    return (total, last) if last > index else None


def _goes_on_past_comma(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a number goes on behind a comma: "nine thousand, four hundred and six", but no list of round numbers."""
    if lower_at(tokens, index) != ",":
        return False
    value, end = _chunk(tokens, index + 1, lexicon) or (0.0, index)
    return value > _HUNDRED and (value % _HUNDRED != 0 or lower_at(tokens, end) in lexicon.numbers.scales)


def _word_after_hyphen(tokens: list[Token], index: int) -> str:
    word = lower_at(tokens, index)
    return lower_at(tokens, index + 1) if word in HYPHENS else word


def _chunk(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[float, int] | None:
    """Value and end of a number below a thousand in words: "three hundred and forty-two", "ninety", "hundred"."""
    word = lower_at(tokens, index)
    if word in lexicon.numbers.scales:
        return 1.0, index
    small = _below_hundred(tokens, index, lexicon)
    if small is None:
        return None
    value, last = small
    if lower_at(tokens, last) == "hundred":
        value, last = value * 100, last + 1
        rest = last + (lower_at(tokens, last) == "and")
        tail = _below_hundred(tokens, rest, lexicon)
        if tail is not None:
            return value + tail[0], tail[1]
    return value, last


def _below_hundred(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[float, int] | None:
    """Value and end of "seven", "forty" or "forty-seven" that begins at a token; None if it is none."""
    word = lower_at(tokens, index)
    tens = lexicon.numbers.tens.get(word)
    if tens is None:
        small = lexicon.numbers.units.get(word)
        return None if small is None else (small, index + 1)
    following = index + 1
    if following < len(tokens) and tokens[following].text in HYPHENS:
        following += 1
    unit = lexicon.numbers.units.get(lower_at(tokens, following))
    if unit is not None and 0 < unit < 10:  # noqa: PLR2004 - twenty-one to ninety-nine
        return tens + unit, following + 1
    return tens, index + 1
