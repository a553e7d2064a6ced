"""`python -m bench.bare PORT`: a server that does nothing but answer, with the threads and the WSGI server of ours.

What it suffers beside a load is what the machine takes from whatever server runs there.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Any

from waitress import serve

BODY = b"ok"


def answer(_: dict[str, Any], start_response: Any) -> Iterable[bytes]:  # noqa: ANN401  # WSGI's
    """Answer any request."""
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(BODY)))])
    return [BODY]


if __name__ == "__main__":
    serve(answer, host="127.0.0.1", port=int(sys.argv[1]), threads=8)
