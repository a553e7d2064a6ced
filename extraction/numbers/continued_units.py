"""Units and scales that a number leaves out since one before it has them: "€4 million, not 5", "the port 20,000"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extraction.model import Token
from extraction.numbers.scale_words import scaled
from extraction.numbers.shared_units import counts
from extraction.numbers.units import Amount
from extraction.words.lexicon import Lexicon

_WHOLE: Final = 100
_AMOUNTS_BACK: Final = 6
"""How many numbers back a measurement is looked for that an unmarked one continues."""
_SAID_AGAIN: Final = 40
"""How many numbers back one is looked for that is written again without its unit."""
_SENTENCE_ENDS: Final = frozenset(".!?")
_CLOSING: Final = frozenset('.,;:!?”")')
_OPENING: Final = frozenset('.!?“"')
_MILLION: Final = 1_000_000
_SOME_SIZE: Final = 20
_MOST_APART: Final = 3.0
_LIKE_SIZED: Final = 1.6
"""Ratio within which two numbers, one right after the other, may be answers to one question."""
_GAP_APART: Final = 10.0
"""Ratio within which the second half of "the city needs 4,000 tonnes, the port 900" goes on with the first."""
_HELD_REACH: Final = 14
_GAP_REACH: Final = 32
"""Tokens between the two halves of a sentence whose second leaves its verb out."""


def continued_unit(tokens: list[Token], amount: Amount, before: Sequence[Amount], lexicon: Lexicon) -> None:
    """Give an unmarked number, in place, the unit or the scale of one before it that it goes on with.

    "A magnitude of 6.8 ... was revised to 6.9": what is measured to the same digit, and counts nothing, goes on in
    the same unit; so does what is only said ("The port says 900."), or is the second half of a sentence without a
    verb of its own. `before` are the numbers that claim something, in the order of the text.
    """
    if _are_sums(tokens, amount, lexicon):
        amount.unit = next((e.unit for e in reversed(before) if e.unit is not None and e.unit.is_money), None)
        amount.unit_is_written = False
        return
    if amount.unit is not None or amount.numeral.form not in ("digits", "words") or counts(tokens, amount, lexicon):
        return
    if _is_labelled(tokens, amount, lexicon):
        return
    if before and _leaves_out_scale(tokens, before[-1], amount, lexicon):
        _take_scale(amount, before[-1])
        return
    lender = _lender(tokens, amount, before, lexicon)
    if lender is not None:
        amount.unit, amount.unit_is_written = lender.unit, False


def _are_sums(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> bool:
    """Whether "millions" is money that somebody saves or spends, and counts nothing: "could save billions by"."""
    large = amount.numeral.form == "vague" and amount.unit is None and (amount.low or 0) >= _MILLION
    if not large or not amount.first or counts(tokens, amount, lexicon) or _text(tokens, amount.last) == "of":
        return False
    return tokens[amount.first - 1].lower in lexicon.words["moves_money"]


def _leaves_out_scale(tokens: list[Token], earlier: Amount, amount: Amount, lexicon: Lexicon) -> bool:
    """Whether a bare number goes on in millions: "€4 million, not 5", "Now it is seven", "1.95 million, from 1.8".

    A decimal number counts nothing by the head, so one of like size in the same sentence needs no sign.
    """
    scale, unit = earlier.numeral.scale, earlier.unit
    if scale < _MILLION or amount.numeral.scale != 1 or earlier.is_range or (unit is not None and not unit.is_money):
        return False
    between = [token.lower for token in tokens[earlier.last : amount.first]]
    if not _is_scaled_like(earlier, amount, scale):
        return False
    stops = sum(word in _SENTENCE_ENDS for word in between)
    if amount.decimals and not stops:
        return len(between) <= _HELD_REACH
    if _text(tokens, amount.last) not in _CLOSING:
        return False
    if unit is not None and between[-1:] in (["not"], ["from"]):
        return len(between) <= _HELD_REACH and _ENDS.isdisjoint(between)
    alone = _stands_alone(tokens, amount.first, lexicon)
    alone = alone or (unit is not None and _is_told_of_thing(tokens, amount.first, lexicon))
    return (unit is not None or amount.decimals > 0) and 1 <= stops <= _MOST_APART and alone


def _is_labelled(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> bool:
    """Take the unit from a label that opens the number's sentence, in place: "Tonnes: 900.", "Tonnes, in all, 900."."""
    first = amount.first
    while first > max(0, amount.first - _LABEL_REACH) and tokens[first - 1].text not in _SENTENCE_ENDS:
        first -= 1
    match = lexicon.units_after.longest(tokens, first)
    opens = first == 0 or tokens[first - 1].text in _SENTENCE_ENDS
    if match is None or not opens or first + match[0] >= amount.first or not tokens[first].lower.endswith("s"):
        return False
    if match[1].is_time or tokens[first + match[0]].text not in (":", ","):
        return False
    if _text(tokens, amount.last) not in _CLOSING:
        return False
    amount.unit, amount.unit_is_written = match[1], False
    return True


