"""`python -m bench copies FOLDER...`: how often a reprint, or one claimant heard twice, counts as independent support.

Annotated folders are measured as they are: their wire copies, and as controls their independent articles on one
event. Then every article of every folder is reprinted under another outlet's name and the whole is built once more.
"""

from __future__ import annotations

import json
import random
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations
from pathlib import Path

import click
import duckdb
from rich.console import Console
from rich.table import Table

from bench.claimant_forms import Row
from bench.gold import read_rows
from bench.questions import build_folder, partners
from rashomon.building import Corpus, build_corpus
from rashomon.settings import Settings

FOLDERS = [Path("data/sample"), *(Path("tests/held_out") / name for name in ("fields", "registers", "subjects"))]
OUTLETS = ("The Larch Gazette", "Quayside Herald", "Evening Sentinel", "Northgate Times", "The Plainsman")
PERCENT = ("percent", "per cent", "%")
QUOTES = (('"', '"'), ("“", "”"), ("'", "'"))
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen")
REWORDED = {
    "more than": "over",
    "about": "around",
    "at least": "no fewer than",
    "according to": "in the words of",
    "after": "following",
    "because of": "owing to",
    "began": "started",
    "while": "as",
    "also": "too",
    "near": "close to",
    "late on": "on",
    "were killed": "lost their lives",
    "was": "had been",
}
FURNITURE = (
    "This report has been edited for length.",
    "Sign up for our morning letter and never miss a story.",
    "Read more on our pages for the region.",
    "Additional reporting by our own staff.",
)
CUT_SHARE, MISPRINT_SHARE = 0.3, 0.25
DATELINE = re.compile(r"^[A-Z][A-Z' .-]+(, \w+\.? \d+)? ?(\([^)]*\))? [-–—] ")


@dataclass(frozen=True, slots=True)
class Support:
    """A claim as support is counted: its document, its question and the independent voice that it is counted for."""

    claim_id: str
    document_id: str
    question_id: str
    support_id: str
    origin_id: str | None
    claimant: str | None
    value: float | None
    is_outcome: bool
    """Whether its question is a finding or holds an agreement."""

    def repeats(self, other: Support) -> bool:
        """Whether it says what the other says, or says something for the one who says the other."""
        return self.claimant == other.claimant or (self.value is not None and self.value == other.value)


def reworded(lead: str) -> str:
    """Word a lead otherwise: turns of phrase, and its last clause first."""
    for wording, other in REWORDED.items():
        lead = re.sub(rf"\b{wording}\b", other, lead, flags=re.IGNORECASE)
    said = re.fullmatch(r"(.+), ([^,]+ (?:said|announced|reported))\.", lead)
    return (
        f"{said[2][0].upper()}{said[2][1:]} that {said[1][0].lower()}{said[1][1:]}."
        if said
        else lead[:1].upper() + lead[1:]
    )


def in_house_style(text: str, draw: random.Random) -> str:
    """Write percentages, small numbers and quotation marks as another house does."""
    percent, (opening, closing) = draw.choice(PERCENT), draw.choice(QUOTES)
    text = re.sub(r"(\d) ?(?:percent\b|per cent\b|%)", rf"\1{'' if percent == '%' else ' '}{percent}", text)
    text = re.sub(r"[\"“]([^\"“”]*)[\"”]", rf"{opening}\1{closing}", text)
    if draw.random() < 1 / 2:
        words = {word: str(number) for number, word in enumerate(NUMBERS, start=2)}
        return re.sub(rf"\b({'|'.join(words)})(?= [a-z])", lambda found: words[found[1]], text)
    follow = r"(?= (?!percent|per cent|million|billion|a\.m|p\.m)[a-z])"
    return re.sub(rf"(?<![\d.,$€£:-])\b([2-9])\b{follow}", lambda found: NUMBERS[int(found[1]) - 2], text)


def misprinted(text: str, draw: random.Random) -> str:
    """Change the last digit of one figure of three digits or more that is no year."""
    figures = list(re.finditer(r"\b\d{1,3}(?:,\d{3})+\b|\b\d{3}\b", text))
    if not figures:
        return text
    end = draw.choice(figures).end()
    return f"{text[: end - 1]}{(int(text[end - 1]) + draw.randint(1, 9)) % 10}{text[end:]}"


