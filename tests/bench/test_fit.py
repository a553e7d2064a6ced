"""The fit of the weights of questions: the equations are solved, and what tells is learned with its sign."""

from pathlib import Path

import duckdb
import pytest

from bench.fit import DECLARED, Source, fit, rounded, solve


def test_equations_are_solved() -> None:
    assert solve([[4, 1, 0], [1, 3, 1], [0, 1, 2]], [6, 10, 8]) == pytest.approx([1, 2, 3])


@pytest.fixture
def evidence(tmp_path: Path) -> Source:
    """Make 400 pairs of which every fourth is of one question: nearly all of these are alike, and few of the others."""
    target = tmp_path / "evidence.parquet"
    with duckdb.connect() as connection:
        connection.sql(
            """
            with
            pair as (
                select
                    'a' || number as a_claim_id,
                    'b' || number as b_claim_id,
                    (number % 4 = 0)::integer as is_same,
                    number % 4 = 0 and number > 8 or number % 40 = 1 as is_alike
                from range(400) as numbers (number)
            )
            select a_claim_id, b_claim_id, feature, 1.0::double as amount, is_same, 1.0::double as weight
            from pair
            cross join (values ('candidates'), ('alike'), ('declared_same')) as shown (feature)
            where feature != 'alike' or is_alike
            """
        ).write_parquet(str(target))
    return Source("made up", target)


def test_a_feature_of_claims_that_meet_gets_a_weight_above_nothing(evidence: Source) -> None:
    weights = fit([evidence])
    assert weights["alike"] > 2
    assert weights["candidates"] < 0
    assert set(weights) == {"alike", "candidates"}


def test_what_a_reader_declares_is_not_learned(evidence: Source) -> None:
    weights = rounded(fit([evidence]))
    assert weights.items() >= DECLARED.items()
    assert round(weights["alike"] * 20) == pytest.approx(weights["alike"] * 20)
