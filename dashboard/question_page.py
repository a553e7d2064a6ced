"""The page of one question: what is claimed, how wide it lies, by whom, since when, in which words."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from flask import request

from analytics.enumeration import enumerated
from analytics.filters import literal
from analytics.reading import Snapshot
from api.exports import citation
from dashboard.charts.claim_intervals import (
    BAND_LEADS,
    band_name,
    band_words,
    describe_claim_intervals,
    drawn_marks,
    row_heights,
)
from dashboard.charts.figure_axis import axis_of
from dashboard.charts.timeline import INTERVALS, describe_timeline, tells_time
from dashboard.charts.verdict_matrix import (
    MOST_BESIDE,
    describe_verdict_matrix,
    field_size,
    most_different,
    verdict_counts,
)
from dashboard.claim_marks import (
    MOST_DRAWN,
    REPLACED_WORDS,
    ROUNDED,
    ROUNDED_WORDS,
    SHAPE_WORDS,
    STANCE_WORDS,
    ClaimMark,
)
from dashboard.confidence import LEAST_CONFIDENCE, confidence_steps, least_confidence
from dashboard.definitions import read_definitions
from dashboard.document_page import address_of_claim
from dashboard.events_page import event_titles
from dashboard.finding_voices import finding_voices
from dashboard.findings_page import finding_sentence
from dashboard.highlights import Piece, marked_quote
from dashboard.near_questions import near_questions
from dashboard.numerals import count_text, number_text
from dashboard.queries import query
from dashboard.question_drawing import QuestionDrawing, question_drawing
from dashboard.robustness import firmness_sentence, what_it_rests_on

Row = Mapping[str, Any]

MOST_NOTES = 4
ALL_MARKS: dict[str, str] = {str(name): words for name, words in SHAPE_WORDS.items()} | ROUNDED_WORDS | REPLACED_WORDS
MOST_LINKS = 120
MOST_REASONS = 8
INTERVAL_EDGES = 64
BESIDE_HEADLINE = 484
"""Px that a sheet of paper has for the chart of all claims below the headline and the facts."""
HALF_PAGE = 460
"""Px that a chart has in half a page."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim in the evidence table: its mark, its sentence with the value marked, where to read it."""

    mark: ClaimMark
    quote: list[Piece]
    address: str | None
    restated_in: list[Row]
    echoes: list[str]
    """Letters of the claims printed before it that it echoes."""
    beside: list[ClaimMark]
    """The other claims of its article; none where the page tells at once which claims are of one article."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet that carries a voice or a text: the claims in it, and whether it prints another outlet's text."""

    source: str
    marks: list[ClaimMark]
    is_copy: bool


@dataclass(frozen=True, slots=True)
class Support:
    """One independent voice or text behind the figures, and the outlets that carry it, the first to print leading."""

    name: str
    kind: str
    outlets: list[Outlet]

    @property
    def side(self) -> str:
        """The side that its latest claim takes."""
        return self.outlets[-1].marks[-1].side

    @property
    def told(self) -> str:
        """Say how it comes to the reader: `quoted by 3 outlets`, `one text in 2 outlets`, `in its own words`."""
        if self.kind == "own":
            return "in its own words"
        count = count_text(len(self.outlets), "outlet")
        return f"quoted by {count}" if self.kind == "voice" else f"one text in {count}"


@dataclass(frozen=True, slots=True)
class Joined:
    """Pairs of claims that the same reasons put into one question: their letters, their scores and the reasons."""

    pairs: list[str]
    scores: tuple[float, float]
    reasons: list[tuple[str, float]]

    @property
    def sides(self) -> list[tuple[str, list[tuple[str, float]]]]:
        """The reasons that speak for one question and those that speak against it, each under its heading."""
        told = [
            ("Speaks for one question", [part for part in self.reasons if part[1] >= 0]),
            ("Speaks against it", [part for part in self.reasons if part[1] < 0]),
        ]
        return [(heading, parts) for heading, parts in told if parts]


