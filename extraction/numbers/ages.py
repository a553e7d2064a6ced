"""Ages of persons, which claim nothing: "aged 45", "Laura Pemberton, 51,", "a girl of nine", "under-18s"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from extraction.numbers.number_context import Context, is_plain
from extraction.numbers.units import Amount

_OLDEST: Final = 120
_YOUNGEST_NAMED: Final = 16
"""From this age on ", 62," after a word of small letters ("the governor, 62, flew") is an age."""


def age(context: Context, amount: Amount) -> str | None:
    """Recognise "aged 45", "a 45-year-old", "Laura Pemberton, 51,", "older than 50", "under-18s"."""
    if amount.value is None or not 0 < amount.value <= _OLDEST:
        return None
    timed = amount.unit is not None and amount.unit.is_time
    limited = amount.first - 1 - (context.lower(amount.first - 1) in ("under", "over"))
    if context.is_word(limited, "age_before") and (amount.unit is None or timed):
        return "age"
    signs = _WITH_UNIT if timed else _signs_without_unit(context, amount)
    return "age" if any(sign(context, amount) for sign in signs) else None


def _signs_without_unit(context: Context, amount: Amount) -> _Signs:
    if is_plain(context, amount):
        return _PLAIN
    return _IN_WORDS if amount.numeral.form == "words" else _OF_CHILDREN


def _is_told_old(context: Context, amount: Amount) -> bool:
    """Recognise "a 45-year-old" and "is 45 years old"."""
    following = amount.last + context.is_dash(amount.last)
    return context.lower(following) in ("old", "olds") and not _is_of_made_thing(context, amount)


def _is_of_made_thing(context: Context, amount: Amount) -> bool:
    """Recognise "the pump was 54 years old": how old a thing is, which others may deny."""
    before = range(max(context.first, amount.first - _AGED_WITHIN), amount.first)
    last = next((index for index in reversed(before) if context.is_word(index, "be")), context.first)
    return any(context.is_word(index, "ages") for index in range(max(context.first, last - _AGED_WITHIN), last))


_AGED_WITHIN: Final = 4
"""Tokens before "was 54 years old", and before that verb, among which the thing stands."""


def _is_at_months(context: Context, amount: Amount) -> bool:
    """Recognise both numbers of "vaccinated at three and nine months"."""
    before, after = amount.first - 1, amount.numeral.last
    second, first = context.lower(before) in ("and", "or"), context.lower(after) in ("and", "or")
    before, after = before - 2 * second, after + 2 * first
    if context.lower(before) != "at" or context.lower(after) not in ("weeks", "months"):
        return False
    young = any(context.is_word(index, "young") for index in range(before - _YOUNG_WITHIN, before))
    return first or second or young


_YOUNG_WITHIN: Final = 3
"""Tokens before "at six months" among which the child is named."""


def _is_of_child(context: Context, amount: Amount) -> bool:
    """Recognise "a girl of nine"."""
    of, small = amount.first - 1, amount.unit is None and not amount.is_range
    return (
        small and context.lower(of) == "of" and context.is_word(of - 1, "young") and not context.is_plural(amount.last)
    )


def _is_young(context: Context, amount: Amount) -> bool:
    """Recognise "her son is four." and "the twins, six, were safe": a small number told of a child, before no noun."""
    before = amount.first - 1
    told = context.is_word(before, "be") or (context.text(before) == "," and context.text(amount.last) == ",")
    ends = context.text(amount.last) in (",", ".", ";", "") or context.lower(amount.last) in ("and", "now", "but")
    return told and ends and amount.unit is None and not amount.is_range and context.is_word(before - 1, "young")


def _is_child_of(context: Context, amount: Amount) -> bool:
    """Recognise "the baby is seven months." and "a boy of ten weeks": how old somebody small is."""
    be = amount.first - 1
    child = (context.is_word(be, "be") or context.lower(be) == "of") and context.is_word(be - 1, "young")
    return child and context.lower(amount.last - 1) in ("weeks", "months") and not context.is_noun(amount.last)


def _is_apposed_span(context: Context, amount: Amount) -> bool:
    """Recognise "Laura Pemberton, 61 years," and "Laura, of 9 years."."""
    comma = amount.first - 1 - (context.lower(amount.first - 1) == "of")
    years = amount.unit is not None and amount.unit.name == "year" and not amount.is_range
    closed = context.text(amount.last) in (",", ".", ")", "")
    return years and closed and context.text(comma) == "," and context.is_capital(comma - 1)


def _is_apposed(context: Context, amount: Amount) -> bool:
    """Recognise ", 51," and "(51)" after a name or a person's office, before no noun."""
    before, after = amount.first - 1, amount.last
    named = before - 1
    if context.text(before) == "(" and context.text(after) == ")":
        told = context.is_capital(named - 1) or _is_person(context, named - 1)  # "her son Ravi (17)"
        return (amount.value or 0) >= _YOUNGEST_NAMED and context.is_capital(named) and told
    if _is_told_behind_name(context, amount):
        return True
    named -= context.text(named) == "." and context.lower(named - 1) in ("jr", "sr")
    if context.text(before) != "," or context.is_noun(after) or context.kind(named) != "word":
        return False
    if context.is_month(named) or context.is_word(named, "weekday"):
        return False
    if context.lower(after) == "of" and context.is_word(after + 1, "determiner"):
        return False  # "Now, 27 of the piers"
    if context.text(after) == "," and (amount.value or 0) >= _YOUNGEST_NAMED:
        return True
    if context.is_word(named, "young") and context.text(after) in (",", ".", ""):
        return True  # "a girl, 9, won"
    ends = context.text(after) in ("", ".", ")", ";", ",") or context.lower(after) in _BEHIND_AGE
    return ends and (context.is_capital(named) or _is_one_person(context, named))


