"""The scorer of `python -m bench gold` counts what it says it counts."""

import pytest

from bench.claimant_forms import Row, one_name, one_phrase, one_voice, spellings_of
from bench.fields import measure_scores
from bench.gold import f1, score

TEXT = "About 300 people fled, aged 45."
DOCUMENT: Row = {"document_id": "d", "text": TEXT}


def claim(span: str, value: float | None, **fields: object) -> Row:
    start = TEXT.index(span)
    row: Row = {"document_id": "d", "kind": "quantity", "char_start": start, "char_end": start + len(span)}
    bounds: Row = {"value": value, "low": 270, "high": 330, "hedge": "about", "unit": None}
    return row | bounds | {"claimant": None, "polarity": "asserted"} | fields


GOLD = claim("300", 300)
AGE: Row = {"document_id": "d", "char_start": TEXT.index("45"), "char_end": TEXT.index("45") + 2}


def test_the_same_claim_is_a_strict_match() -> None:
    result = score([DOCUMENT], [GOLD], [dict(GOLD)], [AGE])
    assert (result.matched, result.strict, result.distractors_taken) == (1, 1, 0)


def test_an_equal_value_with_another_hedge_matches_but_not_strictly() -> None:
    result = score([DOCUMENT], [GOLD], [claim("300", 300, hedge="stated", low=285, high=315)], [])
    assert (result.matched, result.strict) == (1, 0)


def test_another_value_on_the_same_span_is_no_match() -> None:
    result = score([DOCUMENT], [GOLD], [claim("300", 301)], [])
    told = [case.told for case in result.phenomena.cases]
    assert (result.matched, told) == (0, ["expected about 300 [270, 330], found ['about 301 [270, 330]']"])


def test_each_side_counts_in_its_own_groups() -> None:
    missed = claim("300", 300, hedge="about", polarity="denied", claimant="Ana Ruiz")
    found = claim("45", 45, hedge="exact", unit="EUR")
    tallies = score([DOCUMENT], [missed, GOLD], [dict(GOLD), found], []).phenomena.tallies
    told = {name: (tallies[name].expected, tallies[name].found, tallies[name].f1) for name in list(tallies)}
    assert told["hedge class", "about"] == (2, 1, pytest.approx(2 / 3))
    assert told["hedge class", "exact"] == told["phenomenon", "money"] == (0, 1, 0)
    assert told["phenomenon", "denied"] == told["phenomenon", "said by somebody"] == (1, 0, 0)
    assert told["phenomenon", "in digits"] == (2, 2, 0.5)


def test_an_equal_value_with_other_bounds_counts_against_its_hedge_class_alone() -> None:
    tallies = score([DOCUMENT], [GOLD], [claim("300", 300, low=285)], []).phenomena.tallies
    assert tallies["hedge class", "about"].f1 == 0
    assert tallies["phenomenon", "in digits"].f1 == 1


def test_the_worst_group_and_its_cases_come_first_with_their_sentences() -> None:
    sentence = {"quote": TEXT, "claim_id": "c"}
    gold = [GOLD, claim("45", 45, hedge="exact", unit="year", **sentence)]
    result = score([DOCUMENT], gold, [dict(GOLD)], [])
    assert [name for name, _ in result.phenomena.worst("hedge class")] == ["exact", "about"]
    (case,) = result.phenomena.cases
    assert case.place == "d: About 300 people fled, aged ⟦45⟧."


def test_stances_count_by_what_they_do() -> None:
    said = claim("people fled", None, kind="stance", polarity="denied", hedge=None)
    tallies = score([DOCUMENT], [said], [dict(said)], []).phenomena.tallies
    assert {name: tally.f1 for name, tally in tallies.items() if name[0] == "phenomenon"} == {
        ("phenomenon", "a stance, denied"): 1
    }


def test_a_distractor_taken_for_a_claim_is_counted() -> None:
    result = score([DOCUMENT], [GOLD], [dict(GOLD), claim("45", 45)], [AGE])
    assert (result.found, result.distractors_taken) == (2, 1)


def test_names_are_compared_without_case_and_accents() -> None:
    result = score([DOCUMENT], [claim("300", 300, claimant="Hernán")], [claim("300", 300, claimant="HERNAN")], [])
    assert result.fields["claimant", "equal"] == 1