def question_page(snapshot: Snapshot, question_id: str, asked: Mapping[str, str]) -> dict[str, Any]:
    """Give what the page of a question shows; raises UnknownRowError."""
    least = least_confidence(snapshot, asked)
    drawing = question_drawing(snapshot, question_id, least)
    chosen = {LEAST_CONFIDENCE: asked[LEAST_CONFIDENCE]} if least else {}
    supports = _supports(snapshot, drawing)
    has_supports = len(supports) > 1 or len(supports) < len(drawing.marks)
    near = near_questions(snapshot, question_id)
    return {
        "drawing": drawing,
        "question": drawing.question,
        "event_title": event_titles(snapshot, [drawing.question]).get(str(drawing.question["event_id"]), ""),
        "finding": drawing.finding,
        "consensus": drawing.consensus,
        "sections": _sections(drawing, has_supports=has_supports, has_near=bool(near)),
        "supports": supports,
        "has_supports": has_supports,
        "carried_widely": sum(1 for support in supports if len(support.outlets) > 1),
        "voice_count": _voice_count(snapshot, question_id),
        **(_finding_told(snapshot, drawing.finding) if drawing.finding else _NO_FINDING),
        **_chart_of_all(drawing),
        **_evidence_told(drawing),
        **_matrix(drawing),
        **_how_joined(snapshot, drawing),
        **_scopes(snapshot, drawing),
        "near": near,
        "tells_time": tells_time(drawing.marks),
        "texts": _texts(drawing),
        "sql": shown_sql(question_id, least, drawing),
        "confidence_steps": confidence_steps(snapshot, question_id, least),
        "least_words": number_text(least),
        "chosen": urlencode(chosen),
        "address": urlencode({"question_id": question_id, **chosen}),
    }


_NO_FINDING: dict[str, Any] = {
    "sentence": [],
    "stands": [],
    "firmness": "",
    "rests_on": None,
    "citation": "",
    "severity": [],
    "next_finding": None,
}
"""What a page tells of the finding where its claims do not differ."""


def _finding_told(snapshot: Snapshot, finding: Row) -> dict[str, Any]:
    """Give what the head of the page tells of the finding."""
    return {
        "sentence": finding_sentence(finding),
        "stands": finding_voices(snapshot, [finding]).get(str(finding["question_id"]), []),
        "firmness": firmness_sentence(str(finding["robustness"])),
        "rests_on": what_it_rests_on(finding),
        "citation": citation_line(snapshot, finding),
        "severity": severity_parts(snapshot, finding),
        "next_finding": _next_finding(snapshot, finding),
    }


def _chart_of_all(drawing: QuestionDrawing) -> dict[str, Any]:
    """Give what stands around the chart of all claims: its notes, the words of its legend, the room it takes."""
    marks, drawn, shapes = drawing.marks, drawn_marks(drawing.marks), shown_shapes(drawing.marks)
    return {
        "axis_note": axis_of(marks, drawing.unit).note,
        "cut_note": _cut_note(drawing),
        "shape_words": shapes,
        "other_shapes": {name: words for name, words in ALL_MARKS.items() if name not in shapes},
        "band_words": band_words(drawing.consensus),
        "band_told": BAND_LEADS.get(band_name(drawing.consensus) or "", ""),
        "interval_count": len(drawn),
        "has_hollow": any(mark.shape in INTERVALS for mark in marks),
        "plot_height": sum(row_heights(drawn, narrow=False)) + INTERVAL_EDGES,
        "beside_headline": BESIDE_HEADLINE,
    }


def _evidence_told(drawing: QuestionDrawing) -> dict[str, Any]:
    """Give the tables of the evidence, and what is said above them."""
    marks = drawing.marks
    of_one_article = claims_by_article(marks)
    evidence = _evidence(drawing, tells_articles=not of_one_article)
    return {
        "has_figures": any(mark.point is not None for mark in marks),
        "has_days": any(mark.row.get("reported_at") or mark.row.get("as_of") for mark in marks),
        "figures": [item for item in evidence if not _stance(item.mark)],
        "stances": [item for item in evidence if _stance(item.mark)],
        "stances_told": stances_told(marks),
        "of_one_article": of_one_article,
    }


def _matrix(drawing: QuestionDrawing) -> dict[str, Any]:
    """Give the counts of the matrix, and the room that it takes."""
    marks = drawing.marks
    return {
        "is_wide": len(marks) > MOST_BESIDE,
        "matrix_height": _matrix_height(len(marks)),
        "different": len(most_different(marks, drawing.pairs)),
        "different_height": _matrix_height(MOST_BESIDE),
        "counts": verdict_counts(marks, drawing.pairs),
    }


def _how_joined(snapshot: Snapshot, drawing: QuestionDrawing) -> dict[str, Any]:
    """Give why the claims stand in one question; a file without a threshold joins at any score."""
    threshold = snapshot.settings.get("link_threshold", -math.inf)
    return {
        "join_threshold": threshold,
        "links": _links(snapshot, drawing, threshold),
        "links_below": _links_below(snapshot, drawing, threshold),
        "most_reasons": MOST_REASONS,
    }


