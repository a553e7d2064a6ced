"""Running the models in memory, to look at their steps."""

from pathlib import Path

import duckdb
import pytest

import analytics.build
from analytics.build import BuildError, BuildInputs, run_until


def test_a_run_that_fails_closes_what_it_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = duckdb.connect()
    monkeypatch.setattr(analytics.build, "_connect", lambda: opened)
    with pytest.raises(BuildError):
        run_until(BuildInputs(lexicon=tmp_path, documents=[tmp_path / "missing.ndjson"]), "pair")
    with pytest.raises(duckdb.ConnectionException):
        opened.execute("select 1")
