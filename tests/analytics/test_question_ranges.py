"""What is made for one range of questions after the other is what is made for all of them at once."""

import duckdb
import pytest

from analytics import question_ranges as ranges
from analytics.model_order import models_in_order

BY_QUESTION = [model for model in models_in_order() if model.is_by_question]


@pytest.fixture
def claims(tmp_path):
    """Write 40 questions of five figures by five sources; half of the questions are in dispute."""
    path = tmp_path / "claims.parquet"
    duckdb.sql(
        f"""
        copy (
            select
                'Source ' || source.range as source,
                'sheep' as measure,
                'Valley ' || valley.range as place,
                '2025-03-0' || 1 + source.range as reported_at,
                '2025-02-01' as as_of,
                100 + source.range * (valley.range % 2) * 40 as value
            from range(40) as valley
            cross join range(5) as source
        ) to '{path}'
        """
    )
    return path


def test_ranges_follow_each_other_and_leave_no_id_out():
    parts = ranges.question_ranges(4 * ranges.CLAIMS_A_RANGE)
    assert parts == [("", "40000"), ("40000", "80000"), ("80000", "c0000"), ("c0000", None)]


def test_few_claims_are_taken_at_once():
    assert ranges.question_ranges(0) == ranges.question_ranges(ranges.CLAIMS_A_RANGE) == [("", None)]


@pytest.mark.parametrize("model", BY_QUESTION, ids=lambda model: model.name)
def test_each_table_that_is_made_by_ranges_can_be_added_to_and_reads_its_range(model):
    text = model.path.read_text(encoding="utf-8")
    assert f"create or replace table {model.name} as" in text
    assert "is_in_range(" in text


def test_a_build_by_ranges_is_the_build_at_once(build_from, ask, claims, monkeypatch):
    def published():
        return [ask(f"from {table} order by all") for table in ("finding", "finding_voice", "question", "consensus")]

    build_from(claims=[claims])
    at_once = published()
    assert ask("select count(*) from finding") == [(20,)]
    monkeypatch.setattr(ranges, "CLAIMS_A_RANGE", 30)
    build_from(claims=[claims])
    assert published() == at_once
