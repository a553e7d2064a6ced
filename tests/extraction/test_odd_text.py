"""Any text gives figures or none, never an exception; `python -m bench growth` prints how the time grows."""

from unittest.mock import patch

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction import parts
from extraction.claim_json import claim_to_row
from extraction.explain import explain
from extraction.model import Document
from extraction.rules import RuleExtractor, rule_extractor
from extraction.words.lexicon import load_lexicon
from extraction.words.sentences import split_sentences
from extraction.words.tokens import tokenize
from tests.extraction.figure_notation import figures_of

VOCABULARY = """a an the one two half third million dozen hundred double twice times percent per cent point of in to
and or from between at least more than up down rose by about not $ € % - – , . : ; ( ) " ’ s 's 8,000 1.2 ½ 2025 0147 +
/ May Kursk year old more or so fewer 12 3 4 5 × people of them that number said Article"""
WORDS = VOCABULARY.split()
MEGABYTE = 1_000_000

sentences = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
glued = st.lists(st.sampled_from(WORDS), max_size=30).map("".join)


@given(st.text(max_size=300) | sentences | glued)
@settings(max_examples=300)
def test_any_text_gives_figures_inside_its_bounds(text: str) -> None:
    for figure in figures_of(text):
        assert 0 <= figure.start < figure.end <= len(text)
        assert figure.low is None or figure.high is None or figure.low <= figure.high


@pytest.mark.parametrize("text", ["½orty-two people", "1/½", "one in ½", "3½/4 ½", "½-½", "5 or ½", "-½%", "$½bn"])
def test_fraction_signs_in_odd_places(text: str) -> None:
    assert all(figure.start < figure.end for figure in figures_of(text))


SPEAKING = """according to by from with whose it they its he said report study list Ltd Gen. Ana Ruiz Tides Q: A:
RUIZ: quoted as saying"""
NEWS = [
    *WORDS,
    *SPEAKING.split(),
    "said",
    "Mr.",
    "the ministry",
    "who",
    "denied",
    "killed",
    "Kim",
    "U.S.",
    ";",
    "(",
    "«",
    "ء",
    "\u0301",
    "\x00",
]
news = st.lists(st.sampled_from(NEWS) | st.text(max_size=3), max_size=60).map(" ".join)


@given(st.text(max_size=300) | news)
@settings(max_examples=300)
def test_any_text_gives_claims_inside_its_bounds_or_none(text: str) -> None:
    for claim in RuleExtractor().extract([Document("odd", "odd", text, published_at="2025-03-12")]):
        assert 0 <= claim.char_start < claim.char_end <= len(text)
        assert claim.quote in text
        assert claim.claimant != ""


@pytest.mark.parametrize(
    "text", ["A study by 's said 40 died.", "Ltd said 40 had left.", "Ltd fell. They said 40 left."]
)
def test_a_speaker_of_whom_nothing_is_left_is_nobody(text: str) -> None:
    claims = RuleExtractor().extract([Document("odd", "odd", text)])
    assert [claim.claimant for claim in claims if claim.kind == "quantity"] in ([None], ["Ltd"])


@pytest.mark.parametrize(
    "text", ["'s TWO", "3,000 had", "TWO said % reassure “ that", "She saw 340 of them expected", "not 5", "12 the"]
)
def test_a_text_may_end_in_the_middle_of_a_sentence(text: str) -> None:
    claims = RuleExtractor().extract([Document("odd", "odd", text)])
    assert all(claim.quote in text for claim in claims)


@given(st.text(alphabet="a \n.", min_size=1), st.integers(1, 30))
def test_the_parts_of_a_long_text_are_the_text(text: str, longest: int) -> None:
    with patch.object(parts, "LONGEST_PART", longest):
        found = list(parts.parts_of(Document("long", "long", text)))
    assert "".join(part.text for _, part in found) == text
    assert all(text[start : start + len(part.text)] == part.text for start, part in found)
    assert max(len(part.text) for _, part in found) <= longest


def test_a_text_of_many_parts_gives_the_claims_of_each_with_their_own_spans_and_ids() -> None:
    line = "Police said 40 people had died in Lagos on Monday.\n\n"
    text = line * 100
    with patch.object(parts, "LONGEST_PART", len(text) // 7):
        claims = list(RuleExtractor().extract([Document("long", "long", text)]))
    assert len(claims) == len({claim.claim_id for claim in claims}) == text.count("\n\n")
    assert {text[claim.char_start : claim.char_end] for claim in claims} == {"40"}


@given(st.text(max_size=300))
def test_tokens_cover_all_but_white_space(text: str) -> None:
    covered = {index for token in tokenize(text) for index in range(token.start, token.end)}
    assert all(char.isspace() for index, char in enumerate(text) if index not in covered)


@given(sentences)
def test_every_token_is_in_one_sentence(text: str) -> None:
    tokens = tokenize(text)
    ranges = [range(s.first, s.last) for s in split_sentences(text, tokens, load_lexicon())]
    assert [index for indexes in ranges for index in indexes] == list(range(len(tokens)))


@pytest.mark.parametrize("unit", ["a", "1", "1 ", ".", ",", "-", "(", "“", "$", " ", "\n", "😀", "é", "1 1 "])
def test_a_megabyte_of_one_thing_ends_with_figures_inside_its_bounds(unit: str) -> None:
    text = (unit * MEGABYTE)[:MEGABYTE]
    assert all(0 <= figure.start < figure.end <= MEGABYTE for figure in figures_of(text))


@pytest.mark.parametrize(
    "unit", ["1-", "up 5% ", "A 5, ", "two and ", "5 or more ", "half of them ", "a\n", "5/", "$1, "]
)
def test_repeated_words_give_claims_inside_the_text_or_none(unit: str) -> None:
    text = unit * 500
    claims = RuleExtractor().extract([Document("odd", "odd", text)])
    assert all(0 <= claim.char_start < claim.char_end <= len(text) for claim in claims)


HALVES = ("\ud800", "\udfff")


@pytest.mark.parametrize("half", HALVES, ids=ascii)
@pytest.mark.parametrize("place", range(0, 44, 3))
def test_half_a_character_anywhere_leaves_claims_that_can_be_written(half: str, place: int) -> None:
    plain = "At least 40 people died in Norway, Ana Ruiz said."
    text = f"{plain[:place]}{half}{plain[place:]}"
    document = Document(f"d{half}", f"Press{half}", text, title=half)
    for claim in rule_extractor().extract([document]):
        assert orjson.dumps(claim_to_row(claim))
        assert text[claim.char_start : claim.char_end].replace(half, "\ufffd") in claim.quote
    assert "\n".join(explain(document, rule_extractor())).encode()
