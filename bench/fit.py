"""`python -m bench fit FOLDER...`: the weights by which two claims are taken to answer one question, from gold corpora.

A logistic regression (Newton's method with a ridge) over question_evidence, the features that sql/ itself finds: of the
gold claims of each folder and of the claims extracted from its articles, and of a few of its articles at a time, among
which nothing can be rare.
"""

from __future__ import annotations

import csv
import json
import random
import shutil
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import duckdb
from rich.console import Console
from rich.progress import track
from rich.table import Table

from analytics.build import BuildInputs, run_until
from bench.gold import f1, read_rows
from bench.lookalikes import groups_by_question
from bench.questions import (
    DERIVED,
    b_cubed,
    build_folder,
    gold_groups,
    has_claims,
    judged_pairs,
    partners,
    published,
    verdict_counts,
)
from rashomon.corpus import SHIPPED_DATA, extract_staged, lexicon_folder, stage_documents

RIDGE = 3.3
"""What a weight costs, squared and halved, against the summed loss; `candidates`, the odds at large, is free."""

FREE_FEATURE = "candidates"
TABLE = "question_features.csv"
DECLARED = {"told_alike": 6.0, "declared_same": 1000.0, "declared_apart": -1000.0}
"""What a reader has decided is not learned, nor what claims show that meet others as one."""

ROUNDS = 8
"""Newton's method has settled by then."""

STEP = 0.05
"""Weights are rounded to it: finer ones would claim to know more than the corpora tell."""

CORPUS_PAIRS = 3_000
"""A corpus counts for the root of this times its pairs, so that large ones do not drown small ones."""

SUBSETS = 6
"""So many times a few of its documents are taken for a corpus of their own: what tells among few claims is learned."""

SMALLEST_SUBSET, LARGEST_EVENT, MOST_OTHERS = 2, 4, 2
"""A subset has so many documents of one event, and at most so many others."""

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Source:
    """Claims to learn from: their name, and the file of pairs and features that the models made of them."""

    name: str
    evidence: Path


EvidenceOf = Callable[[Path, Path, bool], Source]
"""Writes the evidence of a corpus to a file, from its annotated claims or from those extracted from its articles."""


def evidence_of(folder: Path, target: Path, extracted: bool) -> Source:
    """Write the evidence on the claims of a gold folder, labelled by its questions, to the Parquet file `target`."""
    connection = run_until(inputs_of(folder, target.parent / target.stem, extracted), "question_evidence")
    claims = connection.sql("select claim_id, document_id, kind, char_start, char_end, value from staged_claim")
    rows = [dict(zip(claims.columns, row, strict=True)) for row in claims.fetchall()]
    groups = gold_groups(folder)
    found = partners(read_rows(folder / "claims.ndjson"), rows)
    label = [(claim["claim_id"], groups[gold_id], _size(groups, gold_id)) for gold_id, claim in found.items()]
    connection.execute("create table label (claim_id varchar, question_id varchar, size integer)")
    connection.executemany("insert into label values (?, ?, ?)", label)
    _write(
        connection,
        target,
        """
        select
            evidence.*,
            (a.question_id = b.question_id)::integer as is_same,
            if(a.question_id = b.question_id, sqrt(2 / a.size), 1) as weight
        from question_evidence as evidence
        inner join label as a on evidence.a_claim_id = a.claim_id
        inner join label as b on evidence.b_claim_id = b.claim_id
        """,
    )
    return Source(folder.name, target)


def source_of(name: str, rows: Iterable[Mapping[str, object]], target: Path) -> Source:
    """Write evidence that did not come from the models to the Parquet file `target`, its columns in their order."""
    lines = target.with_suffix(".ndjson")
    lines.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    with duckdb.connect() as connection:
        connection.read_json(str(lines)).write_parquet(str(target))
    return Source(name, target)


