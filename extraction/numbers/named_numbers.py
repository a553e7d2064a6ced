"""Numbers that name something and claim nothing: roads, articles, flights, titles, addresses, scores, codes."""

from __future__ import annotations

from typing import Final

from extraction.numbers.number_context import QUOTES, Context, is_bare, is_plain
from extraction.numbers.units import Amount

_LONGEST_INITIALS: Final = 6
_LONGEST_ADDRESS: Final = 4
_LONGEST_CODE: Final = 8
_FIGURES_SIDE_BY_SIDE: Final = 2
"""Two numbers in a row may be two figures ("in 2007 300 people"); more are a code."""
_PHONE_REACH: Final = 4
_SCORE_REACH: Final = 5
_MOST_POINTS: Final = 200
_SHORTEST_SERIES: Final = 4
_SHORTEST_DRAW: Final = 3
_LONGEST_SERIES: Final = 20
_JOINTS: Final = 2
_WORDS_OF_PROSE: Final = 2


def name(context: Context, amount: Amount) -> str | None:
    """Recognise "G7", "Highway 14", "Article 5", "Windows 11"."""
    if amount.unit is not None and amount.unit_is_written and not amount.unit.is_time:
        return None
    if amount.numeral.form not in ("digits", "words") or amount.numeral.scale != 1:
        return None
    if _is_frequency(context, amount):
        return "name"
    named = _glued(context, amount) or _headed(context, amount) or _after_capital(context, amount)
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


def _headed(context: Context, amount: Amount) -> str | None:
    """Recognise "Highway 14", "page 17", "number two" by a head that its number names."""
    index = amount.numeral.first - 1
    if context.text(index) in (".", "#"):
        index -= 1
    if index < context.sentence.first:
        return None
    match = context.lexicon.name_heads.longest(context.tokens, index)
    if match is None or index - match[0] + 1 < context.sentence.first:
        return None
    if context.lower(index) == "week" and context.is_word(index - 1, "span_before"):
        return None  # "last week 21 died"
    if context.is_capital(index):
        return match[1]
    if context.lower(index) == "number" and _is_several(context, index - 1):
        return None
    if amount.numeral.form == "words":
        ranked = context.lower(index) == "number" and context.is_word(index - 1, "before_number")
        told = (
            match[1] == "section number" and context.is_word(index, "paper_part") and not context.is_noun(amount.last)
        )
        day = context.lower(index) == "day" and context.lower(amount.last) == "of"  # "this is day six of the siege"
        told = told or (context.is_word(index, "numbered_place") and not context.is_noun(amount.last))
        return match[1] if ranked or told or day else None
    determined = match[1] != "line number" or _is_determined(context, index - match[0])
    counted = context.is_plural(amount.last) and determined
    return None if counted else match[1]


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


def lettered(context: Context, amount: Amount) -> str | None:
    """Recognise "runway 27L" and "Gate 12G": a name whose letter looks like a unit."""
    letter = context.text(amount.last - 1)
    single = len(letter) == 1 and letter.isupper() and context.touches(amount.last - 1)
    return _headed(context, amount) if single and amount.unit_is_after else None


def _is_determined(context: Context, index: int) -> bool:
    """Whether a determiner stands before the nouns that end at `index`: "on the route 17 trams", not "bus route 17"."""
    first = index
    while first > index - _NOUNS_BEFORE_HEAD and context.is_noun(first):
        first -= 1
    return context.is_word(first, "determiner")


_NOUNS_BEFORE_HEAD: Final = 3


def _is_several(context: Context, index: int) -> bool:
    """Whether "number" after this word is a verb: "the dead number 23"; in "she wears number 9" it is none."""
    verb = context.is_word(index - 1, "person_pronoun") or context.lower(index - 1) == "who"
    ends = context.text(index).endswith("s") and not context.is_word(index, "before_number") and not verb
    return ends or context.is_word(index, "plural")


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


