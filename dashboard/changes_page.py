"""The page of changes: what each build opened, closed, widened, narrowed, shifted and renamed."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from analytics.reading import Snapshot
from api.payloads import list_payload, value_counts
from dashboard.numerals import count_text, ratio_text
from dashboard.paging import list_arguments, page_links
from dashboard.queries import query

Row = Mapping[str, Any]

CHANGES_A_PAGE = "100"
FILTERS = ("change__in", "q")
CHANGE_WORDS = {
    "opened": "Opened: figures stand apart that did not before",
    "widened": "Widened: figures lie further apart than before",
    "narrowed": "Narrowed: figures lie closer together than before",
    "shifted": "Shifted: another voice or figure stands at an end",
    "closed": "Closed: figures no longer stand apart",
    "renamed": "Renamed: the same two figures stand under another question",
}

STRONGEST = 5
"""Findings of the first build that are shown: all that it opened is no news."""

STRIP_FIRST, STRIP_LAST = 14, 286
STRIP_WIDTH = 300
"""Px of the strip of before and after, and of its axis."""
TICKS = {2: (1, 1.25, 1.5, 2), 4: (1, 1.5, 2, 3, 4), 8: (1, 2, 4, 8), 16: (1, 2, 4, 8, 16)}
"""How far the axis may reach, and where it has its lines then; a ratio beyond the last stands at its end."""


@dataclass(frozen=True, slots=True)
class Move:
    """Where a finding's ratio was and where it is, in px along the strip; None where it has none."""

    before: float | None
    now: float | None


@dataclass(frozen=True, slots=True)
class MoveScale:
    """The axis that all strips of the page share: from level to the ratio `widest`."""

    widest: int

    def place(self, ratio: float | None) -> float | None:
        """Give the px of a ratio along the strip."""
        if ratio is None:
            return None
        share = math.log(max(1.0, min(self.widest, ratio))) / math.log(self.widest)
        return round(STRIP_FIRST + share * (STRIP_LAST - STRIP_FIRST), 1)

    def move(self, row: Row) -> Move:
        """Place a change's two ratios; what did not move has none before."""
        former, ratio = row.get("former_ratio"), row.get("ratio")
        return Move(None if former == ratio else self.place(former), self.place(ratio))

    @property
    def lines(self) -> list[tuple[float, str]]:
        """The axis' lines: their places in px and their words."""
        return [(self.place(ratio) or 0, f"{ratio:g}×") for ratio in TICKS[self.widest]]


def has_moved(row: Row) -> bool:
    """Say whether a change has a ratio before that is not the one now: only then is there a way to draw."""
    return row.get("former_ratio") not in (None, row.get("ratio"))


def move_scale(rows: Sequence[Row]) -> MoveScale:
    """Choose the shortest axis that holds all ratios of a page that moved, or the longest there is."""
    moved = [row for row in rows if has_moved(row)]
    ratios = [row[name] for row in moved for name in ("former_ratio", "ratio") if row.get(name) is not None]
    reaching = [widest for widest in TICKS if widest >= max(ratios, default=1)]
    return MoveScale(min(reaching, default=max(TICKS)))


def ratios_told(row: Row) -> tuple[str, str]:
    """Write the ratio before and now, with a second digit where both would read alike.

    That before is empty where there was none, and where it is the same.
    """
    former, now = row.get("former_ratio"), row.get("ratio")
    if former == now:
        return "", ratio_text(now)
    told = ratio_text(former) if former is not None else "", ratio_text(now)
    if former is None or now is None or told[0] != told[1]:
        return told
    return f"{former:.2f}×", f"{now:.2f}×"


@dataclass(frozen=True, slots=True)
class FirstBuild:
    """The build that a file began with: how many findings it opened, and the strongest of them."""

    build: Row
    count: int
    strongest: Sequence[Row]


