"""What the words of the method mean, as the published file tells it."""

from __future__ import annotations

from analytics.reading import Snapshot

Definitions = dict[str, dict[str, str]]


def read_definitions(snapshot: Snapshot) -> Definitions:
    """Read the meaning of each term by kind (`word`, `verdict`, `scope note`), once a build."""
    return snapshot.cached("definitions", lambda: _read(snapshot))


def _read(snapshot: Snapshot) -> Definitions:
    told: Definitions = {"word": {}, "verdict": {}, "scope note": {}}
    for row in snapshot.rows("select kind, term, meaning from definition order by position"):
        told.setdefault(str(row["kind"]), {})[str(row["term"])] = str(row["meaning"])
    return told
