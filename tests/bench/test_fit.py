"""The fit of the weights of questions: the equations are solved, and what tells is learned with its sign."""

from pathlib import Path

import duckdb
import pytest

from bench.fit import DECLARED, SUBSETS, Source, events_of, fit, rounded, solve, subsets_of
from bench.gold import read_rows


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
    weights = rounded(fit([evidence]), DECLARED)
    assert weights.items() >= DECLARED.items()
    assert round(weights["alike"] * 20) == pytest.approx(weights["alike"] * 20)


REPORTS = Path(__file__).parent.parent / "held_out" / "reports"


def test_a_few_documents_of_one_event_and_others_make_a_small_corpus_with_claims_and_questions_of_its_own(
    tmp_path: Path,
) -> None:
    subsets = list(subsets_of(REPORTS, tmp_path))
    assert len(subsets) == SUBSETS
    for subset in subsets:
        documents = {row["document_id"] for row in read_rows(subset / "documents.ndjson")}
        claims = read_rows(subset / "claims.ndjson")
        assert 2 <= len(documents) <= 6
        assert {row["document_id"] for row in claims} <= documents
        assert any(len(event & documents) > 1 for event in events_of(REPORTS))
        assert subset.name == REPORTS.name
