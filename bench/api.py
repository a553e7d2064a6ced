"""`python -m bench api FILE`: how fast the API answers over a published file.

The server is `rashomon serve` as it comes, on one core; wrk asks on another. Each list is asked in two ways: always at
one address, and at a new address each time, where no answer can be given again; a warm-up with addresses of its own
goes before. Beside it stands the bare query, which
is the one that the answer names in `meta.sql`, run in this process on one thread; and, where `--datasette` names the
command of an environment that has it, Datasette on the same core with the same rows, filters and order in an SQLite
file of its own with indexes on the columns that are filtered and sorted by, without counts and suggestions.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

import click
from rich.console import Console
from rich.table import Table

from analytics.reading import PublishedFile, Snapshot
from analytics.sql_door import SqlDoor
from bench.load import Load, free_port, loaded, started
from bench.sqlite_copy import copy_to_sqlite

PLAIN_DATASETTE = "_size=50&_nocount=1&_nofacet=1&_nosuggest=1"
DOOR_QUERY = "select verdict, count(*) as findings from finding group by all order by all"
BARE_RUNS = 30
# What is promised, in ms: of lists and items in default order, and of the door beside the query in process. Other
# orders and filters may take so many times as long as their query.
P50_AT_MOST, P99_AT_MOST, DOOR_AT_MOST = 10.0, 50.0, 15.0
TIMES_BARE_AT_MOST = 2.0
# So many addresses that none is asked for twice in one phase.
ADDRESSES = 30_000
# Each phase has addresses of its own.
WARM_UP, ALONE, TOGETHER = PHASES = range(3)


@dataclass(frozen=True)
class Asked:
    """What is asked of our server and, where it can be, of Datasette: addresses that are taken in turn."""

    name: str
    ours: Sequence[str]
    theirs: Sequence[str] = ()
    is_in_default_order: bool = True

    def in_phase(self, phase: int) -> Asked:
        """Return what is asked in one phase; the one address of those that have no more."""
        ours, theirs = (each[phase :: len(PHASES)] or each for each in (self.ours, self.theirs))
        return replace(self, ours=ours, theirs=theirs)


@click.command("api")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--seconds", default=5.0, show_default=True, help="How long each address is asked, in each way.")
@click.option("--connections", default=8, show_default=True, help="How many connections ask at once.")
@click.option("--datasette", help="The command of an environment with Datasette, to compare with.")
def command(file: Path, seconds: float, connections: int, datasette: str | None) -> None:
    """Measure the times of answers, requests a second and the SQL door on FILE, beside DuckDB alone and Datasette."""
    published = PublishedFile(file)
    with published.snapshot() as snapshot, tempfile.TemporaryDirectory() as name:
        questions = what_is_asked(snapshot)
        together = [asked.in_phase(TOGETHER) for asked in questions]
        with served(file) as port:
            for asked in questions:
                loaded(port, asked.in_phase(WARM_UP).ours, seconds, connections)
            Console().print(times_alone(port, questions, seconds, snapshot))
            ours = {asked.name: loaded(port, asked.ours, seconds, connections) for asked in together}
        theirs = {}
        if datasette:
            copy = Path(name) / "bench.sqlite"
            copy_to_sqlite(snapshot, copy)
            with served_by_datasette(datasette, copy) as port:
                theirs = loads_of_datasette(port, together, seconds, connections)
    published.close()
    Console().print(
        rates(ours, theirs, connections),
        told_of_door(door_overhead(file)),
        sep="\n",
    )


def times_alone(port: int, questions: Sequence[Asked], seconds: float, snapshot: Snapshot) -> Table:
    """Time the answers over one connection, beside DuckDB alone."""
    table = Table("what is asked", "p50 ms", "p99 ms", "bare p50", "ratio", "promised", "", title="one connection")
    for asked in questions:
        table.add_row(asked.name, *answer_times(port, asked.in_phase(ALONE), seconds, snapshot))
    return table


def loads_of_datasette(port: int, questions: Sequence[Asked], seconds: float, connections: int) -> dict[str, Load]:
    """Ask a Datasette, once it is warm, for what it has an address for."""
    compared = [asked for asked in questions if asked.theirs]
    loaded(port, [path for asked in compared for path in asked.theirs[:100]], seconds, connections)
    return {asked.name: loaded(port, asked.theirs, seconds, connections) for asked in compared}


def what_is_asked(snapshot: Snapshot) -> list[Asked]:
    """Return what is measured: lists in default and other orders, filtered and searched, and items."""
    count = int(str(snapshot.rows("select count(*) as n from finding")[0]["n"]))
    places = [1 + number * 7919 % max(1, count - 50) for number in range(min(ADDRESSES, count))]
    pages = f"/bench/finding.json?{PLAIN_DATASETTE}"
    return [
        Asked("findings, one address", ["/api/v1/findings"], [f"{pages}&_sort=rank"]),
        Asked(
            "findings from any rank on",
            [f"/api/v1/findings?rank__gte={place}" for place in places],
            [f"{pages}&_sort=rank&rank__gte={place}" for place in places],
        ),
        Asked(
            "contradictions, widest first, one address",
            ["/api/v1/findings?verdict=contradicts&sort=-ratio"],
            [f"{pages}&verdict=contradicts&_sort_desc=ratio"],
            is_in_default_order=False,
        ),
        Asked(
            "contradictions below any ratio, widest first",
            [f"/api/v1/findings?verdict=contradicts&sort=-ratio&ratio__lte={2 + place / 1e4}" for place in places],
            [f"{pages}&verdict=contradicts&_sort_desc=ratio&ratio__lte={2 + place / 1e4}" for place in places],
            is_in_default_order=False,
        ),
        *_questions_and_items(snapshot),
    ]


def _questions_and_items(snapshot: Snapshot) -> list[Asked]:
    any_claims = f"select claim_id from claim using sample {ADDRESSES} rows (reservoir, 1)"
    any_rows = f"select finding_id, question_id from finding using sample {ADDRESSES} rows (reservoir, 1)"
    rows = snapshot.rows(any_rows)
    findings, questions = ([quote(str(row[name])) for row in rows] for name in ("finding_id", "question_id"))
    claims = [quote(str(row["claim_id"])) for row in snapshot.rows(any_claims)]
    words = [str(row["actor"]) for row in snapshot.rows("select distinct actor from finding order by actor limit 500")]
    plain = f"/bench/question.json?{PLAIN_DATASETTE}"
    return [
        Asked("questions, one address", ["/api/v1/questions"], [f"{plain}&_sort=question_id"]),
        Asked(
            "questions from any id on",
            [f"/api/v1/questions?question_id__gte={each}" for each in questions],
            [f"{plain}&_sort=question_id&question_id__gte={each}" for each in questions],
        ),
        Asked(
            "findings with a word", [f"/api/v1/findings?q={quote(word)}" for word in words], is_in_default_order=False
        ),
        Asked(
            "a finding",
            [f"/api/v1/findings/{each}" for each in findings],
            [f"/bench/finding/{e}.json" for e in findings],
        ),
        Asked("a question with its claims", [f"/api/v1/questions/{each}" for each in questions]),
        Asked("a claim", [f"/api/v1/claims/{each}" for each in claims]),
    ]


@contextmanager
def served(file: Path) -> Iterator[int]:
    """Serve the file as `rashomon serve` does, on a free port."""
    port = free_port()
    command = [sys.executable, "-m", "rashomon", "serve", "--db", str(file), "--port", str(port)]
    with started(command, port, "/readyz"):
        yield port


@contextmanager
def served_by_datasette(datasette: str, copy: Path) -> Iterator[int]:
    """Serve an SQLite file with Datasette, on a free port."""
    port = free_port()
    quiet = ["--setting", "suggest_facets", "off", "--setting", "num_sql_threads", "3"]
    with started([datasette, "serve", "-i", str(copy), "--port", str(port), *quiet], port, "/-/versions.json"):
        yield port


def answer_times(port: int, asked: Asked, seconds: float, snapshot: Snapshot) -> tuple[str, ...]:
    """Return p50 and p99 of one connection that asks alone, p50 of the bare query, their ratio, and the promise."""
    measured = loaded(port, asked.ours, seconds, 1)
    bare = bare_query(port, asked.ours[: BARE_RUNS + 1], snapshot)
    ratio = f"{measured.p50 / bare:.2f}" if bare else "–"
    if asked.is_in_default_order:
        promised = f"p50 {P50_AT_MOST:g}, p99 {P99_AT_MOST:g} ms"
        is_kept = measured.p50 <= P50_AT_MOST and measured.p99 <= P99_AT_MOST
    else:
        promised = f"{TIMES_BARE_AT_MOST:g} × bare"
        is_kept = measured.p50 <= TIMES_BARE_AT_MOST * bare
    return (
        f"{measured.p50:.1f}", f"{measured.p99:.1f}", f"{bare:.1f}" if bare else "–", ratio, promised,
        "kept" if is_kept else "MISSED",
    )  # fmt: skip


def told_of_door(added: float) -> str:
    """Say what the SQL door adds to a query, and whether that is what is promised."""
    kept = "kept" if added <= DOOR_AT_MOST else "MISSED"
    return f"SQL door, warm: {added:.1f} ms added to the query in process; promised {DOOR_AT_MOST:g} ms: {kept}"


def rates(ours: dict[str, Load], theirs: dict[str, Load], connections: int) -> Table:
    """Return the requests a second of both servers, and how often ours is theirs."""
    table = Table(
        "what is asked", "requests/s", "p50 ms", "p99 ms", "Datasette", "ratio", title=f"{connections} connections"
    )
    for name, load in ours.items():
        other = theirs.get(name)
        compared = (f"{other.rate:,.0f}", f"{load.rate / other.rate:.1f}") if other else ("–", "–")
        table.add_row(name, f"{load.rate:,.0f}", f"{load.p50:.1f}", f"{load.p99:.1f}", *compared)
    return table


def bare_query(port: int, paths: Sequence[str], snapshot: Snapshot) -> float:
    """Return the p50 in ms of the queries that the answers name, run in this process; 0 where they name none."""
    queries = []
    for path in paths:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as answer:  # our own server
            queries.append(json.load(answer)["meta"].get("sql"))
    if not queries[0] or "/questions/" in paths[0]:
        return 0.0
    in_turn = iter(queries * (1 + BARE_RUNS))
    return median_time(lambda: snapshot.rows(next(in_turn)))


def door_overhead(file: Path) -> float:
    """Return by how many ms a query through the door is slower than the same query in this process."""
    published, door = PublishedFile(file), SqlDoor(file)
    with published.snapshot() as snapshot:
        in_process = median_time(lambda: snapshot.rows(DOOR_QUERY))
    through = median_time(lambda: door.run(DOOR_QUERY))
    door.close()
    published.close()
    return through - in_process


def median_time(run: Callable[[], object]) -> float:
    """Return the median of some runs in ms, after one that warms up."""
    run()
    times = []
    for _ in range(BARE_RUNS):
        began = time.perf_counter()
        run()
        times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times)
