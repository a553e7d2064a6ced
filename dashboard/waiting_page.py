"""The one page that there is before the first build: what is missing, and the command that makes it."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path

from flask import Blueprint, Flask, Response, make_response, render_template, request

from analytics.reading import PublishedFile
from dashboard.asset_routes import add_asset_route
from dashboard.assets import read_assets
from dashboard.cache_folder import default_cache_folder
from dashboard.content_security import secured
from dashboard.error_pages import quoted
from dashboard.vega_bundle import vega_bundle


def register_waiting(
    app: Flask, published: PublishedFile, cache_folder: Path | None = None
) -> Callable[[str], Response]:
    """Add the assets to an app; return what makes its one page, given what is missing."""
    assets = read_assets(vega_bundle(cache_folder or default_cache_folder()))
    blueprint = Blueprint("dashboard", __name__, template_folder="templates")
    add_asset_route(blueprint, assets)
    blueprint.after_request(secured)
    app.register_blueprint(blueprint)

    def page(missing: str) -> Response:
        shown = {"asset": assets.__getitem__, "here": request.path, "served_file": shlex.quote(published.path.name)}
        return secured(make_response(render_template("waiting.html", missing=quoted(missing), **shown)))

    return page
