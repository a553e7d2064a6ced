"""What a draft is held against: the day that it tells, the same thing, the same doer, and no copy of an article.

The articles and the drafts are invented: a sunken ferry, a burnt mill, a tram, and rocket launchers for rebels.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from analytics.reading import Snapshot
from api.draft_check import check_payload, read_draft
from tests.analytics.published_folder import snapshot_of

FOLDER = Path(__file__).parent / "compared_drafts"


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    with snapshot_of(FOLDER, tmp_path_factory.mktemp("comparisons")) as snapshot:
        yield snapshot


def checked(snapshot: Snapshot, text: str) -> dict[str, Any]:
    (entry,) = check_payload(snapshot, read_draft(text))["data"]
    return dict(entry)


def verdicts(entry: dict[str, Any]) -> dict[str, str]:
    return {f"{row['voice'].lower()} {row['figure']}": row["verdict"] for row in entry["against"]}


def test_a_figure_of_a_weekday_is_of_the_last_such_day_and_told_what_its_voice_has_said_since(
    snapshot: Snapshot,
) -> None:
    entry = checked(snapshot, "Twelve had died on the Tarnby ferry by Wednesday, the harbour police said.")
    assert entry["reading"]["as_of"] == "2026-04-08"
    assert verdicts(entry) == {
        "the harbour police 12": "echo",
        "the harbour police 15": "update",
        "the coast guard 14": "update",
    }
    assert entry["sentence"] == (
        "You quote the harbour police with 12; in line with it, the harbour police said 12 and since then 15. "
        "At another time: the coast guard said 14."
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("By Friday 15 people had died when the ferry Solveig sank off Tarnby.", "2026-04-10"),
        ("By Sunday 15 people had died when the ferry Solveig sank off Tarnby.", "2026-04-05"),
        ("By 9 April 2026 14 people had died when the ferry Solveig sank off Tarnby.", "2026-04-09"),
        ("Since yesterday 15 people have died when the ferry Solveig sank off Tarnby.", "2026-04-10"),
        ("In all 15 people have died when the ferry Solveig sank off Tarnby.", "2026-04-10"),
    ],
)
def test_a_weekday_alone_is_counted_back_from_the_last_day_of_the_question(
    snapshot: Snapshot, text: str, day: str
) -> None:
    assert checked(snapshot, text)["reading"]["as_of"] == day


def test_who_is_not_named_echoes_nobody(snapshot: Snapshot) -> None:
    entry = checked(snapshot, "A fire at the paper mill in Orlby caused damage of 27 million euros.")
    assert verdicts(entry) == {"the fire service €27 million": "agrees", "the owner €31 million": "differs"}


def test_one_voice_in_an_article_s_words_is_its_echo(snapshot: Snapshot) -> None:
    entry = checked(snapshot, "A fire at the Orlby paper mill did damage of 27 million euros, the fire service said.")
    assert verdicts(entry)["the fire service €27 million"] == "echo"


@pytest.mark.parametrize(
    "text",
    [
        "The mill was insured for 75 million euros.",
        "The paper mill in Orlby was insured for 75 million euros.",
        "A tram killed nine people in Lodz.",
        "Nine people were killed by a tram in Lodz.",
    ],
)
def test_no_question_of_another_thing_is_offered(snapshot: Snapshot, text: str) -> None:
    entry = checked(snapshot, text)
    assert (entry["question"], entry["perhaps"]) == (None, [])


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The mill fire in Orlby: 29 million euros.", "Cost of the damage in Orlby"),
        ("A tram hurt nine people in Lodz.", "Injured people in Łódź"),
        ("Norway gave the Kashir rebels 420 rocket launchers.", "Norwegian launchers"),
    ],
)
def test_the_same_thing_in_other_words_is_found(snapshot: Snapshot, text: str, title: str) -> None:
    entry = checked(snapshot, text)
    assert entry["question"]["title"].startswith(title)


DENIED = {
    "Norway supplied rocket launchers to the Kashir rebels.": {"Norway"},
    "Norwegian firms supplied rocket launchers to the rebels.": {"Norway"},
    "Peru supplied rocket launchers to the Kashir rebels.": {"Rosa Huanca"},
    "Rocket launchers were supplied to the rebels by Peru.": {"Rosa Huanca"},
    "Rocket launchers were supplied to the Kashir rebels.": {"Norway", "Rosa Huanca"},
    "Chile supplied rocket launchers to the rebels.": set(),
}


@pytest.mark.parametrize(("text", "deniers"), DENIED.items())
def test_who_denies_a_deed_of_his_own_denies_it_of_nobody_else(
    snapshot: Snapshot, text: str, deniers: set[str]
) -> None:
    entries = check_payload(snapshot, read_draft(text))["data"]
    assert {row["voice"] for entry in entries for row in entry["denials"]} == deniers
