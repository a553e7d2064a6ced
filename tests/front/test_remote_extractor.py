"""A second extractor, served over HTTP, stands beside the rules: its claims are checked against the articles."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from extraction.model import Document, Extractor
from rashomon.remote_extractor import RemoteExtractor, RemoteExtractorError
from tests.front.conftest import ARTICLES, Run

NAME = "sentences/1"
DOCUMENTS = [Document(**article) for article in ARTICLES]


def claims_of(document: dict[str, str]) -> list[object]:
    """A small extractor of its own: each number that is followed by "people", and one claim that it makes up."""
    found = re.finditer(r"([0-9,]+) people were evacuated", document["text"])
    claims: list[object] = [
        {
            "quote": document["text"],
            "measure": "evacuations",
            "value": int(match[1].replace(",", "")),
            "char_start": match.start(1),
            "char_end": match.end(1),
            "confidence": 0.5,
        }
        for match in found
    ]
    return [*claims, {"quote": "Nobody was evacuated.", "measure": "evacuations", "value": 0}, "no claim at all"]


class Endpoint(BaseHTTPRequestHandler):
    """Answers each article with its claims; `busy` is how many requests are turned away first."""

    busy = 0
    answer: bytes | None = None

    def do_POST(self) -> None:
        """Answer with what was set, else with the claims of the article."""
        document = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        kind = type(self)
        status, kind.busy = (503, kind.busy - 1) if kind.busy else (200, 0)
        content = kind.answer or json.dumps({"extractor": NAME, "claims": claims_of(document)}).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal quiet."""


@contextmanager
def endpoint(**ways: object) -> Iterator[str]:
    """Serve the extractor on a free port of this machine; give its address."""
    handler = type("Endpoint", (Endpoint,), ways)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/claims"
        finally:
            server.shutdown()
            thread.join()


def rows(run: Run, query: str) -> list[dict[str, object]]:
    done = run("sql", "--db", "out.duckdb", "--format", "json", query)
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


def test_claims_of_two_extractors_stand_in_one_file_told_apart_by_name(run: Run, articles: Path) -> None:
    with endpoint() as url:
        done = run("build", "--documents", articles, "--extractor-url", url, "-o", "out.duckdb")
    assert done.returncode == 0, done.stderr
    query = "select extractor, document_id, value from claim order by all"
    assert [tuple(row.values()) for row in rows(run, query)] == [
        ("rules/1", "coast-1", 3000.0),
        ("rules/1", "harbour-1", 1200.0),
        (NAME, "coast-1", 3000.0),
        (NAME, "harbour-1", 1200.0),
    ]


def test_what_does_not_stand_in_the_article_is_kept_with_that_reason(run: Run, articles: Path) -> None:
    with endpoint() as url:
        run("build", "--documents", articles, "--extractor-url", url, "-o", "out.duckdb")
    kept = rows(run, "select rule, count(*) as times from rejected_claim group by rule order by rule")
    assert kept == [{"rule": "measure_is_given", "times": 2}, {"rule": "quote_stands_in_the_text", "times": 2}]


def test_it_may_work_alone(run: Run, articles: Path) -> None:
    with endpoint() as url:
        done = run("build", "--documents", articles, "--no-extract", "--extractor-url", url, "-o", "out.duckdb")
    assert done.returncode == 0, done.stderr
    assert rows(run, "select distinct extractor from claim") == [{"extractor": NAME}]


def test_an_endpoint_that_is_not_there_stops_the_build_with_one_line(run: Run, articles: Path) -> None:
    with endpoint() as url:
        pass
    done = run("build", "--documents", articles, "--extractor-url", url, "-o", "out.duckdb")
    assert done.returncode == 1
    assert url in done.stderr
    assert "is the extractor running?" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_it_is_an_extractor_like_any_other() -> None:
    with endpoint() as url:
        remote: Extractor = RemoteExtractor(url)
        found = [(claim.document_id, claim.value, claim.extractor) for claim in remote.extract(DOCUMENTS)]
    assert found == [("harbour-1", 1200, NAME), ("coast-1", 3000, NAME)]


def test_a_busy_endpoint_is_asked_again() -> None:
    with endpoint(busy=2) as url:
        assert len(list(RemoteExtractor(url, pause=0).extract(DOCUMENTS))) == 2


@pytest.mark.parametrize(
    ("ways", "reason"),
    [
        ({"busy": 99}, "it answered 503"),
        ({"answer": b"<html>"}, "the answer is no JSON"),
        ({"answer": b"[]"}, "the answer is no object"),
    ],
)
def test_an_answer_that_cannot_be_read_names_the_endpoint_and_the_article(ways: dict[str, object], reason: str) -> None:
    with endpoint(**ways) as url, pytest.raises(RemoteExtractorError, match=f"{url}, article harbour-1: {reason}"):
        list(RemoteExtractor(url, pause=0).extract(DOCUMENTS))


@pytest.mark.parametrize("url", ["", "claims", "ftp://example.org", "file:///etc/passwd"])
def test_what_is_no_http_address_is_refused(url: str) -> None:
    with pytest.raises(RemoteExtractorError, match="no address of an extractor"):
        RemoteExtractor(url)


def test_a_password_in_an_address_is_never_shown() -> None:
    assert RemoteExtractor("http://user:secret@127.0.0.1:9/claims").identity == "http://127.0.0.1:9/claims"


def test_claims_are_not_extracted_from_a_file_of_claims(run: Run, tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text("source,measure,value\nA,boats,3\n")
    done = run("extract", "claims.csv")
    assert done.returncode == 1
    assert "rashomon build --claims" in done.stderr
