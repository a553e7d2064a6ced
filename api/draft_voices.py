"""What each voice says beside a figure of a draft: its figure that stands, and what else of it an editor must know."""

import math
import re
from collections.abc import Sequence
from datetime import date

from analytics.draft import COMPETING, DAY_LENGTH, IN_LINE
from analytics.reading import Row

_HELD = (*COMPETING, *IN_LINE)
_SAME_WORD = ("agrees", "echo")
DENIED_FIGURES = ("not ", "no longer ")
# What the figure of a stance reads, and what its voice does.
STANCES = {
    "denied": ("denies it", "deny it"),
    "asserted": ("says that it is so", "say that it is so"),
    "expected": ("expects it", "expect it"),
    "neither confirmed nor denied": ("neither confirms nor denies it", "neither confirm nor deny it"),
}
_SIDELESS = {"asserted", "expected", "neither confirmed nor denied"}
# When else a voice spoke, in the order in which it is told.
_SINCE, _AT_ONCE, _BEFORE = "since", "at once", "before"
_TIMES = (_SINCE, _AT_ONCE, _BEFORE)


def standing(against: Sequence[Row]) -> list[Row]:
    """Return one row a voice, what it said last: of the figures that can be held against the draft's, else of all.

    `also` tells what else it says that bears on the draft: “and the day before €150 million”; empty where nothing does.
    """
    return [_with_others(rows) for rows in _by_voice(against)]


def undenied(rows: Sequence[Row], denials: Sequence[Row] = ()) -> list[Row]:
    """Return the rows but those that deny in words of their own, and what repeats the denials that are told.

    What a statement denies in words of its own is told where they fit the draft's, or where the draft denies the same;
    a bare “denies it” says no more than such words by the same voice.
    """
    told, voices = {row["claim_id"] for row in denials}, {voice_of(row) for row in denials}
    return [
        row
        for row in rows
        if (not row["denial"] or row.get("verdict") in _SAME_WORD)
        and row["claim_id"] not in told
        and not (row["figure"] == "denied" and voice_of(row) in voices)
    ]


def told_apart(denials: Sequence[Row], against: Sequence[Row]) -> list[Row]:
    """Return the denials that are told by themselves: not a figure denied on the draft's own question.

    “Not 12” stands beside what else its voice says there: “not 12 but 11”.
    """
    held = {row["claim_id"] for row in against}
    return [row for row in denials if row["denial"] or row["claim_id"] not in held]


def bare_denials(rows: Sequence[Row]) -> list[Row]:
    """Return the rows that deny the draft's figure in no words of their own, with what each does as its `denial`.

    Who denies a figure of the corpus and says nothing else keeps that figure instead: “not 60,000” says it already.
    """
    denying = [row for row in rows if row["verdict"] == "contradicts" and _denies(figure_of(row))]
    return [{**row, "denial": _bare_denial(row)} for row in denying]


def _bare_denial(row: Row) -> str | None:
    if figure_of(row) == "denied":
        return STANCES["denied"][is_plural(row)] + str(row.get("also") or "")
    return f"said that it is {told_figure(row)}" if row.get("also") else None


def one_a_voice(rows: Sequence[Row]) -> list[Row]:
    """Return the first row of each voice."""
    return list({voice_of(row): row for row in reversed(rows)}.values())[::-1]


def voice_of(row: Row) -> str:
    """Return who stands behind a claim: whoever is quoted, else its publisher."""
    return str(row["voice"] or row["source"])


def figure_of(row: Row) -> str:
    """Return a claim's figure or, where it has none, its words."""
    return str(row["figure"] or row["quote"])


def told_figure(row: Row) -> str:
    """Return what a voice says, and what else; a claim that was not held against the draft has nothing else."""
    return f"{figure_of(row)}{row.get('also') or ''}"


def is_plural(row: Row) -> bool:
    """Return whether a row's voice is said of several, such as survivors; a claim that was not judged has none."""
    return bool(row.get("voice_is_plural"))


