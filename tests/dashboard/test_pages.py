"""The pages in headless Chromium: readable at every size, silent in the console, closed to other machines."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit
from xml.etree import ElementTree

import duckdb
import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

import api
from analytics.reading import Snapshot
from dashboard.charts.palette import PALETTES
from dashboard.numerals import date_text
from tests.conftest import PATIENCE
from tests.dashboard.conftest import application, serving
from tests.dashboard.hostile_articles import ENDLESS, RIGHT_TO_LEFT, SCRIPT, hostile_articles

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text(encoding="utf-8")
DESK: dict[str, Any] = {"viewport": {"width": 1400, "height": 900}}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
PAGES = [
    "findings", "events", "event", "questions", "question", "document", "method", "sources", "source", "changes", "sql",
    "draft",
]  # fmt: skip
UNFOLDED = "[data-chart]:not(details:not([open]) *)"
"""The charts that a page draws as it opens."""
ON_SCREEN = ":scope > :not(.for-paper) > svg.marks"
"""The drawing of a chart on the screen: another, for paper, waits unseen beside it."""
SCREENS = {
    "light": {**DESK, "color_scheme": "light"},
    "dark": {**DESK, "color_scheme": "dark"},
    "phone": {**PHONE, "color_scheme": "light"},
}


@pytest.fixture(scope="session")
def addresses(snapshot: Snapshot, busiest_question: str) -> dict[str, str]:
    """Give the address of each kind of page."""
    document = snapshot.rows("select document_id, source from document order by claim_count desc, document_id limit 1")[
        0
    ]
    event = snapshot.rows("select event_id from event order by moving_count desc, rank limit 1")[0]
    return {
        "findings": "/",
        "events": "/events",
        "event": f"/events/{event['event_id']}",
        "question": f"/questions/{busiest_question}",
        "document": f"/documents/{quote(str(document['document_id']), safe='')}",
        "method": "/about",
        "questions": "/questions",
        "sources": "/sources",
        "source": f"/sources/{quote(str(document['source']), safe='')}",
        "changes": "/changes",
        "sql": "/sql",
        "draft": "/draft",
    }


GUESSES = {"/findings": "/", "/findings?measure=deaths": "/?measure=deaths", "/method": "/about", "/check/": "/draft"}


@pytest.mark.parametrize(("guess", "meant"), GUESSES.items())
def test_a_guessed_address_leads_to_its_page(app: Flask, guess: str, meant: str) -> None:
    client = app.test_client()
    answer = client.get(guess)
    assert (answer.status_code, answer.headers["Location"]) == (308, meant)
    assert client.get(meant).status_code == 200


class Watched:
    """A page whose console, requests and policy are watched."""

    def __init__(self, context: BrowserContext, server: str) -> None:
        context.set_default_timeout(PATIENCE * 1000)
        self.page = context.new_page()
        self.server = server
        self.heard: list[str] = []
        self.page.on("console", lambda message: self.heard.append(message.text))
        self.page.on("pageerror", lambda error: self.heard.append(str(error)))
        self.page.on("request", lambda request: self._note(request.url))

    def _note(self, url: str) -> None:
        if not url.startswith((self.server, "data:", "blob:")):
            self.heard.append(f"asked another machine: {url}")

    def json(self, address: str) -> Any:
        """Give what an address of the API answers."""
        return json.loads(self.page.request.get(self.server + address).text())

    def open(self, address: str) -> Page:
        """Open an address and wait until its charts are drawn."""
        self.page.goto(self.server + address)
        self.page.wait_for_selector("body[data-ready]")
        return self.page


@pytest.fixture(params=list(SCREENS))
def screen(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[Watched]:
    context = browser.new_context(**SCREENS[request.param])
    yield Watched(context, server)
    context.close()


@pytest.fixture
def desk(browser: Browser, server: str) -> Iterator[Watched]:
    context = browser.new_context(**SCREENS["light"], accept_downloads=True)
    yield Watched(context, server)
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_its_screen_makes_no_noise_and_is_open_to_all(
    screen: Watched, addresses: dict[str, str], name: str
) -> None:
    page = screen.open(addresses[name])
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert page.locator("h1").count() == 1
    assert screen.heard == []
    assert serious_barriers(page) == []


def serious_barriers(page: Page) -> list[tuple[str, str]]:
    """Let axe-core look for what keeps people out: rule and first element of each serious finding."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run()")["violations"]
    return [(each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] in ("serious", "critical")]


def unfold_filters(page: Page) -> None:
    page.locator(".more summary").click()
    expect(page.locator("[name=opened_at__gte]")).to_be_visible()


def show_tables(page: Page) -> None:
    for details in page.locator("details").all():
        details.evaluate("details => { details.open = true; }")
    for table in page.locator("[data-rows]").all():
        expect(table.locator("tbody tr").first).to_be_attached()


COPIED = """selector => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector(selector));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return getSelection().toString();
}"""
"""The text of the first element that a selector finds, as whoever selects it would copy it."""


def check_a_draft(page: Page) -> None:
    page.locator("textarea").fill("The United States believes about 8,000 North Korean soldiers are in Russia.")
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".margin li").first).to_be_visible()


def run_a_query(page: Page) -> None:
    write_query(page, "select measure, count(*) as n from claim group by all limit 5")
    page.keyboard.press("Control+Enter")
    # In the dark a light drawing for paper stands beside it.
    expect(page.locator(".quick svg").first).to_be_visible()


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "filters unfolded": ("findings", unfold_filters),
    "tables of the findings": ("findings", show_tables),
    "everything unfolded": ("question", show_tables),
    "tables of the sources": ("sources", show_tables),
    "a draft's result": ("draft", check_a_draft),
    "a query's result": ("sql", run_a_query),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", list(STATES))
def test_a_page_in_use_is_open_to_all(
    browser: Browser, server: str, addresses: dict[str, str], state: str, scheme: str
) -> None:
    context = browser.new_context(**SCREENS[scheme])
    watched = Watched(context, server)
    name, use = STATES[state]
    page = watched.open(addresses[name])
    use(page)
    assert serious_barriers(page) == []
    assert watched.heard == []
    context.close()


