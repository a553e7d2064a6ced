"""Pages and specs, compressed for those who take it."""

from __future__ import annotations

import gzip

from flask import Response, request

WORTH_PACKING = 1024
PACKABLE = ("text/html", "application/json", "image/svg+xml")


def packed(response: Response) -> Response:
    """Compress pages and specs for browsers that take it; assets come packed already."""
    takes = "gzip" in request.headers.get("Accept-Encoding", "")
    if not takes or response.mimetype not in PACKABLE or response.is_streamed or "Content-Encoding" in response.headers:
        return response
    body = response.get_data()
    if len(body) >= WORTH_PACKING:
        response.set_data(gzip.compress(body, 6, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
        response.headers["Vary"] = "Accept-Encoding"
    return response
