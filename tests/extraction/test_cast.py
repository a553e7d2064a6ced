"""Whom persons speak for, who holds an office, which body is meant and what is a name: one row a way of telling it."""

from __future__ import annotations

import pytest

from tests.extraction.reading import claim_at

EMPLOYED = [
    # (text, figure, claimant, affiliation)
    ("Halden Foods made a loss. Business secretary Ana Ruiz said 40 plants were safe.", "40", "Ana Ruiz", None),
    ("Ana Ruiz from Halden Foods said 40 posts would go.", "40", "Ana Ruiz", "Halden Foods"),
    ("Ana Ruiz at the Tarn Institute counts 40 cracks.", "40", "Ana Ruiz", "Tarn Institute"),
    (
        "Floods hit Styria in Austria. Homes in Styria are gone. In Murau the mayor, Ana Ruiz, said 40 had drowned.",
        "40",
        "Ana Ruiz",
        "Murau",
    ),
    (
        "The pier is shut, said Ana Ruiz. Ruiz, 38, runs the Tarn Institute. She said 40 fell.",
        "40",
        "Ana Ruiz",
        "Tarn Institute",
    ),
    ("Ana Ruiz speaks for the Weavers' League. Ruiz said 40 looms stood idle.", "40", "Ana Ruiz", "Weavers' League"),
    ("Tom Lund, who chairs the Weavers' League, said 40 looms stood idle.", "40", "Tom Lund", "Weavers' League"),
    (
        "Work went on until noon, the Weavers' League said. Its president, Tom Lund, said 40 looms stood idle.",
        "40",
        "Tom Lund",
        "Weavers' League",
    ),
    (
        "It rained, said a man. Three looms burned, the Weavers' League said.\nIts chair, Tom Lund, counted 40.",
        "40",
        "Tom Lund",
        "Weavers' League",
    ),
    (
        "Ana Ruiz of the local growers' association counted 40. The Tarn Growers' Association met.",
        "40",
        "Ana Ruiz",
        "Tarn Growers' Association",
    ),
    ("Basra police spokesman Ana Ruiz counted 40.", "40", "Ana Ruiz", "Basra police"),
    ("For the Weavers' League, Tom Lund counted 40 looms.", "40", "Tom Lund", "Weavers' League"),
    ("Boats sank off Russia, U.S. Defense Secretary Tom Lund said. He counted 40.", "40", "Tom Lund", "United States"),
    ("Tom Lund, our coordinator, counted 40 looms.", "40", "Tom Lund", "The Gazette"),
    (
        "Tom Lund, the Transport Secretary, was in England on Monday. Mr Lund said 40 boats had sunk off Bristol.",
        "40",
        "Tom Lund",
        "United Kingdom",
    ),
]

NAMED = [
    # (text, figure, claimant, affiliation): a body that looks like a person speaks for itself
    ("Federated Weavers said 40 looms stood idle.", "40", "Federated Weavers", "Federated Weavers"),
    ("The growth of the firm is slow. Tarn Growth said 40 posts would go.", "40", "Tarn Growth", "Tarn Growth"),
    ("Banco Halvera said 40 branches would shut.", "40", "Banco Halvera", "Banco Halvera"),
    ("Mayor Hope Walker said 40 trees fell. She was there.", "40", "Hope Walker", None),
]


@pytest.mark.parametrize(("text", "figure", "claimant", "affiliation"), EMPLOYED + NAMED)
def test_whom_a_named_speaker_speaks_for(text: str, figure: str, claimant: str, affiliation: str | None) -> None:
    claim = claim_at(text, figure)
    assert (claim.claimant, claim.claimant_affiliation) == (claimant, affiliation)


