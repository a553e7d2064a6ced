"""Numbers and moments as arguments write them: in the digits 0 to 9 and without marks between them.

Python reads `1_000` and the digits of every script as well; nobody who sends those by mistake is to get other rows than
he meant, and one number has one spelling.
"""

from datetime import UTC
from typing import Any

import marshmallow as ma


def is_plain(text: object) -> bool:
    """Return whether a text has no digit of another script and no mark between digits; what is no text is plain."""
    return not isinstance(text, str) or (text.isascii() and "_" not in text)


class _InPlainDigits(ma.fields.Number[Any]):
    """A number that is refused where it is not plain."""

    def _deserialize(self, value: Any, *given: Any, **named: Any) -> Any:  # noqa: ANN401  # as marshmallow's
        if not is_plain(value):
            raise self.make_error("invalid", input=value)
        return super()._deserialize(value, *given, **named)


class PlainInteger(_InPlainDigits, ma.fields.Integer):
    """A whole number: `1000`, `-5`."""


class PlainNumber(_InPlainDigits, ma.fields.Float):
    """A number: `1000`, `2.5`, `1e6`."""


class UtcMoment(ma.fields.NaiveDateTime):
    """A moment as the file holds it: in UTC, without a zone; a zone that is given is converted."""

    def __init__(self, **more: Any) -> None:  # noqa: ANN401  # as marshmallow's
        super().__init__(timezone=UTC, **more)

    def _deserialize(self, value: Any, *given: Any, **named: Any) -> Any:  # noqa: ANN401  # as marshmallow's
        if not is_plain(value):
            raise self.make_error("invalid", input=value, obj_type=self.OBJ_TYPE)
        try:
            return super()._deserialize(value, *given, **named)
        except OverflowError as problem:
            raise ma.ValidationError("This moment is beyond the years 1 to 9999.") from problem
