"""The interval that staging gives a figure is the one that the reference gives it, hedge by hedge."""

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as draw

from analytics.model_order import SQL_FOLDER, models_in_order
from analytics.raw_tables import load_lexicon
from tests.analytics.conftest import LEXICON
from tests.reference import verdicts

HEDGES = ["exact", "stated", "about", "nearly", "just_over", "at_least", "more_than", "at_most", "less_than", None]

figures = draw.one_of(
    draw.integers(0, 10**9).map(float),
    draw.integers(1, 999).flatmap(lambda digits: draw.integers(0, 9).map(lambda zeros: float(digits * 10**zeros))),
    draw.decimals(0, 10_000, places=2).map(float),
)
claims = draw.lists(
    draw.tuples(figures, draw.sampled_from(HEDGES), draw.sampled_from([None, "percent", "USD"])),
    min_size=1,
    max_size=40,
)


@pytest.fixture(scope="module")
def staging():
    with duckdb.connect() as connection:
        connection.execute((SQL_FOLDER / "inputs.sql").read_text(encoding="utf-8"))
        load_lexicon(connection, LEXICON)
        yield connection


def staged(connection, rows):
    connection.execute("delete from raw_claim")
    connection.executemany(
        "insert into raw_claim by name select 'f' as file, ? as row_number, false as is_extracted, "
        "true as is_readable, 'A' as source, 'boats' as measure, ? as value, ? as hedge, ? as unit, ? as claim_id",
        [[number, *row, str(number)] for number, row in enumerate(rows)],
    )
    for model in models_in_order():
        if model.path.parent.name == "1_staging":
            connection.execute(model.path.read_text(encoding="utf-8"))
    return connection.execute("select hedge, low, high from staged_claim order by claim_id::integer").fetchall()


@settings(max_examples=25)
@given(rows=claims)
def test_intervals_are_those_of_the_reference(staging, rows):
    for (value, hedge, unit), (made_hedge, low, high) in zip(rows, staged(staging, rows), strict=True):
        expected_hedge = hedge or verdicts.bare_hedge(value, unit)
        expected = verdicts.interval(expected_hedge, value, unit)
        assert made_hedge == expected_hedge
        assert (low, high) == pytest.approx(expected), (value, hedge, unit)
