"""`python -m bench attack FILE`: harmful SQL sent to a running server, while another client asks for findings.

Each attack is sent several times at once. What is printed: how the server refused or stopped it, and the 99th
percentile of the other client's answers meanwhile, as a multiple of its own just before, so that other work on the
machine counts on both sides. Who attacks has the core of the load generator, and gives way to it: what it takes to
send a megabyte is not the server's. Beside it stands the same of a server on the same core that does nothing but
answer: what the machine takes from any. Exits with 1 where an answer is a fault of the server, tells where the machine
keeps its files, or the other client waits more than three times as long.
"""

from __future__ import annotations

import http.client
import itertools
import json
import os
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from bench.api import served
from bench.load import free_port, loaded, started

SECONDS = 4.0
SECONDS_OF_BARE = 2.0
SECONDS_OF_REST = 1.0
AT_ONCE = 4
CROWD = 200
SLOW_READERS = 30
SLOWER_AT_MOST = 3.0
# How much the threads that attack are put back behind the load generator, as `nice` counts.
STEPS_BACK = 10
CONTAINED = {200, 408, 413, 422, 429}
# More than the other client asks for in one phase.
ADDRESSES = 20_000
PHASES = itertools.count()

_NESTED = 10_000
ATTACKS = {
    "one long scalar": "select repeat('x', 2000000000)",
    "many long scalars": "select sum(length(repeat('x', 100000000 + range::int))) from range(1000)",
    "endless recursion": "with recursive r as (select 1 as n union all select n + 1 from r) select max(n) from r",
    "growing recursion": "with recursive r as (select 'x' as n union all select n || n from r) select max(n) from r",
    "a trillion rows": "select count(*) from range(1000000000000)",
    "a trillion rows crossed": "select count(*) from range(1000000000000) a, range(1000000000000) b",
    "a huge sort": "select * from range(1000000000) order by hash(range)",
    "a huge hash join": "select count(*) from range(500000000) join range(500000000) b using (range)",
    "a huge grouping": "select range, count(*) from range(1000000000) group by range",
    "a huge list": "select list(range) from range(1000000000)",
    "a huge text": "select string_agg(range::text, ',') from range(1000000000)",
    "slow matching": "select levenshtein(repeat('ab', 500000), repeat('ba', 500000))",
    "10 GB of result": "select repeat('x', 10000) from range(1000000)",
    "nested brackets": "select " + "(" * _NESTED + "1" + ")" * _NESTED,
    "nested brackets, short": "select " + "(" * 900 + "1" + ")" * 900,
    "nested nots": "select " + "not " * 4000 + "true",
    "a million columns": "select " + ",".join(["1"] * 9_900),
    "a million columns, starred": " ".join(["select", ", ".join(["finding.*"] * 1_000), "from finding"]),
    "a million columns, by columns()": "select columns(*) + columns(*) from (select * from range(1))",
    "a wide pivot": "pivot (select range as r from range(100000)) on r using count(*)",
    "a text of a megabyte": "select '" + "x" * 1_000_000 + "'",
    "reading files": "select * from read_text('/etc/passwd')",
    "reading csv": "select * from read_csv('/etc/passwd')",
    "a file as a table": "select * from '/etc/passwd'",
    "glob": "select * from glob('/*')",
    "attach": "attach '/etc/passwd' as other",
    "copy to": "copy finding to 'out.csv'",
    "export": "export database 'out'",
    "install": "install httpfs",
    "load": "load httpfs",
    "set": "set memory_limit = '100GB'",
    "pragma": "pragma database_list",
    "getenv": "select getenv('HOME')",
    "call": "call pragma_version()",
    "several statements": "select 1; drop table finding",
    "a comment between": "select 1 /* ; */ ; -- \n attach 'x'",
    "odd spaces": "select\u00a01\u200b;\u200battach 'x'",
    "full-width letters": "ｓｅｌｅｃｔ 1",
    "prepare": "prepare p as select 1",
    "a macro": "create macro twice(x) as x * 2",
    "a temporary table": "create temp table kept as select 1",
    "where the file is": "select * from duckdb_databases()",
    "settings": "select * from duckdb_settings()",
    "names hidden in a text": "select * from query('from duckdb_' || 'databases()')",
    "logs": "select * from duckdb_logs()",
}


@dataclass(frozen=True)
class Waits:
    """The 99th percentile, in ms, of the times of answers of our server and of one that does nothing but answer."""

    ours: float
    bare: float


@dataclass(frozen=True)
class Servers:
    """The ports of our server and of the bare one, and the file that ours serves."""

    ours: int
    bare: int
    file: Path

    def waits(self) -> Waits:
        """Ask both, one after the other, as one client does who waits for each answer; no address comes twice."""
        phase = next(PHASES)
        fresh = [f"/api/v1/findings?severity__gte=-{phase}.{number}" for number in range(ADDRESSES)]
        return Waits(loaded(self.ours, fresh, SECONDS, 1).p99, loaded(self.bare, ["/"], SECONDS_OF_BARE, 1).p99)