def test_a_mark_tells_its_claim_on_hover(desk: Watched, addresses: dict[str, str]) -> None:
    page = desk.open(addresses["question"])
    page.locator('[data-chart*="claim-intervals"] .mark-symbol path:not([fill="transparent"])').first.hover(force=True)
    expect(page.locator("#vg-tooltip-element")).to_contain_text("In their words")
    assert desk.heard == []


def test_charts_are_drawn_and_told_in_words(desk: Watched, addresses: dict[str, str]) -> None:
    page = desk.open(addresses["question"])
    plots = page.locator(UNFOLDED)
    assert plots.count() >= 2
    for plot in plots.all():
        assert plot.locator(ON_SCREEN).count() == 1
        assert len(plot.get_attribute("aria-label") or "") > 20


def test_a_mark_leads_to_the_sentence_and_the_sentence_to_the_article(desk: Watched, addresses: dict[str, str]) -> None:
    page = desk.open(addresses["question"])
    page.locator('[data-chart*="claim-intervals"] .mark-symbol path:not([fill="transparent"])').first.click(force=True)
    page.wait_for_url("**#claim-*")
    claim_id = page.url.rsplit("#claim-", 1)[1]
    expect(page.locator(f"#claim-{claim_id} mark")).to_be_visible()
    page.locator(f"#claim-{claim_id}").get_by_text("Read it in the article").click()
    page.wait_for_url("**/documents/**")
    assert page.url.endswith(f"#claim-{claim_id}")
    expect(page.locator(f"#claim-{claim_id}")).to_be_in_viewport()


def test_the_marked_words_are_those_of_the_text(desk: Watched, snapshot: Snapshot, addresses: dict[str, str]) -> None:
    page = desk.open(addresses["document"])
    claims = snapshot.rows(
        "select claim_id, document.text[char_start + 1 : char_end] as written from claim "
        "join document using (document_id) where document_id = $id and char_start is not null",
        {"id": addresses["document"].removeprefix("/documents/")},
    )
    for claim in claims:
        marked = page.locator(f"#claim-{claim['claim_id']} mark").text_content() or ""
        assert str(claim["written"]) in marked


HELD_CLAIMS = "select * from claim where question_id = $id and restates is null"
STANCES_IN_A_SENTENCE = {"denied": r"“.+”|den(y|ies) (it|that figure)", "asserted": r"“.+”|(?:that )?it is so"}


def test_the_page_shows_what_the_api_and_the_file_hold(desk: Watched, snapshot: Snapshot) -> None:
    findings = snapshot.rows("select question_id, ratio, low_figure, high_figure from finding order by question_id")
    for row in Random(6).sample(findings, 10):  # noqa: S311 - a choice, no secret
        page = desk.open(f"/questions/{row['question_id']}")
        told = page.locator("p.lead").inner_text()
        for figure in (str(row["low_figure"]), str(row["high_figure"])):
            assert re.search(STANCES_IN_A_SENTENCE.get(figure, re.escape(figure)), told)
        payload = desk.json(f"/api/v1/questions/{row['question_id']}")
        assert payload["finding"]["ratio"] == row["ratio"]
        held = snapshot.rows(
            "select * from claim where question_id = $id and restates is null", {"id": row["question_id"]}
        )
        shown = {each.get_attribute("id") for each in page.locator(".evidence tbody tr").all()}
        in_api = {claim["claim_id"] for claim in payload["claims"] if not claim["restates"]}
        assert shown == {f"claim-{claim_id}" for claim_id in in_api} == {f"claim-{claim['claim_id']}" for claim in held}
        drawn = desk.json(f"/api/v1/charts/claim-intervals/rows.json?question_id={row['question_id']}")["data"]
        ends = {claim["claim_id"]: (claim["value"], claim["low"], claim["high"]) for claim in held}
        assert all((mark["value"], mark["low"], mark["high"]) == ends[mark["claim_id"]] for mark in drawn)


def test_each_download_opens_and_holds_the_rows_of_the_api(
    desk: Watched, snapshot: Snapshot, busiest_question: str
) -> None:
    page = desk.open(f"/questions/{busiest_question}")
    intervals = page.locator("section", has=page.locator("#intervals-title"))
    files = {}
    for name in ("CSV", "Parquet", "PNG", "SVG"):
        with page.expect_download() as download:
            intervals.get_by_role("link", name=name).click()
        files[name] = Path(download.value.path())
    expected = {claim["claim_id"] for claim in desk.json(f"/api/v1/questions/{busiest_question}")["claims"]}
    rows = csv.DictReader(io.StringIO(files["CSV"].read_text(encoding="utf-8")))
    assert {row["claim_id"] for row in rows} == expected
    with duckdb.connect() as connection:
        kept = connection.execute("select claim_id from read_parquet($1)", [str(files["Parquet"])]).fetchall()
    assert {row[0] for row in kept} == expected
    listed = desk.json(str(intervals.get_by_role("link", name="JSON").get_attribute("href")))
    assert {claim["claim_id"] for claim in listed["data"]} == expected
    assert files["PNG"].read_bytes().startswith(b"\x89PNG")
    assert ElementTree.parse(files["SVG"]).getroot().tag.endswith("svg")  # noqa: S314 - our own picture


def test_a_chart_shows_its_rows_as_a_table(desk: Watched, addresses: dict[str, str]) -> None:
    page = desk.open(addresses["question"])
    details = page.locator("details[data-rows]").first
    details.locator("summary").click()
    payload = desk.json(str(details.get_attribute("data-rows")))
    expect(details.locator("tbody tr")).to_have_count(len(payload["data"]))
    assert details.locator("thead th").all_inner_texts() == [column["title"] for column in payload["columns"]]
    first = [payload["data"][0][column["name"]] for column in payload["columns"]]
    assert details.locator("tbody tr").first.locator("th, td").all_inner_texts() == [
        str(value or "–") for value in first
    ]


def test_the_matrix_tells_its_reasons_to_the_keyboard(desk: Watched, addresses: dict[str, str]) -> None:
    page = desk.open(addresses["question"])
    told = {row["spoken"] for row in desk.json(matrix_rows(addresses))["data"]}
    assert told >= walked(page.locator("#plot-most-different"), page.locator(".readout").first)
    page.locator(".all-pairs > summary").click()
    page.locator("#plot-verdict-matrix svg").wait_for()
    assert told >= walked(page.locator("#plot-verdict-matrix"), page.locator(".all-pairs .readout"))


