"""Numbers as they are written: digits in any grouping, words, fractions, scale words, dozens, ordinals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from extraction.model import Token
from extraction.numbers.zeros import none_of_a_kind
from extraction.words.lexicon import Lexicon

Form = Literal[
    "digits", "words", "fraction", "ordinal", "share", "dozen", "vague", "zero", "none of a kind", "multiple"
]

_LONGEST_NUMBER: Final = 24
"""Digits beyond which a run of them is a code and no quantity."""
_LARGEST_SCALE: Final = 1e18
"""No news counts in more: a longer row of scale words is no number."""
_LEAST_DISTANCE: Final = 50
"""From here on "100m" without a currency sign is a distance and not a hundred million."""
_LEAST_HUNDRED: Final = 100
_VULGAR: Final = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8, "⅐": 1 / 7, "⅑": 1 / 9, "⅒": 1 / 10,
}  # fmt: skip
_GROUP_SPACES: Final = str.maketrans("", "", "\u0020\u00a0\u2009\u202f'’")
_HYPHENS: Final = frozenset("-‐‑")


@dataclass(slots=True)
class Numeral:
    """A number among the tokens `[first, last)`; `low` and `high` only where a vague word is meant."""

    first: int
    last: int
    value: float | None
    form: Form
    decimals: int = 0
    low: float | None = None
    high: float | None = None
    scale: float = 1.0
    """What the scale word multiplies with (1 without one), so that "1.2 to 1.5 million" can share it."""
    small: bool = False
    """Whether it was written as a bare word under twenty ("two"), which is often no figure at all."""


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
    if tokens[index].lower in ("a", "an") and _lower(tokens, index + 1) not in lexicon.after_article:
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
    return tokens[first].lower != "twice" and _lower(tokens, first - 1) in lexicon.words["before_multiple"]


def _take_times(tokens: list[Token], numeral: Numeral, lexicon: Lexicon) -> None:
    """Make a factor of the number in "three times the", "five-fold" and "10x"."""
    if numeral.form not in ("digits", "words"):
        return
    last = numeral.last
    if (_lower(tokens, numeral.first - 2), _lower(tokens, numeral.first - 1)) == ("factor", "of"):
        numeral.form = "multiple"
        return
    word, following = _lower(tokens, last), _lower(tokens, last + 1)
    if word in _HYPHENS and following == "fold":
        numeral.form, numeral.last = "multiple", last + 2
        return
    times = word == "times" and following in lexicon.words["after_times"]
    by = last + 1 < len(tokens) and tokens[last + 1].kind == "number" and _touches(tokens, last + 1)  # "4x100m"
    if times or word == "fold" or (word == "x" and _touches(tokens, last) and not by):
        numeral.form, numeral.last = "multiple", last + 1


def _take_something(tokens: list[Token], numeral: Numeral) -> None:
    """Read "20-something" and "thirty-something": anything up to the next ten."""
    last, value = numeral.last, numeral.value
    if value is None or value % 10 or numeral.form not in ("digits", "words"):
        return
    if _lower(tokens, last) in _HYPHENS and _lower(tokens, last + 1) == "something" and value >= _LEAST_HUNDRED:
        numeral.last = last + 2  # "5,000-something" is 5,000 as far as anybody says
    elif _lower(tokens, last) in _HYPHENS and _lower(tokens, last + 1) == "something":
        numeral.form, numeral.last = "vague", last + 2
        numeral.value, numeral.low, numeral.high = None, value, value + 9


def number_of(written: str) -> tuple[float, int] | None:
    """Value and count of decimals of a number in digits, grouped in any way; None where it is a code.

    "1,234.5" gives (1234.5, 1), "8.000" (8000, 0), "1.234.567" (1234567, 0), "0147" None.
    """
    plain = written.translate(_GROUP_SPACES)
    if len(plain) > _LONGEST_NUMBER or plain in _VULGAR:
        return None
    commas, points = plain.count(","), plain.count(".")
    if commas:
        if points > 1 or not _is_grouped(plain.split(".")[0], ","):
            return _with_decimal_comma(plain)
        plain = plain.replace(",", "")
    elif points > 1 or (points == 1 and plain.endswith("00") and _is_grouped(plain, ".")):
        if not _is_grouped(plain, "."):
            return None
        plain = plain.replace(".", "")
    whole, _, fraction = plain.partition(".")
    if len(whole) > 1 and whole[0] == "0":
        return None
    return float(plain), len(fraction)


def _is_grouped(whole: str, separator: str) -> bool:
    """Whether digits stand in groups of three (or, as in India, of two before the last three)."""
    first, *groups = whole.split(separator)
    if not 1 <= len(first) <= 3 or first[0] == "0":  # noqa: PLR2004 - a group of digits has at most three
        return False
    return bool(groups) and len(groups[-1]) == 3 and all(len(group) in (2, 3) for group in groups[:-1])  # noqa: PLR2004


def _with_decimal_comma(plain: str) -> tuple[float, int] | None:
    """Read "1.234,5" and "4,75" as translated texts write them; None for anything else ("1,2,3")."""
    whole, comma, fraction = plain.rpartition(",")
    if not comma or "," in whole or "." in fraction:
        return None
    if "." in whole and not _is_grouped(whole, "."):
        return None
    return float(f"{whole.replace('.', '')}.{fraction}"), len(fraction)


def _read_digits(tokens: list[Token], index: int, lexicon: Lexicon) -> Numeral | None:
    token = tokens[index]
    vulgar = _VULGAR.get(token.text)
    if vulgar is not None:
        return _scaled_fraction(tokens, index, index + 1, vulgar, lexicon)
    read = number_of(token.text)
    if read is None:
        return None
    value, decimals = read
    last = index + 1
    if _touches(tokens, last) and last < len(tokens) and tokens[last].text in _VULGAR:
        return _scaled(tokens, Numeral(index, last + 1, value + _VULGAR[tokens[last].text], "digits", 2), lexicon)
    return (
        _ordinal_in_digits(tokens, index, value, lexicon)
        or _mixed_number(tokens, index, value)
        or _slash_fraction(tokens, index, value)
        or _share(tokens, index, last, value, lexicon)
        or _and_a_half(tokens, Numeral(index, last, value, "digits", decimals), lexicon)
    )


def _ordinal_in_digits(tokens: list[Token], index: int, value: float, lexicon: Lexicon) -> Numeral | None:
    last = index + 1
    ending = tokens[last].lower if last < len(tokens) and _touches(tokens, last) else ""
    fits = ending in lexicon.numbers.ordinal_endings and _ends_like(ending, value)
    return Numeral(index, last + 1, value, "ordinal") if fits else None


def _ends_like(ending: str, value: float) -> bool:
    """Whether the number is spoken with this ending: "21st" and "11th", but "12st" is a weight."""
    teen = value % 100 in (11, 12, 13)
    spoken = "th" if teen else _SPOKEN_ENDINGS.get(int(value % 10), "th")
    return ending == spoken or ending not in _SPOKEN_ENDINGS.values()


_SPOKEN_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}


def _mixed_number(tokens: list[Token], index: int, value: float) -> Numeral | None:
    """Read "2 1/2" as two and a half; the "4/7" of "4 4/7/1990" is none."""
    part = index + 1
    if part >= len(tokens) or tokens[part].kind != "number" or value != int(value):
        return None
    read = number_of(tokens[part].text)
    fraction = None if read is None or _touches(tokens, part) else _slash_fraction(tokens, part, read[0])
    if fraction is None or (fraction.value or 1) >= 1:
        return None
    return Numeral(index, fraction.last, value + (fraction.value or 0), "digits", decimals=2)


def _slash_fraction(tokens: list[Token], index: int, value: float) -> Numeral | None:
    """Read "2/3" or "1 1/2"; "9/11" and "24/7" are no fractions."""
    last = index + 1
    if last + 1 >= len(tokens) or tokens[last].text != "/" or not _touches(tokens, last):
        return None
    read = number_of(tokens[last + 1].text) if tokens[last + 1].kind == "number" else None
    if read is None or not _touches(tokens, last + 1) or not 0 < value < read[0] <= 16:  # noqa: PLR2004 - no finer part is written so
        return None
    if read[0] in _NO_PARTS or any(_lower(tokens, mark) == "/" for mark in (index - 1, last + 2)):
        return None  # "9/11", "4/7/1990"
    return Numeral(index, last + 2, value / read[0], "fraction")


_NO_PARTS: Final = (11, 13, 14, 15)
"""Nothing is measured in so many parts."""


def _share(tokens: list[Token], first: int, last: int, value: float, lexicon: Lexicon) -> Numeral | None:
    """Read "one in five", "1-in-40", "nine out of ten", "three drivers in four": a share, by its value."""
    named = _counts(tokens, last, lexicon) and _lower(tokens, last + 1) in ("in", "out")
    index = last + named
    if _is_hyphened_in(tokens, last):
        index += 3
    elif _lower(tokens, index) == "out" and _lower(tokens, index + 1) == "of":
        index += 2
    elif _lower(tokens, index) == "in":
        index += 1
    else:
        return None
    every = _lower(tokens, index) == "every"
    index += every
    whole = _plain_number(tokens, index, lexicon)
    if tokens[first].kind == "number" and index < len(tokens) and tokens[index].kind != "number":
        return None  # "on July 7 in nine cities", where a share is "nine in 10"
    if whole is None or not 0 < value < whole[0] or not (every or _is_share_whole(value, whole[0])):
        return None
    if whole[1] < len(tokens) and tokens[whole[1]].kind == "number":
        return None
    if named and _counts(tokens, whole[1], lexicon):
        return None  # "six people in ten cars"
    return Numeral(first, whole[1], value / whole[0], "share")


def _is_hyphened_in(tokens: list[Token], index: int) -> bool:
    """Whether the "-in-" of "1-in-40" follows."""
    marks = (_lower(tokens, index), _lower(tokens, index + 1), _lower(tokens, index + 2))
    return marks[1] == "in" and marks[0] in _HYPHENS and marks[2] in _HYPHENS


def _counts(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a word in small letters that is no function word stands there, which a number may count."""
    word = tokens[index].text if index < len(tokens) else ""
    return word[:1].islower() and word not in lexicon.words["function"]


