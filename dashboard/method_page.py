"""The page about the method: the definitions as the published file itself holds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from analytics.reading import Row, Snapshot
from dashboard.definitions import read_definitions
from dashboard.queries import query
from dashboard.worked_pair import worked_pair

MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class Told:
    """How a table of the file is told: its heading, what it decides, and the order of its rows.

    `is_open` tables are short and read by everybody; the others wait folded.
    """

    title: str
    decides: str
    order: str = "rowid"
    is_open: bool = False


TABLES = {
    "hedge": Told("What hedges allow", "How far a figure may reach, by the words around it.", is_open=True),
    "severity_weight": Told(
        "What makes a finding severe",
        "Each part counts as often as its weight says; the sum ranks the list.",
        is_open=True,
    ),
    "setting": Told("Thresholds", "Every other number that decides, with what it decides."),
    "vague_word": Told("What vague words allow", "What “dozens” or “several” may stand for."),
    "measure": Told("Measures", "What is counted, by its common name, and how it behaves over time."),
    "question_feature": Told(
        "What puts claims into one question",
        "Above zero speaks for two claims answering one question, below zero against it.",
        "weight desc",
    ),
    "event_feature": Told(
        "What makes two articles tell of one event",
        "Above zero speaks for two articles of one story telling of one event, below zero against it.",
        "weight desc",
    ),
    "voice_feature": Told(
        "What makes two names one voice",
        "Above zero speaks for two names in one event being one voice, below zero against it.",
        "weight desc",
    ),
}


@dataclass(frozen=True, slots=True)
class ShownTable:
    """One table of the file as the page shows it: columns with their comments, and its first rows."""

    name: str
    told: Told
    row_count: int
    columns: list[tuple[str, str]]
    rows: list[Row]

    @property
    def is_cut(self) -> bool:
        """Whether the table has more rows than are shown."""
        return self.row_count > len(self.rows)

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
        "tables": [_table(snapshot, name, told) for name, told in TABLES.items()],
        "worked": snapshot.cached("worked pair", lambda: worked_pair(snapshot)),
        "contradiction_ratio": snapshot.settings.get("contradiction_ratio"),
        "completeness": snapshot.cached("completeness", lambda: snapshot.rows(query("completeness"))),
        "rejected": snapshot.rows(query("rejected_rules")),
    }


def _table(snapshot: Snapshot, name: str, told: Told) -> ShownTable:
    columns = [(column.name, column.comment or "") for column in snapshot.columns(name)]
    asked = query("whole_table").replace("$name", name).replace("$order", told.order)
    counted: Sequence[Mapping[str, Any]] = snapshot.rows(f"select count(*) as n from {name}")  # noqa: S608 - our names
    return ShownTable(name, told, counted[0]["n"], columns, snapshot.rows(asked, {"most": MOST_ROWS}))
