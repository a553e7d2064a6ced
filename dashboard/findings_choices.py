"""The filters of the findings page: each with its choices, and how many findings each choice leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from analytics.reading import Snapshot
from api.payloads import list_payload
from dashboard.confidence import CONFIDENCE_CHOICES, LEAST_CONFIDENCE
from dashboard.events_page import EVENT
from dashboard.findings_filters import (
    BOUNDED,
    WITH_UNSURE,
    FilterChoice,
    counts_of_choices,
    counts_of_values,
    other_filters,
    spread_choice,
)
from dashboard.numerals import date_text
from dashboard.surety_words import PROBABLE_FROM, SURE_FROM
from dashboard.verdict_words import VERDICTS

Row = Mapping[str, Any]

MOST_SOURCES, LONGEST_NAME = 20, 120
LISTS = {"measure": "Measure", "actor": "Who it is about", "place": "Place"}
CHOICES: dict[str, tuple[str, dict[str, str]]] = {
    "ratio__gte": ("Spread", {"1.5": "1.5× or more", "2": "2× or more", "3": "3× or more", "10": "10× or more"}),
    "independent_voices__gte": ("Voices", {"3": "3 or more", "5": "5 or more", "10": "10 or more"}),
    "robustness__contains": (
        "Robustness",
        {"holds without any one source": "holds without any one source", "ends without": "ends without one source"},
    ),
    LEAST_CONFIDENCE: ("Confidence of reading", CONFIDENCE_CHOICES),
    "surety__gte": ("Same question", {str(SURE_FROM): "sure", str(PROBABLE_FROM): "sure or fairly sure"}),
}
"""Filters with a few choices each: the API's parameter, its heading, and each choice's value and words."""
DATES = {
    "opened_at__gte": "Opened since",
    "opened_at__lte": "Opened until",
    "moved_at__gte": "Latest report since",
    "moved_at__lte": "No report after",
}
RECENT = tuple(name for name in DATES if name.endswith("gte"))
STRETCHES = {"last week": 7, "month": 30, "year": 365}
"""Stretches of time that the dates offer, in days."""
SOURCES = {"sources__contains": "Source", "end_sources__contains": "Source at one end"}
"""Filters by a publisher: whether it carries any answer to the question, or one of the two that lie furthest apart."""
FOLDED = (*SOURCES, *CHOICES, *DATES, *BOUNDED)
"""Filters that stand behind "More filters" until one of them is used."""
SORTS = {
    "": "Severity",
    "-ratio": "Spread, widest first",
    "-independent_voices": "Voices, most first",
    "-claim_count": "Claims, most first",
    "-moved_at": "Latest report first",
}


def findings_choices(snapshot: Snapshot, asked: Mapping[str, str]) -> dict[str, Any]:
    """Count the findings behind each choice of a filter, all other filters kept: all choices by one query."""
    values = counts_of_values(snapshot, asked, ["verdict", *LISTS])
    sources, last = _sources(snapshot), _last_move(snapshot)
    recent = _recent_days(last)
    counts = counts_of_choices(snapshot, asked, _offered(asked, sources, recent))
    return {
        **_verdicts(asked, values["verdict"]),
        "lists": [(name, title, values[name]) for name, title in LISTS.items()],
        "choices": [
            (name, title, [(value, text, counts[name, value]) for value, text in words.items()])
            for name, (title, words) in CHOICES.items()
        ],
        "spread": spread_choice(asked),
        "kept": {name: asked[name] for name in (*BOUNDED, *WITH_UNSURE, EVENT) if name in asked},
        "sources": [
            (name, title, [(source, counts[name, source]) for source in sources]) for name, title in SOURCES.items()
        ],
        **_dates(asked, recent, counts),
        "recent_until": date_text(last) if last else "",
        "is_unfolded": any(name in asked for name in FOLDED),
        "sorts": SORTS,
    }


def _offered(asked: Mapping[str, str], sources: Sequence[str], recent: Mapping[str, str]) -> list[FilterChoice]:
    """List all choices that are counted, each once."""
    offered = [
        *((name, value) for name, (_, words) in CHOICES.items() for value in words),
        *((name, source) for name in SOURCES for source in sources),
        *((name, asked[name]) for name in DATES if name in asked),
        *((name, day) for name in RECENT for day in recent.values()),
    ]
    return list(dict.fromkeys(offered))


def _verdicts(asked: Mapping[str, str], counted: Sequence[Row]) -> dict[str, Any]:
    """Give the verdicts that some finding has or that are chosen."""
    counts = {str(row["value"]): int(row["count"]) for row in counted}
    chosen = asked.get("verdict__in", "").split(",")
    shown = [(name, counts.get(name, 0)) for name in VERDICTS if counts.get(name) or name in chosen]
    return {"verdicts": shown, "chosen_verdicts": chosen}


def _dates(asked: Mapping[str, str], recent: Mapping[str, str], counts: Mapping[FilterChoice, int]) -> dict[str, Any]:
    """Give the dates that can be asked for, and the stretches of time that are offered for them."""
    return {
        "dates": DATES,
        "date_counts": {name: counts[name, asked[name]] for name in DATES if name in asked},
        "recent": {
            name: [(words, _since(asked, name, day), counts[name, day]) for words, day in recent.items()]
            for name in RECENT
        },
    }


def _last_move(snapshot: Snapshot) -> str | None:
    """Read the day of the last move in the file; None where none is dated."""
    asked = "select max(moved_at)[:10] as day from finding"
    last = snapshot.cached("last move", lambda: snapshot.rows(asked))[0]["day"]
    return None if last is None else str(last)


def _recent_days(last: str | None) -> dict[str, str]:
    """Offer stretches of time before the last move in the file: their words, and the day that each begins.

    They count from the file's own last day, so that an older corpus has its last week too.
    """
    if last is None:
        return {}
    return {words: str(date.fromisoformat(last) - timedelta(days=length)) for words, length in STRETCHES.items()}


def _since(asked: Mapping[str, str], name: str, day: str) -> str:
    """Give the address of the list of what happened since a day, all other filters kept."""
    return f"/?{urlencode({**other_filters(asked, name.partition('__')[0]), name: day})}#findings"


def _sources(snapshot: Snapshot) -> list[str]:
    """Read the publishers with most claims; what is no name by its length is no choice."""
    payload = list_payload(snapshot, "sources", {"sort": "-claim_count", "limit": str(MOST_SOURCES)})
    return [str(row["source"]) for row in payload["data"] if len(str(row["source"])) <= LONGEST_NAME]
