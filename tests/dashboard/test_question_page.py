"""What the page of a question says beside its charts: the marks of its legend, who carries whom, and why joined."""

from __future__ import annotations

from typing import Any

import duckdb
import pytest
from flask import Flask

from analytics.reading import Snapshot
from dashboard.claim_marks import mark_claims
from dashboard.queries import query
from dashboard.question_drawing import QuestionDrawing
from dashboard.question_page import (
    claims_by_article,
    joined_by_reasons,
    question_page,
    scope_notes,
    shown_shapes,
    stances_told,
)
from dashboard.robustness import firmness_sentence, what_it_rests_on


def claim(claim_id: str, value: float | None, **more: object) -> dict[str, object]:
    told = {"claim_id": claim_id, "value": value, "low": value, "high": value, "hedge": "exact", "polarity": "asserted"}
    return {**told, "voice": "Ana", "source": "Wire", "figure": str(value), "restates": None, **more}


def test_the_legend_holds_the_marks_that_the_chart_draws_and_no_others() -> None:
    marks = mark_claims([claim("a", 3), claim("b", 5, hedge="about"), claim("c", None, polarity="denied")], None)
    assert list(shown_shapes(marks)) == ["stated", "hedged", "denied"]
    rounded = mark_claims([claim("a", 300, low=285, high=315), claim("b", 500)], None)
    assert list(shown_shapes(rounded)) == ["stated", "rounded"]


@pytest.mark.parametrize(("ends", "side"), [(("low", "high"), "level"), (("plan", "plan2"), "low")])
def test_a_plan_takes_a_side_only_where_plans_are_disputed(ends: tuple[str, str], side: str) -> None:
    claims = [
        claim("low", 4),
        claim("high", 10),
        claim("plan", 4, polarity="expected"),
        claim("plan2", 10, polarity="expected"),
    ]
    finding = {"low_claim_id": ends[0], "high_claim_id": ends[1]}
    sides = {mark.claim_id: mark.side for mark in mark_claims(claims, finding)}
    assert sides["plan"] == side


def test_pairs_that_the_same_reasons_join_are_told_once() -> None:
    def row(score: float, *names: str) -> dict[str, object]:
        return {"score": score, "reasons": [{"feature": name, "weight": 1.0, "reason": f"{name}."} for name in names]}

    links = [("A–B", row(3.0, "days")), ("A–C", row(4.0, "days", "place")), ("B–C", row(2.5, "place", "days"))]
    told = joined_by_reasons(links)
    assert [(group.pairs, group.scores) for group in told] == [(["A–C", "B–C"], (2.5, 4.0)), (["A–B"], (3.0, 3.0))]
    assert told[0].reasons == [("days", 1.0), ("place", 1.0)]


def test_every_claim_stands_behind_one_voice_and_each_reason_is_a_sentence(
    snapshot: Snapshot, busiest_question: str
) -> None:
    page = question_page_without_address(snapshot, busiest_question)
    carried = [mark.claim_id for support in page["supports"] for outlet in support.outlets for mark in outlet.marks]
    assert sorted(carried) == sorted(mark.claim_id for mark in page["drawing"].marks)
    widest = [len(support.outlets) for support in page["supports"]]
    assert widest == sorted(widest, reverse=True)
    reasons = [reason for group in page["links"] for reason, _ in group.reasons]
    assert reasons
    assert all(" " in reason and "_" not in reason for reason in reasons)


def test_a_page_shows_what_came_near_to_its_question_with_the_sentence_and_what_keeps_it_apart(
    snapshot: Snapshot,
) -> None:
    row = snapshot.rows("select * from near_question order by score desc limit 1")[0]
    page = question_page_without_address(snapshot, str(row["question_id"]))
    nearest = page["near"][0]
    assert (nearest.question_id, nearest.title) == (row["near_question_id"], row["near_title"])
    claim = snapshot.rows("select quote from claim where claim_id = ?", [row["near_claim_id"]])[0]
    assert "".join(piece.text for piece in nearest.quote) == claim["quote"]
    assert any(piece.mark for piece in nearest.quote)
    assert nearest.reasons
    assert all("(" not in reason and not reason.endswith(".") for reason in nearest.reasons)
    assert ("near-title", "Kept apart") in page["sections"]


def question_page_without_address(snapshot: Snapshot, question_id: str) -> dict[str, Any]:
    with Flask("words").test_request_context("/"):
        return question_page(snapshot, question_id, {})


