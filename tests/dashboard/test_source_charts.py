"""House effects and whose words each source carries."""

from __future__ import annotations

import math

import pytest

from analytics.reading import Snapshot
from dashboard.changes_page import Move, MoveScale, by_build, grown, move_scale
from dashboard.charts.coverage import describe_coverage, draw_coverage, told_by_one
from dashboard.charts.frame import Row, Spec, rows_of
from dashboard.charts.heat_grid import LETTER, SLANT
from dashboard.charts.house_effects import (
    describe_house_effects,
    draw_house_effects,
    effect_words,
    shown_effect_words,
)
from dashboard.charts.voices_by_source import (
    OWN_VOICE,
    describe_voices_by_source,
    draw_voices_by_source,
    heard_most,
)
from dashboard.sources_page import effects_title, source_page, sources_page
from tests.dashboard.test_chart_specs import assert_valid


def effect(source: str, deviation: float, spread: float = 0.1, questions: int = 9) -> dict[str, object]:
    """Give a source's row as the file has it: its likely range is as wide as `spread`."""
    ends = {"median_low": deviation - spread / 2, "median_high": deviation + spread / 2}
    is_distinct = questions >= 6 and (ends["median_low"] > 0 or ends["median_high"] < 0)
    row = {"source": source, "deviation": deviation, "question_count": questions, "is_distinct": is_distinct}
    return {**row, **ends, "shown_deviations": [deviation] * questions}


LOW, LEVEL, HIGH = effect("Low", -0.5), effect("Level", 0.01, spread=0.4), effect("High", math.log(2.5))
CARRIED = [
    {"who": "Peru", "source": "Wire", "claims": 7},
    {"who": "", "source": "Wire", "claims": 2},
    {"who": "Peru", "source": "Post", "claims": 1},
]


def test_a_range_that_holds_level_is_no_lean() -> None:
    assert effect_words(LOW) == "39% below"
    assert effect_words(HIGH) == "2.5× as high"
    assert effect_words(effect("a", 0.05, 0.4)) == "5% above, no clear lean"


def test_the_heading_names_who_leans() -> None:
    assert effects_title([LOW, LEVEL, HIGH]) == (
        "Low, on 9 questions, carries the lowest figures; High, on 9 questions, the highest"
    )
    assert effects_title([effect("Few", -0.5, questions=5), LEVEL]) == "No source leans clearly one way"
    assert effects_title([LEVEL, LOW]) == "Low, on 9 questions, carries clearly lower figures than the others"
    assert effects_title([LEVEL]) == "No source leans clearly one way"


@pytest.mark.parametrize("width", [340, 1080])
def test_sources_stand_lowest_first_in_their_colour(width: int) -> None:
    spec = draw_house_effects([HIGH, LEVEL, LOW], "light", width)
    assert_valid(spec)
    assert [row["source"] for row in rows_of(spec)] == ["Low", "Level", "High"]
    assert len({row["side"] for row in rows_of(spec)}) == 3


def test_without_sources_the_charts_are_empty_and_say_so() -> None:
    assert_valid(draw_house_effects([], "dark", 340))
    assert_valid(draw_voices_by_source([], "dark", 340))
    assert "yet" in describe_house_effects([])


def test_silence_is_a_field_of_its_own() -> None:
    told = {"question_id": "q", "title": "Deaths in Lima", "rank": 1}
    rows = [{**told, "source": "Wire", "claims": 3}, {**told, "source": "Post", "claims": 0}]
    spec = draw_coverage(rows, "light", 1080)
    assert_valid(spec)
    assert [(cell["source"], cell["spoken"]) for cell in rows_of(spec)] == [("Wire", "3"), ("Post", "silent")]
    unheard = [{**told, "question_id": "r", "rank": 2, "source": name, "claims": 0} for name in ("Wire", "Post")]
    assert len(rows_of(draw_coverage([*rows, *unheard], "light", 340))) == 2
    assert describe_coverage(rows) == "Of the 1 most severe findings, Wire speaks on 1; Post speaks on 0."
    assert_valid(draw_coverage([], "dark", 340))


def carried_by(*sources: str) -> list[Row]:
    return [{"who": "Mayor", "source": source, "claims": 1} for source in sources]


def heads_of(spec: Spec) -> list[Row]:
    layers = [layer for layer in spec["layer"] if layer["mark"].get("angle") or layer["mark"].get("lineHeight") == 14]
    heads: list[Row] = spec["datasets"][layers[0]["data"]["name"]]
    return heads


