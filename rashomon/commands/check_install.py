"""`rashomon check-install`: whether everything that Rashomon needs is here and works together."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path

import click
import orjson

from analytics.reading import PublishedFile
from rashomon import __version__
from rashomon.application import create_app
from rashomon.building import Corpus, build_corpus
from rashomon.options import example, settings_of
from rashomon.printing import print_table
from rashomon.settings import Settings

# Two voices on one thing: the least from which a finding follows.
ARTICLES = (
    (
        "check-1",
        "The Harbour Post",
        "The interior ministry said on Monday that 1,200 people were evacuated from Dover.",
    ),
    ("check-2", "Coast Daily", "Police said on Monday that 3,000 people were evacuated from Dover."),
)


@click.command(
    "check-install", short_help="Say whether everything works here.", epilog=example("rashomon check-install")
)
@click.pass_context
def command(context: click.Context) -> None:
    """Build, query and serve two invented articles in a temporary folder, and say what works."""
    with tempfile.TemporaryDirectory(prefix="rashomon-check-") as folder:
        settings = replace(settings_of(context), db=Path(folder) / "check.duckdb")
        steps: tuple[tuple[str, Callable[[Settings], str]], ...] = (
            ("Python", lambda _: f"{sys.version.split()[0]}, Rashomon {__version__}"),
            ("extract and build", _check_build),
            ("query", _check_query),
            ("serve", _check_serve),
        )
        rows = [(name, *_outcome(check, settings)) for name, check in steps]
    print_table(("part", "works", "detail"), rows)
    if any(works == "no" for _, works, _ in rows):
        raise click.ClickException("the installation is not whole: install it again with pip")


def _outcome(check: Callable[[Settings], str], settings: Settings) -> tuple[str, str]:
    """Return yes or no and a detail; whatever goes wrong in a check is its answer, not an end."""
    try:
        return "yes", check(settings)
    except Exception as error:
        return "no", f"{type(error).__name__}: {error}"


def _check_build(settings: Settings) -> str:
    articles = settings.db.with_suffix(".ndjson")
    fields = ("document_id", "source", "text")
    articles.write_bytes(b"".join(orjson.dumps(dict(zip(fields, row, strict=True))) + b"\n" for row in ARTICLES))
    _, report = build_corpus(Corpus([articles]), settings.db, settings, lambda *_: None)
    return f"build {report.build_id}"


def _check_query(settings: Settings) -> str:
    with PublishedFile(settings.db).snapshot() as snapshot:
        claims = len(snapshot.rows("select claim_id from claim"))
        if not claims:
            raise ValueError("no claim was found in two articles that hold one each")
    return f"{claims} claims"


def _check_serve(settings: Settings) -> str:
    client = create_app(settings).test_client()
    for path in ("/", "/api/v1/findings", "/readyz"):
        answer = client.get(path)
        if answer.status_code != HTTPStatus.OK:
            raise ValueError(f"{path} answers {answer.status}")
    return "the pages and the API answer"
