"""Who says it: one row a way of English to credit somebody with a figure."""

from __future__ import annotations

import pytest

from tests.extraction.reading import claim_at

SAID = [
    # (text, figure, claimant)
    ("The harbour authority said 40 boats had sunk.", "40", "The harbour authority"),
    ("At least 40 boats have sunk, the harbour authority said on Monday.", "40", "the harbour authority"),
    ("According to the harbour authority, 40 boats have sunk.", "40", "the harbour authority"),
    ("Some 40 boats have sunk, according to the harbour authority.", "40", "the harbour authority"),
    ("Forty boats have sunk.", "Forty", None),
    ("“We have lost 40 boats,” said Elena Markou, the harbour master.", "40", "Elena Markou"),
    ('"We have lost 40 boats," Elena Markou told reporters. "Another 12 boats are adrift."', "12", "Elena Markou"),
    ("Elena Markou, 51, who runs the port, said 40 boats had sunk.", "40", "Elena Markou"),
    ("Elena Markou runs the port. Markou said 40 boats had sunk.", "40", "Elena Markou"),
    ("Elena Markou spoke on Monday. She said 40 boats had sunk.", "40", "Elena Markou"),
    ("Nearly 40 boats have sunk, up from the 12 reported by the coastguard.", "12", "the coastguard"),
    ("The fleet lost 40 boats, against the union's 55.", "55", "the union"),
    ("The union's estimate of 55 was higher.", "55", "The union"),
    ("The losses were put at 40 by the coastguard.", "40", "the coastguard"),
    ("The mayor asked for half of the 90 boats that the union has mentioned.", "90", "the union"),
    ("The mayor was quoted by Radio Syros as saying that 40 boats had sunk.", "40", "The mayor"),
    ("Officials quoted by the agency Hellas Press said 40 boats had sunk.", "40", "Officials"),
    ("A study by the Marine Institute found 40 wrecks.", "40", "the Marine Institute"),
    ("A nurse who asked not to be named said 40 people had died.", "40", "A nurse"),
    ("The ministry said 40 boats had sunk, while the union spoke of 55.", "55", "the union"),
    ("The ministry said 40 boats had sunk; 55 are missing, the union said.", "55", "the union"),
    ("The Gazette counted 40 boats.", "40", None),
    ("Vela, the monitoring group, ran its own count and arrived at 40 boats.", "40", "Vela"),
    ("A Gazette reporter saw 40 boats.", "40", None),
    ("The coastguard, which sent 12 divers, said 40 boats had sunk.", "12", None),
    ("In Syros the union reported 40 boats; in Tinos fewer than 15.", "15", "the union"),
    ("With 62 percent of boats checked, the harbour authority said 40 had sunk.", "62", "the harbour authority"),
    ("The insurer Veritas Mutual said 40 boats had sunk.", "40", "Veritas Mutual"),
    ("Fishermen's Aid International said 40 boats had sunk.", "40", "Fishermen's Aid International"),
    ("The union 4Sea, which has 12 offices, counted 40 boats.", "40", "4Sea"),
    ("Hellas Press quoted Elena Markou as saying 40 boats had sunk.", "40", "Elena Markou"),
    ("Hellas Press, citing two port officials, reported that 40 boats had sunk.", "40", "two port officials"),
    (
        "Some 40 boats sank, Hellas Press reported, citing a list compiled by the coastguard.",
        "40",
        "the coastguard",
    ),
    ("Another 40 boats had sunk, it was announced by the coastguard.", "40", "the coastguard"),
    ("The loss is estimated at $40 million by the state insurer.", "$40 million", "the state insurer"),
    ("By the union's own count, 40 boats have sunk.", "40", "the union"),
    ("Coastguard: 40 boats sunk in storm", "40", "Coastguard"),
    ("The harbour authority: 40 of 90 boats sunk", "40", "The harbour authority"),
    ("40 boats sunk in storm: coastguard", "40", "coastguard"),
    ("Greece: 40 boats sunk in storm", "40", None),
    ("Passengers: 40", "40", None),
    ("Police documents show 40 boats were unsafe.", "40", "Police documents"),
    ("Reporters spoke to staff at the yard who counted 40 boats.", "40", "staff at the yard"),
]


