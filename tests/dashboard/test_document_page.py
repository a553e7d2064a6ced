"""How the margin of an article says what a claim is to the other that it is told with."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from dashboard.document_page import by_weight, relation, stance_words, stances_once, told_once


@pytest.mark.parametrize(
    ("own", "other", "told"),
    [
        (("2026-05-01", "2026-05-02"), ("2026-05-03", "2026-05-03"), "later became"),
        (("2026-05-03", "2026-05-03"), ("2026-05-01", "2026-05-02"), "moved from"),
        (("2026-05-03", "2026-05-04"), ("2026-05-03", "2026-05-03"), "moved from"),
        ((None, "2026-05-01"), (None, "2026-05-03"), "later became"),
    ],
)
def test_a_figure_that_moved_says_from_where_or_to_where(
    own: tuple[str | None, str], other: tuple[str | None, str], told: str
) -> None:
    claim, against = (dict(zip(("as_of", "reported_at"), dates, strict=True)) for dates in (own, other))
    assert relation(claim, {"verdict": "update", **against}) == told


def test_a_figure_that_did_not_move_says_how_it_stands() -> None:
    assert relation({}, {"verdict": "contradicts"}) == "against"


def test_the_margin_tells_one_place_once_where_two_claims_would_read_the_same() -> None:
    ill = {
        "char_start": 4,
        "char_end": 6,
        "figure": "45",
        "voice": "Ana",
        "question_asks": None,
        "question_title": "Ill",
        "verdict": None,
        "against": None,
    }
    other_place, other_figure = {**ill, "char_start": 9}, {**ill, "figure": "about 45"}
    assert told_once([ill, {**ill, "question_id": "b"}, other_place, other_figure]) == [ill, other_place, other_figure]


def test_a_claim_without_a_figure_says_what_its_voice_does() -> None:
    assert [stance_words(figure) for figure in ("denied", "asserted", "about 40")] == ["denied it", "said so", ""]


def test_the_margin_gathers_claims_by_question_the_heaviest_first() -> None:
    march = {"question_id": "march", "voice": "Police", "verdict": "contradicts", "against": None}
    low = {**march, "figure": "900", "against": {"figure": "4,000", "voice": "Organisers"}}
    high = {**march, "figure": "4,000", "voice": "Organisers", "against": {"figure": "750", "voice": "The mayor"}}
    age = {"question_id": "age", "figure": "69", "voice": "Herald", "verdict": "agrees", "against": None}
    lone = {"question_id": "buses", "figure": "3", "voice": "Herald", "verdict": None, "against": None}
    groups = by_weight([age, low, lone, high])
    assert [(group.verdict, group.first, len(group.claims)) for group in groups] == [
        ("contradicts", low, 2),
        ("agrees", age, 1),
    ]
    assert [claim["against"] for claim in groups[0].claims] == [None, {"figure": "750", "voice": "The mayor"}]


def test_a_denial_told_twice_by_one_voice_is_one_note_of_the_margin() -> None:
    denial = {"figure": "denied", "voice": "The port", "against": None}
    twice = [{**denial, "claim_id": "a"}, {**denial, "claim_id": "b", "against": None}]
    other = {**denial, "claim_id": "c", "voice": "The union"}
    figure = {**denial, "figure": "40", "claim_id": "d"}
    notes = stances_once([*twice, other, figure, {**figure, "claim_id": "e"}])
    assert [(note["claim_id"], note["also"]) for note in notes] == [("a", ["b"]), ("c", []), ("d", []), ("e", [])]


def test_the_marks_of_an_article_have_their_key_also_those_that_take_no_side(app: Flask) -> None:
    article = app.test_client().get("/documents/nk-1").text
    assert re.search(r'<li class="badge none">.*?Nothing to compare <span class="count">\d', article)
