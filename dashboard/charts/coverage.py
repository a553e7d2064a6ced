"""Coverage and silence: which sources speak on the most severe findings, and which say nothing."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.charts.frame import PHONE_WIDTH, Row, Spec
from dashboard.charts.heat_grid import HeatGrid, draw_heat_grid
from dashboard.charts.palette import Theme
from dashboard.charts.shapes import shortened
from dashboard.numerals import count_text

MOST_FINDINGS, MOST_SOURCES = 15, 14
ABREAST = 10
"""Sources that have room across, so that their names stand level; on a phone they stand upright, and more fit."""
GUTTER = 330


def draw_coverage(rows: Sequence[Row], theme: Theme, width: int) -> Spec:
    """Draw a field for each finding (down, most severe first) and source (across): claims, or a dash for silence.

    A finding on which none of the sources speaks is left out: an empty row would call them all silent.

    On a phone the findings stand above their fields, so that no title is cut.
    """
    is_narrow = width < PHONE_WIDTH
    sources = list(dict.fromkeys(str(row["source"]) for row in rows))[: MOST_SOURCES if is_narrow else ABREAST]
    questions = list(
        dict.fromkeys(str(row["question_id"]) for row in rows if row["claims"] and row["source"] in sources)
    )
    questions = questions[:MOST_FINDINGS]
    titles = {str(row["question_id"]): str(row["title"]) for row in rows}
    grid = HeatGrid(sources, [titles[question] for question in questions], _fields(rows, sources, questions))
    return draw_heat_grid(grid, theme, width, 0 if is_narrow else GUTTER, describe_coverage(rows))


def describe_coverage(rows: Sequence[Row]) -> str:
    """Say in words on how many of the findings each source speaks."""
    findings = len({row["question_id"] for row in rows})
    spoken: dict[str, int] = {}
    for row in rows:
        spoken[str(row["source"])] = spoken.get(str(row["source"]), 0) + bool(row["claims"])
    said = "; ".join(f"{shortened(source, 60)} speaks on {count}" for source, count in spoken.items())
    return f"Of the {findings} most severe findings, {said}." if rows else "No finding yet."


def told_by_one(rows: Sequence[Row]) -> str:
    """Say as a heading how many of the findings one source alone tells."""
    counts = {row["question_id"]: int(row["source_count"]) for row in rows}
    alone = sum(count == 1 for count in counts.values())
    if not alone:
        return "Every one of the most severe findings is told by several sources"
    told = "is told" if alone == 1 else "are told"
    return f"{alone} of the {count_text(len(counts), 'most severe finding')} {told} by one source alone"


def _fields(rows: Sequence[Row], sources: list[str], questions: list[str]) -> list[Row]:
    return [
        {
            "column": sources.index(str(row["source"])),
            "line": questions.index(str(row["question_id"])),
            "claims": int(row["claims"]),
            "voice": shortened(str(row["title"]), 120),
            "source": shortened(str(row["source"]), 80),
            "spoken": str(row["claims"]) if row["claims"] else "silent",
            "href": f"/questions/{row['question_id']}",
        }
        for row in rows
        if str(row["source"]) in sources and str(row["question_id"]) in questions
    ]
