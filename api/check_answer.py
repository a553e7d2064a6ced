"""What the check of a draft answers, field by field, and an example of it."""

from typing import Final

import marshmallow as ma

from analytics.list_views import CLAIMS, PAIRS, QUESTIONS
from analytics.model_order import column_words
from analytics.reading import Snapshot
from api.item_routes import Columns
from api.row_schemas import StrictSchema, described, meta_field, row_schema

EXAMPLE_DRAFT: Final = "Officials said on Friday that exactly 8,000 soldiers were there."


def _of_claim(column: str) -> dict[str, str]:
    return described(column_words(CLAIMS.view)[column])


def _of_pair(column: str) -> dict[str, str]:
    return described(column_words(PAIRS.view)[column])


class Said(StrictSchema):
    """A claim of the corpus."""

    claim_id = ma.fields.String(required=True, metadata=_of_claim("claim_id"))
    document_id = ma.fields.String(required=True, allow_none=True, metadata=_of_claim("document_id"))
    source = ma.fields.String(required=True, metadata=_of_claim("source"))
    voice = ma.fields.String(required=True, allow_none=True, metadata=described("Who says it."))
    voice_affiliation = ma.fields.String(required=True, allow_none=True, metadata=_of_claim("voice_affiliation"))
    voice_is_plural = ma.fields.Boolean(
        required=True, metadata=described("Whether the voice is told of as several, such as survivors.")
    )
    figure = ma.fields.String(required=True, allow_none=True, metadata=described("The figure as it reads."))
    polarity = ma.fields.String(required=True, allow_none=True, metadata=_of_claim("polarity"))
    quote = ma.fields.String(required=True, allow_none=True, metadata=described("The sentence."))
    denial = ma.fields.String(
        required=True,
        allow_none=True,
        metadata=described("How it denies, to be read behind the voice; null where it does not, or not in own words."),
    )
    as_of = ma.fields.String(required=True, allow_none=True, metadata=described("The date that it speaks of."))
    reported_at = ma.fields.String(required=True, allow_none=True, metadata=_of_claim("reported_at"))


class Against(Said):
    """A claim of the corpus on the same question, and its verdict against the draft's figure."""

    low = ma.fields.Float(required=True, allow_none=True, metadata=_of_claim("low"))
    high = ma.fields.Float(required=True, allow_none=True, metadata=_of_claim("high"))
    is_total = ma.fields.Boolean(required=True, metadata=described("Whether the figure is a total, which grows."))
    is_own_voice = ma.fields.Boolean(required=True, metadata=described("Whether the draft quotes the same voice."))
    verdict = ma.fields.String(required=True, metadata=described("What the two claims are to each other."))
    ratio = ma.fields.Float(required=True, allow_none=True, metadata=_of_pair("ratio"))
    reason = ma.fields.String(required=True, allow_none=True, metadata=_of_pair("reason"))
    scope_note = ma.fields.String(required=True, allow_none=True, metadata=_of_pair("scope_note"))


class Denial(Said):
    """A claim of the corpus, on whatever question, that denies what a sentence of the draft says."""

    question_id = ma.fields.String(required=True, allow_none=True, metadata=_of_claim("question_id"))


class Stated(Denial):
    """A claim of the same event, on whatever question, that states the very figure of the draft."""

    title = ma.fields.String(required=True, metadata=described("What its question asks."))


class Perhaps(StrictSchema):
    """A question of the corpus that a figure may answer, though less surely than another or not surely enough."""

    question_id = ma.fields.String(required=True, metadata=_of_claim("question_id"))
    title = ma.fields.String(required=True, metadata=described("What the question asks."))
    surety = ma.fields.Float(required=True, metadata=described("How surely it is the question, from 0 to 1."))
    shared = ma.fields.List(ma.fields.String(), required=True, metadata=described("What speaks for it."))
    parting = ma.fields.List(ma.fields.String(), required=True, metadata=described("What speaks against it."))
    claims = ma.fields.List(
        ma.fields.Nested(Said), required=True, metadata=described("Its figures, those nearest to the draft's first.")
    )


class Reading(StrictSchema):
    """What a figure of the draft was taken for: the words that decide with what it is compared."""

    actor = ma.fields.String(required=True, allow_none=True, metadata=described("Whose things they are."))
    place = ma.fields.String(required=True, allow_none=True, metadata=described("Where."))
    as_of = ma.fields.String(
        required=True,
        allow_none=True,
        metadata=described("The date that it speaks of; without one in the draft, the last of its question."),
    )
    claimant = ma.fields.String(
        required=True, allow_none=True, metadata=described("Who is quoted; null where the draft says it itself.")
    )
    low = ma.fields.Float(required=True, allow_none=True, metadata=described("The least that its words allow."))
    high = ma.fields.Float(required=True, allow_none=True, metadata=described("The most that they allow."))
    hedge = ma.fields.String(required=True, allow_none=True, metadata=described("How they bound it."))
    polarity = ma.fields.String(required=True, allow_none=True, metadata=described("Asserted, denied or expected."))


