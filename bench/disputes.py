"""`python -m bench disputes FOLDER...`: how many of the disputes that a careful desk lists are shown, and what else is.

Of a folder with documents.ndjson, events.csv (document_id, event_id) and disputes.csv: one row for each disputed thing,
with its lowest and highest end (event_id, kind, what, low, high, document_low, document_high ...). Kinds: contradicts,
differs and update, whose ends are figures; statement, where document_low asserts and document_high denies; copy, one
source through two outlets. A figure is looked for in its document, and failing that in the others of its event.
Nobody who mends the rules reads the articles of bench/world_unread: they are scored by their totals alone.
"""

from __future__ import annotations

import csv
import tempfile
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import duckdb
from rich.console import Console
from rich.table import Table

from bench.claimant_forms import Row
from bench.gold import close
from bench.lookalikes import mixture_in
from rashomon.building import Corpus, build_corpus
from rashomon.settings import Settings

DISPUTED = frozenset({"contradicts", "differs"})
SHOWN, FOLDED, LISTED = "a finding", "a folded finding", "in a finding, not its ends"
OTHER_VERDICT, APART, UNREAD = "met, other verdict", "apart", "not extracted"
OUTCOMES = (SHOWN, FOLDED, LISTED, "update", OTHER_VERDICT, APART, UNREAD)
"""What became of the two ends that a row names, the best first; an end that is no claim leaves the row unread."""

Ends = tuple[Sequence[Row], Sequence[Row]]
"""The claims that may be the lower, and those that may be the higher end of a row."""


@dataclass(frozen=True, slots=True)
class Built:
    """A published file: its claims, its findings (unsure or not), and the verdict of each pair."""

    claims: Sequence[Row]
    findings: Sequence[Row]
    verdicts: Mapping[frozenset[object], str]

    @property
    def claim_of(self) -> dict[object, Row]:
        """Map each claim's id to it."""
        return {claim["claim_id"]: claim for claim in self.claims}


def built_from(connection: duckdb.DuckDBPyConnection) -> Built:
    """Read from an open file what the rows of disputes.csv are held against."""
    claims = _rows(connection, "select claim_id, document_id, question_id, kind, value, polarity, quote from claim")
    findings = _rows(
        connection, "select question_id, low_claim_id, high_claim_id, is_unsure, sentence from finding order by rank"
    )
    pairs = connection.execute("select a_claim_id, b_claim_id, verdict from pair").fetchall()
    return Built(claims, findings, {frozenset({first, second}): verdict for first, second, verdict in pairs})


def _rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[Row]:
    found = connection.sql(query)
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def ends_of(row: Mapping[str, str], claims: Sequence[Row], events: Mapping[str, str]) -> Ends:
    """Give the claims that may be the low and the high end of a row of disputes.csv."""
    near = [claim for claim in claims if events.get(str(claim["document_id"])) == row["event_id"]]
    if row["kind"] == "statement":
        denied = [claim for claim in near if claim["polarity"] == "denied"]
        said = [claim for claim in near if claim["polarity"] != "denied"]
        return _in_document(said, row["document_low"]), _in_document(denied, row["document_high"])
    low, high = ([claim for claim in near if _gives(claim, row[end])] for end in ("low", "high"))
    return _in_document(low, row["document_low"]) or low, _in_document(high, row["document_high"]) or high


def _gives(claim: Row, figure: str) -> bool:
    return claim["kind"] == "quantity" and claim["value"] is not None and close(claim["value"], float(figure))


def _in_document(claims: Iterable[Row], document: str) -> list[Row]:
    return [claim for claim in claims if claim["document_id"] == document]


def outcome_of(ends: Ends, built: Built) -> str:
    """Say what became of two ends: the best of OUTCOMES that any two claims which may be them have."""
    found = [_outcome_of_two(low, high, built) for low in ends[0] for high in ends[1] if low is not high]
    return min(found, key=OUTCOMES.index, default=UNREAD)


