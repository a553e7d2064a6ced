"""The build: documents and claims in, one published DuckDB file out."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import islice, takewhile
from pathlib import Path

import duckdb

from analytics.baseline import (
    attach_baseline,
    carry_over_history,
    known_extractions,
    lost_from_baseline,
    require_replaceable,
    take_over_claims,
)
from analytics.build_error import BuildError, LargeBuildError, SlowBuildError, first_line
from analytics.checks import run_failing_checks, warnings_of_checks
from analytics.claim_files import ClaimsFile, keep_raw_rows, load_claims, open_claims_file
from analytics.column_comments import write_comments
from analytics.content_id import build_ids, content_id
from analytics.model_order import SQL_FOLDER, Model, checks_due, models_in_order, models_needed, spent_steps
from analytics.parsed_sql import run_parsed
from analytics.publishing import published_whole, spill_folder
from analytics.question_ranges import question_ranges, range_in_force
from analytics.raw_tables import insert_documents, insert_rejected_documents, load_corrections, load_lexicon
from analytics.sql_text import quoted

__all__ = [
    "BuildError",
    "BuildInputs",
    "BuildReport",
    "LargeBuildError",
    "Progress",
    "SlowBuildError",
    "build",
    "judge_members",
    "known_extractions",
    "require_replaceable",
    "run_until",
]

Progress = Callable[[str, int, int], None]
"""Called with the step that begins, how many steps are done, and how many there are."""

OLDEST_READER = "v1.0.0"
"""The storage version that is written, so that DuckDB shells from 1.0 on can open the file."""

MEMORY_LIMIT = "3GB"
"""What DuckDB keeps in memory before it spills to disk: the whole process then stays below 4 GB."""

CLAIMS_NAMED = 5
"""Claims set aside that a build's report names; all of them are in the table rejected_claim."""
QUESTION_MEMBER = "question_member"
"""The model that says which question each claim answers."""

_TOO_LONG = "the models take longer than they may."
_TOO_LARGE = "the models need more memory than they may take."


