"""`python -m bench builds FILE`: new builds published under a server that is being read.

Each build is FILE with the same mark in the titles of its questions and findings as in its id, so that an answer shows
of which builds it holds rows. Several readers ask all the while. An answer is at fault where it is no success, holds
rows of two builds, or is of a build that was replaced more than two seconds before it was asked for.
"""

from __future__ import annotations

import http.client
import json
import shutil
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import click
import duckdb

from bench.api import served

STALE_SECONDS = 2.0
READERS = 6
CONTENTS = ("finding", "question", "question_page")
ADDRESSES = (
    "/api/v1/findings?limit=1000",
    "/api/v1/questions?limit=1000&columns=title",
    "/api/v1/questions/{question}",
    "/api/v1/sql?q=select+title+from+question",
)


@dataclass
class Run:
    """What the publisher and the readers share; `published` is when each build was put in place, by its number."""

    published: list[float] = field(default_factory=list)
    answers: int = 0
    seen: set[int] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    is_over: bool = False


@click.command("builds")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--builds", default=50, show_default=True, help="How many builds are published.")
@click.option("--every", default=1.0, show_default=True, help="Seconds from one build to the next.")
def command(file: Path, builds: int, every: float) -> None:
    """Publish builds of FILE under load; print how many answers failed, mixed builds or were stale."""
    run = Run()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        target = folder / "served.duckdb"
        publish(file, target, 0, run)
        with served(target) as port:
            readers = [threading.Thread(target=read, args=(run, port, number)) for number in range(READERS)]
            for reader in readers:
                reader.start()
            for number in range(1, builds + 1):
                time.sleep(every)
                publish(file, target, number, run)
            time.sleep(every)
            run.is_over = True
            for reader in readers:
                reader.join()
    click.echo(
        f"{builds} builds, {len(run.seen)} of {builds + 1} seen, {run.answers:,} answers, {len(run.faults)} at fault"
    )
    if run.faults:
        raise click.ClickException(run.faults[0])


def publish(file: Path, target: Path, number: int, run: Run) -> None:
    """Put build `number` in place: a copy of the file whose id and titles bear the number."""
    partial = target.with_name("next")
    shutil.copyfile(file, partial)
    with duckdb.connect(partial) as connection:
        connection.execute("update build set build_id = ? where is_current", [f"{number:012}"])
        for view in CONTENTS:
            connection.execute(f"update {view} set title = ?", [f"{number:012}"])  # names of ours
    partial.replace(target)
    run.published.append(time.monotonic())


def read(run: Run, port: int, number: int) -> None:
    """Ask until the run is over, and note what is wrong with an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/api/v1/questions?limit=1&sort=-claim_count")
    question = json.loads(connection.getresponse().read())["data"][0]["question_id"]
    address = ADDRESSES[number % len(ADDRESSES)].format(question=question)
    while not run.is_over:
        asked = time.monotonic()
        connection.request("GET", address)
        answer = connection.getresponse()
        fault = fault_of(answer.status, answer.read(), asked, run)
        run.answers += 1
        run.faults += [f"{address}: {fault}"] if fault else []


def fault_of(status: int, body: bytes, asked: float, run: Run) -> str:
    """Return what is wrong with an answer that was asked for at this moment; empty where nothing is."""
    if status != http.HTTPStatus.OK:
        return f"{status} {body[:200]!r}"
    builds = builds_in(json.loads(body))
    if len(builds) > 1:
        return f"rows of builds {sorted(builds)}"
    build = int(builds.pop())
    run.seen.add(build)
    # The next build has taken this one's place, if it has been published.
    is_replaced = build + 1 < len(run.published)
    if is_replaced and asked - run.published[build + 1] > STALE_SECONDS:
        return f"build {build}, {asked - run.published[build + 1]:.1f} s after the next one"
    return ""


def builds_in(answer: dict[str, object]) -> set[str]:
    """Return every build that an answer shows traces of."""
    data, question, meta = answer.get("data", []), answer.get("question"), answer["meta"]
    assert isinstance(meta, dict)  # noqa: S101  # narrows JSON
    assert isinstance(data, list)  # noqa: S101  # likewise
    rows = [*data, question] if question else data
    return {str(meta["build_id"]), *(str(row["title"]) for row in rows)}
