"""`python -m bench claimants FOLDER...`: which claimants are wrong, and whether the passage offers the right one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click
from rich.console import Console
from rich.table import Table

from bench.claimant_forms import Row, one_name, plain
from bench.gold import read_rows
from bench.questions import partners
from extraction.claim_json import claim_to_row
from extraction.documents import RejectedDocument, read_documents
from extraction.model import Document
from extraction.parts import parts_of
from extraction.rules import Reading, RuleExtractor, claims_of

NEAR: Final = 3
"""Sentences before and after a claim in which whoever speaks may be the one who says it."""

RIGHT, OTHER_FORM, MISSED, OTHER_SPEAKER, NOBODYS = VERDICTS = (
    "right",
    "other form",
    "missed",
    "other speaker",
    "nobody's",
)
"""How a claimant stands to the annotated one; nobody's are the publisher's own figures that were given to somebody."""
HERE, NEARBY, ELSEWHERE, MENTIONED, NOWHERE = OFFERS = (
    "speaking in its sentence",
    "speaking near it",
    "speaking elsewhere",
    "only mentioned",
    "nowhere as written",
)
"""Where the article has the right claimant of a claim that got none or another."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Part of an article that is read, where it starts in the text, and the claims that come of it as rows."""

    start: int
    reading: Reading
    claims: list[Row]


def passages_of(document: Document, extractor: RuleExtractor) -> Iterator[Passage]:
    """Read a document part by part."""
    for start, part in parts_of(document):
        reading = extractor.read(part)
        rows = [claim_to_row(claim) for claim in claims_of(reading)]
        for row in rows:
            row["char_start"], row["char_end"] = (start + int(str(row[end])) for end in ("char_start", "char_end"))
        yield Passage(start, reading, rows)


def verdict_on(expected: object, found: object) -> str:
    """Say how the claimant of a claim stands to the one that the annotation has."""
    if plain(expected) == plain(found):
        return RIGHT
    if expected is None:
        return NOBODYS
    if found is None:
        return MISSED
    return OTHER_FORM if one_name(expected, found) else OTHER_SPEAKER


def offer_of(claimant: str, at: int, passage: Passage) -> str:
    """Say where the passage offers a claimant to the claim that begins at the character `at` of the document."""
    article, sayings = passage.reading.article, passage.reading.speech.sayings
    own = next(number for number, one in enumerate(article.sentences) if at - passage.start < one.end)
    away = [
        abs(article.sentence_of[saying.verb] - own)
        for saying in sayings
        if saying.speaker is not None and plain(saying.speaker.name) == plain(claimant)
    ]
    if away:
        return HERE if min(away) == 0 else NEARBY if min(away) <= NEAR else ELSEWHERE
    return MENTIONED if claimant.lower() in article.text.lower() else NOWHERE


def count(passages: Collection[Passage], gold: Collection[Row]) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Count the claimants of quantities by how right they are, and the wrong ones by where the right one is offered."""
    verdicts: Counter[str] = Counter()
    offers: Counter[tuple[str, str]] = Counter()
    for passage in passages:
        found = partners((row for row in gold if row["kind"] == "quantity"), passage.claims)
        for row in gold:
            claim = found.get(str(row["gold_id"]))
            if claim is None:
                continue
            verdict = verdict_on(row["claimant"], claim["claimant"])
            verdicts[verdict] += 1
            if verdict in (MISSED, OTHER_SPEAKER):
                offers[verdict, offer_of(str(row["claimant"]), int(str(row["char_start"])), passage)] += 1
    return verdicts, offers


def show(console: Console, counted: dict[str, tuple[Counter[str], Counter[tuple[str, str]]]]) -> None:
    """Print a row a folder for the claimants, and one for where those missed and mistaken are offered."""
    claimants = Table("claimants", *VERDICTS)
    offered = Table("the right one", "is", *OFFERS)
    for name, (verdicts, offers) in counted.items():
        claimants.add_row(name, *(str(verdicts[verdict]) for verdict in VERDICTS))
        for verdict in (MISSED, OTHER_SPEAKER):
            offered.add_row(name, verdict, *(str(offers[verdict, offer]) for offer in OFFERS))
    console.print(claimants)
    console.print(offered)


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path))
def command(folders: tuple[Path, ...]) -> None:
    """Count right and wrong claimants of the annotated corpora in FOLDERS, and where the right ones are offered.

    Who is offered nowhere cannot be chosen: then names, roles and words of saying are at fault. For instance:
    python -m bench claimants tests/held_out/fields
    """
    extractor, counted = RuleExtractor(), {}
    for folder in folders:
        read = read_documents([folder / "documents.ndjson"])
        documents = [one for one in read if not isinstance(one, RejectedDocument)]
        passages = [passage for document in documents for passage in passages_of(document, extractor)]
        counted[folder.name] = count(passages, read_rows(folder / "claims.ndjson"))
    show(Console(), counted)
