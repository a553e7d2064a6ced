"""Sentence cases for numbers: every figure of each sentence, and nothing else, comes out as the tables say."""

import pytest

from tests.extraction.figure_notation import case_rows, differences, read_notation

LEAST_RIGHT_HELD_OUT = {"held_out": 0.95, "market_held_out": 0.85}


@pytest.mark.parametrize(("text", "figures"), case_rows("development") + case_rows("market_development"))
def test_the_figures_of_a_sentence(text: str, figures: str) -> None:
    assert differences(text, read_notation(figures)) == []


@pytest.mark.parametrize("table", LEAST_RIGHT_HELD_OUT)
def test_held_out_sentences_are_understood_as_well(table: str) -> None:
    cases = case_rows(table)
    right = sum(differences(text, read_notation(figures)) == [] for text, figures in cases)
    assert right / len(cases) >= LEAST_RIGHT_HELD_OUT[table]
