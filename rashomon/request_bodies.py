"""The bodies of requests: held in memory up to the largest that is taken, and of a larger one only the length.

Waitress would keep a gigabyte, most of it in a file, before the application could refuse it: a draft that may be stored
nowhere, and a flood's every megabyte, would go to the disk.
"""

from __future__ import annotations

import io
import re

from waitress.parser import HTTPRequestParser, ParsingError
from waitress.utilities import BadRequest, RequestEntityTooLarge

from api.problems import too_large_words
from api.registration import LARGEST_BODY, largest_query
from api.settings import ApiSettings
from rashomon.turns import kind_of

# What begins no method (a TLS handshake), or ends a line by half of CR and LF.
_NO_HTTP = re.compile(rb"\A[^!-~]|(?<!\r)\n|\r(?!\n|\Z)")
_END_OF_HEADERS = b"\r\n\r\n"


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


class BoundedParser(HTTPRequestParser):  # type: ignore[misc]  # waitress has no types
    """A parser whose bodies are bounded; the application sees the length of a dropped one, and refuses it."""

    settings: ApiSettings
    completed: bool
    expect_continue: bool
    most: int | None = None

    def received(self, data: bytes) -> int:
        """Take what has arrived of a request, as waitress does; return how much of it is the request's.

        What is no HTTP, or has lines that end by a line feed alone, is refused at once: waitress would wait for the end
        of the headers, which it knows by nothing but two pairs of CR and LF.
        """
        if self.body_rcv is None and not self.completed and self._is_no_http(data):
            self.error = BadRequest("Not HTTP: a request is in plain text, and its lines end with CR and LF")
            self.completed = self.headers_finished = True
            return len(data)
        taken = int(super().received(data))
        if isinstance(self.error, RequestEntityTooLarge) and self.most is not None:
            # Waitress names its own limit, up to which a body is counted.
            self.error = RequestEntityTooLarge(too_large_words(self.most))
        return taken

    def _is_no_http(self, data: bytes) -> bool:
        head = (self.header_plus + data).lstrip().partition(_END_OF_HEADERS)[0]
        return _NO_HTTP.search(head) is not None

    def parse_header(self, header_plus: bytes) -> None:
        """Parse the address and the headers, and bound the body by them."""
        self._parse(header_plus)
        self.most = most = largest_query(self.settings) if kind_of(self) == "query" else LARGEST_BODY
        is_refused = self.content_length > most
        if is_refused and self.expect_continue:
            # Who waits for leave to send it is answered at once; if it comes all the same, nobody reads it.
            self.body_rcv, self.expect_continue = None, False
            self.headers["CONNECTION"] = "close"
        elif self.body_rcv is not None:
            self.body_rcv.buf = BoundedBody(0 if is_refused else most)

    def _parse(self, header_plus: bytes) -> None:
        """Parse as waitress does, which takes what no URL can be, and a length of 5,000 digits, for its own faults."""
        try:
            super().parse_header(header_plus)
        except ValueError as error:
            raise ParsingError(f"The address or the length cannot be read: {error}") from error


def bounded_parser(settings: ApiSettings) -> type[BoundedParser]:
    """Return the parser that holds bodies no longer than the application takes at their address."""
    return type("SettledParser", (BoundedParser,), {"settings": settings})
