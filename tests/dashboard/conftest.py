"""A real server over the sample, and one over hostile articles, for the tests of the pages."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from flask import Flask
from waitress import wasyncore
from waitress.server import create_server

import api
from analytics.reading import PublishedFile, Snapshot
from dashboard import pages
from tests.builds import built, made_once
from tests.dashboard.hostile_articles import hostile_articles, hostile_claims

ANSWERED_BY = 120
"""Seconds that a server is given to finish its last answers: more than any takes on a busy machine."""


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that keeps the Vega bundle and pictures for this run."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def app(sample_database: Path, cache_folder: Path) -> Iterator[Flask]:
    """Give the application over the sample."""
    joined = application(sample_database, cache_folder)
    yield joined
    api.close(joined)


@pytest.fixture(scope="session")
def snapshot(sample_database: Path) -> Iterator[Snapshot]:
    """Return the sample's rows."""
    with PublishedFile(sample_database).snapshot() as rows:
        yield rows


@pytest.fixture(scope="session")
def server(app: Flask) -> Iterator[str]:
    """Return the address of a server over the sample."""
    with serving(app) as address:
        yield address


@pytest.fixture(scope="session")
def hostile_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file built from articles that try to break the pages."""
    folder = tmp_path_factory.mktemp("hostile")
    articles = ndjson(folder / "documents.ndjson", hostile_articles())
    claims = ndjson(folder / "claims.ndjson", hostile_claims())
    return made_once(tmp_path_factory, "hostile.duckdb", partial(built, articles, claims=[claims]))


@pytest.fixture(scope="session")
def hostile_server(hostile_database: Path, cache_folder: Path) -> Iterator[str]:
    """Return the address of a server over articles that try to break the pages."""
    joined = application(hostile_database, cache_folder)
    with serving(joined) as address:
        yield address
    api.close(joined)


@pytest.fixture(scope="session")
def busiest_question(snapshot: Snapshot) -> str:
    """Return the id of the question with most claims."""
    rows = snapshot.rows("select question_id from question order by claim_count desc, question_id limit 1")
    return str(rows[0]["question_id"])


@pytest.fixture(scope="session")
def drawn_things(snapshot: Snapshot, busiest_question: str) -> dict[str, str]:
    """Name a question and a source for the charts that draw one: those with most to draw."""
    rows = snapshot.rows("select source from house_effect group by source order by count(*) desc, source limit 1")
    return {"question_id": busiest_question, "source": str(rows[0]["source"])}


def ndjson(path: Path, rows: Sequence[Mapping[str, object]]) -> Path:
    """Write a row a line."""
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def application(database: Path, cache: Path) -> Flask:
    """Join API and pages over a file, as the front door does."""
    app = Flask("pages-under-test", static_folder=None)
    published = PublishedFile(database)
    api.register(app, published)
    pages.register(app, published, cache)
    return app


@contextmanager
def serving(app: Flask) -> Iterator[str]:
    """Serve an app on a free port of 127.0.0.1 for the length of a `with` block."""
    waiting = create_server(app, host="127.0.0.1", port=0, threads=8)
    thread = threading.Thread(target=waiting.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{waiting.effective_port}"
    finally:
        # A thread that is still in a query when the interpreter ends would abort it: all are waited for.
        waiting.task_dispatcher.shutdown(timeout=ANSWERED_BY)
        # The loop ends with its last socket; only its own thread may close them.
        waiting.trigger.pull_trigger(lambda: wasyncore.close_all(waiting._map))
        thread.join(timeout=10)
