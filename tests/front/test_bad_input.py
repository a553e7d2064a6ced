"""Bad input: one line with the place and the remedy, or a kept rejected row, and never a traceback."""

from __future__ import annotations

import csv
import socket
from pathlib import Path

import duckdb
import orjson
import pytest

from tests.front.conftest import Run, assert_refused

GOOD_ARTICLE = "Police said on Monday that 3,000 people were evacuated from Dover."
CLAIM_COLUMNS = ("source", "measure", "actor", "value", "low", "high")


def rejected(run: Run, table: str) -> list[dict[str, object]]:
    """Return what the published file keeps as rejected."""
    done = run("sql", "--db", "out.duckdb", "--format", "json", f"from {table}")
    assert done.returncode == 0, done.stderr
    rows: list[dict[str, object]] = orjson.loads(done.stdout)
    return rows


def write_claims(path: Path, *rows: tuple[str, ...], columns: tuple[str, ...] = CLAIM_COLUMNS) -> Path:
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([columns, *rows])
    return path


def test_a_file_of_another_version(run: Run, tmp_path: Path, sample_database: Path) -> None:
    older = tmp_path / "older.duckdb"
    older.write_bytes(sample_database.read_bytes())
    with duckdb.connect(str(older)) as connection:
        connection.execute("drop table question_page")
    assert_refused(run("findings", "--db", "older.duckdb"), "older.duckdb", "question_page", "rashomon build")


@pytest.mark.parametrize("name", ["diary.duckdb", "articles.ndjson"])
def test_a_file_of_somebody_else_is_left_alone_before_any_work(run: Run, articles: Path, name: str) -> None:
    kept = articles.with_name(name)
    kept.write_bytes(articles.read_bytes())
    # Were the work begun, it would say first that these claims are not there.
    refused = run("build", "--documents", articles, "--claims", "nowhere.csv", "-o", name)
    assert_refused(refused, name, "is no file of Rashomon", "is left alone", "name another file with -o")
    assert kept.read_bytes() == articles.read_bytes()
    assert_refused(run("findings", "--db", name), name, "is no file that `rashomon build` wrote", "--db")


def test_nothing_named(run: Run) -> None:
    assert_refused(run("build", "-o", "out.duckdb"), "--documents", "--claims")


def test_an_empty_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert_refused(run("build", "--documents", "empty", "-o", "out.duckdb"), "empty", ".txt")
    assert not (tmp_path / "out.duckdb").exists()


def test_a_missing_file_of_articles(run: Run) -> None:
    assert_refused(run("build", "--documents", "nowhere.ndjson", "-o", "out.duckdb"), "nowhere.ndjson")
    assert_refused(run("extract", "nowhere"), "nowhere")


def test_a_missing_file_of_claims(run: Run) -> None:
    assert_refused(run("build", "--claims", "nowhere.csv", "-o", "out.duckdb"), "nowhere.csv")


@pytest.mark.parametrize(
    ("content", "remedy"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "plain text"),
        (b"Police said 3,000 people\x00 left.", "plain text"),
        ("Die Polizei z\xe4hlte 3.000 Menschen.".encode("latin-1"), "UTF-8"),
        (GOOD_ARTICLE.encode("utf-16"), "UTF-8"),
        (b"x" * 20_000_001, "split"),
    ],
    ids=["binary", "NUL bytes", "Latin-1", "UTF-16", "over 20 MB"],
)
def test_an_article_that_is_no_text(run: Run, tmp_path: Path, content: bytes, remedy: str) -> None:
    (tmp_path / "odd.txt").write_bytes(content)
    assert_refused(run("build", "--documents", "odd.txt", "-o", "out.duckdb"), "odd.txt", remedy)


def test_one_odd_article_among_good_ones_is_kept_with_its_reason(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD_ARTICLE)
    (folder / "odd.txt").write_bytes(b"\x00\x01\x02")
    done = run("build", "--documents", folder, "-o", "out.duckdb")
    assert done.returncode == 0, done.stderr
    assert "odd.txt" in done.stderr
    assert [row["rule"] for row in rejected(run, "rejected_document")] == ["nul_character"]


def test_a_duplicate_article_id_is_kept_with_its_reason(run: Run, articles: Path) -> None:
    articles.write_bytes(articles.read_bytes() * 2)
    assert run("build", "--documents", articles, "-o", "out.duckdb").returncode == 0
    assert {row["rule"] for row in rejected(run, "rejected_document")} == {"duplicate_document_id"}


def test_a_claims_file_with_a_missing_column(run: Run, tmp_path: Path) -> None:
    write_claims(tmp_path / "claims.csv", ("3000",), columns=("value",))
    assert_refused(run("build", "--claims", "claims.csv", "-o", "out.duckdb"), "claims.csv", "source")


