"""`rashomon findings` where there is nothing to tell: it says what there is instead."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from analytics.build import BuildReport
from rashomon.commands.build import tell_of_build
from rashomon.commands.findings import one_behind_both
from rashomon.corpus import StagedDocuments
from rashomon.printing import ratio_text
from tests.front.conftest import Run

COLUMNS = "source,measure,place,as_of,value,low,high,hedge"
ALONE = ("The Ledger,jobs,Lima,2026-03-01,40,40,40,exact",)
IN_ACCORD = (
    *ALONE,
    "The Post,jobs,Lima,2026-03-01,40,40,40,exact",
    "The Ledger,crew,Lima,2026-03-01,60,60,60,exact",
    "The Post,crew,Lima,2026-03-01,60,60,60,exact",
    "The Ledger,boats,Lima,2026-03-01,50,50,50,exact",
    "The Post,boats,Lima,2026-03-01,30,30,,at_least",
)


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        (ALONE, "No two claims answer the same question."),
        (IN_ACCORD, "by their strongest verdict: 2 agrees, 1 compatible."),
    ],
    ids=["alone", "in accord"],
)
def test_without_findings_the_other_verdicts_are_counted(
    run: Run, tmp_path: Path, claims: tuple[str, ...], told: str
) -> None:
    (tmp_path / "claims.csv").write_text("\n".join((COLUMNS, *claims, "")), encoding="utf-8")
    assert run("build", "--claims", "claims.csv", "-o", "news.duckdb").returncode == 0
    said = run("findings", "--db", "news.duckdb").stdout
    assert said.startswith("No findings")
    assert told in " ".join(said.split())


@pytest.mark.parametrize(
    ("ratio", "shown"), [(3.125, "3.13"), (1.005, "1.01"), (2.0, "2.00"), (1234.565, "1,234.57"), (1e300, None)]
)
def test_a_ratio_is_rounded_half_up(ratio: float, shown: str | None) -> None:
    assert ratio_text(ratio) == (shown or f"{int(Decimal('1e300')):,}.00")


def test_findings_that_may_compare_two_things_are_marked_and_counted(
    run: Run, tmp_path: Path, sample_database: Path
) -> None:
    doubted = tmp_path / "doubted.duckdb"
    doubted.write_bytes(sample_database.read_bytes())
    with duckdb.connect(str(doubted)) as connection:
        connection.execute(
            "update finding set is_unsure = true, surety = 0.2, doubts = 'their places differ' where rank = 2"
        )
    said = run("findings", "--db", doubted, COLUMNS="400").stdout
    assert said.count("may answer different questions: their places differ.") == 1
    assert "1 of them may compare two different things." in said
    assert "their places differ" in run("question", "2", "--db", doubted, COLUMNS="400").stdout


def test_two_sides_that_count_as_one_voice_are_told_as_one() -> None:
    ends = {"low_voice": "Ferry crew", "high_voice": "Port of Setúbal"}
    assert one_behind_both({**ends, "independent_voices": 2}) == ""
    assert one_behind_both({**ends, "independent_voices": 1}) == "one text"
    assert one_behind_both({**ends, "high_voice": "Ferry crew", "independent_voices": 1}) == "one voice"


def test_the_line_of_a_build_says_how_many_findings_may_compare_two_things(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    staged = StagedDocuments(tmp_path, tmp_path, tmp_path)
    counts = {"rejected_claim": 0, "finding": 3}
    for unsure, told in ((0, ""), (2, " (2 may compare two different things)")):
        tell_of_build(Path("news.duckdb"), staged, BuildReport("b", True, counts, unsure_findings=unsure))
        assert capsys.readouterr().out == f"news.duckdb: 0 rejected claims, 3 findings{told} (build b)\n"


def test_a_file_holds_all_findings_and_a_table_says_how_many_it_leaves_off(run: Run, tmp_path: Path) -> None:
    disputes = 60
    claims = [
        f"The {paper},jobs,Lima,2026-03-01,{figure},{figure},{figure},exact".replace("jobs", f"jobs_{number}")
        for number in range(disputes)
        for paper, figure in (("Ledger", 40), ("Post", 90))
    ]
    (tmp_path / "claims.csv").write_text("\n".join((COLUMNS, *claims, "")), encoding="utf-8")
    assert run("build", "--claims", "claims.csv", "-o", "news.duckdb").returncode == 0
    as_csv = run("findings", "--db", "news.duckdb", "--format", "csv").stdout
    assert len(as_csv.splitlines()) == disputes + 1
    left_off = run("findings", "--db", "news.duckdb")
    assert f"{disputes - 50} more are left off: --limit says how many to print." in left_off.stderr
    assert "left off" not in run("findings", "--db", "news.duckdb", "--limit", disputes).stderr
