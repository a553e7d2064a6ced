"""Digits of other scripts and widths are read, and what a claim quotes stays as it was written."""

import pytest

from extraction.words.digits import in_plain_digits
from tests.extraction.reading import claim_at


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("The fire left １，２００ people homeless, the mayor said.", "１，２００", 1200),
        ("Officials said ٤٥ people died in the flood.", "٤٥", 45),
        ("The council said ４０％ of the voters stayed at home.", "４０％", 40),
        ("The union said १२ mills had closed.", "१२", 12),
    ],
)
def test_a_figure_is_read_in_any_digits(text: str, written: str, value: float) -> None:
    claim = claim_at(text, written)
    assert (claim.value, claim.quote) == (value, text)


def test_each_character_keeps_its_place() -> None:
    text = "８ of ٤٥, ４０％ ⅓ 5"
    plain = in_plain_digits(text)
    assert (plain, len(plain)) == ("8 of 45, 40% ⅓ 5", len(text))
