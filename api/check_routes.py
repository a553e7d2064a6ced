"""The route that checks a draft."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import marshmallow as ma
from flask import Response

from analytics.admission import Admission, FullError
from analytics.build_error import BuildError, LargeBuildError
from analytics.deadline import Deadline
from analytics.draft import MOST_MEMORY
from analytics.list_views import CLAIMS, PAIRS, QUESTIONS
from analytics.model_order import column_words
from analytics.reading import LargeQueryError, SlowQueryError, Snapshot
from analytics.rows_as_text import json_bytes
from api.answers import JSON, pinned
from api.documented import Arguments, Route, StrictBlueprint, add_route
from api.draft_check import check_payload
from api.draft_reader import DraftReader
from api.item_routes import Columns
from api.list_arguments import readable, without_nul
from api.payloads import Payload
from api.plain_numbers import UtcMoment
from api.problems import INVALID, RATE_LIMITED, TOO_LARGE, TOO_SLOW, UNPUBLISHED, ProblemError
from api.row_schemas import StrictSchema, described, meta_field, row_schema

# A check is a small build: it takes a second or two of a core. None waits, for it would keep a thread of the server.
CHECKS_AT_ONCE = 2
RETRY_SECONDS = 2
# A machine that is busy with other things is no fault of a draft: it may take so many times as long by the clock.
SLOWEST = 5
CHECK_ENDPOINT = "api.check"
DRAFT_CHECKS = "rashomon_draft_checks"
LONGEST_DRAFT = 100_000
# What each figure may meet is held in memory: of a thousand a third of a gigabyte. No article has as many.
MOST_FIGURES = 1000
TOO_MANY = f"The draft holds {{:,}} figures, and {MOST_FIGURES:,} are checked at once: check it in parts."
CHECK_IN_PARTS = "The draft took longer to check than one answer may: check it in parts."
EXAMPLE_DRAFT = "Officials said on Friday that exactly 8,000 soldiers were there."


class DraftBody(StrictSchema):
    """A draft to check."""

    text = ma.fields.String(
        required=True,
        validate=(readable, ma.validate.Length(min=1, max=LONGEST_DRAFT)),
        metadata=without_nul({**described("The draft, as plain text."), "example": EXAMPLE_DRAFT}),
    )
    published_at = UtcMoment(
        metadata=described("The moment that “yesterday” is counted from; without it, it dates nothing.")
    )


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


def _example(snapshot: Snapshot) -> object:
    """Return an answer as it may look; a true one would take as long as a small build."""
    against = {
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
    denial = {
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
    figure = {
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
        "against": [against],
        "perhaps": [],
        "denials": [denial],
        "sentence": (
            "You quote officials with 8,000; Ana Prest (Norland) said about 10,000. The border guard denied that any "
            "soldiers were there."
        ),
    }
    return {"data": [figure], "meta": {"build_id": snapshot.build_id}}


class DraftChecks:
    """The checks of drafts that a server makes, few at once."""

    def __init__(self, lexicon: Path | None) -> None:
        """Read drafts with a folder of lexicon tables, the one that the corpus was read with; None for the shipped."""
        self._reader = DraftReader(lexicon)
        self._admission = Admission(CHECKS_AT_ONCE)

    def turn_away(self) -> None:
        """Raise the problem that says it where as many drafts are checked as may."""
        with _saying_busy():
            self._admission.turn_away()

    def payload(self, snapshot: Snapshot, text: str, published_at: str | None) -> Payload:
        """Return what `check_payload` says of a draft.

        Raises ProblemError where too many are checked already, SlowQueryError where it takes longer than a query may.
        """
        with _saying_busy(), _saying_the_remedy(), self._admission.place():
            seconds = snapshot.seconds
            with self._reader.process() as process:
                deadline = Deadline.within(seconds and SLOWEST * seconds)
                reading = process.read(text, published_at, deadline, seconds)
            if len(reading.draft.claims) > MOST_FIGURES:
                raise ProblemError(TOO_LARGE, TOO_MANY.format(len(reading.draft.claims)))
            return check_payload(snapshot, reading.draft, deadline.or_within(seconds and reading.slowness * seconds))

    def prepare(self) -> None:
        """Start what the first draft would else wait for, in a process of its own."""
        self._reader.prepare()

    def close(self) -> None:
        """End the processes that read drafts."""
        self._reader.close()


@contextmanager
def _saying_busy() -> Iterator[None]:
    try:
        yield
    except FullError:
        headers = {"Retry-After": str(RETRY_SECONDS)}
        raise ProblemError(RATE_LIMITED, "Other drafts are being checked.", headers=headers) from None


@contextmanager
def _saying_the_remedy() -> Iterator[None]:
    try:
        yield
    except SlowQueryError:
        raise SlowQueryError(CHECK_IN_PARTS) from None
    except (LargeBuildError, LargeQueryError):
        detail = f"The draft needs more memory than the {MOST_MEMORY} that a check may take: check it in parts."
        raise ProblemError(TOO_LARGE, detail) from None


def add_check_route(blueprint: StrictBlueprint, columns: Columns, checks: DraftChecks) -> None:
    """Add `POST /check`."""

    def check(_: Arguments, body: Arguments) -> Response:
        published_at = body["published_at"].isoformat() + "Z" if "published_at" in body else None
        try:
            payload = checks.payload(pinned(), body["text"], published_at)
        except BuildError as error:
            raise ProblemError(INVALID, str(error)) from None
        return Response(json_bytes(payload), content_type=JSON, headers={"Cache-Control": "no-store"})

    route = Route(
        rule="/check",
        endpoint="check",
        summary="Each figure of a draft beside what the corpus says on the same question. Nothing is stored.",
        answer=_answer_schema(columns),
        body=DraftBody,
        problems=(INVALID, TOO_LARGE, TOO_SLOW, RATE_LIMITED, UNPUBLISHED),
        example=_example,
        revalidates=False,
    )
    add_route(blueprint, route, check)


def _answer_schema(columns: Columns) -> type[ma.Schema]:
    question = row_schema(QUESTIONS, columns[QUESTIONS.view])
    figure = StrictSchema.from_dict(
        {
            "char_start": ma.fields.Integer(required=True, metadata=described("Where the figure begins in the draft.")),
            "char_end": ma.fields.Integer(required=True, metadata=described("Where it ends.")),
            "figure": ma.fields.String(
                required=True,
                allow_none=True,
                metadata=described("The figure as it reads; null for a sentence without one, which somebody denies."),
            ),
            "quote": ma.fields.String(required=True, metadata=described("Its sentence in the draft.")),
            "measure": ma.fields.String(required=True, allow_none=True, metadata=described("What it measures.")),
            "reading": ma.fields.Nested(
                Reading, required=True, metadata=described("What its sentence was read as, beside the measure.")
            ),
            "question": ma.fields.Nested(
                question,
                required=True,
                allow_none=True,
                metadata=described("The question that it surely answers; null where there is none."),
            ),
            "surety": ma.fields.Float(
                required=True, allow_none=True, metadata=described("How surely it answers that question, from 0 to 1.")
            ),
            "shared": ma.fields.List(ma.fields.String(), required=True, metadata=described("What speaks for it.")),
            "parting": ma.fields.List(ma.fields.String(), required=True, metadata=described("What speaks against it.")),
            "against": ma.fields.List(
                ma.fields.Nested(Against),
                required=True,
                metadata=described("The claims on that question, each with its verdict against the figure."),
            ),
            "perhaps": ma.fields.List(
                ma.fields.Nested(Perhaps),
                required=True,
                metadata=described("Questions that it may answer too or, without a sure one, instead."),
            ),
            "denials": ma.fields.List(
                ma.fields.Nested(Denial),
                required=True,
                metadata=described("Who denies, on whatever question, what its sentence says."),
            ),
            "sentence": ma.fields.String(required=True, metadata=described("The comparison in one sentence.")),
        },
        name="DraftFigure",
    )
    parts = {
        "data": ma.fields.List(
            ma.fields.Nested(figure),
            required=True,
            metadata=described("The draft's figures and what else of it is denied, in the order of its text."),
        ),
        "meta": meta_field(),
    }
    return StrictSchema.from_dict(parts, name="DraftCheck")
