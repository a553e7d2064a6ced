"""What a corpus that is one story costs: seconds of the build's SQL for so many reports of one storm, and for more.

The reports are seeded. Tolls grow from day to day, a few bodies and officials give them, and each report names villages
and people of its own, so that its words thin out as those of real reports do.
"""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import click
import orjson

from rashomon.building import Corpus, build_corpus
from rashomon.settings import Settings

_SEED = 20261128
_DAYS = 6
_SYLLABLES = ("ba", "cor", "dun", "el", "fa", "gri", "hal", "is", "jo", "ka", "lo", "mir", "nor", "or", "pel", "qua")
_BODIES = ("the disaster agency", "the Red Cross", "the health ministry", "the coastguard", "the interior ministry")
_OFFICES = ("Mayor", "Governor", "Police chief", "Rescue chief")
_MOST_WORDS = 20_000
_DEAREST = 5


def name(number: int) -> str:
    """A word of its own for each number: a village, a person or a thing."""
    word = ""
    while number or not word:
        number, place = divmod(number, len(_SYLLABLES))
        word += _SYLLABLES[place]
    return word


def drawn(chance: random.Random, most: int = _MOST_WORDS) -> str:
    """A word, the rarer the higher its number (Zipf's law)."""
    return name(int(most ** chance.random()) + len(_SYLLABLES))


def sentences(chance: random.Random, day: int) -> list[str]:
    """The sentences of one report of a day, in its own words."""
    dead = 20 + 9 * day + chance.randrange(-3, 4)
    hurt = 140 + 50 * day + chance.randrange(-30, 30)
    village, body = drawn(chance).title(), chance.choice(_BODIES)
    person = f"{drawn(chance).title()} {drawn(chance).title()}"
    scene = " ".join(drawn(chance) for _ in range(9))
    told = [
        f"At least {dead} people were killed when storm Orla hit {village} in the Philippines, {body} said.",
        f"More than {hurt} people were injured, {chance.choice(_OFFICES)} {person} told reporters.",
        f"About {chance.choice((8, 9, 10, 12))},000 people were displaced in {village}, {chance.choice(_BODIES)} said.",
        f"The storm damaged {chance.choice((1200, 1400, 1900, 2000)):,} homes, {person} said.",
        f"The {scene}.",
    ]
    return [told[0], *chance.sample(told[1:], 3)]


def report(number: int, count: int, chance: random.Random) -> dict[str, str]:
    """One of so many reports, as a document."""
    day = _DAYS * number // count
    return {
        "document_id": f"storm-{number:06}",
        "source": f"Outlet {chance.randrange(max(20, count // 12))}",
        "published_at": f"2025-09-{10 + day:02}T{chance.randrange(24):02}:00:00Z",
        "title": f"Storm Orla hits {drawn(chance).title()}",
        "text": "\n\n".join(sentences(chance, day)),
    }


def write_reports(path: Path, count: int) -> None:
    """Write so many reports of one storm to a file of documents."""
    chance = random.Random(_SEED)  # noqa: S311  # nothing is kept secret by it
    path.write_bytes(b"".join(orjson.dumps(report(number, count, chance)) + b"\n" for number in range(count)))


def measure(count: int) -> float:
    """Build from so many reports, say which steps were the dearest, and give the processor seconds of all steps."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.ndjson"
        write_reports(path, count)
        _, built = build_corpus(Corpus([path]), Path(folder) / "built.duckdb", Settings(), lambda *_: None)
    total = sum(built.seconds.values())
    dearest = sorted(built.seconds.items(), key=lambda step: -step[1])[:_DEAREST]
    click.echo(f"{count:,} reports, {built.counts['claim']:,} claims: {total:.1f} s of the processor in SQL")
    click.echo("  dearest: " + ", ".join(f"{step} {seconds:.1f}" for step, seconds in dearest))
    return total


@click.command
@click.option("--reports", default=500, show_default=True, help="Reports of the smaller corpus.")
@click.option("--times", default=4, show_default=True, help="How many times as many the larger one has.")
def command(reports: int, times: int) -> None:
    """Build from reports that are all of one storm, and from more of them: as many times the seconds is linear."""
    few, many = measure(reports), measure(reports * times)
    click.echo(f"{times} times the reports cost {many / few:.1f} times as much")
