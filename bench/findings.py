"""`python -m bench findings FOLDER...`: how many findings an editor would sign, against annotated corpora.

A corpus is annotated claim by claim, or only by its disputes: a mentions.csv names what an editor would call one, with
the mentions of each answer, and what it leaves out (updates, parts of a whole, figures of two events) is none.

A finding is right where its two ends are annotated claims of one question whose pair differs or contradicts, half right
where only the question is right, else false. Those that are unsure are not shown: lists that are read fold them.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import click
import duckdb
from rich.console import Console
from rich.table import Table

from bench.claimant_forms import Row
from bench.gold import close, overlap, read_rows
from bench.questions import build_folder, gold_groups, has_claims

DISPUTED = frozenset({"differs", "contradicts"})
RIGHT, HALF = "right", "verdict"
NO_CLAIM, MISREAD, POLARITY, OTHER_QUESTION = "no claim", "misread", "polarity", "other question"
"""What became of a finding: right; half right, for the two ends are of one question but not in dispute; or false, for
an end is nothing that the annotation has, has another figure there, or another polarity, or answers something else."""

MENTIONS = "mentions.csv"
"""dispute, answer, and where a text gives it: document_id, char_start, char_end, written, value."""

DEPTHS = (10,)
"""Of how many of the first findings the precision is shown: what an editor reads."""


@dataclass(frozen=True, slots=True)
class JudgedFinding:
    """A finding by its rank and sentence, its two quotes, what became of it, its question, and whether it is folded."""

    rank: int
    sentence: str
    quotes: tuple[str, str]
    outcome: str
    question: str | None = None
    is_unsure: bool = False


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotated corpus: its claims by document, the question of each, and the verdict of each pair."""

    claims: Mapping[str, Sequence[Row]]
    questions: Mapping[str, str]
    verdicts: Mapping[frozenset[str], str]

    @property
    def disputes(self) -> set[str]:
        """The questions with a pair in dispute."""
        return {self.questions[next(iter(pair))] for pair, verdict in self.verdicts.items() if verdict in DISPUTED}


def annotation_of(folder: Path) -> Annotation:
    """Read the annotation of a corpus."""
    if not has_claims(folder):
        with (folder / MENTIONS).open(encoding="utf-8", newline="") as file:
            return annotation_of_mentions(list(csv.DictReader(file)))
    claims: dict[str, list[Row]] = {}
    for row in read_rows(folder / "claims.ndjson"):
        claims.setdefault(str(row["document_id"]), []).append(row)
    verdicts = {frozenset({str(v["a"]), str(v["b"])}): str(v["verdict"]) for v in read_rows(folder / "verdicts.ndjson")}
    return Annotation(claims, gold_groups(folder), verdicts)


def annotation_of_mentions(mentions: Sequence[Mapping[str, str]]) -> Annotation:
    """Take each mention of a dispute for a claim of one question: those that give another answer are in dispute."""
    claims: dict[str, list[Row]] = {}
    for number, mention in enumerate(mentions):
        row = {**mention, "gold_id": str(number), "value": float(mention["value"])}
        claims.setdefault(mention["document_id"], []).append(row | {"kind": "quantity", "polarity": "asserted"})
    questions = {str(number): mention["dispute"] for number, mention in enumerate(mentions)}
    verdicts = {
        frozenset({str(a), str(b)}): "differs"
        for a, b in combinations(range(len(mentions)), 2)
        if mentions[a]["dispute"] == mentions[b]["dispute"] and mentions[a]["answer"] != mentions[b]["answer"]
    }
    return Annotation(claims, questions, verdicts)


def judge(finding: Row, low: Row, high: Row, annotation: Annotation) -> JudgedFinding:
    """Hold a finding (`rank`, `sentence`, `is_unsure`) and the published claims at its ends against the annotation."""
    outcome, question = outcome_of(low, high, annotation)
    quotes = (str(low["quote"]), str(high["quote"]))
    return JudgedFinding(
        int(str(finding["rank"])), str(finding["sentence"]), quotes, outcome, question, bool(finding["is_unsure"])
    )


def outcome_of(low: Row, high: Row, annotation: Annotation) -> tuple[str, str | None]:
    """Say what two published claims that are in dispute are to the annotation, and their question where it is one."""
    ends = [annotated(end, annotation.claims.get(str(end["document_id"]), ())) for end in (low, high)]
    for cause in (NO_CLAIM, MISREAD, POLARITY):
        if cause in ends:
            return cause, None
    a, b = (str(end["gold_id"]) for end in ends if isinstance(end, dict))
    if annotation.questions[a] != annotation.questions[b]:
        return OTHER_QUESTION, None
    verdict = annotation.verdicts.get(frozenset({a, b}))
    return RIGHT if verdict in DISPUTED else HALF, annotation.questions[a]


def annotated(claim: Row, gold: Collection[Row]) -> Row | str:
    """Give the annotated claim that a published one of the same document is, or why there is none."""
    near = [row for row in gold if row["kind"] == claim["kind"] and overlap(row, claim)]
    same = [row for row in near if close(row["value"], claim["value"])]
    said = [row for row in same if row["polarity"] == claim["polarity"]]
    if said:
        return said[0]
    return POLARITY if same else MISREAD if near else NO_CLAIM


