"""The numbers of a text as they are written, in order: digits, words, multiples, vague words."""

from __future__ import annotations

from typing import Final

from extraction.model import Token
from extraction.numbers.digits import VULGAR_FRACTIONS, number_of
from extraction.numbers.numeral import HYPHENS, Numeral, lower_at, touches
from extraction.numbers.scale_words import scaled_fraction, take_scale, with_half
from extraction.numbers.shares import mixed_number, share_of, slash_fraction
from extraction.numbers.spelled_numbers import cardinal, fraction_in_words
from extraction.numbers.zeros import none_of_a_kind
from extraction.words.lexicon import Lexicon

_LEAST_HUNDRED: Final = 100


def find_numerals(tokens: list[Token], lexicon: Lexicon) -> list[Numeral]:
    """Every number that is written in the tokens, in order and without overlap; nothing is judged yet."""
    numerals: list[Numeral] = []
    starts, end = lexicon.numeral_starts, 0
    for index in [i for i, token in enumerate(tokens) if token.kind == "number" or token.lower in starts]:
        if index < end:
            continue
        digits = tokens[index].kind == "number"
        numeral = _read_digits(tokens, index, lexicon) if digits else _read_phrase(tokens, index, lexicon)
        if numeral is not None:
            _take_times(tokens, numeral, lexicon)
            _take_something(tokens, numeral)
            numerals.append(numeral)
            end = numeral.last
    return numerals


def _read_phrase(tokens: list[Token], index: int, lexicon: Lexicon) -> Numeral | None:
    """Read a vague word, a multiple or a number in words that starts at `index`."""
    if tokens[index].lower in ("a", "an") and lower_at(tokens, index + 1) not in lexicon.after_article:
        return None
    return (
        _read_vague(tokens, index, lexicon)
        or _read_multiple(tokens, index, lexicon)
        or _read_words(tokens, index, lexicon)
    )


def _read_vague(tokens: list[Token], index: int, lexicon: Lexicon) -> Numeral | None:
    match = lexicon.vague_words.longest(tokens, index)
    if match is None:
        return None
    length, (low, high) = match
    return Numeral(index, index + length, None, "vague", low=low, high=high)


def _read_multiple(tokens: list[Token], index: int, lexicon: Lexicon) -> Numeral | None:
    """Read "doubled", or "double" and "twice" where a base or its comparison follows ("twice the", "twice as many")."""
    match = lexicon.multiples.longest(tokens, index)
    if match is None:
        return None
    length, (factor, kind) = match
    last = index + length
    if kind != "verb" and not _compares(tokens, index, last, lexicon):
        return None
    return Numeral(index, last, factor, "multiple")


def _compares(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    following = tokens[last] if last < len(tokens) else None
    if following is not None and (following.kind == "number" or following.lower in lexicon.words["after_multiple"]):
        return True
    return tokens[first].lower != "twice" and lower_at(tokens, first - 1) in lexicon.words["before_multiple"]


def _take_times(tokens: list[Token], numeral: Numeral, lexicon: Lexicon) -> None:
    """Make a factor of the number in "three times the", "five-fold" and "10x"."""
    if numeral.form not in ("digits", "words"):
        return
    last = numeral.last
    if lower_at(tokens, numeral.first - 1) == "of" and lower_at(tokens, numeral.first - 2) == "factor":
        numeral.form = "multiple"
        return
    word, following = lower_at(tokens, last), lower_at(tokens, last + 1)
    if word in HYPHENS and following == "fold":
        numeral.form, numeral.last = "multiple", last + 2
        return
    times = word == "times" and _multiplies(tokens, numeral, lexicon)
    by = last + 1 < len(tokens) and tokens[last + 1].kind == "number" and touches(tokens, last + 1)  # "4x100m"
    if times or word == "fold" or (word == "x" and touches(tokens, last) and not by):
        numeral.form, numeral.last = "multiple", last + 1


def _multiplies(tokens: list[Token], numeral: Numeral, lexicon: Lexicon) -> bool:
    """Whether the number before "times" is a factor: "three times the", "four times Monday's", "1.8 times"."""
    after = numeral.last + 1
    opens = after < len(tokens) and (tokens[after].text[:1].isupper() or tokens[after].lower == "last")
    owned = opens and any(lower_at(tokens, place) in ("'s", "’s") for place in (after + 1, after + 2))
    part = numeral.value is not None and not numeral.value.is_integer()
    return part or owned or lower_at(tokens, after) in lexicon.words["after_times"]


def _take_something(tokens: list[Token], numeral: Numeral) -> None:
    """Read "20-something" and "thirty-something": anything up to the next ten."""
    last, value = numeral.last, numeral.value
    if value is None or value % 10 or numeral.form not in ("digits", "words"):
        return
    if lower_at(tokens, last) in HYPHENS and lower_at(tokens, last + 1) == "something" and value >= _LEAST_HUNDRED:
        numeral.last = last + 2  # "5,000-something" is 5,000 as far as anybody says
    elif lower_at(tokens, last) in HYPHENS and lower_at(tokens, last + 1) == "something":
        numeral.form, numeral.last = "vague", last + 2
        numeral.value, numeral.low, numeral.high = None, value, value + 9


def _read_digits(tokens: list[Token], index: int, lexicon: Lexicon) -> Numeral | None:
    """Read the number that begins with a token of digits, with what goes on from it: a fraction, an ordinal."""
    token = tokens[index]
    vulgar = VULGAR_FRACTIONS.get(token.text)
    if vulgar is not None:
        return scaled_fraction(tokens, index, index + 1, vulgar, lexicon)
    read = number_of(token.text)
    if read is None:
        return None
    value, decimals = read
    last = index + 1
    if touches(tokens, last) and last < len(tokens) and tokens[last].text in VULGAR_FRACTIONS:
        return take_scale(
            tokens, Numeral(index, last + 1, value + VULGAR_FRACTIONS[tokens[last].text], "digits", 2), lexicon
        )
    return (
        _ordinal_in_digits(tokens, index, value, lexicon)
        or mixed_number(tokens, index, value)
        or slash_fraction(tokens, index, value)
        or share_of(tokens, index, last, value, lexicon)
        or with_half(tokens, Numeral(index, last, value, "digits", decimals), lexicon)
    )


def _ordinal_in_digits(tokens: list[Token], index: int, value: float, lexicon: Lexicon) -> Numeral | None:
    last = index + 1
    ending = tokens[last].lower if last < len(tokens) and touches(tokens, last) else ""
    fits = ending in lexicon.numbers.ordinal_endings and _ends_like(ending, value)
    return Numeral(index, last + 1, value, "ordinal") if fits else None


def _ends_like(ending: str, value: float) -> bool:
    """Whether the number is spoken with this ending: "21st" and "11th", but "12st" is a weight."""
    teen = value % 100 in (11, 12, 13)
    spoken = "th" if teen else _SPOKEN_ENDINGS.get(int(value % 10), "th")
    return ending == spoken or ending not in _SPOKEN_ENDINGS.values()


_SPOKEN_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}


