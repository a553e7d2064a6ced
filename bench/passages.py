"""`python -m bench passages FILE`: how many figures and stances of short passages get claimant, polarity and thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import click
from rich.console import Console

from bench.claimant_forms import one_name, one_phrase
from extraction.model import Claim, Document, Extractor
from extraction.rules import RuleExtractor
from extraction.things.noun_phrases import lemma
from extraction.words.lexicon import LEXICON_FOLDER, read_table

_MARKS = {"= ": "quantity", "~ ": "stance"}
_NOBODY = "-"


@dataclass(frozen=True, slots=True)
class Expected:
    """What a line of a passage expects: a figure or stance by its words, who says it, which way, and what it counts."""

    kind: str
    written: str
    claimant: str
    polarity: str
    thing: str
    """The plain noun of what is counted; empty where the passage does not ask for it."""


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
    written, claimant, polarity, thing = [*(cell.strip() for cell in row[2:].split("|")), "", ""][:4]
    return Expected(_MARKS[row[:2]], written, "" if claimant == _NOBODY else claimant, polarity or "asserted", thing)


def met(passage: Passage, claims: Iterable[Claim]) -> Iterator[tuple[Expected, Claim | None]]:
    """Pair each line of a passage with the first claim left that has its words; None where there is none."""
    left = list(claims)
    for row in passage.expected:
        claim = next((one for one in left if one.kind == row.kind and _meets(passage.text, row.written, one)), None)
        if claim is not None:
            left.remove(claim)
        yield row, claim


def amiss(row: Expected, claim: Claim | None) -> str:
    """Say what came out otherwise than a line expects of speaker and polarity; nothing where all is well."""
    if claim is None:
        return f"missing {row.written}"
    if is_met(row, claim, one_name):
        return ""
    return f"{row.written}: {claim.claimant}, {claim.polarity}; not {row.claimant or None}, {row.polarity}"


def is_met(row: Expected, claim: Claim, alike: Callable[[object, object], bool]) -> bool:
    """Whether a claim has the polarity of a line and a speaker that is `alike`."""
    return alike(row.claimant or None, claim.claimant) and claim.polarity == row.polarity


def misnamed(row: Expected, claim: Claim | None) -> str:
    """Say what is counted instead of the thing that a line expects; nothing where it is met or not asked for."""
    if not row.thing or claim is None or is_of(row.thing, claim.measure, claim.counted):
        return ""
    return f"{row.written}: {claim.measure} ({claim.counted}), not {row.thing}"


def is_of(thing: str, measure: str, counted: str | None = None) -> bool:
    """Whether a measure, or the words counted, are of a thing: they have its head noun, or both name one measure."""
    head = lemma(thing.rsplit(maxsplit=1)[-1])
    words = re.findall(r"[\w'-]+", f"{counted or ''} {measure.replace('_', ' ')}".lower())
    return head in map(lemma, words) or measure in (_measures().get(thing, ""), _measures().get(head, ""))


@cache
def _measures() -> dict[str, str]:
    return {row["wording"]: row["measure"] for row in read_table(LEXICON_FOLDER / "measure_wordings.csv")}


def _meets(text: str, written: str, claim: Claim) -> bool:
    span = text[claim.char_start : claim.char_end]
    return written in span or span in written


@dataclass
class PassageScore:
    """Counts over the lines of a file, and what is amiss by passage."""

    right: int = 0
    one_voice: int = 0
    """Lines that are right in whatever form the speaker is given: "nurse", "a nurse at the ward"."""
    lines: int = 0
    things_right: int = 0
    things: int = 0
    """Lines found that ask for what is counted."""
    amiss: dict[Passage, list[str]] = field(default_factory=dict)
    misnamed: dict[Passage, list[str]] = field(default_factory=dict)

    def add(self, passage: Passage, pairs: Sequence[tuple[Expected, Claim | None]]) -> None:
        """Count the lines of one passage."""
        wrong = [note for row, claim in pairs if (note := amiss(row, claim))]
        other = [note for row, claim in pairs if (note := misnamed(row, claim))]
        self.one_voice += sum(claim is not None and is_met(row, claim, one_phrase) for row, claim in pairs)
        asked = sum(bool(row.thing) and claim is not None for row, claim in pairs)
        self.lines, self.right = self.lines + len(pairs), self.right + len(pairs) - len(wrong)
        self.things, self.things_right = self.things + asked, self.things_right + asked - len(other)
        self.amiss |= {passage: wrong} if wrong else {}
        self.misnamed |= {passage: other} if other else {}


def score_passages(passages: Sequence[Passage], extractor: Extractor) -> PassageScore:
    """Read each passage as an article of its own, and count what comes out as it expects."""
    score = PassageScore()
    for number, passage in enumerate(passages):
        document = Document(f"p{number}", "The Case Book", passage.text, published_at="2025-03-12T09:00:00+00:00")
        score.add(passage, list(met(passage, extractor.extract([document]))))
    return score


@click.command(name="passages", help=__doc__)
@click.argument("path", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--show", is_flag=True, help="List the passages that come out otherwise, each with what is amiss.")
def command(path: Path, show: bool) -> None:
    """Print the score of the rule-based extractor on a file of passages."""
    console = Console()
    score = score_passages(read_passages(path), RuleExtractor())
    console.print(f"{_share(score.right, score.lines)} figures and stances as expected")
    console.print(f"{_share(score.one_voice, score.lines)} with the speaker in any form")
    if score.things:
        console.print(f"{_share(score.things_right, score.things)} of those found count what is expected")
    for passage in score.amiss | score.misnamed if show else ():
        console.print(f"\n@ {passage.mechanism}: {passage.text}", markup=False, highlight=False)
        for note in score.amiss.get(passage, []) + score.misnamed.get(passage, []):
            console.print(f"     {note}", markup=False, highlight=False)


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({part / max(whole, 1):.1%})"
