"""What a figure counts, whose it is and where: by the syntax of its own sentence, else by what stands nearest."""

import pytest

from extraction.model import Claim, Document
from extraction.rules import RuleExtractor


def claims_of(text: str) -> list[Claim]:
    document = Document("article", "source", text, published_at="2025-10-10T09:00:00+00:00")
    return list(RuleExtractor().extract([document]))


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The kitchen made 180 patients ill.", ["cases"]),
        ("The 17 dead include three cooks.", ["deaths", "deaths"]),
        ("Gunners hit 40 militia positions on the ridge.", ["military_positions"]),
        ("The foundry will shed 40 positions.", ["job_cuts"]),
        ("The tram had 70 passengers or so.", ["passengers"]),
        ("We met 230-odd anglers.", ["angler"]),
        ("The isle has twice as many goats as sheep.", ["livestock"]),
        ("Some 9, not 7, ferries were late.", ["ships", "ships"]),
        ("The 29 missing include a priest.", ["missing_people"]),
        ("Some 7,000 gulls nest on the cliff.", ["animals"]),
        ("Thieves have stolen the data of 60,000 customers.", ["records_exposed"]),
        ("The data of 60,000 customers had been stolen.", ["records_exposed"]),
        ("A rockfall at kilometre 48 hurt seven people.", ["injuries"]),
        ("Some 7,000 gulls died on the cliff.", ["animal_deaths"]),
        ("About 340 homes lost power in the storm.", ["customers_without_power"]),
        ("About 340 homes lost their telephones.", ["homes"]),
        ("About 340 homes were lost in the fire.", ["homes_destroyed"]),
        ("More than 90 people have caught the virus.", ["cases"]),
        ("The plan means the loss of 400 jobs.", ["job_cuts"]),
        ("Up to 900 jobs could go at the plant.", ["job_cuts"]),
        ("About 700 workers face the axe.", ["job_cuts"]),
        ("The union put the number at 40, after 30 workers were sacked.", ["job_cuts", "job_cuts"]),
        ("None was killed but 14 people were hurt.", ["deaths", "injuries"]),
        ("The fire killed 31 people, including 14 children.", ["deaths", "deaths"]),
        ("About 3,600 people fled; some 200 still are away.", ["displaced_people", "displaced_people"]),
        ("The list names 60 firms and 44 people under sanctions.", ["sanctioned_entities", "sanctioned_individuals"]),
        ("With 75 percent of polling stations counted, nobody had won.", ["polling_stations_counted"]),
        ("The takeover bid is 9 percent over the last share price.", ["premium"]),
        ("A guild said 90 protesters had been arrested.", ["arrests"]),
        ("Guards arrested 30 marchers.", ["arrests"]),
        ("Police said 25 protesters were hurt.", ["injuries"]),
        ("Some 14 people died. Then 46 people were hurt, nine of them badly.", ["deaths", "injuries", "injuries"]),
        ("Some 9,000 people from the villages — two bishops among them — marched here.", ["protesters", "bishop"]),
        ("Prosecutors named 31 soldiers cited for the wounding of a farmer.", ["troops"]),
        ("About 90 rescue workers came by ferry.", ["rescue_workers"]),
        ("Divers pulled out eleven bodies.", ["deaths"]),
        ("Nine senators broke ranks. She has 22 legislators behind her.", ["defections", "lawmakers"]),
        ("Twelve senators, including some of his uncles, broke ranks.", ["defections"]),
        ("Some 7,200 cooks from 14 countries have trained there.", ["trained_people", "countries"]),
        ("Some £6m will be devoted to the quay.", ["spending"]),
        ("The closure meant the termination of 2,100 workers.", ["job_cuts"]),
        ("Air defences destroyed 41 missiles.", ["missiles_shot_down"]),
        (
            "The army destroyed 12 ships, 37 drones and five helicopters.",
            ["ships", "drones_shot_down", "helicopters_shot_down"],
        ),
        ("A fire destroyed 26 homes. Three helicopters dropped water on it.", ["homes_destroyed", "helicopters"]),
        ("He won the rerun by a mere 74 votes.", ["vote_margin"]),
        ("Valmark is a country of 9 million people.", ["population"]),
        ("Some 70 sailors are missing and more than 3,900 were hurt.", ["missing_people", "injuries"]),
        ("The death toll has grown to 318 people.", ["deaths"]),
        ("Three guards, including a cook, were killed and seven others hurt.", ["deaths", "injuries"]),
        ("As many as 35 more may be buried beneath the snow.", ["trapped_people"]),
        ("It left 15 smugglers dead. Four terrorists were also wounded.", ["deaths", "injuries"]),
        ("The rebels have killed or wounded some 1,750 troops.", ["casualties"]),
        ("Homes destroyed: 640. Evacuees: 2,918 people.", ["homes_destroyed", "displaced_people"]),
        ("The mill has $18 million in yearly revenues.", ["revenue"]),
        ("He lost a vote in the 38-member house.", ["seats"]),
        ("Four cooks, aged 31 to 60, were arrested in Leeds.", ["arrests"]),
        ("The number of pilgrims to die on the road has risen to six.", ["deaths"]),
        ("The pier cost €3 billion. Without it, the council would save billions.", ["cost", "cost_savings"]),
        ("Guards took 640 old Danish objects that lay in a barge.", ["objects"]),
        ("3,000 Marchers Gather To Save The Pier", ["protesters"]),
        # What several are told of, and no one thing that stands nearer.
        ("Tourists from the hotel by the quay, some 25 of them, sang.", ["tourists"]),
        ("Nurses said 240 pilgrims suffered from vomiting.", ["cases"]),
        ("In hospital were 36 people, three times the twelve of Monday.", ["hospitalised_people"] * 3),
        ("The guild gave a figure for the arrests: it is 27.", ["arrests"]),
        ("The mill will cut 300 jobs. The guild's fear is 800.", ["job_cuts", "job_cuts"]),
        # A quantity measures what the article measures in its unit, and no noun that it only describes.
        ("Winds of 90 mph tore off roofs. A sensor at the quay showed 83 mph.", ["wind_speed", "wind_speed"]),
        ("The statue, 40 metres high, fell. The 38-metre giant was new.", ["height", "height"]),
        ("The tram was off for 14 days, the town says. The tenants say nine.", ["duration", "duration"]),
        ("The odds of a flood, now about 1 in 40, have risen.", ["probability"]),
    ],
)
def test_the_measure(text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in claims_of(text) if claim.kind == "quantity"] == measures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        # The subject of a verb of measuring, whether a table knows the noun or not.
        ("Rents climbed 5.2 percent to an average of €1,955 a month.", ["rent_change", "rent"]),
        ("The ransom was $8 million.", ["ransom"]),
        ("The overall pass rate slipped to 97.1 percent.", ["pass_rate"]),
        ("The number of maths entries rose by 4.4 percent to 112,000.", ["entries", "entries"]),
        ("Arrivals by sea stand at 31,400 since January.", ["migrants"]),
        ("The haul of cocaine weighed 3.8 tonnes.", ["drugs_seized"]),
        ("The glimmer ratio stood at 41.5 percent.", ["ratio"]),
        # "of", "in" and what is set at a figure.
        ("The attackers demanded a ransom of $8 million.", ["ransom"]),
        ("The club will receive £3.5 million in prize money.", ["prize_money"]),
        ("Its value was put at €190 million by customs.", ["value"]),
        # Held against the figure before it.
        ("Employers added 142,000 jobs in August, fewer than the 165,000 forecast.", ["jobs_created", "jobs_created"]),
        ("It plans to hire 450 pilots, fewer than the 600 it announced.", ["pilots_hired", "pilots_hired"]),
        # What happens to people happens to those who are people by kind.
        ("Nineteen fans and two stewards needed hospital treatment.", ["injuries", "injuries"]),
        ("More than 40,000 teachers walked out across the country.", ["strikers"]),
        ("Twelve passengers were killed.", ["deaths"]),
        # Who does it is not who undergoes it.
        ("Twelve gunmen killed the mayor.", ["gunman"]),
        ("Some 2,300 savers lost their deposits.", ["savers"]),
        ("Twelve people are known to have lost their lives.", ["deaths"]),
        # States and numbers without a noun of their own.
        ("The operator counted 308 on board.", ["people_aboard"]),
        ("The number without power had fallen to 310,000.", ["customers_without_power"]),
        ("The number of missing sank to 31.", ["missing_people"]),
        # A phrase of time is not what is counted, nor is a unit or a compared noun.
        ("Payrolls grew by 142,000 last month.", ["employment"]),
        ("The boat was travelling at 45 kilometres an hour.", ["speed"]),
        ("Winds reached 131 kilometres an hour.", ["wind_speed"]),
        ("The company wants to close the pension fund's office, which has 40 desks.", ["desk"]),
        # Of what there are numbers or tonnes, and what a stock by weight is; only people are laid off.
        ("Badger numbers stand at 340, the trust says. Farmers put them at 900.", ["badger", "badger"]),
        ("Moth numbers have dropped by half.", ["moth"]),
        ("Inspectors saw 90 tonnes of fresh herring in Rena.", ["herring"]),
        ("A survey found a stock of 7,000 tonnes. The skippers say the stock is 9,000 tonnes.", ["stock_biomass"] * 2),
        ("The yard sold 30 cranes. Guards say 900 were laid off.", ["crane", "job_cuts"]),
        # Whose number something is held against is not what it counts.
        ("The storm sank 90 barges, twice the number Corvane has admitted.", ["ships_sunk", "ships_sunk"]),
    ],
)
def test_the_measure_by_the_grammar_of_its_clause(text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in claims_of(text) if claim.kind == "quantity"] == measures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        # A label before the figure that has no noun of its own.
        ("Pensions: an annual sum of €3.1bn by 2030.", ["pension"]),
        ("Turbines: eleven, not the nine of the brochure.", ["turbines", "turbines"]),
        ("Lifeguards: 212.", ["lifeguard"]),
        ("The number of wounded stays in doubt. The clinic says 92. The army says 71.", ["injuries", "injuries"]),
        ("Estimates of the number of barges vary. Corvane's is 40.", ["ships"]),
        # A heading holds to the end of its paragraph; what is counted since goes before it.
        ("Subsidy. The county's £14m is in the annex; the state's £3m is not.", ["subsidy", "subsidy"]),
        ("2. Signatures. The council verified 8,140; the campaign says 9,300.", ["signatures", "signatures"]),
        ("Clinics. The plan pays for 30 nurses. The union wants 45.", ["nurses", "nurses"]),
        # A question, and a sentence that ends in what the next ones speak of.
        ('How many nurses? The union says 4,700. "Nothing like 4,700," said the minister.', ["nurses", "nurses"]),
        ("How many people lost their jobs is disputed. The mayor has said 600.", ["job_cuts"]),
        ("How much milk? From the tanks we derive about 900 litres.", ["milk"]),
        ("More pressing is the debt. The club puts it at £38m.", ["debt"]),
        ("How many drowned off the cape? The harbour office gave 12.", ["deaths"]),
        # Who speaks announces nothing.
        # What is added counts what it is added to, and a part what the whole counts.
        (
            "Sixty people drowned. It has 209 lifeguards there. It will send another 50.",
            ["deaths", "lifeguard", "lifeguard"],
        ),
        ("Three of its seven lorries were stolen.", ["vehicles", "vehicles"]),
        ("Four of the nine wards are shut.", ["ward", "ward"]),
        # A figure said to be one, the number of something behind it, and a number that acts.
        ("The storm brought to six the number of ponies killed.", ["pony"]),
        ("Two injured miners died.", ["deaths"]),
        # What befell people as a label, before the number, or behind it.
        (
            "Key figures. Dead: 13. Missing: 16. Rescued: 75. In hospital: 31.",
            ["deaths", "missing_people", "rescued_people", "hospitalised_people"],
        ),
        ("We have picked up 75 survivors and are still searching for 31.", ["rescued_people", "missing_people"]),
        ("Still unaccounted for, the coastguard says, are 38.", ["missing_people"]),
        ("How many were there? Police say 18,000.", ["people"]),
        # How often and when are not what is counted, nor the word that portions it out.
        ("New cases fell to 85 a day from 140 a day.", ["cases_per_day", "cases_per_day"]),
        ("The storm killed 12 people, 3 a day.", ["deaths", "deaths_per_day"]),
        ("The toll of dead climbed to 21, up from 13 a day earlier.", ["deaths", "deaths"]),
        ("The ward had 44 patients, down from 58 a week ago.", ["hospitalised_people", "hospitalised_people"]),
        # Those in care are in hospital, those sent home are not, and neither are dead.
        (
            "A ferry sank and six sailors died. The clinic discharged 14 patients; 23 people remain in its care.",
            ["deaths", "discharged_people", "hospitalised_people"],
        ),
        ("A ferry sank and six sailors died. 23 passengers are under treatment.", ["deaths", "hospitalised_people"]),
        ("Some 420 villagers had been moved out overnight.", ["displaced_people"]),
        # Who took part is the turnout; what they chose is a share of the votes, and against it another.
        (
            "Turnout was 58 percent. It said 53 percent of those who voted had backed the harbour.",
            ["turnout", "vote_share"],
        ),
        (
            "No more than 41 percent of voters had taken part in the vote. Some 3,000 protesters gathered. "
            "The guild counted 9,000 protesters.",
            ["turnout", "protesters", "protesters"],
        ),
        (
            "Turnout was 58 percent. 57 percent of voters had voted for the harbour, 43 percent voted against it.",
            ["turnout", "vote_share", "votes_against"],
        ),
        (
            "The pier, estimated at £9m, was left out. So were two bridges, put at £3m.",
            ["pier", "bridges", "bridges_cost"],
        ),
        (
            "Hostels in the port held about 40 people; shelters in Duala held 2,300 people.",
            ["people", "people_in_shelters"],
        ),
        ("The gallery mislaid 40 pieces of luggage.", ["luggage"]),
        ("Her house, and the nine others in the lane, had gone.", ["homes"]),
        (
            "She gave the number of sailors killed as 14, and that of homes destroyed as 75.",
            ["deaths", "homes_destroyed"],
        ),
        ("The assembly voted by 45 to 31 in May.", ["votes", "votes"]),
        ("The motion failed by 40 votes to 62.", ["votes", "votes_against"]),
        # What there is room for is not there.
        (
            "Around 10,000 soldiers are here. The barracks have room for 3,000 men. The gym has beds for 75 refugees.",
            ["troops", "capacity", "capacity"],
        ),
        # Two figures side by side, and things that a clause of their own tells apart.
        ("The dead number 30 by the ward's register and 34 by the guild's own.", ["deaths", "deaths"]),
        ("The guild met. The injured number 140.", ["injuries"]),
        (
            "The state sanctioned 90 firms. The sanctions hurt. Some 40 firms that a lawyer had warned did nothing.",
            ["sanctioned_entities", "entities"],
        ),
        ("Dead: 13. Households visited: 140.", ["deaths", "families"]),
        ("It treated nine patients. Five others were discharged.", ["hospitalised_people", "discharged_people"]),
        ("The thieves took coins worth €3 million.", ["value"]),
        # A share is no change, a toll of money nobody's death, and units tell what is measured.
        ("The state spends 14 percent of its output on pensions.", ["production"]),
        ("A toll of £3 is planned for the crossing.", ["toll_charge"]),
        ("The plant would need 150 megawatts. The shaft is 40 metres deep.", ["power_capacity", "depth"]),
        ("The merger would save $180 million a year.", ["cost_savings"]),
    ],
)
def test_what_is_announced_or_stands_behind_a_further_number(text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in claims_of(text) if claim.kind == "quantity"] == measures


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("houses|homes|flats|bungalows|dwellings|apartments", "homes"),
        ("suitcases|bags|pieces of baggage|items of luggage", "luggage"),
        ("pupils|students|schoolchildren|learners", "students"),
        ("workers|employees|labourers|builders", "workforce"),
        ("ferries|trawlers|vessels|boats|barges", "ships"),
        ("jobs|posts|positions|careers", "jobs"),
        ("doctors|physicians|clinicians", "doctors"),
        ("coins|gold coins|silver coins", "coins"),
        ("servers|laptops|computers", "servers"),
        ("sites|campuses|locations|premises", "sites"),
    ],
)
def test_the_words_for_one_thing_have_one_measure(words: str, measure: str) -> None:
    told = {word: claims_of(f"There are 340 {word} in the report.")[0].measure for word in words.split("|")}
    assert told == dict.fromkeys(words.split("|"), measure)


