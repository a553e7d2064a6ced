"""`rashomon build`: articles and claims into one published file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from analytics.build import BuildReport
from rashomon.building import Corpus, build_corpus
from rashomon.corpus import StagedDocuments
from rashomon.options import database_of, example, settings_of
from rashomon.progress import progress_bar

NAMED_REJECTIONS = 5
"""How many rejected articles, and as many claims, are named one by one; tables hold all of them."""


@click.command(
    "build",
    short_help="Publish articles and claims as one file.",
    epilog=example("rashomon build --documents articles/ --claims counts.csv -o news.duckdb"),
)
@click.option(
    "--documents",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Articles: an NDJSON file, a .txt file or a folder of them. May be given several times.",
)
@click.option(
    "--claims",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Claims that are figures already: an NDJSON, CSV or Parquet file. May be given several times.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to publish (default: as --db).")
@click.option(
    "--no-extract",
    "extract",
    flag_value=False,
    default=True,
    help="Store the articles without extracting claims from them by the rules.",
)
@click.option(
    "--extractor-url",
    "extractor_urls",
    multiple=True,
    metavar="URL",
    help="An endpoint that extracts claims too, beside the rules (see docs/extraction.md). May be given several times.",
)
@click.option("--full-checks", is_flag=True, help="Check the pairs of every question, not of a sample.")
@click.option("--timings", is_flag=True, help="Say on stderr what each file of sql/ cost, the slowest first.")
@click.pass_context
def command(
    context: click.Context,
    /,
    output: Path | None,
    timings: bool,
    **inputs: Any,  # noqa: ANN401 - as click gives them
) -> None:
    """Build a published file from articles and claims.

    What is named is the whole corpus. A file that is already at the output place is read first, so that unchanged
    articles are not extracted again and ids survive, and is then replaced.
    """
    corpus = Corpus(**inputs)
    if not corpus.documents and not corpus.claims:
        raise click.UsageError("Nothing to build from: name articles with --documents or claims with --claims")
    target = output or database_of(context)
    with progress_bar() as on_progress:
        staged, report = build_corpus(corpus, target, settings_of(context), on_progress)
    tell_of_build(target, staged, report)
    if timings:
        tell_of_timings(report)


def tell_of_timings(report: BuildReport) -> None:
    """Print the processor seconds of each SQL model on stderr, the slowest first."""
    for model, seconds in sorted(report.seconds.items(), key=lambda item: -item[1]):
        click.echo(f"{seconds:8.2f} s  {model}", err=True)


def tell_of_build(target: Path, staged: StagedDocuments, report: BuildReport) -> None:
    """Print what was built on stdout, and what was set aside or is odd on stderr."""
    articles = [(rejection.place, rejection.message) for rejection in staged.rejections]
    _tell_of_rejected(articles, len(articles), "articles", "rejected_document")
    _tell_of_rejected(report.rejected_claims, report.counts["rejected_claim"], "claims", "rejected_claim")
    for notice in (*staged.notices, *report.notices):
        click.echo(notice, err=True)
    left_out = {
        "document": (sum(rejection.is_article for rejection in staged.rejections), "set aside"),
        "finding": (report.unsure_findings, "may compare two different things"),
    }
    counts = ", ".join(_counted(thing, count, *left_out.get(thing, ())) for thing, count in report.counts.items())
    unchanged = len(staged.unchanged_ids)
    were = "was" if unchanged == 1 else "were"
    again = f"; {_counted('unchanged article', unchanged)} {were} not extracted again" if unchanged else ""
    click.echo(f"{target}: {counts} (build {report.build_id}){again}{_told_of_loss(report.no_longer_held)}")


def _told_of_loss(no_longer_held: Mapping[str, int]) -> str:
    """Say what the file held before and holds no more: what is named is the whole corpus, which not everybody knows."""
    lost = [_counted(thing, count) for thing, count in no_longer_held.items() if count]
    return f"; the file no longer holds {' and '.join(lost)} of the build before" if lost else ""


def _counted(thing: str, count: int, apart: int = 0, what_of_them: str = "") -> str:
    """Say how many things were built and, where some stand apart, what of them: "9 documents (1 set aside)"."""
    told = f" ({apart:,} {what_of_them})" if apart else ""
    return f"{count:,} {thing.replace('_', ' ')}{'s' * (count != 1)}{told}"


def _tell_of_rejected(first: Sequence[tuple[str, str]], count: int, things: str, table: str) -> None:
    """Name the first of what was set aside, and the table that holds all of it."""
    named = first[:NAMED_REJECTIONS]
    for place, message in named:
        click.echo(f"set aside: {place}: {message}", err=True)
    if count > len(named):
        more = f"{count - len(named):,} more {things}"
        click.echo(f"set aside: {more}; rashomon sql 'from {table}' lists them", err=True)
