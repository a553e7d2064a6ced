"""`python -m bench passages FILE`: in how many short passages figures and stances get their claimant and polarity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console

from bench.gold import one_name
from extraction.model import Claim, Document, Extractor
from extraction.rules import RuleExtractor

_MARKS = {"= ": "quantity", "~ ": "stance"}
_NOBODY = "-"


@dataclass(frozen=True, slots=True)
class Expected:
    """What a line of a passage expects: a figure or stance by its words, who says it, which way."""

    kind: str
    written: str
    claimant: str
    polarity: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A few sentences of one article, and who says what in them."""

    mechanism: str
    text: str
    expected: tuple[Expected, ...]


def read_passages(path: Path) -> list[Passage]:
    """Read passages parted by empty lines; the README beside them gives the form."""
    blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    return [_passage(block.splitlines()) for block in blocks]


def _passage(lines: Sequence[str]) -> Passage:
    mechanism, text, *rows = lines
    return Passage(mechanism.removeprefix("@ "), text.replace("¶", "\n"), tuple(_expected(row) for row in rows))


def _expected(row: str) -> Expected:
    written, claimant, *polarity = (cell.strip() for cell in row[2:].split("|"))
    return Expected(_MARKS[row[:2]], written, "" if claimant == _NOBODY else claimant, (polarity or ["asserted"])[0])


def amiss(passage: Passage, claims: Iterable[Claim]) -> list[str]:
    """Say what came out otherwise than the passage expects, a note for each of its lines; nothing where all is well."""
    left, notes = list(claims), []
    for row in passage.expected:
        claim = next((one for one in left if one.kind == row.kind and _meets(passage.text, row.written, one)), None)
        if claim is None:
            notes.append(f"missing {row.written}")
            continue
        left.remove(claim)
        if not one_name(row.claimant or None, claim.claimant) or claim.polarity != row.polarity:
            notes.append(f"{row.written}: {claim.claimant}, {claim.polarity}; not {row.claimant}, {row.polarity}")
    return notes


def _meets(text: str, written: str, claim: Claim) -> bool:
    span = text[claim.char_start : claim.char_end]
    return written in span or span in written


def score_passages(passages: Sequence[Passage], extractor: Extractor) -> tuple[int, int, dict[Passage, list[str]]]:
    """Count the lines that come out as expected, and all of them; and give what is amiss by passage."""
    wrong: dict[Passage, list[str]] = {}
    for number, passage in enumerate(passages):
        document = Document(f"p{number}", "The Case Book", passage.text, published_at="2025-03-12T09:00:00+00:00")
        notes = amiss(passage, extractor.extract([document]))
        if notes:
            wrong[passage] = notes
    lines = sum(len(passage.expected) for passage in passages)
    return lines - sum(map(len, wrong.values())), lines, wrong


@click.command(name="passages", help=__doc__)
@click.argument("path", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--show", is_flag=True, help="List the passages that come out otherwise, each with what is amiss.")
def command(path: Path, show: bool) -> None:
    """Print the score of the rule-based extractor on a file of passages."""
    console = Console()
    right, lines, wrong = score_passages(read_passages(path), RuleExtractor())
    console.print(f"{right} of {lines} figures and stances as expected ({right / max(lines, 1):.1%})")
    for passage, notes in wrong.items() if show else ():
        console.print(f"\n@ {passage.mechanism}: {passage.text}", markup=False, highlight=False)
        for note in notes:
            console.print(f"     {note}", markup=False, highlight=False)
