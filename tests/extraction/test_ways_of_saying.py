"""Who says a figure, by the shape of the sentence or of the text around it and not by a wording of its own."""

from __future__ import annotations

import pytest

from tests.extraction.reading import claim_at

SUBJECTS = [
    ("Velmora has told its suppliers that 40 lorries are late.", "40", "Velmora"),
    ("Tarrow Lenders, a mutual from the coast, estimates losses of 62 million euros.", "62 million", "Tarrow Lenders"),
    ("Villages lost 31 wells, clerks at the mine report.", "31", "clerks at the mine"),
    ("Stocks fell to 44 percent, data from the Malt Board show.", "44", "the Malt Board"),
    ("Sales rose to 52 percent, figures released by the Ministry of Ports show.", "52", "the Ministry of Ports"),
    ("Two envoys said the captors wanted 90 lorries.", "90", "Two envoys"),
    ("Jurors heard from Ilse Marn, for the bank, that 17 sheds had burned.", "17", "Ilse Marn"),
    (
        "Ferry captain Noor Adiva spoke. It has grown, in her estimation: the queue was up by 20 cars.",
        "20",
        "Noor Adiva",
    ),
]
FORMS = [
    ("According to the Tallow Guild, which has never been wrong, 40 vats are empty.", "40", "the Tallow Guild"),
    ("In a survey out on Friday by the charity Warm Plate, 31% of cooks had quit.", "31%", "Warm Plate"),
    ("Some 46 pupils fell ill, nurse Edda Kay writes in a note that nobody has read.", "46", "Edda Kay"),
    ("Rector Ivo Lark writes in a memo to heads of house that the debt stands at £17m.", "£17m", "Ivo Lark"),
    ("On the dam the builder was plain: nine metres.", "nine", "the builder"),
    ("In the brewers' story, 30 barrels were gone.", "30", "the brewers"),
    ("In the account favoured by the port, a crowd of 700 broke a gate.", "700", "the port"),
    ('Brewer Runa Foss thanked "the five hundred neighbours who came".', "five hundred", "Runa Foss"),
    ("Diver Olu Marsh told the court of the wreck.\n\nShe had opened three holds.", "three", "Olu Marsh"),
    ("The ferrymen precised that 62 boats had been counted.", "62", "The ferrymen"),
]
ENDING_IN_S = [
    (
        'The lock leaked, said Per Holm, the warden. It shut, he said.\n"We sold well," said Tom Akers, the clerk. '
        "He added that 3,150 tickets had gone.",
        "3,150",
        "Tom Akers",
    ),
]
OWNERS = [
    ("The Otter Trust's closing count, printed on Friday, is 71 otters.", "71", "The Otter Trust"),
    ("The Otter Trust's count is 71 otters and 12 cubs, four of them lame.", "12", "The Otter Trust"),
    ("Brandvik's offer remains at €44m.", "€44m", "Brandvik"),
    ("The stevedores' first demand was 300 jobs.", "300", "The stevedores"),
    ("An audit by Pell & Marsh ended at $12m.", "$12m", "Pell & Marsh"),
]
PUBLISHERS = [
    ("The orchard's owners put their trust in the new pear, with a crop of 400 tonnes a year.", "400"),
    ("Forester Rune Dahl has put 60 stakes into the slope.", "60"),
    ("A bill of £2,000 was put up by a parishioner.", "£2,000"),
]
BITES = [
    ("Warden Bea Lind had the night shift.\n\nTAPE: Nine hens came back.", "Nine", "Bea Lind"),
    ('Bo Marn owns the barge.\n\nSOUNDBITE: "We lost twelve crates."', "twelve", "Bo Marn"),
]


@pytest.mark.parametrize(("text", "figure", "claimant"), [*SUBJECTS, *FORMS, *ENDING_IN_S, *OWNERS, *BITES])
def test_claimant(text: str, figure: str, claimant: str) -> None:
    assert claim_at(text, figure).claimant == claimant


@pytest.mark.parametrize(("text", "figure"), PUBLISHERS)
def test_figure_of_the_publisher(text: str, figure: str) -> None:
    assert claim_at(text, figure).claimant is None
