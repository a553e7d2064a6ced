"""Digits and signs of other scripts and widths, read as those of English text."""

import re
import unicodedata
from typing import Final

_OTHER: Final = re.compile("[\u0660-\u1fff\u2c00-\U0010ffff]")
"""Where digits of other scripts and full-width signs stand: ８,０００, ４０％.

A range of characters is searched for many times as fast as digits are.
"""
_FIRST_WIDE, _LAST_WIDE = "\uff01", "\uff5e"
_WIDER: Final = 0xFEE0
"""What a full-width sign is further on than its like."""


def in_plain_digits(text: str) -> str:
    """Return a text with digits from 0 to 9 and signs of one width in place of their like; each keeps its place."""
    return _OTHER.sub(_plain, text)


def _plain(sign: re.Match[str]) -> str:
    written = sign[0]
    digit = unicodedata.decimal(written, None)
    if digit is not None:
        return str(digit)
    return chr(ord(written) - _WIDER) if _FIRST_WIDE <= written <= _LAST_WIDE else written
