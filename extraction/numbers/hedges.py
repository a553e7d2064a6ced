"""The words around a number that bound it: "nearly", "at least", "or so", and the "not" that turns them round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extraction.model import Token
from extraction.words.lexicon import Lexicon

_QUOTES: Final = frozenset("\"'“”‘’„«»")
_BOUNDS: Final = frozenset(("at_least", "more_than", "at_most", "less_than"))
_LONGEST_GAP: Final = 3
"""How many words may stand between a number and an "at most" that bounds it ("40 people on board at most")."""
_MOST_MARKS: Final = 2
_MONEY: Final = frozenset("$€£¥₹")


@dataclass(slots=True)
class Hedge:
    """A hedge with the tokens `[first, last)` that its words and its number take up together."""

    name: str
    first: int
    last: int


def find_hedge(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> Hedge | None:
    """Find the hedge of the number in the tokens `[first, last)`; the bound wins where several words hedge it."""
    before = _before(tokens, first, lexicon)
    after = _after(tokens, last, lexicon)
    if before is None or after is None:
        found = before or after
        return None if found is None else Hedge(found.name, min(found.first, first), max(found.last, last))
    name = before.name if before.name in _BOUNDS or after.name not in _BOUNDS else after.name
    return Hedge(name, before.first, after.last)


def _before(tokens: list[Token], first: int, lexicon: Lexicon) -> Hedge | None:
    """Find the hedge that ends before the number; an outer bound ("at least some 300") wins over the inner word."""
    hedge = _one_before(tokens, first, lexicon)
    if hedge is None:
        return None
    outer = _one_before(tokens, hedge.first, lexicon)
    told = outer is not None and (outer.name in _BOUNDS or hedge.name == "stated")  # "about a record 9,400"
    found = outer if outer is not None and told and not _are_opposed(outer, hedge) else hedge
    return Hedge(found.name, found.first, first)


def _are_opposed(outer: Hedge, inner: Hedge) -> bool:
    """Whether one bounds below and the other above: in "more than 'less than ten'" only the inner is the figure's."""
    lower = ("at_least", "more_than")
    return inner.name in _BOUNDS and (outer.name in lower) != (inner.name in lower)


def _one_before(tokens: list[Token], first: int, lexicon: Lexicon) -> Hedge | None:
    """Find the hedge that ends before the token `first`, over marks and words that a hedge may be parted from it by."""
    index = first - 1
    match = lexicon.hedges_before.longest(tokens, index) if index >= 0 else None
    if match is None and (match := _set_off(tokens, index, lexicon)) is not None:
        index -= 1
    passed = lexicon.words["before_hedge"]
    while match is None and index > 0 and (tokens[index].text in _QUOTES or tokens[index].lower in passed):
        index -= 1
        match = lexicon.hedges_before.longest(tokens, index)
    if match is None or _tops_list(tokens, index, lexicon):
        return None
    length, name = match
    start = index - length + 1
    if length == 1 and _names_topic(tokens, start, lexicon):
        return None
    if _denies(tokens, start, lexicon):
        name = "stated"
    return _negated(tokens, Hedge(name, start, first), lexicon)


def _names_topic(tokens: list[Token], about: int, lexicon: Lexicon) -> bool:
    """Whether "about" only tells what is spoken of: "complaints about three stations", "was asked about 40 bridges"."""
    if about < 1 or tokens[about].lower != "about":
        return False
    before = tokens[about - 1].lower
    told = before in ("asked", "told") and about > 1 and tokens[about - 2].lower in lexicon.words["be"]
    return told or before in lexicon.words["topic_noun"]


def _denies(tokens: list[Token], start: int, lexicon: Lexicon) -> bool:
    """Whether a bound denies the number itself: "it was nowhere near 60", but not "nowhere near 60 came"."""
    told = start > 0 and tokens[start - 1].lower in lexicon.words["be"]
    return told and tokens[start].lower in lexicon.words["no_way"]


