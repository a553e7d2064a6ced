"""Requests generated from the description: no fault of the server, no answer that the description does not name."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.api.conftest import Client

# The files take the same arguments as their lists; here the lists stand for them.
FILES = r"\.(json|\{extension\}|atom)$"
REQUESTS_EACH = 4


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_no_request_finds_a_fault_or_an_undocumented_answer(sample: Client, mode: GenerationMode) -> None:
    description = schemathesis.openapi.from_url(sample.base + "/openapi.json").exclude(path_regex=FILES)
    operations = [found.ok() for found in description.get_all_operations()]
    assert len(operations) > 25
    for operation in operations:
        if mode is GenerationMode.POSITIVE or takes_something(operation):
            send_generated(operation, mode)


def takes_something(operation: Any) -> bool:
    """Return whether an operation has arguments that a request can break."""
    return bool(list(operation.query) or list(operation.body))


def send_generated(operation: Any, mode: GenerationMode) -> None:
    """Send requests that fit an operation's schema, or break it, and check every answer.

    A query, a token or a date can fit its schema and still be none: such a refusal is documented and no fault.
    """

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=REQUESTS_EACH, derandomize=True, suppress_health_check=list(HealthCheck))
    def send(case: schemathesis.Case) -> None:
        case.call_and_validate(timeout=60, excluded_checks=[positive_data_acceptance])

    send()
