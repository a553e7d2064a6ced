"""The API's answers as plain dictionaries: what the routes send is what the pages show."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any, cast
from urllib.parse import quote, urlencode

import orjson

from analytics.filters import identifier, with_literals
from analytics.kept_rows import list_rendered, rendered_row
from analytics.list_views import (
    BUILDS,
    CLAIMS,
    DOCUMENTS,
    FINDINGS,
    LIST_VIEWS,
    MEASURES,
    PAIRS,
    QUESTIONS,
    SOURCES,
    VOICES,
    ListView,
)
from analytics.listing import (
    ListRequest,
    Page,
    count_options,
    count_values,
    is_wordless,
    list_rows,
    places_of,
    sentence_of,
)
from analytics.near_names import UnknownName, hint_of, measures_called, nearest_name, unknown_names
from analytics.pair_windows import last_claim_needed
from analytics.reading import Row, SlowQueryError, Snapshot, UnknownRowError
from analytics.rows_as_text import json_bytes
from api.list_arguments import DEFAULT_LIMIT, list_arguments, list_request
from api.problems import PREFIX, as_reference

Payload = dict[str, Any]

# Builds are named by digits of 16, so that these words are none's name.
_CURRENT = frozenset({"current", "latest"})
# What may be the rank of a finding, where an id stands.
_RANK = re.compile("[1-9][0-9]{0,8}")

# Whose ids people make up.
_NAMED_BY_PEOPLE = (SOURCES, MEASURES, DOCUMENTS)
# What looking for the id that was meant may take, on top of finding that none is this one.
SECONDS_FOR_ADVICE = 0.25

# A question's answer holds its first 1,000 claims and, on request, pairs; its sub-lists page through all of them.
_MOST_CLAIMS = 1000
_QUESTION_CLAIMS = "select * from claim where question_id = ?"
_FIRST_CLAIMS = f"{_QUESTION_CLAIMS} order by reported_at nulls last, claim_id limit {_MOST_CLAIMS}"
_QUESTION_PAIRS = """
    select * from pair where question_id = $question_id and ($last is null or a_claim_id <= $last)
    order by a_claim_id, b_claim_id limit $most
"""
_MOST_PAIRS = 1000
WORDLESS = "No word of `q` is left to look for: signs, and words that stand everywhere, are passed over."
# Verdicts of questions that have a finding.
CONFLICTS = ("contradicts", "differs")
_VOICE = "select * from voice where voice_id = ? order by spelling"
_PAIR = "select * from pair where question_id = ? and a_claim_id = ? and b_claim_id = ?"
# Some questions share a number; to compare the texts of thousands with the id as well would take a third of the time.
_QUESTION_PAGE = "select * from question_page where id_hash = id_hash($id)"
_DOCUMENT_CLAIMS = "select * from claim where document_id = ? order by char_start nulls last, claim_id"


def list_payload(snapshot: Snapshot, list_name: str, arguments: Mapping[str, str]) -> Payload:
    """Return one page of a list for the arguments of a query string.

    Raises marshmallow's ValidationError for arguments that the list does not take, StaleTokenError or BadTokenError
    for a `next` that does not belong to it.
    """
    listed, request = _asked(snapshot, list_name, arguments)
    page = list_rows(snapshot, listed, request)
    return page_payload(snapshot, listed, page, request, dict(arguments), f"{PREFIX}/{listed.name}")


def list_sentence(snapshot: Snapshot, list_name: str, arguments: Mapping[str, str]) -> str:
    """Return what a list holds for these arguments, in words; raises ValidationError as `list_payload` does."""
    listed, request = _asked(snapshot, list_name, arguments)
    return sentence_of(snapshot, listed, request)


def names_unknown(snapshot: Snapshot, list_name: str, arguments: Mapping[str, str]) -> list[UnknownName]:
    """Return which names the arguments of an empty list ask for that no row of it has, with those that are near.

    Words that are searched may be another name of a measure.
    """
    listed, request = _asked(snapshot, list_name, arguments)
    called = measures_called(snapshot, listed, request.text) if request.text else []
    words = [UnknownName("measure", "measure", request.text, tuple(called))] if called else []
    return [*unknown_names(snapshot, listed, request.chosen), *words]


def option_counts(
    snapshot: Snapshot,
    list_name: str,
    arguments: Mapping[str, str],
    options: Sequence[tuple[str, Mapping[str, str]]],
) -> list[int]:
    """Return how many rows each option would leave: a column, and the arguments that take the place of its filters.

    Raises ValidationError as `list_payload` does.
    """
    listed, request = _asked(snapshot, list_name, arguments)
    asked = [(column, _asked(snapshot, list_name, given)[1].chosen) for column, given in options]
    return count_options(snapshot, listed, request, asked)


def value_counts(
    snapshot: Snapshot, list_name: str, arguments: Mapping[str, str], columns: Sequence[str]
) -> dict[str, list[Row]]:
    """Return the most frequent values of each column with their `count`, all filters of other columns kept."""
    listed, request = _asked(snapshot, list_name, arguments)
    return count_values(snapshot, listed, request, columns)


def _asked(snapshot: Snapshot, list_name: str, arguments: Mapping[str, str]) -> tuple[ListView, ListRequest]:
    listed = LIST_VIEWS[list_name]
    columns = snapshot.columns(listed.view)
    schema = snapshot.cached(("arguments", list_name), list_arguments(listed, columns))
    return listed, list_request(columns, schema.load(dict(arguments)), DEFAULT_LIMIT)


def rendered_page(snapshot: Snapshot, listed: ListView, request: ListRequest) -> Page[orjson.Fragment]:
    """Return one page whose rows are JSON already, those of findings and questions as they were rendered before."""
    page = list_rendered(snapshot, listed, request, json_bytes)
    return page.with_rows([orjson.Fragment(row) for row in page.rows])


def page_payload(
    snapshot: Snapshot,
    listed: ListView,
    page: Page[Any],
    request: ListRequest,
    arguments: Mapping[str, str],
    path: str,
) -> Payload:
    """Return a page of a list as it is sent; `arguments` and `path` are what the next page's address repeats."""
    return {
        "data": page.rows,
        "next": page.after or None,
        "next_url": next_address(path, arguments, page.after),
        "meta": _meta(snapshot, listed, page, request),
    }


