"""Numbers of the calendar and the clock, which claim nothing: dates, years, times, ages, spans that place an event."""

from __future__ import annotations

from typing import Final

from extraction.numbers.number_context import Context, is_bare, is_plain
from extraction.numbers.units import Amount

_EARLIEST_YEAR: Final = 1400
_LATEST_YEAR: Final = 2199
_MONTH_DAYS: Final = 31
_OLDEST: Final = 120
_YOUNGEST_NAMED: Final = 16
"""From this age on ", 62," after a word of small letters ("the governor, 62, flew") is an age."""
_HOURS: Final = 24
_MINUTES: Final = 60
_CLOCK_DECIMALS: Final = 2


def date(context: Context, amount: Amount) -> str | None:
    """Recognise "March 4", "the 4th of March", "May 2019", "2025-03-04"."""
    numeral = amount.numeral
    if numeral.value is None or amount.unit is not None or numeral.form not in ("digits", "ordinal", "words"):
        return None
    if 1 <= numeral.value <= _MONTH_DAYS and _is_beside_month(context, amount):
        return "date"
    if _EARLIEST_YEAR <= numeral.value <= _LATEST_YEAR and _follows_month(context, amount):
        return "date"
    return "date" if _is_numeric_date(context, amount) else None


def _follows_month(context: Context, amount: Amount) -> bool:
    index = amount.first - 1
    return context.is_month(index - (context.text(index) in (".", ",")))


def _is_beside_month(context: Context, amount: Amount) -> bool:
    before, after = amount.first - 1, amount.last
    if context.lower(after) == "of":
        after += 1
    if context.is_dash(after) and context.text(after + 1)[:1].isdigit():
        after += 2
    while context.lower(after) in (",", "and", "or", "&") and context.text(after + 1).isdigit():
        after += 2
    if context.text(before) == ".":
        before -= 1
    if context.lower(before) == "the":
        before -= 1
    return _is_dated(context, before, after)


def _is_dated(context: Context, before: int, after: int) -> bool:
    weekday = context.is_word(before, "weekday") and not context.is_plural(after)
    return weekday or context.is_month(before) or context.is_month(after)


def _is_numeric_date(context: Context, amount: Amount) -> bool:
    """Recognise "2025-03-04", "18/7/2025" and "9/11" by their marks between touching digits."""
    for step, edge in ((1, amount.last), (-1, amount.first - 1)):
        mark, beyond = context.text(edge), edge + step
        right = beyond if step > 0 else amount.first
        if mark not in ("/", "-", "–") or not (context.touches(right) and context.touches(right - 1)):
            continue
        if not context.text(beyond).isdigit():
            continue
        if mark == "/" or (context.text(beyond + step) == mark and context.text(beyond + 2 * step).isdigit()):
            return True
    return False


def year(context: Context, amount: Amount) -> str | None:
    """Recognise "in 1988" and "the 2024 election"; "2000 people" is a count."""
    if not is_plain(context, amount) or not _EARLIEST_YEAR <= (amount.numeral.value or 0) <= _LATEST_YEAR:
        return None
    before = amount.first - 1
    if _is_counted(context, before):
        return None
    if context.text(before) in ("“", '"', "("):
        before -= 1
    if context.lower(amount.last) == "of" and context.lower(amount.last + 1) in _PARTS:
        return None
    placed = context.text(before) in ("-", "–", "/", "(") or _is_year_cue(context, before)
    return "date" if placed or not context.is_plural(amount.last) else None


_PARTS: Final = frozenset(("them", "these", "those", "which", "whom"))
"""Words behind a count and "of": "1950 of them"."""


def _is_year_cue(context: Context, index: int) -> bool:
    """Whether years follow such a word: "in", "and" behind another number; "a poll of 2000 adults" counts."""
    if context.lower(index) == "and" and context.kind(index - 1) != "number":
        return False
    sampled = context.lower(index) == "of" and context.is_word(index - 1, "sample") and context.is_plural(index + 2)
    return context.is_word(index, "year_cue") and not sampled


