"""`python -m bench drafts FOLDER...`: whether the figures of drafts find the questions that they answer.

Drafts are sentences made from the annotated claims of the corpora, and those of draft_sentences.csv, which were written
by hand over the sample articles. Each is checked against a file that holds its event and must be led to its question,
and against one that does not and must be led to none.
"""

from __future__ import annotations

import csv
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import track
from rich.table import Table

from analytics.reading import PublishedFile, Snapshot
from api.draft_check import check_payload, read_draft
from bench.claimant_forms import Row
from bench.draft_sentences import draft_sentences
from bench.gold import read_rows
from bench.questions import gold_groups, partners
from rashomon.building import Corpus, build_corpus
from rashomon.settings import Settings

WRITTEN_DRAFTS = Path(__file__).parent / "draft_sentences.csv"
SAMPLE = Path(__file__).resolve().parent.parent / "data" / "sample"

RIGHT, PERHAPS, SILENT, WRONG, ASTRAY = "right", "perhaps", "silent", "wrong", "astray"
"""What became of a figure: led to its question surely, or first of those that it may answer; told nothing; led surely
to a question that it does not answer; told of such a one first as of one that it may answer."""


@dataclass(frozen=True, slots=True)
class DraftCase:
    """A draft, one figure of it as written, and the questions of the file that it answers; none where none does."""

    text: str
    figure: str
    right: frozenset[str]


@dataclass(frozen=True, slots=True)
class CheckedCase:
    """What a check said of a figure, in a sentence, and what became of it."""

    case: DraftCase
    outcome: str
    sentence: str


def outcome_of(entry: Mapping[str, Any] | None, right: frozenset[str]) -> str:
    """Say what became of a figure from its entry in the answer; None where the figure was not read."""
    if entry is None:
        return SILENT
    if entry["question"]:
        return RIGHT if entry["question"]["question_id"] in right else WRONG
    if entry["perhaps"]:
        return PERHAPS if entry["perhaps"][0]["question_id"] in right else ASTRAY
    return SILENT


def check(snapshot: Snapshot, cases: Iterable[DraftCase]) -> list[CheckedCase]:
    """Check the drafts, each text once however many of its figures are asked for."""
    answers: dict[str, list[dict[str, Any]]] = {}
    checked = []
    for case in cases:
        if case.text not in answers:
            answers[case.text] = check_payload(snapshot, read_draft(case.text))["data"]
        entry = _entry_of(case, answers[case.text])
        sentence = str(entry["sentence"]) if entry else "the figure was not read"
        checked.append(CheckedCase(case, outcome_of(entry, case.right), sentence))
    return checked


