"""The fit of the surety: what is set is not learned, and the lexicon keeps its doubts under other weights."""

import csv
from pathlib import Path

import duckdb
import pytest

from bench.fit import Source, lexicon_with
from bench.surety import FREE_FEATURE, SET, TABLE, learned


@pytest.fixture
def evidence(tmp_path: Path) -> Source:
    """Make 200 pairs in dispute, half of them true; most others are told from elsewhere or of a count below zero."""
    target = tmp_path / "evidence.parquet"
    with duckdb.connect() as connection:
        connection.sql(
            """
            select
                'a' || number as a_claim_id,
                'b' || number as b_claim_id,
                unnest(['dispute', 'background', 'below_zero']) as feature,
                unnest([1, (number % 2 = 1 or number < 10)::integer, (number % 2)])::double as amount,
                (number % 2 = 0)::integer as is_same,
                1.0::double as weight
            from range(200) as numbers (number)
            """
        ).write_parquet(str(target))
    return Source("made up", target)


def test_weights_are_learned_but_for_those_that_are_set(evidence: Source) -> None:
    weights = learned([evidence])
    assert weights["background"] < -0.5
    assert weights[FREE_FEATURE] > 0
    assert weights.items() >= SET.items()


def test_another_lexicon_has_other_weights_and_the_same_doubts(tmp_path: Path) -> None:
    with (lexicon_with({"background": -9.0}, TABLE, tmp_path) / TABLE).open(encoding="utf-8") as file:
        rows = {row["feature"]: row for row in csv.DictReader(file)}
    assert rows["background"]["weight"] == "-9.0"
    assert rows["background"]["doubt"] == "one of them may recall an event elsewhere"
    assert rows["unquoted"]["weight"] == "0"
