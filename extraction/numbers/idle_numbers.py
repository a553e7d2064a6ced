"""Number words that count nothing: pronouns, idioms, parts of adjectives, pages, pastimes, the measure of a rate."""

from __future__ import annotations

from typing import Final

from extraction.numbers.number_context import QUOTES, Context, is_plain
from extraction.numbers.units import Amount

_POINTED_AT_MOST: Final = 3
"""Up to here "the two" points at what was named before and counts nothing anew."""
_HARM_BEFORE: Final = 3
_HARM_AFTER: Final = 7


def false_fraction(context: Context, amount: Amount) -> str | None:
    """Recognise "a third night", "half-time", "the second half", "half a bridge": no shares."""
    if amount.numeral.form != "fraction" or amount.unit is not None:
        return None
    if context.is_dash(amount.last):
        return "name"
    halves = context.lower(amount.first) in ("half", "halves")
    part = context.lower(amount.first - 1) == "and" and context.lower(amount.last) == "of"  # "and half of them"
    if halves and context.is_word(amount.first - 1, "before_half") and not part:
        return "ordinal"
    if halves and context.lower(amount.last) in ("a", "an") and context.is_noun(amount.last + 1):
        return "idiom"
    return "ordinal" if context.is_noun(amount.last) and not _is_share(context, amount) else None


def one_more(context: Context, amount: Amount) -> str | None:
    """Recognise "a fourth, who has not been named" and "a ninth, the driver": the next of those counted before."""
    led = context.lower(amount.first) == "a" or context.lower(amount.first - 1) == "a"
    aside = context.text(amount.last) == "," and context.lower(amount.last + 1) in _OPENS_PERSON
    goes_on = context.lower(amount.last) in ("is", "was", "has") and _follows_one_less(context, amount)
    return "ordinal" if led and (aside or goes_on) and "half" not in context.lower(amount.last - 1) else None


def _follows_one_less(context: Context, amount: Amount) -> bool:
    """Whether so many less one were counted before: "two have been arrested and a third is being sought"."""
    before = round(1 / amount.value) - 1 if amount.value else 0
    words = context.lexicon.numbers.units
    return any(
        context.text(index) == str(before) or words.get(context.lower(index)) == before
        for index in range(context.first, amount.first)
    )


_OPENS_PERSON: Final = ("who", "whose", "the", "a", "an", "aged")


def _is_share(context: Context, amount: Amount) -> bool:
    """Whether a fraction is a part of something: "of which half died", "a quarter dearer", "the two thirds needed"."""
    if context.is_word(amount.last, "after_fraction"):
        return True
    before = [context.lower(amount.first - 2), context.lower(amount.first - 1)]
    compared = context.lower(amount.last).endswith("er") and context.lower(amount.last + 1) in ("than", ".", ",", "")
    return compared or before in (["of", "which"], ["of", "whom"], ["of", "them"], ["of", "these"])


def lone_digit(context: Context, amount: Amount) -> str | None:
    """Recognise "a house with a 7 on its door": an article before digits that count nothing."""
    if not is_plain(context, amount) or context.lower(amount.first - 1) not in ("a", "an"):
        return None
    return None if context.is_dash(amount.last) or context.is_noun(amount.last) else "name"


def exchange_rate(context: Context, amount: Amount) -> str | None:
    """Recognise "one euro bought $1.04": the one euro is the measure and not what is measured."""
    if amount.unit is None or not amount.unit.is_money:
        return None
    if "=" in (context.text(amount.last), context.text(amount.first - 1)):
        return "exchange rate"  # both sums of "$1 = 0.92 euros"
    if amount.value != 1:
        return None
    return "exchange rate" if context.is_word(amount.last, "exchange") else None


def rate_base(context: Context, amount: Amount) -> str | None:
    """Recognise "44 cases per 100,000 people" and "6.1l/100km": the number is what the others are counted on."""
    before = amount.first - 1
    slash = context.text(before) == "/" and context.touches(before) and context.kind(before - 1) == "word"
    return "rate base" if slash or context.lower(before) in ("per", "every") else None


def matched(context: Context, amount: Amount) -> str | None:
    """Recognise "ten of us for each one of them" and "two guards for every fan": so many on one, and not in all."""
    if amount.unit is not None or not context.sentence.first <= amount.first:
        return None
    ahead = range(amount.last, amount.last + _MATCHED_WITHIN)
    joint = next(
        (at for at in ahead if context.lower(at) == "for" and context.lower(at + 1) in ("each", "every")), None
    )
    if joint is None or any(context.text(at) in (",", ".", ";") for at in range(amount.last, joint)):
        return None
    us = context.lower(amount.last) == "of" and context.lower(amount.last + 1) in ("us", "them", "you")
    one = context.lower(joint + 2) == "one"
    return "idiom" if us or one else None


