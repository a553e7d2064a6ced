"""`python -m bench contract FILE`: requests generated from the API's own description, against a running server.

Schemathesis makes requests that fit the description and requests that break it; each answer is held against what the
description says of statuses, media types, headers and bodies. Exits with 1 at the first fault of the server or answer
that is not described, and prints the request as a curl command.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import click
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from bench.api import served

# What a check of a draft costs is a small build, so that it gets a small share of the requests.
COSTLY = {"/api/v1/check": 20}
# Each list's page, file and sub-lists take the same hundreds of arguments, which Schemathesis prepares at length.
SECONDS_A_REQUEST = 60


@click.command("contract")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--examples", default=10_000, show_default=True, help="How many requests, about.")
@click.option("--path", "only", default="", help="Only routes whose address holds this text.")
def command(file: Path, examples: int, only: str) -> None:
    """Send generated requests to a server on FILE and hold every answer against its description."""
    statuses: Counter[int] = Counter()
    with served(file) as port:
        description = schemathesis.openapi.from_url(f"http://127.0.0.1:{port}/openapi.json", timeout=SECONDS_A_REQUEST)
        operations = [found.ok() for found in description.get_all_operations() if only in found.ok().path]
        modes = [(operation, mode) for operation in operations for mode in modes_of(operation)]
        with click.progressbar(modes, label=f"{len(operations)} routes") as bar:
            for operation, mode in bar:
                send_generated(operation, mode, max(1, examples // len(modes)), statuses)
    answers = ", ".join(f"{count:,} × {status}" for status, count in sorted(statuses.items()))
    click.echo(f"{sum(statuses.values()):,} requests to {len(operations)} routes, each answer as described: {answers}")


def modes_of(operation: Any) -> list[GenerationMode]:  # noqa: ANN401  # Schemathesis names no public type for it
    """Return the ways to ask an operation; one without arguments has none that could be broken."""
    takes_something = bool(list(operation.query) or list(operation.body))
    return [GenerationMode.POSITIVE, *([GenerationMode.NEGATIVE] if takes_something else [])]


def send_generated(operation: Any, mode: GenerationMode, examples: int, statuses: Counter[int]) -> None:  # noqa: ANN401  # likewise
    """Send requests that fit an operation's schema, or break it, and check every answer.

    A query, a token or a date can fit its schema and still be none: such a refusal is described and no fault.
    """

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(
        max_examples=min(examples, COSTLY.get(operation.path, examples)),
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    def send(case: schemathesis.Case) -> None:
        answer = case.call_and_validate(timeout=SECONDS_A_REQUEST, excluded_checks=[positive_data_acceptance])
        statuses[answer.status_code] += 1

    send()
