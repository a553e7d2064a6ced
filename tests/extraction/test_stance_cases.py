"""Stances, moods and idle numbers against two tables of passages: one for building, one looked at by its score only."""

from pathlib import Path

import pytest

from bench.cases import Case, score_cases
from bench.stances import read_stance_cases, stance_differences
from extraction.model import Claim
from extraction.rules import RuleExtractor

CASES = Path(__file__).parent / "stance_cases"


def test_the_tables_share_no_passage_and_name_words_of_theirs() -> None:
    tables = [read_stance_cases(CASES / f"{name}.csv") for name in ("development", "held_out")]
    texts = [case.text for table in tables for case in table]
    assert len(texts) == len(set(texts))
    assert {case.phenomenon for case in tables[0]} == {case.phenomenon for case in tables[1]}
    for case in [case for table in tables for case in table]:
        for row in case.expected:
            assert row["words"] in case.text, case.name
            assert row["about"] in case.text, case.name


@pytest.mark.parametrize(("table", "floor"), [("development.csv", 0.94), ("held_out.csv", 0.82)])
def test_most_passages_come_out_as_expected(table: str, floor: float) -> None:
    score = score_cases(read_stance_cases(CASES / table), RuleExtractor(), stance_differences)
    assert score.share >= floor, dict(list(score.amiss.items())[:10])


def test_a_passage_tells_a_wrong_polarity_a_taken_number_and_an_unexpected_stance() -> None:
    text = "Two aides denied that 40 had died."
    rows = [
        {"kind": "figure", "words": "40", "polarity": "denied", "claimant": "", "about": ""},
        {"kind": "no claim", "words": "Two", "polarity": "", "claimant": "", "about": ""},
    ]
    aides = Claim("a", "d", "s", "quantity", text, 0, 3, "aides", value=2, low=2, high=2, hedge="exact")
    dead = Claim("b", "d", "s", "quantity", text, 22, 24, "deaths", value=40, low=38, high=42, hedge="stated")
    stance = Claim("c", "d", "s", "stance", text, 10, 21, "deaths", polarity="denied")
    assert stance_differences(Case("x", "denied", text, rows), [aides, dead, stance]) == [
        "polarity of 40: asserted, not denied",
        "taken for a claim: Two",
        "unexpected denied that",
    ]
