"""`python -m bench voice_fit FOLDER...`: the weights by which two voices of an event are one, from annotated voices.

The same regression as of `bench fit`, over voice_evidence, the features that sql/ itself finds: of the annotated claims
of each folder and of the claims extracted from its articles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track
from rich.table import Table

from analytics.build import run_until
from bench.copies import annotated
from bench.fit import Source, Weights, fit, inputs_of, lexicon_with, print_weights, rounded
from bench.gold import Row, read_rows
from bench.questions import partners
from extraction.words.lexicon import LEXICON_FOLDER, read_table

TABLE = "voice_features.csv"
SET = ("two_persons", "unlike_kinds", "only_of_one_state", "other_office")
"""Whose weights stay as the table has them: two persons, or a firm and a union, are two voices by definition."""

Key = tuple[str, str]
"""An event and a voice of it."""


def evidence_of(folder: Path, target: Path, extracted: bool) -> Source:
    """Write the evidence on the voices of a corpus to the Parquet file `target`, with which two really are one."""
    inputs = inputs_of(folder, target.parent / target.stem, extracted)
    with run_until(inputs, "voice_evidence", kept=("document_event",)) as connection:
        claims = connection.sql(
            """
            select claim.*, heard.voice_key, event.event_id
            from staged_claim as claim
            inner join heard_voice as heard on claim.rowid = heard.claim_number
            inner join document_event as event on claim.document_id = event.document_id
            """
        )
        rows = [dict(zip(claims.columns, row, strict=True)) for row in claims.fetchall()]
        label = meant_voices(read_rows(folder / "claims.ndjson"), rows)
        connection.execute("create table label (event_id varchar, voice_key varchar, voice varchar)")
        connection.executemany("insert into label values (?, ?, ?)", [(*key, voice) for key, voice in label.items()])
        connection.sql(
            """
            select
                evidence.event_id || ' ' || evidence.a_key as a,
                evidence.b_key as b,
                evidence.feature,
                evidence.amount,
                (a.voice = b.voice)::integer as is_same,
                1.0 as weight
            from voice_evidence as evidence
            inner join label as a on evidence.event_id = a.event_id and evidence.a_key = a.voice_key
            inner join label as b on evidence.event_id = b.event_id and evidence.b_key = b.voice_key
            where (evidence.event_id, evidence.a_key, evidence.b_key) not in (
                select (event_id, a_key, b_key)
                from voice_evidence
                where feature in ('two_persons', 'unlike_kinds', 'other_office')
            )
            """
        ).write_parquet(str(target))
    return Source(folder.name, target)


def meant_voices(gold: Sequence[Row], claims: Sequence[Row]) -> dict[Key, str]:
    """Give the annotated voice that most claims of each voice of an event have."""
    heard: dict[Key, Counter[str]] = defaultdict(Counter)
    voices = {str(row["gold_id"]): str(row["voice"]) for row in gold}
    for gold_id, claim in partners(gold, claims).items():
        heard[str(claim["event_id"]), str(claim["voice_key"])][voices[gold_id]] += 1
    return {key: max(sorted(counts), key=counts.__getitem__) for key, counts in heard.items()}


def learned(sources: Sequence[Source]) -> Weights:
    """Learn the weights, rounded, with those that are set."""
    rows = read_table(LEXICON_FOLDER / TABLE)
    return rounded(fit(sources), {row["feature"]: float(row["weight"]) for row in rows if row["feature"] in SET})


def show_left_out(console: Console, folders: Sequence[Path], sources: Sequence[Source], place: Path) -> None:
    """Print the faults of support in each corpus under weights that were learned from all others: choose by these."""
    table = Table("left out", "claims: counted twice", "merged", "of", "extracted: counted twice", "merged", "of")
    for folder in track(folders, "each left out", console=console):
        weights = learned([source for source in sources if source.name != folder.name])
        lexicon = lexicon_with(weights, TABLE, place / "lexicon")
        cells = [cell for extracted in (False, True) for cell in faults(folder, extracted, place, lexicon)]
        table.add_row(folder.name, *map(str, cells))
    console.print(table)


def faults(folder: Path, extracted: bool, place: Path, lexicon: Path) -> tuple[int, int, int]:
    """Count the questions of a corpus that count a voice twice, those that take two for one, and all outcomes."""
    target = place / "left_out.duckdb"
    target.unlink(missing_ok=True)
    found = annotated(folder, extracted, target, lexicon)
    twice, outcomes = found["reprint or claimant counted twice"]
    return twice, found["independent voices counted as one"][0], outcomes


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--leave-one-out", is_flag=True, help="Count the faults of each folder under the others' weights.")
def command(folders: tuple[Path, ...], leave_one_out: bool) -> None:
    """Learn the weights of data/lexicon/voice_features.csv from the annotated corpora in FOLDERS.

    Prints feature and weight as CSV lines. For instance: python -m bench voice_fit tests/held_out/fields
    """
    print_weights(folders, evidence_of, learned, show_left_out if leave_one_out else None)
