"""Whole lists as files."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from analytics.list_views import LIST_VIEWS
from tests.api.conftest import Client, served
from tests.api.contract import findings, publish

ROWS = 300_000
MEBIBYTE = 1 << 20


def csv_rows(client: Client, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(client.get(path).content.decode(), newline="")))


def test_csv_holds_every_row_with_nulls_left_empty(client: Client) -> None:
    rows = csv_rows(client, "/api/v1/findings.csv")
    assert [row["finding_id"] for row in rows] == [row["finding_id"] for row in findings(40)]
    assert rows[3]["ratio"] == ""


def test_ndjson_holds_the_objects_of_the_list(client: Client) -> None:
    lines = client.get("/api/v1/findings.ndjson").content.splitlines()
    assert [json.loads(line) for line in lines] == client.get("/api/v1/findings?limit=1000").json()["data"]


def test_parquet_holds_the_rows_with_their_types(client: Client, tmp_path: Path) -> None:
    target = tmp_path / "findings.parquet"
    target.write_bytes(client.get("/api/v1/findings.parquet?verdict=differs").content)
    with duckdb.connect() as shell:
        rows = shell.execute("select count(*), typeof(any_value(ratio)) from read_parquet(?)", [str(target)]).fetchall()
    assert rows == [(20, "DOUBLE")]


def test_json_is_the_list_itself(client: Client) -> None:
    assert (
        client.get("/api/v1/findings.json?limit=3").json()["data"]
        == client.get("/api/v1/findings?limit=3").json()["data"]
    )


ACCEPTED = [
    ("text/csv", "csv"),
    ("application/x-ndjson", "ndjson"),
    ("application/vnd.apache.parquet, application/json;q=0.5", "parquet"),
    ("text/html, text/csv;q=0.4, */*;q=0.1", "csv"),
    ("application/json, text/csv;q=0.9", "json"),
    ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "json"),
    ("*/*", "json"),
    ("image/png", "json"),
]


@pytest.mark.parametrize("path", ["/api/v1/findings", "/api/v1/questions/q0001/claims"])
@pytest.mark.parametrize(("accept", "extension"), ACCEPTED)
def test_a_client_may_ask_for_a_form_by_accept(client: Client, path: str, accept: str, extension: str) -> None:
    for _ in range(2):
        client.get(path)
        answer = client.get(path, headers={"Accept": accept})
        ending = "" if extension == "json" else f".{extension}"
        twin = client.get(f"{path}{ending}")
        assert answer.headers["Content-Type"] == twin.headers["Content-Type"]
        assert answer.content == twin.content or extension == "parquet"
        assert "Accept" in answer.headers["Vary"].split(", ")


def test_the_json_twin_is_json_whatever_is_accepted(client: Client) -> None:
    answer = client.get("/api/v1/findings.json", headers={"Accept": "text/csv"})
    assert answer.headers["Content-Type"] == "application/json"


@pytest.mark.parametrize("extension", ["csv", "ndjson", "parquet"])
def test_a_file_has_a_name_and_takes_the_list_s_arguments(client: Client, extension: str) -> None:
    answer = client.get(f"/api/v1/findings.{extension}?measure=troops&limit=2")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="findings.{extension}"'
    assert client.get(f"/api/v1/findings.{extension}?colour=red").status_code == 422


def test_times_in_csv_are_utc(client: Client) -> None:
    assert csv_rows(client, "/api/v1/builds.csv")[0]["built_at"] == "2026-01-02T03:04:05Z"


def test_no_text_is_a_formula_to_a_spreadsheet(tmp_path: Path) -> None:
    said = [f"{sign}HYPERLINK(1)" for sign in ("=", "+", "-", "@", "\t", "\r")]
    rows = [{**row, "sentence": sentence} for row, sentence in zip(findings(len(said)), said, strict=True)]
    with served(publish(tmp_path / "odd.duckdb", "b1", {"finding": rows})) as server:
        marked = [f"'{sentence}" for sentence in said]
        assert [row["sentence"] for row in csv_rows(server, "/api/v1/findings.csv")] == marked
        assert [row["sentence"] for row in server.get("/api/v1/findings").json()["data"]] == said
        query = {"q": "select sentence, -5 as n from finding order by rank", "format": "csv"}
        as_csv = server.get("/api/v1/sql", params=query).text
        assert list(csv.reader(io.StringIO(as_csv, newline="")))[1:] == [[sentence, "-5"] for sentence in marked]


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file of findings that take 384 MB."""
    path = publish(tmp_path_factory.mktemp("long") / "long.duckdb", "b1", {})
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "insert into finding(finding_id, rank, sentence) "
            "select 'f' || i, i, repeat(md5(i::text), 40) from range(?) as numbers(i)",
            [ROWS],
        )
    return path


@pytest.mark.parametrize("extension", ["csv", "parquet"])
def test_memory_stays_flat_however_long_the_list(long_file: Path, extension: str) -> None:
    """DuckDB is given 300 MB for sorting rows that take more; the rest goes to disk."""
    assert int(growth_in_a_process_of_its_own(long_file, extension)) < 400 * MEBIBYTE


def growth_in_a_process_of_its_own(path: Path, extension: str) -> str:
    """Return by how many bytes a process grows while it sends the file."""
    code = f"""
import resource
from pathlib import Path
from flask import Flask
import api
from analytics.reading import PublishedFile
app = Flask("rashomon")
api.register(app, PublishedFile(Path({str(path)!r}), memory_limit="300MB"))
client = app.test_client()
client.get("/api/v1/findings?limit=1").close()
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
before = peak()
answer = client.get("/api/v1/findings.{extension}", buffered=False)
assert sum(len(piece) for piece in answer.response) > 1_000_000
answer.close()
print(peak() - before)
"""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("name", ["findings", "questions", "sources", "measures"])
def test_a_whole_list_as_a_file_comes_in_the_order_of_its_pages(sample: Client, name: str) -> None:
    page = sample.get(f"/api/v1/{name}?limit=1000").json()["data"]
    lines = sample.get(f"/api/v1/{name}.ndjson").text.splitlines()
    (column,) = LIST_VIEWS[name].key
    assert page
    assert [json.loads(line)[column] for line in lines[: len(page)]] == [row[column] for row in page]
