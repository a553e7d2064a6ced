"""Figures that hang on another one: "nearly double the 4,500", "half of its 750", "up 20% from 50,000"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extraction.model import Figure, RelativeTo, Sentence, Token
from extraction.numbers.intervals import Interval, hedged_interval, product, shifted
from extraction.numbers.units import Amount
from extraction.words.lexicon import Lexicon

_LONGEST_WAY_TO_BASE: Final = 9
"""How many words may stand between a factor and its base ("a third on the harbour board's 45")."""
_REACH_OF_ORIGIN: Final = 4
_SENTENCES_BACK: Final = 2
_FIGURES_BACK: Final = 8
_STOPS: Final = frozenset((",", ";", ":", ".", "(", "—", "–", "and", "but", "or"))
_PART_OPENERS: Final = frozenset(("of", "the", "its", "their", "his", "her"))
_TIMES_OPENERS: Final = frozenset(
    ("the", "that", "as", "what", "its", "their", "of", "more", "higher", "larger", "from")
)
_CHANGE_OPENERS: Final = frozenset(("from", "on", "than", "over", "above", "below", "compared"))
_LEADS_ELSEWHERE: Final = frozenset(("to", "after", "before", "when", "while", "as", "because", "since", "amid"))
"""Words behind a change that lead to a level reached or to another clause: "fell 11% after a loss of £212m"."""
_COPULAS: Final = frozenset(("are", "were", "is", "was", "had", "have", "has"))


@dataclass(frozen=True, slots=True)
class Factor:
    """What a relative figure multiplies its base with, and the words that lead to the base."""

    value: float
    interval: Interval
    openers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the relative figure stands among the figures of the text, so that its base can be looked for."""

    tokens: list[Token]
    sentences: list[Sentence]
    figures: list[Figure]
    index: int


def may_be_relative(amount: Amount, figure: Figure) -> bool:
    """Whether the form of a figure lets it hang on another one: a multiple, a part, or a change in per cent."""
    if amount.numeral.form in ("multiple", "fraction", "share"):
        return True
    return figure.trend is not None and figure.unit == "percent"


def relate(place: Place, amount: Amount, lexicon: Lexicon) -> None:
    """Turn the figure into a relative one, in place, if it is one: its factor, its base and what follows from both.

    A factor without a base keeps its factor and has neither value nor interval; the unit of a share of a whole that
    nobody counted is the percent.
    """
    figure = place.figures[place.index]
    form = amount.numeral.form
    if form == "multiple":
        _set_relative(place, _multiple(figure, amount, lexicon), amount, lexicon)
    elif form == "share" and _is_probability(place, amount, lexicon):
        return
    elif form in ("fraction", "share") and amount.unit is None:
        sign = {"rise": 1, "fall": -1, None: 0}[figure.trend]
        factor = _changed(figure, amount, lexicon, sign) if sign else _multiple(figure, amount, lexicon)
        _set_relative(place, factor, amount, lexicon)
    elif figure.unit == "percent" and figure.trend is not None:
        _relate_percent(place, amount, lexicon)


def _is_probability(place: Place, amount: Amount, lexicon: Lexicon) -> bool:
    """Whether "one in 40" says how likely something is, and is no part of a whole: "a one-in-40 chance", "the odds"."""
    start = place.sentences[place.figures[place.index].sentence].first
    near = [*range(max(start, amount.first - _ODDS_BEFORE), amount.first), amount.last]
    return any(token.lower in lexicon.words["odds"] for index in near for token in place.tokens[index : index + 1])


_ODDS_BEFORE: Final = 8
"""Tokens before a share among which the odds are named that it gives."""


def _multiple(figure: Figure, amount: Amount, lexicon: Lexicon) -> Factor:
    value = amount.value or 0.0
    hedge = "exact" if figure.hedge in ("exact", "stated") else figure.hedge
    openers = _TIMES_OPENERS if amount.numeral.form == "multiple" else _PART_OPENERS
    if amount.is_range:
        return Factor(value, (amount.low, amount.high), openers)
    if amount.numeral.form == "multiple" and value < 1:  # "nearly halved" lost nearly half
        return Factor(value, shifted(hedged_interval(hedge, 1 - value, 0, lexicon.hedges), -1), openers)
    return Factor(value, hedged_interval(hedge, value, 0, lexicon.hedges), openers)


