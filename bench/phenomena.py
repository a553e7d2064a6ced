"""Precision, recall and F1 of claims by what is special about them, with the cases that went amiss.

A claim belongs to one hedge class and shows several phenomena: it is written in words, is money, is denied. What the
corpus has counts for recall, what was found for precision, each by its own fields.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

Row = dict[str, object]
HEDGE, PHENOMENON, CONFIDENCE = "hedge class", "phenomenon", "confidence"
Group = tuple[str, str]
"""One of the three above, and which of it."""

_DIGITS_AND_SCALE = re.compile(r"\d\s?[a-z]+$", re.IGNORECASE)
_CURRENCY = re.compile(r"[A-Z]{3}")
_SHARES = frozenset(("percent", "percentage point"))
PHENOMENA: Mapping[str, Callable[[Row, str], bool]] = {
    "in digits": lambda _, written: written[-1:].isdigit(),
    "in digits with a scale word": lambda _, written: bool(_DIGITS_AND_SCALE.search(written)),
    "in words": lambda _, written: not any(map(str.isdigit, written)),
    "a count": lambda row, _: row.get("unit") is None,
    "money": lambda row, _: bool(_CURRENCY.fullmatch(str(row.get("unit")))),
    "percent": lambda row, _: row.get("unit") in _SHARES,
    "another unit": lambda row, _: str(row.get("unit") or "").islower() and row["unit"] not in _SHARES,
    "a change": lambda row, _: row.get("trend") is not None,
    "denied": lambda row, _: row.get("polarity") == "denied",
    "unconfirmed": lambda row, _: row.get("polarity") == "unconfirmed",
    "expected": lambda row, _: row.get("polarity") == "expected",
    "said by somebody": lambda row, _: row.get("claimant") is not None,
    "in the publisher's voice": lambda row, _: row.get("claimant") is None,
    "with a place": lambda row, _: row.get("place") is not None,
    "said again": lambda row, _: row.get("restates") is not None,
    "in the place of another": lambda row, _: row.get("replaces") is not None,
}
"""Whether a claim of a figure shows a phenomenon, by its row and by the figure as written."""
_TITLES = {HEDGE: "by hedge class, value and interval alike", PHENOMENON: "by phenomenon, of equal value"}


class Case(NamedTuple):
    """A claim that was missed, is not in the corpus or has other bounds: what was expected and found, and where."""

    groups: tuple[Group, ...]
    told: str
    place: str


@dataclass
class Tally:
    """How many claims of a group the corpus has and how many were found; of both, how many the other side has too."""

    expected: int = 0
    recalled: int = 0
    found: int = 0
    confirmed: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that the corpus has; 0 where nothing was found."""
        return self.confirmed / max(self.found, 1)

    @property
    def recall(self) -> float:
        """Share of what the corpus has that was found; 0 where it has nothing."""
        return self.recalled / max(self.expected, 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of both; 0 where one of them is."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Phenomena:
    """The tallies of all groups, and the cases that went amiss."""

    tallies: defaultdict[Group, Tally] = field(default_factory=lambda: defaultdict(Tally))
    cases: list[Case] = field(default_factory=list)

    def add_expected(self, row: Row, written: str, is_matched: bool, is_strict: bool) -> None:
        """Count a claim of the corpus, `written` in its text so, and whether it was found, with its bounds too."""
        for group in groups_of(row, written):
            self.tallies[group].expected += 1
            self.tallies[group].recalled += is_strict if group[0] == HEDGE else is_matched

    def add_found(self, row: Row, written: str, is_matched: bool, is_strict: bool) -> None:
        """Count a claim that was found, and whether the corpus has it, with its bounds too."""
        sureness = [(CONFIDENCE, str(row.get("confidence")))] if row["kind"] == "quantity" else []
        for group in (*groups_of(row, written), *sureness):
            self.tallies[group].found += 1
            self.tallies[group].confirmed += is_strict if group[0] == HEDGE else is_matched

    def worst(self, kind: str) -> list[tuple[str, Tally]]:
        """Give the groups of a kind, those of least F1 first, larger ones before smaller."""
        of_kind = [(name, tally) for (its_kind, name), tally in self.tallies.items() if its_kind == kind]
        if kind == PHENOMENON:  # what the corpus never shows, it may not have annotated
            of_kind = [(name, tally) for name, tally in of_kind if tally.expected]
        return sorted(of_kind, key=lambda pair: (pair[1].f1, -pair[1].expected, pair[0]))


def groups_of(row: Row, written: str) -> tuple[Group, ...]:
    """Name the hedge class of a figure and every phenomenon that it shows; of a stance, what it does."""
    if row["kind"] == "stance":
        return ((PHENOMENON, f"a stance, {row['polarity']}"),)
    shown = ((PHENOMENON, name) for name, shows in PHENOMENA.items() if shows(row, written))
    return ((HEDGE, str(row.get("hedge"))), *shown)


def show_phenomena(score: Phenomena, console: Console, most: int) -> None:
    """Print the hedge classes and phenomena, the worst first, the confidence, and up to `most` cases of each group."""
    for kind, title in _TITLES.items():
        table = Table(kind, "expected", "found", "precision", "recall", "F1", title=f"{title}, worst first")
        for name, tally in score.worst(kind):
            rates = (f"{rate:.3f}" for rate in (tally.precision, tally.recall, tally.f1))
            table.add_row(name, str(tally.expected), str(tally.found), *rates)
        console.print(table)
    _show_confidence(score, console)
    for heading, cases in _worst_cases(score):
        console.print(f"\n{heading}: {len(cases)}", style="bold")
        for case in cases[:most]:
            console.print(f"  {case.told}\n    {case.place}", highlight=False, markup=False)


def _show_confidence(score: Phenomena, console: Console) -> None:
    table = Table(CONFIDENCE, "found", "in the corpus", title="how often a figure is right, by its confidence")
    for name, tally in sorted(score.worst(CONFIDENCE), reverse=True):
        table.add_row(name, str(tally.found), f"{tally.precision:.3f}")
    console.print(table)


def _worst_cases(score: Phenomena) -> Iterator[tuple[str, list[Case]]]:
    """Give each case once, under the group of least F1 that it belongs to; the worst groups come first."""
    left = score.cases
    ranked = [((kind, name), tally) for kind in _TITLES for name, tally in score.worst(kind)]
    for group, tally in sorted(ranked, key=lambda pair: pair[1].f1):
        cases = [case for case in left if group in case.groups]
        left = [case for case in left if group not in case.groups]
        if cases:
            yield f"{group[0]} {group[1]}, F1 {tally.f1:.3f}, cases", cases