WAIT_TO_BE_IDLE = "window.whenIdle = []; window.requestIdleCallback = (work) => whenIdle.push(work);"


def test_the_drawing_for_paper_leaves_the_focus_where_it_is(desk: Watched, addresses: dict[str, str]) -> None:
    desk.page.add_init_script(WAIT_TO_BE_IDLE)
    plot = desk.open(addresses["question"]).locator("#plot-most-different")
    walk_start = plot.locator('path[tabindex="0"]')
    walk_start.focus()
    desk.page.evaluate("() => Promise.all(whenIdle.map((work) => work()))")
    expect(plot.locator(".for-paper")).to_be_attached()
    expect(walk_start).to_be_focused()


AT_THE_PLACE = """([id, told, width]) => {
    const plot = document.getElementById(id), drawing = plot.querySelector("svg");
    const at = document.activeElement;
    return drawing.getAttribute("width") !== width && drawing.contains(at) && at.getAttribute("aria-label") === told
        && plot.querySelectorAll(":scope > :not(.for-paper) [tabindex='0']").length === 1;
}"""
"""Whether a chart has been drawn anew in another width, and its walk stands where it stood."""


def test_the_walk_keeps_its_place_where_the_chart_is_drawn_anew(desk: Watched, addresses: dict[str, str]) -> None:
    page = desk.open(addresses["question"])
    plot = page.locator("#plot-most-different")
    plot.locator('path[tabindex="0"]').focus()
    page.keyboard.press("ArrowDown")
    place = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.emulate_media(color_scheme="dark")
    expect(plot).to_have_attribute("data-theme", "dark")
    page.wait_for_function(AT_THE_PLACE, arg=["plot-most-different", place, ""])
    page.emulate_media(color_scheme="light")
    width = plot.locator(ON_SCREEN).get_attribute("width")
    page.set_viewport_size({"width": 900, "height": 800})
    page.wait_for_function(AT_THE_PLACE, arg=["plot-most-different", place, width])


def test_the_first_sheet_holds_the_headline_and_the_chart_of_all_claims(
    desk: Watched, addresses: dict[str, str]
) -> None:
    page = desk.open(addresses["question"])
    drawing = page.locator("#plot-claim-intervals .for-paper svg")
    expect(drawing).to_have_count(1)
    page.set_viewport_size({"width": SHEET_WIDTH, "height": SHEET_HEIGHT})
    page.emulate_media(media="print")
    box = page.locator("#plot-claim-intervals").bounding_box()
    assert box
    assert box["y"] + box["height"] <= SHEET_HEIGHT
    drawn = drawing.bounding_box()
    assert drawn
    assert drawn["width"] / drawn["height"] == pytest.approx(sides_of_view_box(drawing), rel=0.01)


def test_a_chart_made_smaller_for_its_sheet_still_fills_it_from_side_to_side(
    desk: Watched, addresses: dict[str, str]
) -> None:
    drawing = desk.open(addresses["question"]).locator("#plot-claim-intervals .for-paper svg")
    expect(drawing).to_have_count(1)
    assert float(str(drawing.get_attribute("width"))) >= FULL_WIDTH


FULL_WIDTH = 620
"""Px that a drawing for paper has at least: its place has 640, and widths go in steps of 20."""


def test_each_sheet_says_where_it_is_from(desk: Watched, snapshot: Snapshot) -> None:
    page = desk.open("/questions?q=boats")
    rules = "document.adoptedStyleSheets.map(sheet => sheet.cssRules[0].cssText).join()"
    foot = str(page.evaluate(rules))
    for told in ("/questions?q=boats", f"build {snapshot.build_id}", "printed "):
        assert told in foot


SHEET_WIDTH, SHEET_HEIGHT = 688, 1009
"""Px that a sheet of A4 has between its margins."""


def sides_of_view_box(drawing: Locator) -> float:
    """Give the width of what a drawing shows as a share of its height."""
    _, _, width, height = map(float, str(drawing.get_attribute("viewBox")).split())
    return width / height


def matrix_rows(addresses: dict[str, str]) -> str:
    """Give the address of the pairs of the fullest question."""
    return f"/api/v1/charts/verdict-matrix/rows.json?question_id={addresses['question'].rsplit('/', 1)[1]}"


def walked(plot: Locator, readout: Locator) -> set[str]:
    """Go one field down by the keyboard and give what the two fields say."""
    plot.locator('path[tabindex="0"]').focus()
    first = readout.inner_text()
    plot.page.keyboard.press("ArrowDown")
    second = readout.inner_text()
    assert first != second
    return {first, second}


def test_filters_narrow_the_list_and_live_in_the_address(desk: Watched, snapshot: Snapshot) -> None:
    page = desk.open("/")
    page.locator(".chip", has_text="Contradicts").click()
    page.wait_for_url("**verdict__in=contradicts*")
    expected = snapshot.rows("select count(*) as n from finding where verdict = 'contradicts'")[0]["n"]
    assert str(expected) in page.locator(".list-head p").first.inner_text()
    page.go_back()
    page.wait_for_url(desk.server + "/")
    assert not page.locator(".chip input").first.is_checked()


def test_a_chart_without_any_width_keeps_its_drawing(desk: Watched) -> None:
    page = desk.open("/")
    page.evaluate("document.querySelector('#plot-overview').style.display = 'none'")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("#plot-findings-by-spread")).to_have_attribute("data-theme", "dark")
    page.evaluate("document.querySelector('#plot-overview').style.display = ''")
    expect(page.locator(f"#plot-overview {ON_SCREEN.removeprefix(':scope > ')}")).to_be_visible()
    page.emulate_media(color_scheme="light")
    # Two changes at once are none.
    expect(page.locator("#plot-findings-by-spread")).to_have_attribute("data-theme", "light")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("#plot-overview")).to_have_attribute("data-theme", "dark")
    assert desk.heard == []


