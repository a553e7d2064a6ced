"""Reading a figure of a draft: the names and the place that it tells, its day and its unit beside a question."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from analytics.draft import read_beside, with_sign
from analytics.draft_questions import names_of, told_place
from analytics.reading import PublishedFile

NAMES = [
    ("Lloyd Austin put it at 10,000.", ["Lloyd Austin"]),
    ("The WHO counts 6,500 cases in Malawi.", ["The WHO", "Malawi"]),
    ("On Tuesday 20 people died in March.", ["On"]),
    ("Russia’s losses", ["Russia"]),
    ("flooded roads", []),
]


@pytest.mark.parametrize(("sentence", "names"), NAMES, ids=[sentence for sentence, _ in NAMES])
def test_names_are_runs_of_words_with_capitals_without_months_and_days(sentence: str, names: list[str]) -> None:
    assert [name["written"] for name in names_of(sentence)] == names


@pytest.mark.parametrize(
    ("sentence", "is_first"), [("Floods killed 5.", True), ("WHO counts 5.", False), ("In the Floods", True)]
)
def test_a_capital_that_begins_the_sentence_makes_no_name(sentence: str, is_first: bool) -> None:
    assert names_of(sentence)[0]["is_first"] is is_first


PLACES = [
    ("Kursk < Russia", "Troops in Kursk", "Kursk < Russia"),
    ("México < Mexico", "A flood in southern Mexico", "Mexico"),
    ("Aalborg < North Denmark < Denmark", "The Danish plant", "Denmark"),
]


@pytest.mark.parametrize(("place", "text", "told"), PLACES)
def test_a_place_is_told_from_the_innermost_level_that_the_text_names(place: str, text: str, told: str) -> None:
    assert told_place(place, text) == told


CLAIM: dict[str, Any] = {"as_of": None, "as_of_basis": None, "place": None, "unit": None, "polarity": "asserted"}


def known(as_of: str, polarity: str = "asserted", place: str | None = None, unit: str | None = None) -> dict[str, Any]:
    return {"as_of": as_of, "polarity": polarity, "place": place, "unit": unit}


QUESTION = [known("2026-01-20"), known("2026-01-22T10:00:00"), known("2026-02-10"), known("2026-05-01", "expected")]
DAYS = [
    (None, None, "2026-02-10", "without a day the last one of the question"),
    ("2026-11-27", "published", "2026-02-10", "that of publishing is none of the figure's"),
    ("2026-01", "text", "2026-01-22", "with a month the last one in it"),
    ("2026-01-03", "text", "2026-01-03", "a day as it is told"),
    ("2024", "text", "2024", "a year of which the question has no day, as it is told"),
]


@pytest.mark.parametrize(("as_of", "basis", "day", "why"), DAYS, ids=[why for _, _, _, why in DAYS])
def test_a_draft_speaks_of_now_unless_it_tells_a_day(as_of: str | None, basis: str | None, day: str, why: str) -> None:
    claim = CLAIM | {"as_of": as_of, "as_of_basis": basis}
    assert read_beside(claim, QUESTION, "")["as_of"] == day, why


@pytest.mark.parametrize(
    ("told", "places", "place"),
    [
        ("Russia", ["Kursk < Russia", "Russia"], None),
        ("Kursk < Russia", ["Kursk < Russia", "Russia"], "Kursk < Russia"),
        ("Peru", ["Kursk < Russia"], "Peru"),
    ],
    ids=["one that only holds the others says no more than they do", "one among them", "another one"],
)
def test_a_place_around_those_of_the_question_is_left_out(told: str, places: list[str], place: str | None) -> None:
    claim = CLAIM | {"place": told}
    rows = [known("2026-01-20", place=each) for each in places]
    assert read_beside(claim, rows, "Kursk, Russia, Peru")["place"] == place


@pytest.mark.parametrize(
    ("units", "unit"), [(["DKK"], "DKK"), (["DKK", "SEK"], "krone"), (["EUR"], "krone"), ([None], "krone")]
)
def test_money_without_a_country_is_that_of_the_question(units: list[str | None], unit: str) -> None:
    claim = CLAIM | {"unit": "krone"}
    currencies = {("krone", "DKK"), ("krone", "SEK"), ("krone", "NOK")}
    assert read_beside(claim, [known("2026-01-20", unit=each) for each in units], "", currencies)["unit"] == unit


@pytest.mark.parametrize(
    ("told", "there", "polarity"),
    [("expected", "asserted", "asserted"), ("expected", "expected", "expected"), ("asserted", "expected", "asserted")],
)
def test_what_will_cost_so_much_is_held_against_what_it_is_said_to_cost(told: str, there: str, polarity: str) -> None:
    rows = [known("2026-01-20"), known("2026-01-21", there)]
    assert read_beside(CLAIM | {"polarity": told}, rows, "")["polarity"] == polarity


@pytest.mark.parametrize(
    ("written", "unit", "figure"),
    [
        ("12%", "percent", "12%"),
        ("12", "percent", "12%"),
        ("40€", "EUR", "40€"),
        ("3 million", "USD", "$3 million"),
        ("a fifth", "percent", "a fifth"),
    ],
)
def test_a_figure_gets_the_sign_of_its_unit_once(sample_database: Path, written: str, unit: str, figure: str) -> None:
    with PublishedFile(sample_database).snapshot() as snapshot:
        assert with_sign(snapshot, written, unit) == figure
