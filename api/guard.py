"""Who may ask, and how often: needed where the server is reachable from other machines."""

import hmac
import threading
import time
from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from urllib.parse import urlsplit

from flask import Response, request

from api.problems import BAD_REQUEST, RATE_LIMITED, UNAUTHORISED, UNTRUSTED_HOST, ProblemError, problem_response

OPEN_PATHS = frozenset({"/healthz", "/readyz"})
WINDOW_SECONDS = 60
# Whether a host is trusted is remembered for the last so many.
HOSTS_KEPT = 100
# A window holds one number a client; beyond this many clients it starts anew rather than grow.
MOST_CLIENTS = 10_000


def refuse_nameless() -> Response | None:
    """Refuse a request of HTTP/1.1 that names no host, as RFC 9112 (3.2) asks; older ones may leave it out."""
    is_nameless = "HTTP_HOST" not in request.environ and request.environ.get("SERVER_PROTOCOL") == "HTTP/1.1"
    return problem_response(ProblemError(BAD_REQUEST, "Send the header `Host`.")) if is_nameless else None


def refuse_untrusted_hosts(trusted: Collection[str]) -> Callable[[], Response | None]:
    """Return the step that refuses a request by a name that is none of the server's, page or API.

    Not Flask's TRUSTED_HOSTS: they tell capitals apart and know no address of IPv6. Without a `Host` (HTTP/1.0) nobody
    was led here by a name.
    """
    names = tuple(_as_compared(name) for name in trusted)
    detail = (
        "The server does not answer for the `Host` of this request; the setting `trusted_hosts` names those it does."
    )

    def check() -> Response | None:
        if "HTTP_HOST" not in request.environ or _is_trusted(request.host, names):
            return None
        return problem_response(ProblemError(UNTRUSTED_HOST, detail))

    return check


def require_token(tokens: Collection[str]) -> Callable[[], Response | None]:
    """Return the step that lets in requests with one of the tokens, as a bearer or as the password of a browser."""

    def check() -> Response | None:
        given = _given_token()
        # Every token is compared, each in constant time: the answer's time tells nothing of how near a guess was.
        matches = [hmac.compare_digest(given.encode(), token.encode()) for token in tokens]
        # A browser asks with OPTIONS, and without the token, whether a page of another origin may send it.
        if request.path in OPEN_PATHS or request.method == "OPTIONS" or any(matches):
            return None
        detail = "Send `Authorization: Bearer TOKEN`, or the token as the password in a browser."
        challenge = {"WWW-Authenticate": 'Basic realm="Rashomon"'}
        return problem_response(ProblemError(UNAUTHORISED, detail, headers=challenge))

    return check


def limit_requests(most: int) -> Callable[[], Response | None]:
    """Return the step that refuses a client's requests beyond so many a minute; a client is a socket's address."""
    counts: dict[str, int] = {}
    lock = threading.Lock()
    window = [time.monotonic()]

    def check() -> Response | None:
        if request.path in OPEN_PATHS:
            return None
        with lock:
            if time.monotonic() - window[0] > WINDOW_SECONDS or len(counts) > MOST_CLIENTS:
                counts.clear()
                window[0] = time.monotonic()
            client = request.remote_addr or ""
            counts[client] = counts.get(client, 0) + 1
            if counts[client] <= most:
                return None
            wait = max(1, round(window[0] + WINDOW_SECONDS - time.monotonic()))
        headers = {"Retry-After": str(wait)}
        return problem_response(ProblemError(RATE_LIMITED, f"{most} requests a minute are answered.", headers=headers))

    return check


def turn_away(refusals: Mapping[str, Callable[[], None]]) -> Callable[[], Response | None]:
    """Return the step that refuses a request unread where its kind is full: a flood then costs others less.

    `refusals` holds, by endpoint, what raises the problem.
    """

    def check() -> Response | None:
        refuse = refusals.get(request.endpoint or "")
        try:
            return refuse() if refuse else None
        except ProblemError as problem:
            return problem_response(problem)

    return check


def bound_bodies(most: Mapping[str, int]) -> Callable[[], None]:
    """Return the step that bounds the body of a request by its endpoint, in bytes, below what the others may send."""

    def bound() -> None:
        bound_here = most.get(request.endpoint or "")
        if bound_here is not None:
            request.max_content_length = bound_here

    return bound


def _as_compared(name: str) -> str:
    """Return a trusted name as a `Host` is compared with it: small, in the letters of DNS, without brackets."""
    dot = "." if name.startswith(".") else ""
    return dot + name.removeprefix(".").strip("[]").lower().encode("idna").decode("ascii")


@lru_cache(maxsize=HOSTS_KEPT)
def _is_trusted(host: str, names: tuple[str, ...]) -> bool:
    """Whether a `Host` is one of these names, whatever its port; ".localhost" stands for all names below it too.

    Flask gives no host where the header holds what no name can.
    """
    asked = urlsplit(f"//{host}").hostname or ""
    return any(f".{asked}".endswith(name) if name.startswith(".") else asked == name for name in names)


def _given_token() -> str:
    given = request.authorization
    if given is None:
        return ""
    return given.token or (given.password if given.type == "basic" else "") or ""
