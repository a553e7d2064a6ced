"""A draft's claims against the corpus: which questions they answer, and what each is to the claims that are there.

The same SQL that built the corpus judges the draft: the claims on the questions that could be meant are built once
more, together with the draft, in memory. Nothing of the draft is kept.
"""

import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from duckdb import DuckDBPyConnection

from analytics.build import BuildInputs, SlowBuildError, run_until
from analytics.deadline import Deadline
from analytics.draft_neighbours import Neighbour, nearest_questions
from analytics.reading import Row, SlowQueryError, Snapshot, limit_execution, read_rows

DRAFT = "draft"
# Questions that could be meant, the likeliest first: of those nearest by their words, and of the others by measure,
# lest the first crowd out the second. More would make the answer slow and not better.
MOST_QUESTIONS = 40
MOST_CLAIMS = 1500
# Of hundreds of figures a check takes half of it.
MOST_MEMORY = "600MB"

# A pair with one of these says that the figure and the other claim can be held against each other.
TELLING = frozenset({"contradicts", "differs", "agrees", "compatible", "echo"})
COMPETING = frozenset({"contradicts", "differs"})

_CANDIDATES = """
    select question_id
    from claim
    where
        question_id is not null
        and (
            measure in (select unnest($measures::text[]))
            or question_id in (select unnest($neighbours::text[]))
        )
    group by question_id
    qualify row_number() over (
        partition by list_contains($neighbours::text[], question_id)
        order by
            max(coalesce(list_contains($actors::text[], actor), false)::int
                + coalesce(list_contains($places::text[], place), false)::int) desc,
            max(reported_at) desc nulls last,
            question_id
    ) <= $most
"""
_CLAIMS = """
    select claim_id, document_id, source, claimant, claimant_affiliation, kind, quote, char_start, char_end, measure,
        counted, actor, predicate, place, as_of, as_of_basis, reported_at, value, low, high, hedge, unit, trend,
        relative_to, restates, polarity, extractor, confidence, question_id
    from claim
    where question_id in (select unnest($questions::text[]))
    order by question_id, claim_id
    limit $most
"""
_DOCUMENTS = """
    select document_id, source, title, published_at, url, text, language, retrieved_at
    from document
    where document_id in (select unnest($documents::text[]))
"""
_ANSWERS = "select * from claim where document_id = $draft order by char_start, claim_id"
_MET = """
    select mine.claim_id as own_id, other.claim_id
    from claim as mine join claim as other using (question_id)
    where mine.document_id = $draft and other.document_id is distinct from $draft
    order by all
"""
_AGAINST = """
    with met as (
        select
            unnest([
                {'own_id': a_claim_id, 'claim_id': b_claim_id},
                {'own_id': b_claim_id, 'claim_id': a_claim_id}
            ], recursive := true),
            verdict, ratio, reason, scope_note
        from pair
        where
            question_id in (select question_id from claim where document_id = $draft)
            and list_contains($own_ids::text[], a_claim_id) != list_contains($own_ids::text[], b_claim_id)
    )
    select met.own_id, claim.claim_id, claim.document_id, claim.source, claim.voice, claim.voice_affiliation,
        claim.figure, claim.polarity, claim.quote, claim.reported_at,
        met.verdict, met.ratio, met.reason, met.scope_note
    from met join claim using (claim_id)
    where claim.document_id is distinct from $draft
    order by
        met.own_id,
        list_position(['contradicts', 'differs', 'scope', 'update', 'compatible', 'agrees', 'echo'], met.verdict),
        met.ratio desc nulls last, claim.reported_at desc nulls last, claim.claim_id
"""

_REST = """
    select source, voice, voice_affiliation, figure, quote
    from claim
    where question_id = $question and claim_id not in (select unnest($met::text[]))
    order by measure is distinct from $measure, reported_at desc nulls last, claim_id
"""
_TITLE = "select title from question where question_id = ?"


