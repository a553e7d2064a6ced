"""Claims of one question made ready to be drawn: a letter, a side and a shape for each, the same on every chart."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from dashboard.numerals import interval_text, is_counted, whole_ends

Row = Mapping[str, Any]
Side = Literal["low", "high", "level", "denied"]
Shape = Literal[
    "stated",
    "hedged",
    "range",
    "at_least",
    "at_most",
    "vague",
    "expected",
    "denied",
    "withdrawn",
    "unconfirmed",
    "none",
]

SHAPE_OF_HEDGE: dict[str, Shape] = {
    "about": "hedged",
    "nearly": "hedged",
    "just_over": "hedged",
    "relative": "hedged",
    "range": "range",
    "at_least": "at_least",
    "more_than": "at_least",
    "at_most": "at_most",
    "less_than": "at_most",
    "vague": "vague",
}
SHAPE_WORDS: dict[Shape, str] = {
    "stated": "stated or exact",
    "hedged": "about, nearly",
    "range": "a range",
    "at_least": "at least: open end",
    "at_most": "up to: open end",
    "vague": "a vague word",
    "expected": "expected or planned",
    "denied": "a denial",
    "unconfirmed": "neither confirms nor denies",
    "none": "says so without a figure",
}
ROUNDED = "rounded"
ROUNDED_WORDS = {ROUNDED: "a round figure, with the room that rounding leaves"}
"""Words of the bar under a stated figure: no shape of its own, for the dot stays where the figure stands."""
REPLACED_WORDS = {
    "correction": "corrects an earlier figure, or takes it back",
    "corrected": "since corrected or taken back",
}
"""Words of the marks of corrections; a figure that is only told as taken back (`withdrawn`) is struck as well."""
STANCE_WORDS: dict[Shape, str] = {"denied": "a denial", "unconfirmed": "no answer", "none": "–"}
TAKING_BACK: tuple[Shape, ...] = ("denied", "withdrawn")
"""Claims that put no other figure in the place of the one that they take back."""
SAYS_SO = "says so"
"""What a reader is told of a claim that asserts without a figure."""
LEFT_OPEN = "neither confirmed nor denied"
"""The same of one that neither confirms nor denies."""
MOST_DRAWN = 40


@dataclass(frozen=True, slots=True)
class ClaimMark:
    """One claim as the charts and the evidence table show it; `row` is the claim as the API gives it."""

    row: Row
    letter: str
    side: Side
    shape: Shape
    low: float | None
    high: float | None
    point: float | None
    """Where the mark stands: the value, else the nearer end of what the words allow; None for a stance."""
    replaces: str | None = None
    """Letter of the claim that this one corrects or takes back."""
    replaced_by: str | None = None
    """Letter of the claim that corrects this one or takes it back."""
    is_taken_back: bool = False
    """Whether the claim that replaces this one puts no other figure in its place."""
    words: str = ""
    """The words that state a stance; empty for a figure, and where no text is known."""

    @property
    def claim_id(self) -> str:
        """Id of the claim, the same in the file, the API and the page's address."""
        return str(self.row["claim_id"])

    @property
    def who(self) -> str:
        """The state or body behind the voice where one is known, else the voice itself."""
        return str(self.row.get("voice_affiliation") or self.row["voice"])

    @property
    def byline(self) -> str:
        """The person, where `who` is a body, and the outlet that carries the words."""
        voice, source = str(self.row["voice"]), str(self.row["source"])
        parts = [] if voice == self.who else [voice]
        return " · ".join(parts + ([] if source == self.who else [source]))

    @property
    def figure(self) -> str:
        """The figure in the words of the text: `about 10,000`, `denied`; of who only says that it is so, `says so`."""
        figure = str(self.row.get("figure") or self.shape)
        return SAYS_SO if figure == "asserted" else figure

    def told_as(self, figure: str) -> str:
        """Say what the voice does with a figure that is written so: `10,900 expected`; an asserted one stands alone."""
        if self.shape == "unconfirmed":
            return LEFT_OPEN
        if self.shape == "none" and self.row.get("kind") == "stance":
            return SAYS_SO
        return f"{figure} expected" if self.shape == "expected" else figure

    @property
    def told(self) -> str:
        """What the voice says in one line, a stance with its own words: `denied: “a lie”`."""
        told = self.told_as(self.figure)
        return f"{told}: “{self.words}”" if self.words else told

    @property
    def is_rounded(self) -> bool:
        """Whether its figure is stated, and is drawn with a bar because the text rounds it."""
        return self.shape == "stated" and self.low is not None and self.high is not None and self.low < self.high

    @property
    def is_struck(self) -> bool:
        """Whether its figure no longer stands: corrected or taken back by another claim, or by its own words."""
        return self.replaced_by is not None or self.shape == "withdrawn"

    @property
    def replacement(self) -> str:
        """Which claim it corrects, or which one corrects it, to be put after its figure; empty where none does."""
        told = self.replacement_words
        return f", {told}" if told else ""

    @property
    def replacement_words(self) -> str:
        """The same in words that stand alone: `since corrected by C`, `takes back A`."""
        if self.replaced_by:
            return f"since {'taken back' if self.is_taken_back else 'corrected'} by {self.replaced_by}"
        if self.replaces:
            return f"{'takes back' if self.shape in TAKING_BACK else 'corrects'} {self.replaces}"
        return ""

    @property
    def reads_as(self) -> str:
        """What the words allow, as an interval in the unit that all claims of a question are drawn in."""
        if self.shape in STANCE_WORDS:
            return STANCE_WORDS[self.shape]
        unit, value = self.row.get("unit"), self.row.get("value")
        is_whole = is_counted(unit) and (value is None or float(value).is_integer())
        low, high = whole_ends(self.low, self.high) if is_whole else (self.low, self.high)
        return interval_text(low, high, unit, self.row.get("hedge"))