_LABEL_REACH: Final = 6


def _is_scaled_like(earlier: Amount, amount: Amount, scale: float) -> bool:
    return bool(amount.value) and 1 / _MOST_APART <= (amount.value or 0) * scale / (earlier.value or 1) <= _MOST_APART


def _stands_alone(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a number is all that is said ("Nearly seven"), or what a thing told before is or became."""
    index = _before_nearness(tokens, index, lexicon)
    opens = tokens[index].text in _OPENING
    told = tokens[index].lower in ("is", "was", "became", "becomes") and tokens[index - 1].lower in ("it", "that")
    return opens or told


def _is_told_of_thing(tokens: list[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a number is what a thing is, whose noun opens its sentence: "€110 million. The line is 300."."""
    index = _before_nearness(tokens, index, lexicon)
    opens = tokens[index - 3].text in _OPENING if index >= _NOUN_PHRASE else True
    return opens and tokens[index].lower in ("is", "was") and tokens[index - 2].lower in ("the", "our", "its")


_NOUN_PHRASE: Final = 3


def _before_nearness(tokens: list[Token], index: int, lexicon: Lexicon) -> int:
    """Step back over words like "nearly" and "under"; the token before them."""
    index -= 1
    while index > 0 and tokens[index].lower in lexicon.words["nearness"]:
        index -= 1
    return index


def _take_scale(amount: Amount, earlier: Amount) -> None:
    """Multiply with the scale of the earlier number; one more digit than a whole is written of it."""
    amount.value = scaled(amount.value or 0, earlier.numeral.scale)
    amount.numeral.scale, amount.decimals = earlier.numeral.scale, 0
    amount.unit, amount.unit_is_written = earlier.unit, False


def _lender(tokens: list[Token], amount: Amount, before: Sequence[Amount], lexicon: Lexicon) -> Amount | None:
    """Find the number before whose unit an unmarked one goes on in."""
    if not before:
        return None
    recent = before[-_AMOUNTS_BACK:]
    decimal = amount.decimals > 0 and amount.numeral.form == "digits"
    lender = next((e for e in reversed(recent) if _is_as_exact(e, amount)), None) if decimal else None
    if lender is None and _is_held_against(tokens, before[-1], amount, lexicon):
        return before[-1]
    former = _is_former(tokens, before[-1], amount, lexicon)
    if lender is None and (former or _is_other_time(tokens, before[-1], amount, lexicon)):
        return before[-1]
    if lender is None and _is_put_right(tokens, before[-1], amount):
        return before[-1]
    if lender is None:
        lender = _halved(tokens, recent, amount, lexicon) or _paid(tokens, before, amount, lexicon)
    if lender is None and (_closes(tokens, amount) or _closes_kept(tokens, amount, lexicon)):
        near = before[-1] if _is_near(tokens, before[-1], amount) else None
        said_again = (earlier for earlier in reversed(before[-_SAID_AGAIN:]) if _is_said_again(earlier, amount))
        lender = next(said_again, near) or _answered(tokens, recent, amount, lexicon)
    return lender or _money_before(tokens, recent, amount, lexicon)


def _is_put_right(tokens: list[Token], earlier: Amount, amount: Amount) -> bool:
    """Whether a number is what a measurement of the same sentence is or was: "gave it as 21 miles; it was 11"."""
    between = [token.lower for token in tokens[earlier.last : amount.first]]
    told = between[-2:] in (["it", "was"], ["it", "is"]) and len(between) <= _PUT_RIGHT_WITHIN
    closed = told and _text(tokens, amount.last) in _CLOSING and _SENTENCE_ENDS.isdisjoint(between)
    return closed and _is_lent(earlier, amount, _MOST_APART)


def _is_former(tokens: list[Token], earlier: Amount, amount: Amount, lexicon: Lexicon) -> bool:
    """Whether a number is what the one before it was set at first: "now 21 miles, its original 18 was a guess"."""
    between = [token.lower for token in tokens[earlier.last : amount.first]]
    owned = between[-2:-1] in (["the"], ["an"], ["his"], ["her"], ["its"], ["their"])
    former = owned and between[-1] in lexicon.words["former"]
    behind = _text(tokens, amount.last)
    ends = behind in _CLOSING or behind in ("having", "was", "had", "is")
    return former and ends and _SENTENCE_ENDS.isdisjoint(between) and _is_within(earlier, amount, _MOST_APART)


def _is_other_time(tokens: list[Token], earlier: Amount, amount: Amount, lexicon: Lexicon) -> bool:
    """Whether a number that is only said answers the time right before it: "The tenants say nine" behind 14 days."""
    timed = earlier.unit is not None and earlier.unit.is_time and _is_within(earlier, amount, _OTHER_TIME)
    said = tokens[_before_nearness(tokens, amount.first, lexicon)].lower in lexicon.words["gives_number"]
    ends = _text(tokens, amount.last) in _CLOSING
    return timed and said and ends and _stops_between(tokens, earlier, amount) <= _ANSWER_WITHIN


_OTHER_TIME: Final = 6.0
"""Ratio within which two answers to how long something took lie."""
_PUT_RIGHT_WITHIN: Final = 4


def _is_as_exact(earlier: Amount, amount: Amount) -> bool:
    """Whether a measurement was given to as many decimals, or is a share as the number may be one."""
    unit = earlier.unit
    if unit is None or unit.is_money or unit.is_time:
        return False
    if unit.dimension == "share":
        return (amount.value or 0) < _WHOLE
    return earlier.decimals == amount.decimals


def _closes(tokens: list[Token], amount: Amount) -> bool:
    """Whether a whole number of some size ends its phrase, so that nothing behind it can be what it counts."""
    ends = _is_bounded(tokens, amount) or _text(tokens, amount.last) in _CLOSING or _opens_clause(tokens, amount.last)
    return ends and (amount.value or 0) >= _SOME_SIZE


def _closes_kept(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> bool:
    """Whether a number of any size ends its phrase that somebody plainly sets against another: "puts it at 12"."""
    taken_up = any(token.lower == "it" for token in tokens[max(0, amount.first - _KEPT_WITHIN) : amount.first])
    return taken_up and _text(tokens, amount.last) in _CLOSING and _is_kept_to(tokens, amount, lexicon)


def _is_bounded(tokens: list[Token], amount: Amount) -> bool:
    return _text(tokens, amount.last) == "or" and _text(tokens, amount.last + 1) in ("more", "less", "so")


def _opens_clause(tokens: list[Token], index: int) -> bool:
    """Whether a clause starts that cannot tell what a number counts: "two million if it's a bucket"."""
    return _text(tokens, index) in ("if", "when", "because", "though", "although", "unless", "while")


def _text(tokens: list[Token], index: int) -> str:
    """Return the token as written; a full stop behind the text's end."""
    return tokens[index].text if index < len(tokens) else "."


def _is_said_again(earlier: Amount, amount: Amount) -> bool:
    """Whether a number was written before with a unit: "it needs 150 tonnes ... We asked for 150."."""
    return earlier.value == amount.value and earlier.unit_is_written and _is_lent(earlier, amount)


def _is_near(tokens: list[Token], earlier: Amount, amount: Amount) -> bool:
    """Whether a number of like size was the last one before, in this sentence or the one before: "B assumes 210."."""
    return _is_lent(earlier, amount, _LIKE_SIZED) and _stops_between(tokens, earlier, amount) <= 1


def _stops_between(tokens: list[Token], earlier: Amount, amount: Amount) -> int:
    return sum(token.text in _SENTENCE_ENDS for token in tokens[earlier.last : amount.first])


def _answered(tokens: list[Token], before: Sequence[Amount], amount: Amount, lexicon: Lexicon) -> Amount | None:
    """Find the measurement of like size to which a number that is only said answers: "The port says 900."."""
    said = _before_nearness(tokens, amount.first, lexicon)
    said -= tokens[said].text in ('"', "“") and said > 0
    only = tokens[said].lower in lexicon.words["gives_number"] or _is_whole_sentence(tokens, amount, lexicon)
    kept = _is_kept_to(tokens, amount, lexicon)
    only, apart = only or kept, _KEPT_APART if kept else _MOST_APART
    for earlier in reversed(before) if only else ():
        if earlier.unit is None and counts(tokens, earlier, lexicon):
            return None  # it may answer that count
        if _is_lent(earlier, amount, apart):
            within = _ANSWER_WITHIN - (tokens[said].text == ":")
            return earlier if _stops_between(tokens, earlier, amount) <= within else None
    return None


def _is_kept_to(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> bool:
    """Whether somebody sets a number against another: "insists on 22,000", "put it at 300", "stick to only 9"."""
    index, least = amount.first - 1, amount.first - _KEPT_WITHIN
    while index > max(0, least) and tokens[index].lower in lexicon.words["keeps_between"]:
        index -= 1
    return index < amount.first - 1 and tokens[index].lower in lexicon.words["keeps_to"]


_KEPT_WITHIN: Final = 6
_KEPT_APART: Final = 6.7
"""Ratio within which a number lies that is plainly set against another."""
_ANSWER_WITHIN: Final = 2
"""Sentences within which one figure answers another."""


def _is_whole_sentence(tokens: list[Token], amount: Amount, lexicon: Lexicon) -> bool:
    opens = tokens[_before_nearness(tokens, amount.first, lexicon)].text in _OPENING
    return opens and _text(tokens, amount.last) in _SENTENCE_ENDS


def _halved(tokens: list[Token], before: Sequence[Amount], amount: Amount, lexicon: Lexicon) -> Amount | None:
    """Find the measurement in the first half of a sentence whose second leaves the verb out.

    "Berlin needs 4,000 tonnes, the port 900", "640 tonnes in all and, in the north, 215", "38% in one and 62 in
    another", "9,000 litres used, 3,000 or so in stock".
    """
    lender = next((e for e in reversed(before) if _is_lent(e, amount, _GAP_APART)), None)
    if lender is None or amount.first - lender.last > _GAP_REACH:
        return None
    between = [token.lower for token in tokens[lender.last : amount.first]]
    if not between or not _SENTENCE_ENDS.isdisjoint(between):
        return None
    parallel = _text(tokens, amount.last) == "in" and _text(tokens, amount.last + 1) in ("another", "others")
    if lender.first and tokens[amount.first - 1].lower == tokens[lender.first - 1].lower == "by":
        parallel = True
    closed = _is_bounded(tokens, amount) or _text(tokens, amount.last) in _CLOSING
    opened = _opens_half(tokens, _before_nearness(tokens, amount.first, lexicon), lender.last)
    return lender if parallel or (closed and opened) else None


def _opens_half(tokens: list[Token], index: int, first: int) -> bool:
    """Whether the words that end at `index` open a second half: a comma, or a subject behind a comma or "and"."""
    if tokens[index].text == ",":
        return index > first
    start = index
    while start > first and (tokens[start].kind == "word" and tokens[start].lower not in _SUBJECT_OPENERS):
        start -= 1
        if tokens[start + 1].text[:1].isupper() and not tokens[start].text[:1].isupper():
            break
    start += tokens[start].lower not in _SUBJECT_OPENERS
    named = tokens[start].lower in _SUBJECT_OPENERS or tokens[start].text[:1].isupper()
    return named and start < index + (tokens[start].text[:1].isupper()) and tokens[start - 1].lower in _HALVES


_SUBJECT_OPENERS: Final = frozenset(("the", "its", "their", "his", "her"))
_HALVES: Final = frozenset((",", ";", "and", "but", "while"))


def _paid(tokens: list[Token], before: Sequence[Amount], amount: Amount, lexicon: Lexicon) -> Amount | None:
    """Find the money in which a number is that somebody was promised, fined or paid: "was promised half a million"."""
    told = tokens[_before_nearness(tokens, amount.first, lexicon)].lower in lexicon.words["pays"]
    if not told or not _closes(tokens, amount) or (amount.value or 0) < _WHOLE:
        return None
    return next((e for e in reversed(before[-_AMOUNTS_BACK:]) if e.unit is not None and e.unit.is_money), None)


def _money_before(tokens: list[Token], before: Sequence[Amount], amount: Amount, lexicon: Lexicon) -> Amount | None:
    """Find the money of like size that a bare "300 million" goes on with, where nothing else comes by the million."""
    scale = _MILLION if amount.is_range and (amount.value or 0) >= _MILLION else amount.numeral.scale
    scaled = [earlier for earlier in before if earlier.numeral.scale == scale]
    scaled = scaled or [earlier for earlier in before if earlier.numeral.scale >= _MILLION]
    if scale < _MILLION or any(e.unit is None or not e.unit.is_money for e in scaled):
        return None
    after = _text(tokens, amount.last)
    goes_on = after in ("and", "but") and not _text(tokens, amount.last + 1)[:1].isdigit()
    timed = after in ("this", "next", "last") and _text(tokens, amount.last + 1) in ("year", "month", "week", "quarter")
    if not _closes(tokens, amount) and not goes_on and not timed and after not in ("is", "was", "since"):
        return None
    lender = next((earlier for earlier in reversed(scaled) if _is_within(earlier, amount, _MOST_APART)), None)
    counted = lender is not None and _is_counted_since(tokens, before, lender, amount, lexicon)
    return None if counted else lender


def _is_counted_since(
    tokens: list[Token], before: Sequence[Amount], lender: Amount, amount: Amount, lexicon: Lexicon
) -> bool:
    """Whether things were counted behind a sum that are about as many: "paid $6m. It has 700,000 clients, not 2m"."""
    since = (earlier for earlier in before if earlier.first > lender.first and earlier.unit is None)
    return any(counts(tokens, one, lexicon) and _is_within(one, amount, _GAP_APART) for one in since)


def _is_within(earlier: Amount, amount: Amount, ratio: float) -> bool:
    """Whether two numbers are apart by less than a factor."""
    return (
        bool(earlier.value) and bool(amount.value) and 1 / ratio <= (amount.value or 0) / (earlier.value or 1) <= ratio
    )


def _is_lent(earlier: Amount, amount: Amount, ratio: float | None = None) -> bool:
    """Whether the unit of an earlier number may go on: no time, no share above a hundred, money by the million."""
    unit = earlier.unit
    if unit is None or unit.is_time or (unit.is_money and amount.numeral.scale == 1):
        return False
    if ratio is not None and not _is_within(earlier, amount, ratio):
        return False
    return unit.dimension != "share" or (amount.value or 0) < _WHOLE


def _is_held_against(tokens: list[Token], before: Amount, amount: Amount, lexicon: Lexicon) -> bool:
    """Whether a number is held against the measurement before it: "9 knots and not 14", "€1.9bn, from 240 million".

    Money goes on only where a scale word is written, since nothing else is counted so; time only where "not" says it.
    """
    unit = before.unit
    between = [token.lower for token in tokens[before.last : amount.first]]
    if unit is None or len(between) > _HELD_REACH or _ENDS.intersection(between):
        return False
    if unit.is_time:
        closes = _text(tokens, amount.last) in _CLOSING or _text(tokens, amount.last) == "as"
        return between[-1:] == ["not"] and closes
    if unit.is_money and amount.numeral.scale == 1:
        return False
    if unit.dimension == "share" and (amount.value or 0) >= _WHOLE:
        return False
    words = [word for word in between if word not in lexicon.words["passed_over"]]
    held = words[-1:] == ["another"] or _HOLDS.intersection(words[-2:])
    limit = words[-1:] in (["is"], ["was"]) and lexicon.words["limit"].intersection(words)
    return bool(held or limit or (unit.is_money and {"against", "of"} <= set(words)))


_ENDS: Final = frozenset((".", "!", "?", ";"))
_HOLDS: Final = frozenset(("not", "from", "than", "instead", "against", "but"))
