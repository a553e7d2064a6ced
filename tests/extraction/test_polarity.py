"""Asserted, expected, denied: one row a way of English to say so."""

from __future__ import annotations

import pytest

from tests.extraction.reading import claim_at, claims_in

MOODS = [
    ("The army rejected a United Nations report that put the dead at 40.", "40", "asserted"),
    ('"A claim that the guild lost 75 boats ... is pure invention," the mayor said.', "75", "denied"),
    ("The well could be leaking 40 barrels a day.", "40", "asserted"),
    ("The bank predicts a poor harvest, a mere 52% of the last.", "52%", "expected"),
    # what follows from a plan is planned; what is threatened or due to a cause is not
    ("The mill will cut 40 posts, reducing its staff to 300.", "300", "expected"),
    ("The port would need €30m for cranes, and €12m for sheds.", "€12m", "expected"),
    ("The delay is due to a €3m bill.", "€3m", "asserted"),
    ("Some 70 orchards are threatened by blight.", "70", "asserted"),
    ("The fleet has 60 boats but is expected to grow.", "60", "asserted"),
    ("The firm may sell its 12 mills.", "12", "asserted"),
    ("Police will send two boats. Sailors said dozens of boats helped.", "dozens", "asserted"),
    # a figure that is only said has the mood of the one of the same thing before it, and so has the same figure again
    ("The plant will need 150 megawatts. The union says 210 megawatts.", "210", "expected"),
    ("The plant used 150 megawatts. The union says 210 megawatts.", "210", "asserted"),
    ("Voss denies 14 charges of theft and three of forgery.", "three", "asserted"),
    # a figure that only says which thing is meant is neither denied nor expected
    ("The guild denied that any of the 17 tugs had been idle.", "17", "asserted"),
    ("The dairy denied a report that it would move its €310m plant.", "€310m", "asserted"),
    ("The mayor rejected claims that he had signed the 40-page lease unread.", "40", "asserted"),
    ("The harbour board denied any knowledge of the 12 drums.", "12", "asserted"),
    ("The dairy may close the 30 sheds.", "30", "asserted"),
    ("The guild denied that 17 tugs had been idle.", "17", "denied"),
    ("The guild denied the 17 deaths.", "17", "denied"),
    ("The dairy denied reports of the 17 deaths.", "17", "denied"),
    ("Job cuts at the mill will rise to 85 from 60.", "60", "expected"),
    ("The mill is filling 60 sacks a day, which will rise to 85.", "60", "asserted"),
    ("The mill will cut 60 jobs. The guild stood by its count of 85.", "85", "expected"),
    ("The plant will need 150 megawatts. The union found 210 megawatts.", "210", "asserted"),
    ("The survey shows 62 per cent plan to leave.", "62", "asserted"),
    ("An earlier report by the coastguard had given the number aboard as 24.", "24", "asserted"),
    # what is wanted is not there yet; what could be found, told apart or carried out was
    ("The guild wants 60 more cranes.", "60", "expected"),
    ("The ranger wants a cull of 60 boars.", "60", "expected"),
    ("The kidnappers want €60,000.", "€60,000", "asserted"),
    ("The town bought 60 cranes and I want to know where they are.", "60", "asserted"),
    ("Only 60 of the boats could be located.", "60", "asserted"),
    ("Divers could distinguish 60 wrecks.", "60", "asserted"),
    ("The debt stands at 60 crowns and will not be paid off.", "60", "asserted"),
    ("A fee of €60, as the left proposed, would pay for the bridge.", "€60", "expected"),
    ("Another 60 cranes are on order.", "60", "expected"),
    ("The club faces a fine of €60,000.", "€60,000", "expected"),
    # what a verb of the past governs has happened, whatever was planned
    ("The plan drew 60 objections.", "60", "asserted"),
    ("The would-be thief took 60 bottles.", "60", "asserted"),
    ("The mayor promised help after 60 people drowned.", "60", "asserted"),
    ("Rescuers could reach only 60 of the huts.", "60", "asserted"),
    ("There must have been 60 of us.", "60", "asserted"),
    ("Another 60 people may have to leave.", "60", "expected"),
    ("The firm has offered to buy 60 trams.", "60", "expected"),
    ("The firm raised its offer to 60 percent.", "60", "asserted"),
    ("Some 60 jobs hang in the balance.", "60", "expected"),
    ("The town is bracing for 60 refugees.", "60", "expected"),
    ("Profit is sure to fall by 60 percent.", "60", "expected"),
    ("The guild's 60 is a fairy tale.", "60", "denied"),
    ("Reports of 60 deaths could not be independently verified.", "60", "unconfirmed"),
    ("There were rumours of 60 deaths.", "60", "unconfirmed"),
    ("The plant cut 400 jobs.", "400", "asserted"),
    ("The plant will cut 400 jobs.", "400", "expected"),
    ("The plant plans to cut 400 jobs.", "400", "expected"),
    ("The plant is preparing to shed 400 jobs.", "400", "expected"),
    ("Some 400 jobs would disappear, the union said.", "400", "expected"),
    ("The toll could reach 50.", "50", "expected"),
    ("A prize of $75,000 is planned.", "$75,000", "expected"),
    ("Analysts expect sales of $40 million.", "$40 million", "expected"),
    ("The crowd was far below the 5,000 that the police had feared.", "5,000", "expected"),
    ("About 40 boats could be seen at anchor.", "40", "asserted"),
    ("Pickets were seen at 40 piers.", "40", "asserted"),
    ("The deficit is seen at €40m.", "€40m", "expected"),
    ("Some 400 soldiers are already in the east and are likely to join the fighting.", "400", "asserted"),
    ('"The number of 7,500 is wrong," the manager said.', "7,500", "denied"),
    ("The crop shrank 7.3 percent, not the 5.8 percent told to growers.", "5.8", "denied"),
    ("The herd grew 9.5 percent, rather than the 12 percent hoped.", "12", "denied"),
    ("The ministry denied that 60 soldiers had died.", "60", "denied"),
    ("The vet said 85 goats had strayed, not 60 as first reported.", "60", "denied"),
    ("The vet said 85 goats had strayed, not 60 as had earlier been reported.", "60", "denied"),
    ("The vet said 85 goats had strayed, not 60 as was reported by the shepherds.", "60", "asserted"),
    ("The count of 60 dead has since been withdrawn.", "60", "denied"),
    ("Some 60 soldiers have been withdrawn.", "60", "asserted"),
    ("Reports of 60 dead were untrue.", "60", "denied"),
    ("The port has not dismissed 60 workers.", "60", "denied"),
    ("The port did not receive the 60 cranes.", "60", "asserted"),
    ("Some 60 tenants want the lift mended.", "60", "asserted"),
    # What should have happened by then, what is left open, and what a plan is only held against.
    ("The guild expects the port to have lent 60 cranes by May.", "60", "expected"),
    ("The port is believed to have lent 60 cranes.", "60", "asserted"),
    ('"Whether it is 60 or more, it is too many," the guild said.', "60", "unconfirmed"),
    ("The minister was asked whether 60 people had died.", "60", "unconfirmed"),
    ("A panel examines whether the 60 boats were insured.", "60", "asserted"),
    ("The board will decide whether to hire 60 nurses.", "60", "expected"),
    ("In all 60 bridges cost more than planned.", "60", "asserted"),
    ("Some 60 road projects ran late.", "60", "asserted"),
    ("The bank projects that 60 firms will close.", "60", "expected"),
    ("Demand for cranes fell 60 percent.", "60", "asserted"),
    ("Output is expected to rise from 60 to 75 tonnes.", "60", "asserted"),
    ("The union wants $60 a head; the port offers 40.", "$60", "asserted"),
    ("The port wants to buy 60 cranes.", "60", "expected"),
    ("The chef denies 60 counts of theft.", "60", "asserted"),
    ("The club rejected a bid of £60m for its keeper.", "£60m", "asserted"),
    ("The club rejected reports that it owed £60m.", "£60m", "denied"),
    ("The inspector has dismissed 60 of the complaints.", "60", "asserted"),
    ("Some 60 percent of the labels were wrong.", "60", "asserted"),
    ("The port has hired 60 guards and will open at dawn.", "60", "asserted"),
    ("There were 60 trucks at the gate with nowhere to go.", "60", "asserted"),
    ("It spent 60 of the 90 million it had budgeted.", "60", "asserted"),
    ("It spent 60 of the 90 million it had budgeted.", "90 million", "expected"),
    ("Some 60 of the cows would not have died in a newer barn.", "60", "asserted"),
    ("The league will not budge from 60,000.", "60,000", "asserted"),
    ("The harvest will come to 75 tonnes, a quarter less than hoped.", "a quarter", "expected"),
    ("The harvest will come to 75 tonnes, against 60 tonnes last year.", "60", "asserted"),
    ("The plant will burn 75 tonnes a day. That is 60 truckloads.", "60", "expected"),
    ("The plant burned 75 tonnes a day. That is 60 truckloads.", "60", "asserted"),
    ("The boat was doing 45 knots and not at 60, the police said.", "60", "denied"),
    # "it was nothing like 60" denies a figure that was given, "nothing like 60 came" bounds how many came
    ('"It was nothing like 60,000," the mayor said.', "60,000", "denied"),
    ("Nothing like 60 stalls were let.", "60", "asserted"),
    ("Nowhere near 60 stalls were let.", "60", "asserted"),
    # what a claim says is left open, not denied, where it is not verified
    ("Reports that 140 weavers were locked in remain unverified.", "140", "unconfirmed"),
    ("Reports that 27 nuns had fled could not be verified.", "27", "unconfirmed"),
    ("Rumours that 35 mules had drowned have not been substantiated.", "35", "unconfirmed"),
    ("The claim that 35 mules had drowned is unproven.", "35", "unconfirmed"),
    ("The report that 35 mules had drowned was confirmed on Monday.", "35", "asserted"),
    ("A report that 35 mules had drowned upset the mayor, whose own count is unproven.", "35", "asserted"),
    ("Neither the mill nor the union would confirm that 65 looms stand idle.", "65", "unconfirmed"),
    # who came was expected to be fewer
    ("Nearly a third more than the 600 expected came.", "a third", "asserted"),
    ("Twice as many as the 300 guests planned came.", "Twice", "asserted"),
    ("Twice the 300 guests planned would be too many.", "Twice", "expected"),
    ("There were not more than 60 guests.", "60", "asserted"),
    ("A correction: we said on Monday that 60 cows had died. It was 16.", "60", "denied"),
    ("In May we said that 60 cows had died.", "60", "asserted"),
    ("Some 60 is more likely, she said.", "60", "expected"),
    ("It would cost $9m, carry 60 tonnes and employ 40 people.", "60", "expected"),
    ("It would cost $9m, carry 60 tonnes and employ 40 people.", "40", "expected"),
    ("If convicted she faces up to 60 months in prison.", "60", "expected"),
    ("If the bank is right, the bill comes to $60m.", "$60m", "expected"),
    ("If the strike was meant to hurt, it cost $60m.", "$60m", "asserted"),
    ('"My guess would be 60," she said.', "60", "asserted"),
    ("The firm plans to hire 60 people.", "60", "expected"),
    ("The fire in May killed 60 cows.", "60", "asserted"),
    ("The port rejected a claim by the union that 60 men had gone.", "60", "asserted"),
    ("The port rejected a claim that 60 men had gone.", "60", "denied"),
    ("We do not accept that 60 men are missing.", "60", "denied"),
    ("He denied that the guild had sold the €60m tanker.", "€60m", "asserted"),
    ('The port lost 90 boats, and not the "roughly 60" it spoke of.', "60", "denied"),
    ("The planning documents speak of 60 boats.", "60", "expected"),
    ("The port works on the assumption of 60 boats.", "60", "expected"),
    ("The port will pay GH¢60,000 to each.", "GH¢60,000", "expected"),
    ("Ask the guild and you will hear 60,000.", "60,000", "asserted"),
    ("Ask the police and you will be told 60,000.", "60,000", "asserted"),
    ("A visitor will find 60 graves.", "60", "asserted"),
    ("You will pay €60 a day.", "€60", "expected"),
    ("Under the draft, 60 posts go.", "60", "expected"),
    ("Under the bill, fares rise by 60 percent.", "60", "expected"),
    ("Under the plan, 60 posts went.", "60", "asserted"),
    ("She told the planning committee 60 objections had been sent in.", "60", "asserted"),
    ("The council is planning 60 flats.", "60", "expected"),
    ("Under the bill the age would rise from 60 to 65.", "60", "asserted"),
    ("The blueprint has 60 flats, not 90.", "60", "expected"),
    ("The stadium was planned for 90,000 seats and has 60,000.", "60,000", "asserted"),
    ("The mill will close and lay off 60 people.", "60", "expected"),
    ("The bank will close 90 branches, 60 of them in Wales.", "60", "expected"),
    ("The scheme would create 90 jobs; the council's own count is 60.", "60", "expected"),
]