def test_claim_rows_that_break_a_rule_are_kept_and_the_others_load(run: Run, tmp_path: Path) -> None:
    write_claims(
        tmp_path / "claims.csv",
        ("Harbour Post", "evacuations", "Dover", "1200", "", ""),
        ("Coast Daily", "evacuations", "Dover", "many", "", ""),
        ("Inland News", "evacuations", "Dover", "", "900", "700"),
    )
    done = run("build", "--claims", "claims.csv", "-o", "out.duckdb")
    assert done.returncode == 0, done.stderr
    assert "set aside: claims.csv, row 2: " in done.stderr
    assert "more claims" not in done.stderr
    kept = rejected(run, "rejected_claim")
    assert {row["file"] for row in kept} == {"claims.csv"}
    assert len({row["rule"] for row in kept}) == 2
    assert all(row["message"] and row["raw"] for row in kept)
    assert len(rejected(run, "claim")) == 1


def test_of_many_rejected_claims_the_first_are_named_and_the_table_of_the_others(run: Run, tmp_path: Path) -> None:
    bad = [("Coast Daily", "evacuations", "Dover", "many", "", "")] * 7
    write_claims(tmp_path / "claims.csv", ("Harbour Post", "evacuations", "Dover", "1200", "", ""), *bad)
    done = run("build", "--claims", "claims.csv", "-o", "out.duckdb")
    told = [line for line in done.stderr.splitlines() if line.startswith("set aside: ")]
    assert [line.split(": ")[1] for line in told[:-1]] == [f"claims.csv, row {number}" for number in range(2, 7)]
    assert told[-1] == "set aside: 2 more claims; rashomon sql 'from rejected_claim' lists them"


def test_the_last_line_of_a_build_counts_the_articles_that_were_set_aside(run: Run, tmp_path: Path) -> None:
    (tmp_path / "news.ndjson").write_text(
        '{"document_id": "a", "source": "Post", "title": "Ferry", "text": "A ferry sank with 40 aboard."}\n'
        '{"document_id": "b", "source": "Post", "title": "Nothing", "text": ""}\n',
        encoding="utf-8",
    )
    done = run("build", "--documents", "news.ndjson", "-o", "out.duckdb")
    assert done.returncode == 0, done.stderr
    assert "1 document (1 set aside), " in done.stdout


def test_an_empty_file_of_articles_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none.ndjson").touch()
    assert_refused(run("build", "--documents", "none.ndjson", "-o", "out.duckdb"), "none.ndjson", "empty")


def test_a_duplicate_claim_id_is_kept_with_its_reason(run: Run, tmp_path: Path) -> None:
    rows = [("one", "Harbour Post", "evacuations", "1200"), ("one", "Coast Daily", "evacuations", "3000")]
    write_claims(tmp_path / "claims.csv", *rows, columns=("claim_id", "source", "measure", "value"))
    assert run("build", "--claims", "claims.csv", "-o", "out.duckdb").returncode == 0
    assert len(rejected(run, "rejected_claim")) == 1
    assert len(rejected(run, "claim")) == 1


def test_a_claims_file_that_is_no_claims_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "claims.parquet").write_bytes(b"\x00\x01 no parquet")
    assert_refused(run("build", "--claims", "claims.parquet", "-o", "out.duckdb"), "claims.parquet")


def test_a_target_in_no_folder(run: Run, articles: Path) -> None:
    assert_refused(run("build", "--documents", articles, "-o", "no/where/out.duckdb"), "no/where")


