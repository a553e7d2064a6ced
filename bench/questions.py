"""`python -m bench questions FOLDER`: how well claims meet in questions, and get verdicts, against a gold corpus."""

from __future__ import annotations

import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path

import click
import duckdb
from rich.console import Console
from rich.table import Table

from analytics.build import BuildError
from bench.claimant_forms import Row
from bench.gold import close, f1, overlap, read_rows
from bench.verdicts import NOTHING, JudgedPair, judge, show_accuracies, show_why
from rashomon.building import Corpus, build_corpus
from rashomon.settings import Settings

DERIVED = frozenset({"gold_id", "voice", "origin", "class", "over_time", "denies"})
"""What the annotation knows beyond the claim format: analytics has to find it out."""

VERDICTS = frozenset({"scope", "echo", "agrees", "compatible", "update", "contradicts", "differs"})


def b_cubed(gold: Mapping[str, str], found: Mapping[str, str]) -> tuple[float, float]:
    """B³ precision and recall of a grouping; both map the same ids to a group (Bagga and Baldwin, 1998)."""
    precision = recall = 0.0
    gold_groups, found_groups = _members(gold), _members(found)
    for key in gold:
        mine, theirs = found_groups[found[key]], gold_groups[gold[key]]
        shared = len(mine & theirs)
        precision, recall = precision + shared / len(mine), recall + shared / len(theirs)
    return precision / len(gold), recall / len(gold)


def _members(groups: Mapping[str, str]) -> dict[str, set[str]]:
    members: dict[str, set[str]] = defaultdict(set)
    for key, group in groups.items():
        members[group].add(key)
    return members


def gold_groups(folder: Path) -> dict[str, str]:
    """Map each gold claim to its question; one that answers none stands alone."""
    groups = {str(row["gold_id"]): f"alone {row['gold_id']}" for row in read_rows(folder / "claims.ndjson")}
    for question in read_rows(folder / "questions.ndjson"):
        groups |= dict.fromkeys(question["gold_ids"], str(question["question_id"]))  # type: ignore[call-overload]
    return groups


def has_claims(folder: Path) -> bool:
    """Whether the claims of a corpus are annotated, so that one can start there; of others only disputes are known."""
    return (folder / "claims.ndjson").exists()


def build_folder(folder: Path, extracted: bool, target: Path, lexicon: Path | None = None) -> None:
    """Publish the corpus at `target`, from its articles or from its gold claims without what analytics derives."""
    documents, claims = folder / "documents.ndjson", target.with_suffix(".claims.ndjson")
    if not extracted:
        with claims.open("w", encoding="utf-8") as file:
            for row in read_rows(folder / "claims.ndjson"):
                file.write(json.dumps({name: cell for name, cell in row.items() if name not in DERIVED}) + "\n")
    corpus = Corpus([documents], claims=() if extracted else [claims], extract=extracted)
    try:
        build_corpus(corpus, target, Settings(lexicon=lexicon), lambda *_: None)
    except BuildError as error:
        raise click.ClickException(str(error)) from error


def partners(gold: Iterable[Row], claims: Iterable[Row]) -> dict[str, Row]:
    """Map each gold claim to the published claim with an overlapping span and the same kind and value."""
    by_document: dict[object, list[Row]] = defaultdict(list)
    for claim in claims:
        by_document[claim["document_id"]].append(claim)
    found: dict[str, Row] = {}
    for row in gold:
        near = by_document[row["document_id"]]
        same = (c for c in near if c["kind"] == row["kind"] and overlap(row, c) and close(row["value"], c["value"]))
        claim = next(same, {})
        if claim:
            near.remove(claim)
            found[str(row["gold_id"])] = claim
    return found


def judged_pairs(folder: Path, partner: Mapping[str, Row], verdicts: Mapping[frozenset[str], str]) -> list[JudgedPair]:
    """Hold the verdicts found between claims against those of the corpus in `folder`."""
    expected = {frozenset({str(v["a"]), str(v["b"])}): str(v["verdict"]) for v in read_rows(folder / "verdicts.ndjson")}
    gold = {str(row["gold_id"]): row for row in read_rows(folder / "claims.ndjson")}
    return judge(expected, verdicts, gold, partner, gold_groups(folder))


