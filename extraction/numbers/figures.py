"""From tokens to figures: the number steps in their order, each in a module of its own."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from extraction.model import Figure, Sentence, Token
from extraction.numbers.continued_units import continued_unit
from extraction.numbers.hedges import Hedge, find_hedge
from extraction.numbers.intervals import bare_hedge, hedged_interval
from extraction.numbers.lists import add_single_members
from extraction.numbers.non_claims import why_no_claim
from extraction.numbers.number_context import Context
from extraction.numbers.numerals import find_numerals
from extraction.numbers.pounds import settle_pounds
from extraction.numbers.ranges import join_ranges
from extraction.numbers.relative_figures import Place, may_be_relative, relate
from extraction.numbers.shared_units import complete_units, share_units, take_compared_units, take_held_units
from extraction.numbers.signed_changes import take_signed_changes
from extraction.numbers.trends import find_trend
from extraction.numbers.units import Amount, measure_numeral, take_letter_signs, take_millions
from extraction.numbers.units_before import take_units_before
from extraction.words.lexicon import Lexicon

_UPPER_BOUNDS: Final = frozenset(("at_most", "less_than"))
_LOWER_BOUNDS: Final = frozenset(("at_least", "more_than"))


@dataclass(slots=True)
class Judged:
    """An amount in its sentence and, if it claims nothing, what it is instead ("date", "age", ...)."""

    amount: Amount
    sentence: int
    no_claim: str | None


def find_figures(text: str, tokens: list[Token], sentences: list[Sentence], lexicon: Lexicon) -> list[Figure]:
    """Find every figure that claims something, in the order of the text.

    `tokens` and `sentences` are those of `text`. Never raises for odd text; a number that claims nothing (a date,
    an age, a name) is left out: `judge_amounts` tells why.
    """
    claimed = [judged for judged in judge_amounts(tokens, sentences, lexicon) if judged.no_claim is None]
    figures = read_figures(tokens, claimed, sentences, lexicon)
    for index, judged in enumerate(claimed):
        if may_be_relative(judged.amount, figures[index]):
            relate(Place(tokens, sentences, figures, index), judged.amount, lexicon)
    return figures


def read_figures(
    tokens: list[Token], judged: list[Judged], sentences: list[Sentence], lexicon: Lexicon
) -> list[Figure]:
    """Read what bounds each amount and whether it is a change, as written: what it is relative to comes later."""
    figures = [_figure(tokens, one, sentences, lexicon) for one in judged]
    _share_trends(tokens, figures)
    _share_hedges(tokens, judged, figures, lexicon)
    return figures


def _share_trends(tokens: list[Token], figures: list[Figure]) -> None:
    """Give the second wording of one change the trend of the first: "lost 120 points, or 0.3 percent"."""
    for before, after in pairwise(figures):
        if before.trend is None or after.trend is not None:
            continue
        between = [token.text for token in tokens[before.last : after.first]]
        if between in ([",", "or"], ["or"], ["("], [",", "about"]) or _goes_on_by(tokens, before, after, between):
            after.trend = before.trend


def _goes_on_by(tokens: list[Token], before: Figure, after: Figure, between: list[str]) -> bool:
    """Whether the second of two changes leaves its verb out: "raised our fare by 4 and theirs by 9"."""
    if between[-1:] == ["and"] and before.unit == after.unit == "percent" and len(between) <= _GAPPED:
        behind = tokens[after.last].lower if after.last < len(tokens) else ""
        return " ".join(between[1:-2]) == "on" and behind != "of"  # "grew 0.4% month on month and 2% year on year"
    if between[-1:] != ["by"] or tokens[before.first - 1].lower != "by":
        return False
    return "and" in between and len(between) <= _GAPPED and before.unit == after.unit


_GAPPED: Final = 7
"""Tokens from one change to the next that goes on without a verb."""


def _share_hedges(tokens: list[Token], claimed: list[Judged], figures: list[Figure], lexicon: Lexicon) -> None:
    """Give what is only said again in another unit the hedge of the first: "roughly 600 metres (2,000 feet)"."""
    pairs = pairwise(zip(claimed, figures, strict=True))
    for (first, before), (second, after) in pairs:
        plain = after.hedge == "stated" and before.hedge in _SAID_AGAIN
        if plain and after.value is not None and _is_converted(tokens, first.amount, second.amount):
            after.hedge = before.hedge
            after.low, after.high = hedged_interval(before.hedge, after.value, 0, lexicon.hedges)


def _is_converted(tokens: list[Token], first: Amount, second: Amount) -> bool:
    """Whether the second amount stands in brackets behind the first, in a unit of the same dimension."""
    brackets = [token.text for token in (*tokens[first.last : second.first], *tokens[second.last : second.last + 1])]
    if brackets != ["(", ")"] or first.unit is None or second.unit is None:
        return False
    return first.unit.dimension == second.unit.dimension


_SAID_AGAIN: Final = frozenset(("about", "nearly", "just_over")) | _UPPER_BOUNDS | _LOWER_BOUNDS
"""Hedges that hold for a figure in whatever unit."""


def judge_amounts(tokens: list[Token], sentences: list[Sentence], lexicon: Lexicon) -> list[Judged]:
    """Read every number with its unit, join ranges, and say of each whether it claims something."""
    starts = [sentence.first for sentence in sentences]
    judged: list[Judged] = []
    claimed: list[Amount] = []
    context: Context | None = None
    for amount in join_ranges(tokens, _amounts(tokens, lexicon), lexicon):
        if judged and amount.numeral.first < judged[-1].amount.last:
            continue  # the "million" of "419 parts per million"
        number = bisect_right(starts, amount.first) - 1
        previous = judged[-1] if judged and _is_joined(tokens, judged[-1].amount, amount) else None
        if context is None or context.sentence is not sentences[number]:
            context = Context(tokens, sentences[number], lexicon)
        why = why_no_claim(context, amount, previous.no_claim if previous else None)
        if why is None:
            continued_unit(tokens, amount, claimed, lexicon)
            claimed.append(amount)
        judged.append(Judged(amount, number, why))
    _set_models_aside(tokens, judged)
    return judged


def _amounts(tokens: list[Token], lexicon: Lexicon) -> list[Amount]:
    """Read every number with its unit, which may stand before it, behind it or at a number nearby."""
    numerals = add_single_members(tokens, find_numerals(tokens, lexicon), lexicon)
    amounts = [measure_numeral(tokens, numeral, lexicon) for numeral in numerals]
    for complete in _COMPLETIONS:
        complete(tokens, amounts, lexicon)
    return amounts


_COMPLETIONS: Final = (
    take_units_before,
    take_letter_signs,
    take_millions,
    share_units,
    complete_units,
    take_compared_units,
    take_held_units,
    take_signed_changes,
    settle_pounds,
)


def _set_models_aside(tokens: list[Token], judged: list[Judged]) -> None:
    """Let "the 767" be a name where the text has called something so in full ("a Boeing 767", "the KC-767")."""
    named = [one.amount.first for one in judged if one.no_claim == "name"]
    models, variants = {tokens[index].text for index in named}, {_with_next(tokens, index) for index in named}
    for one in judged:
        amount = one.amount
        written = tokens[amount.first].text
        bare = one.no_claim is None and amount.unit is None and amount.last == amount.first + 1 and written.isdigit()
        called = len(written) >= _SHORTEST_MODEL and written in models
        if bare and (called or _with_next(tokens, amount.first) in variants - {None}):
            one.no_claim = "name"


def _with_next(tokens: list[Token], index: int) -> tuple[str, str] | None:
    """Give a number with the capitalised word behind it: the "11 Pro" of "a Corvid 11 Pro"."""
    following = tokens[index + 1].text if index + 1 < len(tokens) else ""
    return (tokens[index].text, following) if following[:1].isupper() else None


_SHORTEST_MODEL: Final = 3
"""Digits of a number by which a make of things is called."""


def _is_joined(tokens: list[Token], before: Amount, amount: Amount) -> bool:
    """Whether a number goes on with the one before it: "March 4 and 6"; in "By 2030, 40 of them" it begins anew."""
    if amount.first - before.last != 1 or tokens[before.last].lower not in _JOINTS:
        return False
    return tokens[before.last].text != "," or not _is_year(tokens, before) or _is_year(tokens, amount)


def _is_year(tokens: list[Token], amount: Amount) -> bool:
    written = tokens[amount.first].text
    return written.isdigit() and len(written) == _YEAR_LENGTH


_YEAR_LENGTH: Final = 4


_JOINTS: Final = frozenset(("and", "to", "or", ",", "-", "–", "/", "&"))


def _figure(tokens: list[Token], judged: Judged, sentences: list[Sentence], lexicon: Lexicon) -> Figure:
    """Make the figure of a number that claims something: with hedge, bounds and trend, its span in characters."""
    amount = judged.amount
    hedge = find_hedge(tokens, amount.first, amount.last, lexicon)
    name, low, high = _bounds(amount, hedge, lexicon)
    scale, unit = _in_main_unit(amount)
    return Figure(
        start=amount.start,
        end=amount.end,
        first=max(hedge.first, sentences[judged.sentence].first) if hedge else amount.first,
        last=max(hedge.last, amount.last) if hedge else amount.last,
        sentence=judged.sentence,
        value=_times(scale, amount.value),
        low=_times(scale, low),
        high=_times(scale, high),
        hedge=name,
        unit=unit,
        trend=find_trend(tokens, amount, hedge, lexicon),
    )


def _in_main_unit(amount: Amount) -> tuple[float, str | None]:
    """Give the unit by its name, pence as pounds, and what a number in it is multiplied with."""
    name = amount.unit.name if amount.unit else None
    return (0.01, "GBP") if name == "penny" else (1.0, name)


def _times(scale: float, value: float | None) -> float | None:
    return None if value is None else value * scale if scale == 1 else round(value * scale, _PENCE_DECIMALS)


_PENCE_DECIMALS: Final = 6
"""Beyond these a hundredth is only the machine's."""


