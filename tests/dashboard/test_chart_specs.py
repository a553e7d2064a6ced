"""The charts by their specs: what is drawn where, and that Vega-Lite accepts it."""

from __future__ import annotations

import gzip
import itertools
import json
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any

import altair as alt
import pytest
import vl_convert

from analytics.reading import Snapshot, UnknownRowError
from dashboard.charts import CHARTS, UnknownChartError, chart_spec
from dashboard.charts.catalogue import chart_rows, spec_by_address
from dashboard.charts.claim_intervals import band_words, draw_claim_intervals, drawn_marks, row_heights
from dashboard.charts.figure_axis import axis_of
from dashboard.charts.frame import rounded_width, rows_of
from dashboard.charts.overview import Deviations, describe_overview, draw_overview, figures_a_dot
from dashboard.charts.query_result import NoChartError, draw_query_result, query_result_title
from dashboard.charts.shapes import axisless_x
from dashboard.charts.timeline import draw_timeline, tells_time
from dashboard.charts.verdict_matrix import draw_verdict_matrix, most_different
from dashboard.claim_marks import ClaimMark, mark_claims, with_replacements
from tests.dashboard.test_claim_marks import FINDING, HIGH, LOW, claim

Spec = dict[str, Any]
SHARED_SETTER = type(vars(alt.X)["axis"])
DENIAL = claim("denial", None, None, None, polarity="denied", figure="denied")
EVERY_SHAPE = [
    {**LOW, "figure": "4,500", "as_of": "2024-10-30", "reported_at": "2024-10-31"},
    {**HIGH, "figure": "about 10,000", "as_of": "2024-10-28", "reported_at": "2024-11-01"},
    claim("range", 6000, 7000, "range", value=6500, figure="6,000 to 7,000"),
    claim("open", 3000, None, "at_least", figure="at least 3,000"),
    claim("cap", 0, 5000, "at_most", value=5000, figure="up to 5,000"),
    claim("vague", 2000, 9999, "vague", value=None, figure="thousands"),
    claim("planned", 12000, 12000, polarity="expected", figure="12,000"),
    DENIAL,
    claim("silent", None, None, None, polarity="unconfirmed"),
    claim("says so", None, None, None, kind="stance"),
]

CROWD = [{**claim(str(n), 10, 10), "as_of": "2024-10-31", "reported_at": "2024-10-31"} for n in range(6)]


def marks_of(*claims: dict[str, Any]) -> list[ClaimMark]:
    return mark_claims(list(claims), FINDING)


def assert_valid(spec: Spec) -> None:
    alt.LayerChart.from_dict(spec, validate=True)


@pytest.mark.parametrize("width", [340, 700, 1080])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_interval_chart_of_every_shape_is_valid(theme: Any, width: int) -> None:
    spec = draw_claim_intervals(marks_of(*EVERY_SHAPE), {"value": 6200, "low": 4100, "high": 8900}, None, theme, width)
    assert_valid(spec)
    assert {row["shape"] for row in rows_of(spec)} == {
        "stated",
        "hedged",
        "range",
        "at_least",
        "at_most",
        "vague",
        "expected",
        "denied",
        "unconfirmed",
    }


def kinds_at(spec: Spec, field: str) -> list[str]:
    """Name the kinds of mark that begin at a field of the band."""
    layers = [layer for layer in spec["layer"] if layer["encoding"].get("x", {}).get("field") == field]
    return [layer["mark"]["type"] for layer in layers]


def test_the_middle_half_of_the_voices_is_shaded_and_the_range_of_few_a_bracket_below() -> None:
    band = {"value": 6200, "low": 4100, "high": 8900}
    half = {**band, "method": "median of voices, with their middle half"}
    whole = {**band, "method": "mean of voices, with their range"}
    assert kinds_at(draw_claim_intervals(marks_of(LOW, HIGH), half, None, "light", 700), "low") == ["rect"]
    spec = draw_claim_intervals(marks_of(LOW, HIGH), whole, None, "light", 700)
    assert_valid(spec)
    assert kinds_at(spec, "low") == ["rule", "tick"]
    assert list(band_words(half)) == ["band_middle", "band_half"]
    assert band_words(whole)["band_middle"] == "middle: mean of voices"
    assert band_words({**whole, "value": None}) == band_words(None) == {}