CREDITED = [
    # the ways in which one count of boats may be credited; the opening article of a claimant does not matter here
    ("On the ministry's own reckoning, 340 schools lack heating.", "340", "the ministry"),
    ("By Oxfam's reckoning 340 schools lack heating.", "340", "Oxfam"),
    ("On Oxfam's latest numbers, 340 schools lack heating.", "340", "Oxfam"),
    ("The union's 12,000 is nearly twice the company's 6,500.", "12,000", "The union"),
    ("The union's 12,000 is nearly twice the company's 6,500.", "6,500", "the company"),
    ("The union's figures show 12,000 on strike.", "12,000", "The union"),
    ("Figures from the coastguard show that 340 boats are missing.", "340", "the coastguard"),
    ("Numbers released by the coastguard point to 340 missing boats.", "340", "the coastguard"),
    ("The coastguard's tally stood at 340 on Friday.", "340", "The coastguard"),
    ("A tally kept by Harbour Watch stood at 340 on Friday.", "340", "Harbour Watch"),
    ("The official toll has risen to 340, the coastguard having found 12 more bodies.", "340", None),
    ("The coastguard has so far confirmed 340 deaths.", "340", "The coastguard"),
    ("The coastguard is now reporting 340 deaths.", "340", "The coastguard"),
    ("The coastguard has been told of 340 missing boats.", "340", None),
    ("The coastguard, for its part, speaks of 340 boats.", "340", "The coastguard"),
    ("Harbour Watch has 340 names on its list.", "340", "Harbour Watch"),
    ("Harbour Watch, which tracks wrecks, has documented 340 of them.", "340", "Harbour Watch"),
    ("In its statement the coastguard gave the number of boats as 340.", "340", "the coastguard"),
    ('In a statement, the coastguard said: "We have found 340 boats."', "340", "the coastguard"),
    ("The statement from the coastguard put the number at 340.", "340", "the coastguard"),
    ("The number of boats was given as 340 in a statement from the coastguard.", "340", "the coastguard"),
    ("Some 340 boats are missing, a statement from the coastguard said.", "340", "the coastguard"),
    ("Some 340 boats are missing, says Ana Ruiz of Harbour Watch, a charity.", "340", "Ana Ruiz"),
    ("Ana Ruiz, speaking for the coastguard, put the number at 340.", "340", "Ana Ruiz"),
    ("Asked how many boats were missing, Ana Ruiz said 340.", "340", "Ana Ruiz"),
    ("Ana Ruiz reckons on 340 boats.", "340", "Ana Ruiz"),
    ('"Three hundred and forty," was how Ana Ruiz put it.', "Three hundred and forty", "Ana Ruiz"),
    ("Ana Ruiz: We have lost 340 boats.", "340", "Ana Ruiz"),
    ('"We have lost 340 boats," Ana Ruiz, head of Harbour Watch, told the paper.', "340", "Ana Ruiz"),
    ('"We have lost 340 boats." Ana Ruiz, a skipper, is angry.', "340", "Ana Ruiz"),
    ('Ana Ruiz is angry: "We have lost 340 boats."', "340", "Ana Ruiz"),
    ('Ana Ruiz lost hers that night. "There were 340 boats here."', "340", "Ana Ruiz"),
    ("Research by Harbour Watch has found 340 wrecks.", "340", "Harbour Watch"),
    ("The regulator fined 340 boats last year, its records show.", "340", "The regulator"),
    ("More than 340 boats are affected, the regulator has warned.", "340", "the regulator"),
    ("More than 340 boats are affected, it has emerged.", "340", None),
    ("As many as 340 boats could be affected, Ofsea estimates.", "340", "Ofsea"),
    ("As many as 340 boats could be affected, by Ofsea's estimate.", "340", "Ofsea"),
    ("The bill will reach $340 million, Ofsea chief Ana Ruiz told MPs.", "$340 million", "Ana Ruiz"),
    ("Ofsea chief executive Ana Ruiz told MPs that the bill was $340 million.", "$340 million", "Ana Ruiz"),
    ("Ofsea's Ana Ruiz said the bill was $340 million.", "$340 million", "Ana Ruiz"),
    ("Over at Ofsea, Ana Ruiz counts 340 boats.", "340", "Ana Ruiz"),
    ("The mayor of Syros, Ana Ruiz, is certain that 340 boats sank.", "340", "Ana Ruiz"),
    ("Ana Ruiz has no doubt: 340 boats sank.", "340", "Ana Ruiz"),
    ("The firm, which employs 1,200, will cut 340 jobs, it said.", "340", "The firm"),
    ("The firm is cutting 340 jobs, bosses confirmed.", "340", "bosses"),
    ("Bosses have confirmed 340 jobs will go.", "340", "Bosses"),
    ("The firm told staff 340 jobs would go.", "340", "The firm"),
    ("Staff were told that 340 jobs would go.", "340", None),
    ("Workers have been told by the firm that 340 jobs would go.", "340", "the firm"),
    ("It is understood that 340 jobs will go.", "340", None),
    ("The court heard that 340 boats had been sold.", "340", None),
    ("Prosecutors allege that he sold 340 boats.", "340", "Prosecutors"),
    ("Prosecutors say he sold 340 boats; his lawyer says it was 12.", "12", "his lawyer"),
    ("His lawyer, Ana Ruiz, says it was 12.", "12", "Ana Ruiz"),
    ("The ministry in Athens has the figure as 340.", "340", "The ministry in Athens"),
    ("Ministers insist the figure is 340.", "340", "Ministers"),
    ('A spokesperson for Ofsea said: "340 boats were inspected."', "340", "A spokesperson for Ofsea"),
    ("An Ofsea spokesperson confirmed 340 boats were inspected.", "340", "An Ofsea spokesperson"),
    ("One skipper, who gave his name only as Jack, claimed 340 boats were lost.", "340", "One skipper"),
    ("Eyewitnesses described seeing 340 boats on fire.", "340", "Eyewitnesses"),
    ("Locals believe the true number is nearer 340.", "340", "Locals"),
    ("Local media reported 340 boats lost, citing the coastguard.", "340", "the coastguard"),
    ("Local media put the number at 340.", "340", "Local media"),
    ("State television said 340 boats were lost.", "340", "State television"),
    ("The BBC reported that 340 boats were lost.", "340", "The BBC"),
    ("The Wall Street Journal reported on Monday that Ofsea would fine 340 boats.", "340", "The Wall Street Journal"),
    ("The fine, first reported by the Wall Street Journal, is $340 million.", "$340 million", None),
    ("Sources close to the deal told Reuters the price was $340 million.", "$340 million", "Sources close to the deal"),
    ("Bloomberg, which first reported the talks, said the price was $340 million.", "$340 million", "Bloomberg"),
    ("Ofsea says it inspected 340 boats. It found faults in 112.", "112", "Ofsea"),
    ("Ana Ruiz says she inspected 340 boats. She found faults in 112 of them.", "112", "Ana Ruiz"),
    (
        "Ana Ruiz, a hydrologist at Delft, has measured the river for 30 years. "
        "The hydrologist put the flow at 340 cubic metres.",
        "340",
        "Ana Ruiz",
    ),
    ("Nordvik, a carmaker, is shrinking. The carmaker said 340 jobs would go.", "340", "Nordvik"),
    ("Harbour Watch, a charity, is alarmed. It counts 340 wrecks.", "340", "Harbour Watch"),
    ("The charity Harbour Watch is alarmed. They count 340 wrecks.", "340", "Harbour Watch"),
    ("Ana Ruiz of Harbour Watch met Luc Morel. She counts 340 wrecks.", "340", "Ana Ruiz"),
    ("Ana Ruiz met Luc Morel, who counts 340 wrecks.", "340", "Luc Morel"),
    ("Interior Minister Luc Morel visited the port. The minister said 340 boats had sunk.", "340", "Luc Morel"),
    ("Luc Morel, the interior minister, visited the port. Mr Morel said 340 boats had sunk.", "340", "Luc Morel"),
    ("Mayor Ana Ruiz visited the port. “We lost 340 boats,” the mayor said.", "340", "Ana Ruiz"),
    ("Ana Ruiz, mayor of Syros, visited. Her office said 340 boats had sunk.", "340", "Her office"),
    ("The union Marea wants talks. Its leader, Ana Ruiz, says 340 boats are laid up.", "340", "Ana Ruiz"),
    ("The union Marea wants talks. Union leader Ana Ruiz says 340 boats are laid up.", "340", "Ana Ruiz"),
    (
        "A spokesman for the port, Luc Morel, said 40 boats had sunk. The spokesman said 340 more were adrift.",
        "340",
        "Luc Morel",
    ),
    (
        "A spokesman for the port said 40 boats had sunk. The spokesman said 340 more were adrift.",
        "340",
        "The spokesman",
    ),
    ("Ana Ruiz said that while 340 boats had sunk, 52 had been saved.", "52", "Ana Ruiz"),
    ("While Ana Ruiz said 340 boats had sunk, Luc Morel put it at 52.", "52", "Luc Morel"),
    ("Ana Ruiz said 340 boats had sunk and that 52 had been saved.", "52", "Ana Ruiz"),
    ("Ana Ruiz said 340 boats had sunk, adding that 52 had been saved.", "52", "Ana Ruiz"),
    (
        "Ana Ruiz, the harbour master, said 340 boats had sunk but Luc Morel, her deputy, spoke of 52.",
        "52",
        "Luc Morel",
    ),
    ("Some 340 boats have sunk, Ana Ruiz said, though Luc Morel puts the number at 52.", "52", "Luc Morel"),
    ("Some 340 boats have sunk, Ana Ruiz said, compared with the 52 that Luc Morel had reported.", "52", "Luc Morel"),
    ("Ana Ruiz said 340 boats had sunk, compared with 52 last year.", "52", "Ana Ruiz"),
    ("Ana Ruiz said 340 boats had sunk, more than the 52 that the coastguard gave.", "52", "the coastguard"),
    ("Ana Ruiz told Luc Morel that 340 boats had sunk.", "340", "Ana Ruiz"),
    ("Luc Morel rejected Ana Ruiz's claim that 340 boats had sunk.", "340", "Luc Morel"),
    ("Luc Morel, responding to Ana Ruiz, said 340 boats had sunk.", "340", "Luc Morel"),
    ("After Ana Ruiz had spoken of 340 boats, Luc Morel said it was 52.", "340", "Ana Ruiz"),
    ("After Ana Ruiz had spoken of 340 boats, Luc Morel said it was 52.", "52", "Luc Morel"),
    ("Luc Morel said it was 52, not the 340 that Ana Ruiz had spoken of.", "52", "Luc Morel"),
    ("Speaking in Syros, Ana Ruiz said 340 boats had sunk.", "340", "Ana Ruiz"),
    ("Speaking to Radio Syros, the harbour master said 340 boats had sunk.", "340", "the harbour master"),
    ("In an interview with Radio Syros, Ana Ruiz said 340 boats had sunk.", "340", "Ana Ruiz"),
    ("Visiting the port on Monday, Ana Ruiz put the number at 340.", "340", "Ana Ruiz"),
    ("The minister in charge of ports, Ana Ruiz, said 340 boats had sunk.", "340", "Ana Ruiz"),
    ("According to Ana Ruiz, who runs the port, 340 boats have sunk.", "340", "Ana Ruiz"),
    ("According to figures seen by the Gazette, 340 boats have sunk.", "340", None),
    ("According to figures compiled by Harbour Watch, 340 boats have sunk.", "340", "Harbour Watch"),
    ("According to the latest figures from the coastguard, 340 boats have sunk.", "340", "the coastguard"),
    ("According to police, 340 boats have sunk.", "340", "police"),
    ("According to the company's accounts, it lost $340 million.", "$340 million", "the company"),
    ("Boats worth $340 million were lost, insurers say.", "$340 million", "insurers"),
    ("Insurers expect claims of $340 million.", "$340 million", "Insurers"),
    ("Insurers are bracing for claims of $340 million.", "$340 million", None),
    ("The port plans to buy 340 buoys, its director Ana Ruiz said.", "340", "Ana Ruiz"),
    ('"It is 340," she said. Ana Ruiz runs the port.', "340", "Ana Ruiz"),
    ("The head of the port authority has said that 340 boats sank.", "340", "The head of the port authority"),
    ("The port authority's head, Ana Ruiz, said that 340 boats sank.", "340", "Ana Ruiz"),
    ("One of the skippers, Luc Morel, said that 340 boats sank.", "340", "Luc Morel"),
    ("Skipper Luc Morel, 52, said that 340 boats sank.", "340", "Luc Morel"),
    ("Luc Morel (pictured), a skipper, said that 340 boats sank.", "340", "Luc Morel"),
    ("Luc Morel – a skipper for 30 years – said that 340 boats sank.", "340", "Luc Morel"),
    ("Dr Ana Ruiz, from the University of Syros, said that 340 boats sank.", "340", "Ana Ruiz"),
    ("Prof Ana Ruiz said that 340 boats sank.", "340", "Ana Ruiz"),
    ("Lord Fenn said that 340 boats sank.", "340", "Lord Fenn"),
    ("Cllr Ana Ruiz said that 340 boats sank.", "340", "Ana Ruiz"),
    ("Det Insp Ana Ruiz said that 340 boats sank.", "340", "Ana Ruiz"),
    ("Rear Admiral Luc Morel said that 340 boats sank.", "340", "Luc Morel"),
    ("Lt. Gen. Luc Morel said that 340 boats sank.", "340", "Luc Morel"),
    ("Fire chief Ana Ruiz said that 340 boats sank.", "340", "Ana Ruiz"),
    ("Ana Ruiz, a spokeswoman for the port, said on Monday that 340 boats sank.", "340", "Ana Ruiz"),
    ("Spokeswoman Ana Ruiz said that 340 boats sank.", "340", "Ana Ruiz"),
    ("The Syros Port Authority (SPA) said that 340 boats sank.", "340", "The Syros Port Authority"),
    ("The Greek coastguard said that 340 boats sank.", "340", "The Greek coastguard"),
    ("Greece's coastguard said that 340 boats sank.", "340", "Greece's coastguard"),
    ("Greece said that 340 boats sank.", "340", "Greece"),
    ("Athens said that 340 boats sank.", "340", "Athens"),
    (
        "The Greek government and the port authority said that 340 boats sank.",
        "340",
        "The Greek government and the port authority",
    ),
    ("The army counts 340 dead and the rebels 52.", "52", "the rebels"),
    ("The army counts 340 dead, the rebels 52.", "52", "the rebels"),
    ("The army puts the toll at 340; the rebels at 52.", "52", "the rebels"),
    ("The army spoke of 340 dead, Harbour Watch of 52.", "52", "Harbour Watch"),
    ("Ana Ruiz expects 340 boats, Luc Morel only 52.", "52", "Luc Morel"),
    ("The army said 340 soldiers and 52 police officers had died.", "52", "The army"),
    ("The army said 340 soldiers had died and police were holding 52 men.", "52", "The army"),
    ('"We lost 340 boats," Ana Ruiz fumed.', "340", "Ana Ruiz"),
    ('"We lost 340 boats," sighed Ana Ruiz, a skipper.', "340", "Ana Ruiz"),
    ('Ana Ruiz shook her head: "We lost 340 boats."', "340", "Ana Ruiz"),
    ('"We lost 340 boats," Ana Ruiz, a skipper, thundered on Monday.', "340", "Ana Ruiz"),
    ("Ana Ruiz fumed that 340 boats had been lost.", "340", "Ana Ruiz"),
    ('"We lost 340 boats!" shouted one skipper.', "340", "one skipper"),
    ('"We lost it all. I had 340 boats," said Ana Ruiz.', "340", "Ana Ruiz"),
    ('"We lost it all," said Ana Ruiz. "I had 340 boats. Now look."', "340", "Ana Ruiz"),
    ("The agency classifies 340 bridges as unsafe.", "340", "The agency"),
    ("Police suspect that 340 cars were stolen.", "340", "Police"),
    ("The price of $340 million, as floated by the bank, is too high.", "$340 million", "the bank"),
    ("The agency's paper has 340 bridges.", "340", "The agency"),
    ("The agency's own paper lists 340 bridges.", "340", "The agency"),
    ("Ana Ruiz said the ship had docked in Syros, a town of 21,000 people.", "21,000", None),
    ("Ana Ruiz said the ship had docked in Syros, which has 21,000 people.", "21,000", None),
    ("Ana Ruiz said 340 of the firm's boats, which number 900, had sunk.", "340", "Ana Ruiz"),
    ("Ana Ruiz, who owns 12 boats, said 340 had sunk.", "340", "Ana Ruiz"),
    ("Ana Ruiz told Harbour Watch, a charity with 340 members, that the port was shut.", "340", None),
    ("The toll is 340, the army says. That is twice what the rebels claim.", "340", "the army"),
    ("The army's toll is 340.", "340", "The army"),
    ("Marea, the sailors' union, reckons 340 are idle.", "340", "Marea"),
    ("Marea reckons that 340 are idle.", "340", "Marea"),
    ("Marea's count is 340.", "340", "Marea"),
    ("Not so, says Marea: 340 are idle.", "340", "Marea"),
    ("To the union, 340 are idle.", "340", None),
    ("Only 340 are idle, if the union is to be believed.", "340", "the union"),
    ("Some 340 are idle, if you believe the union.", "340", "the union"),
    ("Some 340 are idle, in the union's view.", "340", "the union"),
    ("In the union's view, 340 are idle.", "340", "the union"),
    ("In the eyes of the union, 340 are idle.", "340", None),
    ("The union has it that 340 are idle.", "340", "The union"),
    ("Word from the union is that 340 are idle.", "340", "the union"),
    ("The union's line is that 340 are idle.", "340", "The union"),
    ("The union's claim is that 340 are idle.", "340", "The union"),
    ("There are 340 idle, the union's secretary, Ana Ruiz, reckons.", "340", "Ana Ruiz"),
]


