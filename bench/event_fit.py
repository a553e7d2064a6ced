"""`python -m bench event_fit FOLDER...`: the weights by which two documents of a story tell of one event.

The same regression as of `bench fit`, over document_evidence, the features that sql/ itself finds. A folder is a gold
folder, whose documents are of one event where its questions join them, or one of look-alike articles, as of `bench
lookalikes`: there the events of each set are a corpus of their own as well, in which nothing else tells what is rare.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click
import duckdb
from rich.console import Console
from rich.table import Table

from analytics.build import run_until
from bench.fit import Source, Weights, events_of, fit, inputs_of, print_weights, rounded
from bench.gold import read_rows
from bench.lookalikes import mixture_in


def evidence_of(folder: Path, target: Path, extracted: bool) -> Source:
    """Write the evidence on the documents of a folder to the Parquet file `target`, with which two are of one event."""
    inputs = inputs_of(folder, target.parent / target.stem, extracted or is_of_lookalikes(folder))
    with run_until(inputs, "document_evidence") as connection:
        connection.execute("create table label (document_id varchar, event_id varchar)")
        connection.executemany("insert into label values (?, ?)", list(labels_of(folder).items()))
        connection.sql(
            """
            select
                evidence.a_document_id as a,
                evidence.b_document_id as b,
                evidence.feature,
                evidence.amount,
                (a.event_id = b.event_id)::integer as is_same,
                1.0 as weight
            from document_evidence as evidence
            inner join label as a on evidence.a_document_id = a.document_id
            inner join label as b on evidence.b_document_id = b.document_id
            """
        ).write_parquet(str(target))
    return Source(folder.name, target)


def is_of_lookalikes(folder: Path) -> bool:
    """Tell a folder of look-alike articles, whose events are listed, from a gold folder."""
    return (folder / "events.csv").exists()


def labels_of(folder: Path) -> Mapping[str, str]:
    """Give the event of each document of a folder."""
    if is_of_lookalikes(folder):
        return mixture_in(folder).events
    return {document: min(event) for event in events_of(folder) for document in event}


def sets_of(folder: Path, place: Path) -> Iterator[Path]:
    """Yield a folder of its own for each set of events of a folder of look-alike articles."""
    sets: dict[str, list[dict[str, str]]] = defaultdict(list)
    if is_of_lookalikes(folder):
        with (folder / "events.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                sets[row.get("set", "")].append(row)
    for name, rows in sets.items():
        target = place / f"set {name} of {folder.name}" / folder.name
        target.mkdir(parents=True)
        _copy_set(folder, rows, target)
        yield target


def _copy_set(folder: Path, rows: Sequence[Mapping[str, str]], target: Path) -> None:
    """Copy the articles of some rows of events.csv with these rows."""
    chosen = {row["document_id"] for row in rows}
    documents = [row for row in read_rows(folder / "documents.ndjson") if row["document_id"] in chosen]
    (target / "documents.ndjson").write_text("".join(json.dumps(row) + "\n" for row in documents), encoding="utf-8")
    with (target / "events.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["document_id", "event_id"], extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


def learned(sources: Sequence[Source]) -> Weights:
    """Learn the weights from the sources."""
    return rounded(fit(sources), {})


def judged(sources: Sequence[Source], weights: Weights) -> dict[bool, tuple[int, int]]:
    """Count the pairs of documents that are of one event, and those that are not: how many are judged so, and all."""
    files = [str(source.evidence) for source in sources]
    with duckdb.connect() as connection:
        connection.execute("create table weight (feature varchar, weight double)")
        connection.executemany("insert into weight values (?, ?)", list(weights.items()))
        rows = connection.execute(
            """
            select is_same = 1, count(*) filter ((score >= 0) = (is_same = 1)), count(*)
            from (
                select filename, a, b, is_same, sum(amount * weight.weight) as score
                from read_parquet(?, filename = true) inner join weight using (feature)
                group by all
            )
            group by is_same
            """,
            [files],
        ).fetchall()
    return {is_same: (right, every) for is_same, right, every in rows}


def show_left_out(console: Console, folders: Sequence[Path], sources: Sequence[Source], _place: Path) -> None:
    """Print how each corpus is judged under weights that were learned from all others."""
    table = Table("left out", "joined of one event", "apart of two")
    for name in dict.fromkeys(folder.name for folder in folders):
        mine, others = ([one for one in sources if (one.name == name) == is_mine] for is_mine in (True, False))
        found = judged(mine, learned(others))
        table.add_row(name, *("{} of {}".format(*found.get(is_same, (0, 0))) for is_same in (True, False)))
    console.print(table)


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--leave-one-out", is_flag=True, help="Judge each folder under the weights learned from the others.")
def command(folders: tuple[Path, ...], leave_one_out: bool) -> None:
    """Learn the weights of data/lexicon/event_features.csv from the corpora and look-alike articles in FOLDERS.

    Prints feature and weight as CSV lines. For instance: python -m bench event_fit bench/lookalike_articles
    """
    print_weights(folders, evidence_of, learned, show_left_out if leave_one_out else None, sets_of)