def test_words_of_a_stance_that_have_room_alone_stand_alone() -> None:
    told = {"polarity": "unconfirmed", "kind": "stance", "quote": "x"}
    words = "would not be drawn on whose ferries they were"
    [silent] = marks_of(claim("silent", None, None, None, **told))
    by_width = {
        width: rows_of(draw_claim_intervals([replace(silent, words=words)], None, None, "light", width))[0]["label"]
        for width in (900, 640, 340)
    }
    assert by_width == {
        900: f"neither confirmed nor denied: “{words}”",
        640: f"“{words}”",
        340: "neither confirmed nor denied",
    }


def test_a_phone_gives_a_long_name_a_line_of_its_own() -> None:
    short = claim("short", 10, 10, voice="Ana Ruiz", source="Post")
    long = claim("long", 20, 20, voice="The Portuguese Association of Lighthouse Keepers", source="Lisbon Courier")
    marks = marks_of(long, short)
    rows = rows_of(draw_claim_intervals(marks, None, None, "light", 340))
    assert [row["is_below"] for row in rows] == [True, False]
    assert rows[0]["bottom"] - rows[0]["top"] > row_heights(marks, narrow=True)[0]
    assert not any(row["is_below"] for row in rows_of(draw_claim_intervals(marks, None, None, "light", 900)))


def test_a_name_in_the_matrix_keeps_its_figure_whole() -> None:
    voice = "The Portuguese Association of Lighthouse Keepers and Their Assistants"
    marks = marks_of(*(claim(str(n), n, n, voice=voice, figure="more than 5,000") for n in range(1, 7)))
    spec = draw_verdict_matrix(marks, {}, "light", 460)
    names = [row["who"] for data in spec["datasets"].values() for row in data if "who" in row]
    assert all(name.endswith("… · more than 5,000") for name in names)
    assert len(names[0]) > len(names[-1])


def test_who_only_says_that_it_is_so_fills_no_row_beside_figures() -> None:
    says_so = claim("says so", None, None, None, kind="stance")
    assert [mark.claim_id for mark in drawn_marks(marks_of(LOW, says_so))] == ["low"]
    assert [mark.claim_id for mark in drawn_marks(marks_of(says_so, DENIAL))] == ["says so", "denial"]


def test_a_correction_strikes_the_figure_that_it_replaces() -> None:
    earlier, later = claim("earlier", 75, 75), claim("later", 65, 65, replaces="earlier")
    marks = with_replacements(marks_of(earlier, later), [])
    rows = {row["claim_id"]: row for row in rows_of(draw_claim_intervals(marks, None, None, "light", 1080))}
    assert rows["earlier"]["label"].endswith("since corrected by B")
    assert rows["later"]["label"].endswith("corrects A")


def test_the_timeline_leads_from_a_corrected_figure_to_its_correction() -> None:
    earlier = claim("earlier", 75, 75, reported_at="2026-05-03")
    later = claim("later", 65, 65, reported_at="2026-05-04", replaces="earlier")
    marks = with_replacements(marks_of(earlier, later), [])
    spec = draw_timeline(marks, None, "light", 480)
    rows = {row["letter"]: row for row in rows_of(spec)}
    assert (rows["B"]["former_x"], rows["B"]["former_y"]) == (rows["A"]["dot_x"], rows["A"]["dot_y"])
    assert rows["A"]["figure"].endswith("since corrected by B")
    plain = draw_timeline(with_replacements(marks_of(earlier), []), None, "light", 480)
    assert len(spec["layer"]) == len(plain["layer"]) + 3


def test_a_voice_that_denies_what_it_said_takes_it_back() -> None:
    said = claim("said", 40, 40)
    pair = {"a_claim_id": "denial", "b_claim_id": "said", "verdict": "update", "same_voice": True}
    marks = {mark.claim_id: mark for mark in with_replacements(marks_of(said, DENIAL), [pair])}
    assert (marks["said"].replaced_by, marks["denial"].replaces) == ("B", "A")


def test_a_page_loads_a_small_spec_that_names_its_rows(snapshot: Snapshot, busiest_question: str) -> None:
    asked = {"question_id": busiest_question}
    spec = spec_by_address("claim-intervals", asked, "light", 700, snapshot, {"v": "1"})
    assert (
        spec["data"]["url"] == f"/api/v1/charts/claim-intervals/rows.json?question_id={busiest_question}&width=700&v=1"
    )
    assert len(gzip.compress(json.dumps(spec).encode())) < 5_000
    rows = chart_rows("claim-intervals", asked, 700, snapshot)
    assert rows["data"] == rows_of(chart_spec("claim-intervals", asked, "light", 700, snapshot))


