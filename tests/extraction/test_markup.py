"""Tags within a text are neither words nor hedges, and what stands between them keeps its place."""

import pytest

from extraction.model import Claim, Document
from extraction.rules import rule_extractor
from extraction.words.markup import without_tags


def claims_of(text: str) -> list[Claim]:
    return list(rule_extractor().extract([Document("d1", "The Ledger", text, published_at="2026-03-02")]))


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("<p>1,300 villagers fled the flood.</p>", "stated"),
        ('The mayor said <b class="figure">1,300</b> villagers fled the flood.', "stated"),
        ("The mayor said<br/>1,300 villagers fled the flood.", "stated"),
        ("The mayor said >1,300 villagers fled the flood.", "more_than"),
        ("The mayor said nearly <i>1,300</i> villagers fled the flood.", "nearly"),
    ],
)
def test_the_sign_that_closes_a_tag_is_no_hedge(text: str, hedge: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.hedge, text[claim.char_start : claim.char_end]) == (hedge, "1,300")
    assert claim.quote in text


def test_a_tag_of_a_block_ends_the_sentence_and_one_within_the_line_does_not() -> None:
    first, second = claims_of("<h2>Flood</h2><p>The mayor said 40 people died</p><p>Some <em>1,300</em> fled.</p>")
    assert (first.quote, second.quote) == ("The mayor said 40 people died", "Some <em>1,300</em> fled.")


@pytest.mark.parametrize("tag", ["</script>", "<script>", "<wbr>", "<del>", '<img src="x.png">'])
def test_a_tag_that_goes_on_in_the_line_cuts_no_quote(tag: str) -> None:
    text = f"The harbour police said 41 people drowned {tag} off Porto on Tuesday."
    (claim,) = claims_of(text)
    assert claim.quote == text


@pytest.mark.parametrize("text", ["a <b and c> 5", "5 < 6 > 4", "<3", "<ana@news.example>", "<" * 99, "<a b='" * 99])
def test_what_is_no_tag_stays(text: str) -> None:
    assert without_tags(text) == text


def test_each_character_keeps_its_place() -> None:
    assert without_tags("<p>x <b>y</b></p>") == "\n  x    y    \n   "
