"""The choices of the findings page: each count is what the list holds once it is chosen."""

from __future__ import annotations

from typing import Any

import pytest

from analytics.reading import Snapshot
from api.payloads import list_payload
from dashboard.charts.findings_by_spread import (
    STEPS,
    describe_findings_by_spread,
    draw_findings_by_spread,
    spread_rows,
    step_filter,
    step_words,
)
from dashboard.charts.frame import rows_of
from dashboard.findings_filters import chosen_step, read_spread, shown_arguments, spread_choice
from dashboard.findings_page import findings_page
from tests.dashboard.test_chart_specs import assert_valid

ASKED: list[dict[str, str]] = [{}, {"verdict__in": "contradicts"}, {"independent_voices__gte": "3"}, {"q": "people"}]


def total(snapshot: Snapshot, asked: dict[str, str]) -> int:
    payload = list_payload(snapshot, "findings", {**asked, "limit": "1", "total": "true"})
    return int(payload["meta"]["total"])


def listed(snapshot: Snapshot, asked: dict[str, str]) -> int:
    """Count what the page lists, which leaves out what is unsure unless it is asked for."""
    return total(snapshot, shown_arguments(asked))


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_each_count_is_what_its_choice_leaves(snapshot: Snapshot, asked: dict[str, str]) -> None:
    choices: dict[str, Any] = findings_page(snapshot, asked)["choices"]
    for name, _, options in choices["choices"]:
        others = {key: value for key, value in asked.items() if key != name}
        for value, _, count in options:
            assert count == listed(snapshot, {**others, name: value})
    for name, _, sources in choices["sources"]:
        for source, count in sources:
            assert count == listed(snapshot, {**asked, name: source})


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_the_bars_of_spread_hold_every_finding_once(snapshot: Snapshot, asked: dict[str, str]) -> None:
    rows = read_spread(snapshot, asked)
    assert sum(row["findings"] for row in rows) == listed(snapshot, asked)
    for row in rows:
        chosen = {**asked, **step_filter(row["step"]), "verdict__in": row["verdict"]}
        assert "verdict__in" in asked or row["findings"] == listed(snapshot, chosen)


def test_a_source_is_found_at_either_end(snapshot: Snapshot) -> None:
    name = snapshot.rows("select high_source from finding order by rank limit 1")[0]["high_source"]
    ends = snapshot.rows("select count(*) as n from finding where $name in (low_source, high_source)", {"name": name})
    assert total(snapshot, {"end_sources__contains": str(name)}) == ends[0]["n"]


def test_a_source_is_found_by_any_answer_that_it_carries(snapshot: Snapshot) -> None:
    carried = snapshot.rows(
        "select source, count(distinct question_id) as n from claim "
        "semi join finding on claim.question_id = finding.question_id group by source"
    )
    assert {row["source"]: total(snapshot, {"sources__contains": str(row["source"])}) for row in carried} == {
        row["source"]: row["n"] for row in carried
    }


def test_a_part_of_a_source_s_name_is_another_source(snapshot: Snapshot) -> None:
    sources = snapshot.rows("select distinct source from claim where contains(source, ' ') order by source")
    parts = {str(row["source"]).partition(" ")[0] for row in sources} - {str(row["source"]) for row in sources}
    assert {
        total(snapshot, {name: part}) for part in parts for name in ("sources__contains", "end_sources__contains")
    } == {0}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"ratio__gte": "1.5", "ratio__lt": "2"}, "1.5 to 2×"),
        ({"ratio__gte": "1", "ratio__lt": "1.5"}, "under 1.5×"),
        ({"ratio__gte": "2.5", "ratio__lt": "7"}, "2.5 to 7×"),
        ({"ratio__lt": "7"}, "under 7×"),
        ({"ratio__isnull": "true"}, "denial or zero"),
        ({"ratio__gte": "10"}, None),
        ({}, None),
    ],
    ids=str,
)
def test_a_spread_with_an_upper_end_is_named_as_such(asked: dict[str, str], words: str | None) -> None:
    assert spread_choice(asked) == words


def test_the_chosen_bar_stands_out_and_gives_the_way_back() -> None:
    counts = [{"contradicts": step, "differs": 1} for step in range(len(STEPS) + 1)]
    rows = spread_rows(counts, 2, [f"/?step={step}" for step in range(len(STEPS) + 1)])
    spec = draw_findings_by_spread(rows, "light", 700)
    assert_valid(spec)
    assert {row["step"] for row in rows_of(spec) if not row["is_faded"]} == {2}
    assert chosen_step({"ratio__gte": "2", "ratio__lt": "3", "q": "x"}) == 2
    assert chosen_step({"ratio__gte": "2.5"}) is None


def test_steps_are_told_in_words() -> None:
    words = [step_words(step) for step in range(len(STEPS) + 1)]
    assert words == ["under 1.5×", "1.5 to 2×", "2 to 3×", "3 to 5×", "5 to 10×", "10× or more", "denial or zero"]
    described = describe_findings_by_spread(spread_rows([{"differs": 1200}], None, ["/"]))
    assert described == "Findings by how far apart the figures lie: 1,200 under 1.5×."


def test_an_empty_list_of_findings_has_bars_too() -> None:
    assert_valid(draw_findings_by_spread(spread_rows([{} for _ in range(7)], None, ["/"] * 7), "dark", 340))
