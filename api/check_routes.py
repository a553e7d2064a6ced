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
from analytics.reading import LargeQueryError, SlowQueryError, Snapshot
from analytics.rows_as_text import json_bytes
from api.answers import JSON, pinned
from api.check_answer import EXAMPLE_DRAFT, answer_schema, example_answer
from api.documented import Arguments, Route, StrictBlueprint, add_route
from api.draft_check import check_payload
from api.draft_reader import DraftReader
from api.item_routes import Columns
from api.list_arguments import readable, without_nul
from api.payloads import Payload
from api.plain_numbers import UtcMoment
from api.problems import INVALID, RATE_LIMITED, TOO_LARGE, TOO_SLOW, UNPUBLISHED, ProblemError
from api.row_schemas import StrictSchema, described

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
        answer=answer_schema(columns),
        body=DraftBody,
        problems=(INVALID, TOO_LARGE, TOO_SLOW, RATE_LIMITED, UNPUBLISHED),
        example=example_answer,
        revalidates=False,
    )
    add_route(blueprint, route, check)