def test_a_target_that_is_a_folder(run: Run, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    assert_refused(run("build", "--documents", articles, "-o", "taken"), "taken", "folder")


def test_a_target_where_nobody_can_write(run: Run, articles: Path) -> None:
    place = "/proc" if Path("/proc/self").exists() else "/System"
    assert_refused(run("build", "--documents", articles, "-o", f"{place}/out.duckdb"), place)


def test_a_failed_build_leaves_the_old_file_as_it_was(run: Run, articles: Path, tmp_path: Path) -> None:
    assert run("build", "--documents", articles, "-o", "out.duckdb").returncode == 0
    before = (tmp_path / "out.duckdb").read_bytes()
    (tmp_path / "claims.parquet").write_bytes(b"no parquet")
    assert run("build", "--claims", "claims.parquet", "-o", "out.duckdb").returncode != 0
    assert (tmp_path / "out.duckdb").read_bytes() == before
    assert [file.name for file in tmp_path.iterdir() if "building" in file.name] == []


def test_a_target_that_is_another_programs_file(run: Run, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.doc").write_bytes(b"Dear reader")
    assert_refused(run("build", "--documents", articles, "-o", "letter.doc"), "letter.doc")
    assert (tmp_path / "letter.doc").read_bytes() == b"Dear reader"


def test_no_published_file(run: Run) -> None:
    for command in (("findings",), ("sql", "select 1")):
        assert_refused(run(*command, "--db", "nowhere.duckdb"), "nowhere.duckdb", "rashomon build")


def test_a_published_file_that_is_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "odd.duckdb").write_bytes(b"no database")
    assert_refused(run("findings", "--db", "odd.duckdb"), "odd.duckdb")


def test_sql_that_does_not_run(run: Run, sample_database: Path) -> None:
    assert_refused(run("--db", sample_database, "sql", "select nothing from nowhere"), "nowhere")
    assert_refused(run("--db", sample_database, "sql", "drop view claim"), "read-only")


def test_a_draft_that_is_no_text(run: Run, sample_database: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_bytes(b"\x00\x01")
    assert_refused(run("check", "draft.txt", "--db", sample_database), "draft.txt", "plain text")
    assert_refused(run("check", "nowhere.txt", "--db", sample_database), "nowhere.txt")
    assert_refused(run("check", "-", "--db", sample_database, stdin="\0"), "standard input", "plain text")
    assert_refused(run("check", "-", "--db", sample_database), "standard input", "text is empty")


@pytest.mark.parametrize("published", ["bananas", "2026-3-5", "2026-13-45", ""])
def test_a_draft_with_a_date_that_is_none(run: Run, sample_database: Path, published: str) -> None:
    done = run("check", "-", "--published", published, "--db", sample_database, stdin=GOOD_ARTICLE)
    assert_refused(done, f"'{published}'", "ISO 8601")


def test_a_chart_that_cannot_be_drawn(run: Run, sample_database: Path) -> None:
    drawn = ("--db", sample_database, "chart", "timeline")
    assert_refused(run(*drawn, "--question", "nothing", "-o", "chart.png"), "nothing")
    assert_refused(
        run("--db", sample_database, "chart", "source-measures", "--source", "Nobody", "-o", "chart.json"),
        "no source is called Nobody",
    )
    assert_refused(run(*drawn, "-o", "chart.bmp"), "chart.bmp", ".png")
    assert_refused(run(*drawn, "-o", "no/where/chart.png"), "no/where")


def test_a_port_in_use(run: Run, sample_database: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert_refused(run("serve", "--db", sample_database, "--port", port), str(port), "in use", "--port")
        assert_refused(run("demo", "--port", port, "-o", "demo.duckdb"), str(port), "in use", "--port")
        assert not (tmp_path / "demo.duckdb").exists()


def test_an_address_of_another_machine(run: Run, sample_database: Path) -> None:
    assert_refused(run("serve", "--db", sample_database, "--host", "192.0.2.1", "--port", 0), "192.0.2.1", "--host")


@pytest.mark.parametrize("arguments", [("bild",), ("build", "--document", "x"), ("serve", "--port", "many")])
def test_a_slip_on_the_command_line(run: Run, arguments: tuple[str, ...]) -> None:
    assert_refused(run(*arguments), "--help")


def test_an_unexpected_error_is_one_line_too(run: Run, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    done = run("extract", articles, RASHOMON_LEXICON="lexicon")
    assert done.returncode != 0
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_a_field_of_articles_that_may_be_meant_as_another_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "news.ndjson").write_text(
        '{"document_id": "a", "source": "Post", "date": "2026-03-02", "mood": "grey", "text": "A barge sank."}\n',
        encoding="utf-8",
    )
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "b.txt").write_text("A barge sank with 40 casks.", encoding="utf-8")
    (texts / "sources.csv").write_text("document_id,source,headline\nb,Post,Barge lost\n", encoding="utf-8")
    done = run("build", "--documents", "news.ndjson", "--documents", "texts", "-o", "out.duckdb")
    assert done.returncode == 0, done.stderr
    told = [line for line in done.stderr.splitlines() if "ignored" in line]
    assert told == [
        "news.ndjson: ignored the fields date, mood; to have them read, rename date to published_at (the day on which"
        " the article appeared).",
        "texts/sources.csv: ignored the fields headline; to have them read, rename headline to title.",
    ]


def test_fields_of_articles_that_nothing_is_meant_by_are_not_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "news.ndjson").write_text(
        '{"document_id": "a", "source": "Post", "mood": "grey", "text": "A barge sank."}\n', encoding="utf-8"
    )
    assert "ignored" not in run("build", "--documents", "news.ndjson", "-o", "out.duckdb").stderr


def test_a_table_of_sources_that_cannot_be_read_is_no_article(run: Run, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "b.txt").write_text("A barge sank with 40 casks.", encoding="utf-8")
    (texts / "sources.csv").write_text("document_id;source\nb;Post\n", encoding="utf-8")
    done = run("build", "--documents", "texts", "-o", "out.duckdb")
    assert "set aside: texts/sources.csv: " in done.stderr
    assert "out.duckdb: 1 document, " in done.stdout
    again = run("build", "--documents", "texts", "-o", "out.duckdb")
    assert "1 unchanged article was not extracted again" in again.stdout