def _changed(figure: Figure, amount: Amount, lexicon: Lexicon, sign: int) -> Factor:
    """Work out the factor of a change: "a third more" is 4/3, "up 20%" 1.2 within half a per cent."""
    value = amount.value or 0.0
    if amount.unit is None:
        hedge = "exact" if figure.hedge in ("exact", "stated") else figure.hedge
        change = hedged_interval(hedge, value, 0, lexicon.hedges)
    else:
        value, change = value / 100, _hundredths((figure.low, figure.high))
    return Factor(1 + sign * value, shifted(change, sign), _CHANGE_OPENERS)


def _hundredths(interval: Interval) -> Interval:
    low, high = interval
    return None if low is None else low / 100, None if high is None else high / 100


def _relate_percent(place: Place, amount: Amount, lexicon: Lexicon) -> None:
    """Relate "membership was down 5% on the 900 who had joined": unless the sentence gives the level itself."""
    figure = place.figures[place.index]
    factor = _changed(figure, amount, lexicon, 1 if figure.trend == "rise" else -1)
    base = _base_after(place, amount, factor.openers)
    if base is None:
        return
    unit = place.figures[base].unit
    near = place.figures[max(0, place.index - _FIGURES_BACK) : base] + place.figures[base + 1 : base + 2]
    if unit == "percent" or any(other.unit == unit for other in near if other.sentence == figure.sentence):
        return
    _set_relative(place, factor, amount, lexicon)


def _base_around(place: Place, amount: Amount, openers: frozenset[str], lexicon: Lexicon) -> int | None:
    """Find the figure that a factor is of, by its index: behind it, or before it."""
    after = _base_after(place, amount, openers)
    if after is not None:
        return after
    whole = _whole_before(place, amount)
    return whole if whole is not None else _base_before(place, amount, lexicon)


def _set_relative(place: Place, factor: Factor, amount: Amount, lexicon: Lexicon) -> None:
    """Make a figure a factor of another one where the sentence has it, else of an unknown base; in place."""
    figure = place.figures[place.index]
    base_index = _base_around(place, amount, factor.openers, lexicon)
    low, high = factor.interval
    whole = base_index is None and factor.openers is _PART_OPENERS and _is_of_whole(place.tokens, amount.last, lexicon)
    figure.hedge, figure.trend = "relative", None
    figure.value, figure.low, figure.high, figure.unit = None, None, None, "percent" if whole else None
    figure.relative_to = RelativeTo(
        factor=factor.value,
        factor_low=low,
        factor_high=high,
        base=None,
        base_low=None,
        base_high=None,
        base_of=None,
        base_claim_id=None,
    )
    if base_index is not None:
        rest_on(figure, base_index, place.figures[base_index])


def _is_of_whole(tokens: list[Token], last: int, lexicon: Lexicon) -> bool:
    """Whether a share is one of a whole that nobody counted: "half of them all", not "half of its value"."""
    following = [token.lower for token in tokens[last : last + _REACH_OF_WHOLE]]
    first = following[following[:1] == ["of"] :][:1]
    return lexicon.words["no_whole"].isdisjoint(first) and lexicon.words["magnitude"].isdisjoint(following)


_REACH_OF_WHOLE: Final = 4
"""Tokens behind a share among which its whole is named: "of their value"."""


def rest_on(figure: Figure, index: int, base: Figure) -> None:
    """Give a relative figure its base, the article's figure of that index, and what follows from both by arithmetic."""
    relation = figure.relative_to
    if relation is None:
        return
    figure.base, figure.unit = index, base.unit
    figure.relative_to = {**relation, "base": base.value, "base_low": base.low, "base_high": base.high}
    figure.low, figure.high = product((relation["factor_low"], relation["factor_high"]), (base.low, base.high))
    factor = relation["factor"]
    figure.value = None if factor is None or base.value is None else factor * base.value


