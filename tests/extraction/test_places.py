"""Where something happened: the event's place of an article, a claim's own, and what is no place of either."""

import pytest

from extraction.model import Claim, Document
from extraction.rules import RuleExtractor

EXTRACTOR = RuleExtractor()


def claims_of(text: str, title: str | None = None) -> list[Claim]:
    return list(EXTRACTOR.extract([Document("d", "The Gazette", text, title=title, published_at="2025-10-10")]))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # A phrase of place belongs to the figure beside it.
        (
            "Floods in Peru killed 12 people in Nazca and 9 in Pucallpa.",
            ["Nazca < Ica < Peru", "Pucallpa < Ucayali < Peru"],
        ),
        (
            "Unions marched across Slovakia. In Košice 20,000 came; in Prešov fewer than 5,000.",
            ["Košice < Slovakia", "Prešov < Slovakia"],
        ),
        ("Storms crossed Poland. In the port city, Gdynia, 40 boats sank.", ["Gdynia < Pomerania < Poland"]),
        ("Rents rose in Ireland. A batch of 640 Cork sales was counted twice.", ["Cork < Munster < Ireland"]),
        # The subject of "has" is a place too, and so is a heading before a colon.
        ("England builds little. Bristol has 21,400 households in need.", ["Bristol < England < United Kingdom"]),
        ("Schools shut all over Spain. France: 1,350 schools are closed.", ["France"]),
        ("Across England 1,086 beds were closed.", ["England < United Kingdom"]),
        # Accents are often left out, or added.
        ("The plant in the Spanish region of Aragón employs 850 people.", ["Aragon < Spain"]),
        # A struck place is a scene.
        ("The earthquake that hit Nazca killed 42 people in all.", ["Nazca < Ica < Peru"]),
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
        # By "in", "near" and "off", and what contains it by the words after it.
        ("An oil barge ran aground off Cedral in southern Brazil, spilling 700 barrels.", "Cedral < Brazil"),
        ("At least 40 people were hurt near Marvanet, a village in Morocco.", "Marvanet < Morocco"),
        ("DORVEK, Sudan - Some 300 families left Dorvek this week.", "Dorvek < Sudan"),
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
        ("", "Trains collided near Vratsa in Bulgaria. The ministry said 11 died.", "Vratsa < Bulgaria"),
        ("", "Anger grew over the Kumasi stadium crush. The toll is 23.", "Kumasi < Ashanti < Ghana"),
        ("", "A crush in Ghana's second city, Kumasi, shocked fans. Police said 17 died.", "Kumasi < Ashanti < Ghana"),
        ("", "Hospitals in Basra, Iraq, put the toll at 42.", "Basra < Iraq"),
        (
            "Kumasi still argues over a number",
            "The mourners have gone home. The dead number 23.",
            "Kumasi < Ashanti < Ghana",
        ),
        # An opening that speaks of a country makes it the country's, whatever towns follow.
        ("", "Irish house prices rose. In Dublin they slowed. Sales came to 4,215.", "Ireland"),
        ("", "Spain will make less oil. Rain failed in Seville. Farmers lost €3 million.", "Spain"),
        ("", "Heat has gripped southern Spain. The ministry counts 72 deaths.", "Spain"),
        # Where somebody speaks, where the report was written, whose ministry it is: none of them the scene.
        ("", "MADRID - Drugmaker Lumera is to cut 900 jobs.", None),
        (
            "",
            "A ferry sank off Borneo in Malaysia. Ministers told reporters in Tokyo that 12 died.",
            "Borneo < Malaysia",
        ),
        ("", "Floods hit Sylhet in Bangladesh. Analysts in London put losses at $3 million.", "Sylhet < Bangladesh"),
        ("", "In Vienna, Chancellor Anna Gruber said 15 people had died.", None),
        ("", "Penalties on Minsk name 112 companies.", None),
        ("", "Flights from Nairobi to Lagos carry 140 people a day.", None),
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
    text = "BRATISLAVA - Some 35,000 people filled the centre of the Slovak capital. Police counted 22,000."
    assert {claim.place for claim in claims_of(text)} == {"Bratislava < Slovakia"}