def subsets_of(folder: Path, place: Path) -> Iterator[Path]:
    """Yield small corpora of the name of `folder`: a few of its documents on one event and one or two others."""
    draw = random.Random(folder.name)  # noqa: S311 -- dice for a fit guard no secret
    events = [sorted(event) for event in events_of(folder) if len(event) >= SMALLEST_SUBSET]
    every = sorted(str(row["document_id"]) for row in read_rows(folder / "documents.ndjson"))
    for number in range(SUBSETS if events else 0):
        event = draw.choice(events)
        chosen = set(draw.sample(event, min(len(event), draw.randint(SMALLEST_SUBSET, LARGEST_EVENT))))
        others = [document for document in every if document not in chosen]
        chosen.update(draw.sample(others, min(len(others), draw.randint(0, MOST_OTHERS))))
        target = place / f"subset {number} of {folder.name}" / folder.name
        target.mkdir(parents=True)
        _copy_some(folder, chosen, target)
        yield target


def events_of(folder: Path) -> list[set[str]]:
    """Group the documents of a gold folder that hang together through its questions, in the order of their ids."""
    groups = gold_groups(folder)
    claims = sorted(
        (str(row["document_id"]), groups[str(row["gold_id"])]) for row in read_rows(folder / "claims.ndjson")
    )
    events: dict[str, set[str]] = defaultdict(set)
    for document, event in groups_by_question(claims, [document for document, _ in claims]).items():
        events[event].add(document)
    return [events[name] for name in sorted(events)]


def _copy_some(folder: Path, chosen: Collection[str], target: Path) -> None:
    """Copy the chosen documents of a gold folder with their claims, and its questions as far as these answer them."""
    documents, claims = (
        [row for row in read_rows(folder / name) if row["document_id"] in chosen]
        for name in ("documents.ndjson", "claims.ndjson")
    )
    kept = {str(row["gold_id"]) for row in claims}
    questions = [
        {**row, "gold_ids": [key for key in row["gold_ids"] if key in kept]}  # type: ignore[attr-defined]
        for row in read_rows(folder / "questions.ndjson")
    ]
    for name, rows in {"documents": documents, "claims": claims, "questions": questions}.items():
        (target / f"{name}.ndjson").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def _size(groups: Mapping[str, str], gold_id: str) -> int:
    return Counter(groups.values())[groups[gold_id]]


def inputs_of(folder: Path, place: Path, extracted: bool) -> BuildInputs:
    """Stage the documents of a folder; extract their claims, or take the gold ones without what analytics derives."""
    place.mkdir()
    staged = stage_documents([folder / "documents.ndjson"], place, {})
    lexicon, claims = lexicon_folder(None), place / "claims.ndjson"
    if extracted:
        extract_staged(staged, claims, lexicon, 1, lambda _done: None)
    else:
        rows = [
            {name: cell for name, cell in row.items() if name not in DERIVED}
            for row in read_rows(folder / "claims.ndjson")
        ]
        claims.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return BuildInputs(
        lexicon=lexicon,
        documents=[staged.changed],
        extracted=[claims] if extracted else [],
        claims=[] if extracted else [claims],
        corrections=SHIPPED_DATA,
    )


def _write(connection: duckdb.DuckDBPyConnection, target: Path, query: str) -> None:
    with connection:
        connection.sql(query).write_parquet(str(target))


def fit(sources: Sequence[Source], free: str = FREE_FEATURE) -> Weights:
    """Learn the weight of each feature from the sources, in logarithms of odds; the `free` one costs nothing."""
    with duckdb.connect() as connection:
        _load(connection, sources)
        names = [name for (name,) in connection.execute("select feature from weight order by feature").fetchall()]
        for _ in range(ROUNDS):
            _improve(connection, names, free)
        return dict(connection.execute("select feature, weight from weight").fetchall())