def _base_after(place: Place, amount: Amount, openers: frozenset[str]) -> int | None:
    """Find the next figure of the sentence, where only a few words and no comma lead to it ("double the 4,500")."""
    index = place.index + 1
    if index >= len(place.figures) or place.figures[index].sentence != place.figures[place.index].sentence:
        return None
    if openers is _TIMES_OPENERS and (origin := _origin(place, index)) is not None:
        return origin
    base = place.figures[index]
    between = place.tokens[amount.last : base.first]
    if len(between) > _LONGEST_WAY_TO_BASE or any(token.text in _STOPS for token in between):
        return None
    words = [token.lower for token in between]
    if not words:
        return index
    owned = words[-1] in ("'s", "'") and openers is not _CHANGE_OPENERS  # "four times Tuesday's 57"
    led = (owned or openers.intersection(words)) and not _COPULAS.intersection(words)
    return index if led and not (openers is _CHANGE_OPENERS and _LEADS_ELSEWHERE.intersection(words)) else None


def _origin(place: Place, index: int) -> int | None:
    """Find the base of "doubled to 60 million from 30 million": the figure after the level that was reached."""
    level = place.figures[index]
    if place.tokens[level.first - 1].lower != "to" or index + 1 >= len(place.figures):
        return None
    base = place.figures[index + 1]
    led = base.first - level.last <= _REACH_OF_ORIGIN and place.tokens[base.first - 1].lower == "from"
    return index + 1 if led and base.sentence == level.sentence else None


def _base_before(place: Place, amount: Amount, lexicon: Lexicon) -> int | None:
    """Find the last figure before, where words point back to it ("a third of them", "twice that number")."""
    if not _points_back(place.tokens, amount, lexicon):
        return None
    figure = place.figures[place.index]
    for index in range(place.index - 1, max(place.index - 1 - _FIGURES_BACK, -1), -1):
        base = place.figures[index]
        if base.sentence < figure.sentence - _SENTENCES_BACK:
            return None
        following = place.tokens[amount.last + 1].lower if amount.last + 1 < len(place.tokens) else ""
        last = _points_at_last(place.tokens, amount) or _compares_tally(place.tokens, amount, lexicon)
        measured = base.unit is None or following in lexicon.words["size"] or last
        if _is_part(place.tokens, base) or not _is_of_named(place.tokens, amount, base):
            continue
        if measured and base.hedge != "relative" and (base.value or 0) > 1:
            return index
    return None


def _whole_before(place: Place, amount: Amount) -> int | None:
    """Find the whole whose part a share is told as: "640 hectares, of which a third", "Of the $37m asked, a fifth"."""
    figure, index = place.figures[place.index], place.index - 1
    if index < 0 or amount.numeral.form not in ("fraction", "share"):
        return None
    base, before = place.figures[index], [t.lower for t in place.tokens[max(0, figure.first - 2) : figure.first]]
    if base.sentence != figure.sentence or base.hedge == "relative":
        return None
    first = place.sentences[figure.sentence].first
    opened = place.tokens[first].lower == "of" and base.first - first <= _WHOLE_WITHIN and "," in before
    parted = before in (["of", "which"], ["of", "whom"], ["of", "them"])
    return index if opened or parted or _is_part_of_clause(place.tokens, base, amount) else None


def _is_part_of_clause(tokens: list[Token], base: Figure, amount: Amount) -> bool:
    """Read "£31 million, of which the fund paid half": the part ends a clause that opens right behind its whole."""
    between = [token.lower for token in tokens[base.last : amount.first]]
    opened = any(between[place : place + 2] in (["of", "which"], ["of", "whom"]) for place in range(_WHOLE_WITHIN))
    ends = amount.last >= len(tokens) or tokens[amount.last].kind == "punctuation"
    return opened and ends and len(between) <= _PART_CLAUSE and not _ENDS.intersection(between)


_PART_CLAUSE: Final = 12
"""Tokens from a whole to the part that the clause behind it ends with."""
_ENDS: Final = frozenset(".;:!?")
_WHOLE_WITHIN: Final = 3
"""Tokens from "Of" at the start of a sentence to the whole that it opens with."""


