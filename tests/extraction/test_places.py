"""Where something happened: the event's place of an article, a claim's own, and what is no place of either."""

import csv
from pathlib import Path

import pytest

from extraction.model import Claim, Document
from extraction.places.place_readings import country_of
from extraction.rules import RuleExtractor
from extraction.words.lexicon import LEXICON_FOLDER, read_table
from extraction.words.vocabulary import without_accents
from extraction.words.vocabulary_tables import load_vocabulary

EXTRACTOR = RuleExtractor()


def claims_of(text: str, title: str | None = None) -> list[Claim]:
    return list(EXTRACTOR.extract([Document("d", "The Gazette", text, title=title, published_at="2025-10-10")]))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # A phrase of place belongs to the figure beside it.
        (
            "Floods in Ecuador killed 14 people in Loja and 6 in Quito.",
            ["Loja < Ecuador", "Quito < Pichincha < Ecuador"],
        ),
        (
            "Farmers met across Estonia. In Tartu 310 came; in Narva less than 90.",
            ["Tartu < Estonia", "Narva < Ida-Virumaa < Estonia"],
        ),
        ("Storms crossed Poland. In the port city, Gdynia, 40 boats sank.", ["Gdynia < Pomerania < Poland"]),
        ("Wages rose in Norway. Some 75 Bergen permits were lost in the post.", ["Bergen < Vestland < Norway"]),
        # The subject of "has" is a place too, and so is a heading before a colon.
        ("Finland plants little. Turku has 3,200 farmers in debt.", ["Turku < Southwest Finland < Finland"]),
        ("Shops shut all over Sweden. Norway: 815 shops are closed.", ["Norway"]),
        ("Across England 1,086 beds were closed.", ["England < United Kingdom"]),
        # A law holds in all of a country, or in the region that the article names; what is to be paid is no law.
        (
            "Nurses met in Turku, Finland, against a law that would cut leave to 12 weeks. A bill of 900 euros came.",
            ["Finland", "Turku < Southwest Finland < Finland"],
        ),
        # What flows over its banks somewhere is no body that sits there.
        ("At least 14 people died as the Mur left its banks in the Austrian state of Styria.", ["Styria < Austria"]),
        # "His town" is the one named just before.
        (
            "Floods hit Vestland in Norway. In Voss the mayor was angry. He said 14 people had died in his town alone.",
            ["Voss < Norway"],
        ),
        # A body called after a place speaks for its country.
        (
            "Rain fell in Halifax. The Leeds Building Society said 60 homes in Halifax were wet.",
            ["Halifax < Calderdale < England < United Kingdom"],
        ),
        # Accents are often left out, or added.
        ("The quarry in the region of Aragón in Spain employs 75 people.", ["Aragon < Spain"]),
        # Those who are sent somewhere are there.
        ("Peru has sent 640 nurses to Chile.", ["Chile"]),
        # A struck place is a scene.
        ("The cyclone that struck Loja killed 31 people in all.", ["Loja < Ecuador"]),
        ("Some 45 gunboats shelled Loja.", ["Loja < Ecuador"]),
        ("Money moved out of Vienna: €90 million in all.", ["Vienna < Austria"]),
    ],
)
def test_the_own_place_of_a_claim(text: str, places: list[str]) -> None:
    assert [claim.place for claim in claims_of(text)] == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # By the noun beside it.
        ("A ferry went down off Pelor island in Indonesia, drowning 31 people.", "Pelor < Indonesia"),
        ("A fire burned 26 homes in the town of Larkmere, Idaho.", "Larkmere < Idaho < United States"),
        ("A boat sank in Lake Orvane in Peru, drowning 4 people.", "Lake Orvane < Peru"),
        ("Rain in India flooded 300 homes in the Tarvi valley.", "Tarvi valley < India"),
        # By the kind of place that it is called, whatever its words mean else, and by the owner before that.
        ("Shells hit the Myanmar town of Ban Lay, killing 31 people.", "Ban Lay < Myanmar"),
        # By the region behind it; what is at a city may be a hospital.
        ("A mine fell in at Dorokan in the Western Region of Ghana, killing 31 people.", "Dorokan < Western < Ghana"),
        ("At Selby General in Bergen in Norway 31 patients fell ill.", "Bergen < Vestland < Norway"),
        # By "in", "near" and "off", and what contains it by the words after it.
        ("An oil barge ran aground off Cedral in southern Brazil, spilling 700 barrels.", "Cedral < Brazil"),
        ("At least 40 people were hurt near Marvanet, a village in Morocco.", "Marvanet < Morocco"),
        ("DORVEK, Sudan - Some 300 families left Dorvek this week.", "Dorvek < Sudan"),
        # A dateline names a place; a person after the word for a region is no part of it.
        ("LARWICK - Salmon farms lost 84,000 fish.", "Larwick"),
        ("The governor of Kelva Province Gulan Merak declared 300 homes lost.", None),
        # A company, a paper or a person is none, nor is a word that every text has.
        ("Shares in Castellan fell 18 percent.", None),
        ("The study published in Lumen counted 212 patients.", None),
        ("Confidence in Okafor cost the party 12 seats.", None),
        ("At Castellan 400 jobs will go.", None),
    ],
)
def test_a_place_that_the_gazetteer_does_not_hold(text: str, place: str | None) -> None:
    assert claims_of(text)[0].place == place


