"""What the SQL page offers of the saved queries."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from analytics.reading import Snapshot
from analytics.saved_queries import saved_queries
from dashboard.sql_page import address_of_saved, parameter_choices


@pytest.mark.parametrize("name", saved_queries())
def test_a_saved_query_opens_with_values_for_all_its_parameters(snapshot: Snapshot, name: str) -> None:
    saved = saved_queries()[name]
    asked = parse_qs(urlsplit(address_of_saved(saved, parameter_choices(snapshot))).query)
    values = json.loads(asked.get("params", ["{}"])[0])
    assert asked["saved"] == [name]
    assert values.keys() == saved.parameters.keys()
    assert snapshot.rows(saved.sql.rstrip().rstrip(";"), values)
