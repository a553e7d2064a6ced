"""Two numbers that are the ends of one: "between 40 and 50 per cent", "1.2 to 1.5 million", "9,000–10,000"."""

from __future__ import annotations

from typing import Final

from extraction.model import Token
from extraction.numbers.scale_words import scaled
from extraction.numbers.units import Amount
from extraction.words.lexicon import Lexicon

_DASHES: Final = frozenset("-‐‑–—−")
_JOINED: Final = frozenset(("digits", "words", "dozen"))
_MARGINS: Final = (["plus", "or", "minus"], ["give", "or", "take"], ["±"], ["+", "/", "-"])
_MARGIN_WORDS: Final = frozenset((",", *(word for opener in _MARGINS for word in opener)))
_LONGEST_MARGIN: Final = 7
_CLOSEST_LEVEL: Final = 3
_MOST_BETWEEN: Final = 3
"""Tokens between the ends of "40-to-50-strong"."""
_WIDEST: Final = 100
"""A "range" whose ends lie further apart by this factor is two figures: "rose 2 to 38,103"."""


def join_ranges(tokens: list[Token], amounts: list[Amount], lexicon: Lexicon) -> list[Amount]:
    """Put the ends of each range together, and a figure and its margin; all other amounts pass as they are."""
    joined: list[Amount] = []
    for amount in amounts:
        if joined and _is_range(tokens, joined[-1], amount, lexicon):
            low = joined.pop()
            joined.append(_range(tokens, low, amount))
        elif joined and _is_margin(tokens, joined[-1], amount):
            _widen(tokens, joined[-1], amount)
        else:
            joined.append(amount)
    return joined


def _is_range(tokens: list[Token], low: Amount, high: Amount, lexicon: Lexicon) -> bool:
    """Whether two amounts are the ends of one: of one form and unit, the lower first, and joined ("3 to 5 km")."""
    if low.value is None or high.value is None or low.is_range:
        return False
    if low.numeral.form in ("digits", "words") and high.numeral.form == "multiple":
        return low.unit is None and low.value < high.value and _is_joined(tokens, low, high, lexicon)
    fractions = low.numeral.form == high.numeral.form == "fraction"
    if not fractions and (low.numeral.form not in _JOINED or high.numeral.form not in _JOINED):
        return False
    if low.unit is not None and high.unit is not None and low.unit is not high.unit:
        return False
    if low.unit_is_after and high.unit is None:
        return False
    first, second = _ends(low, high)
    speed = high.unit is not None and high.unit.dimension == "speed"
    from_none = first == 0 and (low.numeral.form == "words" or speed)  # "zero to six months", "0-60mph"
    if not first < second or (second > first * _WIDEST and not from_none):
        return False
    return _is_joined(tokens, low, high, lexicon)


def _is_joined(tokens: list[Token], low: Amount, high: Amount, lexicon: Lexicon) -> bool:
    """Whether the words between (and before) the numbers make a range of them."""
    if high.first - low.last > _MOST_BETWEEN:
        return False
    words = [token.lower for token in tokens[low.last : high.first]]
    opener = [token.lower for token in tokens[max(0, low.first - 3) : low.first]]
    if words in (["and"], ["and", "about"], ["and", "around"], ["and", "some"]):
        return "between" in opener
    if len(words) == 1 and words[0] in _DASHES:
        return _is_dashed(tokens, low, high)
    if words in (["to"], ["-", "to", "-"], ["-", "to"]):
        apart = low.unit_is_after or low.unit is not None or high.unit is None
        if opener[-1:] == ["by"] and apart and _is_far(low, high):
            return False
        if _is_year(tokens, low) and opener[-1:] in (["for"], ["in"]) and not _is_year(tokens, high):
            return False  # "cut its guidance for 2026 to 94,000 ounces"
        if _is_changed(tokens, low, opener, lexicon) and (_is_level(low, high) or _are_sums(low, high)):
            return False
        return opener[-1:] != ["from"] or low.value == 0 or _from_starts_range(tokens, low, high, lexicon)
    return " ".join(words) in lexicon.words["either"] and _are_neighbours(low, high)


def _is_year(tokens: list[Token], amount: Amount) -> bool:
    """Whether a bare number may be a year of our time, and nothing larger."""
    written = tokens[amount.first].text
    return amount.unit is None and written.isdigit() and _FIRST_YEAR <= int(written) <= _LAST_YEAR


_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2100


def _is_dashed(tokens: list[Token], low: Amount, high: Amount) -> bool:
    """Whether a dash makes a range: it touches both ("20-30"), or stands between spaces in one unit ("20 – 30kg")."""
    before, after = tokens[low.last - 1].end < tokens[low.last].start, tokens[low.last].end < tokens[high.first].start
    if not before and not after:
        return True
    lent = low.unit is None and high.unit_is_after and not tokens[high.first].text.startswith("0")
    return before and after and high.unit is not None and (lent or low.unit is high.unit)