def _names_subject(context: Context, amount: Amount) -> bool:
    """Recognise "The Corvid 13 starts at": an article that opens the sentence, a name and its number."""
    first = amount.first - 1
    while context.is_capital(first - 1) and first - 1 > context.first:
        first -= 1
    opens = first - 1 == context.first and context.lower(first - 1) in ("the", "a", "an")
    return opens and context.lower(amount.last) not in ("times", "of")


def _opens_clause(context: Context, index: int) -> bool:
    """Whether a word has its capital from the quotation mark or the colon before it: “Over 30”, "Lifts: About 12"."""
    return context.text(index - 1) in QUOTES | {":", "-", "–", "—"} and context.is_word(index, "function")


def _is_listed(context: Context, amount: Amount) -> bool:
    """Whether a list leaves out what it counts: "118 seats, Labour 94, the Green Alliance 41 and others 17"."""
    first = amount.first - 1
    while context.is_capital(first - 1) and first - 1 > context.first:
        first -= 1
    first -= context.lower(first - 1) == "the"
    comma = first - 1
    ends = context.text(amount.last) in ("", ".", ",", ";", ")") or context.lower(amount.last) in ("and", "to")
    if context.lower(comma) not in (",", ";", "and") or not ends:
        return False
    counted = context.kind(comma - 1) == "number" and not context.is_month(comma - 2)
    return counted or (context.is_plural(comma - 1) and context.kind(comma - 2) == "number")


def _counts_behind_place(context: Context, amount: Amount) -> bool:
    """Whether a place opens the clause and the number counts: "In Menabe 18 of 51 communes"."""
    first = amount.first - 1
    while context.is_capital(first - 1) and first - 1 > context.first:
        first -= 1
    if not context.is_word(first - 1, "opens_place") or first - 1 != context.first:
        return False
    part = context.lower(amount.last) == "of" and context.kind(amount.last + 1) == "number"
    return part or (context.is_capital(amount.last) and context.is_plural(amount.last + 1))


def label(context: Context, amount: Amount) -> str | None:
    """Recognise "into tunnel 6", "on platform 12": a single thing that has no article is told by its number.

    "Death toll 31" and "deaths 31" count.
    """
    index = amount.first - 1
    if not is_plain(context, amount) or (amount.value or 0) > _LAST_LABEL or context.is_noun(amount.last):
        return None
    if context.lower(amount.last) == "of" or context.is_capital(amount.last):
        return None  # "agreed to buy 40 of the trams"
    one = context.is_noun(index) and not context.is_plural(index) and context.is_word(index - 1, "before_label")
    return "name" if one and not context.is_word(index, "no_label") else None


_LAST_LABEL: Final = 999
"""Doors, cells, gates and wards are numbered no higher."""


def service(context: Context, amount: Amount) -> str | None:
    """Recognise "the 112 tram" and "Buses: the 8, the 63": a line that is called by its number."""
    called = is_plain(context, amount) and context.lower(amount.first - 1) in ("the", "a")
    if not called or (amount.value or 0) <= 1:
        return None
    lines = range(max(context.first, amount.first - _LINES_WITHIN), amount.first)
    listed = not context.is_noun(amount.last) and any(context.is_word(index, "service_of") for index in lines)
    return "name" if listed or context.is_word(amount.last, "service") else None


_LINES_WITHIN: Final = 8
"""Tokens before "the 63" among which buses are spoken of."""


def file_size(context: Context, amount: Amount) -> str | None:
    """Recognise "(1.8MB)" behind a link: how long it takes to load, and nothing of the story."""
    data = amount.unit is not None and amount.unit.dimension == "data"
    alone = context.text(amount.first - 1) == "(" and context.text(amount.last) == ")"
    return "page furniture" if data and alone else None


