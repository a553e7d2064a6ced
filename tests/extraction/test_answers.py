"""What is answered: two sides of one thing are opposed however each puts it, and a figure stays with who gave it."""

from __future__ import annotations

import pytest

from tests.extraction.reading import claims_in

SAID = [
    # (text, of the first stance: its polarity and predicate)
    ("Ana Ruiz said the siren had not worked.", "asserted", "failed"),
    ("Brill Alarms denied that the sirens had failed.", "denied", "failed"),
    ("The ministry denied that the siren had not worked.", "denied", "failed"),
    ("The residents said the sirens never sounded.", "asserted", "failed"),
    ("Luc Morel said the brakes had failed to engage.", "asserted", "failed"),
    ("The council insisted the bridge was safe.", "denied", "unsafe"),
    ("The council denied that the bridge was unsafe.", "denied", "unsafe"),
    ("A former engineer said the bridge was not safe.", "asserted", "unsafe"),
    ("The port denied that the terminal had been closed.", "denied", "closed"),
    ("The port denied that the gates had not been open.", "denied", "closed"),
    ("The guards said the prisoners had not been fed.", "asserted", "starved"),
    ("The airline denied that passengers had not been told.", "asserted", "told"),
    ("Norway denied that the cable had been cut.", "denied", "cut"),
    ("The ministry said no bank had been robbed.", "denied", "stolen"),
    ("Ana Ruiz said he had never worked for the fund.", "denied", "worked"),
]


@pytest.mark.parametrize(("text", "polarity", "predicate"), SAID)
def test_a_negation_and_an_opposite_turn_a_stance(text: str, polarity: str, predicate: str) -> None:
    stance = claims_in(text)[0]
    assert (stance.kind, stance.polarity, stance.predicate) == ("stance", polarity, predicate)


def test_nobody_claims_nothing() -> None:
    assert claims_in("Nobody has claimed responsibility. No group has claimed responsibility.") == []


def test_what_is_maintained_against_a_fault_denies_it() -> None:
    claims = claims_in("The residents said the sirens never sounded. Brill Alarms insisted the sirens had sounded.")
    assert [(claim.polarity, claim.predicate) for claim in claims] == [("asserted", "failed"), ("denied", "failed")]


UNCHANGED = [
    ("Ana Ruiz said the number of dead had not changed: six.", 6),
    ("The toll has not risen and stands at 14, the ministry said.", 14),
    ("The figure of 120 arrests has not moved since Sunday, police said.", 120),
]


@pytest.mark.parametrize(("text", "value"), UNCHANGED)
def test_a_figure_that_has_not_changed_is_no_denial(text: str, value: int) -> None:
    assert [(claim.kind, claim.value, claim.polarity) for claim in claims_in(text)] == [("quantity", value, "asserted")]


NONE = [
    # (text, what there was none of, whether it adds to an earlier count; no measure: no figure)
    ("Nobody was hurt in the crash.", "injuries", None),
    ("No deaths were reported.", "deaths", None),
    ("There were no injuries, the fire service said.", "injuries", None),
    ("Police said no arrests had been made.", "arrests", None),
    ("The ministry said there were zero casualties.", "casualties", None),
    ("The mayor said no lives had been lost.", "deaths", None),
    ("It had killed nine rebels and no civilians.", "deaths", None),
    ("No one else has fallen ill, the school said.", "cases", "rise"),
    ("No further deaths were recorded on Friday.", "deaths", "rise"),
    ("No one has been arrested since Monday, police said.", "arrests", "rise"),
    ("No time was lost.", "", None),
    ("The airline said no one on board was hurt.", "injuries", None),
    ("The mayor says no one died.", "deaths", None),
    ("No one perished in the fire.", "deaths", None),
    ("There were no shots.", "", None),
    ("The ministry hopes that there will be no deaths.", "", None),
    ("There is no doubt that the dead were rebels.", "", None),
]


@pytest.mark.parametrize(("text", "measure", "trend"), NONE)
def test_none_of_what_is_counted_by_the_head_is_a_figure(text: str, measure: str, trend: str | None) -> None:
    found = [(claim.measure, claim.trend) for claim in claims_in(text) if claim.value == 0]
    assert found == ([(measure, trend)] if measure else [])


OPEN = [
    # (text, the figure left open, by whom; nobody: the figure is not left open)
    ("The company has not ruled out cutting 300 jobs.", 300, "The company"),
    ("The ministry did not dispute the figure of 40 dead.", 40, "The ministry"),
    ("The army never denied that 40 soldiers had died.", 40, "The army"),
    ("The army failed to confirm that 40 soldiers had died.", 40, "The army"),
    ("Luc Morel could not say whether 40 people had died.", 40, "Luc Morel"),
    ("The hospital would not confirm the figure of 18 dead.", 18, "The hospital"),
    ("The bank would not say how it lost $40m.", 40_000_000, None),
    ("The company did not reject 40 bids.", 40, None),
    ("Norway has not ruled out the sale of 3 shipyards.", 3, None),
]


