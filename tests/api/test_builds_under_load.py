"""Builds published while readers ask: every answer is whole, of one build, and never goes back; each build is seen."""

import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.api.conftest import Client, served
from tests.api.contract import findings, publish

BUILDS = 20
READERS = 6
DEADLINE_SECONDS = 30


def publish_generation(path: Path, number: int) -> Path:
    """Publish a build in which every row names its number."""
    name = f"generation {number}"
    question = {"question_id": "q0001", "title": name, "verdict": "contradicts", "claim_count": 5}
    claims = [{"claim_id": f"c{at}", "question_id": "q0001", "quote": name} for at in range(5)]
    rows = {"finding": findings(30, sentence=name), "question": [question], "claim": claims}
    return publish(path, f"g{number}", rows)


def generations_in(answer: dict[str, Any]) -> set[str]:
    """Return every build that an answer shows traces of."""
    seen = {answer["meta"]["build_id"].replace("g", "generation ")}
    seen |= {row["sentence"] for row in answer.get("data", [])}
    seen |= {claim["quote"] for claim in answer.get("claims", [])}
    if "question" in answer:
        seen |= {answer["question"]["title"], answer["finding"]["sentence"]}
    return seen


@dataclass
class Run:
    """What the publisher and the readers of one run share."""

    problems: list[str] = field(default_factory=list)
    seen: list[threading.Event] = field(default_factory=lambda: [threading.Event() for _ in range(BUILDS + 1)])
    is_over: threading.Event = field(default_factory=threading.Event)


def read_on(run: Run, port: int, address: str) -> None:
    """Ask again and again; note each answer that failed, mixed builds or was older than one before it."""
    newest = 0
    with Client(port) as client:
        while not run.is_over.is_set():
            answer = client.get(address)
            seen = generations_in(answer.json()) if answer.ok else {answer.text}
            number = int(seen.pop().split()[-1]) if answer.ok and len(seen) == 1 else -1
            if number < newest:
                run.problems.append(f"{answer.status_code} {answer.text[:200]}, seen before: {newest}")
                return
            newest = number
            run.seen[number].set()


def publish_all(run: Run, path: Path) -> None:
    """Publish the builds, each when a reader has had an answer of the one before."""
    for number in range(1, BUILDS + 1):
        publish_generation(path, number)
        assert run.seen[number].wait(DEADLINE_SECONDS), run.problems


def test_no_answer_fails_mixes_builds_or_goes_back_and_every_build_is_seen(tmp_path: Path) -> None:
    path = publish_generation(tmp_path / "rashomon.duckdb", 0)
    run = Run()
    with served(path) as server:
        addresses = ["/api/v1/findings?limit=1000", "/api/v1/questions/q0001"] * (READERS // 2)
        readers = [threading.Thread(target=read_on, args=(run, server.port, address)) for address in addresses]
        for reader in readers:
            reader.start()
        publish_all(run, path)
        last = server.get("/api/v1/findings?limit=1").json()["meta"]["build_id"]
        run.is_over.set()
        for reader in readers:
            reader.join(timeout=DEADLINE_SECONDS)
    assert run.problems == []
    assert last == f"g{BUILDS}"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
