"""`python -m bench api FILE`: how fast the API answers over a published file, beside the bare query in DuckDB.

A server is started as `rashomon serve` starts it; several connections ask each address at once for some seconds.
The bare query is the one that the answer names in `meta.sql`, run in this process on one thread.
"""

from __future__ import annotations

import http.client
import json
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import click
from flask import Flask
from rich.console import Console
from rich.table import Table
from waitress import wasyncore
from waitress.server import create_server

import api
from analytics.reading import PublishedFile, Snapshot
from analytics.sql_door import SqlDoor

LISTS = (
    "/api/v1/findings",
    "/api/v1/findings?verdict=contradicts&sort=-ratio",
    "/api/v1/findings?measure__isnull=false&q=deaths",
    "/api/v1/questions",
    "/api/v1/claims?value__gte=100&sort=-value",
)
DOOR_QUERY = "select verdict, count(*) as findings from finding group by all order by all"
BARE_RUNS = 20


@click.command("api")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--seconds", default=5.0, show_default=True, help="How long each address is asked.")
@click.option("--connections", default=8, show_default=True, help="How many connections ask at once.")
def command(file: Path, seconds: float, connections: int) -> None:
    """Measure requests a second, p50 and p99 of each address, and the SQL door, on FILE."""
    table = Table("address", "requests/s", "p50 ms", "p99 ms", "one alone p50 ms", "bare query p50 ms")
    published = PublishedFile(file)
    with served(published) as port, published.snapshot() as snapshot:
        for address in (*LISTS, *item_addresses(snapshot)):
            table.add_row(address, *map("{:.1f}".format, measured(port, address, seconds, connections, snapshot)))
    Console().print(table, f"SQL door, warm: {door_overhead(file):.1f} ms added to the query in process", sep="\n")
    published.close()


@contextmanager
def served(published: PublishedFile) -> Iterator[int]:
    """Serve the file on a free port of this machine with eight threads."""
    app = Flask("bench")
    api.register(app, published)
    server = create_server(app, host="127.0.0.1", port=0, threads=8)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        yield server.effective_port
    finally:
        server.task_dispatcher.shutdown()
        server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map))
        thread.join()
        api.close(app)


def item_addresses(snapshot: Snapshot) -> list[str]:
    """Return the addresses of the finding in the middle, and of its question."""
    middle = (
        "select finding_id, question_id from finding order by rank limit 1 offset (select count(*) // 2 from finding)"
    )
    return [
        address
        for row in snapshot.rows(middle)
        for address in (
            f"/api/v1/findings/{quote(str(row['finding_id']))}",
            f"/api/v1/questions/{quote(str(row['question_id']))}",
        )
    ]


def measured(port: int, address: str, seconds: float, connections: int, snapshot: Snapshot) -> tuple[float, ...]:
    """Return requests a second, p50 and p99 under load, p50 of one connection alone, p50 of the bare query; in ms."""
    loaded = asked(port, address, seconds, connections)
    alone = asked(port, address, min(seconds, 2.0), 1)
    ranked = sorted(loaded)
    return (
        len(loaded) / seconds,
        statistics.median(ranked),
        ranked[int(len(ranked) * 0.99)],
        statistics.median(alone),
        bare_query(port, address, snapshot),
    )


def asked(port: int, address: str, seconds: float, connections: int) -> list[float]:
    """Ask an address from several connections at once; return each answer's time in ms."""
    times: list[float] = []
    ends = time.monotonic() + seconds
    threads = [threading.Thread(target=ask_on, args=(port, address, ends, times)) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def ask_on(port: int, address: str, ends: float, times: list[float]) -> None:
    """Ask until the time is over; an answer other than 200 ends the measurement."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    while time.monotonic() < ends:
        began = time.perf_counter()
        connection.request("GET", address)
        answer = connection.getresponse()
        answer.read()
        if answer.status != http.HTTPStatus.OK:
            raise click.ClickException(f"{address} answered {answer.status}.")
        times.append(1000 * (time.perf_counter() - began))
    connection.close()


def bare_query(port: int, address: str, snapshot: Snapshot) -> float:
    """Return the p50 in ms of the query that an answer names, run in this process; 0 where it names none."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", address)
    sql = json.loads(connection.getresponse().read())["meta"].get("sql")
    connection.close()
    return median_time(lambda: snapshot.rows(sql)) if sql else 0.0


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
