"""`rashomon question`: one question with every claim on it, word for word."""

from __future__ import annotations

import textwrap
from pathlib import Path

import click
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from analytics.reading import Row, Snapshot
from dashboard.claim_marks import ClaimMark, mark_claims, with_words
from dashboard.finding_voices import one_behind_both
from dashboard.numerals import count_text
from dashboard.queries import query
from dashboard.robustness import firmness_sentence
from dashboard.surety_words import surety_words
from rashomon.options import database_of, database_option, example, min_confidence_option, published_file
from rashomon.printing import PRINTERS, PROSE_WIDTH, print_prose, ratio_text

FINDING = "select * from finding where question_id = ? order by rank limit 1"
CLAIMS = """
select *
from claim
where question_id = ? and restates is null and confidence >= ?
order by coalesce(value, low, high) desc nulls last, reported_at nulls last, claim_id
"""
PAIRS = """
select verdict, count(*) as pairs
from pair
where question_id = ?
group by verdict
order by pairs desc, verdict
"""

SHORTEST_BEGINNING = 4
"""How many characters name a question at least, where they are the beginning of its id."""
WHERE_IDS_ARE = (
    '`rashomon findings` prints those in dispute, `rashomon sql "select question_id, title from question"` all'
)


@click.command(
    "question",
    short_help="Print one question with all its claims.",
    epilog=example("rashomon question 1 --db news.duckdb", "rashomon question 1 --format csv > claims.csv"),
)
@click.argument("question")
@click.option("--format", "form", type=click.Choice(sorted(PRINTERS)), default="table", show_default=True)
@min_confidence_option
@database_option
@click.pass_context
def command(context: click.Context, question: str, form: str, least: float) -> None:
    """Print QUESTION: who says what, in which words and where, and what the claims are to each other.

    QUESTION is a number of the list that `rashomon findings` prints, or the id of any question, or how it begins.
    json and csv have every column of its claims; what an article says twice is listed once.
    """
    published = published_file(database_of(context))
    with published.snapshot() as snapshot:
        row = question_row(snapshot, question)
        if form == "table":
            _print_question(snapshot, row, published.path, least)
            return
        columns, batches = snapshot.stream(CLAIMS, [row["question_id"], least])
        PRINTERS[form](columns, [claim for batch in batches for claim in batch])


def question_row(snapshot: Snapshot, named: str) -> Row:
    """Return the question with an id, or that of the finding with a rank; raises ClickException."""
    found = snapshot.rows("select * from question where question_id = ?", [named])
    if not found and named.isdecimal():
        by_rank = "select question.* from question inner join finding using (question_id) where finding.rank = ?"
        found = snapshot.rows(by_rank, [int(named)])
    if not found and len(named) >= SHORTEST_BEGINNING:
        found = snapshot.rows("select * from question where starts_with(question_id, ?) limit 2", [named])
    if len(found) > 1:
        raise click.ClickException(f"several questions have an id that begins with {named}: give more of it")
    if not found:
        raise click.ClickException(f"no question has the id or number {named}: {WHERE_IDS_ARE}")
    return found[0]


def _print_question(snapshot: Snapshot, question: Row, database: Path, least: float) -> None:
    question_id = question["question_id"]
    findings = snapshot.rows(FINDING, [question_id])
    click.echo(str(question["asks"]))
    for line in _told(question, findings[0] if findings else None):
        click.echo(textwrap.fill(line, PROSE_WIDTH))
    marks = _marks(snapshot, question_id, least)
    print_prose(_claims_table(marks))
    if hidden := int(str(question["claim_count"])) - len(marks):
        click.echo(f"Left out: {count_text(hidden, 'claim')} read with less confidence; all else is of all claims.")
    pairs = ", ".join(f"{row['pairs']} {row['verdict']}" for row in snapshot.rows(PAIRS, [question_id]))
    click.echo(f"Pairs by verdict: {pairs}." if pairs else "No two of its claims bear on each other.")
    click.echo(f"In the browser: rashomon serve --db {database}, then /questions/{question_id}")


def _told(question: Row, finding: Row | None) -> list[str]:
    """Say in a few lines what a question's answers come to."""
    if finding is None:
        return [f"No two answers are in dispute: {question['verdict'] or 'nothing to compare'}."]
    ratio = finding["ratio"]
    apart = f", {ratio_text(ratio)} times apart" if isinstance(ratio, float) else ""
    opened, last_moved = (str(finding[column] or "")[:10] for column in ("opened_at", "moved_at"))
    since = f", open since {opened}" if opened else ""
    moved = f", latest report {last_moved}" if last_moved not in ("", opened) else ""
    one = one_behind_both(finding)
    voices = f"{one} gives both" if one else count_text(int(str(finding["independent_voices"])), "independent voice")
    facts = f"{finding['verdict']}{apart}; {voices}{since}{moved}."
    wider = [str(finding["wider"])] if finding["wider"] else []
    doubt = [said] if (said := surety_words(finding)) else []
    return [str(finding["sentence"]), *doubt, *wider, facts, firmness_sentence(str(finding["robustness"]))]


def _marks(snapshot: Snapshot, question_id: object, least: float) -> list[ClaimMark]:
    """Read the claims of a question, of at least this confidence, in the order and with the words of its page."""
    claims = snapshot.rows(CLAIMS, [question_id, least])
    asked = {"claim_ids": [claim["claim_id"] for claim in claims]}
    written = {str(row["claim_id"]): row for row in snapshot.rows(query("written_values"), asked)}
    return with_words(mark_claims(claims, finding=None, most=len(claims)), written)


def _claims_table(marks: list[ClaimMark]) -> Table:
    table = Table(box=SIMPLE_HEAD, header_style="bold")
    for name in ("figure", "voice", "source", "reported", "in their words"):
        table.add_column(name, overflow="fold", no_wrap=name == "reported")
    for mark in marks:
        table.add_row(*(Text(cell) for cell in _cells(mark)))
    return table


def _cells(mark: ClaimMark) -> tuple[str, ...]:
    claim = mark.row
    voice, affiliation = str(claim["voice"]), claim["voice_affiliation"]
    named = f"{voice} ({affiliation})" if affiliation and affiliation != voice else voice
    reported = str(claim["reported_at"] or "undated")[:10]
    return (
        mark.told,
        named,
        str(claim["source"]),
        reported,
        " ".join(str(claim["quote"] or "").split()),
    )
