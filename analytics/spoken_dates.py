"""A year, month, day or moment as a reader writes it: “in October 2024”, “after 30 October 2024”."""

import calendar
import re
from datetime import date, datetime, time

_PERIOD = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def on_date(value: object) -> str:
    """Return a date with the word that leads to it: `in 2024`, `on 30 October 2024`, `at 2024-10-30T21:15`."""
    parts = _parts(value)
    leads = {0: "at", 1: "in", 2: "in", 3: "on"}
    return f"{leads[len(parts)]} {date_words(value)}"


def date_words(value: object) -> str:
    """Return a date in words; a moment, and what is no date, as it is written."""
    parts = _parts(value)
    if not parts:
        return _written(value)
    year, *others = parts
    month = calendar.month_name[int(others[0])] if others else ""
    return " ".join(filter(None, [str(int(others[1])) if len(others) > 1 else "", month, year]))


def _parts(value: object) -> list[str]:
    """Return year, month and day as far as they are told; none of a moment, and of what is no date."""
    found = _PERIOD.fullmatch(_written(value))
    parts = [part for part in found.groups() if part] if found else []
    return parts if len(parts) == 1 or (parts and 1 <= int(parts[1]) <= len(calendar.month_name) - 1) else []


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return str(value if value.time() != time.min else value.date())
    return value.isoformat() if isinstance(value, date) else str(value)
