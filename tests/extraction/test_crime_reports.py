"""Reports of crimes and accidents: who is told of, accused or refused something is not who gives the figures."""

from __future__ import annotations

import pytest

from tests.extraction.reading import claim_at, claims_in

TOLD_OF = [
    # (text, figure, claimant)
    ("The woman accused of killing three neighbors pleaded not guilty on Friday.", "three", None),
    ("A teenager accused of wounding six people at a fair entered a plea of not guilty.", "six", None),
    ("A man wanted for a robbery in which two clerks died was caught in Toledo.", "two", None),
    ("Deputies have caught a man wanted for the ambush that killed three troopers.", "three", None),
    ("Agents tracked down a woman wanted in the deaths of four nurses.", "four", None),
    ("A driver suspected of hitting five cyclists turned himself in.", "five", None),
    ("A nurse charged with poisoning four patients will stay in jail.", "four", None),
    ("A guard convicted of shooting two inmates asked for a new trial.", "two", None),
    ("A boy who dated one of three girls found dead in a barn was charged on Monday.", "three", None),
    ("A cousin of two brothers found shot in a van was booked overnight.", "two", None),
    ("The mother of three children found dead in a lake was arrested.", "three", None),
    ("The suspect sought over a fire that killed nine tenants has fled.", "nine", None),
    # Who accuses, wants or charges somebody does speak.
    ("The union accused the mill of sacking 40 men.", "40", "The union"),
    ("Police said a man accused of killing three neighbors had fled.", "three", "Police"),
    ("Police said a man wanted in the deaths of four nurses was caught.", "four", "Police"),
    ("The woman accused of the fire said 12 people had keys.", "12", "The woman"),
]

REFUSED = [
    # Who refuses a good or a step in court denies no figure.
    ("A judge denied bond on Monday for three men charged with murder.", "three"),
    ("A judge denied bond Monday for two men held after a shootout that killed four.", "four"),
    ("The magistrate denied him bail after a crash that killed six people.", "six"),
    ("Judge Ana Ruiz denied the man bond over a fire that killed six people.", "six"),
    ("The court denied her release after a raid in which 12 people were hurt.", "12"),
    ("A judge denied a motion to move the trial of two men who killed nine people.", "nine"),
    ("The board denied parole to a man who killed three people.", "three"),
    ("He was denied bail over a shooting that wounded eight people.", "eight"),
    ("The man accused of shooting five people outside a bar pleaded not guilty Wednesday.", "five"),
    ("Two brothers pleaded not guilty to killing three people.", "three"),
]

DENIED = [
    # A figure that is denied remains so.
    ("The mayor denied that 40 people had died.", "40"),
    ("The bank denied it had lost 300 clients after bail was refused.", "300"),
]

PUT_AT = [
    # (text, figure, polarity): a number that is put at a figure is no hour.
    ("Early reports put the number of victims at six.", "six", "asserted"),
    ("Police initially put the number of wounded at five.", "five", "asserted"),
    ("The hospital had put the toll at twelve.", "twelve", "asserted"),
    ("First reports placed the number of dead at nine.", "nine", "asserted"),
    ("Witnesses estimated the number of gunmen at three.", "three", "asserted"),
    ("The sheriff pegged the number of missing hikers at four.", "four", "asserted"),
    ("The coroner gave the number of bodies at eight.", "eight", "asserted"),
    ("The agency had reckoned the injured among the passengers at ten.", "ten", "asserted"),
    ("Officials put the number of homes lost in the fire at seven.", "seven", "asserted"),
    ("The count of the wounded stood on Monday at eleven.", "eleven", "asserted"),
]

HOURS = [
    "Police were called to the bar at six.",
    "The school put the children to bed at nine.",
    "The vigil for the victims starts at seven.",
    "She put the number on the door and left at six.",
    "They closed the bridge at ten.",
]

