"""Texts are cut into sentences and paragraphs; what belongs to the page and not to the article is marked."""

import pytest

from extraction.words.lexicon import load_lexicon
from extraction.words.sentences import split_sentences
from extraction.words.tokens import tokenize

ARTICLE = "The flood killed nine people. Dozens fled.\nThe river fell on Monday.\nSchools stay shut.\n"


def sentences(text: str) -> list[str]:
    tokens = tokenize(text)
    return [text[s.start : s.end] for s in split_sentences(text, tokens, load_lexicon())]


def furniture(text: str) -> list[str]:
    tokens = tokenize(text)
    return [text[s.start : s.end] for s in split_sentences(text, tokens, load_lexicon()) if s.furniture]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith met Dr. Jones at 4.12 p.m. on Sunday.",
        "The U.S. ambassador left.",
        "J. R. Brown spoke.",
        "It is on p. 6 of the report, see No. 5.",
        "“There were 300 of them!” he said.",
        "It cost $1.2 million to St. Mary's.",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert sentences(text) == [text]


def test_quotation_marks_stay_with_their_sentence() -> None:
    assert sentences('"They fled." Nobody stayed. “Why?” It rained.') == [
        '"They fled."', "Nobody stayed.", "“Why?”", "It rained.",
    ]  # fmt: skip


def test_an_abbreviation_may_end_a_sentence() -> None:
    assert sentences("He moved to the U.S. The war went on.") == ["He moved to the U.S.", "The war went on."]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The ministry said that the number of sailors lost in the\nstorm in the northern valley had risen to forty "
        "and that\nthe search for those who are still missing would go on\nthrough the night."
    )
    assert len(sentences(text)) == 1


@pytest.mark.parametrize(
    "teaser",
    [
        "READ NEXT\nStorm kills 40 in Cuba",
        "MOST READ: 12 dead in bus plunge",
        "Sport: Hosts lose 3-0",
        "Comments (27)",
        "Share this story (1.2k).",
        "Ferry sinks with 300 aboard",
    ],
)
def test_teasers_and_page_furniture_are_marked(teaser: str) -> None:
    assert furniture(ARTICLE + teaser)[-1] == teaser.splitlines()[-1]


def test_a_time_stamp_marks_only_itself() -> None:
    assert furniture(ARTICLE + "17:02\nThe dam broke at noon, killing 40 people.\n") == ["17:02"]


def test_a_short_text_has_no_furniture() -> None:
    assert furniture("Shares up 3% at the close") == []
