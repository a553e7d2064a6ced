"""Claims and documents come in as they are: three formats, one result, nothing invented."""

import duckdb
import pytest

CSV = """claim_id,source,measure,value,hedge,as_of,url
a,The Harbour,deaths,12,at_least,2025-03-04,https://example.org
b,The Harbour,deaths,,,2025,
c,The Harbour,deaths,6.5,,2025-03,
"""


def write_csv(path, text=CSV):
    path.write_text(text, encoding="utf-8")
    return path


def write_parquet(path, source):
    duckdb.sql(f"copy (select * from read_csv('{source}', all_varchar = true)) to '{path}' (format parquet)")
    return path


def write_ndjson(path, source):
    duckdb.sql(f"copy (select * from read_csv('{source}', all_varchar = true)) to '{path}' (format json)")
    return path


@pytest.fixture(params=["csv", "ndjson", "jsonl", "parquet"])
def claims_in_each_format(request, tmp_path):
    source = write_csv(tmp_path / "claims.csv")
    if request.param == "csv":
        return source
    write = write_parquet if request.param == "parquet" else write_ndjson
    return write(tmp_path / f"claims.{request.param}", source)


def test_each_format_loads_the_same_claims(build_from, ask, claims_in_each_format):
    build_from(claims=[claims_in_each_format])
    assert ask("select claim_id, value, low, high, hedge, as_of from claim order by all") == [
        ("a", 12.0, 12.0, None, "at_least", "2025-03-04"),
        ("c", 6.5, 6.5, 6.5, "exact", "2025-03"),
    ]
    assert ask("select row_number, rule from rejected_claim") == [(2, "figure_or_polarity_is_given")]


def test_further_columns_are_ignored_with_a_notice(build_from, claims_in_each_format):
    notices = build_from(claims=[claims_in_each_format]).notices
    assert f"{claims_in_each_format.name}: ignored the columns url." in notices


def test_an_ignored_column_that_may_be_a_field_is_told_as_such(build_from, tmp_path):
    (tmp_path / "claims.csv").write_text("source,measure,value,date,shade\nA,boats,3,2025-03-04,red\n")
    assert build_from(claims=[tmp_path / "claims.csv"]).notices == [
        "claims.csv: ignored the columns date, shade; to have them read, rename date to as_of (the day that the figure "
        "holds for) or reported_at (the day on which it was published)."
    ]


def test_typed_parquet_keeps_dates_and_nested_values_as_text(build_from, ask, tmp_path):
    duckdb.sql(
        "copy (select 'A' as source, 'boats' as measure, 7::smallint as value, date '2025-03-04' as as_of, "
        "timestamptz '2025-03-04 12:00:00+02' as reported_at, {'factor': 2, 'base': 3} as relative_to, "
        f"'relative' as hedge) to '{tmp_path}/typed.parquet' (format parquet)"
    )
    build_from(claims=[tmp_path / "typed.parquet"])
    assert ask("select value, low, as_of, reported_at, relative_to ->> 'base' from claim") == [
        (7.0, 6.0, "2025-03-04", "2025-03-04T10:00:00+00:00", "3")
    ]


def test_claims_of_several_files_stand_beside_those_of_extraction(build_from, ask, documents, extracted, tmp_path):
    parquet = write_parquet(tmp_path / "table.parquet", write_csv(tmp_path / "claims.csv"))
    build_from(documents=[documents], extracted=[extracted], claims=[parquet], extractor="rules/1")
    assert ask("select document_id, count(*) from claim group by all order by all") == [("d1", 2), ("d2", 1), (None, 2)]


def test_documents_keep_every_field_and_count_their_claims(build_from, ask, documents, extracted):
    build_from(documents=[documents], extracted=[extracted])
    assert ask("select document_id, source, title, published_at, language, claim_count from document order by 1") == [
        ("d1", "Coast Post", "Boats", "2025-03-04", "en", 2),
        ("d2", "Bay News", None, None, "en", 1),
    ]


def test_a_second_document_with_an_id_is_set_aside(build_from, ask, documents, write_lines):
    again = write_lines("again.ndjson", {"document_id": "d1", "source": "Copycat", "text": "Other."})
    build_from(documents=[documents, again])
    assert ask("select source from document where document_id = 'd1'") == [("Coast Post",)]
    assert ask("select place, rule from rejected_document") == [("document 3", "document_id_is_unique")]


def test_documents_that_reading_set_aside_are_published_as_such(build_from, ask, documents, write_lines):
    refused = {"place": "x.txt", "rule": "text_is_utf_8", "message": "Save it as UTF-8.", "raw": "?"}
    build_from(documents=[documents], rejected_documents=[write_lines("refused.ndjson", refused)])
    assert ask("from rejected_document") == [("x.txt", "text_is_utf_8", "Save it as UTF-8.", "?")]


def test_a_date_that_is_not_given_stays_unknown(build_from, ask, write_lines):
    row = {"source": "A", "measure": "boats", "value": 3, "reported_at": "2025-03-04"}
    build_from(claims=[write_lines("claims.ndjson", row)])
    assert ask("select as_of, as_of_basis from claim") == [(None, None)]


def test_a_claim_may_name_a_document_that_is_not_loaded(build_from, ask, write_lines):
    row = {"source": "A", "document_id": "gone", "measure": "boats", "value": 3, "char_start": 4, "char_end": 5}
    report = build_from(claims=[write_lines("claims.ndjson", row)])
    assert ask("select document_id, value from claim") == [("gone", 3.0)]
    assert any("every claim of a document finds it loaded" in notice for notice in report.notices)


def test_two_files_of_one_name_are_told_apart(build_from, ask, tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        write_csv(tmp_path / folder / "claims.csv", "source,measure,value\nA,boats,x\nB,boats,2\n")
    paths = [tmp_path / "one" / "claims.csv", tmp_path / "two" / "claims.csv"]
    build_from(claims=paths)
    assert {file for (file,) in ask("select file from rejected_claim where rule = 'figures_are_numbers'")} == {
        str(path) for path in paths
    }