def _read_words(tokens: list[Token], index: int, lexicon: Lexicon) -> Numeral | None:
    """Read the number in words that begins at a token: "a third", "none", "a million", "forty", "one in five"."""
    fraction = fraction_in_words(tokens, index, lexicon)
    if fraction is not None:
        return _read_part_again(tokens, index, fraction) or scaled_fraction(
            tokens, index, fraction[1], fraction[0], lexicon
        )
    article = tokens[index].lower in ("a", "an")
    start = index + 1 if article else index
    if article and lower_at(tokens, start) not in lexicon.numbers.scales:
        return None
    zero = lexicon.zero_words.longest(tokens, index)
    if zero is not None:
        return Numeral(index, index + zero[0], 0.0, "zero")
    none_last = none_of_a_kind(tokens, index, lexicon)
    if none_last is not None:
        return Numeral(index, none_last, 0.0, "none of a kind")
    read = cardinal(tokens, start, lexicon)
    if read is None:
        return None
    share = None if article else share_of(tokens, index, read[1], read[0], lexicon)
    return share or _read_cardinal(tokens, index, read, lexicon)


def _read_part_again(tokens: list[Token], index: int, fraction: tuple[float, int]) -> Numeral | None:
    """Read "half as many again" and "a third again as large": the whole and that part of it once more."""
    part, end = fraction
    following = [lower_at(tokens, place) for place in range(end, end + _AGAIN)]
    again = following[::2] == ["as", "again"] or following[:2] == ["again", "as"]
    return Numeral(index, end + _AGAIN, 1 + part, "multiple") if again else None


_AGAIN: Final = 3
"""Tokens of "as many again"."""


def _read_cardinal(tokens: list[Token], index: int, read: tuple[float, int], lexicon: Lexicon) -> Numeral:
    """Read what goes on with a number in words whose value and end are `read`: a half, a scale word, an ordinal."""
    value, last = read
    small = value < 20 and last == index + 1  # noqa: PLR2004 - the words up to nineteen
    scale = lexicon.numbers.scales.get(tokens[last - 1].lower, 1.0)
    numeral = Numeral(index, last, value, "words", small=small)
    if any(token.lower in lexicon.numbers.dozens for token in tokens[index:last]):
        numeral.form = "dozen"
    numeral = _ordinal_tail(tokens, numeral, lexicon) or with_half(tokens, numeral, lexicon)
    numeral.scale = max(numeral.scale, scale)
    return numeral


def _ordinal_tail(tokens: list[Token], numeral: Numeral, lexicon: Lexicon) -> Numeral | None:
    """Read "twenty-first", "hundred and third": the number's last word is an ordinal."""
    index = numeral.last
    if index < len(tokens) and tokens[index].text in HYPHENS:
        index += 1
    ordinal = lexicon.numbers.ordinals.get(lower_at(tokens, index))
    if ordinal is None or numeral.value is None or (index == numeral.last and numeral.value < 100):  # noqa: PLR2004
        return None
    return Numeral(numeral.first, index + 1, numeral.value + ordinal, "ordinal")
