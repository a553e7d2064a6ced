"""The web application: the API and the pages over one published file."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from typing import Any

from flask import Flask

import api
from analytics.model_order import published_columns
from analytics.reading import PublishedFile
from analytics.sql_workers import SqlLimits
from api.settings import ApiSettings
from dashboard.pages import register as register_pages
from dashboard.waiting_page import register_waiting as register_waiting_page
from rashomon.settings import Settings, load_settings
from rashomon.waiting import WaitingFlask

BYTES_IN_A_MEGABYTE = 1_000_000
# A page takes about ten requests the first time, and its filters one a click: ample for a reader, little for a flood.
PACE_FOR_OTHERS = 600
# No name that a stranger can have: whatever a resolver says, browsers look these up on their own machine.
NAMES_OF_THIS_MACHINE = (".localhost", "127.0.0.1", "[::1]")


class PlainFlask(Flask):
    """Flask without the question, put to each of its functions at every request, whether it is asynchronous."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function as it is: none of ours is asynchronous."""
        return func


def create_app(settings: Settings | None = None) -> Flask:
    """Return the WSGI application that serves the file named by `settings.db`.

    Without `settings` they are read from the settings file and the environment, as the command line reads them. A new
    build of the file is picked up between requests; where there is none yet that can be read, a WaitingFlask answers
    that, and picks up the first one. Whoever serves the application calls `api.close` with it at the end. Raises
    SettingsError for settings that do not fit.
    """
    chosen = settings or load_settings()
    published = PublishedFile(
        chosen.db,
        threads=chosen.query_threads,
        memory_limit=chosen.memory_limit,
        seconds=chosen.query_seconds,
        needed=published_columns(),
    )
    return _waiting_app(published, chosen) if published.obstacle() else _joined_app(published, chosen)


def _joined_app(published: PublishedFile, settings: Settings) -> Flask:
    """Return the API and the pages over a file; raises UnpublishedError where it cannot be read."""
    app = PlainFlask("rashomon", static_folder=None)
    api.register(app, published, api_settings(settings))
    register_pages(app, published)
    return app


def _waiting_app(published: PublishedFile, settings: Settings) -> WaitingFlask:
    """Return what answers until there is a build, and then is the joined application."""
    app = WaitingFlask(published, lambda: _joined_app(published, settings))
    page = register_waiting_page(app, published)
    api.register_waiting(app, published, page, api_settings(settings))
    return app


def api_settings(settings: Settings) -> ApiSettings:
    """Return what the API is to know of the settings.

    Where other machines may ask, SQL is off and requests are counted, unless the settings say otherwise.
    """
    is_private = is_loopback(settings.host)
    default_pace = 0 if is_private else PACE_FOR_OTHERS
    return ApiSettings(
        cors_origins=settings.cors_origins,
        trusted_hosts=trusted_hosts(settings),
        tokens=settings.tokens,
        downloads=settings.downloads,
        requests_per_minute=default_pace if settings.requests_per_minute is None else settings.requests_per_minute,
        json_logs=settings.json_logs,
        lexicon=settings.lexicon,
        sql=is_private if settings.sql is None else settings.sql,
        sql_limits=SqlLimits(
            seconds=settings.sql_seconds,
            rows=settings.sql_rows,
            memory_bytes=settings.sql_memory_mb * BYTES_IN_A_MEGABYTE,
            result_bytes=settings.sql_result_bytes,
            text_bytes=settings.sql_text_bytes,
            workers=settings.sql_workers,
        ),
    )


def trusted_hosts(settings: Settings) -> tuple[str, ...]:
    """Return the names by which the server may be asked; none where it may be by any.

    A page of the web can give its own name the address of a server on its reader's machine, and would then be taken by
    the browser for a page of that server.
    """
    if not settings.trusted_hosts and not is_loopback(settings.host):
        return ()
    own = f"[{settings.host}]" if ":" in settings.host else settings.host
    return (*settings.trusted_hosts, *NAMES_OF_THIS_MACHINE, *([own] if is_loopback(settings.host) else []))


def is_loopback(host: str) -> bool:
    """Whether a server on this address can be reached from its own machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