def next_address(path: str, arguments: Mapping[str, str], after: str) -> str | None:
    """Return the address of the page after a token; None where none follows."""
    return f"{as_reference(path)}?{urlencode({**arguments, 'next': after})}" if after else None


def item_payload(snapshot: Snapshot, listed: ListView, row_id: str) -> Payload:
    """Return one row of a view under the view's name, as JSON already; raises UnknownRowError."""
    rendered = orjson.Fragment(_rendered_row(snapshot, listed, row_id))
    return {listed.view: rendered, "meta": {"build_id": snapshot.build_id}}


def question_payload(snapshot: Snapshot, question_id: str, pairs: bool = False) -> Payload:
    """Return a question with its finding (null where its sources do not part), consensus and claims.

    Its pairs come on request: to judge them takes longer than all the rest. Raises UnknownRowError.
    """
    page = _question_page(snapshot, question_id)
    payload = {
        "question": {column.name: page[column.name] for column in snapshot.columns(QUESTIONS.view)},
        "finding": _finding_on(snapshot, page) if page["finding_id"] else None,
        "consensus": [page["consensus"]] if page["consensus"] else [],
        "claims": _first_claims(snapshot, question_id, cast("int | None", page["claim_count"])),
        "pairs_url": f"{PREFIX}/{QUESTIONS.name}/{quote(question_id)}/{PAIRS.name}",
        "meta": {"build_id": snapshot.build_id, "sql": with_literals(_FIRST_CLAIMS, [question_id])},
    }
    return {**payload, "pairs": _first_pairs(snapshot, question_id)} if pairs else payload


def _first_claims(snapshot: Snapshot, question_id: str, count: int | None) -> list[Row]:
    """Return the first claims of a question that has so many; few are put in order here, which spares a plan for it."""
    if count is None or count > _MOST_CLAIMS:
        return snapshot.rows(_FIRST_CLAIMS, [question_id])
    return sorted(
        snapshot.rows(_QUESTION_CLAIMS, [question_id]),
        key=lambda row: (row["reported_at"] is None, row["reported_at"], row["claim_id"]),
    )


def _rendered_row(snapshot: Snapshot, listed: ListView, row_id: str) -> bytes:
    return rendered_row(snapshot, listed, row_id, lambda: row_by_id(snapshot, listed, row_id), json_bytes)


def _question_page(snapshot: Snapshot, question_id: str) -> Row:
    """Return a question's row with its consensus and where its finding lies; raises UnknownRowError."""
    pages = [page for page in snapshot.rows(_QUESTION_PAGE, {"id": question_id}) if page["question_id"] == question_id]
    if not pages:
        raise UnknownRowError(QUESTIONS.view, question_id, _advice(snapshot, QUESTIONS, question_id))
    return pages[0]


def _finding_on(snapshot: Snapshot, page: Row) -> orjson.Fragment:
    """Return the finding of a question's page; what it repeats of its question is not read again.

    That the two are the same is a check of the build. The confidence and the unit are its own, those of its two ends: a
    question's confidence is that of its surest claim, and its unit that of most.
    """
    names = [column.name for column in snapshot.columns(FINDINGS.view)]
    further = [identifier(name) for name in names if name not in page or name in ("confidence", "unit")]

    def read() -> Row:
        sql = ["select", ", ".join(further), "from", FINDINGS.view, "where rank = ?"]
        whole = page | snapshot.rows(" ".join(sql), [page["finding_rank"]])[0]
        return {name: whole[name] for name in names}

    return orjson.Fragment(rendered_row(snapshot, FINDINGS, str(page["finding_id"]), read, json_bytes))


def _first_pairs(snapshot: Snapshot, question_id: str) -> list[Row]:
    last = last_claim_needed(snapshot, question_id, "", _MOST_PAIRS)
    return snapshot.rows(_QUESTION_PAIRS, {"question_id": question_id, "last": last, "most": _MOST_PAIRS})


