"""Who denies what a draft says: the denials of its matter are told, in whatever question they stand, and no others.

The articles and the drafts are invented: two towns whose computers were held to ransom, a fallen bridge, bad bread.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from analytics.reading import Row, Snapshot
from api.draft_check import check_payload, read_draft
from tests.analytics.published_folder import snapshot_of

FOLDER = Path(__file__).parent / "denied_drafts"


def drafts() -> list[tuple[str, str]]:
    with (FOLDER / "drafts.csv").open(encoding="utf-8", newline="") as file:
        return [(row["draft"], row["denied_by"]) for row in csv.DictReader(file)]


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    with snapshot_of(FOLDER, tmp_path_factory.mktemp("denials")) as snapshot:
        yield snapshot


def checked(snapshot: Snapshot, text: str) -> list[Row]:
    return list(check_payload(snapshot, read_draft(text))["data"])


@pytest.fixture(scope="module")
def denials(snapshot: Snapshot) -> dict[str, set[str]]:
    """Who denies each draft; all are checked as the paragraphs of one, a line a draft."""
    told: dict[str, set[str]] = {}
    for entry in checked(snapshot, "\n".join(text for text, _ in drafts())):
        told.setdefault(str(entry["quote"]), set()).update(str(row["voice"]).lower() for row in entry["denials"])
    return told


@pytest.mark.parametrize(("text", "denied_by"), drafts(), ids=[text for text, _ in drafts()])
def test_a_draft_is_told_who_denies_it_and_of_nobody_else(
    denials: dict[str, set[str]], text: str, denied_by: str
) -> None:
    assert denials.get(text, set()) == ({denied_by} if denied_by else set())


def test_a_denial_comes_with_its_words_and_where_they_stand(snapshot: Snapshot) -> None:
    (entry,) = checked(snapshot, "The hospital group Velmark paid a ransom of $2.5 million.")
    (denial,) = entry["denials"]
    assert (denial["document_id"], denial["source"]) == ("ransom-2", "Norrsund Post")
    assert denial["denial"].startswith("denied on Wednesday that any ransom had been paid")
    assert denial["denial"] in denial["quote"]
    assert denial["question_id"] != entry["question"]["question_id"]
    assert f"The interior ministry {denial['denial']}." in entry["sentence"]


def test_a_figure_that_answers_nothing_is_told_who_denies_its_matter(snapshot: Snapshot) -> None:
    (entry,) = checked(snapshot, "Some 40 containers were stolen from the port of Lemsal.")
    assert entry["question"] is None
    assert entry["sentence"].startswith("You say 40; Maris Ozol denied that containers had been stolen. Nothing in the")


def test_a_sentence_without_a_figure_is_told_who_denies_it_and_else_of_nothing(snapshot: Snapshot) -> None:
    text = "The river is the Tisna. The bridge was mined by rebels."
    (entry,) = checked(snapshot, text)
    assert text[entry["char_start"] : entry["char_end"]] == "The bridge was mined by rebels."
    assert (entry["figure"], entry["measure"], entry["against"]) == (None, None, [])
    assert entry["sentence"] == (
        "You write: “The bridge was mined by rebels”; "
        "Tisna Front denied on Tuesday that its fighters had mined the bridge at Karsk."
    )


def test_of_two_figures_of_a_sentence_the_one_beside_the_denied_words_is_denied(snapshot: Snapshot) -> None:
    text = "Some 61 servers were hit, and at last, after a week of talks, the group paid a ransom of $2.5 million."
    servers, ransom = checked(snapshot, text)
    assert (len(servers["denials"]), len(ransom["denials"])) == (0, 1)


@pytest.mark.parametrize(
    ("words", "things"),
    [
        ("denied that containers had been stolen", {"container", "stolen"}),
        ("denied that its workers had been dismissed", {"workforce", "laid off"}),
    ],
)
def test_what_is_denied_is_told_by_its_words_but_those_that_deny(
    snapshot: Snapshot, words: str, things: set[str]
) -> None:
    asked = "select thing from denied_matter where claim_id in (select claim_id from worded_denial where denial = $d)"
    assert {row["thing"] for row in snapshot.rows(asked, {"d": words})} == things