@pytest.mark.parametrize(
    ("title", "text", "place"),
    [
        # What the opening names is the event's, also as the name of what happened there.
        ("", "Buses collided near Graz in Austria. The ministry said 14 died.", "Graz < Styria < Austria"),
        ("", "Grief grew over the Tamale market fire. The toll is 31.", "Tamale < Northern < Ghana"),
        (
            "",
            "A blaze in Norway's second city, Bergen, shocked sailors. Police said 14 died.",
            "Bergen < Vestland < Norway",
        ),
        ("", "Hospitals in Basra, Iraq, put the toll at 42.", "Basra < Iraq"),
        (
            "Tamale cannot agree on its losses",
            "The rescuers have gone home. The dead number 31.",
            "Tamale < Northern < Ghana",
        ),
        # An opening that speaks of a country makes it the country's, whatever towns follow.
        ("", "Irish house prices rose. In Dublin they slowed. Sales came to 4,215.", "Ireland"),
        ("", "Spain will make less oil. Rain failed in Seville. Farmers lost €3 million.", "Spain"),
        ("", "Heat has gripped southern Spain. The ministry counts 72 deaths.", "Spain"),
        # A city's dateline is where it is written, unless the text names the city or its region again.
        ("", "HOUSTON (AgriNet) - Calves gained 11 percent on the new feed. In all 38 fell ill.", None),
        (
            "",
            "EUGENE - The grass fire is out. Oregon's governor said 38 homes were lost.",
            "Oregon < United States",
        ),
        (
            "",
            "CHICAGO - The flood is over. Some 38 roads in Chicago stay shut.",
            "Chicago < Cook County < Illinois < United States",
        ),
        # Where the lead has its scene goes before a place that the title names in another country.
        (
            "Thousands run from Juba shelling",
            "Some 7,000 people are now safe in Uganda. Of them 300 are ill.",
            "Uganda",
        ),
        ("", "Some 900 herders moved from Kenya's Turkana county into Uganda. Some 300 are ill.", "Uganda"),
        # A dateline may be a sentence of its own; the opening may speak of its city.
        ("", "GRAZ. Snow came early. Then the trams stopped. Some 38 drivers were ill.", "Graz < Styria < Austria"),
        ("", "Graz, 5 May 2025. Snow came early. In the city 38 drivers were ill.", "Graz < Styria < Austria"),
        (
            "",
            "MUNICH. Snow came early. Many firms in the city shut. Some 38 drivers were ill.",
            "Munich < Bavaria < Germany",
        ),
        # Its people and its language are no home of a text.
        (
            "",
            "(From the Danish) The minister shut the border. Danish police met Danish judges. He counts 38 cars.",
            None,
        ),
        # A capital before what a city has is the city.
        ("Warsaw court is full of tractors", "Organisers counted 120,000 people.", "Warsaw < Mazovia < Poland"),
        # An article that names no place of its event is at home in the country that it is told of.
        (
            "",
            "Milk fell. Butter is dear. Cheese rose. Of Cork herds 60 are sick. The minister wants 52,000 cows fewer.",
            "Ireland",
        ),
        (
            "",
            "The minister opened the mango season. Lorries left Piura and Sullana. The crop is 340,000 tonnes.",
            "Peru",
        ),
        ("", "The crane was built for a Korean shipyard. The ministry lists 221 defects.", None),
        # Where somebody speaks, where the report was written, whose ministry it is: none of them the scene.
        ("", "OSLO - Shipbuilder Velora is to cut 75 jobs.", None),
        (
            "",
            "A ferry sank off Borneo in Malaysia. Ministers told reporters in Tokyo that 12 died.",
            "Borneo < Malaysia",
        ),
        ("", "Floods hit Sylhet in Bangladesh. Analysts in London put losses at $3 million.", "Sylhet < Bangladesh"),
        ("", "In Vienna, Chancellor Anna Gruber said 15 people had died.", None),
        ("", "Tariffs on Lisbon hit 45 mills.", None),
        # A country that is called neighbouring or distant is where the report does not play.
        ("", "A ferry sank off Tarnvik, drowning 12. Tugs came from neighbouring Estonia. Another 30 were hurt.", None),
        ("", "Flights from Nairobi to Lagos carry 140 people a day.", None),
        (
            "",
            "In a speech from the snowbound city of Basel, the president said 40 had died in Swiss valleys.",
            "Switzerland",
        ),
    ],
)
def test_the_place_of_the_event(title: str, text: str, place: str | None) -> None:
    assert claims_of(text, title)[-1].place == place


