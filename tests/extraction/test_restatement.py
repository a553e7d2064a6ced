"""One article that states a thing twice is counted once."""

from __future__ import annotations

from tests.extraction.reading import claims_in


def test_the_lead_takes_the_voice_of_the_fuller_sentence() -> None:
    lead, body = claims_in(
        "France has 400 soldiers in Chad, sparking protests.\n"
        "French Defence Minister Luc Morel told parliament on Monday that 400 soldiers were now in Chad."
    )
    assert lead.restates == body.claim_id
    assert lead.claimant == body.claimant == "Luc Morel"
    assert body.restates is None


def test_two_speakers_of_one_figure_stay_two() -> None:
    first, second = claims_in("The police said 400 people came.\nThe organisers said 400 people came.")
    assert first.restates is second.restates is None


def test_whom_a_lead_only_brings_up_is_who_gives_the_figure_by_name_below() -> None:
    lead, body = claims_in(
        "A farmers' club says that 360 sheep were lost in the snow.\n"
        '"All 360 sheep froze," said Una Brandvik, who runs it.'
    )
    assert lead.claimant == body.claimant == "Una Brandvik"
    assert lead.restates == body.claim_id


def test_a_person_keeps_what_unnamed_officials_of_his_side_say_too() -> None:
    first, second = claims_in(
        "Norwegian officials said 400 people came.\nLuc Morel, spokesman for the Norwegian army, said 400 people came."
    )
    assert first.claimant == second.claimant == "Luc Morel"


def test_the_same_figure_of_another_month_is_another() -> None:
    first, second = claims_in(
        "Police said 40 sailors drowned on 3 March 2025.\nIn July 2024 a storm killed 40 sailors who drowned."
    )
    assert first.restates is second.restates is None


def test_ids_are_stable_and_tell_claims_of_one_sentence_apart() -> None:
    text = "The police said 400 people came and 40 were arrested."
    ids = [claim.claim_id for claim in claims_in(text)]
    assert ids == [claim.claim_id for claim in claims_in(text)]
    assert len(set(ids)) == 2
    assert all(len(claim_id) == 16 for claim_id in ids)


def test_a_relative_figure_names_its_base() -> None:
    base, factor = sorted(
        claims_in("The union counted nearly double the 4,500 people reported by the police."),
        key=lambda claim: claim.relative_to is not None,
    )
    assert factor.relative_to is not None
    assert factor.relative_to["base_claim_id"] == base.claim_id
    assert factor.relative_to["base_of"] == base.claimant == "the police"


def test_confidence_falls_where_the_counted_thing_is_missing_or_unknown() -> None:
    known, taken_over = claims_in("The police counted 400 people. The union put the number at 900.")
    (unknown,) = claims_in("The police counted 400 zarfs.")
    assert (known.confidence, taken_over.confidence, unknown.confidence) == (1.0, 0.9, 0.8)
