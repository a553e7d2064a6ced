"""The scorer of `python -m bench gold` counts what it says it counts."""

from bench.gold import Row, f1, score

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
    assert (result.matched, [failure[0] for failure in result.failures]) == (0, ["missed"])


def test_a_distractor_taken_for_a_claim_is_counted() -> None:
    result = score([DOCUMENT], [GOLD], [dict(GOLD), claim("45", 45)], [AGE])
    assert (result.found, result.distractors_taken) == (2, 1)


def test_names_are_compared_without_case_and_accents() -> None:
    result = score([DOCUMENT], [claim("300", 300, claimant="Hernán")], [claim("300", 300, claimant="HERNAN")], [])
    assert result.fields["claimant", "equal"] == 1


def test_one_claim_matches_one_gold_row_only() -> None:
    result = score([DOCUMENT], [GOLD, dict(GOLD)], [dict(GOLD)], [])
    assert result.matched == 1


def test_f1_of_nothing_is_zero() -> None:
    assert f1(0, 0, 0) == 0
    assert f1(1, 1, 1) == 1
