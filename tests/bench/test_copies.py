"""The reprints of `bench copies` say what their originals say, in another dress; copies are told from witnesses."""

import random

import pytest

from bench.copies import Support, counted_twice, in_house_style, meant_supports, misprinted, reprint_of, reworded

ARTICLE = {
    "document_id": "d1",
    "source": "Wire",
    "title": "Quake cuts coast road",
    "published_at": "2025-03-04T08:00:00+00:00",
    "text": 'LIMA, March 4 (Wire) - About 650 homes fell, the mayor said.\nNine roads are shut.\n"It shook," he said.',
}


def dice(seed):
    return random.Random(seed)  # noqa: S311 -- dice for test data guard no secret


def test_a_reprint_has_another_outlet_a_later_date_and_another_foot():
    reprint = reprint_of(ARTICLE, 1, dice(2))
    assert reprint["source"] != ARTICLE["source"]
    assert reprint["published_at"] > ARTICLE["published_at"]
    assert reprint["text"].startswith("The mayor said that around 650 homes fell.\n")
    assert reprint["text"].split("\n")[-1] not in ARTICLE["text"]
    assert reprint == reprint_of(ARTICLE, 1, dice(2))


def test_house_style_changes_no_figure():
    written = {in_house_style('Nine men, 4 per cent: "no".', dice(seed)) for seed in range(40)}
    assert 'Nine men, 4 per cent: "no".' in written
    assert "Nine men, 4%: “no”." in written


def test_a_misprint_changes_one_digit():
    before = "In 2025 some 1,250 of 3 men"
    after = misprinted(before, dice(1))
    assert [place for place, (a, b) in enumerate(zip(before, after, strict=True)) if a != b] == [17]


def test_a_lead_is_reworded():
    assert reworded("More than 3 died, police said.") == "Police said that over 3 died."


@pytest.mark.parametrize(
    ("support", "value", "is_twice"), [("wire", 40.0, False), ("post", 40.0, True), ("other", 70.0, False)]
)
def test_a_reprint_that_brings_a_voice_counts_twice(support, value, is_twice):
    claims = [
        Support("a", "d1", "q", "wire", None, "the mayor", 40.0, is_outcome=True),
        Support("b", "d2", "q", support, None, "a driver", value, is_outcome=True),
    ]
    _, twice = counted_twice(claims, {"d2": "d1"})
    assert twice == ({"q"} if is_twice else set())


def annotated(gold_id, claimant, origin, value, publisher):
    return {
        "gold_id": gold_id,
        "claimant": claimant,
        "voice": claimant or publisher,
        "origin": origin,
        "value": value,
    }


def test_a_copied_figure_is_meant_to_count_for_the_voice_that_the_text_has_it_from():
    rows = [
        annotated("the chief's in the wire", "fire chief", "wire", 21.0, "Wire"),
        annotated("the same in a copy", None, "wire", 21.0, "Comet"),
        annotated("the chief's elsewhere", "fire chief", None, 21.0, "Radio"),
        annotated("another of the copy", None, None, 30.0, "Comet"),
    ]
    assert list(meant_supports(rows).values()) == ["fire chief", "fire chief", "fire chief", "Comet"]


def test_two_voices_that_one_text_quotes_with_one_figure_are_meant_to_be_two():
    rows = [
        annotated("the port's", "port", "wire", 1900.0, "Wire"),
        annotated("denied by the union", "union", "wire", 1900.0, "Wire"),
        annotated("told by the copy", None, "wire", 1900.0, "Comet"),
        annotated("in another copy", None, "wire", 1900.0, "Star"),
        annotated("words of the copy", None, "wire", None, "Comet"),
    ]
    assert list(meant_supports(rows).values()) == ["port", "union", "Comet", "Comet", "Comet"]
