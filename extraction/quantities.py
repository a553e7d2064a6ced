"""Every quantity of a text, whether it became a claim or not: what was read there, and why it claims nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extraction.model import Document, Figure, Trend
from extraction.numbers.figures import judge_amounts, read_figures
from extraction.parts import parts_of
from extraction.rules import Reading, RuleExtractor, why_unclaimed


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number of a text with its bounds and unit, in the words of docs/definitions.md."""

    document_id: str
    quote: str
    char_start: int
    char_end: int
    value: float | None
    low: float | None
    high: float | None
    hedge: str
    unit: str | None
    trend: Trend | None
    why_no_claim: str | None
    """What it is instead of a claim ("date", "age", "name", ...); None where it became one."""


def quantities_of(document: Document, extractor: RuleExtractor) -> Iterator[Quantity]:
    """Yield every quantity of a document in the order of the text; those of its claims bear the claims' figures."""
    for start, part in parts_of(document):
        reading = extractor.read(part)
        for figure, why in judged_figures(reading, extractor):
            yield _quantity(reading, figure, why, start)


JudgedFigure = tuple[Figure, str | None]
"""A number, and why it claims nothing; None where it does."""


def judged_figures(reading: Reading, extractor: RuleExtractor) -> Iterator[JudgedFigure]:
    """Pair each number with why it claims nothing; a figure that may claim is the one that the steps worked on."""
    tokens, sentences = reading.article.tokens, reading.article.sentences
    claiming = iter(reading.article.figures)
    for judged in judge_amounts(tokens, sentences, extractor.lexicon):
        if judged.no_claim is not None:
            yield read_figures(tokens, [judged], sentences, extractor.lexicon)[0], judged.no_claim
            continue
        figure = next(claiming)
        yield figure, why_unclaimed(reading, figure)


def _quantity(reading: Reading, figure: Figure, why: str | None, start: int) -> Quantity:
    """Make the row of a figure; `start` is where its part of the document begins, in characters."""
    return Quantity(
        document_id=reading.article.document.document_id,
        quote=reading.article.quote(figure.first),
        char_start=figure.start + start,
        char_end=figure.end + start,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        hedge=figure.hedge,
        unit=figure.unit,
        trend=figure.trend,
        why_no_claim=why,
    )
