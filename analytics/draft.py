"""A draft's claims against the corpus: which questions they answer, and what each is to the claims that are there.

The same SQL that built the corpus judges the draft: the claims of the questions that it answers are judged once more,
together with the draft, in memory. Nothing of the draft is kept.
"""

import json
import os
import tempfile
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

from duckdb import DuckDBPyConnection

from analytics.build import BuildInputs, SlowBuildError, judge_members
from analytics.deadline import Deadline
from analytics.draft_denials import denials_of, worded
from analytics.draft_questions import Fit, fitting_questions, told_place
from analytics.draft_sql import draft_sql
from analytics.reading import Row, SlowQueryError, Snapshot, limit_execution, read_rows

DRAFT = "draft"
# Claims of the questions that a draft answers, those nearest in what they count first: more would make the answer slow.
MOST_CLAIMS = 1500
MOST_OF_A_QUESTION = 400
# Of hundreds of figures a check takes half of it.
MOST_MEMORY = "600MB"

# A pair with one of these says that the figure and the other claim can be held against each other.
TELLING = frozenset({"contradicts", "differs", "agrees", "compatible", "echo"})
COMPETING = frozenset({"contradicts", "differs"})
IN_LINE = ("agrees", "compatible", "echo")

_NAME = ("voice", "voice_affiliation", "voice_is_plural")
_PLACED = ("question_id", *_NAME)
"""Columns that tell where the build has put a claim: no claims file has them."""
_DOCUMENTS = """
    select document_id, source, title, published_at, url, text, language, retrieved_at
    from document
    where document_id in (select unnest($documents::text[]))
"""
_ANSWERS = """
    select claim.*, analysed_claim.voice_is_plural
    from claim join analysed_claim using (claim_id)
    where claim.document_id = $draft
    order by claim.char_start, claim.claim_id
"""
# A draft that tells a figure in the words of an article prints no copy of it: who speaks there repeats only himself.
_OF_ITS_OWN_ORIGIN = "update analysed_claim set origin_id = null where document_id = $draft"
_FORM = [
    {**{f"own_{name}": "VARCHAR" for name in ("id", "question_id", "unit", "measure")}, "own_value": "DOUBLE"},
]
_CURRENCIES = "select word, currency from local_currency where word in (select unnest($units::text[]))"
DAY_LENGTH = len("2026-01-31")
DAYS_OF_A_WEEK = 7