def _entry_of(case: DraftCase, entries: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    start = case.text.index(case.figure)
    end = start + len(case.figure)
    return next((entry for entry in entries if entry["char_start"] < end and start < entry["char_end"]), None)


def written_cases(path: Path, claims: Sequence[Row]) -> list[DraftCase]:
    """Read drafts written by hand; `claims` are those of the file with the articles that the table names."""
    cases, text = [], ""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            text = row["text"] or text
            right = {
                str(claim["question_id"])
                for claim in claims
                if row["document_id"] == claim["document_id"] and row["answered_by"] in str(claim["written"])
            }
            if row["document_id"] and not right:
                raise click.ClickException(f"{path}: {row['document_id']} has no claim of {row['answered_by']}")
            cases.append(DraftCase(text, row["figure"], frozenset(right)))
    return cases


def made_cases(folder: Path, claims: Sequence[Row], most: int) -> list[DraftCase]:
    """Make drafts of an annotated corpus; `claims` are those of a file, whether it holds the corpus or not.

    The right questions of a draft are those that hold a claim of the annotated question.
    """
    gold, groups = read_rows(folder / "claims.ndjson"), gold_groups(folder)
    found = partners(gold, [claim for claim in claims if claim["document_id"]])
    right: dict[str, set[str]] = {}
    for gold_id, claim in found.items():
        right.setdefault(groups[gold_id], set()).add(str(claim["question_id"]))
    return [
        DraftCase(draft.text, draft.figure, frozenset(right.get(groups[draft.gold_id], set())))
        for draft in draft_sentences(gold, most)
    ]


_PUBLISHED = """
    select claim.*, substr(document.text, char_start + 1, char_end - char_start) as written
    from claim left join document using (document_id)
"""


def _in_file(
    documents: Sequence[Path], place: Path, cases_of: Callable[[Sequence[Row]], Sequence[DraftCase]]
) -> list[CheckedCase]:
    """Build a file of the documents and check against it the drafts that `cases_of` makes of its claims."""
    if not place.exists():
        build_corpus(Corpus(documents), place, Settings(), lambda *_: None)
    published = PublishedFile(place)
    try:
        with published.snapshot() as snapshot:
            return check(snapshot, track(cases_of(snapshot.rows(_PUBLISHED)), transient=True))
    finally:
        published.close()


def show(console: Console, results: Mapping[str, Sequence[CheckedCase]], names_all: bool) -> None:
    """Print a row for each kind of draft, after the figures that went amiss where these are asked for."""
    table = Table("drafts", "figures", RIGHT, PERHAPS, SILENT, WRONG, ASTRAY, "right first", box=None)
    for name, checked in results.items():
        for each in checked if names_all else ():
            if each.outcome != (RIGHT if each.case.right else SILENT):
                console.print(f"\n{each.outcome}: {each.case.figure} in “{each.case.text}”", markup=False)
                console.print(f"  {each.sentence}", markup=False, highlight=False)
        counts = Counter(each.outcome for each in checked)
        first = f"{(counts[RIGHT] + counts[PERHAPS]) / max(len(checked), 1):.3f}"
        cells = [str(counts[outcome]) for outcome in (RIGHT, PERHAPS, SILENT, WRONG, ASTRAY)]
        table.add_row(name, str(len(checked)), *cells, first)
    console.print(table)


@click.command()
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--most", default=12, show_default=True, help="Drafts to make of each corpus.")
@click.option("--all", "names_all", is_flag=True, help="Name the figures that went amiss.")
@click.option("--keep", type=click.Path(file_okay=False, path_type=Path), help="Folder to keep the built files in.")
def command(folders: tuple[Path, ...], most: int, names_all: bool, keep: Path | None) -> None:
    """Check drafts made of the annotated corpora in FOLDERS, and those written by hand over the sample.

    For instance: python -m bench drafts tests/held_out/fields tests/held_out/crises
    """
    begin = time.process_time()
    with tempfile.TemporaryDirectory() as place:
        target = keep or Path(place)
        target.mkdir(exist_ok=True)
        checked = _in_file([SAMPLE], target / "sample.duckdb", lambda claims: written_cases(WRITTEN_DRAFTS, claims))
        results = {
            "written, in the file": [each for each in checked if each.case.right],
            "written, of other events": [each for each in checked if not each.case.right],
        }
        halves = [folders[::2], folders[1::2]] if len(folders) > 1 else []
        for number, half in enumerate(halves):
            documents = [folder / "documents.ndjson" for folder in half]
            file = target / f"half{number}.duckdb"
            made = _in_file(documents, file, lambda claims: _made(folders, claims, most))
            results.setdefault("made, in the file", []).extend(each for each in made if each.case.right)
            absent = [each for each in made if not each.case.right]
            results.setdefault("made, of other events", []).extend(absent)
    console = Console()
    show(console, results, names_all)
    drafts = len({each.case.text for checked in results.values() for each in checked})
    console.print(f"{drafts} drafts; {time.process_time() - begin:.0f} processor seconds with the building")


def _made(folders: Iterable[Path], claims: Sequence[Row], most: int) -> list[DraftCase]:
    return [case for folder in folders for case in made_cases(folder, claims, most)]