@pytest.mark.parametrize(
    "text",
    [
        "A father of four told the court about it.",
        "Two gardeners who talked to our reporter agreed.",
        "The grant is on page 2,314 of the plan.",
        "It was ten minutes past six.",
        "The line at Counter 7 was long.",
        # Ages, however they are told.
        "The oldest of the swimmers was 91.",
        "The victim was 58 and lived alone.",
        "At 91, Ida Holm still repairs clocks.",
        "My aunt says she's 84.",
        "Most of the rescued were over 70.",
        "The class is open to girls under 12.",
        "Her passport gives her age as 47.",
        "A welder of 29 was the first to speak.",
        "He was born in 1962 and left school at 15.",
        # Stations, lines, scores, votes of a bench, draws, and time that is still to come.
        "You're hearing this on 102.4.",
        "Tram line 6 stays shut until June.",
        "Bulletin 4 follows at noon.",
        "It ended 3-nil.",
        "The jury convicted her by a majority of 11 to one.",
        "Winning numbers: 7, 19, 33.",
        "With three weeks still to go, nobody has trained.",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert [claim for claim in claims_of(text) if claim.kind == "quantity"] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On the route 17 trams stood still.", [17]),
        ("The party has a majority of 40 in the council.", [40]),
        ("The victims were 58, the clinic said.", [58]),
        ("The ship left 40 people behind.", [40]),
        ("She's lost 40 boats.", [40]),
        ("It's 40 now, up from 12 deaths on Monday.", [40, 12]),
        ("At 40 the toll is the highest in a decade.", [40]),
        ("Exports stood at 96.2 percent of the plan.", [96.2]),
        ("The lottery paid 3 million euros to 12 winners.", [3_000_000, 12]),
        ("The index ended on 101.5.", [101.5]),
        ("The draw gave the two sides 40 and 60.", [40, 60]),
    ],
)
def test_numbers_that_count_beside_them(text: str, values: list[float]) -> None:
    assert [claim.value for claim in claims_of(text) if claim.kind == "quantity"] == values


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The lorry was doing 97 km/h and not 80.", ["km/h", "km/h"]),
        ("It ran at 97 km/h on a road where the limit is 70.", ["km/h", "km/h"]),
        ("The moor fire covers 310 hectares, up from 250 at noon.", ["hectare", "hectare"]),
        ("It lost 1.3 billion kroner, against a profit of 410 million the year before.", ["krone", "krone"]),
        ("The lane is 3 km long and was closed from 12 farms.", ["kilometre", None]),
        ("The bridge cost €4 million, and 12 were hurt.", ["EUR", None]),
    ],
)
def test_a_number_held_against_a_measurement_has_its_unit(text: str, units: list[str | None]) -> None:
    assert [claim.unit for claim in claims_of(text) if claim.kind == "quantity"] == units


