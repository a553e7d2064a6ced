"""The measure of the findings: right, half right or false against an annotation, and how well they are ranked."""

import pytest

from bench.findings import Annotation, annotation_of, average_precision, figures, judge, missed, precision_at


def claim(start, value=None, kind="quantity", polarity="asserted", **more):
    place = {"document_id": "d", "char_start": start, "char_end": start + 2}
    return place | {"quote": "q", "kind": kind, "value": value, "polarity": polarity} | more


DEAD_4, DEAD_9, DEAD_5, HURT_30 = claim(0, 4), claim(10, 9), claim(20, 5), claim(30, 30)
DENIED = claim(40, kind="stance", polarity="denied")
CLAIMS = {"four": DEAD_4, "nine": DEAD_9, "five": DEAD_5, "hurt": HURT_30, "denied": DENIED}
ANNOTATION = Annotation(
    {"d": [row | {"gold_id": name} for name, row in CLAIMS.items()]},
    {"four": "dead", "nine": "dead", "five": "dead", "denied": "dead", "hurt": "hurt"},
    {
        frozenset({"four", "nine"}): "contradicts",
        frozenset({"four", "five"}): "update",
        frozenset({"nine", "denied"}): "contradicts",
    },
)


def judged(low, high, rank=1, is_unsure=False):
    finding = {"rank": rank, "sentence": "A says so; B does not.", "is_unsure": is_unsure}
    return judge(finding, low, high, ANNOTATION)


@pytest.mark.parametrize(
    ("low", "high", "outcome", "question"),
    [
        (DEAD_4, DEAD_9, "right", "dead"),
        (DEAD_9, DENIED, "right", "dead"),
        (DEAD_4, DEAD_5, "verdict", "dead"),
        (DEAD_9, HURT_30, "other question", None),
        (DEAD_9, claim(60, 30), "no claim", None),
        (DEAD_9, claim(30, 3), "misread", None),
        (DEAD_9, claim(30, 30, polarity="denied"), "polarity", None),
        (DEAD_9, claim(40, 8), "no claim", None),
    ],
)
def test_a_finding_is_judged_by_its_two_ends(low, high, outcome, question):
    finding = judged(low, high)
    assert (finding.outcome, finding.question) == (outcome, question)


RIGHT, HALF, FALSE = judged(DEAD_4, DEAD_9), judged(DEAD_4, DEAD_5), judged(DEAD_9, HURT_30)


def test_precision_is_of_the_first_findings():
    assert precision_at([RIGHT, FALSE, HALF, RIGHT], 2) == 0.5
    assert precision_at([RIGHT], 5) == 1
    assert precision_at([], 5) == 0


@pytest.mark.parametrize(
    ("ranking", "expected"),
    [
        ([RIGHT, RIGHT, FALSE], 1),
        ([FALSE, RIGHT], 1 / 2),
        ([RIGHT, FALSE, RIGHT], (1 + 2 / 3) / 2),
        ([FALSE, HALF], 0),
    ],
)
def test_average_precision_rewards_right_findings_at_the_top(ranking, expected):
    assert average_precision(ranking) == pytest.approx(expected)


def test_a_dispute_is_missed_where_no_finding_shows_its_question():
    assert missed([FALSE], ANNOTATION) == {"dead"}
    assert missed([HALF], ANNOTATION) == set()


def test_the_table_counts_what_was_shown():
    row = figures([RIGHT, HALF, FALSE], ANNOTATION)
    assert [row[head] for head in ("shown", "right", "half", "false", "wanted", "missed")] == [3, 1, 1, 1, 1, 0]


def test_what_is_unsure_is_folded_and_not_shown():
    row = figures([FALSE, judged(DEAD_4, DEAD_9, is_unsure=True)], ANNOTATION)
    assert [row[head] for head in ("shown", "right", "folded", "lost", "missed")] == [1, 0, 1, 1, 1]


def test_mentions_of_a_dispute_that_give_another_answer_are_in_dispute(tmp_path):
    (tmp_path / "mentions.csv").write_text(
        "dispute,answer,document_id,char_start,char_end,written,value\n"
        "wounded,five,d,0,4,five,5\nwounded,five,e,0,4,Five,5\nwounded,six,d,10,13,six,6\ndead,two,d,20,23,two,2\n"
    )
    annotation = annotation_of(tmp_path)
    assert annotation.verdicts == {frozenset({"0", "2"}): "differs", frozenset({"1", "2"}): "differs"}
    finding = judge({"rank": 1, "sentence": "s", "is_unsure": False}, claim(0, 5), claim(10, 6), annotation)
    assert (finding.outcome, finding.question) == ("right", "wounded")