def _bounds(amount: Amount, hedge: Hedge | None, lexicon: Lexicon) -> tuple[str, float | None, float | None]:
    """Hedge and interval: a range or a vague word keeps its ends, save the one that a bound opens."""
    unit = amount.unit.name if amount.unit else None
    name = hedge.name if hedge and hedge.name != "stated" else None
    if amount.is_range and hedge is not None and hedge.last > amount.last and name in _UPPER_BOUNDS:
        name = None  # "600 to 700 at most" has given its upper end already
    if amount.is_range or amount.value is None:
        return _open_ends(amount, name)
    if name is None:
        name = "about" if amount.numeral.form == "dozen" else _bare(amount, unit)
    low, high = hedged_interval(name, amount.value, amount.decimals, lexicon.hedges)
    return name, low, high


def _bare(amount: Amount, unit: str | None) -> str:
    if amount.numeral.form in ("fraction", "share") and unit is None:
        return "exact"
    return bare_hedge(amount.value or 0.0, unit)


def _open_ends(amount: Amount, hedge: str | None) -> tuple[str, float | None, float | None]:
    """Open an end that a bound opens: "at least between 50 and 60" starts at 50 and has no upper end."""
    if hedge in _LOWER_BOUNDS:
        amount.value = amount.low
        return str(hedge), amount.low, None
    if hedge in _UPPER_BOUNDS:
        amount.value = amount.high
        return str(hedge), 0.0, amount.high
    return ("range" if amount.is_range else "vague"), amount.low, amount.high