def test_a_count_disputed_with_another_count_is_of_the_same_thing() -> None:
    told = claims_of(
        "At least 12 miners died and nine were missing, the rescue service said. The union leader, Ana Prado, "
        "disputed that count. She said that 21 bodies had been brought out."
    )
    assert {claim.measure for claim in told if claim.claimant == "Ana Prado"} == {"deaths"}


def test_a_report_is_rejected_for_what_it_counts_first() -> None:
    told = claims_of(
        "The court of auditors said on Monday that the ring road would cost 310 million euros. Its report says that "
        "two bridges, put at 40 million euros, were left out. The transport ministry rejected the report."
    )
    assert [claim.measure for claim in told if claim.polarity == "denied"] == ["cost"]


def test_more_of_something_is_a_rise() -> None:
    cancelled, total = claims_of("The line cancelled 79 more trains. More than 40 trains ran.")
    assert (cancelled.trend, total.trend) == ("rise", None)


def test_a_crowd_is_of_protesters_only_where_the_article_tells_of_a_protest() -> None:
    protest = claims_of("Thousands marched to the square to protest. Organisers put the crowd at 15,000.")
    match = claims_of("Riverton won the final. The league put the crowd at 58,900.")
    assert (protest[-1].measure, match[-1].measure) == ("protesters", "attendance")


