"""`rashomon serve`: the pages and the API of a published file."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from rashomon.application import create_app
from rashomon.options import WholeNumber, database_of, database_option, example, settings_of
from rashomon.serving import listen, serve
from rashomon.settings import Settings


@click.command(
    "serve", short_help="Serve the pages and the API.", epilog=example("rashomon serve --db news.duckdb --port 8080")
)
@click.option("--host", help="Address to listen on (default: RASHOMON_HOST, else 127.0.0.1: this machine only).")
@click.option("--port", type=WholeNumber(0, 65535), help="Port (default: RASHOMON_PORT, else 8000; 0: any free).")
@database_option
@click.pass_context
def command(context: click.Context, host: str | None, port: int | None) -> None:
    """Serve the pages and the API of a published file; a new build is picked up without a restart."""
    chosen = serving_settings(context, database_of(context), host, port)
    # An address that is taken is told of at once, before what is served is loaded.
    with listen(chosen.host, chosen.port) as listening:
        serve(create_app(chosen), chosen, listening)


def serving_settings(context: click.Context, database: Path, host: str | None, port: int | None) -> Settings:
    """Return the settings for serving `database`; what is None comes from those of the context."""
    settings = settings_of(context)
    port = settings.port if port is None else port
    return dataclasses.replace(settings, db=database, host=host or settings.host, port=port)
