"""The measure of the grouping: B³, and pairs that should or should not meet."""

import pytest

from bench.questions import b_cubed, misplaced, partners

GOLD = {"a": "troops", "b": "troops", "c": "troops", "d": "deaths"}


def test_a_perfect_grouping_scores_one_whatever_its_groups_are_called() -> None:
    assert b_cubed(GOLD, {"a": "1", "b": "1", "c": "1", "d": "2"}) == (1.0, 1.0)


def test_everything_in_one_group_keeps_recall_and_loses_precision() -> None:
    precision, recall = b_cubed(GOLD, dict.fromkeys(GOLD, "1"))
    assert recall == 1.0
    assert precision == pytest.approx((3 * 3 / 4 + 1 / 4) / 4)


def test_each_claim_alone_keeps_precision_and_loses_recall() -> None:
    assert b_cubed(GOLD, {key: key for key in GOLD}) == (1.0, pytest.approx((3 * 1 / 3 + 1) / 4))


def test_misplaced_pairs_are_told_by_sort() -> None:
    found = {"a": "1", "b": "1", "c": "2", "d": "2"}
    assert misplaced(GOLD, found) == {"split": [("a", "c"), ("b", "c")], "joined": [("c", "d")]}


def test_a_gold_claim_finds_the_claim_of_its_span_and_value() -> None:
    place = {"document_id": "x", "kind": "quantity", "char_start": 10, "char_end": 12}
    gold = {"gold_id": "g", "value": 40} | place
    other, same = {"claim_id": "o", "value": 41.0} | place, {"claim_id": "s", "value": 40.0} | place
    assert partners([gold], [other, same]) == {"g": same}