def pair_payload(snapshot: Snapshot, one_claim_id: str, other_claim_id: str) -> Payload:
    """Return what two claims are to each other, with the two; raises UnknownRowError where nothing is said of them."""
    a_claim_id, b_claim_id = sorted((one_claim_id, other_claim_id))
    claims = [row_by_id(snapshot, CLAIMS, each) for each in (a_claim_id, b_claim_id)]
    pairs = snapshot.rows(_PAIR, [claims[0]["question_id"], a_claim_id, b_claim_id])
    if not pairs:
        raise UnknownRowError(PAIRS.view, f"{one_claim_id}/{other_claim_id}")
    return {PAIRS.view: pairs[0], CLAIMS.name: claims, "meta": {"build_id": snapshot.build_id}}


def voice_payload(snapshot: Snapshot, voice_id: str) -> Payload:
    """Return a voice with every spelling of its name; raises UnknownRowError."""
    spelled = snapshot.rows(_VOICE, [voice_id])
    if not spelled:
        raise UnknownRowError(VOICES.view, voice_id)
    return {
        VOICES.view: {name: spelled[0][name] for name in ("voice_id", "name")},
        "spellings": [row["spelling"] for row in spelled],
        "meta": {"build_id": snapshot.build_id},
    }


def document_payload(snapshot: Snapshot, document_id: str) -> Payload:
    """Return a document with its text and the claims in it, in the order of the text; raises UnknownRowError."""
    document = row_by_id(snapshot, DOCUMENTS, document_id)
    return {
        "document": document,
        "claims": snapshot.rows(_DOCUMENT_CLAIMS, [document_id]),
        "meta": {"build_id": snapshot.build_id},
    }


def id_meant(snapshot: Snapshot, listed: ListView, row_id: str) -> str:
    """Return the id that an address names: `current` is that of the build that is served."""
    return snapshot.build_id if listed is BUILDS and row_id in _CURRENT else row_id


def row_by_id(snapshot: Snapshot, listed: ListView, row_id: str) -> Row:
    """Return the row of a view with this id; raises UnknownRowError."""
    row = _first_row(snapshot, listed, listed.id_column, row_id)
    if row is None:
        raise UnknownRowError(listed.view, row_id, _advice(snapshot, listed, row_id))
    return row


def _advice(snapshot: Snapshot, listed: ListView, row_id: str) -> str:
    """Say what may have been meant by an id that no row has; empty where nothing is likely.

    The command line takes a finding's rank for its question, the API does not: ranks change with every build.
    """
    if listed in (FINDINGS, QUESTIONS) and _RANK.fullmatch(row_id):
        return f"The finding at rank {row_id} of this build is in {PREFIX}/{FINDINGS.name}?rank={row_id}."
    near = _near_id(snapshot, listed, row_id)
    return f"Did you mean {near!r}?" if near else ""


def _near_id(snapshot: Snapshot, listed: ListView, row_id: str) -> str:
    """Return the id that is written much like one that no row has; empty where there is none.

    Ids that people make up are compared by their letters; of those that are digests only capitals can be meant.
    """
    if listed in _NAMED_BY_PEOPLE:
        with suppress(SlowQueryError):
            return nearest_name(snapshot, listed.view, listed.id_column, row_id, SECONDS_FOR_ADVICE)
        return ""
    small = row_id.strip().lower()
    return small if small != row_id and _first_row(snapshot, listed, listed.id_column, small) else ""


def _first_row(snapshot: Snapshot, listed: ListView, column: str, row_id: str) -> Row | None:
    """Return the first row whose column, an id that the view's lookup has, is this one; None where there is none."""
    places = places_of(snapshot, listed, [row_id])
    if places == []:
        return None
    sql = ["select * from", listed.view, "where", column, "= ?"]
    if places is not None:
        sql += ["and", listed.key[0], "in (", ", ".join("?" * len(places)), ")"]
    rows = snapshot.rows(" ".join(sql), [row_id, *(places or [])])
    return rows[0] if rows else None


def first_id(snapshot: Snapshot, listed: ListView) -> str:
    """Return the id of the first row of a view; raises UnknownRowError where it has none."""
    rows = list_rows(snapshot, listed, ListRequest(limit=1)).rows
    if not rows:
        raise UnknownRowError(listed.view, "")
    return str(rows[0][listed.id_column])


def _meta(snapshot: Snapshot, listed: ListView, page: Page[Any], request: ListRequest) -> Payload:
    meta: Payload = {"build_id": snapshot.build_id, "sql": page.sql, "sentence": page.sentence, "limit": request.limit}
    if page.total is not None:
        meta["total"] = page.total
    if page.facets:
        meta["facets"] = page.facets
        meta["facets_left_off"] = page.left_off
    hints = [
        WORDLESS if is_wordless(snapshot, listed, request) else "",
        "" if page.rows else hint_of(snapshot, listed, request.chosen),
    ]
    if any(hints):
        meta["hint"] = " ".join(filter(None, hints))
    return meta