def test_a_percentage_is_not_handed_on_to_another_sentence_that_does_not_point_to_it() -> None:
    claims = claims_of("Some 38 percent of schools were shut. The union wants 8 percent.")
    assert [claim.measure == claims[0].measure for claim in claims] == [True, False]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A boat sank off Lampedusa, killing nine people.", "Lampedusa < Sicily < Italy"),
        ("Storms hit Ontario in Canada. Power failed for 40 homes in Ontario, Hydro Ontario said.", "Ontario < Canada"),
        ("In Peru, strikes began in Lima. Across the whole country, 100,000 people took part.", "Peru"),
    ],
)
def test_the_scene(text: str, place: str) -> None:
    assert claims_of(text)[-1].place == place


def test_a_change_goes_as_the_others_of_its_measure() -> None:
    claims = claims_of(
        "Exports fell by 12 percent last year, the port said. The ministry put the drop in exports at 9.5."
    )
    assert {claim.trend for claim in claims} == {"fall"}


def test_whose_people_are_hurt_is_told_of_each_figure() -> None:
    claims = claims_of("31 wounded Ukrainian prisoners were exchanged for 15 wounded Russians.")
    assert [claim.actor for claim in claims] == ["Ukraine", "Russia"]


def test_a_part_does_not_lend_its_actor_to_the_whole() -> None:
    claims = claims_of("Sanctions hit 83 entities. Among them, 6 Chinese firms were put under sanctions.")
    assert [claim.actor for claim in claims] == [None, "China"]


def test_the_place_of_a_speaker_is_not_the_scene() -> None:
    assert [claim.place for claim in claims_of("An official in Kyiv said 15 people had died.")] == [None]


def test_a_month_that_names_an_event_dates_what_is_told_of_it() -> None:
    assert [claim.as_of for claim in claims_of("April's earthquake killed 42 people.")] == ["2025-04"]


