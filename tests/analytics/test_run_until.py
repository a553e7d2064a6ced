"""Running the models in memory, to look at their steps."""

from pathlib import Path

import duckdb
import pytest

import analytics.build
from analytics.build import BuildError, BuildInputs, SlowBuildError, run_until
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
