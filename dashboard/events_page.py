"""The list of events: what the articles tell of, and in which of it sources disagree, what is in dispute first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from analytics.reading import Snapshot
from api.payloads import list_payload, value_counts
from dashboard.meant_names import meant_names
from dashboard.numerals import date_text
from dashboard.paging import list_arguments, page_links
from dashboard.queries import query
from dashboard.verdict_words import verdict_counts

Row = Mapping[str, Any]

EVENT = "event_id"
"""The parameter by which findings and questions of one event are chosen."""
QUARTER_PARTS = 5
"""Names in the place of a town's quarter: quarter, town, county, state, country."""
EVENTS_A_PAGE = "50"
SORTS = {
    "": "In dispute first",
    "-last_published_at": "Latest article first",
    "-finding_count": "Disputes, most first",
    "-widest_ratio": "Spread, widest first",
    "-document_count": "Articles, most first",
}
CHOOSING = ("q", "verdict__in", "place", "sources__contains")
"""Parameters that choose events, and not only their order."""


def events_page(snapshot: Snapshot, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the list shows for its address's parameters, which are the API's own."""
    if asked:
        return _made(snapshot, asked)
    return snapshot.cached("events page", lambda: _made(snapshot, asked))


def _made(snapshot: Snapshot, asked: Mapping[str, str]) -> dict[str, Any]:
    arguments = {"limit": EVENTS_A_PAGE, **list_arguments(asked), "total": "true"}
    payload = list_payload(snapshot, "events", arguments)
    choices = {name: value for name, value in asked.items() if name in CHOOSING}
    counts = value_counts(snapshot, "events", choices, ["verdict", "place"])
    return {
        "counts": snapshot.cached("event counts", lambda: snapshot.rows(query("event_counts"))[0]),
        "events": payload["data"],
        "total": payload["meta"]["total"],
        "meant": [] if payload["data"] else meant_names(snapshot, "events", asked, "/events"),
        "leads": event_leads(snapshot, payload["data"]),
        "verdict_counts": verdict_counts(counts["verdict"]),
        "places": [row for row in counts["place"] if row["value"] is not None],
        "sorts": SORTS,
        "is_chosen": any(name in asked for name in CHOOSING),
        "asked": asked,
        "sql": payload["meta"]["sql"],
        "links": page_links("/events", asked, payload["next"]),
    }


def event_leads(snapshot: Snapshot, events: Sequence[Row]) -> dict[str, Row]:
    """Read the first finding of each event that has one: its question, both sides, whether it is unsure."""
    asked = {"event_ids": [str(event["event_id"]) for event in events]}
    return {str(row["event_id"]): row for row in snapshot.rows(query("event_leads"), asked)}


def event_titles(snapshot: Snapshot, rows: Iterable[Row]) -> dict[str, str]:
    """Read what the events are called that some findings or questions are of."""
    event_ids = sorted({str(row["event_id"]) for row in rows if row["event_id"] is not None})
    found = snapshot.rows(query("event_titles"), {"event_ids": event_ids}) if event_ids else []
    return {str(row["event_id"]): str(row["title"]) for row in found}


def naming_the_event(snapshot: Snapshot, sentence: str, asked: Mapping[str, str]) -> str:
    """Put the name of the event that is asked for into the sentence that says what a list holds, for its id."""
    title = event_titles(snapshot, [asked]).get(asked[EVENT]) if EVENT in asked else None
    return sentence.replace(f"of event {asked[EVENT]}", f"of the event “{title}”") if title else sentence


def address_of_event(event_id: str) -> str:
    """Give the address of an event's page."""
    return f"/events/{event_id}"


def place_words(place: str | None) -> str:
    """Write a place as news does, a quarter with its town, without county and country: `Nashville, Tennessee`."""
    parts = (place or "").split(" < ")
    told = [parts[0], *parts[1:2], *parts[-2:-1]] if len(parts) >= QUARTER_PARTS else [parts[0], *parts[1:][-2:][:1]]
    return ", ".join(dict.fromkeys(told))


def dates_of(event: Row) -> str:
    """Write from when to when an event's articles came: `20 Jul to 3 Aug 2025`, one day once."""
    if not event["first_published_at"]:
        return "undated"
    begun, ended = date_text(event["first_published_at"]), date_text(event["last_published_at"])
    return begun if begun == ended else f"{begun.removesuffix(' ' + ended[-4:])} to {ended}"
