"""A denial of what one voice says speaks against that figure: in a finding, and in the check of a draft.

The articles are invented: two trams collide, a hospital and a union count the injured, and a mayor denies the union's
count; one director is quoted with three costs.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from analytics.reading import Snapshot
from api.draft_check import check_payload, read_draft
from tests.analytics.published_folder import snapshot_of

FOLDER = Path(__file__).parent / "aimed_denials"


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    with snapshot_of(FOLDER, tmp_path_factory.mktemp("aimed")) as snapshot:
        yield snapshot


def sentence_on(snapshot: Snapshot, figure: str, text: str) -> str:
    entries = check_payload(snapshot, read_draft(text))["data"]
    (told,) = [str(entry["sentence"]) for entry in entries if entry["figure"] == figure]
    return told


@pytest.mark.parametrize(
    ("text", "figure", "told"),
    [
        (
            "The collision of two trams in Odelsk injured 31 passengers.",
            "31",
            "You say 31; the county hospital said 26; Pavel Drozd (Odelsk) denies it and said 26. "
            "In line with it: Torowa said 31.",
        ),
        # Neither the figure that he gives himself nor any other is denied.
        (
            "The collision of two trams in Odelsk injured 26 passengers.",
            "26",
            "You say 26; Torowa said 31. In line with it: the county hospital said 26, Pavel Drozd (Odelsk) 26.",
        ),
        (
            "Mayor Pavel Drozd said that 26 passengers were injured when two trams collided in Odelsk.",
            "26",
            "You quote Pavel Drozd with 26; Torowa said 31. "
            "In line with it: the county hospital said 26, Pavel Drozd (Odelsk) 26.",
        ),
        (
            "The drivers' union Torowa said that 40 passengers were injured when two trams collided in Odelsk.",
            "40",
            "You quote Torowa with 40; Torowa said 31, the county hospital 26, Pavel Drozd (Odelsk) 26.",
        ),
        # Who once said what the draft says, and says something else by now.
        (
            "The collision of two trams in Odelsk injured 23 passengers.",
            "23",
            "You say 23; Torowa said 31, the county hospital 26 and the day before 23, Pavel Drozd (Odelsk) 26.",
        ),
        (
            "Repairs to the two trams in Odelsk will cost 5 million zlotys.",
            "PLN 5 million",
            "You say PLN 5 million; Halina Wirt (The operator) said PLN 6 million, in Riverside News PLN 5 million "
            "and the day before PLN 3 million.",
        ),
    ],
)
def test_a_draft_is_told_of_a_denial_where_it_gives_the_denied_figure(
    snapshot: Snapshot, text: str, figure: str, told: str
) -> None:
    assert sentence_on(snapshot, figure, text) == told


def test_a_finding_names_who_denies_the_figure_of_one_end(snapshot: Snapshot) -> None:
    (finding,) = snapshot.rows("select sentence, denied_by, severity_denied from finding where measure = 'injuries'")
    assert finding["sentence"].startswith("Torowa says 31; ")
    assert finding["sentence"].endswith(" Pavel Drozd (Odelsk) denies the figure of 31.")
    assert finding["denied_by"] == "Pavel Drozd (Odelsk)"
    assert finding["severity_denied"] > 0
