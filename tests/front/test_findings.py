"""`rashomon findings` where there is nothing to tell: it says what there is instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.commands.findings import print_findings
from tests.api.contract import publish


@pytest.mark.parametrize(
    ("verdicts", "told"),
    [
        ([], "No two claims answer the same question."),
        (["update", "agrees", "update", None], "by their strongest verdict: 2 update, 1 agrees."),
    ],
)
def test_without_findings_the_other_verdicts_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], verdicts: list[str | None], told: str
) -> None:
    questions = [{"question_id": f"q{number}", "verdict": verdict} for number, verdict in enumerate(verdicts)]
    print_findings(publish(tmp_path / "news.duckdb", "b1", {"question": questions}), 5)
    said = capsys.readouterr().out
    assert said.startswith("No findings")
    assert told in said.replace("\n", " ")
