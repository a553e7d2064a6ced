"""The first page: findings, most severe first, with filters that are the API's own parameters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from analytics.reading import Snapshot
from api.payloads import list_payload
from dashboard.charts.catalogue import read_deviations
from dashboard.charts.overview import Deviations, describe_overview, figures_a_dot
from dashboard.highlights import Piece, marked_sentence
from dashboard.queries import query
from dashboard.strips import Strip, strip
from dashboard.verdict_words import VERDICTS

Row = Mapping[str, Any]

ROWS_A_PAGE = "25"
STRIP_CLAIMS = 40
FEWEST_DRAWN = 12
"""Fewer figures than these have no shape to look at."""
CHOICES = {"measure": "Measure", "actor": "Whose", "place": "Place"}
RATIOS = {"1.5": "1.5× or more", "2": "2× or more", "3": "3× or more", "10": "10× or more"}
FIRMNESS = {"holds without any one source": "holds without any one source"}
VOICES = {"3": "3 or more", "5": "5 or more", "10": "10 or more"}
SORTS = {
    "": "Severity",
    "-ratio": "Spread, widest first",
    "-independent_voices": "Voices, most first",
    "-claim_count": "Claims, most first",
    "-moved_at": "Last moved",
}


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """One row of the list: the finding as the API gives it, its sentence in pieces, and its strip."""

    row: Row
    sentence: list[Piece]
    strip: Strip


def findings_page(snapshot: Snapshot, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the findings page shows for its address's parameters; errors are those of the API's list.

    The page as it opens, without any choice, is made once a build.
    """
    if asked:
        return _made(snapshot, asked)
    return snapshot.cached("findings page", lambda: _made(snapshot, asked))


def _made(snapshot: Snapshot, asked: Mapping[str, str]) -> dict[str, Any]:
    payload = list_payload(snapshot, "findings", {"limit": ROWS_A_PAGE, **asked, "total": "true"})
    deviations = read_deviations(snapshot)
    return {
        "counts": snapshot.cached("overview", lambda: snapshot.rows("select * from overview")[0]),
        "findings": listed_findings(snapshot, payload["data"]),
        "total": payload["meta"]["total"],
        "next_page": _next_page(asked, payload["next"]),
        "is_filtered": bool(_filters(asked)),
        "sentence": payload["meta"]["sentence"],
        "sql": payload["meta"]["sql"],
        "asked": asked,
        "choices": _choices(snapshot, asked),
        "downloads": urlencode(_filters(asked)),
        "deviations": deviations,
        "overview_title": overview_title(deviations),
        "overview_text": describe_overview(deviations),
        "figures_a_dot": figures_a_dot(deviations),
        "fewest_drawn": FEWEST_DRAWN,
    }


def listed_findings(snapshot: Snapshot, rows: Sequence[Row]) -> list[ListedFinding]:
    """Make findings ready for the list: both sides marked in the sentence, the figures on a strip."""
    question_ids = [row["question_id"] for row in rows]
    claims = snapshot.rows(query("strip_claims"), {"question_ids": question_ids, "most": STRIP_CLAIMS})
    middles = {row["question_id"]: row for row in snapshot.rows(query("middles"), {"question_ids": question_ids})}
    by_question: dict[str, list[Row]] = {}
    for claim in claims:
        by_question.setdefault(str(claim["question_id"]), []).append(claim)
    return [
        ListedFinding(
            row,
            finding_sentence(row),
            strip(row, by_question.get(str(row["question_id"]), []), middles.get(row["question_id"], {}).get("value")),
        )
        for row in rows
    ]


def finding_sentence(row: Row) -> list[Piece]:
    """Cut a finding's sentence into pieces, with each side's figure and a denial marked."""
    denial = str(row["sentence"]).rpartition("Denied by ")
    marks = [(str(row["low_figure"] or ""), "low"), (str(row["high_figure"] or ""), "high")]
    return marked_sentence(str(row["sentence"]), [*marks, ("".join(denial[1:]) if denial[1] else "", "denied")])


def overview_title(deviations: Deviations) -> str:
    """Say the overview's result as its heading, by what the figures are."""
    if not deviations.total:
        return "No figure has another voice to stand beside yet"
    near = deviations.near / deviations.total
    far = f"{_lying(deviations.far)} at half, at double or beyond"
    if near >= 0.5:  # noqa: PLR2004 - half: "most" begins here
        return f"Most figures sit close together; {far}"
    return f"{near * 100:.0f}% of the figures sit close together; {far}"


def _lying(count: int) -> str:
    return {0: "none lies", 1: "one lies"}.get(count, f"{count:,} lie")


def _choices(snapshot: Snapshot, asked: Mapping[str, str]) -> dict[str, Any]:
    """Count the findings behind each choice of a filter, all other filters kept."""
    verdicts = {str(row["value"]): int(row["count"]) for row in _facet(snapshot, asked, "verdict")}
    return {
        "verdicts": [(name, verdicts.get(name, 0)) for name in VERDICTS if verdicts.get(name)],
        "chosen_verdicts": asked.get("verdict__in", "").split(","),
        "lists": [(name, title, _facet(snapshot, asked, name)) for name, title in CHOICES.items()],
        "ratios": RATIOS,
        "voices": VOICES,
        "firmness": FIRMNESS,
        "sorts": SORTS,
    }


def _facet(snapshot: Snapshot, asked: Mapping[str, str], column: str) -> list[Row]:
    """Count the values of one column under all other filters."""
    others = {name: value for name, value in _filters(asked).items() if name.split("__")[0] != column}
    payload = list_payload(snapshot, "findings", {**others, "limit": "1", "facets": column})
    rows: list[Row] = payload["meta"]["facets"][column]
    return [row for row in rows if row["value"] is not None]


def _filters(asked: Mapping[str, str]) -> dict[str, str]:
    """Keep what chooses rows, without paging and order."""
    return {name: value for name, value in asked.items() if name not in ("next", "sort", "limit")}


def _next_page(asked: Mapping[str, str], token: str | None) -> str | None:
    return "/?" + urlencode({**asked, "next": token}) if token else None
