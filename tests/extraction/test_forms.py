"""Texts whose form says who speaks: interviews, transcripts, scripts, fact boxes, and whole documents of one author."""

from __future__ import annotations

import pytest

from extraction.model import Document
from tests.extraction.reading import extractor

INTERVIEWS = [
    (
        "Runa Eldjarn took over the salt works in May. Her predecessor, Kjell Moa, went to sea.\n\n"
        "How many pans are in use?\n\nTwelve. I filled them myself.\n\nAnd how many people do you pay?\n\nWe pay 31.",
        {"Twelve": "Runa Eldjarn", "31": "Runa Eldjarn"},
    ),
    (
        "Tilde Arnes visited Osvald Prytz, keeper of the light, on his rock.\n\nHow many storms did you count?\n\n"
        "I wrote down 43.\n\nDo you miss the town?\n\nMy radio has nine stations.",
        {"43": "Osvald Prytz"},
    ),
    (
        "You have tuned bells for a lifetime. How many?\nSome 600 by now.\n\nHow many were cracked?\nForty.\n\n"
        "Leif Tordal, 71, is a bell tuner. Interview: Nan Roe",
        {"600": "Leif Tordal", "Forty": "Leif Tordal"},
    ),
    (
        "Ask the gardener, with Bea Holloway\n\nMy plums have rust. Is it catching?\n"
        "It is. I lost 14 trees to it in a year.",
        {"14": "Bea Holloway"},
    ),
]
TRANSCRIPTS = [
    (
        "Sigge Rahl, an engineer, spoke to us.\n\nTHE GAZETTE: How many pumps, Mr Rahl?\n\nRAHL: Two. We lost 14.",
        {"Two": "Sigge Rahl", "14": "Sigge Rahl"},
    ),
    (
        "LT. GOV. MARCHETTE: Friends, I thank you all.\nThe bridge is done. It took 900 workers, and six of them fell.",
        {"900": "Marchette", "six": "Marchette"},
    ),
    (
        "STUDIO: With us is Ulla Brink of the ferry board. How many boats run?\n\nBRINK: Nine, by our list.\n\n"
        "STUDIO: And who waits?\n\nBRINK: About 400 lorries.",
        {"Nine": "Ulla Brink", "400": "Ulla Brink"},
    ),
    (
        "Ines Faro, a potter, talked to Ray Dunn.\n\nR.D.: How many kilns?\nI.F.: Three. I broke 70 pots today.",
        {"70": "Ines Faro"},
    ),
    (
        "RIDLEY: Eight o'clock. With me is the miller, Joan Aspinall. Joan, 40 mills have shut.\n\n"
        "ASPINALL: I count 52.\n\nRIDLEY: And it is six degrees in town.",
        {"40": None, "52": "Joan Aspinall"},
    ),
]
SCRIPTS = [
    ('Nurse Ada Kvist had the night shift.\n\nTAPE: "Seven men came in, all of them wet."', {"Seven": "Ada Kvist"}),
    (
        "The harbour burned. (SOUNDBITE) (Danish) SKIPPER, BO LINDEGAARD, SAYING:\n"
        '"I lost 300 crates of cod."\n\nThe brigade sent 12 engines.',
        {"300": "Bo Lindegaard", "12": None},
    ),
    (
        'BITE - ROSE TILLEY, HARBOUR MASTER: "I have eleven owners who are not insured."\nOutside, 17 boats burned.',
        {"eleven": "Rose Tilley", "17": None},
    ),
]
BOXES = [
    (
        "The year at sea\n\n• 40 boats sunk\n• 12 locks mended\n\nSource: Canal Board",
        {"40": "Canal Board", "12": "Canal Board"},
    ),
    (
        "THE CANAL IN FIGURES\nLength: 41 km\nLocks: 17\nCost: $90 million\nSource: Inland Ports Board, 2023",
        {"41": "Inland Ports Board", "17": "Inland Ports Board", "$90 million": "Inland Ports Board"},
    ),
    (
        "HERDS AT A GLANCE: Goats: 820 Kids: 310 (Norden) (Source: Hill Farm Council, 2018)",
        {"820": "Hill Farm Council", "310": "Hill Farm Council"},
    ),
    ("AT A GLANCE\nStages: seven\nBands: 138\nPlants: nine", {"138": None}),
]
DOCUMENTS = [
    (
        "Vang Steel said on Monday that its kiln was cold. Rena has 310 shops.\n\nThe company's statement in full:\n\n"
        "The kiln needs 40 bricks. We employ 610 people.",
        {"310": None, "610": "Vang Steel"},
    ),
    (
        "NEWS RELEASE\nIssued by the Moorland Trust on 4 May\n\nThe trust has planted 90,000 oaks. Forty have died.",
        {"90,000": "Moorland Trust", "Forty": "Moorland Trust"},
    ),
    (
        "Prepared by: the Hill Rescue Board\nLost: 12\nHuts destroyed: 216",
        {"216": "Hill Rescue Board"},
    ),
    (
        '10.15 The bridge is shut.\n10.50 Statement from the Norden Line in full: "Fourteen ferries are cancelled."',
        {"Fourteen": "Norden Line"},
    ),
    (
        "Excerpts from the report of the Quay Fire Inquiry, as printed by the Gazette.\n"
        "The alarm failed. Some 61 dockers were below. A foreman told us that two fires had been seen.",
        {"61": "Quay Fire Inquiry", "two": "A foreman"},
    ),
    (
        "Open letter from the Guild of Lamplighters to the mayor\n\nYou have put out 240 lamps. We have 31 members.",
        {"240": "Guild of Lamplighters", "31": "Guild of Lamplighters"},
    ),
    (
        "Following is the text of a statement issued on Monday by the Ministry of Wells:\n\n"
        "Tankers have been sent to 84 villages. Some 12,000 families will get water.",
        {"84": "Ministry of Wells", "12,000": "Ministry of Wells"},
    ),
    (
        "To the owners of the mill\n\nEleven women have fainted since June.\n\nSigned,\nthe spinners of the Tarn mill",
        {"Eleven": "spinners of the Tarn mill"},
    ),
    (
        "Review of the lock works by the Sluice Inspectorate\n\nThe gates came late. We replaced 31 hinges.",
        {"31": "Sluice Inspectorate"},
    ),
    (
        "Review of the lock works by the Sluice Inspectorate\n\nThe US gates came late. Crews replaced 31 hinges.",
        {"31": None},
    ),
    ("Report of the fire draws anger\n\nSome 40 houses burned in Rena. We will print more.", {"40": None}),
    ("The report of the Quay Fire Inquiry was late.\n\nThe quay has 61 sheds. It was built in 1901.", {"61": None}),
]


