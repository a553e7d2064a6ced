"""An empty list leads to the names that are near the one that was asked for."""

import re
from html import unescape

import pytest
from flask import Flask


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("/?place=Thessaloniki", "/?is_unsure=false&place=Thessaloniki+%3C+Central+Macedonia+%3C+Greece"),
        ("/questions?place=tesaloniki", "/questions?place=Thessaloniki+%3C+Central+Macedonia+%3C+Greece"),
        ("/events?place=Tabasko", "/events?place=Tabasco+%3C+Mexico"),
        ("/?q=layoffs", "/?is_unsure=false&measure=job_cuts"),
    ],
)
def test_the_names_that_are_near_are_offered(app: Flask, asked: str, near: str) -> None:
    client = app.test_client()
    page = unescape(client.get(asked).text)
    addresses = re.findall(r'href="([^"]+)"', page.partition("Did you mean")[2].partition("</p>")[0])
    assert near in addresses
    assert "fits this choice" not in client.get(near).text


def test_nothing_is_offered_where_every_name_is_known_or_none_is_near(app: Flask) -> None:
    client = app.test_client()
    for asked in ("/?place=Xq", "/?measure=troops&ratio__gte=1000", "/?q=zzzz"):
        page = client.get(asked).text
        assert "No finding fits this choice" in page
        assert "Did you mean" not in page
