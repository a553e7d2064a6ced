"""`python -m bench event_fit FOLDER...`: the weights by which two documents tell of one event, and the threshold.

The same regression as of `bench fit`, over document_evidence, the features that sql/ itself finds. A folder is a gold
folder, whose documents are of one event where its questions join them, or one of look-alike articles, as of `bench
lookalikes`: there the events of each set are a corpus of their own as well, in which nothing else tells what is rare,
and so is one article of each event, no two of which are of one, or of each other event. Made-up articles are learned
from as well: many small events, and a few that have many articles each.

The threshold is chosen by cross-validation: the documents of each folder are grouped under the weights that are learned
from all other folders, for each of THRESHOLDS, and the best is where B³ F1 against the known events is highest; the
mean of the gold folders and the mean of those of look-alike articles count half each.
"""

from __future__ import annotations

import csv
import json
import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import click
import duckdb
from rich.console import Console
from rich.table import Table

from analytics.build import run_until
from analytics.model_order import SQL_FOLDER
from bench.fit import Source, Weights, events_of, fit, inputs_of, print_weights, rounded
from bench.gold import read_rows
from bench.lookalikes import made_up, mixture_in
from bench.questions import b_cubed

THRESHOLDS = [round(0.05 * step, 2) for step in range(2, 15)]
"""The mean likelihoods from which documents may be taken to be of one event."""

WHOLE_EXTRACTED = 1
"""The place among the sources of a folder of its whole, with the claims that are extracted from its articles."""

MADE_UP = {"many small events": (100, 1), "few large events": (12, 8)}
"""How many events are made up, and how many rounds of two to four articles each of them has."""