@pytest.mark.parametrize(
    ("text", "value", "replaced"),
    [
        ("The ministry revised the death toll down from 120 to 95.", 95, 120),
        ("The toll was revised to 95 from 120.", 95, 120),
        ("It corrected its figure from 5,000 to 4,500 troops.", 4500, 5000),
        ("The ministry cut its count of the dead to 95 from an earlier 120.", 95, 120),
        ("The ministry put the toll at 120. On Tuesday it lowered it to 95.", 95, 120),
        ("An earlier version of this report said 120 people had died. The correct figure is 95.", 95, 120),
        ("The agency withdrew the figure of 120 and said 95 people had died.", 95, 120),
        ("The firm said 40 had died, correcting an earlier figure of 50.", 40, 50),
        ("Police said 3 people were killed and 11 hurt, revising an earlier toll of 5.", 3, 5),
        ("The toll was 95, not 120 as previously reported.", 95, 120),
        ("The mayor said 95 boats had sunk off Tarvo, not 120.", 95, 120),
        # nothing is revised from one to the other, but the first is told as a former one
        ("The clinic initially counted 34 burned before lowering the toll to 29.", 29, 34),
        ("The prefect first reported 61 dead, later raising the number to 83.", 83, 61),
        ("The union had first spoken of 27 missing, but later said only 8 were.", 8, 27),
        ("The navy at first reported 46 captured sailors. It now speaks of 58.", 58, 46),
        ("Wardens initially said 33 people were hurt, then said 24.", 24, 33),
        ("The number of injured, first given as 14, now stands at 19.", 19, 14),
    ],
)
def test_a_revised_figure_names_the_one_it_replaces(text: str, value: float, replaced: float) -> None:
    claims = {claim.claim_id: claim for claim in claims_of(text)}
    (later,) = (claim for claim in claims.values() if claim.replaces is not None)
    assert (later.value, claims[later.replaces or ""].value) == (value, replaced)


@pytest.mark.parametrize(
    "text",
    [
        "The death toll rose from 95 to 120.",
        "The company cut its dividend to 12 cents from 15 cents.",
        "The number of dead stands at 40, down from 120.",
        "Wardens first said 33 people were hurt. Doctors said 24 were.",
        "The union first reported 12 strikes in March and 15 in April.",
        "The clinic first said 34 people had died in Tarvo. It said 29 had died in Omsk.",
        "The clinic said 34 people had died. It said 29 people had died.",
        "The board first hired 12 clerks, then 15 porters.",
        "The mill had expected 35 orders and got 62 orders.",
    ],
)
def test_a_change_of_the_thing_itself_replaces_nothing(text: str) -> None:
    assert all(claim.replaces is None for claim in claims_of(text))


def test_each_end_of_a_revision_has_its_own_date() -> None:
    claims = claims_of("The toll was revised down from 120 on Monday to 95 on Tuesday.")
    assert [(claim.value, claim.as_of) for claim in claims] == [(120, "2025-10-06"), (95, "2025-10-07")]


def test_a_multiple_of_somebodys_figure_rests_on_what_the_article_has_from_that_speaker() -> None:
    text = "Police counted 4,000 marchers. Organisers said twice the figure given by the police had come."
    police, organisers = claims_of(text)
    assert (organisers.claimant, organisers.value) == ("Organisers", 8000)
    assert organisers.relative_to is not None
    assert organisers.relative_to["base_claim_id"] == police.claim_id


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The bakers put the number of shops at double the 310 outlets named by the guild.", ["outlets", "outlets"]),
        ("The herd is twice the 40 goats that the co-op has.", ["goats", "goats"]),
    ],
)
def test_a_multiple_counts_things_and_not_the_figure_that_it_is_a_multiple_of(text: str, counted: list[str]) -> None:
    assert [claim.counted for claim in claims_of(text)] == counted


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("In August 2023 a fault in the software of the same airport cost its largest airline 61 flights.", "2023-08"),
        ("It was the worst flood since 2008, when six people drowned at sea.", "2008"),
        ("The plant has made tractors since 2008 and has 900 workers.", "2025-10-10"),
    ],
)
def test_a_date_that_opens_a_sentence_or_when_it_happened_dates_the_figure(text: str, when: str) -> None:
    assert claims_of(text)[-1].as_of == when


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        # What became of them their own verb tells, though no table has it.
        ("Nine miners died. The clinic treated 14 people.", ["deaths", "treated_people"]),
        ("The flood killed 31 people. About 29 people got out by boat.", ["deaths", "people"]),
        ("Twelve skiers were killed and eleven walked away.", ["deaths", "skier"]),
        # Where no word names the thing it stays open: a noun nearby would be a wrong answer.
        ('"It is a joke," said Ana Ruiz of the broker Lowe, who now expects $148m.', ["amount"]),
        ("The mayor's wife is happy with 2.5 million.", ["unknown"]),
        # A passive sets its subject at a figure; so does a participle behind a comma.
        ("The wreck was valued at $4 million.", ["wreck"]),
        ("The shed, estimated at £9m, was left out.", ["shed"]),
        # What money is, and what is done to many.
        ("The club had $640m in cash.", ["cash"]),
        ("The firm earned €5.4bn in royalties.", ["royalty"]),
        ("A cull of 300 was agreed.", ["cull"]),
        ("The permits issued number four.", ["permit"]),
        ("Refusals total 48.", ["refusal"]),
        # How long.
        ("The dealer was jailed for nine years.", ["sentence"]),
        ("He faces up to 14 years in prison.", ["sentence"]),
        ("It took 19 hours to clear the road.", ["take_duration"]),
        ("The tunnel is 16 months behind.", ["delay"]),
        # Who speaks is not what is counted.
        ("The bakers' own union counts well over 400.", ["unknown"]),
        # Whose figure it is is not what is counted, and what many do is no thing.
        ("Some 90,000 people marched, far more than the police figure of 35,000.", ["protesters", "protesters"]),
        ("Tens of thousands march in Lyon against the law.", ["protesters"]),
        ("The number who marched was 62,000.", ["protesters"]),
        ("The number of farmers known to have died has risen to 14.", ["deaths"]),
        # A label, an answer and a second half without a verb.
        ("Two people were arrested. Toll now 27, the minister says.", ["arrests", "deaths"]),
        ("Total injured so far: 212.", ["injuries"]),
        ("And the dead? Nine, after a long search.", ["deaths"]),
        ("On the injured they count 90, above the 70 of the clinic.", ["injuries", "injuries"]),
        (
            "Some 90 households got a letter. On Monday people marched. Police counted 1,800, the organisers 5,000.",
            ["families", "protesters", "protesters"],
        ),
        # What a predicate calls something announces nothing, nobody counts below none, and no boats by the half.
        ("Some 30 were arrested. Drinking is a crime there. The office had it at 26.", ["arrests", "arrests"]),
        ("Two people died. Leeds had minus 3 overnight.", ["deaths", "unknown"]),
        ("He has 12 boats. It comes to seven and a half, she says.", ["ships", "unknown"]),
        # The fate of some is that of all only where the article goes on about it.
        ("Some 290 flats are empty. The guild speaks of 4,900 flats.", ["empty_homes", "homes"]),
        ("Nine people died. At least 14 farmers lost their hearing.", ["deaths", "farmers"]),
        ("A team of six visited nine villages.", ["people", "villages"]),
        # The noun before a clause that sets it at a figure, and nouns that are only a way of speaking.
        (
            "Two schools shut. She met a crowd at the port that guards estimated at 900.",
            ["schools_closed", "attendance"],
        ),
        ("Some 90 farms were lost. When the ships came, 56 of them went home.", ["farms", "ships"]),
        # Only a plural has another dictionary form.
        ("The new span is 300 metres.", ["span"]),
    ],
)
def test_what_no_table_knows_is_told_by_grammar_or_left_open(text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in claims_of(text) if claim.kind == "quantity"] == measures


