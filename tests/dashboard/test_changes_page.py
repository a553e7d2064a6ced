"""How the page of changes writes a move."""

from __future__ import annotations

import pytest

from dashboard.changes_page import ratios_told


@pytest.mark.parametrize(
    ("former", "now", "told"),
    [
        (1.43, 1.36, ("1.43×", "1.36×")),
        (1.4, 2.0, ("1.4×", "2.0×")),
        (2.0, 2.0, ("", "2.0×")),
        (None, 2.0, ("", "2.0×")),
        (2.0, None, ("2.0×", "no ratio")),
    ],
)
def test_a_move_is_written_so_that_it_shows(former: float | None, now: float | None, told: tuple[str, str]) -> None:
    assert ratios_told({"former_ratio": former, "ratio": now}) == told