def _is_person(context: Context, index: int) -> bool:
    return any(context.is_word(index, kind) for kind in ("person", "kin", "young"))


def _is_one_person(context: Context, index: int) -> bool:
    """Recognise "one man" of "said one man, 62." and "a tenant" of "hurt a tenant, 28."."""
    return _is_person(context, index) and context.lower(index - 1) in ("a", "an", "one", "the", "another", "his", "her")


_BEHIND_AGE: Final = frozenset(("and", "who", "of", "from", "a", "an"))


def _is_told_behind_name(context: Context, amount: Amount) -> bool:
    """Recognise "Laura Pemberton 51 has sold": an age without its commas, behind two names and before a verb."""
    before, value = amount.first - 1, amount.value or 0
    named = all(
        context.kind(i) == "word" and context.is_capital(i) and len(context.text(i)) > 1 for i in (before, before - 1)
    )
    told = (
        context.lower(amount.last) == "who"
        or context.is_word(amount.last, "be")
        or context.is_word(amount.last, "tells_of_person")
    )
    return named and told and _YOUNGEST_NAMED <= value < _OLDEST and before - 1 >= context.first


def _is_predicate(context: Context, amount: Amount) -> bool:
    """Recognise "he is 58", "the dead were over 80", "the victim was 58", "a farmer of 61"."""
    before, value = amount.first - 1, amount.value or 0
    if value < _YOUNGEST_NAMED:
        return context.first < before and _is_at_age(context, amount)
    if context.lower(before) == "of":
        opening = before - 2 - context.is_noun(before - 2)  # "a tram driver of 61"
        return context.lower(opening) in ("a", "an") and context.is_word(before - 1, "person")
    if context.is_noun(amount.last):
        return False
    limited = context.lower(before) in ("over", "under")
    while context.is_word(before, "span_filler"):
        before -= 1
    if not context.is_word(before, "be"):
        return _is_at_age(context, amount)
    one = context.lower(before) != "were" and context.is_word(before - 1, "person")
    eldest = any(context.is_word(index, "eldest") for index in range(before - _ELDEST_WITHIN, before))
    many = limited and context.is_word(before - 1, "of_an_age")
    return context.is_word(before - 1, "person_pronoun") or one or eldest or many


def _are_of_age(context: Context, amount: Amount) -> bool:
    """Recognise "the widows are under thirty": people in the plural, a limit and no noun behind it."""
    limit = amount.first - 1
    be = limit - 1 - (context.lower(limit - 1) in ("all", "both", "mostly"))
    limited = context.lower(limit) in ("over", "under") and context.lower(be) in ("are", "were")
    people = context.lower(be - 1).endswith("s") or context.lower(be - 1) in ("children", "women", "men")
    return limited and people and context.is_word(be - 1, "of_an_age") and not context.is_noun(amount.last)


def _are_those_of_age(context: Context, amount: Amount) -> bool:
    """Recognise "nine of those arrested are under 18" and "12 of the suspects were over 60": a limit told of people."""
    limit = amount.first - 1
    be = limit - 1 - context.is_word(limit - 1, "span_filler") - (context.lower(limit - 1) in _MANY_OF_THEM)
    if context.lower(limit) not in _LIMITS or context.lower(be) not in ("are", "were") or context.is_noun(amount.last):
        return False
    near = range(max(context.first, be - _THOSE_WITHIN), be)
    those = any(context.lower(index) == "those" and _is_undergone(context, index + 1) for index in near)
    people = (index for index in near if context.is_word(index, "of_an_age") or context.is_word(index, "befell"))
    return those or any(context.is_word(index - 1, "determiner") for index in people)


