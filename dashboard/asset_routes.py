"""Assets over HTTP: under an address with their hash, packed where the browser takes it, to be kept for good."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, Response, abort, make_response, request

from dashboard.assets import Asset

A_YEAR = 31_536_000


def add_asset_route(blueprint: Blueprint, assets: Mapping[str, Asset]) -> None:
    """Add `/assets/<digest>/<name>` to a blueprint; an address with another digest than the content's is no asset."""

    @blueprint.get("/assets/<digest>/<path:name>")
    def asset(digest: str, name: str) -> Response:
        found = assets.get(name)
        if found is None or found.digest != digest:
            abort(404)
        is_packed = found.packed is not None and "gzip" in request.headers.get("Accept-Encoding", "")
        response = make_response(found.packed if is_packed and found.packed else found.body)
        response.headers["Content-Type"] = found.media_type
        response.headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
        response.headers["Vary"] = "Accept-Encoding"
        if is_packed:
            response.headers["Content-Encoding"] = "gzip"
        return response