class Figure(StrictSchema):
    """A figure of the draft, or a sentence without one that somebody denies, beside what the corpus says."""

    char_start = ma.fields.Integer(required=True, metadata=described("Where the figure begins in the draft."))
    char_end = ma.fields.Integer(required=True, metadata=described("Where it ends."))
    figure = ma.fields.String(
        required=True,
        allow_none=True,
        metadata=described("The figure as it reads; null for a sentence without one, which somebody denies."),
    )
    quote = ma.fields.String(required=True, metadata=described("Its sentence in the draft."))
    measure = ma.fields.String(required=True, allow_none=True, metadata=described("What it measures."))
    reading = ma.fields.Nested(
        Reading, required=True, metadata=described("What its sentence was read as, beside the measure.")
    )
    surety = ma.fields.Float(
        required=True, allow_none=True, metadata=described("How surely it answers that question, from 0 to 1.")
    )
    shared = ma.fields.List(ma.fields.String(), required=True, metadata=described("What speaks for it."))
    parting = ma.fields.List(ma.fields.String(), required=True, metadata=described("What speaks against it."))
    against = ma.fields.List(
        ma.fields.Nested(Against),
        required=True,
        metadata=described("The claims on that question, each with its verdict against the figure."),
    )
    perhaps = ma.fields.List(
        ma.fields.Nested(Perhaps),
        required=True,
        metadata=described("Questions that it may answer too or, without a sure one, instead."),
    )
    denials = ma.fields.List(
        ma.fields.Nested(Denial),
        required=True,
        metadata=described("Who denies, on whatever question, what its sentence says."),
    )
    stated = ma.fields.List(
        ma.fields.Nested(Stated),
        required=True,
        metadata=described("Who states the very figure in the same event, beside those in line with it."),
    )
    sentence = ma.fields.String(required=True, metadata=described("The comparison in one sentence."))


def answer_schema(columns: Columns) -> type[ma.Schema]:
    """Return the schema of an answer; that of a question is made of the columns of its view."""
    question = ma.fields.Nested(
        row_schema(QUESTIONS, columns[QUESTIONS.view]),
        required=True,
        allow_none=True,
        metadata=described("The question that it surely answers; null where there is none."),
    )
    figures = ma.fields.List(
        ma.fields.Nested(Figure.from_dict({"question": question}, name="DraftFigure")),
        required=True,
        metadata=described("The draft's figures and what else of it is denied, in the order of its text."),
    )
    return StrictSchema.from_dict({"data": figures, "meta": meta_field()}, name="DraftCheck")


def example_answer(snapshot: Snapshot) -> object:
    """Return an answer as it may look; a true one would take as long as a small build."""
    return {"data": [_FIGURE], "meta": {"build_id": snapshot.build_id}}


_AGAINST: Final = {
    "claim_id": "0f3a5c7e9b1d2468",
    "document_id": "ledger-12",
    "source": "The Ledger",
    "voice": "Ana Prest",
    "voice_affiliation": "Norland",
    "voice_is_plural": False,
    "figure": "about 10,000",
    "polarity": "asserted",
    "quote": "Ana Prest, Norland's defence minister, put their number at about 10,000.",
    "denial": None,
    "as_of": "2024-10-30",
    "reported_at": "2024-10-30",
    "low": 9000,
    "high": 11000,
    "is_total": False,
    "is_own_voice": False,
    "verdict": "differs",
    "ratio": 1.25,
    "reason": "apart by less than the contradiction ratio",
    "scope_note": None,
}
_DENIAL: Final = {
    "claim_id": "8d6b4f2a0c1e3579",
    "question_id": "4e2a7c90b1d3",
    "document_id": "harbour-3",
    "source": "Harbour News",
    "voice": "The border guard",
    "voice_affiliation": None,
    "voice_is_plural": False,
    "figure": "denied",
    "polarity": "denied",
    "quote": "The border guard denied that any soldiers were there.",
    "denial": "denied that any soldiers were there",
    "as_of": "2024-10-29",
    "reported_at": "2024-10-29",
}
_FIGURE: Final = {
    "char_start": 39,
    "char_end": 44,
    "figure": "8,000",
    "quote": EXAMPLE_DRAFT,
    "measure": "troops",
    "reading": {
        "actor": None,
        "place": None,
        "as_of": None,
        "claimant": "officials",
        "low": 8000,
        "high": 8000,
        "hedge": "exact",
        "polarity": "asserted",
    },
    "question": None,
    "surety": 0.93,
    "shared": ["the same thing counted", "words of the sentence"],
    "parting": [],
    "against": [_AGAINST],
    "perhaps": [],
    "denials": [_DENIAL],
    "stated": [],
    "sentence": (
        "You quote officials with 8,000; Ana Prest (Norland) said about 10,000. The border guard denied that any "
        "soldiers were there."
    ),
}
