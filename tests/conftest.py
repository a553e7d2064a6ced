"""Fixtures for the tests of every room."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import expect

PATIENCE = 120
"""Seconds that a page is given to show something: a busy machine is slow, and not wrong."""
expect.set_options(timeout=PATIENCE * 1000)
# Hypothesis fails an example that takes more than a fifth of a second: on a busy machine any may.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
# The suite reads the code as it is written, also where `make compiled` has made a copy of it.
os.environ.setdefault("EXTRACTION_COMPILED", "0")

from tests.builds import built, made_once  # noqa: E402 - imports the extraction, which looks at the switch

REPOSITORY = Path(__file__).resolve().parent.parent
SAMPLE = REPOSITORY / "data" / "sample"


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a published file built once from data/sample; read it, never write it."""
    return made_once(tmp_path_factory, "sample.duckdb", partial(built, SAMPLE))


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
    """Run the tests of one file on one worker, and those in the browser last, each wherever a worker is free.

    Playwright keeps an event loop running, under which no other can start. The worker that takes a file's tests keeps
    the servers and files which its fixtures make; what the tests in the browser share, a worker makes once for all of
    them, so that they need not wait for one another. Sorted once pytest has put the tests of one fixture together.
    """
    for item in items:
        if not _needs_browser(item):
            item.add_marker(pytest.mark.xdist_group(str(item.path)))
    yield
    items.sort(key=_needs_browser)


def _needs_browser(item: pytest.Item) -> bool:
    return "playwright" in getattr(item, "fixturenames", ())
