"""The page of one article: its text as it came, with each claim marked where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from analytics.list_views import DOCUMENTS
from analytics.reading import Snapshot
from api.payloads import row_by_id
from dashboard.events_page import event_titles
from dashboard.highlights import passages
from dashboard.queries import query
from dashboard.verdict_words import VERDICTS, heaviest

Row = Mapping[str, Any]

CHARACTERS_A_PART = 100_000
CLAIMS_A_PART = 400
MOST_COMPARED = 300
"""Questions with more claims than these are not compared pair by pair for the sake of a colour."""


@dataclass(frozen=True, slots=True)
class MarginGroup:
    """What an article says on one question: the heaviest verdict on it, and its claims in the order of the text.

    What one voice says twice without a figure ("denied it") is one note; `also` has the ids of the other claims.
    """

    verdict: str
    first: Row
    claims: list[Row]


def address_of_document(document_id: str, part: int = 0) -> str:
    """Give the address of an article's page, or of one part of a very long one."""
    return f"/documents/{quote(document_id, safe='')}" + (f"?{urlencode({'part': part})}" if part else "")


def address_of_claim(claim: Row) -> str | None:
    """Give the address of a claim's place in its article; None for a figure that never was prose."""
    if claim.get("document_id") is None or claim.get("char_start") is None:
        return None
    part = int(claim["char_start"]) // CHARACTERS_A_PART
    return address_of_document(str(claim["document_id"]), part) + f"#claim-{claim['claim_id']}"


def document_page(snapshot: Snapshot, document_id: str, part: int) -> dict[str, Any]:
    """Give what an article's page shows; `part` counts from 0; raises UnknownRowError."""
    document = row_by_id(snapshot, DOCUMENTS, document_id)
    titles = event_titles(snapshot, [document])
    text = str(document["text"])
    start = part * CHARACTERS_A_PART
    end = min(len(text), start + CHARACTERS_A_PART)
    bounds = {"document_id": document_id, "first": start, "last": end, "most": CLAIMS_A_PART}
    claims = with_verdicts(snapshot, snapshot.rows(query("document_claims"), bounds))
    notes = told_once(claims)
    return {
        "document": document,
        "event_title": titles.get(str(document["event_id"]), ""),
        "claims": claims,
        "sided": by_weight(notes),
        "others": [claim for claim in notes if claim["verdict"] is None],
        "tally": verdict_tally(claims),
        "paragraphs": passages(text, claims, start, end),
        "part": part,
        "parts": -(-len(text) // CHARACTERS_A_PART) or 1,
        "characters": len(text),
        "previous_part": address_of_document(document_id, part - 1) if part else None,
        "next_part": address_of_document(document_id, part + 1) if end < len(text) else None,
        "json_address": f"/api/v1/documents/{quote(document_id, safe='')}",
    }


def verdict_tally(claims: Sequence[Row]) -> list[tuple[str | None, int]]:
    """Count claims by their heaviest verdict, in the order of the verdicts' weight, those without one last."""
    found = [claim["verdict"] for claim in claims]
    return [(verdict, found.count(verdict)) for verdict in (*VERDICTS, None) if verdict in found]


def told_once(claims: Sequence[Row]) -> list[Row]:
    """Leave out the claims of one place of the text whose notes in the margin would read word for word the same."""
    notes: dict[tuple[object, ...], Row] = {}
    for claim in claims:
        against = claim["against"] or {}
        title = claim["question_asks"] or claim["question_title"]
        told = (claim["figure"], claim["voice"], title, claim["verdict"], against.get("figure"), against.get("voice"))
        notes.setdefault((claim["char_start"], claim["char_end"], *told), claim)
    return list(notes.values())


def by_weight(notes: Sequence[Row]) -> list[MarginGroup]:
    """Gather the claims that take a side by their question, the heaviest verdict first, then as the text has them."""
    questions: dict[str, list[Row]] = {}
    for claim in notes:
        if claim["verdict"] is not None:
            questions.setdefault(str(claim["question_id"]), []).append(claim)
    groups = [
        MarginGroup(
            str(heaviest(claim["verdict"] for claim in claims)), claims[0], stances_once(_without_each_other(claims))
        )
        for claims in questions.values()
    ]
    order = list(VERDICTS)
    return sorted(groups, key=lambda group: order.index(group.verdict))


def stances_once(claims: Sequence[Row]) -> list[Row]:
    """Put claims without a figure whose notes would read the same into one, with the ids of the others as `also`."""
    notes: dict[object, dict[str, Any]] = {}
    for index, claim in enumerate(claims):
        told = (claim["figure"], claim["voice"], str(claim["against"]))
        key = told if stance_words(str(claim["figure"])) else index
        if key in notes:
            notes[key]["also"].append(claim["claim_id"])
        else:
            notes[key] = {**claim, "also": []}
    return list(notes.values())


def _without_each_other(claims: Sequence[Row]) -> list[Row]:
    """Leave out against what a claim stands where that is itself among the claims of this question."""
    beside = {(claim["figure"], claim["voice"]) for claim in claims}

    def is_told(against: Row | None) -> bool:
        return against is not None and (against["figure"], against["voice"]) in beside

    return [{**claim, "against": None} if is_told(claim["against"]) else claim for claim in claims]


def with_verdicts(snapshot: Snapshot, claims: Sequence[Row]) -> list[Row]:
    """Give each claim the heaviest verdict that it has itself, as `verdict`; that of a large question stands for all.

    `against` is the claim that it has this verdict with and lies furthest from: its figure and voice, None where no
    single one is known. A claim that takes no side against any other has None, whatever the others of its question say.
    """
    asked = {"claim_ids": [claim["claim_id"] for claim in claims], "most": MOST_COMPARED}
    own = {row["claim_id"]: row["verdicts"] for row in snapshot.rows(query("own_verdicts"), asked)}
    return [{**claim, **_own_verdict(claim, own.get(claim["claim_id"]))} for claim in claims]


def _own_verdict(claim: Row, verdicts: object) -> Row:
    if isinstance(verdicts, list):
        others = {str(other["verdict"]): other for other in verdicts}
        verdict = heaviest(others)
        against = others.get(verdict or "")
        return {"verdict": verdict, "against": against, "relation": relation(claim, against) if against else ""}
    is_compared = int(claim["question_claim_count"] or 0) <= MOST_COMPARED
    alone = is_compared or claim["polarity"] == "unconfirmed"
    return {"verdict": None if alone else str(claim["question_verdict"]), "against": None, "relation": ""}


STANCES = {
    "asserted": "said so",
    "expected": "expected it",
    "denied": "denied it",
    "neither confirmed nor denied": "neither confirmed nor denied it",
}


def stance_words(figure: str) -> str:
    """Say what a voice without a figure did: `denied it`; an empty string where it gives one.

    In the past, where one verb does for one voice and for many.
    """
    return STANCES.get(figure, "")


RELATIONS = {
    "contradicts": "against",
    "differs": "against",
    "scope": "beside",
    "compatible": "leaves room for",
    "agrees": "with",
    "echo": "as",
}


def relation(claim: Row, against: Row) -> str:
    """Say in a word or two how a claim stands to the one that it is told with: `against`, `up to date after`."""
    if against["verdict"] != "update":
        return RELATIONS[str(against["verdict"])]
    own, other = (str(row["as_of"] or row["reported_at"] or "") for row in (claim, against))
    if own == other:
        own, other = (str(row["reported_at"] or "") for row in (claim, against))
    return "later became" if own < other else "moved from"
