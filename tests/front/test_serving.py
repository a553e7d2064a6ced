"""The server: it says where it listens, follows new builds, and ends when it is asked to."""

from __future__ import annotations

import re
import signal
import subprocess
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
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
    with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310 - the server that this test started
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
