"""What helps where a query on the published file names what is not there, or finds no row."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from analytics.enumeration import enumerated
from analytics.model_order import models_in_order
from analytics.near_names import SHARED_NAMES, nearest_name
from analytics.reading import Snapshot

NO_COLUMN = re.compile(r'(?:Referenced column|does not have a column named) "([^"]+)"')
NO_TABLE = re.compile(r"Table with name (\S+) does not exist")
NO_ROW_OF_ITSELF = re.compile(r"can't be cast to the destination type STRUCT\(")
WRITES = re.compile(r"attached in read-only mode|Can only (?:delete from|update|insert into) ")
COMPARED = re.compile(r"\b(\w+)\s*=\s*'([^']+)'")
NEAR_ENOUGH = 0.6
MOST_OFFERED = 3


def remedy(snapshot: Snapshot, statement: str, complaint: str) -> str:
    """Say which name was meant and how to see all, for DuckDB's complaint about a statement; else nothing."""
    if found := NO_TABLE.search(complaint):
        near = _near(found[1], published_views() & snapshot.views.keys())[:1]
        return f"There is no view {found[1]}{_meant(near)} `show tables` lists all."
    if WRITES.search(complaint):
        return (
            "A published file is only read: `rashomon build` makes another, and `copy (select …) to 'rows.csv'` "
            "takes rows out."
        )
    named = _views_in(snapshot, statement)
    if found := NO_COLUMN.search(complaint):
        return _no_column(snapshot, found[1], named)
    if NO_ROW_OF_ITSELF.search(complaint):
        told = [each for each, _ in COMPARED.findall(statement) if each in named]
        return f"{told[0]} is a view here, and none of its columns: {_to_see(told)}" if told else ""
    return ""


def why_no_rows(snapshot: Snapshot, statement: str) -> str:
    """Say of a query without rows which value that it asks for no row has, and which is near."""
    told = [
        _no_value(snapshot, view, column, value)
        for column, value in COMPARED.findall(statement)
        for view in _views_in(snapshot, statement)[:1]
        if column in SHARED_NAMES and column in _columns(snapshot, view)
    ]
    return " ".join(["No row fits.", *filter(None, told)])


def published_views() -> frozenset[str]:
    """Return the names of the views that are stable."""
    return frozenset(model.name for model in models_in_order() if model.is_public)


def _no_column(snapshot: Snapshot, name: str, named: list[str]) -> str:
    own = _near(name, [column for view in named for column in _columns(snapshot, view)])
    elsewhere = [
        f"{column} of {view}"
        for view in ("claim", "finding", "question", "document")
        if view not in named and view in snapshot.views
        for column in _near(name, _columns(snapshot, view))[:1]
    ]
    views = enumerated(named) if named else "the query's views"
    return f"There is no column {name} in {views}{_meant(own or elsewhere)} {_to_see(named)}".strip()


def _no_value(snapshot: Snapshot, view: str, column: str, value: str) -> str:
    near = nearest_name(snapshot, view, column, value)
    if near == value:
        return ""
    meant = f"did you mean '{near}'? " if near else ""
    return f"No {view} has {column} = '{value}'; {meant}`from {view} select distinct {column}` lists what there is."


def _views_in(snapshot: Snapshot, statement: str) -> list[str]:
    """Return the views that a statement reads, in its order."""
    words = re.findall(r"\b(?:from|join)\s+(\w+)", statement, re.IGNORECASE)
    return [word for word in dict.fromkeys(words) if word in snapshot.views]


def _columns(snapshot: Snapshot, view: str) -> list[str]:
    return [column.name for column in snapshot.columns(view)]


def _near(name: str, known: Iterable[str]) -> list[str]:
    """Return the names most like one; first those that hold it whole: `voice_affiliation` for `affiliation`."""
    names = list(dict.fromkeys(known))
    whole = [each for each in names if len(name) > MOST_OFFERED and name.lower() in each]
    return list(dict.fromkeys([*whole, *get_close_matches(name.lower(), names, MOST_OFFERED, NEAR_ENOUGH)]))[
        :MOST_OFFERED
    ]


def _meant(near: list[str]) -> str:
    return f"; did you mean {enumerated(near, 'or')}?" if near else "."


def _to_see(views: list[str]) -> str:
    """Say how to see the columns of views."""
    shown = enumerated([f"`describe {view}`" for view in views]) if views else ""
    return f"{shown} {'lists' if len(views) == 1 else 'list'} the columns." if shown else ""
