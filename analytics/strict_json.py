"""JSON of strangers, read so that whatever comes out can be handed to DuckDB and sent back."""

import json
from collections.abc import Iterator

import orjson

# What DuckDB's BIGINT holds.
INTEGER_BOUND = 2**63 - 1


_REPEATED = object()


class RepeatedKeyError(ValueError):
    """A key that an object has twice: readers differ on which of its values counts."""

    def __init__(self, path: str) -> None:
        """Name the key by its path, such as `params.day`."""
        super().__init__(f"the key {path} is given more than once")
        self.path = path


def read_json(text: str | bytes) -> object:
    """Return what a JSON text holds; raises ValueError that says what of it cannot be read, and where.

    Refused are, besides what is no JSON: half a surrogate pair, a number beyond what BIGINT or DOUBLE holds, NaN,
    brackets nested by the hundred, and a key that an object has twice (RepeatedKeyError).
    """
    try:
        orjson.loads(text)  # Python's own reader lets pass all but the nesting, and this one rounds long integers.
        read = json.loads(text, parse_int=_bounded, object_pairs_hook=_marking_repeats)
        repeated = next(_repeats(read), None)
    except RecursionError:
        raise ValueError("brackets are nested too deep") from None
    if repeated is not None:
        raise RepeatedKeyError(repeated)
    return read


def _bounded(digits: str) -> int:
    value = int(digits)  # within the range of DOUBLE, which the first reader has seen to: some 300 digits at most
    if not -INTEGER_BOUND - 1 <= value <= INTEGER_BOUND:
        raise ValueError(f"the integer {digits} has more than 64 bits")
    return value


def _marking_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return an object of JSON; a key that it has twice has _REPEATED for its value."""
    read = dict(pairs)
    if len(read) < len(pairs):
        keys = [key for key, _ in pairs]
        read |= {key: _REPEATED for key in read if keys.count(key) > 1}
    return read


def _repeats(value: object, path: str = "") -> Iterator[str]:
    """Give the paths at which _REPEATED stands."""
    if value is _REPEATED:
        yield path
    elif isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _repeats(part, f"{path}.{key}" if path else str(key))
