"""`python -m bench cases FILE`: how many sentence cases of a table come out as expected, by phenomenon."""

from __future__ import annotations

import csv
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from extraction.model import Claim, Document, Extractor
from extraction.rules import RuleExtractor

PUBLISHED = "2025-03-12T09:00:00+00:00"
"""The day on which every case is said to be published; relative dates ("on Tuesday") count from it."""
NUMBERS = ("value", "low", "high")
FACTORS = ("factor", "factor_low", "factor_high")
ALWAYS_CHECKED = ("kind", "hedge", "unit", "trend", "polarity", "claimant")
"""An empty cell of these columns means that the claim has none."""
CHECKED_WHERE_GIVEN = ("counted", "place", "as_of")
"""An empty cell of these columns means that the case is about something else."""


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence and the claims that it holds; each expected claim is a row of the table, cells as text."""

    name: str
    phenomenon: str
    text: str
    expected: list[dict[str, str]] = field(default_factory=list)


def read_cases(path: Path, claim: str = "figure") -> list[Case]:
    """Read a table of cases: a row without a case name is a further claim of the case above it.

    `claim` is the column that gives the words of a claim; a row where it is empty expects none.
    """
    cases: list[Case] = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["text"]:
                cases.append(Case(row["case"], row["phenomenon"], row["text"]))
            if row[claim]:
                cases[-1].expected.append(row)
    return cases


def differences(case: Case, claims: Sequence[Claim]) -> list[str]:
    """Say in what the claims differ from the case: "missing 40", "hedge of 40: about, not stated"; else nothing."""
    found, left = [], list(claims)
    for row in case.expected:
        claim = next((c for c in left if same_span(row["figure"], case.text[c.char_start : c.char_end])), None)
        if claim is None:
            found.append(f"missing {row['figure']}")
        else:
            left.remove(claim)
            found += [f"{column} of {row['figure']}: {note}" for column, note in _wrong_cells(row, claim)]
    return found + [f"unexpected {case.text[c.char_start : c.char_end]}" for c in left]


def same_span(expected: str, found: str) -> bool:
    """Whether one of two spans of words holds the other."""
    return expected in found or found in expected


def _wrong_cells(row: dict[str, str], claim: Claim) -> Iterable[tuple[str, str]]:
    numbers = {name: getattr(claim, name) for name in NUMBERS}
    if row["hedge"] == "relative":
        relative = claim.relative_to
        numbers |= {name: relative[name] if relative else None for name in FACTORS}  # type: ignore[literal-required]
    for name, number in numbers.items():
        if not _same_number(row[name], number):
            yield name, f"{number}, not {row[name] or None}"
    for name in (*ALWAYS_CHECKED, *CHECKED_WHERE_GIVEN):
        text = getattr(claim, name) or ""
        if (row[name] or name in ALWAYS_CHECKED) and plain(text) != plain(row[name]):
            yield name, f"{text or None}, not {row[name] or None}"


def _same_number(written: str, number: float | None) -> bool:
    if not written or number is None:
        return not written and number is None
    return math.isclose(float(written), number, rel_tol=1e-6, abs_tol=1e-9)


def plain(text: str) -> str:
    """Text for comparing names: in small letters, without a leading "the"."""
    return text.casefold().removeprefix("the ")


@dataclass(slots=True)
class CaseScore:
    """How many cases of each phenomenon come out as expected, and what is amiss with the others."""

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    amiss: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """By case: its differences."""

    @property
    def share(self) -> float:
        """Share of the cases that come out as expected in every checked field."""
        return self.right.total() / self.total.total()


def score_cases(
    cases: Iterable[Case],
    extractor: Extractor,
    differences: Callable[[Case, Sequence[Claim]], list[str]] = differences,
) -> CaseScore:
    """Run the extractor over each case as a document of its own; `differences` says what is amiss with its claims."""
    score = CaseScore()
    for case in cases:
        document = Document(case.name, "The Case Book", case.text, published_at=PUBLISHED)
        found = differences(case, list(extractor.extract([document])))
        score.total[case.phenomenon] += 1
        score.right[case.phenomenon] += not found
        if found:
            score.amiss[case.name] = found
    return score


def _table(score: CaseScore) -> Table:
    table = Table(title=f"{score.right.total()} of {score.total.total()} cases as expected ({score.share:.1%})")
    table.add_column("phenomenon")
    table.add_column("as expected", justify="right")
    for phenomenon, total in score.total.items():
        table.add_row(phenomenon, f"{score.right[phenomenon]} of {total}")
    return table


@click.command(name="cases", help=__doc__)
@click.argument("path", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--show", is_flag=True, help="List the cases that come out otherwise, each with what is amiss.")
def command(path: Path, show: bool) -> None:
    """Print the score of the rule-based extractor on a table of cases."""
    cases = read_cases(path)
    show_score(cases, score_cases(cases, RuleExtractor()), show)


def show_score(cases: Iterable[Case], score: CaseScore, show: bool) -> None:
    """Print a score by phenomenon and, where `show` is set, each case that comes out otherwise."""
    console = Console()
    console.print(_table(score))
    for case in cases if show else ():
        if notes := score.amiss.get(case.name):
            console.print(f"{case.name} ({case.phenomenon}) {case.text}\n     {'; '.join(notes)}", markup=False)
