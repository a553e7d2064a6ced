"""The command `rashomon`: its subcommands, and every error as one line on stderr."""

from __future__ import annotations

import importlib
import os
import re
import sys
import traceback
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

import click

from analytics.build import BuildError
from analytics.reading import QueryError, UnknownRowError, UnpublishedError
from extraction.documents import DocumentsError
from rashomon import __version__
from rashomon.extraction_error import ExtractionError
from rashomon.options import CONFIG, database_option, example
from rashomon.remote_extractor import RemoteExtractorError
from rashomon.settings import SettingsError

COMMANDS = (
    "demo", "extract", "build", "serve", "findings", "events", "question", "sql", "check", "chart", "check-install"
)  # fmt: skip
EXPECTED_ERRORS = (
    BuildError,
    DocumentsError,
    ExtractionError,
    QueryError,
    RemoteExtractorError,
    SettingsError,
    UnknownRowError,
    UnpublishedError,
)
CLAIMS_SUFFIXES = (".csv", ".parquet")
INTERRUPTED = 130
PIPE_CLOSED = 141


class _Commands(click.Group):
    """Loads a command's module when it is called, so that `extract` and `findings` do not wait for charts to load."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"rashomon.commands.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=example("rashomon build --documents articles/ -o news.duckdb", "rashomon serve --db news.duckdb"),
)
@click.version_option(__version__, prog_name="rashomon")
@click.option("--config", type=click.Path(path_type=Path), help="Settings file (TOML) in place of rashomon.toml.")
@click.option("--debug", is_flag=True, expose_value=False, help="Show the traceback of an unexpected error.")
@database_option
@click.pass_context
def command_line(context: click.Context, config: Path | None) -> None:
    """Find where news sources disagree about a figure, by how much, since when, and who stands behind each."""
    context.meta[CONFIG] = config


def main() -> None:
    """Run the command line; end with a status and, where something is in the way, one line on stderr."""
    try:
        status = command_line.main(standalone_mode=False, prog_name="rashomon")
        sys.stdout.flush()
        sys.exit(status)
    except (click.Abort, KeyboardInterrupt):
        _end("stopped", INTERRUPTED)
    except BrokenPipeError:
        # The reader (`| head`) has what it wanted; Python must not try to flush the rest when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(PIPE_CLOSED)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)  # the help as it is laid out, for it is no fault to be told
        sys.exit(error.exit_code)
    except click.UsageError as error:
        _end(_usage_message(error), error.exit_code)
    except click.ClickException as error:
        _end(error.format_message(), error.exit_code)
    except EXPECTED_ERRORS as error:
        _end(str(error), 1)
    except Exception as error:
        _end_unexpected(error)


def _usage_message(error: click.UsageError) -> str:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    path = error.ctx.command_path if error.ctx else "rashomon"
    said = (_told_better(error) or _complaint(error)).rstrip(".")
    return f"{said} See {path} --help" if said.endswith("?") else f"{said}; see {path} --help"


def _told_better(error: click.UsageError) -> str | None:
    """Say what is amiss where that can be told more plainly than click does, else None."""
    return _file_without_option(error) or _no_such_command(error) or _no_such_option(error)


def _no_such_option(error: click.UsageError) -> str | None:
    """Say which options may have been meant, where some are near."""
    if not isinstance(error, click.NoSuchOption) or not error.possibilities:
        return None
    return f"No such option '{error.option_name}': did you mean {' or '.join(error.possibilities)}?"


def _complaint(error: click.UsageError) -> str:
    """Give click's own words, which would name an argument by the whole list of what it may be."""
    if isinstance(error, click.BadParameter) and isinstance(error.param, click.Argument):
        error.param_hint = (error.param.name or "argument").upper()
    return error.format_message()


def _no_such_command(error: click.UsageError) -> str | None:
    """Say which command was meant, or which there are, where there is none of a name."""
    if not isinstance(error, click.exceptions.NoSuchCommand):
        return None
    near = get_close_matches(error.command_name, COMMANDS, n=1)
    meant = f"did you mean {near[0]}?" if near else f"the commands are {', '.join(COMMANDS)}"
    return f"No such command '{error.command_name}': {meant}"


def _file_without_option(error: click.UsageError) -> str | None:
    """Say with which option a file is named, where one was named without."""
    named = re.search(r"extra arguments? \((\S+?)\)", error.message)
    if named is None or error.ctx is None or not (path := Path(named[1])).exists():
        return None
    known = [name for option in error.ctx.command.params for name in option.opts]
    wanted = ("--claims" if path.suffix in CLAIMS_SUFFIXES else "--documents") if "--documents" in known else "--db"
    return f"{path} stands without its option: name it as {wanted} {path}" if wanted in known else None


def _end_unexpected(error: Exception) -> NoReturn:
    if "--debug" in sys.argv:
        traceback.print_exception(error)
        sys.exit(1)
    place = traceback.extract_tb(error.__traceback__)[-1]
    module = Path(place.filename).name
    said = str(error)[:300]
    _end(f"unexpected {type(error).__name__} at {module}:{place.lineno}: {said} (rashomon --debug ... shows more)", 1)


def _end(message: str, status: int) -> NoReturn:
    click.echo(f"rashomon: {' '.join(message.split())}", err=True)
    sys.exit(status)