def index_level(context: Context, amount: Amount) -> str | None:
    """Recognise "Dax: 24,118": the level of a stock index in a line of its own, as it stands at the foot of a page."""
    colon = amount.first - 1
    ends = context.text(amount.last) in ("", ".") and context.text(colon) == ":"
    if not ends or colon - context.first > _LONGEST_INDEX:
        return None
    return "index level" if any(context.is_word(i, "market_index") for i in range(context.first, colon)) else None


_LONGEST_INDEX: Final = 4


def _is_named_doer(context: Context, amount: Amount) -> bool:
    """Whether a name of several words, or one behind its noun, ends in the number: "the trawler Atlantic 21 left".

    "In Kursk 12 died" counts: a single name after a preposition is where, not who.
    """
    first = amount.first - 1
    while context.is_capital(first - 1) and first - 1 > context.sentence.first:
        first -= 1
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


def series(context: Context, amount: Amount) -> str | None:
    """Recognise "4, 8, 15, 16, 23 and 42": numbers in a row that count nothing, as a draw or a list of rooms has."""
    if not is_plain(context, amount):
        return None
    length, end = _numbers_on(context, amount.first, -1)[0], _numbers_on(context, amount.first, 1)
    counted = context.is_noun(end[1]) or context.text(end[1]) in ("%", "per")
    drawn = any(context.is_word(index, "draw") for index in range(context.first, amount.first))
    shortest = _SHORTEST_DRAW if drawn else _SHORTEST_SERIES
    return "series" if length + end[0] + 1 >= shortest and not counted else None


def _numbers_on(context: Context, index: int, step: int) -> tuple[int, int]:
    """How many plain numbers follow at commas or "and", in one direction, and the token where that ends."""
    count, index = 0, index + step
    while count < _LONGEST_SERIES:
        at = index
        while context.lower(at) in (",", "and") and abs(at - index) < _JOINTS:
            at += step
        if at == index or not context.text(at).isdigit():
            break
        count, index = count + 1, at + step
    return count, index


def title(context: Context, amount: Amount) -> str | None:
    """Recognise a title in quotation marks that starts with its number: "12 Angry Men"."""
    if context.text(amount.first - 1) not in QUOTES:
        return None
    index = amount.last
    while context.is_capital(index):
        index += 1
    return "name" if index > amount.last and context.text(index) in QUOTES else None


def address(context: Context, amount: Amount) -> str | None:
    """Recognise "415 Main Street", "26th Street", "at 40 Rheinweg, Basel"."""
    if amount.unit is not None or amount.numeral.form not in ("digits", "ordinal"):
        return None
    index = amount.last
    while context.is_capital(index) and index < amount.last + _LONGEST_ADDRESS:
        index += 1
    if index == amount.last:
        return None
    if context.is_word(index - 1, "street"):
        return "address"
    single = index == amount.last + 1 and context.text(index) == "," and context.is_capital(index + 1)
    return "address" if single and context.lower(amount.first - 1) in ("at", "of", ",") else None


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
    behind = range(index, max(context.first, index - _SCRIPT_WITHIN), -1)
    tag = next((at for at in behind if context.lower(at) == "script"), None)
    return tag is not None and context.text(tag - 1) == "<"


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
    return "phone number" if called and not context.is_noun(amount.last) else None


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


def list_mark(context: Context, amount: Amount) -> str | None:
    """Recognise the "3." or "3)" that numbers an entry of a list and stands before its words, inside a sentence too."""
    if not context.touches(amount.last) or not is_plain(context, amount):
        return None
    opens = context.kind(amount.last + 1) == "word" and context.text(amount.last) in (".", ")")
    if context.text(amount.first - 1) in (":", ";") and opens:
        return "section number"
    if amount.first != context.sentence.first:
        return None
    alone = amount.last + 1 == context.sentence.last
    marked = context.text(amount.last) == ")" or (alone and context.text(amount.last) == ".")
    return "section number" if marked else None


