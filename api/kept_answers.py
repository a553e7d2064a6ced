"""Answers that are given again as they were: until the next build, one address has one answer."""

import threading
from collections import OrderedDict
from dataclasses import dataclass

from flask import Response, g, request

from api.answers import JSON, follows_from_build, pinned, unchanged
from api.negotiation import file_accepted

# Bytes, of all answers that one build keeps with their addresses, and of the largest single one.
MOST_KEPT = 32_000_000
LARGEST_KEPT = 500_000
_HEADERS = frozenset(
    {"Content-Type", "Content-Encoding", "ETag", "Cache-Control", "Link", "Vary", "Content-Disposition"}
)
_Key = tuple[str, str, bool]


@dataclass(frozen=True)
class _Kept:
    body: bytes
    headers: dict[str, str]
    size: int


class KeptAnswers:
    """The answers of one build, by address; those that nobody has asked for the longest go first."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._answers: OrderedDict[_Key, _Kept] = OrderedDict()
        self._size = 0

    def find(self, key: _Key) -> Response | None:
        """Return the answer that was given at this address, if it is still kept."""
        with self._lock:
            kept = self._answers.get(key)
            if kept is None:
                return None
            self._answers.move_to_end(key)
        return Response(kept.body, headers=kept.headers)

    def keep(self, key: _Key, response: Response) -> None:
        """Keep an answer."""
        body = response.get_data()
        headers = {name: value for name, value in response.headers if name in _HEADERS}
        # An address may be longer than its answer.
        size = len(body) + sum(map(len, (*key[:2], *headers, *headers.values())))
        if size > LARGEST_KEPT:
            return
        with self._lock:
            if key in self._answers:
                return
            self._answers[key] = _Kept(body, headers, size)
            self._size += size
            while self._size > MOST_KEPT:
                self._size -= self._answers.popitem(last=False)[1].size


def give_again() -> Response | None:
    """Answer a request as the same one was answered before in this build; None where it was not."""
    if not _may_be_kept():
        return None
    g.answer_key = _key()
    kept = _answers().find(g.answer_key)
    return (unchanged(kept.mimetype or JSON) or kept) if kept else None


def keep_answer(response: Response) -> Response:
    """Keep an answer that follows from the build and the address alone, which its ETag says; run it after gzip."""
    is_whole = response.status_code == 200 and not response.is_streamed  # noqa: PLR2004  # HTTP's OK
    if is_whole and "answer_key" in g and follows_from_build(response):
        _answers().keep(g.answer_key, response)
    return response


def _may_be_kept() -> bool:
    # A static file is sent by the server itself, which would not say when it is done with the pinned build. Whole lists
    # are sent while they are read.
    is_of_build = request.method == "GET" and request.blueprint == "api" and request.endpoint != "api.static"
    return is_of_build and file_accepted() is None


def _key() -> _Key:
    """Return what an answer depends on: exports name the host, and some readers take gzip."""
    takes_gzip = "HTTP_ACCEPT_ENCODING" in request.environ and request.accept_encodings["gzip"] > 0
    return request.host, request.full_path, takes_gzip


def _answers() -> KeptAnswers:
    return pinned().store(KeptAnswers)
