"""Who says what across sentences: passages that it was built with, and as many that nobody looked at meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.passages import read_passages, score_passages
from tests.extraction.reading import extractor

PASSAGES = Path(__file__).parent / "passages"


FLOORS = [
    ("development.txt", 0.88),
    ("held_out.txt", 0.80),
    ("grammar_development.txt", 0.90),
    ("grammar_held_out.txt", 0.68),
    ("newsrooms_development.txt", 0.85),
    ("newsrooms_held_out.txt", 0.70),
    ("attribution_development.txt", 0.87),
    ("attribution_held_out.txt", 0.82),
    ("newspapers_development.txt", 0.74),
    ("newspapers_held_out.txt", 0.67),
    ("forms_development.txt", 0.83),
    ("forms_held_out.txt", 0.71),
]


@pytest.mark.parametrize(("file", "floor"), FLOORS)
def test_most_figures_and_stances_get_their_claimant_and_polarity(file: str, floor: float) -> None:
    score = score_passages(read_passages(PASSAGES / file), extractor())
    assert score.right / score.lines >= floor, score.amiss


THINGS = [
    ("newspapers_development.txt", 0.67),
    ("newspapers_held_out.txt", 0.64),
    ("forms_development.txt", 0.69),
    ("forms_held_out.txt", 0.80),
]


@pytest.mark.parametrize(("file", "floor"), THINGS)
def test_most_figures_count_what_the_passage_says(file: str, floor: float) -> None:
    score = score_passages(read_passages(PASSAGES / file), extractor())
    assert score.things_right / score.things >= floor, score.misnamed


SIZES = [
    ("", (41, 41)),
    ("grammar_", (65, 62)),
    ("newsrooms_", (20, 20)),
    ("attribution_", (40, 40)),
    ("newspapers_", (320, 320)),
    ("forms_", (30, 30)),
]


@pytest.mark.parametrize(("prefix", "sizes"), SIZES)
def test_both_halves_hold_passages_of_their_own(prefix: str, sizes: tuple[int, int]) -> None:
    names = (f"{prefix}development.txt", f"{prefix}held_out.txt")
    development, held_out = (read_passages(PASSAGES / name) for name in names)
    assert (len(development), len(held_out)) == sizes
    assert not {passage.text for passage in development} & {passage.text for passage in held_out}


@pytest.mark.parametrize("file", [file for file, _ in FLOORS])
def test_every_expected_phrase_stands_in_its_passage(file: str) -> None:
    for passage in read_passages(PASSAGES / file):
        for row in passage.expected:
            assert row.written in passage.text, passage.mechanism
            assert row.claimant.removeprefix("the ").lower() in passage.text.lower(), passage.mechanism