def _is_share_whole(value: float, whole: float) -> bool:
    """Whether shares are spoken of in so many: 3 to 10, round numbers above, any for one ("1 in 37"); no years."""
    spoken = 3 <= whole <= 10 or whole % 10 == 0 or (value == 1 and whole > 10)  # noqa: PLR2004 - small wholes
    return spoken and not 1500 <= whole <= 2100  # noqa: PLR2004 - years lie there


def _plain_number(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[float, int] | None:
    """Value and end of a number that stands at `index`, in digits or in words; None if there is none."""
    if index >= len(tokens):
        return None
    if tokens[index].kind == "number":
        read = number_of(tokens[index].text)
        return None if read is None else (read[0], index + 1)
    return _cardinal(tokens, index, lexicon)


def _lower(tokens: list[Token], index: int) -> str:
    return tokens[index].lower if 0 <= index < len(tokens) else ""


def _touches(tokens: list[Token], index: int) -> bool:
    """Whether the token `index` follows the one before it without a space."""
    return 0 < index < len(tokens) and tokens[index].start == tokens[index - 1].end


def _and_a_half(tokens: list[Token], numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """Add "and a half" or "and three quarters", then the scale word: "one and a half million"."""
    last = _past_hyphen(tokens, numeral.last)
    if _lower(tokens, last) == "and" and numeral.value is not None:
        part = _hyphened_half(tokens, last) or _fraction_words(tokens, last + 1, lexicon)
        if part is not None and part[0] < 1:
            numeral.value, numeral.last, numeral.decimals = numeral.value + part[0], part[1], 1
            numeral.small = False
    return _scaled(tokens, numeral, lexicon)


def _past_hyphen(tokens: list[Token], index: int) -> int:
    return index + (_lower(tokens, index) in _HYPHENS and _lower(tokens, index + 1) == "and")


def _hyphened_half(tokens: list[Token], index: int) -> tuple[float, int] | None:
    """Read the "and-a-half" of "two-and-a-half"."""
    words = [token.lower for token in tokens[index : index + _TOKENS_OF_HALF]]
    hyphened = words[::2] == ["and", "a", "half"] and _HYPHENS.issuperset(words[1::2])
    return (0.5, index + _TOKENS_OF_HALF) if hyphened else None


_TOKENS_OF_HALF: Final = 5


def scaled(value: float, factor: float) -> float:
    """Multiply with a scale word without the machine's rest: 4.1 times a million is 4,100,000 and not a hair less."""
    return round(value * factor, _SCALED_DECIMALS)


_SCALED_DECIMALS: Final = 3


def _scaled(tokens: list[Token], numeral: Numeral, lexicon: Lexicon) -> Numeral:
    """Take in the scale words after a number: "1.2 million", "3bn", "4.5m", "two dozen", "5 hundred thousand"."""
    while numeral.value is not None and numeral.last < len(tokens):
        token = tokens[numeral.last]
        hyphen = token.text in _HYPHENS
        word = _lower(tokens, numeral.last + 1) if hyphen else token.lower
        factor = lexicon.numbers.scales.get(word)
        if factor is None and not hyphen:
            factor = _suffix(tokens, numeral, lexicon)
        if factor is None or numeral.scale * factor > _LARGEST_SCALE:
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
        and _touches(tokens, numeral.last + 1)
    ):
        return None  # "1987 MN7" is a name
    if not _touches(tokens, numeral.last):
        return factor if len(token.lower) > 1 and token.lower not in lexicon.words["unit_abbreviation"] else None
    money = numeral.first > 0 and lexicon.units_before.longest(tokens, numeral.first - 1) is not None
    if money or len(token.lower) > 1:
        return None if token.lower in lexicon.words["unit_abbreviation"] and not money else factor
    if token.lower == "m":
        far = (numeral.value or 0) >= _LEAST_DISTANCE or _extends(tokens, numeral.last + 1, lexicon)
        return None if far or quake_behind(tokens, numeral, lexicon) is not None else factor
    counted = _lower(tokens, numeral.last + 1) if token.text == "K" else "lower"
    return factor if token.lower == "k" and counted.isalpha() else None


def _extends(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a word or a hyphen with one tells that metres came before: "1.88m tall", "a 2m-wide gap"."""
    index += _lower(tokens, index) in _HYPHENS
    return _lower(tokens, index) in lexicon.words["extent"]


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


def _scaled_fraction(tokens: list[Token], first: int, last: int, value: float, lexicon: Lexicon) -> Numeral:
    """Read a fraction, or the number that it is part of: "half a million", "a quarter of a million", "½ million"."""
    index = last
    if _lower(tokens, index) == "of":
        index += 1
    if _lower(tokens, index) in ("a", "one"):
        index += 1
    if _lower(tokens, index) in _HYPHENS:
        index += 1
    factor = lexicon.numbers.scales.get(_lower(tokens, index))
    if factor is None:
        return Numeral(first, last, value, "fraction")
    form: Form = "dozen" if _lower(tokens, index) in lexicon.numbers.dozens else "words"
    return Numeral(first, index + 1, value * factor, form, scale=factor)


def _read_words(tokens: list[Token], index: int, lexicon: Lexicon) -> Numeral | None:
    fraction = _fraction_words(tokens, index, lexicon)
    if fraction is not None:
        return _scaled_fraction(tokens, index, fraction[1], fraction[0], lexicon)
    article = tokens[index].lower in ("a", "an")
    start = index + 1 if article else index
    if article and _lower(tokens, start) not in lexicon.numbers.scales:
        return None
    zero = lexicon.zero_words.longest(tokens, index)
    if zero is not None:
        return Numeral(index, index + zero[0], 0.0, "zero")
    none_last = none_of_a_kind(tokens, index, lexicon)
    if none_last is not None:
        return Numeral(index, none_last, 0.0, "none of a kind")
    read = _cardinal(tokens, start, lexicon)
    if read is None:
        return None
    value, last = read
    share = None if article else _share(tokens, index, last, value, lexicon)
    if share is not None:
        return share
    small = value < 20 and last == index + 1  # noqa: PLR2004 - the words up to nineteen
    scale = lexicon.numbers.scales.get(tokens[last - 1].lower, 1.0)
    numeral = Numeral(index, last, value, "words", small=small)
    if any(token.lower in lexicon.numbers.dozens for token in tokens[index:last]):
        numeral.form = "dozen"
    numeral = _ordinal_tail(tokens, numeral, lexicon) or _and_a_half(tokens, numeral, lexicon)
    numeral.scale = max(numeral.scale, scale)
    return numeral


def _ordinal_tail(tokens: list[Token], numeral: Numeral, lexicon: Lexicon) -> Numeral | None:
    """Read "twenty-first", "hundred and third": the number's last word is an ordinal."""
    index = numeral.last
    if index < len(tokens) and tokens[index].text in _HYPHENS:
        index += 1
    ordinal = lexicon.numbers.ordinals.get(_lower(tokens, index))
    if ordinal is None or numeral.value is None or (index == numeral.last and numeral.value < 100):  # noqa: PLR2004
        return None
    return Numeral(numeral.first, index + 1, numeral.value + ordinal, "ordinal")


def _fraction_words(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[float, int] | None:
    """Value and end of "half", "a third", "two-thirds", "three quarters"; None where no fraction starts."""
    word = tokens[index].lower if index < len(tokens) else ""
    if word in ("half", "halves"):
        return 0.5, index + 1
    count = 1.0 if word in ("a", "an") else lexicon.numbers.units.get(word)
    if word in lexicon.numbers.fractions and word == "quarter":
        return (0.25, index + 1) if _lower(tokens, index + 1) == "of" and _lower(tokens, index + 2) == "a" else None
    if count is None or count == 0:
        return None
    following = index + 1
    if following < len(tokens) and tokens[following].text in _HYPHENS:
        following += 1
    parts = lexicon.numbers.fractions.get(_lower(tokens, following))
    if parts is None or count >= parts or (count == 1) == _lower(tokens, following).endswith("s"):
        return None
    return count / parts, following + 1


def _cardinal(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[float, int] | None:
    """Value and end of a number in words ("four thousand five hundred and six"); None where none starts.

    Read by the usual sum: chunks below a thousand, each times its scale word, scales falling from left to right.
    """
    total, last, ceiling = 0.0, index, float("inf")
    while True:
        start = last
        if total:
            start += _lower(tokens, start) == "and"
        chunk = _chunk(tokens, start, lexicon)
        if chunk is None:
            break
        value, end = chunk
        factor = 1.0
        while (
            scale := lexicon.numbers.scales.get(_word_after_hyphen(tokens, end))
        ) is not None and value < scale <= _LARGEST_SCALE / factor:
            factor, end = factor * scale, end + 1 + (tokens[end].text in _HYPHENS)
        if factor * value >= ceiling:
            break
        total, last, ceiling = total + value * factor, end, factor
        if factor == 1:
            break
    return (total, last) if last > index else None


def _word_after_hyphen(tokens: list[Token], index: int) -> str:
    word = _lower(tokens, index)
    return _lower(tokens, index + 1) if word in _HYPHENS else word


def _chunk(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[float, int] | None:
    """Value and end of a number below a thousand in words: "three hundred and forty-two", "ninety", "hundred"."""
    word = _lower(tokens, index)
    if word in lexicon.numbers.scales:
        return 1.0, index
    small = _below_hundred(tokens, index, lexicon)
    if small is None:
        return None
    value, last = small
    if _lower(tokens, last) == "hundred":
        value, last = value * 100, last + 1
        rest = last + (_lower(tokens, last) == "and")
        tail = _below_hundred(tokens, rest, lexicon)
        if tail is not None:
            return value + tail[0], tail[1]
    return value, last


def _below_hundred(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[float, int] | None:
    word = _lower(tokens, index)
    tens = lexicon.numbers.tens.get(word)
    if tens is None:
        small = lexicon.numbers.units.get(word)
        return None if small is None else (small, index + 1)
    following = index + 1
    if following < len(tokens) and tokens[following].text in _HYPHENS:
        following += 1
    unit = lexicon.numbers.units.get(_lower(tokens, following))
    if unit is not None and 0 < unit < 10:  # noqa: PLR2004 - twenty-one to ninety-nine
        return tens + unit, following + 1
    return tens, index + 1
