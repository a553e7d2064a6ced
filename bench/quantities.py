"""`python -m bench quantities FILE`: how many quantities of annotated sentences are found, by value and by bound.

FILE is JSON as the public benchmark NewsQuant (of CQE, EMNLP 2023) has it: a list of `{"text", "quantities":
[{"change", "value", ...}]}`, where `change` is one of = ~ > < up down, and `value` is "12" or, of a range, "10-12".

Our reading is turned into its conventions as follows; nothing else is adapted.

| ours | the benchmark's |
| --- | --- |
| about, nearly | ~ ("just under": <) |
| just over, at least, more than | > |
| at most, less than | < |
| a rise, a fall | up, down; where the figure is bounded as well, its bound |
| a rise or fall by a noun or with "by" ("a 3% drop", "fell by 3%", "another 3") | = |
| a level that a change led to ("fell from 90 to 80") | one range of both levels, with the change |
| a comparison ("3% more than in May", "3% above it") | = |
| a change told by a sign ("-0.6%") | up, or down with a negative value |
| the same in another unit, in brackets ("90 km (56 miles)") | = |
| either of two numbers ("eight or nine") | two quantities |
| the plural of a word for N ("thousands") | N to 10 N |
| N times, N-fold | N |
| other vague words, multiples ("several", "twice", "doubled") | no quantity |
| a pronoun that points back ("each one", "the same one") | no quantity |
| pence in pounds | the number as written |
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Final

import click
import orjson
from rich.console import Console
from rich.table import Table

from extraction.model import Figure, Token
from extraction.numbers.figures import Judged, judge_amounts, read_figures
from extraction.numbers.hedges import find_hedge
from extraction.numbers.numeral import lower_at
from extraction.numbers.units import Amount
from extraction.words.lexicon import Lexicon, load_lexicon
from extraction.words.sentences import split_sentences
from extraction.words.tokens import tokenize

NO_QUANTITY: Final = frozenset(
    (
        "address",
        "clock",
        "clock time",
        "date",
        "decade",
        "issue number",
        "line number",
        "name",
        "ordinal",
        "page furniture",
        "phone number",
        "port number",
        "road number",
        "score",
        "section number",
        "time",
    )
)
"""What a number may be that claims nothing and is no quantity either; ages, spans and pronouns are quantities there."""
_CHANGE_OF_HEDGE: Final = {
    "about": "~",
    "nearly": "~",
    "just_over": ">",
    "at_least": ">",
    "more_than": ">",
    "at_most": "<",
    "less_than": "<",
}
_CHANGE_OF_TREND: Final = {"rise": "up", "fall": "down", None: "="}
_PLURAL_FROM: Final = 2
"""Our vague plurals start at two of their word: "dozens" at 24."""
_PLURAL_TO: Final = 10
_NO_POWERS: Final = (12, 20)
"""What a dozen and a score have; other words of scale are powers of ten."""
_LONGEST_CHANGE: Final = 8
"""Tokens between the levels of "fell from $40 at noon on Friday to $35"."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A quantity as the benchmark marks it: how it is bounded or changes, and its value or both ends."""

    change: str
    ends: tuple[float, ...]

    def has_value_of(self, other: Marked) -> bool:
        """Whether both give one number, or one range whichever end stands first."""
        if len(self.ends) != len(other.ends):
            return False
        pairs = zip(sorted(self.ends), sorted(other.ends), strict=True)
        return all(math.isclose(one, two, rel_tol=1e-5, abs_tol=1e-8) for one, two in pairs)


@dataclass(slots=True)
class QuantityScore:
    """Counts over all sentences; F1 is worked out from them on demand."""

    expected: int = 0
    found: int = 0
    same_value: int = 0
    same_change: int = 0
    """Of those with the same value."""
    amiss: list[str] = field(default_factory=list)

    def f1(self, right: int) -> float:
        """Harmonic mean of precision and recall where so many are right."""
        return 2 * right / max(1, self.expected + self.found)


def read_marked(row: dict[str, object]) -> list[Marked]:
    """Read the quantities of one annotated sentence."""
    return [_marked(quantity) for quantity in row["quantities"]]  # type: ignore[attr-defined]