@dataclass(frozen=True)
class Draft:
    """A draft as it was read: a row of a documents file with the id DRAFT, and rows of a claims file.

    `lexicon` is the folder that it was read with.
    """

    document: Mapping[str, object]
    claims: Sequence[Mapping[str, object]]
    lexicon: Path

    def written(self, claim: Mapping[str, object]) -> str:
        """Return a claim's figure as the draft writes it."""
        return str(self.document["text"])[int(str(claim["char_start"])) : int(str(claim["char_end"]))]


@dataclass(frozen=True)
class DraftAnswer:
    """One claim of the draft, the question of the corpus that it answers, and the claims that it meets there.

    `title` is that of the question, and `rest` its other claims, which the draft's was not compared with: built
    together with the draft, a question may fall apart.

    `perhaps` holds the questions that come nearest to it: all of them where it meets no claim that it can be held
    against, else those that come nearer than its own.
    """

    claim: Row
    question_id: str | None
    against: list[Row]
    perhaps: list[Neighbour] = field(default_factory=list)
    title: str = ""
    rest: list[Row] = field(default_factory=list)

    @property
    def is_telling(self) -> bool:
        """Return whether a claim of the corpus speaks for or against this one."""
        return any(row["verdict"] in TELLING for row in self.against)

    @property
    def is_cleared_by_a_part(self) -> bool:
        """Return whether no claim that this one met parts from it, though it met a part of its question only."""
        return bool(self.against and self.rest) and not any(row["verdict"] in COMPETING for row in self.against)


def compare_draft(snapshot: Snapshot, draft: Draft, deadline: Deadline) -> list[DraftAnswer]:
    """Return the draft's claims in the order of its text, each with what the corpus holds against or for it.

    Raises BuildError where the two cannot be built together (LargeBuildError for want of memory), SlowQueryError where
    the deadline passes before the end.
    """
    if not draft.claims:
        return []
    near = nearest_questions(snapshot, draft.claims, deadline.left())
    nearest = [each.question_id for found in near.values() for each in found]
    known = _claims_that_could_be_met(snapshot, draft.claims, nearest, deadline.left())
    if known:
        answers = _compared(snapshot, draft, known, deadline)
    else:
        answers = [DraftAnswer({**claim, "figure": draft.written(claim)}, None, []) for claim in draft.claims]
    answers = [_with_rest(snapshot, answer, deadline) for answer in answers]
    answers = _compared_again(snapshot, draft, answers, deadline)
    return [_with_neighbours(answer, near.get(str(answer.claim["claim_id"]), [])) for answer in answers]


def _compared_again(
    snapshot: Snapshot, draft: Draft, answers: list[DraftAnswer], deadline: Deadline
) -> list[DraftAnswer]:
    """Return the answers; those cleared by a part of their question as they are beside the claims of these alone.

    Of the two the one that meets more of its question stands.
    """
    cleared = {answer.claim["claim_id"]: answer.question_id for answer in answers if answer.is_cleared_by_a_part}
    if not cleared:
        return answers
    known = snapshot.rows(_CLAIMS, {"questions": list(cleared.values()), "most": MOST_CLAIMS})
    own = [claim for claim in draft.claims if claim["claim_id"] in cleared]
    again = _compared(snapshot, replace(draft, claims=own), known, deadline)
    by_id = {answer.claim["claim_id"]: _with_rest(snapshot, answer, deadline) for answer in again}
    return [
        max(answer, by_id.get(answer.claim["claim_id"], answer), key=lambda each: len(each.against))
        for answer in answers
    ]


def _with_rest(snapshot: Snapshot, answer: DraftAnswer, deadline: Deadline) -> DraftAnswer:
    """Return the answer with the claims of the whole published question that the draft's was not compared with."""
    if answer.question_id is None:
        return answer
    title = next((str(row["title"]) for row in snapshot.rows(_TITLE, [answer.question_id])), "")
    met = [row["claim_id"] for row in answer.against]
    asked = {"question": answer.question_id, "met": met, "measure": answer.claim["measure"]}
    return replace(answer, title=title, rest=snapshot.rows(_REST, asked, deadline.left()))


