"""The pages' questions to the published file: plain SQL, one file each, as the page shows it under "View the SQL"."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def query(name: str) -> str:
    """Give the text of `dashboard/queries/<name>.sql`; its `$names` are bound when it runs."""
    return (Path(__file__).parent / f"{name}.sql").read_text(encoding="utf-8")
