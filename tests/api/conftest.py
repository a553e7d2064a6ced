"""A real server over a published file, and a client for it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
import requests
from flask import Flask
from waitress import wasyncore
from waitress.server import BaseWSGIServer, create_server

import api
from analytics.reading import PublishedFile
from api.settings import ApiSettings
from tests.api.contract import publish, small_corpus


class Client(requests.Session):
    """A session that takes paths instead of addresses."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self.port = port
        self.base = f"http://127.0.0.1:{port}"

    def request(self, method: str, path: str, **more: object) -> requests.Response:
        """Ask for a path of this server."""
        return super().request(method, self.base + path, timeout=30, **more)


def _close(server: BaseWSGIServer) -> None:
    """Close all sockets; a channel also closes the file to which a large answer has overflowed."""
    for channel in list(server.active_channels.values()):
        channel.handle_close()
    wasyncore.close_all(server._map)


@contextmanager
def served(path: Path, settings: ApiSettings | None = None) -> Iterator[Client]:
    """Serve a published file on a free port for the length of a `with` block."""
    app = Flask("rashomon")
    published = PublishedFile(path)
    api.register(app, published, settings)
    server = create_server(app, host="127.0.0.1", port=0, threads=8)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        with Client(server.effective_port) as client:
            yield client
    finally:
        server.task_dispatcher.shutdown()
        # The loop ends with its last socket; only its own thread may close them.
        server.trigger.pull_trigger(partial(_close, server))
        thread.join(timeout=10)
        api.close(app)
        published.close()


@pytest.fixture(scope="session")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tmp_path_factory.mktemp("published") / "rashomon.duckdb", "b1", small_corpus())


@pytest.fixture(scope="session")
def client(small_file: Path) -> Iterator[Client]:
    with served(small_file) as client:
        yield client


@pytest.fixture(scope="session")
def sample(sample_database: Path) -> Iterator[Client]:
    """Serve the sample corpus."""
    with served(sample_database) as client:
        yield client


@pytest.fixture(scope="session")
def base_url() -> None:
    """Take the place of pytest-playwright's own fixture, which this version of pytest warns of."""