def mark_claims(claims: Sequence[Row], finding: Row | None, most: int = MOST_DRAWN) -> list[ClaimMark]:
    """Give the claims to draw: figures from high to low, then vague words, denials, and those that answer nothing.

    Claims that only restate a fuller one of the same article are left to the evidence table. Of more than `most`
    claims the outermost stay, and the two ends of the finding: there the disagreement lies.
    """
    told_once = [claim for claim in claims if not claim.get("restates")]
    ordered = sorted(told_once, key=_drawing_order)
    split, of_expected = side_split(claims, finding), _is_expected(claims, finding)
    return [
        _mark(claim, letter(index), split, of_expected=of_expected)
        for index, claim in enumerate(_outermost(ordered, most, _ends(finding)))
    ]


def with_replacements(marks: Sequence[ClaimMark], pairs: Iterable[Row]) -> list[ClaimMark]:
    """Say of each claim which one it corrects or takes back, and which one does so to it.

    A claim corrects another by the text's own words (`replaces`), and with it all that its voice, or its publisher,
    has withdrawn by that; one voice that denies what it asserted before takes it back. What a text sets right only
    to deny it ("65, not 55") is no claim that is struck.
    """
    known = {mark.claim_id: mark for mark in marks}
    newer = {str(mark.row["replaces"]): mark.claim_id for mark in marks if mark.row.get("replaces")}
    newer |= {mark.claim_id: str(by) for mark in marks if (by := mark.row.get("withdrawn_by_claim_id"))}
    newer |= dict(_taken_back(known, pairs))
    newer = {claim_id: by for claim_id, by in newer.items() if claim_id in known and known[claim_id].shape != "denied"}
    older = {later: earlier for earlier, later in newer.items()}

    return [
        _replaced(mark, known.get(older.get(mark.claim_id, "")), known.get(newer.get(mark.claim_id, "")))
        for mark in marks
    ]


def with_words(marks: Sequence[ClaimMark], written: Mapping[str, Row]) -> list[ClaimMark]:
    """Give stances the words of their texts that state them; `written` has these by the claim's id."""
    return [_with_words(mark, written.get(mark.claim_id, {}).get("written")) for mark in marks]


def _with_words(mark: ClaimMark, words: object) -> ClaimMark:
    """Give a stance its own words; a denied figure has said already which one it is."""
    is_figure = mark.shape == "denied" and mark.row.get("kind") == "quantity"
    if not words or is_figure or mark.shape not in STANCE_WORDS:
        return mark
    return replace(mark, words=" ".join(str(words).split()))


def _replaced(mark: ClaimMark, older: ClaimMark | None, newer: ClaimMark | None) -> ClaimMark:
    return replace(
        mark,
        replaces=older.letter if older else None,
        replaced_by=newer.letter if newer else None,
        is_taken_back=newer is not None and newer.shape in TAKING_BACK,
    )