def _load(connection: duckdb.DuckDBPyConnection, sources: Sequence[Source]) -> None:
    """Fill evidence (one row per pair and feature), pair (its answer and how much it counts) and weight (all 0)."""
    connection.execute(
        "create table row (source integer, a varchar, b varchar, feature varchar, "
        "amount double, is_same integer, weight double)"
    )
    for number, source in enumerate(sources):
        connection.execute("insert into row select ?, * from read_parquet(?)", [number, str(source.evidence)])
    connection.execute(
        f"""
        create table pair as
        select
            row_number() over () as pair_id, source, a, b, is_same, weight * sqrt({CORPUS_PAIRS} / total) as weight
        from (
            select *, sum(weight) over (partition by source) as total
            from (select distinct source, a, b, is_same, weight from row)
        );
        create table evidence as
        select pair.pair_id, row.feature, row.amount
        from row inner join pair using (source, a, b)
        where row.feature not in (select unnest({list(DECLARED)}));
        create table weight as select distinct feature, 0.0::double as weight from evidence;
        """
    )


def _improve(connection: duckdb.DuckDBPyConnection, names: Sequence[str], free: str) -> None:
    """Take one step of Newton's method on the table weight."""
    _judge(connection)
    slope, bend = _slope(connection), _bend(connection)
    weights = dict(connection.execute("select feature, weight from weight").fetchall())
    costs = [0.0 if name == free else RIDGE for name in names]
    rows = [
        [bend.get((one, other), 0.0) + (cost if one == other else 0.0) for other in names]
        for one, cost in zip(names, costs, strict=True)
    ]
    step = solve(rows, [slope[name] - cost * weights[name] for name, cost in zip(names, costs, strict=True)])
    connection.executemany(
        "update weight set weight = weight + ? where feature = ?", list(zip(step, names, strict=True))
    )


def _judge(connection: duckdb.DuckDBPyConnection) -> None:
    """Say of each pair how likely the weights of now make it, in the table judged."""
    connection.execute(
        """
        create or replace temp table judged as
        select pair_id, is_same, pair.weight, 1 / (1 + exp(-score)) as chance
        from pair
        inner join (
            select pair_id, sum(amount * weight.weight) as score
            from evidence inner join weight using (feature)
            group by pair_id
        ) using (pair_id)
        """
    )


def _slope(connection: duckdb.DuckDBPyConnection) -> Weights:
    """Give the first derivative of the loss by each weight, with its sign turned."""
    rows = connection.execute(
        """
        select feature, sum(judged.weight * (is_same - chance) * amount)
        from evidence inner join judged using (pair_id)
        group by feature
        """
    ).fetchall()
    return dict(rows)


def _bend(connection: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], float]:
    """Give the second derivative of the loss by each two weights whose features stand in one pair."""
    rows = connection.execute(
        """
        select one.feature, other.feature, sum(judged.weight * chance * (1 - chance) * one.amount * other.amount)
        from evidence as one
        inner join evidence as other using (pair_id)
        inner join judged using (pair_id)
        group by all
        """
    ).fetchall()
    return {(one, other): amount for one, other, amount in rows}


def solve(rows: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """Solve a symmetric positive definite system of linear equations by elimination."""
    system = [[*row, value] for row, value in zip(rows, right, strict=True)]
    for place, pivot in enumerate(system):
        for below in system[place + 1 :]:
            factor = below[place] / pivot[place]
            below[place:] = [mine - factor * theirs for mine, theirs in zip(below[place:], pivot[place:], strict=True)]
    found: list[float] = []
    for place in range(len(system) - 1, -1, -1):
        row = system[place]
        known = sum(cell * value for cell, value in zip(row[place + 1 : -1], found, strict=True))
        found.insert(0, (row[-1] - known) / row[place])
    return found


def rounded(weights: Weights, given: Weights) -> Weights:
    """Round each weight, and put those beside them that are given and not learned."""
    return {name: round(round(weight / STEP) * STEP, 2) for name, weight in weights.items()} | given


def scores(folder: Path, extracted: bool, weights: Weights, place: Path) -> tuple[float, float]:
    """Give B³ F1 of the questions and F1 of the verdicts of a gold folder that is built with other weights."""
    target, lexicon = place / "left_out.duckdb", lexicon_with(weights, TABLE, place / "lexicon")
    target.unlink(missing_ok=True)
    build_folder(folder, extracted, target, lexicon)
    claims, verdicts = published(target)
    groups = gold_groups(folder)
    partner = partners(read_rows(folder / "claims.ndjson"), claims)
    found = {key: str(partner[key]["question_id"]) if key in partner else f"missing {key}" for key in groups}
    precision, recall = b_cubed(groups, found)
    counts = verdict_counts(judged_pairs(folder, partner, verdicts))
    return (
        2 * precision * recall / (precision + recall),
        f1(counts["equal"], counts["expected"], counts["found"]),
    )


def lexicon_with(weights: Weights, table: str, place: Path) -> Path:
    """Copy the lexicon to `place`, with other weights in one of its tables; a feature without a weight counts 0."""
    shutil.copytree(lexicon_folder(None), place, dirs_exist_ok=True)
    with (place / table).open(encoding="utf-8", newline="") as file:
        known = {row["feature"]: row for row in csv.DictReader(file)}
    with (place / table).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(next(iter(known.values()))), restval="")
        writer.writeheader()
        for feature in known | weights:
            writer.writerow({**known.get(feature, {}), "feature": feature, "weight": weights.get(feature, 0)})
    return place