@pytest.mark.parametrize(
    ("columns", "mark"),
    [
        ([("measure", "VARCHAR"), ("n", "BIGINT")], "bar"),
        ([("day", "DATE"), ("n", "DOUBLE")], "line"),
        ([("low", "DOUBLE"), ("high", "DECIMAL(18,3)")], "circle"),
        ([("a.b [c]: d", "VARCHAR"), ("n", "BIGINT")], "bar"),
    ],
)
def test_the_types_of_a_result_say_how_it_is_drawn(columns: list[tuple[str, str]], mark: str) -> None:
    spec = draw_query_result(columns, 5, "/api/v1/sql?q=x", "light", 700)
    alt.Chart.from_dict(spec, validate=True)
    assert spec["mark"]["type"] == mark
    assert spec["data"] == {"url": "/api/v1/sql?q=x", "format": {"type": "json", "property": "data"}}


@pytest.mark.parametrize(("most", "ticks"), [(1, ["0", "1"]), (2, ["0", "1", "2"]), (3, ["0", "1", "2", "3"])])
def test_the_picture_of_counts_has_whole_ticks(most: int, ticks: list[str]) -> None:
    spec = draw_query_result([("measure", "VARCHAR"), ("n", "BIGINT")], 1, "/api/v1/sql?q=x", "light", 700)
    drawn = vl_convert.vegalite_to_svg({**spec, "data": {"values": [{"measure": "deaths", "n": most}]}})
    assert re.findall(r"<text[^>]*>([\d.,]+)</text>", drawn) == ticks


def test_rows_of_one_word_stand_side_by_side_and_are_not_summed() -> None:
    spec = draw_query_result([("voice", "VARCHAR"), ("low", "BIGINT")], 2, "/api/v1/sql?q=x", "light", 700)
    rows = [{"voice": "Ana", "low": 4}, {"voice": "Ana", "low": 4}]
    drawn = vl_convert.vegalite_to_svg({**spec, "data": {"values": rows}})
    assert re.findall(r"<text[^>]*>([\d.,]+)</text>", drawn)[-1] == "4"


def test_an_interval_is_drawn_whole_and_an_open_end_as_a_point() -> None:
    columns = [("voice", "VARCHAR"), ("rank", "BIGINT"), ("low", "DOUBLE"), ("high", "DOUBLE")]
    spec = draw_query_result(columns, 3, "/api/v1/sql?q=x", "light", 700)
    alt.LayerChart.from_dict(spec, validate=True)
    rows = [{"voice": "Ana", "low": 4, "high": 8}, {"voice": "Bo", "low": 6, "high": None}, {"voice": "Cy"}]
    drawn = vl_convert.vegalite_to_svg({**spec, "data": {"values": rows}})
    assert drawn.count('aria-roledescription="bar"') + drawn.count("mark-rect role-mark") >= 1
    assert [drawn.count(name) > 0 for name in (">Ana<", ">Bo<", ">Cy<")] == [True, True, False]


def test_what_is_no_amount_and_no_name_is_drawn_only_where_nothing_else_is() -> None:
    columns = [("moved_at", "VARCHAR"), ("asks", "VARCHAR"), ("rank", "BIGINT"), ("ratio", "DOUBLE")]
    assert query_result_title(columns, 5) == "Ratio by asks"
    assert query_result_title(columns[::2], 5) == "Rank by moved at"


@pytest.mark.parametrize(
    "columns", [[], [("quote", "VARCHAR")], [("n", "BIGINT")], [("tags", "VARCHAR[]"), ("n", "BIGINT")]]
)
def test_a_result_without_a_shape_is_a_table_only(columns: list[tuple[str, str]]) -> None:
    with pytest.raises(NoChartError):
        draw_query_result(columns, 5, "/api/v1/sql?q=x", "light", 700)


def test_every_row_carries_the_way_to_its_sentence() -> None:
    spec = draw_claim_intervals(marks_of(*EVERY_SHAPE), None, None, "light", 1080)
    shown = [row for row in EVERY_SHAPE if row["claim_id"] != "says so"]
    assert {row["href"] for row in rows_of(spec)} == {f"#claim-{row['claim_id']}" for row in shown}


def test_an_open_end_is_a_stub_from_its_bound() -> None:
    [row] = rows_of(draw_claim_intervals(marks_of(claim("open", 3000, None, "at_least")), None, None, "light", 1080))
    assert (row["low"], row["high"]) == (3000, None)
    assert row["drawn_low"] == 3000
    assert row["drawn_high"] > 3000


