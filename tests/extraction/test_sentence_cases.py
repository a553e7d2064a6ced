"""The extractor against two tables of sentences: one it was built with, one that nobody looked at meanwhile."""

from pathlib import Path

import pytest

from bench.cases import Case, CaseScore, differences, read_cases, score_cases
from extraction.model import Claim
from extraction.rules import RuleExtractor

CASES = Path(__file__).parent / "cases"


def scored(table: str) -> CaseScore:
    return score_cases(read_cases(CASES / table), RuleExtractor())


def test_there_are_four_hundred_cases_and_none_stands_in_both_tables() -> None:
    development, held_out = read_cases(CASES / "development.csv"), read_cases(CASES / "held_out.csv")
    texts = [case.text for case in development + held_out]
    assert len(texts) >= 400
    assert len(texts) == len(set(texts))
    assert {case.phenomenon for case in held_out} == {case.phenomenon for case in development}


def test_every_figure_of_a_case_stands_in_its_sentence_and_within_its_interval() -> None:
    for case in read_cases(CASES / "development.csv") + read_cases(CASES / "held_out.csv"):
        for row in case.expected:
            assert row["figure"] in case.text, case.name
            ends = [float(row[name] or limit) for name, limit in (("low", "-inf"), ("high", "inf"))]
            assert ends[0] <= float(row["value"] or ends[0]) <= ends[1], case.name


@pytest.mark.parametrize(("table", "floor"), [("development.csv", 0.90), ("held_out.csv", 0.84)])
def test_most_cases_come_out_as_expected_in_every_field(table: str, floor: float) -> None:
    score = scored(table)
    assert score.share >= floor, dict(list(score.amiss.items())[:10])


def test_a_case_tells_a_missing_a_wrong_and_an_unexpected_claim() -> None:
    text = "Some 40 people left and 12 stayed."
    row = {"figure": "40", "value": "40", "low": "36", "high": "44", "hedge": "about", "kind": "quantity"}
    row |= dict.fromkeys(("unit", "trend", "claimant", "counted", "place", "as_of"), "") | {"polarity": "asserted"}
    stayed = Claim("c", "d", "s", "quantity", text, 24, 26, "people", value=12, low=12, high=12, hedge="exact")
    left = Claim("c", "d", "s", "quantity", text, 5, 7, "people", value=40, low=38, high=42, hedge="stated")
    assert differences(Case("x", "about", text, [row]), [stayed]) == ["missing 40", "unexpected 12"]
    assert differences(Case("x", "about", text, [row]), [left]) == [
        "low of 40: 38, not 36",
        "high of 40: 42, not 44",
        "hedge of 40: stated, not about",
    ]
