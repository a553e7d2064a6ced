"""Stances: what is denied, left open or maintained without a figure."""

from __future__ import annotations

import pytest

from tests.extraction.reading import claims_in

LEAD = "Two witnesses said 400 French soldiers had crossed the border.\n"

STANCES = [
    # (text after the lead, the phrase that states it, who, polarity)
    ("France denied that any soldier had crossed.", "denied that any soldier had crossed", "France", "denied"),
    ("France dismissed the reports as “a fairy tale”.", "dismissed the reports as “a fairy tale”", "France", "denied"),
    ("France called the account an invention.", "called the account an invention", "France", "denied"),
    ("Luc Morel would neither confirm nor deny it.", "would neither confirm nor deny it", "Luc Morel", "unconfirmed"),
    ("Luc Morel declined to confirm or deny it.", "declined to confirm or deny it", "Luc Morel", "unconfirmed"),
    (
        "Luc Morel refrained from confirming it.",
        "refrained from confirming it",
        "Luc Morel",
        "unconfirmed",
    ),
    ("Spain accused France of breaking the treaty.", "accused France of breaking the treaty", "Spain", "asserted"),
    (
        '"Nothing has happened there," Luc Morel said.',
        "Nothing has happened there",
        "Luc Morel",
        "denied",
    ),
    ("France again rejected the claims.", "again rejected the claims", "France", "denied"),
    (
        "Spain accused France of sending soldiers without a mandate.",
        "accused France of sending soldiers",
        "Spain",
        "asserted",
    ),
    (
        "Spain, Italy, and other nations accused France of sending soldiers.",
        "accused France of sending soldiers",
        "Spain",
        "asserted",
    ),
    ("France repeated that no soldiers were there.", "repeated that no soldiers were there", "France", "denied"),
]


@pytest.mark.parametrize(("text", "phrase", "claimant", "polarity"), STANCES)
def test_stance(text: str, phrase: str, claimant: str, polarity: str) -> None:
    found = [claim for claim in claims_in(LEAD + text) if claim.kind == "stance"]
    seen = [((LEAD + text)[claim.char_start : claim.char_end], claim.claimant, claim.polarity) for claim in found]
    assert seen == [(phrase, claimant, polarity)]


NO_STANCES = [
    "The company dismissed 40 workers.",
    "Does France still deny it?",
    "The committee rejected a bid for the port.",
    "France blamed the delay on the weather.",
    "Spain accused France of stoking confrontation.",
]


@pytest.mark.parametrize("text", NO_STANCES)
def test_no_stance(text: str) -> None:
    assert not [claim for claim in claims_in(text) if claim.kind == "stance"]


def test_a_stance_shares_the_measure_and_actor_of_the_figure_on_which_it_bears() -> None:
    figure, stance = claims_in(LEAD + "Paris rejected the claims.")[-2:]
    assert (stance.measure, stance.actor, stance.predicate) == (figure.measure, figure.actor, figure.predicate)


def test_a_denial_of_one_voices_figures_names_the_voice() -> None:
    text = "The charity Harbour Aid said 40 people had died.\nThe mayor rejected the charity's figures."
    assert claims_in(text)[-1].denies == "Harbour Aid"


def test_the_other_side_of_a_denial_is_heard() -> None:
    text = "The mayor denied that the dam had failed. Residents down the valley said they had seen it give way."
    assert [claim.polarity for claim in claims_in(text)] == ["denied", "asserted"]


def test_hiding_deaths_is_no_statement_about_their_number() -> None:
    deaths, hidden = claims_in("Some 40 people have died. The minister denied that any deaths had been concealed.")
    assert (deaths.measure, hidden.measure) == ("deaths", "concealed_deaths")


def test_a_bare_answer_goes_on_with_the_stance_before_it() -> None:
    text = 'Luc Morel denied that the dam had failed. "That is simply not what happened," he said.'
    assert [claim.measure for claim in claims_in(text)] == ["dam", "dam"]


def test_what_may_come_is_no_answer_to_a_denial() -> None:
    text = "The minister denied that the dam had failed. The army said tents could be flown in by Thursday."
    assert [claim.polarity for claim in claims_in(text)] == ["denied"]


def test_a_denied_thing_of_a_state_is_known_without_a_figure() -> None:
    (stance,) = claims_in("The Kremlin neither confirmed nor denied that North Korean troops were in the country.")
    assert (stance.measure, stance.actor) == ("troops", "North Korea")


def test_a_stance_takes_the_place_that_its_own_clause_names() -> None:
    *_, stance = claims_in("Some 40 people died in Lima, Peru. Brazil denied supplying weapons to Chile.")
    assert stance.place == "Chile"
