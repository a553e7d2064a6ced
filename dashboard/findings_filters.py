"""The filters of the findings: which parameters choose rows, and how many findings each choice would leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from analytics.reading import Snapshot
from api.list_arguments import chooses_rows
from api.payloads import option_counts, value_counts
from dashboard.charts.findings_by_spread import NO_RATIO, SHOWN, STEPS, spread_rows, step_filter, step_words
from dashboard.paging import BACK

Row = Mapping[str, Any]
FilterChoice = tuple[str, str]
"""A parameter of the list and its value."""

UNSURE = "is_unsure"
"""The column of a finding whose two ends may well be of two things: such findings wait folded, unless they are asked
for."""
WITH_UNSURE = {f"{UNSURE}__isnull": "false"}
"""The parameter that asks for all findings."""

BOUNDED = ("ratio__lt", "ratio__isnull")
"""Parameters of a bar of the chart of spread that the list of least ratios does not hold."""


def list_filters(asked: Mapping[str, str]) -> dict[str, str]:
    """Keep what chooses rows, without what only shapes their list: paging, order and the like."""
    return {name: value for name, value in asked.items() if chooses_rows(name) and name != BACK}


def leaves_unsure_out(asked: Mapping[str, str]) -> bool:
    """Whether the list leaves out what is unsure: nothing is asked of how sure findings are."""
    return {name.partition("__")[0] for name in asked}.isdisjoint((UNSURE, "surety"))


def shown_arguments(asked: Mapping[str, str]) -> dict[str, str]:
    """Give the arguments of the list that the page shows for its own."""
    return {**asked, UNSURE: "false"} if leaves_unsure_out(asked) else dict(asked)


def other_filters(asked: Mapping[str, str], column: str) -> dict[str, str]:
    """Keep the filters of all columns but one."""
    return {name: value for name, value in list_filters(asked).items() if name.split("__")[0] != column}


def counts_of_values(snapshot: Snapshot, asked: Mapping[str, str], columns: Sequence[str]) -> dict[str, list[Row]]:
    """Count the most frequent values of each column, each under all filters of other columns."""
    counted = value_counts(snapshot, "findings", list_filters(shown_arguments(asked)), columns)
    return {column: [row for row in rows if row["value"] is not None] for column, rows in counted.items()}


def counts_of_choices(
    snapshot: Snapshot, asked: Mapping[str, str], choices: Sequence[FilterChoice]
) -> dict[FilterChoice, int]:
    """Count the findings that each choice, a parameter and its value, leaves under all filters of other columns."""
    options = [(name.split("__", maxsplit=1)[0], {name: value}) for name, value in choices]
    counts = option_counts(snapshot, "findings", list_filters(shown_arguments(asked)), options)
    return dict(zip(choices, counts, strict=True))


def read_spread(snapshot: Snapshot, asked: Mapping[str, str]) -> list[dict[str, Any]]:
    """Count the findings of each step of spread by verdict, all other filters kept, with the way to each list.

    Made once a build for each choice of filters: page and chart show the same.
    """
    key = ("spread", *sorted(list_filters(asked).items()))
    return snapshot.cached(key, lambda: _read_spread(snapshot, asked))


def _read_spread(snapshot: Snapshot, asked: Mapping[str, str]) -> list[dict[str, Any]]:
    others = other_filters(asked, "ratio")
    steps = range(len(STEPS) + 1)
    options = [("ratio", {**step_filter(step), "verdict__ne": other}) for step in steps for other in reversed(SHOWN)]
    counts = option_counts(snapshot, "findings", list_filters(shown_arguments(asked)), options)
    by_step = [dict(zip(SHOWN, counts[2 * step : 2 * step + 2], strict=True)) for step in steps]
    addresses = []
    for step in steps:
        is_chosen = all(asked.get(name) == value for name, value in step_filter(step).items())
        addresses.append(f"/?{urlencode(others if is_chosen else {**others, **step_filter(step)})}#findings")
    return spread_rows(by_step, chosen_step(asked), addresses)


def spread_choice(asked: Mapping[str, str]) -> str | None:
    """Name a spread that is more than a least ratio, as a bar of the chart chooses it; None where there is none."""
    step = chosen_step(asked)
    if set(asked).isdisjoint(BOUNDED):
        return None
    if step is not None:
        return step_words(step)
    least, below = asked.get("ratio__gte"), asked.get("ratio__lt")
    if "ratio__isnull" in asked:
        return NO_RATIO if asked["ratio__isnull"] == "true" else "any ratio"
    return f"{least} to {below}×" if least else f"under {below}×"


def chosen_step(asked: Mapping[str, str]) -> int | None:
    """Give the step of spread that the filters choose, None where they choose none exactly."""
    ratio = {name: value for name, value in asked.items() if name.split("__")[0] == "ratio"}
    return next((step for step in range(len(STEPS) + 1) if ratio == step_filter(step)), None)