@pytest.mark.parametrize(("text", "figure", "polarity"), MOODS)
def test_polarity(text: str, figure: str, polarity: str) -> None:
    assert claim_at(text, figure).polarity == polarity


def test_the_same_figure_of_the_same_thing_has_the_same_mood_again() -> None:
    claims = claims_in("The fair will create 340 jobs. The 340 jobs are the talk of the town.")
    assert [claim.polarity for claim in claims] == ["expected", "expected"]


def test_a_denied_figure_is_credited_to_who_denies_it() -> None:
    claim = claim_at("The ministry in Baku dismissed a claim of 60 dead.", "60")
    assert (claim.polarity, claim.claimant) == ("denied", "The ministry in Baku")


def test_somebody_elses_claim_stays_theirs_and_its_denial_points_to_them() -> None:
    claims = claims_in("The ministry in Baku dismissed Oxfam's claim of 60 dead.")
    figure = next(claim for claim in claims if claim.kind == "quantity")
    denial = next(claim for claim in claims if claim.kind == "stance")
    assert (figure.polarity, figure.claimant) == ("asserted", "Oxfam")
    assert (denial.polarity, denial.claimant, denial.denies) == ("denied", "The ministry in Baku", "Oxfam")


def test_a_correction_names_what_it_replaces() -> None:
    text = "An earlier version of this report gave a depth of 31 metres; the correct depth is 13 metres."
    earlier, correct = claim_at(text, "31"), claim_at(text, "13")
    assert (earlier.polarity, correct.polarity) == ("denied", "asserted")
    assert correct.replaces == earlier.claim_id


