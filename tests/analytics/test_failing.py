"""Where nothing can be done, a build says so in one line and leaves the old file as it was."""

import subprocess
import sys

import duckdb
import pytest

import analytics.build
from analytics.build import BuildError, BuildInputs, build
from analytics.reading import PublishedFile, UnpublishedError
from tests.analytics.conftest import LEXICON


def refusal(build_from, **inputs):
    with pytest.raises(BuildError) as caught:
        build_from(**inputs)
    message = str(caught.value)
    assert "\n" not in message
    return message


@pytest.fixture
def file_of(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


def test_a_file_that_is_not_there(build_from, tmp_path):
    path = tmp_path / "nowhere.csv"
    assert refusal(build_from, claims=[path]) == f"{path}: there is no such claims file; check the spelling."


def test_a_file_of_another_format(build_from, file_of):
    assert "claims come as .ndjson, .jsonl, .csv or .parquet" in refusal(build_from, claims=[file_of("c.xlsx", b"PK")])


@pytest.mark.parametrize("name", ["claims.csv", "claims.ndjson"])
def test_a_missing_column_is_named_with_those_that_are_there(build_from, file_of, name):
    content = b"source,value\nA,3\n" if name.endswith("csv") else b'{"source": "A", "value": 3}\n'
    message = refusal(build_from, claims=[file_of(name, content)])
    assert message.endswith("has no column measure (it has source, value); claims need source and measure.")


def test_a_column_that_has_another_name_is_told_by_it(build_from, file_of):
    message = refusal(build_from, claims=[file_of("c.csv", b"Outlet,measure,value\nA,boats,3\n")])
    assert message.endswith("claims need source and measure; to have them read, rename Outlet to source.")
    message = refusal(build_from, claims=[file_of("d.csv", b"Source,measure,value\nA,boats,3\n")])
    assert "rename Source to source" in message


@pytest.mark.parametrize(("sign", "called"), [(";", "semicolons"), ("\t", "tabs")])
def test_a_csv_without_commas_is_told_as_such(build_from, file_of, sign, called):
    content = "source,measure,value\nA,boats,3\n".replace(",", sign).encode()
    message = refusal(build_from, claims=[file_of("claims.csv", content)])
    assert message.endswith(f"claims.csv: {called} stand between its columns; save it with commas there.")


def test_a_file_without_any_figure_column(build_from, file_of):
    message = refusal(build_from, claims=[file_of("claims.csv", b"source,measure\nA,boats\n")])
    assert "has no column value, low, high or polarity (it has source, measure)" in message


@pytest.mark.parametrize("name", ["claims.csv", "claims.ndjson", "claims.parquet"])
def test_bytes_that_are_no_such_file(build_from, file_of, name):
    path = file_of(name, b"\xff\xfe\x00source\x00,\x92\n" * 50)
    message = refusal(build_from, claims=[path])
    assert message.startswith(f"{path}: cannot be read as {path.suffix[1:]} (")


def test_nothing_to_load(build_from, file_of):
    assert refusal(build_from).startswith("there is nothing to build")
    assert refusal(build_from, claims=[file_of("empty.ndjson", b"")]).startswith("there is nothing to build")


def test_nothing_that_could_be_loaded_names_the_first_thing_set_aside(build_from, file_of):
    claims = file_of("claims.csv", b"source,measure,low,high\nA,boats,5,3\n")
    assert refusal(build_from, claims=[claims]) == (
        "nothing could be loaded: claims.csv, row 1: low is above high (5 > 3). Swap them, or leave an open end empty."
    )


def test_a_target_in_no_folder_or_that_is_a_folder(documents, tmp_path):
    inputs = BuildInputs(lexicon=LEXICON, documents=[documents])
    with pytest.raises(BuildError, match=r"there is no folder .*nowhere; create it"):
        build(inputs, tmp_path / "nowhere" / "x.duckdb")
    with pytest.raises(BuildError, match=r"is a folder; name a file in it"):
        build(inputs, tmp_path)


def test_a_file_of_somebody_else_is_not_replaced(build_from, documents, target):
    target.write_text("A diary.")
    assert "is left alone; name another file with -o" in refusal(build_from, documents=[documents])
    assert target.read_text() == "A diary."
    target.unlink()
    with duckdb.connect(target) as connection:
        connection.execute("create table diary as select 1 as page")
    assert "is a database that Rashomon did not build" in refusal(build_from, documents=[documents])


def test_a_target_that_a_program_writes_to_is_told_as_such(build_from, documents, target, tmp_path):
    build_from(documents=[documents])
    writing = (
        "import duckdb, sys; file = duckdb.connect(sys.argv[1]); print('open', flush=True); "
        "sys.stdin.read(); file.close()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", writing, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout.readline() == b"open\n"
        assert "while a program writes to it; close that program" in refusal(build_from, documents=[documents])
        with pytest.raises(UnpublishedError, match="is open in a program that writes to it"):
            PublishedFile(target).snapshot().__enter__()
        writer.stdin.close()


def test_a_missing_lexicon(documents, target, tmp_path):
    target.parent.mkdir()
    with pytest.raises(BuildError, match="there is no such lexicon folder"):
        build(BuildInputs(lexicon=tmp_path / "words", documents=[documents]), target)


def test_a_lexicon_table_without_its_columns(documents, target, tmp_path):
    target.parent.mkdir()
    words = tmp_path / "words"
    words.mkdir()
    (words / "hedges.csv").write_text("word,meaning\nnearly,almost\n")
    with pytest.raises(BuildError, match=r"hedges.csv: cannot be read .* it needs the columns hedge, low_factor"):
        build(BuildInputs(lexicon=words, documents=[documents]), target)


def test_a_failed_build_leaves_the_old_file_and_nothing_beside_it(
    build_from, documents, extracted, target, monkeypatch
):
    build_from(documents=[documents], extracted=[extracted])
    before = target.read_bytes()

    def fail(connection, full, checks):
        raise BuildError("sql/checks/fail/some_sentence.sql found 1 rows")

    monkeypatch.setattr(analytics.build, "run_failing_checks", fail)
    assert refusal(build_from, documents=[documents]) == "sql/checks/fail/some_sentence.sql found 1 rows"
    assert target.read_bytes() == before
    assert list(target.parent.iterdir()) == [target]


def test_an_interrupted_build_leaves_nothing_behind(documents, target):
    target.parent.mkdir()

    def interrupt(step, done, total):
        if done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(BuildInputs(lexicon=LEXICON, documents=[documents]), target, progress=interrupt)
    assert list(target.parent.iterdir()) == []