def _outcome_of_two(low: Row, high: Row, built: Built) -> str:
    if low["question_id"] != high["question_id"]:
        return APART
    pair = {low["claim_id"], high["claim_id"]}
    over = [row for row in built.findings if row["question_id"] == low["question_id"]]
    shown = [row for row in over if _has_ends(row, (low, high), built)]
    if shown:
        return FOLDED if shown[0]["is_unsure"] else SHOWN
    verdict = built.verdicts.get(frozenset(pair), "")
    if over and verdict in DISPUTED:
        return LISTED
    return verdict if verdict == "update" else OTHER_VERDICT


def _has_ends(finding: Row, pair: tuple[Row, Row], built: Built) -> bool:
    """Whether the ends of a finding say what two claims say, be it in other claims of the question."""
    ends = [built.claim_of[finding[end]] for end in ("low_claim_id", "high_claim_id")]
    return {_said(end) for end in ends} == {_said(claim) for claim in pair}


def _said(claim: Row) -> tuple[object, object]:
    return claim["value"], claim["polarity"] == "denied"


def judged_finding(finding: Row, rows: Sequence[Mapping[str, str]], built: Built, events: Mapping[str, str]) -> str:
    """Say what a finding is to the desk's list: the kind of row whose ends it has, mixed events, or not listed."""
    pair = [built.claim_of[finding[end]] for end in ("low_claim_id", "high_claim_id")]
    own = {events.get(str(claim["document_id"]), "") for claim in pair}
    if len(own) > 1:
        return "two events"
    said = {_said(claim) for claim in pair}
    kinds = [row["kind"] for row in rows if row["event_id"] in own and _may_be(row, said, built.claims, events)]
    return min(kinds, key=("contradicts", "differs", "statement", "update", "copy").index, default="not listed")


def _may_be(row: Mapping[str, str], said: Collection[object], claims: Sequence[Row], events: Mapping[str, str]) -> bool:
    low, high = ({_said(claim) for claim in end} for end in ends_of(row, claims, events))
    return len(said & low) > 0 and len(said & high) > 0


def judge_folder(folder: Path, place: Path) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, bool]]]:
    """Build the articles of a folder; count rows of disputes.csv by kind and outcome, findings by what they are."""
    target, events = place / f"{folder.name}.duckdb", dict(mixture_in(folder).events)
    build_corpus(Corpus([folder / "documents.ndjson"]), target, Settings(), lambda *_: None)
    with duckdb.connect(str(target), read_only=True) as connection:
        built = built_from(connection)
    with (folder / "disputes.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    outcomes = Counter((row["kind"], outcome_of(ends_of(row, built.claims, events), built)) for row in rows)
    listed = [(judged_finding(row, rows, built, events), bool(row["is_unsure"])) for row in built.findings]
    return outcomes, Counter(listed)


def outcome_table(name: str, outcomes: Counter[tuple[str, str]]) -> Table:
    """Lay out what became of the rows of each kind."""
    table = Table("kind", *OUTCOMES, "rows", title=f"{name}: what the desk lists")
    for kind in sorted({kind for kind, _ in outcomes}):
        counts = [outcomes[kind, outcome] for outcome in OUTCOMES]
        table.add_row(kind, *map(str, counts), str(sum(counts)))
    return table


def finding_table(name: str, found: Counter[tuple[str, bool]]) -> Table:
    """Lay out what the findings are, those that are shown and those that are folded."""
    table = Table("findings that are", "shown", "folded", title=f"{name}: what the tool lists")
    for kind in sorted({kind for kind, _ in found}):
        table.add_row(kind, str(found[kind, False]), str(found[kind, True]))
    return table


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
def command(folders: tuple[Path, ...]) -> None:
    """Hold the findings made of the articles in FOLDERS against the disputes that a careful desk lists.

    For instance: python -m bench disputes bench/world_disputes
    """
    console = Console()
    with tempfile.TemporaryDirectory() as place:
        for folder in folders:
            outcomes, found = judge_folder(folder, Path(place))
            console.print(outcome_table(folder.name, outcomes), finding_table(folder.name, found))