def score(context: Context, amount: Amount) -> str | None:
    """Recognise "2-1", "won 3-0" and "by six wickets": numbers around a dash, or a game's own measure after one."""
    if context.is_word(amount.last, "game_measure"):
        return "score"
    if not amount.is_range:
        if _is_result(context, amount) or _is_against_none(context, amount) or _is_split(context, amount):
            return "score"
        beside = is_plain(context, amount) and _is_beside_dashed_number(context, amount)
        return "score" if beside and not _is_near(context, amount, "vote") else None
    dashed = any(context.is_dash(index) for index in range(amount.first, amount.last))
    if dashed and amount.unit is None and _is_record(context, amount):
        return "score"
    if not dashed or amount.unit is not None or (amount.high or 0) >= _MOST_POINTS:
        return None
    return "score" if _is_near(context, amount, "score") and not _is_near(context, amount, "vote") else None


def _is_record(context: Context, amount: Amount) -> bool:
    """Recognise the games won and lost of "the Herons (4-11)" behind a name."""
    opening = amount.first - 1
    alone = context.text(opening) == "(" and context.text(amount.last) == ")"
    return alone and opening - 1 > context.first and context.is_capital(opening - 1)


def _is_result(context: Context, amount: Amount) -> bool:
    """Recognise both numbers of "Rovers 2, United 1": two names, each with its goals."""
    before, after = amount.first - 1, amount.last
    if not is_plain(context, amount) or not context.is_capital(before) or (amount.value or 0) > _MOST_GOALS:
        return False
    ahead = context.text(after) == "," and context.is_capital(after + 1) and context.text(after + 2).isdigit()
    back = context.text(before - 1) == "," and context.text(before - 2).isdigit() and context.is_capital(before - 3)
    return ahead or back


_MOST_GOALS: Final = 20


def _is_against_none(context: Context, amount: Amount) -> bool:
    """Recognise "3-nil" and "2-all"."""
    return context.is_dash(amount.last) and context.lower(amount.last + 1) in ("nil", "all", "love")


def _is_split(context: Context, amount: Amount) -> bool:
    """Recognise "by a majority of 11 to one": how a bench or a jury was divided."""
    of = context.lower(amount.first - 1) == "of" and context.lower(amount.first - 2) == "majority"
    return of and context.lower(amount.last) == "to"


def _is_near(context: Context, amount: Amount, kind: str) -> bool:
    near = range(amount.first - _SCORE_REACH, amount.last + _SCORE_REACH)
    return any(context.is_word(index, kind) for index in near)


def _is_beside_dashed_number(context: Context, amount: Amount) -> bool:
    after, before = amount.last, amount.first - 1
    if context.is_dash(after) and context.touches(after + 1):
        return context.text(after + 1).isdigit()
    return context.is_dash(before) and context.touches(amount.first) and context.text(before - 1).isdigit()


def _counts_photos(context: Context, amount: Amount) -> bool:
    """Recognise both numbers of "1 of 3 | Bakers at work", which opens the caption of a gallery."""
    start = context.first
    opens = context.kind(start) == "number" and context.kind(start + 2) == "number" and context.text(start + 3) == "|"
    return opens and context.lower(start + 1) in ("of", "/") and amount.first in (start, start + 2)


def instalment(context: Context, amount: Amount) -> str | None:
    """Recognise both numbers of "report 4 of 7" and "part 2 of a series of five"; "report 4 of 7 dead" counts."""
    if not is_bare(amount) and amount.numeral.form != "words":
        return None
    if _counts_photos(context, amount):
        return "section number"
    head, behind = amount.first - 1, amount.last
    if context.is_word(head, "instalment") and context.lower(behind) == "of":
        whole = context.kind(behind + 1) == "number" and not context.is_noun(behind + 2)
        return "section number" if whole or context.lower(behind + 1) in ("a", "the") else None
    second = context.lower(head) == "of" and context.kind(head - 1) == "number" and not context.is_noun(behind)
    return "section number" if second and context.is_word(head - 2, "instalment") else None
