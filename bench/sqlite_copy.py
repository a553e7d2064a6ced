"""The rows of published views in an SQLite file, indexed on the columns that a comparison filters and sorts by."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from analytics.reading import Snapshot

INDEXES = {
    "finding": ("rank", "verdict, ratio desc", "verdict, rank", "ratio"),
    "question": ("claim_count desc, question_id",),
}
KEYS = {"finding": "finding_id", "question": "question_id"}


def copy_to_sqlite(snapshot: Snapshot, target: Path) -> None:
    """Write the views of KEYS to a new SQLite file, each with its primary key and its indexes, and analyse it."""
    connection = sqlite3.connect(target)
    for view, key in KEYS.items():
        names, batches = snapshot.stream(f"select * from {view}")
        columns = ", ".join(f'"{name}"' + (" text primary key" if name == key else "") for name in names)
        connection.execute(f"create table {view}({columns})")
        marks = ", ".join("?" * len(names))
        for batch in batches:
            connection.executemany(f"insert into {view} values ({marks})", batch)
        for number, index in enumerate(INDEXES[view]):
            connection.execute(f"create index {view}_{number} on {view}({index})")
    connection.execute("analyze")
    connection.commit()
    connection.close()