_MATCHED_WITHIN: Final = 5


def standstill(context: Context, amount: Amount) -> str | None:
    """Recognise the nought of "0 to 100 in five seconds", and "0-100km/h": from where to where something is timed."""
    if amount.is_range and amount.low == 0:
        return "start" if amount.unit is not None and amount.unit.dimension == "speed" else None
    joined = context.lower(amount.last) == "to" or context.is_dash(amount.last)
    return "start" if amount.value == 0 and joined and context.kind(amount.last + 1) == "number" else None


def hyphenated(context: Context, amount: Amount) -> str | None:
    """Recognise "five-star" and "two-way": the number is part of an adjective that measures nothing."""
    if not context.is_dash(amount.last):
        return None
    following = amount.last + 1
    small_word = amount.numeral.small and amount.unit is None and context.lower(following) != "strong"
    return "name" if small_word or context.is_word(following, "no_measure") else None


def small_word(context: Context, amount: Amount) -> str | None:
    """Recognise "one" and "the two", which point or stand for a noun far more often than they count."""
    numeral = amount.numeral
    if not numeral.small or amount.unit is not None or amount.is_range or numeral.form != "words":
        return None
    value = numeral.value or 0
    given = context.lower(amount.last).endswith("ed") and context.lower(amount.last + 1) == "by"
    pointed = context.is_word(amount.first - 1, "pointer") or _is_of_the_first(context, amount)
    given = given or _are_the_befallen(context, amount)
    if value <= _POINTED_AT_MOST and pointed and not given:
        return "pointer"  # "the three named by the agency" are its count
    if value == 0:
        if _is_rate_near_zero(context, amount):
            return None
        near = context.lower(amount.first - 2) in ("close", "next")
        reached = context.is_word(amount.first - 1, "reaches") and not near and not context.is_noun(amount.last)
        return None if reached else "idiom"
    return "pronoun" if value == 1 and not _counts_one(context, amount) else None


def _are_the_befallen(context: Context, amount: Amount) -> bool:
    """Recognise "the two people shot dead there": what befell them is told with their number, which is no pointer."""
    told = amount.last + context.is_plural(amount.last)
    found_dead = context.lower(told) == "found" and context.is_word(told + 1, "harm")
    return found_dead or (context.is_word(told, "harm") and context.lower(told) not in _BEFALLS_NOBODY)


_BEFALLS_NOBODY: Final = ("found", "escaped", "fled", "ill", "sick")
"""Words of harm that "the two men" may as well do, or only are: "the two men found a boat"."""


def _is_of_the_first(context: Context, amount: Amount) -> bool:
    """Recognise "the valley's two deepest lakes": which ones they are, not how many."""
    owned = context.lower(amount.first - 1) in ("'s", "’s", "'", "’", "its", "their")
    return owned and (context.lower(amount.last).endswith("est") or context.lower(amount.last) in ("main", "top"))


def _is_rate_near_zero(context: Context, amount: Amount) -> bool:
    """Recognise "its near-zero growth" and "was put near zero": a rate, where chances near zero are a way to speak."""
    near = amount.first - 1 - context.is_dash(amount.first - 1)
    if context.lower(near) != "near":
        return False
    around = range(max(context.first, near - _RATE_WITHIN), amount.last + 2)
    return any(context.is_word(index, "rate_of") for index in around)


_RATE_WITHIN: Final = 14
"""Tokens before "near zero" among which the rate is named."""


def _counts_one(context: Context, amount: Amount) -> bool:
    """Whether "one" counts: "at least one", "one more guest", "one person was killed", "three men and one woman"."""
    before, after = amount.first - 1, amount.last
    if context.is_word(before, "before_one") or context.lower(after) == "more":
        return not context.is_word(after, "after_pronoun") or context.lower(after) == "of"
    if context.is_word(after, "after_pronoun") or context.is_word(before, "before_pronoun"):
        return False
    if context.is_word(before, "lists_one") and context.is_noun(after):
        return True  # "still lists one girl"
    if _ends_list(context, before, after) or _is_had(context, before, after) or _is_answer(context, before, after):
        return True
    aside = 3 if context.text(after + 1) == "," and context.text(after + 3) == "," else 0  # "one woman, 83, died"
    return is_near_harm(context, before - _HARM_BEFORE + 1, after + aside + _HARM_AFTER - 2)


