"""`rashomon serve`: the pages and the API of a published file."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from rashomon.application import create_app
from rashomon.options import database_of, database_option, example, settings_of
from rashomon.serving import serve


@click.command(
    "serve", short_help="Serve the pages and the API.", epilog=example("rashomon serve --db news.duckdb --port 8080")
)
@click.option("--host", help="Address to listen on (default: RASHOMON_HOST, else 127.0.0.1: this machine only).")
@click.option("--port", type=click.IntRange(0, 65535), help="Port (default: RASHOMON_PORT, else 8000; 0: any free).")
@database_option
@click.pass_context
def command(context: click.Context, host: str | None, port: int | None) -> None:
    """Serve the pages and the API of a published file; a new build is picked up without a restart."""
    serve_file(context, database_of(context), host, port)


def serve_file(context: click.Context, database: Path, host: str | None, port: int | None) -> None:
    """Serve `database` until a signal ends it; what is None comes from the settings."""
    settings = settings_of(context)
    chosen = dataclasses.replace(
        settings, db=database, host=host or settings.host, port=settings.port if port is None else port
    )
    serve(create_app(chosen), chosen)
