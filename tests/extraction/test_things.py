"""What a figure counts, whose it is and where: by the syntax of its own sentence, else by what stands nearest."""

import pytest

from extraction.model import Claim, Document
from extraction.rules import RuleExtractor


def claims_of(text: str) -> list[Claim]:
    document = Document("article", "source", text, published_at="2025-10-10T09:00:00+00:00")
    return list(RuleExtractor().extract([document]))


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The kitchen made 180 patients ill.", ["cases"]),
        ("More than 90 people have caught the virus.", ["cases"]),
        ("The plan means the loss of 400 jobs.", ["job_cuts"]),
        ("Up to 900 jobs could go at the plant.", ["job_cuts"]),
        ("About 700 workers face the axe.", ["job_cuts"]),
        ("The union put the number at 40, after 30 workers were sacked.", ["job_cuts", "job_cuts"]),
        ("None was killed but 14 people were hurt.", ["deaths", "injuries"]),
        ("The fire killed 31 people, including 14 children.", ["deaths", "deaths"]),
        ("About 3,600 people fled; some 200 still are away.", ["displaced_people", "displaced_people"]),
        ("The list names 60 firms and 44 people under sanctions.", ["sanctioned_entities", "sanctioned_individuals"]),
        ("With 91 percent of polling stations in, nothing was certain.", ["polling_stations_counted"]),
        ("The takeover bid is 28 percent above Thursday's closing price.", ["premium"]),
    ],
)
def test_the_measure(text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in claims_of(text) if claim.kind == "quantity"] == measures


def test_a_change_goes_as_the_others_of_its_measure() -> None:
    claims = claims_of(
        "Exports fell by 12 percent last year, the port said. The ministry put the drop in exports at 9.5."
    )
    assert {claim.trend for claim in claims} == {"fall"}


def test_a_part_does_not_lend_its_actor_to_the_whole() -> None:
    claims = claims_of("Sanctions hit 83 entities. Among them, 6 Chinese firms were put under sanctions.")
    assert [claim.actor for claim in claims] == [None, "China"]


def test_the_place_of_a_speaker_is_not_the_scene() -> None:
    assert [claim.place for claim in claims_of("An official in Kyiv said 15 people had died.")] == [None]


def test_a_month_that_names_an_event_dates_what_is_told_of_it() -> None:
    assert [claim.as_of for claim in claims_of("April's earthquake killed 42 people.")] == ["2025-04"]


@pytest.mark.parametrize(
    ("text", "value", "replaced"),
    [
        ("The ministry revised the death toll down from 120 to 95.", 95, 120),
        ("The toll was revised to 95 from 120.", 95, 120),
        ("It corrected its figure from 5,000 to 4,500 troops.", 4500, 5000),
        ("The ministry cut its count of the dead to 95 from an earlier 120.", 95, 120),
        ("The ministry put the toll at 120. On Tuesday it lowered it to 95.", 95, 120),
        ("An earlier version of this article said 120 people had died. The correct figure is 95.", 95, 120),
        ("The agency withdrew the figure of 120 and said 95 people had died.", 95, 120),
        ("The firm said 40 had died, correcting an earlier figure of 50.", 40, 50),
        ("Police said 3 people were killed and 11 hurt, revising an earlier toll of 5.", 3, 5),
        ("The toll was 95, not 120 as previously reported.", 95, 120),
    ],
)
def test_a_revised_figure_names_the_one_it_replaces(text: str, value: float, replaced: float) -> None:
    claims = {claim.claim_id: claim for claim in claims_of(text)}
    (later,) = (claim for claim in claims.values() if claim.replaces is not None)
    assert (later.value, claims[later.replaces or ""].value) == (value, replaced)


@pytest.mark.parametrize(
    "text",
    [
        "The death toll rose from 95 to 120.",
        "The company cut its dividend to 12 cents from 15 cents.",
        "The number of dead stands at 40, down from 120.",
    ],
)
def test_a_change_of_the_thing_itself_replaces_nothing(text: str) -> None:
    assert all(claim.replaces is None for claim in claims_of(text))


def test_each_end_of_a_revision_has_its_own_date() -> None:
    claims = claims_of("The toll was revised down from 120 on Monday to 95 on Tuesday.")
    assert [(claim.value, claim.as_of) for claim in claims] == [(120, "2025-10-06"), (95, "2025-10-07")]


def test_a_multiple_of_somebodys_figure_rests_on_what_the_article_has_from_that_speaker() -> None:
    text = "Police counted 4,000 marchers. Organisers said twice the figure given by the police had come."
    police, organisers = claims_of(text)
    assert (organisers.claimant, organisers.value) == ("Organisers", 8000)
    assert organisers.relative_to is not None
    assert organisers.relative_to["base_claim_id"] == police.claim_id
