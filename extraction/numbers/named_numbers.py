"""Numbers that are part of a name and claim nothing: "G7", "Falcon 9", "the Big Four", titles, addresses, "5G"."""

from __future__ import annotations

from typing import Final

from extraction.numbers.number_context import QUOTES, Context, is_bare, is_plain
from extraction.numbers.numbered_things import headed_name
from extraction.numbers.units import Amount

_LONGEST_INITIALS: Final = 6
_LONGEST_ADDRESS: Final = 4
_WORDS_OF_PROSE: Final = 2


def name(context: Context, amount: Amount) -> str | None:
    """Recognise "G7", "Highway 14", "Article 5", "Windows 11"."""
    if amount.unit is not None and amount.unit_is_written and not amount.unit.is_time:
        return None
    if amount.numeral.form not in ("digits", "words") or amount.numeral.scale != 1:
        return None
    if _is_frequency(context, amount):
        return "name"
    named = _glued(context, amount) or headed_name(context, amount) or _after_capital(context, amount)
    return named or ("name" if _calls_model(context, amount) else None)


def _calls_model(context: Context, amount: Amount) -> bool:
    """Recognise "the 640 Cruiser" and "a 318 GT coupe": a number and a capital behind an article, no plural."""
    first, index = amount.first, amount.last
    digits = len(context.text(first)) if is_plain(context, amount) else 0
    if digits < _SHORTEST_MODEL or not context.is_capital(index) or not context.is_word(first - 1, "before_model"):
        return False
    while context.is_capital(index) or context.is_noun(index):
        if context.is_plural(index) or context.text(index).endswith("s"):
            return False
        index += 1
    return True


_SHORTEST_MODEL: Final = 3
"""Digits of a number by which a make of things is called."""


def _is_frequency(context: Context, amount: Amount) -> bool:
    """Recognise "heard on 102.4": where a station is found, in megahertz with one decimal, before no noun."""
    in_band = is_bare(amount) and amount.decimals == 1 and _LOWEST_STATION <= (amount.value or 0) <= _HIGHEST_STATION
    if not in_band or context.lower(amount.first - 1) != "on" or context.is_noun(amount.last):
        return False
    return any(context.is_word(index, "station") for index in range(context.first, amount.first))


_LOWEST_STATION: Final = 87.5
_HIGHEST_STATION: Final = 108
"""Megahertz: the band of radio stations."""


def _glued(context: Context, amount: Amount) -> str | None:
    """Recognise "G7", "UH-60", "COVID-19", "7B", "mid-2024": letters that touch the digits and are no unit."""
    before, after = amount.first - 1, amount.last
    if context.touches(amount.first):
        if context.kind(before) == "word":
            return "name"
        if context.is_dash(before) and context.text(before) != "—":
            near = context.lower(before - 1) == "near"  # "near-zero growth"
            return "name" if context.kind(before - 1) == "word" and not near else None
    touching = context.touches(after) and context.kind(after) in ("word", "number")
    return "name" if touching and context.lower(after) not in ("'s", "’s") else None


def generation(context: Context, amount: Amount) -> str | None:
    """Recognise "5G": which generation of a network, and no grams."""
    grams = amount.unit is not None and amount.unit.name == "gram" and context.text(amount.last - 1) == "G"
    return "generation" if grams and (amount.value or 0) in _GENERATIONS else None


_GENERATIONS: Final = (2, 3, 4, 5, 6)


def resolution(context: Context, amount: Amount) -> str | None:
    """Recognise "4K video" and "filmed in 1080p": how fine a picture is, no thousands and no pence."""
    if amount.unit is not None:
        lines = amount.unit.name == "penny" and amount.value in _PICTURE_LINES
        return "name" if lines and not context.is_word(amount.first - 1, "before_price") else None
    letter = context.text(amount.numeral.last - 1)
    kilo = letter == "K" and amount.value in _PICTURE_WIDTHS
    if not kilo or context.is_plural(amount.last) or context.is_plural(amount.last + 1):
        return None
    return "name" if context.is_noun(amount.last) or context.is_capital(amount.last) else None


_PICTURE_LINES: Final = (480, 720, 1080, 1440, 2160, 4320)
_PICTURE_WIDTHS: Final = (2000, 4000, 5000, 6000, 8000)


