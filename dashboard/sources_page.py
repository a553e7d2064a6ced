"""The pages of the sources: how each tends to lie against the others, whose words it carries, and what it said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlencode

from analytics.list_views import SOURCES
from analytics.reading import Snapshot
from api.list_arguments import LONGEST_TEXT
from api.payloads import list_payload, row_by_id
from dashboard.charts import coverage, voices_by_source
from dashboard.charts.catalogue import read_coverage, read_house_effects, read_source_measures, read_voices_by_source
from dashboard.charts.coverage import describe_coverage, told_by_one
from dashboard.charts.house_effects import (
    FEWEST_QUESTIONS,
    describe_house_effects,
    effect_words,
    shown_effect_words,
)
from dashboard.charts.voices_by_source import MOST_SOURCES, describe_voices_by_source, heard_most
from dashboard.findings_page import listed_findings
from dashboard.paging import list_arguments, page_links
from dashboard.queries import query

Row = Mapping[str, Any]

SOURCES_A_PAGE = "50"
FINDINGS_OF_A_SOURCE = 20
DOCUMENTS_OF_A_SOURCE = "30"
SPEAKERS_NAMED, SPEAKERS_OF_A_SOURCE = 12, 3
VOICES_OF_A_SOURCE, SILENCES_OF_A_SOURCE = 20, 8


def address_of_source(source: str) -> str:
    """Give the address of a source's page."""
    return f"/sources/{quote(source, safe='')}"


def sources_page(snapshot: Snapshot, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the page of all sources shows."""
    effects = read_house_effects(snapshot)
    carried, covered = read_voices_by_source(snapshot), read_coverage(snapshot)
    payload = list_payload(
        snapshot, "sources", {"sort": "-claim_count", "limit": SOURCES_A_PAGE, **list_arguments(asked)}
    )
    return {
        "effects": effects,
        "some_speak": bool(carried),
        "some_lean": any(row["is_distinct"] for row in effects),
        "effect_of": {row["source"]: effect_words(row) for row in effects},
        "effects_title": effects_title(effects),
        "effects_text": describe_house_effects(effects),
        "effect_words": shown_effect_words(effects),
        "fewest": FEWEST_QUESTIONS,
        "source_count": snapshot.rows("select count(*) as n from source")[0]["n"],
        "drawn": MOST_SOURCES,
        "abreast": {"voices": voices_by_source.ABREAST, "coverage": coverage.ABREAST},
        "coverage": covered,
        "coverage_title": told_by_one(covered),
        "coverage_text": describe_coverage(covered),
        "heat_title": heard_most(carried),
        "heat_text": describe_voices_by_source(carried),
        "speakers": speakers(snapshot, carried),
        "sources": payload["data"],
        "asked": asked,
        "links": page_links("/sources", asked, payload["next"]),
    }


def speakers(snapshot: Snapshot, carried: Sequence[Row]) -> Sequence[Row]:
    """Read who speaks for each state or body of the heat map that has several voices, once a build."""
    bodies = sorted({str(row["who"]) for row in carried})
    asked = {"bodies": bodies, "most": SPEAKERS_NAMED}
    return snapshot.cached("speakers", lambda: snapshot.rows(query("speakers"), asked))


def effects_title(effects: Sequence[Row]) -> str:
    """Say as a heading who carries clearly lower and clearly higher figures, and on how many questions."""
    leaning = sorted((row for row in effects if row["is_distinct"]), key=lambda row: float(row["deviation"]))
    if not leaning:
        return "No source leans clearly one way"
    lowest, highest = leaning[0], leaning[-1]
    if lowest["deviation"] < 0 < highest["deviation"]:
        return f"{_basis(lowest)}, carries the lowest figures; {_basis(highest)}, the highest"
    one, way = (lowest, "lower") if lowest["deviation"] < 0 else (highest, "higher")
    return f"{_basis(one)}, carries clearly {way} figures than the others"


def _basis(row: Row) -> str:
    return f"{row['source']}, on {row['question_count']} questions"


def source_page(snapshot: Snapshot, source: str, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the page of one source shows; raises UnknownRowError."""
    row = row_by_id(snapshot, SOURCES, source)
    findings = snapshot.rows(query("source_findings"), {"source": source, "most": FINDINGS_OF_A_SOURCE})
    documents, following = _documents_of(snapshot, source, asked)
    by_measure = read_source_measures(snapshot, source)
    effects = {effect["source"]: effect for effect in read_house_effects(snapshot)}
    return {
        "source": row,
        "by_measure": by_measure,
        "measures_text": describe_house_effects(by_measure),
        "measures_query": urlencode({"source": source}),
        "effect_words": shown_effect_words(by_measure),
        "voices": snapshot.rows(
            query("source_voices"), {"source": source, "most": VOICES_OF_A_SOURCE, "named": SPEAKERS_OF_A_SOURCE}
        ),
        "coverage": snapshot.rows(query("source_spoken"), {"source": source})[0],
        "silence": snapshot.rows(query("source_silence"), {"source": source, "most": SILENCES_OF_A_SOURCE}),
        "effect": effect_words(effects[source]) if source in effects else None,
        "effect_basis": effects[source]["question_count"] if source in effects else 0,
        "findings": listed_findings(snapshot, findings),
        "documents": documents,
        "asked": asked,
        "links": page_links(address_of_source(source), asked, following, "#articles-title"),
    }


def _documents_of(snapshot: Snapshot, source: str, asked: Mapping[str, str]) -> tuple[Sequence[Row], str | None]:
    """Read a page of a source's articles, the latest first, and what leads to the next page.

    A name too long for the API's filters is none that a publisher bears: of such a one the first page is all.
    """
    if len(source) > LONGEST_TEXT:
        return snapshot.rows(query("source_documents"), {"source": source, "most": int(DOCUMENTS_OF_A_SOURCE)}), None
    listed = {"sort": "-published_at", "limit": DOCUMENTS_OF_A_SOURCE, **list_arguments(asked), "source": source}
    payload = list_payload(snapshot, "documents", listed)
    return payload["data"], payload["next"]
