"""What the commands share: the published file by --db, the settings, and the form of the help."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from analytics.enumeration import enumerated
from analytics.model_order import published_columns
from analytics.reading import PublishedFile, UnpublishedError
from rashomon.settings import Settings, load_settings, unknown_variables

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

_DATABASE = "rashomon.database"
_SETTINGS = "rashomon.settings"
MOST_BESIDE = 3
CONFIG = "rashomon.config"


class WholeNumber(click.IntRange):
    """A whole number of a range, which click calls `a valid integer range` where somebody gives none."""

    name = "whole number"


class ConfidenceNumber(click.FloatRange):
    """A number of a range, which click calls `a valid float range` where somebody gives none."""

    name = "number"


TABLE_LIMIT = 50
"""Rows of a list that a person is shown at once; what goes into a file is all of them."""

limit_option = click.option(
    "--limit",
    type=WholeNumber(min=1),
    help=f"How many to print.  [default: {TABLE_LIMIT} of a table; all as json and csv]",
)
"""How long a list is to be, for commands that print one as a table or into a file."""

min_confidence_option = click.option(
    "--min-confidence",
    "least",
    type=ConfidenceNumber(0, 1),
    default=0.0,
    help="Leave out what was read with less confidence, from 0 to 1 (default: nothing).",
)
"""`confidence__gte` of the API and the pages, by the name that the commands give it."""


def database_option(function: Decorated) -> Decorated:
    """Add `--db FILE`; it may stand before and after the subcommand, and the last one counts."""
    option = click.option(
        "--db",
        type=click.Path(path_type=Path),
        expose_value=False,
        callback=_remember_database,
        help="The published file to read (default: RASHOMON_DB, else rashomon.duckdb).",
    )
    return option(function)


def _remember_database(context: click.Context, _option: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.meta[_DATABASE] = value


def settings_of(context: click.Context) -> Settings:
    """Return the settings, read once; raises SettingsError."""
    if _SETTINGS not in context.meta:
        for name in unknown_variables():
            click.echo(f"rashomon: {name} is set in the environment, but is no setting; see docs/settings.md", err=True)
        context.meta[_SETTINGS] = load_settings(context.meta.get(CONFIG))
    settings: Settings = context.meta[_SETTINGS]
    return settings


def database_of(context: click.Context) -> Path:
    """Return the published file that the user chose by --db or by the settings; raises SettingsError.

    The settings are read even where --db is given, so that a slip in them is told.
    """
    settings = settings_of(context)
    chosen: Path | None = context.meta.get(_DATABASE)
    return chosen or settings.db


def published_file(path: Path) -> PublishedFile:
    """Return the door to a published file; one that lacks what this version reads is not opened.

    Raises UnpublishedError as `existing_file` does.
    """
    return PublishedFile(existing_file(path), needed=published_columns())


def existing_file(path: Path) -> Path:
    """Return the path of a published file; where nothing is there, but other such files beside it, raise and name them.

    Raises UnpublishedError.
    """
    beside = [] if path.exists() else sorted(file.name for file in path.parent.glob("*.duckdb"))[:MOST_BESIDE]
    if beside:
        raise UnpublishedError(f"{path} does not exist; beside it is {enumerated(beside)}: name the file with --db.")
    return path


def example(*lines: str) -> str:
    r"""Return a help text's last part, with the lines kept as they are (`\b` tells click not to join them)."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)
