"""Builds from the command line: the same input changes nothing, and only what changed is extracted again."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest

from analytics.reading import PublishedFile
from extraction.model import Claim, Document
from extraction.rules import rule_extractor
from rashomon import building, corpus
from rashomon.building import Corpus, build_corpus
from rashomon.corpus import ExtractedBatch, StagedDocuments, document_lines, extract_batches, lexicon_folder
from rashomon.settings import Settings
from tests.front.conftest import ARTICLES, Run


def write_articles(path: Path, articles: list[dict[str, str]]) -> Path:
    path.write_bytes(b"".join(orjson.dumps(article) + b"\n" for article in articles))
    return path


def build_again(path: Path, target: Path, **settings: object) -> StagedDocuments:
    staged, _ = build_corpus(Corpus([path]), target, Settings(**settings), lambda *_: None)
    return staged


@pytest.fixture(scope="module")
def first_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return what is published of the two articles where there was nothing before."""
    folder = tmp_path_factory.mktemp("first_build")
    write_articles(folder / "articles.ndjson", list(ARTICLES))
    build_again(folder / "articles.ndjson", folder / "first.duckdb")
    return folder / "first.duckdb"


@pytest.fixture
def target(first_build: Path, tmp_path: Path) -> Path:
    """Return a file of the test's own that holds the two articles."""
    return shutil.copyfile(first_build, tmp_path / "out.duckdb")


def rows(target: Path, query: str) -> list[dict[str, object]]:
    published = PublishedFile(target)
    with published.snapshot() as snapshot:
        found = snapshot.rows(query)
    published.close()
    return found


def test_claims_are_extracted_again_when_any_module_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = shutil.copytree(corpus.EXTRACTION_CODE, tmp_path / "extraction", ignore=shutil.ignore_patterns("*.so"))
    monkeypatch.setattr(corpus, "EXTRACTION_CODE", copied)
    identities = {corpus.extraction_identity(lexicon_folder(None))}
    modules = sorted(copied.rglob("*.py"))
    for module in modules:
        module.write_text(module.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        identities.add(corpus.extraction_identity(lexicon_folder(None)))
    assert len(identities) == len(modules) + 1


def test_the_same_input_twice_is_the_same_build(target: Path, articles: Path) -> None:
    first = {view: rows(target, f"from {view} order by all") for view in ("claim", "question", "finding", "build")}
    build_again(articles, target)
    assert {view: rows(target, f"from {view} order by all") for view in first} == first
    assert len(first["claim"]) == 2


def test_unchanged_articles_are_not_extracted_again(tmp_path: Path, articles: Path) -> None:
    target = tmp_path / "out.duckdb"
    assert build_again(articles, target).changed_count == 2
    assert build_again(articles, target).changed_count == 0


def test_a_changed_article_is_extracted_again_and_ids_survive(target: Path, articles: Path) -> None:
    kept = rows(target, "select claim_id from claim where document_id = 'harbour-1'")
    changed = [ARTICLES[0], ARTICLES[1] | {"text": ARTICLES[1]["text"].replace("3,000", "5,000")}]
    write_articles(articles, changed)
    assert build_again(articles, target).changed_count == 1
    assert rows(target, "select claim_id from claim where document_id = 'harbour-1'") == kept
    assert {row["value"] for row in rows(target, "select value from claim")} == {1200, 5000}


def test_an_article_with_another_date_is_extracted_again(target: Path, articles: Path) -> None:
    write_articles(articles, [ARTICLES[0], ARTICLES[1] | {"published_at": "2023-05-09"}])
    assert build_again(articles, target).changed_count == 1


def test_an_article_that_is_no_longer_named_is_gone(target: Path, articles: Path) -> None:
    write_articles(articles, [ARTICLES[0]])
    build_again(articles, target)
    assert [row["document_id"] for row in rows(target, "select distinct document_id from claim")] == ["harbour-1"]


def test_a_build_says_what_the_file_no_longer_holds(run: Run, tmp_path: Path, articles: Path) -> None:
    first = run("build", "--documents", articles, "-o", "out.duckdb")
    assert "no longer holds" not in first.stdout
    articles.write_bytes(articles.read_bytes().splitlines(keepends=True)[0])
    again = run("build", "--documents", articles, "-o", "out.duckdb").stdout
    assert "; the file no longer holds 1 document and 1 claim of the build before" in again
    assert "no longer holds" not in run("build", "--documents", articles, "-o", "out.duckdb").stdout


def test_an_edited_lexicon_extracts_everything_again(tmp_path: Path, articles: Path) -> None:
    target, lexicon = tmp_path / "out.duckdb", tmp_path / "lexicon"
    lexicon.mkdir()
    for table in lexicon_folder(None).glob("*.csv"):
        (lexicon / table.name).write_bytes(table.read_bytes())
    build_again(articles, target, lexicon=lexicon)
    assert build_again(articles, target, lexicon=lexicon).changed_count == 0
    with (lexicon / "vague_words.csv").open("a") as table:
        table.write("umpteen,20,99\n")
    rule_extractor.cache_clear()
    assert build_again(articles, target, lexicon=lexicon).changed_count == 2


def test_documents_may_be_stored_without_extracting(run: Run, tmp_path: Path, articles: Path) -> None:
    done = run("build", "--documents", articles, "--no-extract", "-o", "out.duckdb")
    assert done.returncode == 0, done.stderr
    assert len(rows(tmp_path / "out.duckdb", "from document")) == 2
    assert rows(tmp_path / "out.duckdb", "from claim") == []


def test_claims_alone_are_enough(run: Run, tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text(
        "source,measure,actor,value\nHarbour Post,deaths,Dover,12\nDaily,deaths,Dover,40\n"
    )
    done = run("build", "--claims", "claims.csv", "-o", "out.duckdb")
    assert done.returncode == 0, done.stderr
    assert [row["verdict"] for row in rows(tmp_path / "out.duckdb", "from finding")] == ["contradicts"]


def test_several_processes_find_what_one_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "BATCH_BYTES", 300)
    monkeypatch.setattr(corpus, "FEWEST_BATCHES_FOR_PROCESSES", 1)
    articles = [corpus.Document(**{**ARTICLES[n % 2], "document_id": f"copy-{n}"}) for n in range(7)]
    by_one = list(extract_batches(document_lines(articles), lexicon_folder(None), 1))
    by_two = list(extract_batches(document_lines(articles), lexicon_folder(None), 2))
    assert by_two == by_one
    assert len(by_one) > 1
    assert sum(batch.document_count for batch in by_one) == 7


def end_over_one(lines: list[bytes], _lexicon: Path) -> ExtractedBatch:
    """Extract nothing, as a process that does not survive articles called so."""
    if any(b"deadly" in line for line in lines):
        os._exit(1)
    return ExtractedBatch(len(lines), b"".join(lines), [])


def test_an_article_that_ends_its_process_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "BATCH_BYTES", 1000)
    monkeypatch.setattr(corpus, "FEWEST_BATCHES_FOR_PROCESSES", 1)
    monkeypatch.setattr(corpus, "_extract_batch", end_over_one)
    names = [f"sound-{n}" for n in range(7)]
    articles = [corpus.Document(**{**ARTICLES[0], "document_id": name}) for name in [*names[:3], "deadly", *names[3:]]]
    batches = list(extract_batches(document_lines(articles), lexicon_folder(None), 2))
    (rejection,) = [rejection for batch in batches for rejection in batch.rejections]
    assert (rejection.place, rejection.rule) == ("deadly", "extraction_ended")
    assert "RASHOMON_PROCESSES" in rejection.message
    read = [orjson.loads(line)["document_id"] for batch in batches for line in batch.claims.splitlines()]
    assert read == names
    assert sum(batch.document_count for batch in batches) == 8


