"""How a figure is credited: who takes the floor, whose record it is, and the many ways to say according to whom."""

from __future__ import annotations

import pytest

from tests.extraction.reading import claim_at, claims_in

CASES = [
    # A reckoning that is moved to a figure is told; a number of things that is moved is done.
    ("On Monday, Liv Brandt lowered the toll to 46.", "46", "Liv Brandt"),
    ("Liv Brandt raised the number of buses to 46.", "46", None),
    ("The gale raised the toll to 46.", "46", None),
    ("Nobody on the quay believes that 46 seals live there.", "46", None),
    ('Nobody on the quay heeds the pilot, least of all skipper Olaf Kern. "I saw 46 seals."', "46", "Olaf Kern"),
    # What somebody says in doing something else ends with its own clause.
    ("Announcing the closure of 46 sheds, Liv Brandt said money was short.", "46", "Liv Brandt"),
    ("Having said 46 sheds would close, Liv Brandt kept them open.", "46", "Liv Brandt"),
    ("While admitting that 46 sheds were shut, Liv Brandt called for patience.", "46", "Liv Brandt"),
    ("Liv Brandt was jeered for saying 46 sheds were shut.", "46", "Liv Brandt"),
    ("Liv Brandt, claiming that 46 sheds were shut, called for patience.", "46", "Liv Brandt"),
    ("While admitting it was wrong, Liv Brandt closed 46 sheds.", "46", None),
    # Whom "the newspaper", "the charity" or "it" means after a bare name, and some of several who spoke.
    ("The quay is for sale, the Herald reported on Monday. The newspaper put the price at 46.", "46", "Herald"),
    ("The quay is for sale, the Herald reported on Monday. It has 46 berths, according to the paper.", "46", "Herald"),
    ("The newspaper has 46 readers, the newspaper said.", "46", None),
    ("The Sailors' Rest Fund runs hostels. The charity says it turned away 46 sailors.", "46", "Sailors' Rest Fund"),
    ("Tessela scrapped its night ferry. The operator said 46 skippers had left.", "46", "The operator"),
    ("Tessela cancelled its night ferry. The company said 46 skippers had left.", "46", "Tessela"),
    ("Tessela sank two piles. It said 46 skippers had left.", "46", "Tessela"),
    ("Two envoys said the talks had failed. Both put the cost at 46 million crowns.", "46 million", "Two envoys"),
    ("Two envoys said the talks had failed. One of them put the cost at 46 crowns.", "46", "One of them"),
    # Papers that somebody lodged, and what another is thought by somebody to have done.
    ("The Harbour Bureau has filed a suit that accuses Tessela of sinking 46 boats.", "46", "The Harbour Bureau"),
    ("Tessela is believed by the Harbour Bureau to have sunk 46 boats.", "46", "the Harbour Bureau"),
    ("The Harbour Bureau claims to have found 46 boats.", "46", "The Harbour Bureau"),
    ("Liv Brandt has a different number: 46.", "46", "Liv Brandt"),
    # A noun of saying with its "that", by whosever it is; what stands behind the claim is nobody's.
    ("Olaf Kern's claim that 17 otters live in the dock drew laughter.", "17", "Olaf Kern"),
    ("A warning from the Harbour Bureau that 310 piles are rotten came too late.", "310", "the Harbour Bureau"),
    ("Few believed the prediction by pilot Ada Morn that 90 boats would come.", "90", "Ada Morn"),
    ("The claim that otters live in the dock drew 17 people.", "17", None),
    # Sentences that only tell whose the figures before them are.
    ("The mole has lost 46 stones. So says Liv Brandt, who walks it daily.", "46", "Liv Brandt"),
    ("A new mole would cost 4 million crowns. That is the reckoning of the port board.", "4 million", "the port board"),
    ("A new mole would cost 4 million crowns. That, at least, is the board's estimate.", "4 million", "the board"),
    ("A new mole would cost 4 million crowns. This is what the guild tells members.", "4 million", "the guild"),
    ("A new mole would cost 4 million crowns. That is a lot for a village.", "4 million", None),
    # A telling that closes the sentence with only when, where and to whom.
    ("Some 46 piles were rotten, the Harbour Bureau wrote in a letter to skippers.", "46", "the Harbour Bureau"),
    ("Some 46 piles were rotten, Liv Brandt posted on her page on Monday.", "46", "Liv Brandt"),
    ("Some 46 piles were rotten, reports Liv Brandt of the dredging crew.", "46", "Liv Brandt"),
    ("Some 46 piles were rotten, or so the mayor says.", "46", "the mayor"),
    ("When 46 piles were rotten, the council informed skippers by letter.", "46", None),
    # A caption that names whose verdict or count it is.
    ("The verdict of the dock inspectors: 46 rotten piles.", "46", "the dock inspectors"),
    ("Liv Brandt runs the ferry. Her estimate of the damage: 46 piles.", "46", "Liv Brandt"),
    ("The toll of the night: 46 piles.", "46", None),
    # A quotation behind a sentence or paragraph that names one person only.
    ('At the gate stands Liv Brandt, a welder. "We were 46 that night."', "46", "Liv Brandt"),
    ('Liv Brandt lives by the dock with two sons.\n\n"We were 46 that night."', "46", "Liv Brandt"),
    ('Liv Brandt lives by the dock with Olaf Kern.\n\n"We lost 46 boats that night."', "46", None),
    # Words between subject and verb, and papers by who released them.
    ("Liv Brandt has long argued that 46 piles are rotten.", "46", "Liv Brandt"),
    ("Liv Brandt and her deputy both said 46 piles were rotten.", "46", "Liv Brandt"),
    ("Figures the Harbour Bureau released on Monday show 46 rotten piles.", "46", "the Harbour Bureau"),
    ("Data released on Monday show 46 rotten piles.", "46", None),
    # Who takes the floor without a word of content says what follows.
    ("Harbourmaster Liv Brandt disagreed. The quay had 46 berths to spare.", "46", "Liv Brandt"),
    ("Olaf Kern, who runs the ferry line, was blunt. There are 17 cracks in the hull.", "17", "Olaf Kern"),
    ("The shippers' union took issue with that. It has 310 members ashore.", "310", "The shippers' union"),
    ("Mayor Ines Ravel defended the scheme. Prices were up by a third and 14 firms had bid.", "14", "Ines Ravel"),
    ("Mayor Ines Ravel did not answer. Some 14 firms had bid.", "14", None),
    ("Mayor Ines Ravel agreed to resign. Some 14 firms had bid.", "14", None),
    ("The mayor was answered at once. Some 14 firms had bid.", "14", None),
    ("Mayor Ines Ravel defended the scheme. Meanwhile, 14 people were hurt.", "14", None),
    # Who is asked what becomes of the last figure sums up.
    ("Pilot Ada Morn said four boats lay at each of six piers. That makes 24 in all.", "24", "Ada Morn"),
    # What somebody has been told is passed on by him.
    ("Mayor Ines Ravel spoke. Some 90 flats were empty, she had been told by the wardens.", "90", "Ines Ravel"),
    # Verbs of reckoning something at a figure, but not of putting things somewhere.
    ("Geologist Ada Morn places the age of the cliff at 9,400 years.", "9,400", "Ada Morn"),
    ("Insurer Kelmar assessed the damage to the mole at 38 million crowns.", "38 million", "Kelmar"),
    ("Geologist Ada Morn placed 38 probes at 12 sites.", "38", None),
    # A number of people count like one; those of whom something is known do not.
    ("Two envoys in Rena put turnout at 35 percent.", "35", "Two envoys in Rena"),
    ("Three survivors found 12 bodies on the shore.", "12", "Three survivors"),
    # Whose a record is: behind "from", "of" or "by", or before it.
    ("Data from the Harbour Bureau show that 4,120 boats were sold.", "4,120", "the Harbour Bureau"),
    ("According to the data of the Harbour Bureau, 12 banks failed.", "12", "the Harbour Bureau"),
    ("A note to members from broker Tessel Grain forecast losses of 4 million crowns.", "4 million", "Tessel Grain"),
    ("The coastguard's register shows 43 wrecks.", "43", "The coastguard"),
    ("The Harbour Ministry had lower figures. Its bulletin of Friday lists 291 wrecks.", "291", "Harbour Ministry"),
    # By whose list, in whose survey, going by whose paper, per which filing.
    ("Mayor Ines Ravel disputed that. By her list, made up door after door, 46 are gone.", "46", "Ines Ravel"),
    ("The guild checked 130 pumps; in 19 of these, by its findings, there was sand.", "19", "The guild"),
    ("The guild checked 130 pumps; in 19 of these, by its findings, there was sand.", "130", None),
    ("Traffic is down 14 percent, going by the coastguard's bulletin.", "14", "the coastguard"),
    ("Traffic is down 14 percent, per the coastguard.", "14", "the coastguard"),
    ("Kelmar carries the quay in its books at 455 million crowns. Its shares fell 6 percent.", "6", None),
    # One of many who has a name, and what introduces the name of a body.
    ('"They sank five boats," said one of them, Ana Ruiz, 41.', "five", "Ana Ruiz"),
    ("An envoy briefed on the talks said 12 rounds had failed.", "12", "An envoy briefed on the talks"),
    ("The opposition Platform for the Coast put turnout at 31 percent.", "31", "Platform for the Coast"),
    ("The trade union Dock and Allied Workers said 1,500 had left.", "1,500", "Dock and Allied Workers"),
    (
        "More than 900 took part, the General Inspectorate of the Border Guard said. About 12 were hurt, it said.",
        "12",
        "the General Inspectorate of the Border Guard",
    ),
    # What is proposed, accepted, feared or asked for is the proposer's.
    ("Kelmar proposed that the navy lease 90 boats. The proposal would let it scrap 40.", "40", "Kelmar"),
    ("Skipper Ada Morn accepted that 12 of the rafts leaked.", "12", "Ada Morn"),
    ("The dockers' fear is 800.", "800", "The dockers"),
    ("The dockers are pushing for 14 percent.", "14", "The dockers"),
    # A figure that is set right, and a verb that looks like a noun of reckoning.
    ("Pilot Ada Morn said 70 berths were free, not 45 as the port authority claims.", "45", "the port authority"),
    ("Western envoys say the rebels number around 2,500.", "2,500", "Western envoys"),
    # Who drew a paper up, and whose it is where two owners stand in a row.
    ("A second poll, carried out by Delta Opinion, put the Bloc on 41 percent.", "41", "Delta Opinion"),
    ("According to the Rail Users' Forum's bulletin, 71 trains were late.", "71", "the Rail Users' Forum"),
    ("Maker Belfort Pharma said it could supply 20 million doses.", "20 million", "Belfort Pharma"),
    # Two officials of two sides are two, also where only one of them is named.
    (
        "The army said 21 were killed. A rebel spokesman claimed that 70 had died. "
        "Army spokesman Ivo Brandt denied the claim.",
        "70",
        "A rebel spokesman",
    ),
    # Single marks quote as well, but for apostrophes and names.
    ("Ada Morn, 61, has the list. 'We sold 60 rafts in a day. The last 18 were wet.'", "18", "Ada Morn"),
    ("‘It’s a pity,’ says Jon Tar, who leads the dockers’ board. ‘The limit was 70 until May.’", "70", "Jon Tar"),
    ("Ada Morn sailed the 'Sea Fox' and the guild's boats. The pilots' 14 rafts sank.", "14", None),
    # Who has just spoken is called by what he is, if no other calling was told of him.
    ('"I lost 40 crowns," said Gareth Moy. The bus driver is seeking 900 crowns.', "900", "Gareth Moy"),
    ('"I lost 40 crowns," said Gareth Moy. The second driver is seeking 900.', "900", "The second driver"),
    ('"I lost 40 crowns," said surgeon Gareth Moy. The bus driver is seeking 900.', "900", "The bus driver"),
    # What a thing gives is no word of its own in what somebody says.
    ('Ana Ruiz, 61, has left the board. "At noon the server gave 41.7 percent. I saw it."', "41.7", "Ana Ruiz"),
    # What shows it may close the sentence, however long its name is; whose number it is may open it.
    ("Cases have reached 2,140, figures from the health ministry show.", "2,140", "the health ministry"),
    ("Cases have reached 2,140, the health ministry's figures show.", "2,140", "the health ministry"),
    ("For Ada Morn, who runs the harbour, the true number is 640.", "640", "Ada Morn"),
    ("For Ada Morn, who runs the harbour, 640 berths are enough.", "640", None),
    ("For Ada Morn, the guild's warden, the true number is 640, since many are left out.", "640", "Ada Morn"),
    ('"It will cost 150 crowns," CFO Livia Strand told us.', "150", "Livia Strand"),
    ("The union's demand, of 14 percent, has not changed.", "14", "The union"),
    ("Minutes of the council's meeting show that 47 members voted.", "47", "the council"),
    ("Ada Morn is quoted by the agency Vesna as putting the loss at 38 rafts.", "38", "Ada Morn"),
    ("The inquest heard from the pathologist, Hugh Bellamy, that 62 percent was fatal.", "62", "Hugh Bellamy"),
    ("45 wrecks found off Rena (coastguard)", "45", "coastguard"),
    # Offices that a sentence tells, also shortened, take their holder up.
    ("Goran Petek is the mayor of Selma. The mayor said 12 men were lost.", "12", "Goran Petek"),
    ("Sen. Ruth Calder was in Rena. The senator said 12 men were lost.", "12", "Ruth Calder"),
    ("Col. Ruth Calder was in Rena. The colonel said 12 men were lost.", "12", "Ruth Calder"),
    ("Army chief of staff Gen. Ivo Brandt said 12 men were lost.", "12", "Ivo Brandt"),
    ("Human Rights Monitor documented 112 killings.", "112", "Human Rights Monitor"),
    # What is owned is a noun, also where a verb has the same form; shares that a paper gives are its author's.
    ("Growth was 4 percent, above the bank's forecast of 3.1 percent.", "3.1", "the bank"),
    ("Data from the statistics office put growth at 4 percent.", "4", "the statistics office"),
    ("A poll by Delta for the Post gave the ruling party 40 percent.", "40", "Delta"),
    ("Pollster Delta has the party on 40 percent.", "40", "Delta"),
    ("Kelmar gave the guild 40 boats.", "40", None),
    ("Ida Holm is convinced it is 40 million miles away.", "40 million", "Ida Holm"),
    # What stands right behind a bare denial is what is so.
    ("Not true, the guild says. There were 71 cases.", "71", "the guild"),
    ("The survey of 14 farms is not finished.", "14", None),
    # Who is asked in a survey does not draw it up; a verb in s may stand between two commas.
    ("A survey of guests found that 93 percent were happy.", "93", "A survey"),
    ("Some 40 boats came, its director, Ana Ruiz, stresses, and the rest sank.", "40", "Ana Ruiz"),
    # In a printed interview all quotations are of whom it was told of before.
    (
        "The line is slow. Its director, Ewa Lind, spoke to us.\n\nHow many men do you lack?\n\n"
        '"At present 65 men."\n\nAnd how many trains?\n\n"From May we will run 90 trains."',
        "90",
        "Ewa Lind",
    ),
    # Who holds an office is "she" as well, but for somebody with a name who is known to be.
    ("The mayor said the line was slow. Some 40 buses are old, she said.", "40", "The mayor"),
    ("Holm said 12 died. Ms Ruth Holm is ill. The mayor said no. Some 40 beds are free, she said.", "40", "Ruth Holm"),
    # A name that acts behind a comma is no apposition.
    ("According to the indictment, Voss stole 12 million crowns.", "12 million", "the indictment"),
    ("According to the mayor, Ana Ruiz, 12 million crowns are gone.", "12 million", "Ana Ruiz"),
    ("Voss is accused by prosecutors of stealing 12 million crowns.", "12 million", "prosecutors"),
    ("Court documents show Voss stole 12 million crowns.", "12 million", "Court documents"),
    # Earlier figures, and where a body sits.
    ("The mayor's earlier figure was 31 boats.", "31", "The mayor"),
    ("That is fewer than the 45 the mayor gave on Monday.", "45", "the mayor"),
    ("The Oslo-based Vik Forum says the plan will cost 1,200 jobs.", "1,200", "Vik Forum"),
    # "It" is the body that spoke last, where an older sentence is about another.
    (
        "The Harbour Bureau counted 40 wrecks. To a question the port authority had replied in writing. "
        "It says that 12 were raised.",
        "12",
        "the port authority",
    ),
]


@pytest.mark.parametrize(("text", "figure", "claimant"), CASES)
def test_who_is_credited(text: str, figure: str, claimant: str | None) -> None:
    """Each figure is credited to whom its words or those before it name."""
    assert claim_at(text, figure).claimant == claimant


@pytest.mark.parametrize(
    "text",
    [
        "Two western envoys, who had compared notes, said nothing was settled.",
        "Lawyers for nine of the sailors said their clients had been beaten.",
        "She told me that the siren sounded at ten past four.",
    ],
)
def test_those_who_speak_and_the_hour_are_no_claim(text: str) -> None:
    """How many it is who speak and when it was claims nothing."""
    assert not [claim for claim in claims_in(text) if claim.kind == "quantity"]