@pytest.mark.parametrize(("text", "figure", "claimant"), CREDITED)
def test_claimant_in_other_words(text: str, figure: str, claimant: str | None) -> None:
    found = claim_at(text, figure).claimant
    assert (found and found.lower().removeprefix("the ")) == (claimant and claimant.lower().removeprefix("the "))


GOES_ON = [
    ("The storm sank 40 boats, the harbour authority said. Another 12 were adrift.", "12", "the harbour authority"),
    ("The storm sank 40 boats, the harbour authority said. Of those, 12 were ferries.", "12", None),
    ("Elena Markou said the port was shut. Some 40 boats had been moved to Tinos.", "40", "Elena Markou"),
    ("Elena Markou said the port was shut. Some 40 boats lay in Tinos last year.", "40", None),
    ("Elena Markou said the port was shut. The coastguard had moved 40 boats.", "40", None),
    ("Elena Markou said the port was shut.\nSome 40 boats had been moved.", "40", None),
    ("The Marine Institute released its survey on Monday. Some 40 wrecks leak oil.", "40", "The Marine Institute"),
    ("A survey by the Marine Institute is out. It lists 40 wrecks.", "40", "the Marine Institute"),
    ("The survey found the following:\nSome 40 wrecks leak oil.", "40", None),
    ("The union's survey found the following:\n40 wrecks leak oil.\n12 are deep.", "12", "The union"),
    ("A leaked survey is out. The survey lists 40 wrecks.", "40", None),
    ("“We lost 40 boats,” said Elena Markou. “Here is why.\n“We had 12 anchors.", "12", "Elena Markou"),
    ("Elena Markou runs the port. “We lost 40 boats.”", "40", "Elena Markou"),
    ("Elena Markou spoke on Monday. The 51-year-old said 40 boats had sunk.", "40", "Elena Markou"),
    ("Volodymyr Zelensky spoke. Mr Zelenskiy said 40 boats had sunk.", "40", "Volodymyr Zelensky"),
    ("Kim Ha-na spoke. Kim Yong-ho came. Mr Kim said 40 boats had sunk.", "40", "Kim Yong-ho"),
    ("The Institute of Fisheries (IFI) is in Syros. The IFI counted 40 boats.", "40", "Institute of Fisheries"),
]