def test_slanted_heads_end_within_the_chart_whichever_is_longest() -> None:
    sources = ["The Correspondent's Weekly Gazette of the Northern Islands", *"ABCDEFGHI"]
    for longest in range(10):
        turned = sources[1 : longest + 1] + sources[:1] + sources[longest + 1 :]
        spec = draw_voices_by_source(carried_by(*turned), "light", 900)
        step = spec["width"] / 10
        reach = math.cos(math.radians(SLANT)) * LETTER
        ends = [head["x"] * step + min(280, len(head["text"]) * LETTER) / LETTER * reach for head in heads_of(spec)]
        assert max(ends) <= spec["width"] + spec["padding"]["right"] + 1


def test_a_word_without_an_end_is_cut_to_its_column_and_turns_no_other_head() -> None:
    heads = [
        head["text"] for head in heads_of(draw_voices_by_source(carried_by("Wire", "Daily " + "x" * 900), "light", 700))
    ]
    assert sum("…" in head for head in heads) == 1
    assert all(len(line) < 50 for head in heads for line in head.split("\n"))


def test_a_phone_shows_titles_whole_above_their_fields_and_heads_whole_above_theirs() -> None:
    titles = [
        "Trams in Coimbra, October 2031",
        "The tram company of Coimbra “denied any driver was ill”, May 2031",
    ]
    sources = [f"The Beira Alta Courier {number}" for number in range(14)]
    rows = [
        {"question_id": title, "title": title, "source": source, "claims": 1} for title in titles for source in sources
    ]
    spec = draw_coverage(rows, "light", 340)
    assert_valid(spec)
    assert [head["text"] for head in heads_of(spec)] == sources
    names = [row["text"] for data in spec["datasets"].values() for row in data if "Coimbra" in str(row.get("text"))]
    assert [" ".join(name.split()) for name in names] == titles
    assert all(cell["y2"] - cell["y"] < 1 for cell in rows_of(spec))


def test_a_source_speaking_for_itself_comes_last() -> None:
    spec = draw_voices_by_source(CARRIED, "light", 700)
    assert_valid(spec)
    cells = rows_of(spec)
    assert cells[-1]["voice"] == OWN_VOICE
    assert sum(cell["claims"] for cell in cells) == 10
    own = [{"who": "", "source": "Post", "claims": 3}]
    assert describe_voices_by_source(own) == "Post speaks in its own voice most (3)."
    assert describe_voices_by_source(CARRIED) == "Wire carries Peru most (7); Post carries Peru most (1)."


def test_changes_are_grouped_by_build_and_kind() -> None:
    rows = [
        {"build_id": "b", "change": "closed", "title": "x"},
        {"build_id": "b", "change": "opened", "title": "y"},
        {"build_id": "a", "change": "opened", "title": "z"},
    ]
    assert [(first["build_id"], list(kinds)) for first, kinds in by_build(rows)] == [
        ("b", ["opened", "closed"]),
        ("a", ["opened"]),
    ]


def test_a_change_stands_where_its_ratios_are_before_and_now() -> None:
    scale = MoveScale(16)
    level, *_, end = [place for place, _ in scale.lines]
    assert scale.move({"former_ratio": 1.0, "ratio": 16.0}) == Move(level, end)
    assert scale.move({"former_ratio": 40.0, "ratio": None}) == Move(end, None)
    assert scale.move({"former_ratio": None, "ratio": 4.0}).now == pytest.approx((level + end) / 2)


def test_the_axis_of_changes_reaches_no_further_than_its_ratios_ask() -> None:
    assert move_scale([{"former_ratio": 3.3, "ratio": 1.4}, {"ratio": None}]).widest == 4
    assert move_scale([]).widest == 2
    assert move_scale([{"former_ratio": 2.0, "ratio": 250.0}]).widest == 16
    assert move_scale([{"ratio": 250.0}]).widest == 2, "what did not move is not drawn"


def test_a_build_says_what_became_of_its_articles_and_how_many_findings_it_has_more() -> None:
    def build(build_id: str, findings: int, *fates: int | None) -> dict[str, object]:
        named = dict(zip(("documents_added", "documents_edited", "documents_removed"), fates, strict=True))
        return {"build_id": build_id, "document_count": 20, "finding_count": findings, **named}

    builds = [
        build("none", 15, 0, 0, 0),
        build("edited", 15, 0, 1, 0),
        build("more", 13, 6, 0, 2),
        build("older", 14, None, None, None),
        build("first", 14, None, None, None),
    ]
    assert grown(builds) == {
        "none": "The same articles, no more and no fewer findings than the build before.",
        "edited": "1 article edited, 2 findings more than the build before.",
        "more": "6 articles added, 2 removed, 1 finding fewer than the build before.",
        "older": "No more and no fewer articles, no more and no fewer findings than the build before.",
    }


