"""Fixtures for the tests of every room."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

# A busy machine is slow, and not wrong: what a page comes to show is waited for, as long as it takes.
expect.set_options(timeout=20_000)
# The suite reads the code as it is written, also where `make compiled` has made a copy of it.
os.environ.setdefault("EXTRACTION_COMPILED", "0")

REPOSITORY = Path(__file__).resolve().parent.parent
SAMPLE = REPOSITORY / "data" / "sample"


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a published file built once from data/sample; read it, never write it."""
    target = tmp_path_factory.mktemp("sample") / "sample.duckdb"
    command = [sys.executable, "-m", "rashomon", "build", "--documents", str(SAMPLE), "-o", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=target.parent)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture
def free_port() -> int:
    """Return a port on 127.0.0.1 that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture(scope="session")
def chromium_path() -> str | None:
    """Return the system's Chromium, or None where Playwright's own is to be used."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((path for name in names if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser_type_launch_args(chromium_path: str | None) -> dict[str, object]:
    """Return how Playwright starts the browser; no sandbox, because build machines run as root."""
    arguments: dict[str, object] = {"args": ["--no-sandbox"]}
    if chromium_path:
        arguments["executable_path"] = chromium_path
    return arguments


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Run the tests in the browser last, and those of one file on one worker.

    Playwright keeps an event loop running, under which no other can start. The worker that takes a file's tests keeps
    the servers and files which its fixtures make; the browser's tests of a file are a group of their own, so that no
    worker starts them before the others are taken. Sorted once pytest has put the tests of one fixture together.
    """
    for item in items:
        item.add_marker(pytest.mark.xdist_group(f"{item.path}{' in the browser' if _needs_browser(item) else ''}"))
    yield
    items.sort(key=_needs_browser)


def _needs_browser(item: pytest.Item) -> bool:
    return "playwright" in getattr(item, "fixturenames", ())
