"""Digits and signs of other scripts and widths, read as those of English text."""

import re
import unicodedata
from typing import Final

_OTHER: Final = re.compile(r"[^\D0-9]|[\uff01-\uff5e]")
"""Decimal digits of any script but 0 to 9, and full-width signs and letters: ８,０００, ４０％."""


def in_plain_digits(text: str) -> str:
    """Return a text with digits from 0 to 9 and signs of one width in place of their like; each keeps its place."""
    return _OTHER.sub(_plain, text)


def _plain(sign: re.Match[str]) -> str:
    digit = unicodedata.decimal(sign[0], None)
    return chr(ord(sign[0]) - 0xFEE0) if digit is None else str(digit)
