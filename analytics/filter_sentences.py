"""The sentence that says what a list holds: “contradictions about troops with ratio at least 1.5”."""

from collections.abc import Callable, Mapping, Sequence

from analytics.column_words import ColumnWords, ReadsAs, column_words
from analytics.enumeration import enumerated
from analytics.filters import Filter, Value, spoken
from analytics.list_views import ListView
from analytics.spoken_dates import date_words, on_date

Choice = tuple[Filter, Value | list[Value]]
Values = list[Value]

_WITH = "with "
# The first words of what stands in a clause, behind everything else.
_CLAUSES = ("that ", "whose ", "of which ")
_AMOUNTS = {
    "eq": "with {noun} {told}",
    "ne": "with {noun} other than {told}",
    "gt": "with {noun} above {told}",
    "gte": "with {noun} at least {told}",
    "lt": "with {noun} below {told}",
    "lte": "with {noun} at most {told}",
    "in": "with {noun} {told}",
}
_COUNTS = {
    "eq": "with {told} {counted}",
    "ne": "with any number of {words} but {told}",
    "gt": "with more than {told} {counted}",
    "gte": "with at least {told} {counted}",
    "lt": "with fewer than {told} {counted}",
    "lte": "with at most {told} {counted}",
    "in": "with {told} {counted}",
}
_TEXTS = {
    "eq": "whose {noun} is {told}",
    "ne": "whose {noun} is not {told}",
    "gt": "whose {noun} comes after {told} in the alphabet",
    "gte": "whose {noun} is {told} or comes after it in the alphabet",
    "lt": "whose {noun} comes before {told} in the alphabet",
    "lte": "whose {noun} is {told} or comes before it in the alphabet",
    "in": "whose {noun} is {told}",
    "contains": "whose {noun} contains {told}",
}
# Behind the words that lead to the moment.
_MOMENTS: Mapping[str, Callable[[Values], str]] = {
    "eq": lambda values: on_date(values[0]),
    "ne": lambda values: f"at another time than {date_words(values[0])}",
    "gt": lambda values: f"after {date_words(values[0])}",
    "gte": lambda values: f"since {date_words(values[0])}",
    "lt": lambda values: f"before {date_words(values[0])}",
    "lte": lambda values: f"up to {date_words(values[0])}",
    "in": lambda values: " or ".join(map(on_date, values)),
}
# What comes first where a list is sorted upwards, and downwards.
_FIRST: Mapping[ReadsAs, tuple[str, str]] = {
    "amount": ("lowest first", "highest first"),
    "count": ("fewest first", "most first"),
    "moment": ("earliest first", "latest first"),
}
_ALPHABET = ("A to Z", "Z to A")


def sentence(listed: ListView, chosen: Sequence[Choice], text: str = "", sort: Sequence[str] = ()) -> str:
    """Return what the list holds, in words: its noun, what it is about, its further conditions, its order.

    What has something (“with …”) stands behind what is led to by words of its own, clauses (“that …”) behind both.
    """
    naming = next((choice for choice in chosen if _is_noun(listed, *choice)), None)
    phrases = _phrases(listed, [choice for choice in chosen if choice is not naming])
    having = [each.removeprefix(_WITH) for each in phrases if each.startswith(_WITH)]
    clauses = [each for each in phrases if each.startswith(_CLAUSES)]
    leads = [each for each in phrases if not each.startswith((_WITH, *_CLAUSES))]
    parts = [_noun(listed, naming), *leads]
    parts += [lead + enumerated(said) for lead, said in ((_WITH, having), ("", clauses)) if said]
    if text.strip():
        parts.append(f"mentioning “{' '.join(text.split())}”")
    return " ".join(parts) + _order(listed, sort)


def _noun(listed: ListView, naming: Choice | None) -> str:
    return enumerated([listed.nouns[each] for each in _texts(naming[1])]) if naming else listed.name.replace("-", " ")


