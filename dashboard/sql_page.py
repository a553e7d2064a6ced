"""The page for SQL: an editor over the API's SQL door, with the saved queries and the columns of every view."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from analytics.list_views import LIST_VIEWS
from analytics.reading import Row, Snapshot
from analytics.saved_queries import SavedQuery, saved_queries
from dashboard.queries import query

FURTHER_VIEWS = ("consensus", "definition", "hedge", "measure", "setting", "voice")
"""What the page offers beside the views that the API lists."""
FIRST_QUERY = (
    "select verdict, count(*) as findings, round(median(ratio), 2) as middle_ratio\n"
    "from finding\n"
    "group by verdict\n"
    "order by findings desc"
)
CHOICES = {name: query(f"choices_{name}") for name in ("question_id", "source", "day")}
"""For each parameter that a saved query takes: the values that the page offers, the one it is opened with first."""
MOST_CHOICES = 30


def sql_page(snapshot: Snapshot, sql: str, saved_name: str = "") -> dict[str, Any]:
    """Give what the page shows.

    `sql` is the query that the address carries, empty for the first example; `saved_name` names a saved one instead.
    """
    known, choices = saved_queries(), parameter_choices(snapshot)
    saved = known.get(saved_name)
    stable = [listed.view for listed in LIST_VIEWS.values()]
    return {
        "sql": saved.sql if saved else sql or FIRST_QUERY,
        "saved": [(each, address_of_saved(each, choices)) for each in known.values()],
        "asked_for": saved.parameters if saved else {},
        "choices": choices,
        "views": [(name, snapshot.columns(name)) for name in dict.fromkeys([*stable, *FURTHER_VIEWS])],
    }


def parameter_choices(snapshot: Snapshot) -> dict[str, list[Row]]:
    """Read what each parameter of the saved queries may be: rows of a value and words for it."""
    return snapshot.cached(
        "choices of parameters",
        lambda: {name: snapshot.rows(asked, {"most": MOST_CHOICES}) for name, asked in CHOICES.items()},
    )


def address_of_saved(saved: SavedQuery, choices: Mapping[str, list[Row]]) -> str:
    """Give the address that opens a saved query, with the first value that there is for each of its parameters."""
    values = {name: choices[name][0]["value"] for name in saved.parameters if choices.get(name)}
    asked = {"saved": saved.name} | ({"params": json.dumps(values)} if values else {})
    return f"/sql?{urlencode(asked)}"