def _is_counted(context: Context, index: int) -> bool:
    """Whether words of a count end before the number: "more than 1500", "an average of 1700".

    A single word ("over 2000"), "up to 2019" and "since at least 1995" may stand before a year.
    """
    match = context.lexicon.hedges_before.longest(context.tokens, index) if index >= context.first else None
    if match is None or match[0] < _WORDS_OF_COUNT.get(match[1], len(context.tokens)):
        return False
    before = index - match[0]
    placed = context.is_word(before, "before_hour") or context.is_word(before, "year_cue")
    return match[1] != "at_least" or not placed


_WORDS_OF_COUNT: Final = {"more_than": 2, "at_least": 2, "less_than": 2, "stated": 3, "just_over": 2, "at_most": 3}
"""From how many words on a hedge bounds a count, and no year."""


def short_year(context: Context, amount: Amount) -> str | None:
    """Recognise "in '98": two digits behind an apostrophe, which no quotation opens."""
    mark = amount.first - 1
    digits = context.text(amount.numeral.first)
    cut = context.text(mark) in ("'", "’", "‘") and context.touches(amount.first) and not context.touches(mark)
    placed = cut and context.is_word(mark - 1, "year_cue") and context.text(amount.last) not in ("'", "’")
    return "date" if placed and is_plain(context, amount) and len(digits) == _DIGITS_OF_SHORT_YEAR else None


_DIGITS_OF_SHORT_YEAR: Final = 2


def decade(context: Context, amount: Amount) -> str | None:
    """Recognise "the 1990s", "in her 30s"."""
    plural = context.text(amount.last) in ("s", "'s", "’s") and context.touches(amount.last)
    return "decade" if plural and (amount.value or 1) % 10 == 0 and is_bare(amount) else None


def clock_time(context: Context, amount: Amount) -> str | None:
    """Recognise "4.12 a.m.", "10:30", "at 11.15", "9 o'clock", and the "17.48" that opens an entry of a live report."""
    value, after = amount.numeral.value, amount.last
    if value is None or amount.numeral.form not in ("digits", "words"):
        return None
    following = context.text(after)
    if context.is_word(after, "clock") and (following.islower() or following.isupper()):
        return "time"
    if _is_beside_colon(context, amount) or _follows_noon(context, amount) or _is_of_day(context, amount):
        return "time"
    dotted = amount.decimals == _CLOCK_DECIMALS and amount.unit is None
    clock = dotted and value < _HOURS and round(value % 1 * 100) < _MINUTES
    cue = amount.first == context.first or context.lower(amount.first - 1) in ("at", "until", "by", "since")
    return "time" if clock and cue and not context.is_noun(after) else None


def _is_of_day(context: Context, amount: Amount) -> bool:
    """Recognise "ten in the morning" behind a preposition: a small whole number, and a part of the day."""
    hour = amount.unit is None and not amount.is_range and 1 <= (amount.value or 0) <= _LAST_HOUR
    placed = hour and context.is_word(amount.first - 1, "before_hour")
    return placed and context.lower(amount.last + 1) == "the" and context.is_word(amount.last + 2, "day_part")


def _follows_noon(context: Context, amount: Amount) -> bool:
    joined = context.lower(amount.first - 1) in ("and", "to", "till", "until")
    return joined and context.is_word(amount.first - 2, "noon") and not context.is_plural(amount.last)


def _is_beside_colon(context: Context, amount: Amount) -> bool:
    after, before = amount.last, amount.first - 1
    ahead = context.text(after) == ":" and context.touches(after) and context.touches(after + 1)
    back = context.text(before) == ":" and context.touches(amount.first) and context.touches(before)
    return (ahead and context.text(after + 1).isdigit()) or (back and context.text(before - 1).isdigit())


