"""Marks within sentences and articles: the text stays as it is, to the character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dashboard.highlights import Piece, by_endless_words, marked_quote, marked_sentence, passages


def test_both_figures_of_a_sentence_are_marked() -> None:
    pieces = marked_sentence(
        "Austin says about 10,000; Ukraine says 4,500.", [("4,500", "low"), ("about 10,000", "high")]
    )
    assert [piece for piece in pieces if piece.mark] == [Piece("about 10,000", "high"), Piece("4,500", "low")]


def test_a_figure_is_not_marked_inside_another_number() -> None:
    pieces = marked_sentence("A says 4,500; B says 500.", [("500", "low"), ("4,500", "high")])
    assert [piece.text for piece in pieces if piece.mark] == ["4,500", "500"]


def test_a_figure_within_a_longer_wording_is_marked_where_it_stands_alone() -> None:
    pieces = marked_sentence("A says triple 22,000; B says 22,000.", [("22,000", "low"), ("triple 22,000", "high")])
    assert [(piece.text, piece.mark) for piece in pieces if piece.mark] == [
        ("triple 22,000", "high"),
        ("22,000", "low"),
    ]


def test_a_quote_marks_the_value_at_its_place_not_its_first_look_alike() -> None:
    pieces = marked_quote("Of 40 asked, 40 agreed.", "40", 13, "high")
    assert pieces == [Piece("Of 40 asked, "), Piece("40", "high"), Piece(" agreed.")]


def test_a_value_that_is_not_in_the_quote_leaves_it_plain() -> None:
    assert marked_quote("No figure here.", "40", None, "low") == [Piece("No figure here.")]


def test_claims_on_one_span_share_a_passage() -> None:
    claims = [{"char_start": 3, "char_end": 8}, {"char_start": 5, "char_end": 10}]
    [paragraph] = passages("ab 12 345 67", claims)
    assert [(passage.text, len(passage.claims)) for passage in paragraph] == [("ab ", 0), ("12 345 ", 2), ("67", 0)]


spans = st.tuples(st.integers(0, 60), st.integers(1, 12)).map(
    lambda span: {"char_start": span[0], "char_end": sum(span)}
)


@given(st.text(alphabet="ab 1\n<🦊", max_size=60), st.lists(spans, max_size=6))
def test_an_article_is_never_changed_by_its_marks(text: str, claims: list[dict[str, int]]) -> None:
    lines = ["".join(passage.text for passage in paragraph) for paragraph in passages(text, claims)]
    assert lines == [line for line in text.split("\n") if line]


@given(st.lists(st.sampled_from(["word", "x" * 200, "y" * 199, "z" * 900]), max_size=6))
def test_words_without_an_end_are_cut_out_and_no_letter_is_lost(words: list[str]) -> None:
    parts = by_endless_words(" ".join(words))
    assert "".join(part for part, _ in parts) == " ".join(words)
    assert [part for part, is_endless in parts if is_endless] == [word for word in words if len(word) >= 200]
