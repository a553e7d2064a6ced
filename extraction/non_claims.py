"""Numbers that claim nothing: dates, times, ages, names, addresses, scores, codes, idioms. One rule a function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extraction.lexicon import Lexicon
from extraction.model import Sentence, Token
from extraction.units import Amount

_DASHES = frozenset("-‐‑–—−")
_QUOTES = frozenset("\"“”«»„")
_EARLIEST_YEAR, _LATEST_YEAR = 1400, 2199
_OLDEST = 120
_YOUNGEST_NAMED = 16
_MONTH_DAYS = 31
_LONGEST_INITIALS = 6


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at: the tokens of the text and the sentence that the amount stands in."""

    tokens: list[Token]
    sentence: Sentence
    lexicon: Lexicon

    def lower(self, index: int) -> str:
        """The token's text in lower case; empty outside the sentence."""
        return self.tokens[index].lower if self.sentence.first <= index < self.sentence.last else ""

    def text(self, index: int) -> str:
        """The token's text; empty outside the sentence."""
        return self.tokens[index].text if self.sentence.first <= index < self.sentence.last else ""

    def touches(self, index: int) -> bool:
        """Whether the token `index` of the sentence follows the one before it without a space."""
        inside = self.sentence.first < index < self.sentence.last
        return inside and self.tokens[index].start == self.tokens[index - 1].end

    def is_word(self, index: int, kind: str) -> bool:
        """Whether the token is in the word list of this kind."""
        return self.lower(index) in self.lexicon.words[kind]

    def is_plural(self, index: int) -> bool:
        """Whether what stands there looks like several things: "soldiers", "people"."""
        text = self.text(index)
        plural = text.endswith("s") or text in self.lexicon.words["plural"]
        return plural and self.is_noun(index)

    def is_noun(self, index: int) -> bool:
        """Whether what stands there can be a counted thing: a word in small letters that is no function word."""
        text = self.text(index)
        return bool(text) and text[0].islower() and text not in self.lexicon.words["function"]


Rule = Callable[[Context, Amount], str | None]


def why_no_claim(context: Context, amount: Amount, previous: str | None) -> str | None:
    """Say what the number is if it claims nothing ("date", "age", "name", ...); None if it may claim something.

    `previous` is the answer for the number that "and", "to" or a dash joins to this one, so that "March 4 to 6" and
    "pages 4-6" are judged as one.
    """
    if context.sentence.furniture:
        return "page furniture"
    for rule in _RULES:
        why = rule(context, amount)
        if why is not None:
            return why
    if previous is not None and amount.unit is None and not context.is_noun(amount.last):
        return previous
    return None


def _is_bare(amount: Amount) -> bool:
    return amount.unit is None and amount.numeral.form == "digits" and amount.numeral.scale == 1


def _is_written_plain(context: Context, amount: Amount) -> bool:
    """Whether the number is digits alone, without grouping or decimals, as years, ages and house numbers are."""
    return _is_bare(amount) and context.tokens[amount.first].text.isdigit()


def _date(context: Context, amount: Amount) -> str | None:
    numeral = amount.numeral
    if numeral.value is None or numeral.form not in ("digits", "ordinal", "words") or amount.unit is not None:
        return None
    if 1 <= numeral.value <= _MONTH_DAYS and _is_beside_month(context, amount):
        return "date"
    if _is_month(context, amount.first - 1) and _is_year(numeral.value):
        return "date"
    return "date" if _is_numeric_date(context, amount) else None


def _is_beside_month(context: Context, amount: Amount) -> bool:
    before, after = amount.first - 1, amount.last
    if context.lower(after) == "of":
        after += 1
    if context.text(after) in _DASHES and context.tokens[after + 1].kind == "number":
        after += 2
    if context.text(before) == ".":
        before -= 1
    if context.lower(before) == "the":
        before -= 1
    return _is_month(context, before) or _is_month(context, after) or context.is_word(before, "weekday")


def _is_month(context: Context, index: int) -> bool:
    return context.is_word(index, "month") and context.text(index)[0].isupper()


def _is_year(value: float) -> bool:
    return _EARLIEST_YEAR <= value <= _LATEST_YEAR


def _is_numeric_date(context: Context, amount: Amount) -> bool:
    """"2025-03-04", "18/7/2025", "9/11"."""
    for step, edge in ((1, amount.last), (-1, amount.first - 1)):
        mark = context.text(edge)
        beyond = edge + step
        if mark not in ("/", "-", "–") or not context.touches(max(edge, beyond)) or not context.touches(max(edge, beyond) - 1):
            continue
        if not context.text(beyond).isdigit():
            continue
        if mark == "/":
            return True
        further = context.text(beyond + step)
        if further == mark and context.text(beyond + 2 * step).isdigit():
            return True
    return False