def minutes_past(context: Context, amount: Amount) -> str | None:
    """Recognise both numbers of "eight minutes past seven" and the last of "half past six"."""
    if context.lower(amount.last) == "past" and amount.unit is not None and amount.unit.name == "minute":
        return "clock"
    named = context.lower(amount.first - 2) in ("minutes", "half", "quarter")
    return "clock" if amount.unit is None and context.lower(amount.first - 1) == "past" and named else None


def age(context: Context, amount: Amount) -> str | None:
    """Recognise "aged 45", "a 45-year-old", "Laura Pemberton, 51,", "older than 50", "under-18s"."""
    if amount.value is None or not 0 < amount.value <= _OLDEST:
        return None
    timed = amount.unit is not None and amount.unit.is_time
    if timed and (_is_at_months(context, amount) or _is_child_of(context, amount) or _is_apposed_span(context, amount)):
        return "age"
    limited = amount.first - 1 - (context.lower(amount.first - 1) in ("under", "over"))
    if context.is_word(limited, "age_before") and (amount.unit is None or timed):
        return "age"
    if timed:
        following = amount.last + context.is_dash(amount.last)
        old = context.lower(following) in ("old", "olds") and not _is_of_made_thing(context, amount)
        return "age" if old else None
    if _is_at_months(context, amount) or _is_of_child(context, amount):
        return "age"
    if not is_plain(context, amount):
        limit = _is_limit(context, amount) or _are_of_age(context, amount) or _is_young(context, amount)
        return "age" if amount.numeral.form == "words" and limit else None
    told = (
        _is_apposed(context, amount)
        or _is_young(context, amount)
        or _is_limit(context, amount)
        or _is_predicate(context, amount)
    )
    return "age" if told else None


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
    several = context.lower(before) in ("and", "or") or context.lower(after) in ("and", "or")
    before -= 2 * (context.lower(before) in ("and", "or"))
    after += 2 * (context.lower(after) in ("and", "or"))
    young = several or any(context.is_word(index, "young") for index in range(before - _YOUNG_WITHIN, before))
    return young and context.lower(before) == "at" and context.lower(after) in ("weeks", "months")


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
        return (amount.value or 0) >= _YOUNGEST_NAMED and context.is_capital(named) and context.is_capital(named - 1)
    if _is_told_behind_name(context, amount):
        return True
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
    ends = context.text(after) in ("", ".", ")", ";", ",") or context.lower(after) in (
        "and",
        "who",
        "of",
        "from",
        "a",
        "an",
    )
    return ends and context.is_capital(named)


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
    before = amount.first - 1
    if context.lower(before) == "than" and context.lower(before - 1) in ("older", "younger"):
        return True
    if context.lower(before) == "of" and context.lower(before - 1) in ("age", "ages"):
        return True
    if context.lower(before) == "as" and "age" in (context.lower(index) for index in range(before - 3, before)):
        return True
    if context.lower(before) in ("over", "under") and not context.is_noun(amount.last):
        young = context.lower(before) == "under" or (amount.value or 0) >= _YOUNGEST_NAMED
        return young and context.is_word(before - 1, "of_an_age")
    return context.is_dash(before) and context.lower(before - 1) in ("under", "over")


def time_span(context: Context, amount: Amount) -> str | None:
    """Recognise spans that place an event ("two months after", "in the past three days", "a two-day visit")."""
    if amount.unit is None:
        return "time span" if context.is_word(amount.last, "frequency") else None
    if not amount.unit.is_time:
        return None
    if _is_placed_behind(context, amount.last):
        return "time span"
    if context.is_word(amount.last, "span_after"):
        return None if _is_measured(context, amount) else "time span"
    short = amount.unit.dimension == "time" and amount.unit.factor < 1  # "in 4.2 seconds" measures
    if short or _is_sentence(context, amount):
        return None
    before = amount.first - 1
    if _tells_how_long(context, amount) or _lasts(context, amount):
        return None
    while context.is_word(before, "span_filler") and not context.is_word(before, "span_before"):
        before -= 1
    return "time span" if context.is_dash(amount.last - 2) or context.is_word(before, "span_before") else None


