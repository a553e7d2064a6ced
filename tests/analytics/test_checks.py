"""Each check of sql/checks finds nothing in a sound build, and finds the fault that it is named for."""

import shutil
from contextlib import nullcontext

import duckdb
import pytest

from analytics.build import BuildError, BuildInputs, build
from analytics.checks import run_failing_checks
from analytics.model_order import SQL_FOLDER
from tests.analytics.conftest import DOCUMENTS, EXTRACTED, LEXICON, written

CHECKS = sorted((SQL_FOLDER / "checks").glob("*/*.sql"))


def test_checks_are_named_by_sentences_and_say_what_their_rows_are():
    for check in CHECKS:
        assert len(check.stem.split("_")) >= 5, check.stem
        assert check.read_text(encoding="utf-8").startswith("-- Rows: "), check.stem


@pytest.mark.parametrize("full_checks", [False, True])
def test_a_sound_build_passes_every_check(documents, extracted, target, full_checks):
    target.parent.mkdir()
    inputs = BuildInputs(lexicon=LEXICON, documents=[documents], extracted=[extracted])
    assert build(inputs, target, full_checks=full_checks).counts["finding"] == 1


FAULTS = {
    "every_claim_that_came_in_is_loaded_or_rejected": "insert into raw_claim by name select 'lost' as claim_id",
    "every_rejected_claim_is_kept_as_it_came": "insert into rejected_claim by name select 'lost' as rule",
    "every_dispute_of_a_pair_is_a_finding": "delete from finding",
    "every_pair_is_of_one_question_and_stands_once": "insert into analysed_claim from analysed_claim limit 1",
    "every_claim_has_an_id_of_its_own": "insert into staged_claim from staged_claim limit 1",
    "every_interval_has_its_low_end_below_its_high_end": "update staged_claim set low = 99, high = 1",
    "every_span_is_the_value_as_written": "update staged_claim set written = ''",
    "every_claim_answers_exactly_one_question": "delete from analysed_claim where claim_id = 'mayor'",
    "every_question_is_answered_by_a_claim": "update analysed_claim set question_id = 'another'",
    "every_question_of_a_claim_is_listed_once": "insert into question from question limit 1",
    "every_finding_has_two_sides_in_its_question": "update finding set low_claim_id = high_claim_id",
    "every_finding_stands_between_two_ends_in_dispute": "update finding set ratio = 9",
    "every_finding_says_what_its_ends_say": "update finding set sentence = 'Nobody says so.'",
    "every_finding_repeats_what_its_question_says": "update finding set title = 'Another?'",
    "every_finding_has_one_rank_and_one_question": "insert into finding from finding",
    "every_verdict_follows_from_its_row": "create or replace view checked_pair as"
    " select * replace (9 as ratio, 'differs' as verdict) from judged_pair",
    "every_verdict_on_two_ends_follows_from_its_row": "update contender_pair set ratio = 9, verdict = 'differs'",
}


# Steps that checks read and that are gone from a published file.
STEPS = """
    create table raw_claim as select claim_id from analysed_claim;
    create view staged_document as from document;
    create table staged_claim as
    select analysed_claim.*, substring(document.text, char_start + 1, char_end - char_start) as written
    from analysed_claim
    left join document on analysed_claim.document_id = document.document_id;
"""


@pytest.fixture(scope="module")
def sound_file(tmp_path_factory):
    """A sound build, with the steps that the checks read; each test takes a copy of it."""
    folder = tmp_path_factory.mktemp("sound")
    documents = written(folder / "documents.ndjson", *DOCUMENTS)
    extracted = written(folder / "extracted.ndjson", *EXTRACTED)
    target = folder / "corpus.duckdb"
    build(BuildInputs(lexicon=LEXICON, documents=[documents], extracted=[extracted]), target)
    with duckdb.connect(target) as connection:
        connection.execute(STEPS)
        for step in ("is_in_range", "verdict_of", "checked_pair", "is_misjudged", "contender_pair"):
            connection.execute(next(SQL_FOLDER.glob(f"*/{step}.sql")).read_text(encoding="utf-8"))
    return target