def _scopes(snapshot: Snapshot, drawing: QuestionDrawing) -> dict[str, Any]:
    """Give which claims are not weighed against each other, and what the verdicts mean."""
    definitions = read_definitions(snapshot)
    return {
        "scope_notes": scope_notes(drawing, definitions["scope note"]),
        "verdict_meanings": definitions["verdict"],
    }


def _sections(drawing: QuestionDrawing, *, has_supports: bool, has_near: bool) -> list[tuple[str, str]]:
    """List the parts that the page has, by the id of their heading and in a word or two: a keyboard jumps to them."""
    marks, is_several = drawing.marks, len(drawing.marks) > 1
    parts = [
        ("intervals-title", "Every claim", bool(drawn_marks(marks))),
        ("timeline-title", "When each appeared", is_several and tells_time(marks)),
        ("matrix-title", "Claim against claim", is_several),
        ("origins-title", "Who stands behind", has_supports),
        ("evidence-title", "The evidence", True),
        ("near-title", "Kept apart", has_near),
        ("behind-title", "Behind this page", True),
    ]
    return [(target, words) for target, words, is_there in parts if is_there]


def _matrix_height(claims: int) -> int:
    """Px of the matrix of so many claims, kept free until it is drawn."""
    return claims * field_size(claims, HALF_PAGE) + 4


def shown_shapes(marks: Sequence[ClaimMark]) -> dict[str, str]:
    """Keep of the legend the marks that the chart draws, in the legend's own order."""
    drawn = {str(mark.shape) for mark in drawn_marks(marks)}
    further = {
        ROUNDED: any(mark.is_rounded for mark in marks),
        "correction": any(mark.replaces for mark in marks),
        "corrected": any(mark.is_struck for mark in marks),
    }
    drawn |= {name for name, is_drawn in further.items() if is_drawn}
    return {name: words for name, words in ALL_MARKS.items() if name in drawn}


def pair_rows(drawing: QuestionDrawing, marks: list[ClaimMark]) -> list[tuple[ClaimMark, ClaimMark, Row]]:
    """List the pairs among the marks, in the order of their letters, without those that take no side."""
    found = [
        (first, second, drawing.pairs.get(frozenset((first.claim_id, second.claim_id))))
        for index, first in enumerate(marks)
        for second in marks[index + 1 :]
    ]
    return [(first, second, pair) for first, second, pair in found if pair is not None]


def scope_notes(drawing: QuestionDrawing, meanings: Mapping[str, str]) -> list[str]:
    """Say which claims are not weighed against each other and why, and whether their figures themselves meet.

    One note a reason and set of claims that it parts; `meanings` has the sentence of each kind of difference.
    """
    others: dict[tuple[str, str, str], list[str]] = {}
    for first, second, pair in pair_rows(drawing, drawing.marks):
        if pair["verdict"] == "scope":
            meaning = meanings.get(str(pair.get("scope_note")), "They count different things.")
            reason = meaning[0].lower() + meaning[1:].rstrip(".")
            meet = "lie apart" if pair.get("gap") else "meet"
            others.setdefault((reason, meet, _named(first)), []).append(_named(second))
    sharing: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
    for (reason, meet, named), parted in others.items():
        sharing.setdefault((reason, meet, tuple(parted)), []).append(named)
    notes = [
        f"{enumerated(weighed)} against {enumerated(parted)}: {reason}, and the figures {meet}."
        for (reason, meet, parted), weighed in sharing.items()
    ]
    left = len(notes) - MOST_NOTES
    return notes[:MOST_NOTES] + ([f"The table of this chart has {left} more."] if left > 0 else [])


def shown_sql(question_id: str, least: float, drawing: QuestionDrawing) -> str:
    """Give the SQL behind the page, ready to paste into any DuckDB shell."""
    claim_ids = "[" + ", ".join(literal(mark.claim_id) for mark in drawing.marks) + "]"
    values = {
        "$question_id": literal(question_id),
        "$least_confidence": literal(least),
        "$each_end": str(MOST_DRAWN),
        "$claim_ids": claim_ids,
    }
    text = query("question_claims").rstrip() + ";\n\n" + query("question_pairs").rstrip() + ";"
    for name, value in values.items():
        text = text.replace(name, value)
    return text


def _named(mark: ClaimMark) -> str:
    return f"{mark.letter} ({mark.figure})"


def citation_line(snapshot: Snapshot, finding: Row) -> str:
    """Give the line to cite a finding by, as the API gives it, with the address that the reader uses."""
    return citation(snapshot, str(finding["finding_id"]), request.host_url.rstrip("/")).strip()


def _voice_count(snapshot: Snapshot, question_id: str) -> int:
    """Count the independent voices of a question: the one number that its page has for them."""
    return int(str(snapshot.rows(query("independent_voices"), {"question_id": question_id})[0]["voices"]))


