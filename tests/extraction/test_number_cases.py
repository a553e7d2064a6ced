"""Sentence cases for numbers: every figure of each sentence, and nothing else, comes out as the tables say."""

import pytest

from tests.extraction.figure_notation import case_rows, differences, read_notation

LEAST_RIGHT_HELD_OUT = 0.95


@pytest.mark.parametrize(("text", "figures"), case_rows("development"))
def test_the_figures_of_a_sentence(text: str, figures: str) -> None:
    assert differences(text, read_notation(figures)) == []


def test_held_out_sentences_are_understood_as_well() -> None:
    cases = case_rows("held_out")
    right = sum(differences(text, read_notation(figures)) == [] for text, figures in cases)
    assert right / len(cases) >= LEAST_RIGHT_HELD_OUT
