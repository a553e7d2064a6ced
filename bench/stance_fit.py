"""`python -m bench stance_fit CORPUS...`: the weights by which a clause is taken for a stance, from annotated news.

The same regression as of `bench fit`, over the features of what is said beside the stances that words of the tables
tell. A corpus is a gold folder, or a table of passages as of `bench stances`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from bench.claimant_forms import Row
from bench.fit import Source, Weights, fit, rounded, source_of
from bench.gold import f1, read_rows
from bench.stances import read_stance_cases
from extraction.documents import RejectedDocument, read_documents
from extraction.model import Document
from extraction.rules import RuleExtractor, rule_extractor
from extraction.stances.stance_features import Features
from extraction.stances.stance_weights import likelihood

FREE_FEATURE = "candidate"

CLAUSE_WEIGHT = 0.05
"""With it the clauses of a corpus of usual size (150) count once each against the ridge of `bench fit`."""

LEAST_CLAUSES = 25
"""A feature of fewer clauses is not learned."""

SMALLEST = 0.1
"""Weights below it tell next to nothing and are left out."""

Span = tuple[str, int, int]
"""A document and the characters of a stance in it."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What may be a stance: its span, its features, and the annotated stances that it meets, by number.

    A stance that words of the tables tell has no features: it is always taken.
    """

    span: Span
    features: Features
    meets: list[int]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Annotated news: its name, what may be a stance there, and how many stances are annotated."""

    name: str
    clauses: list[Clause]
    annotated: int


def read_corpus(path: Path) -> Corpus:
    """Read what may be a stance in a gold folder or a table of passages, with what is annotated there."""
    documents, gold = (_of_folder if path.is_dir() else _of_table)(path)
    clauses = [clause for document in documents for clause in clauses_of(document, rule_extractor(), gold)]
    return Corpus(path.stem, clauses, len(gold))


def _of_folder(folder: Path) -> tuple[list[Document], list[Span]]:
    read = read_documents([folder / "documents.ndjson"])
    stances = [row for row in read_rows(folder / "claims.ndjson") if row["kind"] == "stance"]
    return [one for one in read if not isinstance(one, RejectedDocument)], [_span(row) for row in stances]


def _span(row: Row) -> Span:
    return str(row["document_id"]), int(str(row["char_start"])), int(str(row["char_end"]))


def _of_table(table: Path) -> tuple[list[Document], list[Span]]:
    cases = read_stance_cases(table)
    stances = [(case, row["words"]) for case in cases for row in case.expected if row["kind"] == "stance"]
    spans = [(case.name, case.text.index(words), case.text.index(words) + len(words)) for case, words in stances]
    return [Document(case.name, "passages", case.text) for case in cases], spans


def clauses_of(document: Document, extractor: RuleExtractor, gold: Sequence[Span]) -> Iterator[Clause]:
    """Yield what may be a stance in a document."""
    reading = extractor.read(document)
    tokens = reading.article.tokens
    said = {one.stance.first: one.features for one in reading.weighed}
    taken = [stance for stance in reading.stances if stance.first not in said]
    for stance in sorted(taken + [one.stance for one in reading.weighed]):
        start, end = tokens[stance.first].start, tokens[max(stance.last, stance.first + 1) - 1].end
        meets = [
            number
            for number, (name, first, last) in enumerate(gold)
            if name == document.document_id and start < last and first < end
        ]
        yield Clause((document.document_id, start, end), said.get(stance.first, {}), meets)


def write_evidence(corpus: Corpus, target: Path) -> Source:
    """Write the features of a corpus to the Parquet file `target`, as `bench fit` reads them."""
    rows = (
        {
            "document": clause.span[0],
            "span": str(clause.span[1:]),
            "feature": feature,
            "amount": float(amount),
            "is_stance": int(bool(clause.meets)),
            "weight": CLAUSE_WEIGHT,
        }
        for clause in corpus.clauses
        for feature, amount in clause.features.items()
    )
    return source_of(corpus.name, rows, target)


def learned(corpora: Sequence[Corpus]) -> Weights:
    """Learn the weights of the features that enough clauses have, without those that tell next to nothing."""
    often = _told_often(corpora)
    chosen = _fitted(corpora, often)
    telling = {name for name in often if name == FREE_FEATURE or abs(chosen[name]) >= SMALLEST}
    return rounded(_fitted(corpora, telling), {})


def _told_often(corpora: Sequence[Corpus]) -> set[str]:
    counts: dict[str, int] = {}
    for corpus in corpora:
        for clause in corpus.clauses:
            for feature in clause.features:
                counts[feature] = counts.get(feature, 0) + 1
    return {feature for feature, count in counts.items() if count >= LEAST_CLAUSES}


def _fitted(corpora: Sequence[Corpus], features: set[str]) -> Weights:
    with tempfile.TemporaryDirectory() as name:
        sources = [
            write_evidence(_only(corpus, features), Path(name) / f"{number}.parquet")
            for number, corpus in enumerate(corpora)
        ]
        return fit(sources, FREE_FEATURE)


def _only(corpus: Corpus, features: set[str]) -> Corpus:
    clauses = [
        Clause(one.span, {name: amount for name, amount in one.features.items() if name in features}, one.meets)
        for one in corpus.clauses
    ]
    return Corpus(corpus.name, clauses, corpus.annotated)


def rates(corpus: Corpus, weights: Weights, threshold: float) -> tuple[float, float, float]:
    """Give precision, recall and F1 of the stances that are taken in a corpus; an annotated one is met once."""
    taken = [one for one in corpus.clauses if not one.features or likelihood(one.features, weights) >= threshold]
    met: set[int] = set()
    for clause in taken:
        met.update([number for number in clause.meets if number not in met][:1])
    found, annotated = len(taken), corpus.annotated
    return len(met) / max(found, 1), len(met) / max(annotated, 1), f1(len(met), annotated, found)


def show_left_out(console: Console, corpora: Sequence[Corpus], threshold: float) -> None:
    """Print what each corpus scores under weights that were learned from all others."""
    table = Table("left out", "precision", "recall", "F1")
    every = []
    for corpus in corpora:
        weights = learned([other for other in corpora if other is not corpus])
        every.append(rates(corpus, weights, threshold))
        table.add_row(corpus.name, *(f"{value:.3f}" for value in every[-1]))
    table.add_row("mean", *(f"{sum(column) / len(column):.3f}" for column in zip(*every, strict=True)))
    console.print(table)


@click.command()
@click.argument("paths", metavar="CORPUS...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--leave-one-out", is_flag=True, help="Score each corpus under the weights learned from the others.")
@click.option("--threshold", default=0.4, show_default=True, help="How likely a stance must be to be taken.")
def command(paths: tuple[Path, ...], leave_one_out: bool, threshold: float) -> None:
    """Learn the weights of data/lexicon/stance_features.csv from annotated corpora.

    Prints feature and weight as CSV lines. For instance: python -m bench stance_fit tests/held_out/fields
    """
    corpora = [read_corpus(path) for path in paths]
    if leave_one_out:
        show_left_out(Console(stderr=True), corpora, threshold)
    for feature, weight in learned(corpora).items():
        click.echo(f"{feature},{weight:g}")
