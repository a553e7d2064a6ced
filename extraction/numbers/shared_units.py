"""Units that are written once and meant twice, of numbers side by side: "from 4.5 to 5%", "51.8 percent to 48.2"."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise, takewhile, zip_longest
from typing import Final

from extraction.model import Token
from extraction.numbers.trends import find_trend
from extraction.numbers.units import SHARES, Amount
from extraction.words.lexicon import Lexicon, Unit

_JOINTS: Final = frozenset(("to", "from", "and", "or", "versus", "vs", "against", "compared", "with", "than", "rather"))
_LONGEST_JOINT: Final = 2
"""What is no part of its own kind: "3 million dollars of the 8" are both money, "3% of the 8" only one a share."""
_YEAR_DIGITS: Final = 4
_MOST_PERCENT: Final = 1000


def share_units(tokens: list[Token], amounts: list[Amount], lexicon: Lexicon) -> None:
    """Give a number the unit of the one beside it, in place, where both stand in one measure ("from 4.5 to 5%")."""
    for before, after in pairwise(amounts):
        if after.first - before.last > _LONGEST_JOINT:
            continue
        between = [token.lower for token in tokens[before.last : after.first]]
        parted = between == ["of", "the"] and before.unit is not None and before.unit.dimension not in SHARES
        if not parted and (not 0 < len(between) <= _LONGEST_JOINT or any(word not in _JOINTS for word in between)):
            continue
        if before.unit is None and after.unit is not None:
            _lend(tokens, before, after)
        elif after.unit is None and before.unit is not None and not counts(tokens, after, lexicon):
            change = "to" in between and find_trend(tokens, before, None, lexicon) is not None
            if not change:
                _lend(tokens, after, before)


def _lend(tokens: list[Token], poor: Amount, rich: Amount) -> None:
    """Give an amount without a unit that of its neighbour, in place, unless it counts something else or is a year."""
    written = tokens[poor.first].text
    is_year = written.isdigit() and len(written) == _YEAR_DIGITS
    if rich.unit is None or rich.unit.is_time or is_year or poor.numeral.form != rich.numeral.form:
        return
    if rich.unit.dimension == "share" and (poor.value or 0) >= _MOST_PERCENT:
        return
    scaled_alone = poor.numeral.scale > 1 and rich.numeral.scale == 1 and not rich.unit.is_money
    if poor.numeral.form in ("digits", "words") and not scaled_alone:
        poor.unit, poor.unit_is_written = rich.unit, False


def counts(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> bool:
    """Whether a noun follows that the number may count: not "the 1,340 first put about"."""
    word = tokens[amount.last].text if amount.last < len(tokens) else ""
    return word[:1].islower() and word not in lexicon.words["function"] and word not in lexicon.words["after_bare"]


def complete_units(tokens: list[Token], amounts: Sequence[Amount], lexicon: Lexicon) -> None:
    """Say in place which degrees and points are meant, where the article says it elsewhere or the next figure does."""
    celsius = next((a.unit for a in amounts if a.unit is not None and a.unit.name.startswith("degree ")), None)
    degrees = celsius or next((a.unit for a in amounts if a.unit is not None and a.unit.name == "degree"), None)
    for amount, following in zip_longest(amounts, amounts[1:]):
        if following is not None and _are_minutes(amount, following):
            _unscale_minutes(following, lexicon)
        if amount.unit is None:
            if degrees is not None and tokens[amount.first].lower == "minus" and not counts(tokens, amount, lexicon):
                amount.unit, amount.unit_is_written = degrees, False  # "had minus 3 overnight"
        elif amount.unit.name == "degree" and celsius is not None:
            amount.unit = celsius
    _settle_points(tokens, amounts, lexicon)


def _settle_points(tokens: list[Token], amounts: Sequence[Amount], lexicon: Lexicon) -> None:
    """Say in place which points are of a percentage: that which they lead to, or the last one before them."""
    measured: Amount | None = None
    for amount, following in zip_longest(amounts, amounts[1:]):
        if amount.unit is None:
            continue
        if amount.unit.name == "point" and _is_of_votes(tokens, amount, lexicon):
            amount.unit = lexicon.percentage_point
        leads = amount.unit.name == "point" and _leads_to_percent(tokens, amount, following)
        if leads or (amount.unit.name == "point" and _compares_percent(tokens, measured, amount, lexicon)):
            amount.unit = lexicon.percentage_point
        measured = amount


def _are_minutes(hours: Amount, amount: Amount) -> bool:
    """Whether an "m" right behind hours is no million: "3h 45m"."""
    timed = hours.unit is not None and hours.unit.name == "hour" and hours.last == amount.first
    return timed and amount.unit is None and amount.numeral.scale == _MILLION and (amount.value or 0) < _HOUR * _MILLION


def _unscale_minutes(amount: Amount, lexicon: Lexicon) -> None:
    amount.value = (amount.value or 0) / _MILLION
    amount.numeral.scale, amount.unit, amount.end = 1.0, lexicon.minute, amount.end - 1


_MILLION: Final = 1e6
_HOUR: Final = 60


def _leads_to_percent(tokens: list[Token], amount: Amount, following: Amount | None) -> bool:
    """Whether "dropped four points to 22%" speaks of points of a percentage."""
    if following is None or following.unit is None or following.unit.name != "percent":
        return False
    return [token.lower for token in tokens[amount.last : following.first]] == ["to"]


def _is_of_votes(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> bool:
    """Whether the sentence is of a poll or a turnout: "an exit poll put her three points ahead"."""
    told = takewhile(lambda token: token.text not in (".", "!", "?"), reversed(tokens[: amount.first]))
    return any(token.lower in lexicon.words["vote_share"] for token in told)


def _compares_percent(tokens: list[Token], before: Amount | None, amount: Amount, lexicon: Lexicon) -> bool:
    """Whether "23 percent, four points higher" speaks of points of the last percentage before it."""
    if before is None or before.unit is None or before.unit.name not in ("percent", lexicon.percentage_point.name):
        return False
    near = amount.first - before.last <= _POINTS_WITHIN and amount.last < len(tokens)
    return near and tokens[amount.last].lower in lexicon.words["compares_points"]


_POINTS_WITHIN: Final = 20
"""Tokens from a percentage to the points by which it differs from another."""


def take_compared_units(tokens: list[Token], amounts: Sequence[Amount], lexicon: Lexicon) -> None:
    """Give a number the unit of what is a multiple of it, in place: "30 kilometres of track, three times the 10"."""
    for rich, factor, poor in zip(amounts, amounts[1:], amounts[2:], strict=False):
        if factor.numeral.form != "multiple" or rich.unit is None or poor.unit is not None:
            continue
        beside = [token.text for token in tokens[rich.last : factor.first]]
        led = [token.lower for token in tokens[factor.last : poor.first]] in _LEADS_TO_BASE
        if led and "," in beside and len(beside) <= _ASIDE and not _SENTENCE_ENDS.intersection(beside):
            poor.unit, poor.unit_is_written = _unit_of_base(tokens, rich, poor, lexicon), False


def _unit_of_base(tokens: list[Token], rich: Amount, poor: Amount, lexicon: Lexicon) -> Unit | None:
    """Give the unit, or none where the number counts things of its own; "the 10 reported" does not."""
    behind = tokens[poor.last].lower if poor.last < len(tokens) else ""
    return None if counts(tokens, poor, lexicon) and not behind.endswith("ed") else rich.unit


_LEADS_TO_BASE: Final = (["the"], ["its"], ["their"], ["the", "earlier"], ["the", "previous"])
_ASIDE: Final = 8
_SENTENCE_ENDS: Final = frozenset(".!?")


def take_held_units(tokens: list[Token], amounts: Sequence[Amount], lexicon: Lexicon) -> None:
    """Give somebody's figure the unit of what is held against it, in place: "90 tonnes, above the firm's figure of 60".

    It counts nothing else, whatever stands between: what is compared is alike.
    """
    for rich, poor in pairwise(amounts):
        if rich.unit is None or poor.unit is not None or counts(tokens, poor, lexicon):
            continue
        between = [token.lower for token in tokens[rich.last : poor.first]]
        if is_held_against(between, lexicon.words["level_of"]):
            _lend(tokens, poor, rich)


def is_held_against(between: list[str], figure_nouns: AbstractSet[str]) -> bool:
    """Whether words between two figures hold the first against one that is somebody's own: "than the firm's count of".

    Only a noun may stand between the owner and "of" that says no more than that it is a figure.
    """
    named = between[-1:] == ["of"] and between[-2:-1] != [] and between[-2] in figure_nouns
    owner = between[:-2] if named else between
    if not (named or owner[-1:] in (["'s"], ["’s"], ["'"], ["’"])):
        return False
    places = range(len(owner) - 1, max(-1, len(owner) - 1 - _OWNER), -1)
    led = next((place for place in places if owner[place] in _HELD), None)
    return led is not None and not _BREAKS.intersection(owner[led:]) and not _SENTENCE_ENDS.intersection(between)


_HELD: Final = frozenset(("than", "against", "above", "below", "beyond", "over", "under", "exceeding", "versus"))
_BREAKS: Final = frozenset((",", ";", ":", "and", "but", "or", "while"))
_OWNER: Final = 8
"""Tokens before somebody's figure among which it is told that another is held against it."""
