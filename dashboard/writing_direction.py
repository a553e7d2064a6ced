"""Words in either direction of writing: each stretch keeps to itself, and none can turn the words around it."""

from __future__ import annotations

import re
import unicodedata

MARK = "\ufffd"
"""What stands for a character that turns the direction: left out, two names that differ by it would look the same."""
TURNING = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], MARK)
ISOLATE, END = "\u2068", "\u2069"
KINDS = {"L": "L", "R": "R", "AL": "R"}
"""What a letter's class in Unicode says of its direction; digits, spaces and signs have none of their own."""
RUN = re.compile("R(?:[RN]*R)?")
"""A stretch from right to left: from its first letter to its last, over whatever has no direction."""


def without_turns(text: str) -> str:
    """Write a name for the eye: characters that would turn the words after them show as a mark."""
    return text.translate(TURNING)


def by_direction(text: str) -> list[tuple[str, bool]]:
    """Cut a text where its direction changes; each part says whether it runs from right to left."""
    shown = without_turns(text)
    parts: list[tuple[str, bool]] = []
    end = 0
    for start, stop in _runs(shown):
        parts += [(shown[end:start], False), (shown[start:stop], True)]
        end = stop
    return [(part, runs_left) for part, runs_left in [*parts, (shown[end:], False)] if part]


def _runs(text: str) -> list[tuple[int, int]]:
    if text.isascii():
        return []
    kinds = "".join(KINDS.get(unicodedata.bidirectional(letter), "N") for letter in text)
    return [found.span() for found in RUN.finditer(kinds)]


def isolated(text: str) -> str:
    """Write a text where no markup can be: a name that runs from right to left leaves the words around it in place."""
    return "".join(f"{ISOLATE}{part}{END}" if runs_left else part for part, runs_left in by_direction(text))