def _is_margin(tokens: list[Token], figure: Amount, margin: Amount) -> bool:
    """Whether the second number says how far off the first may be: "52,000 people, plus or minus 4,000"."""
    if margin.first - figure.last > _LONGEST_MARGIN:
        return False
    words = [token.lower for token in tokens[figure.last : margin.first]]
    if (margin.value or 0) < 0:
        words.append("minus")  # read as the sign of the margin
    said = any(words[-len(opener) :] == opener for opener in _MARGINS)
    if not said or len(words) > _LONGEST_MARGIN or figure.is_range or figure.value is None or margin.value is None:
        return False
    if margin.unit is None or (figure.unit is not None and margin.unit.name == figure.unit.name):
        return True
    if figure.unit is None:
        return True
    return margin.unit.name in _MARGIN_UNITS.get(figure.unit.name, ("percent",))


_WHOLE: Final = 100
_MARGIN_UNITS: Final = {"percent": ("percentage point", "point")}
"""What the margin of a share may be told in; that of all else is a share of it."""


def _widen(tokens: list[Token], figure: Amount, margin: Amount) -> None:
    """Give the figure its margin on both sides; the words of the margin are its own where no noun stands between."""
    value, width = figure.value or 0.0, abs(margin.value or 0.0)
    shared = figure.unit is margin.unit or (figure.unit is None and value <= _WHOLE)
    if margin.unit is not None and margin.unit.name == "percent" and not shared:
        width *= abs(value) / _WHOLE  # "3.2 million tonnes, give or take 5 percent"
    else:
        figure.unit = figure.unit or margin.unit
    least = 0.0 if value >= 0 and figure.unit is None else value - width  # nobody counts fewer than none
    figure.low, figure.high, figure.is_range = max(value - width, least), value + width, True
    between = tokens[figure.last : margin.first]
    if not any(token.lower not in _MARGIN_WORDS for token in between):
        figure.last = margin.last


def _is_far(low: Amount, high: Amount) -> bool:
    """Whether "widened by 12bp to 187bp" tells a change and a level: the ends of what is expected lie closer."""
    return (high.value or 0) > _CLOSEST_LEVEL * (low.value or 0)


def _is_changed(tokens: list[Token], low: Amount, opener: list[str], lexicon: Lexicon) -> bool:
    """Whether a verb of change stands right before: "rose $1.20 to $64.30", "climbed by 18 to 207"."""
    index = low.first - 1 - (opener[-1:] == ["by"])
    return index >= 0 and any(phrases.longest(tokens, index) for phrases in lexicon.trend_before.values())


def _is_level(low: Amount, high: Amount) -> bool:
    """Whether the second number is so much larger that it is where a change led, and no end of a range."""
    first, second = _ends(low, high)
    return second > _LEAST_LEVEL * first


_LEAST_LEVEL: Final = 8


def _are_sums(low: Amount, high: Amount) -> bool:
    """Whether both are money and both say so: "rose £2.1m to £9.6m" tells a change and where it led."""
    written = low.unit is not None and high.unit is not None and low.unit_is_written and high.unit_is_written
    return written and low.unit is not None and low.unit.is_money


def _from_starts_range(tokens: list[Token], low: Amount, high: Amount, lexicon: Lexicon) -> bool:
    """Whether "from A to B" is a range ("from 15 to 20 villages", "ranging from") and not a change of level."""
    near = [token.lower for token in tokens[max(0, low.first - 5) : low.first - 1]]
    if lexicon.words["range_cue"].intersection(near):
        return True
    counted = tokens[high.last].text if high.last < len(tokens) else ""
    change = any(
        phrases.longest(tokens, index)
        for index in range(max(0, low.first - 5), low.first - 1)
        for phrases in lexicon.trend_before.values()
    )
    return counted[:1].islower() and counted not in lexicon.words["function"] and not change


def _are_neighbours(low: Amount, high: Amount) -> bool:
    """Whether "two or three", "ten or twelve": numbers so close that the "or" means anything between."""
    return low.value is not None and high.value is not None and high.value <= low.value * 2


def _ends(low: Amount, high: Amount) -> tuple[float, float]:
    """Both ends, the low one in the scale of the high one where it wrote none ("1.2 to 1.5 million")."""
    first, second = low.value or 0.0, high.value or 0.0
    shared = high.numeral.scale
    if low.numeral.scale == 1 and shared != 1 and first < second / shared:
        return scaled(first, shared), second
    return first, second


def _opening(tokens: list[Token], low: Amount) -> int:
    """Where the range starts: at its "between" or "from", which stands just before the number or its hedge."""
    for index in range(low.first - 1, max(low.first - 4, -1), -1):
        if tokens[index].lower in ("between", "from"):
            return index
    return low.first


def _range(tokens: list[Token], low: Amount, high: Amount) -> Amount:
    """Join the two ends of a range to one amount, whose value is its middle."""
    first, second = _ends(low, high)
    numeral = high.numeral if high.numeral.form == "multiple" else low.numeral
    return Amount(
        numeral,
        _opening(tokens, low),
        high.last,
        low.start,
        high.end,
        low.unit or high.unit,
        (first + second) / 2,
        first,
        second,
        max(low.decimals, high.decimals),
        is_range=True,
    )
