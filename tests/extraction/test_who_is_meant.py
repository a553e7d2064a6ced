"""Whom names, offices and pronouns mean as claimants in news as it is written: one row a way of writing it."""

from __future__ import annotations

import pytest

from tests.extraction.reading import claim_at, claims_in

NAMED = [
    # (text, figure, claimant)
    ("Canal Works Committee Chairman Ana Ruiz said 40 locks were shut.", "40", "Ana Ruiz"),
    ("Leader of the opposition Marta Lund said 40 schools had closed.", "40", "Marta Lund"),
    (
        "Nordhav Acquires Tessel in Ferry Deal\nTessel head Per Lund spoke. The sale takes in 40 boats, he said.",
        "40",
        "Per Lund",
    ),
    (
        "BERGEN--The navy's chief engineer said on Monday 40 boats were idle. Marta Lund said she would go in May.",
        "40",
        "Marta Lund",
    ),
    (
        "Secretary of State J. Marten Holm was there. Holm certified a turnout of 61% in Tarn County.",
        "61%",
        "J. Marten Holm",
    ),
    (
        "She spoke for an hour. Marta Lund further admitted to spending 40 million euros on it.",
        "40 million",
        "Marta Lund",
    ),
]

GROUPS = [
    # (text, figure, claimant, for whom it speaks): an armed group of the tables is no office of a state
    (
        "Congo's Allied Democratic Forces denied the raid. The group said 40 huts were burned.",
        "40",
        "Allied Democratic Forces",
        "Allied Democratic Forces",
    ),
    (
        "Myanmar's Arakan Army said 40 huts were burned.",
        "40",
        "Myanmar's Arakan Army",
        "Arakan Army",
    ),
]


@pytest.mark.parametrize(("text", "written", "claimant", "affiliation"), GROUPS)
def test_an_armed_group_speaks_for_itself(text: str, written: str, claimant: str, affiliation: str) -> None:
    claim = claim_at(text, written)
    assert (claim.claimant, claim.claimant_affiliation) == (claimant, affiliation)


PRONOUNS = [
    ("Prosecutor Helen Strand said Mr Holm had lied. She said 40 savers were ruined.", "40", "Helen Strand"),
    ("Per Lund told Ingrid Moe of his plans. She said 40 jobs would go.", "40", "Ingrid Moe"),
    # A body that was named already goes before one that only comes later.
    (
        "The march was called by the union federation Palko. The union expects 9,000 people. The European Union pays.",
        "9,000",
        "Palko",
    ),
    # Whom the paper asked answers it.
    (
        "The Farm Institute says 70. We asked a miller in Lom, who had no part in it: she says 40 sacks.",
        "40",
        "a miller in Lom",
    ),
    ("The Farm Institute says 70. We spoke to a miller in Lom. He puts the loss at 40 sacks.", "40", "a miller in Lom"),
    ("Millers say 70. We asked three brokers in Lom. They put the loss at 40 sacks.", "40", "three brokers in Lom"),
    ("Millers say 70. We asked three brokers in Lom. Ingrid Moe said 40. She lost 12 of hers.", "12", "Ingrid Moe"),
]

ACCORDING = [
    ("The ferry left with 40 trucks aboard, according to the shipyard.", "40", "the shipyard"),
    ("The ferry of Nordhav Lines left with 40 trucks aboard, according to the line.", "40", "Nordhav Lines"),
    ("Some 40% of bookings are false, according to an audit done by the ticket firm Tessel.", "40%", "Tessel"),
    (
        "The lifts, which 40 climbers had used, were shut for repairs in May, said the park's head, Per Lund.",
        "40",
        "Per Lund",
    ),
    ("Everything went according to the plan and 40 boats were raised.", "40", None),
]

JUDGED = [
    ("Critics slammed the £40 million stadium that the city is building.", "£40 million", None),
    ("The council formally rejected plans for 40 new moorings.", "40", None),
    ("The council dismissed the claim by the guild that 40 moorings were needed.", "40", "the guild"),
    ("The opposition dismissed the figure of 40 as a fairy tale, and said 55 had closed.", "55", "The opposition"),
]