def test_a_denial_has_no_place_on_the_axis() -> None:
    [row] = rows_of(draw_claim_intervals(marks_of(DENIAL), None, None, "light", 1080))
    assert (row["drawn_low"], row["drawn_high"], row["point"]) == (None, None, None)


@pytest.mark.parametrize(
    "claims",
    [[], [claim("a", 0, 0)], [claim(str(n), 2, 2) for n in range(4)], [claim("a", -5, -3, value=-4), claim("b", 4, 4)]],
    ids=["none", "zero", "four times two", "below zero"],
)
def test_dull_questions_are_drawn_too(claims: list[dict[str, Any]]) -> None:
    assert_valid(draw_claim_intervals(marks_of(*claims), None, None, "light", 340))
    assert_valid(draw_timeline(marks_of(*claims), None, "light", 340))
    assert_valid(draw_verdict_matrix(marks_of(*claims), {}, "light", 340))


def test_a_wide_spread_asks_for_a_log_axis() -> None:
    assert axis_of(marks_of(claim("a", 9, 9), claim("b", 270, 270)), None).logarithmic
    assert not axis_of(marks_of(claim("a", 90, 90), claim("b", 270, 270)), None).logarithmic


def test_an_axis_that_does_not_start_at_zero_says_so() -> None:
    axis = axis_of(marks_of(claim("a", 6.8, 6.8), claim("b", 6.9, 6.9)), None)
    assert axis.start > 0
    assert "not at 0" in axis.note


def test_counts_have_whole_ticks() -> None:
    axis = axis_of(marks_of(claim("a", 2, 2), claim("b", 3, 3)), None)
    assert axis.ticks(10) == [0, 1, 2, 3]


def test_the_zero_under_up_to_is_no_end_of_the_axis() -> None:
    axis = axis_of(marks_of(claim("a", 0, 5000, "at_most", value=5000), claim("b", 190_000, 190_000)), None)
    assert axis.logarithmic


def test_undated_claims_stand_in_a_lane_of_their_own() -> None:
    rows = rows_of(draw_timeline(marks_of(*EVERY_SHAPE), None, "light", 540))
    dated = [row["x"] for row in rows if row["reported"] != "undated"]
    undated = [row["x"] for row in rows if row["reported"] == "undated"]
    assert max(undated) < min(dated)


def test_a_vague_word_stands_on_the_timeline_as_the_interval_that_it_is() -> None:
    rows = {row["figure"]: row for row in rows_of(draw_timeline(marks_of(*EVERY_SHAPE), None, "light", 540))}
    for figure in ("thousands", "6,000 to 7,000", "at least 3,000", "up to 5,000"):
        row = rows[figure]
        assert row["interval"], figure
        assert row["top"] < row["y"] < row["bottom"], figure
        assert row["y"] == pytest.approx((row["top"] + row["bottom"]) / 2)
    assert not rows["4,500"]["interval"]
    assert rows["4,500"]["y"] == rows["4,500"]["bottom"]


def test_an_open_end_on_the_timeline_is_a_stub_with_an_arrow_and_reaches_no_zero() -> None:
    rows = {row["figure"]: row for row in rows_of(draw_timeline(marks_of(*EVERY_SHAPE), None, "light", 540))}
    up_to, at_least = rows["up to 5,000"], rows["at least 3,000"]
    assert up_to["bottom"] - up_to["top"] == pytest.approx(at_least["bottom"] - at_least["top"])
    assert (up_to["open_y"], up_to["turn"]) == (up_to["bottom"], 180)
    assert (at_least["open_y"], at_least["turn"]) == (at_least["top"], 0)
    assert rows["6,000 to 7,000"]["open_y"] is None


@pytest.mark.parametrize("first_day", ["2024-10-29", "2023-01-01"])
def test_no_two_dots_of_the_timeline_cover_each_other(first_day: str) -> None:
    rows = rows_of(
        draw_timeline(marks_of(*CROWD, {**LOW, "figure": "4,500", "reported_at": first_day}), None, "light", 540)
    )
    places = [(row["dot_x"], row["dot_y"]) for row in rows]
    for (x, y), (other_x, other_y) in itertools.combinations(places, 2):
        assert max(abs(x - other_x), abs(y - other_y)) > 12


