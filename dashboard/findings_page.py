"""The first page: findings, most severe first, with filters that are the API's own parameters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from analytics.reading import Snapshot
from api.payloads import list_payload, list_sentence, value_counts
from dashboard.charts.catalogue import read_deviations
from dashboard.charts.findings_by_spread import SHOWN, describe_findings_by_spread
from dashboard.charts.overview import Deviations, describe_overview, figures_a_dot
from dashboard.claim_marks import ROUNDED_WORDS, SHAPE_WORDS, Shape
from dashboard.events_page import event_titles, naming_the_event
from dashboard.finding_voices import Stand, finding_voices
from dashboard.findings_choices import findings_choices
from dashboard.findings_filters import (
    UNSURE,
    WITH_UNSURE,
    counts_of_choices,
    leaves_unsure_out,
    list_filters,
    read_spread,
    shown_arguments,
)
from dashboard.highlights import Piece, marked_sentence
from dashboard.meant_names import meant_names
from dashboard.newer_end import is_of_a_denial, newer_ends
from dashboard.numerals import count_text, ratio_text
from dashboard.paging import list_arguments, page_links
from dashboard.queries import query
from dashboard.questions_page import NO_ANSWERS, Answers, question_answers
from dashboard.strips import Strip, StripAxis, strip, strip_axis
from dashboard.surety_words import unsure_words
from dashboard.verdict_words import verdict_counts

Row = Mapping[str, Any]

ROWS_A_PAGE = "25"
QUOTED = re.compile("“[^”]*”")
BEYOND = re.compile(r"(Higher|Lower) still: .*?, (\S[^;]*?)\.(?= Lower still: | Expected: | Denied by |$)")
"""What another voice puts beyond an end, at the end of a sentence: the side and the figure."""
DENIAL = re.compile("Denied by .*|den(ies|y) that figure")
"""Who denies what others say, at the end of a sentence."""
BEYOND_SIDES = {"Higher": "high", "Lower": "low"}
STRIP_CLAIMS = 40
MOST_WITHIN_ARTICLES = 5
FEWEST_DRAWN = 12
"""Fewer figures than these have no shape to look at."""
STRIP_SHAPES: tuple[Shape, ...] = ("stated", "hedged", "range", "at_least", "at_most", "vague", "expected", "denied")
"""The marks of the strips, for the legend over the list."""
STRIP_WORDS = {
    **{str(name): SHAPE_WORDS[name] for name in STRIP_SHAPES},
    **ROUNDED_WORDS,
    "span": "from the low end to the high",
    "other": "small and grey: other voices",
    "beyond": "further out than the axis reaches",
}


@dataclass(frozen=True, slots=True)
class ListedFinding:
    """One row of the list: the finding as the API gives it, its sentence in pieces, its strip, where voices stand.

    `newer` says which of its ends is the newer, and is empty where nobody knows; `event` what its event is called.
    """

    row: Row
    sentence: list[Piece]
    strip: Strip
    stands: list[Stand]
    newer: str
    event: str


def findings_page(snapshot: Snapshot, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the findings page shows for its address's parameters; errors are those of the API's list.

    The page as it opens, without any choice, is made once a build.
    """
    if asked:
        return _made(snapshot, asked)
    return snapshot.cached("findings page", lambda: _made(snapshot, asked))


def _made(snapshot: Snapshot, asked: Mapping[str, str]) -> dict[str, Any]:
    shown = shown_arguments(list_arguments(asked))
    payload = list_payload(snapshot, "findings", {"limit": ROWS_A_PAGE, **shown, "total": "true"})
    filters = {name: value for name, value in list_filters(asked).items() if name not in WITH_UNSURE}
    deviations = read_deviations(snapshot)
    return {
        "counts": snapshot.cached("overview", lambda: snapshot.rows("select * from overview")[0]),
        "findings": listed_findings(snapshot, payload["data"]),
        "total": payload["meta"]["total"],
        "axis": read_strip_axis(snapshot),
        "links": page_links("/", asked, payload["next"], "#findings"),
        "is_filtered": bool(filters),
        "unsure": unsure_told(snapshot, asked),
        "spread_query": urlencode(list_filters(asked)),
        "spread_text": describe_findings_by_spread(read_spread(snapshot, asked)),
        "strip_words": STRIP_WORDS,
        "others": _other_verdicts(snapshot),
        "within_articles": [] if asked else _within_articles(snapshot),
        "meant": [] if payload["data"] else meant_names(snapshot, "findings", shown, "/"),
        "sentence": naming_the_event(snapshot, list_sentence(snapshot, "findings", filters), asked),
        "sql": payload["meta"]["sql"],
        "asked": asked,
        "choices": snapshot.cached(
            ("choices", *sorted(list_filters(asked).items())), lambda: findings_choices(snapshot, list_filters(asked))
        ),
        "downloads": urlencode(list_filters(shown)),
        "deviations": deviations,
        "overview_title": overview_title(deviations),
        "overview_text": describe_overview(deviations),
        "figures_a_dot": figures_a_dot(deviations),
        "fewest_drawn": FEWEST_DRAWN,
    }


