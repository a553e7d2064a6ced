"""Where a list is empty because no row has a name that was asked for: the names that are near, as links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from analytics.near_names import UnknownName
from analytics.reading import Snapshot
from api.payloads import names_unknown
from dashboard.paging import list_arguments


@dataclass(frozen=True, slots=True)
class MeantName:
    """A name that no row has, what it was asked for as, and the near ones, each with the address of its list."""

    what: str
    name: str
    near: list[tuple[str, str]]


def meant_names(snapshot: Snapshot, list_name: str, asked: Mapping[str, str], path: str) -> list[MeantName]:
    """Give the unknown names of a page's choice with the ways to those that are near; only those that have some."""
    arguments = list_arguments(asked)
    unknown = names_unknown(snapshot, list_name, arguments)
    return [_meant(each, arguments, path) for each in unknown if each.near]


def _meant(unknown: UnknownName, arguments: Mapping[str, str], path: str) -> MeantName:
    left_out = {unknown.parameter, "next", "q"} if unknown.parameter not in arguments else {unknown.parameter, "next"}
    kept = {name: value for name, value in arguments.items() if name not in left_out}
    near = [(_shown(name), f"{path}?{urlencode({**kept, unknown.column: name})}") for name in unknown.near]
    return MeantName(unknown.column.replace("_", " "), _shown(unknown.name), near)


def _shown(name: str) -> str:
    """Write a name as pages do: a place with what it lies in between commas, a measure in words."""
    return name.replace(" < ", ", ").replace("_", " ")