@pytest.mark.parametrize(
    ("text", "units"),
    [
        (
            "The mill needs 150 megawatts. The utility plans for 210.",
            ["megawatt", "megawatt"],
        ),
        ("It drew 75 litres. The meter said so twice. Ask the clerk: it was 75.", ["litre", "litre"]),
        ("The theft cost 240 million euros. By her count it was 300 million.", ["EUR", "EUR"]),
        # Other sizes, counts and sums are not measured in it, nor what a count in between may be answered by.
        ("It paid €6 million. Some 655,000 clients were told. The gang speaks of 2 million.", ["EUR", None, None]),
        ("The mill needs 150 megawatts. The union put the number at 900.", ["megawatt", None]),
        ("The fire burned 300 hectares. The mayor counted 280 goats.", ["hectare", None]),
    ],
)
def test_a_unit_goes_on_with_a_number_that_is_said_again_or_held_against_it(text: str, units: list[str | None]) -> None:
    assert [claim.unit for claim in claims_of(text) if claim.kind == "quantity"] == units


def test_pieces_and_lines_are_the_things_that_the_article_counts() -> None:
    text = (
        "The depot lost 4,800 parcels in the storm. The courier, which has 4,000 drivers, puts it at 5,100 pieces. "
        "Its list has 5,050 lines."
    )
    measures = [claim.measure for claim in claims_of(text) if claim.kind == "quantity"]
    assert [measures[0]] * 2 == measures[2:]


PARTS = [
    # (text, the noun, measure and polarity of each figure)
    ("The crash left 31 hurt, 10 of them women.", [("hurt", "injuries"), ("women", "injuries")]),
    ("The fire killed 24 people, 15 of whom were firefighters.", [("people", "deaths"), ("firefighters", "deaths")]),
    ("The ship carried 212 people, of whom 40 were crew.", [("people", "people"), ("crew", "crew")]),
    ("Of the 90 aboard, 60 were rescued.", [(None, "people"), (None, "rescued_people")]),
    ("Of 340 passengers, 12 were killed.", [("passengers", "passengers"), ("passengers", "deaths")]),
    ("The mill laid off 2,600 of its 5,000 employees.", [("employees", "job_cuts"), ("employees", "workforce")]),
    ("Ninety migrants were aboard; 31 of them drowned.", [("migrants", "people_aboard"), (None, "deaths")]),
    ("A total of 27 died, among them five rescuers.", [(None, "deaths"), ("rescuers", "deaths")]),
    ("Of the 700 workers, 120 lost their jobs.", [("workers", "workforce"), ("workers", "job_cuts")]),
    ("Nine of the 16 miners are dead.", [("miners", "deaths"), ("miners", "miners")]),
]


@pytest.mark.parametrize(("text", "things"), PARTS)
def test_a_part_counts_its_own_noun_and_the_whole_stays_whole(text: str, things: list[tuple[str, str]]) -> None:
    assert [(claim.counted, claim.measure) for claim in claims_of(text)] == things


FRAMES = [
    ("The mill had 300 in it when the fire broke out.", "people"),
    ("The bus had 52 on board.", "people_aboard"),
    ("Rescuers pulled 17 workers out.", "rescued_people"),
    ("Rescuers pulled out 17 workers from the rubble.", "rescued_people"),
    ("Rescuers pulled 17 out alive.", "rescued_people"),
    ("Crews dragged 11 workers out.", "rescued_people"),
    ("Firefighters led 23 to safety.", "displaced_people"),
    ("Ambulances took 40 to hospital.", "hospitalised_people"),
    ("The crash put 14 in hospital.", "hospitalised_people"),
    ("Gunmen took 30 hostage.", "kidnapped_people"),
    ("The raid sent 500 fleeing.", "displaced_people"),
    ("The flood drove 900 from their homes.", "displaced_people"),
    ("The blast left 12 dead.", "deaths"),
    ("Workers pulled 17 carts of straw.", "cart"),
    ("The airline loses £2m a day, the union said.", "loss_per_day"),
    ("The company spoke of a daily bill of £1.8m.", "cost_per_day"),
    ("The strike costs £3m daily, the chamber said.", "cost_per_day"),
    ("The strike has cost £3m.", "cost"),
    ("The plant makes 400 cars a day.", "cars_per_day"),
]