@dataclass(frozen=True)
class Outcome:
    """How an attack ended: the statuses of its answers, how long the slowest took, and what others waited meanwhile."""

    statuses: Counter[int]
    seconds: float
    meanwhile: Waits
    calm: Waits
    told: str = ""

    @property
    def slower(self) -> float:
        """Return how many times as long the other client waited as it does when nothing else is asked."""
        return self.meanwhile.ours / self.calm.ours

    @property
    def is_contained(self) -> bool:
        """Return whether no answer was a fault, nothing was told, and others were served in time."""
        return set(self.statuses) <= CONTAINED and not self.told and self.slower <= SLOWER_AT_MOST


@click.command("attack")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def command(file: Path) -> None:
    """Attack the SQL door of a server on FILE and show that each attack is contained and others are served."""
    table = Table("attack", "answers", "slowest s", "others' p99", "a bare server's", "contained")
    outcomes = []
    with served(file) as port, served_bare() as bare:
        servers = Servers(port, bare, file)
        servers.waits()
        before = servers.waits()
        for name, outcome in all_outcomes(servers):
            outcomes.append(outcome)
            answers = ", ".join(f"{count} × {status}" for status, count in sorted(outcome.statuses.items()))
            contained = "yes" if outcome.is_contained else f"NO {outcome.told}"
            of_bare = f"{outcome.meanwhile.bare / outcome.calm.bare:.1f} ×"
            table.add_row(name, answers, f"{outcome.seconds:.1f}", f"{outcome.slower:.1f} ×", of_bare, contained)
        after = servers.waits()
    Console().print(table)
    for when, waits in (("before", before), ("after", after)):
        click.echo(f"p99 {when}: {waits.ours:.1f} ms, of a bare server {waits.bare:.1f} ms")
    if not all(outcome.is_contained for outcome in outcomes):
        raise SystemExit(1)


@contextmanager
def served_bare() -> Iterator[int]:
    """Run the bare server beside ours, on a free port."""
    port = free_port()
    with started([sys.executable, "-m", "bench.bare", str(port)], port, "/"):
        yield port


def all_outcomes(servers: Servers) -> Iterator[tuple[str, Outcome]]:
    """Yield the outcome of each attack: one after another, then a crowd of all of them, then readers that dawdle."""
    for name, sql in ATTACKS.items():
        yield name, attacked(servers, [sql] * AT_ONCE)
    crowd = [sql for _ in range(1 + CROWD // len(ATTACKS)) for sql in ATTACKS.values()][:CROWD]
    yield f"{CROWD} at once", attacked(servers, crowd)
    yield "slow readers", dawdled(servers)


def attacked(servers: Servers, queries: list[str]) -> Outcome:
    """Send the queries at once, and again until some seconds have passed; watch what others wait before and meanwhile.

    What is left of the attack before is over by then: its processes are ended, and others started.
    """
    time.sleep(SECONDS_OF_REST)
    calm = servers.waits()
    statuses: Counter[int] = Counter()
    told: set[str] = set()
    slowest = [0.0]

    def send_until(ends: float, sql: str) -> None:
        give_way()
        send(sql)
        while time.monotonic() < ends:
            send(sql)

    def send(sql: str) -> None:
        began = time.monotonic()
        status, body = posted(servers.ours, sql)
        slowest.append(time.monotonic() - began)
        statuses[status] += 1
        told.update({"a path"} if str(servers.file.resolve().parent) in body or "rashomon-reading" in body else ())

    ends = time.monotonic() + SECONDS + SECONDS_OF_BARE
    with ThreadPoolExecutor(len(queries)) as pool:
        waiting = [pool.submit(send_until, ends, sql) for sql in queries]
        meanwhile = servers.waits()
    for each in waiting:
        each.result()
    return Outcome(statuses, max(slowest), meanwhile, calm, ", ".join(told))


def give_way() -> None:
    """Leave the server its core, and the load generator most of the other; on Linux this is of a thread alone."""
    if sys.platform == "linux" and (os.cpu_count() or 1) > 1:
        os.sched_setaffinity(0, {1})
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), STEPS_BACK)


def dawdled(servers: Servers) -> Outcome:
    """Ask for a large file over many connections and do not read it, while others ask."""
    time.sleep(SECONDS_OF_REST)
    calm = servers.waits()
    connections = [http.client.HTTPConnection("127.0.0.1", servers.ours, timeout=60) for _ in range(SLOW_READERS)]
    for connection in connections:
        connection.request("GET", "/api/v1/claims.ndjson")
    meanwhile = servers.waits()
    for connection in connections:
        connection.close()
    return Outcome(Counter({HTTPStatus.OK: len(connections)}), SECONDS, meanwhile, calm)


def posted(port: int, sql: str) -> tuple[int, str]:
    """Send one query; return the status and the body of the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("POST", "/api/v1/sql", json.dumps({"q": sql}), {"Content-Type": "application/json"})
    answer = connection.getresponse()
    body = answer.read().decode(errors="replace")
    connection.close()
    return answer.status, body