ASIDE = [
    ("Divers found the wreck of the Alca, the only vessel that carried 40 passengers.", "40", None),
    ("The judge ordered the reporter to disclose who had sent him 40 letters.", "40", None),
    ("Per Lund, 45, has admitted stealing four boats. He is in prison for taking 40 engines.", "40", None),
    (
        "Marta Lund chairs the guild. She was once a colleague of Ana Ruiz, who admitted losing 40 files. "
        "Ana Ruiz left in May.",
        "40",
        "Ana Ruiz",
    ),
    ("Guild members sorted all the mail received in May and found that 40 letters were forged.", "40", "Guild members"),
    ("The film took 40 million euros, according to studio estimates.", "40 million", "studio estimates"),
]

GOES_ON = [
    (
        "Thefts rose to 12, according to the harbour guild. The number represents a third of the 40 reported in all "
        "the region.",
        "40",
        "the harbour guild",
    ),
    ("14.30 Toll now 27, says minister Ana Ruiz. Another sixteen hurt, 40 missing.", "40", "Ana Ruiz"),
    ("14.30 Toll now 27, says minister Ana Ruiz. Our reporter at the pier saw 40.", "40", None),
]


TOLD_SHORTLY = [
    ("Republican Sen. Ana Ruiz of Tarn said 40 towns had joined.", "40", "Ana Ruiz"),
    ("Jan Holm, the harbour's relief coordinator, said 40 boats were lost.", "40", "Jan Holm"),
    ("In a letter put on Nethub, the group said it had freed 40 minks.", "40", "the group"),
    ("Greenpeace said 12 were hurt. The group said 40 were fined.", "40", "Greenpeace"),
    ("Sundby says the pier has cost 12 million. Yesterday he had it at 40 million.", "40 million", "Sundby"),
    ("Not 12 but 40, corrects the shipyard.", "40", "the shipyard"),
    ("If the guild is right, 40 were hurt.", "40", "the guild"),
    ("On Facebook the guild wrote of 40 hurt.", "40", "the guild"),
    ("Hired so far: 40 nurses (source: the ministry).", "40", "the ministry"),
    ("The minister contradicts her: 40, he says.", "40", "The minister"),
]


PARTED = [
    (
        "The maker said it had sold four pumps; 40 lie unused, according to the inspectorate.",
        "four",
        "The maker",
    ),
    (
        "The maker said it had sold four pumps; 40 lie unused, according to the inspectorate.",
        "40",
        "the inspectorate",
    ),
    ("The guild released its second tally: 40 hurt.", "40", "The guild"),
    ("A harbour clerk there, asked again, counted 40 hurt.", "40", "A harbour clerk"),
    ("Two boxes came by sea, said its spokeswoman, Ana Ruiz. Among them are 40 lids.", "40", "Ana Ruiz"),
    ("The Permanent Committee on Wrecks said 40 had been raised.", "40", "The Permanent Committee on Wrecks"),
    ("Geologist Ana Ruiz counted 40 cracks.", "40", "Ana Ruiz"),
    ("Tessel Chief Financial Officer Per Lund said 40 posts would go.", "40", "Per Lund"),
    ("The loss is small, said Ana Ruiz. Up to 40 boats may lie there, the skipper added.", "40", "Ana Ruiz"),
]

OWN_FIGURES = [
    (
        "At least 40 boats sank, the regional rescue chief said. Brigadier Per Holm told reporters 12 were found.",
        "40",
        "Per Holm",
    ),
    (
        "At least 40 boats sank, a police spokesman said. Sen. Per Holm told reporters he was sad.",
        "40",
        "a police spokesman",
    ),
    ("The guild has on its list 40 names.", "40", "The guild"),
    ('The guild, which opened with "12 or so", talks of 40.', "40", "The guild"),
    ("Two envoys said that the guild would settle for 40.", "40", "Two envoys"),
    ("Captain Per Dahl is blunt. His own figure for the missing is 40.", "40", "Per Dahl"),
]

RELAYED = [
    ('"The coastguard says 12 boats are adrift, but I saw 40," said Ana Ruiz.', "12", "The coastguard"),
    ('"The coastguard says 12 boats are adrift, but I saw 40," said Ana Ruiz.', "40", "Ana Ruiz"),
    (
        '"According to the harbour board, 12 piers are rotten. I say 20," said Ana Ruiz.',
        "12",
        "the harbour board",
    ),
    ('"My crew counted 12 seals," Ana Ruiz said.', "12", "Ana Ruiz"),
    ('"We were told 12 seals had left," Ana Ruiz said.', "12", "Ana Ruiz"),
    ('"He says 12 seals have left," Ana Ruiz said.', "12", "Ana Ruiz"),
]