@pytest.mark.parametrize(("text", "measure"), FRAMES)
def test_a_verb_with_the_words_behind_its_object(text: str, measure: str) -> None:
    assert [claim.measure for claim in claims_of(text)] == [measure]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Brinmark is buying the Holloway mills in a lavish $7 billion wager.", ["acquisition_price"]),
        ("Brinmark is buying its rival. The offer values the Holloway mills at $7 billion.", ["acquisition_price"]),
        ("The steward promised $60,000 a month in savings.", ["cost_savings"]),
        ("Holloway shares fell. Kordal climbed 6%.", ["share_price_change"]),
        ("Shares of Kordal rose from $31 a share to $34.", ["share_price", "share_price"]),
        ("The plan could save £40bn in needless road repairs.", ["cost_savings"]),
    ],
)
def test_money_is_measured_by_what_is_done_with_it_and_not_by_a_noun_that_stands_near(
    text: str, measures: list[str]
) -> None:
    assert [claim.measure for claim in claims_of(text) if claim.kind == "quantity"] == measures


def test_a_measure_has_the_unit_of_its_figure() -> None:
    (days,) = claims_of("The vote and 37 days of waiting have made the mayor thin.")
    assert days.measure == "duration"


def test_what_somebody_has_did_not_meet_the_fate_of_others() -> None:
    claims = claims_of(
        "The chain closed 40 stores last year. It will close more. The new firm will have 2,100 outlets."
    )
    assert [claim.measure for claim in claims if claim.kind == "quantity"] == ["stores_closed", "stores"]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The sequel, a film for families, has grossed $64 million.", ["box_office"]),
        ("The deficit is put at $86 billion, or 2.4 percent of GDP.", ["budget_deficit", "budget_deficit"]),
        ("Bells rang after the liner with 270 passengers on board was lost with many dead.", ["people_aboard"]),
        ("The storm knocked out power to 740,000 customers.", ["customers_without_power"]),
        ("With 80 percent of ballots counted, she led with 47.3 percent.", ["polling_stations_counted", "vote_share"]),
        ("The bank reported earnings of $2.65 a share.", ["earnings_per_share"]),
        ("Some 57 percent of readers replied. Her approval rating fell to 38 percent.", ["reader", "approval_rating"]),
        ("The agency says 300,000 face starvation.", ["hungry_people"]),
        ("It held 71.4 percent of the browser market.", ["market_share"]),
        ("Measuring 5.7 on the Richter scale, the quake was felt far off.", ["magnitude"]),
        ("The village of 900 lies in a valley.", ["population"]),
        ("The bus fell, killing 19 and injuring 33.", ["deaths", "injuries"]),
        ("The death toll climbed by 18 to 207.", ["deaths", "deaths"]),
        ("Its profit rose to $520 million from $410 million.", ["profit", "profit"]),
        ("The budget of $310 billion includes $27 billion for roads.", ["budget", "budget"]),
        ("Kordal agreed to buy Venn for $2.7 billion in cash.", ["acquisition_price"]),
        ("About 40 percent of the electorate voted.", ["turnout"]),
        ("The landslide left 60 people dead or missing.", ["dead_or_missing"]),
    ],
)
def test_what_agencies_write_of_results_polls_and_crowds(text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in claims_of(text) if claim.kind == "quantity"] == measures


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("The mill lost 18 crates, half as many again as the guild's own count.", 1.5),
        ("The mill lost 18 crates, half again as many as the guild counted.", 1.5),
        ("The new pier is a quarter as long again.", 1.25),
        ("The mill lost half the crates again.", 0.5),
    ],
)
def test_a_part_again_is_the_whole_and_that_part_of_it(text: str, factor: float) -> None:
    factors = [claim.relative_to["factor"] for claim in claims_of(text) if claim.relative_to is not None]
    assert factors == [factor]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Organisers said 6,200 people marched in Rena. Police put the crowd at 1,400.", ["protesters"] * 2),
        ("Some 6,200 people rallied in Rena, the guild said. Police said 1,400 had taken part.", ["protesters"] * 2),
        (
            "No more than 38 percent of voters had taken part, Voss said. Some 6,200 people marched against the law.",
            ["turnout", "protesters"],
        ),
        ("The concert was attended by 6,200 people. Police put the crowd at 1,400.", ["attendance"] * 2),
    ],
)
def test_a_crowd_is_of_those_who_were_counted_right_before(text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in claims_of(text)] == measures


@pytest.mark.parametrize(
    ("text", "predicates"),
    [
        (
            "Voss said 310 ballots had been found in a barn. The guild said 45 ballots were missing.",
            ["found", "missing"],
        ),
        ("Rescuers found the 14 miners alive.", ["rescued"]),
        ("The guild said three dockers had been held overnight.", ["arrested"]),
        ("Closing the quay would save €3 million a year.", ["saved"]),
        ("Damage to the quay and to surrounding buildings could reach €3 million.", ["damaged"]),
        ("The clinic let 14 patients go home on Monday.", ["discharged"]),
        ("The shut dairy leaves 45 people out of work.", ["cut"]),
        ("Some 45 jobs will go at the dairy.", ["cut"]),
    ],
)
def test_what_became_of_things_in_plain_words(text: str, predicates: list[str]) -> None:
    assert [claim.predicate for claim in claims_of(text)] == predicates


