"""The strips beside the findings: one log axis for all rows."""

from __future__ import annotations

import pytest

from dashboard.strips import BETWEEN, DOUBLING, FIRST, LAST, MIDDLE, WIDTH, strip

FINDING = {"low_claim_id": "low", "high_claim_id": "high", "low_value": 5.0, "high_value": 20.0}
LOW = {"claim_id": "low", "value": 5.0, "low": 5.0, "high": 5.0, "hedge": "exact", "polarity": "asserted"}
HIGH = {"claim_id": "high", "value": 20.0, "low": 20.0, "high": None, "hedge": "at_least", "polarity": "asserted"}


def test_double_the_middle_lies_one_step_to_the_right() -> None:
    drawn = strip(FINDING, [LOW, HIGH], 10.0)
    assert [mark.x for mark in drawn.ends] == [MIDDLE - DOUBLING, MIDDLE + DOUBLING]


def test_without_a_consensus_the_strip_is_centred_between_its_ends() -> None:
    drawn = strip(FINDING, [LOW, HIGH], None)
    assert drawn.span == (MIDDLE - DOUBLING, MIDDLE + DOUBLING)


def test_where_no_end_has_a_figure_the_others_stand_around_their_own_middle() -> None:
    finding = {"low_claim_id": "x", "high_claim_id": "y", "low_value": None, "high_value": None}
    drawn = strip(finding, [{**LOW, "value": 5000.0}, {**HIGH, "value": 20000.0}], None)
    assert [mark.x for mark in drawn.others] == [MIDDLE - DOUBLING, MIDDLE + DOUBLING]


def test_an_open_end_reaches_to_the_right_of_its_bound() -> None:
    high = strip(FINDING, [LOW, HIGH], 10.0).ends[1]
    assert (high.shape, high.right > high.x) == ("at_least", True)


@pytest.mark.parametrize("hedge", ["range", "vague"])
def test_words_that_name_no_single_figure_stand_in_the_middle_of_what_they_allow(hedge: str) -> None:
    value = 20.0 if hedge == "range" else None
    high = {**HIGH, "value": value, "low": 10.0, "high": 40.0, "hedge": hedge}
    end = strip(FINDING, [LOW, high], 10.0).ends[1]
    assert (end.left, end.x, end.right) == (MIDDLE, MIDDLE + DOUBLING, MIDDLE + 2 * DOUBLING)


@pytest.mark.parametrize("hedge", ["range", "vague", "at_least", "at_most"])
def test_other_figures_keep_their_shape_and_width(hedge: str) -> None:
    other = {**HIGH, "claim_id": "other", "value": None, "low": 10.0, "high": 20.0, "hedge": hedge}
    [mark] = strip(FINDING, [LOW, HIGH, other], 10.0).others
    assert (mark.shape, mark.right > mark.left) == (hedge, True)


def test_figures_off_the_axis_stand_at_its_edge_with_a_sign() -> None:
    far = {**HIGH, "value": 1e9, "low": 1e9, "high": 1e9, "hedge": "exact"}
    none = {**LOW, "value": 0.0, "low": 0.0, "high": 0.0}
    drawn = strip(FINDING, [none, far], 10.0)
    assert [(mark.x, mark.beyond) for mark in drawn.ends] == [(FIRST, -1), (LAST, 1)]


def test_a_denial_is_no_dot_but_a_cross() -> None:
    denial = {"claim_id": "x", "value": None, "low": None, "high": None, "hedge": None, "polarity": "denied"}
    drawn = strip(FINDING, [LOW, HIGH, denial], 10.0)
    assert (drawn.denied, drawn.others) == (True, [])


@pytest.mark.parametrize(
    ("low", "high"), [("4", "8"), ("about 4,900", "nearly 5,100"), ("€200 million", "€210 million")]
)
def test_the_figures_of_both_ends_stand_over_their_marks_and_never_upon_each_other(low: str, high: str) -> None:
    finding = {**FINDING, "low_figure": low, "high_figure": high}
    near = {**HIGH, "value": 5.2, "low": 5.2, "high": 5.2, "hedge": "exact"}
    left, right = strip(finding, [LOW, near], 5.1).labels
    assert (left.text, right.text) == (low, high)
    assert left.x + left.half + BETWEEN <= right.x - right.half + 0.2
    assert left.x - left.half >= 0
    assert right.x + right.half <= WIDTH


def test_figures_that_are_too_long_for_the_strip_are_left_to_the_sentence() -> None:
    finding = {**FINDING, "low_figure": "€200 million to 250 million", "high_figure": "more than €1,400 million a year"}
    assert strip(finding, [LOW, HIGH], 10.0).labels == []
