"""`python -m bench contract FILE`: requests generated from the API's own description, against a running server.

Schemathesis makes requests that fit the description and requests that break it; each answer is held against what the
description says of statuses, media types, headers and bodies. Exits with 1 where there was a fault of the server or an
answer that is not described, and prints for each route the first such request as a curl command.

A request that was made to be wrong may be right on the wire: an empty object for a number leaves no trace in an
address, and a text for a list of texts is a list of one. Such a request may be answered like any right one.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import click
import jsonschema
import orjson
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.core.failures import FailureGroup
from schemathesis.core.parameters import ParameterLocation
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from bench.api import served

# What a check of a draft costs is a small build, and a picture a second: they get a small share of the requests.
COSTLY = {"/api/v1/check": 20, "/api/v1/charts/{name}.{kind}": 20, "/api/v1/charts/query-result.{kind}": 20}
# Each list's page, file and sub-lists take the same hundreds of arguments, which Schemathesis prepares at length.
SECONDS_A_REQUEST = 60


@click.command("contract")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--examples", default=10_000, show_default=True, help="How many requests, about.")
@click.option("--path", "only", default="", help="Only routes whose address holds this text.")
def command(file: Path, examples: int, only: str) -> None:
    """Send generated requests to a server on FILE and hold every answer against its description."""
    statuses: Counter[int] = Counter()
    faults: list[str] = []
    with served(file) as port:
        description = schemathesis.openapi.from_url(f"http://127.0.0.1:{port}/openapi.json", timeout=SECONDS_A_REQUEST)
        operations = [found.ok() for found in description.get_all_operations() if only in found.ok().path]
        modes = [(operation, mode) for operation in operations for mode in modes_of(operation)]
        with click.progressbar(modes, label=f"{len(operations)} routes") as bar:
            for operation, mode in bar:
                try:
                    send_generated(operation, mode, max(1, examples // len(modes)), statuses)
                except FailureGroup as fault:
                    faults.append(f"{operation.path}, {mode.value}: {fault}\n{fault.exceptions}")
    answers = ", ".join(f"{count:,} × {status}" for status, count in sorted(statuses.items()))
    click.echo(f"{sum(statuses.values()):,} requests to {len(operations)} routes answered as described: {answers}")
    if faults:
        raise click.ClickException("\n".join([f"{len(faults)} not as described:", *faults]))


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
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def send(case: schemathesis.Case) -> None:
        answer = case.call(timeout=SECONDS_A_REQUEST)
        may_be_taken = [negative_data_rejection] if is_right_as_sent(case, answer.request.url) else []
        case.validate_response(answer, excluded_checks=[positive_data_acceptance, *may_be_taken])
        statuses[answer.status_code] += 1

    send()


def is_right_as_sent(case: schemathesis.Case, address: str) -> bool:
    """Return whether a request's address, as it went over the wire, fits the description, and its body was to fit."""
    if case.meta and case.meta.is_negative_at(ParameterLocation.BODY):
        return False
    known = {each.name: each.definition for each in case.operation.query}
    sent = parse_qsl(urlsplit(address).query, keep_blank_values=True)
    names = {name for name, _ in sent}
    required = {name for name, parameter in known.items() if parameter.get("required")}
    if len(names) < len(sent) or not required <= names <= known.keys():
        return False
    return all(fits(known[name]["schema"], text) for name, text in sent)


def fits(schema: dict[str, Any], text: str) -> bool:
    """Return whether the text of a parameter spells a value that its schema allows; lists stand between commas."""
    items = [spelled(schema["items"], part) for part in text.split(",")] if schema.get("type") == "array" else None
    return jsonschema.Draft202012Validator(schema).is_valid(spelled(schema, text) if items is None else items)


def spelled(schema: dict[str, Any], text: str) -> object:
    """Return what a text spells where it is to be no text; itself where it spells nothing."""
    if schema.get("type") == "string":
        return text
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return text
