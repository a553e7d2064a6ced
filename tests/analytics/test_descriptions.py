"""The file explains itself: every table and column that it holds is described."""

import re

import pytest

from analytics.model_order import MODEL_FOLDERS, SQL_FOLDER, models_in_order, published_columns


@pytest.mark.parametrize("folder", MODEL_FOLDERS)
def test_each_folder_lists_its_files_and_no_others(folder):
    listed = [model.name for model in models_in_order() if model.path.parent.name == folder]
    assert sorted(listed) == sorted(path.stem for path in (SQL_FOLDER / folder).glob("*.sql"))


def test_each_model_opens_with_its_grain():
    for model in models_in_order():
        assert model.path.read_text(encoding="utf-8").startswith("-- "), model.name


def test_each_table_view_and_column_is_described(build_from, ask, documents, extracted):
    build_from(documents=[documents], extracted=[extracted])
    assert ask("select table_name from duckdb_tables() where comment is null or length(comment) < 10") == []
    assert ask("select view_name from duckdb_views() where not internal and coalesce(length(comment), 0) < 10") == []
    bare = ask(
        "select table_name || '.' || column_name from duckdb_columns() "
        "where not internal and coalesce(length(comment), 0) < 5"
    )
    assert bare == []


def test_the_definitions_name_each_column_of_a_claim():
    definitions = (SQL_FOLDER.parent / "docs" / "definitions.md").read_text(encoding="utf-8")
    told = re.findall(r"`(\w+)`", "".join(line for line in definitions.splitlines(True) if line.startswith("| `")))
    assert {column for column in published_columns()["claim"] if column not in told} == set()


def test_the_stable_views_are_there(build_from, ask, documents, extracted):
    build_from(documents=[documents], extracted=[extracted])
    public = {model.name for model in models_in_order() if model.is_public}
    assert public >= {
        "document", "claim", "question", "pair", "finding", "consensus", "source", "voice", "measure", "hedge",
        "vague_word", "rejected_claim", "rejected_document", "change", "build", "overview",
    }  # fmt: skip
    for view in public:
        ask(f"select * from {view} limit 1")


def test_nothing_of_the_loading_is_left(build_from, ask, documents):
    build_from(documents=[documents])
    assert (
        ask("select table_name from duckdb_tables() where regexp_matches(table_name, '^(raw|lexicon|baseline)')") == []
    )


def test_the_file_is_written_for_old_shells(build_from, ask, documents):
    build_from(documents=[documents])
    assert ask("select tags['storage_version'] from duckdb_databases() where database_name = 'corpus'") == [
        ("v1.0.0+",)
    ]


def test_views_call_nothing_that_the_oldest_shells_lack(build_from, ask, documents):
    """DuckDB 1.0 has no function if: its parser made a case of it, which the views of the file name instead."""
    build_from(documents=[documents])
    assert ask("""select view_name from duckdb_views() where regexp_matches(sql, '\\bif"?\\(')""") == []
