"""The page for SQL: an editor over the API's SQL door, with the saved queries and the columns of every view."""

from __future__ import annotations

from typing import Any

from analytics.list_views import LIST_VIEWS
from analytics.reading import Snapshot
from analytics.saved_queries import saved_queries

FURTHER_VIEWS = ("consensus", "definition", "hedge", "measure", "setting", "voice")
"""What the page offers beside the views that the API lists."""
FIRST_QUERY = (
    "select verdict, count(*) as findings, round(median(ratio), 2) as middle_ratio\n"
    "from finding\n"
    "group by verdict\n"
    "order by findings desc"
)


def sql_page(snapshot: Snapshot, sql: str) -> dict[str, Any]:
    """Give what the page shows; `sql` is the query that the address carries, empty for the first example."""
    stable = [listed.view for listed in LIST_VIEWS.values() if listed.view in snapshot.views]
    others = [name for name in FURTHER_VIEWS if name in snapshot.views]
    return {
        "sql": sql or FIRST_QUERY,
        "saved": list(saved_queries().values()),
        "views": [(name, snapshot.columns(name)) for name in dict.fromkeys([*stable, *others])],
    }
