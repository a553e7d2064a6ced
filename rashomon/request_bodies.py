"""The bodies of requests: held in memory up to the largest that is taken, and of a larger one only the length.

Waitress would keep a gigabyte, most of it in a file, before the application could refuse it: a draft that may be stored
nowhere, and a flood's every megabyte, would go to the disk.
"""

from __future__ import annotations

import io

from waitress.parser import HTTPRequestParser, ParsingError

from api.registration import LARGEST_BODY, largest_query
from api.settings import ApiSettings
from rashomon.turns import kind_of


class BoundedBody:
    """A body as it arrives, in the form of waitress's buffers; one of more than `most` bytes is dropped and counted."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._length = 0
        self._kept = io.BytesIO()

    def append(self, piece: bytes) -> None:
        """Take what has arrived."""
        self._length += len(piece)
        if self._length > self._most:
            self._kept = io.BytesIO()
        else:
            self._kept.write(piece)

    def __len__(self) -> int:
        """Return how many bytes have arrived, those that were dropped among them."""
        return self._length

    def getfile(self) -> io.BytesIO:
        """Return what was kept, to be read from its start."""
        self._kept.seek(0)
        return self._kept

    def close(self) -> None:
        """Forget what was kept."""
        self._kept.close()


def bounded_parser(settings: ApiSettings) -> type[HTTPRequestParser]:
    """Return waitress's parser such that it holds bodies no longer than the application takes at their address."""

    class BoundedParser(HTTPRequestParser):  # type: ignore[misc]  # waitress has no types
        """A parser whose bodies are bounded; the application sees the length of a dropped one, and refuses it."""

        expect_continue: bool

        def parse_header(self, header_plus: bytes) -> None:
            self._parse(header_plus)
            most = largest_query(settings) if kind_of(self) == "query" else LARGEST_BODY
            is_refused = self.content_length > most
            if is_refused and self.expect_continue:
                # Who waits for leave to send it is answered at once; if it comes all the same, nobody reads it.
                self.body_rcv, self.expect_continue = None, False
                self.headers["CONNECTION"] = "close"
            elif self.body_rcv is not None:
                self.body_rcv.buf = BoundedBody(0 if is_refused else most)

        def _parse(self, header_plus: bytes) -> None:
            """Parse as waitress does, for which an address that no URL can have is no bad request but a fault."""
            try:
                super().parse_header(header_plus)
            except ValueError as error:
                raise ParsingError(f"The address cannot be read: {error}") from error

    return BoundedParser
