"""Numbers and dates as a reader meets them."""

from __future__ import annotations

import pytest

from analytics.reading import Snapshot
from dashboard.numerals import (
    amount_text,
    date_text,
    interval_text,
    middle_text,
    number_text,
    plural_unit,
    ratio_text,
    whole_ends,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (4500, "4,500"),
        (6.4, "6.4"),
        (0, "0"),
        (1.2e9, "1.2 billion"),
        (2_500_000, "2.5 million"),
        (-3, "-3"),
        (0.05, "0.05"),
    ],
)
def test_numbers_are_grouped_and_shortened_from_a_million_on(value: float, text: str) -> None:
    assert number_text(value) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (6.4, "percent", "6.4%"),
        (47, "USD", "$47"),
        (-47, "USD", "-$47"),
        (3, "kilometre", "3 kilometres"),
        (1, "kilometre", "1 kilometre"),
        (5, "PLN", "PLN 5"),
        (3_100_000, "CHF", "CHF 3.1 million"),
        (47.1, "hertz", "47.1 hertz"),
        (40, "square foot", "40 square feet"),
        (12, "metre per second", "12 metres per second"),
        (3, "degree Celsius", "3 degrees Celsius"),
        (6, "inch", "6 inches"),
        (2, "century", "2 centuries"),
        (398, None, "398"),
    ],
)
def test_amounts_carry_their_unit(value: float, unit: str | None, text: str) -> None:
    assert amount_text(value, unit) == text


def test_a_page_writes_the_plural_of_every_unit_as_the_file_does(snapshot: Snapshot) -> None:
    rows = snapshot.rows("select unit, plural_unit(unit) as plural from unit where regexp_matches(unit, '[a-z]')")
    assert {row["unit"]: plural_unit(str(row["unit"])) for row in rows} == {row["unit"]: row["plural"] for row in rows}


@pytest.mark.parametrize(
    ("low", "high", "hedge", "text"),
    [
        (9000.0, 11000.0, "about", "9,000 to 11,000"),
        (3000.0, None, "at_least", "3,000 or more"),
        (0.0, 400.0, "at_most", "400 or less"),
        (398.0, 398.0, "exact", "398"),
        (None, None, "relative", "–"),
    ],
)
def test_an_interval_says_its_open_end(low: float | None, high: float | None, hedge: str, text: str) -> None:
    assert interval_text(low, high, None, hedge) == text


@pytest.mark.parametrize(
    ("low", "high", "unit", "text"),
    [
        (2e6, 3e6, "CHF", "CHF 2 million to 3 million"),
        (2e6, 3e6, "USD", "$2 million to 3 million"),
        (6.1, 6.3, "magnitude", "magnitude 6.1 to 6.3"),
        (40, 60, "percent", "40 to 60%"),
        (1, 2, "kilometre", "1 to 2 kilometres"),
    ],
)
def test_an_interval_names_its_unit_once_as_the_file_does(
    snapshot: Snapshot, low: float, high: float, unit: str, text: str
) -> None:
    assert interval_text(low, high, unit) == text
    asked = "select amount_text(number_text($low) || ' to ' || number_text($high), $unit, false) as text"
    assert snapshot.rows(asked, {"low": low, "high": high, "unit": unit})[0]["text"] == text


@pytest.mark.parametrize(
    ("ratio", "text"), [(2.222, "2.2×"), (1.04, "1.04×"), (23.8, "24×"), (1433.3, "1,430×"), (None, "no ratio")]
)
def test_ratios_keep_what_tells_them_apart(ratio: float | None, text: str) -> None:
    assert ratio_text(ratio) == text


@pytest.mark.parametrize(
    ("iso", "text"),
    [("2024-10-30", "30 Oct 2024"), ("2024-10", "Oct 2024"), ("2024", "2024"), (None, "undated"), ("soon", "soon")],
)
def test_a_date_shows_no_more_than_is_known(iso: str | None, text: str) -> None:
    assert date_text(iso) == text


def test_a_moment_shows_its_day() -> None:
    assert date_text("2025-03-04T17:40:00+00:00") == "4 Mar 2025"


def test_a_page_writes_ratios_as_the_file_does(snapshot: Snapshot) -> None:
    ratios = [1.04, 1.149, 1.2, 2.4196, 9.94, 12.6, 35.4, 104.0, 1234.0, 15_320_000.0]
    rows = snapshot.rows(
        "select ratio, ratio_text(ratio) as told from (select unnest($ratios) as ratio)", {"ratios": ratios}
    )
    assert {row["ratio"]: row["told"] for row in rows} == {ratio: ratio_text(ratio) for ratio in ratios}


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (3.0, None, "3"),
        (5.5, None, "between 5 and 6"),
        (5.5, "person", "between 5 and 6 persons"),
        (5.5, "metre", "5.5 metres"),
        (6.4, None, "6.4"),
        (1_500_000.5, None, "1.5 million"),
    ],
)
def test_the_middle_of_what_is_counted_has_no_half(value: float, unit: str | None, text: str) -> None:
    assert middle_text(value, unit) == text


def test_ends_are_rounded_outwards() -> None:
    assert whole_ends(2.75, 3.0) == (2, 3)
    assert whole_ends(None, 3.2) == (None, 4)
    assert whole_ends(float("-inf"), None) == (float("-inf"), None)
