"""Names of arguments that people guess from other APIs, and the ones of ours that they may have meant."""

import difflib
import re
from collections.abc import Collection, Iterator

NEAR_ENOUGH = 0.8
MOST_TOLD = 2
_FROM = ("reported_at__gte", "published_at__gte", "first_as_of__gte", "opened_at__gte", "built_at__gte")
_UNTIL = ("reported_at__lte", "published_at__lte", "last_as_of__lte", "opened_at__lte", "built_at__lte")
_SPEAKER = ("voice", "low_voice", "high_voice", "name")
_PUBLISHER = ("source", "sources", "low_source", "high_source")
_ALSO_CALLED = {
    **dict.fromkeys(("page", "offset", "cursor", "start", "after_token"), ("next",)),
    **dict.fromkeys(("per_page", "page_size", "size", "top", "first", "rows"), ("limit",)),
    **dict.fromkeys(("order", "order_by", "orderby", "sort_by", "sortby", "ordering"), ("sort",)),
    **dict.fromkeys(("fields", "select", "include", "exclude", "cols", "attributes"), ("columns",)),
    **dict.fromkeys(
        ("search", "query", "text", "words", "keyword", "keywords", "term", "contains", "phrase", "sql"), ("q",)
    ),
    # What is sent in bodies.
    **dict.fromkeys(("draft", "body", "article", "content", "story"), ("text",)),
    **dict.fromkeys(("parameters", "args", "variables", "bindings"), ("params",)),
    **dict.fromkeys(("count", "with_count", "include_total"), ("total",)),
    **dict.fromkeys(("group_by", "groupby", "group", "aggregate", "distinct"), ("facets",)),
    **dict.fromkeys(("since", "from", "after", "begin", "date_from", "from_date", "start_date", "newer_than"), _FROM),
    **dict.fromkeys(("until", "to", "before", "end", "date_to", "to_date", "end_date", "older_than"), _UNTIL),
    **dict.fromkeys(
        ("date", "day", "month", "year", "when", "time", "published", "reported", "published_at", "reported_at"),
        ("reported_at", "published_at", "as_of", "first_as_of", "opened_at", "built_at"),
    ),
    **dict.fromkeys(("country", "location", "where", "region", "city"), ("place__contains", "place")),
    **dict.fromkeys(("speaker", "who", "author", "person", "said_by", "official", "voice"), _SPEAKER),
    **dict.fromkeys(("publisher", "outlet", "newspaper", "publication", "media"), _PUBLISHER),
    **dict.fromkeys(("topic", "about", "subject", "theme", "thing"), ("measure",)),
    **dict.fromkeys(("number", "amount", "quantity"), ("value",)),
    **dict.fromkeys(("type", "category"), ("kind", "verdict", "change")),
    **dict.fromkeys(("sentence", "statement"), ("quote__contains", "q")),
    "id": ("finding_id", "claim_id", "document_id", "origin_id", "voice_id", "build_id", "question_id", "source"),
    "spread": ("ratio",),
    "status": ("verdict", "polarity"),
}
# Endings that others use for `column__op`; that of a range stands for two of ours.
_ENDINGS = {
    **dict.fromkeys(("like", "ilike", "icontains", "startswith", "endswith", "search", "match"), ("contains",)),
    **dict.fromkeys(("not", "neq", "not_equal", "nin", "exclude"), ("ne",)),
    **dict.fromkeys(("null", "is_null", "exists", "empty"), ("isnull",)),
    **dict.fromkeys(("between", "range"), ("gte", "lte")),
    **dict.fromkeys(("ge", "min", "from", "since", "least"), ("gte",)),
    **dict.fromkeys(("le", "max", "to", "until", "most"), ("lte",)),
    **dict.fromkeys(("equals", "exact", "is", "iexact"), ("eq",)),
}
_BOUNDS = {"min": "gte", "max": "lte", "least": "gte", "most": "lte"}
# `ratio>=2` arrives as an argument called `ratio>`, and `filter[ratio]` names its column within brackets.
_COMPARISON = re.compile("[<>!].*")
_COMPARED = {">": "__gte", "<": "__lte", "!": "__ne"}
_BRACKETED = re.compile(r"^(?:filter|filters|where)\[(\w+)\]$")


def names_meant(name: str, known: Collection[str]) -> list[str]:
    """Return the known arguments that an unknown one may have meant, the likeliest first."""
    plain = _BRACKETED.sub(r"\1", name.lower().replace("-", "_"))
    plain = _COMPARISON.sub(lambda found: _COMPARED[found[0][0]], plain)
    said = [each for each in _said_otherwise(plain) if each in known]
    meant = said or difflib.get_close_matches(plain, known, MOST_TOLD, NEAR_ENOUGH)
    return list(dict.fromkeys(meant))[:MOST_TOLD]


def _said_otherwise(plain: str) -> Iterator[str]:
    """Give what an argument may be called here: by its whole name, by its column's, by its ending, by its bound."""
    yield plain
    yield from _ALSO_CALLED.get(plain, ())
    column, _, ending = plain.rpartition("__")
    for operator in _ENDINGS.get(ending, (ending,)) if column else ():
        for each in (column, *_ALSO_CALLED.get(column, ())):
            yield each.partition("__")[0] + ("" if operator == "eq" else f"__{operator}")
    bound, _, bounded = plain.partition("_")
    if bound in _BOUNDS:
        yield f"{bounded}__{_BOUNDS[bound]}"
    bounded, _, bound = plain.rpartition("_")
    if bound in _BOUNDS:
        yield f"{bounded}__{_BOUNDS[bound]}"