def _is_undergone(context: Context, index: int) -> bool:
    """Whether a word tells what befell or what was done by those before it: "those arrested", "those who died"."""
    done = context.lower(index).endswith("ed") or context.is_word(index, "befell")
    return done or context.lower(index) in ("who", "hurt", "held", "taken", "found", "lost", "freed", "shot", "aboard")


_LIMITS: Final = frozenset(("over", "under"))
_MANY_OF_THEM: Final = frozenset(("all", "both", "mostly"))
_THOSE_WITHIN: Final = 7
"""Tokens before "are under 18" among which stands whose age is told."""


def _are_apposed(context: Context, amount: Amount) -> bool:
    """Recognise "two men, 21 and 25, were hurt" and "the victims, all between 15 and 19,": the ages of several."""
    first, last = _ends_of_pair(context, amount)
    tie = first - 1
    while context.is_word(tie, "ages_filler"):
        tie -= 1
    limits = first < amount.first or amount.is_range or context.lower(last - 2) == "and"
    told = context.text(tie) == "," or (context.lower(first) == "between" and context.is_word(tie, "be"))
    told = told or (context.lower(tie) == "of" and last - first > 1)  # "women of 19 and 45"
    closed = context.text(last) in (",", ".", ";", ")", "") or context.lower(last) in _BEHIND_AGES
    return limits and told and closed and context.is_word(tie - 1, "of_ages")


_BEHIND_AGES: Final = frozenset(("and", "were", "was", "who", "died", "are"))


def _ends_of_pair(context: Context, amount: Amount) -> tuple[int, int]:
    """Where two numbers joined by "and" begin, and what is behind them; the ends of a range, or of one number alone."""
    first, last = amount.first, amount.last
    if context.lower(first - 1) == "and" and context.text(first - 2).isdigit():
        first -= 2
    elif context.lower(last) == "and" and context.text(last + 1).isdigit():
        last += 2
    return first - (context.lower(first - 1) == "between"), last


_ELDEST_WITHIN: Final = 5
"""Tokens before "was 91" among which "the oldest of the crew" is told."""


def _is_at_age(context: Context, amount: Amount) -> bool:
    """Recognise "died at 91", "left school at 16" and, opening a sentence, "At 91, Ida Holm" or "At 58 she"."""
    before, after = amount.first - 1, amount.last
    if context.lower(before) != "at":
        return False
    if before > context.first:
        return any(context.is_word(index, "life_event") for index in (before - 1, before - 2))
    after += context.text(after) == ","
    named = context.is_capital(after) and context.is_capital(after + 1)
    return named or context.is_word(after, "person_pronoun")


def _is_limit(context: Context, amount: Amount) -> bool:
    """Whether a number is an age that bounds a group: "older than 65", "aged over 65", "over-65s"."""
    before = amount.first - 1
    if context.lower(before) == "than" and context.lower(before - 1) in ("older", "younger"):
        return True
    if context.lower(before) == "of" and context.lower(before - 1) in ("age", "ages"):
        return True
    if context.lower(before) == "as" and "age" in (context.lower(index) for index in range(before - 3, before)):
        return True
    if context.lower(before) in ("over", "under") and not context.is_noun(amount.last):
        young = context.lower(before) == "under" or (amount.value or 0) >= _YOUNGEST_NAMED
        done = context.lower(before - 1).endswith("ed") and not context.is_word(before - 2, "determiner")
        return young and context.is_word(before - 1, "of_an_age") and not done  # "the blast injured over 30"
    return context.is_dash(before) and context.lower(before - 1) in ("under", "over")


_Signs = tuple[Callable[[Context, Amount], bool], ...]
_WITH_UNIT: Final[_Signs] = (_is_at_months, _is_child_of, _is_apposed_span, _is_told_old)
_OF_CHILDREN: Final[_Signs] = (_is_at_months, _is_of_child)
_PLAIN: Final[_Signs] = (
    *_OF_CHILDREN,
    _is_apposed,
    _are_apposed,
    _is_young,
    _is_limit,
    _is_predicate,
    _are_those_of_age,
)
_IN_WORDS: Final[_Signs] = (*_OF_CHILDREN, _is_limit, _are_of_age, _are_those_of_age, _is_young)
"""What makes an age of a number with a unit of time, of one in digits and of one in words."""
