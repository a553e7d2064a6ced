"""What goes into extraction and what comes out: documents, claims, and the figure that passes between the steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol, TypedDict

Kind = Literal["quantity", "stance"]
Polarity = Literal["asserted", "denied", "unconfirmed", "expected"]
Trend = Literal["rise", "fall"]
AsOfBasis = Literal["text", "published"]
TokenKind = Literal["word", "number", "symbol", "punctuation"]


@dataclass(slots=True)
class Token:
    """One token of a text; `text[start:end]` is the token as written."""

    text: str
    lower: str
    start: int
    end: int
    kind: TokenKind


@dataclass(slots=True)
class Sentence:
    """One sentence: its characters `[start, end)` in the text and its tokens `[first, last)` in the token list."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    furniture: bool = False
    """Whether it belongs to the page and not to the article: a teaser, a time stamp, "Read next"."""


class RelativeTo(TypedDict):
    """How a relative figure hangs on its base; ends that are not known are None."""

    factor: float | None
    factor_low: float | None
    factor_high: float | None
    base: float | None
    base_low: float | None
    base_high: float | None
    base_of: str | None
    base_claim_id: str | None


@dataclass(slots=True)
class Figure:
    """One quantity as the number steps see it: what is written and how it is bounded, not yet whose or of what.

    `start:end` is the value's span in the text (scale word and touching sign included; hedge, article and unit word
    left out). `first:last` are the token indexes from the first word that belongs to the expression (its hedge, if
    any) to just after its last (unit word included): the counted noun is looked for from `last` on, the cues before
    `first`.
    """

    start: int
    end: int
    first: int
    last: int
    sentence: int
    value: float | None
    low: float | None
    high: float | None
    hedge: str
    unit: str | None = None
    trend: Trend | None = None
    relative_to: RelativeTo | None = None
    base: int | None = None
    """Index, in the list of figures, of the figure that a relative one hangs on."""
    replaces: int | None = None
    """Index of the figure that this one revises ("revised down from 120 to 95")."""


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it came; `text` is never changed, so that spans stay true."""

    document_id: str
    source: str
    text: str
    title: str | None = None
    published_at: str | None = None
    url: str | None = None
    language: str | None = "en"
    retrieved_at: str | None = None


@dataclass(slots=True)
class Claim:
    """One statement of a document about the world, with the fields and meanings of docs/definitions.md."""

    claim_id: str
    document_id: str | None
    source: str
    kind: Kind
    quote: str
    char_start: int
    char_end: int
    measure: str
    polarity: Polarity = "asserted"
    claimant: str | None = None
    claimant_affiliation: str | None = None
    counted: str | None = None
    actor: str | None = None
    predicate: str | None = None
    place: str | None = None
    as_of: str | None = None
    as_of_basis: AsOfBasis | None = None
    reported_at: str | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    hedge: str | None = None
    unit: str | None = None
    trend: Trend | None = None
    relative_to: RelativeTo | None = None
    restates: str | None = None
    denies: str | None = None
    """The one voice that a denial is aimed at; None for a denial of the thing itself."""
    replaces: str | None = None
    """The claim_id that this one corrects or supersedes by the text's own words."""
    said_through: list[str] | None = None
    """The chain between claimant and reader, nearest the reader first ("Reuters quoted the governor as saying")."""
    extractor: str = ""
    confidence: float = 1.0


class Extractor(Protocol):
    """Anything that turns documents into claims; several may stand beside each other in one database."""

    @property
    def identity(self) -> str:
        """Name and version, stored with each claim: `rules/1`."""
        ...

    def extract(self, documents: Iterable[Document]) -> Iterator[Claim]:
        """Yield the claims of each document, in the order of documents and of spans; never raises for odd text."""
        ...
