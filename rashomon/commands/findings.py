"""`rashomon findings`: where the sources disagree, the strongest first."""

from __future__ import annotations

from pathlib import Path

import click
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from dashboard.finding_voices import one_behind_both
from dashboard.surety_words import surety_words, unsure_words
from rashomon.options import (
    TABLE_LIMIT,
    database_of,
    database_option,
    example,
    limit_option,
    min_confidence_option,
    published_file,
)
from rashomon.printing import PRINTERS, print_prose, ratio_text

ALL_COLUMNS = "select * from finding where confidence >= ? order by rank limit ?"
READ_BY_PEOPLE = (
    "select rank, verdict, ratio, independent_voices, low_voice, high_voice, question_id, asks, sentence, "
    "low_value, surety, doubts, is_unsure from finding where confidence >= ? order by rank limit ?"
)
HOW_TO_READ = """\
voices: independent ones, so that two outlets which quote one voice or print one text count once.
rashomon question NUMBER, or its id, prints every claim on one of them."""
LEFT_OFF = "select greatest(count(*) - ?, 0) as findings from finding where confidence >= ?"
OTHER_VERDICTS = """
select verdict, count(*) as questions
from question
where verdict is not null
group by verdict
order by questions desc, verdict
"""


@click.command(
    "findings",
    short_help="Print where sources disagree, ranked.",
    epilog=example("rashomon findings --db news.duckdb --format csv > findings.csv"),
)
@click.option("--format", "form", type=click.Choice(sorted(PRINTERS)), default="table", show_default=True)
@limit_option
@min_confidence_option
@database_option
@click.pass_context
def command(context: click.Context, form: str, limit: int | None, least: float) -> None:
    """Print the ranked findings; json and csv have every column, the table those that fit."""
    if form == "table":
        print_findings(database_of(context), limit or TABLE_LIMIT, least)
        return
    with published_file(database_of(context)).snapshot() as snapshot:
        columns, batches = snapshot.stream(ALL_COLUMNS, [least, limit])
        PRINTERS[form](columns, [row for batch in batches for row in batch])


def print_findings(database: Path, limit: int, least: float = 0.0) -> None:
    """Print the first findings of at least this confidence of a published file as a table; raises UnpublishedError."""
    with published_file(database).snapshot() as snapshot:
        rows = snapshot.rows(READ_BY_PEOPLE, [least, limit])
        others = [] if rows else snapshot.rows(OTHER_VERDICTS)
        (left_off,) = (row["findings"] for row in snapshot.rows(LEFT_OFF, [limit, least]))
    if not rows:
        click.echo(_without_findings(others, least))
        return
    table = Table(box=SIMPLE_HEAD, header_style="bold")
    table.add_column("#", justify="right")
    table.add_column("verdict", no_wrap=True)
    table.add_column("ratio", justify="right", no_wrap=True)
    table.add_column("voices", justify="right", no_wrap=True)
    table.add_column("question and who says what", overflow="fold")
    table.add_column("id", no_wrap=True)
    for row in rows:
        table.add_row(*_cells(row))
    print_prose(table)
    if unsure := sum(bool(row["is_unsure"]) for row in rows):
        click.echo(unsure_words(unsure))
    if left_off:
        click.echo(f"{left_off} more are left off: --limit says how many to print.", err=True)
    click.echo(HOW_TO_READ, err=True)


def _without_findings(others: list[dict[str, object]], least: float) -> str:
    """Say that no figures stand apart, and what the questions with several answers hold instead."""
    if least:
        return f"No finding has a confidence of {least:g} or more: try a lower --min-confidence."
    said = "No findings: no question in this file has two voices whose figures stand apart."
    if not others:
        return f"{said} No two claims answer the same question."
    counts = ", ".join(f"{row['questions']} {row['verdict']}" for row in others)
    return f"{said} Questions with several answers, by their strongest verdict: {counts}."


def _cells(row: dict[str, object]) -> tuple[str | Text, ...]:
    ratio = row["ratio"]
    doubt = [("\n" + surety_words(row), "italic")] if row["is_unsure"] else []
    said = Text.assemble((str(row["asks"]), "bold"), "\n", str(row["sentence"]), *doubt)
    shown_ratio = ratio_text(ratio) if isinstance(ratio, float) else "–"
    return (
        str(row["rank"]),
        str(row["verdict"]),
        shown_ratio,
        _voices(row),
        said,
        str(row["question_id"]),
    )


def _voices(row: dict[str, object]) -> str:
    """Say how many independent voices answer: of two that count as one, why, as the pages do."""
    return one_behind_both(row) or str(row["independent_voices"])
