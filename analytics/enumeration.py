"""A list in the words of a sentence."""

from collections.abc import Sequence


def enumerated(parts: Sequence[str], last: str = "and") -> str:
    """Write one or more parts as a list: `a`, `a and b`, `a, b and c`; `last` stands before the last one."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}"
