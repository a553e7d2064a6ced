"""The file that a build replaces: its history, questions and findings, and the extractions to take over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb

from analytics.build_error import BuildError, first_line, is_locked
from analytics.sql_text import quoted

OWN_TABLES = {"build", "claim", "document"}
CARRIED_OVER = {
    "baseline_build": "build",
    "baseline_change": "change",
    "baseline_document": "document",
    "baseline_finding": "finding",
    "baseline_question_member": "claim",
}
COMPUTED = {"text_hash": "md5(text)"}
"""Columns of the baseline_ tables that no file publishes, as what they are made of."""
OF_PROSE = {"claim": "where document_id is not null"}
"""Which rows are carried over: figures that never were prose name their questions by their keys."""


def require_replaceable(target: Path) -> None:
    """Raise BuildError where a build may not replace what stands at target: known at once, not after the work."""
    with duckdb.connect() as connection:
        attach_baseline(connection, target)


def attach_baseline(connection: duckdb.DuckDBPyConnection, target: Path) -> bool:
    """Attach the file at target, read-only, as `baseline`; False where there is none.

    Raises BuildError where something else stands there: a build replaces no file but its own.
    """
    if not target.exists() or (target.is_file() and target.stat().st_size == 0):
        return False
    try:
        # Without the type, DuckDB would open a file named .csv or .ndjson as a database of its rows.
        connection.execute(f"attach {quoted(str(target))} as baseline (read_only, type duckdb)")
    except duckdb.Error as error:
        raise BuildError(f"{target}: {_why_kept(error)}") from error
    if not _tables(connection) >= OWN_TABLES:
        raise BuildError(f"{target}: is a database that Rashomon did not build and is left alone; {_ELSEWHERE}.")
    return True


_ELSEWHERE = "name another file with -o"


def _why_kept(error: duckdb.Error) -> str:
    """Say why a file that cannot be opened is not replaced, and what to do."""
    if is_locked(error):
        return f"cannot be replaced while a program writes to it; close that program, or {_ELSEWHERE}."
    return f"is no file of Rashomon ({first_line(error)}) and is left alone; {_ELSEWHERE}."


def _tables(connection: duckdb.DuckDBPyConnection) -> set[str]:
    rows = connection.execute(
        """
        select table_name from duckdb_tables() where database_name = 'baseline'
        union all
        select view_name from duckdb_views() where database_name = 'baseline'
        """
    ).fetchall()
    return {name for (name,) in rows}


def carry_over_history(connection: duckdb.DuckDBPyConnection) -> None:
    """Fill the baseline_ tables from the attached baseline, with those columns that an older file has."""
    present = _tables(connection)
    for table, published in CARRIED_OVER.items():
        if published in present:
            had = {row[0] for row in connection.execute(f"describe baseline.{published}").fetchall()}
            wanted = [row[0] for row in connection.execute(f"describe {table}").fetchall()]
            columns = [column for column in wanted if column in had]
            columns += [f"{COMPUTED[column]} as {column}" for column in wanted if column in COMPUTED]
            rows = f"baseline.{published} {OF_PROSE.get(published, '')}"
            connection.execute(f"insert into {table} by name select {', '.join(columns)} from {rows}")


def take_over_claims(connection: duckdb.DuckDBPyConnection, document_ids: Sequence[str]) -> None:
    """Add the extracted claims of the named documents, as the baseline has them, to raw_claim."""
    connection.execute(
        """
        insert into raw_claim by name
        select
            claim_id, document_id, source, claimant, claimant_affiliation, kind, quote, char_start, char_end, measure,
            counted, actor, predicate, place, as_of, as_of_basis, reported_at, value, low, high, hedge, unit, trend,
            relative_to::varchar as relative_to, restates, polarity, extractor, confidence, denies, replaces,
            said_through::varchar as said_through,
            'taken over' as file, row_number() over () as row_number, true as is_extracted, true as is_readable
        from baseline.analysed_claim
        where is_extracted and document_id in (select unnest(?::varchar[]))
        """,
        [list(document_ids)],
    )


def lost_from_baseline(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Count the documents and claims of the attached baseline that the new file no longer holds."""
    return {
        thing: connection.execute(
            f"select count(*) from baseline.{thing} as former anti join {thing} using ({thing}_id)"
        ).fetchall()[0][0]
        for thing in ("document", "claim")
    }


def known_extractions(target: Path, extractor: str) -> dict[str, str]:
    """List the documents whose claims the next build at target can take over, each with a fingerprint.

    The fingerprint is the SHA-256, in hex, of source, title, published_at, language and text, joined by the character
    31, absent ones empty: what extraction reads. Empty where target is no file of ours, or was built by another
    extractor. Documents of which a rule set an extracted claim aside are left out, so that it is met again.
    """
    with duckdb.connect() as connection:
        try:
            if not attach_baseline(connection, target):
                return {}
            return dict(connection.execute(KNOWN_DOCUMENTS, [extractor]).fetchall())
        except (BuildError, duckdb.Error):
            return {}


KNOWN_DOCUMENTS = """
    select
        document_id,
        sha256(
            concat_ws(
                chr(31), source, coalesce(title, ''), coalesce(published_at, ''), coalesce(language, ''), text
            )
        )
    from baseline.document
    where
        exists (from baseline.build where is_current and extractor = ?)
        and exists (from duckdb_tables() where database_name = 'baseline' and table_name = 'analysed_claim')
        and document_id not in (
            select json_extract_string(raw, '$.document_id') as document_id
            from baseline.rejected_claim
            where json_valid(raw) and json_extract_string(raw, '$.document_id') is not null
        )
    """
