"""`--min-confidence`: the commands leave out what was read with less."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner

from rashomon.command_line import command_line
from rashomon.sure_claims import sure_claims


def answered(*arguments: str | Path) -> str:
    """Give what a command prints."""
    done = CliRunner().invoke(command_line, [str(each) for each in arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("command", [("findings",), ("question", "2")])
def test_rows_are_those_of_at_least_this_confidence(sample_database: Path, command: tuple[str, ...]) -> None:
    every = orjson.loads(answered("--db", sample_database, *command, "--format", "json"))
    sure = orjson.loads(answered("--db", sample_database, *command, "--format", "json", "--min-confidence", "1"))
    assert sure == [row for row in every if row["confidence"] >= 1]
    assert 0 < len(sure) < len(every)


def test_a_printed_question_says_how_many_claims_it_leaves_out(sample_database: Path) -> None:
    assert "read with less confidence" not in answered("--db", sample_database, "question", "2")
    assert "read with less confidence" in answered("--db", sample_database, "question", "2", "--min-confidence", "1")


def test_without_findings_sure_enough_a_lower_confidence_is_suggested(sample_database: Path, tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("source,measure,value,confidence\nLedger,jobs,4,.5\nPost,jobs,9,.5\n")
    built = tmp_path / "doubted.duckdb"
    answered("build", "--claims", tmp_path / "claims.csv", "-o", built)
    assert "lower --min-confidence" in answered("findings", "--db", built, "--min-confidence", "0.9")


def test_what_is_left_of_extracted_claims_points_to_no_claim_that_is_gone() -> None:
    fuller = {"claim_id": "a", "confidence": 0.5, "restates": None, "replaces": None}
    shorter = {"claim_id": "b", "confidence": 1.0, "restates": "a", "replaces": "c"}
    later = {"claim_id": "c", "confidence": 1.0, "restates": None, "replaces": "a"}
    lines = b"".join(orjson.dumps(row) + b"\n" for row in (fuller, shorter, later))
    kept = [orjson.loads(line) for line in sure_claims(lines, 0.9).splitlines()]
    assert kept == [{**shorter, "restates": None}, {**later, "replaces": None}]
    assert sure_claims(lines, 0) == lines


def test_a_chart_of_no_claims_is_not_asked_for_sure_ones(sample_database: Path, tmp_path: Path) -> None:
    drawn = ("chart", "overview", "-o", tmp_path / "overview.json", "--db", sample_database)
    done = CliRunner().invoke(command_line, [*map(str, drawn), "--min-confidence", "1"])
    assert done.exit_code != 0
    assert "--min-confidence" in done.stderr
