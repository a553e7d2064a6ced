"""The tables of names: actors and the gazetteer; and the description of every table."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

LEXICON = Path(__file__).resolve().parents[2] / "data" / "lexicon"
ACTOR_KINDS = {"state", "abbreviation", "demonym", "metonym", "body", "organisation", "group"}
PLACE_KINDS = {"country", "region", "district", "city", "continent", "world region", "sea"}


def read(name: str) -> list[dict[str, str]]:
    with (LEXICON / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def actors() -> dict[str, set[str]]:
    found = defaultdict(set)
    for row in read("actors.csv"):
        found[row["wording"]].add(row["actor"])
    return found


@pytest.fixture(scope="module")
def readings() -> dict[str, list[str]]:
    found = defaultdict(list)
    for row in read("places.csv"):
        found[row["wording"]].append(" < ".join(filter(None, (row["place"], row["within"]))))
    return found


@pytest.mark.parametrize(
    ("wording", "actor"),
    [
        ("Kremlin", "Russia"),
        ("DPRK", "North Korea"),
        ("North Koreans", "North Korea"),
        ("U.S.", "United States"),
        ("Pentagon", "United States"),
        ("Downing Street", "United Kingdom"),
        ("Brussels", "European Union"),
        ("WHO", "World Health Organization"),
        ("Hizbollah", "Hezbollah"),
    ],
)
def test_a_wording_names_its_actor(actors: dict[str, set[str]], wording: str, actor: str) -> None:
    assert actors[wording] == {actor}


def test_an_abbreviation_of_two_bodies_names_both(actors: dict[str, set[str]]) -> None:
    assert actors["RSF"] == {"Reporters Without Borders", "Rapid Support Forces"}


def test_every_actor_is_a_wording_of_itself_and_of_a_known_kind(actors: dict[str, set[str]]) -> None:
    rows = read("actors.csv")
    assert {row["kind"] for row in rows} == ACTOR_KINDS
    assert all(row["actor"] in actors[row["actor"]] for row in rows)
    assert len(rows) == len({tuple(row.values()) for row in rows})


@pytest.mark.parametrize(
    ("wording", "first"),
    [
        ("Georgia", "Georgia"),
        ("Kursk", "Kursk < Russia"),
        ("Washington", "Washington < District of Columbia < United States"),
        ("Kiev", "Kyiv < Ukraine"),
        ("Boise County", "Boise County < Idaho < United States"),
        ("Victoria", "Victoria < Australia"),
        ("Balkans", "Balkans"),
        ("Cologne", "Cologne < North Rhine-Westphalia < Germany"),
    ],
)
def test_the_likeliest_reading_of_a_name_stands_first(readings: dict[str, list[str]], wording: str, first: str) -> None:
    assert readings[wording][0] == first


def test_less_likely_readings_are_kept(readings: dict[str, list[str]]) -> None:
    assert "Georgia < United States" in readings["Georgia"]
    assert "Kursk < Kursk < Russia" in readings["Kursk"]


def test_every_container_is_a_place_of_its_own(readings: dict[str, list[str]]) -> None:
    known = {chain for chains in readings.values() for chain in chains}
    containers = {row["within"] for row in read("places.csv")} - {""}
    assert containers <= known


def test_countries_are_called_as_the_states_among_the_actors(actors: dict[str, set[str]]) -> None:
    countries = {row["place"] for row in read("places.csv") if row["kind"] == "country"}
    states = {row["actor"] for row in read("actors.csv") if row["kind"] == "state"}
    assert len(countries & states) >= 195
    assert {row["kind"] for row in read("places.csv")} == PLACE_KINDS


def test_every_table_is_described_with_its_columns() -> None:
    description = " ".join((LEXICON / "README.md").read_text(encoding="utf-8").split())
    for table in sorted(LEXICON.glob("*.csv")):
        header = table.read_text(encoding="utf-8").partition("\n")[0]
        columns = ", ".join(header.split(","))
        assert f"`{table.name}`" in description, table.name
        assert columns in description, f"{table.name} has the columns {columns}"
