"""`rashomon sql`: a query on the published file, or a shell for many."""

from __future__ import annotations

import sys

import click

from analytics.reading import PublishedFile
from rashomon.options import database_of, database_option, example, existing_file
from rashomon.printing import PRINTERS
from rashomon.sql_shell import before_the_end, print_statements, run_shell


@click.command(
    "sql",
    short_help="Run SQL on the published file.",
    epilog=example("rashomon sql --db news.duckdb 'select source, count(*) from claim group by all'"),
)
@click.argument("query", required=False)
@click.option("--format", "form", type=click.Choice(sorted(PRINTERS)), default="table", show_default=True)
@database_option
@click.pass_context
def command(context: click.Context, query: str | None, form: str) -> None:
    """Run QUERY on the published file and print its rows; several statements run one after the other.

    Without QUERY, a shell with history and completion starts; where the input is no terminal, it is read as the query.
    """
    published = PublishedFile(existing_file(database_of(context)))
    if query is None and sys.stdin.isatty():
        run_shell(published)
        return
    typed = [] if query is not None else sys.stdin.readlines()
    statement = before_the_end(typed) if query is None else query
    if not statement.strip():
        if typed:
            return
        raise click.UsageError("No query given")
    with published.snapshot() as snapshot:
        print_statements(snapshot, statement, form)
