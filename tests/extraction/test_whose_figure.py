"""Whose a figure is that others talk of, and who speaks where a verb of saying serves several or a name is new."""

from __future__ import annotations

import pytest

from tests.extraction.reading import claim_at, claims_in

NAMED_BY_ANOTHER = [
    # (text, figure, claimant)
    ("The 3 million that the harbour board named were never explained, Ruiz said.", "3 million", "the harbour board"),
    ("None of the 60 tents that the army claims to have sent has arrived, village elders said.", "60", "the army"),
    ("Ruiz said the 60 lorries that the relief agency says it sent never came.", "60", "the relief agency"),
    (
        "Police held far fewer men than the 60 that trade unions claim, the minister, Per Lund, said.",
        "60",
        "trade unions",
    ),
    ("The 55 cases the ministry lists are from two wards only, Dr Ana Moe said.", "55", "the ministry"),
    ("Nobody has seen the 2 million euros the minister, Per Lund, spoke of, growers said.", "2 million", "Per Lund"),
    (
        "The dam holds far less than the 90 million litres that its builder advertised, inspectors said.",
        "90 million",
        "its builder",
    ),
    ("Nobody could explain the 3 million pesos a day that the board had named, Ruiz said.", "3 million", "the board"),
    ("Ruiz said 40 lynx were left, well above the 25 of which hunters spoke.", "25", "hunters"),
    ("Prosecutors said 70 boats were sunk, and not 12 as their owners say.", "12", "their owners"),
    ("The mayor said the ferry had lost 9 tonnes of oil, and not 2 tonnes as its owner says.", "2", "its owner"),
    # What a deed would have come to is asked of who claims it.
    ("The navy's nine shoot-downs would have left wreckage.", "nine", "The navy"),
    # What somebody did is no figure of his.
    ("The 60 tents that the army sent have not arrived, village elders said.", "60", "village elders"),
    ("The 12 million litres the dam lost were never replaced, inspectors said.", "12 million", "inspectors"),
]

ONE_VERB_FOR_TWO = [
    ("The agency said that 40 birds had died, and the guild that only six had.", "six", "the guild"),
    ("The agency said that 40 birds had died, and the guild that only six had.", "40", "The agency"),
    ("The agency said that 40 birds had died, and the guild that runs the canal paid 6,000 euros.", "40", "The agency"),
    ("Stewards spoke of 45,000 marchers in Lom, police of 12,000.", "12,000", "police"),
    ("Doctors put the number of dead at 30, officials at 14.", "14", "officials"),
    ("Doctors put the number of dead at 30, officials at 14.", "30", "Doctors"),
    ("Police counted 40 cars, lorries 12.", "12", "Police"),
]

NEW_NAMES = [
    ("Gardabosques said that 400 hectares had burned and that 12 of its men were hurt.", "400", "Gardabosques"),
    ("Gardabosques said that 400 hectares had burned and that 12 of its men were hurt.", "12", "Gardabosques"),
    ("Cyclists said that 400 had come and that 12 were hurt.", "12", "Cyclists"),
]


@pytest.mark.parametrize(("text", "figure", "claimant"), [*NAMED_BY_ANOTHER, *ONE_VERB_FOR_TWO, *NEW_NAMES])
def test_whose_figure_it_is(text: str, figure: str, claimant: str) -> None:
    assert claim_at(text, figure).claimant == claimant


@pytest.mark.parametrize(
    "text",
    [
        "Fifteen boats were lost, the news agency Tirva reported, citing two unnamed officials.",
        "The Tirva agency, citing two people close to the talks, reported that fifteen boats were lost.",
    ],
)
def test_those_who_are_cited_are_no_claim(text: str) -> None:
    assert [claim.value for claim in claims_in(text)] == [15]


def test_papers_that_are_cited_are_counted() -> None:
    assert claim_at("Fifteen boats were lost, Tirva reported, citing two ministry papers.", "two").value == 2


APART = [
    # (text, figure, claimant)
    ("The owner of the boat that sank off Cape Rook, Nordhav Lines, said 212 had been aboard.", "212", "Nordhav Lines"),
    (
        "The Irish Coast Guard said 31 were saved. The coastguard said that three were missing.",
        "three",
        "Irish Coast Guard",
    ),
]

