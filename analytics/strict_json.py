"""JSON of strangers, read so that whatever comes out can be handed to DuckDB and sent back."""

import json

import orjson

# What DuckDB's BIGINT holds.
INTEGER_BOUND = 2**63 - 1


def read_json(text: str | bytes) -> object:
    """Return what a JSON text holds; raises ValueError that says what of it cannot be read, and where.

    Refused are, besides what is no JSON: half a surrogate pair, a number beyond what BIGINT or DOUBLE holds, NaN, and
    brackets nested by the hundred.
    """
    try:
        orjson.loads(text)  # Python's own reader lets pass all but the nesting, and this one rounds long integers.
        return json.loads(text, parse_int=_bounded)
    except RecursionError:
        raise ValueError("brackets are nested too deep") from None


def _bounded(digits: str) -> int:
    value = int(digits)  # within the range of DOUBLE, which the first reader has seen to: some 300 digits at most
    if not -INTEGER_BOUND - 1 <= value <= INTEGER_BOUND:
        raise ValueError(f"the integer {digits} has more than 64 bits")
    return value
