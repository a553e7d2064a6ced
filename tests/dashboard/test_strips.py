"""The strips beside the findings: one log axis for all rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.reading import PublishedFile
from dashboard.findings_page import listed_findings
from dashboard.strips import BETWEEN, FIRST, LAST, MIDDLE, TICKS, WIDTH, StripAxis, strip, strip_axis
from tests.builds import built
from tests.dashboard.conftest import ndjson

FINDING = {"low_claim_id": "low", "high_claim_id": "high", "low_value": 5.0, "high_value": 20.0}
LOW = {"claim_id": "low", "value": 5.0, "low": 5.0, "high": 5.0, "hedge": "exact", "polarity": "asserted"}
HIGH = {"claim_id": "high", "value": 20.0, "low": 20.0, "high": None, "hedge": "at_least", "polarity": "asserted"}
AXIS = StripAxis(4)
STEP = AXIS.doubling


@pytest.mark.parametrize(("reach", "widest"), [(None, 2), (1.3, 2), (2.0, 2), (2.1, 4), (7.0, 8), (1e6, 8)])
def test_the_axis_is_the_shortest_that_holds_most_ends(reach: float | None, widest: int) -> None:
    assert strip_axis(reach) == StripAxis(widest)


@pytest.mark.parametrize("widest", TICKS)
def test_the_outer_lines_of_an_axis_leave_room_for_a_mark(widest: int) -> None:
    places = [x for x, _ in StripAxis(widest).lines]
    assert min(places) > FIRST
    assert max(places) < LAST
    assert MIDDLE in places


def test_double_the_middle_lies_one_step_to_the_right() -> None:
    drawn = strip(FINDING, [LOW, HIGH], 10.0, AXIS)
    assert [mark.x for mark in drawn.ends] == pytest.approx([MIDDLE - STEP, MIDDLE + STEP], abs=0.1)


def test_without_a_consensus_the_strip_is_centred_between_its_ends() -> None:
    drawn = strip(FINDING, [LOW, HIGH], None, AXIS)
    assert drawn.span == pytest.approx((MIDDLE - STEP, MIDDLE + STEP), abs=0.1)


def test_where_no_end_has_a_figure_the_others_stand_around_their_own_middle() -> None:
    finding = {"low_claim_id": "x", "high_claim_id": "y", "low_value": None, "high_value": None}
    drawn = strip(finding, [{**LOW, "value": 5000.0}, {**HIGH, "value": 20000.0}], None, AXIS)
    assert [mark.x for mark in drawn.others] == pytest.approx([MIDDLE - STEP, MIDDLE + STEP], abs=0.1)


def test_an_open_end_reaches_to_the_right_of_its_bound() -> None:
    high = strip(FINDING, [LOW, HIGH], 10.0, AXIS).ends[1]
    assert (high.shape, high.right > high.x) == ("at_least", True)


@pytest.mark.parametrize("hedge", ["range", "vague"])
def test_words_that_name_no_single_figure_stand_in_the_middle_of_what_they_allow(hedge: str) -> None:
    value = 20.0 if hedge == "range" else None
    high = {**HIGH, "value": value, "low": 10.0, "high": 40.0, "hedge": hedge}
    end = strip(FINDING, [LOW, high], 10.0, AXIS).ends[1]
    assert (end.left, end.x, end.right) == pytest.approx((MIDDLE, MIDDLE + STEP, MIDDLE + 2 * STEP), abs=0.1)


@pytest.mark.parametrize("hedge", ["range", "vague", "at_least", "at_most"])
def test_other_figures_keep_their_shape_and_width(hedge: str) -> None:
    other = {**HIGH, "claim_id": "other", "value": None, "low": 10.0, "high": 20.0, "hedge": hedge}
    [mark] = strip(FINDING, [LOW, HIGH, other], 10.0, AXIS).others
    assert (mark.shape, mark.right > mark.left) == (hedge, True)


def test_figures_off_the_axis_stand_at_its_edge_with_a_sign() -> None:
    far = {**HIGH, "value": 1e9, "low": 1e9, "high": 1e9, "hedge": "exact"}
    none = {**LOW, "value": 0.0, "low": 0.0, "high": 0.0}
    drawn = strip(FINDING, [none, far], 10.0, AXIS)
    assert [(mark.x, mark.beyond) for mark in drawn.ends] == [(FIRST, -1), (LAST, 1)]


def test_a_denial_is_no_dot_but_a_cross() -> None:
    denial = {"claim_id": "x", "value": None, "low": None, "high": None, "hedge": None, "polarity": "denied"}
    drawn = strip(FINDING, [LOW, HIGH, denial], 10.0, AXIS)
    assert (drawn.denied, drawn.others) == (True, [])


@pytest.mark.parametrize(
    ("low", "high"), [("4", "8"), ("about 4,900", "nearly 5,100"), ("€200 million", "€210 million")]
)
def test_the_figures_of_both_ends_stand_over_their_marks_and_never_upon_each_other(low: str, high: str) -> None:
    finding = {**FINDING, "low_figure": low, "high_figure": high}
    near = {**HIGH, "value": 5.2, "low": 5.2, "high": 5.2, "hedge": "exact"}
    left, right = strip(finding, [LOW, near], 5.1, AXIS).labels
    assert (left.text, right.text) == (low, high)
    assert left.x + left.half + BETWEEN <= right.x - right.half + 0.2
    assert left.x - left.half >= 0
    assert right.x + right.half <= WIDTH


def test_figures_that_are_too_long_for_the_strip_are_left_to_the_sentence() -> None:
    finding = {**FINDING, "low_figure": "€200 million to 250 million", "high_figure": "more than €1,400 million a year"}
    assert strip(finding, [LOW, HIGH], 10.0, AXIS).labels == []


def test_the_end_of_a_finding_keeps_its_own_shape_where_others_give_its_figure(tmp_path: Path) -> None:
    rows = [
        {"measure": "deaths", "place": "Oran", "as_of": "2026-03-04", "source": source, "value": value, "hedge": hedge}
        for source, value, hedge in (
            ("Globe", 10, "stated"),
            *((each, 900, "about") for each in ("Post", "Sun", "Echo")),
        )
    ]
    articles = ndjson(tmp_path / "articles.ndjson", [{"document_id": "a", "source": "Globe", "text": "Nothing."}])
    claims = ndjson(tmp_path / "claims.ndjson", rows)
    with PublishedFile(built(articles, tmp_path / "news.duckdb", [claims])).snapshot() as snapshot:
        (listed,) = listed_findings(snapshot, snapshot.rows("select * from finding"))
    assert [mark.shape for mark in listed.strip.ends] == ["stated", "hedged"]
    assert listed.strip.others == []
