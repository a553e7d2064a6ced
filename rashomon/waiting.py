"""The application of a server that was started before the first build: it waits for it, and then serves it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from flask import Flask

from analytics.reading import PublishedFile, UnpublishedError

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

# Whether the process answers is told at once, also while others wait for the application to be made.
_TOLD_AT_ONCE = "/healthz"


class WaitingFlask(Flask):
    """Answers that there is nothing to serve until there is; from then on it is the application over the file.

    Flask takes no further routes once it has answered, and which routes there are follows from the file: so another
    application answers in its place. What `api.close` ends lies in the `extensions` of both.
    """

    def __init__(self, published: PublishedFile, make: Callable[[], Flask]) -> None:
        """Wait for a readable build of the published file; `make` then makes the application over it."""
        super().__init__("rashomon", static_folder=None)
        self.when_made: Callable[[Flask], None] = lambda _: None
        """Called with the application once it is made, before it answers."""
        self._published = published
        self._make = make
        self._making = threading.Lock()
        self._made: Flask | None = None

    def missing(self) -> str:
        """Return in one line why there is nothing to serve; empty where there is."""
        return self._published.obstacle()

    def wsgi_app(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        is_told_at_once = environ.get("PATH_INFO") == _TOLD_AT_ONCE
        made = self._made if is_told_at_once else self._application()
        return made.wsgi_app(environ, start_response) if made else super().wsgi_app(environ, start_response)

    def _application(self) -> Flask | None:
        """Return the application over the file, made by whoever asks first; None while there is no build."""
        if self._made is None and not self._published.obstacle():
            with self._making:
                self._made = self._made or self._make_it()
        return self._made

    def _make_it(self) -> Flask | None:
        try:
            made = self._make()
        except UnpublishedError:
            # The file has gone again since it was looked at.
            return None
        self.extensions.update(made.extensions)
        self.when_made(made)
        return made
