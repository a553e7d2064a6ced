"""Whose request is answered next."""

from types import SimpleNamespace
from typing import Any

import pytest

from rashomon.turns import Kind, Turns, kind_of


def asks(path: str, **headers: str) -> Any:
    return SimpleNamespace(requests=[request(path, **headers)], service=lambda: None)


def request(path: str, **headers: str) -> Any:
    return SimpleNamespace(path=path, headers=headers)


def taken(turns: Turns) -> list[Any]:
    return [turns.popleft() for _ in range(len(turns))]


def paths(turns: list[Any]) -> list[str]:
    return [turn.channel.requests[0].path for turn in turns]


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        (request("/"), "page"),
        (request("/api/v1/findings"), "page"),
        (request("/api/v1/findings", ACCEPT="text/html, */*"), "page"),
        (request("/api/v1/findings", ACCEPT="text/csv"), "file"),
        (request("/api/v1/findings.parquet"), "file"),
        (request("/api/v1/sql"), "query"),
        (request("/api/v1/queries/widest"), "query"),
        (request("/api/v1/queries"), "page"),
        (request("/api/v1/charts/query-result.png"), "query"),
        (request("/api/v1/check"), "check"),
        (SimpleNamespace(headers={}), "page"),
    ],
)
def test_a_request_is_told_by_its_address_and_what_it_accepts(asked: Any, kind: Kind) -> None:
    assert kind_of(asked) == kind


def test_each_kind_has_its_threads_and_keeps_its_order() -> None:
    turns = Turns({"page": 2, "query": 1})
    for path in ("/api/v1/sql", "/a", "/api/v1/sql?second", "/b", "/c"):
        turns.append(asks(path))
    first = taken(turns)
    assert paths(first) == ["/a", "/b", "/api/v1/sql"]
    assert len(turns) == 0
    first[2].service()
    assert paths(taken(turns)) == ["/api/v1/sql?second"]
    first[0].service()
    first[1].service()
    assert paths(taken(turns)) == ["/c"]
    with pytest.raises(IndexError):
        turns.popleft()


def test_a_request_that_fails_leaves_its_thread_to_the_next() -> None:
    def fail() -> None:
        raise ConnectionError("gone")

    turns = Turns({"page": 1})
    turns.append(SimpleNamespace(requests=[request("/a")], service=fail))
    turns.append(asks("/b"))
    with pytest.raises(ConnectionError, match="gone"):
        turns.popleft().service()
    assert paths(taken(turns)) == ["/b"]
