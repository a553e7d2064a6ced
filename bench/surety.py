"""`python -m bench surety FOLDER...`: the weights by which two claims in dispute are taken to be of one thing.

The same regression as of `bench fit`, over dispute_evidence: of the annotated claims of each folder, and of the claims
extracted from its articles. What it learns is whether the annotation has the two in dispute as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click
import duckdb
from rich.console import Console
from rich.progress import track

from analytics.build import run_until
from bench.findings import RIGHT, annotation_of, claims_of, figures, judged_findings, outcome_of, show_figures
from bench.fit import Source, Weights, fit, inputs_of, lexicon_with, print_weights, rounded
from bench.questions import build_folder, has_claims

FREE_FEATURE = "dispute"
TABLE = "surety_features.csv"
SET = {"below_zero": -3.0, "link": 0.15, "generic": -0.3}
"""Not learned: no corpus has a count below zero, which is always a misreading; few pairs tell of the others."""


def evidence_of(folder: Path, target: Path, extracted: bool) -> Source:
    """Write the evidence on the pairs in dispute of a corpus to the Parquet file `target`, with what each really is.

    A pair weighs the less the more its question has, so that one large question does not decide.
    """
    annotation = annotation_of(folder)
    with run_until(inputs_of(folder, target.parent / target.stem, extracted), "dispute_evidence") as connection:
        claims = claims_of(connection)
        pairs = connection.execute(
            """
            select
                pair.question_id,
                a.claim_id,
                b.claim_id,
                if(pair.is_a_low, a.claim_id, b.claim_id) as low_claim_id,
                if(pair.is_a_low, b.claim_id, a.claim_id) as high_claim_id
            from contender_pair as pair
            inner join comparable_claim as a on pair.a_claim_number = a.claim_number
            inner join comparable_claim as b on pair.b_claim_number = b.claim_number
            where pair.verdict in ('differs', 'contradicts') and pair.has_two_sides
            """
        ).fetchall()
        sizes = Counter(pair[0] for pair in pairs)
        connection.execute(
            "create table label (a_claim_id varchar, b_claim_id varchar, is_same integer, weight double)"
        )
        connection.executemany(
            "insert into label values (?, ?, ?, ?)",
            [
                (a, b, outcome_of(claims[low], claims[high], annotation)[0] == RIGHT, sizes[question] ** -0.5)
                for question, a, b, low, high in pairs
            ],
        )
        connection.sql(
            """
            select evidence.* exclude (a_claim_number, b_claim_number), label.is_same, label.weight
            from dispute_evidence as evidence
            inner join label using (a_claim_id, b_claim_id)
            """
        ).write_parquet(str(target))
    return Source(folder.name, target)


def learned(sources: Sequence[Source]) -> Weights:
    """Learn the weights, rounded, with those that are set."""
    return rounded(fit(sources, FREE_FEATURE), SET)


def show_left_out(console: Console, folders: Sequence[Path], sources: Sequence[Source], place: Path) -> None:
    """Print the findings of each corpus under weights that were learned from all others: choose by these."""
    for extracted in (False, True):
        rows = {}
        corpora = [folder for folder in folders if extracted or has_claims(folder)]
        for folder in track(corpora, "each left out", console=console):
            weights = learned([source for source in sources if source.name != folder.name])
            target = place / "left_out.duckdb"
            target.unlink(missing_ok=True)
            build_folder(folder, extracted, target, lexicon_with(weights, TABLE, place / "lexicon"))
            annotation = annotation_of(folder)
            with duckdb.connect(str(target), read_only=True) as connection:
                rows[folder.name] = figures(judged_findings(connection, annotation), annotation)
        console.print("extracted" if extracted else "claims")
        show_figures(console, rows)


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--leave-one-out", is_flag=True, help="Judge the findings of each folder under the others' weights.")
def command(folders: tuple[Path, ...], leave_one_out: bool) -> None:
    """Learn the weights of data/lexicon/surety_features.csv from the annotated corpora in FOLDERS.

    Prints feature and weight as CSV lines. For instance: python -m bench surety tests/held_out/fields
    """
    print_weights(folders, evidence_of, learned, show_left_out if leave_one_out else None)
