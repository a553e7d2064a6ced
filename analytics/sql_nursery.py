"""Brings up the workers of the SQL door: a small process that has loaded what each of them needs, and forks itself.

A worker that the server started by itself would hold the server's interpreter lock until Python takes its place, and
then load Python and DuckDB for a fifth of a second of the processor; every query that is stopped at a limit costs a
worker. A fork of this process takes some milliseconds, none of them of the server.

Started as a script by `analytics.sql_workers`, with the limits as JSON, and told over its standard input (a socket) in
JSON what to do: `{"start": PATH}`, which comes with the socket of the new worker, and `{"bury": PROCESS}`, once that
has ended. It answers each order with the process id before it takes the next. It ends with its input; a worker ends
with its own socket.
"""

import gc
import json
import os
import signal
import socket
import sys
from contextlib import suppress
from typing import Any

from analytics.sql_worker import serve

# A path and the words about it; of a path Linux takes 4,096 bytes.
LARGEST_ORDER = 1 << 16


def main() -> None:
    """Follow orders until the input ends."""
    limits = json.loads(sys.argv[1])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is meant for the server, which then closes the input
    gc.collect()
    gc.freeze()  # a collection in a fork would else write to, and so copy, all that the fork shares
    with socket.socket(fileno=sys.stdin.fileno()) as orders:
        while order := next_order(orders):
            worker = start(orders, order, limits) if "start" in order else bury(order)
            orders.sendall(json.dumps(worker).encode())


def next_order(orders: socket.socket) -> dict[str, Any] | None:
    """Return the next order, with the descriptor of a socket that came with it; None where the input has ended."""
    line, sockets, _, _ = socket.recv_fds(orders, LARGEST_ORDER, 1)
    if not line:
        return None
    order: dict[str, Any] = json.loads(line)
    return {**order, "socket": sockets[0]} if sockets else order


def start(orders: socket.socket, order: dict[str, Any], limits: dict[str, Any]) -> int:
    """Fork a worker that answers over its own end of a socket; return its process id."""
    own_end: int = order["socket"]
    worker = os.fork()
    if not worker:
        try:
            orders.close()
            with os.fdopen(own_end, "rb", closefd=False) as asked, os.fdopen(own_end, "wb") as told:
                serve(order["start"], limits, asked, told)
        finally:
            os._exit(0)  # whatever happens to a worker, it does not come back here to take orders
    os.close(own_end)
    return worker


def bury(order: dict[str, Any]) -> int:
    """Let the system forget a worker that has ended; return its process id, which another may have from now on."""
    worker: int = order["bury"]
    with suppress(ChildProcessError):  # it was the child of the process in whose place this one came
        os.waitpid(worker, 0)
    return worker


if __name__ == "__main__":
    main()