@dataclass(frozen=True)
class Draft:
    """A draft as it was read: a row of a documents file with the id DRAFT, and rows of a claims file.

    `lexicon` is the folder that it was read with; `sentences` are the characters at which each of its sentences begins
    and ends; `weekdays` holds, by their ids, the day of the week (Monday 0) of claims that have no other date.
    """

    document: Mapping[str, object]
    claims: Sequence[Mapping[str, object]]
    lexicon: Path
    sentences: Sequence[tuple[int, int]] = ()
    weekdays: Mapping[str, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """Return the draft's text."""
        return str(self.document["text"])

    def written(self, claim: Mapping[str, object]) -> str:
        """Return a claim's figure as the draft writes it."""
        return self.text[int(str(claim["char_start"])) : int(str(claim["char_end"]))]

    def statements(self) -> list[tuple[int, int]]:
        """Return the sentences that hold no claim."""
        starts = sorted(int(str(claim["char_start"])) for claim in self.claims)
        return [(start, end) for start, end in self.sentences if bisect_left(starts, start) == bisect_left(starts, end)]


@dataclass(frozen=True)
class Neighbour:
    """A question that a figure may answer, though less surely, and its claims, those nearest in size first."""

    fit: Fit
    claims: list[Row]


@dataclass(frozen=True)
class DraftAnswer:
    """One claim of the draft, the question of the corpus that it answers, and the claims that it meets there.

    `rest` holds the question's other claims, which nothing can be held against, `denials` the claims of any question
    that deny what its sentence says, `stated` those of its event that give the very figure and are not in line with
    it. `perhaps` holds the questions that it may answer too or, where it surely answers none, instead, the surest
    first. `as_of` is the date that a draft without one is taken to speak of: the last of its question.
    """

    claim: Row
    fit: Fit | None = None
    against: list[Row] = field(default_factory=list)
    perhaps: list[Neighbour] = field(default_factory=list)
    rest: list[Row] = field(default_factory=list)
    denials: list[Row] = field(default_factory=list)
    stated: list[Row] = field(default_factory=list)

    @property
    def question_id(self) -> str | None:
        """Return the question that it answers."""
        return self.fit.question_id if self.fit else None


@dataclass(frozen=True)
class DeniedStatement:
    """A sentence of the draft without a claim, by its characters, and the claims of the corpus that deny it."""

    char_start: int
    char_end: int
    denials: list[Row]


@dataclass(frozen=True)
class DraftComparison:
    """The draft's claims and its other sentences that are denied, both in the order of its text."""

    answers: list[DraftAnswer]
    denied: list[DeniedStatement]


def compare_draft(snapshot: Snapshot, draft: Draft, deadline: Deadline) -> DraftComparison:
    """Return the draft's claims, each with what the corpus holds against or for it, and what else of it is denied.

    Raises BuildError where the two cannot be built together (LargeBuildError for want of memory), SlowQueryError where
    the deadline passes before the end.
    """
    fits = fitting_questions(snapshot, draft.text, draft.claims, deadline.left()) if draft.claims else {}
    least = snapshot.settings["draft_surety"]
    sure = {own_id: found[0] for own_id, found in fits.items() if found[0].surety >= least}
    judged = _judged(snapshot, draft, sure, deadline) if sure else {}
    _put_in_words(snapshot, [row for _, against in judged.values() for row in against], deadline)
    statements = {draft.text[start:end]: (start, end) for start, end in reversed(draft.statements())}
    denials = denials_of(snapshot, draft.text, draft.claims, sure, list(statements), deadline.left())
    nearest = {own_id: found[0] for own_id, found in fits.items()} | sure
    stated = _stated(snapshot, draft.claims, nearest, deadline)
    answers = []
    for claim in draft.claims:
        own_id = str(claim["claim_id"])
        fit = sure.get(own_id)
        row, against = judged.get(own_id) or (_as_written(snapshot, draft, claim), [])
        others = [other for other in fits.get(own_id, []) if not fit or (other != fit and other.surety >= least)]
        perhaps = [Neighbour(other, _claims_of(snapshot, claim, other, deadline)) for other in others]
        rest = _claims_of(snapshot, claim, fit, deadline, against) if fit else []
        in_line = {other["claim_id"] for other in against if other["verdict"] in IN_LINE}
        same = [other for other in stated.get(own_id, []) if other["claim_id"] not in in_line]
        answers.append(DraftAnswer(row, fit, against, perhaps, rest, denials.get(own_id, []), same))
    denied = [DeniedStatement(*place, denials[text]) for text, place in statements.items() if text in denials]
    return DraftComparison(answers, sorted(denied, key=lambda each: each.char_start))


def _put_in_words(snapshot: Snapshot, claims: Sequence[Row], deadline: Deadline) -> None:
    """Give claims how they deny; null to those that do not, or not in words of their own."""
    denials = worded(snapshot, [row["claim_id"] for row in claims if row["polarity"] == "denied"], deadline.left())
    for row in claims:
        row["denial"] = denials.get(str(row["claim_id"]))


def _as_written(snapshot: Snapshot, draft: Draft, claim: Mapping[str, object]) -> Row:
    """Return a claim that was not judged, with its figure as the draft writes it and the sign of its unit."""
    return {**claim, "figure": with_sign(snapshot, draft.written(claim), str(claim["unit"] or ""))}


def with_sign(snapshot: Snapshot, written: str, unit: str) -> str:
    """Return a figure with the sign of its unit, which is added where the draft has written it as a word or not."""
    if not written[:1].isdigit() or not (unit == "percent" or unit.isupper()):
        return written
    asked = "select trim(amount_text('', $unit, false)) as sign, amount_text($written, $unit, false) as figure"
    (row,) = snapshot.rows(asked, {"written": written, "unit": unit})
    return written if str(row["sign"]) in written else str(row["figure"])


def _claims_of(
    snapshot: Snapshot, claim: Mapping[str, object], fit: Fit, deadline: Deadline, met: Sequence[Row] = ()
) -> list[Row]:
    """Return the claims of a question but those that were met, the nearest to the draft's first."""
    amounts = (claim.get(name) for name in ("value", "low", "high"))
    asked = {
        "question": fit.question_id,
        "met": [row["claim_id"] for row in met],
        "measure": claim["measure"],
        "amount": next((amount for amount in amounts if amount), None),
        "most": MOST_OF_A_QUESTION,
    }
    return snapshot.rows(draft_sql("other_claim"), asked, deadline.left())


def _stated(
    snapshot: Snapshot, claims: Sequence[Mapping[str, object]], nearest: Mapping[str, Fit], deadline: Deadline
) -> dict[str, list[Row]]:
    """Return, by the id of each figure of a draft, the claims of its event that state the very figure."""
    figures = [
        {
            "own_id": own_id,
            "own_question_id": nearest[own_id].question_id,
            **{f"own_{name}": claim[name] for name in ("value", "unit", "measure")},
        }
        for own_id, claim in ((str(claim["claim_id"]), claim) for claim in claims)
        if own_id in nearest and claim["kind"] == "quantity" and claim["value"] is not None
    ]
    if not figures:
        return {}
    asked = {"figures": json.dumps(figures), "form": json.dumps(_FORM)}
    rows = snapshot.rows(draft_sql("stated_figure"), asked, deadline.left())
    return {own_id: list(found) for own_id, found in groupby(rows, lambda row: str(row.pop("own_id")))}


def _judged(
    snapshot: Snapshot, draft: Draft, fits: Mapping[str, Fit], deadline: Deadline
) -> dict[str, tuple[Row, list[Row]]]:
    """Return, by its id, each of the draft's claims that answers a question, and what each claim there is to it."""
    questions = sorted({fit.question_id for fit in fits.values()})
    asked = {"questions": questions, "most": MOST_CLAIMS, "most_of_a_question": MOST_OF_A_QUESTION}
    known = snapshot.rows(draft_sql("known_claim"), asked, deadline.left())
    by_question = {question: [row for row in known if row["question_id"] == question] for question in questions}
    currencies = _local_currencies(snapshot, draft.claims)
    own = [
        read_beside(claim, by_question[fits[own_id].question_id], draft.text, currencies, draft.weekdays.get(own_id))
        for own_id, claim in ((str(claim["claim_id"]), claim) for claim in draft.claims)
        if own_id in fits
    ]
    members = [(str(row["claim_id"]), str(row["question_id"])) for row in known]
    members += [(own_id, fit.question_id) for own_id, fit in fits.items()]
    claims = [{name: value for name, value in row.items() if name not in _PLACED} for row in known]
    with _inputs(snapshot, draft, [*claims, *own]) as inputs:
        try:
            with judge_members(inputs, members, deadline.left(), MOST_MEMORY) as built:
                limit_execution(built, deadline.left())
                judged = _verdicts(built)
        except SlowBuildError as problem:
            raise SlowQueryError(str(problem)) from None
    _name_voices((row for _, against in judged.values() for row in against), known)
    return judged


def _name_voices(against: Iterable[Row], known: Sequence[Row]) -> None:
    """Give claims the names that their voices have in the corpus: judged beside a draft, one voice may have two."""
    names = {row["claim_id"]: {name: row[name] for name in _NAME} for row in known}
    for row in against:
        row.update(names[row["claim_id"]])


def read_beside(
    claim: Mapping[str, object],
    known: Sequence[Row],
    text: str,
    currencies: Collection[tuple[str, str]] = (),
    weekday: int | None = None,
) -> dict[str, object]:
    """Return a claim of a draft as it is to be read beside the claims of its question.

    A draft speaks of now: without a day, or with no more than the year or month, it is of the last day there of which
    the question has a figure; with a weekday (Monday 0), of the last such day up to it. A place that only holds those
    of the question says no more than they do, kroner are those of the question (`currencies` holds the words for money
    with the currencies that bear them), and what will cost so much is held against what it is said to cost where nobody
    there expects anything.
    """
    place = told_place(str(claim["place"]), text) if claim["place"] else None
    is_expected = any(row["polarity"] == "expected" for row in known)
    day = _day_in(claim, known)
    basis = claim["as_of_basis"] or ("published" if day else None)
    if weekday is not None and day and claim["as_of_basis"] != "text":
        day, basis = _last_weekday(str(day), weekday), "text"
    is_around = place and any(str(row["place"] or "").endswith(f" < {place}") for row in known)
    units = {str(row["unit"]) for row in known if (str(claim["unit"]), str(row["unit"])) in currencies}
    return {
        **claim,
        "place": None if is_around else place,
        "as_of": day,
        "as_of_basis": basis,
        "polarity": "asserted" if claim["polarity"] == "expected" and not is_expected else claim["polarity"],
        "unit": units.pop() if len(units) == 1 else claim["unit"],
    }


def _day_in(claim: Mapping[str, object], known: Sequence[Row]) -> object:
    """Return the claim's date; where it is no whole day, the last one in it of which another claim speaks."""
    told = str(claim["as_of"] or "") if claim["as_of_basis"] == "text" else ""
    if len(told) >= DAY_LENGTH:
        return told
    days = [str(row["as_of"])[:DAY_LENGTH] for row in known if row["as_of"] and row["polarity"] != "expected"]
    return max((day for day in days if len(day) == DAY_LENGTH and day.startswith(told)), default=told or None)


def _last_weekday(day: str, weekday: int) -> str:
    """Return the last such day of the week, from Monday 0, up to a day in ISO 8601."""
    until = date.fromisoformat(day)
    return (until - timedelta(days=(until.weekday() - weekday) % DAYS_OF_A_WEEK)).isoformat()


def _local_currencies(snapshot: Snapshot, claims: Sequence[Mapping[str, object]]) -> set[tuple[str, str]]:
    units = [claim["unit"] for claim in claims if claim["unit"]]
    return {(str(row["word"]), str(row["currency"])) for row in snapshot.rows(_CURRENCIES, {"units": units})}


def _verdicts(built: DuckDBPyConnection) -> dict[str, tuple[Row, list[Row]]]:
    built.execute(_OF_ITS_OWN_ORIGIN, {"draft": DRAFT})
    own = read_rows(built, _ANSWERS, {"draft": DRAFT})
    ids = [str(claim["claim_id"]) for claim in own]
    rows = read_rows(built, draft_sql("held_against"), {"draft": DRAFT, "own_ids": ids})
    against = {own_id: list(found) for own_id, found in groupby(rows, lambda row: row.pop("own_id"))}
    return {own_id: (claim, against.get(own_id, [])) for own_id, claim in zip(ids, own, strict=True)}


@contextmanager
def _inputs(snapshot: Snapshot, draft: Draft, claims: Sequence[Mapping[str, object]]) -> Iterator[BuildInputs]:
    """Give the inputs of the small build as files, for the length of a `with` block."""
    ids = sorted({str(claim["document_id"]) for claim in claims if claim["document_id"]} - {DRAFT})
    documents = [*snapshot.rows(_DOCUMENTS, {"documents": ids}), draft.document]
    with ExitStack() as held:
        folder = Path(held.enter_context(tempfile.TemporaryDirectory(prefix="rashomon-draft-")))
        yield BuildInputs(
            lexicon=draft.lexicon,
            documents=[held.enter_context(_lines(folder / "documents.ndjson", documents))],
            extracted=[held.enter_context(_lines(folder / "claims.ndjson", claims))],
        )


@contextmanager
def _lines(path: Path, rows: Sequence[Mapping[str, object]]) -> Iterator[Path]:
    """Give rows as a file of NDJSON; on Linux it has a name here and its content in memory alone.

    A process that is ended in the middle of it then leaves nothing of a draft on the disk.
    """
    content = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    if not hasattr(os, "memfd_create"):
        path.write_bytes(content)
        yield path
        return
    with os.fdopen(os.memfd_create(path.name), "wb") as file:
        file.write(content)
        file.flush()
        path.symlink_to(f"/proc/self/fd/{file.fileno()}")
        yield path