def _by_voice(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the rows of each voice, in the order in which the voices come."""
    voices: dict[str, list[Row]] = {}
    for row in rows:
        voices.setdefault(voice_of(row), []).append(row)
    return list(voices.values())


def _precedence(row: Row) -> tuple[bool, str, str]:
    return row["verdict"] in _HELD, *_moment(row)


def _moment(row: Row) -> tuple[str, str]:
    return str(row["as_of"] or ""), str(row["reported_at"] or "")


def _with_others(rows: Sequence[Row]) -> Row:
    """Return the row of one voice that stands, with what else it says: of each time the last."""
    row = max(rows, key=_precedence)
    others: dict[str, Row] = {}
    for other in sorted(rows, key=_moment, reverse=True):
        if _tells_more(other, row) and figure_of(other) not in map(figure_of, others.values()):
            others.setdefault(_time(other, row), other)
    *first, last = [_also(others[time], row) for time in _TIMES if time in others] or [""]
    return {**row, "also": "".join([*(re.sub("^ and ", ", ", each) for each in first), last])}


def _tells_more(other: Row, row: Row) -> bool:
    """Return whether an editor must know another claim of a voice beside the one that stands.

    Its other figures do; but not one that says what the one that stands says, beside the draft or by itself, nor what
    a total was before it grew, unless the draft says the same.
    """
    figures = {figure_of(other), figure_of(row)}
    if len(figures) == 1 or figures & _SIDELESS or all(map(_denies, figures)) or _is_outgrown(other, row):
        return False
    if other["verdict"] == "update":
        return _time(other, row) != _BEFORE
    if row["verdict"] in COMPETING:
        return other["verdict"] in _HELD and not _meets(other, row)
    return other["verdict"] in COMPETING


def _is_outgrown(other: Row, row: Row) -> bool:
    """Return whether a claim tells what a total was before it grew, and not what the draft says."""
    is_earlier_total = bool(other["is_total"]) and _time(other, row) == _BEFORE
    return is_earlier_total and other["verdict"] not in _SAME_WORD and _bounds(other)[0] < _bounds(row)[0]


def _meets(other: Row, row: Row) -> bool:
    """Return whether the figures of two claims have a value in common."""
    (low, high), (own_low, own_high) = _bounds(other), _bounds(row)
    return low <= own_high and own_low <= high


def _bounds(row: Row) -> tuple[float, float]:
    """Return the least and the most that the words of a claim allow; nothing meets one without a figure."""
    low, high = row["low"], row["high"]
    if low is None and high is None:
        return math.nan, math.nan
    return -math.inf if low is None else float(str(low)), math.inf if high is None else float(str(high))


def _denies(figure: str) -> bool:
    return figure == "denied" or figure.startswith(DENIED_FIGURES)


def _time(other: Row, row: Row) -> str:
    """Return when a voice said another thing, seen from the one that stands."""
    days = _parted_days(other, row)
    if days is None:
        return _AT_ONCE
    return _SINCE if days[0] > days[1] else _BEFORE


def _parted_days(other: Row, row: Row) -> tuple[str, str] | None:
    """Return the days that tell two claims apart: as of when they speak, else when they were published; or None.

    A forecast speaks of another time than that at which it was made.
    """
    is_forecast = "expected" in (other.get("polarity"), row.get("polarity"))
    for column in ("reported_at",) if is_forecast else ("as_of", "reported_at"):
        first, second = (str(each[column] or "")[:DAY_LENGTH] for each in (other, row))
        if not first.startswith(second) and not second.startswith(first):
            return first, second
    return None


def _also(other: Row, row: Row) -> str:
    """Return what else a voice says, to be read behind what stands: “and in The Ledger 35 tonnes”."""
    figure = figure_of(other)
    if figure == "denied":
        return f" and {STANCES[figure][is_plural(row)]}"
    if _time(other, row) == _AT_ONCE and figure.startswith(DENIED_FIGURES):
        return f", {figure}"
    if _time(other, row) == _AT_ONCE and figure_of(row).startswith(DENIED_FIGURES):
        return f" but {figure}"
    said = "said " if figure_of(row) in STANCES else ""
    return f" and {_when(other, row)}{said}{figure}"


def _when(other: Row, row: Row) -> str:
    """Return when or where else a voice said it, to be read before its figure."""
    days = _parted_days(other, row)
    if days is None:
        is_elsewhere = other["source"] not in (row["source"], voice_of(row))
        return f"in {other['source']} " if is_elsewhere else ""
    if days[0] > days[1]:
        return "since then "
    return f"{_earlier(*days)} "


def _earlier(day: str, later: str) -> str:
    """Return a day seen from a later one: “the day before”, “on 3 May”; “in 2025” for a year, “before” for a month."""
    if len(day) == len(later) == DAY_LENGTH:
        told, seen_from = date.fromisoformat(day), date.fromisoformat(later)
        year = "" if told.year == seen_from.year else f" {told.year}"
        return "the day before" if (seen_from - told).days == 1 else f"on {told.day} {told:%B}{year}"
    return f"in {day}" if day.isdigit() else "before"
