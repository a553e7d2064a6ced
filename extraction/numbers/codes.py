"""Numbers written for machines, which claim nothing: telephone and registration numbers, markup, scripts."""

from __future__ import annotations

from typing import Final

from extraction.numbers.number_context import Context, is_bare
from extraction.numbers.units import Amount

_LONGEST_CODE: Final = 8
_FIGURES_SIDE_BY_SIDE: Final = 2
"""Two numbers in a row may be two figures ("in 2007 300 people"); more are a code."""
_PHONE_REACH: Final = 4


def markup(context: Context, amount: Amount) -> str | None:
    """Recognise what a program wrote, not a person: "width=300", "{{8*8}}", "show(2);", a script in its tags."""
    before, behind = amount.first - 1, amount.last
    bound = context.text(before) + context.text(behind)
    in_braces = not _BRACES.isdisjoint(bound)
    assigned = context.text(before) == "=" and _is_glued(context, before) and context.kind(before - 1) == "word"
    multiplied = any(context.text(index) == "*" and _is_glued(context, index) for index in (before, behind))
    called = context.text(before) == "(" and _is_glued(context, before) and context.text(behind) == ")"
    ends_call = called and context.touches(behind + 1) and context.text(behind + 1) in _BEHIND_CALL
    return "code" if in_braces or assigned or multiplied or ends_call or _is_in_script(context, before) else None


def _is_glued(context: Context, index: int) -> bool:
    """Whether no space stands before the token nor behind it."""
    return context.touches(index) and context.touches(index + 1)


def _is_in_script(context: Context, index: int) -> bool:
    """Whether the nearest tag of a script before the token opens one."""
    first = max(context.first, index - _SCRIPT_WITHIN) + 1
    before = [token.lower for token in context.tokens[first : index + 1]]
    if "script" not in before:
        return False
    tag = index - before[::-1].index("script")
    return context.text(tag - 1) == "<"


_BRACES: Final = frozenset("{}")
_BEHIND_CALL: Final = frozenset((";", "<", ">", '"', "'", "`", "}"))
_SCRIPT_WITHIN: Final = 40
"""Tokens of a script that are read back to its tag."""


def code(context: Context, amount: Amount) -> str | None:
    """Recognise telephone numbers and other runs of digits: "+1 202 555 0147", "0800 44 112"."""
    if not is_bare(amount):
        return None
    long = context.text(amount.numeral.first).isdigit() and (amount.value or 0) >= _LEAST_CODE
    if long and not amount.is_range and not _counts_behind(context, amount.last):
        return "registration number"
    groups = _digit_groups(context, amount)
    plus = context.text(amount.first - 1) == "+"
    spaced = len(groups) > 1 and any(" " in group for group in groups)
    zero_led = any(len(group) > 1 and group[0] == "0" for group in groups)
    if plus or spaced or zero_led or len(groups) > _FIGURES_SIDE_BY_SIDE:
        return "phone number"
    called = any(context.is_word(amount.first - back, "phone") for back in range(1, _PHONE_REACH + 1))
    if context.is_word(amount.first - 1, "dials") and _is_short_number(context, amount):
        return None if context.is_plural(amount.last) else "phone number"
    return "phone number" if called and not context.is_noun(amount.last) else None


def _is_short_number(context: Context, amount: Amount) -> bool:
    """Whether digits are as few as those of 911 or 101."""
    return context.text(amount.numeral.first).isdigit() and len(context.text(amount.numeral.first)) == len("911")


def _counts_behind(context: Context, index: int) -> bool:
    """Whether several things stand behind a number, right away or after one word: "1385710 votes", "postal votes"."""
    return context.is_plural(index) or (context.is_noun(index) and context.is_plural(index + 1))


_LEAST_CODE: Final = 1e6
"""From here on a number of news is grouped or has a scale word; one that is not is a code."""


def _digit_groups(context: Context, amount: Amount) -> list[str]:
    """Collect the groups of digits that stand in one row with the number, touching marks between them allowed."""
    groups = [context.text(amount.numeral.first)]
    for step, start in ((1, amount.last), (-1, amount.first - 1)):
        index = start
        while len(groups) < _LONGEST_CODE:
            marked = context.text(index) in ("-", "–", "(", ")", "/")
            index += step * (marked and (context.touches(index) or context.touches(index + 1)))
            written = context.text(index)
            if not written.replace(" ", "").isdigit():
                if written == "+" and step < 0:
                    groups.append("00")  # an international call
                break
            groups.append(written)
            index += step
    return groups
