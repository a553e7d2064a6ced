"""The web application: the API and the pages over one published file."""

from __future__ import annotations

from dataclasses import fields

from flask import Flask

import api
import dashboard
from analytics.reading import PublishedFile
from api.settings import ApiSettings
from rashomon.settings import Settings


def create_app(settings: Settings | None = None) -> Flask:
    """Return the WSGI application that serves the file named by `settings.db` (default: the settings as they stand).

    The file need not be there yet: /readyz says what is missing, and the next request after a build finds it.
    """
    chosen = settings or Settings()
    app = Flask("rashomon", static_folder=None)
    published = PublishedFile(chosen.db, threads=chosen.query_threads)
    api.register(app, published, _api_settings(chosen))
    dashboard.register(app, published)
    return app


def _api_settings(settings: Settings) -> ApiSettings:
    """Return the settings that the API takes; they bear the same names."""
    return ApiSettings(**{part.name: getattr(settings, part.name) for part in fields(ApiSettings)})
