"""Whose an estimate is that is revised, kept, replaced or corrected, and what is nobody's."""

from __future__ import annotations

import pytest

from tests.extraction.reading import claim_at

UNION = "Divers surveyed the reef for Kelmar. The union FTB called that a farce. "
LEAK = "Data leaked from Ostrava Rail. The software firm Quillcode counted 7,300 passes. "
NOTE = "Skipper Runa Voss read out her report on the storm. "

CASES = [
    # Whoever revises or keeps "its" figure has given it, whoever spoke before.
    (UNION + "Kelmar lifted its own estimate of the loss to 38 million crowns.", "38 million", "Kelmar"),
    (UNION + "In May Kelmar trimmed its forecast for the catch from 81 to 67 tonnes.", "81", "Kelmar"),
    (UNION + "The adviser Brandt Hydro stuck to its count of 2,900 dead corals.", "2,900", "Brandt Hydro"),
    (
        "The union FTB said 4 were hurt, and Brandt Hydro is standing by its tally of 2,900 corals.",
        "2,900",
        "Brandt Hydro",
    ),
    ("The union FTB said 4 were hurt. The union welcomed its figure of 57 corals.", "57", "FTB"),
    # What a firm is, before its name at the start of a sentence, is no part of it and takes nothing from it.
    ("Broker Tessel Grain put the harvest at 12 million tonnes.", "12 million", "Tessel Grain"),
    ("Miner Orlane Metals said 12 shafts were closed.", "12", "Orlane Metals"),
    # "The company" in what somebody says is the one that he speaks for.
    (LEAK + "Ostrava Rail's chief of safety, Petr Havel, said the company had counted 4,100.", "4,100", "Petr Havel"),
    (LEAK + "Jana Mala, a spokeswoman for Ostrava Rail, said the firm had found 4,100.", "4,100", "Jana Mala"),
    # What somebody says that another has is no reply to the figure before.
    (
        "Ostrava Rail lost a court case. Jana Mala said 7 lines would close. She said the business had 20 weeks.",
        "20",
        "Jana Mala",
    ),
    ("Jana Mala put the damage at 3 million crowns. The guild has 2.", "2", "The guild"),
    # Whose a paper is comes before what it is of, but for the day of its making.
    ("Jana Mala's audit of the ferry company's fleet shows 40 leaks.", "40", "Jana Mala"),
    ("The treasurer's review of the lamp fund found that 40 bills were missing.", "40", "The treasurer"),
    ("Monday's audit of the guild found 40 leaks.", "40", "the guild"),
    # Where and when, between the parts of a verb, are nobody.
    ("The seed bank has in Lund counted 40 jars.", "40", "The seed bank"),
    ("The seed bank had by early May counted 40 jars.", "40", "The seed bank"),
    ("The divers, who keep the reef, know of 40 dead corals.", "40", "The divers"),
    # What tells of the paper in which one speaks, or when, is no clause that is said.
    (
        "Rust has eaten 62 percent of the rails, the Tram Office said in a letter sent on Monday, a share it regrets.",
        "62",
        "the Tram Office",
    ),
    ("Traders at Olm Grain were calm. The debt, they noted afterwards, equals 40 sheep.", "40", "Traders at Olm Grain"),
    # A paper's correction is its own, but for what it has others say there.
    (
        NOTE + "\n\nCorrection: An earlier version of this article said 64 boats sank. The correct figure is 46.",
        "46",
        None,
    ),
    (NOTE + "\n\nEditor's note: the toll had been given as 64. The right number is 46.", "46", None),
    (
        NOTE
        + "\n\nAn earlier version of this article misstated the toll. The coastguard said it is 46. It had been 39.",
        "39",
        "The coastguard",
    ),
    # Those that a rule gives a time, or something to tell, say nothing by that.
    ("Kelmar said 9 died. Under Norwegian law, shippers have 48 hours to report a collision.", "48", None),
    ("Clinics must report at least 15 cases.", "15", None),
    ("Lenders are required to disclose losses above 8 million crowns.", "8 million", None),
    ("The guild must admit that 15 boats were lost.", "15", "The guild"),
    ("The guild was forced to admit that 15 boats were lost.", "15", "The guild"),
    # Earlier estimates that nobody is named with are of whoever gives the one in their place.
    (
        UNION + "Kelmar's latest estimate is 90 million crowns, after earlier estimates of 20 million and 55 million.",
        "55 million",
        "Kelmar",
    ),
    (UNION + "After initial counts of 200 and 350 seals, Kelmar now reports 610 seals.", "200", "Kelmar"),
    (
        UNION + "Kelmar now reports 610 seals, up from earlier counts of 200 and 350 by the wardens.",
        "350",
        "the wardens",
    ),
    ("Kelmar now expects repairs to cost 90 million crowns.", "90 million", "Kelmar"),
]


@pytest.mark.parametrize(("text", "figure", "claimant"), CASES)
def test_whose_reckoning(text: str, figure: str, claimant: str | None) -> None:
    assert claim_at(text, figure).claimant == claimant


def test_a_firm_speaks_for_itself_through_its_officer() -> None:
    text = LEAK + "Ostrava Rail's chief of safety, Petr Havel, said the company had counted 4,100."
    assert claim_at(text, "4,100").claimant_affiliation == "Ostrava Rail"
