"""The weights of what a bare count counts are learned from annotated text, and nothing right means to leave it open."""

from __future__ import annotations

from pathlib import Path

from bench.thing_fit import Corpus, OpenCase, count_right, learned, read_corpus

PASSAGE = """@ noun of the sentence before
The otters came back to the Wenning in spring. Five were seen at the weir by June.
= Five | - | asserted | otters

@ nothing named
It went badly. Nine had left by noon.
= Nine | - | asserted | cooks
"""


def test_a_file_of_passages_gives_the_counts_without_a_noun(tmp_path: Path) -> None:
    path = tmp_path / "river.txt"
    path.write_text(PASSAGE, encoding="utf-8")
    otters, cooks = read_corpus(path).cases
    assert otters.right == [True, False]
    assert cooks.right == [True]  # to leave it open


def test_what_only_the_right_noun_shows_is_learned_to_speak_for_it() -> None:
    case = OpenCase([{"opening": 1}, {"object": 1}, {"open": 1}], [True, False, False])
    weights = learned([Corpus("news", [case] * 30)])
    assert weights["opening"] > 0 > weights["object"]


def test_the_likeliest_candidate_is_chosen() -> None:
    case = OpenCase([{"opening": 1}, {"open": 1}], [True, False])
    assert count_right(Corpus("news", [case]), {"opening": 1.0}) == 1
    assert count_right(Corpus("news", [case]), {"open": 1.0}) == 0
