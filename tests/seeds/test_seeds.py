"""The three real articles: each claim, each verdict and the ranking that a reader of them must find."""

from __future__ import annotations

from pathlib import Path

import pytest

from analytics.reading import Snapshot
from rashomon.application import create_app
from rashomon.settings import Settings

# Conditions over the view claim, by what they select.
WOODS_8000 = "value = 8000 and claimant ilike '%wood'"
AUSTINS_10000 = "value = 10000 and hedge = 'about'"
NEARLY_DOUBLE = "hedge = 'relative'"
UKRAINES_4500 = "value = 4500"
THOUSANDS = "hedge = 'vague' and low = 2000 and high = 9999"
NEBENZIAS_DENIAL = "polarity = 'denied' and claimant ilike '%nebenz%'"
NEITHER_NOR = "polarity = 'unconfirmed'"
ENTITIES_400 = "value = 400 and hedge = 'nearly'"
COMPANIES_398 = "value = 398"
DOZENS = "value = 12 and hedge = 'more_than'"

CLAIMS = {
    "8,000: Robert Wood, United States; Kursk": (
        f"{WOODS_8000} and claimant = 'Robert Wood' and claimant_affiliation = 'United States' and place ilike 'kursk%'"
    ),
    "approximately 10,000: Lloyd Austin; eastern Russia": (
        f"{AUSTINS_10000} and claimant = 'Lloyd Austin' and place ilike '%eastern russia%'"
    ),
    # The factor's interval, 1.8 to 2, times that of 4,500, which is 4,450 to 4,550.
    "nearly double 4,500: Wood": (
        f"{NEARLY_DOUBLE} and claimant ilike '%wood' and round(low) = 8010 and round(high) = 9100"
    ),
    "4,500: Ukraine": f"{UKRAINES_4500} and claimant = 'Ukraine'",
    "thousands: no claimant; Ukrainian soil": f"{THOUSANDS} and claimant is null and place ilike 'ukrain%'",
    "nearly 400 entities and individuals": f"{ENTITIES_400} and counted ilike '%entities and individuals'",
    "398 companies": f"{COMPANIES_398} and counted ilike '%companies'",
    "over a dozen countries": f"{DOZENS} and counted ilike '%countries' and document_id like '000%'",
    "more than a dozen countries": f"{DOZENS} and counted ilike '%countries' and document_id like '002%'",
    "three generals: Ukraine": "value = 3 and counted ilike '%generals' and claimant = 'Ukraine'",
    "Moscow's neither confirmed nor denied": (
        f"{NEITHER_NOR} and voice_affiliation = 'Russia' and document_id like '000%'"
    ),
    "Evstigneeva's refusal to confirm or deny": f"{NEITHER_NOR} and claimant = 'Anna Evstigneeva'",
    "Nebenzia's denial": f"{NEBENZIAS_DENIAL} and text_of_span like '%lies%'",
    "North Korea's denial": "polarity = 'denied' and voice = 'North Korea'",
    "North Korea's later claim of lawfulness": ("kind = 'stance' and polarity = 'asserted' and voice = 'North Korea'"),
}

VERDICTS = {
    "8,000 and 10,000 differ": (WOODS_8000, AUSTINS_10000, "differs", 1.25, "place"),
    "4,500 contradicts 8,000": (UKRAINES_4500, WOODS_8000, "contradicts", 1.78, None),
    "4,500 contradicts 10,000": (UKRAINES_4500, AUSTINS_10000, "contradicts", 2.22, None),
    "nearly double contradicts 4,500": (NEARLY_DOUBLE, UKRAINES_4500, "contradicts", None, None),
    "nearly double echoes Wood's own 8,000": (NEARLY_DOUBLE, WOODS_8000, "echo", None, None),
    "thousands is compatible with 8,000, with note place": (THOUSANDS, WOODS_8000, "compatible", None, "place"),
    "Nebenzia's denial contradicts 8,000": (NEBENZIAS_DENIAL, WOODS_8000, "contradicts", None, None),
    "Nebenzia's denial contradicts 10,000": (NEBENZIAS_DENIAL, AUSTINS_10000, "contradicts", None, None),
    "Nebenzia's denial contradicts 4,500": (NEBENZIAS_DENIAL, UKRAINES_4500, "contradicts", None, None),
    "nearly 400 entities against 398 companies is scope": (ENTITIES_400, COMPANIES_398, "scope", None, "class"),
    "the dozens of countries agree": (DOZENS, DOZENS, "agrees", None, None),
}


