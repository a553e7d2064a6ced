"""The page about the method: the definitions as the published file itself holds them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from analytics.reading import Row, Snapshot
from dashboard.definitions import read_definitions
from dashboard.queries import query
from dashboard.worked_pair import worked_pair

MOST_ROWS = 200
TABLES = {
    "setting": "Thresholds",
    "hedge": "What hedges allow",
    "vague_word": "What vague words allow",
    "measure": "Measures",
    "severity_weight": "What makes a finding severe",
    "question_feature": "What puts claims into one question",
}


@dataclass(frozen=True, slots=True)
class ShownTable:
    """One table of the file as the page shows it: columns with their comments, and its first rows."""

    name: str
    title: str
    columns: list[tuple[str, str]]
    rows: list[Row]
    is_cut: bool

    @property
    def numbers(self) -> set[str]:
        """Columns of numbers, whose headings stand to the right as the numbers do."""
        return {name for name, _ in self.columns if _is_of_numbers(self.rows, name)}


def _is_of_numbers(rows: list[Row], name: str) -> bool:
    told = [row[name] for row in rows if row[name] is not None]
    return bool(told) and all(
        isinstance(value, int | float | Decimal) and not isinstance(value, bool) for value in told
    )


def method_page(snapshot: Snapshot) -> dict[str, Any]:
    """Give what the page about the method shows, all read from the file."""
    return {
        "definitions": read_definitions(snapshot),
        "tables": [_table(snapshot, name, title) for name, title in TABLES.items()],
        "worked": snapshot.cached("worked pair", lambda: worked_pair(snapshot)),
        "contradiction_ratio": snapshot.settings.get("contradiction_ratio"),
        "completeness": snapshot.cached("completeness", lambda: snapshot.rows(query("completeness"))),
        "rejected": snapshot.rows(query("rejected_rules")),
    }


def _table(snapshot: Snapshot, name: str, title: str) -> ShownTable:
    columns = [(column.name, column.comment or "") for column in snapshot.columns(name)]
    rows = snapshot.rows(query("whole_table").replace("$name", name), {"most": MOST_ROWS + 1})
    return ShownTable(name, title, columns, rows[:MOST_ROWS], len(rows) > MOST_ROWS)
