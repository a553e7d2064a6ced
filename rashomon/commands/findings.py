"""`rashomon findings`: where the sources disagree, the strongest first."""

from __future__ import annotations

from pathlib import Path

import click

from analytics.reading import PublishedFile
from rashomon.options import database_of, database_option, example
from rashomon.printing import PRINTERS, print_table

ALL_COLUMNS = "select * from finding order by rank limit ?"
READ_BY_PEOPLE = """
select
    rank,
    verdict,
    sentence as finding,
    round(ratio, 2) as ratio,
    claim_count as claims,
    source_count as sources,
    independent_voices as voices
from finding
order by rank
limit ?
"""


@click.command(
    "findings",
    short_help="Print where sources disagree, ranked.",
    epilog=example("rashomon findings --db news.duckdb --format csv > findings.csv"),
)
@click.option("--format", "form", type=click.Choice(sorted(PRINTERS)), default="table", show_default=True)
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="How many to print.")
@database_option
@click.pass_context
def command(context: click.Context, form: str, limit: int) -> None:
    """Print the ranked findings; json and csv have every column, the table those that fit."""
    if form == "table":
        print_findings(database_of(context), limit)
        return
    with PublishedFile(database_of(context)).snapshot() as snapshot:
        columns, batches = snapshot.stream(ALL_COLUMNS, [limit])
        PRINTERS[form](columns, [row for batch in batches for row in batch])


def print_findings(database: Path, limit: int) -> None:
    """Print the first findings of a published file as a table; raises UnpublishedError."""
    with PublishedFile(database).snapshot() as snapshot:
        columns, batches = snapshot.stream(READ_BY_PEOPLE, [limit])
        rows = [row for batch in batches for row in batch]
    if rows:
        print_table(columns, rows)
    else:
        click.echo("No findings: no question in this file has two voices whose figures stand apart.")
