"""From page to page of a list and back again, by addresses alone."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from dashboard.paging import LONGEST_WAY, list_arguments, page_links


def parameters(address: str | None) -> dict[str, str]:
    assert address is not None
    return dict(parse_qsl(urlsplit(address).query))


def test_three_pages_forth_and_two_back_keep_the_filters() -> None:
    asked = {"measure": "deaths"}
    assert page_links("/", asked, None).previous is None
    second = parameters(page_links("/", asked, "token2").following)
    third = parameters(page_links("/", second, "token3").following)
    assert (third["next"], list_arguments(third)) == ("token3", {"measure": "deaths", "next": "token3"})
    back = parameters(page_links("/", third, None).previous)
    assert back == second
    assert page_links("/", back, "token3", "#findings").previous == "/?measure=deaths#findings"


def test_the_first_page_has_the_shortest_address() -> None:
    links = page_links("/questions", {"next": "token"}, None)
    assert (links.first, links.previous, links.following) == ("/questions", "/questions", None)


def test_a_very_long_way_back_is_cut_and_then_tells_no_wrong_page() -> None:
    asked: dict[str, str] = {}
    for number in range(3 * LONGEST_WAY):
        asked = parameters(page_links("/", asked, f"t{number}").following)
    steps = 0
    while (previous := page_links("/", asked, None).previous) is not None:
        asked, steps = parameters(previous), steps + 1
    assert (steps, "next" in asked) == (LONGEST_WAY - 1, True)