def _set_off(tokens: list[Token], index: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Match the adverb that opens a clause before the comma at `index`: "At a minimum, 35 bridges"."""
    if index < 1 or tokens[index].text != ",":
        return None
    match = lexicon.hedges_before.longest(tokens, index - 1)
    if match is None or not (match[0] > 1 or tokens[index - 1].lower.endswith("ly")):
        return None
    opens = index == match[0] or tokens[index - match[0] - 1].text in _CLAUSE_STARTS
    return match if opens else None


_CLAUSE_STARTS: Final = frozenset(".!?:;,(—–") | _QUOTES


def _tops_list(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether "top" is the head of a list and bounds nothing: "the top three"."""
    listed = tokens[index].lower in lexicon.words["end_of_list"] and index > 0
    return listed and tokens[index - 1].lower in lexicon.words["before_list"]


def _negated(tokens: list[Token], hedge: Hedge, lexicon: Lexicon) -> Hedge:
    """Turn a hedge round that a negation before it or at its verb reaches: "no more than", "does not exceed"."""
    index = hedge.first - 1
    turned = lexicon.hedges[hedge.name].negated
    while turned and index > 0 and tokens[index].lower in lexicon.words["negation_gap"]:
        index -= 1
    if turned and index >= 0 and tokens[index].lower in lexicon.words["negator"]:
        return Hedge(turned, index, hedge.last)
    if turned and _verb_is_negated(tokens, hedge.first - 1, lexicon):
        return Hedge(turned, hedge.first, hedge.last)
    return hedge


def _verb_is_negated(tokens: list[Token], before: int, lexicon: Lexicon) -> bool:
    """Whether the verb before a bound is negated, and the bound with it: "never sold more than", "not rise by over"."""
    verb = before - (tokens[before].lower in _JOINTS)
    if verb < 1 or not tokens[verb].text.islower():
        return False
    index = verb - 1
    while index > 0 and tokens[index].lower in lexicon.words["negation_gap"]:
        index -= 1
    if not _takes_bound(tokens[verb].lower, tokens[index].lower, lexicon):
        return False
    out = tokens[index].lower == "out" and tokens[index - 1].lower in ("rule", "rules", "ruled", "ruling")
    return out or tokens[index].lower == "nobody" or tokens[index].lower in lexicon.words["negator"]


def _takes_bound(verb: str, negator: str, lexicon: Lexicon) -> bool:
    """Whether a negated word hands its negation on to a bound: any verb but "not say over 9 came", "not stop over 9".

    After "no" only a verb of level does: "no rising above", but "no deal over nine islands".
    """
    if verb in lexicon.words["level_verb"]:
        return True
    kept = verb in lexicon.words["function"] or verb in lexicon.words["keeps_negation"]
    return negator != "no" and not kept


_JOINTS: Final = frozenset(("in", "by", "even", "ever", "to", "of", "at"))
"""Words between a negated verb and the bound of its figure."""


def _after(tokens: list[Token], last: int, lexicon: Lexicon) -> Hedge | None:
    """Find the hedge that follows the number, perhaps after a comma, a quotation mark or the noun that is counted."""
    index, words, marks = last, 0, 0
    while index < len(tokens) and words <= _LONGEST_GAP and marks <= _MOST_MARKS:
        match = lexicon.hedges_after.longest(tokens, index)
        if match is not None and _bounds_the_number(tokens, index, match[0], words, lexicon):
            return Hedge(match[1], last, index + match[0])
        token = tokens[index]
        if token.kind == "word" and token.text.islower():
            words += 1
        elif token.text in _QUOTES or token.text == ",":
            marks += 1
        else:
            return None
        index += 1
    return None


def _bounds_the_number(tokens: list[Token], index: int, length: int, words: int, lexicon: Lexicon) -> bool:
    """Whether an "or more" after the number is a hedge: not "or more than", after a noun only at a clause end."""
    following = tokens[index + length] if index + length < len(tokens) else None
    if following is not None and (following.kind == "number" or following.text in _MONEY):
        return False  # "71 mm, or just under 3 inches"
    if following is not None and lexicon.multiples.longest(tokens, index + length) is not None:
        return False  # "€20m, roughly twice the €9m"
    of = following is not None and following.lower == "of" and words == 0 and tokens[index].lower == "or"
    if following is not None and following.lower in ("than", "of", "the") and not of:
        return False
    if words == 0:
        return True
    ends = following is None or following.kind == "punctuation"
    return ends or (tokens[index].lower == "or" and words < _LONGEST_GAP)