@pytest.mark.parametrize("first_day", ["2024-10-29", "2023-01-01"])
def test_a_crowded_day_of_the_timeline_keeps_its_date_and_its_figure(first_day: str) -> None:
    marks = marks_of(*CROWD, {**LOW, "figure": "4,500", "as_of": first_day, "reported_at": first_day})
    rows = rows_of(draw_timeline(marks, None, "light", 540))
    crowd = [row for row in rows if row["figure"] != "4,500"]
    a_day = (crowd[0]["x"] - min(row["x"] for row in rows)) / (date(2024, 10, 31) - date.fromisoformat(first_day)).days
    assert len({(row["x"], row["y"]) for row in crowd}) == 1
    assert all(abs(row["dot_x"] - row["x"]) <= a_day / 2 for row in crowd)
    assert all(row["as_of_x"] == row["x"] for row in rows)


def test_a_day_spoken_of_far_away_is_named_at_the_edge() -> None:
    near = {**LOW, "as_of": "2024-10-29", "reported_at": "2024-10-30"}
    far = {**HIGH, "as_of": "2025-12", "reported_at": "2024-10-31"}
    high, low = rows_of(draw_timeline(marks_of(near, far), None, "light", 540))
    assert (low["beyond"], low["edge"]) == (None, None)
    assert (high["beyond"], high["edge"]) == ("after", "Dec 2025")
    assert high["as_of_x"] > high["x"] > low["x"] + 50


def test_a_voice_that_fills_several_rows_is_named_once() -> None:
    told = [claim(name, 8, 8, voice="Ana Ruiz", source=source) for name, source in (("a", "Post"), ("b", "Wire"))]
    rows = rows_of(draw_claim_intervals(marks_of(*told, claim("c", 4, 4, voice="Bo")), None, None, "light", 1080))
    assert [row["name"] for row in rows] == ["Ana Ruiz", "", "Bo"]
    assert [row["below"] for row in rows][:2] == ["Post", "Wire"]
    assert [row["who"] for row in rows] == ["Ana Ruiz", "Ana Ruiz", "Bo"]


@pytest.mark.parametrize("width", [340, 1080])
def test_the_line_of_the_middle_runs_through_no_word(width: int) -> None:
    middle = {"value": 6200, "low": 4100, "high": 8900}
    rows = rows_of(draw_claim_intervals(marks_of(*EVERY_SHAPE, HIGH), middle, None, "light", width))
    assert {row["line_from"] is None for row in rows} == {True, False}
    for row in rows:
        if row["line_from"] is not None and width == 340:
            assert row["line_from"] > row["name_row"]


def test_a_timeline_needs_two_days() -> None:
    assert not tells_time(marks_of({**LOW, "reported_at": "2024-10-31"}))
    assert tells_time(marks_of(*EVERY_SHAPE))


def test_claims_without_any_date_have_a_lane_and_no_days() -> None:
    marks = marks_of({**LOW, "as_of": None}, {**HIGH, "as_of": None})
    assert tells_time(marks)
    spec = draw_timeline(marks, None, "light", 540)
    assert_valid(spec)
    assert "date unknown" in str(spec)
    assert "1970" not in str(spec)


def test_the_matrix_holds_each_pair_once() -> None:
    marks = marks_of(*EVERY_SHAPE[:4])
    pair = {"verdict": "contradicts", "ratio": 2.2, "reason": "apart"}
    spec = draw_verdict_matrix(marks, {frozenset(("low", "high")): pair}, "light", 540)
    assert_valid(spec)
    cells = rows_of(spec)
    assert [cell["verdict"] for cell in cells].count("contradicts") == 1
    assert len(cells) == 6


@pytest.mark.parametrize("width", [320, 460, 1080])
def test_the_matrix_draws_every_claim_and_grows_where_it_has_no_room(width: int) -> None:
    marks = marks_of(*({**LOW, "claim_id": f"c{number}", "value": 1000 + number} for number in range(30)))
    spec = draw_verdict_matrix(marks, {}, "light", width)
    assert len(rows_of(spec)) == 30 * 29 / 2
    assert spec["height"] >= 30 * 26
    assert spec["width"] >= max(width, spec["height"])


