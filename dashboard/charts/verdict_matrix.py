"""The verdict matrix: what each claim of a question is to each other one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from dashboard.charts.frame import PHONE_WIDTH, Row, Spec, finished_spec
from dashboard.charts.palette import PALETTES, Theme, sign_colour
from dashboard.charts.shapes import axisless_x, bare_x, bare_y, shortened
from dashboard.claim_marks import STANCE_WORDS, ClaimMark
from dashboard.numerals import ratio_text
from dashboard.verdict_words import VERDICTS, verdict_words

BIGGEST, SMALLEST, GAP = 36, 26, 2
"""Px of a field: a sign in a smaller one is hard to read, so that a chart of many claims grows wider than its place."""
NAMES, PHONE_NAMES = 170, 64
"""Room for a name right of the last cell, in px."""
NAME_EDGE, NAME_LETTER = 32, 6.3
"""Px left of a name that its letter takes, and px of one letter of the name."""
BETWEEN, FEWEST_LETTERS = " · ", 8
"""What parts a voice from its figure, and the letters of a voice below which its name says nothing."""
MOST_BESIDE = 10
"""So many claims have room in half a page; of more, the page first shows as many of the most different."""
PALE_BELOW, STRONG_FROM = 2, 4
"""Ratios between which a contradiction is drawn in its middle strength; one without a ratio, a denial, is strong."""
NO_REASON = "The two say nothing that can be held against each other."
"""Why two claims have no verdict."""

AGAINST = ("contradicts", "differs")

Pairs = Mapping[frozenset[str], Mapping[str, Any]]


def draw_verdict_matrix(marks: Sequence[ClaimMark], pairs: Pairs, theme: Theme, width: int) -> Spec:
    """Draw the lower triangle: a cell a pair, with its sign; the names stand on the diagonal.

    All claims are drawn: where they have no room within `width`, the chart is wider.
    """
    cell = field_size(len(marks), width)
    side = cell * len(marks)
    across = max(width, side + _room_for_names(width))
    cells = [
        _cell(mark, other, row, column, pairs)
        for row, mark in enumerate(marks)
        for column, other in enumerate(marks[:row])
    ]
    names = [_name(mark, index, across - index * cell - NAME_EDGE) for index, mark in enumerate(marks)]
    scale = {"domain": [0, len(marks)], "range": [0, side], "nice": False, "zero": False}
    layers = [_squares(theme, cell), *_signs(cells, theme, cell), *_names(names, theme, across, cell)]
    chart = alt.layer(*layers, data={"values": cells}).properties(width=across, height=side)
    spec = finished_spec(
        chart, theme, {"left": 0, "right": 0, "top": 2, "bottom": 2}, describe_verdict_matrix(marks, pairs)
    )
    spec["layer"][0]["encoding"]["x"]["scale"] = scale
    spec["layer"][0]["encoding"]["y"]["scale"] = scale
    return spec


def field_size(count: int, width: int) -> int:
    """Give the px of a field of a matrix of so many claims within a width."""
    fitting = (width - _room_for_names(width)) // max(1, count)
    return max(SMALLEST, min(BIGGEST, fitting))


def most_different(marks: Sequence[ClaimMark], pairs: Pairs, most: int = MOST_BESIDE) -> list[ClaimMark]:
    """Keep the claims that stand against most others, in their order: of one voice with one figure the first only."""
    told = {(mark.row.get("voice"), mark.figure): mark for mark in reversed(marks)}

    def against(mark: ClaimMark) -> int:
        found = (pairs.get(frozenset((mark.claim_id, other.claim_id))) for other in told.values())
        return sum(1 for pair in found if pair is not None and pair["verdict"] in AGAINST)

    kept = sorted(told.values(), key=lambda mark: (-against(mark), marks.index(mark)))[:most]
    return sorted(kept, key=marks.index)


def _room_for_names(width: int) -> int:
    return PHONE_NAMES if width < PHONE_WIDTH - 180 else NAMES


def describe_verdict_matrix(marks: Sequence[ClaimMark], pairs: Pairs) -> str:
    """Say in words how many pairs of each verdict there are."""
    counts = verdict_counts(marks, pairs)
    told = [f"{count} {'without a side' if verdict == 'none' else verdict}" for verdict, count in counts.items()]
    return f"Claim against claim: {', '.join(told)}."


def verdict_counts(marks: Sequence[ClaimMark], pairs: Pairs) -> dict[str, int]:
    """Count the verdicts among the claims shown, in the order of their weight; only those that occur."""
    ids = [mark.claim_id for mark in marks]
    found = [pairs.get(frozenset((a, b))) for index, a in enumerate(ids) for b in ids[:index]]
    verdicts = [str(pair["verdict"]) if pair else "none" for pair in found]
    return {verdict: verdicts.count(verdict) for verdict in [*VERDICTS, "none"] if verdict in verdicts}


def _cell(mark: ClaimMark, other: ClaimMark, row: int, column: int, pairs: Pairs) -> Row:
    pair = pairs.get(frozenset((mark.claim_id, other.claim_id)))
    verdict = str(pair["verdict"]) if pair else "none"
    words = verdict_words(verdict)
    why = shortened(str((pair or {}).get("reason") or NO_REASON), 200)
    between = f"{other.letter} {shortened(other.figure, 40)} · {mark.letter} {shortened(mark.figure, 40)}"
    ratio = ratio_text(pair["ratio"]) if pair and pair["ratio"] is not None else "–"
    return {
        "a_claim_id": other.claim_id,
        "b_claim_id": mark.claim_id,
        "x": column + 0.5,
        "y": row + 0.5,
        "verdict": verdict,
        "tone": _tone(verdict, pair["ratio"] if pair else None),
        "word": words.word,
        "pair": between,
        "ratio": ratio,
        "why": why,
        "spoken": f"{words.word}: {between}{f', {ratio}' if ratio != '–' else ''}. {why}",
    }


def _tone(verdict: str, ratio: float | None) -> str:
    """Name the colour of a field: that of its verdict, a contradiction's the stronger the further the two lie apart.

    A denial has no distance: it contradicts whole.
    """
    if verdict != "contradicts" or ratio is None or ratio >= STRONG_FROM:
        return verdict
    return "contradicts_pale" if ratio < PALE_BELOW else "contradicts_middle"


def _name(mark: ClaimMark, index: int, room: float) -> Row:
    who = _named(mark, int(room / NAME_LETTER))
    return {"x": index, "y": index + 0.5, "letter": mark.letter, "who": who, "side": mark.side}


def _named(mark: ClaimMark, letters: int) -> str:
    """Name a claim by voice and figure in so many letters: where both have no room, the voice is cut first."""
    figure = STANCE_WORDS["unconfirmed"] if mark.shape == "unconfirmed" else shortened(mark.figure, 40)
    left = letters - len(figure) - len(BETWEEN)
    if left < FEWEST_LETTERS:
        return f"{shortened(mark.who, 60)}{BETWEEN}{figure}"
    return f"{shortened(mark.who, min(60, left))}{BETWEEN}{figure}"


def _squares(theme: Theme, cell: int) -> alt.Chart:
    """Draw the fields; what a verdict says shows on hover."""
    tones = [*VERDICTS, "none", "contradicts_pale", "contradicts_middle"]
    colours = alt.Scale(domain=tones, range=[PALETTES[theme][tone] for tone in tones])
    shown = {"word": "Verdict", "pair": "Between", "ratio": "Ratio", "why": "Why"}
    squares: alt.Chart = alt.Chart().mark_square(size=(cell - GAP) ** 2, opacity=1, aria=True)
    return squares.encode(
        x=axisless_x("x"),
        y=bare_y("y"),
        color=alt.Color("tone:N", scale=colours, legend=None),
        description="spoken:N",
        tooltip=[alt.Tooltip(f"{field}:N", title=title) for field, title in shown.items()],
    )


def _signs(cells: list[Row], theme: Theme, cell: int) -> list[alt.Chart | alt.LayerChart]:
    """Draw each verdict's sign as a stroked path: the same everywhere, whatever fonts a machine has."""
    size = (cell * 0.38) ** 2
    return [
        alt.Chart()
        .transform_filter(f"datum.tone == '{tone}'")
        .mark_point(
            shape=verdict_words(tone.partition("_")[0]).path,
            size=size,
            filled=False,
            color=sign_colour(tone, theme),
            strokeWidth=1.7,
            opacity=1,
        )
        .encode(x=bare_x("x"), y=bare_y("y"))
        for tone in sorted({str(row["tone"]) for row in cells})
    ]


def _names(names: list[Row], theme: Theme, room: int, cell: int) -> list[alt.Chart | alt.LayerChart]:
    """Write letter and voice at the end of each row, so that no row needs a gutter."""
    base = alt.Chart({"values": names}).encode(x=bare_x("x"), y=bare_y("y"))
    return [
        base.mark_text(align="left", dx=6, fontSize=13, fontWeight=600).encode(
            text="letter:N", color=alt.value(PALETTES[theme]["muted"])
        ),
        base.mark_text(
            align="left",
            dx=28,
            fontSize=13,
            limit=alt.expr(f"{room} - datum.x * {cell} - {NAME_EDGE}"),
            color=PALETTES[theme]["ink"],
        ).encode(text="who:N"),
    ]
