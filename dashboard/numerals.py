"""Numbers, intervals and dates as a reader meets them on a page or on a chart's axis."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import datetime

SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
CURRENCIES = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
CURRENCY_CODE = re.compile("[A-Z]{3}")
SAME_IN_PLURAL = re.compile("/|^(mph|mpg|psi|cc|stone|parts .*)$|(s|hertz|horsepower)$")
DATE_SHAPES = (("%Y-%m-%d", "{d.day} {d:%b} {d.year}"), ("%Y-%m", "{d:%b} {d.year}"), ("%Y", "{d.year}"))
ONE_DIGIT_RATIO, LARGE_RATIO = 10, 100


def number_text(value: float) -> str:
    """Write a number with thousands separators, millions and billions in words: 4,500 · 1.2 billion · 6.4."""
    for scale, word in SCALES:
        if abs(value) >= scale:
            return f"{_trimmed(value / scale)} {word}"
    return _trimmed(value)


def _trimmed(value: float) -> str:
    """At most four significant digits below a thousand; whole numbers above."""
    if value == 0 or abs(value) >= 1000:  # noqa: PLR2004 - four digits are what a reader takes in
        return f"{value:,.0f}"
    digits = max(0, 3 - math.floor(math.log10(abs(value))))
    text = f"{value:,.{min(digits, 6)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount_text(value: float, unit: str | None) -> str:
    """Write a number with its unit: 6.4% · $47 · DKK 5 million · 3 kilometres."""
    return _with_unit(number_text(value), unit, is_one=abs(value) == 1)


def _with_unit(number: str, unit: str | None, *, is_one: bool) -> str:
    """Put a unit before or behind a number as the file does (sql/2_claims/amount_text.sql)."""
    if unit is None:
        return number
    if unit == "percent":
        return f"{number}%"
    if unit in CURRENCIES:
        return f"{CURRENCIES[unit]}{number}".replace(f"{CURRENCIES[unit]}-", f"-{CURRENCIES[unit]}")
    if unit == "magnitude" or CURRENCY_CODE.fullmatch(unit):
        return f"{unit} {number}"
    return f"{number} {unit if is_one else plural_unit(unit)}"


def plural_unit(unit: str) -> str:
    """Give the plural of a unit as the file does (sql/2_claims/plural_unit.sql): kilometres, square feet, hertz."""
    if unit.startswith("degree"):
        return unit.replace("degree", "degrees", 1)
    if SAME_IN_PLURAL.search(unit):
        return unit
    if "foot" in unit:
        return unit.replace("foot", "feet")
    if unit.endswith("ch"):
        return f"{unit}es"
    if re.search("[^aeiou]y$", unit):
        return f"{unit[:-1]}ies"
    return re.sub("^(.*?)( per .*)?$", r"\1s\2", unit)


def middle_text(value: float, unit: str | None) -> str:
    """Write the middle of voices; of what is counted, one midway between two numbers names both: `between 5 and 6`."""
    if is_counted(unit) and abs(value) < SCALES[-1][0] and value % 1 == 0.5:  # noqa: PLR2004 - midway
        return f"between {_with_unit(f'{number_text(value - 0.5)} and {number_text(value + 0.5)}', unit, is_one=False)}"
    return amount_text(value, unit)


def is_counted(unit: str | None) -> bool:
    """Whether figures in a unit count what has no parts: people, or things without a unit."""
    return unit in (None, "person")


def whole_ends(low: float | None, high: float | None) -> tuple[float | None, float | None]:
    """Round the ends of what a figure allows outwards: `nearly 3` dead are two or three."""
    return _whole(math.floor, low), _whole(math.ceil, high)


def _whole(rounded: Callable[[float], int], end: float | None) -> float | None:
    return end if end is None or not math.isfinite(end) else rounded(end)


def axis_text(value: float, unit: str | None) -> str:
    """Write a number as an axis has room for it: with a sign where the unit has one, never with a word."""
    return amount_text(value, unit if unit == "percent" or unit in CURRENCIES else None)


def interval_text(low: float | None, high: float | None, unit: str | None, hedge: str | None = None) -> str:
    """Say what a figure allows: `9,000 to 11,000`, `3,000 or more`, `400 or less`, or a dash where nothing is known."""
    if low is not None and high is None:
        return f"{amount_text(low, unit)} or more"
    if high is not None and (low is None or hedge in ("at_most", "less_than")):
        return f"{amount_text(high, unit)} or less"
    if low is None or high is None:
        return "–"
    if low == high:
        return amount_text(low, unit)
    return _with_unit(f"{number_text(low)} to {number_text(high)}", unit, is_one=False)


def ratio_text(ratio: float | None) -> str:
    """Write a ratio of two figures: 2.2×, 35×; an em-dash-free `no ratio` where one is zero or the signs differ."""
    if ratio is None:
        return "no ratio"
    if ratio < ONE_DIGIT_RATIO:
        return f"{_two_significant(ratio)}×"
    digits = 2 if ratio < LARGE_RATIO else 3
    return f"{number_text(float(f'{ratio:.{digits}g}'))}×"


def _two_significant(ratio: float) -> str:
    """Two digits behind the point only where one would say 1.0 or 1.1: a spread of 1.04 is not `none`."""
    return f"{ratio:.2f}" if ratio < 1.15 else f"{ratio:.1f}"  # noqa: PLR2004 - see the docstring


def date_text(iso: str | None) -> str:
    """Write a date that may be only a month or a year: `30 Oct 2024`, `Oct 2024`, `2024`; `undated` where null."""
    if not iso:
        return "undated"
    for shape, spoken in DATE_SHAPES:
        try:
            return spoken.format(d=datetime.strptime(str(iso)[:10], shape))
        except ValueError:
            continue
    return str(iso)


def count_text(count: int, noun: str, plural: str | None = None) -> str:
    """Write a count with its noun: `1 claim`, `1,204 claims`."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"