@pytest.mark.parametrize(("text", "expected"), INTERVIEWS + TRANSCRIPTS + SCRIPTS + BOXES + DOCUMENTS)
def test_the_form_of_a_text_says_who_speaks(text: str, expected: dict[str, str | None]) -> None:
    claims = extractor().extract([Document("d", "The Gazette", text)])
    said = {
        text[claim.char_start : claim.char_end]: claim.claimant.removeprefix("the ") if claim.claimant else None
        for claim in claims
        if claim.kind == "quantity"
    }
    assert {figure: said.get(figure, "not found") for figure in expected} == expected


THINGS = [
    (
        "Ida Brandt runs the yard.\n\nHow many oaks fell?\n\nIn the park, 240.\n\nThe guild speaks of 400.",
        {"240": "trees"},
    ),
    (
        "Ida Brandt runs the yard. What does a mast cost?\n\nNinety thousand. I have the quote.",
        {"Ninety thousand": "cost"},
    ),
    ("Ida Brandt runs the yard. What does a mast cost?\n\nA small one $900.", {"900": "cost"}),
    ("Are the bells cracked?\n\nThe sexton says 14.", {"14": "bell"}),
    ('Ola Ness owns the kilns. I asked about the cracked vases.\n\nINSERT: "We found thirteen."', {"thirteen": "vase"}),
    ("HOST: Dora Lisk counted the vases from the pier.\n\nLISK: A hundred and six.", {"A hundred and six": "vase"}),
    ("Q: The guild says 40 percent went. Is it so?\n\nA: We lost 25 oaks.", {"25": "trees"}),
    ("KILNS AT A GLANCE: Vases: 820 Shards: 310 Glazes: 41 Source: Clay Board", {"820": "vase", "310": "shard"}),
    ("THE KILNS\nStops: 19\nVisitors a day: 380", {"19": "stop", "380": "visitors"}),
    ("Ostrik: Five oaks fell in the wind.", {"Five": "trees"}),
]


@pytest.mark.parametrize(("text", "expected"), THINGS)
def test_questions_and_labels_tell_what_is_counted(text: str, expected: dict[str, str]) -> None:
    claims = extractor().extract([Document("d", "The Gazette", text)])
    counted = {text[claim.char_start : claim.char_end].lstrip("$"): claim.measure for claim in claims}
    assert {figure: counted.get(figure, "not found") for figure in expected} == expected
