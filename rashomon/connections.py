"""Waitress's connections as they serve the API: an answer is sent in one piece, and every refusal is a problem."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from waitress.channel import HTTPChannel
from waitress.task import ErrorTask, WSGITask

from api.problems import PROBLEM_JSON, unread_problem
from api.request_ids import HEADER, new_request_id
from api.settings import ApiSettings
from rashomon.request_bodies import bounded_parser


class AnswerTask(WSGITask):  # type: ignore[misc]  # waitress has no types
    """What answers a request: the headers go out with the first piece of the body.

    Each sending lets go of the interpreter, and one more of them costs as much as finding a row.
    """

    def write(self, data: bytes) -> None:
        """Send a piece of the body, the first with the headers."""
        if self.wrote_header:
            super().write(data)
            return
        with self.channel.gathering():
            super().write(data)


class RefusalTask(ErrorTask):  # type: ignore[misc]  # waitress has no types
    """What answers a request that never reached the application, as the application would: by a problem."""

    def execute(self) -> None:
        """Send the problem and close the connection."""
        error, request_id = self.request.error, new_request_id()
        body = unread_problem(error.code, str(error.body), request_id)
        self.status = f"{error.code} {error.reason}"
        self.response_headers += [("Content-Type", PROBLEM_JSON), (HEADER, request_id)]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Connection(HTTPChannel):  # type: ignore[misc]  # waitress has no types
    """One connection, with the requests that come over it."""

    task_class = AnswerTask
    error_task_class = RefusalTask
    _gathered: list[bytes] | None = None

    def writable(self) -> bool:
        """Return whether the loop has something to send.

        Of an answer that is being made its own thread sends what fits: the loop would only run in circles until that
        thread is done with the connection.
        """
        waiting = self.total_outbufs_len
        is_left_to_its_thread = bool(self.requests) and waiting < self.adj.outbuf_high_watermark
        return bool(self.will_close or self.close_when_flushed or (waiting and not is_left_to_its_thread))

    def write_soon(self, data: Any) -> int:  # noqa: ANN401  # bytes, or a buffer of waitress's
        """Send what is given, as soon as the socket takes it; within `gathering`, at its end."""
        if self._gathered is None:
            return int(super().write_soon(data))
        self._gathered.append(data)
        return len(data)

    @contextmanager
    def gathering(self) -> Iterator[None]:
        """Send what is written in a `with` block as one piece."""
        pieces: list[bytes] = []
        self._gathered = pieces
        try:
            yield
        finally:
            self._gathered = None
        self.write_soon(b"".join(pieces))


def connection_class(settings: ApiSettings) -> type[Connection]:
    """Return the connection whose bodies are no longer than the application takes at their address."""
    return type("BoundedConnection", (Connection,), {"parser_class": bounded_parser(settings)})
