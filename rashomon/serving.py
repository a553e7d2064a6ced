"""The production server: waitress, until a signal asks it to end."""

from __future__ import annotations

import ctypes
import errno
import gc
import os
import signal
import socket
import sys
import threading
import time
from types import FrameType

import click
from flask import Flask
from waitress.server import BaseWSGIServer, create_server

import api
from api.check_routes import CHECKS_AT_ONCE
from rashomon.application import api_settings, is_loopback
from rashomon.connections import connection_class
from rashomon.settings import Settings
from rashomon.turns import Kind, Turns
from rashomon.waiting import WaitingFlask

# How long open requests get to be answered once the server is asked to end.
GRACE_SECONDS = 10
# Readers that dawdle and connections that are kept open take a descriptor each, and no thread.
MOST_CONNECTIONS = 800
# Each waits a moment for its turn before it is refused: one by one, those of a crowd would wait for their refusal.
QUERIES_TURNED_AWAY = 4
# What is taken from a connection at once; waitress's own 8,192 would read a draft in a hundred turns.
BYTES_A_READ = 1 << 17
# How far the making of a file is ahead of its reader. Waitress's own 16 MB would keep the interpreter busy for readers
# who take nothing.
BYTES_AHEAD = 1 << 18
# Bytes that DuckDB's queries free and take again, some megabytes each time: a thread keeps so many. The C library's own
# limits would give them back to the system after every query, a tenth of its time.
FREED_KEPT = 16 << 20
LARGEST_KEPT = 4 << 20
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
# Python's own 5 ms would let each busy thread hold up a reader for so long, every time that DuckDB answers him.
SWITCH_SECONDS = 0.0005
_REASONS = {
    errno.EADDRINUSE: "is in use: stop the program that listens there, or choose another with --port or RASHOMON_PORT",
    errno.EACCES: "may not be used without more rights: choose one above 1023 with --port",
    errno.EADDRNOTAVAIL: "cannot be listened on: the address is not one of this machine; choose another with --host",
}


def serve(app: Flask, settings: Settings, listening: socket.socket) -> None:
    """Answer requests until SIGTERM or SIGINT, then finish the ones that are open and return.

    Prints the address at which it listens, and what is missing where the application waits for the first build.
    """
    before = set(threading.enumerate())
    server = _server(app, settings, listening)
    workers = set(threading.enumerate()) - before
    if isinstance(app, WaitingFlask):
        click.echo(f"{app.missing()} It is served as soon as it is there.", err=True)
        app.when_made = _prepare
    else:
        _prepare(app)
    signal.signal(signal.SIGTERM, _end)
    _tell_where(settings, listening)
    try:
        # Waitress ends its loop on SystemExit and KeyboardInterrupt and tells its threads to finish.
        server.run()
    finally:
        server.close()
        api.close(app)
        gc.unfreeze()
    _wait_for(workers)
    click.echo("Stopped.")


def _server(app: Flask, settings: Settings, listening: socket.socket) -> BaseWSGIServer:
    """Make the server and its threads, which take their turns by kinds of requests."""
    at_once = answered_at_once(settings)
    server = create_server(
        app,
        sockets=[listening],
        threads=sum(at_once.values()),
        connection_limit=MOST_CONNECTIONS,
        recv_bytes=BYTES_A_READ,
        outbuf_high_watermark=BYTES_AHEAD,
        # What a request without a name (HTTP/1.0 needs none) is taken to ask for: no browser sends such a one.
        server_name="localhost",
        ident=None,
    )
    server.task_dispatcher.queue = Turns(at_once)
    server.channel_class = connection_class(api_settings(settings))
    return server


def _tell_where(settings: Settings, listening: socket.socket) -> None:
    """Print the address at which the server listens, and whether all who reach it may read."""
    port = listening.getsockname()[1]
    click.echo(f"Rashomon listens on http://{_host_in_address(settings.host)}:{port} (Ctrl+C ends it)")
    if not is_loopback(settings.host) and not settings.tokens:
        click.echo(f"Every machine that reaches {settings.host} can read this; RASHOMON_TOKENS closes it.", err=True)


def _prepare(app: Flask) -> None:
    """Start what first answers would wait for, and keep later ones from being held up."""
    _tune_for_short_answers()
    api.prepare(app)


def _tune_for_short_answers() -> None:
    """Keep busy threads, freed memory and the search for garbage from holding answers up."""
    sys.setswitchinterval(SWITCH_SECONDS)
    _keep_freed_memory()
    # What stands now stands to the end: to look through all of it again for garbage held answers up for 70 ms.
    gc.collect()
    gc.freeze()


def _keep_freed_memory() -> None:
    """Let the C library keep what is freed for the next query, where it is GNU's (mallopt(3))."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt:
        mallopt(_TRIM_THRESHOLD, FREED_KEPT)
        mallopt(_MMAP_THRESHOLD, LARGEST_KEPT)


def answered_at_once(settings: Settings) -> dict[Kind, int]:
    """Return how many requests of each kind are answered at the same time, in the order in which they are taken.

    Beside those that are let in, some of each kind that takes long are always answered: by being turned away.
    """
    return {
        "page": settings.threads,
        "file": settings.downloads + 1,
        "query": 2 * settings.sql_workers + QUERIES_TURNED_AWAY,
        "check": CHECKS_AT_ONCE + 1,
    }


def listen(host: str, port: int) -> socket.socket:
    """Return the socket of an address; raises click.ClickException where it cannot be listened on."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=1024)
    except socket.gaierror as error:
        raise click.ClickException(f"{host} is no address: choose another with --host") from error
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"cannot be listened on ({error.strerror}): choose another")
        raise click.ClickException(f"port {port} on {host} {reason}") from error


def _wait_for(workers: set[threading.Thread]) -> None:
    """Wait until the threads are gone.

    Each lets go of its database cursor as its last act; the interpreter must not be taken down under it, or the process
    aborts. One that is still answering after the time of grace is left behind by ending the process at once.
    """
    end = time.monotonic() + GRACE_SECONDS
    for worker in workers:
        worker.join(max(0.0, end - time.monotonic()))
    if any(worker.is_alive() for worker in workers):
        click.echo("Stopped while a request was still being answered.")
        sys.stdout.flush()
        os._exit(0)


def _end(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


def _host_in_address(host: str) -> str:
    if host in ("0.0.0.0", "::"):  # noqa: S104 - compared, not bound
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host
