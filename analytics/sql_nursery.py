"""Brings up the workers of the SQL door: a small process that has loaded what each of them needs, and forks itself.

A worker that the server started by itself would hold the server's interpreter lock until Python takes its place, and
then load Python and DuckDB for a fifth of a second of the processor; every query that is stopped at a limit costs a
worker. A fork of this process takes some milliseconds, none of them of the server.

Started as a script by `analytics.sql_workers`, with the limits as JSON, and told over its standard input (a socket)
what to do: one byte for each worker, patient or not, which comes with the worker's own socket. The worker says its
process id there and is told the file to open. The process ends with its input; a worker ends with its own socket.
"""

import gc
import json
import os
import signal
import socket
import struct
import sys
from contextlib import suppress
from typing import Any

from analytics.sql_worker import serve

PATIENT, IMPATIENT = b"p", b"i"
PROCESS = struct.Struct(">I")


def main() -> None:
    """Follow orders until the input ends."""
    limits = json.loads(sys.argv[1])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is meant for the server, which then closes the input
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system is to forget each worker as soon as it has ended
    gc.collect()
    gc.freeze()  # a collection in a fork would else write to, and so copy, all that the fork shares
    with socket.socket(fileno=sys.stdin.fileno()) as orders:
        while order := next_order(orders):
            start(orders, *order, limits)


def next_order(orders: socket.socket) -> tuple[bytes, int] | None:
    """Return the next order and the descriptor of the worker's socket; None where the input has ended."""
    order, sockets, _, _ = socket.recv_fds(orders, 1, 1)
    return (order, sockets[0]) if sockets else None


def start(orders: socket.socket, order: bytes, own_end: int, limits: dict[str, Any]) -> None:
    """Fork a worker that answers over its own end of a socket."""
    if not os.fork():
        try:
            orders.close()
            work(own_end, limits, is_patient=order == PATIENT)
        finally:
            os._exit(0)  # whatever happens to a worker, it does not come back here to take orders
    os.close(own_end)


def work(own_end: int, limits: dict[str, Any], is_patient: bool) -> None:
    """Say which process this is, then answer; a patient one takes from then on what others leave of the processor."""
    with os.fdopen(own_end, "rb", closefd=False) as asked, os.fdopen(own_end, "wb") as told:
        told.write(PROCESS.pack(os.getpid()))
        told.flush()
        if is_patient:
            be_patient()
        serve(limits, asked, told)


def be_patient() -> None:
    """Take what others leave, where the system knows of it: one that is merely put back holds up others for a tick.

    There is no way back without the system's leave.
    """
    if hasattr(os, "SCHED_IDLE"):
        with suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


if __name__ == "__main__":
    main()