COMPANIES = [
    # (text, figure, claimant)
    (
        "Merle Foods will shut its plant in Tarn. Shares in its rival Oden Foods rose. The company said 260 would go.",
        "260",
        "Merle Foods",
    ),
    (
        "Halden Lines was sued by the insurer Nordisk Re. The company said that the damage was 12 million euros.",
        "12 million",
        "Halden Lines",
    ),
    (
        "Kvist Freight has hired the security company Vakt. It lost 30 vans. The company said it would pay 2 million.",
        "2 million",
        "Kvist Freight",
    ),
    ("Norgas bought its rival Sorgas. The company said that 40 offices would close.", "40", "Norgas"),
    ("Orm Cement shut two kilns. Its rival Balt Cement sent lorries. The company said 9 were hurt.", "9", "Orm Cement"),
    # One sentence a paragraph: whoever the others are about, where no company is named more than another.
    (
        "Merle Foods will shut its plant.\n\nShares in its rival Oden Foods rose.\n\nThe company said 260 would go.",
        "260",
        "Merle Foods",
    ),
    # What is the object of all that is told is still the only one that it can be.
    ("The city bought 40 buses from Solvang Motors. The company said that 3 had been mended.", "3", "Solvang Motors"),
    ("The regulator, Fuel Watch, fined Norgas 4 million. The company said 11,000 homes were dark.", "11,000", "Norgas"),
    # Of two of a kind the one that its sentence is about.
    (
        "Harbour Bank sold 40 branches to Dyke Bank. The bank said that 90 clerks would stay.",
        "90",
        "Harbour Bank",
    ),
]

THEY = [
    (
        "Witnesses say that the boat carried 90 people. The navy says 64. They said that 20 were children.",
        "20",
        "Witnesses",
    ),
    (
        "Witnesses say that 90 came. The navy says 64. Nobody was hurt. They said that 20 were children.",
        "20",
        "The navy",
    ),
]


SPOKEN_OF_BEFORE = [
    (
        "Ms Celeste Moyo, the minister, said 40 had died. Salva Norte spoke of 60 deaths.\n\nBoats came. "
        "It has cost the state 3 million euros, she said.",
        "3 million",
        "Celeste Moyo",
    ),
    (
        "Celeste Moyo said 40 had died. Noor Lund spoke of 60. It has cost 3 million euros, she said.",
        "3 million",
        "Noor Lund",
    ),
    (
        "Glas, a watch group, counted 40 breaches. The roll has 9,000 names, twice the number that it had in 1990.",
        "twice",
        None,
    ),
    ("The roll has 9,000 names, according to old bulletins of the Election Board.", "9,000", "the Election Board"),
]


@pytest.mark.parametrize(("text", "figure", "claimant"), [*SPOKEN_OF_BEFORE, *APART, *COMPANIES, *THEY])
def test_who_is_meant(text: str, figure: str, claimant: str | None) -> None:
    assert claim_at(text, figure).claimant == claimant


ASKED = [
    # (text that asks, its figures with who gave them; what the question itself counts is claimed by nobody)
    (
        "Was it 900 rowers, as the harbour police have it, or the 4,000 claimed by the guild?",
        [("900", "the harbour police"), ("4,000", "the guild")],
    ),
    ("Did 40 otters die, as the board claims?", [("40", "the board")]),
    ("Were there 90 boats, or the 200 that the guild reports?", [("200", "the guild")]),
    ("Is it 90 boats, or 200?", []),
    ("Can 40 boats, as a fleet, be saved?", []),
    ("Should the club pay the 40 million euros demanded by the agent?", []),
    # the same idiom in a statement
    ("It was 900 rowers, as the harbour police have it.", [("900", "the harbour police")]),
]


@pytest.mark.parametrize(("text", "figures"), ASKED)
def test_a_question_claims_only_what_it_credits(text: str, figures: list[tuple[str, str]]) -> None:
    claims = [claim for claim in claims_in(text) if claim.kind == "quantity"]
    assert [(text[claim.char_start : claim.char_end], claim.claimant) for claim in claims] == figures
