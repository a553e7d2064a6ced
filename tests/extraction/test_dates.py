"""As of when a figure is told: what words before publication date, and what they leave without a date."""

import pytest

from extraction.model import Document
from extraction.rules import RuleExtractor

EXTRACTOR = RuleExtractor()


@pytest.mark.parametrize(
    ("text", "when", "basis"),
    [
        ("The flood destroyed 340 houses.", "2025-10-10", "published"),
        ("The flood destroyed 340 houses earlier this year.", "2025", "text"),
        ("Earlier this month the flood destroyed 340 houses.", "2025-10", "text"),
        ("The flood destroyed 340 houses last year.", "2024", "text"),
        ("The flood destroyed 340 houses last month.", "2025-09", "text"),
        ("The flood destroyed 340 houses two days ago.", "2025-10-08", "text"),
        ("The flood destroyed 340 houses two years ago.", "2023", "text"),
        # Weeks and decades have no date as rough as they are: it is neither that day nor the day of publication.
        ("The flood destroyed 340 houses three weeks ago.", None, None),
        ("A decade ago the flood destroyed 340 houses.", None, None),
        # "By" a day tells of the past where the verb does, of the future else.
        ("The flood had destroyed 340 houses by Wednesday.", "2025-10-08", "text"),
        ("By Wednesday the flood had destroyed 340 houses.", "2025-10-08", "text"),
        ("The flood destroyed 340 houses by September.", "2025-09", "text"),
        ("The town must repair 340 houses by Wednesday.", "2025-10-15", "text"),
        ("The owners agreed to repair 340 houses by Wednesday.", "2025-10-15", "text"),
        ("The letters must be sent by Wednesday to 340 houses.", "2025-10-15", "text"),
        ("It had been tried before. In March a flood destroyed 340 houses.", "2025-03", "text"),
        # "Earlier" alone dates nothing.
        ("The flood destroyed 340 houses, earlier counts said.", "2025-10-10", "published"),
    ],
)
def test_the_date_of_a_figure(text: str, when: str | None, basis: str | None) -> None:
    claims = EXTRACTOR.extract([Document("d", "The Gazette", text, published_at="2025-10-10")])
    [claim] = [claim for claim in claims if claim.value == 340]
    assert (claim.as_of, claim.as_of_basis) == (when, basis)
