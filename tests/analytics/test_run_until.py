"""Running the models in memory, to look at their steps."""

from pathlib import Path

import duckdb
import pytest

import analytics.build
from analytics.build import BuildError, BuildInputs, SlowBuildError, judge_members, run_until
from tests.analytics.conftest import LEXICON


def test_a_run_that_fails_closes_what_it_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = duckdb.connect()
    monkeypatch.setattr(analytics.build, "_connect", lambda *_: opened)
    with pytest.raises(BuildError):
        run_until(BuildInputs(lexicon=tmp_path, documents=[tmp_path / "missing.ndjson"]), "pair")
    with pytest.raises(duckdb.ConnectionException):
        opened.execute("select 1")


def test_a_run_that_takes_longer_than_it_may_is_given_up(tmp_path: Path) -> None:
    claims = tmp_path / "claims.csv"
    claims.write_text("claim_id,source,kind,measure,value\n1,A,quantity,deaths,3\n", encoding="utf-8")
    inputs = BuildInputs(lexicon=LEXICON, claims=[claims])
    with run_until(inputs, "staged_claim", seconds=60) as built:
        assert built.execute("select value from staged_claim").fetchall() == [(3.0,)]
    with pytest.raises(SlowBuildError):
        run_until(inputs, "staged_claim", seconds=1e-6)


def test_a_step_that_is_spent_is_gone_unless_it_is_kept(tmp_path: Path) -> None:
    claims = tmp_path / "claims.csv"
    claims.write_text("claim_id,source,measure,value\na,Herald,deaths,31\nb,Tribune,deaths,52\n", encoding="utf-8")
    inputs = BuildInputs(lexicon=LEXICON, claims=[claims])
    with run_until(inputs, "pair", kept=["question_evidence"]) as built:
        assert "feature" in built.sql("from question_evidence").columns
    with run_until(inputs, "pair") as built, pytest.raises(duckdb.CatalogException):
        built.execute("from question_evidence")


def test_claims_are_judged_in_the_questions_that_are_given(tmp_path: Path) -> None:
    claims = tmp_path / "claims.csv"
    claims.write_text(
        "claim_id,source,measure,value\na,Herald,deaths,31\nb,Tribune,deaths,52\nc,Post,deaths,90\nd,Echo,deaths,90\n",
        encoding="utf-8",
    )
    members = [("a", "flood"), ("b", "flood"), ("c", "storm")]
    with judge_members(BuildInputs(lexicon=LEXICON, claims=[claims]), members, seconds=60) as built:
        pairs = built.execute("select question_id, a_claim_id, b_claim_id, verdict from pair").fetchall()
        left = built.execute("select claim_id from claim order by claim_id").fetchall()
    assert pairs == [("flood", "a", "b", "contradicts")]
    assert left == [("a",), ("b",), ("c",)]
