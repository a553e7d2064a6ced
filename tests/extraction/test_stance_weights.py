"""What is only said is weighed: its features are named, its likelihood is its confidence, and a table decides."""

from __future__ import annotations

import pytest

from extraction.explain import explain
from extraction.model import Document
from extraction.stances.stance_weights import likelihood
from tests.extraction.reading import claims_in, extractor

DISPUTED = (
    "Did the lift carry 40 skiers? The operator denies that it was overloaded. "
    '"It had been stopped by the crew since Friday and nobody was on it," the foreman, Pia Holm, said.'
)
CHATTER = '"We love these hills and everybody who walks them," the guide, Pia Holm, said.'


def weighed(text: str) -> list[tuple[str, bool, float]]:
    article = extractor().read(Document("d", "Press", text))
    return [
        (article.article.words(one.stance.first, one.stance.last), one.is_taken, one.stance.confidence)
        for one in article.weighed
    ]


def test_likelihoods_add_up_in_logarithms_of_odds_and_unknown_features_count_nothing() -> None:
    assert likelihood({"candidate": 1, "unheard": 3}, {"candidate": 0.0}) == pytest.approx(0.5)
    assert likelihood({"candidate": 1, "length": 2}, {"candidate": -1.0, "length": 0.5}) == pytest.approx(0.5)


def test_chatter_is_weighed_and_is_no_stance() -> None:
    assert [is_taken for _, is_taken, _ in weighed(CHATTER)] == [False]
    assert claims_in(CHATTER) == []


def test_what_answers_a_denial_is_likelier_than_chatter_and_is_as_sure_as_it_is_likely() -> None:
    answer, chatter = max(weighed(DISPUTED), key=lambda one: one[2]), weighed(CHATTER)[0]
    assert answer[2] > chatter[2]
    for words, is_taken, likely in weighed(DISPUTED):
        claims = [claim for claim in claims_in(DISPUTED) if DISPUTED[claim.char_start : claim.char_end] == words]
        assert bool(claims) == is_taken
        assert all(claim.confidence == pytest.approx(likely, abs=0.001) for claim in claims)


def test_the_explanation_tells_each_feature_with_what_it_counts() -> None:
    lines = list(explain(Document("d", "Press", CHATTER), extractor()))
    line = next(line for line in lines if line.strip().startswith("weighed"))
    assert "no stance" in line
    assert "candidate -" in line
