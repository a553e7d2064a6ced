"""What it costs to add one article in a hundred to a corpus that is built already, beside its first build.

The corpus is seeded: the articles of data/sample, each many times with figures of its own, so that no two are alike.
"""

from __future__ import annotations

import json
import random
import re
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import click

from rashomon.building import Corpus, build_corpus
from rashomon.settings import Settings

SEED = 20261126
SAMPLE = Path(__file__).resolve().parent.parent / "data" / "sample"
FIGURE = re.compile(r"(?<![\d,.])[1-9]\d{1,3}(?![\d,.])")


@click.command
@click.option("--articles", default=600, show_default=True, help="Articles of the first build.")
def command(articles: int) -> None:
    """Build, add 1 % more articles, build again, and compare the seconds of extraction and of the whole."""
    added = max(articles // 100, 1)
    texts = list(varied_articles(articles + added))
    with tempfile.TemporaryDirectory() as name:
        target = Path(name) / "corpus.duckdb"
        first = seconds_of_build(texts[:articles], Path(name), target)
        second = seconds_of_build(texts, Path(name), target)
    click.echo(f"{articles:,} articles, then {added:,} more")
    click.echo(f"  first build: extraction {first[0]:.2f} s, whole {first[1]:.2f} s")
    click.echo(f"  second build: extraction {second[0]:.2f} s, whole {second[1]:.2f} s")
    click.echo(f"  extraction of the second: {100 * second[0] / first[0]:.1f} % of the first")


def varied_articles(count: int) -> Iterator[dict[str, str]]:
    """Give the sample's articles over and over, each time with other figures; years stay."""
    chance = random.Random(SEED)  # noqa: S311 - makes a corpus, guards nothing
    originals = [
        json.loads(line)
        for path in sorted(SAMPLE.glob("*.ndjson"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    for number in range(count):
        original = originals[number % len(originals)]
        text = FIGURE.sub(lambda found: str(varied(int(found[0]), chance)), original["text"])
        yield original | {"document_id": f"{original['document_id']}-{number}", "text": text}


def varied(figure: int, chance: random.Random) -> int:
    """Give a figure near the given one; what may be a year stays."""
    return figure if 1900 <= figure <= 2100 else max(1, round(figure * chance.uniform(0.8, 1.25)))  # noqa: PLR2004


def seconds_of_build(articles: list[dict[str, str]], folder: Path, target: Path) -> tuple[float, float]:
    """Build from articles in one process; give the processor seconds until extraction was done, and of the whole.

    What comes before extraction, the reading of the articles and of the file that is replaced, counts with it.
    """
    path = folder / "articles.ndjson"
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
    begin, done = time.process_time(), [0.0]

    def watch(step: str, _done: int, _total: int) -> None:
        if step == "build" and not done[0]:
            done[0] = time.process_time() - begin

    build_corpus(Corpus([path]), target, Settings(processes=1), watch)
    return done[0], time.process_time() - begin