def verdict_counts(pairs: Iterable[JudgedPair]) -> Counter[str]:
    """Count the verdicts that the corpus expects, those found between its claims, and those that are equal."""
    counts: Counter[str] = Counter()
    for pair in pairs:
        counts["expected"] += pair.expected != NOTHING
        counts["found"] += pair.found in VERDICTS
        counts["equal"] += pair.is_equal
    return counts


def published(target: Path) -> tuple[list[Row], dict[frozenset[str], str]]:
    """Read the claims and the verdict of every pair from a published file."""
    with duckdb.connect(str(target), read_only=True) as connection:
        claims = connection.sql("from claim")
        rows = [dict(zip(claims.columns, row, strict=True)) for row in claims.fetchall()]
        pairs = connection.execute("select a_claim_id, b_claim_id, verdict from pair").fetchall()
    return rows, {frozenset({first, second}): verdict for first, second, verdict in pairs}


def misplaced(gold: Mapping[str, str], found: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Pairs of claims that should meet and do not, and pairs that meet and should not."""
    pairs: dict[str, list[tuple[str, str]]] = {"split": [], "joined": []}
    for first, second in combinations(gold, 2):
        should, do = gold[first] == gold[second], found[first] == found[second]
        if should != do:
            pairs["split" if should else "joined"].append((first, second))
    return pairs


def show_misplaced(
    console: Console, pairs: dict[str, list[tuple[str, str]]], claims: Mapping[str, Row], worst: int
) -> None:
    """Print up to `worst` pairs of each sort with what the claims are taken to be about."""
    names = ("measure", "counted", "actor", "place", "as_of", "unit", "trend", "value")
    for sort, examples in pairs.items():
        console.print(f"\n{sort}: {len(examples)} pairs", style="bold")
        for pair in examples[:worst]:
            for key in pair:
                about = ", ".join(str(claims[key][name]) for name in names) if key in claims else "not found"
                console.print(f"  {key}: {about}", markup=False, highlight=False)
            console.print()


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--extracted", is_flag=True, help="Start from the articles, not from the gold claims.")
@click.option("--why", is_flag=True, help="Show where verdicts go wrong: confusion, facts taken amiss.")
@click.option("--worst", default=0, show_default=True, help="How many wrong pairs of each sort to list.")
@click.option("--keep", type=click.Path(path_type=Path), help="Write the published file here as well.")
def command(folder: Path, extracted: bool, why: bool, worst: int, keep: Path | None) -> None:
    """Score the questions and verdicts of the annotated corpus in FOLDER."""
    with tempfile.TemporaryDirectory() as place:
        target = keep or Path(place) / "bench.duckdb"
        build_folder(folder, extracted, target)
        claims, verdicts = published(target)
    gold = gold_groups(folder)
    partner = partners(read_rows(folder / "claims.ndjson"), claims)
    found = {key: str(partner[key]["question_id"]) if key in partner else f"missing {key}" for key in gold}
    precision, recall = b_cubed(gold, found)
    pairs = judged_pairs(folder, partner, verdicts)
    counts = verdict_counts(pairs)
    table = Table("what", "precision", "recall", "F1", title=f"{len(partner)} of {len(gold)} gold claims found")
    grouping = (precision, recall, 2 * precision * recall / (precision + recall))
    table.add_row("questions (B³)", *(f"{rate:.3f}" for rate in grouping))
    rates = (counts["equal"] / max(counts["found"], 1), counts["equal"] / max(counts["expected"], 1))
    table.add_row("verdicts", *(f"{x:.3f}" for x in (*rates, f1(counts["equal"], counts["expected"], counts["found"]))))
    console = Console()
    console.print(table)
    show_accuracies(console, pairs)
    if why:
        show_why(console, pairs, {str(row["gold_id"]): row for row in read_rows(folder / "claims.ndjson")}, worst)
    if worst:
        show_misplaced(console, misplaced(gold, found), partner, worst)