def _is_had(context: Context, before: int, after: int) -> bool:
    """Recognise "has one bakery", "there is one teacher", "sent one lorry": a thing that there is or that goes."""
    if not context.is_noun(after) or context.is_plural(after) or context.is_word(after, "idle_single"):
        return False
    there = context.is_word(before, "be") and context.lower(before - 1) == "there"
    return there or (context.is_word(before, "has_one") and not context.is_word(before - 1, "determiner"))


def _is_answer(context: Context, before: int, after: int) -> bool:
    """Recognise "One." and "One, and he ran" where they are all that is answered; "One, a baker, says" points."""
    opens = before < context.first or (context.text(before) in QUOTES | {":"} and before <= context.first + 1)
    ends = context.text(after) in ("", ".", "!", ";") or context.lower(after + 1) in ("and", "but", "that", "if")
    return opens and ends and not context.is_noun(after) and context.text(after) in ("", ".", "!", ";", ",")


def _ends_list(context: Context, before: int, after: int) -> bool:
    """Recognise "found seven barges and one tug": the last of several things that are counted."""
    single = context.lower(before) == "and" and context.is_noun(after) and not context.is_plural(after)
    if not single or not context.is_plural(before - 1):
        return False
    near = range(max(context.first, before - _LISTED_WITHIN), before - 1)
    numbers = context.lexicon.numbers.units
    return any(context.kind(index) == "number" or context.lower(index) in numbers for index in near)


_LISTED_WITHIN: Final = 5
"""Tokens before "and one tug" among which the number of the other things stands."""


def idle_things(context: Context, amount: Amount) -> str | None:
    """Recognise "several myths", "two choices", "three other ways": nouns of speech that nobody counts."""
    if amount.unit is not None or (amount.value or 0) > MOST_IDLE:
        return None
    described = context.is_noun(amount.last) and not context.is_plural(amount.last)
    if amount.is_range and amount.numeral.small and context.is_word(amount.last, "put_to_somebody"):
        return "idiom"  # "one or two questions"
    return "idiom" if context.is_word(amount.last + described, "idle_noun") else None


MOST_IDLE: Final = 19
"""Words up to nineteen are ways of speaking before such nouns; "120 questions" were counted."""


def not_a_few(context: Context, amount: Amount) -> str | None:
    """Recognise "this was not a few lads": what it was not."""
    few = amount.unit is None and context.lower(amount.first - 1) == "not" and context.is_word(amount.first - 2, "be")
    return "idiom" if few and context.lower(amount.first) == "a" else None


def likened(context: Context, amount: Amount) -> str | None:
    """Recognise "as tall as three churches" and "equal to nine pools": a size told by what nobody counted."""
    before = amount.first - 1
    while context.is_word(before, "span_filler"):
        before -= 1
    equal = context.lower(before) == "to" and context.lower(before - 1) in ("equal", "equivalent")
    sized = context.lower(before) == "as" and context.lower(before - 2) == "as" and context.is_word(before - 1, "sized")
    plain = amount.unit is None and context.is_noun(amount.last)
    return "idiom" if plain and (equal or sized) else None


def parts(context: Context, amount: Amount) -> str | None:
    """Recognise "in two parts" and "in three stages": how a thing is divided."""
    divided = amount.numeral.small and amount.unit is None and context.lower(amount.first - 1) == "in"
    return "idiom" if divided and context.is_word(amount.last, "divided_into") else None


def rhetoric(context: Context, amount: Amount) -> str | None:
    """Recognise "the number I care about is four": a figure of speech in the first person."""
    if not amount.numeral.small or amount.unit is not None or not context.is_word(amount.first - 1, "be"):
        return None
    before = [context.lower(index) for index in range(max(context.first, amount.first - _RHETORIC), amount.first)]
    named = not context.lexicon.words["figure_noun"].isdisjoint(before)
    return "idiom" if named and not _FIRST_PERSON.isdisjoint(before) and not context.is_noun(amount.last) else None


_RHETORIC: Final = 10
"""Tokens before a number in which it is called one that I care about."""
_FIRST_PERSON: Final = frozenset(("i", "me", "my"))


def forecast(context: Context, amount: Amount) -> str | None:
    """Recognise "The weather: eleven degrees": a line of the forecast at the foot of a page."""
    warm = amount.unit is not None and amount.unit.dimension in ("angle", "temperature C", "temperature F")
    opening = range(context.first, context.first + _WEATHER_WITHIN)
    labelled = any(context.lower(i) == "weather" and context.text(i + 1) in (":", ",") for i in opening)
    return "page furniture" if warm and labelled else None


_WEATHER_WITHIN: Final = 2
"""Tokens of "The weather:" at the start of a line."""


