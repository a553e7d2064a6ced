"""What large stories cost: seconds of the build's SQL for so many reports of one storm or of many, and for more.

The reports are seeded. Tolls grow from day to day, a few bodies and officials give them, and each report names a
village and people, so that its words thin out as those of real reports do. Made-up articles on other events stand among
them, as in the archive of a newsroom. Printed is also what became of the stories: into how many events each fell, and
how many events hold two of them.
"""

from __future__ import annotations

import random
import resource
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
import duckdb
import orjson

from bench.lookalikes import made_up
from rashomon.building import Corpus, build_corpus
from rashomon.settings import Settings

_SEED = 20261128
_DAYS = 6
_SYLLABLES = ("ba", "cor", "dun", "el", "fa", "gri", "hal", "is", "jo", "ka", "lo", "mir", "nor", "or", "pel", "qua")
_COUNTRIES = ("the Philippines", "Japan", "Vietnam", "Fiji", "Mexico", "Cuba", "India", "Mozambique")
_BODIES = ("the disaster agency", "the Red Cross", "the health ministry", "the coastguard", "the interior ministry")
_OFFICES = ("Mayor", "Governor", "Police chief", "Rescue chief")
_MOST_WORDS = 20_000
_VILLAGES = 60
_DEAREST = 5
_EVENT_ARTICLES = 9
"""About so many made-up articles tell of one other event."""


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


def village_of(story: int, chance: random.Random) -> str:
    """One of the villages that a storm hits, the first of them more often than the last."""
    return name(_MOST_WORDS + _VILLAGES * story + int(_VILLAGES ** chance.random())).title()


def storm(story: int) -> str:
    """The name of a storm."""
    return "Orla" if story == 0 else name(10 * _MOST_WORDS + story).title()


def sentences(chance: random.Random, story: int, day: int) -> list[str]:
    """The sentences of one report of a day, in its own words."""
    dead = 20 + 9 * day + chance.randrange(-3, 4)
    hurt = 140 + 50 * day + chance.randrange(-30, 30)
    village, body, country = village_of(story, chance), chance.choice(_BODIES), _COUNTRIES[story % len(_COUNTRIES)]
    person = f"{drawn(chance).title()} {drawn(chance).title()}"
    scene = " ".join(drawn(chance) for _ in range(9))
    told = [
        f"At least {dead} people were killed when storm {storm(story)} hit {village} in {country}, {body} said.",
        f"More than {hurt} people were injured, {chance.choice(_OFFICES)} {person} told reporters.",
        f"About {chance.choice((8, 9, 10, 12))},000 people were displaced in {village}, {chance.choice(_BODIES)} said.",
        f"The storm damaged {chance.choice((1200, 1400, 1900, 2000)):,} homes, {person} said.",
        f"The {scene}.",
    ]
    return [told[0], *chance.sample(told[1:], 3)]


def report(story: int, number: int, count: int, chance: random.Random) -> dict[str, str]:
    """One of so many reports of a story, as a document; every other week another eight storms begin."""
    day = _DAYS * number // count
    month, date = 1 + story // len(_COUNTRIES) // 2 % 12, 10 + day + 14 * (story // len(_COUNTRIES) % 2) - 7
    return {
        "document_id": f"storm{story:03}-{number:06}",
        "source": f"Outlet {chance.randrange(max(20, count // 12))}",
        "published_at": f"2025-{month:02}-{date:02}T{chance.randrange(24):02}:00:00Z",
        "title": f"Storm {storm(story)} hits {village_of(story, chance)}",
        "text": "\n\n".join(sentences(chance, story, day)),
    }


def reports(count: int, stories: int = 1) -> Iterator[dict[str, str]]:
    """So many reports of each of so many storms."""
    chance = random.Random(_SEED)  # noqa: S311  # nothing is kept secret by it
    for story in range(stories):
        for number in range(count):
            yield report(story, number, count, chance)


def write_reports(path: Path, count: int, stories: int = 1) -> None:
    """Write so many reports of each of so many storms to a file of documents."""
    path.write_bytes(b"".join(orjson.dumps(row) + b"\n" for row in reports(count, stories)))


def write_corpus(folder: Path, count: int, stories: int, others: int) -> list[Path]:
    """Write the reports and about so many articles on other events; return the files."""
    write_reports(folder / "reports.ndjson", count, stories)
    if not others:
        return [folder / "reports.ndjson"]
    other = folder / "others"
    other.mkdir()
    return [folder / "reports.ndjson", made_up(max(2, others // _EVENT_ARTICLES), _SEED, other, rounds=3).documents]


class Outcome(NamedTuple):
    """What became of the stories of a corpus."""

    stories: int
    events: int
    """Into so many events they fell."""
    share: float
    """Of each story at least so much is in one event."""
    mixed: int
    """So many events hold two stories."""


def became(target: Path) -> Outcome:
    """Tell what became of the stories in a published file."""
    with duckdb.connect(str(target), read_only=True) as connection:
        row = connection.execute(
            """
            with
            told as (
                select split_part(document_id, '-', 1) as story, event_id, count(*) as documents
                from document
                where starts_with(document_id, 'storm')
                group by all
            ),

            story as (
                select count(*) as events, max(documents) / sum(documents) as share
                from told
                group by story
            )

            select
                (select count(*) from story),
                (select sum(events) from story),
                (select min(share) from story),
                (select count(*) from (select event_id from told group by event_id having count(*) > 1))
            """
        ).fetchone()
    assert row is not None  # noqa: S101  # an aggregate has one row
    return Outcome(*row)


def measure(count: int, stories: int = 1, others: int = 0) -> float:
    """Build from so many reports, say what became of them and what it cost; give the processor seconds of all steps."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus(write_corpus(Path(folder), count, stories, others))
        target = Path(folder) / "built.duckdb"
        _, built = build_corpus(corpus, target, Settings(), lambda *_: None)
        outcome = became(target)
    total = sum(built.seconds.values())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    counts = {what: f"{built.counts[what]:,} {what}s" for what in ("document", "claim", "question")}
    click.echo(f"{', '.join(counts.values())}: {total:.1f} s of the processor in SQL, at most {peak:.2f} GB so far")
    click.echo(
        f"  stories: {outcome.stories}, in {outcome.events} events; of each at least {outcome.share:.1%} in one; "
        f"events that hold two stories: {outcome.mixed}"
    )
    dearest = sorted(built.seconds.items(), key=lambda step: -step[1])[:_DEAREST]
    click.echo("  dearest: " + ", ".join(f"{step} {seconds:.1f}" for step, seconds in dearest))
    return total


@click.command
@click.option("--reports", "count", default=500, show_default=True, help="Reports of each story, at first.")
@click.option("--times", default=4, show_default=True, help="How many times as many the larger corpus has; 1 for none.")
@click.option("--stories", default=1, show_default=True, help="How many storms the reports are of.")
@click.option(
    "--others", default=500, show_default=True, help="About how many articles on other events stand among them."
)
def command(count: int, times: int, stories: int, others: int) -> None:
    """Build from reports of one storm or of many, and from more of them: as many times the seconds is linear.

    For instance: python -m bench story --reports 5000, or --stories 200 --reports 100 --times 1
    """
    few = measure(count, stories, others)
    if times > 1:
        click.echo(f"{times} times the reports cost {measure(count * times, stories, others) / few:.1f} times as much")