def _is_doubling_of_it(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> bool:
    """Read "expect that number to double": the base is what was told before."""
    before = [token.lower for token in tokens[max(0, amount.first - 3) : amount.first]]
    verbal = amount.numeral.form == "multiple" and before[2:] in (["to"], ["will"], ["would"], ["could"])
    return verbal and before[0] in ("that", "this", "the") and _is_named_again(before[1], lexicon)


def _is_named_again(word: str, lexicon: Lexicon) -> bool:
    """Whether a noun points back to a figure: "that number", "that length"."""
    return word in lexicon.words["tally"] or word in lexicon.words["size"]


def _points_at_last(tokens: list[Token], amount: Amount) -> bool:
    """Read "a third of that" and "half that to the injured": the base is the figure right before."""
    index = amount.last + (tokens[amount.last].lower == "of" if amount.last < len(tokens) else 0)
    if index >= len(tokens) or tokens[index].lower not in ("that", "this"):
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return following is None or following.kind == "punctuation" or following.lower in _AFTER_THAT


_AFTER_THAT: Final = frozenset(
    ("to", "for", "in", "on", "at", "and", "but", "or", "last", "this", "now", "again", "aboard", "today", "by", "per")
)
"""Words that may follow a "that" which stands for a figure."""


def _is_part(tokens: list[Token], figure: Figure) -> bool:
    """Whether a figure is told as a part of the one before it: "£74m, of which £9m has been found"."""
    opener = [token.lower for token in tokens[max(0, figure.first - _PART_WITHIN) : figure.first]]
    return any(opener[place : place + 2] in (["of", "which"], ["of", "whom"]) for place in range(len(opener)))


def _is_of_named(tokens: list[Token], amount: Amount, base: Figure) -> bool:
    """Whether a figure counts what "these" points to: "half of these boats" is of a figure for boats."""
    words = [token.lower for token in tokens[amount.last : amount.last + 3]]
    if words[:1] != ["of"] or words[1:2] not in (["these"], ["those"]) or not words[2].endswith("s"):
        return True
    return words[2] in (token.lower for token in tokens[base.last : min(base.last + _NOUN_WITHIN, amount.first)])


_NOUN_WITHIN: Final = 6
"""Tokens behind a figure among which its noun stands."""
_PART_WITHIN: Final = 5
"""Tokens before a part among which "of which" opens it."""


def _points_back(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> bool:
    """Whether a factor is of what was said before: "half of them", "double that", "nine in ten are"."""
    words = [token.lower for token in tokens[amount.last : amount.last + 3]]
    if _is_doubling_of_it(tokens, amount, lexicon) or _points_at_last(tokens, amount):
        return True
    if not words:
        return False
    if words[0] == "of":
        return words[1:2] in (["them"], ["those"], ["these"], ["whom"], ["which"])
    rests = words[0] in _COPULAS and amount.numeral.form == "fraction"  # "nine in ten are" tells a rate
    if _is_of_that_size(tokens, amount, lexicon) or _compares_tally(tokens, amount, lexicon):
        return True
    return rests or (words[0] == "that" and any(_is_named_again(word, lexicon) for word in words[1:2]))


def _is_of_that_size(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> bool:
    """Read "will be fined twice the sum": what the sum is was said before."""
    words = [token.lower for token in tokens[amount.last : amount.last + 3]]
    named = words[:1] == ["the"] and len(words) > 1 and _is_named_again(words[1], lexicon)
    return named and (len(words) == 2 or not words[2].isalpha())  # noqa: PLR2004


def _compares_tally(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> bool:
    """Read "the port's count was a fifth higher" and "bills are three times as high", where no "than" follows."""
    words = [token.lower for token in tokens[amount.last : amount.last + 3]]
    size = 2 if words[:1] == ["as"] and len(words) > 1 and words[1] not in lexicon.words["function"] else 1
    compares = size > 1 or (words[:1] != [] and words[0] in lexicon.trend_after.starts and words[0].endswith("er"))
    ends = len(words) <= size or not words[size].isalpha()
    before = [token.lower for token in tokens[max(0, amount.first - _TALLY_WITHIN) : amount.first]]
    told = not _COPULAS.isdisjoint(before) and not lexicon.words["given_tally"].isdisjoint(before)
    return compares and ends and told


_TALLY_WITHIN: Final = 4
"""Tokens before a factor among which stands what is compared: "the real share is nearly"."""
