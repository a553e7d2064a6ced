"""Names in either direction of writing: each keeps to itself, and none can turn the words around it."""

from __future__ import annotations

import unicodedata

MARK = "\ufffd"
"""What stands for a character that turns the direction: left out, two names that differ by it would look the same."""
TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], MARK)
ISOLATE, END = "\u2068", "\u2069"


def without_turns(text: str) -> str:
    """Write a name for the eye: characters that would turn the words after them show as a mark."""
    return text.translate(TURNING)


def isolated(text: str) -> str:
    """Write a name among others where no markup can be: one that runs from right to left leaves them in place."""
    shown = without_turns(text)
    runs_left = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in shown)
    return f"{ISOLATE}{shown}{END}" if runs_left else shown