RELATIVES = [
    # (text, figure, claimant): what is said by somebody's relative is not said by him.
    ('Omar Bello\'s mother, Ruth, wept. "I have lost 2 sons," she said.', "2", "Ruth Bello"),
    ('"We waited 14 hours," said Omar Bello\'s sister, Ruth.', "14", "Ruth Bello"),
    (
        "Omar Bello, 17, died at the scene. His father, Sam Bello, said it took 40 minutes to get help.",
        "40",
        "Sam Bello",
    ),
    (
        'Omar Bello died in the lot. Omar Bello\'s mother, Ruth, works nights at a mill. "I paid 40 dollars for it."',
        "40",
        "Ruth Bello",
    ),
    ('Bello\'s aunt, Ana Ruiz, raised him. "He had 2 jobs," she said.', "2", "Ana Ruiz"),
    ('"He had 2 jobs," said Bello\'s uncle, who asked not to be named.', "2", "Bello's uncle"),
    ('Kwame Osei\'s widow, Efua Osei, sat in court. "That is 9 years for a life," she said.', "9", "Efua Osei"),
]

COMPANIES = [
    (
        "Vince Hale, a crane driver, was told on Friday.\n\nForty people will stay until May, the company said.",
        "Forty",
        "the company",
    ),
    (
        '"I have been laid off 4 times," said machinist Vince Hale.\n\nForty people will stay, the company said.',
        "Forty",
        "the company",
    ),
]

OPERATORS = [
    # A machine's operator is a person, a ferry's a firm.
    (
        '"They laid me off 4 times," said press operator Nick Vasile, 52. Forty will stay, the company said.',
        "Forty",
        "the company",
    ),
    ('"We lost 40 jobs," said forklift operator Dana Holt.', "40", "Dana Holt"),
    ("Crane operator Luis Mora said 12 men were below.", "12", "Luis Mora"),
    ("The ferry operator Nordlink said 40 cars were aboard.", "40", "Nordlink"),
]

COMPLAINED = [
    (
        "A union of nurses complained to the labor board over the dismissal of over 300 workers by Medora.",
        "300",
        "A union of nurses",
    ),
    (
        "Pune, May 8 (IPS) A union of drivers on Thursday complained to the labour office over the sacking of 120 men.",
        "120",
        "A union of drivers",
    ),
    ("Tenants complained to the council about the loss of 40 flats.", "40", "Tenants"),
    ("The nurses' guild complained in a letter about the closing of 12 wards.", "12", "The nurses' guild"),
]


@pytest.mark.parametrize(("text", "figure", "claimant"), [*TOLD_OF, *RELATIVES, *COMPANIES, *OPERATORS, *COMPLAINED])
def test_who_gives_the_figure(text: str, figure: str, claimant: str | None) -> None:
    assert claim_at(text, figure).claimant == claimant


@pytest.mark.parametrize(("text", "figure"), REFUSED)
def test_who_refuses_bail_denies_no_figure(text: str, figure: str) -> None:
    claim = claim_at(text, figure)
    assert (claim.claimant, claim.polarity) == (None, "asserted")


@pytest.mark.parametrize(("text", "figure"), DENIED)
def test_a_figure_that_is_denied_remains_so(text: str, figure: str) -> None:
    assert claim_at(text, figure).polarity == "denied"


@pytest.mark.parametrize(("text", "figure", "polarity"), PUT_AT)
def test_what_is_put_at_a_figure_is_no_hour(text: str, figure: str, polarity: str) -> None:
    assert claim_at(text, figure).polarity == polarity


@pytest.mark.parametrize("text", HOURS)
def test_an_hour_is_no_figure(text: str) -> None:
    assert claims_in(text) == []


PLEAS = [
    # (text, who pleads)
    ("The man accused of shooting five people outside a bar pleaded not guilty Wednesday.", "The man"),
    ("Two brothers charged in the fire pleaded not guilty.", "Two brothers"),
    ("A teenager held over the deaths of two clerks pleaded not guilty.", "A teenager"),
    ("Ana Ruiz, accused of setting the fire that killed two people, pleaded not guilty.", "Ana Ruiz"),
]


@pytest.mark.parametrize(("text", "claimant"), PLEAS)
def test_who_pleads(text: str, claimant: str) -> None:
    assert [claim.claimant for claim in claims_in(text) if claim.polarity == "denied"] == [claimant]


@pytest.mark.parametrize(
    "text",
    [
        "Two men were hurt. Their union says 4 masks had faults. Assistant chief Ana Ruiz said 12 crews came.",
        "Two drivers were sacked on Monday. Their union says 40 more will go. Manager Ana Ruiz said 12 crews came.",
    ],
)
def test_a_chief_does_not_speak_for_the_union_of_others(text: str) -> None:
    claim = claim_at(text, "12")
    assert (claim.claimant, claim.claimant_affiliation) == ("Ana Ruiz", None)
