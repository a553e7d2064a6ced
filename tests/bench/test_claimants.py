"""How right each claimant is, and where the article has the right one of those that are wrong."""

import pytest

from bench.claimants import MISSED, NOBODYS, OTHER_SPEAKER, RIGHT, count, offer_of, passages_of, verdict_on
from extraction.model import Document
from extraction.rules import RuleExtractor

ARTICLE = """The harbour board said 40 boats had left Tinos.

Its pier is 300 metres long. It was built in 1960. Storms are rare there. The winter is mild. Ana Ruiz lives beside it.

Ferries cost 12 euros, police said."""


@pytest.fixture(scope="module")
def passage():
    return next(passages_of(Document("d", "Paper", ARTICLE), RuleExtractor()))


@pytest.mark.parametrize(
    ("expected", "found", "verdict"),
    [
        ("Ana Ruiz", "ana ruiz", RIGHT),
        (None, None, RIGHT),
        ("Ana Ruiz", None, MISSED),
        ("Ana Ruiz", "Mayor Ana Ruiz", "other form"),
        ("Ana Ruiz", "police", OTHER_SPEAKER),
        (None, "police", NOBODYS),
    ],
)
def test_a_claimant_is_right_or_wrong_in_one_of_four_ways(expected, found, verdict):
    assert verdict_on(expected, found) == verdict


@pytest.mark.parametrize(
    ("claimant", "figure", "offer"),
    [
        ("the harbour board", "40", "speaking in its sentence"),
        ("the harbour board", "300", "speaking near it"),
        ("Police", "40", "speaking elsewhere"),
        ("Ana Ruiz", "40", "only mentioned"),
        ("Paula Orr", "40", "nowhere as written"),
    ],
)
def test_the_right_claimant_is_looked_for_around_the_claim(passage, claimant, figure, offer):
    assert offer_of(claimant, ARTICLE.index(figure), passage) == offer


def test_claimants_are_counted_by_how_right_they_are(passage):
    annotated = {"40": "the harbour board", "300": "the harbour board", "12": "Ana Ruiz"}
    gold = [
        {
            "gold_id": figure,
            "document_id": "d",
            "kind": "quantity",
            "char_start": ARTICLE.index(figure),
            "char_end": ARTICLE.index(figure) + len(figure),
            "value": float(figure),
            "claimant": claimant,
        }
        for figure, claimant in annotated.items()
    ]
    verdicts, offers = count([passage], gold)
    assert verdicts == {RIGHT: 1, MISSED: 1, OTHER_SPEAKER: 1}
    assert offers == {(MISSED, "speaking near it"): 1, (OTHER_SPEAKER, "only mentioned"): 1}