def test_a_bar_of_the_overview_narrows_the_list(desk: Watched, snapshot: Snapshot) -> None:
    page = desk.open("/")
    bars = page.locator("#plot-findings-by-spread .mark-rect").nth(1).locator("path")
    bars.nth(1).click(force=True)
    page.wait_for_url("**ratio__gte=1.5&ratio__lt=2*")
    page.wait_for_selector("body[data-ready]")
    expect(page.locator("[name=ratio__gte]")).to_be_focused()
    expected = snapshot.rows("select count(*) as n from finding where ratio >= 1.5 and ratio < 2")[0]["n"]
    assert expected
    expect(page.locator(".list-head p").first).to_contain_text(f"{expected} finding")
    expect(page.locator("[name=ratio__gte] option:checked")).to_have_text(f"1.5 to 2× ({expected})")
    page.locator("[name=independent_voices__gte]").select_option("3")
    page.wait_for_url("**independent_voices__gte=3*")
    assert "ratio__lt=2" in page.url
    page.go_back()
    page.go_back()
    page.wait_for_selector("body[data-ready]")
    assert page.locator("#plot-findings-by-spread").locator(ON_SCREEN).count() == 1


def test_the_bars_are_walked_and_chosen_by_keys(desk: Watched) -> None:
    page = desk.open("/")
    page.locator("#plot-findings-by-spread path[tabindex='0']").first.focus()
    page.keyboard.press("ArrowRight")
    bar = page.get_by_role("link", name="1.5 to 2×")
    expect(bar).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**ratio__gte=1.5&ratio__lt=2*")


def test_questions_are_listed_by_verdict_also_where_nothing_stands_apart(desk: Watched, snapshot: Snapshot) -> None:
    page = desk.open("/questions")
    chip = page.locator(".chip").last
    verdict = chip.locator("input").get_attribute("value")
    expected = snapshot.rows("select count(*) as n from question where verdict = $verdict", {"verdict": verdict})
    chip.click()
    page.wait_for_url(f"**verdict__in={verdict}*")
    assert page.locator("tbody tr").count() == min(50, int(str(expected[0]["n"])))


def test_the_bars_of_the_overview_are_reached_by_their_table(desk: Watched, snapshot: Snapshot) -> None:
    page = desk.open("/")
    details = page.locator('[data-rows*="findings-by-spread"]')
    details.locator("summary").press("Enter")
    link = details.get_by_role("link", name="1.5 to 2×").first
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**ratio__gte=1.5&ratio__lt=2*")
    expected = snapshot.rows("select count(*) as n from finding where ratio >= 1.5 and ratio < 2")[0]["n"]
    expect(page.locator(".list-head p").first).to_contain_text(f"{expected} finding")


def test_the_dates_offer_stretches_with_their_counts(desk: Watched, snapshot: Snapshot) -> None:
    page = desk.open("/")
    page.locator(".more summary").click()
    offered = page.locator(".recent").nth(1)
    link = offered.get_by_role("link", name="month")
    since = parse_qs(urlsplit(str(link.get_attribute("href"))).query)["moved_at__gte"][0]
    expected = snapshot.rows("select count(*) as n from finding where moved_at >= $since", {"since": since})[0]["n"]
    assert f"month ({expected})" in offered.inner_text()
    link.click()
    page.wait_for_url("**moved_at__gte=*")
    expect(page.locator(".list-head p").first).to_contain_text(f"{expected} finding")
    assert f"({expected})" in page.locator(".field", has=page.locator("[name=moved_at__gte]")).first.inner_text()


@pytest.mark.parametrize("read", ["document", "draft"])
def test_who_copies_a_text_gets_its_figures_and_nothing_that_stands_beside_them(
    desk: Watched, addresses: dict[str, str], read: str
) -> None:
    page = desk.open(addresses[read])
    if read == "draft":
        check_a_draft(page)
    copied = page.evaluate(COPIED, ".article")
    marked = page.locator("p.article mark, .article p mark").first.inner_text()
    after = re.search(re.escape(marked) + r"(.?)", copied)
    assert after
    assert after.group(1) in (" ", ".", ",", "")
    assert "\u2060" not in copied
    assert "not compared" not in copied


def test_a_list_leads_to_the_page_before(desk: Watched) -> None:
    page = desk.open("/questions")
    first = page.locator("tbody th").all_inner_texts()
    page.get_by_role("link", name="Next questions").click()
    page.wait_for_url("**next=*")
    assert page.locator("tbody th").all_inner_texts() != first
    page.get_by_role("link", name="Previous questions").click()
    page.wait_for_url("**/questions")
    assert page.locator("tbody th").all_inner_texts() == first


def test_the_strips_of_a_phone_keep_their_scale(browser: Browser, server: str) -> None:
    context = browser.new_context(**SCREENS["phone"])
    page = Watched(context, server).open("/")
    strip, words = page.locator(".finding .strip").first, page.locator(".finding .scale").first
    assert words.is_visible()
    centre = strip.locator(".axis .centre").bounding_box()
    middle = words.locator("text", has_text="middle").bounding_box()
    assert centre
    assert middle
    assert abs(centre["x"] - (middle["x"] + middle["width"] / 2)) < 2
    context.close()


def test_a_phone_draws_every_source(browser: Browser, server: str, snapshot: Snapshot) -> None:
    context = browser.new_context(**SCREENS["phone"])
    page = Watched(context, server).open("/sources")
    # A name in two lines is two parts of one text, with nothing between them.
    sources = {"".join(str(row["source"]).split()) for row in snapshot.rows("select source from source")}
    for chart in ("voices-by-source", "coverage"):
        texts = page.locator(f"#plot-{chart} text").all_text_contents()
        drawn = {"".join(text.split("…")[0].split()) for text in texts}
        assert all(any(name and source.startswith(name) for name in drawn) for source in sources), chart
    context.close()


def test_a_chosen_verdict_stays_to_be_taken_back_where_nothing_fits(desk: Watched) -> None:
    page = desk.open("/?verdict__in=differs&q=zzz-nothing")
    chip = page.locator("input[name=verdict__in][value=differs]")
    assert chip.is_checked()
    expect(page.locator(".chip", has=chip)).to_contain_text("0")
    page.locator(".chip", has=chip).click()
    page.wait_for_url("**/?q=zzz-nothing**")


