"""The page that checks a draft: each figure of a text beside what the corpus says on the same question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from analytics.reading import Row, Snapshot
from api.check_routes import LONGEST_DRAFT, DraftChecks
from api.draft_check import date_complaint
from api.draft_voices import bare_denials, one_a_voice, standing, told_apart, told_figure, undenied
from dashboard.highlights import Passage, passages
from dashboard.numerals import count_text, date_text
from dashboard.queries import query
from dashboard.verdict_words import VERDICTS, heaviest

MOST_TOLD = 5
"""Voices of one verdict that the margin names."""
MOST_DENIALS = 3


def draft_page(
    snapshot: Snapshot, checks: DraftChecks, text: str = "", published_at: str | None = None
) -> dict[str, Any]:
    """Give what the page shows for a draft; nothing of it is stored.

    An empty text shows the empty form; a date that is none shows what is amiss with it, and nothing is checked.
    """
    draft = text.replace("\r\n", "\n").replace("\0", "")[:LONGEST_DRAFT]
    date_fault = date_complaint(published_at)
    is_checked = bool(draft.strip()) and not date_fault
    entries = checks.payload(snapshot, draft, published_at)["data"] if is_checked else []
    beyond = _beyond_comparison(snapshot, entries)
    figures = [_numbered(entry, number, beyond) for number, entry in enumerate(entries, 1)]
    return {
        "most_told": MOST_TOLD,
        "most_denials": MOST_DENIALS,
        "draft": draft,
        "published_at": published_at or "",
        "date_fault": date_fault,
        "is_checked": is_checked,
        "checked": by_paragraph(passages(draft, figures)),
        "figures": figures,
        "found": found_told(figures),
        "unanswered": [figure for figure in figures if not figure["is_answered"]],
        "most": LONGEST_DRAFT,
        "is_cut": len(text) > LONGEST_DRAFT,
    }


def by_paragraph(paragraphs: Sequence[list[Passage]]) -> list[tuple[list[Passage], list[Row]]]:
    """Give each paragraph the figures in it that something is told of, in the order of the text."""
    return [
        (paragraph, [dict(figure) for passage in paragraph for figure in passage.claims if figure["is_answered"]])
        for paragraph in paragraphs
    ]


def found_told(figures: Sequence[Row]) -> str:
    """Say how many claims a draft makes, and how many of its other sentences are denied."""
    count = sum(1 for figure in figures if figure["figure"])
    denied = len(figures) - count
    more = count_text(denied, "other sentence" if count else "sentence")
    return f"{count_text(count, 'claim')} found{f', and {more} that somebody denies' if denied else ''}"


def _numbered(entry: dict[str, Any], number: int, beyond: Mapping[str, Row]) -> dict[str, Any]:
    """Give a figure its number, the verdict that a reader of the draft must know first, and what the voices say."""
    against, question = entry["against"], entry["question"]
    denials = told_apart(entry["denials"], against)
    said = standing(undenied(against, denials))
    compared = compared_told(len(against), question, beyond.get(question["question_id"], {})) if question else ""
    verdict = heaviest(str(row["verdict"]) for row in said)
    bare = bare_denials(said)
    bare_ids = {row["claim_id"] for row in bare}
    answers = answers_by_verdict([row for row in said if row["claim_id"] not in bare_ids])
    denied = [*denials, *({**row, "question_id": question["question_id"]} for row in bare)]
    reading = read_as(entry["measure"], entry["reading"]) + taken_by(entry)
    return {
        **entry,
        "verdict": "denied" if denials and verdict != "contradicts" else verdict,
        "number": number,
        "answers": answers,
        "compared": compared,
        "read_as": reading,
        "denials": [{**row, "name": _name(row)} for row in one_a_voice(denied)],
        "is_answered": bool(question or denials or entry["perhaps"]),
    }


def read_as(measure: str | None, reading: Mapping[str, Any]) -> list[tuple[str, str]]:
    """List what a figure was taken for, which decides with what it is compared: (heading, words), known parts only."""
    parts = {
        "What": str(measure or "").replace("_", " "),
        "Whose": reading["actor"],
        "Where": str(reading["place"] or "").replace(" < ", ", "),
        "When": date_text(reading["as_of"]) if reading["as_of"] else "",
        "Who says it": reading["claimant"],
    }
    return [(heading, str(words)) for heading, words in parts.items() if words]


def taken_by(entry: Mapping[str, Any]) -> list[tuple[str, str]]:
    """List what speaks for the question that a figure was taken to answer and against it, and how sure that is."""
    if entry["surety"] is None:
        return []
    parts = {"For its question": entry["shared"], "Against it": entry["parting"]}
    told = [(heading, ", ".join(words)) for heading, words in parts.items() if words]
    return [*told, ("Surety", f"{entry['surety']:.0%}")]


def _beyond_comparison(snapshot: Snapshot, entries: Sequence[Row]) -> dict[str, Row]:
    """Read for each question that the draft meets how many of its claims nothing is held against, by why."""
    ids = {entry["question"]["question_id"] for entry in entries if isinstance(entry["question"], dict)}
    if not ids:
        return {}
    rows = snapshot.rows(query("beyond_comparison"), {"question_ids": sorted(ids)})
    return {str(row["question_id"]): row for row in rows}


def compared_told(compared: int, question: Row, beyond: Row) -> str:
    """Say with how many of a question's claims a figure was compared, and why not with the others."""
    total = int(str(question["claim_count"]))
    if compared >= total:
        return f"Compared with {'its one claim' if total == 1 else f'all {total:,} claims'}."
    repeated, unanswered = int(str(beyond.get("repeated", 0))), int(str(beyond.get("unanswered", 0)))
    others = max(0, total - compared - repeated - unanswered)
    reasons = [
        (unanswered, "neither confirms nor denies", "neither confirm nor deny"),
        (repeated, "repeats what its article said before", "repeat what their article said before"),
        (others, "cannot be held against it", "cannot be held against it"),
    ]
    told = [f"{count:,} {one if count == 1 else several}" for count, one, several in reasons if count]
    return f"Compared with {compared:,} of its {total:,} claims; of the others {', '.join(told)}."


def answers_by_verdict(against: Sequence[Row]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Group what the voices say by what it is to the draft's figure, heaviest first: (voice, figure).

    One row a voice is wanted; of more, the heaviest stands.
    """
    order = list(VERDICTS)
    told: dict[str, tuple[str, str]] = {}
    for row in sorted(against, key=lambda row: order.index(str(row["verdict"]))):
        told.setdefault(_name(row), (str(row["verdict"]), told_figure(row)))
    return [
        (verdict, [(name, figure) for name, (own, figure) in told.items() if own == verdict])
        for verdict in dict.fromkeys(verdict for verdict, _ in told.values())
    ]


def _name(row: Row) -> str:
    voice, affiliation = str(row["voice"] or row["source"]), row["voice_affiliation"]
    return f"{voice} ({affiliation})" if affiliation and affiliation != voice else voice