def _is_noun(listed: ListView, chosen: Filter, value: Value | list[Value]) -> bool:
    names = _texts(value)
    return chosen.parameter in {"verdict", "verdict__in"} and bool(names) and listed.nouns.keys() >= set(names)


def _texts(value: Value | list[Value]) -> list[str]:
    """Return one or several values as texts, each once."""
    return list(dict.fromkeys(str(each) for each in (value if isinstance(value, list) else [value])))


def _phrases(listed: ListView, chosen: Sequence[Choice]) -> list[str]:
    """Return what is said of the rows, a phrase a filter, moments at the end, those of one column in one phrase."""
    phrases: list[str] = []
    moments: dict[str, list[str]] = {}
    for each, value in chosen:
        words = column_words(listed.name, each.column.name, each.column.kind)
        if words.reads_as == "moment" and each.operator.name in _MOMENTS:
            told = _MOMENTS[each.operator.name](value if isinstance(value, list) else [value])
            moments.setdefault(words.words, []).append(told)
        else:
            phrases.append(_phrase(words, each, value))
    return phrases + [f"{lead} {enumerated(told)}" for lead, told in moments.items()]


def _phrase(words: ColumnWords, chosen: Filter, value: Value | list[Value]) -> str:
    """Say one condition, by the way in which its column reads."""
    name = chosen.operator.name
    if words.reads_as == "truth":
        return _truth(words, name, bool(value))
    if name == "isnull":
        return words.missing if value else words.given
    is_named = chosen.names_one or (name in {"eq", "ne", "in"} and not chosen.column.holds_names)
    if words.reads_as in {"name", "word", "place"} and is_named:
        return _led(words, _told(words, value), is_denied=name == "ne")
    if words.reads_as == "count":
        counted = words.noun if value == 1 else words.words
        return _COUNTS[name].format(told=spoken(value), counted=counted, words=words.words)
    if words.reads_as == "amount" and name in _AMOUNTS:
        return _AMOUNTS[name].format(noun=words.noun, told=spoken(value))
    return _TEXTS[name].format(noun=words.noun, told=_in_quotes(value))


def _truth(words: ColumnWords, operator: str, value: bool) -> str:
    """Say of a column of yes and no what it is: another than yes may be unknown as well as no."""
    if operator == "isnull":
        return f"of which it is {'unknown' if value else 'known'} whether they {words.words}"
    if operator == "ne":
        return f"{words.missing if value else words.given} as far as is known"
    return words.given if value else words.missing


def _led(words: ColumnWords, told: str, is_denied: bool) -> str:
    """Say a value behind the words that lead to it: “from Bay Courier”, “not from Bay Courier”."""
    if not is_denied:
        return f"{words.words} {told}"
    return f"{words.words} other than {told}" if words.words.startswith(_WITH) else f"not {words.words} {told}"


def _told(words: ColumnWords, value: Value | list[Value]) -> str:
    """Return a value as a reader writes it: a place and what it lies in stand between commas."""
    told = spoken(value)
    return {"word": told.replace("_", " "), "place": told.replace(" < ", ", ")}.get(words.reads_as, told)


def _in_quotes(value: Value | list[Value]) -> str:
    return " or ".join(f"“{each}”" for each in (value if isinstance(value, list) else [value]))


def _order(listed: ListView, sort: Sequence[str]) -> str:
    """Say in which order the rows come."""
    told = [_sorted(listed, name.lstrip("-"), name.startswith("-")) for name in sort]
    return f", {'; then '.join(told)}" if told else ""


def _sorted(listed: ListView, column: str, is_downwards: bool) -> str:
    words = column_words(listed.name, column)
    if words.reads_as == "truth":
        return f"those {words.given} {'first' if is_downwards else 'last'}"
    noun = f"number of {words.words}" if words.reads_as == "count" else words.noun
    return f"by {noun}, {_FIRST.get(words.reads_as, _ALPHABET)[is_downwards]}"
