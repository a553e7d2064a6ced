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
    # What somebody did is no figure of his.
    ("The 60 tents that the army sent have not arrived, village elders said.", "60", "village elders"),
    ("The 12 million litres the dam lost were never replaced, inspectors said.", "12 million", "inspectors"),
]

ONE_VERB_FOR_TWO = [
    ("The agency said that 40 birds had died, and the guild that only six had.", "six", "the guild"),
    ("The agency said that 40 birds had died, and the guild that only six had.", "40", "The agency"),
    ("The agency said that 40 birds had died, and the guild that runs the canal paid 6,000 euros.", "40", "The agency"),
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
