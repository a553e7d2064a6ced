"""The filter of the pages by how surely claims were read."""

from __future__ import annotations

import pytest
from flask import Flask

from analytics.reading import Snapshot
from dashboard.confidence import CONFIDENCE_CHOICES, confidence_steps
from dashboard.question_page import question_page
from dashboard.questions_page import questions_page

COUNTED = """
    select count(*) as n from claim where question_id = $question_id and restates is null and confidence >= $least
"""


@pytest.fixture(scope="module")
def doubted_question(snapshot: Snapshot) -> str:
    """Return the question with most claims of which some were read less surely than others."""
    asked = """
        select question_id from claim where restates is null group by question_id
        having min(confidence) < max(confidence) order by count(*) desc, question_id limit 1
    """
    return str(snapshot.rows(asked)[0]["question_id"])


def test_each_step_says_how_many_claims_it_leaves(snapshot: Snapshot, doubted_question: str) -> None:
    steps = confidence_steps(snapshot, doubted_question, 1.0)
    least = {"any": 0.0} | {words: float(value) for value, words in CONFIDENCE_CHOICES.items()}
    for step in steps:
        bound = {"question_id": doubted_question, "least": least[step.words]}
        assert step.count == snapshot.rows(COUNTED, bound)[0]["n"]
    assert [step.is_chosen for step in steps] == [False] * (len(steps) - 1) + [True]


def test_a_question_whose_claims_are_all_sure_offers_no_steps(snapshot: Snapshot) -> None:
    sure = "select question_id from claim group by question_id having min(confidence) = 1 limit 1"
    assert confidence_steps(snapshot, str(snapshot.rows(sure)[0]["question_id"]), 0.0) == []


def test_a_question_shows_only_what_was_read_surely_enough(
    app: Flask, snapshot: Snapshot, doubted_question: str
) -> None:
    with app.test_request_context():
        page = question_page(snapshot, doubted_question, {"confidence__gte": "1"})
    shown = page["drawing"].marks
    assert 0 < len(shown) < page["question"]["claim_count"]
    assert {mark.row["confidence"] for mark in shown} == {1}
    chart = f"/api/v1/charts/claim-intervals/rows.json?question_id={doubted_question}&confidence__gte=1"
    drawn = {row["letter"] for row in app.test_client().get(chart).json["data"]}
    assert drawn <= {mark.letter for mark in shown}


@pytest.mark.parametrize(("least", "status"), [("0.9", 200), ("2", 200), ("", 200), ("sure", 422), ("nan", 422)])
def test_any_least_confidence_gives_a_page_or_says_why_not(
    app: Flask, doubted_question: str, least: str, status: int
) -> None:
    assert app.test_client().get(f"/questions/{doubted_question}?confidence__gte={least}").status_code == status


def test_the_questions_are_listed_by_confidence(snapshot: Snapshot) -> None:
    page = questions_page(snapshot, {"confidence__gte": "1"})
    assert {row["confidence"] for row in page["questions"]} == {1}
    assert sum(count for _, count in page["verdict_counts"]) <= page["total"] < questions_page(snapshot, {})["total"]
