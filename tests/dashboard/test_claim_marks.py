"""Claims made ready to be drawn: order, letters, sides and shapes."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.claim_marks import letter, mark_claims, with_replacements

Row = dict[str, Any]


def claim(claim_id: str, low: float | None, high: float | None, hedge: str | None = "stated", **more: Any) -> Row:
    value = more.pop("value", low if low is not None else high)
    row = {"claim_id": claim_id, "value": value, "low": low, "high": high, "hedge": hedge, "polarity": "asserted"}
    return {**row, "voice": "Someone", "source": "Wire", **more}


LOW, HIGH = claim("low", 4450, 4550), claim("high", 9000, 11000, "about", value=10000)
FINDING = {"low_claim_id": "low", "high_claim_id": "high"}


def sides(*claims: Row) -> dict[str, str]:
    return {mark.claim_id: mark.side for mark in mark_claims([LOW, HIGH, *claims], FINDING)}


def test_letters_go_on_after_z() -> None:
    assert [letter(index) for index in (0, 25, 26, 27, 52)] == ["A", "Z", "AA", "AB", "BA"]


def test_the_highest_figure_comes_first_and_stances_last() -> None:
    denial = claim("denial", None, None, None, polarity="denied")
    silent = claim("silent", None, None, None, polarity="unconfirmed")
    marks = mark_claims([silent, LOW, denial, HIGH], FINDING)
    assert [mark.claim_id for mark in marks] == ["high", "low", "denial", "silent"]


def test_a_figure_beyond_the_middle_of_the_gap_takes_the_side_it_lies_on() -> None:
    assert sides(claim("x", 7600, 8400), claim("y", 4000, 5000)) == {
        "low": "low",
        "high": "high",
        "x": "high",
        "y": "low",
    }


@pytest.mark.parametrize(
    "undecided",
    [
        claim("x", 2000, 9999, "vague", value=None),
        claim("x", 3000, None, "at_least"),
        claim("x", 6000, 7000, "range", value=6500),
        claim("x", None, None, None, polarity="unconfirmed"),
    ],
    ids=["vague", "open", "across the middle", "no answer"],
)
def test_what_could_be_either_takes_no_side(undecided: Row) -> None:
    assert sides(undecided)["x"] == "level"


def test_without_a_finding_nobody_takes_a_side() -> None:
    assert {mark.side for mark in mark_claims([LOW, HIGH], None)} == {"level"}


@pytest.mark.parametrize(
    ("hedge", "polarity", "shape"),
    [
        ("exact", "asserted", "stated"),
        ("about", "asserted", "hedged"),
        ("relative", "asserted", "hedged"),
        ("range", "asserted", "range"),
        ("more_than", "asserted", "at_least"),
        ("less_than", "asserted", "at_most"),
        ("vague", "asserted", "vague"),
        ("about", "expected", "expected"),
        (None, "denied", "denied"),
        (None, "unconfirmed", "unconfirmed"),
    ],
)
def test_the_shape_carries_the_hedge(hedge: str | None, polarity: str, shape: str) -> None:
    [mark] = mark_claims([claim("x", 1, 2, hedge, polarity=polarity)], None)
    assert mark.shape == shape


def test_a_plan_without_a_figure_has_the_mark_of_what_has_none() -> None:
    [mark] = mark_claims([claim("x", None, None, None, polarity="expected")], None)
    assert (mark.shape, mark.point, mark.reads_as) == ("none", None, "–")


def test_a_vague_word_stands_below_the_figures_and_above_the_denials() -> None:
    told = [
        claim("vague", 2000, 9999, "vague", value=None),
        claim("denial", None, None, None, polarity="denied"),
        claim("few", 4, 4),
        claim("many", 60_000, 60_000),
        claim("no answer", None, None, None, polarity="unconfirmed"),
    ]
    assert [mark.claim_id for mark in mark_claims(told, None)] == ["many", "few", "vague", "denial", "no answer"]


def test_of_too_many_claims_the_outermost_are_drawn() -> None:
    crowd = [claim(str(number), number, number) for number in range(1, 101)]
    drawn = [mark.point for mark in mark_claims(crowd, None, most=10)]
    assert drawn == [100, 99, 98, 97, 96, 5, 4, 3, 2, 1]


def test_of_too_many_claims_the_ends_of_the_finding_are_drawn_whatever_lies_beyond() -> None:
    crowd = [claim(str(number), number, number) for number in range(1, 101)]
    finding = {"low_claim_id": "40", "high_claim_id": "99"}
    marks = mark_claims(crowd, finding, most=10)
    assert [mark.point for mark in marks] == [100, 99, 98, 97, 96, 40, 5, 4, 3, 2, 1]
    assert {mark.claim_id: mark.side for mark in marks}["40"] == "low"


def test_a_restated_claim_is_drawn_once() -> None:
    assert [mark.claim_id for mark in mark_claims([LOW, claim("again", 4450, 4550, restates="low")], None)] == ["low"]


def test_a_correction_marks_what_was_printed_before_and_not_the_denial_beside_it() -> None:
    before = claim("before", 55, 55, withdrawn_by_claim_id="right")
    against = claim("against", 55, 55, polarity="denied", withdrawn_by_claim_id="right")
    right = claim("right", 65, 65, replaces="against")
    marks = {mark.claim_id: mark for mark in with_replacements(mark_claims([before, against, right], None), [])}
    assert marks["before"].replaced_by == marks["right"].letter
    assert marks["right"].replaces == marks["before"].letter
    assert marks["against"].replaced_by is None


def test_a_figure_that_its_publisher_takes_back_is_struck_and_no_denial() -> None:
    wrong = claim("wrong", 75, 75, polarity="denied", is_own_denial=True, withdrawn_by_claim_id="right")
    right = claim("right", 65, 65, replaces="wrong")
    marks = {mark.claim_id: mark for mark in with_replacements(mark_claims([wrong, right], None), [])}
    assert (marks["wrong"].shape, marks["wrong"].side, marks["wrong"].is_struck) == ("withdrawn", "level", True)
    assert marks["wrong"].replacement == f", since corrected by {marks['right'].letter}"
    assert not marks["right"].is_struck


def test_a_figure_that_is_taken_back_without_another_is_struck_by_itself() -> None:
    before = claim("before", 55, 55)
    back = claim("back", 55, 55, polarity="denied", is_own_denial=True)
    pair = {"a_claim_id": "back", "b_claim_id": "before", "verdict": "update", "reason": "figure taken back"}
    marks = {mark.claim_id: mark for mark in with_replacements(mark_claims([before, back], None), [pair])}
    assert {name: mark.replacement_words for name, mark in marks.items()} == {
        "before": f"since taken back by {marks['back'].letter}",
        "back": f"takes back {marks['before'].letter}",
    }
    assert marks["back"].is_struck


def test_a_retraction_takes_back_and_corrects_nothing() -> None:
    before = claim("before", 55, 55, withdrawn_by_claim_id="back")
    back = claim("back", 55, 55, polarity="denied")
    told = {mark.claim_id: mark.replacement for mark in with_replacements(mark_claims([before, back], None), [])}
    assert told == {"before": ", since taken back by B", "back": ", takes back A"}
