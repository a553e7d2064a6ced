"""The server: it says where it listens, follows new builds, and ends when it is asked to."""

from __future__ import annotations

import re
import signal
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from email.message import Message
from pathlib import Path

import orjson
import pytest

from tests.front.conftest import COMMAND, Run, own_environment


@contextmanager
def server(*arguments: str, folder: Path, **environment: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start `rashomon ARGUMENTS` and give the process and the address that it prints."""
    with subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=own_environment(PYTHONUNBUFFERED="1", **environment),
    ) as process:
        try:
            assert process.stdout is not None
            lines = iter(process.stdout.readline, "")
            found = next(match for line in lines if (match := re.search(r"listens on (http://\S+)", line)))
            yield process, found.group(1)
        finally:
            process.kill()


def fetch(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=120) as answer:  # noqa: S310 - the server that this test started
        body: bytes = answer.read()
    return body


@pytest.fixture
def interrupts() -> Iterator[None]:
    """Let an interrupt reach what is started, though the tests may run as a shell's job that ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interrupts")
@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT], ids=lambda asked: asked.name)
def test_a_signal_ends_the_server_cleanly(sample_database: Path, tmp_path: Path, asked: signal.Signals) -> None:
    with server("--db", str(sample_database), "serve", "--port", "0", folder=tmp_path) as (process, address):
        assert b"<html" in fetch(address)
        process.send_signal(asked)
        assert process.wait(timeout=60) == 0
        assert process.stdout
        assert process.stdout.read() == "Stopped.\n"


def test_a_signal_under_load_lets_the_open_requests_end(sample_database: Path, tmp_path: Path) -> None:
    with server("--db", str(sample_database), "serve", "--port", "0", folder=tmp_path) as (process, address):
        fetch(f"{address}/healthz")
        with ThreadPoolExecutor(8) as readers:
            answers = [readers.submit(fetch, f"{address}/api/v1/claims") for _ in range(8)]
            answers[0].result()
            process.send_signal(signal.SIGTERM)
        # A process that is taken down under a thread that holds a cursor aborts, with -6.
        assert process.wait(timeout=30) == 0


def test_a_new_build_is_picked_up_without_a_restart(run: Run, articles: Path, tmp_path: Path) -> None:
    assert run("build", "--documents", articles, "-o", "out.duckdb").returncode == 0
    with server("--db", "out.duckdb", "serve", "--port", "0", folder=tmp_path) as (_, address):
        claims = f"{address}/api/v1/claims"
        assert len(orjson.loads(fetch(claims))["data"]) == 2
        articles.write_bytes(articles.read_bytes().splitlines(keepends=True)[0])
        assert run("build", "--documents", articles, "-o", "out.duckdb").returncode == 0
        assert len(orjson.loads(fetch(claims))["data"]) == 1


def test_the_demo_prints_its_findings_and_serves_them(tmp_path: Path) -> None:
    cache, work = tmp_path / "cache", tmp_path / "work"
    work.mkdir()
    with server("demo", "--port", "0", folder=work, XDG_CACHE_HOME=str(cache)) as (_, address):
        assert b"<html" in fetch(address)
        assert orjson.loads(fetch(f"{address}/api/v1/findings"))["data"]
    assert (cache / "rashomon" / "demo.duckdb").is_file()
    assert list(work.iterdir()) == []


def refusal(address: str, **headers: str) -> tuple[int, Message, bytes]:
    """Return status, headers and body of an answer that is no success."""
    asked = urllib.request.Request(address, headers=headers)  # noqa: S310 - the server that this test started
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(asked, timeout=120)  # noqa: S310 - likewise
    with refused.value as answer:
        return answer.code, answer.headers, answer.read()


def test_a_server_waits_for_the_first_build_and_serves_it(run: Run, articles: Path, tmp_path: Path) -> None:
    with server("--db", "out.duckdb", "serve", "--port", "0", folder=tmp_path) as (process, address):
        assert orjson.loads(fetch(f"{address}/healthz")) == {"status": "ok"}
        for path in (
            "/readyz",
            "/metrics",
            "/openapi.json",
            "/api/v1",
            "/api/v1/findings.csv",
            "/api/v1/sql?q=select+1",
        ):
            status, headers, body = refusal(address + path)
            problem = orjson.loads(body)
            assert (status, headers["Content-Type"]) == (503, "application/problem+json")
            assert (problem["type"], problem["status"]) == ("/api/v1/problems/unpublished", 503)
            assert "out.duckdb does not exist" in problem["detail"]
            assert "rashomon build --documents FOLDER -o out.duckdb" in problem["detail"]
            assert problem["request_id"] == headers["X-Request-ID"]
            assert int(headers["Retry-After"]) > 0
        assert orjson.loads(fetch(f"{address}/api/v1/problems/unpublished"))["status"] == 503
        for path in ("/", "/questions/1", "/build.json"):
            status, headers, body = refusal(address + path)
            assert (status, headers["Content-Type"]) == (503, "text/html; charset=utf-8")
            assert b"rashomon build --documents articles/ -o out.duckdb" in body
            assert "default-src 'none'" in headers["Content-Security-Policy"]
        sheet = re.search(r'href="(/assets/\w+/style.css)"', refusal(address)[2].decode())
        assert sheet
        assert fetch(address + sheet.group(1))
        assert run("build", "--documents", articles, "-o", "out.duckdb").returncode == 0
        with ThreadPoolExecutor(6) as readers:
            claims = list(readers.map(fetch, [f"{address}/api/v1/claims"] * 6))
        assert {len(orjson.loads(each)["data"]) for each in claims} == {2}
        assert orjson.loads(fetch(f"{address}/readyz"))["status"] == "ready"
        assert b'href="/questions/' in fetch(address)
        assert orjson.loads(fetch(f"{address}/api/v1/sql?q=select+1+as+one"))["data"] == [{"one": 1}]
        articles.write_bytes(articles.read_bytes().splitlines(keepends=True)[0])
        assert run("build", "--documents", articles, "-o", "out.duckdb").returncode == 0
        assert len(orjson.loads(fetch(f"{address}/api/v1/claims"))["data"]) == 1
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=60) == 0


def test_a_server_that_waits_says_so_and_ends_when_it_is_asked_to(tmp_path: Path) -> None:
    (tmp_path / "odd.duckdb").write_bytes(b"no database")
    with server("--db", "odd.duckdb", "serve", "--port", "0", folder=tmp_path) as (process, address):
        assert (
            "odd.duckdb is no file that `rashomon build` wrote"
            in orjson.loads(refusal(f"{address}/readyz")[2])["detail"]
        )
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=60) == 0


def test_a_server_that_waits_answers_only_those_whom_it_will_answer(tmp_path: Path) -> None:
    with server("serve", "--port", "0", folder=tmp_path, RASHOMON_TOKENS="sesame") as (_, address):
        assert refusal(f"{address}/api/v1/findings")[0] == 401
        assert refusal(address)[0] == 401
        assert refusal(f"{address}/api/v1/findings", Authorization="Bearer sesame")[0] == 503
        assert refusal(f"{address}/readyz")[0] == 503
        assert refusal(f"{address}/readyz", Host="evil.example")[0] == 421