def _year(context: Context, amount: Amount) -> str | None:
    if not _is_written_plain(context, amount) or not _is_year(amount.value or 0):
        return None
    if context.text(amount.last) in ("s", "'s", "’s") and context.touches(amount.last):
        return "date"
    before, after = amount.first - 1, amount.last
    if context.text(before) in _QUOTES or context.text(before) == "(":
        before -= 1
    if context.is_word(before, "year_cue") or _is_month(context, before - 1) or context.text(before) in ("-", "–", "/", "("):
        return "date"
    return None if context.is_plural(after) else "date"


def _decade(context: Context, amount: Amount) -> str | None:
    """"the 40s", "in her 30s"."""
    plural = context.text(amount.last) in ("s", "'s", "’s") and context.touches(amount.last)
    return "decade" if plural and (amount.value or 1) % 10 == 0 and _is_bare(amount) else None


def _clock_time(context: Context, amount: Amount) -> str | None:
    value = amount.numeral.value
    if value is None or amount.numeral.form not in ("digits", "words"):
        return None
    after = amount.last
    if context.is_word(after, "clock") and (context.tokens[after].text.islower() or context.tokens[after].text.isupper()):
        return "time"
    for edge in (after, amount.first - 1):
        beyond = edge + 1 if edge == after else edge - 1
        if context.text(edge) == ":" and context.text(beyond).isdigit() and context.touches(after if edge == after else amount.first):
            return "time"
    dotted = amount.decimals == 2 and amount.unit is None and value < 24 and round(value % 1 * 100) < 60  # noqa: PLR2004
    return "time" if dotted and context.lower(amount.first - 1) in ("at", "until", "by") and not context.is_noun(after) else None


def _age(context: Context, amount: Amount) -> str | None:
    if amount.value is None or not 0 < amount.value <= _OLDEST:
        return None
    if context.is_word(amount.first - 1, "age_before") and (amount.unit is None or amount.unit.is_time):
        return "age"
    if amount.unit is not None and amount.unit.is_time:
        following = amount.last + (context.text(amount.last) in _DASHES)
        return "age" if context.lower(following) in ("old", "olds") else None
    if not _is_written_plain(context, amount):
        return None
    return "age" if _is_apposed_age(context, amount) or _is_age_limit(context, amount) else None


def _is_apposed_age(context: Context, amount: Amount) -> bool:
    """"Laura Pemberton, 51, ..." and "Jozef, 71 and retired": after a name, and before no noun."""
    before, after = amount.first - 1, amount.last
    if context.text(before) != "," or context.is_noun(after):
        return False
    if context.text(after) == "," and context.tokens[before - 1].kind == "word" and (amount.value or 0) >= _YOUNGEST_NAMED:
        return True
    name = context.text(before - 1)
    ends = context.text(after) in (",", ".", ")", ";", "") or context.lower(after) in ("and", "who", "of", "from", "a", "an")
    return ends and name[:1].isupper() and not context.is_word(before - 1, "month") and not context.is_word(before - 1, "weekday")


def _is_age_limit(context: Context, amount: Amount) -> bool:
    """"older than 50", "over the age of 65", "under-18s", "at 51"."""
    before = amount.first - 1
    if context.lower(before) == "than" and context.lower(before - 1) in ("older", "younger"):
        return True
    if context.lower(before) == "of" and context.lower(before - 1) in ("age", "ages"):
        return True
    return context.text(before) in _DASHES and context.lower(before - 1) in ("under", "over")


def _code(context: Context, amount: Amount) -> str | None:
    """Telephone numbers and other runs of digits: "+1 202 555 0147", "4471-20"."""
    if not _is_bare(amount):
        return None
    groups, plus, zero = _digit_groups(context, amount)
    if plus or zero or groups > 2:  # noqa: PLR2004 - two numbers side by side may be two figures
        return "phone number"
    nearby = range(amount.first - 4, amount.first)
    return "phone number" if any(context.is_word(index, "phone") for index in nearby) and not context.is_noun(amount.last) else None


def _digit_groups(context: Context, amount: Amount) -> tuple[int, bool, bool]:
    """How many groups of digits stand in a row with the number, and whether a plus or a leading zero is among them."""
    groups, plus, zero = 1, context.text(amount.first - 1) == "+", False
    for step, start in ((1, amount.last), (-1, amount.first - 1)):
        index = start
        while groups < 8:  # noqa: PLR2004 - longer runs are as surely a code
            if context.text(index) in ("-", "–", "(", ")", "/") and (context.touches(index) or context.touches(index + 1)):
                index += step
            digits = context.text(index)
            if not digits.replace(" ", "").isdigit():
                plus = plus or (digits == "+" and step < 0)
                break
            groups += 1
            zero = zero or (digits[0] == "0" and len(digits) > 1)
            index += step
    return groups, plus, zero


