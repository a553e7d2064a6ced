"""One word in several fields of news: the plain reading holds unless the article speaks of war, strikes or prisons."""

import pytest

from extraction.model import Claim, Document
from extraction.rules import RuleExtractor

RULES = RuleExtractor()


def claims(text: str) -> list[Claim]:
    """The claims of a text."""
    return list(RULES.extract([Document("d", "Paper", text)]))


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        # Prisoners, crews and officers.
        ("The jail at Lindal holds 310 prisoners.", ["prisoners_held"]),
        ("The army said its brigade had taken 310 prisoners on the frontline.", ["captured_soldiers"]),
        ("Four prisoners died when a guard lost the keys to the cells.", ["deaths"]),
        ("The blaze spread overnight and 60 crews were still fighting the flames.", ["firefighters"]),
        ("The film festival invited 60 crews.", ["crew"]),
        ("The hospital lost 14 consultants and its patients wait longer.", ["doctors"]),
        ("The ministry hired 14 consultants for its website.", ["consultant"]),
        ("The maternity ward saw 412 babies born in May.", ["births"]),
        # A list is one of sanctions only where sanctions are spoken of.
        ("The sanctions now bind 40 people on the list.", ["sanctioned_individuals"]),
        ("Some 40 people on the list of speakers did not come.", ["people"]),
        # A strike.
        ("The union that called the strike put adherence at 72 percent.", ["turnout"]),
        ("Adherence to the diet was 72 percent.", ["adherence"]),
        ("On the second day of the walkout 2,300 nurses were out.", ["strikers"]),
        # A demonstration.
        ("The demonstrators carried banners; 8,000 people filled the avenue.", ["protesters"]),
        # A spill.
        ("The slick from the tanker grew, and 9,000 litres of diesel were in the water.", ["oil_spill"]),
        ("The tanker was carrying 2 million litres of diesel.", ["cargo"]),
        ("A refinery stored 9,000 litres of diesel.", ["oil"]),
        # Flight.
        ("About 6,000 refugees are in the camp; another 900 people have crossed from the north.",
         ["refugees", "displaced_people"]),
    ],
)  # fmt: skip
def test_a_word_is_read_as_in_the_field_of_its_article(text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in claims(text)] == measures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        # A verb of its own says that these are not the dead, the hurt or the fled of the sentence before.
        ("The flood killed 5 people. Police are investigating against a total of four persons.", ["deaths", "people"]),
        ("The blast injured 171 people. One tent is shared by 180 people.", ["injuries", "people"]),
        # Who only counts leaves it open, and the figure is another count of the same.
        ("The blast injured 171 people. A doctor put the number at 180.", ["injuries", "injuries"]),
        ("The agency withdrew the figure of 120 and said 95 people had died.", ["deaths", "deaths"]),
        # Whose verb it is: what can befall animals is told of the animals.
        ("Herders own 2 million cattle. Up to 80,000 would be culled first.", ["livestock", "animals_culled"]),
        # What came before "since" is no fate of those counted.
        ("The plant had 900 workers. The union says it is 350 since the layoffs.", ["workforce", "workforce"]),
    ],
)  # fmt: skip
def test_a_fate_is_not_lent_to_a_figure_with_a_verb_of_its_own(text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in claims(text)] == measures


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The ship's owner said fewer than 10,000 litres had escaped in the spill.", "oil_spill"),
        ("The final tally, released at 8 pm, was 34.2 per cent.", "share"),
        ("Rents, after years of calm, rose to 1,900 euros.", "rent"),
        ("It had shrunk to 8 km.", "extent"),
        ("The divers gave it as 120,000 litres.", "volume"),
        ("The bridge would cost four billion kroner.", "cost"),
        ("Three balloons drifted 900 kilometres.", "extent"),
    ],
)
def test_a_unit_is_no_measure(text: str, measure: str) -> None:
    """A quantity is measured by what is done with it; where nothing says it, it is left open by its dimension."""
    assert claims(text)[-1].measure == measure


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        # How many there could be, and how many there are.
        ("The jail at Lindal was built for 700 prisoners and was holding 1,300.", ["capacity", "prisoners_held"]),
        ("The arena can hold 9,000.", ["capacity"]),
        ("The nursery has 40 places.", ["capacity"]),
        # Who got away and who is badly off.
        ("Six inmates broke out of the jail; two were recaptured.", ["escaped_people", "recaptured_people"]),
        ("Seven climbers were found fighting for their lives.", ["critical_patients"]),
        ("The avalanche hurt 30 people, of whom two are in intensive care.", ["injuries", "critical_patients"]),
        # Quantities by what is done with them.
        ("The fleet landed 8,000 tonnes.", ["catch"]),
        ("The council set aside €3 million.", ["budget"]),
        ("The fund is to put €3 million into a ferry.", ["investment"]),
        ("The appeal is 16 percent funded.", ["funding_share"]),
        # Offers and demands of pay.
        ("The strike goes on: the ministry is offering 3.1 percent, the union is demanding 7 percent.",
         ["pay_offer", "pay_demand"]),
        # The part of an owned whole.
        ("Four of the bakery's 25 employees live abroad.", ["workforce", "workforce"]),
        # What the word behind a conversion or a quotation tells.
        ("The wreck lies 3 miles (5 km) from the cape.", ["distance", "distance"]),
        ("The slick was “two miles” long.", ["length"]),
        # The same quantity by another's reckoning.
        ("The quake killed 9 people. The tunnel is three years late by one reckoning and two by another.",
         ["deaths", "delay", "delay"]),
        # A small number in a sentence of its own counts nothing that was told before.
        ("The quake killed 9 people in the valley. The letter bore 4 of it.", ["deaths", "unknown"]),
        # What an article gives chiefly in percent is what it says of the state's figure.
        ("The strike closed the port. The union put adherence at 80 percent; at noon it was 76 percent. "
         "The ministry speaks of 31 percent.", ["turnout", "turnout", "turnout"]),
    ],
)  # fmt: skip
def test_a_verb_tells_what_is_counted(text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in claims(text)] == measures
