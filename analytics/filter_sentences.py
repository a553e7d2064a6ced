"""The sentence that says what a list holds: “contradictions about troops with ratio at least 1.5”."""

from collections.abc import Sequence

from analytics.enumeration import enumerated
from analytics.filters import Filter, Value
from analytics.list_views import ListView

Choice = tuple[Filter, Value | list[Value]]

# How a column reads where it must equal one value; every other filter reads “with … ”.
_LEADS = {"measure": "about", "actor": "of", "place": "in", "source": "from", "question_id": "of question"}


def sentence(listed: ListView, chosen: Sequence[Choice], text: str = "", sort: Sequence[str] = ()) -> str:
    """Return what the list holds, in words: its noun, what it is about, its further conditions, its order."""
    noun = _noun(listed, chosen)
    leads = [f"{_LEADS[f.column.name]} {_plain(value)}" for f, value in chosen if _is_lead(f)]
    further = [f.condition(value).words for f, value in chosen if not _is_lead(f) and not _is_noun(listed, f, value)]
    parts = [noun, *leads]
    if further:
        parts.append("with " + enumerated(further))
    if text.strip():
        parts.append(f"mentioning “{' '.join(text.split())}”")
    return " ".join(parts) + _order(sort)


def _noun(listed: ListView, chosen: Sequence[Choice]) -> str:
    nouns = [listed.nouns[str(value)] for f, value in chosen if _is_noun(listed, f, value)]
    return nouns[0] if nouns else listed.name


def _is_noun(listed: ListView, chosen: Filter, value: Value | list[Value]) -> bool:
    return chosen.parameter == "verdict" and str(value) in listed.nouns


def _is_lead(chosen: Filter) -> bool:
    return chosen.parameter in _LEADS


def _plain(value: Value | list[Value]) -> str:
    return str(value).replace("_", " ")


def _order(sort: Sequence[str]) -> str:
    if not sort:
        return ""
    names = [name.lstrip("-").replace("_", " ") + (", highest first" if name.startswith("-") else "") for name in sort]
    return ", by " + ", then ".join(names)
