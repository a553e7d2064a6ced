"""CORS: which pages of other addresses may read the API from a browser. None, unless set."""

from collections.abc import Callable, Collection

from flask import Response, request

from api.problems import is_api_request

EXPOSED = "ETag, Link, X-Request-ID"


def allow_origins(origins: Collection[str]) -> Callable[[Response], Response]:
    """Return the step that lets pages of these origins (`*` for any) read the API's answers."""

    def allow(response: Response) -> Response:
        origin = request.headers.get("Origin", "")
        if is_api_request() and origin and (origin in origins or "*" in origins):
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Expose-Headers"] = EXPOSED
            response.vary.add("Origin")
        return response

    return allow