def _marked(quantity: dict[str, object]) -> Marked:
    ends = _END.findall(str(quantity["value"]))
    return Marked(str(quantity["change"]), tuple(float(end) for end in ends))


_END: Final = re.compile(r"(?:(?<![\d.\s])-)?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
"""A number of "-1.3", "12", "10-12" and "3.0 - 4.0"."""


def quantities_in(text: str, lexicon: Lexicon, *, claims_only: bool) -> list[Marked]:
    """Find the quantities of a text, or those that claim something, in the benchmark's conventions."""
    tokens = tokenize(text)
    sentences = split_sentences(text, tokens, lexicon)
    judged = [one for one in judge_amounts(tokens, sentences, lexicon) if _is_quantity(one, claims_only=claims_only)]
    judged = [one for one in judged if _counts(tokens, one.amount)]
    figures = read_figures(tokens, judged, sentences, lexicon)
    marked: list[Marked] = []
    changed_from = _levels_before(tokens, figures)
    for number, (one, figure) in enumerate(zip(judged, figures, strict=True)):
        if number in changed_from:
            ends = (*marked.pop().ends, figure.value or 0.0)
            marked.append(Marked(_change_to(tokens, figures[number - 1], lexicon), ends))
        else:
            marked += _in_their_terms(tokens, one, figure, lexicon)
    return marked


def _is_quantity(judged: Judged, *, claims_only: bool) -> bool:
    if judged.amount.numeral.form in ("ordinal", "zero", "none of a kind"):
        return False
    return judged.no_claim is None or (not claims_only and judged.no_claim not in NO_QUANTITY)


def _counts(tokens: list[Token], amount: Amount) -> bool:
    """Whether a number is written out: not as "twice" or "doubled", and not in "each one"."""
    if amount.numeral.form == "multiple":
        return tokens[amount.last - 1].lower.endswith(("times", "fold", "x"))
    return tokens[amount.first].lower != "one" or lower_at(tokens, amount.first - 1) not in ("each", "every", "same")


def _levels_before(tokens: list[Token], figures: list[Figure]) -> set[int]:
    """Find the figures that a change led to, each right behind the level that it led from."""
    plain = ("stated", "exact")
    return {
        number
        for number, (before, after) in enumerate(pairwise(figures), start=1)
        if before.sentence == after.sentence
        and before.unit == after.unit
        and before.hedge in plain
        and after.hedge in plain
        and lower_at(tokens, before.first - 1) == "from"
        and lower_at(tokens, after.first - 1) == "to"
        and after.first - before.last <= _LONGEST_CHANGE
    }


def _change_to(tokens: list[Token], level: Figure, lexicon: Lexicon) -> str:
    """Tell which way the verb before "from" goes."""
    index = level.first - 2
    verb = lexicon.trend_before["verb"].longest(tokens, index) if index >= 0 else None
    return "=" if verb is None else _CHANGE_OF_TREND["rise" if verb[1] == "rise" else "fall"]


def _in_their_terms(tokens: list[Token], judged: Judged, figure: Figure, lexicon: Lexicon) -> Iterator[Marked]:
    amount = judged.amount
    marked = partial(Marked, _change_of(tokens, amount, figure, lexicon))
    if figure.hedge == "vague":
        if _is_plural_of_scale(figure):
            yield marked(((figure.low or 0) / _PLURAL_FROM, (figure.low or 0) / _PLURAL_FROM * _PLURAL_TO))
    elif not amount.is_range or figure.hedge != "range":
        yield marked((_as_written(amount, figure.value or 0.0),))
    elif any(token.lower == "or" for token in tokens[amount.first : amount.last]):
        yield marked((figure.low or 0.0,))
        yield marked((figure.high or 0.0,))
    else:
        yield marked((figure.low or 0.0, figure.high or 0.0))


def _as_written(amount: Amount, value: float) -> float:
    """Give pence as pence, and the sign of "-0.6%" to the fall that it tells."""
    if amount.change == "fall":
        return -value
    pence = amount.unit is not None and amount.unit.name == "penny"
    return amount.value if pence and amount.value is not None else value


def _is_plural_of_scale(figure: Figure) -> bool:
    """Whether a vague word is "dozens", "thousands", "tens of millions" and so on."""
    one = (figure.low or 0) / _PLURAL_FROM
    return one in _NO_POWERS or (one > 1 and math.log10(one).is_integer())


def _change_of(tokens: list[Token], amount: Amount, figure: Figure, lexicon: Lexicon) -> str:
    """Give the bound of a figure, else its trend; a range may be bounded too ("about 20 to 30")."""
    if lower_at(tokens, amount.first - 1) == "(" and lower_at(tokens, amount.last) == ")" and amount.change is None:
        return _CHANGE_OF_TREND[None]
    if figure.hedge == "nearly" and tokens[figure.first].lower == "just":
        return "<"
    hedge = find_hedge(tokens, amount.first, amount.last, lexicon) if figure.hedge == "range" else None
    bound = _CHANGE_OF_HEDGE.get(hedge.name if hedge else figure.hedge)
    return bound or _CHANGE_OF_TREND[None if _is_told_apart(tokens, figure, lexicon) else figure.trend]


def _is_told_apart(tokens: list[Token], figure: Figure, lexicon: Lexicon) -> bool:
    """Whether a noun, "by" or a comparison tells the change, and no verb whose object the figure is."""
    before = figure.first - 1
    if lower_at(tokens, before) in ("by", "of"):
        return True
    if before >= 0 and lexicon.trend_before["increment"].longest(tokens, before):
        return True
    noun = lexicon.trend_after.longest(tokens, figure.last) if figure.last < len(tokens) else None
    compared = lower_at(tokens, figure.last) in ("above", "below") or lower_at(tokens, figure.last + 1) == "than"
    return noun is not None and (compared or not lower_at(tokens, figure.last).endswith(_COMPARATIVES))


_COMPARATIVES: Final = ("er", "up", "down", "more", "less")
"""Endings of what follows a figure and compares: "3% higher"."""


def score_quantities(rows: Iterable[dict[str, object]], lexicon: Lexicon, *, claims_only: bool) -> QuantityScore:
    """Compare what is found in each sentence with what it was annotated with."""
    score = QuantityScore()
    for row in rows:
        text, expected = str(row["text"]), read_marked(row)
        found = quantities_in(text, lexicon, claims_only=claims_only)
        score.expected += len(expected)
        score.found += len(found)
        notes = [note for want in expected for note in _judge(want, found, score)]
        notes += [f"found {one.change}{one.ends}" for one in found]
        if notes:
            score.amiss.append(f"{text}\n     {'; '.join(notes)}")
    return score


def _judge(want: Marked, left: list[Marked], score: QuantityScore) -> Iterator[str]:
    """Take the quantity of the value wanted, if there is one, out of those left, and count it."""
    alike = [one for one in left if one.has_value_of(want)]
    if not alike:
        yield f"missing {want.change}{want.ends}"
        return
    got = next((one for one in alike if one.change == want.change), alike[0])
    left.remove(got)
    score.same_value += 1
    score.same_change += got.change == want.change
    if got.change != want.change:
        yield f"{got.change}, not {want.change}, of {want.ends}"


@click.command(name="quantities", help=__doc__.partition("\n")[0])
@click.argument("path", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--show", is_flag=True, help="List the sentences that come out otherwise, each with what is amiss.")
def command(path: Path, show: bool) -> None:
    """Print both scores for claims alone and for all quantities."""
    rows, lexicon, console = orjson.loads(path.read_bytes()), load_lexicon(), Console()
    table = Table("read as", "expected", "found", "value F1", "value and change F1")
    for name, claims_only in (("claims alone", True), ("all quantities", False)):
        score = score_quantities(rows, lexicon, claims_only=claims_only)
        rates = (f"{score.f1(right):.3f}" for right in (score.same_value, score.same_change))
        table.add_row(name, str(score.expected), str(score.found), *rates)
    console.print(table)
    for note in score.amiss if show else ():
        console.print(note, markup=False)
