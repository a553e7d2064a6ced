"""`python -m bench name_fit FOLDER...`: the weights by which a name is taken for a person's, from annotated names.

The same regression as of `bench fit`, over the signs that an article shows of each name. A folder has documents.ndjson
and names.csv: the names of several words that its articles may mean a person by, and whether they do.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from bench.fit import Source, Weights, fit, rounded, source_of
from extraction.documents import RejectedDocument, read_documents
from extraction.naming.name_kinds import UNTOLD, is_person
from extraction.rules import rule_extractor
from extraction.words.vocabulary_tables import load_vocabulary

NAME_WEIGHT = 0.3
"""Of several tried, the one under which the fewest names of a corpus that was left out are misjudged."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an article: what the article shows of it, and whether it is a person's."""

    document_id: str
    written: str
    signs: frozenset[str]
    is_person: bool


Corpora = Mapping[str, Sequence[Name]]
"""The names of each folder."""


def read_names(folder: Path) -> list[Name]:
    """Read the annotated names of a folder that its articles show signs of."""
    with (folder / "names.csv").open(encoding="utf-8", newline="") as file:
        annotated = {(row["document_id"], row["name"]): row["is_person"] == "yes" for row in csv.DictReader(file)}
    documents = read_documents([folder / "documents.ndjson"])
    signs = {
        (document.document_id, name): frozenset(seen)
        for document in documents
        if not isinstance(document, RejectedDocument)
        for name, seen in rule_extractor().read(document).names.signs.items()
    }
    return [Name(*key, signs[key], told) for key, told in annotated.items() if key in signs]


def learned(corpora: Corpora) -> Weights:
    """Learn the weight of each sign."""
    with tempfile.TemporaryDirectory() as place:
        sources = [_evidence(folder, names, Path(place) / f"{folder}.parquet") for folder, names in corpora.items()]
        return rounded(fit(sources, UNTOLD), {})


def _evidence(folder: str, names: Sequence[Name], target: Path) -> Source:
    rows = (
        {
            "document": name.document_id,
            "name": name.written,
            "feature": sign,
            "amount": 1.0,
            "is_person": int(name.is_person),
            "weight": NAME_WEIGHT,
        }
        for name in names
        for sign in sorted(name.signs)
    )
    return source_of(folder, rows, target)


def misjudged(names: Sequence[Name], weights: Weights) -> list[str]:
    """Give the names that these weights take for what they are not; a sign without a weight counts nothing."""
    known = [(name, name.signs & weights.keys()) for name in names]
    return [name.written for name, signs in known if is_person(signs, weights) != name.is_person]


def show_left_out(console: Console, corpora: Corpora) -> None:
    """Print how many names of each folder are misjudged by the shipped weights and by those of the other folders."""
    shipped = load_vocabulary().names.signs
    table = Table("left out", "names", "misjudged, shipped", "misjudged, learned")
    for folder, names in corpora.items():
        others = learned({other: names for other, names in corpora.items() if other != folder})
        wrong = (len(misjudged(names, weights)) for weights in (shipped, others))
        table.add_row(folder, *map(str, (len(names), *wrong)))
    console.print(table)


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--leave-one-out", is_flag=True, help="Judge each folder under the weights learned from the others.")
def command(folders: tuple[Path, ...], leave_one_out: bool) -> None:
    """Learn the weights of data/lexicon/name_signs.csv from the names annotated in FOLDERS.

    Prints feature and weight as CSV lines. For instance: python -m bench name_fit tests/held_out/fields
    """
    corpora = {folder.name: read_names(folder) for folder in folders}
    if leave_one_out:
        show_left_out(Console(stderr=True), corpora)
    for feature, weight in learned(corpora).items():
        click.echo(f"{feature},{weight:g}")
