"""CORS: which pages of other addresses may read the API from a browser. None, unless set."""

from collections.abc import Callable, Collection

from flask import Response, request

from api.problems import is_api_request

EXPOSED = "Content-Disposition, ETag, Link, Retry-After, X-Request-ID, X-Truncated"
ACCEPTED = "Authorization, Content-Type, If-None-Match, X-Request-ID"
REMEMBERED_SECONDS = 600


def allow_origins(origins: Collection[str]) -> Callable[[Response], Response]:
    """Return the step that lets pages of these origins (`*` for any) read the API's answers."""

    def allow(response: Response) -> Response:
        origin = request.headers.get("Origin", "")
        if is_api_request() and origin and (origin in origins or "*" in origins):
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Expose-Headers"] = EXPOSED
            if request.method == "OPTIONS":
                response.headers["Access-Control-Allow-Methods"] = ", ".join(response.allow)
                response.headers["Access-Control-Allow-Headers"] = ACCEPTED
                response.headers["Access-Control-Max-Age"] = str(REMEMBERED_SECONDS)
            response.vary.add("Origin")
        return response

    return allow
