"""Numbers in digits, grouped in any way, with a decimal point or comma."""

from __future__ import annotations

from typing import Final

_LONGEST_NUMBER: Final = 24
"""Digits beyond which a run of them is a code and no quantity."""
VULGAR_FRACTIONS: Final = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8, "⅐": 1 / 7, "⅑": 1 / 9, "⅒": 1 / 10,
}  # fmt: skip
_GROUP_SPACES: Final = str.maketrans("", "", "\u0020\u00a0\u2009\u202f'’")


def number_of(written: str) -> tuple[float, int] | None:
    """Value and count of decimals of a number in digits, grouped in any way; None where it is a code.

    "1,234.5" gives (1234.5, 1), "8.000" (8000, 0), "1.234.567" (1234567, 0), "0147" None.
    """
    plain = written.translate(_GROUP_SPACES)
    if len(plain) > _LONGEST_NUMBER or plain in VULGAR_FRACTIONS:
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
