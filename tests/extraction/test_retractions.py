"""Who takes a figure back, and whose word that denies."""

from __future__ import annotations

import pytest

from tests.extraction.reading import claim_at

TAKEN_BACK = [
    ("The council withdrew its figure of 84 lamps.", "84", "The council", "The council"),
    ("The Lock Office has since disowned its tally of 35 leaks.", "35", "The Lock Office", "The Lock Office"),
    ("Wardens backtracked on a claim that 65 hives had burned.", "65", "Wardens", "Wardens"),
    ("The dean, Olga Brandt, retracted her claim that 26 desks were gone.", "26", "Olga Brandt", "Olga Brandt"),
    ("The tally of 53 stray goats has been withdrawn by the coastguard.", "53", "the coastguard", "the coastguard"),
    ("The council's tally of 53 stray goats was withdrawn.", "53", "The council", "The council"),
    ("The council retracted the brewery's claim that 53 casks had burst.", "53", "The council", "the brewery"),
    ("The Gazette retracted its report that 53 casks had burst.", "53", None, "The Gazette"),
]


@pytest.mark.parametrize(("text", "figure", "claimant", "denies"), TAKEN_BACK)
def test_who_takes_a_figure_back_denies_it(text: str, figure: str, claimant: str | None, denies: str) -> None:
    claim = claim_at(text, figure)
    assert (claim.polarity, claim.claimant, claim.denies) == ("denied", claimant, denies)


NOT_TAKEN_BACK = [
    ("The council withdrew 53 wardens.", "53"),
    ("The dean withdrew her support for the 26 stalls.", "26"),
    ("The council withdrew its bid of 53 crowns a cask.", "53"),
]


@pytest.mark.parametrize(("text", "figure"), NOT_TAKEN_BACK)
def test_what_is_withdrawn_and_no_claim_is_not_denied(text: str, figure: str) -> None:
    claim = claim_at(text, figure)
    assert (claim.polarity == "denied", claim.denies) == (False, None)


@pytest.mark.parametrize("aside", [" as we reported on Monday", ", as this newspaper reported on Monday"])
def test_a_paper_that_puts_its_own_figure_right_denies_its_own_word(aside: str) -> None:
    text = f"Correction: The storm hurt 14 people, not 37{aside}."
    holds, given_up = claim_at(text, "14"), claim_at(text, "37")
    assert (given_up.polarity, given_up.claimant, given_up.denies) == ("denied", None, "The Gazette")
    assert holds.replaces == given_up.claim_id


def test_when_a_figure_was_given_that_does_not_hold_dates_no_other() -> None:
    text = "The storm hurt 14 people, not 37 as the mayor said on Monday."
    assert claim_at(text, "14", published_at="2025-03-06").as_of == "2025-03-06"


def test_a_figure_that_somebody_else_stands_by_is_not_replaced() -> None:
    text = "The harbour master, Ina Holt, said 70 casks had been lost, not 12 as the shipper says."
    holds, other = claim_at(text, "70"), claim_at(text, "12")
    assert (holds.claimant, other.claimant) == ("Ina Holt", "the shipper")
    assert holds.replaces is None


def test_who_corrects_an_own_figure_replaces_it() -> None:
    text = "The harbour master, Ina Holt, said 70 casks had been lost, not 12 as she had said on Monday."
    assert claim_at(text, "70").replaces == claim_at(text, "12").claim_id