@pytest.mark.parametrize(("text", "figure", "claimant"), GOES_ON)
def test_claimant_across_sentences(text: str, figure: str, claimant: str | None) -> None:
    assert claim_at(text, figure).claimant == claimant


def test_a_credit_by_context_is_less_sure_than_one_by_words() -> None:
    text = "The storm sank 40 boats, the harbour authority said. Another 12 boats were adrift."
    said, gone_on = claim_at(text, "40"), claim_at(text, "12")
    assert gone_on.confidence == pytest.approx(0.8 * said.confidence)


@pytest.mark.parametrize(("text", "figure", "claimant"), SAID)
def test_claimant(text: str, figure: str, claimant: str | None) -> None:
    assert claim_at(text, figure).claimant == claimant


SPEAKS_FOR = [
    ("French Defence Minister Luc Morel said 40 people had died.", "40", "France"),
    ("Luc Morel, the French defence minister, said 40 people had died.", "40", "France"),
    ("Deputy French Ambassador to the United Nations, Luc Morel, said 40 people had died.", "40", "France"),
    ("Ann Reed of Harbour Aid said 40 people had died.", "40", "Harbour Aid"),
    ("A spokesman for Nordvik, Anders Toft, said 40 jobs would go.", "40", "Nordvik"),
    ("Paris said 40 people had died.", "40", "France"),
    (
        "The charity Harbour Aid said 40 people had died. Its head, Ann Reed, said 12 were hurt.",
        "12",
        "Harbour Aid",
    ),
]


@pytest.mark.parametrize(("text", "figure", "affiliation"), SPEAKS_FOR)
def test_affiliation(text: str, figure: str, affiliation: str) -> None:
    assert claim_at(text, figure).claimant_affiliation == affiliation


def test_the_chain_between_speaker_and_reader_is_kept() -> None:
    claim = claim_at("The mayor was quoted by Radio Syros as saying that 40 boats had sunk.", "40")
    assert claim.said_through == ["Radio Syros"]


def test_an_unnamed_official_of_the_lead_is_the_one_named_next() -> None:
    text = (
        "France has sent 400 soldiers, a Defence Ministry spokeswoman said on Tuesday.\n"
        '"There are 60 officers with them," Claire Aubert told a briefing.'
    )
    assert claim_at(text, "400").claimant == "Claire Aubert"
