"""`rashomon demo`: the sample articles, built, printed and served."""

from __future__ import annotations

from pathlib import Path

import click

from dashboard.cache_folder import default_cache_folder
from rashomon.application import create_app
from rashomon.building import Corpus, build_corpus
from rashomon.commands.build import tell_of_build
from rashomon.commands.findings import print_findings
from rashomon.commands.serve import serving_settings
from rashomon.corpus import SHIPPED_DATA
from rashomon.options import WholeNumber, example
from rashomon.progress import progress_bar
from rashomon.serving import listen, serve

SAMPLE = SHIPPED_DATA / "sample"
SHOWN_FINDINGS = 20


@click.command(
    "demo", short_help="Build, print and serve the sample articles.", epilog=example("rashomon demo --port 8080")
)
@click.option("--host", help="Address to listen on (default: as for serve).")
@click.option("--port", type=WholeNumber(0, 65535), help="Port (default: as for serve).")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The file to publish (default: demo.duckdb in your cache folder, so that none is left behind here).",
)
@click.pass_context
def command(context: click.Context, host: str | None, port: int | None, output: Path | None) -> None:
    """Build the sample articles, print what they disagree on, and serve it."""
    target = output or default_cache_folder() / "demo.duckdb"
    settings = serving_settings(context, target, host, port)
    # An address that is taken is told of before the work, and is taken by nobody else meanwhile.
    with listen(settings.host, settings.port) as listening:
        with progress_bar() as on_progress:
            staged, report = build_corpus(Corpus([SAMPLE]), target, settings, on_progress)
        tell_of_build(target, staged, report)
        print_findings(target, SHOWN_FINDINGS)
        serve(create_app(settings), settings, listening)
