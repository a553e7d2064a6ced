"""One line of JSON a request, on standard error, for those who collect logs; and faults under their request's id."""

import logging
import sys
import time
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

import orjson
from flask import Flask, Response, g, request

from api.answers import build_answered_from

LOGGER = logging.getLogger("rashomon.requests")
_Raised = tuple[type, BaseException, TracebackType] | tuple[None, None, None]


def log_requests(app: Flask) -> None:
    """Log every request of an application from now on."""
    LOGGER.setLevel(logging.INFO)
    if not LOGGER.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(message)s"))
        LOGGER.addHandler(handler)
        LOGGER.propagate = False
    app.after_request(_log)


def log_faults(app: Flask, as_json: bool) -> None:
    """Log what nobody caught under the id that the problem tells the client, in place of Flask's entry without it."""

    def log_text(raised: _Raised) -> None:
        id_, method, path = g.get("request_id"), request.method, request.path
        app.logger.error("Request %s failed: %s %s", id_, method, path, exc_info=raised)

    def log_json(raised: _Raised) -> None:
        fault = "".join(traceback.format_exception(raised[1]))
        LOGGER.error(orjson.dumps({**_asked(), "fault": fault}, option=orjson.OPT_UTC_Z).decode())

    app.log_exception = log_json if as_json else log_text  # type: ignore[method-assign, assignment]  # whatever Flask is given


def _asked() -> dict[str, Any]:
    return {
        "time": datetime.now(UTC),
        "request_id": g.get("request_id"),
        "method": request.method,
        "path": request.full_path.rstrip("?"),
    }


def _log(response: Response) -> Response:
    entry = {
        **_asked(),
        "status": response.status_code,
        "milliseconds": round(1000 * (time.perf_counter() - g.get("began", time.perf_counter())), 2),
        "build_id": build_answered_from(),
        "client": request.remote_addr,
    }
    LOGGER.info(orjson.dumps(entry, option=orjson.OPT_UTC_Z).decode())
    return response