@pytest.fixture
def book(sound_file, tmp_path):
    with duckdb.connect(shutil.copy(sound_file, tmp_path / "corpus.duckdb")) as connection:
        yield connection


def test_each_check_that_fails_a_build_has_a_fault():
    assert sorted(FAULTS) == sorted(check.stem for check in CHECKS if check.parent.name == "fail")


@pytest.mark.parametrize("check", FAULTS)
def test_a_check_finds_its_fault(book, check):
    query = (SQL_FOLDER / "checks" / "fail" / f"{check}.sql").read_text(encoding="utf-8")
    assert book.execute(query).fetchall() == []
    book.execute(FAULTS[check])
    assert book.execute(query).fetchall() != []


@pytest.mark.parametrize(
    ("check", "fault"),
    [
        ("every_finding_stands_between_two_ends_in_dispute", "set verdict = 'differs'"),
        (
            "every_finding_stands_between_two_ends_in_dispute",
            "set low_claim_id = high_claim_id, high_claim_id = low_claim_id",
        ),
        ("every_finding_says_what_its_ends_say", "set low_value = low_value + 1"),
        ("every_finding_says_what_its_ends_say", "set high_source = 'Another'"),
        ("every_finding_repeats_what_its_question_says", "set verdict = 'differs'"),
    ],
)
def test_a_finding_that_says_what_its_claims_do_not_is_found(book, check, fault):
    book.execute(f"update finding {fault}")
    assert book.execute((SQL_FOLDER / "checks" / "fail" / f"{check}.sql").read_text(encoding="utf-8")).fetchall()


@pytest.mark.parametrize("fault", ["char_start = char_start + 3, char_end = char_end + 3", "written = 'elsewhere'"])
def test_a_span_that_is_not_where_its_words_are_is_found(book, fault):
    book.execute(f"update staged_claim set {fault}")
    query = (SQL_FOLDER / "checks" / "fail" / "every_span_is_the_value_as_written.sql").read_text(encoding="utf-8")
    assert book.execute(query).fetchall()


@pytest.mark.parametrize(
    ("verdict", "turned"), [("agrees", "echo"), ("contradicts", "update"), ("contradicts", "scope")]
)
def test_a_verdict_that_is_not_that_of_its_reason_is_found(book, verdict, turned):
    book.execute(
        f"create or replace view checked_pair as select * replace ('{turned}' as verdict)"
        f" from judged_pair where verdict = '{verdict}'"
    )
    query = (SQL_FOLDER / "checks" / "fail" / "every_verdict_follows_from_its_row.sql").read_text(encoding="utf-8")
    assert len(book.execute(query).fetchall()) == book.execute("select count(*) from checked_pair").fetchone()[0]


@pytest.mark.parametrize(
    ("share", "claims", "full", "is_found"),
    [(0, 1000, False, False), (1, 1000, False, True), (1, 1, False, False), (0, 1, True, True)],
)
def test_pairs_are_checked_in_a_share_of_the_questions_that_are_not_too_large(book, share, claims, full, is_found):
    book.execute("delete from finding")
    book.execute("update setting set value = ? where setting = 'checked_share'", [share])
    book.execute("update setting set value = ? where setting = 'checked_claims'", [claims])
    with pytest.raises(BuildError, match="every_dispute_of_a_pair") if is_found else nullcontext():
        run_failing_checks(book, full)


def test_the_message_names_the_check_and_the_row(monkeypatch, tmp_path):
    folder = tmp_path / "checks" / "fail"
    folder.mkdir(parents=True)
    (folder / "every_number_is_small.sql").write_text("select 7 as number")
    monkeypatch.setattr("analytics.checks.SQL_FOLDER", tmp_path)
    with duckdb.connect() as connection, pytest.raises(Exception, match=r"every_number_is_small.sql found 1 rows.*7"):
        run_failing_checks(connection, full=True)
