"""What became of each pair that a corpus judges: kept, not extracted, split by a feature, or judged otherwise."""

import pytest

from bench.losses import Outcome, losses
from bench.verdicts import MISSING, NOTHING, SPLIT, JudgedPair

APART = frozenset({"claim a", "claim b"})


def outcome(pair, scores=None, found="ab", events=("flood", "flood")):
    gold = {"a": {"kind": "quantity"}, "b": {"kind": "stance"}}
    partner = {key: {"claim_id": f"claim {key}"} for key in found}
    event = dict(zip(("claim a", "claim b"), events, strict=True))
    evidence = {APART: scores} if scores else {}
    return Outcome(gold, partner, event, evidence, -0.5, [pair])


@pytest.mark.parametrize(
    ("found", "given", "reason"),
    [
        ("agrees", {}, "kept"),
        (MISSING, {"found": "a"}, "not extracted: stance"),
        (SPLIT, {"scores": {"candidates": -0.7, "other_actor": -2.6, "rivals": -3.0}}, "split: other_actor"),
        (SPLIT, {"scores": {"same_measure": 0.8}}, "split: other claims between them"),
        (SPLIT, {"scores": {"candidates": -0.7}}, "split: too little in common"),
        (SPLIT, {}, "split: never compared"),
        (SPLIT, {"events": ("flood", "fire")}, "split: two events"),
        ("scope", {}, "other verdict: class"),
    ],
)
def test_a_lost_pair_says_why(found, given, reason):
    facts = ("class",) if found == "scope" else ()
    counted = losses(outcome(JudgedPair("a", "b", "agrees", found, facts), **given))
    assert counted["expected"] == {reason: 1}
    assert counted["false"] == ({reason: 1} if found == "scope" else {})


def test_a_verdict_that_nobody_expected_is_a_wrong_join():
    counted = losses(outcome(JudgedPair("a", "b", NOTHING, "differs", ("joined",))))
    assert (counted["expected"], counted["false"]) == ({}, {"wrong join": 1})