HOLDERS = [
    # (text, figure, claimant): a definite office is its only holder's, wherever the article names him with it
    (
        "Brigadier Ana Ruiz, the regional fire chief, was there. It burned all night.\n"
        "The fire chief said 40 homes were lost.",
        "40",
        "Ana Ruiz",
    ),
    ("Ana Ruiz was tired.\nThe lawmaker said 40 boats had sunk.\nSenator Ana Ruiz left at noon.", "40", "Ana Ruiz"),
    ("Deputy Mayor Ana Ruiz was there.\nThe mayor counted 40.\nMayor Luc Morel was away.", "40", "Luc Morel"),
    (
        "Luc Morel, the health minister, and Ana Ruiz, the finance minister, met.\nThe health minister counted 40.",
        "40",
        "Luc Morel",
    ),
    (
        "Luc Morel, the health minister, and Ana Ruiz, the finance minister, met.\nThe trade minister counted 40.",
        "40",
        "The trade minister",
    ),
    ("Marta Lund, chairwoman of Tessel, spoke. It rained.\nThe Tessel boss counted 40 ships.", "40", "Marta Lund"),
    ("Professor Ana Ruiz wrote it.\nIt took years.\nThe scientist counted 40 cracks.", "40", "Ana Ruiz"),
]
SHORTENED = [
    ("The Permanent Committee for Wreck Relief met. The Permanent Committee counted 40.", "40"),
    ("The Permanent Committee for Wreck Relief met. The committee counted 40.", "40"),
    ("The Permanent Committee for Wreck Relief met. The PCWR counted 40.", "40"),
]


@pytest.mark.parametrize(("text", "figure", "claimant"), HOLDERS)
def test_who_holds_an_office(text: str, figure: str, claimant: str) -> None:
    assert claim_at(text, figure).claimant == claimant


@pytest.mark.parametrize(("text", "figure"), SHORTENED)
def test_a_shorter_name_stands_for_the_full_one(text: str, figure: str) -> None:
    assert claim_at(text, figure).claimant == "Permanent Committee for Wreck Relief"


NAMES = [
    # (text, figure, claimant)
    ("Will Hart counted 40.", "40", "Will Hart"),
    ("Grant Hart put it at 40.", "40", "Grant Hart"),
    ("Dr. Luc B. Morel said 40 had sunk.", "40", "Luc B. Morel"),
    ("Ana de la Ruiz y Lopez said 40 had sunk.", "40", "Ana de la Ruiz y Lopez"),
    ("Luiz Inacio Teles da Rocha said 40 had sunk.", "40", "Luiz Inacio Teles da Rocha"),
    ("Choe Hyon Un said 40 had sunk.", "40", "Choe Hyon Un"),
    ("Ana Ruiz KC said 40 had sunk. Abogada Marta Holm was out.", "40", "Ana Ruiz"),
    ("Abogada Marta Holm said 40 had sunk.", "40", "Marta Holm"),
    ("Member of parliament Marta Holm said 40 had sunk.", "40", "Marta Holm"),
    ("Archbishop of Bergen Luc Morel said 40 had sunk.", "40", "Luc Morel"),
    ("It is by Harrow Holdings. Underwriter Harrow Holdings put it at 40.", "40", "Harrow Holdings"),
    ("Embattled Tessel admits to 40 fires. On Monday Tessel was sorry.", "40", "Tessel"),
    ("The UN said 40 had sunk.", "40", "The UN"),
]


@pytest.mark.parametrize(("text", "figure", "claimant"), NAMES)
def test_what_is_the_name_and_what_stands_before_it(text: str, figure: str, claimant: str) -> None:
    assert claim_at(text, figure).claimant == claimant


BODIES = [
    # (text, figure, claimant): whom a description or a short name of a body means
    ("Norvik Lines lost a ship. The shipping company counted 40.", "40", "Norvik Lines"),
    ("Tessel plc fell. The firm put it at 40.", "40", "Tessel"),
    ("The World Health Organization met. The WHO counted 40.", "40", "World Health Organization"),
    ("The WHO said 40 had died.", "40", "The WHO"),
    ("Kestner AG will shut a plant. The German manufacturer counted 40.", "40", "Kestner"),
    ("A Halden T-280 fell on Sunday. On Monday Halden counted 40.", "40", "Halden"),
    ("Doctors Without Borders opened a clinic. The aid group counted 40.", "40", "Doctors Without Borders"),
]


@pytest.mark.parametrize(("text", "figure", "claimant"), BODIES)
def test_which_body_is_meant(text: str, figure: str, claimant: str) -> None:
    assert claim_at(text, figure).claimant == claimant


def test_who_only_works_with_a_body_does_not_speak_for_it() -> None:
    texts = [
        "The union for the crews at Halden Foods says 40 posts would go. Halden Foods is a dairy.",
        "Nurses' Aid Corps, a charity, came. The rain fell. Aid groups say 40 wells are foul.",
    ]
    assert [claim_at(text, "40").claimant_affiliation in ("Halden Foods", "Aid") for text in texts] == [False, False]