def precision_at(findings: Sequence[JudgedFinding], depth: int) -> float:
    """Share of right findings among the first `depth`, or among all where there are fewer; 0 where there are none."""
    first = findings[:depth]
    return sum(finding.outcome == RIGHT for finding in first) / max(len(first), 1)


def average_precision(findings: Sequence[JudgedFinding]) -> float:
    """Mean of the precision at the rank of each right finding: 1 where every right one stands before every other."""
    ranks = [rank for rank, finding in enumerate(findings, start=1) if finding.outcome == RIGHT]
    return sum(precision_at(findings, rank) for rank in ranks) / max(len(ranks), 1)


def missed(findings: Sequence[JudgedFinding], annotation: Annotation) -> set[str]:
    """The annotated disputes of which no finding shows the question."""
    return annotation.disputes - {finding.question for finding in findings if finding.question}


def judged_findings(connection: duckdb.DuckDBPyConnection, annotation: Annotation) -> list[JudgedFinding]:
    """Judge the findings of an open file, the most severe first."""
    by_id = claims_of(connection)
    findings = connection.execute(
        "select rank, sentence, is_unsure, low_claim_id, high_claim_id from finding order by rank"
    )
    return [
        judge({"rank": rank, "sentence": sentence, "is_unsure": is_unsure}, by_id[low], by_id[high], annotation)
        for rank, sentence, is_unsure, low, high in findings.fetchall()
    ]


def claims_of(connection: duckdb.DuckDBPyConnection) -> dict[str, Row]:
    """Read what tells which annotated claim a claim is, by its id."""
    claims = connection.sql(
        "select claim_id, document_id, kind, quote, char_start, char_end, value, polarity from claim"
    )
    return {str(row[0]): dict(zip(claims.columns, row, strict=True)) for row in claims.fetchall()}


def figures(findings: Sequence[JudgedFinding], annotation: Annotation) -> dict[str, float]:
    """What the bench prints of one corpus, by the heads of its table, which is as wide as a plain terminal."""
    shown = [finding for finding in findings if not finding.is_unsure]
    outcomes = [finding.outcome for finding in shown]
    right, half = outcomes.count(RIGHT), outcomes.count(HALF)
    return {
        "shown": len(shown),
        "right": right,
        "half": half,
        "false": len(shown) - right - half,
        "folded": len(findings) - len(shown),
        "lost": sum(finding.outcome == RIGHT for finding in findings) - right,
        "wanted": len(annotation.disputes),
        "missed": len(missed(shown, annotation)),
        **{f"P@{depth}": precision_at(shown, depth) for depth in DEPTHS},
        "P": precision_at(shown, len(shown)),
        "avg P": average_precision(findings),
    }


def show_wrong(console: Console, findings: Sequence[JudgedFinding]) -> None:
    """Print each finding that is not right, with why, and the sentences at its two ends."""
    for finding in findings:
        if finding.outcome != RIGHT:
            console.print(f"\n{finding.rank} ({finding.outcome}) {finding.sentence}", markup=False, highlight=False)
            for quote in finding.quotes:
                console.print(f"  {quote}", markup=False, highlight=False)


def show_figures(console: Console, rows: Mapping[str, Mapping[str, float]]) -> None:
    """Print a table of one row a corpus, and of their sums and means where there are several."""
    heads = list(next(iter(rows.values())))
    table = Table("corpus", *heads, box=None, padding=(0, 1, 0, 0), pad_edge=False)
    for name, row in rows.items():
        table.add_row(name, *(f"{cell:.3f}" if isinstance(cell, float) else str(cell) for cell in row.values()))
    if len(rows) > 1:
        columns = [[row[head] for row in rows.values()] for head in heads]
        table.add_row("all", *(_summed(column) for column in columns))
    console.print(table)


def _summed(column: Sequence[float]) -> str:
    return str(sum(column)) if isinstance(column[0], int) else f"{sum(column) / len(column):.3f}"


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--extracted", is_flag=True, help="Start from the articles, not from the annotated claims.")
@click.option("--brief", is_flag=True, help="Leave out the findings that are not right.")
def command(folders: tuple[Path, ...], extracted: bool, brief: bool) -> None:
    """Judge the findings made of the annotated corpora in FOLDERS.

    For instance: python -m bench findings --extracted tests/held_out/fields
    """
    console, rows = Console(), {}
    for folder in folders:
        annotation = annotation_of(folder)
        with tempfile.TemporaryDirectory() as place:
            target = Path(place) / "bench.duckdb"
            build_folder(folder, extracted or not has_claims(folder), target)
            with duckdb.connect(str(target), read_only=True) as connection:
                findings = judged_findings(connection, annotation)
        rows[folder.name] = figures(findings, annotation)
        if not brief:
            show_wrong(console, findings)
    show_figures(console, rows)