def _name(context: Context, amount: Amount) -> str | None:
    if amount.unit is not None and amount.unit_is_written and not amount.unit.is_time:
        return None
    if amount.numeral.form not in ("digits", "words") or amount.numeral.scale != 1:
        return None
    return _glued_name(context, amount) or _headed_name(context, amount) or _capital_name(context, amount)


def _glued_name(context: Context, amount: Amount) -> str | None:
    """"G7", "UH-60", "COVID-19", "7B", "mid-2024": letters that touch the digits and are no unit."""
    before, after = amount.first - 1, amount.last
    if context.touches(amount.first) and context.tokens[before].kind == "word":
        return "name"
    if context.touches(amount.first) and context.text(before) in _DASHES and context.touches(before):
        return "name" if context.tokens[before - 1].kind == "word" else None
    touching = context.touches(after) and context.tokens[after].kind == "word"
    return "name" if touching and context.lower(after) not in ("x", "'s", "’s") else None


def _headed_name(context: Context, amount: Amount) -> str | None:
    """"Highway 14", "Article 5", "page 17", "number 2": a head that its number names."""
    index = amount.first - 1
    if index < context.sentence.first:
        return None
    if context.text(index) in (".", "#"):
        index -= 1
    match = context.lexicon.name_heads.longest(context.tokens, index)
    if match is None or index - match[0] + 1 < context.sentence.first:
        return None
    capital = context.text(index)[:1].isupper()
    if amount.numeral.form == "words" and not capital:
        ranked = context.lower(index) == "number" and context.is_word(index - 1, "before_number")
        return match[1] if ranked else None
    return match[1] if capital or not context.is_plural(amount.last) else None


def _capital_name(context: Context, amount: Amount) -> str | None:
    """"Falcon 9", "Windows 11": a capitalised word before plain digits that count nothing after them."""
    before = amount.first - 1
    if not _is_written_plain(context, amount):
        return None
    text = context.text(before)
    initials = text.isupper() and 1 < len(text) < _LONGEST_INITIALS and not context.is_plural(amount.last)
    if context.is_noun(amount.last) and not initials:
        return None
    if not text[:1].isupper() or before <= context.sentence.first or context.tokens[before].kind != "word":
        return None
    if context.is_word(before, "weekday") or context.is_word(before, "month"):
        return None
    return "name" if len(text) > 1 else None


def _title(context: Context, amount: Amount) -> str | None:
    """A title in quotation marks that starts with its number: "12 Angry Men"."""
    if context.text(amount.first - 1) not in _QUOTES:
        return None
    index = amount.last
    while context.text(index)[:1].isupper():
        index += 1
    return "name" if index > amount.last and context.text(index) in _QUOTES else None


def _address(context: Context, amount: Amount) -> str | None:
    """"415 Main Street", "26th Street", "40 Rheinweg, Basel"."""
    if amount.unit is not None or amount.numeral.form not in ("digits", "ordinal"):
        return None
    index = amount.last
    while context.text(index)[:1].isupper() and index < amount.last + 4:
        index += 1
    if index == amount.last:
        return None
    if context.is_word(index - 1, "street"):
        return "address"
    single = index == amount.last + 1 and context.text(index) == "," and context.text(index + 1)[:1].isupper()
    return "address" if single and context.lower(amount.first - 1) in ("at", "of", ",") else None


def _ordinal(context: Context, amount: Amount) -> str | None:
    if amount.numeral.form != "ordinal":
        return None
    counts = (amount.value or 0) > 1 and context.is_word(amount.last, "ordinal_head") and context.lower(amount.first - 1) == "the"
    return None if counts and context.tokens[amount.first].kind == "number" else "ordinal"


def _false_fraction(context: Context, amount: Amount) -> str | None:
    """"a third night" is an ordinal, "half-time" and "the second half" are no share."""
    if amount.numeral.form != "fraction" or amount.unit is not None:
        return None
    after = context.lower(amount.last)
    if after in _DASHES and context.touches(amount.last):
        return "name"
    if context.lower(amount.first) in ("half", "halves") and context.lower(amount.first - 1) in ("first", "second", "the", "other", "better", "and", "final"):
        return "ordinal"
    return "ordinal" if context.is_noun(amount.last) and after not in context.lexicon.words["after_fraction"] else None


