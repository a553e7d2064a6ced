"""The sentence that says what a list holds: “contradictions about troops with ratio at least 1.5”."""

from collections.abc import Sequence

from analytics.enumeration import enumerated
from analytics.filters import Filter, Value, is_moment, spoken
from analytics.list_views import ListView

Choice = tuple[Filter, Value | list[Value]]

# How a column reads where it must equal one value.
_LEADS = {"measure": "about", "actor": "of", "place": "in", "source": "from", "question_id": "of question"}
# How a column compares with a moment, by the operator: “opened 2024 or later”.
_TIMED = {
    "eq": "{label} {value}",
    "ne": "not {label} {value}",
    "gt": "{label} after {value}",
    "gte": "{label} {value} or later",
    "lt": "{label} before {value}",
    "lte": "{label} {value} or earlier",
    "in": "{label} {value}",
}
# The first word of a column of yes and no, as it is said of many and denied of them; any other is something they have.
_VERBS = {"is": ("are", "are not"), "holds": ("hold", "do not hold")}
_HAVING = ("have", "do not have")


def sentence(listed: ListView, chosen: Sequence[Choice], text: str = "", sort: Sequence[str] = ()) -> str:
    """Return what the list holds, in words: its noun, what it is about, its further conditions, its order.

    What is timed stands beside what is led by a word of its own, what is yes or no in a clause at the end; every other
    filter reads “with … ”.
    """
    naming = next((choice for choice in chosen if _is_noun(listed, *choice)), None)
    others = [choice for choice in chosen if choice is not naming]
    leads = [f"{_LEADS[f.column.name]} {_led(f, value)}" for f, value in others if _is_lead(f)]
    timed = [_timed(f, value) for f, value in others if _is_timed(f)]
    clauses = [_clause(f, bool(value)) for f, value in others if _is_clause(f)]
    further = [f.condition(v).words for f, v in others if not (_is_lead(f) or _is_timed(f) or _is_clause(f))]
    parts = [_noun(listed, naming), *leads]
    parts += [lead + enumerated(said) for lead, said in (("", timed), ("with ", further), ("", clauses)) if said]
    if text.strip():
        parts.append(f"mentioning “{' '.join(text.split())}”")
    return " ".join(parts) + _order(sort)


def _noun(listed: ListView, naming: Choice | None) -> str:
    return enumerated([listed.nouns[each] for each in _texts(naming[1])]) if naming else listed.name


def _is_noun(listed: ListView, chosen: Filter, value: Value | list[Value]) -> bool:
    names = _texts(value)
    return chosen.parameter in {"verdict", "verdict__in"} and bool(names) and listed.nouns.keys() >= set(names)


def _texts(value: Value | list[Value]) -> list[str]:
    """Return one or several values as texts, each once."""
    return list(dict.fromkeys(str(each) for each in (value if isinstance(value, list) else [value])))


def _is_lead(chosen: Filter) -> bool:
    return chosen.parameter in _LEADS


def _is_timed(chosen: Filter) -> bool:
    return is_moment(chosen.column) and chosen.operator.name in _TIMED


def _timed(chosen: Filter, value: Value | list[Value]) -> str:
    return _TIMED[chosen.operator.name].format(label=chosen.label.removesuffix(" at"), value=spoken(value))


def _is_clause(chosen: Filter) -> bool:
    return chosen.column.kind == "boolean"


def _clause(chosen: Filter, value: bool) -> str:
    """Say of a column of yes and no what it is: “that are unsure”; another than yes may be unknown as well as no."""
    first, _, rest = chosen.label.partition(" ")
    said, denied = _VERBS.get(first, _HAVING)
    what = rest if first in _VERBS else chosen.label
    if chosen.operator.name == "isnull":
        return f"of which it is {'unknown' if value else 'known'} whether they {said} {what}"
    if chosen.operator.name == "ne":
        return f"that {denied if value else said} {what} as far as is known"
    return f"that {said if value else denied} {what}"


def _led(chosen: Filter, value: Value | list[Value]) -> str:
    """Return a value as a reader writes it: a place and what it lies in stand between commas."""
    told = spoken(value).replace("_", " ")
    return told.replace(" < ", ", ") if chosen.column.name == "place" else told


def _order(sort: Sequence[str]) -> str:
    if not sort:
        return ""
    names = [name.lstrip("-").replace("_", " ") + (", highest first" if name.startswith("-") else "") for name in sort]
    return ", by " + ", then ".join(names)
