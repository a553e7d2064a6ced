"""Reading articles: what is taken, and what is kept aside with a rule and a remedy."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extraction.documents import LARGEST_ARTICLE, DocumentsError, RejectedDocument, read_documents
from extraction.model import Document

ROW = {"document_id": "a", "source": "Gazette", "text": "Forty people came."}


def rejected(path: Path) -> RejectedDocument:
    (only,) = read_documents([path])
    assert isinstance(only, RejectedDocument)
    return only


def test_reads_ndjson_with_every_field(tmp_path: Path) -> None:
    file = tmp_path / "news.ndjson"
    row = ROW | {"title": "T", "published_at": "2025-03-04T17:40:00+00:00", "url": "https://example.org/a"}
    file.write_text(json.dumps(row) + "\n\n")
    assert list(read_documents([file])) == [
        Document("a", "Gazette", ROW["text"], "T", "2025-03-04T17:40:00+00:00", "https://example.org/a", "en")
    ]


@pytest.mark.parametrize("published_at", ["2024", "2024-10", "2024-10-31", "2024-10-31T08:00:00Z", None])
def test_a_date_may_be_partial_or_missing(tmp_path: Path, published_at: str | None) -> None:
    file = tmp_path / "news.ndjson"
    file.write_text(json.dumps(ROW | {"published_at": published_at}))
    (document,) = read_documents([file])
    assert isinstance(document, Document)
    assert document.published_at == published_at


def test_folder_of_texts_takes_source_from_the_table_else_from_the_stem(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Forty people came.")
    (tmp_path / "two.txt").write_text("Fifty people came.")
    (tmp_path / "sources.csv").write_text("document_id,source,published_at,url\none,Gazette,2025-03-04,\n")
    one, two = read_documents([tmp_path])
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert (one.source, one.published_at) == ("Gazette", "2025-03-04")
    assert (two.source, two.published_at) == ("two", None)


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "nul_character"),
        ("café".encode("latin-1"), "wrong_encoding"),
        ("Forty people".encode("utf-16"), "wrong_encoding"),
        (b"   \n", "missing_field"),
        (b"x" * (LARGEST_ARTICLE + 1), "too_large"),
    ],
)
def test_a_file_that_is_no_article_is_kept_with_its_rule(tmp_path: Path, content: bytes, rule: str) -> None:
    file = tmp_path / "odd.txt"
    file.write_bytes(content)
    assert rejected(file).rule == rule
    assert rejected(file).place == str(file)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("{", "not_json"),
        ("[1, 2]", "not_an_object"),
        ('{"document_id": "a", "source": "Gazette"}', "missing_field"),
        (json.dumps(ROW | {"text": 7}), "missing_field"),
        (json.dumps(ROW | {"title": 7}), "wrong_type"),
        (json.dumps(ROW | {"published_at": "last Tuesday"}), "not_iso_8601"),
        (json.dumps(ROW | {"published_at": "2026-13-45"}), "not_iso_8601"),
        (json.dumps(ROW | {"published_at": "2026-W10-4"}), "not_iso_8601"),
        (json.dumps(ROW | {"published_at": "20260305"}), "not_iso_8601"),
        (json.dumps(ROW | {"text": "a\x00b"}), "nul_character"),
        (json.dumps(ROW | {"text": "a\ud800b"}), "broken_unicode"),
        ("[" * 100_000, "not_json"),
    ],
)
def test_a_line_that_is_no_document_is_kept_and_the_next_is_read(tmp_path: Path, line: str, rule: str) -> None:
    file = tmp_path / "news.ndjson"
    file.write_text(line + "\n" + json.dumps(ROW | {"document_id": "b"}) + "\n")
    first, second = read_documents([file])
    assert isinstance(first, RejectedDocument)
    assert (first.rule, first.place) == (rule, f"{file}:1")
    assert isinstance(second, Document)


def test_an_id_that_comes_twice_is_rejected_the_second_time(tmp_path: Path) -> None:
    file = tmp_path / "news.ndjson"
    file.write_text((json.dumps(ROW) + "\n") * 2)
    first, second = read_documents([file])
    assert isinstance(first, Document)
    assert isinstance(second, RejectedDocument)
    assert second.rule == "duplicate_document_id"


@pytest.mark.parametrize("name", ["missing.txt", "empty"])
def test_nothing_to_read_is_one_line_that_names_the_place(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(DocumentsError, match=name):
        list(read_documents([tmp_path / name]))


def test_a_json_file_is_read_where_it_is_ndjson_and_else_refused(tmp_path: Path) -> None:
    file = tmp_path / "news.json"
    file.write_text(json.dumps(ROW) + "\n" + json.dumps(ROW | {"document_id": "b"}) + "\n")
    assert [read.document_id for read in read_documents([file]) if isinstance(read, Document)] == ["a", "b"]
    for content in (json.dumps([ROW]), json.dumps(ROW, indent=2), ""):
        file.write_text(content)
        with pytest.raises(DocumentsError, match=r"news\.json: .*one object a line.*\.ndjson"):
            list(read_documents([file]))


@pytest.mark.parametrize("name", ["counts.csv", "counts.parquet"])
def test_a_file_of_claims_is_no_article(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("source,measure,value\nGazette,deaths,3\n")
    with pytest.raises(DocumentsError, match=f"{name}: .*--claims"):
        list(read_documents([tmp_path / name]))


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_an_empty_file_is_told(tmp_path: Path, content: str) -> None:
    file = tmp_path / "news.ndjson"
    file.write_text(content)
    assert rejected(file).rule == "empty_file"


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("document_id,src,published_at\none,Gazette,2025-03-04\n", "no column source (its header has document_id, src"),
        ("id,source\none,Gazette\n", "no column document_id"),
        ("document_id;source\none;Gazette\n", "put commas between its columns, not semicolons"),
        ("", "no column document_id (its header has none)"),
        ("document_id,source\none,Gazette\none.txt,Post\n", "no text file for the document_id 'one.txt'"),
        ("document_id,source\none,Gazette\na,A\nb,B\nc,C\nd,D\n", "document_id 'a', 'b', 'c' and 1 more"),
    ],
)
def test_a_table_of_sources_that_misses_is_told(tmp_path: Path, table: str, told: str) -> None:
    (tmp_path / "one.txt").write_text("Forty people came.")
    (tmp_path / "sources.csv").write_text(table)
    (fault,) = (read for read in read_documents([tmp_path]) if isinstance(read, RejectedDocument))
    assert fault.place == str(tmp_path / "sources.csv")
    assert told in fault.message


def test_a_bad_date_of_the_table_is_blamed_on_its_row(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Forty people came.")
    (tmp_path / "two.txt").write_text("Fifty people came.")
    (tmp_path / "sources.csv").write_text("document_id,source,published_at\none,A,2025-03-04\ntwo,B,04/03/2025\n")
    (fault,) = (read for read in read_documents([tmp_path]) if isinstance(read, RejectedDocument))
    assert fault.place == f"{tmp_path / 'sources.csv'}:3"
    assert "published_at '04/03/2025' must be" in fault.message
    assert "two.txt is left out" in fault.message


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"document_id": "a", "outlet": "Gazette", "text": "T."}, "source is missing (there is document_id, outlet"),
        (ROW | {"source": " "}, "source is empty"),
        (ROW | {"source": None}, "source is empty"),
        (ROW | {"source": 7}, "source must be a text"),
        ({"docum\ud800ent": "a"}, "document_id is missing"),
    ],
)
def test_a_field_is_told_as_missing_empty_or_no_text(tmp_path: Path, row: dict[str, object], told: str) -> None:
    file = tmp_path / "news.ndjson"
    file.write_text(json.dumps(row))
    message = rejected(file).message
    assert told in message
    assert message.encode()


def test_a_table_without_sources_still_dates_its_texts(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Forty people came.")
    (tmp_path / "sources.csv").write_text("document_id,published_at\none,2025-03-04\n")
    (document,) = (read for read in read_documents([tmp_path]) if isinstance(read, Document))
    assert (document.source, document.published_at) == ("one", "2025-03-04")


def test_the_first_row_on_a_text_counts_and_a_second_is_told(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Forty people came.")
    (tmp_path / "sources.csv").write_text("document_id,source,title\none,Gazette,Forty came\none,Courier,\n")
    fault, one = read_documents([tmp_path])
    assert isinstance(fault, RejectedDocument)
    assert (fault.place, fault.rule) == (f"{tmp_path / 'sources.csv'}:3", "duplicate_document_id")
    assert isinstance(one, Document)
    assert (one.source, one.title) == ("Gazette", "Forty came")


def test_a_quotation_mark_that_nothing_closes_is_told(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Forty people came.")
    (tmp_path / "sources.csv").write_text('document_id,source,published_at\none,"Gazette,2025-03-04\n')
    fault, one = read_documents([tmp_path])
    assert isinstance(fault, RejectedDocument)
    assert "quotation mark" in fault.message
    assert isinstance(one, Document)
    assert (one.source, one.published_at) == ("one", None)
