"""Who says what across sentences: passages that it was built with, and as many that nobody looked at meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.passages import read_passages, score_passages
from tests.extraction.reading import extractor

PASSAGES = Path(__file__).parent / "passages"


@pytest.mark.parametrize(("file", "floor"), [("development.txt", 0.88), ("held_out.txt", 0.80)])
def test_most_figures_and_stances_get_their_claimant_and_polarity(file: str, floor: float) -> None:
    right, lines, wrong = score_passages(read_passages(PASSAGES / file), extractor())
    assert right / lines >= floor, wrong


def test_both_files_hold_as_many_passages_and_none_in_common() -> None:
    development, held_out = (read_passages(PASSAGES / name) for name in ("development.txt", "held_out.txt"))
    assert len(development) == len(held_out) == 41
    assert not {passage.text for passage in development} & {passage.text for passage in held_out}


@pytest.mark.parametrize("file", ["development.txt", "held_out.txt"])
def test_every_expected_phrase_stands_in_its_passage(file: str) -> None:
    for passage in read_passages(PASSAGES / file):
        for row in passage.expected:
            assert row.written in passage.text, passage.mechanism
            assert row.claimant.removeprefix("the ").lower() in passage.text.lower(), passage.mechanism
