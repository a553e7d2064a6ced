"""`python -m bench thing_fit CORPUS...`: the weights by which a noun before a bare count is taken for what it counts.

The same regression as of `bench fit`, over what a right candidate shows more than a wrong one of the same figure. A
corpus is a gold folder, or a file of passages as of `bench passages`.
"""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from bench.fit import Source, Weights, fit, rounded, source_of
from bench.gold import Row, read_rows
from bench.passages import Passage, is_of, met, read_passages
from bench.questions import gold_groups, partners
from extraction.documents import RejectedDocument, read_documents
from extraction.model import Claim, Document, Figure
from extraction.rules import Reading, claims_of, rule_extractor
from extraction.things.counted_things import counted_as_named
from extraction.things.named_things import LEFT_OPEN, Features, named_things, score
from extraction.words.vocabulary_tables import load_vocabulary

CHOICE_WEIGHT = 2.0
"""What one figure counts against the ridge of `bench fit`; of several tried, the one that chooses best elsewhere."""

OPEN_WEIGHT = 0.25
"""What one counts, as a share of that, for which no candidate is right: most often the annotation has another name."""

Place = tuple[str, int]
"""A document and the character at which a figure begins in it."""

IsRight = Callable[[str], bool]
"""Whether a measure is what a figure counts."""


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A figure without a noun of its own: what speaks for each candidate, and which of them are right."""

    candidates: Sequence[Features]
    right: Sequence[bool]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Annotated text: its name, and its figures without a noun."""

    name: str
    cases: Sequence[OpenCase]


def read_corpus(path: Path) -> Corpus:
    """Read the figures without a noun of a gold folder or a file of passages, as far as these tell what they count."""
    cases = _of_folder(path) if path.is_dir() else _of_passages(read_passages(path))
    return Corpus(path.stem, list(cases))


def _of_passages(passages: Sequence[Passage]) -> Iterator[OpenCase]:
    for number, passage in enumerate(passages):
        reading = rule_extractor().read(Document(f"p{number}", "The Case Book", passage.text))
        figures = bare_figures(reading)
        for row, claim in met(passage, claims_of(reading)):
            figure = figures.get(claim.char_start) if claim is not None and row.thing else None
            if figure is not None:
                yield _case(reading, figure, partial(is_of, row.thing))


def bare_figures(reading: Reading) -> dict[int, Figure]:
    """Give the counts without a noun of their own, by the character at which each begins."""
    pairs = zip(reading.article.figures, reading.things, strict=True)
    return {
        figure.start: figure
        for figure, thing in pairs
        if thing.counted is None and figure.unit is None and figure.relative_to is None
    }


def _of_folder(folder: Path) -> Iterator[OpenCase]:
    """Take for right what most figures of one question count by their own noun, else what the annotation calls it."""
    documents = [one for one in read_documents([folder / "documents.ndjson"]) if not isinstance(one, RejectedDocument)]
    readings = {document.document_id: rule_extractor().read(document) for document in documents}
    bare = {(name, start): one for name, reading in readings.items() for start, one in bare_figures(reading).items()}
    gold = [row for row in read_rows(folder / "claims.ndjson") if row["kind"] == "quantity"]
    found = partners(gold, [_as_row(claim) for reading in readings.values() for claim in claims_of(reading)])
    usual = _usual_measures(found, gold_groups(folder), bare)
    for row in gold:
        place = _place(found.get(str(row["gold_id"]), {}))
        if place in bare:
            right = partial(_is_as_annotated, row, usual.get(str(row["gold_id"])))
            yield _case(readings[place[0]], bare[place], right)


def _as_row(claim: Claim) -> Row:
    return {name: getattr(claim, name) for name in _COMPARED}


_COMPARED = ("document_id", "kind", "value", "char_start", "char_end", "measure")


def _place(claim: Row) -> Place:
    return str(claim.get("document_id")), int(str(claim.get("char_start", -1)))


def _usual_measures(found: Mapping[str, Row], questions: Mapping[str, str], bare: Collection[Place]) -> dict[str, str]:
    """Give by gold claim the measure that most claims of its question have by a noun of their own."""
    measures: dict[str, Counter[str]] = defaultdict(Counter)
    for gold_id, claim in found.items():
        if _place(claim) not in bare:
            measures[questions[gold_id]][str(claim["measure"])] += 1
    return {key: measures[name].most_common(1)[0][0] for key, name in questions.items() if name in measures}


