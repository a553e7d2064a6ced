"""Numbers of how a page is laid out: marks of a list, instalments, rows of numbers, the foot of a page."""

from __future__ import annotations

from typing import Final

from extraction.numbers.number_context import Context, is_bare, is_plain
from extraction.numbers.units import Amount

_SHORTEST_SERIES: Final = 4
_SHORTEST_DRAW: Final = 3
_LONGEST_SERIES: Final = 20
_JOINTS: Final = 2


def file_size(context: Context, amount: Amount) -> str | None:
    """Recognise "(1.8MB)" behind a link: how long it takes to load, and nothing of the story."""
    data = amount.unit is not None and amount.unit.dimension == "data"
    alone = context.text(amount.first - 1) == "(" and context.text(amount.last) == ")"
    return "page furniture" if data and alone else None


def index_level(context: Context, amount: Amount) -> str | None:
    """Recognise "Dax: 24,118": the level of a stock index in a line of its own, as it stands at the foot of a page."""
    colon = amount.first - 1
    ends = context.text(amount.last) in ("", ".") and context.text(colon) == ":"
    if not ends or colon - context.first > _LONGEST_INDEX:
        return None
    return "index level" if any(context.is_word(i, "market_index") for i in range(context.first, colon)) else None


_LONGEST_INDEX: Final = 4


def series(context: Context, amount: Amount) -> str | None:
    """Recognise "4, 8, 15, 16, 23 and 42": numbers in a row that count nothing, as a draw or a list of rooms has."""
    if not is_plain(context, amount):
        return None
    ahead, end = _numbers_on(context, amount.first, 1)
    length = _numbers_on(context, amount.first, -1)[0] + 1 + ahead
    if length < _SHORTEST_DRAW or context.is_noun(end) or context.text(end) in ("%", "per"):
        return None
    drawn = any(context.is_word(index, "draw") for index in range(context.first, amount.first))
    return "series" if length >= (_SHORTEST_DRAW if drawn else _SHORTEST_SERIES) else None


def _numbers_on(context: Context, index: int, step: int) -> tuple[int, int]:
    """How many plain numbers follow at commas or "and", in one direction, and the token where that ends."""
    count, index = 0, index + step
    while count < _LONGEST_SERIES:
        at = index
        while context.lower(at) in (",", "and") and abs(at - index) < _JOINTS:
            at += step
        if at == index or not context.text(at).isdigit():
            break
        count, index = count + 1, at + step
    return count, index


def list_mark(context: Context, amount: Amount) -> str | None:
    """Recognise the "3." or "3)" that numbers an entry of a list and stands before its words, inside a sentence too."""
    if not context.touches(amount.last) or not is_plain(context, amount):
        return None
    opens = context.kind(amount.last + 1) == "word" and context.text(amount.last) in (".", ")")
    if context.text(amount.first - 1) in (":", ";") and opens:
        return "section number"
    if amount.first != context.sentence.first:
        return None
    alone = amount.last + 1 == context.sentence.last
    marked = context.text(amount.last) == ")" or (alone and context.text(amount.last) == ".")
    return "section number" if marked else None


def _counts_photos(context: Context, amount: Amount) -> bool:
    """Recognise both numbers of "1 of 3 | Bakers at work", which opens the caption of a gallery."""
    start = context.first
    opens = context.kind(start) == "number" and context.kind(start + 2) == "number" and context.text(start + 3) == "|"
    return opens and context.lower(start + 1) in ("of", "/") and amount.first in (start, start + 2)


def instalment(context: Context, amount: Amount) -> str | None:
    """Recognise both numbers of "report 4 of 7" and "part 2 of a series of five"; "report 4 of 7 dead" counts."""
    if not is_bare(amount) and amount.numeral.form != "words":
        return None
    if _counts_photos(context, amount):
        return "section number"
    head, behind = amount.first - 1, amount.last
    if context.is_word(head, "instalment") and context.lower(behind) == "of":
        whole = context.kind(behind + 1) == "number" and not context.is_noun(behind + 2)
        return "section number" if whole or context.lower(behind + 1) in ("a", "the") else None
    second = context.lower(head) == "of" and context.kind(head - 1) == "number" and not context.is_noun(behind)
    return "section number" if second and context.is_word(head - 2, "instalment") else None
