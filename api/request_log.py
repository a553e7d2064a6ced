"""One line of JSON a request, on standard error, for those who collect logs."""

import logging
import sys
import time
from datetime import UTC, datetime

import orjson
from flask import Flask, Response, g, request

LOGGER = logging.getLogger("rashomon.requests")


def log_requests(app: Flask) -> None:
    """Log every request of an application from now on."""
    LOGGER.setLevel(logging.INFO)
    if not LOGGER.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(message)s"))
        LOGGER.addHandler(handler)
        LOGGER.propagate = False
    app.after_request(_log)


def _log(response: Response) -> Response:
    entry = {
        "time": datetime.now(UTC),
        "request_id": g.get("request_id"),
        "method": request.method,
        "path": request.full_path.rstrip("?"),
        "status": response.status_code,
        "milliseconds": round(1000 * (time.perf_counter() - g.get("began", time.perf_counter())), 2),
        "build_id": g.snapshot.build_id if "snapshot" in g else None,
        "client": request.remote_addr,
    }
    LOGGER.info(orjson.dumps(entry, option=orjson.OPT_UTC_Z).decode())
    return response
