"""`python -m bench losses FOLDER...`: where expected verdicts are lost, and where false ones come from."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import click
import duckdb
from rich.console import Console
from rich.table import Column, Table

from analytics.build import run_until
from bench.claimant_forms import Row
from bench.fit import inputs_of
from bench.gold import read_rows
from bench.questions import VERDICTS, judged_pairs, partners
from bench.verdicts import MISSING, NOTHING, SPLIT, JudgedPair

Evidence = Mapping[frozenset[str], Mapping[str, float]]
"""By two claims that were compared: what each feature adds to their score."""

ALWAYS_THERE = frozenset({"candidates", "rivals", "rivals_in_document"})
"""Features of nearly every pair, which tell nothing of this one."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build makes of a corpus: claims by their gold id, their events, and what was weighed between them."""

    gold: Mapping[str, Row]
    partner: Mapping[str, Row]
    event: Mapping[str, str]
    evidence: Evidence
    threshold: float
    pairs: list[JudgedPair]


WEIGHED = ("document_event", "question_evidence")
"""The models that tell why two claims are or are not together; a build drops them once they are read."""


def outcome_of(folder: Path, extracted: bool, place: Path) -> Outcome:
    """Run the models over a corpus, from its articles or from its gold claims."""
    gold = {str(row["gold_id"]): row for row in read_rows(folder / "claims.ndjson")}
    with run_until(inputs_of(folder, place, extracted), "pair", kept=WEIGHED) as connection:
        claims = connection.sql("from claim")
        partner = partners(gold.values(), [dict(zip(claims.columns, row, strict=True)) for row in claims.fetchall()])
        verdicts = connection.execute("select a_claim_id, b_claim_id, verdict from pair").fetchall()
        events, evidence, threshold = events_of(connection), evidence_of(connection), threshold_of(connection)
    pairs = judged_pairs(folder, partner, {frozenset({one, other}): verdict for one, other, verdict in verdicts})
    return Outcome(gold, partner, events, evidence, threshold, pairs)


def events_of(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Give the event that the article of each claim is taken to tell of."""
    told = "select claim_id, event_id from claim where document_id is not null"
    return dict(connection.execute(told).fetchall())


def evidence_of(connection: duckdb.DuckDBPyConnection) -> Evidence:
    """Give what was weighed between every two claims."""
    evidence: dict[frozenset[str], dict[str, float]] = {}
    shown = """
        select a_claim_id, b_claim_id, feature, amount * weight
        from question_evidence inner join question_feature using (feature)
    """
    for one, other, feature, score in connection.execute(shown).fetchall():
        evidence.setdefault(frozenset({one, other}), {})[feature] = score
    return evidence


def threshold_of(connection: duckdb.DuckDBPyConnection) -> float:
    """Give the score from which on two claims merge."""
    return float(connection.execute("select value from setting where setting = 'link_threshold'").fetchall()[0][0])


def loss_of(pair: JudgedPair, outcome: Outcome) -> str:
    """Say why a pair has not the verdict that is expected of it: what is missing, what parts it, what is amiss."""
    if pair.found == MISSING:
        kinds = {str(outcome.gold[key]["kind"]) for key in (pair.first, pair.second) if key not in outcome.partner}
        return f"not extracted: {' and '.join(sorted(kinds))}"
    if pair.found == SPLIT:
        return f"split: {what_parts(pair, outcome)}"
    return f"other verdict: {pair.facts[0] if pair.facts else 'rule'}"


def what_parts(pair: JudgedPair, outcome: Outcome) -> str:
    """Name what keeps two claims in two questions: their events, other claims, or the feature that costs most."""
    one, other = (str(outcome.partner[key]["claim_id"]) for key in (pair.first, pair.second))
    scores = outcome.evidence.get(frozenset({one, other}))
    if scores is None:
        return "two events" if outcome.event[one] != outcome.event[other] else "never compared"
    if sum(scores.values()) >= outcome.threshold:
        return "other claims between them"
    telling = {feature: score for feature, score in scores.items() if feature not in ALWAYS_THERE and score < 0}
    return min(telling, key=telling.__getitem__) if telling else "too little in common"


def losses(outcome: Outcome) -> dict[str, Counter[str]]:
    """Count the expected pairs by what became of them, and the pairs that were judged falsely by why."""
    expected = [pair for pair in outcome.pairs if pair.expected != NOTHING]
    lost = Counter("kept" if pair.is_equal else loss_of(pair, outcome) for pair in expected)
    wrong = (pair for pair in outcome.pairs if pair.found in VERDICTS and not pair.is_equal)
    false = Counter("wrong join" if pair.expected == NOTHING else loss_of(pair, outcome) for pair in wrong)
    return {"expected": lost, "false": false}


def show_losses(console: Console, counted: Mapping[str, Mapping[str, Counter[str]]], sort: str) -> None:
    """Print a table of one sort of pairs: a row for each outcome, a column for each corpus and one for their sum."""
    names = list(counted)
    total: Counter[str] = sum((counted[name][sort] for name in names), Counter())
    table = Table(
        Column(f"{sort} pairs", no_wrap=True), *names, "all", "share", box=None, padding=(0, 2, 0, 0), pad_edge=False
    )
    for outcome, count in total.most_common():
        cells = (str(counted[name][sort][outcome] or "") for name in names)
        table.add_row(outcome, *cells, str(count), f"{count / total.total():.3f}")
    table.add_row("sum", *(str(counted[name][sort].total()) for name in names), str(total.total()), "")
    console.print(table)


def lines_of(outcome: Outcome, wanted: str) -> Iterable[str]:
    """Say of each pair that is lost or false for a reason that starts with `wanted` what its two sentences are."""
    for pair in outcome.pairs:
        reason = "wrong join" if pair.expected == NOTHING else "kept" if pair.is_equal else loss_of(pair, outcome)
        if reason.startswith(wanted):
            yield f"\n{pair.expected} → {pair.found} ({reason})"
            yield from (f"  {key}: {outcome.gold[key]['quote']}" for key in (pair.first, pair.second))


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--extracted", is_flag=True, help="Start from the articles, not from the gold claims.")
@click.option("--show", default="", help='List the pairs whose reason starts so: "split", "wrong join".')
def command(folders: tuple[Path, ...], extracted: bool, show: str) -> None:
    """Say what became of each pair of claims that the annotated corpora in FOLDERS judge.

    For instance: python -m bench losses --extracted tests/held_out/fields
    """
    console, counted = Console(), {}
    for folder in folders:
        with tempfile.TemporaryDirectory() as place:
            outcome = outcome_of(folder, extracted, Path(place) / "inputs")
        counted[folder.name] = losses(outcome)
        for line in lines_of(outcome, show) if show else ():
            console.print(line, markup=False, highlight=False)
    for sort in ("expected", "false"):
        show_losses(console, counted, sort)
        console.print()
