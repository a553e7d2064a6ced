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