def changes_page(snapshot: Snapshot, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the page of changes shows, latest build first.

    The first build has nothing before it, so that all it holds is open: without a choice its strongest findings stand
    at the end of the list.
    """
    is_filtered = any(name in asked for name in FILTERS)
    first = None if is_filtered else snapshot.cached("first build", lambda: first_build(snapshot))
    later = {"build_id__ne": str(first.build["build_id"])} if first else {}
    payload = list_payload(snapshot, "changes", {"limit": CHANGES_A_PAGE, **later, **list_arguments(asked)})
    counts = counts_of_kinds(snapshot, asked)
    builds = snapshot.rows("select * from build order by built_at desc limit 30")
    is_last = payload["next"] is None
    rows = [*payload["data"], *(first.strongest if first and is_last else [])]
    open_questions = snapshot.rows(query("open_questions"), {"question_ids": [row["question_id"] for row in rows]})
    dates = snapshot.rows(query("change_dates"), {"finding_ids": [row["finding_id"] for row in rows]})
    return {
        "dates": {row["finding_id"]: row for row in dates},
        "groups": by_build(payload["data"]),
        "first": first if is_last else None,
        "builds": builds,
        "grown": grown(builds),
        "open_questions": {row["question_id"] for row in open_questions},
        "change_words": CHANGE_WORDS,
        "kinds": [(kind, counts[kind]) for kind in CHANGE_WORDS if kind in counts],
        "chosen_kinds": asked.get("change__in", "").split(","),
        "is_filtered": is_filtered,
        "scale": move_scale(payload["data"]),
        "strip_width": STRIP_WIDTH,
        "ratios_told": ratios_told,
        "moved": [row for row in rows if has_moved(row)],
        "asked": asked,
        "links": page_links("/changes", asked, payload["next"]),
    }


def first_build(snapshot: Snapshot) -> FirstBuild | None:
    """Read the build that the file began with and the strongest findings of it; None where the file has no build."""
    builds = snapshot.rows("select * from build order by built_at limit 1")
    if not builds:
        return None
    asked = {"build_id": builds[0]["build_id"]}
    counted: Sequence[Row] = snapshot.rows(query("opened_count"), asked)
    strongest = snapshot.rows(query("opened_at_first"), {**asked, "most": STRONGEST})
    return FirstBuild(builds[0], counted[0]["n"], strongest)


def counts_of_kinds(snapshot: Snapshot, asked: Mapping[str, str]) -> dict[str, int]:
    """Count the changes of each kind, the words that are asked for kept."""
    words = {name: value for name, value in asked.items() if name == "q"}
    counted = value_counts(snapshot, "changes", words, ["change"])
    return {str(row["value"]): int(str(row["count"])) for row in counted["change"]}


def grown(builds: Sequence[Row]) -> dict[str, str]:
    """Say of each build but the first what it has against the one before it: `6 articles added, 4 findings more`."""
    return {
        str(build["build_id"]): _sentence(
            f"{_articles_told(build, before)}, {_findings_told(build, before)} than the build before."
        )
        for build, before in pairwise(builds)
    }


def _sentence(words: str) -> str:
    return words[0].upper() + words[1:]


def _articles_told(build: Row, before: Row) -> str:
    """Say what became of the articles; a build of an older version kept only how many there were."""
    fates = [(build.get(f"documents_{fate}"), fate) for fate in ("added", "edited", "removed")]
    if all(count is None for count, _ in fates):
        return _difference(int(build["document_count"] or 0) - int(before["document_count"] or 0), "article")
    told = [(int(count), fate) for count, fate in fates if count]
    if not told:
        return "the same articles"
    first, *others = told
    return ", ".join(
        [f"{count_text(first[0], 'article')} {first[1]}", *(f"{count:,} {fate}" for count, fate in others)]
    )


def _findings_told(build: Row, before: Row) -> str:
    return _difference(int(build["finding_count"] or 0) - int(before["finding_count"] or 0), "finding")


def _difference(count: int, noun: str) -> str:
    if not count:
        return f"no more and no fewer {noun}s"
    return f"{count_text(abs(count), noun)} {'more' if count > 0 else 'fewer'}"


def by_build(rows: Sequence[Row]) -> list[tuple[Row, dict[str, list[Row]]]]:
    """Group changes by build, and within a build by kind in the order of their weight."""
    groups = []
    for _, members in groupby(rows, key=lambda row: row["build_id"]):
        listed = list(members)
        kinds = {kind: [row for row in listed if row["change"] == kind] for kind in CHANGE_WORDS}
        groups.append((listed[0], {kind: found for kind, found in kinds.items() if found}))
    return groups
