"""A list in the words of a sentence."""

from collections.abc import Sequence


def enumerated(parts: Sequence[str]) -> str:
    """Write one or more parts as a list: `a`, `a and b`, `a, b and c`."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
