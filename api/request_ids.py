"""An id for each request: in the answer's header, in each problem and in the log."""

import random
import re

from flask import Response, g, request

HEADER = "X-Request-ID"
_ACCEPTED = re.compile(r"[A-Za-z0-9._-]{1,64}")


def new_request_id() -> str:
    """Return an id that no other request has. It is no secret: the system's own chance would cost a call of it."""
    return f"{random.getrandbits(128):032x}"


def name_request() -> None:
    """Take the id that the client or a proxy gave, if it is a plain word, else make one."""
    given = request.headers.get(HEADER, "")
    g.request_id = given if _ACCEPTED.fullmatch(given) else new_request_id()


def send_request_id(response: Response) -> Response:
    """Put the id on the answer."""
    response.headers[HEADER] = g.get("request_id", "")
    return response
