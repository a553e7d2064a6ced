"""None of a kind as a figure: "no deaths were reported", "not a single villager was hurt", "and no civilians".

Only what news counts by the head is so: victims, arrests, jobs lost. "No shots were fired" is a denial and no figure.
"""

from __future__ import annotations

from typing import Final

from extraction.model import Token
from extraction.words.lexicon import Lexicon

_BETWEEN: Final = 2
"""Words that may stand between "no" and its noun: "no further serious injuries"."""
_BEFORE: Final = 6
_AFTER: Final = 6
_ENDS: Final = frozenset((".", ",", ";", ":", "?", "!"))


def none_of_a_kind(tokens: list[Token], index: int, lexicon: Lexicon) -> int | None:
    """Find the end of the words at `index` that say "none" of what is counted by the head; None where they do not."""
    match = lexicon.zero_determiners.longest(tokens, index)
    if match is None:
        return None
    last = index + match[0]
    if _holds([token.lower for token in tokens[last + 1 : last + 2]], lexicon, "zero_bound"):
        return None  # "no more than 40", "no fewer than nine"
    noun = last
    while noun - last < _BETWEEN and _is(tokens, noun, lexicon, "zero_between", "zero_adds"):
        noun += 1
    if _is_all_that_is_said(tokens, index, noun, lexicon):
        return last
    before, after = _clause_before(tokens, index), _clause_after(tokens, noun + 1)
    if not _holds(before, lexicon, "zero_untold"):
        if _is_head(tokens, noun, lexicon) and _holds(before + after, lexicon, "zero_told"):
            return last
        if _is_befallen(tokens, noun, before, after, lexicon):
            return last
    return None


def _is_all_that_is_said(tokens: list[Token], first: int, noun: int, lexicon: Lexicon) -> bool:
    """Recognise "Not one canister." and “Not a single bus,” as an answer of their own, of whatever is counted."""
    if tokens[first].lower != "not" or noun + 1 >= len(tokens) or _is(tokens, noun, lexicon, "zero_idle", "function"):
        return False
    opens = first == 0 or tokens[first - 1].text in _OPENING
    return opens and tokens[noun].text.islower() and tokens[noun + 1].text in _ENDS | _OPENING


_OPENING: Final = frozenset('.!?:"“”')


def _is_head(tokens: list[Token], noun: int, lexicon: Lexicon) -> bool:
    """Whether a noun of harm stands there that is no part of another one: "no death", not "no death penalty"."""
    if not _is(tokens, noun, lexicon, "zero_head"):
        return False
    following = tokens[noun + 1].text if noun + 1 < len(tokens) else "."
    return not following[:1].islower() or following in lexicon.words["function"] or tokens[noun].lower.endswith("s")


def _is_befallen(tokens: list[Token], noun: int, before: list[str], after: list[str], lexicon: Lexicon) -> bool:
    """Whether something befell nobody of them: "no soldiers were killed", "killed nine rebels and no civilians"."""
    if noun >= len(tokens) or tokens[noun].kind != "word" or _is(tokens, noun, lexicon, "zero_idle"):
        return False
    if before[-1:] == ["and"] and _holds(before, lexicon, "befell"):
        return not after
    if after[:1] and after[0] in lexicon.words["befell_itself"]:
        return True  # "no children died"
    lost = "lost" in after and _is(tokens, noun, lexicon, "zero_lost")
    return (lost or _holds(after, lexicon, "befell")) and _holds(after, lexicon, "zero_told")


def adds_nothing(tokens: list[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a nought adds to an earlier count: "no further deaths", "no one has been arrested since Monday"."""
    if tokens[first].lower == "none":
        return False
    near = tokens[first : last + _BETWEEN]
    adds = lexicon.words["zero_adds"]
    return "since" in _clause_after(tokens, last, 2 * _AFTER) or any(token.lower in adds for token in near)


def _is(tokens: list[Token], index: int, lexicon: Lexicon, *kinds: str) -> bool:
    return index < len(tokens) and any(tokens[index].lower in lexicon.words[kind] for kind in kinds)


def _holds(words: list[str], lexicon: Lexicon, kind: str) -> bool:
    return not lexicon.words[kind].isdisjoint(words)


def _clause_before(tokens: list[Token], index: int) -> list[str]:
    words = [token.lower for token in tokens[max(0, index - _BEFORE) : index]]
    ends = [place for place, word in enumerate(words) if word in _ENDS]
    return words[ends[-1] + 1 :] if ends else words


def _clause_after(tokens: list[Token], index: int, reach: int = _AFTER) -> list[str]:
    words = [token.lower for token in tokens[index : index + reach]]
    return words[: next((place for place, word in enumerate(words) if word in _ENDS), len(words))]