TURNS = [
    (
        "PRESENTER: Over to Jane Orr.\n\nJANE ORR: I met Marta Lund of the dyke board. She says 40 farms are wet.",
        "40",
        "Marta Lund",
    ),
    (
        "MARTA LUND: We need pumps.\n\nJANE ORR: I asked Marta Lund about it. It rained. She said 12 were old.",
        "12",
        "Marta Lund",
    ),
]

CORRECTED = [
    ("The clinic said 21 nurses had flu, not 34 as the union first said.", "34", "the union"),
    ("Some 21 nurses had flu, the clinic said, and not 34 as doctors had said earlier.", "34", "doctors"),
    ("Some 21 nurses had flu, the clinic said, not 34 as the union had initially reported.", "34", "the union"),
    ("VELO, Italy - The health ministry said 21 cows had died, not 34 as the police first said.", "34", "the police"),
]

NOT_MEANT = [
    ('The guild counted 40 boats. "The 40 that the guild gave is too high," Ana Ruiz said.', "40", "The guild"),
    ('The port was shut. "The 40 that the guild speaks of is too high," Ana Ruiz said.', "40", "the guild"),
    ('"The 40 that we speak of is right," Ana Ruiz said.', "40", "Ana Ruiz"),
    (
        'Declan Voss is on trial. "Mr Voss was at sea," his lawyer, Karl Hesse, said. He said 12 men had seen him.',
        "12",
        "Karl Hesse",
    ),
    ("Clerk Mia Quist spoke first. Questioned by Karl Hesse, she said 12 boxes were empty.", "12", "Mia Quist"),
]

COUNTED = [
    ("With all 31 municipalities counted, it has 52 seats, the electoral office said.", "52", "the electoral office"),
    ("With every parish counted, she leads by 52 votes, the electoral office said.", "52", "the electoral office"),
    ("Marta Lund, who runs the port, told some 250 guests at a dinner that she was glad.", "250", None),
    ("Marta Lund told 60 dockers that 12 cranes were idle.", "60", None),
    ("Marta Lund told 60 dockers that 12 cranes were idle.", "12", "Marta Lund"),
    ("The guild said that 11 ports had reported more crates than boats.", "11", "The guild"),
    ("The three boys were let off with 12 hours of work, a solicitor for them said.", "12", "a solicitor for them"),
]

TOLD = (
    NAMED
    + PRONOUNS
    + ACCORDING
    + JUDGED
    + ASIDE
    + GOES_ON
    + TOLD_SHORTLY
    + PARTED
    + OWN_FIGURES
    + RELAYED
    + TURNS
    + CORRECTED
    + NOT_MEANT
    + COUNTED
)


@pytest.mark.parametrize(("text", "figure", "claimant"), TOLD)
def test_whom_the_words_mean(text: str, figure: str, claimant: str | None) -> None:
    assert claim_at(text, figure).claimant == claimant


def test_a_spokesman_behind_a_name_speaks_for_it() -> None:
    claim = claim_at("More than 40 had given, according to Tessel spokesman Per Lund.", "40")
    assert (claim.claimant, claim.claimant_affiliation) == ("Per Lund", "Tessel")


WHOSE_LAWYER = [
    # (text, whose denial it is)
    ("Police said three brothers had poured petrol over the hay. Their solicitor denied that it was so.", "solicitor"),
    ("Police arrested two women over the theft. Their attorney denied that a painting had been stolen.", "attorney"),
    ("The union said drivers had walked out. Their spokeswoman denied that the depot had been blocked.", "union"),
    ("The company was fined in May. Their lawyer denied that the dam had leaked.", "company"),
]


@pytest.mark.parametrize(("text", "whose"), WHOSE_LAWYER)
def test_their_lawyer_is_of_the_persons_told_of_and_not_of_the_body_that_accuses_them(text: str, whose: str) -> None:
    denial = next(claim for claim in claims_in(text) if claim.kind == "stance")
    assert (denial.claimant or "").split()[-1] == whose


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("The director of the town's Santa Rita clinic, Lia Moreno, said 27 people were hurt.", "Lia Moreno"),
        ("The head of the old harbour museum, Mette Lund, said 27 people were hurt.", "Mette Lund"),
        ("The growers' charity, Open Harbours, said 27 people were hurt.", "Open Harbours"),
    ],
)
def test_behind_an_office_and_its_body_stands_the_name_of_who_holds_it(text: str, claimant: str) -> None:
    assert claim_at(text, "27").claimant == claimant