def _taken_back(known: Mapping[str, ClaimMark], pairs: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Give the ids of what one voice asserted and of its own later denial."""
    for pair in pairs:
        told = [known.get(str(pair[side])) for side in ("a_claim_id", "b_claim_id")]
        back = [mark is not None and mark.shape in TAKING_BACK for mark in told]
        is_own = pair.get("same_voice") or pair.get("reason") == "figure taken back"
        if pair["verdict"] == "update" and is_own and back.count(True) == 1:
            denial = back.index(True)
            yield str(pair["ba"[denial] + "_claim_id"]), str(pair["ab"[denial] + "_claim_id"])


def _is_expected(claims: Sequence[Row], finding: Row | None) -> bool:
    """Whether both ends of a finding are plans or forecasts: then these take its sides, and else they take none."""
    ends = _ends(finding)
    told = [claim.get("polarity") for claim in claims if str(claim["claim_id"]) in ends]
    return bool(told) and all(polarity == "expected" for polarity in told)


def _ends(finding: Row | None) -> set[str]:
    return {str(finding["low_claim_id"]), str(finding["high_claim_id"])} if finding else set()


def side_split(claims: Sequence[Row], finding: Row | None) -> tuple[float, float] | None:
    """Give the gap between the two sides of a finding: upper end of the low claim, lower end of the high one."""
    if finding is None:
        return None
    ends = {str(claim["claim_id"]): claim for claim in claims}
    low_claim, high_claim = ends.get(str(finding["low_claim_id"])), ends.get(str(finding["high_claim_id"]))
    if low_claim is None or high_claim is None:
        return None
    low_end, high_end = _upper(low_claim), _lower(high_claim)
    return None if low_end is None or high_end is None or low_end > high_end else (low_end, high_end)


def letter(index: int) -> str:
    """Name the claims A to Z, then AA, AB and so on."""
    head, tail = divmod(index, 26)
    return (letter(head - 1) if head else "") + chr(ord("A") + tail)


def _mark(claim: Row, name: str, split: tuple[float, float] | None, *, of_expected: bool) -> ClaimMark:
    shape = shape_of(claim)
    side: Side = "denied" if shape == "denied" else _side(claim, shape, split)
    if (shape == "expected") is not of_expected and shape != "denied":
        side = "level"
    return ClaimMark(claim, name, side, shape, claim.get("low"), claim.get("high"), point_of(claim))


def shape_of(claim: Row) -> Shape:
    """Say how a claim is drawn: its stance first, then what bounds its figure."""
    polarity = claim.get("polarity")
    if polarity == "denied":
        return "withdrawn" if claim.get("is_own_denial") and point_of(claim) is not None else "denied"
    if polarity == "unconfirmed":
        return "unconfirmed"
    if point_of(claim) is None:
        return "none"
    if polarity == "expected":
        return "expected"
    return SHAPE_OF_HEDGE.get(str(claim.get("hedge")), "stated")


def point_of(claim: Row) -> float | None:
    """Where a claim stands on the axis: its value, else the end of its interval that lies nearer to zero."""
    if claim.get("value") is not None:
        return float(claim["value"])
    ends = [float(end) for end in (claim.get("low"), claim.get("high")) if end is not None]
    return min(ends, key=abs, default=None)


def _side(claim: Row, shape: Shape, split: tuple[float, float] | None) -> Side:
    """Lower or higher side if the whole interval lies beyond the middle of the gap; else the claim takes no side."""
    low, high = _lower(claim), _upper(claim)
    if split is None or shape in ("vague", "withdrawn", "unconfirmed", "none") or (low is None and high is None):
        return "level"
    middle = _between(*split)
    if high is not None and high <= middle and shape != "at_least":
        return "low"
    if low is not None and low >= middle and shape != "at_most":
        return "high"
    return "level"


def _between(low: float, high: float) -> float:
    """Middle of a gap: geometric where both ends are positive, as ratios are what verdicts weigh."""
    return math.sqrt(low * high) if low > 0 else (low + high) / 2


def _lower(claim: Row) -> float | None:
    return claim.get("value") if claim.get("low") is None and claim.get("high") is None else claim.get("low")


def _upper(claim: Row) -> float | None:
    return claim.get("value") if claim.get("low") is None and claim.get("high") is None else claim.get("high")


def _drawing_order(claim: Row) -> tuple[int, float, tuple[str, ...]]:
    """Figures from high to low, then vague words, which name none, denials and non-answers; a voice's own together."""
    group = {"vague": 1, "none": 2, "denied": 3, "unconfirmed": 4}.get(shape_of(claim), 0)
    point = point_of(claim)
    told_by = tuple(str(claim.get(name) or "") for name in ("voice_affiliation", "voice", "source", "claim_id"))
    return (group, -point if point is not None else math.inf, told_by)


def _outermost(ordered: list[Row], most: int, ends: set[str]) -> list[Row]:
    """Keep the first and the last figures of a list that is too long to draw, the first of the others, and the ends."""
    if len(ordered) <= most:
        return ordered
    figures = [claim for claim in ordered if _names_a_figure(claim)]
    others = [claim for claim in ordered if not _names_a_figure(claim)]
    first = most // 4
    kept_others = others[:first] + [claim for claim in others[first:] if str(claim["claim_id"]) in ends]
    room = most - min(first, len(others))
    if len(figures) <= room:
        return figures + kept_others
    inner = figures[room - room // 2 : len(figures) - room // 2]
    kept = [claim for claim in inner if str(claim["claim_id"]) in ends]
    return figures[: room - room // 2] + kept + figures[-(room // 2) :] + kept_others


def _names_a_figure(claim: Row) -> bool:
    return point_of(claim) is not None and shape_of(claim) not in ("vague", "denied", "withdrawn", "unconfirmed")