def reprint_of(document: Row, number: int, draw: random.Random) -> Row:
    """Reprint an article under another outlet's name, some hours later: cut, restyled, with another head and foot."""
    lead, *others = [line for line in str(document["text"]).split("\n") if line.strip()]
    kept = [line for line in others if draw.random() >= CUT_SHARE]
    text = in_house_style("\n".join([reworded(DATELINE.sub("", lead)), *kept]), draw)
    if draw.random() < MISPRINT_SHARE:
        text = misprinted(text, draw)
    published = document.get("published_at")
    later = datetime.fromisoformat(str(published)) + timedelta(hours=draw.randint(1, 9)) if published else None
    title = " ".join(reversed(str(document.get("title") or "").split(" ")[:5])).capitalize()
    return {
        "document_id": f"{document['document_id']}-reprint-{number}",
        "source": draw.choice([outlet for outlet in OUTLETS if outlet != document["source"]]),
        "title": title or None,
        "published_at": later.isoformat() if later else None,
        "text": f"{text}\n{draw.choice(FURNITURE)}",
    }


def supports(target: Path) -> list[Support]:
    """Read who each comparable claim of a published file is counted for."""
    with duckdb.connect(str(target), read_only=True) as connection:
        rows = connection.execute(
            """
            with outcome as (
                select question_id from finding
                union
                select question_id from question where agrees_count > 0
            )
            select
                claim_id, comparable_claim.document_id, comparable_claim.question_id,
                comparable_claim.support_id, comparable_claim.origin_id, claimant,
                analysed_claim.value,
                outcome.question_id is not null
            from comparable_claim
            inner join analysed_claim using (claim_id)
            left join outcome on comparable_claim.question_id = outcome.question_id
            """
        ).fetchall()
    return [Support(*row) for row in rows]


def counted_twice(claims: Iterable[Support], families: Mapping[str, str]) -> tuple[set[str], set[str]]:
    """Give the questions in which a reprint stands beside its original, and those where it adds a voice.

    `families` maps a reprint's id to its original's. A claim of a reprint that says what its original says in that
    question, or says it for the same claimant, has to count for a voice that the original has brought.
    """
    said: dict[tuple[str, str], list[Support]] = defaultdict(list)
    for claim in claims:
        said[claim.question_id, claim.document_id].append(claim)
    beside, twice = set(), set()
    for (question, document), brought in said.items():
        original = said.get((question, families.get(document, "")), [])
        repeated = [claim for claim in brought if any(claim.repeats(other) for other in original)]
        if repeated:
            beside.add(question)
        if {claim.support_id for claim in repeated} - {claim.support_id for claim in original}:
            twice.add(question)
    return beside, twice


def meant_supports(gold: Iterable[Row]) -> dict[str, str]:
    """Map each annotated claim to the one whom it counts for: its voice, or the voice that its publisher copied.

    A figure that a publisher gives in its own voice, in copies of one text, is the figure of the only voice that the
    other copies have it from; where they have it from nobody, it is the first publisher's. Voices that one text quotes
    with the same figure stay two, and words without a figure are told apart by their voices alone.
    """
    rows = list(gold)
    named: dict[tuple[object, object], set[str]] = defaultdict(set)
    first: dict[object, str] = {}
    for row in rows:
        if row["claimant"] is not None:
            named[row["origin"], row["value"]].add(str(row["voice"]))
        else:
            first.setdefault(row["origin"], str(row["voice"]))
    meant = {str(row["gold_id"]): str(row["voice"]) for row in rows}
    for row in rows:
        if row["claimant"] is None and row["origin"] is not None and row["value"] is not None:
            voices = named[row["origin"], row["value"]]
            meant[str(row["gold_id"])] = next(iter(voices)) if len(voices) == 1 else first[row["origin"]]
    return meant


def published_claims(target: Path) -> list[Row]:
    """Read the claims of a published file."""
    with duckdb.connect(str(target), read_only=True) as connection:
        table = connection.sql("from claim")
        return [dict(zip(table.columns, row, strict=True)) for row in table.fetchall()]


