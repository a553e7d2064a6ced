"""Answers without a body: they have no media type, whatever Flask gives them."""

from http import HTTPStatus

from flask import Response, request

_REDIRECTS = (
    HTTPStatus.MOVED_PERMANENTLY,
    HTTPStatus.FOUND,
    HTTPStatus.TEMPORARY_REDIRECT,
    HTTPStatus.PERMANENT_REDIRECT,
)


def untyped_when_empty(response: Response) -> Response:
    """Answer `OPTIONS` with 204, and take the type from it and from redirects that say all in their headers."""
    if request.method == "OPTIONS" and response.status_code == HTTPStatus.OK:
        response.status_code = HTTPStatus.NO_CONTENT
        response.headers.pop("Content-Length", None)
    if response.status_code in (HTTPStatus.NO_CONTENT, *_REDIRECTS) and not response.get_data():
        response.headers.pop("Content-Type", None)
    return response
