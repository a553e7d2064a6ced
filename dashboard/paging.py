"""The ways from one page of a list to the pages around it; the address carries the way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

BACK = "back"
"""The parameter of the pages' own: the tokens of the pages that were read before, the last one last."""
LONGEST_WAY = 40
CUT = "-"
"""Stands first in a way back that has grown too long to be kept whole."""


@dataclass(frozen=True, slots=True)
class PageLinks:
    """Addresses of the first page of a list, of the one before this one and of the one after it; None where none is."""

    first: str | None
    previous: str | None
    following: str | None


def list_arguments(asked: Mapping[str, str]) -> dict[str, str]:
    """Leave out what only the page reads, so that the rest are the API's parameters."""
    return {name: value for name, value in asked.items() if name != BACK}


def page_links(path: str, asked: Mapping[str, str], following: str | None, fragment: str = "") -> PageLinks:
    """Give the links around the page that `asked` names; `following` is the token of the next one."""
    token = asked.get("next")
    way = [step for step in asked.get(BACK, "").split(",") if step]

    def address(to: str | None, back: list[str]) -> str:
        kept = {name: value for name, value in asked.items() if name not in ("next", BACK)}
        kept |= ({"next": to} if to else {}) | ({BACK: ",".join(back)} if back else {})
        return f"{path}{'?' if kept else ''}{urlencode(kept, safe=',')}{fragment}"

    here = [*way, token] if token else []
    if len(here) > LONGEST_WAY:
        here = [CUT, *here[-LONGEST_WAY + 1 :]]
    is_cut = bool(way) and way[-1] == CUT
    return PageLinks(
        first=address(None, []) if token else None,
        previous=None if not token or is_cut else address(way[-1] if way else None, way[:-1]),
        following=address(following, here) if following else None,
    )
