"""The words of the findings page: its heading over the overview."""

from __future__ import annotations

import math

from dashboard.charts.overview import Deviations
from dashboard.findings_page import overview_title

FURTHEST = {"voice": "Ana Ruiz", "voice_affiliation": "Red Cross", "figure": "about 2,300"}
FURTHEST |= {"title": "People in shelters in Peru, 2026"}


def test_the_heading_names_the_figure_that_lies_furthest_out() -> None:
    told = overview_title(deviations(3, 1, {**FURTHEST, "deviation": math.log(0.25)}))
    assert told == "Furthest out: Red Cross with about 2,300, 75% below the middle (People in shelters in Peru, 2026)"


def test_the_heading_says_so_where_nothing_lies_far_out() -> None:
    assert overview_title(deviations(9, 0)) == (
        "The figures sit close together: none lies at half, at double or beyond"
    )
    empty = Deviations(bins=[], outermost=[], total=0)
    assert overview_title(empty) == "No figure has another voice to stand beside yet"


def test_a_name_of_ten_thousand_letters_leaves_the_heading_short() -> None:
    long = {**FURTHEST, "voice_affiliation": "a" * 10_000, "title": "b" * 10_000, "deviation": 2.0}
    assert len(overview_title(deviations(3, 4, long))) < 250


def deviations(near: int, far: int, *outermost: dict[str, object]) -> Deviations:
    """Give twelve figures, of which so many lie near the middle and so many far from it."""
    return Deviations(bins=[{"near_claims": near, "far_claims": far}], outermost=outermost, total=12)