def annotated(folder: Path, extracted: bool, target: Path, lexicon: Path | None = None) -> dict[str, tuple[int, int]]:
    """Hold the support counted in an annotated corpus against its voices and origins: faults, and of how many."""
    build_folder(folder, extracted, target, lexicon)
    known = {claim.claim_id: claim for claim in supports(target)}
    gold = {str(row["gold_id"]): row for row in read_rows(folder / "claims.ndjson")}
    meant = meant_supports(gold.values())
    found = partners(gold.values(), published_claims(target))
    pairs = [
        (one, other, known[first], known[second])
        for one, other in combinations(found, 2)
        if (first := str(found[one]["claim_id"])) in known
        and (second := str(found[other]["claim_id"])) in known
        and known[first].question_id == known[second].question_id
    ]
    outcomes = {claim.question_id for claim in known.values() if claim.is_outcome}
    doubled = [
        (one, other, first)
        for one, other, first, second in pairs
        if meant[one] == meant[other] and first.support_id != second.support_id
    ]
    twice = {first.question_id for _, _, first in doubled} & outcomes
    reprints = {
        first.question_id for one, other, first in doubled if gold[one]["voice"] != gold[other]["voice"]
    } & outcomes
    apart = [
        (first, second)
        for one, other, first, second in pairs
        if meant[one] != meant[other] and gold[one]["document_id"] != gold[other]["document_id"]
    ]
    copied = [one for one, other in apart if one.origin_id is not None and one.origin_id == other.origin_id]
    merged = {one.question_id for one, other in apart if one.support_id == other.support_id} & outcomes
    return {
        "reprint or claimant counted twice": (len(twice), len(outcomes)),
        "of these, a reprint": (len(reprints), len(outcomes)),
        "independent taken for copies": (len(copied), len(apart)),
        "independent voices counted as one": (len(merged), len(outcomes)),
    }


def reprinted(folders: Iterable[Path], copies: int, seed: int, target: Path) -> dict[str, tuple[int, int]]:
    """Reprint every article of the folders, build originals and reprints together, and count faults."""
    draw = random.Random(seed)  # noqa: S311 -- dice for test data guard no secret
    originals = [row for folder in folders for row in read_rows(folder / "documents.ndjson")]
    families: dict[str, str] = {}
    corpus = list(originals)
    for document in originals:
        for number in range(1, copies + 1):
            corpus.append(reprint_of(document, number, draw))
            families[str(corpus[-1]["document_id"])] = str(document["document_id"])
    documents = target.with_suffix(".documents.ndjson")
    documents.write_text("".join(json.dumps(row) + "\n" for row in corpus), encoding="utf-8")
    build_corpus(Corpus([documents]), target, Settings(), lambda *_: None)
    claims = supports(target)
    beside, twice = counted_twice(claims, families)
    outcomes = {claim.question_id for claim in claims if claim.is_outcome}
    return {
        "reprint counted twice": (len(twice & outcomes), len(outcomes)),
        "counted twice where a reprint stands by its original": (len(twice), len(beside)),
    }


@click.command()
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--copies", default=1, show_default=True, help="How many reprints of each article to make.")
@click.option("--seed", default=1, show_default=True, help="What the dice start from.")
@click.option(
    "--keep", type=click.Path(path_type=Path), help="Write the published file with the reprints here as well."
)
def command(folders: tuple[Path, ...], copies: int, seed: int, keep: Path | None) -> None:
    """Count reprints and quotations that are taken for independent support, in FOLDERS and in reprints made of them."""
    chosen = folders or FOLDERS
    table = Table("corpus", "what", "faults", "of", "share")
    with tempfile.TemporaryDirectory() as place:
        for folder in chosen:
            for extracted in (False, True) if (folder / "claims.ndjson").exists() else ():
                name = f"{folder.name}, {'extracted' if extracted else 'its claims'}"
                for what, rate in annotated(folder, extracted, Path(place) / "annotated.duckdb").items():
                    table.add_row(name, what, *cells(*rate))
        for what, rate in reprinted(chosen, copies, seed, keep or Path(place) / "reprinted.duckdb").items():
            table.add_row("reprints", what, *cells(*rate))
    Console().print(table)


def cells(faults: int, total: int) -> tuple[str, str, str]:
    """Write a count, what it is of, and its share."""
    return str(faults), str(total), f"{faults / total:.1%}" if total else "-"
