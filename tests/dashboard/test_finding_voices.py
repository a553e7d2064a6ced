"""Where the voices of a finding stand, in words."""

from __future__ import annotations

import pytest
from flask import Flask

from analytics.reading import Snapshot
from dashboard.finding_voices import Stand, finding_voices, stands_of, voices_counted
from dashboard.question_page import question_page


def test_where_voices_stand_is_told_both_ends_first() -> None:
    rows = [
        {"stand": "denies", "voices": 1, "names": ["Ana"]},
        {"stand": "both ends", "voices": 2, "names": ["Bo", "Cy"]},
        {"stand": "low end", "voices": 14, "names": ["Di"]},
    ]
    assert stands_of(rows, {"low_value": 4.0}) == [
        Stand(14, "at the lower figure", "low", ["Di"], True),
        Stand(2, "that fit both", "level", ["Bo", "Cy"], True),
        Stand(1, "denies it", "denied", ["Ana"]),
    ]
    assert stands_of(rows, {"low_value": 4.0})[0].unnamed == 13


def test_the_low_end_of_a_finding_without_figures_denies() -> None:
    rows = [{"stand": "high end", "voices": 2, "names": []}, {"stand": "low end", "voices": 1, "names": ["Ana"]}]
    told = [(stand.count, stand.words, stand.side) for stand in stands_of(rows, {"low_value": None})]
    assert told == [(1, "denies it", "denied"), (2, "say so", "high")]


def test_each_independent_voice_of_the_sample_stands_in_one_place(snapshot: Snapshot) -> None:
    findings = snapshot.rows("select * from finding")
    stands = finding_voices(snapshot, findings)
    counted = {question_id: sum(stand.count for stand in told) for question_id, told in stands.items()}
    assert counted == {str(row["question_id"]): row["independent_voices"] for row in findings}


def test_head_list_and_ends_of_a_question_count_the_same_voices(app: Flask, snapshot: Snapshot) -> None:
    for finding in snapshot.rows("select * from finding order by rank limit 12"):
        with app.test_request_context():
            page = question_page(snapshot, str(finding["question_id"]), {})
        listed = len(page["supports"])
        assert page["voice_count"] == finding["independent_voices"]
        assert page["voice_count"] == sum(stand.count for stand in page["stands"])
        assert listed == page["voice_count"] or page["drawing"].is_cut


@pytest.mark.parametrize(
    ("total", "stands", "told"),
    [
        (3, [Stand(2, "", "low", [], True), Stand(1, "", "high", [], True)], "3 independent voices"),
        (
            7,
            [Stand(5, "", "low", [], True), Stand(2, "", "high", [])],
            "5 independent voices behind the two ends, 7 in all",
        ),
        (2, [], "2 independent voices"),
    ],
)
def test_voices_behind_the_ends_are_told_beside_all(total: int, stands: list[Stand], told: str) -> None:
    assert voices_counted(total, stands) == told