def pairs(seeds: Snapshot, first: str, second: str) -> list[dict[str, object]]:
    """Return the pairs of a claim that fits `first` with one that fits `second`, whichever stands first."""
    return seeds.rows(f"""
        with
        firsts as (select claim_id from claim where {first}),
        seconds as (select claim_id from claim where {second})
        select * from pair
        where (a_claim_id in (from firsts) and b_claim_id in (from seconds))
        or (b_claim_id in (from firsts) and a_claim_id in (from seconds))
    """)


def troop_question(seeds: Snapshot) -> str:
    found = seeds.rows(f"select distinct question_id from claim where {AUSTINS_10000}")
    assert len(found) == 1
    return str(found[0]["question_id"])


@pytest.mark.parametrize("condition", CLAIMS.values(), ids=CLAIMS)
def test_the_claim_is_found(seeds: Snapshot, condition: str) -> None:
    found = seeds.rows(f"""
        with spanned as (
            select claim.*, text[char_start + 1:char_end] as text_of_span
            from claim join document using (document_id)
        )
        select * from spanned where {condition}
    """)
    assert found


def test_the_teasers_hold_no_claim(seeds: Snapshot) -> None:
    below = seeds.rows("""
        select claim.* from claim join document using (document_id)
        where contains(text, 'Read next') and char_start > position('Read next' in text)
    """)
    in_troop_question = {str(row["claim_id"]) for row in below if row["question_id"] == troop_question(seeds)}
    assert not in_troop_question
    assert not [row for row in below if row["value"] in (2, 6, 9, 14, 16, 23, 26, 28, 39)]


@pytest.mark.parametrize("claim", [WOODS_8000, UKRAINES_4500, NEARLY_DOUBLE, THOUSANDS, NEBENZIAS_DENIAL, NEITHER_NOR])
def test_the_claim_answers_the_troop_question(seeds: Snapshot, claim: str) -> None:
    found = seeds.rows(f"select question_id from claim where {claim}")
    assert {str(row["question_id"]) for row in found} == {troop_question(seeds)}


@pytest.mark.parametrize(("first", "second", "verdict", "ratio", "note"), VERDICTS.values(), ids=VERDICTS)
def test_the_verdict(
    seeds: Snapshot, first: str, second: str, verdict: str, ratio: float | None, note: str | None
) -> None:
    found = pairs(seeds, first, second)
    assert {row["verdict"] for row in found} == {verdict}
    if ratio is not None:
        assert {round(float(str(row["ratio"])), 2) for row in found} == {ratio}
    if note is not None:
        assert note in {row["scope_note"] for row in found}


def test_neither_confirmed_nor_denied_contradicts_nothing(seeds: Snapshot) -> None:
    assert pairs(seeds, NEITHER_NOR, "true") == []


def test_two_spellings_of_nebenzia_are_one_voice(seeds: Snapshot) -> None:
    found = seeds.rows("select voice_id, spelling from voice where spelling ilike '%nebenz%'")
    assert {str(row["spelling"]).split()[-1] for row in found} == {"Nebenzia", "Nebenzya"}
    assert len({row["voice_id"] for row in found}) == 1


def test_the_page_says_that_the_figures_of_the_sanctions_meet(seeds: Snapshot, seeds_database: Path) -> None:
    pair = pairs(seeds, ENTITIES_400, COMPANIES_398)[0]
    assert pair["gap"] == 0
    page = create_app(Settings(db=seeds_database)).test_client().get(f"/questions/{pair['question_id']}")
    assert "meet" in page.get_data(as_text=True)


def test_the_troop_question_is_ranked_first_and_its_sentence_names_both_sides(seeds: Snapshot) -> None:
    first = seeds.rows("select * from finding order by rank limit 1")[0]
    assert first["question_id"] == troop_question(seeds)
    for words in ("Robert Wood", "8,000", "Ukraine", "4,500"):
        assert words in str(first["sentence"])