@pytest.mark.parametrize(("text", "value", "whose"), OPEN)
def test_a_figure_that_is_not_confirmed_is_left_open(text: str, value: int, whose: str | None) -> None:
    figure = next(claim for claim in claims_in(text) if claim.value == value)
    assert (figure.polarity == "unconfirmed") == (whose is not None)
    if whose is not None:
        assert [(claim.kind, claim.claimant) for claim in claims_in(text)] == [("quantity", whose)]


REJECTED = [
    # (text, who gave the figure, who rejects it; nobody gave it: it is denied by who rejects it)
    ("The company dismissed as exaggerated the union's claim that 40 had walked out.", "the union", "The company"),
    ("Luc Morel called the union's 40 nonsense.", "the union", "Luc Morel"),
    ("Luc Morel disputes the 40 soldiers that the colonel gave.", "the colonel", "Luc Morel"),
    ("The 40 strikers claimed by the union is invented, the company said.", "the union", "the company"),
    ("The ministry dismissed the charity's estimate of 40 dead as wildly inflated.", "the charity", "The ministry"),
    ("The ministry rejected a report by Harbour Watch that 40 boats had sunk.", "Harbour Watch", "The ministry"),
    ("The navy disputes the 40 sailors that the union named.", "the union", "The navy"),
    ("The ministry brushed aside the opposition's estimate of 40 dead.", "the opposition", "The ministry"),
    ("The airport contested the 40 losses put forward by the airline.", "the airline", "The airport"),
    ("The ministry challenged the 40 dead reported by the charity.", "the charity", "The ministry"),
    ("The airline said the union's 40 was wrong.", "the union", "The airline"),
    ("Norway does not accept the 40 boats claimed by the union.", "the union", "Norway"),
    ("The charity's estimate of 40 dead was rejected by the army.", "The charity", "the army"),
    ("The company rejected the figure of 40 strikers as fantasy.", None, "The company"),
    ("The figure of 40 dead was dismissed by the army as invented.", None, "the army"),
    ('"Forty is a fantasy," Luc Morel said.', None, "Luc Morel"),
    ("The reports of 40 dead are false, the ministry said.", None, "the ministry"),
]


@pytest.mark.parametrize(("text", "giver", "answerer"), REJECTED)
def test_a_rejected_figure_stays_with_who_gave_it(text: str, giver: str | None, answerer: str) -> None:
    claims = claims_in(text)
    figures = [(claim.polarity, claim.claimant) for claim in claims if claim.kind == "quantity"]
    stances = [(claim.polarity, claim.claimant, claim.denies) for claim in claims if claim.kind == "stance"]
    if giver is None:
        assert (figures, stances) == ([("denied", answerer)], [])
    else:
        assert (figures, stances) == ([("asserted", giver)], [("denied", answerer, giver)])


DISOWNED = [
    # (text, what the stance is about, polarity)
    ("The navy accused the Tamir Front of the raid. The Tamir Front says it wasn't them.", "responsibility", "denied"),
    ('Growers blamed the militia for the fire. "It was not us," the militia said.', "responsibility", "denied"),
    ("Two guards were shot in an ambush. The warlord insists it was not his fighters.", "responsibility", "denied"),
    ("Lima blamed Oslo for the strike. Oslo said that it had not been its missiles.", "responsibility", "denied"),
    ('The guild blamed the mill for the spill. "Not us," the mill said.', "responsibility", "denied"),
    ("Lima blamed Oslo for the blast. Oslo said it was not behind the blast.", "responsibility", "denied"),
    # where no deed is told before, it is a denial of whatever is spoken of
    ("The mayor says it was not his men.", "man", "denied"),
]


@pytest.mark.parametrize(("text", "measure", "polarity"), DISOWNED)
def test_who_says_that_it_was_not_they_denies_the_deed(text: str, measure: str, polarity: str) -> None:
    stance = claims_in(text)[-1]
    assert (stance.kind, stance.measure, stance.polarity) == ("stance", measure, polarity)


ACCOUNTS = [
    # (text, what the denied account is of)
    ("The navy said nine sailors had died. The guild challenged the navy's account of its rescue plan.", "plan"),
    ("The navy said nine sailors had died. The guild disputed the navy's version of the evacuation.", "evacuation"),
    ("The navy said nine sailors had died. The guild rejected the navy's claims about the lighthouse.", "lighthouse"),
    # an account of what a figure counts, and one of which no more is told, are that figure's
    ("The navy said nine sailors had died. The guild rejected the navy's account of the deaths.", "deaths"),
    ("The navy said nine sailors had died. The guild rejected the navy's account.", "deaths"),
    # a number is of what it counts, wherever that was
    ("The guild put the dead at 40. The navy rejected the guild's figures on the blaze.", "deaths"),
]


@pytest.mark.parametrize(("text", "measure"), ACCOUNTS)
def test_a_denied_account_is_of_what_it_names(text: str, measure: str) -> None:
    stance = claims_in(text)[-1]
    assert (stance.kind, stance.measure, stance.polarity) == ("stance", measure, "denied")