def _with_neighbours(answer: DraftAnswer, near: list[Neighbour]) -> DraftAnswer:
    if not answer.is_telling:
        return replace(answer, perhaps=near)
    known = [each.question_id for each in near]
    place = known.index(answer.question_id) if answer.question_id in known else len(near)
    return replace(answer, perhaps=near[:place])


def _compared(snapshot: Snapshot, draft: Draft, known: list[Row], deadline: Deadline) -> list[DraftAnswer]:
    """Return the draft's claims with what they are to the known ones, as the SQL that built the corpus judges it."""
    questions = {str(row["claim_id"]): str(row.pop("question_id")) for row in known}
    with _inputs(snapshot, draft, known) as inputs:
        try:
            with run_until(inputs, "pair", deadline.left(), MOST_MEMORY) as built:
                limit_execution(built, deadline.left())
                return _answers(built, questions)
        except SlowBuildError as problem:
            raise SlowQueryError(str(problem)) from None


def _claims_that_could_be_met(
    snapshot: Snapshot, claims: Sequence[Mapping[str, object]], neighbours: Sequence[str], seconds: float | None
) -> list[Row]:
    wanted: dict[str, object] = {
        f"{name}s": [str(claim[name]) for claim in claims if claim.get(name)] for name in ("measure", "actor", "place")
    }
    found = snapshot.rows(_CANDIDATES, {**wanted, "neighbours": neighbours, "most": MOST_QUESTIONS}, seconds)
    return snapshot.rows(_CLAIMS, {"questions": [row["question_id"] for row in found], "most": MOST_CLAIMS})


@contextmanager
def _inputs(snapshot: Snapshot, draft: Draft, known: Sequence[Row]) -> Iterator[BuildInputs]:
    """Give the inputs of the small build as files, for the length of a `with` block."""
    ids = sorted({str(claim["document_id"]) for claim in known if claim["document_id"]})
    documents = [*snapshot.rows(_DOCUMENTS, {"documents": ids}), draft.document]
    with ExitStack() as held:
        folder = Path(held.enter_context(tempfile.TemporaryDirectory(prefix="rashomon-draft-")))
        yield BuildInputs(
            lexicon=draft.lexicon,
            documents=[held.enter_context(_lines(folder / "documents.ndjson", documents))],
            extracted=[held.enter_context(_lines(folder / "claims.ndjson", [*known, *draft.claims]))],
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


def _answers(built: DuckDBPyConnection, questions: Mapping[str, str]) -> list[DraftAnswer]:
    """Return the draft's claims with those that each meets; `questions` gives the published question of a claim.

    The draft may link two questions of the corpus; the one with more claims there is the one that it answers.
    """
    claims = read_rows(built, _ANSWERS, {"draft": DRAFT})
    own_ids = [claim["claim_id"] for claim in claims]
    met = _by_own_id(read_rows(built, _MET, {"draft": DRAFT}))
    against = _by_own_id(read_rows(built, _AGAINST, {"draft": DRAFT, "own_ids": own_ids}))
    answers = []
    for claim in claims:
        known = [questions[str(row["claim_id"])] for row in met.get(claim["claim_id"], [])]
        question_id = max(known, key=known.count, default=None)
        rows = [row for row in against.get(claim["claim_id"], []) if questions[str(row["claim_id"])] == question_id]
        answers.append(DraftAnswer(claim, question_id, rows))
    return answers


def _by_own_id(rows: Iterable[Row]) -> dict[object, list[Row]]:
    """Return the rows by the draft's claim that they are of, which they name no longer."""
    return {own_id: list(found) for own_id, found in groupby(rows, lambda row: row.pop("own_id"))}
