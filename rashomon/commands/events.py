"""`rashomon events`: what the articles tell of, and in which of it sources disagree, what is in dispute first."""

from __future__ import annotations

from collections.abc import Mapping

import click
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from analytics.reading import Snapshot
from dashboard.events_page import dates_of, event_leads, place_words
from rashomon.options import TABLE_LIMIT, database_of, database_option, example, limit_option, published_file
from rashomon.printing import PRINTERS, print_prose

ALL_COLUMNS = "select * from event where finding_count >= ? order by rank limit ?"
COUNTED = "select count(*) as events from event where finding_count >= ?"
NUMBERS = {"finding_count": "disputes", "moving_count": "moved", "document_count": "articles"}
HOW_TO_READ = """\
disputes: figures on which sources disagree, or that one of them denies; moved: figures that changed with time only.
rashomon serve shows each event with its articles; findings and claims have its id as event_id."""


@click.command(
    "events",
    short_help="Print which events have sources that disagree.",
    epilog=example("rashomon events --db news.duckdb --disputed --format csv > events.csv"),
)
@click.option("--format", "form", type=click.Choice(sorted(PRINTERS)), default="table", show_default=True)
@limit_option
@click.option("--disputed", is_flag=True, help="Leave out events without a finding.")
@database_option
@click.pass_context
def command(context: click.Context, form: str, limit: int | None, disputed: bool) -> None:
    """Print the events that articles tell of; json and csv have every column, the table those that fit."""
    with published_file(database_of(context)).snapshot() as snapshot:
        if form == "table":
            _print_table(snapshot, limit or TABLE_LIMIT, int(disputed))
            return
        columns, batches = snapshot.stream(ALL_COLUMNS, [int(disputed), limit])
        PRINTERS[form](columns, [row for batch in batches for row in batch])


def _print_table(snapshot: Snapshot, limit: int, least: int) -> None:
    rows = snapshot.rows(ALL_COLUMNS, [least, limit])
    if not rows:
        click.echo("No events: " + ("no sources disagree in any." if least else "the file holds no articles."))
        return
    leads = event_leads(snapshot, rows)
    table = Table(box=SIMPLE_HEAD, header_style="bold")
    table.add_column("#", justify="right")
    table.add_column("verdict", no_wrap=True)
    for name in NUMBERS.values():
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("event, and what is first in dispute", overflow="fold")
    table.add_column("id", no_wrap=True)
    for row in rows:
        table.add_row(*_cells(row, leads.get(str(row["event_id"]))))
    print_prose(table)
    left_off = int(str(snapshot.rows(COUNTED, [least])[0]["events"])) - len(rows)
    if left_off:
        click.echo(f"{left_off} more are left off: --limit says how many to print.", err=True)
    click.echo(HOW_TO_READ, err=True)


def _cells(row: Mapping[str, object], lead: Mapping[str, object] | None) -> tuple[str | Text, ...]:
    place = place_words(str(row["place"])) if row["place"] else ""
    told = Text.assemble((str(row["title"]), "bold"), "\n", ", ".join(filter(None, (place, dates_of(row)))))
    if lead:
        told.append(f"\n{'perhaps of two things: ' if lead['is_unsure'] else ''}{lead['sentence']}")
    return (
        str(row["rank"]),
        str(row["verdict"] or "–"),
        *(str(row[name]) for name in NUMBERS),
        told,
        str(row["event_id"]),
    )