def test_a_deviation_beyond_the_axis_is_an_arrow_and_no_tick() -> None:
    far = {**LEVEL, "shown_deviations": [0.1, -9.0, 9.0, 8.5]}
    [row] = rows_of(draw_house_effects([far], "light", 700))
    assert row["ticks"] == [0.1]
    assert [edge < 0 for edge in row["beyond"]] == [True, False]


@pytest.mark.parametrize("width", [340, 1080])
def test_a_phone_draws_the_same_voices_and_sources(width: int) -> None:
    rows = [{"who": f"Voice {n}", "source": f"Source {m}", "claims": 1 + n} for n in range(4) for m in range(9)]
    spec = draw_voices_by_source(rows, "light", width)
    assert_valid(spec)
    assert len({cell["x"] for cell in rows_of(spec)}) == 9
    assert len({cell["y"] for cell in rows_of(spec)}) == 4


def test_a_name_of_one_long_word_stays_on_its_line() -> None:
    rows = [{"who": "Allthenewsthatthereis.example", "source": "Post", "claims": 3}]
    spec = draw_voices_by_source(rows, "light", 340)
    beside = spec["layer"][-1]["data"]["name"]
    assert [row["text"] for row in spec["datasets"][beside]] == ["Allthenewsthatthereis.example"]


def test_so_few_questions_that_no_range_is_likely_are_joined_by_a_line() -> None:
    shown = {"few": 4, "enough": 6}
    rows = [{**LEVEL, "source": name, "question_count": count} for name, count in shown.items()]
    drawn = {row["source"]: row for row in rows_of(draw_house_effects(rows, "light", 700))}
    assert [drawn[name]["has_likely_range"] for name in shown] == [False, True]
    assert drawn["few"]["likely"] == "none: fewer than 6 questions"
    assert {"effect_likely", "effect_span"} <= shown_effect_words(rows).keys()
    assert "effect_likely" not in shown_effect_words(rows[:1])


def test_the_headings_of_the_heat_maps_state_what_they_show() -> None:
    assert heard_most(CARRIED) == "Heard most: Peru, 8 claims through 2 sources"
    assert heard_most([CARRIED[1]]) == "Each source speaks in its own voice"
    told = [{"question_id": name, "source_count": count} for name, count in (("a", 1), ("a", 1), ("b", 3), ("c", 1))]
    assert told_by_one(told) == "2 of the 3 most severe findings are told by one source alone"
    assert told_by_one(told[2:3]) == "Every one of the most severe findings is told by several sources"


def test_a_state_says_how_many_voices_speak_for_it() -> None:
    rows = [{**row, "speakers": 4 if row["who"] else 1} for row in CARRIED]
    spec = draw_voices_by_source(rows, "light", 900)
    assert "Peru (4 voices)" in str(spec)
    assert f"{OWN_VOICE} (" not in str(spec)


def test_the_page_names_who_speaks_for_a_state(snapshot: Snapshot) -> None:
    page = sources_page(snapshot, {})
    first = page["speakers"][0]
    known = snapshot.rows(
        "select distinct voice from speaker_outlet where coalesce(voice_affiliation, voice) = $who",
        {"who": first["who"]},
    )
    assert set(first["names"]) == {row["voice"] for row in known}
    assert first["voice_count"] == len(known) > 1


def test_the_page_of_a_source_names_who_speaks_for_a_body(snapshot: Snapshot) -> None:
    [row] = snapshot.rows(
        "select source, voice_affiliation as who from claim where voice != voice_affiliation and claimant is not null "
        "group by all order by count(*) desc, source limit 1"
    )
    page = source_page(snapshot, str(row["source"]), {})
    told = next(voice for voice in page["voices"] if voice["who"] == row["who"])
    known = snapshot.rows(
        "select distinct voice from claim where source = $source and voice_affiliation = $who and voice != $who", row
    )
    assert set(told["names"]) <= {each["voice"] for each in known}
    assert told["speakers"] == len(known)


def test_what_somebody_leans_by_stands_first(snapshot: Snapshot) -> None:
    page = sources_page(snapshot, {})
    assert page["some_lean"] == any(row["is_distinct"] for row in page["effects"])
