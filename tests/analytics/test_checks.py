"""Each check of sql/checks finds nothing in a sound build, and finds the fault that it is named for."""

import duckdb
import pytest

from analytics.build import BuildInputs, build
from analytics.checks import run_failing_checks
from analytics.model_order import SQL_FOLDER
from tests.analytics.conftest import LEXICON

CHECKS = sorted((SQL_FOLDER / "checks").glob("*/*.sql"))


def test_checks_are_named_by_sentences_and_say_what_their_rows_are():
    for check in CHECKS:
        assert len(check.stem.split("_")) >= 5, check.stem
        assert check.read_text(encoding="utf-8").startswith("-- Rows: "), check.stem


def test_every_pair_is_checked_where_it_is_asked_for(documents, extracted, target):
    target.parent.mkdir()
    inputs = BuildInputs(lexicon=LEXICON, documents=[documents], extracted=[extracted])
    assert build(inputs, target, full_checks=True).counts["finding"] == 1


FAULTS = {
    "every_claim_has_an_id_of_its_own": "insert into staged_claim from staged_claim limit 1",
    "every_interval_has_its_low_end_below_its_high_end": "update staged_claim set low = 99, high = 1",
    "every_span_is_the_value_as_written": "update staged_claim set written = ''",
    "every_claim_answers_exactly_one_question": "delete from analysed_claim where claim_id = 'mayor'",
    "every_question_is_answered_by_a_claim": "update analysed_claim set question_id = 'another'",
    "every_question_of_a_claim_is_listed_once": "insert into question from question limit 1",
    "every_finding_has_two_sides_in_its_question": "update finding set low_claim_id = high_claim_id",
    "every_finding_has_one_rank_and_one_question": "insert into finding from finding",
    "every_verdict_follows_from_its_row": "update contender_pair set ratio = 9, verdict = 'differs'",
}


# Steps that checks read and that are gone from a published file.
STEPS = """
    create table contender_pair as from pair;
    create view staged_document as from document;
    create table staged_claim as
    select analysed_claim.*, substring(document.text, char_start + 1, char_end - char_start) as written
    from analysed_claim
    left join document on analysed_claim.document_id = document.document_id;
"""


@pytest.mark.parametrize("check", FAULTS)
def test_a_check_finds_its_fault(build_from, documents, extracted, target, check):
    build_from(documents=[documents], extracted=[extracted])
    query = (SQL_FOLDER / "checks" / "fail" / f"{check}.sql").read_text(encoding="utf-8")
    with duckdb.connect(target) as connection:
        connection.execute(STEPS)
        assert connection.execute(query).fetchall() == []
        connection.execute(FAULTS[check])
        assert connection.execute(query).fetchall() != []


def test_the_message_names_the_check_and_the_row(monkeypatch, tmp_path):
    folder = tmp_path / "checks" / "fail"
    folder.mkdir(parents=True)
    (folder / "every_number_is_small.sql").write_text("select 7 as number")
    monkeypatch.setattr("analytics.checks.SQL_FOLDER", tmp_path)
    with duckdb.connect() as connection, pytest.raises(Exception, match=r"every_number_is_small.sql found 1 rows.*7"):
        run_failing_checks(connection, full=False)
