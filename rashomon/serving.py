"""The production server: waitress, until a signal asks it to end."""

from __future__ import annotations

import errno
import signal
import socket
from types import FrameType

import click
from flask import Flask
from waitress.server import create_server

import api
from rashomon.settings import Settings

_REASONS = {
    errno.EADDRINUSE: "is in use: stop the program that listens there, or choose another with --port",
    errno.EACCES: "may not be used without more rights: choose one above 1023 with --port",
    errno.EADDRNOTAVAIL: "cannot be listened on: the address is not one of this machine; choose another with --host",
}


def serve(app: Flask, settings: Settings) -> None:
    """Answer requests until SIGTERM or SIGINT, then finish the ones that are open and return.

    Prints the address once the server listens. Raises click.ClickException where it cannot listen.
    """
    place = f"port {settings.port} on {settings.host}"
    try:
        server = create_server(app, host=settings.host, port=settings.port, threads=settings.threads, ident=None)
    except socket.gaierror as error:
        raise click.ClickException(f"{settings.host} is no address: choose another with --host") from error
    except OSError as error:
        raise click.ClickException(f"{place} {_REASONS.get(error.errno or 0, error.strerror)}") from error
    signal.signal(signal.SIGTERM, _end)
    click.echo(f"Rashomon listens on http://{_host_in_address(settings.host)}:{_port(server)} (Ctrl+C ends it)")
    try:
        # Waitress ends its loop on SystemExit and KeyboardInterrupt and lets its threads finish what they answer.
        server.run()
    finally:
        server.close()
        api.close(app)
    click.echo("Stopped.")


def _end(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


def _host_in_address(host: str) -> str:
    if host in ("0.0.0.0", "::", "*"):  # noqa: S104 - compared, not bound
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


def _port(server: object) -> int:
    """Return the port that was bound, which matters where 0 asked for any; several sockets share one port."""
    bound = getattr(server, "effective_port", None)
    return int(bound if bound is not None else server.effective_listen[0][1])  # type: ignore[attr-defined]
