"""Whose request is answered next."""

from types import SimpleNamespace
from typing import Any

from rashomon.turns import Turns


def asks(path: str) -> Any:
    return SimpleNamespace(requests=[SimpleNamespace(path=path)])


def test_queries_wait_behind_all_other_requests_and_each_kind_keeps_its_order() -> None:
    turns = Turns()
    came = ["/api/v1/sql", "/api/v1/findings", "/api/v1/queries/x", "/healthz", "/api/v1/check", "/"]
    answered = []
    for path in came[:4]:
        turns.append(asks(path))
    answered.append(turns.popleft())
    for path in came[4:]:
        turns.append(asks(path))
    answered += [turns.popleft() for _ in range(len(turns))]
    assert [channel.requests[0].path for channel in answered] == [
        "/api/v1/findings", "/healthz", "/", "/api/v1/sql", "/api/v1/queries/x", "/api/v1/check",
    ]  # fmt: skip