def test_the_whole_country_is_named_by_nationwide() -> None:
    text = "A march filled Bratislava in Slovakia. Organisers say 100,000 people marched nationwide."
    assert claims_of(text)[-1].place == "Slovakia"
    text = "A march went through Košice in Slovakia. Some 60,000 people had come from across the country."
    assert claims_of(text)[-1].place == "Košice < Slovakia"


def test_the_city_of_the_dateline_is_the_capital_that_the_lead_speaks_of() -> None:
    text = "OSLO - Some 7,500 people stood in the harbour of the Norwegian capital. Police counted 3,100."
    assert {claim.place for claim in claims_of(text)} == {"Oslo < Norway"}


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("PRAGUE - The Czech state lost 240 million crowns.", ["CZK"]),
        ("CAIRO - A kilo of veal costs 420 pounds in Egypt, and £9 at the airport.", ["EGP", "GBP"]),
        ("OSLO - Norway paid 40 million kroner.", ["NOK"]),
        ("COPENHAGEN - Denmark paid 40 million kroner.", ["DKK"]),
        ("BUENOS AIRES - Argentina owes 900 million pesos.", ["ARS"]),
        ("MANILA - The Philippines owes 900 million pesos.", ["PHP"]),
        # Written out elsewhere, the name tells more than the place.
        ("LONDON - The firm owes 40 million Danish kroner and paid 25 million kroner.", ["DKK", "DKK"]),
        # Where nothing tells, the everyday name stays.
        ("The firm owes 40 million kroner.", ["krone"]),
    ],
)
def test_everyday_money_is_that_of_the_country_of_the_article(text: str, units: list[str]) -> None:
    assert [claim.unit for claim in claims_of(text) if claim.kind == "quantity"] == units


def test_the_countries_of_everyday_money_are_in_the_gazetteer() -> None:
    vocabulary = load_vocabulary()
    assert {
        country for codes in vocabulary.units.local_currencies.values() for country in codes
    } <= vocabulary.places.countries


OPENINGS = Path(__file__).with_name("place_openings.csv")
"""Openings of articles with names that several places bear, and the place of each; levels between the first and the
last may be left out. One half was not looked at while the rules were made."""


def read_openings() -> list[dict[str, str]]:
    with OPENINGS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_read_as(found: str | None, expected: str) -> bool:
    """Whether a place has the ends that are expected, and between them what is expected in this order."""
    levels, wanted = (without_accents(path).split(" < ") for path in (found or "", expected))
    rest = iter(levels)
    return levels[0] == wanted[0] and levels[-1] == wanted[-1] and all(level in rest for level in wanted)