@pytest.mark.parametrize(
    ("text", "base", "owner"),
    [
        ("Voss put the cost at €9m, half as much again as the guild's own estimate of €6m.", 6_000_000, "the guild"),
        ("The guild put the cost at €6m. Voss said €9m, half as much again as the guild's estimate.", 6e6, "The guild"),
        ("Voss put the cost at €9m, half as much again as the guild's own estimate.", None, "the guild"),
    ],
)
def test_a_base_is_of_whose_estimate_it_is(text: str, base: float | None, owner: str) -> None:
    (relation,) = [claim.relative_to for claim in claims_of(text) if claim.relative_to is not None]
    assert (relation["base"], relation["base_of"]) == (base, owner)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Turnout was 47 percent, the office said at 4 p.m., three points lower than in May.", "percentage point"),
        ("The index rose 47 percent, or three points, in May.", "point"),
    ],
)
def test_points_are_of_the_percentage_before_them_where_they_compare_it(text: str, unit: str) -> None:
    assert [claim.unit for claim in claims_of(text) if claim.value == 3] == [unit]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("A poll by Tessel put the Reed Party on 31 percent of the vote, down from 36.", ["Reed Party"] * 2),
        ("The Reed Party has won. With all districts counted, it has 31 percent of the vote.", ["Reed Party"]),
        (
            "The Reed Party got 31 percent of the vote and the Harbour Union 29 percent.",
            ["Reed Party", "Harbour Union"],
        ),
        ("Marta Lund of the Reed Party won 51 percent of the vote, the Harbour Board said.", ["Marta Lund"]),
        ("The Harbour Board said 54 percent of the vote was for the dam.", [None]),
    ],
)
def test_a_share_of_the_vote_is_of_the_party_that_has_it(text: str, parties: list[str | None]) -> None:
    assert [claim.actor for claim in claims_of(text) if claim.measure == "vote_share"] == parties


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Voss faces 14 charges of theft, the court heard. The jury was out.", ["charges"]),
        ("The agency charges a fee. Its charges came to €14m.", ["cost"]),
        ("The fraud had 31 victims, all of them savers, a court in Rena was told.", ["affected_people"]),
        ("The fire claimed 31 victims.", ["deaths"]),
        ("It repaid €14m to those affected.", ["refund"]),
    ],
)
def test_what_a_court_counts_is_read_by_its_field_and_no_sum_is_of_people(text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in claims_of(text)] == measures


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The town asked for a rescue package of 40 million euros.", None),
        ("The plan would save 40 million euros a year.", "saved"),
    ],
)
def test_what_kind_a_sum_is_of_tells_no_fate(text: str, predicate: str | None) -> None:
    assert claims_of(text)[0].predicate == predicate


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The hedgehogs woke early this year. Nineteen were run over.", ["hedgehog"]),
        ("Potter Ilse Brack glazes vases in a shed by the weir. She broke five.", ["vase"]),
        ("The sluices, of which the delta has 31, are rusty.", ["sluice"]),
        ("The herons nest by the lake. Nineteen, in fog.", ["unknown"]),  # neither does nor undergoes
    ],
)
def test_a_bare_number_beside_a_verb_counts_what_the_text_names_before(text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in claims_of(text)] == measures


@pytest.mark.parametrize(
    ("text", "measure", "counted"),
    [
        ("The dredging took seven weeks.", "take_duration", "dredging"),
        ("The new footbridge will cost £3 million.", "cost", "new footbridge"),
        ("The mill cut its coal intake by 40 percent.", "share", "coal intake"),
        ("Petrol costs €1.80 a litre there.", "price", "Petrol"),
        ("The alarm had rung 31 times.", "time", "alarm"),
        ("Waiters earn 900 euros a month.", "wages", None),  # no sum is of people
        ("Mr Oakes said it cost £3 million.", "cost", None),
    ],
)
def test_a_quantity_counts_what_it_is_of(text: str, measure: str, counted: str | None) -> None:
    (claim,) = claims_of(text)
    assert (claim.measure, claim.counted) == (measure, counted)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The savings bank lent the weaver €9,000.", "loans"),
        ("They lease the quay for $4,000.", "rent"),
        ("The airline refunded £210,000.", "refund"),
        ("The painting was on sale for £4,000.", "price"),
        ("The brewery was ordered to pay £2 million.", "fine"),
        ("The rumour wiped £30 million off the firm.", "market_value"),
        ("The bistro seats 64.", "capacity"),
        ("A crew of 17 slept.", "crew"),
    ],
)
def test_what_is_done_with_a_sum_or_who_forms_a_group_tells_the_measure(text: str, measure: str) -> None:
    assert [claim.measure for claim in claims_of(text)] == [measure]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The otters came back to the Wenning in spring. Five were seen at the weir.", "otter"),
        ("Beehives have stood on the breakwater since April. The warden had painted seven.", "beehive"),
        ("It went badly from the start. Nine had left by noon.", "unknown"),
    ],
)
def test_a_bare_count_is_of_the_likeliest_noun_before_it_or_stays_open(text: str, measure: str) -> None:
    assert claims_of(text)[-1].measure == measure


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Slovenia sent 640 firefighters to the delta.", ["Slovenia"]),
        ("Norway has agreed to pay $30 million towards the weir.", ["Norway"]),
        ("Tessel Ferries, which runs 46 boats, is for sale. The company will cut 90 jobs.", ["Tessel Ferries"] * 2),
        ("Portugal's 14 brigades were on the road.", ["Portugal"]),
        ("Tessel Ferries was sent 60 letters.", [None]),  # they are not its own
        ("Jets hit 22 Kurdish positions on the ridge.", ["Kurds"]),
        ("The mayor sold 40 paintings.", [None]),
        ("Spain counted 230 wrecks.", [None]),
        ("Tessel Ferries had 23.", [None]),  # as others had 19: so many it counted
        (
            "Tessel Ferries has 31 lorries. Of them Sula Freight, with nine lorries, knew nothing.",
            ["Tessel Ferries", None],
        ),
    ],
)
def test_things_are_of_who_does_with_them_as_with_ones_own(text: str, actors: list[str | None]) -> None:
    assert [claim.actor for claim in claims_of(text)] == actors
