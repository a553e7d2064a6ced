"""The page that checks a draft: what the voices say, in rows instead of one long sentence."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask

from dashboard.draft_page import answers_by_verdict, compared_told, read_as


def said(voice: str, figure: str, verdict: str, affiliation: str | None = None) -> dict[str, Any]:
    return {"voice": voice, "source": "Post", "voice_affiliation": affiliation, "figure": figure, "verdict": verdict}


def test_voices_stand_by_their_verdict_the_heaviest_first() -> None:
    told = [
        said("Ana Ruiz", "8,000", "agrees", "Norland"),
        said("Bo", "4,500", "contradicts"),
        said("Cy", "about 7,000", "differs"),
        said("Di", "denied", "contradicts"),
    ]
    assert answers_by_verdict(told) == [
        ("contradicts", [("Bo", "4,500"), ("Di", "denied")]),
        ("differs", [("Cy", "about 7,000")]),
        ("agrees", [("Ana Ruiz (Norland)", "8,000")]),
    ]


def test_a_voice_with_two_figures_stands_once_where_it_weighs_most() -> None:
    told = [said("Bo", "8,000", "echo"), said("Bo", "4,500", "contradicts")]
    assert answers_by_verdict(told) == [("contradicts", [("Bo", "4,500")])]
    assert answers_by_verdict([]) == []


def test_a_figure_says_with_how_many_claims_it_was_compared_and_why_not_with_the_others() -> None:
    assert compared_told(1, {"claim_count": 1}, {}) == "Compared with its one claim."
    assert compared_told(5, {"claim_count": 5}, {}) == "Compared with all 5 claims."
    assert compared_told(14, {"claim_count": 19}, {"unanswered": 4, "repeated": 0}) == (
        "Compared with 14 of its 19 claims; of the others 4 neither confirm nor deny, 1 cannot be held against it."
    )


def test_a_figure_says_what_it_was_taken_for() -> None:
    reading = {"actor": None, "place": "Kursk < Russia", "as_of": "2024-10-30", "claimant": "Ana Prest"}
    assert read_as("people_in_shelters", reading) == [
        ("What", "people in shelters"),
        ("Where", "Kursk, Russia"),
        ("When", "30 Oct 2024"),
        ("Who says it", "Ana Prest"),
    ]
    own = {"actor": None, "place": None, "as_of": None, "claimant": None}
    assert read_as("deaths", own) == [("What", "deaths")]


@pytest.mark.parametrize("published_at", ["bananas", "2026-02-30", "2026-13-45"])
def test_a_date_that_is_none_is_told_beside_its_field(app: Flask, published_at: str) -> None:
    answer = app.test_client().post("/draft", data={"text": "It cost 300 lives.", "published_at": published_at})
    assert answer.status_code == 422
    assert f'id="date-fault" role="alert">“{published_at}” must be an ISO 8601 date' in answer.text
    assert "result-title" not in answer.text.split("</form>")[1]
    assert "It cost 300 lives." in answer.text


def test_a_figure_that_nothing_stands_beside_says_so(app: Flask) -> None:
    answer = app.test_client().post("/draft", data={"text": "The harbour authority said 31 kites had sunk in Malta."})
    assert answer.status_code == 200
    assert "1 claim found" in answer.text


def test_figures_that_nothing_answers_are_named_in_one_line(app: Flask) -> None:
    text = "The harbour authority said 31 kites had sunk in Malta. It cost 77 drachmas, and 12 herons were painted."
    page = app.test_client().post("/draft", data={"text": text}).text
    assert page.count("answers the same question") == 1
    assert all(f'href="#figure-{number}"' in page.split('id="unanswered"')[1] for number in (1, 2, 3))
    assert 'href="#unanswered"' in page


def test_what_somebody_denies_has_a_mark_of_its_own(app: Flask) -> None:
    text = "The gates of the Peñitas dam were opened. Work began."
    page = app.test_client().post("/draft", data={"text": text}).text
    assert "0 claims found, and 1 sentence that somebody denies" in page
    assert '<a class="claim denied" id="figure-1" href="#answer-1"><mark>The gates of the Peñitas dam were' in page
    assert "denied that the gates of the Peñitas dam had been opened" in page
    assert 'class="badge denied"' in page


def test_who_denies_a_figure_stands_in_one_group_whatever_the_words(app: Flask) -> None:
    text = "About 7,500 North Korean soldiers were in Russia on 31 October 2024."
    page = app.test_client().post("/draft", data={"text": text}).text
    assert page.count('class="badge denied"') == 1
    group = page.split('class="badge denied"')[1].split("</ul>")[0]
    assert "first denied sending anybody" in group
    assert "<b><bdi>Vasily Nebenzia (Russia)</bdi></b> <bdi>denies it</bdi>" in group
    assert '<dd class="denied">' not in page