def test_of_many_claims_those_that_stand_against_most_come_first_and_a_repeated_figure_once() -> None:
    marks = marks_of(
        *({**LOW, "claim_id": f"c{number}", "value": 1000 + number, "figure": str(number)} for number in range(4)),
        {**LOW, "claim_id": "z", "value": 1003, "figure": "3"},
    )
    pair = {"verdict": "contradicts", "ratio": 2.0, "reason": "apart"}
    pairs = {frozenset((a, b)): pair for a, b in (("c0", "c1"), ("c0", "c2"), ("c1", "c3"), ("c0", "z"))}
    assert {mark.figure for mark in most_different(marks, pairs, most=2)} == {"0", "1"}
    kept = most_different(marks, pairs, most=9)
    assert len(kept) == 4
    assert kept == sorted(kept, key=marks.index)


def test_a_contradiction_is_the_stronger_the_further_two_figures_lie_apart_and_a_denial_is_strongest() -> None:
    marks = marks_of(*({**LOW, "claim_id": f"c{number}", "value": 1000 + number} for number in range(4)))
    ratios = {"c0": None, "c1": 1.6, "c2": 3.0}
    pairs = {
        frozenset((claim_id, "c3")): {"verdict": "contradicts", "ratio": ratio, "reason": "apart"}
        for claim_id, ratio in ratios.items()
    } | {frozenset(("c0", "c1")): {"verdict": "differs", "ratio": 1.2, "reason": "apart"}}
    tones = {
        frozenset((cell["a_claim_id"], cell["b_claim_id"])): cell["tone"]
        for cell in rows_of(draw_verdict_matrix(marks, pairs, "dark", 460))
    }
    assert [tones[frozenset((claim_id, "c3"))] for claim_id in ratios] == [
        "contradicts",
        "contradicts_pale",
        "contradicts_middle",
    ]
    assert tones[frozenset(("c0", "c1"))] == "differs"


def test_the_overview_of_a_large_corpus_is_as_small_as_that_of_a_small_one() -> None:
    bins = [
        {"bin": step, "step": 0.06, "claims": 50_000, "near_claims": 50_000 * (abs(step) < 2), "far_claims": 0}
        for step in range(-8, 9)
    ]
    deviations = Deviations(bins, [], 850_000)
    assert figures_a_dot(deviations) > 1000
    assert len(str(draw_overview(deviations, "light", 1080))) < 80_000


def test_an_empty_corpus_has_an_overview() -> None:
    empty = Deviations([], [], 0)
    assert_valid(draw_overview(empty, "dark", 340))
    assert describe_overview(empty).startswith("Of 0 figures")


@pytest.mark.parametrize("name", list(CHARTS))
def test_every_chart_of_the_sample_is_valid_and_described(
    name: str, snapshot: Snapshot, drawn_things: dict[str, str]
) -> None:
    spec = chart_spec(name, drawn_things, "light", 700, snapshot)
    assert_valid(spec)
    assert len(spec["description"]) > 40


def test_a_spec_is_made_once_a_build(snapshot: Snapshot, busiest_question: str) -> None:
    first = chart_spec("claim-intervals", {"question_id": busiest_question}, "light", 700, snapshot)
    assert chart_spec("claim-intervals", {"question_id": busiest_question}, "light", 705, snapshot) is first


@pytest.mark.parametrize("name", list(CHARTS))
def test_no_chart_is_drawn_with_what_threads_share(
    name: str, snapshot: Snapshot, drawn_things: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Altair's chained setters keep the object that they set on the class: two threads would swap theirs."""

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("a chained setter was called: pass the value to the constructor")

    monkeypatch.setattr(SHARED_SETTER, "__call__", refuse)
    taken = {key: value for key, value in drawn_things.items() if key in CHARTS[name].takes}
    CHARTS[name].draw(snapshot, taken, "light", 700)


def test_threads_that_draw_at_once_do_not_swap_encodings() -> None:
    def swapped(field: str) -> int:
        return sum(axisless_x(field).to_dict(validate=False)["field"] != field for _ in range(500))

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            assert sum(threads.map(swapped, "abcdefgh")) == 0
    finally:
        sys.setswitchinterval(interval)


def test_unknown_charts_and_questions_are_refused(snapshot: Snapshot) -> None:
    with pytest.raises(UnknownChartError, match="claim-intervals"):
        chart_spec("pie", {}, "light", 700, snapshot)
    with pytest.raises(UnknownChartError, match="question_id"):
        chart_spec("timeline", {}, "light", 700, snapshot)
    with pytest.raises(UnknownRowError):
        chart_spec("timeline", {"question_id": "no-such-question"}, "light", 700, snapshot)


def test_widths_are_rounded_so_that_few_specs_serve_all_screens() -> None:
    assert [rounded_width(width) for width in (1, 355, 1079, 99999)] == [260, 340, 1060, 1600]
