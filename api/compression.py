"""Gzip for answers that are text and worth it; downloads are packed while they are sent."""

import gzip
import zlib
from collections.abc import Iterable, Iterator

from flask import Response, request

# Below one network packet there is nothing to win.
SMALLEST = 1400
# Level 6 is zlib's own balance; on JSON, 9 takes twice the time for 1 % less.
LEVEL = 6
VARIES = "Accept-Encoding"
GZIP_FORMAT = 16 + zlib.MAX_WBITS
PACKED_TYPES = ("application/json", "application/problem+json", "application/x-ndjson", "application/atom+xml", "text/")


def gzip_if_accepted(response: Response) -> Response:
    """Compress an answer whose client takes gzip; Parquet and images are compressed already."""
    if not (response.content_type or "").startswith(PACKED_TYPES):
        return response
    _vary_by_encoding(response)
    if not _wanted(response):
        return response
    if response.is_streamed:
        response.response = _packed(response.response)
        response.headers.pop("Content-Length", None)
    else:
        response.set_data(gzip.compress(response.get_data(), LEVEL, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    return response


def _vary_by_encoding(response: Response) -> None:
    """Say that the answer follows from `Accept-Encoding` too; werkzeug's own set of names takes ten times as long."""
    others = response.headers.get("Vary")
    if others is None:
        response.headers["Vary"] = VARIES
    elif VARIES not in others:
        response.headers["Vary"] = f"{others}, {VARIES}"


def _wanted(response: Response) -> bool:
    if "HTTP_ACCEPT_ENCODING" not in request.environ:
        return False
    if response.direct_passthrough or "Content-Encoding" in response.headers:
        return False
    if not response.is_streamed and len(response.get_data()) < SMALLEST:
        return False
    return request.accept_encodings["gzip"] > 0


def _packed(pieces: Iterable[bytes | str]) -> Iterator[bytes]:
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, GZIP_FORMAT)
    for piece in pieces:
        packed = packer.compress(piece.encode() if isinstance(piece, str) else piece)
        if packed:
            yield packed
    yield packer.flush()