def test_a_phone_has_the_first_evidence_at_hand_and_the_rest_behind_a_button(
    browser: Browser, server: str, addresses: dict[str, str]
) -> None:
    context = browser.new_context(**SCREENS["phone"])
    page = Watched(context, server).open(addresses["question"])
    rows = page.locator(".evidence tbody tr")
    assert rows.count() > 10
    assert page.locator(".evidence tr.end:visible").count() == 2
    assert len([row for row in rows.all() if row.is_visible()]) <= 12
    folded = page.locator("details.fold", has_text="Claim against claim")
    assert folded.locator(".plot svg.marks").count() == 0
    folded.locator("> summary").click()
    expect(folded.locator(".plot").locator(ON_SCREEN)).to_be_visible()
    page.get_by_role("button", name="Show all").click()
    assert all(row.is_visible() for row in rows.all())
    context.close()


def test_a_choice_that_fits_nothing_says_what_to_do(desk: Watched) -> None:
    page = desk.open("/?q=zzzzzz")
    assert "No finding fits" in page.locator(".empty").inner_text()
    page.wait_for_selector("body[data-ready]")
    assert desk.heard == []
    page.get_by_role("link", name="show all findings").click()
    expect(page.locator(".finding").first).to_be_visible()


def tab_to(page: Page, selector: str, most: int = 80) -> None:
    """Press Tab until the focus is on what the selector names."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{most} Tabs do not lead to {selector}")


def focused(page: Page) -> Any:
    return page.evaluate("[document.activeElement.name, document.activeElement.value]")


def test_a_list_is_walked_by_arrows_and_asks_at_enter(desk: Watched) -> None:
    page = desk.open("/")
    tab_to(page, "[name=place]")
    opened = page.url
    third = page.locator("[name=place] option").nth(2).get_attribute("value")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert [page.url, focused(page)] == [opened, ["place", third]]
    page.keyboard.press("Enter")
    page.wait_for_url("**place=*")
    expect(page.locator("[name=place]")).to_be_focused()
    assert focused(page) == ["place", third]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    tab_to(page, "form.filters button")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "place=" not in url)
    expect(page.locator("form.filters button")).to_be_focused()


def test_the_keyboard_alone_leads_from_a_filter_to_the_article_and_back(desk: Watched) -> None:
    page = desk.open("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    tab_to(page, ".chip input")
    verdict = focused(page)
    page.keyboard.press("Space")
    page.wait_for_url("**verdict__in=*")
    expect(page.locator(".chip input").first).to_be_focused()
    assert focused(page) == verdict
    filtered = page.url
    tab_to(page, ".finding a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/questions/*")
    question = page.url
    tab_to(page, ".evidence a[href^='/documents/']", most=400)
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/**")
    tab_to(page, "a.claim:target")
    page.keyboard.press("Enter")
    page.wait_for_url("**/questions/*#claim-*")
    page.go_back()
    page.go_back()
    assert page.url == question
    page.go_back()
    assert page.url == filtered
    assert page.locator(".chip input").first.is_checked()
    page.go_forward()
    assert page.url == question


def test_a_long_page_is_crossed_by_its_contents(desk: Watched, addresses: dict[str, str]) -> None:
    page = desk.open(addresses["question"])
    headings = page.locator(".contents a").evaluate_all("links => links.map(link => link.hash.slice(1))")
    assert headings == page.locator("main h2[id]").evaluate_all("titles => titles.map(title => title.id)")
    tab_to(page, ".contents a[href='#evidence-title']", most=28)
    page.keyboard.press("Enter")
    tab_to(page, ".evidence a[href^='/documents/']", most=2)


def test_back_begins_again_at_the_link_that_was_followed(desk: Watched, addresses: dict[str, str]) -> None:
    page = desk.open(addresses["question"])
    link = page.locator(".evidence").get_by_role("link", name="Read it in the article").nth(2)
    link.press("Enter")
    page.wait_for_url("**/documents/**")
    page.go_back()
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.reload()
    expect(page.locator("body")).to_be_focused()


def test_back_on_a_phone_finds_the_sentences_shown_as_they_were_left(
    browser: Browser, server: str, addresses: dict[str, str]
) -> None:
    context = browser.new_context(**SCREENS["phone"])
    page = Watched(context, server).open(addresses["question"])
    page.get_by_role("button", name="Show all").click()
    link = page.locator(".evidence").get_by_role("link", name="Read it in the article").last
    link.click()
    page.wait_for_url("**/documents/**")
    page.go_back()
    expect(link).to_be_focused()
    context.close()


def test_a_page_reads_well_aloud(desk: Watched, addresses: dict[str, str]) -> None:
    page = desk.open("/?verdict__in=differs")
    assert re.match(r"\d+ findings?: differences", page.title())
    page = desk.open("/draft")
    check_a_draft(page)
    assert page.title().startswith("1 claim found")
    expect(page.locator("#result-title")).to_be_in_viewport()
    assert re.search(r"8,000\W+contradicts, number 1", page.locator("a.claim").first.text_content() or "")
    page = desk.open(addresses["question"])
    tables = page.locator(".as-table > summary").all_text_contents()
    assert len(set(tables)) == len(tables)
    page.locator("#plot-most-different svg.marks").first.wait_for()
    assert page.locator(".walked > :not(.for-paper) g[role^=graphics-]").count() == 0


def test_the_ratio_of_a_finding_stands_clear_of_its_question(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 700, "height": 900})
    page = Watched(context, server).open("/")
    for row in page.locator(".finding").all():
        question, ratio = row.locator(".topic > span").last.bounding_box(), row.locator(".ratio").bounding_box()
        assert question
        assert ratio
        assert question["x"] + question["width"] <= ratio["x"] or question["y"] >= ratio["y"] + ratio["height"]
    context.close()


def test_every_table_says_what_it_holds(desk: Watched, addresses: dict[str, str]) -> None:
    for name in PAGES:
        page = desk.open(addresses[name])
        captions = "tables => tables.map(table => table.caption?.textContent)"
        assert all(page.locator("main table").evaluate_all(captions)), name


def test_pointing_at_a_claim_lights_its_line_in_the_margin(desk: Watched, addresses: dict[str, str]) -> None:
    page = desk.open(addresses["document"])
    claim = page.locator("a.claim").first
    claim.focus()
    expect(page.locator(".margin .lit")).to_have_count(1)
    assert page.locator(".margin .lit").get_attribute("id") == str(claim.get_attribute("id")).replace("claim", "margin")
    page.locator(".others summary").click()
    page.locator(".margin li[id]").last.hover()
    expect(page.locator("a.claim.lit")).to_have_count(1)


def test_the_margin_names_the_figure_that_a_claim_stands_against(
    desk: Watched, snapshot: Snapshot, addresses: dict[str, str]
) -> None:
    page = desk.open(addresses["document"])
    contradicted = page.locator(".margin > li", has=page.locator(".badge.contradicts"))
    told = contradicted.locator("li", has=page.locator(".against")).first
    claim_id = str(told.get_attribute("id")).removeprefix("margin-")
    others = snapshot.rows(
        "select distinct other.figure from pair inner join claim as other "
        "on other.claim_id = if(a_claim_id = $id, b_claim_id, a_claim_id) "
        "where verdict = 'contradicts' and $id in (a_claim_id, b_claim_id)",
        {"id": claim_id},
    )
    assert told.locator(".against b").inner_text() in {str(row["figure"]) for row in others}


def write_query(page: Page, sql: str) -> None:
    """Put a query into the editor as one would type it over the one that stands there."""
    page.locator(".editor").get_by_role("textbox").click()
    page.keyboard.press("Control+a")
    page.keyboard.type(sql)


def test_a_query_runs_and_its_limits_are_told_in_words(desk: Watched, snapshot: Snapshot) -> None:
    page = desk.open("/sql")
    write_query(page, "select count(*) as claims from claim")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".result tbody td")).to_have_text(str(snapshot.rows("select count(*) as n from claim")[0]["n"]))
    assert "select+count" in page.url
    write_query(page, "select nothing from nowhere")
    page.get_by_role("button", name="Run").click()
    expect(page.locator(".message")).to_contain_text("nowhere")
    write_query(page, "select * from range(2000)")
    page.get_by_role("button", name="Run").click()
    expect(page.locator(".message")).to_contain_text("The first 1,000 rows")
    assert [words for words in desk.heard if "Failed to load resource" not in words] == []


def test_views_and_columns_complete_in_the_editor(desk: Watched) -> None:
    page = desk.open("/sql")
    write_query(page, "select independent_v")
    accept(page, "independent_voices")
    page.keyboard.type(" from find")
    accept(page, "finding")
    assert page.locator("[name=q]").input_value() == "select independent_voices from finding"
    assert page.locator(".editor .cm-line span").count() >= 2
    assert desk.heard == []


def accept(page: Page, word: str) -> None:
    """Take the first completion, which must be this one; the editor heeds no key in the moment that it opens."""
    expect(page.locator(".editor [role=option][aria-selected]")).to_contain_text(word)
    page.wait_for_timeout(120)
    page.keyboard.press("Tab")


def test_a_saved_query_runs_or_asks_for_its_parameter(desk: Watched, snapshot: Snapshot, busiest_question: str) -> None:
    page = desk.open("/sql")
    page.get_by_role("link", name="Contradictions by measure").click()
    expect(page.locator(".result tbody tr").first).to_be_visible()
    page.get_by_role("link", name="Voices of a question").click()
    expect(page.locator(".result tbody tr").first).to_be_visible()
    assert page.locator("#choices-question_id option").count() > 1
    page.get_by_label("$question_id").fill(busiest_question)
    page.get_by_role("button", name="Run").click()
    told = snapshot.rows("select count(*) as n from claim where question_id = $id", {"id": busiest_question})[0]["n"]
    expect(page.locator(".message")).to_have_text(f"{told} rows.")
    shared = desk.open(str(page.locator("#permalink").get_attribute("href")).replace(desk.server, ""))
    expect(shared.locator(".message")).to_have_text(f"{told} rows.")


def test_a_result_with_a_shape_is_drawn(desk: Watched) -> None:
    page = desk.open("/sql?q=select+measure,+count(*)+as+n+from+claim+group+by+all+order+by+all+limit+5")
    expect(page.locator(".quick > :not(.for-paper) .mark-rect path")).to_have_count(5)
    files = {}
    for name in ("PNG", "SVG"):
        with page.expect_download() as download:
            page.locator(".pictures").get_by_role("link", name=name).click()
        files[name] = Path(download.value.path()).read_bytes()
    assert files["PNG"].startswith(b"\x89PNG")
    assert ElementTree.fromstring(files["SVG"]).tag.endswith("svg")  # noqa: S314 - our own picture
    page = desk.open("/sql?q=select+quote+from+claim+limit+5")
    expect(page.locator(".quick")).to_be_hidden()


def test_a_long_fraction_is_shown_short_and_told_whole(desk: Watched) -> None:
    page = desk.open("/sql?q=select+20/cast(9+as+double)+as+ratio,+0.25::double+as+share,+1234567.5::double+as+sum")
    cells = page.locator(".result tbody td")
    expect(cells).to_have_text(["2.22222", "0.25", "1234570"])
    assert cells.first.get_attribute("title") == str(20 / 9)
    expect(page.locator(".shortened")).to_be_visible()
    page = desk.open("/sql?q=select+count(*)+as+n+from+claim")
    expect(page.locator(".result tbody td")).to_be_visible()
    expect(page.locator(".shortened")).to_be_hidden()


def test_the_rows_of_a_result_stand_before_its_chart_and_on_the_first_screen(desk: Watched) -> None:
    page = desk.open("/sql?q=select+measure,+count(*)+as+n+from+claim+group+by+all+order+by+all+limit+9")
    expect(page.locator(".quick > :not(.for-paper) svg")).to_be_visible()
    rows, chart = (page.locator(place).bounding_box() for place in (".result tbody", ".quick"))
    assert rows is not None
    assert chart is not None
    assert rows["y"] + rows["height"] <= page.evaluate("innerHeight")
    assert rows["x"] + rows["width"] <= chart["x"]


def test_the_result_of_a_long_query_begins_on_the_first_screen(desk: Watched) -> None:
    page = desk.open("/sql?saved=denials")
    first = page.locator(".result tbody tr").first
    expect(first).to_be_visible()
    expect(first).to_be_in_viewport()
    page.locator(".editor").get_by_role("textbox").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" -- the end")
    expect(page.locator(".cm-line").last).to_be_in_viewport()


def test_a_draft_is_set_beside_what_the_sources_say(desk: Watched, snapshot: Snapshot) -> None:
    told = snapshot.rows(
        "select quote from claim where kind = 'quantity' and quote is not null order by claim_id limit 1"
    )
    page = desk.open("/draft")
    page.locator("textarea").fill(f"{told[0]['quote']} <b>not bold</b>")
    page.get_by_role("button", name="Check").click()
    page.wait_for_selector("article mark")
    expect(page.locator("#result-title")).to_be_focused()
    assert page.locator(".margin li").count() >= 1
    assert "<b>not bold</b>" in page.locator("article").inner_text()


def test_a_build_published_meanwhile_is_told_quietly(
    browser: Browser, sample_database: Path, hostile_database: Path, cache_folder: Path, tmp_path: Path
) -> None:
    published = Path(shutil.copy(sample_database, tmp_path / "news.duckdb"))
    app = application(published, cache_folder)
    context = browser.new_context(**SCREENS["light"])
    with serving(app) as server:
        page = Watched(context, server).open("/about")
        look = "document.dispatchEvent(new Event('visibilitychange'))"
        page.evaluate(look)
        assert page.locator(".notice").is_hidden()
        Path(shutil.copy(hostile_database, tmp_path / "next.duckdb")).replace(published)
        page.evaluate(look)
        expect(page.locator(".notice")).to_be_visible()
        before = page.locator("footer code").inner_text()
        page.locator(".notice a").click()
        expect(page.locator("footer code")).not_to_have_text(before)
        assert page.locator(".notice").is_hidden()
    context.close()
    api.close(app)


def test_on_paper_only_what_can_be_read_is_left(desk: Watched, addresses: dict[str, str]) -> None:
    page = desk.open(addresses["question"])
    page.emulate_media(media="print", reduced_motion="reduce")
    for control in (".top nav", ".downloads", ".sql", ".next"):
        assert not any(part.is_visible() for part in page.locator(control).all()), control
    assert page.locator(".evidence tbody tr").first.is_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


PAIR_ON_PAPER = 0.78
"""Share of its width to which each of two charts is shrunk that share a sheet."""


def test_paper_has_every_chart_whole_and_its_letters_in_colour(desk: Watched, addresses: dict[str, str]) -> None:
    page = desk.open(addresses["question"])
    plots = page.locator(UNFOLDED)
    expect(page.locator(".for-paper svg")).to_have_count(plots.count())
    page.set_viewport_size({"width": 680, "height": 960})
    page.emulate_media(media="print")
    for paper in page.locator(".for-paper svg").all():
        box = paper.bounding_box()
        assert box
        is_paired = paper.evaluate("drawing => drawing.closest('.pair') !== null")
        for side in ("width", "height"):
            drawn = float(str(paper.get_attribute(side)))
            assert abs(box[side] / drawn - (PAIR_ON_PAPER if is_paired else 1)) <= 0.02
    adjusts = "letter => getComputedStyle(letter).printColorAdjust"
    assert page.locator(".evidence .letter").first.evaluate(adjusts) == "exact"
    assert not page.locator(".all-pairs, .contents").first.is_visible()


def test_a_phone_shows_which_page_is_the_current_one(browser: Browser, server: str) -> None:
    context = browser.new_context(**SCREENS["phone"])
    watched = Watched(context, server)
    for address in ("/", "/draft", "/sql", "/about"):
        page = watched.open(address)
        box = page.locator(".top nav [aria-current]").bounding_box()
        assert box, address
        assert box["x"] >= 0, address
        assert box["x"] + box["width"] <= SCREENS["phone"]["viewport"]["width"], address
    context.close()


def test_a_dark_screen_prints_dark_ink_on_light_paper(browser: Browser, server: str, addresses: dict[str, str]) -> None:
    context = browser.new_context(**SCREENS["dark"])
    page = Watched(context, server).open(addresses["question"])
    page.emulate_media(media="print", color_scheme="dark")
    variables = "names => names.map(name => getComputedStyle(document.documentElement).getPropertyValue(name))"
    assert page.evaluate(variables, ["--card", "--ink"]) == ["#fff", "#1b1d22"]
    plots = page.locator(UNFOLDED)
    expect(page.locator(".for-paper svg")).to_have_count(plots.count())
    for plot in plots.all():
        assert [svg.is_visible() for svg in plot.locator("svg").all()] == [False, True]
        inks = plot.locator(".for-paper text[fill]").evaluate_all(
            "texts => texts.map(text => text.getAttribute('fill'))"
        )
        assert set(inks) & set(PALETTES["light"].values())
        assert not set(inks) & (set(PALETTES["dark"].values()) - set(PALETTES["light"].values()))
    assert page.locator(".on-paper").inner_text() == page.locator(".cited").text_content()
    context.close()


def test_a_link_to_a_table_of_the_method_unfolds_it(desk: Watched) -> None:
    page = desk.open("/about")
    expect(page.locator("#table-setting table")).to_be_hidden()
    page.get_by_role("link", name="Thresholds").click()
    expect(page.locator("#table-setting table")).to_be_visible()
    expect(page.get_by_role("heading", name="Thresholds")).to_be_in_viewport()
    expect(desk.open("/about#table-measure").locator("#table-measure table")).to_be_visible()


def test_a_page_printed_while_it_is_drawn_anew_shows_no_dark_drawing(
    browser: Browser, server: str, addresses: dict[str, str]
) -> None:
    context = browser.new_context(**SCREENS["dark"])
    page = Watched(context, server).open(addresses["question"])
    plots = page.locator(UNFOLDED)
    expect(page.locator(".for-paper svg")).to_have_count(plots.count())
    page.evaluate("window.requestIdleCallback = () => 0")
    drawn_for = "plots => plots.map(plot => plot.querySelector('svg').getAttribute('width'))"
    before = plots.evaluate_all(drawn_for)
    page.set_viewport_size({"width": 794, "height": 1123})
    expect(plots.first.locator("svg").first).not_to_have_attribute("width", before[0])
    page.emulate_media(media="print", color_scheme="dark")
    for plot in plots.all():
        assert [svg.is_visible() for svg in plot.locator("svg").all()] == [False, True]
    context.close()


def test_a_row_says_since_when_a_finding_is_open_and_when_it_moved(desk: Watched, snapshot: Snapshot) -> None:
    page = desk.open("/")
    rows = snapshot.rows("select opened_at, moved_at from finding where not is_unsure order by rank limit 25")
    assert any(str(row["opened_at"])[:10] != str(row["moved_at"])[:10] for row in rows)
    for row, told in zip(rows, page.locator(".finding .support:not(.of-event)").all_inner_texts(), strict=True):
        opened, moved = date_text(str(row["opened_at"])), date_text(str(row["moved_at"]))
        assert f"open since {opened.split(' ')[0]} " in told
        assert (f", latest report {moved}" in told) is (opened != moved)


LAST_NOTE = """
() => {
  const notes = [...document.querySelectorAll("aside > .margin li[id]")];
  return notes.at(-1).id.replace("margin-", "claim-");
}
"""
IS_IN_VIEW = """
(claim) => {
  const note = document.getElementById(claim.replace("claim-", "margin-")).getBoundingClientRect();
  const margin = document.querySelector(".reading aside").getBoundingClientRect();
  return note.top >= margin.top - 1 && note.bottom <= Math.min(margin.bottom, innerHeight) + 1;
}
"""


def test_a_margin_longer_than_the_screen_shows_what_it_says_of_the_claim_pointed_at(
    desk: Watched, addresses: dict[str, str]
) -> None:
    page = desk.open(addresses["document"])
    page.set_viewport_size({"width": 1200, "height": 600})
    claim = page.evaluate(LAST_NOTE)
    page.locator(f"#{claim}").scroll_into_view_if_needed()
    page.locator(".reading aside").evaluate("margin => { margin.scrollTop = 0; }")
    assert not page.evaluate(IS_IN_VIEW, claim)
    page.locator(f"#{claim}").hover()
    page.wait_for_function(IS_IN_VIEW, arg=claim)


def test_the_source_of_an_article_lists_the_article(desk: Watched, addresses: dict[str, str]) -> None:
    page = desk.open(addresses["document"])
    page.locator(".crumbs a").last.click()
    expect(page.locator(f'.articles a[href="{addresses["document"]}"]')).to_be_visible()


def test_an_unknown_page_says_so_and_leads_back(desk: Watched) -> None:
    page = desk.open("/questions/no-such-question")
    assert page.locator("h1").inner_text() == "Not in this build"
    assert page.get_by_role("link", name="Go to the findings").count() == 1
    assert serious_barriers(page) == []


def test_a_name_of_ten_thousand_letters_is_clipped(browser: Browser, hostile_server: str) -> None:
    context = browser.new_context(**SCREENS["phone"])
    watched = Watched(context, hostile_server)
    page = watched.open("/")
    questions = [str(link.get_attribute("href")) for link in page.locator(".finding a").all()]
    told = []
    for address in ["/", *questions]:
        page = watched.open(address)
        assert page.evaluate("document.documentElement.scrollHeight") < 12 * PHONE["viewport"]["height"], address
        told += [row.get_attribute("title") or "" for row in page.locator("td.who [title]").all()]
    assert any(name.startswith("Odd Donaudampf") and len(name) > 10_000 for name in told)
    context.close()


def test_the_changes_of_a_first_build_fit_a_phone(browser: Browser, hostile_server: str) -> None:
    context = browser.new_context(**SCREENS["phone"])
    page = Watched(context, hostile_server).open("/changes")
    expect(page.locator(".empty pre")).to_have_text("rashomon build --documents articles/ -o hostile.duckdb")
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["viewport"]["width"]
    context.close()


def test_hostile_articles_show_as_text(browser: Browser, hostile_server: str) -> None:
    context = browser.new_context(**SCREENS["phone"])
    watched = Watched(context, hostile_server)
    documents = (f"/documents/{quote(name, safe='')}" for name in ("a/../b?c#d", "two", "three", "four 🦊", "five"))
    sources = (f"/sources/{quote(article['source'], safe='')}" for article in hostile_articles())
    addresses = ["/", "/about", "/questions", "/sources", "/changes", *documents, *sources]
    page = watched.open("/")
    addresses += [str(link.get_attribute("href")) for link in page.locator(".finding a").all()]
    for address in addresses:
        page = watched.open(address)
        assert_only_text(page, address)
    assert watched.heard == []
    context.close()


def test_a_hostile_draft_shows_as_text(browser: Browser, hostile_server: str) -> None:
    context = browser.new_context(**SCREENS["phone"])
    watched = Watched(context, hostile_server)
    page = watched.open("/draft")
    texts = [article["text"] for article in hostile_articles()]
    page.locator("textarea").fill(
        "\n".join([*texts, f"\"Quoted\" & 'torn' {SCRIPT} {RIGHT_TO_LEFT} 🦊: 90 died in Lima."])
    )
    page.get_by_role("button", name="Check").click()
    expect(page.locator(".margin li").first).to_be_visible()
    assert_only_text(page, "/draft")
    assert SCRIPT in page.locator("article").inner_text()
    assert watched.heard == []
    context.close()


def test_a_word_without_an_end_stays_in_a_few_lines(browser: Browser, hostile_server: str) -> None:
    context = browser.new_context(**SCREENS["phone"])
    page = Watched(context, hostile_server).open("/draft")
    page.locator("textarea").fill(f"The mayor said 41 people died. {ENDLESS} died in Lima.")
    page.get_by_role("button", name="Check").click()
    for address in ("/draft", "/documents/two"):
        word = page.locator(".endless")
        expect(word).to_have_text(ENDLESS)
        expect(word).to_have_accessible_name(f"A word of {len(ENDLESS):,} letters")
        assert page.evaluate("document.documentElement.scrollHeight") < 4 * PHONE["viewport"]["height"], address
        page.goto(f"{hostile_server}/documents/two")
    context.close()


def assert_only_text(page: Page, address: str) -> None:
    """Check that nothing in a text was taken for more than text, and that no layout broke."""
    assert page.title() != "taken"
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, address
    assert serious_barriers(page) == [], address