@dataclass(frozen=True, slots=True)
class BuildInputs:
    """What a build is made of, which is the whole corpus.

    Documents, rejected documents and extracted claims are NDJSON files; `claims` are a user's own files. The claims of
    `reused_document_ids` are taken over from the file that is replaced. `corrections` is the folder of overrides.csv
    and names.csv.
    """

    lexicon: Path
    documents: Sequence[Path] = ()
    rejected_documents: Sequence[Path] = ()
    extracted: Sequence[Path] = ()
    claims: Sequence[Path] = ()
    reused_document_ids: Sequence[str] = ()
    extractor: str | None = None
    corrections: Path | None = None


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made: its id, how many rows of each kind, and what a person should know about it."""

    build_id: str
    is_new: bool
    counts: dict[str, int]
    notices: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    """Processor seconds of each file of sql/, in the order in which they ran."""
    no_longer_held: dict[str, int] = field(default_factory=dict)
    """How many documents and claims of the file that was replaced are not in this one, by name of the thing."""
    rejected_claims: list[tuple[str, str]] = field(default_factory=list)
    """The first claims that were set aside: where each stands, and why with the remedy."""
    unsure_findings: int = 0
    """Of the findings, how many have two ends that may be of two things."""


def build(
    inputs: BuildInputs, target: Path, progress: Progress | None = None, full_checks: bool = False
) -> BuildReport:
    """Build the database from its inputs and publish it at target, in place of the file there.

    Raises BuildError, and leaves the file at target as it was, where an input cannot be read, nothing is left to load,
    a check fails, or target cannot be written.
    """
    with published_whole(target) as unfinished, _connect() as connection:
        try:
            _open(connection, unfinished)
            has_baseline = attach_baseline(connection, target)
            report = _fill(connection, inputs, has_baseline, progress or _no_progress, full_checks)
            connection.execute("use memory")
            connection.execute("detach published")
        except duckdb.Error as error:
            raise BuildError(f"{target}: could not be built ({first_line(error)}).") from error
    return report


def judge_members(
    inputs: BuildInputs,
    members: Sequence[tuple[str, str]],
    seconds: float | None = None,
    memory_limit: str = MEMORY_LIMIT,
) -> duckdb.DuckDBPyConnection:
    """Run sql/ on the inputs in memory as far as `pair` and `refuted_figure`, given each claim's question.

    `members` holds them as (claim_id, question_id).

    A claim that is not named is left out. Otherwise as `run_until`.
    """
    needed = models_needed(("claim", "pair", "refuted_figure"), (QUESTION_MEMBER,))
    names = [model.name for model in models_in_order()]
    place = names.index(QUESTION_MEMBER)
    before = [model for model in needed if names.index(model.name) < place]

    def run(connection: duckdb.DuckDBPyConnection, before_each: Progress) -> None:
        connection.execute("set threads = 1")  # more of them cost more than they help with so few rows
        # To look for what a plan holds twice takes a sixth of the whole, and so few rows are soon made twice.
        connection.execute("set disabled_optimizers = 'common_subplan,cte_inlining'")
        files, _ = _begin(connection, inputs)
        drop = partial(_drop_spent, connection)
        _run_models(connection, needed, slice(len(before)), before_each, files, drop)
        _make_in(connection, "memory")
        _set_members(connection, members)
        _run_models(connection, needed, slice(len(before), None), before_each, files, drop)

    return _in_memory(run, seconds, memory_limit)


def run_until(
    inputs: BuildInputs,
    last: str,
    seconds: float | None = None,
    memory_limit: str = MEMORY_LIMIT,
    kept: Collection[str] = (),
) -> duckdb.DuckDBPyConnection:
    """Run sql/ on the inputs in memory up to and with the model `last`; the connection reads what is there then.

    Steps that nothing reads any more are gone but for those that are `kept`. Nothing is published and nothing checked;
    whoever called closes the connection. Raises BuildError where an input cannot be read or a model cannot be run,
    SlowBuildError where the models take longer than so many seconds, LargeBuildError where they need more memory than
    the limit ("1GB").
    """
    models = models_in_order()
    wanted = models[: [model.name for model in models].index(last) + 1]

    def run(connection: duckdb.DuckDBPyConnection, before_each: Progress) -> None:
        files, _ = _begin(connection, inputs)
        _run_models(connection, wanted, slice(None), before_each, files, partial(_drop_spent, connection, kept=kept))

    return _in_memory(run, seconds, memory_limit)


def _in_memory(
    run: Callable[[duckdb.DuckDBPyConnection, Progress], None], seconds: float | None, memory_limit: str
) -> duckdb.DuckDBPyConnection:
    """Give a connection on which `run` has made its models; it is closed where that fails."""
    connection = _connect(memory_limit)
    before_each = _before_the_end(connection, seconds) if seconds else _no_progress
    try:
        connection.execute("set temp_directory = ''")  # what was asked for in memory leaves no trace on disk
        connection.execute("attach ':memory:' as published")
        run(connection, before_each)
    except duckdb.OutOfMemoryException as error:
        connection.close()
        raise LargeBuildError(_TOO_LARGE) from error
    except duckdb.Error as error:
        connection.close()
        raise BuildError(f"the models could not be run ({first_line(error)}).") from error
    except BaseException:
        connection.close()
        raise
    return connection


def _set_members(connection: duckdb.DuckDBPyConnection, members: Sequence[tuple[str, str]]) -> None:
    """Make question_member of what is given; a claim that has no question there is gone."""
    connection.execute(
        """
        create or replace table question_member as
        select claim.rowid as claim_number, claim.claim_id, given.question_id
        from staged_claim as claim
        inner join (
            select unnest($claims::varchar[]) as claim_id, unnest($questions::varchar[]) as question_id
        ) as given using (claim_id)
        """,
        {"claims": [claim for claim, _ in members], "questions": [question for _, question in members]},
    )


def _before_the_end(connection: duckdb.DuckDBPyConnection, seconds: float) -> Progress:
    """Return what lets each step take no more than what is left of the seconds, counted from now."""
    end = time.monotonic() + seconds

    def leave_the_rest(_step: str, _done: int, _total: int) -> None:
        left = int(1000 * (end - time.monotonic()))
        if left <= 0:
            raise SlowBuildError(_TOO_LONG)
        connection.execute(f"set max_execution_time = {left}")

    return leave_the_rest


def _no_progress(step: str, done: int, total: int) -> None:
    """Tell nobody."""


def _connect(memory_limit: str = MEMORY_LIMIT) -> duckdb.DuckDBPyConnection:
    """Connect to an empty database in memory, where a name in SQL never means a variable of this program."""
    return duckdb.connect(config={"python_enable_replacements": False, "memory_limit": memory_limit})


def _open(connection: duckdb.DuckDBPyConnection, partial: Path) -> None:
    connection.execute(f"set temp_directory = {quoted(str(spill_folder(partial)))}")
    connection.execute(f"attach {quoted(str(partial))} as published (storage_version '{OLDEST_READER}')")


def _make_in(connection: duckdb.DuckDBPyConnection, place: str) -> None:
    """Let what is created from now on stand in the kitchen (memory) or in the published file; names of both are seen.

    Steps are written to memory, where a table costs a quarter of what it costs in the file, and are gone at the end.
    """
    other = {"memory": "published", "published": "memory"}[place]
    connection.execute(f"set search_path = '{place}.main,{other}.main'")


def _fill(
    connection: duckdb.DuckDBPyConnection,
    inputs: BuildInputs,
    has_baseline: bool,
    progress: Progress,
    full_checks: bool,
) -> BuildReport:
    """Load, run every model, check, describe, and leave only what is published."""
    files, notices = _begin(connection, inputs, has_baseline)
    models = models_in_order()
    staged = sum(model.path.parent.name == "1_staging" for model in models)

    def check_and_drop(model: Model) -> None:
        due = checks_due().get(model.name, ())
        run_failing_checks(connection, full_checks, due)
        notices.extend(warnings_of_checks(connection, due))
        _drop_spent(connection, model)

    seconds = _run_models(connection, models, slice(staged), progress, files, check_and_drop)
    _require_something(connection)
    content = content_id(connection, [SQL_FOLDER, inputs.lexicon], inputs.extractor)
    build_id, is_new = _name_build(connection, content, inputs.extractor)
    seconds |= _run_models(connection, models, slice(staged, None), progress, files, check_and_drop)
    _make_in(connection, "published")
    write_comments(connection, models)
    rejected = _rejected_claims(connection, CLAIMS_NAMED)
    gone = lost_from_baseline(connection) if has_baseline else {}
    unsure = connection.execute("select unsure_finding_count from overview").fetchall()[0][0]
    return BuildReport(build_id, is_new, _counts(connection), notices, seconds, gone, rejected, unsure)


def _begin(
    connection: duckdb.DuckDBPyConnection, inputs: BuildInputs, has_baseline: bool = False
) -> tuple[list[ClaimsFile], list[str]]:
    """Make the tables of sql/inputs.sql and fill them; give the claims files and notices."""
    _make_in(connection, "memory")
    _run(connection, SQL_FOLDER / "inputs.sql")
    if has_baseline:
        carry_over_history(connection)
    return _load(connection, inputs)


def _load(connection: duckdb.DuckDBPyConnection, inputs: BuildInputs) -> tuple[list[ClaimsFile], list[str]]:
    """Fill the tables of sql/inputs.sql; give the claims files, and notices about them and the lexicon."""
    notices = load_lexicon(connection, inputs.lexicon)
    if inputs.corrections:
        load_corrections(connection, inputs.corrections)
    for path in inputs.documents:
        insert_documents(connection, path)
    for path in inputs.rejected_documents:
        insert_rejected_documents(connection, path)
    if inputs.reused_document_ids:
        take_over_claims(connection, inputs.reused_document_ids)
    extracted = [
        open_claims_file(connection, path, f"extraction {number}" if number > 1 else "extraction", inputs.lexicon)
        for number, path in enumerate(inputs.extracted, start=1)
    ]
    given = [open_claims_file(connection, path, label, inputs.lexicon) for path, label in _labelled(inputs.claims)]
    load_claims(connection, extracted, given)
    notices += [notice for claims_file in given if (notice := claims_file.notice(inputs.lexicon))]
    return extracted + given, notices


def _labelled(paths: Sequence[Path]) -> list[tuple[Path, str]]:
    """Each file once, with the name that rejected rows call it: its own, or its whole path where two share a name."""
    distinct = list({path.resolve(): path for path in paths}.values())
    shared = Counter(path.name for path in distinct)
    return [(path, path.name if shared[path.name] == 1 else str(path)) for path in distinct]


def _run_models(
    connection: duckdb.DuckDBPyConnection,
    models: Sequence[Model],
    part: slice,
    progress: Progress,
    files: Sequence[ClaimsFile],
    after_each: Callable[[Model], None],
) -> dict[str, float]:
    """Run a part of the models in their order, with what follows each; give the processor seconds of both."""
    seconds = {}
    for place, model in enumerate(models[part], start=part.start or 0):
        progress(model.name, place, len(models))
        begin = time.process_time()
        if model.name == "rejected_claim":
            for claims_file in files:
                keep_raw_rows(connection, claims_file)
        _make_in(connection, "memory" if model.is_step else "published")
        (_run_by_question if model.is_by_question else _run_model)(connection, model)
        after_each(model)
        seconds[model.name] = time.process_time() - begin
    return seconds


def _drop_spent(connection: duckdb.DuckDBPyConnection, model: Model, kept: Collection[str] = ()) -> None:
    """Drop the steps that nothing after a model reads, so that large ones leave room in memory for what follows."""
    for step in spent_steps().get(model.name, ()):
        if step not in kept:
            connection.execute(f"drop table memory.main.{step}")


def _run_model(connection: duckdb.DuckDBPyConnection, model: Model) -> None:
    _run(connection, model.path)


def _run_by_question(connection: duckdb.DuckDBPyConnection, model: Model) -> None:
    """Make a table for one range of questions after the other; what few claims need is made at once."""
    claims = connection.execute("select count(*) from analysed_claim").fetchall()[0][0]
    ranges = question_ranges(claims)
    if len(ranges) == 1:
        _run_model(connection, model)
        return
    text = model.path.read_text(encoding="utf-8")
    begin = f"create or replace table {model.name} as"
    for place, (first, following) in enumerate(ranges):
        with range_in_force(connection, first, following):
            _run(connection, model.path, text.replace(begin, f"insert into {model.name}", 1) if place else text)


def _run(connection: duckdb.DuckDBPyConnection, path: Path, text: str | None = None) -> None:
    """Run a file of sql/, or what was made of its text."""
    try:
        run_parsed(connection, text or path.read_text(encoding="utf-8"))
    except duckdb.InterruptException as error:
        raise SlowBuildError(_TOO_LONG) from error
    except duckdb.OutOfMemoryException as error:
        raise LargeBuildError(f"sql/{path.parent.name}/{path.name} needs more memory than it may take.") from error
    except duckdb.Error as error:
        raise BuildError(f"sql/{path.parent.name}/{path.name} could not be run ({first_line(error)}).") from error


def _require_something(connection: duckdb.DuckDBPyConnection) -> None:
    """Refuse to publish a file without a document or claim; say what was set aside first, where something was."""
    loaded = "select (select count(*) from staged_document) + (select count(*) from staged_claim)"
    if connection.execute(loaded).fetchall() != [(0,)]:
        return
    documents = "select place, message from rejected_document limit 1"
    first = _rejected_claims(connection, 1) or connection.execute(documents).fetchall()
    if first:
        raise BuildError(f"nothing could be loaded: {first[0][0]}: {first[0][1]}")
    raise BuildError("there is nothing to build: name documents or claims that are not empty.")


def _rejected_claims(connection: duckdb.DuckDBPyConnection, most: int) -> list[tuple[str, str]]:
    """Give the place and the message of the first claims that were set aside."""
    named = "select file || ', row ' || row_number, message from rejected_claim order by file, row_number limit ?"
    return connection.execute(named, [most]).fetchall()


def _name_build(connection: duckdb.DuckDBPyConnection, content: str, extractor: str | None) -> tuple[str, bool]:
    """Fill this_build; the build that it repeats keeps its name and time.

    Gives the build's id, and whether it is another build than the last.
    """
    built = dict(connection.execute(BUILT_BEFORE).fetchall())
    earlier = list(takewhile(built.__contains__, build_ids(content)))
    last = built[earlier[-1]] if earlier else None
    build_id = earlier[-1] if last else next(islice(build_ids(content), len(earlier), None))
    built_at = last or datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    connection.execute("insert into this_build values (?, ?, ?)", [build_id, built_at, extractor])
    return build_id, last is None


BUILT_BEFORE = "select build_id, max(built_at) filter (where is_current) from baseline_build group by build_id"
"""The builds that the file has seen; the one that it now holds with its time."""


def _counts(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Give the counts of the current build, by name of the thing counted."""
    cursor = connection.execute("select * from build where is_current")
    row = dict(zip([column[0] for column in cursor.description or []], cursor.fetchall()[0], strict=True))
    return {name.removesuffix("_count"): count for name, count in row.items() if name.endswith("_count")}