def test_whom_a_claimant_speaks_for_counts_apart_where_the_gold_has_nobody() -> None:
    ana = claim("300", 300, claimant="Ana Ruiz", claimant_affiliation="Halden")
    nobody = claim("300", 300, claimant="Ana Ruiz", claimant_affiliation=None)
    given = score([DOCUMENT], [ana], [nobody], []).fields
    none = score([DOCUMENT], [nobody], [nobody], []).fields
    assert (given["affiliation, where there is one", "all"], given["affiliation, where there is one", "equal"]) == (
        1,
        0,
    )
    assert (none["affiliation, where none", "all"], none["affiliation, where none", "equal"]) == (1, 1)


def test_one_claim_matches_one_gold_row_only() -> None:
    result = score([DOCUMENT], [GOLD, dict(GOLD)], [dict(GOLD)], [])
    assert result.matched == 1


def test_f1_of_nothing_is_zero() -> None:
    assert f1(0, 0, 0) == 0
    assert f1(1, 1, 1) == 1


def test_an_empty_field_counts_against_recall_and_a_wrong_one_against_precision_too() -> None:
    rows = [
        claim("300", 300, measure="fled", actor=actor, place="Oslo < Norway") for actor in ("Norway", "Norway", None)
    ]
    found = [rows[0] | {"actor": actor} for actor in ("Norway", None, "Sweden")]
    counts = score([DOCUMENT], rows, found, []).about.counts
    names = ("all", "expected", "found", "equal", "equal and named")
    assert [counts["actor", name] for name in names] == [3, 2, 2, 1, 1]


def test_measures_are_scored_as_a_grouping_in_which_names_are_free() -> None:
    names = (("troops", "soldiers"), ("troops", "soldiers"), ("deaths", "dead"), ("casualties", "soldiers"))
    pairs = [(claim("300", 1, gold_id=str(n), measure=a), claim("300", 1, measure=b)) for n, (a, b) in enumerate(names)]
    questions = {"0": "how many", "1": "how many", "2": "how many died", "3": "how many died"}
    precision, recall, counts, strays = measure_scores(pairs, questions)
    assert precision == pytest.approx((2 * 2 / 3 + 1 / 3 + 1) / 4)
    assert recall == pytest.approx((2 + 0.5 + 0.5) / 4)
    assert (counts["quantity all"], counts["quantity usual"]) == (4, 3)
    assert [(stray.expected, stray.found) for stray in strays] == [("dead", "soldiers")]


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("Sheriff Ana Ruiz", "Ana Ruiz", True),
        ("the monitoring group Glas", "Glas", True),
        ("The ministry", "the ministry", True),
        ("the health ministry", "the ministry", False),
        ("Ana Ruiz", "Ana Ruiz's lawyer", False),
        (None, "Ana Ruiz", False),
        (None, None, True),
    ],
)
def test_an_office_before_a_name_makes_no_other_claimant(first: str | None, second: str | None, one: bool) -> None:
    assert one_name(first, second) is one


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("potter", "a potter at the fair", True),
        ("potter", "a retired potter", True),
        ("the guild", "the guild of potters", True),
        ("the potters' guild", "the guild", False),
        ("a potter at the fair", "a potter in the next street", False),
        ("the guild of potters", "the guild of weavers", False),
        ("the guild's treasurer", "treasurer", True),
        ("her treasurer", "the treasurer", True),
        ("Marn's workshop", "Ilse Marn's workshop", True),
        ("Ilse Marn's lawyer", "Odo Tan's lawyer", False),
        ("potter", None, False),
    ],
)
def test_complements_make_no_other_claimant(first: str | None, second: str | None, one: bool) -> None:
    assert one_phrase(first, second) is one
    assert one_phrase(second, first) is one


def test_a_voice_is_right_by_each_spelling_that_its_document_has() -> None:
    guild = claim("300", 300, claimant="the guild", voice="Potters' Guild")
    spoken = guild | {"claimant": "Ilse Marn"}
    elsewhere = guild | {"document_id": "e", "claimant": "the kiln house"}
    nurse = guild | {"claimant": "a nurse", "voice": "a nurse (d-1)"}
    spellings = spellings_of([guild, spoken, elsewhere, nurse])
    assert all(one_voice(guild, name, spellings) for name in ("The Guild", "Ilse Marn", "Potters' Guild"))
    assert not any(one_voice(guild, name, spellings) for name in ("the kiln house", "a nurse", None))
    assert one_voice(nurse, "nurse", spellings)


def test_the_publishers_own_voice_has_one_form() -> None:
    own = claim("300", 300, voice="The Courier")
    assert one_voice(own, None, spellings_of([own]))
    assert not one_voice(own, "The Courier", spellings_of([own]))