def test_names_that_several_places_bear() -> None:
    """No place gets a wrong country, and most get their whole chain."""
    right: dict[str, list[bool]] = {"read": [], "held": []}
    for row in read_openings():
        document = Document("d", row["source"], row["text"], published_at="2025-10-10", url=row["url"] or None)
        found = EXTRACTOR.read(document).places.main
        right[row["half"]].append(is_read_as(found, row["place"]))
        if found is not None and " < " in found:
            assert country_of(found) == country_of(row["place"]), row["text"]
    assert sum(right["read"]) / len(right["read"]) > 0.8
    assert sum(right["held"]) / len(right["held"]) > 0.6


def test_signs_speak_for_places_of_the_gazetteer() -> None:
    """Each sign and each abbreviation names a place as places.csv does."""
    folder = LEXICON_FOLDER
    listed = {
        f"{row['place']} < {row['within']}" if row["within"] else row["place"]
        for row in read_table(folder / "places.csv")
    }
    signs = read_table(folder / "place_signs.csv") + read_table(folder / "region_abbreviations.csv")
    assert {row["place"] for row in signs} <= listed


def _local_places() -> list[tuple[str, str, str, str]]:
    """Local news of a town: who published it, its title and text, and the place of its last figure."""
    rows = read_table(Path(__file__).parent / "local_places.csv")
    return [(row["source"], row["title"], row["text"], row["place"]) for row in rows]


@pytest.mark.parametrize(("source", "title", "text", "place"), _local_places())
def test_the_place_of_local_news(source: str, title: str, text: str, place: str) -> None:
    claims = list(EXTRACTOR.extract([Document("d", source, text, title=title or None, published_at="2025-10-10")]))
    assert claims[-1].place == place


def _local_voices() -> list[tuple[str, str]]:
    """Local news and for whom those speak who give its last figure."""
    rows = read_table(Path(__file__).parent / "local_voices.csv")
    return [(row["text"], row["affiliation"]) for row in rows]


@pytest.mark.parametrize(("text", "affiliation"), _local_voices())
def test_for_whom_those_speak_who_serve_a_town(text: str, affiliation: str) -> None:
    assert claims_of(text)[-1].claimant_affiliation == affiliation


@pytest.mark.parametrize(
    ("title", "text", "place"),
    [
        # One word does not make an article another country's: who buys, who speaks, a body that others have too.
        (
            "Mill towns stunned by 50 percent U.S. tariff",
            "MASERU, May 12 (MW) - Lesotho, a poor state, said on Monday it would send ministers abroad after a tariff "
            "on its exports to the United States. Exports to the U.S. came to $237 million. Lesotho sells denim.",
            "Lesotho",
        ),
        (
            "Growers count losses",
            "NAIROBI, May 12 (MW) - Frost struck the hills. Exports to Germany and the Netherlands fell by 12 percent.",
            None,
        ),
        (
            "Ferry inquiry opens",
            "ZAMBOANGA, May 12 (MW) - The inquiry into the sinking that killed 31 people opened on Monday. A bill in "
            "Congress would raise fines. The Department of Justice has charged 4 men. The minister was silent.",
            "Philippines",
        ),
        ("Search ends", "The search was ended with 31 dead. A bill in Congress would make owners pay.", None),
        ("Talks go on", "Whitehall is ready to pay up to 120 million pounds, an official said.", None),
        (
            "What was hit in Kharkiv",
            "The school has no roof. Russia's defence ministry says its drones went only for mills. Some 12 were hurt.",
            "Kharkiv < Ukraine",
        ),
        ("Van orders return", "Profit was 14 million euros. Orders rose, with Germany and Turkey strongest.", None),
        # Several regions are the country of the title, whatever town is named first.
        (
            "Zambia cholera: report no. 2",
            "The ministry reports 29 deaths in seven districts. The peak seems to have passed in Chililabombwe.",
            "Zambia",
        ),
    ],
)
def test_one_word_does_not_move_an_article_abroad(title: str, text: str, place: str | None) -> None:
    claims = [claim for claim in claims_of(text, title) if claim.kind == "quantity"]
    assert {claim.place for claim in claims} == {place}