def _is_as_annotated(gold: Row, usual: str | None, measure: str) -> bool:
    if usual is not None:
        return measure == usual
    counted = str(gold["counted"] or "").lower()
    return measure == gold["measure"] or (bool(counted) and is_of(counted, measure))


def _case(reading: Reading, figure: Figure, is_right: IsRight) -> OpenCase:
    """Label what the nouns name, and at the end that none is meant, which is right where nothing else is."""
    named = named_things(reading.article, figure)
    things = (counted_as_named(reading.article, reading.names, figure, one) for one in named)
    right = [is_right(thing.measure) for thing in things]
    return OpenCase([*(one.features for one in named), LEFT_OPEN], [*right, not any(right)])


def write_evidence(corpus: Corpus, target: Path) -> Source:
    """Write what each right candidate shows more than each wrong one to the file `target`, as `bench fit` reads it."""
    rows = (
        {
            "figure": str(number),
            "candidates": f"{right} {wrong}",
            "feature": feature,
            "amount": amount,
            "is_better": 1,
            "weight": CHOICE_WEIGHT * (OPEN_WEIGHT if case.right[-1] else 1) / len(pairs),
        }
        for number, case in enumerate(corpus.cases)
        for pairs in [_pairs(case)]
        for right, wrong in pairs
        for feature, amount in _difference(case.candidates[right], case.candidates[wrong]).items()
    )
    return source_of(corpus.name, rows, target)


def _pairs(case: OpenCase) -> list[tuple[int, int]]:
    """Pair the right candidates with the wrong ones, by number."""
    right = [number for number, is_right in enumerate(case.right) if is_right]
    wrong = [number for number, is_right in enumerate(case.right) if not is_right]
    return list(product(right, wrong))


def _difference(one: Features, other: Features) -> Features:
    every = {name: one.get(name, 0.0) - other.get(name, 0.0) for name in {**one, **other}}
    return {name: amount for name, amount in every.items() if amount}


def learned(corpora: Sequence[Corpus]) -> Weights:
    """Learn the weight of each feature, without those that tell next to nothing."""
    with tempfile.TemporaryDirectory() as place:
        telling = enumerate(corpus for corpus in corpora if any(map(_pairs, corpus.cases)))
        weights = fit([write_evidence(corpus, Path(place) / f"{number}.parquet") for number, corpus in telling])
    return {name: weight for name, weight in rounded(weights, {}).items() if weight}


def count_right(corpus: Corpus, weights: Weights) -> int:
    """Count the figures of a corpus for which these weights choose a right candidate."""
    return sum(_is_well_chosen(case, weights) for case in corpus.cases)


def _is_well_chosen(case: OpenCase, weights: Weights) -> bool:
    best = max(range(len(case.candidates)), key=lambda number: score(case.candidates[number], weights))
    return case.right[best]


def show_left_out(console: Console, corpora: Sequence[Corpus]) -> None:
    """Print how often each corpus is chosen right by the shipped weights and by those learned from all others."""
    shipped = load_vocabulary().measures.thing_weights
    table = Table("left out", "figures", "among the candidates", "chosen, shipped", "chosen, learned")
    counts = Counter[str]()
    for corpus in corpora:
        weights = learned([other for other in corpora if other is not corpus])
        possible = sum(any(case.right[:-1]) for case in corpus.cases)
        row = (len(corpus.cases), possible, count_right(corpus, shipped), count_right(corpus, weights))
        counts.update(dict(zip(_COUNTED, row, strict=True)))
        table.add_row(corpus.name, *map(str, row))
    table.add_row("all", *(str(counts[name]) for name in _COUNTED))
    console.print(table)


_COUNTED = ("figures", "possible", "shipped", "learned")


@click.command()
@click.argument("paths", metavar="CORPUS...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--leave-one-out", is_flag=True, help="Choose in each corpus by the weights learned from the others.")
def command(paths: tuple[Path, ...], leave_one_out: bool) -> None:
    """Learn the weights of data/lexicon/thing_features.csv from annotated corpora.

    Prints feature and weight as CSV lines. For instance: python -m bench thing_fit tests/held_out/fields
    """
    corpora = [read_corpus(path) for path in paths]
    if leave_one_out:
        show_left_out(Console(stderr=True), corpora)
    for feature, weight in learned(corpora).items():
        click.echo(f"{feature},{weight:g}")
