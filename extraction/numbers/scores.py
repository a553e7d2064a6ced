"""Scores of games and votes, which claim nothing: "2-1", "by six wickets", "by a majority of 11 to one"."""

from __future__ import annotations

from typing import Final

from extraction.numbers.number_context import Context, is_plain
from extraction.numbers.units import Amount

_SCORE_REACH: Final = 5
_MOST_POINTS: Final = 200


def score(context: Context, amount: Amount) -> str | None:
    """Recognise "2-1", "won 3-0" and "by six wickets": numbers around a dash, or a game's own measure after one."""
    if context.is_word(amount.last, "game_measure"):
        return "score"
    if not amount.is_range:
        if _is_result(context, amount) or _is_against_none(context, amount) or _is_split(context, amount):
            return "score"
        beside = is_plain(context, amount) and _is_beside_dashed_number(context, amount)
        return "score" if beside and not _is_near(context, amount, "vote") else None
    dashed = any(context.is_dash(index) for index in range(amount.first, amount.last))
    if dashed and amount.unit is None and _is_record(context, amount):
        return "score"
    if not dashed or amount.unit is not None or (amount.high or 0) >= _MOST_POINTS:
        return None
    return "score" if _is_near(context, amount, "score") and not _is_near(context, amount, "vote") else None


def _is_record(context: Context, amount: Amount) -> bool:
    """Recognise the games won and lost of "the Herons (4-11)" behind a name."""
    opening = amount.first - 1
    alone = context.text(opening) == "(" and context.text(amount.last) == ")"
    return alone and opening - 1 > context.first and context.is_capital(opening - 1)


def _is_result(context: Context, amount: Amount) -> bool:
    """Recognise both numbers of "Rovers 2, United 1": two names, each with its goals."""
    before, after = amount.first - 1, amount.last
    if not is_plain(context, amount) or not context.is_capital(before) or (amount.value or 0) > _MOST_GOALS:
        return False
    ahead = context.text(after) == "," and context.is_capital(after + 1) and context.text(after + 2).isdigit()
    back = context.text(before - 1) == "," and context.text(before - 2).isdigit() and context.is_capital(before - 3)
    return ahead or back


_MOST_GOALS: Final = 20


def _is_against_none(context: Context, amount: Amount) -> bool:
    """Recognise "3-nil" and "2-all"."""
    return context.is_dash(amount.last) and context.lower(amount.last + 1) in ("nil", "all", "love")


def _is_split(context: Context, amount: Amount) -> bool:
    """Recognise "by a majority of 11 to one": how a bench or a jury was divided."""
    of = context.lower(amount.first - 1) == "of" and context.lower(amount.first - 2) == "majority"
    return of and context.lower(amount.last) == "to"


def _is_near(context: Context, amount: Amount, kind: str) -> bool:
    near = range(amount.first - _SCORE_REACH, amount.last + _SCORE_REACH)
    return any(context.is_word(index, kind) for index in near)


def _is_beside_dashed_number(context: Context, amount: Amount) -> bool:
    after, before = amount.last, amount.first - 1
    if context.is_dash(after) and context.touches(after + 1):
        return context.text(after + 1).isdigit()
    return context.is_dash(before) and context.touches(amount.first) and context.text(before - 1).isdigit()