def _supports(snapshot: Snapshot, drawing: QuestionDrawing) -> list[Support]:
    """Read who stands behind the figures, those with most places first."""
    known = {mark.claim_id: mark for mark in drawing.marks}
    asked = {"question_id": drawing.question["question_id"], "claim_ids": list(known)}
    return [_support(row, known) for row in snapshot.rows(query("question_origins"), asked)]


def _support(row: Row, known: Mapping[str, ClaimMark]) -> Support:
    told: list[Row] = row["told"]
    affiliation = row["voice_affiliation"]
    spoken = f"{row['voice']} ({affiliation})" if affiliation and affiliation != row["voice"] else str(row["voice"])
    kind = "voice" if row["is_quoted"] else ("text" if int(row["source_count"]) > 1 else "own")
    return Support(spoken, kind, _outlets(told, known))


def _outlets(told: Sequence[Row], known: Mapping[str, ClaimMark]) -> list[Outlet]:
    """Gather the places by outlet; a copy prints a text that an outlet before it printed."""
    outlets: dict[str, Outlet] = {}
    printed: set[object] = set()
    for place in told:
        source, origin = str(place["source"]), place["origin_id"]
        outlet = outlets.setdefault(source, Outlet(source, [], origin is not None and origin in printed))
        outlet.marks.append(known[str(place["claim_id"])])
        printed.add(origin)
    return list(outlets.values())


def _cut_note(drawing: QuestionDrawing) -> str:
    """Say what the charts leave out, in words with numbers."""
    total, shown = int(drawing.question["claim_count"]), len(drawing.marks)
    restated = sum(1 for claim in drawing.claims if claim.get("restates"))
    if shown + restated < total:
        return f"Drawn are the {shown} outermost of {total:,} claims."
    return f"What one article says twice is drawn once ({restated:,} left out)." if restated else ""


STANCES_TOLD = {
    "none": ("says so", "say so"),
    "denied": ("denies it", "deny it"),
    "denied figure": ("denies a figure", "deny a figure"),
    "unconfirmed": ("neither confirms nor denies", "neither confirm nor deny"),
}
"""What a claim without a figure of its own does, for one such claim and for several."""


def _stance(mark: ClaimMark) -> str:
    """Name what a claim without a figure of its own does; empty for a figure, even one whose base nobody gives."""
    is_figure = mark.row.get("kind") == "quantity"
    if mark.shape == "denied":
        return "denied figure" if is_figure else "denied"
    return mark.shape if mark.shape in STANCE_WORDS and not (is_figure and mark.shape == "none") else ""


def stances_told(marks: Sequence[ClaimMark]) -> str:
    """Count what the claims without a figure do: `4 deny it and 1 neither confirms nor denies`."""
    counts = Counter(map(_stance, marks))
    told = [f"{counts[stance]} {words[counts[stance] > 1]}" for stance, words in STANCES_TOLD.items() if counts[stance]]
    return enumerated(told) if told else ""


def claims_by_article(marks: Sequence[ClaimMark]) -> str:
    """Say which claims are of one article, by their letters, where each is beside another: `A, C and F; B and D`.

    Empty where some stand alone in their article: there it is told of each claim that does not.
    """
    articles: dict[object, list[str]] = {}
    for mark in marks:
        articles.setdefault(mark.row.get("document_id") or mark.claim_id, []).append(mark.letter)
    if any(len(letters) == 1 for letters in articles.values()):
        return ""
    return "; ".join(enumerated(letters) for letters in articles.values())


def _evidence(drawing: QuestionDrawing, *, tells_articles: bool) -> list[Evidence]:
    restated: dict[str, list[Row]] = {}
    for claim in drawing.claims:
        if claim.get("restates"):
            restated.setdefault(str(claim["restates"]), []).append(claim)
    return [
        _evidence_row(
            mark,
            drawing.written.get(mark.claim_id),
            restated.get(mark.claim_id, []),
            drawing,
            beside=_of_one_article(mark, drawing) if tells_articles else [],
        )
        for mark in drawing.marks
    ]


def _evidence_row(
    mark: ClaimMark, place: Row | None, restated_in: list[Row], drawing: QuestionDrawing, beside: list[ClaimMark]
) -> Evidence:
    quote = str(mark.row.get("quote") or "")
    written, position = (place["written"], place["position"]) if place else (None, None)
    return Evidence(
        mark=mark,
        quote=marked_quote(quote, written, position, mark.side),
        address=address_of_claim(mark.row),
        restated_in=restated_in,
        echoes=_echoes(mark, drawing),
        beside=beside,
    )


