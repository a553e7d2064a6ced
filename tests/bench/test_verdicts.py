"""Why verdicts are wrong: where an expected pair went, and which fact was taken amiss first."""

import pytest

from bench.verdicts import JudgedPair, accuracies, confusion, facts_amiss, judge

GOLD = {
    key: {
        "gold_id": key,
        "voice": voice,
        "origin": None,
        "class": None,
        "over_time": "fixed",
        "place": "Kursk < Russia",
        "as_of": "2024-10-29",
        "polarity": "asserted",
        "hedge": "exact",
        "kind": "quantity",
    }
    for key, voice in {"a": "Wood", "b": "Kyiv", "c": "Kyiv", "d": "Rutte"}.items()
}
GROUPS = {"a": "troops", "b": "troops", "c": "troops", "d": "deaths"}


def published(key, question, **facts):
    row = {**GOLD[key], "claim_id": f"claim {key}", "question_id": question}
    return {**row, "voice_id": row["voice"], "origin_id": row["origin"]} | facts


@pytest.mark.parametrize(
    ("found", "pair_of_b", "facts"),
    [
        ("contradicts", {}, ()),
        ("echo", {"voice_id": "Wood"}, ("voice",)),
        ("scope", {"class": "companies"}, ("class",)),
        ("split", {"question_id": "2"}, ("split",)),
        ("no row", {"polarity": "unconfirmed", "hedge": "about"}, ("polarity", "hedge")),
    ],
)
def test_a_pair_says_what_was_found_and_what_was_amiss(found, pair_of_b, facts):
    partner = {"a": published("a", "1"), "b": published("b", "1", **pair_of_b)}
    verdicts = {frozenset({"claim a", "claim b"}): found} if found not in {"split", "no row"} else {}
    gold = {key: GOLD[key] for key in "ab"}
    pair, *others = judge({frozenset("ab"): "contradicts"}, verdicts, gold, partner, GROUPS)
    assert (pair.found, pair.facts, others) == (found, facts, [])


def test_a_claim_that_was_not_found_is_missing():
    (pair,) = judge({frozenset("ab"): "echo"}, {}, {k: GOLD[k] for k in "ab"}, {"a": published("a", "1")}, GROUPS)
    assert (pair.found, pair.facts) == ("claim missing", ("claim missing",))
    assert facts_amiss((GOLD["a"], GOLD["b"]), (None, None)) == ("claim missing",)


def test_a_verdict_across_two_questions_is_one_that_nobody_expected():
    partner = {key: published(key, "1") for key in "ad"}
    verdicts = {frozenset({"claim a", "claim d"}): "differs"}
    (pair,) = judge({}, verdicts, {key: GOLD[key] for key in "ad"}, partner, GROUPS)
    assert (pair.expected, pair.found, pair.facts) == ("none expected", "differs", ("joined",))


def test_accuracy_is_told_for_all_pairs_and_for_those_that_met():
    partner = {"a": published("a", "1"), "b": published("b", "1"), "c": published("c", "2")}
    expected = dict.fromkeys((frozenset("ab"), frozenset("ac")), "contradicts")
    pairs = judge(expected, {frozenset({"claim a", "claim b"}): "contradicts"}, GOLD, partner, GROUPS)
    assert accuracies(pairs) == {"all expected pairs": (1, 2), "pairs whose claims met": (1, 1)}


def test_the_confusion_says_what_stands_where_a_verdict_was_expected():
    pairs = [JudgedPair("a", "b", "echo", found, ()) for found in ("echo", "split", "echo")]
    assert confusion(pairs) == ["echo (3): echo 2, split 1"]
