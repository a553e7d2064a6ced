"""The words of the pages for what goes wrong."""

from __future__ import annotations

import pytest
from flask import Flask

from dashboard.error_pages import plain_words


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Unknown here; /api/v1/docs lists what is.", "“place” in the address is not understood."),
        ("Unknown: did you mean `sort`?", "“place” in the address is not understood. Did you mean “sort”?"),
        ("Named more than once: `ratio`.", "“place” in the address: Named more than once: “ratio”."),
    ],
)
def test_an_argument_is_refused_in_plain_words(said: str, told: str) -> None:
    assert plain_words("place", said) == told


def test_a_page_guesses_no_name_that_only_looks_a_little_alike(app: Flask) -> None:
    answer = app.test_client().get("/?hull=boats")
    assert answer.status_code == 422
    assert "“hull” in the address is not understood.</p>" in answer.text
    assert "Did you mean “q”?</p>" in app.test_client().get("/?text=boats").text
    assert "Did you mean “limit”?" in app.test_client().get("/?limits=3").text


@pytest.mark.parametrize(("guess", "meant"), [("/article/nk-2", "/documents/nk-2"), ("/outlets", "/sources")])
def test_what_others_call_a_page_leads_to_it(app: Flask, guess: str, meant: str) -> None:
    answer = app.test_client().get(guess)
    assert (answer.status_code, answer.headers["Location"]) == (308, meant)
    assert app.test_client().get(meant).status_code == 200


@pytest.mark.parametrize("path", ["/?q=%FF", "/questions?%FF=1", "/sql?q=select%20%E9", "/sources?measure=%C3"])
def test_a_page_refuses_an_address_whose_bytes_are_no_text(app: Flask, path: str) -> None:
    answer = app.test_client().get(path)
    assert (answer.status_code, "Its bytes are no UTF-8." in answer.text) == (422, True)
    chart = app.test_client().get("/api/v1/charts/overview.json?theme=%FF")
    assert (chart.status_code, chart.content_type) == (422, "application/problem+json")


def test_a_page_names_the_article_whose_id_is_nearly_the_one_asked_for(app: Flask) -> None:
    answer = app.test_client().get("/documents/CH-1")
    assert answer.status_code == 404
    assert "Did you mean &#39;ch-1&#39;?" in answer.text


def test_a_part_of_an_article_is_told_in_plain_digits(app: Flask) -> None:
    for part in ("1_0", "\u0661"):
        assert app.test_client().get("/documents/ch-1", query_string={"part": part}).status_code == 404
