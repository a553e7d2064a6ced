"""Intervals agree with the reference of the definitions, and the arithmetic on them holds for any figure."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.numbers.intervals import bare_hedge, half_unit, hedged_interval, product, shifted
from extraction.words.lexicon import load_lexicon

REFERENCE = Path(__file__).parents[1] / "reference" / "verdicts.py"
POINT_HEDGES = ("exact", "stated", "about", "nearly", "just_over", "at_least", "more_than", "at_most", "less_than")

counts = st.integers(min_value=0, max_value=10**13).map(float)
decimals = st.integers(min_value=1, max_value=4)


@pytest.fixture(scope="module")
def reference() -> Any:
    spec = importlib.util.spec_from_file_location("reference_verdicts", REFERENCE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def same(first: tuple[float | None, ...], second: tuple[float | None, ...]) -> bool:
    return all(
        (a is None) == (b is None) and (a is None or a == pytest.approx(b)) for a, b in zip(first, second, strict=True)
    )


@given(value=counts, hedge=st.sampled_from(POINT_HEDGES))
def test_counts_have_the_interval_of_the_reference(reference: Any, value: float, hedge: str) -> None:
    ours = hedged_interval(hedge, value, 0, load_lexicon().hedges)
    assert same(ours, reference.interval(hedge, value))


@given(whole=st.integers(min_value=0, max_value=10**6), places=decimals, hedge=st.sampled_from(POINT_HEDGES))
def test_decimals_have_the_interval_of_the_reference(reference: Any, whole: int, places: int, hedge: str) -> None:
    value = whole / 10**places
    ours = hedged_interval(hedge, value, places, load_lexicon().hedges)
    assert same(ours, reference.interval(hedge, value, "percent", places))


@given(value=counts, unit=st.sampled_from([None, "percent"]))
def test_bare_figures_have_the_hedge_of_the_reference(reference: Any, value: float, unit: str | None) -> None:
    assert bare_hedge(value, unit) == reference.bare_hedge(value, unit)


@pytest.mark.parametrize(
    ("value", "places", "half"),
    [(8000, 0, 500), (3500, 0, 50), (398, 0, 0.5), (1_200_000, 0, 50_000), (6.8, 1, 0.05), (52.5, 2, 0.005)],
)
def test_trailing_zeros_of_a_whole_number_are_not_written_digits(value: float, places: int, half: float) -> None:
    assert half_unit(value, places) == pytest.approx(half)


@given(low=counts, width=counts, factor=st.floats(min_value=0.01, max_value=100))
def test_a_product_keeps_the_order_of_its_ends(low: float, width: float, factor: float) -> None:
    ends = product((factor, factor), (low, low + width))
    assert ends[0] is not None
    assert ends[1] is not None
    assert ends[0] <= ends[1]


def test_an_open_end_stays_open() -> None:
    assert product((2, None), (9, None)) == (18, None)


@pytest.mark.parametrize(
    ("change", "sign", "factor"),
    [((0.25, None), 1, (1.25, None)), ((0.1, 0.3), -1, (0.7, 0.9)), ((0.2, None), -1, (0.0, 0.8))],
)
def test_a_change_becomes_a_factor(
    change: tuple[float | None, float | None], sign: int, factor: tuple[float | None, float | None]
) -> None:
    shift: Callable[..., tuple[float | None, float | None]] = shifted
    assert same(shift(change, sign), factor)