def _after_capital(context: Context, amount: Amount) -> str | None:
    """Recognise "Falcon 9" and "LP 2047": a capitalised word before plain digits that count nothing after them."""
    before = amount.first - 1
    written = context.text(before)
    if not is_plain(context, amount) or not written[:1].isupper() or before <= context.sentence.first:
        return None
    if context.kind(before) != "word" or context.is_word(before, "weekday") or context.is_month(before):
        return None
    if _opens_clause(context, before) or _counts_behind_place(context, amount) or _is_listed(context, amount):
        return None
    if _names_subject(context, amount):
        return "name"
    initials = written.isupper() and len(written) < _LONGEST_INITIALS and not context.is_plural(amount.last)
    lettered = len(written) > 1 or (before - 1 > context.first and context.is_capital(before - 1))  # "Corvid C 63"
    if lettered and (initials or not context.is_noun(amount.last)):
        return "name"
    return "name" if _is_named_doer(context, amount) else None


def _name_start(context: Context, amount: Amount) -> int:
    """Where the capitalised words right before a number begin; the first word of a sentence tells nothing."""
    first = amount.first - 1
    while context.is_capital(first - 1) and first - 1 > context.first:
        first -= 1
    return first


def _names_subject(context: Context, amount: Amount) -> bool:
    """Recognise "The Corvid 13 starts at": an article that opens the sentence, a name and its number."""
    first = _name_start(context, amount)
    opens = first - 1 == context.first and context.lower(first - 1) in ("the", "a", "an")
    return opens and context.lower(amount.last) not in ("times", "of")


def _opens_clause(context: Context, index: int) -> bool:
    """Whether a word has its capital from the quotation mark or the colon before it: “Over 30”, "Lifts: About 12"."""
    return context.text(index - 1) in QUOTES | {":", "-", "–", "—"} and context.is_word(index, "function")


def _is_listed(context: Context, amount: Amount) -> bool:
    """Whether a list leaves out what it counts: "118 seats, Labour 94, the Green Alliance 41 and others 17"."""
    first = _name_start(context, amount)
    first -= context.lower(first - 1) == "the"
    comma = first - 1
    ends = context.text(amount.last) in ("", ".", ",", ";", ")") or context.lower(amount.last) in ("and", "to")
    if context.lower(comma) not in (",", ";", "and") or not ends:
        return False
    counted = context.kind(comma - 1) == "number" and not context.is_month(comma - 2)
    return counted or (context.is_plural(comma - 1) and context.kind(comma - 2) == "number")


def _counts_behind_place(context: Context, amount: Amount) -> bool:
    """Whether a place opens the clause and the number counts: "In Menabe 18 of 51 communes"."""
    first = _name_start(context, amount)
    if not context.is_word(first - 1, "opens_place") or first - 1 != context.first:
        return False
    part = context.lower(amount.last) == "of" and context.kind(amount.last + 1) == "number"
    return part or (context.is_capital(amount.last) and context.is_plural(amount.last + 1))


def _is_named_doer(context: Context, amount: Amount) -> bool:
    """Whether a name of several words, or one behind its noun, ends in the number: "the trawler Atlantic 21 left".

    "In Kursk 12 died" counts: a single name after a preposition is where, not who.
    """
    first = _name_start(context, amount)
    described = context.is_noun(first - 1) and context.kind(first - 1) == "word"
    return (described or first < amount.first - 1) and not context.is_plural(amount.last)


def capital_word(context: Context, amount: Amount) -> str | None:
    """Recognise "the Big Four", "BBC Two", "the Gang of Eight", "Vera's Seven": a capital inside a sentence."""
    first = amount.first
    written = amount.numeral.small or amount.numeral.form == "dozen"
    if not written or not context.is_capital(first) or context.text(first).isupper():
        return None
    opens = first == context.sentence.first or context.kind(first - 1) != "word"
    if opens or amount.last - first > 1:
        return None
    of = context.lower(first - 1) == "of" and context.is_capital(first - 2)
    owned = context.lower(first - 1) in ("'s", "’s") and context.is_capital(first - 2)
    named = of or owned or context.is_capital(amount.last) or context.is_capital(first - 1)
    return "name" if named and _is_running_text(context) else None