@dataclass(frozen=True, slots=True)
class Unsure:
    """How many findings of the choice may be of two things, whether the list shows them, and the way to the other."""

    count: int
    are_shown: bool
    address: str

    @property
    def words(self) -> str:
        """What is said of those that the list shows."""
        return unsure_words(self.count)


def unsure_told(snapshot: Snapshot, asked: Mapping[str, str]) -> Unsure | None:
    """Count what waits folded below the list, or stands in it by request; None where there is nothing such."""
    are_shown = WITH_UNSURE.items() <= asked.items()
    if not are_shown and not leaves_unsure_out(asked):
        return None
    folded = {name: value for name, value in list_filters(asked).items() if name not in WITH_UNSURE}
    count = counts_of_choices(snapshot, folded, [(UNSURE, "true")])[UNSURE, "true"]
    other = folded if are_shown else {**folded, **WITH_UNSURE}
    return Unsure(count, are_shown, f"/?{urlencode(other)}#findings") if count else None


def _other_verdicts(snapshot: Snapshot) -> list[tuple[str, int]]:
    """Count the questions whose strongest verdict is none of a finding: what there is where no finding is."""
    counts = value_counts(snapshot, "questions", {}, ["verdict"])
    return [(name, count) for name, count in verdict_counts(counts["verdict"]) if name not in SHOWN]


def _within_articles(snapshot: Snapshot) -> list[tuple[Row, Answers]]:
    """Read the questions on which one voice contradicts itself in one article: each with its figures and the voice."""
    questions = snapshot.rows(query("within_articles"), {"most": MOST_WITHIN_ARTICLES})
    answers = question_answers(snapshot, questions)
    return [(row, answers.get(str(row["question_id"]), NO_ANSWERS)) for row in questions]


def listed_findings(snapshot: Snapshot, rows: Sequence[Row]) -> list[ListedFinding]:
    """Make findings ready for the list: both sides marked in the sentence, the figures on a strip."""
    question_ids = [row["question_id"] for row in rows]
    claims = snapshot.rows(query("strip_claims"), {"question_ids": question_ids, "most": STRIP_CLAIMS})
    middles = {row["question_id"]: row for row in snapshot.rows(query("middles"), {"question_ids": question_ids})}
    stands = finding_voices(snapshot, rows)
    newer = newer_ends(snapshot, rows)
    events = event_titles(snapshot, rows)
    axis = read_strip_axis(snapshot)
    by_question: dict[str, list[Row]] = {}
    for claim in claims:
        by_question.setdefault(str(claim["question_id"]), []).append(claim)
    return [
        ListedFinding(
            row,
            finding_sentence(row),
            strip(
                row,
                by_question.get(str(row["question_id"]), []),
                middles.get(row["question_id"], {}).get("value"),
                axis,
            ),
            stands.get(str(row["question_id"]), []),
            newer.get(str(row["question_id"]), ""),
            events.get(str(row["event_id"]), ""),
        )
        for row in rows
    ]


def read_strip_axis(snapshot: Snapshot) -> StripAxis:
    """Read, once a build, how far the axis of the strips must reach: one for all lists, whatever is chosen."""
    rows: Sequence[Row] = snapshot.cached("strip reach", lambda: snapshot.rows(query("strip_reach")))
    return strip_axis(rows[0]["reach"])


def finding_sentence(row: Row) -> list[Piece]:
    """Cut a finding's sentence into pieces, with each side's figure, or its words where it has none, marked."""
    sentence = str(row["sentence"])
    if row["low_value"] is None and row["low_figure"] == "denied":
        held = QUOTED.findall(sentence)
        denied = held.pop() if sentence.endswith(("”", "”.")) and held else ""
        figure = "" if held else str(row["high_figure"] or "")
        return marked_sentence(sentence, [(denied, "denied"), (held[0] if held else figure, "high")])
    denial = DENIAL.search(sentence)
    marks = [(str(row["low_figure"] or ""), "low"), (str(row["high_figure"] or ""), "high")]
    beyond = [(figure.rpartition(", ")[2], BEYOND_SIDES[side]) for side, figure in BEYOND.findall(sentence)]
    return marked_sentence(sentence, [*marks, *beyond, (denial.group() if denial else "", "denied")])


def spread_words(row: Row) -> str:
    """Write how far apart a finding's ends lie; where one of them is a denial without a figure, that it denies."""
    return "a denial" if row["ratio"] is None and is_of_a_denial(row) else ratio_text(row["ratio"])


def overview_title(deviations: Deviations) -> str:
    """Say as the overview's heading how many figures lie far from the middle of their question."""
    if not deviations.total:
        return "No figure has another voice to stand beside yet"
    if not deviations.far:
        return "The figures sit close together: all lie between half and double the middle"
    near = "Most figures sit close together. " if 2 * deviations.near > deviations.total else ""
    told = f"{deviations.far:,} of {count_text(deviations.total, 'figure')}"
    return f"{near}{told} {'is' if deviations.far == 1 else 'are'} at most half the middle, or at least double it"
