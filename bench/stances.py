"""`python -m bench stances FILE`: how many passages of a table give the stances, polarities and numbers expected."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from bench.cases import Case, plain, read_cases, same_span, score_cases, show_score
from extraction.model import Claim
from extraction.rules import RuleExtractor


def read_stance_cases(path: Path) -> list[Case]:
    """Read a table of passages; a row without a case name is a further expectation of the passage above it."""
    return read_cases(path, claim="words")


def stance_differences(case: Case, claims: Sequence[Claim]) -> list[str]:
    """Say in what claims differ from the passage: "missing denied it", "polarity of 40: ..."; else nothing.

    All stances must be expected ones; of the figures only those are judged that the passage names.
    """
    found: list[str] = []
    left = [claim for claim in claims if claim.kind == "stance"]
    for row in case.expected:
        if row["kind"] == "no claim":
            found += _taken(case, row["words"], claims)
        else:
            found += _judged(case, row, claims, left)
    return found + [f"unexpected {_written(case, claim)}" for claim in left]


def _written(case: Case, claim: Claim) -> str:
    return case.text[claim.char_start : claim.char_end]


def _taken(case: Case, words: str, claims: Sequence[Claim]) -> list[str]:
    spans = [_written(case, claim) for claim in claims if claim.kind == "quantity"]
    return [f"taken for a claim: {span}" for span in spans if same_span(words, span)]


def _judged(case: Case, row: dict[str, str], claims: Sequence[Claim], left: list[Claim]) -> list[str]:
    """Judge one expected stance or figure; a stance that is found is taken out of `left`."""
    stance = row["kind"] == "stance"
    among = left if stance else [claim for claim in claims if claim.kind == "quantity"]
    claim = next((c for c in among if same_span(row["words"], _written(case, c))), None)
    if claim is None:
        return [f"missing {row['words']}"]
    wrong = {"polarity": (claim.polarity, row["polarity"])}
    if stance:
        left.remove(claim)
        wrong["claimant"] = (plain(claim.claimant or ""), plain(row["claimant"]))
    if row["about"]:
        met = next((c for c in claims if c is not claim and same_span(row["about"], _written(case, c))), None)
        wrong["measure"] = (claim.measure, met.measure if met else "that of a claim")
    return [f"{name} of {row['words']}: {got}, not {want}" for name, (got, want) in wrong.items() if got != want]


@click.command(name="stances", help=__doc__)
@click.argument("path", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--show", is_flag=True, help="List the passages that come out otherwise, each with what is amiss.")
def command(path: Path, show: bool) -> None:
    """Print the score of the rule-based extractor on a table of passages."""
    cases = read_stance_cases(path)
    show_score(cases, score_cases(cases, RuleExtractor(), stance_differences), show)