def made_up_folders(place: Path) -> Iterator[Path]:
    """Yield folders of made-up look-alike articles."""
    for seed, (name, (events, rounds)) in enumerate(MADE_UP.items(), start=1):
        folder = place / name
        folder.mkdir()
        known = made_up(events, seed, folder, rounds).events
        lines = ["document_id,event_id", *(f"{document},{event}" for document, event in known.items())]
        (folder / "events.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        yield folder


def evidence_of(folder: Path, target: Path, extracted: bool) -> Source:
    """Write the evidence on the documents of a folder to the Parquet file `target`, with which two are of one event."""
    if is_of_lookalikes(folder) and not extracted:
        return _nothing(folder, target)
    inputs = inputs_of(folder, target.parent / target.stem, extracted)
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


def _nothing(folder: Path, target: Path) -> Source:
    """Write no evidence: nobody has annotated the claims of look-alike articles."""
    with duckdb.connect() as connection:
        connection.execute(
            "create table none (a varchar, b varchar, feature varchar, amount double, is_same integer, weight double)"
        )
        connection.table("none").write_parquet(str(target))
    return Source(folder.name, target)


def is_of_lookalikes(folder: Path) -> bool:
    """Tell a folder of look-alike articles, whose events are listed, from a gold folder."""
    return (folder / "events.csv").exists()


def labels_of(folder: Path) -> Mapping[str, str]:
    """Give the event of each document of a folder."""
    if is_of_lookalikes(folder):
        return mixture_in(folder).events
    return {document: min(event) for event in events_of(folder) for document in event}


def parts_of(folder: Path, place: Path) -> Iterator[Path]:
    """Yield parts of a folder of look-alike articles: each set of events, and one article of each event or each other.

    Of most events in a corpus nobody else may tell: what is nearest then is of another event all the same.
    """
    if is_of_lookalikes(folder):
        rows = _event_rows(folder)
        alone = {row["event_id"] for row in rows}
        single = {"of one article": _fewer(rows, alone), "of one or more": _fewer(rows, set(sorted(alone)[::2]))}
        for name, chosen in {**_sets(rows), **single}.items():
            target = place / f"{name} of {folder.name}" / folder.name
            target.mkdir(parents=True)
            _copy_some(folder, chosen, target)
            yield target


def _event_rows(folder: Path) -> list[dict[str, str]]:
    with (folder / "events.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _sets(rows: Iterable[dict[str, str]]) -> dict[str, list[dict[str, str]]]:
    sets: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        if "set" in row:
            sets[f"set {row['set']}"].append(row)
    return sets


def _fewer(rows: Iterable[dict[str, str]], alone: Collection[str]) -> list[dict[str, str]]:
    """Leave one row to each of the events that are to stand alone."""
    kept: dict[str, dict[str, str]] = {}
    for row in rows:
        event = row["event_id"]
        kept.setdefault(event if event in alone else row["document_id"], row)
    return list(kept.values())


def _copy_some(folder: Path, rows: Sequence[Mapping[str, str]], target: Path) -> None:
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
    """Print how each corpus is judged under weights that were learned from all others, and the threshold to choose."""
    table = Table("left out", "joined of one event", "apart of two", "B³ F1", "at best")
    rows: list[tuple[str, bool, dict[bool, tuple[int, int]], list[float]]] = []
    for folder in folders:
        mine, others = ([one for one in sources if (one.name == folder.name) == is_mine] for is_mine in (True, False))
        weights = learned(others)
        scores = grouped(folder, mine[WHOLE_EXTRACTED], weights)
        rows.append((folder.name, is_of_lookalikes(folder), judged(mine, weights), scores))
    means = mean_of_kinds([(of_lookalikes, scores) for _, of_lookalikes, _, scores in rows])
    best = means.index(max(means))
    for name, _, right, scores in rows:
        told = ("{} of {}".format(*right.get(is_same, (0, 0))) for is_same in (True, False))
        table.add_row(name, *told, f"{scores[best]:.3f}", f"{max(scores):.3f}")
    console.print(table)
    console.print("  ".join(f"{limit:g}: {mean:.3f}" for limit, mean in zip(THRESHOLDS, means, strict=True)))
    console.print(f"event_threshold: {THRESHOLDS[best]:g}")


def mean_of_kinds(rows: Iterable[tuple[bool, Sequence[float]]]) -> list[float]:
    """Give the mean of the scores at each threshold; folders of look-alike articles and all others count half each."""
    kinds: dict[bool, list[Sequence[float]]] = defaultdict(list)
    for is_of_one_kind, scores in rows:
        kinds[is_of_one_kind].append(scores)
    means = [[sum(column) / len(column) for column in zip(*found, strict=True)] for found in kinds.values()]
    return [sum(column) / len(column) for column in zip(*means, strict=True)]


def grouped(folder: Path, source: Source, weights: Weights) -> list[float]:
    """Group the documents of a folder by each threshold; give B³ F1 against its events."""
    known = labels_of(folder)
    with duckdb.connect() as connection:
        for macro in ("near_item", "merged_by_mean"):
            connection.execute((SQL_FOLDER / "2_claims" / f"{macro}.sql").read_text(encoding="utf-8"))
        connection.execute("create table event_feature (feature varchar, weight double)")
        connection.executemany("insert into event_feature values (?, ?)", list(weights.items()))
        connection.execute(
            "create table document_evidence as select a as a_document_id, b as b_document_id, feature, amount "
            "from read_parquet(?)",
            [str(source.evidence)],
        )
        connection.execute((SQL_FOLDER / "2_claims" / "document_score.sql").read_text(encoding="utf-8"))
        found = [
            dict(connection.execute(f"select * from merged_by_mean('document_score', {limit})").fetchall())
            for limit in THRESHOLDS
        ]
    return [
        2 * precision * recall / (precision + recall)
        for groups in found
        for precision, recall in [b_cubed(known, {document: groups.get(document, document) for document in known})]
    ]


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--leave-one-out",
    is_flag=True,
    help="Judge each folder under the weights learned from the others, and choose the threshold.",
)
def command(folders: tuple[Path, ...], leave_one_out: bool) -> None:
    """Learn the weights of data/lexicon/event_features.csv from the corpora and look-alike articles in FOLDERS.

    Prints feature and weight as CSV lines. For instance: python -m bench event_fit bench/lookalike_articles
    """
    with tempfile.TemporaryDirectory() as place:
        every = (*folders, *made_up_folders(Path(place)))
        print_weights(every, evidence_of, learned, show_left_out if leave_one_out else None, parts_of)