def _lasts(context: Context, amount: Amount) -> bool:
    """Whether "last" before the span is the verb: "is expected to last ten weeks"."""
    before = amount.first - 1
    while context.is_word(before, "span_filler"):
        before -= 1
    return context.lower(before) == "last" and context.is_word(before - 1, "before_verb")


def _is_measured(context: Context, amount: Amount) -> bool:
    """Whether the word behind a span makes a figure of it: "900 years old", "two years later than planned"."""
    aged = context.lower(amount.last) == "old"  # whose age no person has
    return aged or [context.lower(amount.last), context.lower(amount.last + 1)] == ["later", "than"]


def _tells_how_long(context: Context, amount: Amount) -> bool:
    """Whether a span tells how long a thing went on: "had burned for almost 12 hours", "without power for nine days".

    What opens a sentence ("For two hours nobody answered") only places it.
    """
    before = amount.first - 1
    while context.is_word(before, "span_filler"):
        before -= 1
    if context.first >= before or context.lower(before) != "for":
        return False
    endured = range(max(context.first, before - _ENDURED_WITHIN), before)
    measured = amount.unit is not None and amount.unit.name in ("hour", "minute")
    if measured or _is_answered(context):
        return True
    return any(context.is_word(index, "endured") for index in endured)


def _is_answered(context: Context) -> bool:
    """Whether somebody gives another span in the next sentence, so that both are compared: "It had said nine days"."""
    tokens = context.tokens
    for said in range(context.last, min(context.last + _ANSWERED_WITHIN, len(tokens) - 2)):
        if tokens[said].text in (".", "?", "!"):
            return False
        unit = context.lexicon.units_after.longest(tokens, said + 2)
        if tokens[said].lower in context.lexicon.words["gives_span"] and unit is not None and unit[1].is_time:
            return True
    return False


_ANSWERED_WITHIN: Final = 10
"""Tokens from the start of a sentence among which somebody says another span."""
_ENDURED_WITHIN: Final = 6
"""Tokens before "for nine weeks" among which is told what was borne so long: "have had no water"."""


def _is_placed_behind(context: Context, index: int) -> bool:
    """Recognise "(three weeks) to go", "(nine days) left", "(three days) on," and "(the six years) that he stayed"."""
    if context.lower(index) == "that" and context.is_word(index + 1, "person_pronoun"):
        return True
    index += context.lower(index) == "still"
    if context.lower(index) == "on" and context.text(index + 1) in (",", "."):
        return True  # "two weeks on,"
    to_go = context.lower(index) == "to" and context.lower(index + 1) == "go"
    return to_go or context.lower(index) in ("left", "remaining")


def _is_sentence(context: Context, amount: Amount) -> bool:
    """Whether the span is a punishment: "jailed for nine years", "a 12-year prison sentence"."""
    near = (*range(amount.first - 4, amount.first), *range(amount.last, amount.last + 3))
    return any(context.is_word(index, "sentence_cue") for index in near)


def programme_time(context: Context, amount: Amount) -> str | None:
    """Recognise "returns at 9", "doors open at 6.45", "is served from 9 in the hall": the hour of something planned."""
    value = amount.value or 0
    if amount.unit is not None or not 1 <= value <= _LAST_HOUR or context.lower(amount.first - 1) not in _OPENING:
        return None
    ends = context.text(amount.last) in ("", ".", ",", ";", ")") or context.is_word(amount.last, "after_hour")
    before = range(max(context.first, amount.first - _PROGRAMME_WITHIN), amount.first - 1)
    return "clock time" if ends and any(context.is_word(index, "programme") for index in before) else None


_LAST_HOUR: Final = 12
_OPENING: Final = frozenset(("at", "from", "until", "till"))
_PROGRAMME_WITHIN: Final = 3
"""Tokens before "at" among which something opens, returns or is on air."""