def test_a_finding_that_survives_any_one_source_does_not_promise_its_ends() -> None:
    told = firmness_sentence("holds without any one source, and even if every interval were twice as wide")
    assert told.startswith("No single source carries this: leave any one out and figures still stand apart")
    assert firmness_sentence("ends without Reuters") == "Without Reuters no dispute is left."


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"rests_on": "Reuters"}, ("Reuters", "without it no dispute is left")),
        ({"rests_on": "Post, Wire"}, ("Post and Wire", "without either no dispute is left")),
        ({"rests_on": "Dagblad, Post, Wire"}, ("Dagblad and Post and Wire", "without any of them no dispute is left")),
        ({"holds_without_echoes": False}, ("echoes", "no dispute is left where each voice and text counts once")),
        (
            {"holds_without_echoes": True, "holds_when_doubled": False},
            ("narrow figures", "no dispute would be left if each were read twice as wide"),
        ),
        ({"holds_without_echoes": True, "holds_when_doubled": True}, None),
    ],
)
def test_the_facts_name_what_alone_carries_a_finding(row: dict[str, object], told: tuple[str, str] | None) -> None:
    assert what_it_rests_on(row) == told


def test_claims_without_a_figure_are_counted_by_what_they_do() -> None:
    marks = mark_claims(
        [
            claim("a", 3),
            claim("b", None, polarity="denied", kind="stance"),
            claim("c", None, polarity="denied", kind="stance"),
            claim("d", 5, polarity="denied", kind="quantity"),
            claim("e", None, polarity="unconfirmed", kind="stance"),
            claim("f", None, kind="quantity", hedge="relative"),
        ],
        None,
    )
    assert stances_told(marks) == "2 deny it, 1 denies a figure and 1 neither confirms nor denies"


def test_claims_that_one_difference_parts_are_told_in_one_note() -> None:
    marks = mark_claims([claim("all", 30), claim("too", 20), claim("part", 9)], None)
    scope = {"verdict": "scope", "scope_note": "class", "gap": 0.5}
    pairs = {frozenset((name, "part")): scope for name in ("all", "too")}
    drawing = QuestionDrawing({}, None, None, [], marks, pairs, {})
    assert scope_notes(drawing, {"class": "They count different classes."}) == [
        "A (30) and B (20) against C (9): they count different classes, and the figures lie apart."
    ]


def test_claims_told_in_two_units_are_drawn_in_the_question_s():
    connection = duckdb.connect()
    connection.execute(
        """
        create table unit as
        select *
        from (values ('mile', 'length', 1609.344), ('kilometre', 'length', 1000)) as t (unit, dimension, factor);
        create table question as select 'q' as question_id, 'mile' as unit;
        create table claim as
        select 'q' as question_id, claim_id, value, value as low, value as high, unit, '' as reported_at, confidence
        from (values ('near', 19.0, 'mile', 1), ('far', 32.18688, 'kilometre', 0.8), ('doubted', 5, 'mile', 0.7))
            as t (claim_id, value, unit, confidence);
        create table finding as select 'q' as question_id, 'near' as low_claim_id, 'far' as high_claim_id;
        create table comparable_claim as
        select claim_id, null as replaces, null as polarity, null as denies_voice_id, null as voice_id from claim;
        create table withdrawn_figure as select claim_id, null as withdrawn_by_claim_id from claim limit 0;
        """
    )
    rows = connection.execute(query("question_claims"), {"question_id": "q", "least_confidence": 0.8, "each_end": 40})
    names = [column[0] for column in rows.description]
    claims = [dict(zip(names, row, strict=True)) for row in rows.fetchall()]
    assert [(claim["claim_id"], claim["low"], claim["unit"]) for claim in claims] == [
        ("far", pytest.approx(20), "mile"),
        ("near", 19, "mile"),
    ]


def test_it_is_told_at_once_which_claims_are_of_one_article_where_each_has_another_beside_it() -> None:
    marks = mark_claims(
        [claim(name, value, document_id=name[0]) for name, value in (("a1", 3), ("b1", 4), ("a2", 5))], None
    )
    assert claims_by_article(marks) == ""
    marks = mark_claims(
        [claim(name, value, document_id=name[0]) for name, value in (("a1", 3), ("b1", 4), ("a2", 5), ("b2", 6))], None
    )
    letters = {mark.claim_id: mark.letter for mark in marks}
    told = {frozenset(group.split(" and ")) for group in claims_by_article(marks).split("; ")}
    assert told == {frozenset((letters["a1"], letters["a2"])), frozenset((letters["b1"], letters["b2"]))}


def test_the_evidence_tells_of_an_article_once_where_every_row_would(app: Flask, snapshot: Snapshot) -> None:
    asked = """
        with counted as (
            select question_id, document_id, count(*) as n from claim where restates is null group by all
        )
        select question_id from counted group by question_id having min(n) > 1 and count(*) > 1 limit 1
    """
    page = app.test_client().get(f"/questions/{snapshot.rows(asked)[0]['question_id']}").text
    assert "Claims of one article: " in page
    assert "same article as" not in page


def test_one_voice_that_moves_is_not_said_to_be_without_a_dispute(app: Flask, snapshot: Snapshot) -> None:
    asked = "select question_id from question where verdict = 'update' and voice_count = 1 limit 1"
    page = app.test_client().get(f"/questions/{snapshot.rows(asked)[0]['question_id']}").text
    assert "One independent voice answers this question." in page
    assert "No two answers are in dispute" not in page