def told_by_time(context: Context, amount: Amount) -> str | None:
    """Recognise "hundreds of letters later,": a way to say how much time went by."""
    index = amount.last + (context.lower(amount.last) == "of")
    while context.is_noun(index) and index < amount.last + _LATER_WITHIN and context.lower(index) != "later":
        index += 1
    counted = index > amount.last and amount.unit is None
    return "idiom" if counted and context.lower(index) == "later" and context.text(index + 1) == "," else None


_LATER_WITHIN: Final = 4


def several_in_one(context: Context, amount: Amount) -> str | None:
    """Recognise "it is three tools in one": a way to praise one thing."""
    noun = amount.last
    while context.is_noun(noun) and noun < amount.last + _LATER_WITHIN:
        noun += 1
    one = noun > amount.last and [context.lower(noun), context.lower(noun + 1)] == ["in", "one"]
    return "idiom" if one and not context.is_noun(noun + 2) else None


def pastime(context: Context, amount: Amount) -> str | None:
    """Recognise "waited three hours", "Moreau spent two hours in town": how time was passed.

    "I waited three hours" testifies, and "sat for three hours" measures.
    """
    if amount.unit is None or not amount.unit.is_time:
        return None
    before = amount.first - 1
    while context.lower(before) in ("for", "about", "some", "nearly", "almost", "over", "another"):
        before -= 1
    if context.lower(before) in ("spent", "spends", "spend") and context.lower(amount.last) in (
        "in",
        "at",
        "with",
        "as",
    ):
        return "time span" if context.is_capital(before - 1) or context.is_word(before - 1, "spends_time") else None
    told = context.lower(before - 1) in ("i", "we") or context.lower(before + 1) == "for"
    return "time span" if context.is_word(before, "pastime") and not told else None


def recording(context: Context, amount: Amount) -> str | None:
    """Recognise "47 seconds of shaky footage", "two minutes of silence": how long something to hear or see goes on."""
    if context.lower(amount.last) != "of":
        return None
    ahead = range(amount.last + 1, amount.last + 1 + _RECORDED_WITHIN)
    return "time span" if any(context.is_word(index, "recording") for index in ahead) else None


_RECORDED_WITHIN: Final = 2


def page(context: Context, amount: Amount) -> str | None:
    """Recognise "on page 1,406" and "two pages on,": the place in a paper; how long a paper is, is a claim."""
    if context.is_word(amount.last, "paper_length"):
        return "pages" if _is_further_on(context, amount.last + 1) else None
    return "section number" if amount.unit is None and context.lower(amount.first - 1) in ("page", "pages") else None


def _is_further_on(context: Context, index: int) -> bool:
    """Whether "on," or "later" follows, and no noun that something would be on: "two pages on the flood"."""
    if context.lower(index) == "on":
        return context.text(index + 1) in (",", ".", ":", ";")
    return context.lower(index) in ("later", "earlier") and not context.is_noun(index + 1)


def nothing(context: Context, amount: Amount) -> str | None:
    """Recognise "none" and "no one" that count nobody: they count where harm is spoken of ("no one was hurt").

    "There were none" and "no one lost their life" count as well.
    """
    if amount.numeral.form != "zero":
        return None
    ahead = range(amount.last, amount.last + _HARM_AFTER)
    if context.lower(amount.first) == "none" and context.lower(amount.last) == "of":
        denies = any(context.is_word(index, "share_in") for index in ahead)  # "none of them had any part in it"
        pointed = context.lower(amount.last + 1)
        hurt = is_near_harm(context, ahead.start, ahead.stop)
        idle = pointed in ("this", "that", "it", "which") or (pointed in ("these", "those") and not hurt)
        idle = idle or context.lower(amount.last + 2) in _HOW_BADLY  # "three were hurt, none of them seriously"
        return "idiom" if denies or idle else None
    lost = any(context.lower(index) in ("lost", "lose", "loses") for index in ahead)
    life = lost and any(context.lower(index) in ("life", "lives") for index in ahead)
    counts = life or _is_left_over(context, amount) or is_near_harm(context, ahead.start, ahead.stop)
    return None if counts else "idiom"


_HOW_BADLY: Final = ("seriously", "badly", "critically", "severely", "gravely")


def _is_left_over(context: Context, amount: Amount) -> bool:
    """Recognise "there were none" and "there would be none by March"."""
    there = any(context.lower(index) == "there" for index in range(amount.first - _THERE_WITHIN, amount.first))
    linked = context.lower(amount.first - 1) in ("be", "were", "was", "are")
    return context.lower(amount.first) == "none" and there and linked


_THERE_WITHIN: Final = 4


def is_near_harm(context: Context, first: int, last: int) -> bool:
    """Whether a word between two tokens tells that somebody came to harm, or to the police."""
    return any(context.is_word(index, "harm") for index in range(first, last))