def _is_running_text(context: Context) -> bool:
    """Whether the sentence is no headline in which each word bears a capital."""
    words = range(context.sentence.first, context.sentence.last)
    return sum(context.is_noun(index) for index in words) >= _WORDS_OF_PROSE


def title(context: Context, amount: Amount) -> str | None:
    """Recognise a title in quotation marks that starts with its number: "12 Angry Men"."""
    if context.text(amount.first - 1) not in QUOTES:
        return None
    index = amount.last
    while context.is_capital(index):
        index += 1
    return "name" if index > amount.last and context.text(index) in QUOTES else None


def calibre(context: Context, amount: Amount) -> str | None:
    """Recognise "a 9mm pistol", "a .38-caliber revolver", "a .22 rifle", "a 12-gauge shotgun": which gun it is."""
    written = context.text(amount.first)
    measured = amount.unit is not None and amount.unit.name == "millimetre" and (amount.value or 0) <= _WIDEST_BARREL
    bare = amount.unit is None and (written.startswith(".") or context.is_dash(amount.last))
    index = amount.last
    while index < amount.last + _GUN_REACH and (context.is_dash(index) or context.kind(index) == "word"):
        if context.is_word(index, "gun"):
            return CALIBRE if measured or bare else None
        index += 1
    return CALIBRE if _is_lone_calibre(context, amount) else None


def _is_lone_calibre(context: Context, amount: Amount) -> bool:
    """Whether a calibre stands for its gun: "a .45 was in the car", "returned with a 9mm", "casings, all 5.56mm"."""
    behind = context.is_noun(amount.last) or context.lower(amount.last) in ("of", "long", "wide", "thick")
    led = context.is_word(amount.first - 1, "before_gun") and not behind
    if amount.unit is None:
        return led and context.text(amount.first) in _CALIBRES
    millimetres = amount.unit.name == "millimetre" and (amount.value or 0) in _CALIBRES_MM
    told = any(context.is_word(index, "gun") for index in range(context.first, amount.first))
    return millimetres and not behind and (told or (led and context.touches(amount.last - 1)))


_CALIBRES: Final = frozenset((".22", ".25", ".32", ".357", ".38", ".380", ".40", ".44", ".45", ".50", ".223", ".308"))
_CALIBRES_MM: Final = frozenset((5.45, 5.56, 5.7, 7.62, 9, 10))
CALIBRE: Final = "calibre"
_WIDEST_BARREL: Final = 20
"""Millimetres: what a gun that one carries fires."""
_GUN_REACH: Final = 4


def address(context: Context, amount: Amount) -> str | None:
    """Recognise "415 Main Street", "26th Street", "at 40 Rheinweg, Basel", "the 2400 block of Lamar"."""
    if amount.unit is not None or amount.numeral.form not in ("digits", "ordinal"):
        return None
    if _is_block(context, amount):
        return "address"
    index = amount.last
    while context.is_capital(index) and index < amount.last + _LONGEST_ADDRESS:
        index += 1
    if index == amount.last:
        return None
    if context.is_word(index - 1, "street"):
        return "address"
    alone = index == amount.last + 1
    if alone and _is_house(context, amount):
        return "address"
    single = alone and context.text(index) == "," and context.is_capital(index + 1)
    return "address" if single and context.lower(amount.first - 1) in ("at", "of", ",") else None


def _is_house(context: Context, amount: Amount) -> bool:
    """Whether a house number stands behind "at" and before a street that is not called one: "held at 201 Poplar."."""
    digits, ends = context.text(amount.numeral.first), context.text(amount.last + 1) in (".", ",", ";", "")
    house = digits.isdigit() and len(digits) >= len("100") and not context.is_plural(amount.last)
    return house and ends and context.lower(amount.first - 1) == "at"


def _is_block(context: Context, amount: Amount) -> bool:
    """Whether house numbers tell where in a street something happened: "the 900 block of Oak Street"."""
    index = amount.last + context.is_dash(amount.last)
    hundreds = (amount.value or 1) % _HOUSES_OF_BLOCK == 0 and amount.numeral.form == "digits"
    several = context.lower(index) == "blocks" and context.lower(index + 1) == "of" and context.is_capital(index + 2)
    return hundreds and (context.lower(index) == "block" or several)


_HOUSES_OF_BLOCK: Final = 100
"""House numbers of a block in towns that count them so."""
