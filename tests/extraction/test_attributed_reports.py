"""Whole invented reports with the speaker of each figure: how many are credited to whom they are of."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest

from bench.claimant_forms import plain
from tests.extraction.reading import claims_in

REPORTS: Final = Path(__file__).parent / "attributed_reports"
_MARK: Final = re.compile(r"\{([^{}=]*)=([^{}]*)\}")


@dataclass
class Report:
    """A report without its marks, and for each marked figure where it stands and who says it."""

    text: str
    said: list[tuple[int, int, str | None]] = field(default_factory=list)


def reports(name: str) -> Iterator[Report]:
    """Read the reports of a file."""
    for block in (REPORTS / name).read_text(encoding="utf-8").split("== ")[1:]:
        yield _unmarked(block.split("\n", 3)[3])


def passages(name: str) -> Iterator[Report]:
    """Read the short passages of a table, one a construction by which papers attribute."""
    with (REPORTS / name).open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            yield _unmarked(row["passage"])


def _unmarked(marked: str) -> Report:
    report, read = Report(""), 0
    for mark in _MARK.finditer(marked):
        report.text += marked[read : mark.start()]
        report.said.append((len(report.text), len(report.text) + len(mark[1]), mark[2] or None))
        report.text, read = report.text + mark[1], mark.end()
    report.text += marked[read:]
    return report


def _name(claimant: str | None) -> object:
    """A claimant as it is compared: without case, accents and article."""
    return str(plain(re.sub("^(an?|its) ", "", claimant, flags=re.IGNORECASE))) if claimant else None


def wrongly_credited(report: Report) -> Iterator[str]:
    """Say of each named figure that is credited to nobody or to another, or is not found, what was expected."""
    claims = [claim for claim in claims_in(report.text) if claim.kind == "quantity"]
    for start, end, claimant in report.said:
        found = [claim.claimant for claim in claims if claim.char_start < end and start < claim.char_end]
        if claimant is not None and _name(claimant) not in [_name(one) for one in found]:
            yield f"{report.text[start:end]!r} is of {claimant!r}, not {found}"


@pytest.mark.parametrize(("name", "least"), [("development.txt", 133), ("held_out.txt", 44)])
def test_figures_are_credited_to_whom_they_are_of(name: str, least: int) -> None:
    """At least so many of the named figures of the reports are credited to who says them."""
    _expect(list(reports(name)), least)


@pytest.mark.parametrize(("name", "least"), [("read_passages.csv", 94), ("unread_passages.csv", 83)])
def test_constructions_of_attribution_are_read(name: str, least: int) -> None:
    """At least so many of the named figures of the short passages are credited to who says them."""
    _expect(list(passages(name)), least)


def _expect(read: list[Report], least: int) -> None:
    named = sum(claimant is not None for report in read for *_, claimant in report.said)
    wrong = [line for report in read for line in wrongly_credited(report)]
    assert named - len(wrong) >= least, "\n".join(wrong)
