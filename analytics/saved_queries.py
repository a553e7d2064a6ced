"""The queries that are kept in sql/queries: each with a title, and the parameters that it takes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "sql" / "queries"
_PARAMETER = re.compile(r"^-- \$(\w+): (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class SavedQuery:
    """One query: the first comment line is its title, `-- $name: …` describes a parameter."""

    name: str
    title: str
    parameters: Mapping[str, str]
    sql: str


@cache
def saved_queries(folder: Path = FOLDER) -> dict[str, SavedQuery]:
    """Return the queries of a folder by name, in the order of their names."""
    return {path.stem: _read(path) for path in sorted(folder.glob("*.sql"))}


def _read(path: Path) -> SavedQuery:
    sql = path.read_text(encoding="utf-8")
    title = sql.splitlines()[0].removeprefix("-- ")
    return SavedQuery(path.stem, title, dict(_PARAMETER.findall(sql)), sql)