def _of_one_article(mark: ClaimMark, drawing: QuestionDrawing) -> list[ClaimMark]:
    """List the other claims that the page draws from a claim's article; none for a figure that never was prose."""
    article = mark.row.get("document_id")
    return [
        other for other in drawing.marks if article and other is not mark and other.row.get("document_id") == article
    ]


def _echoes(mark: ClaimMark, drawing: QuestionDrawing) -> list[str]:
    """Name the claims printed before this one that are one voice or one text with it."""
    earlier = [other for other in drawing.marks if _printed(other) < _printed(mark)]
    pairs = [(other, drawing.pairs.get(frozenset((other.claim_id, mark.claim_id)))) for other in earlier]
    return [other.letter for other, pair in pairs if pair is not None and pair["verdict"] == "echo"]


def _printed(mark: ClaimMark) -> tuple[str, str]:
    """Give a claim its place in the order in which the view `origin` tells who printed a text first."""
    return str(mark.row.get("reported_at") or "9999"), mark.claim_id


def severity_parts(snapshot: Snapshot, finding: Row) -> list[tuple[str, float]]:
    """List what a finding's severity is made of, each part by what it is in words, the heaviest first."""
    prefix = "severity_"
    parts = {name.removeprefix(prefix): value for name, value in finding.items() if name.startswith(prefix)}
    words = {str(row["part"]): str(row["note"]) for row in snapshot.rows("select part, note from severity_weight")}
    told = [
        (words.get(name, name.replace("_", " ")).rstrip("."), float(value)) for name, value in parts.items() if value
    ]
    return sorted(told, key=lambda part: -abs(part[1]))


def _links_below(snapshot: Snapshot, drawing: QuestionDrawing, threshold: float) -> int:
    """Count the pairs of the page that are in one question through others, for their own score is too low."""
    asked = {"claim_ids": [mark.claim_id for mark in drawing.marks], "threshold": threshold}
    return int(str(snapshot.rows(query("links_below"), asked)[0]["pairs"]))


def _links(snapshot: Snapshot, drawing: QuestionDrawing, threshold: float) -> list[Joined]:
    """Read why the claims of the page were put together: the pairs that their own score joins."""
    letters = {mark.claim_id: mark.letter for mark in drawing.marks}
    asked = {"claim_ids": list(letters), "most": MOST_LINKS, "threshold": threshold}
    return joined_by_reasons(
        [
            (f"{letters[str(row['a_claim_id'])]}–{letters[str(row['b_claim_id'])]}", row)
            for row in snapshot.rows(query("question_links"), asked)
        ]
    )


def joined_by_reasons(links: Sequence[tuple[str, Row]]) -> list[Joined]:
    """Gather the pairs that the same reasons join, most pairs first; of each reason the heaviest weight is told."""
    groups: dict[tuple[str, ...], list[tuple[str, Row]]] = {}
    for pair, row in links:
        groups.setdefault(tuple(sorted(reason["feature"] for reason in row["reasons"])), []).append((pair, row))
    return [
        Joined(
            pairs=[pair for pair, _ in members],
            scores=(min(row["score"] for _, row in members), max(row["score"] for _, row in members)),
            reasons=[
                (str(reason["reason"] or reason["feature"]).rstrip("."), float(reason["weight"]))
                for reason in members[0][1]["reasons"]
            ],
        )
        for members in sorted(groups.values(), key=len, reverse=True)
    ]


def _texts(drawing: QuestionDrawing) -> dict[str, str]:
    """Give the text alternative of each chart."""
    return {
        "intervals": describe_claim_intervals(drawing.marks, drawing.consensus, drawing.unit),
        "timeline": describe_timeline(drawing.marks),
        "matrix": describe_verdict_matrix(drawing.marks, drawing.pairs),
        "different": describe_verdict_matrix(most_different(drawing.marks, drawing.pairs), drawing.pairs),
    }


def _next_finding(snapshot: Snapshot, finding: Row) -> Row | None:
    rows = snapshot.rows(query("next_finding"), {"rank": finding["rank"]})
    return rows[0] if rows else None


def relation_words(claim: Row) -> str:
    """Say what a relative figure hangs on: `relative to 4,500 by Ukraine`; an empty string for any other."""
    raw = claim.get("relative_to")
    if not raw:
        return ""
    relation = json.loads(raw) if isinstance(raw, str) else raw
    base, owner = relation.get("base"), relation.get("base_of")
    if base is None:
        return "relative to a figure that the text does not give"
    return f"relative to {base:,.10g}" + (f" by {owner}" if owner else "")