def test_processes_that_end_over_every_article_end_the_extraction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "MOST_ENDED", 2)
    monkeypatch.setattr(corpus, "FEWEST_BATCHES_FOR_PROCESSES", 1)
    monkeypatch.setattr(corpus, "_extract_batch", end_over_one)
    articles = [corpus.Document(**{**ARTICLES[0], "document_id": f"deadly-{n}"}) for n in range(3)]
    with pytest.raises(corpus.ExtractionError, match="RASHOMON_PROCESSES"):
        list(extract_batches(document_lines(articles), lexicon_folder(None), 2))


class FaultyExtractor:
    """The extractor as it is, but for one article that a fault of it cannot stand."""

    def __init__(self, document_id: str) -> None:
        self._document_id = document_id
        self._sound = rule_extractor(lexicon_folder(None))

    def extract(self, documents: list[Document]) -> Iterator[Claim]:
        """Yield claims until the article comes."""
        for claim in self._sound.extract(documents):
            if claim.document_id == self._document_id:
                raise IndexError("list index out of range")
            yield claim


def test_an_article_that_a_fault_keeps_from_being_read_is_set_aside(
    tmp_path: Path, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, faulty = tmp_path / "out.duckdb", FaultyExtractor("coast-1")
    with monkeypatch.context() as patched:
        patched.setattr(corpus, "rule_extractor", lambda _: faulty)
        staged = build_again(articles, target)
    (rejection,) = staged.rejections
    assert (rejection.place, rejection.rule) == ("coast-1", "extraction_failed")
    assert "IndexError: list index out of range" in rejection.message
    assert rows(target, "select place, rule from rejected_document") == [
        {"place": "coast-1", "rule": "extraction_failed"}
    ]
    assert [row["document_id"] for row in rows(target, "from document")] == ["harbour-1"]
    assert {row["document_id"] for row in rows(target, "from claim")} == {"harbour-1"}
    again = build_again(articles, target)
    assert (again.changed_count, again.rejections) == (1, [])
    assert len(rows(target, "from document")) == 2


def test_the_shipped_data_is_where_the_front_door_looks() -> None:
    assert (building.SHIPPED_DATA / "lexicon" / "hedges.csv").is_file()
    assert list((building.SHIPPED_DATA / "sample").iterdir())
