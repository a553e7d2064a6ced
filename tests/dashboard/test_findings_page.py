"""The words of the findings page: its heading over the overview."""

from __future__ import annotations

import pytest

from dashboard.charts.overview import Deviations
from dashboard.findings_page import overview_title


@pytest.mark.parametrize(
    ("near", "far", "title"),
    [
        (9, 0, "Most figures sit close together; none lies at half, at double or beyond"),
        (3, 1, "25% of the figures sit close together; one lies at half, at double or beyond"),
        (3, 4, "25% of the figures sit close together; 4 lie at half, at double or beyond"),
    ],
)
def test_the_heading_counts_in_words_that_agree(near: int, far: int, title: str) -> None:
    assert overview_title(deviations(near, far)) == title


def deviations(near: int, far: int) -> Deviations:
    """Give twelve figures, of which so many lie near the middle and so many far from it."""
    return Deviations(bins=[{"near_claims": near, "far_claims": far}], outermost=[], total=12)
