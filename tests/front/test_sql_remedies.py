"""A query that names what is not there, or finds nothing, is told what was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.reading import PublishedFile, QueryError
from rashomon.sql_shell import print_statements


def told(database: Path, query: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Run a query as the command does, and give what it says to stderr or would end with."""
    with PublishedFile(database).snapshot() as snapshot:
        try:
            print_statements(snapshot, query, "table")
        except QueryError as error:
            return str(error)
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("query", "advice"),
    [
        ("select affiliation from voice", "no column affiliation in voice; did you mean claimant_affiliation of claim"),
        ("select affiliation from voice", "`describe voice` lists the columns."),
        ("select finding.titel from finding", "no column titel in finding; did you mean title?"),
        ("select x.low_voices from finding x", "did you mean low_voice, low_voice_count or"),
        ("select * from claims", "no view claims; did you mean claim? `show tables` lists all."),
        (
            "select * from voice where voice = 'Enosi'",
            "voice is a view here, and none of its columns: `describe voice`",
        ),
        ("select source from claim where measure = 'troop'", "No claim has measure = 'troop'; did you mean 'troops'?"),
        ("select source from claim where measure = 'zzz'", "`from claim select distinct measure` lists what there is."),
        ("select source from claim where measure = 'troops' and value < 0", "No row fits.\n"),
        ("select 1 where false", "No row fits.\n"),
        ("delete from claim", "A published file is only read: `rashomon build` makes another"),
        ("delete from finding", "A published file is only read: `rashomon build` makes another"),
        ("drop table finding", "and `copy (select …) to 'rows.csv'` takes rows out."),
    ],
)
def test_what_was_meant_is_named(
    sample_database: Path, capsys: pytest.CaptureFixture[str], query: str, advice: str
) -> None:
    assert advice in told(sample_database, query, capsys)


def test_what_is_no_slip_of_a_name_stays_as_duckdb_says_it(
    sample_database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(sample_database, "selec 1", capsys).startswith("Parser Error")
    assert told(sample_database, "select 1", capsys) == ""
    assert told(sample_database, "set threads = 1", capsys) == ""