def evidence_of_all(corpora: Sequence[Path], evidence: EvidenceOf, place: Path, console: Console) -> list[Source]:
    """Write the evidence of each corpus to the folder `place`, from its annotated claims and from those extracted.

    A corpus without annotated claims gives only the latter.
    """
    return [
        evidence(corpus, place / f"{number} {extracted}.parquet", extracted)
        for number, corpus in enumerate(track(corpora, "features", console=console))
        for extracted in ((False, True) if has_claims(corpus) else (True,))
    ]


Learn = Callable[[Sequence[Source]], Weights]
"""Learns the weights of one table, rounded, with those that are set."""

ShowLeftOut = Callable[[Console, Sequence[Path], Sequence[Source], Path], None]
"""Prints what each corpus scores under weights that were learned from all others."""


PartsOf = Callable[[Path, Path], Iterable[Path]]
"""Writes parts of a corpus, each a corpus of its name, into a folder."""


def print_weights(
    folders: Sequence[Path], evidence: EvidenceOf, learn: Learn, show: ShowLeftOut | None, parts: PartsOf | None = None
) -> None:
    """Print the weights learned from corpora and, where `parts` makes some, from their parts, after what `show` tells.

    What is shown is told of the whole corpora.
    """
    console = Console(stderr=True)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        corpora = [corpus for folder in folders for corpus in (folder, *(parts(folder, place) if parts else ()))]
        sources = evidence_of_all(corpora, evidence, place, console)
        if show is not None:
            show(console, folders, sources, place)
        for feature, weight in learn(sources).items():
            click.echo(f"{feature},{weight:g}")


def learned(sources: Sequence[Source]) -> Weights:
    """Learn the weights from the sources, with those that are declared."""
    return rounded(fit(sources), DECLARED)


def show_left_out(console: Console, folders: Sequence[Path], sources: Sequence[Source], place: Path) -> None:
    """Print what each corpus scores under weights that were learned from all others: choose by the mean of these."""
    table = Table("left out", "claims B³", "claims verdict F1", "extracted B³", "extracted verdict F1")
    every = []
    for folder in track(folders, "each left out", console=console):
        weights = learned([source for source in sources if source.name != folder.name])
        found = [*scores(folder, False, weights, place), *scores(folder, True, weights, place)]
        every.append(found)
        table.add_row(folder.name, *(f"{value:.3f}" for value in found))
    table.add_row("mean", *(f"{sum(column) / len(column):.3f}" for column in zip(*every, strict=True)))
    console.print(table)


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--leave-one-out", is_flag=True, help="Score each folder under the weights learned from the others.")
def command(folders: tuple[Path, ...], leave_one_out: bool) -> None:
    """Learn the weights of data/lexicon/question_features.csv from the annotated corpora in FOLDERS.

    Prints feature and weight as CSV lines. For instance: python -m bench fit tests/held_out/fields
    """
    print_weights(folders, evidence_of, learned, show_left_out if leave_one_out else None, subsets_of)