def _span_of_time(context: Context, amount: Amount) -> str | None:
    """A span that places an event ("two months after", "in the past three days", "a two-day visit"), or a frequency."""
    if amount.unit is None:
        return "time span" if context.is_word(amount.last, "frequency") else None
    if not amount.unit.is_time:
        return None
    if context.is_word(amount.last, "span_after"):
        return "time span"
    if amount.unit.factor < 1 and amount.unit.dimension == "time":
        return None
    if context.text(amount.last - 2) in _DASHES and context.touches(amount.last - 1):
        return "time span"
    before = amount.first - 1
    while context.is_word(before, "span_filler"):
        before -= 1
    return "time span" if context.is_word(before, "span_before") else None


def _score(context: Context, amount: Amount) -> str | None:
    """"2-1", "24-19", "won 3-0": two plain numbers and a dash, the first not the smaller, or a game's words near."""
    for dash, other, touching in (
        (amount.last, amount.last + 1, amount.last),
        (amount.first - 1, amount.first - 2, amount.first - 1),
    ):
        dashed = context.text(dash) in _DASHES and context.touches(touching) and context.touches(touching + 1)
        if dashed and context.text(other).isdigit() and _is_written_plain(context, amount):
            return "score"
    if amount.is_range and amount.unit is None and any(context.text(i) in _DASHES for i in range(amount.first, amount.last)):
        near = [*range(amount.first - 5, amount.first), *range(amount.last, amount.last + 4)]
        small = (amount.high or 0) < 200  # noqa: PLR2004 - no game has more points
        return "score" if small and any(context.is_word(index, "score") for index in near) else None
    return None


def _lone_digit(context: Context, amount: Amount) -> str | None:
    """"anything with a 4 in front of it": an article before digits that count nothing makes a thing of them."""
    if not _is_written_plain(context, amount) or context.lower(amount.first - 1) not in ("a", "an"):
        return None
    hyphen = context.text(amount.last) in _DASHES and context.touches(amount.last)
    return None if hyphen or context.is_noun(amount.last) else "name"


def _exchange_rate(context: Context, amount: Amount) -> str | None:
    """"one euro bought $1.04": the one euro is the measure and not what is measured."""
    if amount.value != 1 or amount.unit is None or not amount.unit.is_money:
        return None
    return "exchange rate" if context.is_word(amount.last, "exchange") else None


def _lone_word(context: Context, amount: Amount) -> str | None:
    """"one", "the two": words that point or stand for a noun far more often than they count."""
    numeral = amount.numeral
    if not numeral.small or amount.unit is not None or amount.is_range or numeral.form != "words":
        return None
    before, after = amount.first - 1, amount.last
    if context.text(after) in _DASHES and context.touches(after):
        return "name" if context.is_word(after + 1, "no_measure") or not context.lower(after + 1) == "strong" else None
    if context.lower(before) in ("the", "these", "those", "both", "other", "all") and (numeral.value or 0) <= 3:  # noqa: PLR2004
        return "pointer"
    if numeral.value == 0:
        return "idiom"
    if numeral.value != 1:
        return None
    return None if _counts_one(context, amount) else "pronoun"


def _counts_one(context: Context, amount: Amount) -> bool:
    """Whether "one" counts: "at least one", "one more guest", "one person was killed", "three men and one woman"."""
    before, after = amount.first - 1, amount.last
    if context.lower(before) in ("least", "only", "exactly", "just", "than", "even") or context.lower(after) == "more":
        return context.lower(after) not in ("of", "day", "way", "thing", "reason", "example")
    if context.lower(after) in ("of", "another", "day", "day's", "thing", "side", "point", "way", "reason"):
        return False
    near = range(max(before - 3, context.sentence.first), min(after + 5, context.sentence.last))
    return any(context.is_word(index, "harm") for index in near) and context.lower(before) not in ("no", "the", "this", "that", "any")


def _zero(context: Context, amount: Amount) -> str | None:
    """"none", "no one": a count only where it is of something that befalls people ("no one was hurt")."""
    if amount.numeral.form != "zero":
        return None
    near = range(amount.last, min(amount.last + 7, context.sentence.last))
    if context.lower(amount.first) == "none" and context.lower(amount.last) == "of":
        return "idiom" if context.lower(amount.last + 1) in ("this", "that", "it", "which") else None
    return None if any(context.is_word(index, "harm") for index in near) else "idiom"


def _hyphenated(context: Context, amount: Amount) -> str | None:
    """"five-star", "two-way", "10-point plan": the number is part of an adjective that measures nothing."""
    after = amount.last
    if context.text(after) in _DASHES and context.touches(after) and context.is_word(after + 1, "no_measure"):
        return "name"
    return None


_RULES: tuple[Rule, ...] = (
    _date, _year, _decade, _clock_time, _age, _ordinal, _score, _code, _title, _address, _name, _span_of_time,
    _false_fraction, _lone_digit, _exchange_rate, _lone_word, _zero, _hyphenated,
)  # fmt: skip