def test_a_paper_that_takes_a_figure_back_denies_its_own_word_and_nobody_elses() -> None:
    own = claim_at("Correction: we said on Friday that 84 lamps had gone out. It was 48.", "84")
    another = claim_at("The figure of 84 lamps in the council's leaflet is wrong.", "84")
    assert [claim.polarity for claim in (own, another)] == ["denied"] * 2
    assert own.denies == own.source
    assert another.denies is None


PLAN = "The masterplan for the quay is long.\nHeight: 40 metres, on 12 floors.\nThe old quay is 300 metres long."


@pytest.mark.parametrize(("figure", "polarity"), [("40", "expected"), ("12", "expected"), ("300", "asserted")])
def test_entries_of_a_plan_are_expected(figure: str, polarity: str) -> None:
    assert claim_at(PLAN, figure).polarity == polarity


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Nowhere near 60 stalls were let.", "less_than"),
        ("Nothing like 60 stalls were let.", "less_than"),
        ("There were nowhere near 60 stalls.", "stated"),
        ('"It was nothing like 60," the mayor said.', "stated"),
    ],
)
def test_a_figure_is_bounded_or_denied_but_not_both(text: str, hedge: str) -> None:
    claim = claim_at(text, "60")
    assert (claim.hedge, claim.polarity) == (hedge, "denied" if hedge == "stated" else "asserted")
